"""Does the long work of a replay in a process of its own, so that no window ever waits for it."""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from coach.gait.events import Trace
from coach.gait.pipeline import GaitSettings
from coach.records.errors import RecordError
from coach.records.marks import LimitChange
from coach.records.tables import LIVE
from coach.records.walk_file import WalkFile
from coach.replay.opened import WALK_ENDING, samples_of
from coach.replay.passing import EventBlock, passed
from coach.replay.what_if import Course, Outcome, WhatIf, as_recorded, under
from sensors.errors import SensorError
from sensors.imports.told import NOTHING, Told

_MOST_IN_A_PART = 250
"""Events sent at once: whoever takes them in holds its interpreter for some milliseconds."""
_KEPT_PASSES = 2
_log = logging.getLogger(__name__)


class BrokenJobError(Exception):
    """Something nobody foresaw went wrong with a walk; `str` is for logs."""


class Walk(NamedTuple):
    """Which walk, and what its samples are gone through by."""

    path: Path
    gait: GaitSettings
    key: bytes | None = None
    told: Told = NOTHING
    start_s: float = 0.0
    end_s: float | None = None


class Job(NamedTuple):
    """Go through a walk, and say what came of it: as it was kept, or under other settings.

    Without `what` it is the analysis of that id, as it stands in the file.
    """

    number: int
    walk: Walk
    what: WhatIf | None = None
    wants_trace: bool = False
    analysis_id: int = LIVE


class Call(NamedTuple):
    """Call a function of ours, which writes something, with these arguments."""

    number: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Cancel(NamedTuple):
    """Give up what is being done."""


class End(NamedTuple):
    """Nobody will want anything any more."""


class TraceCame(NamedTuple):
    """The next piece of the trace, and how much of the walk is done, 0 to 1."""

    number: int
    trace: Trace | None
    share: float


class PartCame(NamedTuple):
    """Some of what came of a walk; `name` is a field of `Outcome`."""

    number: int
    name: str
    items: tuple[Any, ...]


class Done(NamedTuple):
    """All of a job was sent; `result` is what a called function returned."""

    number: int
    result: Any = None


class GivenUp(NamedTuple):
    """A job was cancelled."""

    number: int


class Failed(NamedTuple):
    """A job could not be done."""

    number: int
    error: Exception


Answer = TraceCame | PartCame | Done | GivenUp | Failed


@dataclass(slots=True)
class _Pass:
    """The events of a whole pass, kept to judge them again without the samples."""

    walk: Walk
    blocks: list[EventBlock]


class _CancelledError(Exception):
    """Nobody wants the job any more."""


def serve_alone(connection: Connection) -> None:
    """`serve`, as all that a process does: Ctrl-C is for the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(connection)


def serve(connection: Connection) -> None:
    """Do one job after the other until told to end, or the other end is closed."""
    server = _Server(connection)
    with suppress(EOFError, ConnectionError), connection:
        while not isinstance(order := connection.recv(), End):
            server.do(order)


class _Server:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._passes: list[_Pass] = []

    def do(self, order: Job | Call | Cancel) -> None:
        if isinstance(order, Cancel):
            return
        try:
            result = self._result(order)
        except _CancelledError:
            self._connection.send(GivenUp(order.number))
        except (SensorError, RecordError, OSError) as error:
            self._connection.send(Failed(order.number, error))
        except (EOFError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - a process's top; the window words it
            _log.info("a job of the replay failed", exc_info=True)
            self._connection.send(Failed(order.number, BrokenJobError(repr(error))))
        else:
            self._connection.send(Done(order.number, result))

    def _result(self, order: Job | Call) -> Any:
        if isinstance(order, Call):
            return order.function(*order.arguments)
        blocks = self._blocks(order)
        for name, items in _fields(_outcome(order, blocks)):
            for start in range(0, len(items), _MOST_IN_A_PART):
                self._stop_if_cancelled()
                part = items[start : start + _MOST_IN_A_PART]
                self._connection.send(PartCame(order.number, name, part))
        return None

    def _blocks(self, job: Job) -> list[EventBlock]:
        """The events of the walk, from the samples or as they were made a short time ago."""
        known = next((each for each in self._passes if each.walk == job.walk), None)
        if known is not None and not job.wants_trace:
            return known.blocks
        walk, blocks = job.walk, []
        span_s = None if walk.end_s is None else max(walk.end_s - walk.start_s, 1e-9)
        with samples_of(walk.path, walk.key, walk.told) as (samples, read):
            for piece in passed(samples, walk.gait):
                self._stop_if_cancelled()
                blocks.append(piece.events)
                if len(piece.trace.t_s):
                    share = read()
                    if span_s is not None:
                        share = (float(piece.trace.t_s[-1]) - walk.start_s) / span_s
                    trace = piece.trace if job.wants_trace else None
                    self._connection.send(TraceCame(job.number, trace, min(1.0, share or 0.0)))
        others = [each for each in self._passes if each.walk != walk]
        self._passes = [_Pass(walk, blocks), *others][:_KEPT_PASSES]
        return blocks

    def _stop_if_cancelled(self) -> None:
        if self._connection.poll():
            order = self._connection.recv()
            if isinstance(order, End):
                raise EOFError
            if isinstance(order, Cancel):
                raise _CancelledError


def _outcome(job: Job, blocks: list[EventBlock]) -> Outcome:
    if job.walk.path.suffix != WALK_ENDING:
        return under(job.what or WhatIf(job.walk.gait), blocks)
    with WalkFile.look(job.walk.path, job.walk.key) as walk:
        course = Course(walk.limit_changes(), walk.gaps())
        if job.what is not None:
            return under(job.what, blocks, course)
        if job.analysis_id != LIVE:
            record = next(each for each in walk.analyses() if each.id == job.analysis_id)
            course = course._replace(limits=(LimitChange(0.0, record.settings.limit),))
        kept = walk.strides(job.analysis_id), walk.decisions(job.analysis_id)
        return as_recorded(blocks, *kept, course)


def _fields(outcome: Outcome) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for field in fields(Outcome):
        if field.init:
            yield field.name, getattr(outcome, field.name)
