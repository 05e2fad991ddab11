"""The physio's own page: the six words, another PIN, colleagues who come and go."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coach.records import roles
from coach.records.errors import ProtectionError, RecordFault
from coach.records.signatures import six_words
from tests.ui.home.conftest import Clock
from tests.ui.physio.pages import shown
from ui.physio.account_page import AccountPage
from ui.physio.desk import Desk

OTHER_PIN = "736251"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AccountPage:
    return shown(qtbot, desk, AccountPage(desk))


def _names(desk: Desk) -> list[str]:
    return [each.name for each in roles.physios(desk.home.library)]


def _add(page: AccountPage, name: str, pin: str, again: str = OTHER_PIN) -> None:
    page.name.setText(name)
    page.their_pin.setText(pin)
    page.their_again.setText(again)
    page.add_colleague.click()


def test_the_six_words_are_those_of_the_key(page: AccountPage, desk: Desk) -> None:
    assert page.words.text().split() == list(six_words(desk.session.public, "en"))


def test_another_pin_opens_and_the_old_one_does_not(
    page: AccountPage, desk: Desk, clock: Clock
) -> None:
    page.pin.setText(OTHER_PIN)
    page.again.setText(OTHER_PIN)
    page.change.click()
    assert "Your PIN is changed" in page.said.text()
    library = desk.home.library
    assert roles.enter(library, "Anna", OTHER_PIN, clock()).public == desk.session.public
    with pytest.raises(ProtectionError):
        roles.enter(library, "Anna", "482913", clock())


def test_two_pins_that_differ_change_nothing(page: AccountPage, desk: Desk, clock: Clock) -> None:
    page.pin.setText(OTHER_PIN)
    page.again.setText("736252")
    page.change.click()
    assert "differ" in page.said.text()
    assert roles.enter(desk.home.library, "Anna", "482913", clock()) == desk.session


def test_a_pin_that_would_be_guessed_is_refused_with_why(
    page: AccountPage, desk: Desk, clock: Clock
) -> None:
    page.pin.setText("111111")
    page.again.setText("111111")
    page.change.click()
    assert "would be guessed first" in page.said.text()
    assert (page.pin.text(), page.again.text()) == ("", "")
    assert roles.enter(desk.home.library, "Anna", "482913", clock()) == desk.session


def test_a_colleague_gets_a_pin_of_their_own(page: AccountPage, desk: Desk, clock: Clock) -> None:
    _add(page, " Eero ", OTHER_PIN)
    assert page.said.text() == "Eero has a PIN here now."
    assert list(page.removals) == ["Eero"]
    assert roles.enter(desk.home.library, "Eero", OTHER_PIN, clock()).name == "Eero"
    assert (page.their_pin.text(), page.their_again.text()) == ("", "")


def test_a_pin_of_a_colleague_that_was_typed_in_two_ways_is_not_taken(
    page: AccountPage, desk: Desk
) -> None:
    _add(page, "Eero", OTHER_PIN, "736252")
    assert "differ" in page.said.text()
    assert _names(desk) == ["Anna"]


def test_a_name_that_is_taken_is_told(page: AccountPage, desk: Desk) -> None:
    _add(page, "anna", OTHER_PIN)
    assert "somebody has it already" in page.said.text()
    assert _names(desk) == ["Anna"]


def test_a_colleague_is_taken_away_only_after_a_question(
    qtbot: QtBot, page: AccountPage, desk: Desk, clock: Clock
) -> None:
    _add(page, "Eero", OTHER_PIN)
    answers: list[tuple[Any, ...]] = []
    desk.question.connect(lambda _title, _body, *both: answers.extend(both))
    page.removals["Eero"].click()
    (_, keep), (_, take_away) = answers
    keep()
    assert _names(desk) == ["Anna", "Eero"]
    take_away()
    assert _names(desk) == ["Anna"]
    assert list(page.removals) == []
    assert page.said.text() == "Eero has no PIN here any more."
    with pytest.raises(ProtectionError) as caught:
        roles.enter(desk.home.library, "Eero", OTHER_PIN, clock())
    assert caught.value.fault is RecordFault.WRONG_PIN
