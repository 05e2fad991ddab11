"""How the sensor sits on the thigh: the vertical at standing neutral and the medio-lateral axis."""

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, sin

import numpy as np

from coach.gait.orientation import cross
from sensors.samples import FloatArray, Placement

_AXES = {
    sign + name: tuple(float(value * (i == axis)) for i in range(3))
    for sign, value in (("+", 1.0), ("-", -1.0))
    for axis, name in enumerate("xyz")
}
_FAST_RADPS = 1.0
"""Only samples turning faster than this say where the hinge is."""
_SURE_SKEWNESS = 0.2
_PRIOR_WEIGHT_S = 0.05
"""How long a walker swings, at 3 rad/s, before the swing outweighs the declared placement."""


def placement_axes(placement: Placement) -> tuple[FloatArray, FloatArray]:
    """Unit vectors (up, right) in the sensor frame for a sensor strapped as told.

    Raises
    ------
    ValueError
        If an axis name is unknown or both name the same axis.
    """
    if placement.up not in _AXES or placement.anterior not in _AXES:
        raise ValueError(f"placement {placement} names an axis that does not exist")
    up, anterior = np.array(_AXES[placement.up]), np.array(_AXES[placement.anterior])
    if abs(up @ anterior) > 0.5:
        raise ValueError(f"placement {placement} names one axis twice")
    return up, cross(anterior, up)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The thigh seen from the sensor, at standing neutral; unit vectors, right-handed.

    `anterior`, `up` and `right` are the thigh's x, y and z (ISB).
    """

    anterior: tuple[float, float, float]
    up: tuple[float, float, float]
    right: tuple[float, float, float]

    def flexion_rad(self, up_sensor: tuple[float, float, float]) -> float:
        """Thigh flexion for this vertical, seen from the sensor; positive forward."""
        x, y, z = up_sensor
        return atan2(
            x * self.anterior[0] + y * self.anterior[1] + z * self.anterior[2],
            x * self.up[0] + y * self.up[1] + z * self.up[2],
        )


def alignment_from(up: FloatArray, right: FloatArray) -> Alignment:
    """Thigh frame with this vertical; `right` is made perpendicular to it."""
    up = up / np.sqrt(up @ up)
    right = right - (right @ up) * up
    right = right / np.sqrt(right @ right)
    return Alignment(*(tuple(v.tolist()) for v in (cross(up, right), up, right)))


class HingeAxis:
    """Learns the medio-lateral axis from how the thigh swings.

    Notes
    -----
    1. Project angular rate onto the plane across the standing vertical: rotation about the long
       axis of the thigh would otherwise draw the principal axis away (signal-chain figures: 70 % of
       the energy in one axis before projection, 93-97 % after).
    2. Principal axis of the fast samples, in closed form for two dimensions.
    3. A declared placement starts as a weak prior and fixes the sign for good, so backward steps
       do not flip it. Without one the sign is that of the faster swings: the thigh flexes faster
       than it extends.
    """

    def __init__(self, up: FloatArray, right: FloatArray | None, rate_hz: float) -> None:
        guess = right if right is not None else np.roll(up, 1)
        guess = guess - (guess @ up) * up
        self._first = guess / np.sqrt(guess @ guess)
        self._second = cross(up, self._first)
        self._is_sign_known = right is not None
        prior = 9.0 * _PRIOR_WEIGHT_S * rate_hz if right is not None else 0.0
        self._sums = [prior, 0.0, 0.0]
        self._thirds = [0.0, 0.0, 0.0, 0.0]
        self._n_fast = 0
        self._n_needed = 1.5 * rate_hz  # a stride of fast swing, before a sign is believed

    @property
    def is_known(self) -> bool:
        """Whether axis and sign can be used."""
        return self._is_sign_known

    def learn(self, gyr_radps: FloatArray) -> None:
        """Take in the angular rates (n, 3), bias removed, of a stretch of walking."""
        first, second = gyr_radps @ self._first, gyr_radps @ self._second
        is_fast = first * first + second * second > _FAST_RADPS**2
        first, second = first[is_fast], second[is_fast]
        self._sums[0] += float((first * first).sum())
        self._sums[1] += float((first * second).sum())
        self._sums[2] += float((second * second).sum())
        if not self._is_sign_known and len(first):
            self._learn_sign(first, second)

    def _learn_sign(self, first: FloatArray, second: FloatArray) -> None:
        products = (first**3, first**2 * second, first * second**2, second**3)
        for i, product in enumerate(products):
            self._thirds[i] += float(product.sum())
        self._n_fast += len(first)
        angle_rad = self._angle_rad()
        c, s = cos(angle_rad), sin(angle_rad)
        t = self._thirds
        third = c * c * c * t[0] + 3 * c * c * s * t[1] + 3 * c * s * s * t[2] + s * s * s * t[3]
        second_moment = c * c * self._sums[0] + 2 * c * s * self._sums[1] + s * s * self._sums[2]
        skewness = third / self._n_fast / (second_moment / self._n_fast) ** 1.5
        if self._n_fast >= self._n_needed and abs(skewness) > _SURE_SKEWNESS:
            sign = 1.0 if skewness > 0 else -1.0
            axis, up = sign * self.axis(), cross(self._first, self._second)
            # count angles from this axis on, so that learning on never takes it across the fold
            self._first, self._second = axis, cross(up, axis)
            self._sums = [second_moment, 0.0, self._sums[0] + self._sums[2] - second_moment]
            self._is_sign_known = True

    def axis(self) -> FloatArray:
        """Unit vector to the right, in the sensor frame."""
        angle_rad = self._angle_rad()
        return self._first * cos(angle_rad) + self._second * sin(angle_rad)

    def _angle_rad(self) -> float:
        return 0.5 * atan2(2 * self._sums[1], self._sums[0] - self._sums[2])


class NeutralStand:
    """Collects the vertical while the person stands still."""

    _ENOUGH_S = 2.0
    _MAX_SD_DEG = 1.5

    def __init__(self) -> None:
        self._ups: list[FloatArray] = []
        self.duration_s = 0.0

    def add(self, up_sensor: FloatArray, duration_s: float) -> None:
        """Take in the mean vertical (3,) of one still stretch."""
        self._ups.append(up_sensor)
        self.duration_s += duration_s
        del self._ups[:-64]

    def is_enough(self) -> bool:
        """Whether the person stood long enough."""
        return self.duration_s >= self._ENOUGH_S

    def neutral(self) -> tuple[FloatArray, float]:
        """The vertical (3,) at neutral, and its SD in degrees."""
        ups = np.stack(self._ups)
        up = np.median(ups, axis=0)
        up = up / np.sqrt(up @ up)
        off_deg = [degrees(acos(min(1.0, cosine))) for cosine in (ups @ up).tolist()]
        return up, float(np.sqrt(np.mean(np.square(off_deg))))

    def is_steady(self) -> bool:
        """Whether the wobble is small enough for a neutral."""
        return self.neutral()[1] <= self._MAX_SD_DEG
