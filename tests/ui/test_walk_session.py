"""Link, sounds and window of one walk, joined."""

import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from coach.care.feedback_state import Surface
from coach.care.limits import Limit
from coach.care.metronome import MetronomeSettings
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk
from coach.walking.guided import Guidance
from sensors.samples import StreamKind
from sensors.simulation.person import Person
from sensors.simulation.scenario import Stand, Walk
from sensors.simulation.source import SimulatedWalk
from tests.ui.updates import OpenEnded
from ui.patient.walk_window import WalkPlan, WalkWindow
from ui.sound_trouble import SoundTrouble
from ui.sounds import Sound, Sounds
from ui.walk_session import WalkSession, badge_of


def _standing(limit: Limit | None) -> LiveWalk:
    source = OpenEnded()
    return LiveWalk(source, CoachSettings(GaitSettings.of(source.info), limit), speed=0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Sound]:
    sounds: list[Sound] = []
    monkeypatch.setattr(Sounds, "play", lambda _, sound: sounds.append(sound))
    return sounds


def test_an_answer_to_a_key_is_heard(qtbot: QtBot, asked: list[Sound]) -> None:
    session = WalkSession(_standing, WalkPlan())
    session.window.show()
    session.window.start()
    session.window.mark_pain()
    session.close()
    assert asked == [Sound.PAIN_MARK]


def test_what_cannot_be_heard_is_said_in_the_window(qtbot: QtBot) -> None:
    sounds = Sounds()
    session = WalkSession(_standing, WalkPlan(), sounds=sounds)
    sounds.troubles_changed.emit(frozenset({SoundTrouble.NO_DEVICE}))
    said = session.window.view.sound_note.text()
    session.close()
    assert said.startswith("No loudspeaker was found.")


def test_closing_ends_the_walk(qtbot: QtBot) -> None:
    session = WalkSession(_standing, WalkPlan())
    session.window.start()
    session.close()
    assert not session.window.is_walking


def test_the_metronome_of_a_walk_is_heard_and_ends_with_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    beats: list[float | None] = []
    monkeypatch.setattr(Sounds, "set_beat", lambda _, beat_spm: beats.append(beat_spm))
    wanted = MetronomeSettings(is_wanted=True, surface=Surface.TREADMILL, belt_speed_mps=1.2)
    guidance = Guidance(is_worn_before=True, metronome=wanted)
    source = SimulatedWalk(Person(), (Stand(6.0), Walk(30.0)))

    def guided(limit: Limit | None) -> LiveWalk:
        settings = CoachSettings(GaitSettings.of(source.info), limit)
        return LiveWalk(source, settings, speed=None, guidance=guidance)

    session = WalkSession(guided, WalkPlan(), sounds=Sounds())
    session.window.start()
    qtbot.waitUntil(lambda: not session.link.is_running, timeout=30_000)
    session.close()
    assert 100 < (beats[0] or 0) < 150
    assert beats[-1] is None


@pytest.mark.parametrize(
    ("kind", "badge"),
    [
        (StreamKind.SIMULATION, "SIMULATED WALK"),
        (StreamKind.RECORDING, "RECORDED WALK"),
        (StreamKind.RADIO, ""),
    ],
    ids=lambda value: str(value) or "none",
)
def test_what_nobody_walks_now_is_labelled(kind: StreamKind, badge: str) -> None:
    assert badge_of(kind) == badge


def test_a_closed_window_goes_with_its_last_user(qtbot: QtBot) -> None:
    """Left to the collector it might be torn down on another thread, where Qt crashes."""

    def closed() -> "weakref.ref[WalkWindow]":
        session = WalkSession(_standing, WalkPlan())
        session.close()
        return weakref.ref(session.window)

    gc.disable()
    try:
        assert closed()() is None
    finally:
        gc.enable()
