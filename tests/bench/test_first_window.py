"""How long until the first window is painted, against a bare Qt label, in one run."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).parents[2]
_MOST_OF_A_LABEL = 2.5
_LABEL = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        sys.stdin.readline()
        QApplication.instance().quit()
app = QApplication([])
label = Label("Hip Coach")
label.show()
app.exec()
"""
_HIPCOACH = """
import sys
import ui.app
from PySide6.QtWidgets import QApplication
class Probe(ui.app.AfterFirstPaint):
    def eventFilter(self, watched, event):
        if event.type() == event.Type.Paint:
            print("painted", flush=True)
            sys.stdin.readline()
            QApplication.instance().exit()
        return super().eventFilter(watched, event)
ui.app.AfterFirstPaint = Probe
from ui.main import main
sys.argv = ["hipcoach"]
main()
"""


def _seconds_to_first_paint(code: str, home: Path) -> float:
    keep_bytecode = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment = keep_bytecode | {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
    }
    start_s = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=environment,
    ) as python:
        assert python.stdin is not None
        assert python.stdout is not None
        line = python.stdout.readline()
        took_s = time.perf_counter() - start_s
        python.kill()
    assert line == b"painted\n"
    return took_s


def test_first_window_within_two_and_a_half_bare_labels(is_measured: bool, tmp_path: Path) -> None:
    """P1 of the issue: median of the rounds' ratios, byte code written, files in the page cache."""
    programs = (_LABEL, _HIPCOACH)
    n_rounds = 9 if is_measured else 1
    if is_measured:
        _ = [_seconds_to_first_paint(code, tmp_path) for code in programs]
    rounds_s = [
        [_seconds_to_first_paint(code, tmp_path) for code in programs] for _ in range(n_rounds)
    ]
    label_s, hipcoach_s = (median(times) for times in zip(*rounds_s, strict=True))
    ratio = median(hipcoach / label for label, hipcoach in rounds_s)
    assert min(label_s, hipcoach_s) > 0
    if is_measured:
        print(f"\nlabel {label_s * 1000:.0f} ms, hipcoach {hipcoach_s * 1000:.0f} ms, {ratio:.2f}")
        assert ratio <= _MOST_OF_A_LABEL
