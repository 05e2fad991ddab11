"""The run of the last few strides: smoothed values that move, and how even the rhythm is."""

from dataclasses import dataclass, field
from statistics import fmean, stdev

from coach.care.usual import Usual, stride_time_s
from coach.gait.events import Stride

TREND_STRIDES = 5
_NEW_SHARE = 2 / (TREND_STRIDES + 1)  # the usual weight of an EWMA "over n"
_RHYTHM_STRIDES = 10
_FEWEST_RHYTHM_STRIDES = 8
_SLOWER_RATIO = 1.10  # a tenth longer per stride is plain to see and beyond day-to-day change
_UNEVEN_VARIATION = 0.06  # healthy stride time varies by 1-3 %; to be confirmed by a physio


@dataclass(slots=True)
class Trend:
    """Exponentially weighted means over five scored strides; None before the first stride.

    Plain values only, so that it can be kept and restored with the stage that holds it.
    """

    n_strides: int = 0
    extension_deg: float | None = None
    stride_length_m: float | None = None
    stride_time_s: float | None = None
    recent_stride_times_s: list[float] = field(default_factory=list)

    @property
    def is_settled(self) -> bool:
        """Whether enough strides have been seen to speak of a trend."""
        return self.n_strides >= TREND_STRIDES

    def add(self, stride: Stride) -> None:
        """Take one whole, scored stride in."""
        duration_s = stride_time_s(stride)
        self.n_strides += 1
        self.extension_deg = _smoothed(self.extension_deg, stride.peak_thigh_extension_deg)
        self.stride_time_s = _smoothed(self.stride_time_s, duration_s)
        if stride.stride_length_m is not None:
            self.stride_length_m = _smoothed(self.stride_length_m, stride.stride_length_m)
        self.recent_stride_times_s = [*self.recent_stride_times_s, duration_s][-_RHYTHM_STRIDES:]

    def is_slower(self, usual: Usual) -> bool:
        """Whether strides have become clearly slower than usual."""
        return (
            self.stride_time_s is not None
            and self.stride_time_s >= _SLOWER_RATIO * usual.stride_time_s
        )

    def is_uneven(self) -> bool:
        """Whether the time per stride varies more than a steady walk's does."""
        times_s = self.recent_stride_times_s
        return len(times_s) >= _FEWEST_RHYTHM_STRIDES and stdev(
            times_s
        ) > _UNEVEN_VARIATION * fmean(times_s)

    def is_hollow(self, usual: Usual) -> bool:
        """Whether extension fell only together with slower or uneven strides: no success."""
        return (
            self.extension_deg is not None
            and self.extension_deg <= usual.extension_deg - usual.extension_sd_deg
            and (self.is_slower(usual) or self.is_uneven())
        )


def _smoothed(old: float | None, new: float) -> float:
    return new if old is None else old + _NEW_SHARE * (new - old)
