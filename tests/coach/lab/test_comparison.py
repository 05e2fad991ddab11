"""Each rule of docs/evaluation.md on strides that anyone can redo on paper."""

from dataclasses import replace

import pytest

from coach.analysis import JudgedStride
from coach.care.limits import CueKind, Decision, Limit
from coach.gait.events import Stride, WhyNot
from coach.lab.comparison import Comparison, compared, cues, matched
from coach.lab.figures import cycle_means, figures
from coach.lab.reference import Reference, ReferenceStride


def _true(peak_s: float, deg: float = 20.0, **fields: object) -> ReferenceStride:
    return ReferenceStride(peak_s, deg, **fields)  # type: ignore[arg-type]


def _found(peak_s: float, deg: float = 20.0, *, cue_s: float | None = None) -> JudgedStride:
    stride = Stride(
        start_s=peak_s - 0.5,
        end_s=peak_s + 0.5,
        known_s=peak_s + 0.6,
        peak_thigh_extension_s=peak_s,
        peak_thigh_extension_deg=deg,
        peak_thigh_extension_sd_deg=1.0,
        peak_thigh_flexion_deg=25.0,
        reported_s=peak_s + 0.03,
        stride_length_m=1.2,
        stride_length_sd_m=0.05,
        cadence_spm=120.0,
        walking_speed_mps=1.2,
        is_scored=True,
        why_not=None,
    )
    if cue_s is None:
        return JudgedStride(stride, None)
    limit = Limit(extension_deg=15.0)
    cue = Decision(cue_s, stride.start_s, CueKind.PREDICTED, True, 0.9, 2.0, None, limit)
    return JudgedStride(stride, cue)


def _unscored(judged: JudgedStride) -> JudgedStride:
    return JudgedStride(replace(judged.stride, is_scored=False, why_not=WhyNot.TURN), judged.cue)


def _compared(
    truth: list[ReferenceStride], found: list[JudgedStride], *spans: tuple[float, float]
) -> Comparison:
    return compared("walk", "group", 60.0, Reference(tuple(truth), spans), found)


def test_peaks_more_than_150_ms_apart_are_two_strides() -> None:
    truth = [_true(1.0), _true(2.0)]
    pairs = matched(truth, [_found(1.149), _found(2.151)])
    assert [pair.reference for pair in pairs] == [truth[0]]


def test_of_two_candidates_the_nearer_one_is_the_stride() -> None:
    (pair,) = matched([_true(1.0)], [_found(0.9), _found(1.05)])
    assert pair.found.stride.peak_thigh_extension_s == 1.05


def test_first_and_last_stride_of_a_bout_may_go_unscored() -> None:
    truth = [_true(float(t)) for t in range(1, 6)]
    inner = [_found(float(t)) for t in range(2, 5)]
    assert _compared(truth, inner).n_missed == 0


def test_a_stride_in_the_middle_that_is_not_scored_is_missed() -> None:
    truth = [_true(float(t)) for t in range(1, 6)]
    found = [_found(float(t)) for t in range(1, 6)]
    found[2] = _unscored(found[2])
    assert _compared(truth, found).n_missed == 1


def test_a_scored_stride_that_never_was_is_false() -> None:
    truth = [_true(float(t)) for t in range(1, 6)]
    found = [_found(float(t)) for t in (1, 2, 3, 4, 5)] + [_found(3.4)]
    assert _compared(truth, found, (0.0, 6.0)).n_false == 1


def test_a_stride_at_the_edge_of_a_bout_is_not_false() -> None:
    truth = [_true(float(t)) for t in range(1, 6)]
    found = [_found(float(t)) for t in (1, 2, 3, 4, 5)] + [_found(5.6)]
    assert _compared(truth, found, (0.5, 6.0)).n_false == 0


def test_a_scored_turn_is_counted_and_its_angle_left_out() -> None:
    truth = [_true(1.0), _true(2.0, is_turn=True), _true(3.0)]
    walk = _compared(truth, [_found(1.0), _found(2.0, 99.0), _found(3.0)])
    assert walk.n_turns_scored == 1
    assert figures([walk]).extension_rmse_deg == 0.0


def test_repeats_of_a_cycle_count_as_one() -> None:
    assert cycle_means([("a", 1.0), ("a", 3.0), ("b", 6.0)]) == [2.0, 6.0]


def test_rmse_and_bias_are_over_cycles() -> None:
    truth = [_true(1.0, block="a"), _true(2.0, block="a"), _true(3.0, block="b")]
    walk = _compared(truth, [_found(1.0, 21.0), _found(2.0, 21.0), _found(3.0, 17.0)])
    told = figures([walk])
    assert told.extension_rmse_deg == pytest.approx(((1 + 9) / 2) ** 0.5)
    assert told.extension_bias_deg == pytest.approx((1 - 3) / 2)


def test_the_90_percent_interval_is_1645_standard_deviations() -> None:
    truth = [_true(1.0), _true(2.0)]
    walk = _compared(truth, [_found(1.0, 21.64), _found(2.0, 21.65)])
    assert [residual.is_inside for residual in walk.extension] == [True, False]


def test_length_error_is_relative_to_the_reference() -> None:
    walk = _compared([_true(1.0, stride_length_m=1.0)], [_found(1.0)])
    assert figures([walk]).length_plain_mape == pytest.approx(20.0)


def test_cues_are_judged_only_where_the_reference_is_clear() -> None:
    truth = [_true(1.0, 22.7), _true(2.0, 22.5), _true(3.0, 17.5), _true(4.0, 17.3)]
    found = [_found(float(t), cue_s=t - 0.2) for t in (1, 2, 3, 4)]
    told = cues(truth, found, 20.0)
    assert (told.n_over, len(told.lead_s), told.n_under, told.n_alarmed) == (1, 1, 1, 1)


def test_lead_is_from_the_decision_to_the_true_peak() -> None:
    (lead_s,) = cues([_true(1.0, 25.0)], [_found(1.1, cue_s=0.8)], 20.0).lead_s
    assert lead_s == pytest.approx(0.2)
