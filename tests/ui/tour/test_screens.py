"""The tour pictures what somebody sees, in a folder of its own, and touches nobody's data."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from coach.records.folders import DATA_VARIABLE, data_folder
from ui.look import Look, dress
from ui.tour.days import first_day
from ui.tour.screens import screens
from ui.tour.tour import Tour


@pytest.fixture
def pictures(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    out = tmp_path / "pictures"
    out.mkdir()
    first_day(Tour(qapp, out, "en", (1280, 720), Look("light")))
    dress(qapp, Look("dark"))
    return out


def test_the_first_day_is_pictured_step_by_step(pictures: Path) -> None:
    names = sorted(file.name for file in pictures.glob("*.png"))
    assert names[0] == "01_language_en_light.png"
    assert len(names) == 9
    assert {QImage(str(file)).width() for file in pictures.glob("*.png")} == {1280}


def test_another_data_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert data_folder() == tmp_path


def test_a_size_that_is_none_is_refused(tmp_path: Path) -> None:
    result = CliRunner(catch_exceptions=False).invoke(screens, [str(tmp_path), "--size", "huge"])
    assert result.exit_code == 2
    assert "1280x720" in result.output
