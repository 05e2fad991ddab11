"""Workers of a running Dask cluster; the only importer of distributed (extra `cluster`)."""

from collections.abc import Generator, Iterator
from itertools import islice

from distributed import Client, Future, as_completed

from coach.cohort.pool import Work
from coach.cohort.result import Failed, Outcome
from coach.cohort.task import Task, fingerprint

_CONNECT_S = 10
_WAITING_EACH = 2  # tasks a worker has beside the one in work, so that it never waits
_OTHER_PROGRAM = (
    "The cluster runs another version of Hip Coach, Python or numpy than this computer. Results "
    "could differ. Install the same on both."
)


class NoClusterError(Exception):
    """No scheduler answers at this address, or it is none."""


def in_cluster(tasks: Iterator[Task], work: Work, address: str) -> Generator[tuple[Task, Outcome]]:
    """Outcomes as they come; a bounded number of tasks is with the cluster at any time.

    When the iteration is given up, what the cluster still has is cancelled.

    Raises
    ------
    NoClusterError
        When there is no cluster at the address.
    """
    try:
        client = Client(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise NoClusterError(address) from error
    waiting: dict[Future, Task] = {}
    try:
        done = as_completed(loop=client.loop)
        n_most = (1 + _WAITING_EACH) * max(1, sum(client.nthreads().values()))
        while True:
            for task in islice(tasks, n_most - len(waiting)):
                future = client.submit(_checked, work, task, pure=False)
                waiting[future] = task
                done.add(future)
            if not waiting:
                return
            future = next(done)
            yield waiting.pop(future), _outcome(future)
    finally:
        client.cancel(list(waiting))
        client.close()


def _checked(work: Work, task: Task) -> Outcome:
    """Analyse on a worker, unless it would do it in another way than this computer."""
    if fingerprint() != task.program:
        return Failed(_OTHER_PROGRAM)
    return work(task)


def _outcome(future: Future) -> Outcome:
    if future.status == "finished":
        outcome: Outcome = future.result()
        return outcome
    error = future.exception()
    return Failed(f"The cluster could not analyse this walk ({type(error).__name__}: {error}).")
