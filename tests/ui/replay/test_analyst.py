"""The worker's side that the window sees: in turn, cancelled, and never silent when it dies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.replay.opened import open_walk
from coach.replay.worker import Call, Job, Walk
from tests.ui.replay.desks import Thread
from ui.background import Background
from ui.replay.analyst import Analyst, WorkerLostError


@pytest.fixture
def analyst() -> Iterator[Analyst]:
    made = Analyst(run=Thread)
    yield made
    made.close()


def _job(path: Path, number: int) -> Job:
    walk = open_walk(path)
    place = Walk(path, walk.gait, None, walk.told, walk.start_s, walk.end_s)
    return Job(number, place, wants_trace=True)


def test_jobs_are_done_in_turn(analyst: Analyst, walk_path: Path, qtbot: QtBot) -> None:
    ended: list[int] = []
    analyst.outcome_came.connect(lambda number, _: ended.append(number))
    analyst.called.connect(lambda number, _: ended.append(number))
    analyst.do(_job(walk_path, 1))
    analyst.do(Call(2, max, (1, 2)))
    qtbot.waitUntil(lambda: ended == [1, 2], timeout=20_000)
    assert not analyst.is_busy


def test_a_job_that_waits_is_given_up_without_a_word(
    analyst: Analyst, walk_path: Path, qtbot: QtBot
) -> None:
    ended: list[int] = []
    analyst.outcome_came.connect(lambda number, _: ended.append(number))
    analyst.do(_job(walk_path, 1))
    analyst.do(_job(walk_path, 2))
    analyst.give_up(2)
    qtbot.waitUntil(lambda: not analyst.is_busy, timeout=20_000)
    assert ended == [1]


def test_a_job_half_done_is_given_up(analyst: Analyst, walk_path: Path, qtbot: QtBot) -> None:
    analyst.do(_job(walk_path, 1))
    with qtbot.waitSignal(analyst.given_up, timeout=20_000):
        analyst.give_up(1)


def test_an_error_comes_as_it_was_raised(analyst: Analyst, qtbot: QtBot) -> None:
    with qtbot.waitSignal(analyst.failed, timeout=20_000) as failed:
        analyst.do(Call(1, Path.read_text, (Path("/nowhere/at/all"),)))
    assert isinstance(failed.args[1], FileNotFoundError)


def test_a_process_that_dies_is_told_and_the_next_job_is_done(
    walk_path: Path, qtbot: QtBot
) -> None:
    import os

    analyst = Analyst()
    with qtbot.waitSignal(analyst.failed, timeout=30_000) as failed:
        analyst.do(Call(1, os._exit, (3,)))
    assert isinstance(failed.args[1], WorkerLostError)
    with qtbot.waitSignal(analyst.called, timeout=30_000) as called:
        analyst.do(Call(2, max, (4, 9)))
    assert called.args == [2, 9]
    analyst.close()


def test_work_in_the_background_hands_over_what_it_returns(qtbot: QtBot) -> None:
    background, came = Background(), list[object]()
    background.run(lambda: 7, came.append, came.append)
    qtbot.waitUntil(lambda: came == [7])
    background.close()


def test_work_in_the_background_hands_over_what_it_raises(qtbot: QtBot) -> None:
    background, came = Background(), list[Exception]()
    background.run(lambda: 1 // 0, came.append, came.append)
    qtbot.waitUntil(lambda: len(came) == 1)
    assert isinstance(came[0], ZeroDivisionError)
    background.close()
