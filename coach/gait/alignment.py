"""How the sensor sits on the thigh: the vertical at standing neutral and the medio-lateral axis."""

from dataclasses import dataclass
from math import acos, atan2, ceil, degrees

import numpy as np

from coach.gait.orientation import all_in_sensor_frame
from coach.gait.vectors import Vector, across, cross, unit, vector
from sensors.samples import FloatArray, Placement

_FEW_ROWS = 16
"""Up to so many rows plain floats are quicker than numpy."""
_AXES = {
    sign + name: tuple(float(value * (i == axis)) for i in range(3))
    for sign, value in (("+", 1.0), ("-", -1.0))
    for axis, name in enumerate("xyz")
}


def placement_axes(placement: Placement) -> tuple[FloatArray, FloatArray]:
    """Unit vectors (up, right), each (3,), in the sensor frame for a sensor strapped as told.

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
    return up, np.array(cross(vector(anterior), vector(up)))


@dataclass(frozen=True, slots=True)
class Alignment:
    """The thigh seen from the sensor, at standing neutral; unit vectors, right-handed.

    `anterior`, `up` and `right` are the thigh's x, y and z (ISB).
    """

    anterior: Vector
    up: Vector
    right: Vector

    def flexion_rad(self, up_sensor: Vector) -> float:
        """Thigh flexion for this vertical, seen from the sensor; positive forward."""
        x, y, z = up_sensor
        ax, ay, az = self.anterior
        ux, uy, uz = self.up
        return atan2(x * ax + y * ay + z * az, x * ux + y * uy + z * uz)

    def flexions_rad(self, q: FloatArray, up: Vector) -> list[float]:
        """`flexion_rad` for these orientations (n, 4) and a vertical of the inertial frame.

        The same bits as through `in_sensor_frame`, for one or many: a few rows in plain floats,
        whose formulas stand here once more because calls would cost as much again.
        """
        if len(q) > _FEW_ROWS:
            axes = np.array((self.anterior, self.up))[:, :, None]
            parts = axes * all_in_sensor_frame(q, up)
            forward, upward = (parts[:, 0] + parts[:, 1] + parts[:, 2]).tolist()
            return list(map(atan2, forward, upward))
        x, y, z = up
        ax, ay, az = self.anterior
        ux, uy, uz = self.up
        flexions_rad = []
        for q0, q1, q2, q3 in q.tolist():
            tx = q3 * y - q2 * z
            ty = q1 * z - q3 * x
            tz = q2 * x - q1 * y
            tx, ty, tz = tx + tx, ty + ty, tz + tz
            vx = x + q0 * tx + (q3 * ty - q2 * tz)
            vy = y + q0 * ty + (q1 * tz - q3 * tx)
            vz = z + q0 * tz + (q2 * tx - q1 * ty)
            flexions_rad.append(atan2(vx * ax + vy * ay + vz * az, vx * ux + vy * uy + vz * uz))
        return flexions_rad


def alignment_from(up: FloatArray, right: FloatArray) -> Alignment:
    """Thigh frame with this vertical; `right` is made perpendicular to it.

    Both are (3,) vectors in the sensor frame, of any length but nought.
    """
    true_up = unit(vector(up))
    true_right = unit(across(vector(right), true_up))
    return Alignment(cross(true_up, true_right), true_up, true_right)


@dataclass(frozen=True, slots=True)
class WornProfile:
    """How a person wore the sensor before: unit vectors in the sensor frame, and the usual angle.

    Used until the person stands for a new neutral, and then to check the first strides.
    """

    up: Vector
    right: Vector
    usual_extension_deg: float


class NeutralStand:
    """Collects the vertical while the person stands still."""

    _ENOUGH_S = 2.0
    _MAX_SD_DEG = 1.5

    def __init__(self) -> None:
        self._ups: list[FloatArray] = []
        self.duration_s = 0.0

    def add(self, up_sensor: FloatArray, duration_s: float) -> None:
        """Take in the mean vertical (3,) of one still stretch; only the last two seconds count."""
        self._ups.append(up_sensor)
        self.duration_s += duration_s
        del self._ups[: -max(2, ceil(self._ENOUGH_S / duration_s))]

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
