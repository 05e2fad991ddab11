"""Workers on this computer: fresh processes, of which one may die without harm to the others."""

import os
import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from coach.cohort.result import Failed, Outcome
from coach.cohort.task import Task

Work = Callable[[Task], Outcome]
"""A function at the top of a module, which other processes can import."""

_DIED = (
    "The process that analysed this walk ended before it was done. The walk may be larger than "
    "the memory allows. Analyse it alone, or with fewer workers."
)
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def n_processors() -> int:
    """Processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(
    tasks: Iterator[Task], work: Work, n_workers: int
) -> Generator[tuple[Task, Outcome]]:
    """Outcomes as they come; a worker gets a task when it has done the one before.

    When the iteration is given up, the workers are ended at once: they write nothing.
    """
    workers = [_Worker(work) for _ in range(n_workers)]
    try:
        while True:
            free = [worker for worker in workers if not worker.is_busy]
            for task, worker in zip(islice(tasks, len(free)), free, strict=False):
                worker.give(task)
            busy = [worker for worker in workers if worker.is_busy]
            if not busy:
                return
            ready = wait([worker.connection for worker in busy])
            for worker in busy:
                if worker.connection in ready:
                    yield worker.take()
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """One process, started when it gets a task and none is there."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._process: BaseProcess | None = None
        self._task: Task | None = None
        self.connection: Connection

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def give(self, task: Task) -> None:
        if self._process is not None and not self._process.is_alive():
            self.end()
        if self._process is None:
            self._start()
        self._task = task
        with suppress(ConnectionError):  # it died just now: `take` tells
            self.connection.send(task)

    def take(self) -> tuple[Task, Outcome]:
        task, self._task = self._task, None
        assert task is not None
        try:
            return task, self.connection.recv()
        except (EOFError, ConnectionError):
            self.end()
            return task, Failed(_DIED)

    def end(self) -> None:
        if self._process is not None:
            self.connection.close()
            self._process.terminate()
            self._process.join()
            self._process = None

    def _start(self) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        with _as_for_a_worker():
            self._process.start()
        theirs.close()


@contextmanager
def _as_for_a_worker() -> Iterator[None]:
    """What a process started now inherits: deaf to Ctrl-C, and one thread for linear algebra."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _serve(connection: Connection, work: Work) -> None:
    """Do one task after the other until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionError):
        while True:
            connection.send(work(connection.recv()))
