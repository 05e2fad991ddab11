"""The bridge to a worn sensor: what it tells arrives, and its thread ends."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.gait.repetitions import Repetition
from coach.worn import WornStream
from sensors.errors import LinkError, SensorFault
from sensors.simulation.exercises import POSES, exercise_walk
from ui.worn_link import WornLink


@pytest.fixture
def link() -> Iterator[WornLink]:
    link = WornLink()
    yield link
    link.close()
    assert "worn" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.parametrize("exercise_id", sorted(POSES))
def test_the_repetitions_of_every_exercise_arrive(
    qtbot: QtBot, link: WornLink, exercise_id: str
) -> None:
    found: list[Repetition] = []
    link.updated.connect(lambda update: found.extend(update.repetitions))
    link.count(6.0)
    with qtbot.waitSignal(link.ended, timeout=20_000) as ended:
        link.start(lambda: WornStream(exercise_walk(exercise_id, 5, 3.0), is_paced=False))
    assert ended.args == [None]
    assert len(found) == 5


def test_a_sensor_that_fails_is_told(qtbot: QtBot, link: WornLink) -> None:
    def fail() -> WornStream:
        raise LinkError(SensorFault.SENSOR_NOT_FOUND)

    with qtbot.waitSignal(link.ended, timeout=5_000) as ended:
        link.start(fail)
    assert isinstance(ended.args[0], LinkError)
    assert not link.is_running


def test_letting_go_ends_it(qtbot: QtBot, link: WornLink) -> None:
    with qtbot.waitSignal(link.updated, timeout=5_000):
        link.start(lambda: WornStream(exercise_walk("B1", 5, 3.0)))
    with qtbot.waitSignal(link.ended, timeout=5_000):
        link.stop()


def test_closing_twice_is_safe(qtbot: QtBot, link: WornLink) -> None:
    with qtbot.waitSignal(link.updated, timeout=5_000):
        link.start(lambda: WornStream(exercise_walk("B1", 5, 3.0)))
    link.close()
    link.close()
    assert not link.is_running


def test_closed_before_it_began_it_can_still_begin(qtbot: QtBot, link: WornLink) -> None:
    link.close()
    with qtbot.waitSignal(link.updated, timeout=5_000):
        link.start(lambda: WornStream(exercise_walk("B1", 5, 3.0)))
