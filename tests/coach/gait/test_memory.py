"""However long a walk lasts, the pipeline holds no more of it."""

import pickle
import tracemalloc
from collections.abc import Iterator

import pytest

from coach.gait.pipeline import GaitPipeline, GaitSettings
from sensors.samples import ImuBlock
from sensors.simulation.person import Person
from sensors.simulation.scenario import Stand, Turn, Walk
from sensors.simulation.sensor import good_sensor
from sensors.simulation.source import SimulatedWalk
from tests.coach.gait.walks import cut, joined

_LAP_S = 150.0


@pytest.fixture(scope="module")
def lap() -> tuple[GaitSettings, ImuBlock]:
    """Two and a half minutes of strides, a turn and a pause, to be walked again and again."""
    activities = (Stand(5.0), Walk(80.0), Turn(), Walk(_LAP_S - 93.4), Stand(6.0))
    walk = SimulatedWalk(Person(), activities, good_sensor(), rate_hz=50.0, seed=1)
    return GaitSettings.of(walk.info), joined(walk.blocks())


def laps(block: ImuBlock, first: int, n: int) -> Iterator[ImuBlock]:
    """The lap once more and once more, on a clock that goes on."""
    for i in range(first, first + n):
        yield from cut(block._replace(t_s=block.t_s + i * _LAP_S), 500)


def push_all(pipeline: GaitPipeline, blocks: Iterator[ImuBlock]) -> int:
    return sum(len(pipeline.push(block).events) for block in blocks)


def test_twenty_minutes_allocate_hardly_more_than_ten(lap: tuple[GaitSettings, ImuBlock]) -> None:
    gait, block = lap
    pipeline = GaitPipeline(gait)
    tracemalloc.start()
    try:
        n_events = push_all(pipeline, laps(block, 0, 4))
        after_ten, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        push_all(pipeline, laps(block, 4, 4))
        after_twenty, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert n_events > 1000
    # ten more minutes came in as 1.7 MB of samples; strides kept for a known distance are 0.3 MB
    assert after_twenty - after_ten < 500_000
    assert peak - after_ten < 800_000


def test_after_an_hour_the_state_is_no_larger_than_after_fifty_minutes(
    lap: tuple[GaitSettings, ImuBlock],
) -> None:
    gait, block = lap
    pipeline = GaitPipeline(gait)
    push_all(pipeline, laps(block, 0, 20))
    before = len(pickle.dumps(pipeline))
    push_all(pipeline, laps(block, 20, 4))
    assert len(pickle.dumps(pipeline)) < 1.01 * before
    assert before < 1_000_000
