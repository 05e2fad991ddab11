"""How many samples were lost on the way, told by the orientation the sensor sends with them."""

from collections import deque
from collections.abc import Sequence
from math import atan2, cos, hypot, inf, sin, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sensors.samples import FloatArray

_N_LEARNED = 300
_LEARN_EVERY = 50
_MOVING_RADPS = 0.3
_MOST_UNLIKE = 0.1
_LEAST_KEPT = 0.8
_OUTLIER = 5.0
_LEAST_SD_RAD = 5e-5  # the last bit of a 16-bit angle
_SURE_SDS = 8.0
_MOST_LOST = 7

_Vector = tuple[float, float, float]
_Quaternion = tuple[float, float, float, float]
"""Sensor's frame to the world, scalar first."""


class _Frame(NamedTuple):
    rate_radps: _Vector
    orientation: _Quaternion
    pull: _Vector
    """Axis and sine of the angle from the vertical told to the force felt."""


class Missing(NamedTuple):
    """What is missing right before some samples.

    Attributes
    ----------
    n_lost : int
        How many samples.
    is_sure : bool
        The orientation tells it; else 0, and nothing is known.
    """

    n_lost: int = 0
    is_sure: bool = False


class LossByOrientation:
    """Compares how far the sensor turned, by its own orientation, with its angular rates.

    Between two samples that follow each other the orientation changes by the angular rate times
    the sample period; where one was lost between, by twice as much. Nothing is taken on trust: the
    period, the weights of neighbouring rates, and how strongly the accelerometer corrects the
    orientation are learned from the sensor's own samples (so any on-board filter of that kind will
    do), and a sensor whose orientation does not follow its rates is not listened to.

    Notes
    -----
    1. The turn between two samples, as a rotation vector in the sensor's frame, from its angles.
    2. While it moves, the turn is fitted by least squares to the rates of the last three samples
       and the axis about which gravity, as felt, differs from gravity as told; outliers, which
       losses are, are left out. Believed if what is left is less than a tenth of the turn.
    3. For each number lost, the turn expected: the fit, or the mean of the two rates for so many
       periods. The nearest is the answer, if it is nearer than the next by eight times the
       spread of step 2; else the sensor hardly turned, and nothing is said.
    """

    def __init__(self) -> None:
        self._seen: deque[tuple[float, ...]] = deque(maxlen=_N_LEARNED)
        self._n_new = 0
        self._fitted: FloatArray | None = None
        self._is_believed = False
        self._sd_rad = inf
        self.reset()

    def reset(self) -> None:
        """Forget the last samples, not what was learned: what comes next does not follow them."""
        self._before: _Vector | None = None
        self._last: _Frame | None = None

    def push(self, acc_mps2: FloatArray, gyr_radps: FloatArray, angles_rad: FloatArray) -> Missing:
        """Return what is missing before the first of these samples, which follow each other.

        Parameters
        ----------
        acc_mps2, gyr_radps, angles_rad : (n, 3) arrays
            Specific force, angular rate, and roll, pitch and yaw (z-y'-x''), in the sensor's frame.
        """
        said = [
            self._step(force, rate, angles)
            for force, rate, angles in zip(
                acc_mps2.tolist(), gyr_radps.tolist(), angles_rad.tolist(), strict=True
            )
        ]
        return said[0]

    def _step(self, force: list[float], rate: list[float], angles: list[float]) -> Missing:
        x, y, z = rate
        q = _quaternion(*angles)
        frame = _Frame((x, y, z), q, _pull(force, q))
        last, before = self._last, self._before
        self._last, self._before = frame, last and last.rate_radps
        if last is None or before is None:
            return Missing()
        turn = _turn(last.orientation, q)
        told = before, last.rate_radps, frame.rate_radps, last.pull
        missing = self._missing(turn, told)
        if missing.n_lost == 0 and hypot(*last.rate_radps) > _MOVING_RADPS:
            self._learn(turn, told)
        return missing

    def _missing(self, turn: _Vector, told: tuple[_Vector, ...]) -> Missing:
        """Step 3."""
        if self._fitted is None or not self._is_believed:
            return Missing()
        a, b, c, d = self._fitted.tolist()
        before, last, this, pull = told
        half = (a + b + c) / 2
        mx, my, mz = [half * (u + v) + d * p for u, v, p in zip(last, this, pull, strict=True)]
        fitted = [
            a * s + b * u + c * v + d * p
            for s, u, v, p in zip(before, last, this, pull, strict=True)
        ]
        away = [_distance(turn, fitted)]
        for n_lost in range(1, _MOST_LOST + 1):
            n = n_lost + 1
            away.append(_distance(turn, (n * mx, n * my, n * mz)))
        best, next_best = sorted(away)[:2]
        is_sure = next_best - best > _SURE_SDS * self._sd_rad
        return Missing(away.index(best), True) if is_sure else Missing()

    def _learn(self, turn: _Vector, told: tuple[_Vector, ...]) -> None:
        """Step 2."""
        self._seen.append((*turn, *(value for vector in told for value in vector)))
        self._n_new += 1
        if self._n_new < _LEARN_EVERY:
            return
        self._n_new = 0
        seen = np.array(self._seen).reshape(len(self._seen), -1, 3)
        turns, tolds = seen[:, 0], seen[:, 1:]
        if self._fitted is not None:
            new = slice(-_LEARN_EVERY, None)
            left = _left(turns[new], tolds[new], self._fitted)
            kept = left[_is_kept(left)]
            self._sd_rad = max(sqrt(float((kept**2).mean())), _LEAST_SD_RAD)
            usual_rad = sqrt(float((turns[new] ** 2).sum(axis=1).mean()))
            self._is_believed = (
                len(kept) >= _LEAST_KEPT * len(left) and self._sd_rad <= _MOST_UNLIKE * usual_rad
            )
        first = _fit(turns, tolds)
        is_kept = _is_kept(_left(turns, tolds, first))
        self._fitted = _fit(turns[is_kept], tolds[is_kept])


def _fit(turns: FloatArray, tolds: FloatArray) -> FloatArray:
    """The (4,) weights that make the (n, 3) turns of the (n, 4, 3) rates and pulls."""
    told = tolds.transpose(0, 2, 1).reshape(turns.size, -1)
    weights: FloatArray = np.linalg.lstsq(told, turns.ravel(), rcond=None)[0].astype(np.float64)
    return weights


def _left(turns: FloatArray, tolds: FloatArray, weights: FloatArray) -> FloatArray:
    """Size of what the weights do not explain, (n,)."""
    away = turns - np.tensordot(tolds, weights, (1, 0))
    left: FloatArray = np.sqrt((away**2).sum(axis=1))
    return left


def _is_kept(left: FloatArray) -> NDArray[np.bool_]:
    return left <= _OUTLIER * max(float(np.median(left)), _LEAST_SD_RAD)


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])


def _cross(a: Sequence[float], b: Sequence[float]) -> _Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _quaternion(roll: float, pitch: float, yaw: float) -> _Quaternion:
    cr, cp, cy = cos(roll / 2), cos(pitch / 2), cos(yaw / 2)
    sr, sp, sy = sin(roll / 2), sin(pitch / 2), sin(yaw / 2)
    return (
        cr * cp * cy + sr * sp * sy,
        sr * cp * cy - cr * sp * sy,
        cr * sp * cy + sr * cp * sy,
        cr * cp * sy - sr * sp * cy,
    )


def _pull(force: Sequence[float], q: _Quaternion) -> _Vector:
    w, x, y, z = q
    up = 2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)
    size = max(hypot(*force), 1.0)
    px, py, pz = _cross(force, up)
    return px / size, py / size, pz / size


def _turn(q: _Quaternion, following: _Quaternion) -> _Vector:
    """Rotation vector from one orientation to the following, in the frame of the sensor."""
    w, *v = q
    next_w, *next_v = following
    x, y, z = (w * a - next_w * b - c for a, b, c in zip(next_v, v, _cross(v, next_v), strict=True))
    cosine, sine = (
        w * next_w + v[0] * next_v[0] + v[1] * next_v[1] + v[2] * next_v[2],
        hypot(x, y, z),
    )
    share = 2 * atan2(sine, abs(cosine)) / sine if sine > 0 else 2.0
    share = -share if cosine < 0 else share
    return share * x, share * y, share * z
