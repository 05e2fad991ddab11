"""The replay in the home, and on the command line."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.cli import commands
from coach.records.library import Library
from tests.coach.replay.walks import kept_walk
from ui.home.home import Home
from ui.home.pages import PAGES
from ui.replay.page import ReplayPage

_ROOT = Path(__file__).parents[3]


def test_the_home_has_a_page_for_it() -> None:
    assert "replay" in {page.key for page in PAGES}


def test_own_walks_are_listed_and_open(tmp_path: Path, qtbot: QtBot) -> None:
    path = kept_walk(tmp_path / "mine.hipwalk")
    with Library.open(tmp_path / "library.db") as library:
        person = library.add_person("Maija")
        library.index_walk(path, person)
        page = ReplayPage(Home(library, person))
        qtbot.addWidget(page)
        page.show()
        page.refresh()
        assert page.desk.start.own.count() == 1
        page.desk.start.own.setCurrentRow(0)
        QTest.keyClick(page.desk.start.own, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.desk.session is not None)
        page.desk.close_all()


def test_walks_of_somebody_else_are_not_listed(tmp_path: Path, qtbot: QtBot) -> None:
    path = kept_walk(tmp_path / "hers.hipwalk")
    with Library.open(tmp_path / "library.db") as library:
        library.index_walk(path, library.add_person("Maija"))
        page = ReplayPage(Home(library, library.add_person("Ville")))
        qtbot.addWidget(page)
        page.refresh()
        assert page.desk.start.own.count() == 0


def test_without_a_display_the_command_says_what_else_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import ui.main  # noqa: F401 - adds the command

    monkeypatch.setattr("ui.replay.command.has_display", lambda: False)
    told = CliRunner(catch_exceptions=False).invoke(commands, ["replay", "walk.hipwalk"])
    assert told.exit_code == 1
    assert "hipcoach analyze FILE" in told.output


def test_the_replay_loads_no_plotting_before_it_is_shown() -> None:
    heavy = {"pyqtgraph", "scipy", "pandas", "matplotlib", "asyncio", "vqf"}
    code = "import sys, ui.replay.window; print(*sys.modules)"
    python = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    assert heavy & set(python.stdout.split()) == set()
