"""Counts lifts of the worn knee, and for how long the thigh is still, wherever the sensor sits.

"Lift the knee of your sore side": no swing of the sensor means that it sits on the other leg.
"""

from math import acos, degrees, sqrt

from sensors.samples import ImuBlock

_STILL_RADPS, _STILL_MPS2 = 0.25, 0.8
_LEVEL_AFTER_S = 0.3
_LIFTED_DEG, _BACK_DEG = 38.0, 14.0
_SHORTEST_S, _LONGEST_S = 0.25, 5.0
_G_MPS2 = 9.81
_LONGEST_STEP_S = 0.1

Vector = tuple[float, float, float]


class KneeLifts:
    """Samples in, lifts out; any partition of the stream gives the same.

    Notes
    -----
    1. The vertical, seen from the sensor, is turned along with the rates of the gyroscope.
    2. Whenever the thigh has been still for 0.3 s the vertical is the mean force; the first such
       time is the stand that lifts are counted from.
    3. A lift is a tilt beyond 38 degrees, more than a stride's, that comes back within 14 of the
       stand, within 5 s. The other leg's lift tilts the standing thigh by a few degrees.
    """

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Count anew, from the next stand."""
        self.n_lifts = 0
        self.still_s = 0.0
        """For how long the thigh has been still by now."""
        self._up: Vector | None = None
        self._stand: Vector | None = None
        self._sum = (0.0, 0.0, 0.0)
        self._last_s: float | None = None
        self._lifted_since_s: float | None = None

    def push(self, block: ImuBlock) -> None:
        """Take in the next samples."""
        rows = zip(
            block.t_s.tolist(), block.acc_mps2.tolist(), block.gyr_radps.tolist(), strict=True
        )
        for t_s, acc, gyr in rows:
            step_s = 0.0 if self._last_s is None else min(t_s - self._last_s, _LONGEST_STEP_S)
            self._last_s = t_s
            self._sample(t_s, step_s, (acc[0], acc[1], acc[2]), (gyr[0], gyr[1], gyr[2]))

    def _sample(self, t_s: float, step_s: float, acc: Vector, gyr: Vector) -> None:
        force, rate = _size(acc), _size(gyr)
        is_still = rate < _STILL_RADPS and abs(force - _G_MPS2) < _STILL_MPS2
        if self._up is not None:
            self._up = _turned(self._up, gyr, step_s)
        if is_still:
            self.still_s += step_s
            self._sum = (self._sum[0] + acc[0], self._sum[1] + acc[1], self._sum[2] + acc[2])
            if self.still_s >= _LEVEL_AFTER_S:
                self._up = _unit(self._sum)
                if self._stand is None:
                    self._stand = self._up
        else:
            self.still_s, self._sum = 0.0, (0.0, 0.0, 0.0)
        if self._up is not None and self._stand is not None:
            self._count(t_s, _angle_deg(self._up, self._stand))

    def _count(self, t_s: float, tilt_deg: float) -> None:
        if self._lifted_since_s is None:
            if tilt_deg > _LIFTED_DEG:
                self._lifted_since_s = t_s
        elif tilt_deg < _BACK_DEG:
            if _SHORTEST_S <= t_s - self._lifted_since_s <= _LONGEST_S:
                self.n_lifts += 1
            self._lifted_since_s = None


def _turned(up: Vector, gyr: Vector, step_s: float) -> Vector:
    """The vertical, seen from a sensor that turned at this rate for so long."""
    (x, y, z), (p, q, r) = up, gyr
    return _unit(
        (
            x + step_s * (y * r - z * q),
            y + step_s * (z * p - x * r),
            z + step_s * (x * q - y * p),
        )
    )


def _unit(vector: Vector) -> Vector:
    size = _size(vector)
    return vector if size == 0.0 else (vector[0] / size, vector[1] / size, vector[2] / size)


def _size(vector: Vector) -> float:
    return sqrt(vector[0] ** 2 + vector[1] ** 2 + vector[2] ** 2)


def _angle_deg(one: Vector, other: Vector) -> float:
    cosine = one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
    return degrees(acos(max(-1.0, min(1.0, cosine))))
