"""The medio-lateral axis of the thigh, learnt from how it swings."""

from math import atan2, cos, pi, radians, sin

import numpy as np

from coach.gait.events import WearFault
from coach.gait.vectors import Vector, across, combined, cross, unit, vector
from sensors.samples import FloatArray

_FAST_RADPS = 1.0
"""Only samples turning faster than this say where the hinge is."""
_PRIOR_S, _PRIOR_RADPS = 0.05, 3.0
"""The declared placement counts as much as this long a swing at this rate."""
_MEMORY_S, _SHORT_MEMORY_S = 25.0, 5.0
_SIGN_NEEDS_S, _DOUBT_NEEDS_S = 1.5, 2.5
_SURE_SKEWNESS, _DOUBT_SKEWNESS = 0.2, -0.25
"""Skewness of the flexion rate in forward walking: 0.2 to 1.1 on the dev walks after 1.5 s."""
_TURNED_ROUND_RAD = radians(50.0)
_SLIPPED_RAD = radians(14.0)


class HingeAxis:
    """Learns the medio-lateral axis from how the thigh swings.

    Notes
    -----
    1. Project angular rate onto the plane across the standing vertical: rotation about the long
       axis of the thigh would otherwise draw the principal axis away (signal-chain figures: 70 % of
       the energy in one axis before projection, 93-97 % after).
    2. Principal axis of the fast samples, in closed form for two dimensions, over 25 s of swing.
    3. A declared placement starts as a weak prior and fixes the sign, so backward steps do not
       flip it. Without one the sign is that of the faster swings: the thigh flexes faster than it
       extends. The same asymmetry over the first whole strides confirms either, and if clearly
       against the placement tells a sensor worn on the back of the thigh.
    4. The axis over the last 5 s is compared with the longer one: a strap (or foot) that turned.
    """

    def __init__(self, up: FloatArray, right: FloatArray | None, rate_hz: float) -> None:
        self._up = vector(up)
        guess = right if right is not None else np.roll(up, 1)
        self._count_from(unit(across(vector(guess), self._up)))
        self._rate_hz = rate_hz
        self._is_declared = self._is_sign_known = right is not None
        self._is_doubted = self._is_turn_told = False
        prior = _PRIOR_RADPS**2 * _PRIOR_S * rate_hz if right is not None else 0.0
        self._sums = [prior, 0.0, 0.0]
        self._recent = [0.0, 0.0, 0.0]
        self._thirds = [0.0, 0.0, 0.0, 0.0]
        self._n_fast = 0

    @property
    def is_known(self) -> bool:
        """Whether axis and sign can be used."""
        return self._is_sign_known

    def axis(self) -> FloatArray:
        """Unit vector (3,) to the right, in the sensor frame."""
        return np.array(self._at(_angle_rad(self._sums)))

    def learn(self, gyr_radps: FloatArray, *, is_stride: bool) -> WearFault | None:
        """Take in the rates (n, 3), bias removed, of one stretch; a fault if they tell.

        Only whole strides of walking are asked about sign and slip: sitting down or lifting a knee
        turns the same hinge, but in another rhythm.
        """
        swing = gyr_radps @ self._plane
        first, second = swing.T
        swing = swing[first * first + second * second > _FAST_RADPS**2]
        if len(swing) == 0:
            return None
        (along, both), (_, beside) = (swing.T @ swing).tolist()
        new = [along, both, beside]
        swung_s = len(swing) / self._rate_hz
        self._sums = _faded(self._sums, new, swung_s / _MEMORY_S)
        self._recent = _faded(self._recent, new, swung_s / _SHORT_MEMORY_S)
        if not self._is_sign_known or (is_stride and not self._is_doubted):
            return self._learn_sign(*swing.T)
        return (self._slip() if is_stride else None) or self._far()

    def _learn_sign(self, first: FloatArray, second: FloatArray) -> WearFault | None:
        products = (first**3, first**2 * second, first * second**2, second**3)
        self._thirds = [t + float(p.sum()) for t, p in zip(self._thirds, products, strict=True)]
        self._n_fast += len(first)
        skewness, angle_rad = self._skewness(), _angle_rad(self._sums)
        if self._is_sign_known:
            if self._n_fast < _DOUBT_NEEDS_S * self._rate_hz:
                return None
            self._is_doubted = True
            is_turned = self._is_declared and abs(angle_rad) > _TURNED_ROUND_RAD
            is_against = skewness < (0.0 if is_turned else _DOUBT_SKEWNESS)
            if is_turned or is_against:
                self._rebase(-1.0 if is_against else 1.0)
                if not self._is_declared:
                    return None  # nothing was told that could be wrong
                return WearFault.TURNED_ROUND if is_turned else WearFault.BACK_OF_THIGH
        elif self._n_fast >= _SIGN_NEEDS_S * self._rate_hz and abs(skewness) > _SURE_SKEWNESS:
            self._rebase(1.0 if skewness > 0 else -1.0)
            self._is_sign_known = True
            self._thirds, self._n_fast = [0.0, 0.0, 0.0, 0.0], 0
        return None

    def _slip(self) -> WearFault | None:
        if self._recent[0] + self._recent[2] < _FAST_RADPS**2 * _SHORT_MEMORY_S * self._rate_hz / 2:
            return None
        turned_rad = _angle_rad(self._recent) - _angle_rad(self._sums)
        turned_rad = (turned_rad + pi / 2) % pi - pi / 2
        if abs(turned_rad) < _SLIPPED_RAD:
            return None
        self._sums = list(self._recent)
        self._is_turn_told = True
        return WearFault.STRAP_OR_FOOT_TURNED

    def _far(self) -> WearFault | None:
        """So far round that hardly a stride was seen on the way: taken off and put on elsewhere."""
        if not self._is_doubted or self._is_turn_told:
            return None
        if abs(_angle_rad(self._sums)) < _TURNED_ROUND_RAD:
            return None
        self._is_turn_told = True
        return WearFault.STRAP_OR_FOOT_TURNED

    def _skewness(self) -> float:
        angle_rad = _angle_rad(self._sums)
        c, s = cos(angle_rad), sin(angle_rad)
        t, m = self._thirds, self._sums
        third = c * c * c * t[0] + 3 * c * c * s * t[1] + 3 * c * s * s * t[2] + s * s * s * t[3]
        second = c * c * m[0] + 2 * c * s * m[1] + s * s * m[2]
        skewness: float = third / self._n_fast / (second / self._n_fast) ** 1.5
        return skewness

    def _rebase(self, sign: float) -> None:
        """Count angles from the axis found, so that learning on never takes it across the fold."""
        m = self._sums
        angle_rad = _angle_rad(m)
        c, s = cos(angle_rad), sin(angle_rad)
        along = c * c * m[0] + 2 * c * s * m[1] + s * s * m[2]
        x, y, z = self._at(angle_rad)
        self._count_from((sign * x, sign * y, sign * z))
        self._sums = [along, 0.0, m[0] + m[2] - along]
        self._recent = [0.0, 0.0, 0.0]

    def _count_from(self, first: Vector) -> None:
        """Count angles in the plane across the vertical from this axis."""
        self._first, self._second = first, cross(self._up, first)
        self._plane: FloatArray = np.array((self._first, self._second)).T

    def _at(self, angle_rad: float) -> Vector:
        return combined(self._first, cos(angle_rad), self._second, sin(angle_rad))


def _angle_rad(sums: list[float]) -> float:
    return 0.5 * atan2(2 * sums[1], sums[0] - sums[2])


def _faded(old: list[float], new: list[float], share: float) -> list[float]:
    keep = max(0.0, 1.0 - share)
    return [keep * a + b for a, b in zip(old, new, strict=True)]
