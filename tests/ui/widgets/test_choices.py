"""Choices: the keyboard reaches each of several, and one of a group by the arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.choices import Choices


def _shown(qtbot: QtBot, *, is_several: bool) -> Choices[str]:
    choices = Choices([("a", "A"), ("b", "B"), ("c", "C")], is_several=is_several)
    qtbot.addWidget(choices)
    choices.show()
    choices.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is choices, timeout=5_000)
    choices.buttons["a"].setFocus()
    return choices


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right], ids=["tab", "arrow"])
def test_of_several_each_is_reached(qtbot: QtBot, key: Qt.Key) -> None:
    choices = _shown(qtbot, is_several=True)
    QTest.keyClick(choices.buttons["a"], key)
    assert QApplication.focusWidget() is choices.buttons["b"]


def test_several_can_be_chosen_and_none(qtbot: QtBot) -> None:
    choices = _shown(qtbot, is_several=True)
    for key in ("a", "b", "a"):
        choices.buttons[key].click()
    assert choices.chosen == {"b"}
    choices.buttons["b"].click()
    assert choices.chosen == frozenset()


def test_of_a_group_one_is_chosen(qtbot: QtBot) -> None:
    choices = _shown(qtbot, is_several=False)
    choices.buttons["a"].click()
    choices.buttons["c"].click()
    assert choices.chosen == {"c"}


def test_what_is_shown_can_be_taken_back(qtbot: QtBot) -> None:
    choices = _shown(qtbot, is_several=False)
    choices.choose(["b"])
    choices.choose([])
    assert choices.only is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["on", "back"])
def test_the_keyboard_comes_to_what_is_chosen(qtbot: QtBot, key: Qt.Key) -> None:
    box = QWidget()
    row = QHBoxLayout(box)
    before, after = QPushButton("before"), QPushButton("after")
    choices = Choices([("a", "A"), ("b", "B"), ("c", "C")])
    choices.choose(["b"])
    for widget in (before, choices, after):
        row.addWidget(widget)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box, timeout=5_000)
    begun = before if key is Qt.Key.Key_Tab else after
    begun.setFocus()
    QTest.keyClick(begun, key)
    assert QApplication.focusWidget() is choices.buttons["b"]
