"""Tones and voice that a hanging window cannot delay: asked from any thread, heard at once."""

import logging
from enum import StrEnum
from time import perf_counter

from PySide6.QtCore import (
    QLocale,
    QLoggingCategory,
    QObject,
    Qt,
    QThread,
    Signal,
    SignalInstance,
    Slot,
)

from coach.care.delivery import Delivery, Tone, Words
from ui.sound_player import QUIET, SoundPlayer
from ui.sound_trouble import SoundTrouble
from ui.voice import Voice

_log = logging.getLogger(__name__)
_QUEUED = Qt.ConnectionType.QueuedConnection
_CLOSE_WITHIN_MS = 3000
_hung: list[QThread] = []  # a running QThread that is destroyed takes the program with it


class Sound(StrEnum):
    """The sounds there are; the values are the file names in assets/sounds."""

    SHORTER = "shorter"
    GOOD = "good"
    STOP = "stop"
    PAIN_MARK = "pain_mark"
    LINK_LOST = "link_lost"
    START = "start"
    PAUSE = "pause"


CUES = frozenset({Sound.SHORTER, Sound.GOOD})
"""Sounds that give way to a sentence being spoken; all others stop it."""


class Sounds(QObject):
    """Everything that is heard, on a thread of its own.

    Nothing is imported, opened or loaded before `open`. Without a sound device or a voice
    everything still works, silently, and `troubles_changed` says why. `play`, `say` and `deliver`
    may be called from any thread and return at once.
    """

    troubles_changed = Signal(object)
    """With a frozenset of `SoundTrouble`, empty when all is well, whenever it is another one."""
    played = Signal(object)
    """With a `ui.sound_player.Played` for every sound asked for, heard or not."""

    _tone_wanted = Signal(str, bool, float)
    _words_wanted = Signal(str)
    _mute_wanted = Signal(bool)
    _volume_wanted = Signal(float)
    _language_wanted = Signal(object)
    _close_wanted = Signal()

    def __init__(self, voice_engine: str | None = None, parent: QObject | None = None) -> None:
        """Keep still until `open`; `voice_engine` names a Qt speech engine, None the best one."""
        super().__init__(parent)
        self._player, self._voice = SoundPlayer(tuple(Sound)), Voice(voice_engine)
        self._thread = QThread()
        self._thread.setObjectName("sound")
        for part in (self._player, self._voice):
            part.moveToThread(self._thread)
        self._player_troubles: frozenset[SoundTrouble] | None = None
        self._voice_troubles: frozenset[SoundTrouble] = frozenset()
        self._connect()

    @property
    def troubles(self) -> frozenset[SoundTrouble] | None:
        """What cannot be heard, and why; None before it is known."""
        if self._player_troubles is None:
            return None
        return self._player_troubles | self._voice_troubles

    @property
    def waits_s(self) -> list[float]:
        """Seconds from each request to the call that plays it, the last thousand."""
        return list(self._player.waits_s)

    def open(self) -> None:
        """Start the thread, which loads everything; call it after the first paint."""
        QLoggingCategory.setFilterRules(QUIET)
        self._thread.start(QThread.Priority.HighPriority)

    def listen_to(self, delivered: SignalInstance) -> None:
        """Deliver what this signal brings on the thread that sends it, past the window."""
        delivered.connect(self.deliver, Qt.ConnectionType.DirectConnection)

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
        """Play a sound as soon as possible."""
        self._tone_wanted.emit(sound.value, sound in CUES, perf_counter())

    def say(self, words: str) -> None:
        """Speak once no tone sounds, in place of what is being spoken."""
        self._words_wanted.emit(words)

    def set_muted(self, is_muted: bool) -> None:
        """Silence everything, or let it be heard again."""
        self._mute_wanted.emit(is_muted)

    def set_volume(self, volume: float) -> None:
        """Set how loud tones and voice are, 0 to 1.

        Raises
        ------
        ValueError
            If the volume is not between 0 and 1.
        """
        if not 0.0 <= volume <= 1.0:
            raise ValueError(f"volume {volume} is not between 0 and 1")
        self._volume_wanted.emit(volume)

    def set_language(self, locale: QLocale) -> None:
        """Speak another language from now on; at the start it is Qt's default locale."""
        self._language_wanted.emit(locale)

    def close(self) -> None:
        """Fall silent and end the thread; safe to call twice, or before `open`."""
        if not self._thread.isRunning():
            return
        self._close_wanted.emit()
        if not self._thread.wait(_CLOSE_WITHIN_MS):
            _log.warning("the sound thread did not end")
            _hung.append(self._thread)

    def _connect(self) -> None:
        player, voice = self._player, self._voice
        self._thread.started.connect(player.open, _QUEUED)
        self._tone_wanted.connect(player.play, _QUEUED)
        self._words_wanted.connect(player.say, _QUEUED)
        self._mute_wanted.connect(player.set_muted, _QUEUED)
        self._volume_wanted.connect(player.set_volume, _QUEUED)
        self._volume_wanted.connect(voice.set_volume, _QUEUED)
        self._language_wanted.connect(voice.set_language, _QUEUED)
        self._close_wanted.connect(voice.close, _QUEUED)
        self._close_wanted.connect(player.close, _QUEUED)
        player.device_looked_for.connect(voice.open)
        player.words_ready.connect(voice.say)
        player.hush_wanted.connect(voice.stop)
        voice.speaking_changed.connect(player.set_speaking)
        player.played.connect(self.played, _QUEUED)
        player.troubles_changed.connect(self._take_player_troubles, _QUEUED)
        voice.troubles_changed.connect(self._take_voice_troubles, _QUEUED)

    @Slot(object)
    def _take_player_troubles(self, troubles: frozenset[SoundTrouble]) -> None:
        self._take(troubles, self._voice_troubles)

    @Slot(object)
    def _take_voice_troubles(self, troubles: frozenset[SoundTrouble]) -> None:
        self._take(self._player_troubles, troubles)

    def _take(self, player: frozenset[SoundTrouble] | None, voice: frozenset[SoundTrouble]) -> None:
        before = self.troubles
        self._player_troubles, self._voice_troubles = player, voice
        if self.troubles is not None and self.troubles != before:
            self.troubles_changed.emit(self.troubles)
