from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason='needs the extra "cluster"')

from distributed import LocalCluster, Scheduler, SpecCluster

from coach.cohort.cluster import ClusterError, in_cluster
from coach.cohort.result import Failed
from coach.cohort.task import CohortSettings, Task, task_of
from tests.coach.cohort.tasks import echo, fails

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(1, threads_per_worker=1, processes=False, dashboard_address=None) as local:
        yield local.scheduler_address


def _task(name: str) -> Task:
    return task_of(name, Path(name), CohortSettings(), {})


def test_every_task_has_its_own_outcome(address: str) -> None:
    names = [f"w{i}" for i in range(12)]
    outcomes = {task.name: told for task, told in in_cluster(map(_task, names), echo, address)}
    assert outcomes == {name: Failed(name) for name in names}


def test_another_version_on_a_worker_is_told_apart(address: str) -> None:
    other = _task("a")._replace(program="other")
    ((_, outcome),) = in_cluster(iter([other]), echo, address)
    assert isinstance(outcome, Failed)
    assert "another version" in outcome.why


def test_a_task_that_fails_on_the_cluster_is_told(address: str) -> None:
    ((_, outcome),) = in_cluster(iter([_task("a")]), fails, address)
    assert isinstance(outcome, Failed)
    assert "ZeroDivisionError" in outcome.why


def test_only_a_few_tasks_are_with_the_cluster_at_a_time(address: str) -> None:
    taken: list[str] = []

    def tasks() -> Iterator[Task]:
        for i in range(50):
            taken.append(f"w{i}")
            yield _task(f"w{i}")

    outcomes = in_cluster(tasks(), echo, address)
    next(outcomes)
    outcomes.close()
    assert len(taken) < 10


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x"])
def test_no_cluster_at_the_address_is_told(address: str) -> None:
    with pytest.raises(ClusterError, match="No Dask scheduler answers"):
        list(in_cluster(iter([_task("a")]), echo, address))


def test_a_cluster_without_workers_is_told() -> None:
    with (
        SpecCluster({}, {"cls": Scheduler, "options": {"dashboard": False}}) as local,
        pytest.raises(ClusterError, match="no free worker"),
    ):
        list(in_cluster(iter([_task("a")]), echo, local.scheduler_address))
