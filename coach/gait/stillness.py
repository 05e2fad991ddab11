"""Whether the sensor stood still for a moment, and whether it felt which way is up."""

from math import radians

import numpy as np

from coach.gait.history import History
from coach.gait.vectors import Vector
from sensors.samples import FloatArray

_STILL_GYR_SD_RADPS = radians(6.0)
_STILL_GYR_MEAN_RADPS = radians(3.0)
_STILL_ACC_SD_MPS2 = 0.6
_LEAST_FORCE_MPS2 = 4.0
"""Less, in the mean of a quarter of a second, is a fall or an accelerometer that tells nothing."""
_STIRRING_RADPS = 8 * _STILL_GYR_SD_RADPS


def is_still(
    history: History, start: int, stop: int, bias_radps: Vector, slack_radps: float
) -> bool:
    """Whether samples start to stop are those of a sensor that does not move.

    `slack_radps` is how far the mean rate may be off the gyroscope's bias because that is unsure.
    """
    ax, ay, az = history.gyr_radps_at(start)
    bx, by, bz = history.gyr_radps_at(stop - 1)
    if abs(ax - bx) > _STIRRING_RADPS or abs(ay - by) > _STIRRING_RADPS:
        return False  # most of a walk is told from these two samples
    if abs(az - bz) > _STIRRING_RADPS:
        return False
    mean_radps, spread_radps = _mean_and_sd(history.gyr_radps(start, stop))
    if not spread_radps.max() < _STILL_GYR_SD_RADPS:
        return False
    if not np.abs(mean_radps - bias_radps).max() < _STILL_GYR_MEAN_RADPS + slack_radps:
        return False
    force, spread_mps2 = _mean_and_sd(history.acc_mps2(start, stop))
    return bool(spread_mps2.max() < _STILL_ACC_SD_MPS2) and _is_gravity(force)


def has_gravity(history: History, start: int, stop: int) -> bool:
    """Whether there is a mean force that can tell where up is."""
    return _is_gravity(history.acc_mps2(start, stop).mean(axis=0))


def _is_gravity(force: FloatArray) -> bool:
    return float(force @ force) > _LEAST_FORCE_MPS2**2


def _mean_and_sd(rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Mean and standard deviation of each column."""
    n = len(rows)
    mean = np.add.reduce(rows) / n
    away = rows - mean
    away *= away
    return mean, np.sqrt(np.add.reduce(away) / n)
