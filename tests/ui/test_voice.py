"""The voice speaks in its own process, and its absence harms nothing."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from ui.sound_trouble import SoundTrouble
from ui.voice import Voice
from ui.voice_process import best_engine

pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)


@pytest.fixture
def voice(qtbot: QtBot) -> Iterator[Voice]:
    """Open, with the engine that only pretends to speak."""
    voice = Voice("mock")
    voice.set_language(QLocale("fi_FI"))
    with qtbot.waitSignal(voice.troubles_changed):
        voice.open(has_device=False)
    yield voice
    voice.close()


def test_sentence_is_begun_and_ended(voice: Voice, qtbot: QtBot) -> None:
    states: list[bool] = []
    voice.speaking_changed.connect(states.append)
    voice.say("Pienemmät askeleet, sama vauhti")
    qtbot.waitUntil(lambda: states == [True, False])


def test_words_in_an_unknown_language_are_not_spoken(voice: Voice, qtbot: QtBot) -> None:
    states: list[bool] = []
    with qtbot.waitSignal(voice.troubles_changed) as blocker:
        voice.set_language(QLocale("sv_SE"))
    assert blocker.args == [frozenset({SoundTrouble.NO_LANGUAGE})]
    voice.speaking_changed.connect(states.append)
    voice.say("Mindre steg")
    with qtbot.waitSignal(voice.troubles_changed):
        voice.set_language(QLocale("en_GB"))
    assert True not in states


def test_missing_engine_is_no_voice(qtbot: QtBot) -> None:
    voice = Voice("no such engine")
    with qtbot.waitSignal(voice.troubles_changed) as blocker:
        voice.open(has_device=False)
    assert blocker.args == [frozenset({SoundTrouble.NO_VOICE})]
    voice.close()


def test_process_that_breaks_off_is_no_voice(qtbot: QtBot, tmp_path: Path) -> None:
    script = tmp_path / "breaks.py"
    script.write_text("raise SystemExit(1)\n")
    voice = Voice("mock", script)
    with qtbot.waitSignal(voice.troubles_changed) as blocker:
        voice.open(has_device=True)
    assert blocker.args == [frozenset({SoundTrouble.NO_VOICE})]


def test_process_that_never_answers_is_ended(qtbot: QtBot, tmp_path: Path) -> None:
    started = tmp_path / "started"
    script = tmp_path / "hangs.py"
    script.write_text(f"import time\nopen({str(started)!r}, 'w').close()\ntime.sleep(600)\n")
    voice = Voice("mock", script)
    voice.open(has_device=True)
    qtbot.waitUntil(started.exists)
    before_s = time.monotonic()
    voice.close()
    assert time.monotonic() - before_s < 3.0


def test_without_a_sound_device_no_voice_is_opened(qtbot: QtBot) -> None:
    voice = Voice(None)
    with qtbot.assertNotEmitted(voice.troubles_changed, wait=50):
        voice.open(has_device=False)


def test_engine_that_only_pretends_is_never_chosen() -> None:
    assert best_engine(["mock"]) == "none"


def test_first_engine_that_speaks_is_chosen() -> None:
    assert best_engine(["mock", "darwin", "macos"]) == "darwin"
