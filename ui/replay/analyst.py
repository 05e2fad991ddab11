"""The window's side of the process that does the long work of a replay."""

import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

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
from ui.mailbox import Mailbox

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


class _Worker:
    """A process that serves, and the thread that reads its answers."""

    def __init__(self, run: Runner, mailbox: Mailbox) -> None:
        from multiprocessing import Pipe

        self.connection, theirs = Pipe()
        self.process = run(theirs)
        self._reader = threading.Thread(
            target=self._read, args=(mailbox,), name="replay", daemon=True
        )
        self._reader.start()

    def end(self) -> None:
        """End it; safe to call twice."""
        if self.connection.closed:
            return
        with suppress(OSError):
            self.connection.send(End())
        self.process.terminate()
        self.process.join(_END_WITHIN_S)
        self._reader.join(_END_WITHIN_S)
        self.connection.close()

    def _read(self, mailbox: Mailbox) -> None:
        """Hand answers over, and this itself when there are no more."""
        try:
            while True:
                mailbox.put(self.connection.recv())
        except (EOFError, OSError):
            mailbox.put(self)
        except Exception:  # noqa: BLE001 - a thread's top; nobody must wait for ever
            _log.exception("an answer of the replay process cannot be read")
            mailbox.put(self)


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

    def __init__(self, parent: QObject | None = None, run: Runner = in_process) -> None:
        super().__init__(parent)
        self._run = run
        self._worker: _Worker | None = None
        self._mailbox = Mailbox(self, self._take)
        self._waiting: deque[Job | Call] = deque()
        self._doing: Job | Call | None = None
        self._is_given_up = False
        """Whether nobody wants any more what is being done."""
        self._parts: dict[str, list[Any]] = {}
        self._n_jobs = 0

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
        if self._doing is not None and self._doing.number == number and self._worker is not None:
            self._is_given_up = True
            with suppress(OSError):
                self._worker.connection.send(Cancel())

    def close(self) -> None:
        """End the process; safe to call twice."""
        self._waiting.clear()
        self._doing = None
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _next(self) -> None:
        if self._doing is not None or not self._waiting:
            return
        if self._worker is None or not self._worker.process.is_alive():
            self._start()
        self._doing, self._is_given_up = self._waiting.popleft(), False
        self._parts = {}
        assert self._worker is not None
        try:
            self._worker.connection.send(self._doing)
        except OSError:
            self._mailbox.put(Failed(self._doing.number, WorkerLostError()))

    def _start(self) -> None:
        if self._worker is not None:
            self._worker.end()
        self._worker = _Worker(self._run, self._mailbox)
        self.destroyed.connect(self._worker.end)  # by a window that goes with all that is in it

    def _take(self, answer: Answer | _Worker) -> None:
        if self._doing is None:
            return
        number = self._doing.number
        match answer:
            case TraceCame() | PartCame() if self._is_given_up:
                return  # it was on its way
            case Done() if self._is_given_up:
                self._doing = None
                self.given_up.emit(number)
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
            case _Worker() if answer is self._worker:
                _log.warning("the replay process ended by itself")
                self._doing, self._worker = None, None
                answer.end()
                self.failed.emit(number, WorkerLostError())
        self._next()

    def _end(self, done: Done) -> None:
        order, self._doing = self._doing, None
        if isinstance(order, Call):
            self.called.emit(done.number, done.result)
        else:
            parts = {name: tuple(items) for name, items in self._parts.items()}
            self.outcome_came.emit(done.number, Outcome(**parts))
