"""The chart is read by keys, by mouse and by a screen reader, and differs by more than colour."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.trend_chart import ChartData, Look, Slot, TrendChart, levels_up_to

SLOTS = (Slot(1.0, "Monday: 1"), Slot(None, "Tuesday: nobody told"), Slot(5.0, "Wednesday: 5"))
DATA = ChartData("Worst pain", "Told on 2 of 3 days.", SLOTS, ((0.0, "0"), (10.0, "10")))


@pytest.fixture
def chart(qtbot: QtBot) -> TrendChart:
    widget = TrendChart()
    qtbot.addWidget(widget)
    widget.resize(300, 160)
    widget.set_data(DATA)
    return widget


def test_a_screen_reader_hears_title_and_words(chart: TrendChart) -> None:
    heard = (chart.accessibleName(), chart.accessibleDescription())
    assert heard == ("Worst pain", "Told on 2 of 3 days.")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((Qt.Key.Key_Left,), "Wednesday: 5"),
        ((Qt.Key.Key_Left, Qt.Key.Key_Left), "Tuesday: nobody told"),
        ((Qt.Key.Key_Home,), "Monday: 1"),
        ((Qt.Key.Key_Home, Qt.Key.Key_Left), "Monday: 1"),
        ((Qt.Key.Key_End, Qt.Key.Key_Right), "Wednesday: 5"),
    ],
    ids=["left is the newest", "then the one before", "home", "no further", "end"],
)
def test_keys_go_from_slot_to_slot(
    chart: TrendChart, qtbot: QtBot, keys: tuple[Qt.Key, ...], words: str
) -> None:
    for key in keys:
        QTest.keyClick(chart, key)
    assert chart.accessibleDescription() == words


def test_a_click_tells_the_slot_under_it(chart: TrendChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.pointed) as told:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(285, 60))
    assert told.args == ["Wednesday: 5"]


def test_other_data_chooses_nothing(chart: TrendChart) -> None:
    chart.choose(1)
    chart.set_data(DATA)
    assert chart.chosen is None


def test_without_slots_nothing_can_be_chosen(chart: TrendChart) -> None:
    chart.set_data(ChartData("Empty", "", (), ((0.0, "0"), (1.0, "1"))))
    chart.choose(0)
    assert chart.chosen is None


def _grey(chart: TrendChart, look: Look) -> QImage:
    chart.set_data(ChartData("", "", (Slot(8.0, "", look=look),), ((0.0, "0"), (10.0, "10"))))
    return chart.grab().toImage().convertToFormat(QImage.Format.Format_Mono)


def test_looks_differ_without_colour(chart: TrendChart) -> None:
    pictures = [_grey(chart, look) for look in Look]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[i + 1 :])


@pytest.mark.parametrize(
    ("highest", "levels"),
    [(4.0, (0, 2, 4)), (15.0, (0, 5, 10, 15)), (61.0, (0, 50, 100)), (3.0, (0, 1, 2, 3))],
    ids=["four", "fifteen", "sixty-one", "three"],
)
def test_levels_are_round_and_reach_the_highest(highest: float, levels: tuple[float, ...]) -> None:
    assert levels_up_to(highest, (1, 2, 5, 10, 20, 50)) == levels
