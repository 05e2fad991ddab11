"""The window's side of the process that does the long work of a replay."""

import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from coach.replay.what_if import Outcome
from coach.replay.worker import (
    Answer,
    Call,
    Cancel,
    Done,
    End,
    Failed,
    GivenUp,
    Job,
    PartCame,
    TraceCame,
    serve_alone,
)

_log = logging.getLogger(__name__)
_END_WITHIN_S = 1.0


class Running(Protocol):
    """A process, or what stands for one."""

    def is_alive(self) -> bool:
        """Whether it serves."""
        ...

    def terminate(self) -> None:
        """End it."""
        ...

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended."""
        ...


Runner = Callable[[Connection], Running]
"""Lets something serve the other end of a pipe."""


def in_process(theirs: Connection) -> Running:
    """A fresh process that serves, with one thread for linear algebra."""
    from multiprocessing import get_context  # after the first paint

    process = get_context("spawn").Process(
        target=serve_alone, args=(theirs,), daemon=True, name="replay"
    )
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    try:
        process.start()
    finally:
        os.environ.pop("OMP_NUM_THREADS")
        if before is not None:
            os.environ["OMP_NUM_THREADS"] = before
    theirs.close()
    return process


class WorkerLostError(Exception):
    """The process ended before its work was done."""


class Analyst(QObject):
    """Jobs in, answers out as queued signals; one job at a time, in turn.

    The process starts with the first job and is ended by `close`. One that dies is started anew
    with the next job; what it was doing fails.
    """

    trace_came = Signal(object, float)
    """With a `Trace` or None, and the share of the walk that is done."""
    outcome_came = Signal(int, object)
    """With the job's number and the whole `Outcome`."""
    called = Signal(int, object)
    """With the number of a call and what it returned."""
    failed = Signal(int, object)
    """With the job's number and the error."""
    given_up = Signal(int)

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, run: Runner = in_process) -> None:
        super().__init__(parent)
        self._run = run
        self._process: Running | None = None
        self._connection: Connection | None = None
        self._reader: threading.Thread | None = None
        self._waiting: deque[Job | Call] = deque()
        self._doing: Job | Call | None = None
        self._parts: dict[str, list[Any]] = {}
        self._n_jobs = 0
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether anything is being done or waits."""
        return self._doing is not None

    def new_number(self) -> int:
        """A number for the next job."""
        self._n_jobs += 1
        return self._n_jobs

    def do(self, order: Job | Call) -> None:
        """Do this after what was asked for before."""
        self._waiting.append(order)
        self._next()

    def give_up(self, number: int) -> None:
        """Let go of a job, waiting or half done."""
        self._waiting = deque(order for order in self._waiting if order.number != number)
        if self._doing is not None and self._doing.number == number and self._connection:
            with suppress(OSError):
                self._connection.send(Cancel())

    def close(self) -> None:
        """End the process; safe to call twice."""
        self._waiting.clear()
        self._doing = None
        connection, self._connection = self._connection, None
        process, self._process = self._process, None
        if connection is not None:
            with suppress(OSError):
                connection.send(End())
        if process is not None:
            process.terminate()
            process.join(_END_WITHIN_S)
        if self._reader is not None:  # it must not speak to a window that is gone
            self._reader.join(_END_WITHIN_S)
            self._reader = None
        if connection is not None:
            connection.close()

    def _next(self) -> None:
        if self._doing is not None or not self._waiting:
            return
        if self._process is None or not self._process.is_alive():
            self._start()
        self._doing = self._waiting.popleft()
        self._parts = {}
        assert self._connection is not None
        try:
            self._connection.send(self._doing)
        except OSError:
            self._answered.emit(Failed(self._doing.number, WorkerLostError()))

    def _start(self) -> None:
        from multiprocessing import Pipe

        self._connection, theirs = Pipe()
        self._process = self._run(theirs)
        self._reader = threading.Thread(
            target=self._read, args=(self._connection,), name="replay", daemon=True
        )
        self._reader.start()

    def _read(self, connection: Connection) -> None:
        """Hand answers over, on a thread of its own."""
        with suppress(RuntimeError):  # the window is gone
            try:
                while True:
                    self._answered.emit(connection.recv())
            except (EOFError, OSError):
                self._answered.emit(connection)

    def _take(self, answer: Answer | Connection) -> None:
        if self._doing is None:
            return
        number = self._doing.number
        match answer:
            case TraceCame(number=came) if came == number:
                self.trace_came.emit(answer.trace, answer.share)
            case PartCame(number=came) if came == number:
                self._parts.setdefault(answer.name, []).extend(answer.items)
            case Done(number=came) if came == number:
                self._end(answer)
            case GivenUp(number=came) if came == number:
                self._doing = None
                self.given_up.emit(number)
            case Failed(number=came) if came == number:
                self._doing = None
                self.failed.emit(number, answer.error)
            case Connection() if answer is self._connection:
                _log.warning("the replay process ended by itself")
                self._doing, self._process = None, None
                self.failed.emit(number, WorkerLostError())
        self._next()

    def _end(self, done: Done) -> None:
        order, self._doing = self._doing, None
        if isinstance(order, Call):
            self.called.emit(done.number, done.result)
        else:
            parts = {name: tuple(items) for name, items in self._parts.items()}
            self.outcome_came.emit(done.number, Outcome(**parts))
