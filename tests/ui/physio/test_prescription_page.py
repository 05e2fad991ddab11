"""The prescription as the physio writes it: kept here, or given as a file the patient takes."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.care.feedback_mode import FeedbackMode
from coach.care.intake import Hamstring, LegIntake
from coach.care.limits import Limit, LimitSource
from coach.care.own_limit import ReturnLadder
from coach.care.permissions import Permissions
from coach.care.walking_dose import Pace, WalkDose
from coach.records import prescription as rx
from coach.records.entries import LimitEntry, WalkNote
from coach.records.signatures import six_words
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from tests.ui.physio.pages import shown
from ui.home.home import Home
from ui.physio.desk import Desk
from ui.physio.prescription_page import PrescriptionPage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PrescriptionPage:
    return shown(qtbot, desk, PrescriptionPage(desk))


def _kept(home: Home) -> Permissions:
    newest = home.library.newest(home.person, Permissions)
    assert newest is not None
    assert newest.by == "Anna"
    return newest.entry


def test_a_dose_is_kept_from_now_on(page: PrescriptionPage, desk: Desk, clock: Clock) -> None:
    page.walk.next.setValue(12)
    page.walk.pace.buttons[Pace.USUAL].click()
    page.keep.click()
    prescribed = _kept(desk.home).prescribed
    assert prescribed is not None
    assert (prescribed.dose.minutes, prescribed.dose.pace) == (12.0, Pace.USUAL)
    assert prescribed.set_at == clock()


def test_a_dose_that_stays_is_not_prescribed_anew(
    page: PrescriptionPage, desk: Desk, clock: Clock
) -> None:
    page.walk.next.setValue(12)
    page.keep.click()
    first = _kept(desk.home).prescribed
    clock.now += timedelta(days=5)
    page.walk.opened.buttons["brisk"].click()
    page.keep.click()
    assert _kept(desk.home).prescribed == first


def test_a_dose_that_was_walked_is_no_longer_ahead(
    page: PrescriptionPage, desk: Desk, clock: Clock
) -> None:
    page.walk.next.setValue(12)
    page.keep.click()
    dose = WalkDose(12.0)
    note = WalkNote(ended_at=clock(), side=Side.RIGHT, minutes=12.0, dose=dose)
    desk.home.keep(note, side=Side.RIGHT)
    assert page.walk.next.told is None
    assert "next walk" not in page.reads.text()


def test_a_next_walk_beyond_the_longest_cannot_be_kept(page: PrescriptionPage) -> None:
    page.walk.next.setValue(40)
    assert page.walk.wrong.isVisible()
    assert not page.keep.isEnabled()


def test_bounds_are_kept(page: PrescriptionPage, desk: Desk) -> None:
    page.walk.longest.setValue(20)
    page.walk.opened.buttons["rises"].click()
    page.walk.opened.buttons["brisk"].click()
    page.feedback.mode.buttons[FeedbackMode.WORDS].click()
    page.keep.click()
    told = _kept(desk.home)
    assert (told.most_minutes, told.is_rise_open, told.is_brisk_open, told.feedback) == (
        20.0,
        False,
        True,
        FeedbackMode.WORDS,
    )


def test_a_ladder_begins_at_the_limit_in_force(
    page: PrescriptionPage, desk: Desk, clock: Clock
) -> None:
    desk.set_limit(Side.RIGHT, Limit(extension_deg=9.0), "test")
    page.ladder.on.buttons[True].click()
    page.keep.click()
    assert _kept(desk.home).ladder == ReturnLadder(1.0, 9.0, 15.0, "Anna")


def test_a_ladder_that_leads_down_cannot_be_kept(page: PrescriptionPage) -> None:
    page.ladder.on.buttons[True].click()
    page.ladder.top.setValue(-5.0)
    assert page.ladder.wrong.isVisible()
    assert not page.keep.isEnabled()


def test_what_findings_hold_back_is_unlocked_by_a_click(page: PrescriptionPage, desk: Desk) -> None:
    desk.keep(LegIntake(hamstring=Hamstring.SORE), side=Side.RIGHT)
    page.exercises.buttons["M4"].click()
    page.keep.click()
    assert "M4" in _kept(desk.home).unlocked
    assert page.exercises.buttons["M4"].text() == "Lock again"


def test_an_open_exercise_is_closed_and_opened_again(page: PrescriptionPage, desk: Desk) -> None:
    page.exercises.buttons["K5"].click()
    assert page.exercises.buttons["K5"].text() == "Open again"
    page.exercises.buttons["K5"].click()
    page.keep.click()
    assert _kept(desk.home).closed == frozenset()


def test_what_a_finding_closes_has_no_button(page: PrescriptionPage, desk: Desk) -> None:
    desk.keep(LegIntake(hamstring=Hamstring.ORIGIN_INJURY), side=Side.RIGHT)
    assert "M4" not in page.exercises.buttons


def test_an_own_exercise_is_added_and_removed(page: PrescriptionPage, desk: Desk) -> None:
    page.own.name.setText("Heel slide")
    page.own.steps[0].setText("Lie on your back and slide the heel.")
    page.own.add_button.click()
    page.keep.click()
    assert [exercise.en.name for exercise in _kept(desk.home).own] == ["Heel slide"]
    assert "X1" in desk.home.exercises
    page.exercises.buttons["X1"].click()
    page.keep.click()
    assert _kept(desk.home).own == ()


def test_an_own_exercise_without_words_says_what_is_missing(page: PrescriptionPage) -> None:
    page.own.add_button.click()
    assert "needs a name" in page.own.wrong.text()


def test_what_the_person_reads_is_shown(page: PrescriptionPage) -> None:
    page.walk.next.setValue(12)
    page.walk.pace.buttons[Pace.EASY].click()
    assert "Your next walk: 12 minutes at easy pace." in page.reads.text()


def test_a_given_file_holds_what_was_kept_and_the_limit(
    page: PrescriptionPage, desk: Desk, tmp_path: Path
) -> None:
    desk.set_limit(Side.RIGHT, Limit(extension_deg=9.0), "test")
    path = tmp_path / "for-maija.prescription"
    page.choose_file = lambda _, __: path
    page.walk.opened.buttons["brisk"].click()
    page.message.setText("See you in May")
    page.give.click()
    told = rx.opened(path.read_bytes())
    assert told.public == desk.session.public
    assert told.prescription.permissions == _kept(desk.home)
    assert told.prescription.limits[Side.RIGHT].extension_deg == 9.0
    assert told.prescription.message == "See you in May"


def test_after_giving_six_words_and_code_are_to_be_told(
    page: PrescriptionPage, desk: Desk, tmp_path: Path
) -> None:
    page.choose_file = lambda _, __: tmp_path / "a.prescription"
    page.give.click()
    assert all(word in page.state.text() for word in six_words(desk.session.public))
    assert desk.home.person.pseudonym in page.state.text()


def test_a_suggestion_of_the_program_is_not_given_as_a_limit(
    page: PrescriptionPage, desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    own = Limit(extension_deg=14.0, source=LimitSource.OWN_PROVISIONAL)
    home = desk.home
    home.library.set_limit(home.person, Side.RIGHT, LimitEntry(clock(), "program", "", own))
    path = tmp_path / "a.prescription"
    page.choose_file = lambda _, __: path
    page.give.click()
    assert rx.opened(path.read_bytes()).prescription.limits == {}


def test_nobody_who_chooses_no_file_gives_none(page: PrescriptionPage, desk: Desk) -> None:
    page.choose_file = lambda _, __: None
    page.give.click()
    assert desk.checked().n_links == 0


def test_a_folder_that_is_not_there_is_told(
    page: PrescriptionPage, desk: Desk, tmp_path: Path
) -> None:
    failed: list[object] = []
    desk.home.failed.connect(failed.append)
    page.choose_file = lambda _, __: tmp_path / "none" / "a.prescription"
    page.give.click()
    assert len(failed) == 1


def test_leaving_asks_first(page: PrescriptionPage, desk: Desk) -> None:
    asked: list[str] = []
    desk.question.connect(lambda title, *_: asked.append(title))
    page.walk.opened.buttons["brisk"].click()
    assert not page.may_leave()
    assert asked == ["The prescription is not kept yet."]
