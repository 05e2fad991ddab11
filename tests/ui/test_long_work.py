"""Work beside the window: it tells its end, its progress, and nothing once it was given up."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from coach.walk_look import LookCancelledError
from ui.long_work import IsCancelled, LongWork, Progress, Work


@pytest.fixture
def work() -> LongWork:
    return LongWork()


def test_the_result_comes_back(qtbot: QtBot, work: LongWork) -> None:
    with qtbot.waitSignal(work.done) as told:
        work.start(lambda *_: 42)
    assert told.args == [42]


def test_an_error_comes_back_as_it_was(qtbot: QtBot, work: LongWork) -> None:
    error = ValueError("no")

    def fail(progress: Progress, is_cancelled: IsCancelled) -> object:
        raise error

    with qtbot.waitSignal(work.failed) as told:
        work.start(fail)
    assert told.args == [error]


def test_progress_is_told(qtbot: QtBot, work: LongWork) -> None:
    shares: list[float] = []
    work.progressed.connect(shares.append)

    def go(progress: Progress, is_cancelled: IsCancelled) -> object:
        for n in range(1001):
            progress(n / 1000)
        return None

    with qtbot.waitSignal(work.done):
        work.start(go)
    assert shares[-1] == 1.0
    assert len(shares) <= 102


def _until_cancelled(started: threading.Event) -> Work:
    def go(progress: Progress, is_cancelled: IsCancelled) -> object:
        started.set()
        while not is_cancelled():
            threading.Event().wait(0.001)
        raise LookCancelledError

    return go


def test_work_that_was_given_up_says_nothing(qtbot: QtBot, work: LongWork) -> None:
    started = threading.Event()
    said: list[object] = []
    work.done.connect(said.append)
    work.failed.connect(said.append)
    work.start(_until_cancelled(started))
    started.wait()
    work.cancel()
    with qtbot.waitSignal(work.done):
        work.start(lambda *_: "next")
    assert said == ["next"]


def test_nothing_is_busy_after_the_end(qtbot: QtBot, work: LongWork) -> None:
    with qtbot.waitSignal(work.done):
        work.start(lambda *_: None)
    assert not work.is_busy
