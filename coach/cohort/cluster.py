"""Workers of a running Dask cluster; the only importer of distributed (extra `cluster`)."""

import logging
from collections.abc import Generator, Iterator
from itertools import islice

from distributed import Client, Future, as_completed

from coach.cohort.pool import Work
from coach.cohort.result import Failed, Outcome
from coach.cohort.task import Task, fingerprint

_CONNECT_S = 10
_LOGGERS = ("distributed", "distributed.client")  # what they tell is told here in sentences
_LONGEST = 200  # characters of an error
_WAITING_EACH = 2  # tasks a worker has beside the one in work, so that it never waits
_NOBODY = (
    "No Dask scheduler answers at {}. No walk was analysed. Start one with `dask scheduler`, or "
    "leave out --scheduler to analyse on this computer."
)
_NO_WORKER = (
    "The Dask scheduler has no free worker. No walk was analysed. Start workers with `dask worker`."
)
_CANNOT = (
    "The Dask cluster cannot run Hip Coach ({}). No walk was analysed. Install the same version on "
    "the scheduler and on every worker."
)
_LOST = (
    "The Dask cluster went away. What is done is kept; the same command goes on with the others."
)
_OTHER_PROGRAM = (
    "The cluster runs another version of Hip Coach, Python or numpy than this computer. Results "
    "could differ. Install the same on both."
)


class ClusterError(Exception):
    """The cluster can do nothing; the text says why and what helps, in sentences."""


def in_cluster(tasks: Iterator[Task], work: Work, address: str) -> Generator[tuple[Task, Outcome]]:
    """Outcomes as they come; a bounded number of tasks is with the cluster at any time.

    When the iteration is given up, what the cluster still has is cancelled.

    Raises
    ------
    ClusterError
        When there is no cluster at the address, or one that cannot run this program.
    """
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(_NOBODY.format(address)) from error
    waiting: dict[Future, Task] = {}
    try:
        _refuse_unfit(client)
        done = as_completed(loop=client.loop)
        n_most = (1 + _WAITING_EACH) * max(1, sum(client.nthreads().values()))
        while True:
            if client.status != "running":
                raise ClusterError(_LOST)
            for task in islice(tasks, n_most - len(waiting)):
                future = client.submit(_checked, work, task, pure=False)
                waiting[future] = task
                done.add(future)
            if not waiting:
                return
            future = next(done)
            yield waiting.pop(future), _outcome(future)
    finally:
        client.close()  # the scheduler lets go of what nobody waits for


def _refuse_unfit(client: Client) -> None:
    """One task that every fit cluster can do: better one sentence than one for each walk."""
    probe = client.submit(fingerprint, pure=False)
    try:
        probe.result(timeout=_CONNECT_S)
    except TimeoutError as error:
        raise ClusterError(_NO_WORKER) from error
    except Exception as error:  # whatever the other side raised
        raise ClusterError(_CANNOT.format(_line(error))) from error


def _checked(work: Work, task: Task) -> Outcome:
    """Analyse on a worker, unless it would do it in another way than this computer."""
    if fingerprint() != task.program:
        return Failed(_OTHER_PROGRAM)
    return work(task)


def _outcome(future: Future) -> Outcome:
    if future.status == "finished":
        outcome: Outcome = future.result()
        return outcome
    if future.status != "error":
        raise ClusterError(_LOST)
    error = future.exception()
    return Failed(f"The cluster could not analyse this walk ({_line(error)}).")


def _line(error: BaseException | None) -> str:
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
