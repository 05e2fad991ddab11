"""Sample times that may be trusted, and accelerations and turn rates brought together."""

from itertools import groupby
from pathlib import Path

import numpy as np

from sensors.csv_rows import refused
from sensors.errors import SensorFault
from sensors.packet_time import ArrivalClock
from sensors.samples import FloatArray

_REGULAR_SHARE = 0.9
_REGULAR_WITHIN = 0.35  # of a period
_PAUSE_S = 0.5  # a longer step is no part of the rate
_LEAST_TOGETHER_S = 1.0
_BRIDGED_PERIODS = 3.5


def unwrapped(ticks: FloatArray, n_bits: int, path: Path) -> FloatArray:
    """The (n,) ticks of a counter of so many bits, going on where it began anew.

    Raises
    ------
    RecordingError
        TIME_GOES_BACK where a step back is no beginning anew; two equal ticks are.
    """
    span = float(1 << n_bits)
    steps = np.diff(ticks)
    steps[steps <= -span / 2] += span
    if not (steps > 0).all():
        i = int(np.argmin(steps > 0))
        raise refused(SensorFault.TIME_GOES_BACK, path, row=i + 2)
    return np.concatenate([ticks[:1], ticks[0] + np.cumsum(steps)])


def sample_times_s(stamps_s: FloatArray, path: Path, rate_hz: float | None = None) -> FloatArray:
    """Strictly increasing (n,) times of samples that were stamped when taken, or on arrival.

    Stamps of regular samples are kept. Stamps that come in bursts tell when packets arrived: the
    times in between are found as for a sensor without a clock (`ArrivalClock`).

    Raises
    ------
    RecordingError
        TIME_GOES_BACK.
    """
    steps_s = np.diff(stamps_s)
    if not (steps_s >= 0).all():
        i = int(np.argmin(steps_s >= 0))
        raise refused(SensorFault.TIME_GOES_BACK, path, t_s=float(stamps_s[i + 1]), row=i + 2)
    if not len(steps_s) or _are_regular(steps_s):
        return stamps_s
    flowing_s = steps_s[steps_s < _PAUSE_S]
    if rate_hz is None:
        total_s = float(flowing_s.sum())
        if total_s <= 0:
            raise refused(SensorFault.RATE_UNTOLD, path)
        rate_hz = len(flowing_s) / total_s
    clock = ArrivalClock(rate_hz)
    times = [
        clock.push(stamp_s, sum(1 for _ in same)) for stamp_s, same in groupby(stamps_s.tolist())
    ]
    return np.concatenate(times)


def together(acc: FloatArray, gyr: FloatArray, path: Path) -> FloatArray:
    """The (n, 7) time, accelerations and turn rates, from two streams of (k, 4) with their times.

    The samples of the gyroscope stay as they are, for angles are integrated from them;
    accelerations are taken on the straight line between their neighbours. Where one of the two
    streams has a hole, there are no samples.

    Raises
    ------
    RecordingError
        OTHER_HALF_MISSING when they share less than a second.
    """
    acc_s, gyr_s = acc[:, 0], gyr[:, 0]
    if len(acc) < 2:
        raise refused(SensorFault.EMPTY, path)
    if np.array_equal(acc_s, gyr_s):
        return np.column_stack([acc, gyr[:, 1:]])
    after = np.searchsorted(acc_s, gyr_s)
    is_between = (after > 0) & (after < len(acc_s))
    after = np.clip(after, 1, len(acc_s) - 1)
    widest_s = _BRIDGED_PERIODS * float(np.median(np.diff(acc_s)))
    is_between &= acc_s[after] - acc_s[after - 1] <= widest_s
    kept = gyr[is_between | np.isin(gyr_s, acc_s)]
    if not len(kept) or kept[-1, 0] - kept[0, 0] < _LEAST_TOGETHER_S:
        raise refused(SensorFault.OTHER_HALF_MISSING, path, reason="not recorded at the same time")
    between = [np.interp(kept[:, 0], acc_s, acc[:, axis]) for axis in (1, 2, 3)]
    return np.column_stack([kept[:, 0], *between, kept[:, 1:]])


def _are_regular(steps_s: FloatArray) -> bool:
    if not (steps_s > 0).all():
        return False
    period_s = float(np.median(steps_s))
    n_periods = np.maximum(1, np.round(steps_s / period_s))
    off = np.abs(steps_s - n_periods * period_s)
    return bool((off <= _REGULAR_WITHIN * period_s).mean() >= _REGULAR_SHARE)
