"""Work that worker processes import: simple enough to know its outcome beforehand."""

import os
import time
from pathlib import Path

from coach.cohort.result import Failed, Outcome
from coach.cohort.task import CohortSettings, Task


def task(name: str) -> Task:
    return Task(name, Path(name), CohortSettings(), "", "")


def echo(one: Task) -> Outcome:
    """Tell the name; a walk called "fatal" takes its process with it."""
    if one.name == "fatal":
        os._exit(1)
    return Failed(one.name)


def process(one: Task) -> Outcome:
    """Tell the process, and how many threads it may use for linear algebra."""
    time.sleep(0.05)
    return Failed(f"{os.getpid()} {os.environ.get('OPENBLAS_NUM_THREADS')}")


def slow(one: Task) -> Outcome:
    """Take longer than any test waits."""
    time.sleep(600)
    return Failed(one.name)


def fails(one: Task) -> Outcome:
    """Slip as a program would that is not ready for anything."""
    raise ZeroDivisionError(one.name)
