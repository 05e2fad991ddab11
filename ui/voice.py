"""The voice: sentences go to a process of their own, so that no speech service delays a tone."""

import json
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QProcess, Signal, Slot

from ui.sound_trouble import SoundTrouble

_log = logging.getLogger(__name__)
VOICE_PROCESS = Path(__file__).with_name("voice_process.py")
"""The program that speaks."""
_END_WITHIN_MS = 300
_KILLED_WITHIN_MS = 2000


class Voice(QObject):
    """Speaks one sentence at a time; every slot runs on the thread this object was moved to."""

    troubles_changed = Signal(object)
    """With a frozenset of `SoundTrouble`."""
    speaking_changed = Signal(bool)

    def __init__(self, engine: str | None, script: Path = VOICE_PROCESS) -> None:
        """Keep still until `open`; `engine` names a Qt speech engine, None the system's best."""
        super().__init__()
        self._engine, self._script = engine, script
        self._process: QProcess | None = None
        self._locale = QLocale()
        self._is_closing = False

    @Slot(bool)
    def open(self, has_device: bool) -> None:
        """Start speaking, once there is a device to be heard from; safe to call again."""
        is_wanted = has_device or self._engine is not None
        if self._process is not None or self._is_closing or not is_wanted:
            return
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._log_complaints)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        self._process = process
        engine = [self._engine] if self._engine else []
        process.start(sys.executable, ["-P", str(self._script), *engine])
        self.set_language(self._locale)

    @Slot(str)
    def say(self, words: str) -> None:
        """Speak in place of what is being spoken; nothing in a language the voice does not know."""
        self._tell(say=words)

    @Slot()
    def stop(self) -> None:
        """Fall silent."""
        self._tell(stop=True)

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """Set how loud it speaks, 0 to 1."""
        self._tell(volume=volume)

    @Slot(object)
    def set_language(self, locale: QLocale) -> None:
        """Speak this language from now on."""
        self._locale = locale
        self._tell(language=locale.name())

    @Slot()
    def close(self) -> None:
        """Fall silent, and end the process whether it answers or not."""
        self._is_closing = True
        process, self._process = self._process, None
        if process is None:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(_END_WITHIN_MS):
            process.kill()
            process.waitForFinished(_KILLED_WITHIN_MS)
        process.deleteLater()  # on this thread: its sockets belong to this thread's event loop

    def _tell(self, **what: object) -> None:
        process = self._process
        if process is not None and process.state() != QProcess.ProcessState.NotRunning:
            process.write(json.dumps(what).encode() + b"\n")

    @Slot()
    def _read(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            report = json.loads(bytes(process.readLine().data()))
            troubles = set()
            if not report["is_able"]:
                troubles.add(SoundTrouble.NO_VOICE)
            elif not report["has_language"]:
                troubles.add(SoundTrouble.NO_LANGUAGE)
            self.troubles_changed.emit(frozenset(troubles))
            self.speaking_changed.emit(report["is_speaking"])

    @Slot()
    def _ended(self) -> None:
        """The process could not start or broke off: the walk goes on without a voice."""
        if not self._is_closing:
            self.troubles_changed.emit(frozenset({SoundTrouble.NO_VOICE}))
            self.speaking_changed.emit(False)

    @Slot()
    def _log_complaints(self) -> None:
        if self._process is not None:
            complaints = bytes(self._process.readAllStandardError().data())
            _log.info("voice: %s", complaints.decode(errors="replace"))
