from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.pain import (
    Colour,
    Judged,
    Verdict,
    Why,
    is_second_amber,
    is_second_red,
    judge,
    judge_all,
    may_start,
    mornings_to_ask,
    next_morning,
    while_active,
    worse,
    worst_of,
)
from coach.care.pain_record import MorningAnswer, PainRecord, Relief
from coach.care.warning_signs import WarningSign
from sensors.samples import Side
from tests.coach.care.days import AMBER, GREEN, RED, UNKNOWN, at, judged, morning, on, rating

_LEVELS = st.integers(0, 10)
_RANK = {colour: number for number, colour in enumerate(Colour)}


@pytest.mark.parametrize(
    ("before", "worst", "colour", "why"),
    [
        (0, 0, Colour.GREEN, Why.COMFORTABLE),
        (0, 1, Colour.GREEN, Why.COMFORTABLE),
        (2, 2, Colour.GREEN, Why.COMFORTABLE),
        (2, 3, Colour.GREEN, Why.COMFORTABLE),
        (3, 3, Colour.GREEN, Why.COMFORTABLE),
        (3, 4, Colour.GREEN, Why.COMFORTABLE),
        (0, 2, Colour.AMBER, Why.ROSE_BY_TWO),
        (1, 3, Colour.AMBER, Why.ROSE_BY_TWO),
        (2, 4, Colour.AMBER, Why.ROSE_BY_TWO),
        (4, 4, Colour.AMBER, Why.HIGH_START),
        (4, 3, Colour.AMBER, Why.HIGH_START),
        (0, 3, Colour.RED, Why.ROSE_BY_THREE),
        (1, 4, Colour.RED, Why.ROSE_BY_THREE),
        (4, 5, Colour.RED, Why.PAIN_FIVE),
        (5, 5, Colour.RED, Why.PAIN_FIVE),
        (6, 2, Colour.RED, Why.PAIN_FIVE),
        (0, 10, Colour.RED, Why.PAIN_FIVE),
    ],
)
def test_colour_while_active(before: int, worst: int, colour: Colour, why: Why) -> None:
    assert while_active(before, worst) == (colour, why)


def test_a_warning_sign_is_red_without_pain() -> None:
    assert while_active(0, 0, [WarningSign.NUMBNESS_OR_WEAKNESS]).why is Why.WARNING_SIGN


def test_pain_that_had_not_settled_in_two_hours_is_amber() -> None:
    assert while_active(1, 1, has_settled=False) == (Colour.AMBER, Why.SLOW_TO_SETTLE)


@pytest.mark.parametrize("has_settled", [True, None])
def test_settled_or_unnoticed_stays_green(has_settled: bool | None) -> None:
    assert while_active(1, 1, has_settled=has_settled).colour is Colour.GREEN


@pytest.mark.parametrize(
    ("before", "level", "slept_worse", "colour", "why"),
    [
        (1, 0, False, Colour.GREEN, Why.COMFORTABLE),
        (1, 1, False, Colour.GREEN, Why.COMFORTABLE),
        (1, 2, False, Colour.AMBER, Why.MORNING_WORSE),
        (1, 3, False, Colour.AMBER, Why.MORNING_WORSE),
        (1, 4, False, Colour.RED, Why.MORNING_MUCH_WORSE),
        (1, 1, True, Colour.RED, Why.SLEPT_WORSE),
        (1, 4, True, Colour.RED, Why.MORNING_MUCH_WORSE),
    ],
)
def test_colour_of_the_morning(
    before: int, level: int, slept_worse: bool, colour: Colour, why: Why
) -> None:
    assert next_morning(before, level, has_slept_worse=slept_worse) == (colour, why)


@given(before=_LEVELS, worst=_LEVELS, more=st.integers(0, 10))
@settings(max_examples=200)
def test_more_pain_is_never_a_better_colour(before: int, worst: int, more: int) -> None:
    higher = min(worst + more, 10)
    assert _RANK[while_active(before, higher).colour] >= _RANK[while_active(before, worst).colour]


@given(before=_LEVELS, worst=_LEVELS, level=_LEVELS, slept_worse=st.booleans())
@settings(max_examples=200)
def test_the_worst_colour_wins(before: int, worst: int, level: int, slept_worse: bool) -> None:
    answer = morning(0, level, slept_worse=slept_worse)
    colours = {
        while_active(before, worst).colour,
        next_morning(before, level, has_slept_worse=slept_worse).colour,
    }
    assert judge(rating(0, before, worst), answer).colour is max(colours, key=_RANK.__getitem__)


@given(before=_LEVELS, worst=_LEVELS)
@settings(max_examples=100)
def test_without_a_morning_nothing_is_green(before: int, worst: int) -> None:
    assert judge(rating(0, before, worst), None).colour is not Colour.GREEN


def test_a_missing_morning_is_unknown() -> None:
    assert judge(rating(0), None).verdict == (Colour.UNKNOWN, Why.MORNING_UNKNOWN)


def test_amber_stays_amber_without_a_morning() -> None:
    assert judge(rating(0, 1, 3), None).colour is Colour.AMBER


def test_of_two_alike_the_first_reason_is_told() -> None:
    first, second = Verdict(Colour.RED, Why.PAIN_FIVE), Verdict(Colour.RED, Why.SLEPT_WORSE)
    assert worse(first, second) is first


def test_a_red_on_the_walk_counts_from_its_end() -> None:
    red = judge(rating(0, 1, 5), morning(0))
    assert (red.red_since, red.red_known_at) == (at(0, 12), at(0, 12))


def test_a_red_by_morning_counts_from_that_morning_however_late_it_was_told() -> None:
    red = judge(rating(0), morning(0, 6, answered=at(3, 20)))
    assert (red.red_since, red.red_known_at) == (at(1, 8), at(3, 20))


def test_what_is_not_red_counts_from_nowhere() -> None:
    amber = judge(rating(0, 1, 3), morning(0))
    assert (amber.red_since, amber.red_known_at) == (None, None)


def test_a_late_answer_counts_and_is_told_as_late() -> None:
    late = morning(0, 1, answered=at(4))
    assert late.is_late
    assert judge(rating(0), late).colour is Colour.GREEN


def test_an_answer_on_the_morning_itself_is_not_late() -> None:
    assert not morning(0).is_late


def test_a_morning_of_another_day_is_refused() -> None:
    with pytest.raises(ValueError, match="another day"):
        judge(rating(1), morning(0))


def test_a_morning_of_the_other_leg_is_refused() -> None:
    with pytest.raises(ValueError, match="another day or leg"):
        judge(rating(0, side=Side.RIGHT), morning(0))


def test_mornings_find_their_own_leg() -> None:
    both = judge_all([rating(0), rating(0, side=Side.RIGHT)], [morning(0)])
    assert {item.record.side: item.colour for item in both} == {
        Side.LEFT: Colour.GREEN,
        Side.RIGHT: Colour.UNKNOWN,
    }


def test_the_last_answer_for_a_morning_counts() -> None:
    (only,) = judge_all([rating(0)], [morning(0, 6), morning(0, 1, answered=at(1, 9))])
    assert only.colour is Colour.GREEN


def test_all_are_judged_oldest_first() -> None:
    assert [item.day for item in judge_all([rating(2), rating(0)], [])] == [on(0), on(2)]


def test_the_worse_leg_speaks_for_the_walk() -> None:
    assert worst_of([judged(0, GREEN), judged(0, AMBER)]).colour is Colour.AMBER


@pytest.mark.parametrize("level", [-1, 11])
def test_a_rating_outside_0_to_10_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="not 0 to 10"):
        rating(0, 1, level)
    with pytest.raises(ValueError, match="not 0 to 10"):
        morning(0, level)


def test_a_time_without_its_zone_is_refused() -> None:
    naive = datetime(2026, 3, 2, 12)  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        PainRecord(naive, Side.LEFT, 1, 1)
    with pytest.raises(ValueError, match="zone"):
        MorningAnswer(on(-1), Side.LEFT, 1, naive)


def test_the_morning_after_cannot_be_answered_on_the_day() -> None:
    with pytest.raises(ValueError, match="morning after"):
        morning(0, answered=at(0, 23))


@pytest.mark.parametrize(
    ("relief", "is_marked"),
    [
        (Relief.PAINKILLER, True),
        (Relief.COLD, True),
        (Relief.HEAT, True),
        (Relief.POSITION, False),
        (Relief.SWIMMING, False),
        (Relief.WALKING, False),
    ],
)
def test_relief_that_hides_pain_marks_the_day(relief: Relief, is_marked: bool) -> None:
    assert rating(0, taken=(relief,)).is_marked is is_marked


@pytest.mark.parametrize(("pain", "is_allowed"), [(0, True), (4, True), (5, False), (10, False)])
def test_start_pain_of_five_forbids_a_recorded_walk(pain: int, is_allowed: bool) -> None:
    assert may_start(pain) is is_allowed


def test_open_mornings_are_asked_newest_first() -> None:
    walks = [judged(1, UNKNOWN), judged(3, UNKNOWN), judged(2, GREEN)]
    assert mornings_to_ask(walks, on(4)) == ((on(3), Side.LEFT), (on(1), Side.LEFT))


def test_the_morning_after_an_amber_walk_is_asked_too() -> None:
    assert mornings_to_ask([judge(rating(0, 1, 3), None)], on(1)) == ((on(0), Side.LEFT),)


def test_a_red_walk_needs_no_morning() -> None:
    assert mornings_to_ask([judge(rating(0, 1, 5), None)], on(1)) == ()


@pytest.mark.parametrize(("today", "is_asked"), [(0, False), (1, True), (7, True), (8, False)])
def test_a_morning_is_asked_for_from_the_next_day_for_a_week(today: int, is_asked: bool) -> None:
    assert bool(mornings_to_ask([judged(0, UNKNOWN)], on(today))) is is_asked


@pytest.mark.parametrize(
    ("walks", "is_second"),
    [
        ([], False),
        ([judged(0, AMBER)], False),
        ([judged(0, AMBER), judged(7, AMBER)], True),
        ([judged(0, AMBER), judged(8, AMBER)], False),
        ([judged(0, AMBER), judged(2, GREEN), judged(3, AMBER)], True),
        ([judged(0, AMBER), judged(2, AMBER), judged(3, GREEN)], False),
        ([judged(0, AMBER, hour=9), judged(0, AMBER, hour=15)], False),
        ([judged(0, AMBER), judged(2, RED)], False),
    ],
    ids=[
        "none",
        "one",
        "seven_days",
        "eight_days",
        "green_between",
        "green_last",
        "one_day",
        "red",
    ],
)
def test_second_amber_in_seven_days(walks: list[Judged], is_second: bool) -> None:
    assert is_second_amber(walks, on(20)) is is_second


@pytest.mark.parametrize(
    ("days", "today", "is_second"),
    [
        ([], 0, False),
        ([0], 1, False),
        ([0, 14], 14, True),
        ([0, 15], 15, False),
        ([0, 3], 17, True),
        ([0, 3], 18, False),
        ([0, 0], 1, False),
    ],
)
def test_second_red_in_fourteen_days(days: list[int], today: int, is_second: bool) -> None:
    reds = [judged(day, RED, hour=9 + number) for number, day in enumerate(days)]
    assert is_second_red(reds, on(today)) is is_second


def test_what_lies_ahead_of_today_does_not_count() -> None:
    assert not is_second_red([judged(0, RED), judged(3, RED)], on(1))
    assert not is_second_amber([judged(0, AMBER), judged(3, AMBER)], on(1))
