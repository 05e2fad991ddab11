"""Counts how often the worn thigh goes from a pose to another and back, lying or standing."""

from dataclasses import dataclass
from math import acos, atan2, degrees, sqrt
from statistics import median

from sensors.samples import ImuBlock, SampleFlag

Vector = tuple[float, float, float]

_GRAVITY_MPS2 = 9.80665
_CORRECTED_WITHIN_S = 1.5
"""Time constant with which the mean force corrects what the gyroscope integrates."""
_TRUSTED_WITHIN_MPS2 = 1.5
"""A force that differs more from gravity is mostly movement."""
_STILL_RADPS = 0.12
_STILL_S = 0.8
_OUT_SHARE, _BACK_SHARE = 0.5, 0.4
"""Out: beyond half the usual lift. Back: below 0.4 of this lift. Apart, so that it cannot flicker.
"""
_SHORTEST_S = 0.6
_USUAL_OF = 5
_AFTER_GAP = int(SampleFlag.AFTER_GAP)


@dataclass(frozen=True, slots=True)
class Repetition:
    """Out and back once.

    `lift_deg` is how far the thigh went from its own start pose. `behind_deg` is how far it went
    the other way since the repetition before: behind the stand, where a leg swings from standing.
    """

    start_s: float
    end_s: float
    lift_deg: float
    behind_deg: float

    @property
    def duration_s(self) -> float:
        """From leaving the start pose to being back, holds included."""
        return self.end_s - self.start_s


class RepetitionCounter:
    """Streaming; any partition of the samples gives the same repetitions.

    Parameters
    ----------
    least_lift_deg : float
        A smaller movement is none.
    longest_top_s : float
        Away and still for longer is a new start pose: another position was taken up.

    Notes
    -----
    1. The vertical, seen from the sensor: the gyroscope carries it, the mean force corrects it.
    2. The start pose: the vertical of the first still 0.8 s, taken anew whenever the thigh is still
       near it, or still elsewhere for longer than any hold.
    3. The angle between the two, signed by the direction of the first movement, so that a swing
       beyond the start pose is no second repetition.
    4. Hysteresis: out beyond half the usual lift (median of the last five; at first the least
       lift), back below 0.4 of this lift's peak.
    One sensor does not see turning about the vertical; no exercise of the library is that.
    """

    def __init__(self, least_lift_deg: float = 10.0, longest_top_s: float = 8.0) -> None:
        self._least_lift_deg, self._longest_top_s = least_lift_deg, longest_top_s
        self.reset()

    def reset(self) -> None:
        """Begin anew: another exercise, set or leg."""
        self._up: Vector | None = None
        self._last_s = 0.0
        self._start: Vector | None = None
        self._towards: Vector | None = None
        self._still_s = 0.0
        self._lifts_deg: list[float] = []
        self._left_s: float | None = None
        self._peak_deg = 0.0
        self._behind_deg = 0.0
        self._rest_left_s: float | None = None
        self.lift_deg: float | None = None
        """Angle from the start pose now, positive the way the movement goes; None before one."""

    @property
    def is_ready(self) -> bool:
        """Whether the start pose is known."""
        return self._start is not None

    def push(self, block: ImuBlock) -> tuple[Repetition, ...]:
        """The repetitions that these samples completed."""
        done = []
        rows = zip(
            block.t_s.tolist(),
            block.acc_mps2.tolist(),
            block.gyr_radps.tolist(),
            block.flags.tolist(),
            strict=True,
        )
        for t_s, acc, gyr, flag in rows:
            if flag & _AFTER_GAP:
                self._up, self._left_s = None, None
            repetition = self._take(t_s, acc, gyr)
            if repetition is not None:
                done.append(repetition)
        return tuple(done)

    def _take(self, t_s: float, acc: list[float], gyr: list[float]) -> Repetition | None:
        force = sqrt(acc[0] ** 2 + acc[1] ** 2 + acc[2] ** 2)
        if self._up is None:
            if force < 1.0:
                return None
            self._up, self._last_s = (acc[0] / force, acc[1] / force, acc[2] / force), t_s
            return None
        period_s, self._last_s = t_s - self._last_s, t_s
        self._up = _carried(self._up, acc, force, gyr, period_s)
        speed = sqrt(gyr[0] ** 2 + gyr[1] ** 2 + gyr[2] ** 2)
        self._still_s = self._still_s + period_s if speed < _STILL_RADPS else 0.0
        self._see_start(t_s)
        return self._see_movement(t_s)

    def _see_start(self, t_s: float) -> None:
        up, start = self._up, self._start
        if up is None or self._still_s < _STILL_S:
            return
        if start is None:
            self._start = up
        elif _angle_deg(up, start) < self._out_deg * _BACK_SHARE:
            self._start = _mixed(start, up, 0.02)
        elif self._still_s > self._longest_top_s:
            self._start, self._towards, self._left_s = up, None, None

    def _see_movement(self, t_s: float) -> Repetition | None:
        up, start = self._up, self._start
        if up is None or start is None:
            return None
        angle = self.lift_deg = self._signed_deg(up, start)
        self._behind_deg = max(self._behind_deg, -angle)
        if self._left_s is None:
            if angle < self._out_deg * _BACK_SHARE:
                self._rest_left_s = t_s
            if angle > self._out_deg:
                self._left_s = t_s if self._rest_left_s is None else self._rest_left_s
                self._peak_deg = angle
                if self._towards is None:
                    self._towards = up
            return None
        if angle > self._peak_deg:
            self._peak_deg = angle
            if not self._lifts_deg:
                self._towards = up
        if angle > _BACK_SHARE * self._peak_deg:
            return None
        return self._back(t_s)

    def _back(self, t_s: float) -> Repetition | None:
        left_s, self._left_s = self._left_s, None
        if left_s is None or t_s - left_s < _SHORTEST_S:
            return None
        repetition = Repetition(left_s, t_s, self._peak_deg, max(0.0, self._behind_deg))
        self._behind_deg = 0.0
        self._lifts_deg = [*self._lifts_deg, self._peak_deg][-_USUAL_OF:]
        return repetition

    @property
    def _out_deg(self) -> float:
        """Beyond this angle the thigh is out."""
        if not self._lifts_deg:
            return self._least_lift_deg
        return max(self._least_lift_deg, _OUT_SHARE * median(self._lifts_deg))

    def _signed_deg(self, up: Vector, start: Vector) -> float:
        """Angle from the start pose, negative beyond it on the other side."""
        towards = self._towards
        if towards is None:
            return _angle_deg(up, start)
        along = _dot(towards, start)
        x, y, z = (t - along * s for t, s in zip(towards, start, strict=True))
        length = sqrt(x * x + y * y + z * z)
        if length < 1e-6:
            return _angle_deg(up, start)
        side = (up[0] * x + up[1] * y + up[2] * z) / length
        angle = _angle_deg(up, start)
        signed = degrees(atan2(side, _dot(up, start)))
        return angle if signed >= 0 else -abs(signed)


def _carried(
    up: Vector, acc: list[float], force: float, gyr: list[float], period_s: float
) -> Vector:
    """The vertical after a sample: turned against the sensor, drawn to the force."""
    x, y, z = up
    wx, wy, wz = gyr
    x, y, z = (
        x + (y * wz - z * wy) * period_s,
        y + (z * wx - x * wz) * period_s,
        z + (x * wy - y * wx) * period_s,
    )
    if abs(force - _GRAVITY_MPS2) < _TRUSTED_WITHIN_MPS2:
        gain = min(1.0, period_s / _CORRECTED_WITHIN_S)
        x += gain * (acc[0] / force - x)
        y += gain * (acc[1] / force - y)
        z += gain * (acc[2] / force - z)
    length = sqrt(x * x + y * y + z * z)
    return (x / length, y / length, z / length)


def _mixed(old: Vector, new: Vector, share: float) -> Vector:
    x, y, z = (a + share * (b - a) for a, b in zip(old, new, strict=True))
    length = sqrt(x * x + y * y + z * z)
    return (x / length, y / length, z / length)


def _dot(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _angle_deg(one: Vector, other: Vector) -> float:
    return degrees(acos(max(-1.0, min(1.0, _dot(one, other)))))
