"""How far an analysis of many walks is, in words."""

import sys

import pytest

from coach.cohort.result import Failed
from coach.commands.cohort import CohortProgress


def test_progress_tells_how_far_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = iter([0.0, 10.0, 10.0])
    monkeypatch.setattr("coach.commands.cohort.monotonic", lambda: next(now_s))
    progress = CohortProgress(26)
    progress.came("a", Failed("why"))
    assert progress.text() == "1 of 26 walks, 0.1 walks/s, 4:10 left, 1 not analysed"


def test_walks_of_an_earlier_run_do_not_count_as_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = iter([0.0, 1.0, 1.0])
    monkeypatch.setattr("coach.commands.cohort.monotonic", lambda: next(now_s))
    progress = CohortProgress(4)
    progress.kept()
    assert progress.text() == "1 of 4 walks"


def test_in_a_terminal_progress_stays_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now_s = iter([0.0, 1.0, 1.0])
    monkeypatch.setattr("coach.commands.cohort.monotonic", lambda: next(now_s))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = CohortProgress(2)
    progress.kept()
    progress.end()
    assert capsys.readouterr().err == (
        "\r\x1b[K[##########          ] 1 of 2 walks (Ctrl+C stops)\r\x1b[K"
    )
