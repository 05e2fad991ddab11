"""The person's own line between thigh extension and stride length."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np

from coach.gait.events import Stride

_FEWEST_STRIDES = 20
_LEAST_RANGE_DEG = 3.0
_LEAST_R_SQUARED = 0.5
_BEYOND_DEG = 1.0


class WhyNoLength(StrEnum):
    """Why an extension cannot be said in metres."""

    TOO_FEW_STRIDES = "too_few_strides"
    TOO_NARROW = "too_narrow"
    """The strides lie too close together to show a slope."""
    NO_RELATION = "no_relation"
    """Longer strides do not go with more extension, as in a limp."""
    OUTSIDE = "outside"
    """The extension lies beyond the strides that were walked."""


@dataclass(frozen=True, slots=True)
class LengthLine:
    """``length = mean_length + slope (extension - mean_extension)``, with what it stands on."""

    mean_extension_deg: float
    mean_length_m: float
    slope_m_per_deg: float
    residual_sd_m: float
    r_squared: float
    n_strides: int
    spread_deg: float
    range_deg: tuple[float, float]

    def length_m(self, extension_deg: float) -> tuple[float, float]:
        """Mean stride length at an extension, and the SD of that mean."""
        from_mean_deg = extension_deg - self.mean_extension_deg
        leverage = 1 + (from_mean_deg / self.spread_deg) ** 2
        length_m = self.mean_length_m + self.slope_m_per_deg * from_mean_deg
        return length_m, self.residual_sd_m * sqrt(leverage / self.n_strides)

    def extension_deg(self, length_m: float) -> float:
        """The extension at which strides have this length, on a line that rises."""
        return self.mean_extension_deg + (length_m - self.mean_length_m) / self.slope_m_per_deg

    def why_not(self, extension_deg: float | None = None) -> WhyNoLength | None:
        """Why the line does not hold, or not at this extension; None where it does."""
        low_deg, high_deg = self.range_deg
        if self.n_strides < _FEWEST_STRIDES:
            return WhyNoLength.TOO_FEW_STRIDES
        if high_deg - low_deg < _LEAST_RANGE_DEG:
            return WhyNoLength.TOO_NARROW
        if self.slope_m_per_deg <= 0 or self.r_squared < _LEAST_R_SQUARED:
            return WhyNoLength.NO_RELATION
        if (
            extension_deg is None
            or low_deg - _BEYOND_DEG <= extension_deg <= high_deg + _BEYOND_DEG
        ):
            return None
        return WhyNoLength.OUTSIDE


def length_line(strides: Iterable[Stride]) -> LengthLine | None:
    """Least-squares line through these strides; None below three strides with a length.

    `range_deg` holds the 5th and the 95th percentile, so that one odd stride does not widen it.
    """
    pairs = [
        (stride.peak_thigh_extension_deg, stride.stride_length_m)
        for stride in strides
        if stride.stride_length_m is not None
    ]
    if len(pairs) < 3:
        return None
    x, y = np.array(pairs).T
    from_mean_x, from_mean_y = x - x.mean(), y - y.mean()
    spread, total = float((from_mean_x**2).mean()), float((from_mean_y**2).mean())
    if spread < 1e-9 or total < 1e-12:
        return None
    slope = float((from_mean_x * from_mean_y).mean()) / spread
    residual = float(((from_mean_y - slope * from_mean_x) ** 2).sum()) / (len(pairs) - 2)
    low_deg, high_deg = np.percentile(x, (5, 95)).tolist()
    return LengthLine(
        mean_extension_deg=float(x.mean()),
        mean_length_m=float(y.mean()),
        slope_m_per_deg=slope,
        residual_sd_m=sqrt(residual),
        r_squared=slope**2 * spread / total,
        n_strides=len(pairs),
        spread_deg=sqrt(spread),
        range_deg=(low_deg, high_deg),
    )
