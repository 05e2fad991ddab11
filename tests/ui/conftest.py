"""One application for all window tests: English, dark, and no window left behind."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ui.app import speak
from ui.collecting import CollectsHere
from ui.theme import DARK, apply_theme, grow_to_readable


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    speak(qapp, "en")
    grow_to_readable(qapp)
    return qapp


@pytest.fixture(scope="session")
def collects_here(qapp: QApplication) -> CollectsHere:
    return CollectsHere(qapp)


@pytest.fixture(autouse=True)
def garbage_goes_on_the_windows_thread(collects_here: CollectsHere) -> None:
    gc.disable()  # a test may have enabled it
    collects_here.look()


@pytest.fixture(autouse=True)
def english_and_dark(qapp: QApplication) -> None:
    if QLocale().language() != QLocale.Language.English:
        speak(qapp, "en")
    if qapp.palette().window().color() != QColor(DARK.background):
        apply_theme(qapp, DARK)


@pytest.fixture
def finnish(qapp: QApplication, english_and_dark: None) -> None:
    speak(qapp, "fi")


@pytest.fixture(autouse=True)
def no_window_is_left_behind(qapp: QApplication) -> Iterator[None]:
    before = set(map(id, qapp.topLevelWidgets()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in qapp.topLevelWidgets() if id(w) not in before and w.isVisible()]
    for widget in left:
        widget.close()
    assert left == []


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A photo of a thigh, as far as a program can see."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x80A0C0)
    assert image.save(str(tmp_path / "thigh.png"))
    return tmp_path / "thigh.png"
