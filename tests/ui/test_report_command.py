"""`hipcoach report`: written without a window, in the language asked for."""

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PySide6.QtWidgets import QApplication

from coach.records.library import Library
from ui.report_command import report
from ui.tour.weeks import fill_weeks


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def filled(data: Path) -> None:
    folder = data / "hipcoach"
    folder.mkdir()
    with Library.open(folder / "library.db") as library:
        person = library.add_person("Aino")
        fill_weeks(library, person, datetime.now().astimezone(), 3, folder=folder / "walks")


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, data: Path, filled: None) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(data))


def run(*arguments: str) -> Result:
    return CliRunner(catch_exceptions=False).invoke(report, arguments)


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("pdf", b"%PDF"), ("html", b"<!doctype html>"), ("csv", b"section,of,item")],
)
def test_a_report_is_written(
    tmp_path: Path, qapp: QApplication, ending: str, begins: bytes
) -> None:
    out = tmp_path / f"report.{ending}"
    done = run("--person", "Aino", "--out", str(out))
    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize("ending", ["pdf", "html", "csv"])
def test_only_the_owner_may_read_it(tmp_path: Path, qapp: QApplication, ending: str) -> None:
    out = tmp_path / f"report.{ending}"
    run("--person", "Aino", "--out", str(out))
    assert out.stat().st_mode & 0o077 == 0


def test_it_speaks_the_language_that_is_asked_for(tmp_path: Path, qapp: QApplication) -> None:
    out = tmp_path / "report.html"
    run("--person", "Aino", "--out", str(out), "--language", "fi")
    assert 'lang="fi"' in out.read_text()


def test_without_names_the_name_is_not_in_it(tmp_path: Path, qapp: QApplication) -> None:
    out = tmp_path / "report.csv"
    run("--person", "Aino", "--out", str(out), "--pseudonymous")
    assert "Aino" not in out.read_text()


def test_somebody_unknown_is_told(tmp_path: Path) -> None:
    done = run("--person", "Nobody", "--out", str(tmp_path / "report.pdf"))
    assert (done.exit_code, "Nobody" in done.output) == (1, True)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    done = run("--person", "Aino", "--out", str(tmp_path / "report.doc"))
    assert done.exit_code == 2


def test_a_first_day_to_come_is_refused(tmp_path: Path) -> None:
    out = str(tmp_path / "report.pdf")
    assert run("--person", "Aino", "--out", out, "--since", "2999-01-01").exit_code == 2
