"""The long-stride test as a protocol: entry, order, targets, stop rules."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.limits import Grade
from coach.care.long_stride_plan import TestSettings
from coach.care.long_stride_state import (
    Dropped,
    End,
    EntryCheck,
    NotToday,
    Phase,
    Reason,
    Step,
    not_today,
)
from coach.care.long_stride_test import LongStrideTest
from coach.care.threshold_result import findings_of
from tests.coach.care.bouts import begun, do_bout, walk
from tests.coach.care.patients import ENTRY, KINDS, USUAL_DEG, USUAL_M, USUAL_SPM, Walker, stride


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"has_warning_sign": True}, NotToday.WARNING_SIGN),
        ({"resting_pain": 4}, NotToday.RESTING_PAIN),
        ({"usual_pain": 5}, NotToday.USUAL_PAIN),
        ({"flare_h": 25}, NotToday.SLOW_FLARE),
        ({"needs_clearance": True}, NotToday.NOT_CLEARED),
        ({"may_be_stress_fracture": True}, NotToday.STRESS_FRACTURE),
        ({"may_fall": True}, NotToday.FALL_RISK),
    ],
    ids=str,
)
def test_entry_check_finds_the_reason(change: dict[str, bool | int], reason: NotToday) -> None:
    assert not_today(replace(ENTRY, **change)) == (reason,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [{}, {"resting_pain": 3}, {"flare_h": 24}, {"needs_clearance": True, "is_cleared": True}],
    ids=["nothing", "pain 3", "a day", "cleared"],
)
def test_entry_check_lets_these_in(change: dict[str, bool | int]) -> None:
    assert not_today(replace(ENTRY, **change)) == ()  # type: ignore[arg-type]


def test_no_test_begins_against_the_entry_check() -> None:
    with pytest.raises(ValueError, match="fall_risk"):
        LongStrideTest(replace(ENTRY, may_fall=True))


def test_a_painless_test_walks_the_whole_protocol_in_order() -> None:
    test, steps = LongStrideTest(ENTRY), []
    while test.state.phase is not Phase.ENDED:
        steps.append(do_bout(test))
    assert test.state.end is End.COMPLETE
    assert steps[:4] == [Step.USUAL, Step.SHORT, Step.QUICK, Step.ASCENDING]
    assert steps[-2:] == [Step.EARLY_AGAIN, Step.SHORT_AGAIN]
    assert set(steps[3:-2]) <= {Step.ASCENDING, Step.ADAPTIVE}
    assert len(steps) <= 12


def test_the_short_bout_is_four_degrees_below_usual() -> None:
    proposal = begun(0).proposal
    assert proposal is not None
    assert proposal.extension_deg == pytest.approx(USUAL_DEG - 4)
    assert proposal.stride_length_m == pytest.approx(0.85 * USUAL_M)


def test_the_quick_bout_keeps_the_stride_and_raises_the_cadence() -> None:
    proposal = begun(0, 0).proposal
    assert proposal is not None
    assert proposal.reason is Reason.SHOWS_SPEED
    assert proposal.extension_deg == pytest.approx(USUAL_DEG)
    assert proposal.cadence_spm == pytest.approx(1.15 * USUAL_SPM)


def test_no_quick_bout_where_the_usual_one_hurts() -> None:
    test = begun(2, 0)
    assert test.proposal is not None
    assert test.proposal.step is not Step.QUICK


def test_pain_ends_the_ascending() -> None:
    test = begun(0, 0, 0)
    assert test.proposal is not None
    assert test.proposal.step is Step.ASCENDING
    do_bout(test, rise=2)
    assert test.proposal is not None
    assert test.proposal.step is not Step.ASCENDING


def test_nothing_longer_than_a_bout_that_hurt_is_proposed() -> None:
    test = begun(0, 0, 0, 2)
    hurt_deg = test.state.bouts[-1].extension_deg
    assert test.proposal is not None
    assert test.proposal.extension_deg is not None
    assert hurt_deg is not None
    assert test.proposal.extension_deg <= hurt_deg


def test_worse_pain_before_a_bout_lowers_its_target() -> None:
    fresh, sore = begun(0, 0, 0), begun(0, 0, 0)
    fresh.rate_before(0, 0.0)
    sore.state.first_pain = 2
    sore.rate_before(3, 0.0)
    assert fresh.proposal is not None
    assert sore.proposal is not None
    assert (sore.proposal.extension_deg or 0) < (fresh.proposal.extension_deg or 0)


@pytest.mark.parametrize(
    ("before", "rise", "end"),
    [(0, 3, End.PAIN_ROSE), (0, 5, End.SEVERE_PAIN), (3, 2, End.SEVERE_PAIN)],
    ids=["plus three", "five", "five by two"],
)
def test_pain_stops_the_test(before: int, rise: int, end: End) -> None:
    test = LongStrideTest(ENTRY)
    do_bout(test, rise, before)
    assert (test.state.phase, test.state.end) == (Phase.ENDED, end)


def test_three_painful_bouts_end_the_test() -> None:
    assert begun(2, 2, 2).state.end is End.PAINFUL_BOUTS


def test_a_rise_of_three_over_the_first_rating_counts_across_bouts() -> None:
    test = begun(0)
    do_bout(test, rise=2, before=1)
    assert test.state.end is End.PAIN_ROSE


@pytest.mark.parametrize("reason", [End.WISH, End.WARNING_SIGN])
def test_stop_in_a_bout_still_takes_its_rating(reason: End) -> None:
    test = begun(0, 0, 0)
    test.rate_before(0, 0.0)
    walk(test, 5)
    test.stop(reason)
    assert test.state.phase is Phase.RATE_AFTER
    test.rate_after(3, is_familiar=True)
    assert (test.state.phase, test.state.end) == (Phase.ENDED, reason)
    assert test.state.rated[-1].rise == 3


def test_stop_between_bouts_ends_at_once() -> None:
    test = begun(0)
    test.stop(End.WISH)
    assert (test.state.phase, test.proposal) == (Phase.ENDED, None)


def test_a_stopped_bout_may_stay_unrated() -> None:
    test = begun(0)
    test.rate_before(0, 0.0)
    test.stop(End.WARNING_SIGN)
    test.rate_after(None)
    assert test.state.phase is Phase.ENDED
    assert len(test.state.rated) == 1


def test_pain_too_high_waits_and_then_starts() -> None:
    test = begun(0)
    assert test.rate_before(2, 100.0) is Phase.RATE_BEFORE
    assert test.wait_left_s(160.0) == 240.0
    assert test.rate_before(1, 400.0) is Phase.WALK


def test_pain_that_does_not_settle_in_five_minutes_ends_the_test() -> None:
    test = begun(0)
    test.rate_before(2, 100.0)
    assert test.check_wait(400.0) is Phase.RATE_BEFORE
    assert test.check_wait(400.1) is Phase.ENDED
    assert test.state.end is End.PAIN_DID_NOT_SETTLE


def test_turns_are_not_scored() -> None:
    test = LongStrideTest(ENTRY)
    test.rate_before(0, 0.0)
    progress = test.push(stride(0.0, 12.0, is_scored=False))
    assert progress.n_scored == 0


def test_a_painless_bout_of_nine_strides_is_proposed_again() -> None:
    test = LongStrideTest(ENTRY)
    test.rate_before(0, 0.0)
    walk(test, 9)
    test.end_bout()
    test.rate_after(0)
    assert test.state.bouts[0].dropped is Dropped.BROKEN_OFF
    assert test.proposal is not None
    assert test.proposal.step is Step.USUAL


def test_a_painful_bout_of_few_strides_counts() -> None:
    test = begun(0, 0, 0)
    test.rate_before(0, 0.0)
    walk(test, 4)
    test.end_bout()
    test.rate_after(2, is_familiar=True)
    assert test.state.rated[-1].rise == 2


def test_another_pain_is_no_event_but_counts_for_the_stop_rule() -> None:
    test = begun(0, 0, 0)
    do_bout(test, rise=2, is_familiar=False)
    assert len(test.state.rated) == 3
    assert test.state.n_painful == 1
    assert findings_of(test.state).has_other_pain


def test_a_rise_asks_whether_the_pain_is_familiar() -> None:
    test = LongStrideTest(ENTRY)
    test.rate_before(0, 0.0)
    walk(test)
    test.end_bout()
    with pytest.raises(ValueError, match="familiar"):
        test.rate_after(2)


def test_the_eightieth_long_stride_ends_its_bout() -> None:
    test = begun(0, 0, 0)
    test.rate_before(0, 0.0)
    walk(test, 100)
    assert test.state.phase is Phase.RATE_AFTER
    assert test.state.n_long_strides == 80


def test_a_sensitised_hip_is_found_and_caps_the_grade() -> None:
    test = LongStrideTest(ENTRY)
    while test.state.phase is not Phase.ENDED:
        is_repeat = test.proposal is not None and test.proposal.step is Step.EARLY_AGAIN
        do_bout(test, rise=2 if is_repeat else 0)
    found = findings_of(test.state)
    assert (found.is_sensitised, found.worst_grade) == (True, Grade.C)


def test_pain_relief_caps_the_grade() -> None:
    test = LongStrideTest(replace(ENTRY, has_pain_relief=True))
    assert findings_of(test.state).worst_grade is Grade.C


def test_speed_that_hurts_is_reported() -> None:
    assert findings_of(begun(0, 0, 2).state).hurts_at_speed is True
    assert findings_of(begun(0, 0, 0).state).hurts_at_speed is False
    assert findings_of(begun(0, 0).state).hurts_at_speed is None


def test_a_repeated_bout_leaves_the_fit_but_not_the_stop_rule() -> None:
    test = begun(0, 0, 0, 2)
    test.repeat_bout("stumbled")
    assert test.state.bouts[-1].dropped is Dropped.REPEATED
    assert len(test.state.rated) == 3
    assert test.state.n_painful == 1


def test_a_repeat_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        begun(0).repeat_bout(" ")


@pytest.mark.parametrize(
    "looser",
    [{"painful_bouts": 4}, {"long_strides": 81}, {"wait_s": 301}, {"risky_share": 0.9}],
    ids=lambda value: next(iter(value)),
)
def test_no_setting_is_looser_than_the_rules_of_care(looser: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"at most|risky"):
        TestSettings(**looser)


def test_calls_out_of_turn_are_refused() -> None:
    test = LongStrideTest(ENTRY)
    for call in (test.end_bout, test.resume, lambda: test.rate_after(0)):
        with pytest.raises(ValueError, match="the test is at"):
            call()


@pytest.mark.parametrize("pain", [-1, 11, 2.5], ids=str)
def test_pain_is_rated_zero_to_ten(pain: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        LongStrideTest(ENTRY).rate_before(pain, 0.0)


def test_strides_outside_a_bout_are_ignored() -> None:
    test = LongStrideTest(ENTRY)
    assert test.push(stride(0.0, 12.0)).n_scored == 0


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.integers(0, 10_000))
def test_whoever_walks_it_stays_within_the_rules_of_care(kind: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    walker = Walker(KINDS[kind](rng), rng)
    walker.walk_to_end()
    state = walker.test.state
    assert state.phase is Phase.ENDED
    assert state.n_painful <= 3
    assert state.n_long_strides <= 80
    top_deg = -np.inf
    usual = state.reference
    assert usual is not None
    usual_deg = usual.extension_deg
    for bout in state.bouts:
        target_deg = bout.proposal.extension_deg
        if bout.proposal.is_long and target_deg is not None:
            assert bout.proposal.values["severe_chance"] < 0.2
            assert target_deg <= max(top_deg, usual_deg - 5) + 3 + 1e-9
            assert target_deg <= usual_deg + 9
        if bout.is_comfortable and bout.proposal.step is not Step.QUICK:
            top_deg = max(top_deg, bout.extension_deg or -np.inf)


def test_entry_pain_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        EntryCheck(11, 1, False, False, False, False, False, False)
