"""The wheel scrolls a page and changes nothing on it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.sheet import Card, Sheet


def _spin() -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setValue(50.0)
    return spin


def _combo() -> QComboBox:
    combo = QComboBox()
    combo.addItems([str(n) for n in range(100)])
    combo.setCurrentIndex(50)
    return combo


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(50)
    return slider


def _value(field: QWidget) -> float:
    if isinstance(field, QComboBox):
        return field.currentIndex()
    assert isinstance(field, QDoubleSpinBox | QSlider)
    return field.value()


def _turn_wheel(over: QWidget) -> None:
    at = QPointF(over.rect().center())
    event = QWheelEvent(
        at,
        over.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, event)


def _sheet_with(qtbot: QtBot, field: QWidget) -> Sheet:
    sheet = Sheet("A long form")
    qtbot.addWidget(sheet)
    card = Card("Measures")
    card.add(field)
    far_below = QWidget()
    far_below.setMinimumHeight(2000)
    sheet.add(card, far_below)
    sheet.resize(600, 300)
    with qtbot.waitExposed(sheet):
        sheet.show()
    return sheet


FIELDS = pytest.mark.parametrize("make", [_spin, _combo, _slider], ids=["number", "list", "slider"])


@FIELDS
def test_the_wheel_leaves_a_field_as_it_is(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = make()
    sheet = _sheet_with(qtbot, field)
    field.setFocus()
    _turn_wheel(field)
    assert sheet.isVisible()
    assert _value(field) == 50


@FIELDS
def test_the_wheel_over_a_field_scrolls_the_page(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = make()
    sheet = _sheet_with(qtbot, field)
    _turn_wheel(field)
    assert sheet.verticalScrollBar().value() > 0


def test_a_field_that_the_wheel_passes_does_not_take_the_keyboard(qtbot: QtBot) -> None:
    field = _spin()
    sheet = _sheet_with(qtbot, field)
    assert sheet.isVisible()
    assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_field_put_there_later_is_left_as_it_is_too(qtbot: QtBot) -> None:
    sheet = _sheet_with(qtbot, _spin())
    later = _combo()
    sheet.add(later)
    later.show()
    qtbot.waitUntil(lambda: later.focusPolicy() is Qt.FocusPolicy.StrongFocus)
    _turn_wheel(later)
    assert _value(later) == 50
