"""The page of exercises: what is planned and why, what is closed and why, and self-care."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coach.care.pain_record import Activity, PainRecord, Relief
from coach.care.self_care import ADVISED, LOGGED_ONLY, Help
from coach.care.warning_signs import Check, Condition, WarningSign
from coach.exercising import reliefs_before
from coach.gait.events import Posture
from coach.records.entries import AboutPerson, ExerciseEntry, PlanTaken, SelfCareEntry
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.exercises.page import ExercisesPage
from ui.exercises.worn_sensor import SensorState
from ui.home.home import Home


def _told(home: Home, *conditions: Condition) -> None:
    about = AboutPerson(sore_sides=(Side.RIGHT,), conditions=frozenset(conditions))
    home.keep(about)


def _care(home: Home) -> list[SelfCareEntry]:
    return [noted.entry for noted in home.library.entries(home.person, SelfCareEntry)]


def test_every_exercise_of_today_has_its_reason(page: ExercisesPage, home: Home) -> None:
    rows = page.overview.today.rows
    assert [row.exercise.id for row in rows] == [
        choice.exercise_id for choice in home.today().plan.exercises
    ]
    assert all(row.line.text() for row in rows)


def test_self_care_is_on_offer(page: ExercisesPage) -> None:
    assert set(page.overview.care.rows) == set(ADVISED)


@pytest.mark.parametrize(
    "rule", ["hard stretching", "far outward", "midline", "twenty minutes", "heavy load", "strides"]
)
def test_what_to_keep_clear_of_is_found(page: ExercisesPage, rule: str) -> None:
    assert page.overview.clear_of.isVisible()
    assert rule in page.overview.clear_of.rules.text()


@pytest.mark.parametrize("key", ["M4", "B1"])
def test_an_exercise_says_what_holds_for_all(page: ExercisesPage, key: str) -> None:
    page.overview.browse.click()
    page.browse.rows[key].button.click()
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("no long, hard stretch" in text for text in said)


def test_cold_waits_until_after_the_walk(page: ExercisesPage, home: Home) -> None:
    page.before.pain_told.emit(1)
    assert "not before it" in page.overview.care.rows[Help.COLD].line.text()


def test_cold_waits_while_a_walk_may_still_come(page: ExercisesPage) -> None:
    assert "not before it" in page.overview.care.rows[Help.COLD].line.text()


def test_the_ball_is_refused_with_the_reason_after_twice_in_a_week(
    page: ExercisesPage, home: Home
) -> None:
    for days in (1, 3):
        at = home.now() - timedelta(days=days)
        home.keep(ExerciseEntry(at=at, exercise="R1"))
    row = page.overview.care.rows[Help.BALL]
    assert not row.button.isEnabled()
    assert row.line.text().startswith("Used twice in these seven days")


def test_the_ball_waits_for_the_physio_with_blood_thinners(page: ExercisesPage, home: Home) -> None:
    _told(home, Condition.BLOOD_THINNER)
    row = page.overview.care.rows[Help.BALL]
    assert not row.button.isEnabled()
    assert "Blood thinners" in row.line.text()


def test_the_whole_library_can_be_read(page: ExercisesPage, home: Home) -> None:
    page.overview.browse.click()
    assert set(page.browse.rows) == set(home.exercises)


def test_what_is_closed_says_why(page: ExercisesPage, home: Home) -> None:
    _told(home, Condition.HAMSTRING_ORIGIN_INJURY)
    page.overview.browse.click()
    assert "hamstring begins" in page.browse.rows["M4"].line.text()
    assert "physiotherapist" in page.browse.rows["A4"].line.text()
    assert "later stage" in page.browse.rows["K1"].line.text()


def test_reading_leads_back_to_where_it_came_from(page: ExercisesPage) -> None:
    page.overview.browse.click()
    page.browse.rows["B1"].button.click()
    assert page.currentWidget() is page.read
    page.read.return_button.click()
    assert page.currentWidget() is page.browse


@pytest.mark.usefixtures("finnish")
def test_exercises_are_read_in_finnish(page: ExercisesPage) -> None:
    page.overview.browse.click()
    page.browse.rows["K3"].button.click()
    assert page.read.card.title.text() == "Tuolilta nousu"


def test_the_ball_until_it_has_halved(page: ExercisesPage, home: Home) -> None:
    page.overview.care.rows[Help.BALL].button.click()
    ball = page.ball
    ball.pain.buttons[6].click()
    ball.advance(40.0)
    ball.pain.buttons[3].click()
    assert ball.sentence.text() == "About half as sore: leave this spot now."
    ball.done.click()
    entry = _care(home)[0]
    assert (entry.help, entry.n_spots) == (Help.BALL, 1)
    assert (entry.soreness_before, entry.soreness_after) == (6, 3)
    assert entry.minutes == pytest.approx(40 / 60)


def test_the_ball_counts_for_the_week(page: ExercisesPage, home: Home) -> None:
    for _ in range(2):
        page.overview.care.rows[Help.BALL].button.click()
        page.ball.pain.buttons[0].click()
        page.ball.done.click()
        home.now.now += timedelta(days=1)  # type: ignore[attr-defined]
        page.refresh()
    assert not page.overview.care.rows[Help.BALL].button.isEnabled()


def test_no_spot_is_pressed_for_more_than_two_minutes(page: ExercisesPage) -> None:
    page.overview.care.rows[Help.BALL].button.click()
    page.ball.pain.buttons[5].click()
    page.ball.advance(119.0)
    assert page.ball.pain.isVisible()
    page.ball.advance(1.0)
    assert "Two minutes" in page.ball.sentence.text()
    assert not page.ball.pain.isVisible()


def test_sharp_pressing_is_told(page: ExercisesPage) -> None:
    page.overview.care.rows[Help.BALL].button.click()
    page.ball.pain.buttons[5].click()
    page.ball.pain.buttons[8].click()
    assert "less weight" in page.ball.sentence.text()


def test_tingling_under_the_ball_is_a_red(page: ExercisesPage, home: Home) -> None:
    page.overview.care.rows[Help.BALL].button.click()
    page.ball.pain.buttons[5].click()
    page.ball.tingles.click()
    assert "Stop for today" in page.ball.sentence.text()
    records = [noted.entry for noted in home.library.entries(home.person, PainRecord)]
    assert [record.signs for record in records] == [{WarningSign.TINGLING_NEW_STRONGER_OR_LASTING}]


def test_another_spot_begins_anew(page: ExercisesPage, home: Home) -> None:
    page.overview.care.rows[Help.BALL].button.click()
    for first in (6, 4):
        page.ball.pain.buttons[first].click()
        page.ball.pain.buttons[first // 2].click()
        page.ball.another.click()
    page.ball.done.click()
    assert _care(home)[0].n_spots == 2


def test_heat_is_told_and_written_down(page: ExercisesPage, home: Home) -> None:
    page.overview.care.rows[Help.HEAT].button.click()
    assert page.log.how.title.text() == "Heat pack"
    page.log.minutes.buttons[15].click()
    page.log.before.buttons[4].click()
    page.log.after.buttons[3].click()
    page.log.keep.click()
    entry = _care(home)[0]
    assert (entry.help, entry.minutes) == (Help.HEAT, 15.0)
    assert (entry.soreness_before, entry.soreness_after) == (4, 3)


def test_a_treatment_is_written_down_and_not_advised(page: ExercisesPage, home: Home) -> None:
    page.overview.care.log.click()
    assert page.log.how.isHidden()
    assert "advises none of them" in page.log.only.text()
    assert "last resort" in page.log.only.text()
    assert not page.log.keep.isEnabled()
    page.log.which.buttons[Help.ACUPUNCTURE].click()
    page.log.note.setText("at the clinic")
    page.log.keep.click()
    assert [(e.help, e.note) for e in _care(home)] == [(Help.ACUPUNCTURE, "at the clinic")]


def test_every_treatment_of_others_can_be_written_down(page: ExercisesPage) -> None:
    page.overview.care.log.click()
    assert set(page.log.which.buttons) == set(LOGGED_ONLY)


def test_sleep_asks_for_the_night(page: ExercisesPage, home: Home) -> None:
    page.overview.care.rows[Help.SLEEP].button.click()
    page.log.slept.buttons[False].click()
    page.log.keep.click()
    assert _care(home)[0].has_slept_well is False


def test_medicine_marks_the_pain_of_the_next_hours(
    page: ExercisesPage, home: Home, clock: Clock
) -> None:
    home.keep(SelfCareEntry(at=clock.now, help=Help.MEDICINE))
    marks = [
        reliefs_before(home.library, home.person, clock.now + timedelta(hours=hours))
        for hours in (1, 7)
    ]
    assert marks == [{Relief.PAINKILLER}, set()]


def test_nothing_leaves_a_window_behind(page: ExercisesPage, qtbot: QtBot) -> None:
    page.overview.browse.click()
    page.browse.return_button.click()
    assert page.currentWidget() is page.overview


def test_a_session_done_today_is_told_and_more_is_only_offered(
    page: ExercisesPage, home: Home
) -> None:
    home.keep(ExerciseEntry(at=home.now(), exercise="B1", pain_before=1, pain_level=1))
    home.keep(PainRecord(home.now(), home.side, 1, 1, Activity.EXERCISES))
    today = page.overview.today
    assert today.summary.text().startswith("Done for today: Two-leg bridge.")
    assert not today.start.isVisible()
    assert today.more.isVisible()


def test_with_a_warning_sign_there_is_no_self_care_but_what_to_do(
    page: ExercisesPage, home: Home
) -> None:
    home.keep(Check(home.now(), frozenset({WarningSign.NIGHT_PAIN})))
    care = page.overview.care
    assert not any(row.isVisible() for row in care.rows.values())
    assert "warning sign" in care.sentence.text()
    assert not page.overview.today.start.isVisible()


def test_showing_the_same_day_again_keeps_the_focus(page: ExercisesPage, home: Home) -> None:
    row = page.overview.today.rows[0]
    page.refresh()
    assert page.overview.today.rows[0] is row


def test_the_worn_sensor_says_what_it_sees(page: ExercisesPage, home: Home) -> None:
    breaks = page.overview.breaks
    assert breaks.wear.text() == "By the sensor that I wear"
    home.worn.state, home.worn.posture = SensorState.ON, Posture.RESTING
    home.worn.changed.emit()
    assert breaks.sensor.text() == "The sensor says: sitting or lying."
    breaks.wear.click()
    assert home.worn.state is SensorState.OFF
    assert breaks.wear.text() == "By the sensor that I wear"


def test_the_plan_that_the_exercises_follow_is_kept_with_its_reasons(
    page: ExercisesPage, home: Home
) -> None:
    page.overview.today.start.click()
    page.before.pain.buttons[1].click()
    plan = home.today().plan
    page.before.begin.click()
    (taken,) = (noted.entry for noted in home.library.entries(home.person, PlanTaken))
    assert taken.exercises == tuple((each.exercise_id, each.reason) for each in plan.exercises)
    assert "The exercises stay at this stage." in taken.sentences
