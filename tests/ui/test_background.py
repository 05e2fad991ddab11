"""Work on a thread of its own outlives whoever asked for it without a word."""

import subprocess
import sys
import threading
from functools import partial
from random import Random

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.background import Background


def test_what_came_of_it_is_handed_on(qtbot: QtBot) -> None:
    told: list[int] = []
    background = Background()
    background.run(lambda: 7, told.append, lambda _: None)
    qtbot.waitUntil(lambda: told == [7])


def test_nobody_is_told_where_nobody_is_left(qapp: QApplication) -> None:
    background, may_end, told = Background(), threading.Event(), list[object]()
    background.run(may_end.wait, told.append, told.append)
    delete(background)
    may_end.set()
    background.close()
    qapp.processEvents()
    assert told == []


def test_what_was_asked_for_is_let_go_of_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    let_go: list[str] = []

    class Asked:
        def __call__(self) -> None:
            """Do nothing."""

        def __del__(self) -> None:
            let_go.append(threading.current_thread().name)

    background = Background()
    for _ in range(50):
        background.run(Asked(), lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: len(let_go) == 50)
    assert set(let_go) == {threading.current_thread().name}


def test_an_owner_may_go_at_any_moment(qapp: QApplication) -> None:
    """Told in time or not at all; Qt's part of what asked is deleted while threads speak."""
    random, told = Random(4), list[object]()
    for _ in range(300):
        owner = QWidget()
        background = Background(owner)
        for _ in range(3):
            background.run(partial(_spin, random.randrange(400)), told.append, told.append)
        _spin(random.randrange(800))
        qapp.processEvents()
        delete(owner)
    background.close()
    assert set(told) <= {None}


def _spin(n: int) -> None:
    for _ in range(n):
        pass


_LEAVES_IN_MID_WORK = """
import threading
from PySide6.QtWidgets import QApplication
from ui.background import Background

app, background = QApplication([]), Background()

def work():
    while True:
        background._mailbox.put(None)

for _ in range(3):
    threading.Thread(target=work, daemon=True).start()
"""


def test_a_program_may_end_while_work_goes_on() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LEAVES_IN_MID_WORK], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")
