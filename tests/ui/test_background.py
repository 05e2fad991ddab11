"""Work on a thread of its own outlives whoever asked for it without a word."""

import threading

from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.background import Background


def test_what_came_of_it_is_handed_on(qtbot: QtBot) -> None:
    told: list[int] = []
    background = Background()
    background.run(lambda: 7, told.append, lambda _: None)
    qtbot.waitUntil(lambda: told == [7])


def test_nobody_is_told_where_nobody_is_left() -> None:
    background, may_end = Background(), threading.Event()
    thread_told: list[object] = []
    background.run(may_end.wait, thread_told.append, thread_told.append)
    (thread,) = background._threads
    delete(background)
    may_end.set()
    thread.join()
    assert thread_told == []
