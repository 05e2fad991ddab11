"""How the sensor sits on the thigh: the vertical at standing neutral and the medio-lateral axis."""

from dataclasses import dataclass
from math import acos, atan2, ceil, degrees, sqrt

import numpy as np

from coach.gait.orientation import cross
from sensors.samples import FloatArray, Placement

_AXES = {
    sign + name: tuple(float(value * (i == axis)) for i in range(3))
    for sign, value in (("+", 1.0), ("-", -1.0))
    for axis, name in enumerate("xyz")
}


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
        ax, ay, az = self.anterior
        ux, uy, uz = self.up
        return atan2(x * ax + y * ay + z * az, x * ux + y * uy + z * uz)

    def flexions_rad(self, ups_sensor: FloatArray) -> list[float]:
        """`flexion_rad` of many verticals (3, n); the same bits."""
        parts = np.array((self.anterior, self.up))[:, :, None] * ups_sensor
        forward, upward = (parts[:, 0] + parts[:, 1] + parts[:, 2]).tolist()
        return list(map(atan2, forward, upward))


def alignment_from(up: FloatArray, right: FloatArray) -> Alignment:
    """Thigh frame with this vertical; `right` is made perpendicular to it."""
    up = up / sqrt(up @ up)
    right = right - (right @ up) * up
    right = right / sqrt(right @ right)
    return Alignment(*(tuple(v.tolist()) for v in (cross(up, right), up, right)))


@dataclass(frozen=True, slots=True)
class WornProfile:
    """How a person wore the sensor before: unit vectors in the sensor frame, and the usual angle.

    Used until the person stands for a new neutral, and then to check the first strides.
    """

    up: tuple[float, float, float]
    right: tuple[float, float, float]
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
