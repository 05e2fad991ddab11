"""A passphrase is offered where there is none, once, and protects all that is kept."""

import pytest
from pytestqt.qtbot import QtBot

from coach.records import keys
from coach.records.folders import library_path
from coach.records.places import plain_mark
from ui.home.home import Home
from ui.home.protect_card import ProtectCard


@pytest.fixture
def card(qtbot: QtBot, home: Home) -> ProtectCard:
    card = ProtectCard(home)
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    return card


def test_it_is_offered_where_there_is_no_passphrase(card: ProtectCard) -> None:
    assert card.isVisible()


def test_not_now_is_remembered(card: ProtectCard) -> None:
    card.later.click()
    card.refresh()
    assert not card.isVisible()


def test_where_plain_was_chosen_nobody_is_asked(card: ProtectCard) -> None:
    plain_mark().touch()
    card.refresh()
    assert not card.isVisible()


def test_a_passphrase_protects_what_is_kept(card: ProtectCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.work.done, timeout=20_000):
        card.protect_with("seven green sensors")
    assert not card.isVisible()
    keys.forget()
    assert not library_path().read_bytes().startswith(b"SQLite")
