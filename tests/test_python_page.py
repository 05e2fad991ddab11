"""The examples of docs/python.md, run as a reader would run them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from coach.analysis import analyze
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from sensors.recording import Recording
from tests.coach.lab.walks import lab_walk, write_lab_walk

_ROOT = Path(__file__).parents[1]
_PAGE = (_ROOT / "docs" / "python.md").read_text(encoding="utf-8")
_HEAVY = ("PySide6", "pyqtgraph", "bleak", "sqlite3", "sqlcipher3", "click")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("walk")
    write_lab_walk(place, "walk", lab_walk(20.0))
    return place


@pytest.fixture(scope="module")
def lines(folder: Path) -> list[str]:
    """What the examples print, then the modules that they loaded."""
    blocks = re.findall(r"```python\n(.*?)```", _PAGE, re.DOTALL)
    code = "\n".join([*blocks, "import sys", "print(*sys.modules)"])
    python = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, cwd=folder, encoding="utf-8",
        env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return python.stdout.splitlines()


def test_the_examples_find_the_strides_that_analyze_finds(folder: Path, lines: list[str]) -> None:
    recording = Recording(folder / "walk.csv")
    found = analyze(recording.blocks(), CoachSettings(GaitSettings.of(recording.info)))
    scored = [judged.stride for judged in found.strides if judged.stride.is_scored]
    assert int(lines[0].split()[0]) == len(scored) > 10


def test_the_examples_find_the_angle_that_was_walked(lines: list[str]) -> None:
    extension = re.search(r"extension (\S+)°", lines[0])
    assert extension is not None
    # the simulated person's usual extension is 16 degrees; the median of twenty strides is near
    assert float(extension[1]) == pytest.approx(16.0, abs=1.5)


def test_the_limit_tells_some_strides_from_others(lines: list[str]) -> None:
    assert 0 < int(lines[2].split()[0]) < 17


def test_numpy_users_load_no_window_radio_or_database(lines: list[str]) -> None:
    assert not set(_HEAVY) & set(lines[-1].split())
