"""Every page of the physio's area: named, large enough, whole, in every look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach.care.intake import ClinicalTest, Hamstring, LegIntake, Outcome
from coach.care.limits import Limit
from coach.records import roles
from coach.records.entries import LimitEntry
from sensors.samples import Side
from tests.ui.audit import complaints
from tests.ui.lived_in import LOOKS, NOW, home_of, lived_in_for_weeks, put_away, settle
from ui.physio.area import PhysioArea
from ui.physio.tabs import TABS

PIN = "482913"


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with lived_in_for_weeks(folder) as (library, person):
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
def area(lived_in: Path, look: tuple[str, int], qapp: QApplication) -> Iterator[PhysioArea]:
    with home_of(lived_in, look, qapp) as home:
        area = PhysioArea(home)
        area.resize(1060, 720)
        area.refresh()
        area.show()
        yield area
        area.lock()
        put_away(area)


@LOOKS
def test_the_area_is_named_large_enough_and_whole(area: PhysioArea) -> None:
    settle()
    found = {"gate": complaints(area)}
    area.gate.entered.emit("Anna", PIN)
    assert area.open is not None
    for tab in TABS:
        area.open.show_tab(tab.key)
        settle()
        found[tab.key] = complaints(area)
    assert {key: said for key, said in found.items() if said} == {}
