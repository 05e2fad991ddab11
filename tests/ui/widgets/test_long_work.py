"""Long work: done elsewhere, seen how far it is, stopped where it next says so."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.long_work import LongWork


@pytest.fixture
def work(qtbot: QtBot) -> LongWork:
    work = LongWork()
    qtbot.addWidget(work)
    return work


@pytest.fixture
def go_on() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_what_the_work_returns_is_told(qtbot: QtBot, work: LongWork) -> None:
    with qtbot.waitSignal(work.done) as done:
        work.begin("Counting", lambda _: 42)
        seen = [work.is_running]
    seen.append(work.is_running)
    assert (done.args, seen) == ([42], [True, False])
    assert work.isHidden()


def test_why_it_failed_is_told(qtbot: QtBot, work: LongWork) -> None:
    error = ValueError("no")

    def fail(_: Callable[[float], None]) -> None:
        raise error

    with qtbot.waitSignal(work.failed) as failed:
        work.begin("Counting", fail)
    assert failed.args == [error]


def test_the_bar_shows_how_far_it_is(qtbot: QtBot, work: LongWork, go_on: threading.Event) -> None:
    def half(tell: Callable[[float], None]) -> None:
        tell(0.5)
        go_on.wait(10.0)

    with qtbot.waitSignal(work.done):
        work.begin("Counting", half)
        qtbot.waitUntil(lambda: work.bar.value() == 500)
        assert work.bar.accessibleName() == "Counting"
        go_on.set()


def test_stopped_it_ends_where_it_next_says_how_far_it_is(
    qtbot: QtBot, work: LongWork, go_on: threading.Event
) -> None:
    ended: list[str] = []

    def two_steps(tell: Callable[[float], None]) -> None:
        go_on.wait(10.0)
        tell(0.5)
        ended.append("never")

    with qtbot.waitSignal(work.cancelled):
        work.begin("Counting", two_steps)
        work.cancel.click()
        go_on.set()
    assert ended == []


def test_one_thing_at_a_time(qtbot: QtBot, work: LongWork, go_on: threading.Event) -> None:
    with qtbot.waitSignal(work.done) as done:
        work.begin("First", lambda _: go_on.wait(10.0))
        work.begin("Second", lambda _: "second")
        go_on.set()
    assert done.args == [True]


def test_work_after_work_that_was_stopped_is_done(qtbot: QtBot, work: LongWork) -> None:
    work.stop()
    with qtbot.waitSignal(work.done) as done:
        work.begin("Counting", lambda tell: tell(1.0))
    assert done.args == [None]
