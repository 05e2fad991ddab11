from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.pain import Judged, judge
from coach.care.pain_record import Activity
from coach.care.reasons import Rule
from coach.care.walking_dose import (
    AIM_MINUTES,
    Pace,
    PrescribedDose,
    WalkChoice,
    WalkDone,
    WalkDose,
    WalkInputs,
    can_walk_rise,
    is_resting_after_red,
    todays_walk,
)
from tests.coach.care.days import (
    AMBER,
    GREEN,
    RED,
    UNKNOWN,
    at,
    judged,
    morning,
    on,
    rating,
    walk,
)


def _inputs(
    *walks: WalkDone,
    now: datetime | None = None,
    pain: int | None = 1,
    rise_on: date | None = None,
    others: tuple[Judged, ...] = (),
    up_deg: float | None = None,
    back_deg: float = 0.0,
    is_walk_turn: bool = True,
    is_brisk: bool = False,
    prescribed: PrescribedDose | None = None,
    most_min: float = AIM_MINUTES,
    is_rise_open: bool = True,
) -> WalkInputs:
    when = now or at((walks[-1].judged.day - on(0)).days + 1 if walks else 0, 18)
    every = sorted((*(w.judged for w in walks), *others), key=lambda j: j.record.ended_at)
    return WalkInputs(
        now=when,
        pain_now=pain,
        walks=walks,
        judged=tuple(every),
        last_rise_on=rise_on,
        is_walk_turn=is_walk_turn,
        is_brisk_allowed=is_brisk,
        ladder_up_deg=up_deg,
        ladder_back_deg=back_deg,
        prescribed=prescribed,
        most_minutes=most_min,
        is_rise_open=is_rise_open,
    )


def _tolerance(*minutes: float, colour: str = GREEN) -> tuple[WalkDone, ...]:
    return tuple(
        walk(day, colour, dose_min=None, minutes=walked) for day, walked in enumerate(minutes)
    )


_GREENS = tuple(walk(day) for day in (0, 2, 4))
_AT_30 = tuple(walk(day, dose_min=30) for day in (0, 2, 4))
_AT_30_USUAL = tuple(walk(day, dose_min=30, pace=Pace.USUAL) for day in (0, 2, 4))
_AT_30_BRISK = tuple(walk(day, dose_min=30, pace=Pace.BRISK) for day in (0, 2, 4))
_WEEK = at(7, 18)

_SET = PrescribedDose(WalkDose(18, Pace.USUAL), at(1))
_AT_25 = tuple(walk(day, dose_min=25) for day in (0, 2, 4))

_CASES: dict[str, tuple[WalkInputs, Rule, float | None]] = {
    "pain_untold": (_inputs(*_GREENS, pain=None), Rule.ASK_PAIN, None),
    "start_pain_5": (_inputs(*_GREENS, pain=5), Rule.START_PAIN, None),
    "start_pain_before_rest": (_inputs(walk(0, RED), now=at(0, 20), pain=6), Rule.START_PAIN, None),
    "start_pain_4": (_inputs(*_GREENS, pain=4), Rule.REPEAT, 10),
    "red_an_hour_ago": (_inputs(walk(0, RED), now=at(0, 13)), Rule.REST_AFTER_RED, None),
    "red_23_h_ago": (_inputs(walk(0, RED), now=at(1, 11)), Rule.REST_AFTER_RED, None),
    "red_25_h_ago_settled": (_inputs(walk(0, RED), now=at(1, 13)), Rule.AFTER_RED, 7),
    "red_25_h_ago_sore": (_inputs(walk(0, RED), now=at(1, 13), pain=2), Rule.REST_AFTER_RED, None),
    "red_47_h_ago_sore": (_inputs(walk(0, RED), now=at(2, 11), pain=2), Rule.REST_AFTER_RED, None),
    "red_48_h_ago_sore": (_inputs(walk(0, RED), now=at(2, 12), pain=2), Rule.AFTER_RED, 7),
    "first_tolerance_walk": (_inputs(), Rule.TOLERANCE_WALK, AIM_MINUTES),
    "third_tolerance_walk": (_inputs(*_tolerance(12, 15)), Rule.TOLERANCE_WALK, AIM_MINUTES),
    "first_dose": (_inputs(*_tolerance(12, 15, 20)), Rule.FIRST_DOSE, 12),
    "first_dose_of_very_little": (_inputs(*_tolerance(2, 2, 2)), Rule.FIRST_DOSE, 3),
    "after_red": (_inputs(walk(0), walk(2, RED), now=at(5)), Rule.AFTER_RED, 7),
    "after_red_exercises": (
        _inputs(walk(0), others=(judged(2, RED, Activity.EXERCISES),), now=at(5)),
        Rule.AFTER_RED,
        7,
    ),
    "after_red_before_away": (_inputs(walk(0, RED), now=at(20)), Rule.AFTER_RED, 7),
    "red_served_by_the_next_walk": (
        _inputs(walk(0, RED), walk(3, dose_min=7), now=at(4)),
        Rule.REPEAT,
        7,
    ),
    "away_10_days": (_inputs(walk(0), now=at(10)), Rule.REPEAT, 10),
    "away_11_days": (_inputs(walk(0), now=at(11)), Rule.AWAY, 7),
    "away_before_amber": (_inputs(walk(0, AMBER), now=at(11)), Rule.AWAY, 7),
    "amber": (_inputs(walk(0), walk(2, AMBER)), Rule.AMBER, 10),
    "second_amber_in_7_days": (_inputs(walk(0, AMBER), walk(7, AMBER)), Rule.SECOND_AMBER, 8),
    "second_amber_in_8_days": (_inputs(walk(0, AMBER), walk(8, AMBER)), Rule.AMBER, 10),
    "amber_then_green": (_inputs(walk(0, AMBER), walk(2)), Rule.REPEAT, 10),
    "unknown_morning": (_inputs(walk(0), walk(2, UNKNOWN)), Rule.MORNING_UNKNOWN, 10),
    "unknown_never_rises": (
        _inputs(*_GREENS, walk(6, UNKNOWN), now=at(8)),
        Rule.MORNING_UNKNOWN,
        10,
    ),
    "limping": (_inputs(*_GREENS, walk(6, is_limping=True), now=at(8)), Rule.LIMP, 10),
    "uneven_unasked": (_inputs(*_GREENS, walk(6, is_hollow=True), now=at(8)), Rule.LIMP, 10),
    "greens_before_a_cut": (
        _inputs(*_GREENS, walk(6, dose_min=8), now=at(8)),
        Rule.REPEAT,
        8,
    ),
    "greens_before_a_long_pause": (
        _inputs(*_GREENS, walk(20, dose_min=10), now=at(22)),
        Rule.REPEAT,
        10,
    ),
    "uneven_but_no_limp": (
        _inputs(*_GREENS, walk(6, is_hollow=True, is_limping=False), now=at(8)),
        Rule.RISE_TIME,
        11,
    ),
    "three_greens_and_a_week": (_inputs(*_GREENS, now=_WEEK), Rule.RISE_TIME, 11),
    "three_greens_in_six_days": (_inputs(*_GREENS, now=at(6)), Rule.REPEAT, 10),
    "two_greens_and_a_week": (_inputs(*_GREENS[:2], now=_WEEK), Rule.REPEAT, 10),
    "greens_before_the_rise": (
        _inputs(*_GREENS, walk(6), rise_on=on(5), now=at(13)),
        Rule.REPEAT,
        10,
    ),
    "six_days_since_the_rise": (_inputs(*_GREENS, rise_on=on(0), now=at(6)), Rule.REPEAT, 10),
    "seven_days_since_the_rise": (_inputs(*_GREENS, rise_on=on(0), now=_WEEK), Rule.RISE_TIME, 11),
    "amber_among_the_last_three": (
        _inputs(walk(0), walk(2), walk(4, AMBER), walk(6), now=at(8)),
        Rule.REPEAT,
        10,
    ),
    "cut_short": (
        _inputs(walk(0), walk(2), walk(4, minutes=7.9), now=_WEEK),
        Rule.REPEAT,
        10,
    ),
    "time_stops_at_the_aim": (
        _inputs(*(walk(day, dose_min=29) for day in (0, 2, 4)), now=_WEEK),
        Rule.RISE_TIME,
        AIM_MINUTES,
    ),
    "then_pace": (_inputs(*_AT_30, now=_WEEK, up_deg=1), Rule.RISE_PACE, 30),
    "then_stride": (_inputs(*_AT_30_USUAL, now=_WEEK, up_deg=1), Rule.RISE_STRIDE, 30),
    "brisk_before_stride": (
        _inputs(*_AT_30_USUAL, now=_WEEK, up_deg=1, is_brisk=True),
        Rule.RISE_PACE,
        30,
    ),
    "brisk_only_when_allowed": (_inputs(*_AT_30_USUAL, now=_WEEK), Rule.AT_AIM, 30),
    "at_the_very_aim": (_inputs(*_AT_30_BRISK, now=_WEEK, is_brisk=True), Rule.AT_AIM, 30),
    "ladder_waits_for_greens": (_inputs(*_AT_30_USUAL, now=at(5), up_deg=1), Rule.REPEAT, 30),
    "prescribed_before_the_first_walk": (_inputs(prescribed=_SET, now=at(2)), Rule.PHYSIO_DOSE, 18),
    "prescribed_after_other_walks": (_inputs(walk(0), prescribed=_SET), Rule.PHYSIO_DOSE, 18),
    "prescribed_after_an_amber": (_inputs(walk(0, AMBER), prescribed=_SET), Rule.PHYSIO_DOSE, 18),
    "prescribed_and_walked_since": (
        _inputs(walk(2, dose_min=18), prescribed=_SET),
        Rule.REPEAT,
        18,
    ),
    "prescribed_and_a_tolerance_walk_since": (
        _inputs(*_tolerance(12, 12, 12), prescribed=_SET),
        Rule.PHYSIO_DOSE,
        18,
    ),
    "prescribed_and_red_since": (
        _inputs(walk(0), prescribed=_SET, others=(judged(2, RED, Activity.EXERCISES),), now=at(5)),
        Rule.AFTER_RED,
        7,
    ),
    "prescribed_yet_sore": (_inputs(prescribed=_SET, now=at(2), pain=5), Rule.START_PAIN, None),
    "prescribed_while_resting": (
        _inputs(walk(0, RED), prescribed=PrescribedDose(WalkDose(18), at(0, 13)), now=at(0, 14)),
        Rule.REST_AFTER_RED,
        None,
    ),
    "ceiling_below_the_last_walk": (_inputs(*_AT_25, most_min=20), Rule.PHYSIO_CEILING, 20),
    "ceiling_of_an_amber": (_inputs(walk(0, AMBER), most_min=8), Rule.PHYSIO_CEILING, 8),
    "ceiling_of_a_tolerance_walk": (_inputs(most_min=12), Rule.TOLERANCE_WALK, 12),
    "rise_up_to_the_ceiling": (_inputs(*_AT_25, now=_WEEK, most_min=26), Rule.RISE_TIME, 26),
    "at_the_ceiling_pace_rises": (_inputs(*_AT_25, now=_WEEK, most_min=25), Rule.RISE_PACE, 25),
    "aim_beyond_thirty": (_inputs(*_AT_30, now=_WEEK, most_min=45), Rule.RISE_TIME, 33),
    "nothing_rises_unless_the_physio_says": (
        _inputs(*_GREENS, now=_WEEK, is_rise_open=False),
        Rule.PHYSIO_HOLDS,
        10,
    ),
    "held_yet_lower_after_a_red": (
        _inputs(walk(0), walk(2, RED), now=at(5), is_rise_open=False),
        Rule.AFTER_RED,
        7,
    ),
    "not_its_turn": (_inputs(*_GREENS, now=_WEEK, is_walk_turn=False), Rule.REPEAT, 10),
}


@pytest.mark.parametrize(("inputs", "rule", "minutes"), _CASES.values(), ids=list(_CASES))
def test_the_first_rule_that_matches(inputs: WalkInputs, rule: Rule, minutes: float | None) -> None:
    choice = todays_walk(inputs)
    assert choice.reason.rule is rule
    assert (None if choice.dose is None else choice.dose.minutes) == minutes


def _choice(name: str) -> WalkChoice:
    return todays_walk(_CASES[name][0])


def test_every_walking_rule_has_a_case() -> None:
    elsewhere = {Rule.WARNING_SIGN, Rule.ASK_WARNING_SIGNS, Rule.OPERATION_LOCK}
    walking = set(list(Rule)[: list(Rule).index(Rule.STAGE_LOWER)]) - elsewhere
    assert {rule for _, rule, _ in _CASES.values()} == walking


@pytest.mark.parametrize("name", ["amber", "second_amber_in_7_days", "after_red"])
def test_after_too_much_steps_are_smaller(name: str) -> None:
    assert _choice(name).has_smaller_steps


@pytest.mark.parametrize("name", ["three_greens_and_a_week", "unknown_morning", "first_dose"])
def test_otherwise_steps_stay(name: str) -> None:
    assert not _choice(name).has_smaller_steps


def test_only_the_tolerance_walk_ends_at_plus_one() -> None:
    assert {name for name in _CASES if _choice(name).is_tolerance} == {
        "first_tolerance_walk",
        "third_tolerance_walk",
        "ceiling_of_a_tolerance_walk",
    }


def test_pace_goes_from_easy_to_usual_to_brisk() -> None:
    first, second = _choice("then_pace").dose, _choice("brisk_before_stride").dose
    assert first is not None
    assert second is not None
    assert (first.pace, second.pace) == (Pace.USUAL, Pace.BRISK)


def test_a_red_makes_the_pace_easy_and_takes_a_ladder_step_back() -> None:
    inputs = _inputs(walk(0, RED, dose_min=30, pace=Pace.USUAL), now=at(4), back_deg=1.5)
    choice = todays_walk(inputs)
    assert choice.dose == WalkDose(21, Pace.EASY)
    assert choice.limit_change_deg == -1.5


def test_the_ladder_goes_up_by_its_step() -> None:
    assert _choice("then_stride").limit_change_deg == 1


def test_a_late_red_answer_still_shortens_the_next_walk() -> None:
    late_red = judge(rating(0), morning(0, 6, answered=at(4, 9)))
    first = replace(walk(0), judged=late_red)
    choice = todays_walk(_inputs(first, walk(2), now=at(4, 18)))
    assert choice.reason.rule is Rule.AFTER_RED


def test_an_old_red_told_late_asks_for_no_rest() -> None:
    late_red = judge(rating(0), morning(0, 6, answered=at(5, 9)))
    assert not is_resting_after_red(_inputs(others=(late_red,), now=at(5, 10)))


def test_an_older_red_still_rests_when_a_late_one_is_told_after_it() -> None:
    fresh = judged(5, RED)
    late = judge(rating(0), morning(0, 6, answered=at(5, 20)))
    assert is_resting_after_red(_inputs(others=(late, fresh), now=at(5, 21)))


def test_the_reason_keeps_its_inputs() -> None:
    assert dict(_choice("away_11_days").reason.inputs) == {"days": 11, "minutes": 7.0}


_colours = st.sampled_from([GREEN, AMBER, RED, UNKNOWN])


@given(
    told=st.lists(_colours, min_size=1, max_size=8),
    n_greens=st.integers(0, 5),
    gap=st.integers(1, 4),
    dose_min=st.floats(3, 30),
    pain=st.integers(0, 10),
    days_later=st.integers(0, 20),
)
@settings(max_examples=150, deadline=None)
def test_a_walk_never_grows_by_more_than_a_tenth_nor_without_three_greens(
    told: list[str], n_greens: int, gap: int, dose_min: float, pain: int, days_later: int
) -> None:
    colours = [*told, *[GREEN] * n_greens]  # few walks of any colours end in three greens
    walks = [walk(gap * n, c, dose_min=dose_min) for n, c in enumerate(colours)]
    inputs = _inputs(*walks, now=at(gap * (len(colours) - 1) + days_later, 18), pain=pain)
    dose = todays_walk(inputs).dose
    if dose is None:
        return
    assert 3 <= dose.minutes <= AIM_MINUTES
    assert dose.minutes <= max(dose_min * 1.1 + 0.05, 3)
    if dose.minutes > dose_min + 0.05:
        assert colours[-3:] == [GREEN] * 3
        assert can_walk_rise(inputs)


@given(colours=st.lists(_colours, max_size=8), pain=st.integers(0, 10))
@settings(max_examples=50, deadline=None)
def test_the_same_inputs_give_the_same_walk(colours: list[str], pain: int) -> None:
    inputs = _inputs(*(walk(2 * n, c) for n, c in enumerate(colours)), pain=pain)
    assert todays_walk(inputs) == todays_walk(inputs)
