"""A prescription on the patient's side: six words the first time, a reason where it is refused."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.care.permissions import Permissions
from coach.care.plan import Permissions as Kept
from coach.records import prescription as rx
from coach.records import roles
from coach.records.prescription import Prescription
from coach.records.signatures import new_signing_key, six_words, verifying_key
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.home.prescription_card import NewPrescriptionCard, PrescriptionCard
from ui.home.prescription_dialog import PrescriptionDialog, take_file
from ui.home.window import HomeWindow

PRIVATE = new_signing_key()
ANNA = roles.Session("Anna", verifying_key(PRIVATE), PRIVATE)


def _file(folder: Path, clock: Clock, serial: int = 1, deg: float = 12.0) -> Path:
    set_for = Prescription(
        code="P-000001",
        physio="Anna",
        serial=serial,
        issued_at=clock(),
        expires_on=date(2026, 3, 20),
        permissions=Permissions(most_minutes=20),
        limits={Side.RIGHT: Limit(extension_deg=deg)},
        message="Small steps first",
    )
    path = folder / f"{serial}.prescription"
    path.write_bytes(rx.signed(set_for, ANNA))
    return path


@pytest.fixture
def path(tmp_path: Path, clock: Clock) -> Path:
    return _file(tmp_path, clock)


def _dialog(qtbot: QtBot, home: Home, path: Path) -> PrescriptionDialog:
    dialog = take_file(home, path, None)
    assert dialog is not None
    qtbot.addWidget(dialog)
    return dialog


def _take(dialog: PrescriptionDialog) -> None:
    dialog.take.click()


def test_the_first_time_six_words_are_shown(qtbot: QtBot, home: Home, path: Path) -> None:
    dialog = _dialog(qtbot, home, path)
    assert dialog.words.text().split() == list(six_words(ANNA.public))
    assert dialog.take.text() == "The words are the same: take it"


def test_not_the_same_changes_nothing(qtbot: QtBot, home: Home, path: Path) -> None:
    dialog = _dialog(qtbot, home, path)
    dialog.leave.click()
    assert home.library.limits(home.person, Side.RIGHT) == ()


def test_what_is_taken_is_in_force(qtbot: QtBot, home: Home, path: Path) -> None:
    _take(_dialog(qtbot, home, path))
    newest = home.library.newest(home.person, Kept)
    assert newest is not None
    assert newest.entry.most_minutes == 20.0


def test_the_next_one_shows_no_words(
    qtbot: QtBot, home: Home, path: Path, tmp_path: Path, clock: Clock
) -> None:
    _take(_dialog(qtbot, home, path))
    dialog = _dialog(qtbot, home, _file(tmp_path, clock, 2, 13.0))
    assert dialog.words.isHidden()
    dialog.take.click()
    assert len(home.library.limits(home.person, Side.RIGHT)) == 2


def test_an_old_one_is_refused_with_a_reason(
    qtbot: QtBot, home: Home, path: Path, tmp_path: Path, clock: Clock
) -> None:
    _take(_dialog(qtbot, home, _file(tmp_path, clock, 2)))
    dialog = _dialog(qtbot, home, _file(tmp_path, clock, 1, 30.0))
    assert "was taken already" in dialog.heading.text()
    dialog.take.click()
    assert len(home.library.limits(home.person, Side.RIGHT)) == 1


def test_a_changed_one_is_told_and_opens_nothing(home: Home, path: Path) -> None:
    failed: list[object] = []
    home.failed.connect(failed.append)
    path.write_bytes(path.read_bytes()[:-20])
    assert take_file(home, path, None) is None
    assert len(failed) == 1


def test_a_file_dropped_on_the_window_opens(qtbot: QtBot, home: Home, path: Path) -> None:
    window = HomeWindow(home)
    qtbot.addWidget(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    dialogs = window.findChildren(PrescriptionDialog)
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_the_first_page_tells_what_is_new(qtbot: QtBot, home: Home, path: Path) -> None:
    card = NewPrescriptionCard(home)
    qtbot.addWidget(card)
    card.refresh()
    assert card.isHidden()
    _take(_dialog(qtbot, home, path))
    card.refresh()
    assert not card.isHidden()
    assert card.about.text().startswith("Set by Anna on")
    assert "A walk lasts at most 20 minutes." in card.sets.text()
    assert "Small steps first" in card.sets.text()


def test_the_settings_tell_what_holds(qtbot: QtBot, home: Home, path: Path) -> None:
    card = PrescriptionCard(home, lambda: None)
    qtbot.addWidget(card)
    card.refresh()
    assert "Nothing yet" in card.about.text()
    _take(_dialog(qtbot, home, path))
    card.refresh()
    assert "limit of your right leg: 12.0°" in card.sets.text()
