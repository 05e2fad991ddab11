"""What the gait pipeline says of a walk, in the order in which the live loop comes to know it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sensors.samples import FlagArray, FloatArray


class Posture(StrEnum):
    """What the worn leg is doing."""

    UNKNOWN = "unknown"
    STANDING = "standing"
    RESTING = "resting"
    """Sitting or lying: the thigh far from vertical. One sensor cannot tell the two apart."""
    TRANSFER = "transfer"
    WALKING = "walking"
    RUNNING = "running"


class WhyNot(StrEnum):
    """Why a stride is kept but not scored."""

    START = "start"
    STOP = "stop"
    TURN = "turn"
    STAIRS_OR_SLOPE = "stairs_or_slope"
    RUNNING = "running"
    BACKWARD = "backward"
    SHUFFLE = "shuffle"
    GAP = "gap"
    CLIPPED = "clipped"
    NOT_CALIBRATED = "not_calibrated"
    NOT_WALKING = "not_walking"
    IRREGULAR = "irregular"


@dataclass(frozen=True, slots=True)
class PostureChange:
    """From `t_s` on the posture is another one; known at `known_s`."""

    t_s: float
    known_s: float
    posture: Posture


class WearFault(StrEnum):
    """What is wrong with how the sensor sits or how the person stood."""

    WOBBLE = "wobble"
    """Too much movement in the stand for a neutral."""
    ARROW_DOWN = "arrow_down"
    BACK_OF_THIGH = "back_of_thigh"
    """The swing is the wrong way round for the declared placement."""
    TURNED_ROUND = "turned_round"
    """Sits more than 50 deg round the thigh from the declared placement."""
    STRAP_OR_FOOT_TURNED = "strap_or_foot_turned"
    """The hinge axis changed in mid-walk; one sensor cannot tell a strap from a foot."""
    MOVED = "moved"
    """Two stands in a row were off the neutral: the sensor moved, and neutral is taken anew."""
    NOT_AS_USUAL = "not_as_usual"
    """The first strides are far from the stored calibration's: stand again, cues are unsure."""


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A neutral was taken, or something is wrong with how the sensor is worn.

    `neutral_sd_deg` is the wobble of the vertical while standing. A fault with `is_accepted` True
    was mended by the stand of this moment.
    """

    t_s: float
    is_accepted: bool
    neutral_sd_deg: float
    reason: WearFault | None


@dataclass(frozen=True, slots=True)
class Prediction:
    """Expected peak extension of the stride in progress, made at sample time `t_s`."""

    t_s: float
    stride_start_s: float
    peak_thigh_extension_deg: float
    sd_deg: float


@dataclass(frozen=True, slots=True)
class ExtensionPeak:
    """The thigh turned forward again: the extension of the stride in progress is known.

    The length is the one expected if the stride takes as long as the one before; None where
    neither leg length nor a known distance is there. Should the thigh go on to extend, a second
    peak of the same stride follows and counts instead.
    """

    t_s: float
    reported_s: float
    stride_start_s: float
    peak_thigh_extension_deg: float
    peak_thigh_extension_sd_deg: float
    expected_stride_length_m: float | None = None
    expected_stride_length_sd_m: float | None = None


@dataclass(frozen=True, slots=True)
class Stride:
    """One stride, peak flexion to peak flexion of the worn leg; sent once it has ended.

    `reported_s` is when its extension peak was first known, `known_s` when its end was. Lengths
    are None when neither leg length nor a known distance is there. `end_s` is None for a stride
    that the end of the walk cut off.
    """

    start_s: float
    end_s: float | None
    known_s: float
    peak_thigh_extension_s: float
    peak_thigh_extension_deg: float
    peak_thigh_extension_sd_deg: float
    peak_thigh_flexion_deg: float
    reported_s: float
    stride_length_m: float | None
    stride_length_sd_m: float | None
    cadence_spm: float | None
    walking_speed_mps: float | None
    is_scored: bool
    why_not: WhyNot | None
    thigh_adduction_deg: float | None = None
    """Thigh towards the midline at peak extension, against the stand."""
    toe_out_change_deg: float | None = None
    """Outward turn of thigh (or strap) against the own usual; None when under 10 degrees."""


GaitEvent = PostureChange | Calibrated | Prediction | ExtensionPeak | Stride


class Trace(NamedTuple):
    """The thigh angle sample by sample, on the uniform grid.

    Attributes
    ----------
    t_s : (n,) array
    thigh_flexion_deg : (n,) array
        Flexion positive against standing neutral; NaN before there is a neutral.
    flags : (n,) uint8 array
        `SampleFlag` of each sample.
    """

    t_s: FloatArray
    thigh_flexion_deg: FloatArray
    flags: FlagArray


class GaitOutput(NamedTuple):
    """What one `push` brought: the trace of its samples, and events in the order they came."""

    trace: Trace
    events: tuple[GaitEvent, ...]
