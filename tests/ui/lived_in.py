"""A home that has been lived in for weeks, looked at in a language and a size of letters."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from coach.records.entries import Person
from coach.records.folders import DATA_VARIABLE
from coach.records.library import Library
from tests.ui.home.conftest import HERE
from ui.app import speak
from ui.home.home import Home
from ui.look import Look, dress
from ui.tour.weeks import fill_weeks

NOW = datetime(2026, 3, 30, 10, tzinfo=HERE)
LOOKS = pytest.mark.parametrize(
    "look",
    [("en", 100), ("fi", 100), ("fi", 200)],
    ids=["english", "finnish", "finnish, letters twice as large"],
)


@contextmanager
def lived_in_for_weeks(folder: Path) -> Iterator[tuple[Library, Person]]:
    """The library of a folder and whose it is, with the entries of weeks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_VARIABLE, str(folder))
        with Library.open() as library:
            person = library.add_person("Maija")
            fill_weeks(library, person, NOW)
            yield library, person


@contextmanager
def home_of(folder: Path, look: tuple[str, int], app: QApplication) -> Iterator[Home]:
    """The home of a folder, in a language and with letters of so many per cent."""
    language, text_percent = look
    speak(app, language)
    dress(app, Look("light", text_percent))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_VARIABLE, str(folder))
        with Library.open() as library:
            home = Home(library, library.people()[0], lambda: NOW + timedelta(minutes=1))
            yield home
            home.sounds.close()
    dress(app, Look("dark"))
    speak(app, "en")


def settle() -> None:
    """Let everything that is laid out find its place."""
    for _ in range(3):
        QCoreApplication.processEvents()


def put_away(widget: QWidget) -> None:
    """Close a window, and let go of it now."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
