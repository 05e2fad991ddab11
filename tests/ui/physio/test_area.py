"""The physio's area: who comes in, what throws them out, and that nothing begun is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.care.intake import Considered, LegIntake, LookAlike, Onset
from coach.care.limits import Limit
from coach.records import keys, roles
from coach.records.entries import LimitEntry
from coach.records.places import keep_vault
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.home.window import HomeWindow
from ui.physio.area import PhysioArea
from ui.physio.intake_page import IntakePage
from ui.physio.people_page import PeoplePage
from ui.physio.tabs import Tab
from ui.physio.test_page import TestPage

PIN, OTHER_PIN = "482913", "771204"
PASSPHRASE = "correct horse battery"


class Seconds:
    """A clock of seconds that goes when it is told to."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def area(qtbot: QtBot, home: Home, seconds: Seconds) -> Iterator[PhysioArea]:
    area = PhysioArea(home, now_s=seconds)
    qtbot.addWidget(area)
    home.changed.connect(area.refresh)
    area.resize(1060, 720)
    area.refresh()
    area.show()
    yield area
    area.lock()


@pytest.fixture
def anna(home: Home, clock: Clock) -> roles.Session:
    return roles.add_physio(home.library, "Anna", PIN, clock())


def _enter(area: PhysioArea, pin: str = PIN) -> None:
    area.refresh()
    area.gate.enter.pin.setText(pin)
    area.gate.enter.enter.click()


def _page(area: PhysioArea) -> QWidget | None:
    assert area.open is not None
    return area.open.page


def _intake(area: PhysioArea) -> IntakePage:
    assert area.open is not None
    area.open.show_tab("intake")
    page = area.open.page
    assert isinstance(page, IntakePage)
    return page


def test_the_first_physio_sets_the_area_up(area: PhysioArea, home: Home) -> None:
    first = area.gate.first
    first.name.setText("Anna")
    first.pin.setText(PIN)
    first.again.setText(PIN)
    first.add_button.click()
    assert isinstance(_page(area), PeoplePage)
    assert [physio.name for physio in roles.physios(home.library)] == ["Anna"]


def test_two_pins_that_differ_set_nothing_up(area: PhysioArea, home: Home) -> None:
    first = area.gate.first
    first.name.setText("Anna")
    first.pin.setText(PIN)
    first.again.setText(OTHER_PIN)
    first.add_button.click()
    assert "differ" in area.gate.said.text()
    assert roles.physios(home.library) == ()


def test_a_weak_pin_is_refused_in_words(area: PhysioArea) -> None:
    area.gate.added.emit("Anna", "123456")
    assert "guessed first" in area.gate.said.text()


def test_the_pin_opens(area: PhysioArea, anna: roles.Session) -> None:
    _enter(area)
    assert isinstance(_page(area), PeoplePage)


def test_the_door_holds_no_pin_once_it_is_open(area: PhysioArea, anna: roles.Session) -> None:
    _enter(area)
    assert area.gate.enter.pin.text() == ""


def test_another_pin_does_not_open(area: PhysioArea, anna: roles.Session) -> None:
    _enter(area, OTHER_PIN)
    assert area.open is None
    assert "not the PIN" in area.gate.said.text()


def test_guessing_waits_with_the_field_closed(area: PhysioArea, anna: roles.Session) -> None:
    for _ in range(roles.FREE_TRIES):
        _enter(area, OTHER_PIN)
    assert not area.gate.enter.pin.isEnabled()
    assert area.gate.enter.waits.text() == "Try again in 0:30."


def test_a_wait_goes_on_in_another_window(
    qtbot: QtBot, area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    for _ in range(roles.FREE_TRIES):
        _enter(area, OTHER_PIN)
    other = PhysioArea(home)
    qtbot.addWidget(other)
    other.refresh()
    assert not other.gate.enter.pin.isEnabled()


def test_after_the_wait_the_pin_opens(area: PhysioArea, anna: roles.Session, clock: Clock) -> None:
    for _ in range(roles.FREE_TRIES):
        _enter(area, OTHER_PIN)
    clock.now += roles.FIRST_WAIT
    area.gate.wait(0)
    _enter(area)
    assert area.open is not None


def test_the_passphrase_gives_a_new_pin(area: PhysioArea, anna: roles.Session) -> None:
    vault = keys.new_vault(PASSPHRASE)
    assert vault is not None
    keep_vault(vault)
    area.refresh()
    area.gate.enter.forgot.click()
    area.gate.forgotten.passphrase.setText(PASSPHRASE)
    area.gate.forgotten.pin.setText(OTHER_PIN)
    area.gate.forgotten.again.setText(OTHER_PIN)
    area.gate.forgotten.renew.click()
    assert area.open is not None
    assert area.open.desk.session.public != anna.public


def test_a_new_pin_that_was_typed_in_two_ways_is_not_taken(
    area: PhysioArea, anna: roles.Session
) -> None:
    area.refresh()
    area.gate.enter.forgot.click()
    area.gate.forgotten.pin.setText(OTHER_PIN)
    area.gate.forgotten.renew.click()
    assert "differ" in area.gate.said.text()


def test_the_way_without_a_passphrase_is_told(area: PhysioArea, anna: roles.Session) -> None:
    area.refresh()
    area.gate.recovered.emit("Anna", PASSPHRASE, OTHER_PIN)
    assert "--forget-pins" in area.gate.said.text()


def test_nine_minutes_without_use_leave_it_open(
    area: PhysioArea, anna: roles.Session, seconds: Seconds
) -> None:
    _enter(area)
    seconds.now_s = 599.0
    area.look()
    assert area.open is not None


def test_ten_minutes_without_use_lock_it(
    area: PhysioArea, anna: roles.Session, seconds: Seconds
) -> None:
    _enter(area)
    seconds.now_s = 600.0
    area.look()
    assert area.open is None
    assert area.gate.isVisible()


def test_use_keeps_it_open(area: PhysioArea, anna: roles.Session, seconds: Seconds) -> None:
    _enter(area)
    seconds.now_s = 500.0
    QTest.keyClick(area, Qt.Key.Key_A)
    seconds.now_s = 1000.0
    area.look()
    assert area.open is not None


class _Busy(QWidget):
    is_busy = True


def test_a_test_that_goes_on_keeps_it_open(
    qtbot: QtBot, home: Home, anna: roles.Session, seconds: Seconds
) -> None:
    area = PhysioArea(home, (Tab("test", lambda: "Test", lambda _: _Busy()),), seconds)
    qtbot.addWidget(area)
    _enter(area)
    seconds.now_s = 6000.0
    area.look()
    assert area.open is not None
    area.lock()


def test_an_intake_that_was_begun_is_kept_before_it_locks(
    area: PhysioArea, home: Home, anna: roles.Session, seconds: Seconds
) -> None:
    _enter(area)
    page = _intake(area)
    page.show_leg(LegIntake(onset=Onset.SLOWLY))
    page.changed.emit()
    seconds.now_s = 600.0
    area.look()
    kept = home.library.newest(home.person, LegIntake, Side.RIGHT)
    assert kept is not None
    assert (kept.entry.onset, kept.by) == (Onset.SLOWLY, "Anna")


def test_another_page_of_the_home_locks_it(qtbot: QtBot, home: Home, anna: roles.Session) -> None:
    window = HomeWindow(home)
    qtbot.addWidget(window)
    window.show()
    window.show_page("physio")
    area = window.page
    assert isinstance(area, PhysioArea)
    _enter(area)
    window.show_page("today")
    assert area.open is None


def test_the_lock_button_locks(area: PhysioArea, anna: roles.Session) -> None:
    _enter(area)
    assert area.open is not None
    area.open.lock.click()
    assert area.open is None


def test_a_locked_area_holds_no_session(area: PhysioArea, anna: roles.Session) -> None:
    _enter(area)
    area.lock()
    assert not [name for name, held in vars(area).items() if isinstance(held, roles.Session)]


def _people(area: PhysioArea) -> PeoplePage:
    """Anna's first page."""
    _enter(area)
    page = _page(area)
    assert isinstance(page, PeoplePage)
    return page


def test_somebody_new_is_added_and_the_intake_begins(
    area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    page = _people(area)
    page.new.name.setText("Aino")
    page.new.sides.buttons[Side.LEFT, Side.RIGHT].click()
    page.new.add_button.click()
    assert home.person.name == "Aino"
    assert home.about.sore_sides == (Side.LEFT, Side.RIGHT)
    assert isinstance(_page(area), IntakePage)


def test_somebody_who_is_here_is_chosen_not_added_anew(
    area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    page = _people(area)
    page.added.emit("Maija", (Side.LEFT,))
    assert home.about.sore_sides == (Side.RIGHT,)


def test_a_new_person_without_a_side_is_asked_for_it(
    area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    page = _people(area)
    page.new.name.setText("Aino")
    page.new.add_button.click()
    assert page.new.missing.isVisible()
    assert len(home.library.people()) == 1


def test_many_people_are_found_by_name(area: PhysioArea, home: Home, anna: roles.Session) -> None:
    for n in range(12):
        home.library.add_person(f"P-{n}")
    page = _people(area)
    page.search.setText("p-11")
    shown = [each.accessibleName() for each in page.rows.values() if each.isVisible()]
    assert [name.split(",")[0] for name in shown] == ["P-11"]


def test_somebody_with_an_intake_is_shown_from_the_last_visit_on(
    area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    home.library.keep(home.person, LegIntake(), side=Side.RIGHT, by="Anna", signer=anna.signer)
    page = _people(area)
    page.rows[home.person.id].click()
    assert area.open is not None
    assert area.open.buttons["review"].isChecked()


def test_an_edited_database_is_said_as_soon_as_the_area_opens(
    area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    limit = LimitEntry(home.now(), "Anna", "test", Limit(extension_deg=8.0))
    home.library.set_limit(home.person, Side.RIGHT, limit, signer=anna.signer)
    with closing(sqlite3.connect(home.library.path)) as connection, connection:
        connection.execute("UPDATE limit_set SET json=replace(json, '8.0', '28.0')")
    _enter(area)
    assert area.open is not None
    assert "Something of Maija was changed" in area.open.notice.said
    area.open.notice.button.click()
    assert area.open.buttons["trail"].isChecked()


def test_no_page_of_one_person_is_shown_for_the_next(
    area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    other = home.library.add_person("Aino")
    _enter(area)
    assert area.open is not None
    area.open.show_tab("test")
    of_maija = area.open.page
    area.open.show_tab("people")
    page = area.open.page
    assert isinstance(page, PeoplePage)
    page.rows[other.id].click()
    area.open.show_tab("test")
    assert area.open.page is not of_maija


def test_what_speaks_against_a_test_stands_before_it(
    area: PhysioArea, home: Home, anna: roles.Session
) -> None:
    alike = {LookAlike.STRESS_FRACTURE: Considered.POSSIBLE}
    home.library.keep(
        home.person, LegIntake(look_alikes=alike), side=Side.RIGHT, by="Anna", signer=anna.signer
    )
    _enter(area)
    assert area.open is not None
    area.open.show_tab("test")
    page = area.open.page
    assert isinstance(page, TestPage)
    assert "a stress fracture is possible" in page.start.found.text()


def test_the_wait_of_the_gate_counts_down(qtbot: QtBot, area: PhysioArea) -> None:
    area.gate.wait(2)
    area.gate._count()
    area.gate._count()
    assert area.gate.enter.pin.isEnabled()
    assert timedelta() == timedelta(seconds=area.gate._left_s)


def test_no_break_is_told_while_a_physio_is_in_the_area(
    area: PhysioArea, anna: roles.Session, home: Home, clock: Clock
) -> None:
    told: list[object] = []
    home.still_break.due.connect(told.append)
    home.still_break.look()
    _enter(area)
    for _ in range(50):
        clock.now += timedelta(seconds=30)
        home.still_break.look()
    assert not told


def test_the_keyboard_goes_along_to_a_page_that_another_one_asks_for(
    area: PhysioArea, anna: roles.Session
) -> None:
    _people(area)
    assert area.open is not None
    area.open.desk.page_requested.emit("intake")
    assert area.open.focusWidget() is area.open.buttons["intake"]
