"""Today as the patient meets it: pain told in a click, late mornings, the plan and its reason."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.care.pain import Colour, Why
from coach.care.pain_record import MorningAnswer, PainRecord
from coach.care.warning_signs import Check, Event, HipHistory, WarningSign
from coach.records.entries import AboutPerson, PainEntry, PlanTaken, WalkNote
from coach.today import judged_records
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.home.home import Home
from ui.home.today_page import TodayPage


@pytest.fixture
def page(qtbot: QtBot, home: Home) -> TodayPage:
    page = TodayPage(home)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    home.changed.connect(page.refresh)
    page.refresh()
    page.show()
    qtbot.waitExposed(page)
    return page


def test_before_pain_is_told_no_walk_can_start(page: TodayPage) -> None:
    assert page.pain.scale.isVisible()
    assert not page.walk.start.isVisible()
    assert "how sore" in page.walk.why.text().lower()


def test_one_click_tells_the_pain_and_brings_the_walk(page: TodayPage, home: Home) -> None:
    page.pain.scale.buttons[2].click()
    (told,) = home.library.entries(home.person, PainEntry)
    assert (told.entry.level, told.entry.moment, told.side) == (2, "now", Side.RIGHT)
    assert page.pain.said.text() == "Pain now: 2 of 10"
    assert page.walk.start.isVisible()


def test_nothing_is_said_of_the_walk_before_the_pain_is_told(page: TodayPage) -> None:
    assert not page.walk.what.isVisible()
    assert page.walk.why.text() == "Tell how sore it is now, then today's walk can be chosen."


def test_the_keyboard_begins_with_the_pain(page: TodayPage) -> None:
    page.focus_first()
    assert page.pain.scale.buttons[0].hasFocus()


def test_after_a_low_pain_enter_starts_the_walk(page: TodayPage) -> None:
    page.pain.scale.buttons[1].click()
    assert page.walk.start.hasFocus()


def test_after_more_pain_the_keyboard_goes_to_what_set_it_off(page: TodayPage) -> None:
    page.pain.scale.buttons[4].click()
    assert page.pain.first_trigger.hasFocus()


def test_once_that_is_kept_enter_starts_the_walk(page: TodayPage) -> None:
    page.pain.scale.buttons[4].click()
    page.pain.keep.click()
    assert page.walk.start.hasFocus()


def test_without_a_walk_the_keyboard_goes_to_the_exercises(page: TodayPage) -> None:
    page.pain.scale.buttons[7].click()
    page.pain.keep.click()
    assert page.exercises.open.hasFocus()


def test_telling_anew_begins_with_the_scale(page: TodayPage) -> None:
    page.pain.scale.buttons[2].click()
    page.pain.again.click()
    assert page.pain.scale.buttons[0].hasFocus()


def test_the_keyboard_begins_with_the_walk_where_the_pain_is_told(page: TodayPage) -> None:
    page.pain.scale.buttons[2].click()
    page.pain.again.setFocus()
    page.focus_first()
    assert page.walk.start.hasFocus()


def test_once_the_pain_is_told_enter_starts_the_walk(page: TodayPage) -> None:
    page.pain.scale.buttons[2].click()
    assert page.walk.start.hasFocus()


def test_who_has_walked_today_is_told_that_another_walk_can_wait(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    page.pain.scale.buttons[1].click()
    assert not page.walk.walked.isVisible()
    walk = WalkNote(ended_at=clock.now, side=Side.RIGHT, minutes=10.0)
    home.keep(walk, PainRecord(clock.now, Side.RIGHT, 1, 1), side=Side.RIGHT)
    assert page.walk.walked.isVisible()
    clock.now += timedelta(days=1)
    page.pain.scale.buttons[1].click()
    assert not page.walk.walked.isVisible()


def _closed_unrated(home: Home, clock: Clock) -> WalkNote:
    note = WalkNote(ended_at=clock.now - timedelta(hours=2), side=Side.RIGHT, minutes=10.0)
    home.keep(note, side=Side.RIGHT)
    return note


def test_a_walk_that_was_closed_unrated_is_asked_about(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    note = _closed_unrated(home, clock)
    assert page.late.isVisible()
    page.late.scale.buttons[6].click()
    page.late.keep.click()
    (record,) = [noted.entry for noted in home.library.entries(home.person, PainRecord)]
    assert (record.ended_at, record.worst) == (note.ended_at, 6)
    assert not page.late.isVisible()


def test_a_red_told_late_holds_the_plan_as_any_red(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    _closed_unrated(home, clock)
    page.late.scale.buttons[7].click()
    page.late.keep.click()
    page.pain.scale.buttons[1].click()
    assert not page.walk.start.isVisible()


def test_who_does_not_know_any_more_is_left_alone(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    _closed_unrated(home, clock)
    page.late.leave.click()
    assert not page.late.isVisible()
    assert home.library.entries(home.person, PainRecord) == ()


def test_a_clock_that_was_set_back_is_told(page: TodayPage, home: Home, clock: Clock) -> None:
    page.pain.scale.buttons[2].click()
    assert not page.clock.isVisible()
    clock.now -= timedelta(days=3)
    page.refresh()
    assert "Set the clock right" in page.clock.text()
    assert page.clock.isVisible()


def test_a_clock_some_hours_off_is_not(page: TodayPage, home: Home, clock: Clock) -> None:
    page.pain.scale.buttons[2].click()
    clock.now -= timedelta(hours=6)
    page.refresh()
    assert not page.clock.isVisible()


def test_in_a_flare_self_care_is_one_click_away(page: TodayPage, home: Home, qtbot: QtBot) -> None:
    page.pain.scale.buttons[1].click()
    calm = page.walk.care.isVisible()
    page.pain.again.click()
    page.pain.scale.buttons[7].click()
    assert (calm, page.walk.care.isVisible()) == (False, True)
    with qtbot.waitSignal(home.page_requested) as asked:
        page.walk.care.click()
    assert asked.args == ["exercises"]


def test_after_the_warning_signs_the_keyboard_goes_on(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    clock.now += timedelta(days=15)
    page.refresh()
    page.focus_first()
    page.signs.open.click()
    page.signs.form.no_to_all.click()
    page.signs.ready.click()
    assert page.pain.scale.buttons[0].hasFocus()


def test_what_set_it_off_is_asked_once(page: TodayPage, home: Home, qtbot: QtBot) -> None:
    page.pain.scale.buttons[4].click()
    page.pain.keep.click()
    again = TodayPage(home)
    qtbot.addWidget(again)
    again.refresh()
    again.show()
    assert again.pain.said.isVisible()
    assert not again.pain.triggers.isVisible()


def test_a_pain_told_anew_is_asked_about_anew(page: TodayPage, home: Home) -> None:
    page.pain.scale.buttons[4].click()
    page.pain.keep.click()
    page.pain.again.click()
    page.pain.scale.buttons[5].click()
    assert page.pain.triggers.isVisible()


def test_a_digit_tells_the_pain(page: TodayPage, home: Home) -> None:
    page.pain.scale.buttons[0].setFocus()
    QTest.keyClick(page.pain.scale.buttons[0], Qt.Key.Key_3)
    (told,) = home.library.entries(home.person, PainEntry)
    assert told.entry.level == 3


def test_much_pain_closes_the_walk_and_says_why(page: TodayPage) -> None:
    page.pain.scale.buttons[6].click()
    assert not page.walk.start.isVisible()
    assert "Pain is 6 already" in page.walk.why.text()


def test_pain_told_hours_ago_is_asked_again(page: TodayPage, clock: Clock) -> None:
    page.pain.scale.buttons[1].click()
    clock.now += timedelta(hours=4)
    page.refresh()
    assert page.pain.scale.isVisible()


def test_what_set_it_off_is_asked_only_when_it_hurts(page: TodayPage, home: Home) -> None:
    page.pain.scale.buttons[1].click()
    assert not page.pain.triggers.isVisible()
    page.pain.again.click()
    page.pain.scale.buttons[4].click()
    next(iter(page.pain.triggers.buttons.values())).click()
    page.pain.keep.click()
    why = [n.entry for n in home.library.entries(home.person, PainEntry) if n.entry.moment == "why"]
    assert [entry.triggers for entry in why] == [("long_stride",)]
    assert not page.pain.triggers.isVisible()


def test_the_morning_after_can_be_answered_late(page: TodayPage, home: Home, clock: Clock) -> None:
    walked = clock.now - timedelta(days=2)
    home.keep(PainRecord(walked, Side.RIGHT, 1, 2), side=Side.RIGHT)
    card = page.mornings[0]
    assert card.isVisible()
    assert not card.keep.isEnabled()
    card.scale.buttons[1].click()
    card.keep.click()
    (answer,) = home.library.entries(home.person, MorningAnswer)
    assert (answer.entry.day, answer.entry.level, answer.entry.is_late) == (walked.date(), 1, True)
    assert not card.isVisible()


def test_pain_that_took_longer_to_settle_makes_the_day_amber(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    home.keep(PainRecord(clock.now - timedelta(days=1), Side.RIGHT, 1, 2), side=Side.RIGHT)
    card = page.mornings[0]
    card.settled.buttons[False].click()
    card.scale.buttons[1].click()
    card.keep.click()
    (judged,) = judged_records(home.library, home.person)
    assert (judged.colour, judged.verdict.why) == (Colour.AMBER, Why.SLOW_TO_SETTLE)


def test_a_warning_sign_closes_the_day_and_says_what_to_do(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    home.keep(Check(clock(), frozenset({WarningSign.NUMB_SADDLE_AREA})))
    assert page.help.isVisible()
    assert "emergency" in page.help.title.text().lower()
    assert not page.walk.isVisible()
    assert not page.exercises.isVisible()


def test_the_signs_are_asked_again_after_two_weeks_and_none_is_taken_for_granted(
    page: TodayPage, home: Home, clock: Clock
) -> None:
    clock.now += timedelta(days=14)
    page.refresh()
    assert page.signs.isVisible()
    page.signs.open.click()
    assert not page.signs.ready.isEnabled()
    page.signs.form.no_to_all.click()
    page.signs.ready.click()
    assert len(home.library.entries(home.person, Check)) == 2
    assert not page.signs.isVisible()


def test_starting_the_walk_keeps_the_plan_with_its_rule(
    page: TodayPage, home: Home, qtbot: QtBot
) -> None:
    page.pain.scale.buttons[2].click()
    with qtbot.waitSignal(home.walk_requested):
        page.walk.start.click()
    (taken,) = home.library.entries(home.person, PlanTaken)
    assert taken.entry.walk.rule.value == "tolerance_walk"
    assert taken.entry.sentences[0].startswith("Walk 1 of 3")


@pytest.mark.usefixtures("finnish")
def test_the_plan_speaks_finnish(qtbot: QtBot, home: Home) -> None:
    page = TodayPage(home)
    qtbot.addWidget(page)
    home.changed.connect(page.refresh)
    page.refresh()
    page.pain.scale.buttons[2].click()
    assert page.walk.why.text().startswith("Kävely 1/3")


def test_help_under_a_question_is_that_of_the_person_s_country(page: TodayPage, home: Home) -> None:
    home.keep(AboutPerson(sore_sides=(Side.RIGHT,), country="GB"))
    form = page.signs.form
    form.answers[WarningSign.NUMB_SADDLE_AREA].buttons[True].click()
    assert form.help.words.text() == "Stop. Call 999 now."


def test_after_a_replacement_that_a_physio_entered_its_own_sign_is_asked(
    page: TodayPage, home: Home
) -> None:
    hips: dict[Side, tuple[HipHistory, ...]] = {Side.LEFT: (HipHistory(Event.REPLACEMENT),)}
    home.keep(AboutPerson(sore_sides=(Side.RIGHT,), hips=hips))
    home.keep(Check(home.now() - timedelta(days=20)), at=home.now())
    page.refresh()
    assert WarningSign.REPLACEMENT_SUDDEN_PAIN_OR_TURNED_LEG in page.signs.form.answers
