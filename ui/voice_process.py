"""Speaks what it is told on standard input, one JSON object a line, and tells how it goes.

A process of its own, see docs/decisions/0002-four-threads.md. It ends with its input, imports
nothing of this project, and knows these lines:

- ``{"say": TEXT, "after_s": …, "asked_s": …}``, ``{"stop": true}``, ``{"volume": 0..1}``,
  ``{"language": NAME}`` in;
- ``{"is_able": …, "has_language": …, "is_speaking": …}`` out, when one of them changes.
"""

import json
import sys
import threading
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QLibrary, QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

_SILENT_ENGINE = "mock"  # Qt's engine for tests says it speaks and does not
_NO_ENGINE = "none"
_TOO_LATE_S = 1.5  # asked for while the service was being opened; the stride is long gone


class Speaker(QObject):
    """A speech engine that follows lines of text."""

    told = Signal(str)
    ended = Signal()

    def __init__(self, engine: str) -> None:
        super().__init__()
        self._speech = QTextToSpeech(engine, self)
        self._has_language = False
        self._words = ""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._say)
        self._last = ""
        self._speech.stateChanged.connect(self._report)
        self.told.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def _obey(self, line: str) -> None:
        order = json.loads(line)
        if "language" in order:
            self._choose(QLocale(order["language"]))
        if "volume" in order:
            self._speech.setVolume(order["volume"])
        if "stop" in order:
            self._waiting.stop()
            self._speech.stop()
        if "say" in order and self._has_language and _is_in_time(order["asked_s"]):
            self._words = order["say"]
            self._waiting.start(round(1000 * order["after_s"]))

    @Slot()
    def _say(self) -> None:
        self._speech.say(self._words)

    def _choose(self, locale: QLocale) -> None:
        """Speak this language, or nothing: no voice reads another language's words."""
        if locale.language() == QLocale.Language.C:
            locale = QLocale("en")
        languages = {known.language() for known in self._speech.availableLocales()}
        self._has_language = locale.language() in languages
        if self._has_language:
            self._speech.setLocale(locale)
        self._report()

    @Slot()
    def _report(self) -> None:
        state = self._speech.state()
        report = json.dumps(
            {
                "is_able": state != QTextToSpeech.State.Error,
                "has_language": self._has_language,
                "is_speaking": state == QTextToSpeech.State.Speaking,
            }
        )
        if report != self._last:
            self._last = report
            sys.stdout.write(report + "\n")
            sys.stdout.flush()


def _is_in_time(asked_s: float) -> bool:
    return perf_counter() - asked_s < _TOO_LATE_S  # one clock for all processes of a machine


def best_engine(available: list[str]) -> str:
    """Return Qt's first choice of what can be heard, or the name of none."""
    engines = [name for name in available if name != _SILENT_ENGINE]
    is_linux = sys.platform.startswith("linux")
    if is_linux and "speechd" in engines and not QLibrary("speechd", 2).load():
        engines.remove("speechd")  # its plug-in would only complain
    return engines[0] if engines else _NO_ENGINE


def main(arguments: list[str]) -> int:
    """Speak until the input ends; the argument names an engine, none means the best one."""
    app = QCoreApplication([])
    speaker = Speaker(arguments[0] if arguments else best_engine(QTextToSpeech.availableEngines()))
    speaker.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)

    def read() -> None:
        for line in sys.stdin:
            speaker.told.emit(line)
        speaker.ended.emit()

    threading.Thread(target=read, daemon=True).start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
