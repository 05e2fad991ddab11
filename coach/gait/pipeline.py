"""One thigh sensor's samples in, strides out: the chain of stages behind a single `push`."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from coach.gait.events import GaitOutput, Trace
from sensors.samples import ImuBlock, Placement, Side, StreamInfo


class KnownDistance(NamedTuple):
    """A walked distance that was measured: from one initial contact to another."""

    start_s: float
    end_s: float
    distance_m: float


@dataclass(frozen=True, slots=True)
class GaitSettings:
    """What the estimate needs to know of the stream and the person."""

    rate_hz: float
    side: Side | None = None
    placement: Placement | None = None
    leg_length_m: float | None = None
    known_distances: tuple[KnownDistance, ...] = ()

    @classmethod
    def of(cls, info: StreamInfo) -> "GaitSettings":
        """Settings from what a stream says of itself."""
        return cls(info.rate_hz, info.side, info.placement, info.leg_length_m)


class GaitPipeline:
    """Streaming estimate of thigh extension and stride length.

    Any partition of the stream into blocks gives the same output. Reads no clock, does no I/O.
    """

    def __init__(self, settings: GaitSettings) -> None:
        self.settings = settings

    def push(self, block: ImuBlock) -> GaitOutput:
        """Return what these samples brought."""
        nothing = np.full(len(block.t_s), np.nan)
        return GaitOutput(Trace(block.t_s, nothing, block.flags), ())

    def finish(self) -> GaitOutput:
        """Return what is still open when the walk has ended, a cut-off stride included."""
        empty = np.empty(0)
        return GaitOutput(Trace(empty, empty, np.empty(0, np.uint8)), ())
