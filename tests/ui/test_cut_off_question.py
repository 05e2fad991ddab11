"""The window asks whether a walk that was cut off goes on, and tells how walks are protected."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.keeping import Keeping
from coach.live import LiveWalk
from coach.records.errors import RecordFault
from coach.records.recovery import CutOff
from sensors.samples import StreamKind
from tests.ui.updates import OpenEnded
from ui.cut_off_question import CutOffQuestion
from ui.link import WalkLink
from ui.patient.walk_window import WalkPlan, WalkWindow

Key = Qt.Key


@pytest.fixture
def keeping(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Keeping:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    keeping = Keeping(None, StreamKind.SIMULATION)
    ago = datetime.now().astimezone() - timedelta(minutes=3)
    keeping.cut_off = CutOff(tmp_path / "walk.hipwalk", ago, 754.0)
    return keeping


@pytest.fixture
def window(qtbot: QtBot, keeping: Keeping) -> Iterator[WalkWindow]:
    def make_walk(limit: Limit | None) -> LiveWalk:
        source = OpenEnded()
        return LiveWalk(source, CoachSettings(GaitSettings.of(source.info), limit), speed=0)

    window = WalkWindow(WalkLink(make_walk), WalkPlan())
    question = CutOffQuestion(keeping)
    window.ask_first = partial(question.ask, window)
    window.began.connect(partial(question.tell_protection, window))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    yield window
    window.close()
    window.deleteLater()


def _press(window: WalkWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def test_it_is_asked_before_the_walk_begins(window: WalkWindow) -> None:
    window.start()
    assert window.view.notice.said.startswith("Continue this walk? A walk of 12:34 was cut off 3")
    assert not window.is_walking


def test_enter_continues_the_walk(window: WalkWindow, keeping: Keeping) -> None:
    window.start()
    _press(window, Key.Key_Return)
    assert keeping.goes_on
    assert window.is_walking
    assert window.view.notice.said == ""


def test_tab_and_space_begin_a_new_one(window: WalkWindow, keeping: Keeping) -> None:
    window.start()
    _press(window, Key.Key_Tab)
    assert QApplication.focusWidget() is window.view.notice.other_button
    _press(window, Key.Key_Space)
    assert not keeping.goes_on
    assert window.is_walking


def test_starting_again_does_not_get_around_the_question(window: WalkWindow) -> None:
    window.start()
    window.start()
    assert not window.is_walking


def test_both_answers_have_names_and_tell_what_they_answer(window: WalkWindow) -> None:
    window.start()
    notice = window.view.notice
    assert notice.button.text() == "Continue this walk"
    assert notice.other_button.text() == "Begin a new walk"
    for button in (notice.button, notice.other_button):
        assert "cut off" in button.accessibleDescription()


@pytest.mark.usefixtures("finnish")
def test_it_is_asked_in_finnish(window: WalkWindow) -> None:
    window.start()
    assert "Jatketaanko tätä kävelyä?" in window.view.notice.said
    assert window.view.notice.other_button.text() == "Aloita uusi kävely"


def test_a_walk_without_protection_is_told_while_it_goes_on(
    window: WalkWindow, keeping: Keeping
) -> None:
    keeping.notice = RecordFault.NO_PASSPHRASE
    window.start()
    window.view.notice.other_button.click()
    assert "whoever has this computer could read it" in window.view.notice.said
    assert window.view.notice.other_button.isHidden()


def test_that_is_told_once(window: WalkWindow, keeping: Keeping) -> None:
    keeping.notice = RecordFault.PASSPHRASE_WANTED
    window.start()
    window.view.notice.other_button.click()
    window.view.notice.button.click()
    window.began.emit()
    assert window.view.notice.said == ""
