"""What an activity asks of each stride: time, thigh range, length."""

from math import radians
from typing import NamedTuple

from sensors.simulation.person import Person, stride_shape
from sensors.simulation.scenario import GaitActivity, Run, Turn, Walk

_LIMP_EXTENSION_LOSS = 0.35
_LIMP_STANCE_LOSS = 0.05
_SHORTEST_FLEXION_RAD = radians(4.0)

# Peak flexion and extension on stairs, from vertical: Protopapadaki 2007,
# doi:10.1016/j.clinbiomech.2006.09.010, less some 10 degrees of pelvic tilt.
_STAIRS_DEG = {"stairs_up": (56.0, -2.0), "stairs_down": (30.0, -6.0)}
_STAIR_RISE_M = 0.34
"""Rise of a stride: two steps of 17 cm."""

# Walking on slopes moves peak flexion by some 0.7 degree per percent uphill; downhill, extension
# shrinks: Lay, Hass & Gregor 2006, doi:10.1016/j.jbiomech.2005.05.005
_FLEXION_PER_SLOPE_DEG = 70.0
_EXTENSION_PER_DOWNHILL_DEG = 40.0


class StrideGoal(NamedTuple):
    """Mean of the strides of an activity."""

    period_s: float
    flexion_rad: float
    extension_rad: float
    length_m: float
    rise_m: float
    backward_share: float
    is_backward: bool = False
    is_treadmill: bool = False
    is_running: bool = False
    is_scoreable: bool = True

    @property
    def range_rad(self) -> float:
        """Thigh range of motion."""
        return self.flexion_rad + self.extension_rad


def stride_goal(person: Person, activity: GaitActivity, around: Walk) -> StrideGoal:
    """What the activity asks of a stride; a turn is made within the walk around it."""
    if isinstance(activity, Run):
        return _running(activity)
    if isinstance(activity, Turn):
        return _turning(stride_goal(person, around, around), activity)
    return _walking(person, activity)


def _running(run: Run) -> StrideGoal:
    period_s = 120.0 / run.cadence_spm
    return StrideGoal(
        period_s,
        radians(38.0),
        radians(24.0),
        run.speed_mps * period_s,
        0.0,
        0.55,
        is_running=True,
        is_scoreable=False,
    )


def _turning(goal: StrideGoal, turn: Turn) -> StrideGoal:
    if turn.is_on_the_spot:
        small = goal._replace(flexion_rad=radians(20.0), extension_rad=radians(3.0), rise_m=0.0)
        return small._replace(length_m=0.0, is_scoreable=False)
    return goal._replace(
        flexion_rad=0.85 * goal.flexion_rad,
        extension_rad=0.65 * goal.extension_rad,
        length_m=0.7 * goal.length_m,
    )


def _walking(person: Person, walk: Walk) -> StrideGoal:
    speed_mps, period_s = _pace(person, walk)
    speed_mps *= walk.length_factor
    length_m = speed_mps * period_s
    range_rad = person.range_rad(length_m, speed_mps)
    extension_rad = person.extension_share * range_rad
    if walk.limp > 0:
        extension_rad *= 1 - _LIMP_EXTENSION_LOSS * walk.limp
    if walk.extension_deg is not None:
        extension_rad = radians(walk.extension_deg)
    flexion_rad = max(range_rad - extension_rad, _SHORTEST_FLEXION_RAD)
    flexion_rad += radians(_FLEXION_PER_SLOPE_DEG) * max(walk.slope, 0.5 * walk.slope)
    extension_rad += radians(_EXTENSION_PER_DOWNHILL_DEG) * min(walk.slope, 0.0)
    rise_m = walk.slope * length_m
    if walk.terrain != "level":
        flexion_rad, extension_rad = (radians(deg) for deg in _STAIRS_DEG[walk.terrain])
        rise_m = _STAIR_RISE_M if walk.terrain == "stairs_up" else -_STAIR_RISE_M
    share = stride_shape(person.harmonics).backward_share - _LIMP_STANCE_LOSS * walk.limp
    is_usual = walk.terrain == "level" and abs(walk.slope) < 0.03 and not walk.is_backward
    return StrideGoal(
        period_s,
        flexion_rad,
        extension_rad,
        length_m,
        rise_m,
        1 - share if walk.is_backward else share,
        walk.is_backward,
        walk.is_treadmill,
        is_scoreable=is_usual and range_rad >= radians(11.0),
    )


def _pace(person: Person, walk: Walk) -> tuple[float, float]:
    """Speed in m/s and stride time in s from what of speed, cadence and length is given."""
    speed, cadence, length = walk.speed_mps, walk.cadence_spm, walk.stride_length_m
    if speed is not None and cadence is not None and length is not None:
        raise ValueError("give two of speed, cadence and stride length; the third follows")
    if any(x is not None and x <= 0 for x in (speed, cadence, length)):
        raise ValueError("speed, cadence and stride length are positive; see is_backward")
    if length is not None and cadence is None and speed is None:
        cadence = person.usual_cadence_spm(person.usual_speed_mps)
    if cadence is not None and length is not None:
        return length * cadence / 120, 120 / cadence
    speed = person.usual_speed_mps if speed is None else speed
    if length is not None:
        return speed, length / speed
    return speed, 120 / (person.usual_cadence_spm(speed) if cadence is None else cadence)
