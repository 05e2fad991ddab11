import pytest

from coach.care.limits import Limit, LimitSource
from coach.care.pain import Judged, judge
from coach.care.reasons import Rule
from coach.care.see_physio import (
    PhysioInputs,
    improvement,
    is_limping_still,
    legs_difference_deg,
    see_physio,
)
from coach.care.usual import Usual
from tests.coach.care.days import RED, judged, on, rating, walk


def _rules(inputs: PhysioInputs) -> list[Rule]:
    return [reason.rule for reason in see_physio(inputs)]


def _worst(*levels: tuple[int, int]) -> tuple[Judged, ...]:
    return tuple(judge(rating(day, 0, worst), None) for day, worst in levels)


def _usual(extension_deg: float, sd_deg: float = 1.0) -> Usual:
    return Usual(extension_deg, sd_deg, stride_time_s=1.1)


def test_nothing_to_say_without_anything_known() -> None:
    assert _rules(PhysioInputs(on(0))) == []


def test_second_red() -> None:
    reds = (judged(0, RED), judged(5, RED))
    assert _rules(PhysioInputs(on(6), judged=reds)) == [Rule.SECOND_RED]


@pytest.mark.parametrize(
    ("ratings", "change"),
    [
        (((0, 4), (42, 2)), 2.0),
        (((0, 4), (42, 4)), 0.0),
        (((0, 3), (42, 4)), -1.0),
        (((0, 4), (-3, 2), (42, 1), (40, 3)), 1.0),
        (((0, 4),), None),
        (((42, 4),), None),
        (((1, 4), (42, 4)), None),
        (((-7, 4), (42, 4)), None),
        (((0, 0), (42, 0)), None),
    ],
    ids=[
        *("better", "same", "worse", "means", "none_now", "none_then", "five_weeks"),
        *("seven_weeks", "painless"),
    ],
)
def test_improvement_over_six_weeks(
    ratings: tuple[tuple[int, int], ...], change: float | None
) -> None:
    assert improvement(_worst(*ratings), on(42)) == change


@pytest.mark.parametrize(("now", "is_told"), [(4, True), (3, False), (2, False)])
def test_less_than_a_point_in_six_weeks_leads_to_the_physio(now: int, is_told: bool) -> None:
    rules = _rules(PhysioInputs(on(42), judged=_worst((0, 4), (42, now))))
    assert (Rule.NO_IMPROVEMENT in rules) is is_told


def test_a_limited_daily_life_leads_to_the_physio() -> None:
    assert _rules(PhysioInputs(on(0), is_daily_life_limited=True)) == [Rule.DAILY_LIFE_LIMITED]


@pytest.mark.parametrize(
    ("answers", "is_told"),
    [
        ([], False),
        ([True], False),
        ([True, True], True),
        ([True, None, True], True),
        ([True, False], False),
        ([True, True, False], False),
    ],
)
def test_limping_twice_leads_to_the_physio(answers: list[bool | None], is_told: bool) -> None:
    walks = tuple(walk(day, is_limping=answer) for day, answer in enumerate(answers))
    assert is_limping_still(walks) is is_told
    assert (Rule.LIMPING_STILL in _rules(PhysioInputs(on(9), walks=walks))) is is_told


@pytest.mark.parametrize(
    ("one_deg", "other_deg", "difference_deg"),
    [(10, 10, None), (10, 15.5, None), (10, 15.6, -5.6), (16, 10, 6)],
)
def test_legs_differ_only_beyond_the_measurement_error(
    one_deg: float, other_deg: float, difference_deg: float | None
) -> None:
    found = legs_difference_deg(_usual(one_deg), _usual(other_deg))
    assert found == (None if difference_deg is None else pytest.approx(difference_deg))
    told = _rules(PhysioInputs(on(0), usual=_usual(one_deg), usual_other=_usual(other_deg)))
    assert (Rule.LEGS_DIFFER in told) is (difference_deg is not None)


@pytest.mark.parametrize(("usual_deg", "is_told"), [(10.0, False), (10.4, False), (10.5, True)])
def test_a_limit_that_would_cue_a_third_of_usual_strides_leads_to_the_physio(
    usual_deg: float, is_told: bool
) -> None:
    inputs = PhysioInputs(on(0), limit=Limit(extension_deg=10.0), usual=_usual(usual_deg))
    assert (Rule.LIMIT_TOO_LOW in _rules(inputs)) is is_told


@pytest.mark.parametrize(("today", "is_told"), [(28, False), (29, True)])
def test_an_expired_limit_is_told_the_day_after(today: int, is_told: bool) -> None:
    limit = Limit(extension_deg=10.0, expires_on=on(28))
    assert (Rule.LIMIT_EXPIRED in _rules(PhysioInputs(on(today), limit=limit))) is is_told


def test_an_expired_limit_of_own_walks_is_renewed_by_walks() -> None:
    limit = Limit(extension_deg=10.0, source=LimitSource.OWN_PROVISIONAL, expires_on=on(28))
    assert _rules(PhysioInputs(on(29), limit=limit)) == [Rule.OWN_LIMIT_EXPIRED]


def test_a_limit_without_expiry_does_not_expire() -> None:
    assert _rules(PhysioInputs(on(999), limit=Limit(extension_deg=10.0))) == []
