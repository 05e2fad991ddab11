"""The application: language, colours, the first paint and what it may load."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui import texts
from ui.app import AfterFirstPaint, speak
from ui.look import dress, has_motion
from ui.theme import DARK, LIGHT, current_theme, theme_for

ROOT = Path(__file__).parents[2]
_LATER = {"scipy", "pandas", "pyqtgraph", "matplotlib", "bleak", "vqf", "PySide6.QtMultimedia"}
_AT_FIRST_PAINT = """
import json, sys
import ui.app
from PySide6.QtWidgets import QApplication

class Probe(ui.app.AfterFirstPaint):
    def eventFilter(self, watched, event):
        if event.type() == event.Type.Paint:
            print(json.dumps(sorted(sys.modules)), flush=True)
            QApplication.instance().exit()
        return super().eventFilter(watched, event)

ui.app.AfterFirstPaint = Probe
from ui.main import main
sys.argv = ["hipcoach", *sys.argv[1:]]
main()
"""


def _modules_at_first_paint(tmp_path: Path) -> set[str]:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    python = subprocess.run(
        [sys.executable, "-c", _AT_FIRST_PAINT],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | home,
        timeout=60,
    )
    assert python.stdout, python.stderr
    return set(json.loads(python.stdout.splitlines()[0]))


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    modules = _modules_at_first_paint(tmp_path)
    assert "ui.patient.walk_window" in modules
    assert _LATER & modules == set()


def test_after_first_paint_comes_once(qtbot: QtBot) -> None:
    calls: list[bool] = []
    label = QLabel("x")
    qtbot.addWidget(label)
    AfterFirstPaint(label, lambda: calls.append(label.isVisible()))
    assert calls == []
    label.show()
    qtbot.waitUntil(lambda: bool(calls), timeout=5_000)
    label.repaint()
    qtbot.wait(10)
    assert calls == [True]


def test_finnish_can_be_asked_for_and_left_again(qapp: QApplication) -> None:
    speak(qapp, "fi")
    assert texts.heading() == "Lonkan ojennus reidestä mitattuna"
    speak(qapp, "en")
    assert texts.heading() == "Hip extension, measured at the thigh"


def test_a_language_nobody_translated_is_english_with_its_own_numbers(qapp: QApplication) -> None:
    speak(qapp, "de_DE")
    assert texts.heading() == "Hip extension, measured at the thigh"
    assert texts.degrees(1.5) == "1,5°"


def test_without_a_language_the_system_s_is_spoken(qapp: QApplication) -> None:
    speak(qapp, None)
    assert QLocale().language() == QLocale.system().language()


@pytest.mark.parametrize(
    ("name", "theme"), [("light", LIGHT), ("dark", DARK)], ids=["light", "dark"]
)
def test_the_theme_can_be_asked_for(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, theme: object
) -> None:
    monkeypatch.setenv("HIPCOACH_THEME", name)
    dress(qapp)
    label = QLabel("x")
    qtbot.addWidget(label)
    assert current_theme(label) == theme


def test_a_system_that_says_nothing_gets_dark() -> None:
    assert theme_for(Qt.ColorScheme.Unknown) == DARK


def test_reduced_motion_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert has_motion()
    monkeypatch.setenv("HIPCOACH_MOTION", "reduced")
    assert not has_motion()
