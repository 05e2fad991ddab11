import os
import time

import pytest

from coach.cohort.pool import in_processes, n_processors
from coach.cohort.result import Failed, Outcome
from tests.coach.cohort.tasks import echo, process, slow, task


def _why(outcome: Outcome) -> str:
    assert isinstance(outcome, Failed)
    return outcome.why


def test_every_task_has_its_own_outcome() -> None:
    names = [f"w{i}" for i in range(7)]
    outcomes = dict(in_processes(map(task, names), echo, 2))
    assert {one.name: _why(outcome) for one, outcome in outcomes.items()} == {n: n for n in names}


def test_a_task_that_ends_its_process_is_told_and_the_others_are_done() -> None:
    names = ["a", "fatal", "b", "c"]
    outcomes = {one.name: _why(outcome) for one, outcome in in_processes(map(task, names), echo, 1)}
    assert outcomes.pop("fatal").startswith("The process that analysed this walk ended")
    assert outcomes == {"a": "a", "b": "b", "c": "c"}


def test_two_workers_are_two_other_processes_with_one_thread_each() -> None:
    told = {_why(outcome) for _, outcome in in_processes(map(task, "abcd"), process, 2)}
    assert len(told) == 2
    assert str(os.getpid()) not in {each.split()[0] for each in told}
    assert {each.split()[1] for each in told} == {"1"}


def test_tasks_are_taken_only_when_a_worker_is_free() -> None:
    taken: list[str] = []
    tasks = (taken.append(name) or task(name) for name in "abcdef")  # type: ignore[func-returns-value]
    outcomes = in_processes(tasks, echo, 1)
    next(outcomes)
    assert taken == ["a"]
    outcomes.close()


def test_giving_up_ends_the_workers_at_once() -> None:
    class GivenUpError(Exception):
        pass

    def tasks() -> object:
        yield task("a")
        raise GivenUpError

    begun_s = time.monotonic()
    with pytest.raises(GivenUpError):
        list(in_processes(tasks(), slow, 2))  # type: ignore[arg-type]
    assert time.monotonic() - begun_s < 60  # the work would take 600 s


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    list(in_processes(iter([task("a")]), echo, 1))
    assert os.environ["OMP_NUM_THREADS"] == "3"
    assert "OPENBLAS_NUM_THREADS" not in os.environ


def test_there_is_a_processor() -> None:
    assert n_processors() >= 1
