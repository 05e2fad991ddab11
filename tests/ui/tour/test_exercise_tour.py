"""The tour of the exercises goes all the way, by what a person can press."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.home.conftest import Clock, _own_folders, clock, home, library  # noqa: F401
from ui.home.home import Home
from ui.home.window import HomeWindow
from ui.look import Look
from ui.tour.exercise_tour import exercises
from ui.tour.tour import Tour


@pytest.mark.parametrize("language", ["en", "fi"])
def test_every_sheet_of_the_exercises_is_pictured(
    qapp: QApplication,
    qtbot: QtBot,
    home: Home,  # noqa: F811
    tmp_path: Path,
    language: str,
) -> None:
    window = HomeWindow(home)
    qtbot.addWidget(window)
    out = tmp_path / "pictures"
    out.mkdir()
    exercises(Tour(qapp, out, language, (1280, 720), Look("dark")), window)
    numbers = sorted(int(file.name[:2]) for file in out.glob("*.png"))
    assert numbers == list(range(40, 54))
