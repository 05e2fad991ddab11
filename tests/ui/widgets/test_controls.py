"""Controls: reachable by keyboard, named, large enough, and they only ask."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import FOCUS_RING_PX, MIN_TARGET_PX
from ui.widgets.controls import Controls


@pytest.fixture
def controls(qtbot: QtBot) -> Controls:
    controls = Controls()
    qtbot.addWidget(controls)
    controls.resize(1200, 120)
    controls.show()
    qtbot.waitExposed(controls)
    controls.show_walking()
    return controls


def _shown(controls: Controls) -> list[QWidget]:
    return [widget for widget in controls.in_order() if widget.isVisible()]


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_every_control_has_a_name(controls: Controls) -> None:
    assert all(_name(widget) for widget in _shown(controls))


def test_every_control_is_large_enough_to_hit(controls: Controls) -> None:
    assert all(widget.height() >= MIN_TARGET_PX for widget in _shown(controls))
    assert all(widget.width() >= MIN_TARGET_PX for widget in _shown(controls))


def test_tab_walks_through_the_controls_in_reading_order(controls: Controls, qtbot: QtBot) -> None:
    order = _shown(controls)
    order[0].setFocus()
    visited: list[QWidget] = []
    for _ in order:
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused)
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
    assert visited == order


def test_the_focused_control_wears_a_ring_of_3_px(controls: Controls) -> None:
    controls.mute.setFocus()
    focused = controls.mute.grab().toImage()
    controls.far.setFocus()
    plain = controls.mute.grab().toImage()
    middle = focused.height() // 2
    changed = [x for x in range(12) if focused.pixel(x, middle) != plain.pixel(x, middle)]
    assert changed == list(range(FOCUS_RING_PX))


@pytest.mark.parametrize("name", ["pause", "end", "pain", "far", "help"])
def test_enter_presses_the_focused_button(controls: Controls, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(controls, f"{name}_requested"), timeout=1000):
        QTest.keyClick(getattr(controls, name), Qt.Key.Key_Return)


def test_only_what_makes_sense_is_offered_before_a_walk(controls: Controls) -> None:
    controls.show_idle(can_start=True)
    assert controls.start.isVisible()
    assert not controls.pain.isVisible()


def test_the_mute_button_says_what_it_will_do(controls: Controls) -> None:
    controls.mute.click()
    assert controls.mute.text() == "Sound on (M)"
    controls.mute.click()
    assert controls.mute.text() == "Mute (M)"


def test_the_pause_button_says_what_it_will_do(controls: Controls) -> None:
    controls.show_paused(is_paused=True)
    assert controls.pause.text() == "Go on (P)"
    controls.show_paused(is_paused=False)
    assert controls.pause.text() == "Pause (P)"
