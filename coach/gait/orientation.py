"""Gyroscope to orientation: VQF as the strapdown integrator, and vectors turned by it."""

from importlib.util import find_spec
from typing import NamedTuple, Protocol

import numpy as np

from coach.gait.vectors import Vector
from sensors.samples import FloatArray

# For cross products of many: few calls on stacked rows cost less than many on single ones.
_BOTH = np.array([2, 0, 1, 1, 2, 0])
"""(z, x, y) and (y, z, x) of a vector."""
_OF_QUATERNION = np.array([2, 3, 1, 3, 1, 2, 0])
"""(y, z, x), (z, x, y) and w of a quaternion."""


def in_sensor_frame(q0: float, q1: float, q2: float, q3: float, vector: Vector) -> Vector:
    """Components in the sensor frame of a vector fixed in the inertial frame.

    `q0` to `q3` is ``q_inertial_sensor``, scalar first.
    """
    x, y, z = vector
    # v - 2 w (q x v) + 2 q x (q x v), with t = -2 q x v
    tx = q3 * y - q2 * z
    ty = q1 * z - q3 * x
    tz = q2 * x - q1 * y
    tx, ty, tz = tx + tx, ty + ty, tz + tz
    return (
        x + q0 * tx + (q3 * ty - q2 * tz),
        y + q0 * ty + (q1 * tz - q3 * tx),
        z + q0 * tz + (q2 * tx - q1 * ty),
    )


def in_inertial_frame(q0: float, q1: float, q2: float, q3: float, vector: Vector) -> Vector:
    """Components in the inertial frame of a vector fixed in the sensor: the other way round."""
    return in_sensor_frame(q0, -q1, -q2, -q3, vector)


def all_in_sensor_frame(q: FloatArray, vector: Vector) -> FloatArray:
    """`in_sensor_frame` of many quaternions (n, 4) at once, as (3, n); the same bits."""
    x, y, z = vector
    rows = q.T.take(_OF_QUATERNION, axis=0)
    q_yzx, q_zxy, w = rows[:3], rows[3:6], rows[6]
    t: FloatArray = q_zxy * np.array([[y], [z], [x]])
    t -= q_yzx * np.array([[z], [x], [y]])
    t += t
    both = t.take(_BOTH, axis=0)
    twice = q_zxy * both[3:]
    twice -= q_yzx * both[:3]
    t *= w
    t += np.array([[x], [y], [z]])
    t += twice
    return t


class TurnedSums(NamedTuple):
    """Sums over some samples, turned from the sensor into the inertial frame.

    `rotation` are the rows of the sum of the matrices that turn sensor vectors into inertial ones,
    `acc` and `gyr` the sums of what the sensor felt.
    """

    n: int
    rotation: tuple[Vector, Vector, Vector]
    acc: Vector
    gyr: Vector


_NOUGHT = 0.0, 0.0, 0.0
NO_SUMS = TurnedSums(0, (_NOUGHT, _NOUGHT, _NOUGHT), _NOUGHT, _NOUGHT)


def turned_sums(q: FloatArray, acc: FloatArray, gyr: FloatArray) -> TurnedSums:
    """Sums of (n, 3) vectors, each turned by its quaternion of (n, 4).

    A rotation is quadratic in its quaternion, so the sums of products of two components with a
    vector say it all: they are one product of matrices, whatever n.
    """
    products = (q[:, :, None] * q[:, None, :]).reshape(-1, 16).T
    ww, wx, wy, wz, _, xx, xy, xz, _, _, yy, yz, _, _, _, zz = np.add.reduce(
        products, axis=1
    ).tolist()
    rotation = (
        (ww + xx - yy - zz, 2 * (xy - wz), 2 * (xz + wy)),
        (2 * (xy + wz), ww - xx + yy - zz, 2 * (yz - wx)),
        (2 * (xz - wy), 2 * (yz + wx), ww - xx - yy + zz),
    )
    return TurnedSums(len(q), rotation, _turned_sum(products @ acc), _turned_sum(products @ gyr))


def _turned_sum(sums: FloatArray) -> Vector:
    """Sum of turned vectors, from sums (16, 3) of quaternion products times vectors."""
    ww, wx, wy, wz, _, xx, xy, xz, _, _, yy, yz, _, _, _, zz = sums.tolist()
    return (
        ww[0] + xx[0] - yy[0] - zz[0] + 2 * (xy[1] - wz[1] + xz[2] + wy[2]),
        ww[1] - xx[1] + yy[1] - zz[1] + 2 * (xy[0] + wz[0] + yz[2] - wx[2]),
        ww[2] - xx[2] - yy[2] + zz[2] + 2 * (xz[0] - wy[0] + yz[1] + wx[1]),
    )


class Strapdown(Protocol):
    """Integrates angular rate, less a bias, into ``q_inertial_sensor``."""

    def push(self, gyr_radps: FloatArray) -> FloatArray:
        """Quaternions (n, 4) after each of these (n, 3) samples; same bits for any partition."""
        ...

    def set_bias(self, bias_radps: FloatArray) -> None:
        """Take this bias (3,), in the sensor frame, off every sample from now on."""
        ...


class VqfStrapdown:
    """VQF without its accelerometer step.

    Notes
    -----
    VQF ignores an accelerometer sample of zeros, and then only integrates. Its own inclination
    correction is a 3 s low-pass of acceleration; `coach.gait.inclination` does better on a walk
    because it knows when a person stands and that walking speed is steady
    (docs/decisions/0004-velocity-aided-inclination.md).

    References
    ----------
    Laidig and Seel, VQF: Highly accurate IMU orientation estimation with bias estimation and
    magnetic disturbance rejection, Information Fusion 91, 2023, 10.1016/j.inffus.2022.10.014.
    """

    def __init__(self, rate_hz: float) -> None:
        from vqf import VQF  # 0.1 s of import that the first window can wait for

        self._rate_hz = rate_hz
        self._vqf = VQF(1 / rate_hz, motionBiasEstEnabled=False, restBiasEstEnabled=False)
        self._no_acc = np.zeros((64, 3))

    def push(self, gyr_radps: FloatArray) -> FloatArray:
        """Quaternions (n, 4) after each of these (n, 3) samples."""
        n = len(gyr_radps)
        if n == 1:
            self._vqf.updateGyr(gyr_radps[0])
            newest: FloatArray = self._vqf.getQuat6D()
            return newest[None]
        if n < 3:  # a batch costs as much as three samples one by one; both give the same bits
            one_by_one = np.empty((n, 4))
            for i in range(n):
                self._vqf.updateGyr(gyr_radps[i])
                one_by_one[i] = self._vqf.getQuat6D()
            return one_by_one
        if n > len(self._no_acc):
            self._no_acc = np.zeros((n, 3))
        q: FloatArray = self._vqf.updateBatch(np.ascontiguousarray(gyr_radps), self._no_acc[:n])[
            "quat6D"
        ]
        return q

    def set_bias(self, bias_radps: FloatArray) -> None:
        """Take this bias (3,), in the sensor frame, off every sample from now on."""
        self._vqf.setBiasEstimate(np.ascontiguousarray(bias_radps), 1e-3)

    def __getstate__(self) -> tuple[float, object]:
        return self._rate_hz, self._vqf.state

    def __setstate__(self, state: tuple[float, object]) -> None:
        VqfStrapdown.__init__(self, state[0])
        self._vqf.state = state[1]


def strapdown(rate_hz: float) -> Strapdown:
    """VQF's integrator; in plain Python where VQF has no wheel (Linux on arm64)."""
    if find_spec("vqf") is not None:
        return VqfStrapdown(rate_hz)
    from coach.gait.plain_strapdown import PlainStrapdown

    return PlainStrapdown(rate_hz)
