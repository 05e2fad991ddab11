"""The thigh's angle over the stride: mean and spread of all scored strides of a walk."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from coach.gait.events import Stride, Trace
from sensors.samples import FlagArray, FloatArray, SampleFlag

N_POINTS = 101
"""0 to 100 % of the stride, from peak flexion to peak flexion."""
FEWEST_STRIDES = 3
_AFTER_GAP = int(SampleFlag.AFTER_GAP)


class StrideCurve(NamedTuple):
    """Thigh extension over the stride, in degrees behind the standing line.

    Attributes
    ----------
    mean_deg, sd_deg : (101,) arrays
        At 0 to 100 % of the stride; the SD is that of single strides around the mean.
    n_strides : int
        How many strides it is made of.
    """

    mean_deg: FloatArray
    sd_deg: FloatArray
    n_strides: int


def stride_curve(traces: Iterable[Trace], strides: Iterable[Stride]) -> StrideCurve | None:
    """The mean curve of the scored strides; None of fewer than three.

    Each stride is resampled from its own peak flexion to the next, so that long and short ones
    count alike. A stride with a loss in it, or before there was a neutral, is left out.
    """
    pieces = [trace for trace in traces if len(trace.t_s)]
    if not pieces:
        return None
    t_s = np.concatenate([piece.t_s for piece in pieces])
    extension_deg = -np.concatenate([piece.thigh_flexion_deg for piece in pieces])
    flags = np.concatenate([piece.flags for piece in pieces])
    curves = [
        curve
        for stride in strides
        if stride.is_scored and stride.end_s is not None
        for curve in [_resampled(t_s, extension_deg, flags, stride.start_s, stride.end_s)]
        if curve is not None
    ]
    if len(curves) < FEWEST_STRIDES:
        return None
    together = np.array(curves)
    return StrideCurve(together.mean(axis=0), together.std(axis=0, ddof=1), len(curves))


def _resampled(
    t_s: FloatArray, extension_deg: FloatArray, flags: FlagArray, start_s: float, end_s: float
) -> FloatArray | None:
    first, last = np.searchsorted(t_s, (start_s, end_s))
    rows = slice(max(0, int(first) - 1), int(last) + 1)
    values = extension_deg[rows]
    if len(values) < 3 or not np.isfinite(values).all() or (flags[rows][1:] & _AFTER_GAP).any():
        return None
    wanted_s = np.linspace(start_s, end_s, N_POINTS)
    return np.interp(wanted_s, t_s[rows], values)
