"""The still-break as somebody at the desk meets it: quiet, answered in one press, remembered."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from coach.care.resting import BreakCue
from coach.gait.events import Posture
from coach.records.entries import WalkNote
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.home.still_break import StillBreakCard, StillBreakKeeper, StillBreakSetting
from ui.home.window import HomeWindow


def _pass(clock: Clock, keeper: StillBreakKeeper, minutes: float) -> None:
    """Let time pass, looking every half minute as the window does."""
    for _ in range(round(2 * minutes)):
        clock.now += timedelta(seconds=30)
        keeper.look()


@pytest.fixture
def window(qtbot: QtBot, home: Home) -> HomeWindow:
    window = HomeWindow(home)
    qtbot.addWidget(window)
    window.show()
    home.still_break.look()
    return window


def test_after_twenty_minutes_there_is_a_word(window: HomeWindow, clock: Clock) -> None:
    keeper = window.home.still_break
    _pass(clock, keeper, 19.5)
    assert not window.break_notice.isVisible()
    _pass(clock, keeper, 0.5)
    assert window.break_notice.isVisible()
    assert "Twenty minutes still" in window.break_notice.sentence.text()


def test_it_takes_no_focus(window: HomeWindow, clock: Clock) -> None:
    button = window.buttons["exercises"]
    button.setFocus()
    _pass(clock, window.home.still_break, 20)
    assert window.focusWidget() is button


def test_having_moved_begins_anew(window: HomeWindow, clock: Clock) -> None:
    keeper = window.home.still_break
    _pass(clock, keeper, 20)
    window.break_notice.move_button.click()
    assert not window.break_notice.isVisible()
    _pass(clock, keeper, 19.5)
    assert not window.break_notice.isVisible()


def test_snoozed_it_comes_again_in_five_minutes(window: HomeWindow, clock: Clock) -> None:
    keeper = window.home.still_break
    _pass(clock, keeper, 20)
    window.break_notice.snooze_button.click()
    _pass(clock, keeper, 4.5)
    assert not window.break_notice.isVisible()
    _pass(clock, keeper, 0.5)
    assert window.break_notice.isVisible()


def test_driving_is_told_for_the_next_stop(window: HomeWindow, clock: Clock) -> None:
    keeper = window.home.still_break
    _pass(clock, keeper, 20)
    window.break_notice.drive_button.click()
    _pass(clock, keeper, 5)
    assert "next stop" in window.break_notice.sentence.text()
    assert window.break_notice.drive_button.text() == "I am not driving any more"


@pytest.mark.parametrize(
    ("posture", "words"),
    [(Posture.RESTING, "Stand up and walk about"), (Posture.STANDING, "Walk a little, or sit")],
)
def test_the_worn_sensor_says_what_was_done(
    window: HomeWindow, clock: Clock, posture: Posture, words: str
) -> None:
    window.home.worn.posture_changed.emit(posture)
    _pass(clock, window.home.still_break, 20)
    assert words in window.break_notice.sentence.text()


def test_a_minute_of_walking_by_the_sensor_takes_it_back(window: HomeWindow, clock: Clock) -> None:
    keeper = window.home.still_break
    _pass(clock, keeper, 20)
    keeper.see_posture(Posture.WALKING)
    _pass(clock, keeper, 1.5)
    assert not window.break_notice.isVisible()


def test_a_recorded_walk_takes_it_back(window: HomeWindow, clock: Clock) -> None:
    keeper = window.home.still_break
    _pass(clock, keeper, 20)
    window.home.keep(WalkNote(ended_at=clock.now, side=Side.RIGHT, minutes=10.0))
    assert not window.break_notice.isVisible()


def test_nothing_is_told_during_a_walk(window: HomeWindow, clock: Clock) -> None:
    window.is_walking = True
    for _ in range(100):
        clock.now += timedelta(seconds=30)
        window.look_for_break()
    assert not window.break_notice.isVisible()


def test_nothing_is_told_during_exercises_and_the_rest_begins_anew_after(
    window: HomeWindow, clock: Clock
) -> None:
    keeper = window.home.still_break
    _pass(clock, keeper, 15)
    keeper.set_quiet(is_quiet=True)
    _pass(clock, keeper, 15)
    keeper.set_quiet(is_quiet=False)
    _pass(clock, keeper, 19)
    assert not window.break_notice.isVisible()


def test_what_was_told_goes_when_exercises_begin(window: HomeWindow, clock: Clock) -> None:
    _pass(clock, window.home.still_break, 20)
    window.home.still_break.set_quiet(is_quiet=True)
    assert not window.break_notice.isVisible()


def test_it_is_remembered_across_a_restart(home: Home, clock: Clock) -> None:
    first = StillBreakKeeper(home)
    first.look()
    _pass(clock, first, 15)
    again, cues = StillBreakKeeper(home), list[BreakCue]()
    again.due.connect(cues.append)
    _pass(clock, again, 5)
    assert cues == [BreakCue.EITHER]


def test_after_hours_away_it_begins_anew(home: Home, clock: Clock) -> None:
    first = StillBreakKeeper(home)
    first.look()
    _pass(clock, first, 19)
    clock.now += timedelta(hours=3)
    again, cues = StillBreakKeeper(home), list[BreakCue]()
    again.due.connect(cues.append)
    _pass(clock, again, 10)
    assert cues == []


def test_a_clock_set_back_begins_anew(home: Home, clock: Clock) -> None:
    keeper, cues = StillBreakKeeper(home), list[BreakCue]()
    keeper.due.connect(cues.append)
    keeper.look()
    _pass(clock, keeper, 19)
    clock.now -= timedelta(hours=1)
    keeper.look()
    _pass(clock, keeper, 19.5)
    assert cues == []
    _pass(clock, keeper, 0.5)
    assert cues == [BreakCue.EITHER]


def test_switched_off_it_is_silent_and_stays_off(
    qtbot: QtBot, window: HomeWindow, clock: Clock
) -> None:
    home = window.home
    card = StillBreakCard()
    qtbot.addWidget(card)
    card.show_setting(home.still_break.setting)
    card.chosen.connect(home.still_break.change)
    card.is_on.click()
    _pass(clock, home.still_break, 30)
    assert not window.break_notice.isVisible()
    assert StillBreakKeeper(home).setting == StillBreakSetting(is_on=False)
