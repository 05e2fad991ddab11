"""The page of trends in the home: what is kept is shown."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from coach.records.entries import WalkNote
from sensors.samples import Side
from ui.home.home import Home
from ui.patient.trends_page import TrendsPage


def test_the_page_shows_what_is_kept(qtbot: QtBot, home: Home) -> None:
    walked_at = home.now() - timedelta(hours=1)
    home.library.keep(
        home.person, WalkNote(ended_at=walked_at, side=Side.RIGHT, minutes=12.0), at=walked_at
    )
    page = TrendsPage(home)
    qtbot.addWidget(page)
    page.refresh()
    assert page.view.charts[1].data.words == "12 minutes in all, at most 12."


def test_the_page_shows_twelve_weeks_when_asked(qtbot: QtBot, home: Home) -> None:
    page = TrendsPage(home)
    qtbot.addWidget(page)
    page.view.span_requested.emit(12)
    assert len(page.view.charts[0].data.slots) == 12
