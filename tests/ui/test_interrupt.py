"""Ctrl-C in the terminal that started the window."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coach.records.walk_file import WalkFile
from ui.interrupt import Interrupts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

ROOT = Path(__file__).parents[2]


def test_a_signal_calls_the_function_on_the_event_loop(qtbot: QtBot) -> None:
    calls: list[int] = []
    parent = QObject()
    interrupts = Interrupts(lambda: calls.append(1), parent)
    try:
        signal.raise_signal(signal.SIGINT)
        assert calls == []
        qtbot.waitUntil(lambda: calls == [1])
    finally:
        interrupts.close()


def test_the_signals_are_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    parent = QObject()
    Interrupts(lambda: None, parent).close()
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_closes_the_window_and_the_walk_is_kept(
    tmp_path: Path, ending: signal.Signals
) -> None:
    out = tmp_path / "kept.hipwalk"
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    python = [sys.executable, "-c", "from ui.main import main; main()"]
    with subprocess.Popen(
        [*python, "walk", "--out", str(out)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | home,
    ) as walking:
        until_s = time.monotonic() + 20
        while not out.exists() and time.monotonic() < until_s:
            time.sleep(0.05)
        walking.send_signal(ending)
        _, errors = walking.communicate(timeout=20)
    assert (walking.returncode, "Traceback" in errors) == (0, False)
    with WalkFile.open(out) as kept:
        assert not kept.is_unfinished


def test_ctrl_c_before_anything_has_begun_is_silent() -> None:
    program = "import os, signal, ui.main\n"
    program += "ui.main._let_ctrl_c_end_silently()\nos.kill(os.getpid(), signal.SIGINT)"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, cwd=ROOT
    )
    assert (ended.returncode, ended.stderr) == (-signal.SIGINT, b"")


def test_output_that_cannot_be_written_is_told_without_a_traceback() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("w") as nowhere:
        ended = subprocess.run(
            [sys.executable, "-c", "from ui.main import main; main()", "--help"],
            stdout=nowhere,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith("Hip Coach could not write all of this.")
    assert "Traceback" not in ended.stderr
