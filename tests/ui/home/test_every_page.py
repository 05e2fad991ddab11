"""Every page of a home that has been lived in: named, large enough, whole, in every look."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from coach.records.folders import DATA_VARIABLE
from coach.records.library import Library
from tests.ui.audit import complaints
from tests.ui.home.conftest import HERE
from ui.app import speak
from ui.home.home import Home
from ui.home.pages import PAGES
from ui.home.window import HomeWindow
from ui.look import Look, dress
from ui.tour.weeks import fill_weeks

NOW = datetime(2026, 3, 30, 10, tzinfo=HERE)


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_VARIABLE, str(folder))
        with Library.open() as library:
            fill_weeks(library, library.add_person("Maija"), NOW)
    return folder


@pytest.fixture
def window(
    lived_in: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    qapp: QApplication,
) -> Iterator[HomeWindow]:
    language, text_percent = request.param
    monkeypatch.setenv(DATA_VARIABLE, str(lived_in))
    speak(qapp, language)
    dress(qapp, Look("light", text_percent))
    with Library.open() as library:
        home = Home(library, library.people()[0], lambda: NOW + timedelta(minutes=1))
        window = HomeWindow(home)
        window.resize(1280, 720)
        window.show()
        yield window
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        home.sounds.close()
    dress(qapp, Look("dark"))
    speak(qapp, "en")


@pytest.mark.parametrize("key", [page.key for page in PAGES])
@pytest.mark.parametrize(
    "window",
    [("en", 100), ("fi", 100), ("fi", 200)],
    ids=["english", "finnish", "finnish, letters twice as large"],
    indirect=True,
)
def test_a_page_is_named_large_enough_and_whole(window: HomeWindow, key: str) -> None:
    window.show_page(key)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert complaints(window) == []
