"""The limit of a walk by itself: named, reached by keyboard, and it only asks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui.theme import MIN_TARGET_PX
from ui.widgets.limit_control import LimitControl


@pytest.fixture
def control(qtbot: QtBot) -> LimitControl:
    control = LimitControl()
    qtbot.addWidget(control)
    control.resize(600, 60)
    control.show()
    qtbot.waitExposed(control)
    control.show_limit(12.0)
    return control


def test_every_part_has_a_name(control: LimitControl) -> None:
    for widget in control.in_order():
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text


def test_every_part_is_large_enough_to_hit(control: LimitControl) -> None:
    for widget in control.in_order():
        assert min(widget.width(), widget.height()) >= MIN_TARGET_PX


def test_enter_ticks_the_limit(control: LimitControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.limit_requested, timeout=1000) as asked:
        QTest.keyClick(control.has_limit, Qt.Key.Key_Return)
    assert asked.args == [None]


def test_plus_asks_for_half_a_degree_more(control: LimitControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.limit_requested, timeout=1000) as asked:
        QTest.mouseClick(control.step_up, Qt.MouseButton.LeftButton)
    assert asked.args == [12.5]


def test_a_typed_limit_is_asked_for_on_enter(control: LimitControl, qtbot: QtBot) -> None:
    control.limit.selectAll()
    with qtbot.waitSignal(control.limit_requested, timeout=1000) as asked:
        QTest.keyClicks(control.limit, "9.5")
        QTest.keyClick(control.limit, Qt.Key.Key_Return)
    assert asked.args == [9.5]


def test_a_finnish_comma_is_understood(finnish: None, qtbot: QtBot) -> None:
    control = LimitControl()
    qtbot.addWidget(control)
    control.show_limit(12.0)
    control.limit.selectAll()
    QTest.keyClicks(control.limit, "9,5")
    QTest.keyClick(control.limit, Qt.Key.Key_Return)
    assert control.limit.value() == 9.5


def test_showing_a_limit_asks_for_nothing(control: LimitControl, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(control.limit_requested):
        control.show_limit(15.0)
    assert control.limit.value() == 15.0


def test_without_a_limit_its_value_cannot_be_changed(control: LimitControl) -> None:
    control.show_limit(None)
    assert not control.limit.isEnabled()
    assert not control.step_up.isEnabled()
