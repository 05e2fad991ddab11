"""Gyroscope to orientation: VQF as the strapdown integrator, and vectors turned by it."""

from typing import Protocol, TypeVar

import numpy as np

from sensors.samples import FloatArray

Number = TypeVar("Number", float, FloatArray)
"""A float or a column of them: the formulas below use only + - *, so both give the same bits."""


def in_sensor_frame(
    q0: Number, q1: Number, q2: Number, q3: Number, vector: tuple[float, float, float]
) -> tuple[Number, Number, Number]:
    """Components in the sensor frame of a vector fixed in the inertial frame.

    `q0` to `q3` is ``q_inertial_sensor``, scalar first, as floats or as columns.
    """
    x, y, z = vector
    return (
        x * (1 - 2 * (q2 * q2 + q3 * q3)) + y * (2 * (q1 * q2 + q0 * q3))
        + z * (2 * (q1 * q3 - q0 * q2)),
        x * (2 * (q1 * q2 - q0 * q3)) + y * (1 - 2 * (q1 * q1 + q3 * q3))
        + z * (2 * (q2 * q3 + q0 * q1)),
        x * (2 * (q1 * q3 + q0 * q2)) + y * (2 * (q2 * q3 - q0 * q1))
        + z * (1 - 2 * (q1 * q1 + q2 * q2)),
    )  # fmt: skip


class Strapdown(Protocol):
    """Integrates angular rate, less a bias, into ``q_inertial_sensor``."""

    def push(self, gyr_radps: FloatArray) -> FloatArray:
        """Quaternions (n, 4) after each of these (n, 3) samples; same bits for any partition."""
        ...

    def set_bias(self, bias_radps: FloatArray) -> None:
        """Take this bias off every sample from now on."""
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
        if n > len(self._no_acc):
            self._no_acc = np.zeros((n, 3))
        q: FloatArray = self._vqf.updateBatch(np.ascontiguousarray(gyr_radps), self._no_acc[:n])[
            "quat6D"
        ]
        return q

    def set_bias(self, bias_radps: FloatArray) -> None:
        """Take this bias off every sample from now on."""
        self._vqf.setBiasEstimate(np.ascontiguousarray(bias_radps), 1e-3)

    def __getstate__(self) -> tuple[float, object]:
        return self._rate_hz, self._vqf.state

    def __setstate__(self, state: tuple[float, object]) -> None:
        VqfStrapdown.__init__(self, state[0])
        self._vqf.state = state[1]
