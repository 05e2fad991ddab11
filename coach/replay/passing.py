"""One pass through the samples of a walk: the trace as it is made, the events block by block."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coach.gait.events import (
    Calibrated,
    ExtensionPeak,
    GaitEvent,
    PostureChange,
    Prediction,
    Stride,
    Trace,
)
from coach.gait.pipeline import GaitPipeline, GaitSettings
from sensors.samples import ImuBlock

EventBlock = tuple[GaitEvent, ...]
"""The events that one block of samples brought, in order."""


class Piece(NamedTuple):
    """What one block of samples brought."""

    trace: Trace
    events: EventBlock


def passed(blocks: Iterable[ImuBlock], gait: GaitSettings) -> Iterator[Piece]:
    """Trace and events of a walk, exactly as the live loop gives them, block by block.

    Raises
    ------
    SensorError, RecordError
        Whatever `blocks` raises.
    """
    pipeline = GaitPipeline(gait)
    for block in blocks:
        if len(block.t_s):
            output = pipeline.push(block)
            yield Piece(output.trace, output.events)
    output = pipeline.finish()
    yield Piece(output.trace, output.events)


def known_s(event: GaitEvent) -> float:
    """The sample time at which an event was known."""
    match event:
        case PostureChange() | Stride():
            return event.known_s
        case ExtensionPeak():
            return event.reported_s
        case Prediction() | Calibrated():
            return event.t_s
