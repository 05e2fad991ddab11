"""The one currency between packages: blocks of motion samples and what is known of their stream."""

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    FlagArray = NDArray[np.uint8]
else:
    # Only names at run time: numpy takes nearly as long to import as a bare window to show, and
    # the first window has no samples yet.
    class FloatArray:
        """Stands for a numpy array of float64 in annotations."""

    class FlagArray:
        """Stands for a numpy array of uint8 in annotations."""


class SampleFlag(IntFlag):
    """What is special about one sample; combined in `ImuBlock.flags`."""

    NONE = 0
    INTERPOLATED = 1
    """Made up between two real samples because the ones between were lost."""
    CLIPPED = 2
    """At least one axis stood at the end of its range."""
    AFTER_GAP = 4
    """First sample after a loss too long to bridge: whatever was integrated is broken here."""
    RECALLED = 8
    """Made up, together with `INTERPOLATED`, of what was measured in the strides before."""


class ImuBlock(NamedTuple):
    """Some consecutive samples of one thigh sensor, in the sensor's own frame.

    Arrays are never written to after the block is made.

    Attributes
    ----------
    t_s : (n,) array
        Sample times on the stream's own clock, strictly increasing, also from block to block.
    acc_mps2 : (n, 3) array
        Specific force: about +9.81 along the axis that points up, at rest.
    gyr_radps : (n, 3) array
        Angular rate.
    flags : (n,) uint8 array
        `SampleFlag` of each sample.
    """

    t_s: FloatArray
    acc_mps2: FloatArray
    gyr_radps: FloatArray
    flags: FlagArray


class Side(StrEnum):
    """The leg that wears the sensor."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The other leg."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Placement(NamedTuple):
    """Which sensor axes point up and to the front on a standing person, as told to the wearer.

    Both are one of ``+x -x +y -y +z -z`` and lie on different axes.
    """

    up: str
    anterior: str


class StreamKind(StrEnum):
    """Where samples come from."""

    RADIO = "radio"
    RECORDING = "recording"
    SIMULATION = "simulation"


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What is known of a stream before its first sample; ``None`` is "not known"."""

    name: str
    kind: StreamKind
    rate_hz: float
    side: Side | None = None
    placement: Placement | None = None
    leg_length_m: float | None = None
    height_m: float | None = None
    duration_s: float | None = None
