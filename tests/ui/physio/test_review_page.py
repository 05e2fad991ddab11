"""The review in the physio's area: what happened, which walks, each of them, several together."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.follow_up.report_items import SectionKey
from coach.follow_up.walk_filter import Filter
from coach.records.library import Library
from coach.records.marks import NoteTag
from coach.records.walk_file import WalkFile
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.physio.review_page import ReviewPage
from ui.tour.weeks import fill_weeks

READ_WITHIN_MS = 60_000


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("weeks")
    with Library.open(folder / "library.db") as library:
        fill_weeks(library, library.add_person("Aino"), Clock()(), folder=folder / "walks")
        library.add_person("Somebody new")
        yield library


@pytest.fixture
def page(qtbot: QtBot, filled: Library) -> Iterator[ReviewPage]:
    made = ReviewPage(Home(filled, filled.people()[0], Clock()), "Tiina Ranta")
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.refresh()
    settle(made, qtbot)
    yield made
    settle(made, qtbot)


def settle(page: ReviewPage, qtbot: QtBot) -> None:
    """Wait until nothing is being read."""
    qtbot.waitUntil(lambda: page.is_ready and page.report is not None, timeout=READ_WITHIN_MS)


def row_of(page: ReviewPage, day: str) -> int:
    """The row of the walk of a day."""
    table = page.view.walks.table
    rows = [i for i in range(table.rowCount()) if text(page, i, 1).startswith(day)]
    return rows[0]


def text(page: ReviewPage, row: int, column: int) -> str:
    item = page.view.walks.table.item(row, column)
    assert item is not None
    return item.text()


def open_walk(page: ReviewPage, qtbot: QtBot, day: str = "22 Feb") -> None:
    page.view.walks.table.setCurrentCell(row_of(page, day), 1)
    QTest.mouseClick(page.view.walks.look, Qt.MouseButton.LeftButton)
    settle(page, qtbot)


def test_unsafe_responses_are_looked_at_first(page: ReviewPage) -> None:
    assert page.view.unsafe_badge.isVisible()
    cards = page.view.cards
    assert cards[SectionKey.UNSAFE].y() < min(
        card.y() for key, card in cards.items() if key is not SectionKey.UNSAFE
    )


def test_every_walk_since_the_visit_is_in_the_list(page: ReviewPage) -> None:
    assert page.report is not None
    assert page.view.walks.table.rowCount() == len(page.report.review.walks)


def test_a_filter_leaves_the_walk_that_was_too_much(page: ReviewPage) -> None:
    QTest.mouseClick(page.view.walks.filters.buttons[Filter.TOO_MUCH], Qt.MouseButton.LeftButton)
    shown = [text(page, i, 4) for i in range(page.view.walks.table.rowCount())]
    assert shown
    assert all("green" not in colour for colour in shown)


def test_colours_have_marks_of_their_own(page: ReviewPage) -> None:
    assert text(page, row_of(page, "22 Feb"), 4) == "■ red"


def test_gaps_are_flagged_in_the_list(page: ReviewPage) -> None:
    flags = [text(page, i, 10) for i in range(page.view.walks.table.rowCount())]
    assert any("gaps" in each for each in flags)


def test_enter_opens_a_walk(page: ReviewPage, qtbot: QtBot) -> None:
    page.view.walks.table.setCurrentCell(row_of(page, "22 Feb"), 1)
    QTest.keyClick(page.view.walks.table, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.stack.currentWidget() is page.walk
    assert page.walk.look is not None


def test_a_walk_shows_its_curve_and_its_pain_in_words_too(page: ReviewPage, qtbot: QtBot) -> None:
    open_walk(page, qtbot)
    import pyqtgraph as pg

    plots = page.walk.findChildren(pg.PlotWidget)
    assert len(plots) == 3
    assert all(plot.accessibleName() and plot.accessibleDescription() for plot in plots)


def test_a_walk_without_a_file_cannot_be_opened(page: ReviewPage) -> None:
    table = page.view.walks.table
    without = next(i for i in range(table.rowCount()) if text(page, i, 10) == "no file")
    table.setCurrentCell(without, 1)
    assert not page.view.walks.look.isEnabled()


def test_two_ticked_walks_can_be_compared_and_one_cannot(page: ReviewPage) -> None:
    table, compare = page.view.walks.table, page.view.walks.compare
    table.setCurrentCell(0, 1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert not compare.isEnabled()
    table.setCurrentCell(1, 1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert compare.isEnabled()


def test_a_change_stands_beside_the_measurement_error(page: ReviewPage, qtbot: QtBot) -> None:
    for row in (0, 3):
        page.view.walks.table.ticked.emit(row)
    QTest.mouseClick(page.view.walks.compare, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    said = [label.text() for label in page.comparison.findChildren(type(page.walk.flags))]
    assert any("less than the measurement error (5.0°): no real change" in each for each in said)


def test_the_compared_walks_are_oldest_first(page: ReviewPage) -> None:
    for row in (0, 3):
        page.view.walks.table.ticked.emit(row)
    ends = [line.ended_at for line in page.view.walks.ticked]
    assert ends == sorted(ends)


def test_ticks_stay_when_a_filter_hides_the_walk(page: ReviewPage) -> None:
    for row in (0, 3):
        page.view.walks.table.ticked.emit(row)
    page.view.walks.filters.choose([Filter.TOO_MUCH])
    page.view.walks.filters.changed.emit()
    assert len(page.view.walks.ticked) == 2


def test_a_note_on_a_stretch_is_kept_in_the_walk(page: ReviewPage, qtbot: QtBot) -> None:
    open_walk(page, qtbot, "26 Feb")
    look, form = page.walk.look, page.walk.form
    assert look is not None
    form.first.setValue(30)
    form.last.setValue(60)
    form.tag.choose([NoteTag.GAIT])
    QTest.keyClicks(form.words, "long steps")
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    settle(page, qtbot)
    with WalkFile.open(look.path) as walk:
        (note,) = walk.notes()
    assert note.t_s is not None
    assert note.end_s is not None
    assert (note.text, note.tag) == ("long steps (Tiina Ranta)", NoteTag.GAIT)
    assert (note.t_s - look.start_s, note.end_s - look.start_s) == pytest.approx((30, 60))
    assert "0:30 to 1:00, how it looks: long steps" in page.walk.notes.text()


def test_a_note_without_words_is_not_kept(page: ReviewPage, qtbot: QtBot) -> None:
    open_walk(page, qtbot)
    page.walk.form.words.setText("   ")
    assert not page.walk.form.keep.isEnabled()


def test_a_time_is_typed_as_minutes_and_seconds(page: ReviewPage, qtbot: QtBot) -> None:
    open_walk(page, qtbot)
    box = page.walk.form.first
    box.selectAll()
    QTest.keyClicks(box, "1:15")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.value() == 75.0


def test_another_person_begins_anew(page: ReviewPage, qtbot: QtBot, filled: Library) -> None:
    page._home.person = filled.people()[1]
    page.refresh()
    settle(page, qtbot)
    assert page.view.walks.table.rowCount() == 0
    assert not page.view.unsafe_badge.isVisible()


def test_a_file_that_cannot_be_read_is_told(
    page: ReviewPage, qtbot: QtBot, filled: Library, tmp_path: Path
) -> None:
    path = filled.walks()[-1].path
    hidden = path.rename(tmp_path / path.name)
    page.refresh()
    settle(page, qtbot)
    hidden.rename(path)
    assert path.name in page.view.failed.text()


def test_another_first_day_is_looked_from(page: ReviewPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.view.span.choices.buttons["4"], Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert page.report is not None
    first: datetime = page.report.review.since
    assert (page._home.now() - first).days == 28
