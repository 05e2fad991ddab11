"""What every source of samples looks like: a radio, a recording, the simulation, a stored walk."""

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import NamedTuple, Protocol

from sensors.errors import SensorFault
from sensors.samples import ImuBlock, StreamInfo


class LinkState(StrEnum):
    """How the link to the sensor stands."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    LOST = "lost"
    RECONNECTING = "reconnecting"
    CLOSED = "closed"


class LinkChange(NamedTuple):
    """The link changed; `after_s` is the last sample time before it, None before the first.

    `fault` says why, where the link is lost or not yet back.
    """

    state: LinkState
    after_s: float | None
    fault: SensorFault | None = None


class Battery(NamedTuple):
    """The sensor told its battery level, 0 to 1."""

    level: float


class WearerMark(NamedTuple):
    """The wearer pressed the button of the sensor at sample time `t_s`: "it hurts now"."""

    t_s: float


class RawNotification(NamedTuple):
    """What the radio said, as it came; sent before the samples decoded from it.

    `arrival_s` is the host's monotonic clock when it came in, `char` the UUID of the
    characteristic it came from.
    """

    arrival_s: float
    char: str
    payload: bytes


SourceItem = ImuBlock | LinkChange | Battery | WearerMark | RawNotification


class Source(Protocol):
    """Yields blocks and events as fast as they are asked for, or as fast as the radio gives them.

    A source never reads a clock to pace itself; `coach.live` paces recordings. It raises a
    `SensorError` when it cannot go on, and ends when there is no more.
    """

    @property
    def info(self) -> StreamInfo:
        """What is known of the stream; for a radio only after the first item."""
        ...

    def __aiter__(self) -> AsyncIterator[SourceItem]:
        """Iterate over blocks and events in time order."""
        ...

    async def aclose(self) -> None:
        """Let go of files and links; safe to call twice."""
        ...
