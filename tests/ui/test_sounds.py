"""Sound is asked for from anywhere, waits for nobody, and says when it cannot be heard."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import assets
from coach.care.delivery import Delivery, Rule, Tone, Words
from ui.sound_texts import spoken, trouble
from ui.sound_trouble import SoundTrouble
from ui.sounds import Played, Sound, Sounds

_SILENT = {SoundTrouble.NO_DEVICE, SoundTrouble.NO_LIBRARY}


@pytest.fixture(scope="module")
def sounds(qapp: QApplication) -> Iterator[Sounds]:
    """Opened, muted for whoever runs this beside a loudspeaker, and with a voice for tests."""
    del qapp
    sounds = Sounds("mock")
    sounds.set_muted(True)
    sounds.open()
    until_s = time.monotonic() + 10.0
    while sounds.troubles is None:
        assert time.monotonic() < until_s
        QTest.qWait(10)
    yield sounds
    sounds.close()


def _without_device(sounds: Sounds) -> None:
    if not _SILENT & (sounds.troubles or set()):
        pytest.skip("there is a sound device here")


def test_missing_device_is_told(sounds: Sounds) -> None:
    _without_device(sounds)
    assert sounds.troubles is not None
    assert len(_SILENT & sounds.troubles) == 1


def test_without_a_device_a_sound_still_has_its_turn(sounds: Sounds, qtbot: QtBot) -> None:
    _without_device(sounds)
    with qtbot.waitSignal(sounds.played) as blocker:
        sounds.play(Sound.PAIN_MARK)
    (played,) = blocker.args
    assert isinstance(played, Played)
    assert (played.sound, played.is_heard) == (Sound.PAIN_MARK, False)


def test_wait_of_every_request_is_kept(sounds: Sounds, qtbot: QtBot) -> None:
    n_before = len(sounds.waits_s)
    for _ in range(5):
        sounds.play(Sound.SHORTER)
    qtbot.waitUntil(lambda: len(sounds.waits_s) == n_before + 5)
    assert min(sounds.waits_s) > 0


class _Link(QObject):
    delivered = Signal(object)


def test_frozen_window_does_not_delay_a_tone(sounds: Sounds) -> None:
    link = _Link()
    sounds.listen_to(link.delivered)
    tone = Delivery(1.0, Tone.SHORTER, Rule.TONE_OVER_LIMIT)

    def send() -> None:
        for _ in range(10):
            link.delivered.emit(tone)

    n_before = len(sounds.waits_s)
    sender = threading.Thread(target=send)
    sender.start()
    n_played, until_s = 0, time.monotonic() + 5.0
    while n_played < 10 and time.monotonic() < until_s:  # busy Python; no Qt event is handled here
        n_played = len(sounds.waits_s) - n_before
    sender.join()
    assert n_played == 10


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_has_its_sound(tone: Tone, sounds: Sounds, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sounds.played) as blocker:
        sounds.deliver(Delivery(1.0, tone, Rule.TONE_OVER_LIMIT))
    assert blocker.args[0].sound == tone.value


def test_every_sound_has_its_file() -> None:
    folder = Path(assets.__file__).parent / "sounds"
    assert {path.stem for path in folder.iterdir()} == {sound.value for sound in Sound}


@pytest.mark.parametrize("volume", [-0.1, 1.1, float("nan")])
def test_volume_out_of_range_is_refused(volume: float, qapp: object) -> None:
    del qapp
    with pytest.raises(ValueError, match="between 0 and 1"):
        Sounds("mock").set_volume(volume)


def test_language_the_voice_does_not_know_is_told(sounds: Sounds, qtbot: QtBot) -> None:
    if SoundTrouble.NO_LIBRARY in (sounds.troubles or set()):
        pytest.skip("Qt's sound library cannot be loaded here")
    sounds.set_language(QLocale("sv_SE"))
    qtbot.waitUntil(lambda: SoundTrouble.NO_LANGUAGE in (sounds.troubles or set()))
    sounds.set_language(QLocale("fi_FI"))
    qtbot.waitUntil(lambda: SoundTrouble.NO_LANGUAGE not in (sounds.troubles or set()))


def test_closing_twice_or_before_opening_does_no_harm(qtbot: QtBot) -> None:
    threads = set(threading.enumerate())
    never_opened, opened = Sounds("mock"), Sounds("mock")
    never_opened.close()
    opened.open()
    qtbot.waitUntil(lambda: opened.troubles is not None)
    opened.close()
    opened.close()
    left_over = set(threading.enumerate()) - threads
    assert not [thread for thread in left_over if thread.name in ("sound", "voice")]


def test_nothing_of_qt_multimedia_is_imported_before_opening() -> None:
    code = "import sys, ui.sounds; print([m for m in sys.modules if 'Multimedia' in m])"
    assert _run(code).stdout == "[]\n"


def test_opening_leaves_the_terminal_clean() -> None:
    code = """
from PySide6.QtCore import QCoreApplication, QTimer
from ui.sounds import Sounds
app = QCoreApplication([])
sounds = Sounds()
sounds.troubles_changed.connect(lambda troubles: QTimer.singleShot(100, app.quit))
QTimer.singleShot(5000, app.quit)
sounds.open()
app.exec()
sounds.close()
"""
    result = _run(code)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )


def test_words_never_ask_for_more_speed_and_never_say_stop() -> None:
    said = " ".join(spoken(code) for code in Words).lower()
    assert not any(word in said for word in ("quick", "fast", "stop", "pause", "longer"))


@pytest.mark.parametrize("code", list(SoundTrouble))
def test_every_trouble_says_what_happened_what_it_means_and_what_to_do(code: SoundTrouble) -> None:
    assert trouble(code).count(".") >= 3
