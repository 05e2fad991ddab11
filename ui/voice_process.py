"""Speaks what it is told on standard input, one JSON object a line, and tells how it goes.

A process of its own: opening a speech service takes up to 3 s during which PySide holds Python's
lock, and a service without a working sound device may never answer. Neither may delay a tone or
keep the program from ending. It reads ``{"say": TEXT}``, ``{"stop": true}``, ``{"volume": 0..1}``
and ``{"language": NAME}``, writes ``{"is_able": …, "has_language": …, "is_speaking": …}`` when
one of them changes, and ends with its input. Imports nothing of this project.
"""

import json
import sys
import threading

from PySide6.QtCore import QCoreApplication, QLibrary, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

_SILENT_ENGINE = "mock"  # Qt's engine for tests says it speaks and does not
_NO_ENGINE = "none"


class Speaker(QObject):
    """A speech engine that follows lines of text."""

    told = Signal(str)
    ended = Signal()

    def __init__(self, engine: str) -> None:
        super().__init__()
        self._speech = QTextToSpeech(engine, self)
        self._has_language = False
        self._last = ""
        self._speech.stateChanged.connect(self._report)
        self.told.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def _obey(self, line: str) -> None:
        for what, value in json.loads(line).items():
            match what:
                case "say" if self._has_language:
                    self._speech.say(value)
                case "stop":
                    self._speech.stop()
                case "volume":
                    self._speech.setVolume(value)
                case "language":
                    self._choose(QLocale(value))
                case _:
                    pass

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
