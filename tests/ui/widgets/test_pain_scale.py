"""Pain on a row of 0 to 10, by mouse, digit and arrow."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.pain_scale import PainScale


@pytest.fixture
def scale(qtbot: QtBot) -> PainScale:
    scale = PainScale("How sore is it now?")
    qtbot.addWidget(scale)
    scale.resize(900, 120)
    scale.show()
    return scale


@pytest.fixture
def rated(scale: PainScale) -> list[int]:
    rated: list[int] = []
    scale.rated.connect(rated.append)
    return rated


def _press(scale: PainScale, key: Qt.Key, text: str = "", at_ms: int = 0) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(scale.focusWidget() or scale, event)


def _digit(scale: PainScale, digit: int, at_ms: int = 0) -> None:
    _press(scale, Qt.Key(Qt.Key.Key_0.value + digit), str(digit), at_ms)


def test_nothing_is_told_before_somebody_chose(scale: PainScale) -> None:
    assert scale.level is None


def test_a_click_tells_the_level(scale: PainScale, rated: list[int]) -> None:
    scale.buttons[7].click()
    assert (scale.level, rated) == (7, [7])


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_tells_its_level(scale: PainScale, rated: list[int], digit: int) -> None:
    _digit(scale, digit)
    assert (scale.level, rated) == (digit, [digit])


@pytest.mark.parametrize(("apart_ms", "level"), [(300, 10), (900, 0)])
def test_one_and_soon_nought_is_ten(scale: PainScale, apart_ms: int, level: int) -> None:
    _digit(scale, 1, 5_000)
    _digit(scale, 0, 5_000 + apart_ms)
    assert scale.level == level


def test_nought_after_another_digit_is_nought(scale: PainScale) -> None:
    _digit(scale, 2, 5_000)
    _digit(scale, 0, 5_100)
    assert scale.level == 0


def test_arrows_move_by_one_and_stop_at_the_ends(scale: PainScale, rated: list[int]) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, *[Qt.Key.Key_Left] * 3):
        _press(scale, key)
    assert rated == [0, 1, 0, 0, 0]
    scale.set_level(10)
    _press(scale, Qt.Key.Key_Right)
    assert scale.level == 10


def test_a_level_that_is_shown_was_not_rated(scale: PainScale, rated: list[int]) -> None:
    scale.set_level(4)
    assert (scale.level, rated) == (4, [])
    scale.set_level(None)
    assert scale.level is None


def test_every_button_says_what_is_rated(scale: PainScale) -> None:
    names = [button.accessibleName() for button in scale.buttons]
    assert names[0] == "How sore is it now?: 0"
    assert len(set(names)) == 11
