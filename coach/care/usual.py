"""How the person usually walks: what the floor and lesson mode are measured against."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, median

from coach.care.limits import Limit
from coach.gait.events import Stride

_FLOOR_BELOW_USUAL_DEG = 5.0  # care.md, "The cue", floor
_FLOOR_OF_USUAL_LENGTH = 0.8  # care.md, "The cue", floor
_SMALLEST_SD_DEG = 0.5  # twenty strides that look more alike than this are luck
_SMALLEST_SD_M = 0.01
_SD_PER_MAD = 1.4826  # standard deviation over median absolute deviation, normal distribution


@dataclass(frozen=True, slots=True)
class Usual:
    """The person's own uncoached stride: its centre and its stride-to-stride spread.

    From a profile or from the first strides of a walk; lengths are None where nobody knows them.
    """

    extension_deg: float
    extension_sd_deg: float
    stride_time_s: float
    stride_length_m: float | None = None
    stride_length_sd_m: float | None = None

    @property
    def floor_deg(self) -> float:
        """The thigh extension below which nobody is coached."""
        return self.extension_deg - _FLOOR_BELOW_USUAL_DEG

    @property
    def floor_m(self) -> float | None:
        """The stride length below which nobody is coached; None without a usual length."""
        if self.stride_length_m is None:
            return None
        return _FLOOR_OF_USUAL_LENGTH * self.stride_length_m


def usual_of(strides: Sequence[Stride]) -> Usual:
    """Return what is usual in these whole, scored strides; a few odd ones do not move it.

    Raises
    ------
    ValueError
        If there are fewer than two strides, or one of them was cut off.
    """
    if len(strides) < 2:
        raise ValueError(f"{len(strides)} strides do not show what is usual")
    extension_deg, extension_sd_deg = _centre_and_sd([s.peak_thigh_extension_deg for s in strides])
    lengths_m = [s.stride_length_m for s in strides if s.stride_length_m is not None]
    length_m, length_sd_m = _centre_and_sd(lengths_m) if len(lengths_m) > 1 else (None, None)
    return Usual(
        extension_deg=extension_deg,
        extension_sd_deg=max(extension_sd_deg, _SMALLEST_SD_DEG),
        stride_time_s=median(stride_time_s(stride) for stride in strides),
        stride_length_m=length_m,
        stride_length_sd_m=None if length_sd_m is None else max(length_sd_m, _SMALLEST_SD_M),
    )


def stride_time_s(stride: Stride) -> float:
    """Time from peak flexion to peak flexion.

    Raises
    ------
    ValueError
        If the end of the walk cut the stride off.
    """
    if stride.end_s is None:
        raise ValueError("a stride that was cut off has no duration")
    return stride.end_s - stride.start_s


def share_cued(usual: Usual, limit: Limit) -> float:
    """Share of the person's usual strides beyond this limit and its dead band, 0 to 1.

    For a limit in degrees and in metres it is the larger of the two.
    """
    shares = [0.0]
    if limit.extension_deg is not None:
        usual_deg = NormalDist(usual.extension_deg, usual.extension_sd_deg)
        shares.append(1 - usual_deg.cdf(limit.extension_deg + limit.dead_band_deg))
    if (
        limit.stride_length_m is not None
        and usual.stride_length_m is not None
        and usual.stride_length_sd_m is not None
    ):
        usual_m = NormalDist(usual.stride_length_m, usual.stride_length_sd_m)
        shares.append(1 - usual_m.cdf(limit.stride_length_m + limit.dead_band_m))
    return max(shares)


def _centre_and_sd(values: list[float]) -> tuple[float, float]:
    """Median, and the standard deviation that the median absolute deviation stands for."""
    centre = median(values)
    return centre, _SD_PER_MAD * median(abs(value - centre) for value in values)
