"""Walks that a patient shared are brought in by a button, and put to the person."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.records import roles
from coach.records.errors import KeepingError, RecordFault
from coach.records.library import Library
from tests.coach.kept import plain_walk
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.physio.desk import Desk
from ui.physio.shared_walks_card import SharedWalksCard


@pytest.fixture
def card(qtbot: QtBot, home: Home, clock: Clock) -> SharedWalksCard:
    session = roles.add_physio(home.library, "Anna", "482913", clock())
    card = SharedWalksCard(Desk(home, session))
    qtbot.addWidget(card)
    card.unlock = lambda _: None
    return card


def _bring(qtbot: QtBot, card: SharedWalksCard, *paths: Path) -> None:
    card.choose_files = lambda _: list(paths)
    with qtbot.waitSignal(card.work.done):
        card.bring.click()


def test_a_walk_comes_in_for_the_person(
    qtbot: QtBot, card: SharedWalksCard, home: Home, tmp_path: Path
) -> None:
    _bring(qtbot, card, plain_walk(tmp_path / "monday.hipwalk"))
    (walk,) = home.library.walks()
    assert (walk.person_id, walk.path.name) == (home.person.id, "monday.hipwalk")
    assert "monday" in card.told.text()


def test_a_walk_that_cannot_be_read_is_told_and_the_others_come_in(
    qtbot: QtBot, card: SharedWalksCard, home: Home, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.hipwalk"
    bad.write_bytes(b"nothing")
    _bring(qtbot, card, bad, plain_walk(tmp_path / "good.hipwalk"))
    assert [walk.path.name for walk in home.library.walks()] == ["good.hipwalk"]
    assert "bad.hipwalk: " in card.told.text()


def test_a_walk_that_the_library_does_not_take_is_told(
    qtbot: QtBot, card: SharedWalksCard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_: object) -> None:
        raise KeepingError(RecordFault.DISK_FULL)

    monkeypatch.setattr(Library, "index_walk", full)
    _bring(qtbot, card, plain_walk(tmp_path / "monday.hipwalk"))
    assert "monday.hipwalk: The disk is full." in card.told.text()
    assert card.bring.isEnabled()


def test_the_button_rests_while_walks_come_in(
    qtbot: QtBot, card: SharedWalksCard, tmp_path: Path
) -> None:
    seen: list[bool] = []
    card.work.done.connect(lambda _: seen.append(card.bring.isEnabled()))
    card.choose_files = lambda _: [plain_walk(tmp_path / "monday.hipwalk")]
    with qtbot.waitSignal(card.work.done):
        card.bring.click()
        seen.append(card.bring.isEnabled())
    assert seen == [False, True]


def test_the_button_says_whose_walks_come_in(card: SharedWalksCard, home: Home) -> None:
    assert card.bring.text() == f"Bring in walks of {home.person.name}…"
