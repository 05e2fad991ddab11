"""The physio's own page: their words, another PIN, and colleagues."""

import pytest
from pytestqt.qtbot import QtBot

from coach.records import roles
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.physio.account_page import AccountPage
from ui.physio.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, home: Home, clock: Clock) -> AccountPage:
    page = AccountPage(Desk(home, roles.add_physio(home.library, "Anna", "482913", clock())))
    qtbot.addWidget(page)
    page.refresh()
    return page


def _add(page: AccountPage, pin: str, again: str) -> None:
    page.name.setText("Olli")
    page.their_pin.setText(pin)
    page.their_again.setText(again)
    page.add_colleague.click()


def test_a_colleague_has_a_pin_of_their_own(page: AccountPage, home: Home, clock: Clock) -> None:
    _add(page, "773311", "773311")
    assert roles.enter(home.library, "Olli", "773311", clock()).name == "Olli"
    assert not page.their_again.text()


def test_a_pin_of_a_colleague_that_was_typed_in_two_ways_is_not_taken(
    page: AccountPage, home: Home
) -> None:
    _add(page, "773311", "773312")
    assert "differ" in page.said.text()
    assert [each.name for each in roles.physios(home.library)] == ["Anna"]


def test_another_pin_opens_from_then_on(page: AccountPage, home: Home, clock: Clock) -> None:
    page.pin.setText("915826")
    page.again.setText("915826")
    page.change.click()
    assert roles.enter(home.library, "Anna", "915826", clock()).name == "Anna"
