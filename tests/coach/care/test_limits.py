"""The decision for every stride, on peaks and predictions made up by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.care.limits import CueKind, Decision, Limit, StrideJudge
from coach.gait.events import (
    Calibrated,
    ExtensionPeak,
    GaitEvent,
    Posture,
    PostureChange,
    Prediction,
)

LIMIT = Limit(extension_deg=20.0, dead_band_deg=1.0)
METRES = Limit(stride_length_m=1.40, dead_band_m=0.03)


def peak(stride: int, extension_deg: float, length_m: float | None = None) -> ExtensionPeak:
    """The measured peak of the n-th stride, each a second long."""
    return ExtensionPeak(
        t_s=stride + 0.6,
        reported_s=stride + 0.63,
        stride_start_s=float(stride),
        peak_thigh_extension_deg=extension_deg,
        peak_thigh_extension_sd_deg=0.8,
        expected_stride_length_m=length_m,
        expected_stride_length_sd_m=None if length_m is None else 0.04,
    )


def prediction(
    stride: int, extension_deg: float, sd_deg: float = 1.0, t_s: float = 0.45
) -> Prediction:
    return Prediction(stride + t_s, float(stride), extension_deg, sd_deg)


def judged(limit: Limit | None, *events: GaitEvent) -> tuple[Decision, ...]:
    return StrideJudge(limit).decisions(events)


def overs(limit: Limit | None, *events: GaitEvent) -> list[bool]:
    return [decision.is_over for decision in judged(limit, *events)]


def test_a_peak_over_the_limit_is_over() -> None:
    (decision,) = judged(LIMIT, peak(1, 23.0))
    assert decision.is_over
    assert decision.kind is CueKind.MEASURED
    assert decision.excess_deg == pytest.approx(3.0)
    assert (decision.t_s, decision.stride_start_s) == (1.63, 1.0)
    assert decision.limit is LIMIT


def test_a_peak_under_the_limit_is_under() -> None:
    (decision,) = judged(LIMIT, peak(1, 16.0))
    assert not decision.is_over
    assert decision.excess_deg == pytest.approx(-4.0)
    assert decision.probability < 0.01


def test_a_peak_on_the_limit_is_an_even_chance() -> None:
    (decision,) = judged(LIMIT, peak(1, 20.0))
    assert decision.probability == pytest.approx(0.5)


def test_a_peak_one_sd_over_is_over_with_84_percent() -> None:
    (decision,) = judged(LIMIT, peak(1, 20.8))
    assert decision.probability == pytest.approx(0.8413, abs=1e-4)


def test_a_sure_prediction_decides_before_the_peak() -> None:
    (decision,) = judged(LIMIT, prediction(1, 24.0), peak(1, 24.0))
    assert decision.kind is CueKind.PREDICTED
    assert decision.is_over
    assert decision.t_s == 1.45


def test_an_unsure_prediction_leaves_it_to_the_peak() -> None:
    (decision,) = judged(LIMIT, prediction(1, 21.0, sd_deg=6.0), peak(1, 24.0))
    assert decision.kind is CueKind.MEASURED


def test_a_prediction_under_the_limit_decides_nothing() -> None:
    assert judged(LIMIT, prediction(1, 15.0)) == ()


def test_a_later_look_may_decide() -> None:
    (decision,) = judged(LIMIT, prediction(1, 19.0), prediction(1, 24.0, t_s=0.5))
    assert decision.t_s == 1.5


def test_the_peak_does_not_take_a_predicted_cue_back() -> None:
    assert overs(LIMIT, prediction(1, 24.0), peak(1, 15.0)) == [True]


def test_one_over_decision_a_stride() -> None:
    looks = prediction(1, 24.0), prediction(1, 26.0, t_s=0.5)
    assert overs(LIMIT, *looks, peak(1, 25.0), peak(1, 27.0)) == [True]


def test_every_stride_is_decided_anew() -> None:
    assert overs(LIMIT, peak(1, 25.0), peak(2, 15.0), peak(3, 25.0)) == [True, False, True]


def test_a_deeper_second_peak_counts_instead() -> None:
    assert overs(LIMIT, peak(1, 18.0), peak(1, 24.0)) == [False, True]


def test_the_cue_does_not_flicker_inside_the_dead_band() -> None:
    # 19.5 is under the limit, but by less than the dead band of 1 deg
    assert overs(LIMIT, peak(1, 19.5)) == [False]
    assert overs(LIMIT, peak(1, 21.0), peak(2, 19.5), peak(3, 19.5)) == [True, True, True]


def test_below_the_dead_band_a_stride_is_under_again() -> None:
    assert overs(LIMIT, peak(1, 21.0), peak(2, 18.5), peak(3, 19.5)) == [True, False, False]


def test_a_stride_that_was_not_decided_keeps_the_dead_band() -> None:
    assert overs(LIMIT, peak(1, 21.0), prediction(2, 15.0), peak(3, 19.5)) == [True, True]


def test_a_predicted_cue_opens_the_dead_band_too() -> None:
    assert overs(LIMIT, prediction(1, 24.0), peak(2, 19.5)) == [True, True]


def test_another_limit_begins_without_the_dead_band_of_the_last() -> None:
    judge = StrideJudge(LIMIT)
    judge.decisions((peak(1, 21.0), peak(2, 24.0)))
    judge.limit = replace(LIMIT, extension_deg=22.0)
    (decision,) = judge.decisions((peak(3, 21.5),))
    assert not decision.is_over


def test_the_same_limit_set_again_keeps_the_dead_band() -> None:
    judge = StrideJudge(LIMIT)
    judge.decisions((peak(1, 21.0),))
    judge.limit = replace(LIMIT)
    (decision,) = judge.decisions((peak(2, 19.5),))
    assert decision.is_over


def test_a_stride_over_the_last_limit_is_not_decided_again_by_the_new_one() -> None:
    judge = StrideJudge(LIMIT)
    judge.decisions((prediction(1, 24.0),))
    judge.limit = replace(LIMIT, extension_deg=30.0)
    assert judge.decisions((peak(1, 24.0),)) == ()


def test_excess_is_told_without_the_dead_band() -> None:
    decisions = judged(LIMIT, peak(1, 21.0), peak(2, 19.5))
    assert decisions[1].excess_deg == pytest.approx(-0.5)


def test_a_limit_in_metres_waits_for_the_peak() -> None:
    (decision,) = judged(METRES, prediction(1, 40.0), peak(1, 5.0, length_m=1.52))
    assert decision.is_over
    assert decision.kind is CueKind.MEASURED
    assert decision.excess_m == pytest.approx(0.12)
    assert decision.excess_deg is None


def test_the_dead_band_in_metres() -> None:
    events = [peak(1, 5.0, 1.45), peak(2, 5.0, 1.38), peak(3, 5.0, 1.35), peak(4, 5.0, 1.38)]
    assert overs(METRES, *events) == [True, True, False, False]


def test_an_unknown_length_decides_nothing() -> None:
    assert judged(METRES, peak(1, 40.0)) == ()


def test_either_limit_is_enough() -> None:
    both = Limit(extension_deg=20.0, stride_length_m=1.40)
    assert overs(both, peak(1, 25.0, 1.2)) == [True]
    assert overs(both, peak(1, 15.0, 1.6)) == [True]
    assert overs(both, peak(1, 15.0, 1.2)) == [False]
    assert overs(both, peak(1, 15.0)) == [False]


@pytest.mark.parametrize("limit", [None, Limit()], ids=["no limit", "an empty limit"])
def test_without_a_limit_nothing_is_decided(limit: Limit | None) -> None:
    assert judged(limit, prediction(1, 40.0), peak(1, 40.0, 2.0)) == ()


def test_other_events_decide_nothing() -> None:
    assert judged(LIMIT, PostureChange(1.0, 1.0, Posture.WALKING)) == ()
    assert judged(LIMIT, Calibrated(1.0, True, 0.3, None)) == ()


def test_another_limit_holds_from_the_next_event_on() -> None:
    judge = StrideJudge(LIMIT)
    assert judge.decisions((peak(1, 15.0),))[0].is_over is False
    judge.limit = replace(LIMIT, extension_deg=10.0)
    assert judge.decisions((peak(2, 15.0),))[0].is_over is True
    judge.limit = None
    assert judge.decisions((peak(3, 15.0),)) == ()


EVENTS = st.lists(
    st.tuples(st.booleans(), st.booleans(), st.floats(-10, 45), st.floats(0.5, 2.0)), max_size=40
)


def made(drawn: list[tuple[bool, bool, float, float]]) -> list[Prediction | ExtensionPeak]:
    events: list[Prediction | ExtensionPeak] = []
    stride = 0
    for is_new_stride, is_peak, extension_deg, length_m in drawn:
        stride += is_new_stride
        events.append(
            peak(stride, extension_deg, length_m) if is_peak else prediction(stride, extension_deg)
        )
    return events


@given(EVENTS, st.sampled_from([LIMIT, METRES, Limit(extension_deg=15.0, stride_length_m=1.2)]))
def test_at_most_one_over_decision_a_stride(
    drawn: list[tuple[bool, bool, float, float]], limit: Limit
) -> None:
    over = [d.stride_start_s for d in judged(limit, *made(drawn)) if d.is_over]
    assert len(over) == len(set(over))


@given(EVENTS)
def test_under_is_only_ever_measured(drawn: list[tuple[bool, bool, float, float]]) -> None:
    decisions = judged(LIMIT, *made(drawn))
    assert all(d.is_over or d.kind is CueKind.MEASURED for d in decisions)
    assert all(0 <= d.probability <= 1 for d in decisions)


@given(EVENTS, st.integers(0, 40))
def test_how_events_come_changes_no_decision(
    drawn: list[tuple[bool, bool, float, float]], cut: int
) -> None:
    events = made(drawn)
    judge = StrideJudge(LIMIT)
    parts = judge.decisions(tuple(events[:cut])) + judge.decisions(tuple(events[cut:]))
    assert parts == judged(LIMIT, *events)
