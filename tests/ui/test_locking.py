"""What is kept is locked when nobody uses the window, and unlocked by the passphrase."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.keeping import Keeping
from coach.live import LiveWalk
from coach.records import keys
from coach.records.places import keep_vault, vault_path
from coach.records.recovery import CutOff
from coach.records.unlocking import waits_for_passphrase
from sensors.samples import StreamKind
from tests.ui.updates import OpenEnded
from ui.cut_off_question import CutOffQuestion
from ui.link import WalkLink
from ui.locking import LockGuard, UnlockDialog, ask_to_read, tell_locked
from ui.patient.walk_window import WalkPlan, WalkWindow

PASSPHRASE = "seven green sensors on a walk"


class _Clock:
    """Seconds that pass when they are told to."""

    now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture(autouse=True)
def _vault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    import keyring
    from keyring.backends.fail import Keyring

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    vault = keys.new_vault(PASSPHRASE)
    assert vault is not None
    keep_vault(vault)
    yield
    keys.forget()
    keyring.set_keyring(before)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WalkWindow]:
    def make_walk(limit: Limit | None) -> LiveWalk:
        source = OpenEnded()
        return LiveWalk(source, CoachSettings(GaitSettings.of(source.info), limit), speed=0)

    window = WalkWindow(WalkLink(make_walk), WalkPlan())
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def guard(window: WalkWindow, clock: _Clock) -> Iterator[LockGuard]:
    guard = LockGuard(window, partial(tell_locked, window), clock)
    yield guard
    guard.stop()


def _after(guard: LockGuard, clock: _Clock, seconds: float) -> bool:
    clock.now_s += seconds
    guard.look()
    return keys.is_locked()


def _dialog(window: WalkWindow) -> UnlockDialog:
    (dialog,) = window.findChildren(UnlockDialog)
    return dialog


def test_ten_minutes_without_use_lock_and_say_so(
    window: WalkWindow, guard: LockGuard, clock: _Clock
) -> None:
    assert not _after(guard, clock, 599.0)
    assert _after(guard, clock, 1.0)
    assert "Your walks are locked." in window.view.notice.said
    assert window.view.notice.button.text() == "Unlock"


def test_what_nobody_has_read_yet_stays(
    window: WalkWindow, guard: LockGuard, clock: _Clock
) -> None:
    window.view.notice.tell("The disk is full.", "", "Close", window.close)
    assert _after(guard, clock, 600.0)
    assert window.view.notice.said.startswith("The disk is full.")


def test_a_key_is_use(window: WalkWindow, guard: LockGuard, clock: _Clock) -> None:
    clock.now_s += 500.0
    QTest.keyClick(window, Qt.Key.Key_Shift)
    assert not _after(guard, clock, 599.0)
    assert _after(guard, clock, 1.0)


def test_a_walk_is_use(window: WalkWindow, guard: LockGuard, clock: _Clock) -> None:
    window.start()
    assert not _after(guard, clock, 3600.0)


def test_without_a_passphrase_nothing_is_locked(
    window: WalkWindow, guard: LockGuard, clock: _Clock
) -> None:
    from coach.records.places import vault_path

    vault_path().unlink()
    assert not _after(guard, clock, 3600.0)
    assert window.view.notice.said == ""


def test_the_passphrase_unlocks(window: WalkWindow, guard: LockGuard, clock: _Clock) -> None:
    _after(guard, clock, 600.0)
    window.view.notice.button.click()
    dialog = _dialog(window)
    QTest.keyClicks(dialog.passphrase, PASSPHRASE)
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    assert not keys.is_locked()
    assert not dialog.isVisible()


def test_another_passphrase_is_told_and_asked_again(
    window: WalkWindow, guard: LockGuard, clock: _Clock
) -> None:
    _after(guard, clock, 600.0)
    window.view.notice.button.click()
    dialog = _dialog(window)
    QTest.keyClicks(dialog.passphrase, "another passphrase")
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    assert keys.is_locked()
    assert dialog.isVisible()
    assert dialog.said.text().startswith("This is not the passphrase.")
    dialog.reject()


def test_a_wrong_passphrase_is_told_in_whole(window: WalkWindow, qtbot: QtBot) -> None:
    dialog = UnlockDialog(window)
    dialog.show()
    qtbot.waitExposed(dialog)
    QTest.keyClicks(dialog.passphrase, "another passphrase")
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog.said.height() >= dialog.said.heightForWidth(dialog.said.width())
    assert dialog.buttons.geometry().bottom() < dialog.height()
    dialog.reject()


def test_what_is_typed_is_not_shown_and_has_a_name(window: WalkWindow) -> None:
    dialog = UnlockDialog(window)
    QTest.keyClicks(dialog.passphrase, PASSPHRASE)
    assert PASSPHRASE not in dialog.passphrase.displayText()
    assert dialog.passphrase.accessibleName() == "Passphrase"
    dialog.deleteLater()


@pytest.mark.usefixtures("finnish")
def test_it_is_asked_in_finnish(window: WalkWindow) -> None:
    dialog = UnlockDialog(window)
    assert dialog.windowTitle() == "Avaa kävelyjesi lukitus"
    dialog.deleteLater()


def test_a_locked_walk_goes_on_once_it_is_unlocked(window: WalkWindow, tmp_path: Path) -> None:
    keeping = Keeping(None, StreamKind.SIMULATION)
    keeping.cut_off = CutOff(tmp_path / "walk.hipwalk", datetime.now().astimezone(), 60.0)
    question = CutOffQuestion(keeping)
    window.ask_first = lambda: question.ask(window)
    window.start()
    from coach.records.places import vault_path

    keys.lock(keys.read_vault(vault_path()))
    window.view.notice.button.click()
    assert not window.is_walking
    dialog = _dialog(window)
    QTest.keyClicks(dialog.passphrase, PASSPHRASE)
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert keeping.goes_on
    assert window.is_walking


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    """A protected file of the vault, which nothing here unlocks by itself."""
    vault = keys.read_vault(vault_path())
    assert vault is not None
    path = tmp_path / "mine.hipwalk"
    path.write_bytes(b"looks like random bytes")
    key = vault.new_file_key()
    assert key.sidecar is not None
    keys.write_sidecar(path, key.sidecar)
    keys.forget()
    return path


def _meanwhile(qtbot: QtBot, answer: Callable[[UnlockDialog], object], path: Path) -> None:
    """Ask to read the file; the question is answered once it stands."""
    asked: list[str] = []

    def look() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, UnlockDialog) and dialog.isVisible():
                asked.append(dialog.about.text())
                answer(dialog)

    QTimer.singleShot(0, look)
    ask_to_read(path)
    assert asked == ["mine.hipwalk is protected."]


def test_a_walk_named_at_launch_is_asked_for_and_opens(protected: Path, qtbot: QtBot) -> None:
    def enter(dialog: UnlockDialog) -> None:
        QTest.keyClicks(dialog.passphrase, PASSPHRASE)
        QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)

    _meanwhile(qtbot, enter, protected)
    assert len(keys.key_of(protected)) == 32


def test_who_does_not_unlock_at_launch_leaves_it_locked(protected: Path, qtbot: QtBot) -> None:
    _meanwhile(qtbot, lambda dialog: dialog.reject(), protected)
    assert waits_for_passphrase(protected) is not None


def test_nothing_is_asked_where_the_key_is_at_hand(protected: Path) -> None:
    vault = keys.read_vault(vault_path())
    assert vault is not None
    keys.unlock(vault, PASSPHRASE)
    ask_to_read(protected)  # would wait for ever
    assert waits_for_passphrase(protected) is None
