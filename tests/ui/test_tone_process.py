"""The metronome of the process that plays: steady, and silent when told."""

import pytest
from pytestqt.qtbot import QtBot

from ui.tone_process import Beat


def test_it_beats_as_often_as_told(qtbot: QtBot) -> None:
    ticks: list[None] = []
    beat = Beat(lambda: ticks.append(None))
    beat.set_pace(6000.0)
    qtbot.waitUntil(lambda: len(ticks) >= 5, timeout=5_000)
    beat.set_pace(None)


@pytest.mark.parametrize("silence", [None, 0.0])
def test_it_falls_silent(qtbot: QtBot, silence: float | None) -> None:
    ticks: list[None] = []
    beat = Beat(lambda: ticks.append(None))
    beat.set_pace(6000.0)
    qtbot.waitUntil(lambda: bool(ticks), timeout=5_000)
    beat.set_pace(silence)
    n_ticks = len(ticks)
    qtbot.wait(50)
    assert len(ticks) == n_ticks


def test_it_never_beats_without_being_told(qtbot: QtBot) -> None:
    ticks: list[None] = []
    beat = Beat(lambda: ticks.append(None))
    qtbot.wait(20)
    assert ticks == []
    assert beat is not None
