"""Tones and voice that neither a hanging window nor a hanging sound service can delay."""

from collections import deque
from enum import StrEnum
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, Qt, Signal, SignalInstance

import assets
from coach.care.delivery import Delivery, Tone, Words
from ui.child_process import ChildProcess, Report
from ui.mailbox import Mailbox
from ui.sound_trouble import SoundTrouble

_FOLDER = Path(assets.__file__).parent / "sounds"
_TONES = Path(__file__).with_name("tone_process.py")
_VOICE = Path(__file__).with_name("voice_process.py")
_LONGEST_TONE_S = 0.8
_LONGEST_SENTENCE_S = 4.0  # some voices never say that they have ended


class Sound(StrEnum):
    """The sounds there are; the values are the file names in assets/sounds."""

    SHORTER = "shorter"
    GOOD = "good"
    STOP = "stop"
    PAIN_MARK = "pain_mark"
    LINK_LOST = "link_lost"
    START = "start"
    PAUSE = "pause"
    TICK = "tick"
    """One beat of the metronome."""


CUES = frozenset({Sound.SHORTER, Sound.GOOD})
"""Sounds that give way to a sentence being spoken; all others stop it."""


class Played(NamedTuple):
    """A sound was asked for, and `wait_s` later its turn came; False if nothing could sound."""

    sound: Sound
    wait_s: float
    is_heard: bool


class Sounds(QObject):
    """Everything that is heard, in two processes of its own: one for tones, one for the voice.

    Nothing is started before `open`. Without a sound device or a voice everything still works,
    silently, and `troubles_changed` says why. `play`, `say` and `deliver` may be called from any
    thread and return at once; they do not pass through the thread of the window.
    """

    troubles_changed = Signal(object)
    """With a frozenset of `SoundTrouble`, empty when all is well, whenever it is another one."""
    played = Signal(object)
    """With a `Played` for every sound asked for, heard or not."""

    def __init__(self, voice_engine: str | None = None, parent: QObject | None = None) -> None:
        """Keep still until `open`; `voice_engine` names a Qt speech engine, None the best one."""
        super().__init__(parent)
        self.waits_s: deque[float] = deque(maxlen=1000)
        """Seconds from each request to the call that plays it, the last thousand."""
        self._has_own_engine = voice_engine is not None
        tones, voice = Mailbox(self, self._take_tones), Mailbox(self, self._take_voice)
        self._played = Mailbox(self, self._tell_played)
        self._tones_told, self._voice_told = tones, voice
        self._tones = ChildProcess(
            "sound", _TONES, [str(_FOLDER)], self._hear_tones, partial(tones.put, None)
        )
        self._voice = ChildProcess(
            "voice",
            _VOICE,
            [voice_engine] if voice_engine else [],
            self._hear_voice,
            partial(voice.put, None),
        )
        self._voice.keep("language", QLocale().name())
        self._is_muted, self._volume = False, 1.0
        self._beat_spm: float | None = None
        self._spoke_s: float | None = None
        self._toned_s: float | None = None
        self._tone_troubles: frozenset[SoundTrouble] | None = None
        self._voice_troubles: frozenset[SoundTrouble] = frozenset()

    @property
    def troubles(self) -> frozenset[SoundTrouble] | None:
        """What cannot be heard, and why; None before it is known."""
        if self._tone_troubles is None:
            return None
        return self._tone_troubles | self._voice_troubles

    def open(self) -> None:
        """Start the tones, and the voice once there is a device; call it after the first paint."""
        self._tones.open()
        if self._has_own_engine:
            self._voice.open()

    def listen_to(self, delivered: SignalInstance) -> None:
        """Deliver what this signal brings on the thread that sends it, past the window."""
        delivered.connect(self.deliver, Qt.ConnectionType.DirectConnection)

    def no_longer_listen_to(self, delivered: SignalInstance) -> None:
        """Deliver nothing of this signal any more."""
        delivered.disconnect(self.deliver)

    def deliver(self, delivery: Delivery) -> None:
        """Play the tone or say the words of a delivery; others are for the screen."""
        match delivery.code:
            case Tone() as tone:
                self.play(Sound(tone.value))
            case Words() as words:
                from ui.sound_texts import spoken

                self.say(spoken(words))
            case _:
                pass

    def play(self, sound: Sound) -> None:
        """Play a sound as soon as possible; a cue gives way to the voice, others silence it."""
        now_s = perf_counter()
        is_wanted = not self._is_muted
        if self._spoke_s is not None and now_s - self._spoke_s < _LONGEST_SENTENCE_S:
            if sound in CUES:
                is_wanted = False
            else:
                self._voice.tell({"stop": True})
        if is_wanted:
            self._toned_s = now_s
        order = {"play": sound.value, "is_wanted": is_wanted, "asked_s": now_s}
        self._tones.tell(order, expects_answer=True)

    def say(self, words: str) -> None:
        """Speak once no tone sounds, in place of what is being spoken."""
        if self._is_muted:
            return
        after_s = 0.0
        if self._toned_s is not None:
            after_s = max(0.0, self._toned_s + _LONGEST_TONE_S - perf_counter())
        self._voice.tell({"say": words, "after_s": after_s, "asked_s": perf_counter()})

    def set_muted(self, is_muted: bool) -> None:
        """Silence everything, or let it be heard again."""
        self._is_muted = is_muted
        self._tones.keep("volume", 0.0 if is_muted else self._volume)
        if is_muted:
            self._voice.tell({"stop": True})

    def set_beat(self, beat_spm: float | None) -> None:
        """Let the metronome beat so many times a minute from now on, or be silent."""
        if beat_spm != self._beat_spm:
            self._beat_spm = beat_spm
            self._tones.keep("beat_spm", beat_spm)

    def set_volume(self, volume: float) -> None:
        """Set how loud tones and voice are, 0 to 1.

        Raises
        ------
        ValueError
            If the volume is not between 0 and 1.
        """
        if not 0.0 <= volume <= 1.0:
            raise ValueError(f"volume {volume} is not between 0 and 1")
        self._volume = volume
        self._tones.keep("volume", 0.0 if self._is_muted else volume)
        self._voice.keep("volume", volume)

    def set_language(self, locale: QLocale) -> None:
        """Speak another language from now on; at the start it is Qt's default locale."""
        self._voice.keep("language", locale.name())

    def close(self) -> None:
        """Fall silent and end both processes; safe to call twice, or before `open`."""
        self._tones.close()
        self._voice.close()

    def _hear_tones(self, report: Report) -> None:
        if "played" not in report:
            if report["has_device"]:
                self._voice.open()
            self._tones_told.put(report)
            return
        wait_s = float(report["wait_s"])
        self.waits_s.append(wait_s)
        self._played.put(Played(Sound(report["played"]), wait_s, bool(report["is_heard"])))

    def _hear_voice(self, report: Report) -> None:
        self._spoke_s = perf_counter() if report["is_speaking"] else None
        self._voice_told.put(report)

    def _tell_played(self, played: Played) -> None:
        self.played.emit(played)

    def _take_tones(self, report: Report | None) -> None:
        if report is None:
            troubles = {SoundTrouble.NO_LIBRARY}
        elif not report["has_device"]:
            troubles = {SoundTrouble.NO_DEVICE}
        else:
            troubles = {SoundTrouble.BROKEN_FILE} if report["is_broken"] else set()
        self._take(frozenset(troubles), self._voice_troubles)

    def _take_voice(self, report: Report | None) -> None:
        if report is None or not report["is_able"]:
            troubles = {SoundTrouble.NO_VOICE}
        else:
            troubles = set() if report["has_language"] else {SoundTrouble.NO_LANGUAGE}
        self._take(self._tone_troubles, frozenset(troubles))

    def _take(self, tones: frozenset[SoundTrouble] | None, voice: frozenset[SoundTrouble]) -> None:
        before = self.troubles
        self._tone_troubles, self._voice_troubles = tones, voice
        if self.troubles is not None and self.troubles != before:
            self.troubles_changed.emit(self.troubles)
