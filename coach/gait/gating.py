"""Which strides are straight walking and may be scored, and why the others may not."""

from dataclasses import dataclass
from math import inf, radians

from coach.gait.events import WhyNot

MAX_STRIDE_S = 3.0
_RUNNING_BELOW_S, _SLOW_WALK_S = 0.8, 2.2
_RUNNING_FORCE_SD_MPS2 = 6.3
"""Jogging and running gave 7.2 to 8.6, the fastest walks 5.5, the dev walks at most 5.0."""
_MIN_RANGE_RAD = radians(15.0)
_MOST_EXTENSION_RAD = radians(40.0)
"""Long strides of a trained walker reach 36 deg; more is a sensor in the hand or on a stool."""
TURN_RAD = radians(25.0)
_STAIRS_FLEXION_RAD = radians(50.0)
_STAIRS_EXTENSION_RAD = radians(3.0)
_DOWNSTAIRS_FLEXION_RAD = radians(25.0)
_FLEXED_GAIT_RAD = radians(5.0)
_LESS_THAN_USUAL_RAD = radians(8.0)
_BACKWARD_SHARE, _MAYBE_BACKWARD_SHARE = 0.42, 0.5
_SURELY_SD = 2.0
_CHANGED_SHARE = 1.6
_MAX_TILT_SD_DEG = 2.0
"""Usual is 0.5 to 1; after a loss the vertical must be found again first."""
_MAX_CLIPPED = 3
"""A contact spike clipped for a sample or two does not touch the angle."""


@dataclass(frozen=True, slots=True)
class StrideShape:
    """What gating looks at; angles flexion positive, durations in seconds."""

    duration_s: float
    extending_s: float
    start_flexion_rad: float
    peak_extension_rad: float
    end_flexion_rad: float
    heading_change_rad: float
    force_sd_mps2: float
    """SD of the size of the specific force: how hard the ground is hit."""
    tilt_sd_deg: float
    n_clipped: int
    follows_stride_s: float | None
    """Duration of the stride just before this one, None if there was none."""
    usual_extension_rad: float | None
    """The person's usual peak extension, positive; None until some strides were scored."""
    forward_speed_mps: float = 0.0
    forward_speed_sd_mps: float = inf
    """Of the sensor at the start of the stride, to the front of the person."""


def why_not(shape: StrideShape) -> WhyNot | None:
    """The reason why a stride is not scored, or None: first match wins."""
    range_rad = shape.start_flexion_rad - shape.peak_extension_rad
    rules = (
        (WhyNot.GAP, shape.tilt_sd_deg > _MAX_TILT_SD_DEG),
        (WhyNot.CLIPPED, shape.n_clipped > _MAX_CLIPPED),
        (WhyNot.START, shape.follows_stride_s is None),
        (
            WhyNot.RUNNING,
            shape.duration_s < _RUNNING_BELOW_S or shape.force_sd_mps2 > _RUNNING_FORCE_SD_MPS2,
        ),
        (WhyNot.NOT_WALKING, -shape.peak_extension_rad > _MOST_EXTENSION_RAD),
        (WhyNot.TURN, abs(shape.heading_change_rad) > TURN_RAD),
        (WhyNot.STAIRS_OR_SLOPE, _is_like_stairs(shape)),
        (WhyNot.SHUFFLE, range_rad < _MIN_RANGE_RAD),
        (WhyNot.BACKWARD, _is_like_backward(shape)),
        (
            WhyNot.IRREGULAR,
            shape.follows_stride_s is not None
            and not 1 / _CHANGED_SHARE < shape.duration_s / shape.follows_stride_s < _CHANGED_SHARE,
        ),
    )
    return next((reason for reason, applies in rules if applies), None)


def is_like_walking(shape: StrideShape) -> bool:
    """Whether rhythm and range are those of walking, in any direction."""
    return (
        _RUNNING_BELOW_S <= shape.duration_s <= _SLOW_WALK_S
        and max(shape.start_flexion_rad, shape.end_flexion_rad) < _STAIRS_FLEXION_RAD
    )


def _is_like_backward(shape: StrideShape) -> bool:
    """Whether the thigh extends in less time than it flexes, and if hardly, the person goes back.

    On a treadmill nobody is seen to go anywhere, so the speed alone tells nothing.
    """
    if shape.extending_s < _BACKWARD_SHARE * shape.duration_s:
        return True
    goes_back = shape.forward_speed_mps < -_SURELY_SD * shape.forward_speed_sd_mps
    return goes_back and shape.extending_s < _MAYBE_BACKWARD_SHARE * shape.duration_s


def _is_like_stairs(shape: StrideShape) -> bool:
    """Whether the thigh stays in front, as on stairs and steep ground.

    Going up, it is lifted high; going down, it hardly passes the vertical although it swings. A
    person who always walks so (a flexed gait) is compared with the own usual instead.
    """
    flexion_rad = max(shape.start_flexion_rad, shape.end_flexion_rad)
    extension_rad, usual_rad = -shape.peak_extension_rad, shape.usual_extension_rad
    if flexion_rad > _STAIRS_FLEXION_RAD and extension_rad < _STAIRS_EXTENSION_RAD:
        return True
    if flexion_rad < _DOWNSTAIRS_FLEXION_RAD or extension_rad > 0:
        return False
    return usual_rad is None or (
        usual_rad > _FLEXED_GAIT_RAD and extension_rad < usual_rad - _LESS_THAN_USUAL_RAD
    )
