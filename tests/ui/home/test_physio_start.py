"""A physiotherapist on a computer where nobody lives yet."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.records import roles
from coach.records.entries import AboutPerson
from coach.records.library import Library
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.home.first_run import FirstRun
from ui.home.opening import Opening
from ui.home.physio_start import PhysioStart
from ui.home.window import HomeWindow
from ui.physio.area import PhysioArea


@pytest.fixture
def opening(qapp: QApplication, clock: Clock) -> Iterator[Opening]:
    opening = Opening(qapp, clock)
    yield opening
    opening.close()


def _start(opening: Opening) -> PhysioStart:
    assert opening.begin()
    assert opening.window is not None
    first = opening.window.centralWidget()
    assert isinstance(first, FirstRun)
    first.physio.click()
    start = opening.window.centralWidget()
    assert isinstance(start, PhysioStart)
    return start


def _enter_first_patient(opening: Opening) -> None:
    start = _start(opening)
    start.patient.name.setText("P-001")
    start.patient.sides.buttons[(Side.LEFT,)].click()
    start.patient.add_button.click()


def test_a_physio_is_asked_for_their_first_patient_and_stands_at_their_door(
    opening: Opening,
) -> None:
    _enter_first_patient(opening)
    assert isinstance(opening.window, HomeWindow)
    assert isinstance(opening.window.page, PhysioArea)
    assert opening.library is not None
    (person,) = opening.library.people()
    about = opening.library.newest(person, AboutPerson)
    assert about is not None
    assert (person.name, about.entry.sore_sides) == ("P-001", (Side.LEFT,))


def test_without_a_hip_it_says_what_is_missing(opening: Opening) -> None:
    start = _start(opening)
    start.patient.name.setText("P-001")
    start.patient.add_button.click()
    assert not start.patient.missing.isHidden()


def test_back_leads_to_the_first_run(opening: Opening) -> None:
    _start(opening).back.click()
    assert opening.window is not None
    assert isinstance(opening.window.centralWidget(), FirstRun)


def test_only_the_first_step_offers_it(opening: Opening) -> None:
    assert opening.begin()
    assert opening.window is not None
    first = opening.window.centralWidget()
    assert isinstance(first, FirstRun)
    first.language.name.setText("Maija")
    first.next.click()
    assert first.physio.isHidden()


def test_the_next_start_stands_at_the_door_again(opening: Opening, clock: Clock) -> None:
    _enter_first_patient(opening)
    opening.close()
    with Library.open() as library:
        roles.add_physio(library, "Anna", "482913", clock())
    assert opening.begin()
    assert isinstance(opening.window, HomeWindow)
    assert isinstance(opening.window.page, PhysioArea)


def test_who_never_chose_a_pin_begins_with_the_first_run_again(opening: Opening) -> None:
    _enter_first_patient(opening)
    opening.close()
    assert opening.begin()
    assert opening.window is not None
    assert isinstance(opening.window.centralWidget(), FirstRun)
