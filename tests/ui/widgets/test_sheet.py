"""Scrolling a page with the wheel changes nothing on it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.sheet import Sheet


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    sheet = Sheet("A page")
    qtbot.addWidget(sheet)
    sheet.resize(400, 120)
    choice = QComboBox()
    choice.addItems(["a", "b", "c"])
    sheet.add(QSpinBox(), choice, QSlider(Qt.Orientation.Horizontal), QWidget(minimumHeight=600))
    sheet.show()
    qtbot.waitExposed(sheet)
    return sheet


def _scroll_over(widget: QWidget) -> bool:
    """Turn the wheel there; whether the widget took it."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_over_a_number_leaves_it(sheet: Sheet) -> None:
    (number,) = sheet.findChildren(QSpinBox)
    number.setValue(50)
    _scroll_over(number)
    assert number.value() == 50


def test_the_wheel_over_a_choice_leaves_it(sheet: Sheet) -> None:
    (choice,) = sheet.findChildren(QComboBox)
    _scroll_over(choice)
    assert choice.currentIndex() == 0


def test_the_wheel_over_a_slider_leaves_it(sheet: Sheet) -> None:
    (slider,) = sheet.findChildren(QSlider)
    slider.setValue(50)
    _scroll_over(slider)
    assert slider.value() == 50


def test_the_wheel_over_a_value_is_left_to_the_page(sheet: Sheet) -> None:
    (number,) = sheet.findChildren(QSpinBox)
    assert not _scroll_over(number)
