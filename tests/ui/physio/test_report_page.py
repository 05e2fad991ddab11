"""The report in the physio's area: days are chosen, pages looked at, copies saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.records.library import Library
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.physio.report_page import ReportPage
from ui.report_files import Copy
from ui.tour.weeks import PHYSIO, fill_weeks


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("weeks")
    with Library.open(folder / "library.db") as library:
        fill_weeks(library, library.add_person("Aino"), Clock()(), folder=folder / "walks")
        yield library


@pytest.fixture
def page(qtbot: QtBot, filled: Library, tmp_path: Path) -> Iterator[ReportPage]:
    home = Home(filled, filled.people()[0], Clock())
    made = ReportPage(home, "Tiina Ranta", choose_file=lambda _, name, __: str(tmp_path / name))
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.report is not None, timeout=60_000)
    yield made
    qtbot.waitUntil(lambda: not made.view.work.is_running, timeout=60_000)


def test_the_three_pages_are_shown(page: ReportPage) -> None:
    assert [paper.accessibleName() for paper in page.view.papers] == [
        "How it went",
        "For the record (1 of 2)",
        "For the record (2 of 2)",
    ]


def test_it_begins_with_the_last_visit(page: ReportPage) -> None:
    assert PHYSIO in page.view.span.visit.text()
    assert page.report is not None
    assert (page.report.made_at - page.report.review.since).days == 12


@pytest.mark.parametrize("copy", Copy, ids=str)
def test_a_copy_is_saved(page: ReportPage, tmp_path: Path, copy: Copy) -> None:
    QTest.mouseClick(page.view.save[copy], Qt.MouseButton.LeftButton)
    (saved,) = tmp_path.glob(f"*.{copy}")
    assert saved.stat().st_size > 1000
    assert saved.name in page.view.told.text()


def test_a_note_is_copied(page: ReportPage) -> None:
    QTest.mouseClick(page.view.note, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Hip Coach, Aino")


def test_other_days_make_another_report(page: ReportPage, qtbot: QtBot) -> None:
    before = page.report
    QTest.mouseClick(page.view.span.choices.buttons["4"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.report is not before, timeout=60_000)
    assert page.report is not None
    assert len(page.report.review.walks) > 10


def test_without_names_the_file_has_none_either(page: ReportPage, qtbot: QtBot) -> None:
    before = page.report
    page.view.pseudonymous.setChecked(True)
    qtbot.waitUntil(lambda: page.report is not before, timeout=60_000)
    assert page.report is not None
    assert page.report.who.startswith("P-")


def test_nothing_can_be_saved_while_it_is_made(page: ReportPage, qtbot: QtBot) -> None:
    before = page.report
    page.view.span_changed.emit()
    assert not page.view.save[Copy.PDF].isEnabled()
    qtbot.waitUntil(lambda: page.report is not before, timeout=60_000)


def test_it_can_be_given_up(page: ReportPage, qtbot: QtBot) -> None:
    page._looks.forget()
    page.view.span_changed.emit()
    QTest.mouseClick(page.view.work.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.view.told.text()), timeout=60_000)
    assert "Not made" in page.view.told.text()


def test_a_disk_that_does_not_take_it_is_told(page: ReportPage, tmp_path: Path) -> None:
    failed: list[object] = []
    page._home.failed.connect(failed.append)
    page._choose_file = lambda _, name, __: str(tmp_path / "not there" / name)
    page.view.save_requested.emit(Copy.HTML)
    assert len(failed) == 1
