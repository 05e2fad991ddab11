"""Mean stride curves of hand-made traces."""

from itertools import pairwise
from math import pi

import numpy as np
import pytest

from coach.follow_up.stride_curve import N_POINTS, stride_curve
from coach.gait.events import Stride, Trace
from sensors.samples import SampleFlag

RATE_HZ = 100.0


def stride(start_s: float, end_s: float, *, is_scored: bool = True) -> Stride:
    return Stride(
        start_s, end_s, end_s, start_s, 14.0, 0.8, 20.0, start_s, None, None, None, None,
        is_scored=is_scored, why_not=None,
    )  # fmt: skip


def waves(*periods_s: float, amplitude_deg: float = 20.0) -> tuple[Trace, tuple[Stride, ...]]:
    """Cosines of thigh flexion, peak to peak, one stride each."""
    edges_s = np.concatenate([[0.0], np.cumsum(periods_s)])
    t_s = np.arange(round(edges_s[-1] * RATE_HZ) + 1) / RATE_HZ
    i = np.clip(np.searchsorted(edges_s, t_s, side="right") - 1, 0, len(periods_s) - 1)
    phase = (t_s - edges_s[i]) / np.array(periods_s)[i]
    flexion_deg = amplitude_deg * np.cos(2 * pi * phase)
    trace = Trace(t_s, flexion_deg, np.zeros(len(t_s), np.uint8))
    return trace, tuple(stride(float(a), float(b)) for a, b in pairwise(edges_s))


def test_strides_of_any_length_make_one_curve() -> None:
    trace, strides = waves(1.0, 1.2, 0.9, 1.1)
    curve = stride_curve([trace], strides)
    assert curve is not None
    expected = -20.0 * np.cos(2 * pi * np.linspace(0.0, 1.0, N_POINTS))
    # Samples are 10 ms apart: straight lines between them are at most 0.1 deg off here.
    np.testing.assert_allclose(curve.mean_deg, expected, atol=0.1)


def test_extension_is_behind_the_standing_line_and_positive() -> None:
    trace, strides = waves(1.0, 1.0, 1.0)
    curve = stride_curve([trace], strides)
    assert curve is not None
    assert curve.mean_deg[50] == pytest.approx(20.0, abs=0.1)


def test_strides_that_are_alike_have_no_spread() -> None:
    trace, strides = waves(1.0, 1.0, 1.0)
    curve = stride_curve([trace], strides)
    assert curve is not None
    assert curve.sd_deg.max() == pytest.approx(0.0, abs=1e-9)


def test_two_strides_are_too_few() -> None:
    trace, strides = waves(1.0, 1.0)
    assert stride_curve([trace], strides) is None


def test_strides_that_are_not_scored_do_not_count() -> None:
    trace, strides = waves(1.0, 1.0, 1.0, 1.0)
    unscored = stride(strides[0].start_s, strides[0].end_s or 0.0, is_scored=False)
    curve = stride_curve([trace], (unscored, *strides[1:]))
    assert curve is not None
    assert curve.n_strides == 3


def test_a_stride_with_a_loss_in_it_does_not_count() -> None:
    trace, strides = waves(1.0, 1.0, 1.0, 1.0)
    trace.flags[150] = SampleFlag.AFTER_GAP
    curve = stride_curve([trace], strides)
    assert curve is not None
    assert curve.n_strides == 3


def test_a_stride_without_a_neutral_does_not_count() -> None:
    trace, strides = waves(1.0, 1.0, 1.0, 1.0)
    trace.thigh_flexion_deg[50] = np.nan
    curve = stride_curve([trace], strides)
    assert curve is not None
    assert curve.n_strides == 3


def test_no_trace_makes_no_curve() -> None:
    assert stride_curve([], ()) is None
