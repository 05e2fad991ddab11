"""The intake as the physio fills it in: what is kept, what it closes, and that it asks first."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.care.intake import ClinicalTest, Goal, Goals, Hamstring, LegIntake, Outcome
from coach.care.plan import Permissions
from coach.care.warning_signs import Condition, Event, HipHistory
from coach.records.entries import AboutPerson
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from tests.ui.physio.pages import shown
from ui.home.home import Home
from ui.physio.desk import Desk
from ui.physio.intake_cards import BodyCard, StoryCard
from ui.physio.intake_page import IntakePage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> IntakePage:
    return shown(qtbot, desk, IntakePage(desk))


def _kept(home: Home, side: Side = Side.RIGHT) -> LegIntake | None:
    newest = home.library.newest(home.person, LegIntake, side)
    return None if newest is None else newest.entry


def _sore_hamstring(page: IntakePage) -> None:
    (body,) = (card for card in page.cards if isinstance(card, BodyCard))
    body.hamstring.buttons[Hamstring.SORE].click()


def test_nothing_told_cannot_be_kept(page: IntakePage) -> None:
    assert not page.keep.isEnabled()


def test_what_is_clicked_is_kept_signed(page: IntakePage, desk: Desk) -> None:
    _sore_hamstring(page)
    page.keep.click()
    assert _kept(desk.home) == LegIntake(hamstring=Hamstring.SORE)
    assert desk.checked().n_signed == 2  # the intake, and what it closes


def test_a_choice_pressed_again_is_taken_back(page: IntakePage, desk: Desk) -> None:
    _sore_hamstring(page)
    _sore_hamstring(page)
    assert page.leg == LegIntake()


def test_findings_close_exercises_in_the_plan(page: IntakePage, desk: Desk) -> None:
    _sore_hamstring(page)
    page.keep.click()
    held = desk.home.library.newest(desk.home.person, Permissions)
    assert held is not None
    assert "M4" in held.entry.shut


def test_what_follows_is_shown_with_its_reason_before_it_is_kept(page: IntakePage) -> None:
    _sore_hamstring(page)
    line = next(line for line in page.follows.lines.text().splitlines() if " M4 " in line)
    assert line.startswith("Waits for you")
    assert "sore at the sit bone" in line


def test_a_finding_that_went_opens_its_exercises_again(page: IntakePage, desk: Desk) -> None:
    _sore_hamstring(page)
    page.keep.click()
    _sore_hamstring(page)
    page.keep.click()
    permissions = desk.home.library.newest(desk.home.person, Permissions)
    assert permissions is not None
    assert permissions.entry.shut == frozenset()


def test_a_torn_hamstring_becomes_a_condition(page: IntakePage, desk: Desk) -> None:
    page.show_leg(LegIntake(hamstring=Hamstring.ORIGIN_INJURY))
    page.changed.emit()
    page.keep.click()
    assert Condition.HAMSTRING_ORIGIN_INJURY in desk.home.about.conditions
    assert page.follows.test.isVisible()


def test_goals_are_kept_in_the_person_s_words(page: IntakePage, desk: Desk) -> None:
    line, score = page.goals.lines[0], page.goals.scores[0]
    line.setText("Stairs with the shopping")
    line.textEdited.emit(line.text())
    score.setCurrentIndex(1 + 4)
    page.keep.click()
    newest = desk.home.library.newest(desk.home.person, Goals)
    assert newest is not None
    assert newest.entry == Goals((Goal("Stairs with the shopping", 4),))


def test_a_goal_that_nobody_scored_is_not_one_that_cannot_be_done(
    page: IntakePage, desk: Desk
) -> None:
    line = page.goals.lines[0]
    line.setText("Stairs with the shopping")
    line.textEdited.emit(line.text())
    page.keep.click()
    newest = desk.home.library.newest(desk.home.person, Goals)
    assert newest is not None
    assert newest.entry.goals[0].score is None


def test_the_keyboard_stays_on_the_page_once_it_is_kept(page: IntakePage, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("Somebody else"))
    column.addWidget(page)
    with qtbot.waitExposed(window):
        window.show()
    page.sore.choices.buttons[(Side.LEFT,)].click()
    page.keep.setFocus()
    page.keep.click()
    focused = window.focusWidget()
    page.setParent(None)
    assert focused is not None
    assert page.isAncestorOf(focused)


def test_an_operation_is_entered_with_day_and_approach(page: IntakePage, desk: Desk) -> None:
    page.history.more.click()
    form = page.history.forms[0]
    form.event_kind.buttons[Event.FRACTURE].click()
    form.happened_on.setText("1.2.2026")
    form.happened_on.textEdited.emit("1.2.2026")
    form.has_restrictions.buttons[True].click()
    form.ticked.buttons["W1"].click()
    page.keep.click()
    (kept,) = desk.home.about.hips[Side.RIGHT]
    assert kept == HipHistory(
        Event.FRACTURE, date(2026, 2, 1), None, True, ticked=frozenset({"W1"})
    )


def test_an_old_operation_needs_no_ticks(page: IntakePage) -> None:
    page.history.more.click()
    form = page.history.forms[0]
    form.happened_on.setText("2015-06-01")
    form.happened_on.changed.emit()
    assert not form.ticked.isVisible()


def test_a_removed_entry_is_gone(page: IntakePage, desk: Desk, clock: Clock) -> None:
    about = AboutPerson(sore_sides=(Side.RIGHT,), hips={Side.RIGHT: (HipHistory(Event.FRACTURE),)})
    desk.home.keep(about)
    page.history.forms[0].remove.click()
    page.keep.click()
    assert desk.home.about.hips == {}


def test_a_day_that_is_none_is_not_kept(page: IntakePage, desk: Desk) -> None:
    (story,) = (card for card in page.cards if isinstance(card, StoryCard))
    field = story.injured_on
    field.setText("32.13.2025")
    field.textEdited.emit("32.13.2025")
    page.keep.click()
    assert _kept(desk.home) is None
    assert "cannot be understood" in page.state.text()


def test_leaving_asks_first(page: IntakePage, desk: Desk) -> None:
    asked: list[str] = []
    desk.question.connect(lambda title, *_: asked.append(title))
    _sore_hamstring(page)
    assert not page.may_leave()
    assert asked == ["The intake is not kept yet."]


def test_the_other_leg_has_its_own_intake(page: IntakePage, desk: Desk) -> None:
    _sore_hamstring(page)
    page.keep.click()
    page.sides.buttons[Side.LEFT].click()
    assert page.leg == LegIntake()
    page.show_leg(LegIntake(tests={ClinicalTest.IFI: Outcome.FOUND}))
    page.changed.emit()
    page.keep.click()
    assert _kept(desk.home) == LegIntake(hamstring=Hamstring.SORE)
    assert _kept(desk.home, Side.LEFT) == LegIntake(tests={ClinicalTest.IFI: Outcome.FOUND})


def test_the_findings_of_a_leg_that_is_not_sore_close_nothing(page: IntakePage, desk: Desk) -> None:
    page.sides.buttons[Side.LEFT].click()
    _sore_hamstring(page)
    page.keep.click()
    permissions = desk.home.library.newest(desk.home.person, Permissions)
    assert permissions is None or permissions.entry.shut == frozenset()


def test_which_hip_is_sore_can_be_put_right(page: IntakePage, desk: Desk) -> None:
    page.sore.choices.buttons[Side.LEFT, Side.RIGHT].click()
    page.keep.click()
    assert desk.home.about.sore_sides == (Side.LEFT, Side.RIGHT)


def test_measures_that_read_the_same_stay_exact(page: IntakePage, desk: Desk) -> None:
    home = desk.home
    before = home.library.profile(home.person, Side.RIGHT)
    _sore_hamstring(page)
    page.keep.click()
    assert home.library.profile(home.person, Side.RIGHT) == before


def test_a_new_leg_length_is_kept_in_metres(page: IntakePage, desk: Desk) -> None:
    home = desk.home
    page.measures.leg.setValue(91)
    page.keep.click()
    profile = home.library.profile(home.person, Side.RIGHT)
    assert profile is not None
    assert profile.leg_length_m == pytest.approx(0.91)
