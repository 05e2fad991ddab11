"""Every page of the physio's area: named, large enough, whole, in every look."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from coach.care.intake import ClinicalTest, Hamstring, LegIntake, Outcome
from coach.care.limits import Limit
from coach.records import roles
from coach.records.entries import LimitEntry
from coach.records.folders import DATA_VARIABLE
from coach.records.library import Library
from sensors.samples import Side
from tests.ui.audit import complaints
from tests.ui.home.conftest import HERE
from ui.app import speak
from ui.home.home import Home
from ui.look import Look, dress
from ui.physio.area import PhysioArea
from ui.physio.tabs import TABS
from ui.tour.weeks import fill_weeks

NOW = datetime(2026, 3, 30, 10, tzinfo=HERE)
PIN = "482913"


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_VARIABLE, str(folder))
        with Library.open() as library:
            person = library.add_person("Maija")
            fill_weeks(library, person, NOW)
            session = roles.add_physio(library, "Anna", PIN, NOW)
            leg = LegIntake(
                hamstring=Hamstring.SORE, tests={ClinicalTest.ABDUCTION_STRENGTH: Outcome.FOUND}
            )
            for side in Side:
                library.keep(person, leg, side=side, by="Anna", signer=session.signer)
                limit = Limit(extension_deg=12.0, expires_on=NOW.date())
                library.set_limit(person, side, LimitEntry(NOW, "Anna", "test", limit))
    return folder


@pytest.fixture
def area(
    lived_in: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    qapp: QApplication,
) -> Iterator[PhysioArea]:
    language, text_percent = request.param
    monkeypatch.setenv(DATA_VARIABLE, str(lived_in))
    speak(qapp, language)
    dress(qapp, Look("light", text_percent))
    with Library.open() as library:
        home = Home(library, library.people()[0], lambda: NOW + timedelta(minutes=1))
        area = PhysioArea(home)
        area.resize(1060, 720)
        area.refresh()
        area.show()
        yield area
        area.lock()
        area.close()
        area.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        home.sounds.close()
    dress(qapp, Look("dark"))
    speak(qapp, "en")


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


@pytest.mark.parametrize(
    "area",
    [("en", 100), ("fi", 100), ("fi", 200)],
    ids=["english", "finnish", "finnish, letters twice as large"],
    indirect=True,
)
def test_the_area_is_named_large_enough_and_whole(area: PhysioArea) -> None:
    _settle()
    found = {"gate": complaints(area)}
    area.gate.entered.emit("Anna", PIN)
    assert area.open is not None
    for tab in TABS:
        area.open.show_tab(tab.key)
        _settle()
        found[tab.key] = complaints(area)
    assert {key: said for key, said in found.items() if said} == {}
