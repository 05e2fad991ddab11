"""Which walks a filter lets through."""

from dataclasses import replace

import pytest

from coach.care.pain import judge
from coach.follow_up.review import WalkLine
from coach.follow_up.walk_filter import Filter, is_shown
from coach.follow_up.walk_look import WalkLook, look_at
from tests.coach.kept import troubled_walk
from tests.coach.reviewed import LEG, at, morning, rating


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> WalkLook:
    return look_at(troubled_walk(tmp_path_factory.mktemp("walks") / "w.hipwalk"), wants_curve=False)


def line(worst: int = 2, *, is_morning_known: bool = True) -> WalkLine:
    judged = judge(rating(1, 1, worst), morning(1) if is_morning_known else None)
    return WalkLine(at(1), LEG, 10.0, judged=judged)


def test_without_a_filter_every_walk_is_shown() -> None:
    assert is_shown(WalkLine(at(1), LEG, 10.0), None, ())


@pytest.mark.parametrize(("worst", "is_let_through"), [(2, False), (3, True), (5, True)])
def test_too_much_is_amber_or_red(worst: int, is_let_through: bool) -> None:
    assert is_shown(line(worst), None, [Filter.TOO_MUCH]) is is_let_through


@pytest.mark.parametrize("is_known", [True, False])
def test_a_missing_morning_can_be_looked_for(is_known: bool) -> None:
    shown = is_shown(line(is_morning_known=is_known), None, [Filter.MORNING_MISSING])
    assert shown is not is_known


@pytest.mark.parametrize("wanted", [Filter.OVER_LIMIT, Filter.PAIN_MARKS, Filter.RESERVE])
def test_what_stands_in_the_file_is_found(look: WalkLook, wanted: Filter) -> None:
    assert is_shown(line(), look, [wanted])


@pytest.mark.parametrize("wanted", [Filter.OVER_LIMIT, Filter.PAIN_MARKS, Filter.NOTES])
def test_without_its_file_a_walk_has_none_of_it(wanted: Filter) -> None:
    assert not is_shown(line(), None, [wanted])


def test_all_filters_must_hold(look: WalkLook) -> None:
    assert not is_shown(line(2), replace(look, notes=()), [Filter.PAIN_MARKS, Filter.TOO_MUCH])
