"""The voice speaks what it is told, in a language it knows, or not at all."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot

import ui
from ui.child_process import ChildProcess, Report

best_engine = pytest.importorskip("ui.voice_process", exc_type=ImportError).best_engine

_SCRIPT = Path(ui.__file__).with_name("voice_process.py")


class _Voice:
    """The process with the engine that only pretends to speak."""

    def __init__(self, engine: str = "mock", language: str = "fi_FI") -> None:
        self.reports: list[Report] = []
        self.child = ChildProcess("voice", _SCRIPT, [engine], self.reports.append, lambda: None)
        self.child.keep("language", language)
        self.child.open()

    def say(self, words: str, asked_s: float | None = None) -> None:
        asked_s = perf_counter() if asked_s is None else asked_s
        self.child.tell({"say": words, "after_s": 0.0, "asked_s": asked_s})

    @property
    def speaking(self) -> list[bool]:
        return [report["is_speaking"] for report in self.reports]


@pytest.fixture
def voice(qtbot: QtBot) -> Iterator[_Voice]:
    """Open, and ready for Finnish."""
    voice = _Voice()
    qtbot.waitUntil(lambda: bool(voice.reports))
    yield voice
    voice.child.close()


def test_sentence_is_begun_and_ended(voice: _Voice, qtbot: QtBot) -> None:
    voice.say("Pienemmät askeleet, sama vauhti")
    qtbot.waitUntil(lambda: voice.speaking == [False, True, False])


def test_words_in_an_unknown_language_are_not_spoken(voice: _Voice, qtbot: QtBot) -> None:
    voice.child.keep("language", "sv_SE")
    voice.say("Mindre steg")
    voice.child.keep("language", "en_GB")
    qtbot.waitUntil(lambda: [r["has_language"] for r in voice.reports] == [True, False, True])
    assert True not in voice.speaking


def test_words_asked_for_too_long_ago_are_not_spoken(voice: _Voice, qtbot: QtBot) -> None:
    voice.say("liian myöhään", asked_s=perf_counter() - 2.0)
    voice.child.keep("language", "sv_SE")
    qtbot.waitUntil(lambda: len(voice.reports) == 2)
    assert True not in voice.speaking


def test_missing_engine_is_told(qtbot: QtBot) -> None:
    voice = _Voice("no such engine")
    qtbot.waitUntil(lambda: bool(voice.reports))
    assert not voice.reports[0]["is_able"]
    voice.child.close()


def test_engine_that_only_pretends_is_never_chosen() -> None:
    assert best_engine(["mock"]) == "none"


def test_first_engine_that_speaks_is_chosen() -> None:
    assert best_engine(["mock", "darwin", "macos"]) == "darwin"
