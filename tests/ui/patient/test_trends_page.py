"""Trends as the patient sees them: one sentence, charts, the same as a table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.care.pain_record import PainRecord
from coach.follow_up.trends import Told, trends
from tests.coach.reviewed import LEG, at
from ui.patient.trends_page import TrendsView

TODAY = at(13).date()


def told(first: int, last: int) -> Told:
    """Four weeks: in the first the worst pain was one, in the last another."""
    levels = {-14 + n: first for n in range(7)} | {7 + n: last for n in range(7)}
    return Told(ratings=tuple(PainRecord(at(n), LEG, 0, level) for n, level in levels.items()))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TrendsView]:
    sheet = TrendsView()
    qtbot.addWidget(sheet)
    sheet.resize(1000, 700)
    sheet.show()
    yield sheet
    sheet.close()


def test_less_pain_is_told_in_one_sentence(view: TrendsView) -> None:
    view.set_trends(trends(told(5, 3), TODAY))
    assert view.sentence.text() == "Worst pain fell from 5 to 3 in 4 weeks."


def test_no_change_is_not_made_one(view: TrendsView) -> None:
    view.set_trends(trends(told(3, 3), TODAY))
    assert "about the same" in view.sentence.text()


def test_more_pain_points_to_the_physiotherapist(view: TrendsView) -> None:
    view.set_trends(trends(told(2, 4), TODAY))
    assert "physiotherapist" in view.sentence.text()


def test_little_data_is_calm_and_shows_no_empty_charts(view: TrendsView) -> None:
    view.set_trends(trends(Told(), TODAY))
    assert not any(chart.isVisible() for chart in view.charts)


@pytest.mark.usefixtures("finnish")
def test_the_sentence_is_finnish_in_finnish(qtbot: QtBot) -> None:
    view = TrendsView()
    qtbot.addWidget(view)
    view.set_trends(trends(told(5, 3), TODAY))
    assert view.sentence.text() == "Pahin kipu väheni 4 viikossa: ennen 5, nyt 3."


def test_the_table_says_the_same_as_the_charts(view: TrendsView, qtbot: QtBot) -> None:
    view.set_trends(trends(told(5, 3), TODAY))
    QTest.mouseClick(view.table_button, Qt.MouseButton.LeftButton)
    item = view.table.item(0, 1)
    assert view.table.isVisible()
    assert item is not None
    assert view.charts[0].data.slots[-1].words.endswith(f": {item.text()}")


def test_what_a_chart_points_at_is_told_below_it(view: TrendsView, qtbot: QtBot) -> None:
    view.set_trends(trends(told(5, 3), TODAY))
    QTest.keyClick(view.charts[0], Qt.Key.Key_Home)
    assert view.readout[0].text() == view.charts[0].data.slots[0].words


def test_another_span_is_asked_for(view: TrendsView, qtbot: QtBot) -> None:
    view.set_trends(trends(told(5, 3), TODAY))
    with qtbot.waitSignal(view.span_requested) as asked:
        QTest.mouseClick(view.span.buttons[12], Qt.MouseButton.LeftButton)
    assert asked.args == [12]


@pytest.mark.parametrize(("width", "n_beside"), [(1000, 2), (520, 1)], ids=["wide", "narrow"])
def test_charts_stand_beside_each_other_where_there_is_room(
    view: TrendsView, qtbot: QtBot, width: int, n_beside: int
) -> None:
    view.set_trends(trends(told(5, 3), TODAY))
    view.resize(width, 700)
    tops = [chart.mapTo(view, chart.rect().topLeft()).y() for chart in view.charts[:2]]
    assert len(set(tops)) == 3 - n_beside
