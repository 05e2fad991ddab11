"""Keys and mouse are use, between start and stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coach.records.autolock import LOCKED_AFTER_S
from ui.use_watch import UseWatch


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    return line


@pytest.fixture
def watch(line: QLineEdit, clock: Clock) -> UseWatch:
    watch = UseWatch(lambda: None, line, clock)
    watch.start()
    return watch


def _is_due(watch: UseWatch) -> bool:
    return watch.is_due(is_walking=False)


def test_nobody_used_it_for_long_enough(watch: UseWatch, clock: Clock) -> None:
    clock.now_s = LOCKED_AFTER_S - 1
    assert not _is_due(watch)
    clock.now_s = LOCKED_AFTER_S
    assert _is_due(watch)


def test_a_key_is_use_and_goes_where_it_was_meant_to(
    watch: UseWatch, clock: Clock, line: QLineEdit
) -> None:
    clock.now_s = LOCKED_AFTER_S - 1
    QTest.keyClick(line, Qt.Key.Key_A)
    clock.now_s = LOCKED_AFTER_S + 1
    assert not _is_due(watch)
    assert line.text() == "a"


def test_a_mouse_that_moves_is_use(watch: UseWatch, clock: Clock, line: QLineEdit) -> None:
    clock.now_s = LOCKED_AFTER_S - 1
    QTest.mousePress(line, Qt.MouseButton.LeftButton)
    clock.now_s = LOCKED_AFTER_S + 1
    assert not _is_due(watch)


def test_a_walk_is_use(watch: UseWatch, clock: Clock) -> None:
    clock.now_s = LOCKED_AFTER_S + 1
    assert not watch.is_due(is_walking=True)
    assert not _is_due(watch)


def test_stopped_it_hears_of_nothing(watch: UseWatch, clock: Clock, line: QLineEdit) -> None:
    watch.stop()
    watch.stop()
    clock.now_s = LOCKED_AFTER_S - 1
    QTest.keyClick(line, Qt.Key.Key_A)
    clock.now_s = LOCKED_AFTER_S
    assert _is_due(watch)


def test_started_again_it_begins_anew(watch: UseWatch, clock: Clock) -> None:
    watch.stop()
    clock.now_s = 5 * LOCKED_AFTER_S
    watch.start()
    assert not _is_due(watch)
