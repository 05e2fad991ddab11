"""The tones, loaded ahead, on the sound thread."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl, Signal, Slot

import assets
from ui.sound_trouble import SoundTrouble

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

_FOLDER = Path(assets.__file__).parent / "sounds"
_AFTER_A_TONE_MS = 500
_UNTIL_QUIET_MS = 50
_MOST_CLOSE_TRIES = 20  # the longest sound lasts 0.75 s
_LONGEST_SENTENCE_S = 4.0  # some voices never say that they have ended

# Which optional video libraries there are says nothing of sound.
QUIET = "qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.ffmpeg.info=false\n"
# A missing sound server is told in Qt's unnamed category. For the tenth of a second in which it is
# looked for, that is kept off the terminal: what came of it is asked for, and told as a trouble.
_QUIET_WHILE_OPENING = f"{QUIET}default.warning=false\n"


class Played(NamedTuple):
    """A sound was asked for, and `wait_s` later its turn came; False if nothing could sound."""

    name: str
    wait_s: float
    is_heard: bool


class SoundPlayer(QObject):
    """Plays tones; every slot runs on the thread this object was moved to.

    A sounding effect is never restarted, moved or destroyed: Qt 6.11 with PulseAudio then releases
    the old stream on PulseAudio's own thread, which leaves the event loop spinning for good.
    """

    troubles_changed = Signal(object)
    """With a frozenset of `SoundTrouble`; the first one comes when the tones are open."""
    device_looked_for = Signal(bool)
    """Whether a sound device is there."""
    played = Signal(object)
    words_ready = Signal(str)
    """It is quiet enough for the voice to say this."""
    hush_wanted = Signal()
    """The voice must give way to a sound."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.waits_s: deque[float] = deque(maxlen=1000)
        self._names = tuple(names)
        self._troubles: frozenset[SoundTrouble] = frozenset()
        self._effects: dict[str, QSoundEffect] = {}
        self._devices: QMediaDevices | None = None
        self._volume = 1.0
        self._is_muted = False
        self._speaking_since_s: float | None = None
        self._n_close_tries = 0

    @Slot()
    def open(self) -> None:
        """Load every sound, and tell what is missing."""
        QLoggingCategory.setFilterRules(_QUIET_WHILE_OPENING)
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:  # it needs system libraries that are not there
            self._troubles = frozenset({SoundTrouble.NO_LIBRARY})
        else:
            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._use_outputs)
            self._load_effects()
        QLoggingCategory.setFilterRules(QUIET)
        self._tell()

    @Slot(str, bool, float)
    def play(self, name: str, is_cue: bool, requested_s: float) -> None:
        """Play a loaded sound: a cue gives way to the voice, anything else silences it."""
        effect = self._effects.get(name)
        is_heard = effect is not None and not self._is_muted and not effect.isPlaying()
        if self._is_speaking():
            if is_cue:
                is_heard = False
            else:
                self.hush_wanted.emit()
        wait_s = perf_counter() - requested_s
        if effect is not None and is_heard:
            effect.play()
        self.waits_s.append(wait_s)
        self.played.emit(Played(name, wait_s, is_heard))

    @Slot(str)
    def say(self, words: str) -> None:
        """Have words spoken as soon as no tone sounds any more."""
        if self._is_muted:
            return
        if self._is_sounding():
            QTimer.singleShot(_AFTER_A_TONE_MS, self, lambda: self.say(words))
        else:
            self.words_ready.emit(words)

    @Slot(bool)
    def set_speaking(self, is_speaking: bool) -> None:
        """Know whether the voice speaks."""
        self._speaking_since_s = perf_counter() if is_speaking else None

    @Slot(bool)
    def set_muted(self, is_muted: bool) -> None:
        """Silence all at once, or let what comes be heard."""
        self._is_muted = is_muted
        for effect in self._effects.values():
            effect.setMuted(is_muted)
        if is_muted:
            self.hush_wanted.emit()

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """Set how loud the tones are, 0 to 1."""
        self._volume = volume
        for effect in self._effects.values():
            effect.setVolume(volume)

    @Slot()
    def close(self) -> None:
        """Let go of the sound device on its own thread, and end that thread."""
        self._n_close_tries += 1
        if self._is_sounding() and self._n_close_tries < _MOST_CLOSE_TRIES:
            QTimer.singleShot(_UNTIL_QUIET_MS, self, self.close)
            return
        for child in self.children():
            child.deleteLater()
        self._effects, self._devices = {}, None
        self.thread().quit()

    @Slot()
    def _use_outputs(self) -> None:
        """Follow the system's sound devices as they come and go."""
        if self._is_sounding():
            QTimer.singleShot(_UNTIL_QUIET_MS, self, self._use_outputs)
            return
        from PySide6.QtMultimedia import QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull() or not self._effects:
            self._load_effects()
            self._tell()
        else:
            for effect in self._effects.values():
                effect.setAudioDevice(device)

    def _tell(self) -> None:
        self.troubles_changed.emit(self._troubles)
        self.device_looked_for.emit(bool(self._effects))

    def _load_effects(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        for old in self._effects.values():
            old.deleteLater()
        self._effects = {}
        if not QMediaDevices.audioOutputs():
            self._troubles = frozenset({SoundTrouble.NO_DEVICE})
            return
        self._troubles = frozenset()
        for name in self._names:
            effect = QSoundEffect(self)
            effect.statusChanged.connect(self._check_file)
            effect.setSource(QUrl.fromLocalFile(str(_FOLDER / f"{name}.wav")))
            effect.setVolume(self._volume)
            effect.setMuted(self._is_muted)
            self._effects[name] = effect

    @Slot()
    def _check_file(self) -> None:
        from PySide6.QtMultimedia import QSoundEffect

        is_broken = any(e.status() == QSoundEffect.Status.Error for e in self._effects.values())
        if is_broken and SoundTrouble.BROKEN_FILE not in self._troubles:
            self._troubles |= {SoundTrouble.BROKEN_FILE}
            self.troubles_changed.emit(self._troubles)

    def _is_sounding(self) -> bool:
        return any(effect.isPlaying() for effect in self._effects.values())

    def _is_speaking(self) -> bool:
        since_s = self._speaking_since_s
        return since_s is not None and perf_counter() - since_s < _LONGEST_SENTENCE_S
