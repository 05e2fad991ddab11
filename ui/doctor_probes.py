"""What `hipcoach doctor` asks of Qt: libraries, a window, sound and voices.

``python -m ui.doctor_probes NAME`` prints one finding; Qt is imported inside each probe only.
"""

import os
import re
import sys
import time
from importlib import import_module

from coach.commands.asking import has_display
from coach.doctor import Finding, Status, answer

_MODULES = (
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtWidgets",
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
    "pyqtgraph",
)
_DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Packages of the libraries that Qt's modules need to be imported."""
_VOICE_TRIES = 4
_SET_UP = "Run scripts/setup.sh: it installs what is missing."
VOICE_PACKAGES = "speech-dispatcher speech-dispatcher-espeak-ng espeak-ng-data libspeechd2"
WINDOW_PACKAGES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libegl1"


def libraries() -> Finding:
    """Whether every Qt module that the window uses can be imported."""
    for name in _MODULES:
        try:
            import_module(name)
        except ImportError as error:
            library = re.search(r"lib[\w.+-]+\.so[.\d]*", str(error))
            package = _DEBIAN.get(library[0]) if library else None
            missing = library[0] if library else name
            mend = f"sudo apt install {package}" if package else _SET_UP
            return Finding(Status.MISSING, f"{missing} is missing", mend)
    from PySide6 import __version__

    return Finding(Status.OK, f"Qt {__version__}")


def window() -> Finding:
    """Whether a window can be shown; a platform that is not there ends this process."""
    if not has_display():
        return Finding(
            Status.LIMITED,
            "there is no display; walks are shown in the terminal",
            "Start Hip Coach from a desktop, or set DISPLAY.",
        )
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(["hipcoach"])
    size = app.primaryScreen().size()
    return Finding(Status.OK, f"{app.platformName()}, {size.width()} × {size.height()}")


def sound() -> Finding:
    """Whether there is anything to hear tones with."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtMultimedia import QMediaDevices

    app = QCoreApplication([])
    name = QMediaDevices.defaultAudioOutput().description()
    del app
    if name:
        return Finding(Status.OK, name)
    linux = sys.platform == "linux"
    return Finding(
        Status.LIMITED,
        "nothing to hear the tones with; the screen alone tells",
        "Plug in a loudspeaker" + (", or: sudo apt install pipewire-pulse" if linux else "."),
    )


def voice_en() -> Finding:
    """Whether English can be spoken."""
    return _voice("en", "English")


def voice_fi() -> Finding:
    """Whether Finnish can be spoken."""
    return _voice("fi", "Finnish")


def _voice(code: str, language: str) -> Finding:
    from PySide6.QtCore import QCoreApplication, QLocale
    from PySide6.QtTextToSpeech import QTextToSpeech

    from ui.voice_process import best_engine

    app = QCoreApplication([])
    wanted = QLocale(code).language()
    for _ in range(_VOICE_TRIES):  # a service just started tells of its voices one by one
        speech = QTextToSpeech(best_engine(QTextToSpeech.availableEngines()))
        spoken = {locale.language() for locale in speech.availableLocales()}
        if wanted in spoken:
            break
        time.sleep(1)
    del app
    if wanted in spoken:
        return Finding(Status.OK, f"{language} is spoken")
    linux = sys.platform == "linux"
    return Finding(
        Status.LIMITED,
        f"{language} is not spoken; its words are shown, not said",
        f"sudo apt install {VOICE_PACKAGES}"
        if linux
        else f"Add a {language} voice in the system's language settings.",
    )


PROBES = {
    "libraries": libraries,
    "window": window,
    "sound": sound,
    "voice_en": voice_en,
    "voice_fi": voice_fi,
}

if __name__ == "__main__":
    answer(PROBES)
    sys.stdout.flush()
    os._exit(0)  # a speech or sound service that hangs in its own end has told all it had to
