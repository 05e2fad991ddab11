"""Gyroscope to orientation in plain Python, for computers that VQF has no wheel for."""

from math import cos, sin, sqrt

import numpy as np

from sensors.samples import FloatArray

_Quaternion = tuple[float, float, float, float]
_START: _Quaternion = (1.0, 0.0, 0.0, 0.0)


class PlainStrapdown:
    """The same turns as VQF's integrator, one sample at a time.

    Notes
    -----
    1. The rate of a sample, less the bias, holds for one period: it turns by the angle
       |rate| / rate_hz about its own axis, exactly.
    2. The turn is in the sensor frame, so it stands at the right of the product.
    3. The product is made a unit quaternion again.
    """

    def __init__(self, rate_hz: float) -> None:
        self._period_s = 1 / rate_hz
        self._q = _START
        self._bias_radps = (0.0, 0.0, 0.0)

    def push(self, gyr_radps: FloatArray) -> FloatArray:
        """Quaternions (n, 4) after each of these (n, 3) samples."""
        turned: list[_Quaternion] = []
        for x, y, z in gyr_radps.tolist():
            self._q = self._turned_by(x, y, z)
            turned.append(self._q)
        return np.array(turned).reshape(-1, 4)

    def set_bias(self, bias_radps: FloatArray) -> None:
        """Take this bias (3,), in the sensor frame, off every sample from now on."""
        x, y, z = bias_radps.tolist()
        self._bias_radps = x, y, z

    def _turned_by(self, x: float, y: float, z: float) -> _Quaternion:
        # 1. the turn of one sample
        bias_x, bias_y, bias_z = self._bias_radps
        x, y, z = x - bias_x, y - bias_y, z - bias_z
        rate_radps = sqrt(x * x + y * y + z * z)
        if rate_radps == 0.0:
            return self._q
        half_rad = 0.5 * rate_radps * self._period_s
        share = sin(half_rad) / rate_radps
        w, x, y, z = cos(half_rad), share * x, share * y, share * z
        # 2. at the right of the product
        a, b, c, d = self._q
        q = (
            a * w - b * x - c * y - d * z,
            a * x + b * w + c * z - d * y,
            a * y - b * z + c * w + d * x,
            a * z + b * y - c * x + d * w,
        )
        # 3. a unit quaternion again
        size = sqrt(sum(each * each for each in q))
        return q[0] / size, q[1] / size, q[2] / size, q[3] / size
