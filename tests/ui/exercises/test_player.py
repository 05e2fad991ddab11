"""The player as the patient uses it: by keys alone, one exercise a page, pain before and after."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.care.exercise_choice import Way
from coach.care.exercise_pace import Part
from coach.care.exercise_session import SkipWhy
from coach.care.pain_record import Activity, PainRecord
from coach.care.warning_signs import WarningSign
from coach.records.entries import ExerciseEntry, ExerciseSkipped
from tests.ui.home.conftest import Clock
from ui.exercises.page import ExercisesPage
from ui.home.home import Home


def _press(*keys: Qt.Key | str) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert isinstance(target, QWidget)
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def _begin(page: ExercisesPage, pain: str = "1") -> None:
    """From the overview into the first exercise, by keys."""
    page.overview.today.start.setFocus()
    _press(Qt.Key.Key_Return, pain)
    page.before.begin.setFocus()
    _press(Qt.Key.Key_Return)


def _finish(page: ExercisesPage, pain: str) -> None:
    """All of an exercise, and the pain after it."""
    while page.player.currentWidget() is page.player.going:
        page.player.advance(30.0)
    _press(pain, Qt.Key.Key_Return)


def _entries(home: Home) -> list[ExerciseEntry]:
    return [noted.entry for noted in home.library.entries(home.person, ExerciseEntry)]


def _records(home: Home) -> list[PainRecord]:
    return [noted.entry for noted in home.library.entries(home.person, PainRecord)]


@pytest.fixture
def page_in_front(page: ExercisesPage, qtbot: QtBot) -> ExercisesPage:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_a_whole_session_by_keys_alone(page_in_front: ExercisesPage, home: Home) -> None:
    page = page_in_front
    planned = [choice.exercise_id for choice in home.today().plan.exercises]
    _begin(page)
    for _ in planned:
        _finish(page, "1")
    assert page.player.currentWidget() is page.player.end_page
    assert [entry.exercise for entry in _entries(home)] == planned
    assert _records(home) == [
        PainRecord(home.now(), home.side, before=1, worst=1, activity=Activity.EXERCISES)
    ]


def test_nothing_begins_before_the_pain_is_told(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    page.overview.today.start.setFocus()
    _press(Qt.Key.Key_Return)
    assert page.currentWidget() is page.before
    assert not page.before.begin.isEnabled()


def test_much_pain_before_leaves_only_calm_exercises(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page, "6")
    session = page.player.session
    assert session is not None
    assert session.pain_before == 6
    kinds = set()
    while session.item is not None:
        kinds.add(session.item.exercise_id[0])
        session.skip(SkipWhy.NO_TIME)
    assert kinds
    assert kinds <= {"A", "M"}


def test_what_was_done_is_kept_with_its_repetitions(
    page_in_front: ExercisesPage, home: Home
) -> None:
    _begin(page_in_front)
    _finish(page_in_front, "1")
    entry = _entries(home)[0]
    assert (entry.exercise, entry.n_sets, entry.n_repetitions) == ("M3", 2, 20)
    assert (entry.pain_before, entry.pain_level) == (1, 1)


def test_space_pauses_and_goes_on(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    pacer = page.player.pacer
    assert pacer is not None
    _press(Qt.Key.Key_Space)
    page.player.advance(60.0)
    _press(Qt.Key.Key_Space)
    paused = pacer.step
    page.player.advance(5.0)
    parts = [step.part for step in (paused, pacer.step) if step is not None]
    assert parts == [Part.GET_READY, Part.OUT]


def test_easier_by_key_shows_the_easier_way(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    _press("e")
    session = page.player.session
    assert session is not None
    assert session.item is not None
    assert session.item.way is Way.EASIER
    assert page.player.going.way.text() == "Easier: March on the spot instead."


def test_harder_asks_first_and_the_safe_answer_has_the_focus(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    _press("h")
    assert page.player.currentWidget() is page.player.asking
    _press(Qt.Key.Key_Return)
    session = page.player.session
    assert session is not None
    assert session.item is not None
    assert session.item.way is Way.AS_IT_STANDS
    assert page.player.currentWidget() is page.player.going


def test_left_out_says_why_and_goes_on(page_in_front: ExercisesPage, home: Home) -> None:
    page = page_in_front
    _begin(page)
    _press("s")
    page.player.skipping.buttons[SkipWhy.NO_TIME].setFocus()
    _press(Qt.Key.Key_Return)
    kept = [noted.entry for noted in home.library.entries(home.person, ExerciseSkipped)]
    assert [(entry.exercise, entry.why) for entry in kept] == [("M3", SkipWhy.NO_TIME)]
    assert _entries(home) == []
    session = page.player.session
    assert session is not None
    assert session.number == 2


def test_escape_takes_leaving_out_back(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    _press("s", Qt.Key.Key_Escape)
    assert page.player.currentWidget() is page.player.going


def test_x_stops_and_asks_how_sore_it_is(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    _press("x")
    assert page.player.currentWidget() is page.player.rating


def test_too_much_stops_for_today(page_in_front: ExercisesPage, home: Home) -> None:
    page = page_in_front
    _begin(page)
    _finish(page, "6")
    end = page.player.end_page
    assert end.heading.text() == "Stop for today"
    assert "No recorded walks for a day or two" in end.then.text()
    assert [record.worst for record in _records(home)] == [6]


def test_a_little_too_much_asks_and_goes_on_the_easier_way(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    _finish(page, "3")
    assert page.player.asking.heading.text() == "A little too much"
    page.player.asking.second.setFocus()
    _press(Qt.Key.Key_Return)
    session = page.player.session
    assert session is not None
    assert session.item is not None
    assert session.item.way is Way.EASIER


def test_tingling_below_the_knee_stops_with_what_to_do(
    page_in_front: ExercisesPage, home: Home, clock: Clock
) -> None:
    page = page_in_front
    clock.now += timedelta(minutes=1)
    _begin(page)
    _press("x", "1")
    rating = page.player.rating
    for choices, words in (
        (rating.anything, "Something else was felt"),
        (rating.feeling, "Tingling"),
        (rating.region, "Below the knee"),
        (rating.change, "As usual"),
    ):
        button = next(b for b in choices.buttons.values() if b.property("words") == words)
        button.setFocus()
        _press(Qt.Key.Key_Space)
    rating.done.setFocus()
    _press(Qt.Key.Key_Return)
    assert "Stop for today and rest" in page.player.end_page.help.text()
    assert [record.signs for record in _records(home)] == [{WarningSign.NEW_BELOW_KNEE}]
    assert home.today().ask_signs is not None


def test_a_feeling_has_to_be_told_whole(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    _press("x", "1")
    rating = page.player.rating
    rating.anything.buttons[True].click()
    assert not rating.done.isEnabled()


def test_leaving_in_the_middle_asks_and_keeps_what_was_done(
    page_in_front: ExercisesPage, home: Home
) -> None:
    page = page_in_front
    _begin(page)
    _finish(page, "1")
    assert not page.may_leave()
    page.player.asking.first.setFocus()
    _press(Qt.Key.Key_Return)
    assert page.may_leave()
    assert len(_entries(home)) == len(_records(home)) == 1


def test_the_own_pace_ends_a_set_by_key(page_in_front: ExercisesPage, home: Home) -> None:
    page = page_in_front
    page.before.is_own_pace.setChecked(True)
    _begin(page)
    page.player.advance(5.0)
    assert page.player.going.next.text() == "Set done (N)"
    _press("n")
    page.player.advance(20.0)
    _press("n", "1", Qt.Key.Key_Return)
    assert _entries(home)[0].n_repetitions == 20


def test_the_voice_says_few_words(page_in_front: ExercisesPage) -> None:
    page, said = page_in_front, list[str]()
    page.player.said.connect(said.append)
    _begin(page)
    while page.player.currentWidget() is page.player.going:
        page.player.advance(0.5)
    assert said == [
        "Small leg swing",
        "Begin.",
        "Last one.",
        "Rest.",
        "Begin.",
        "Last one.",
        "Done. How sore is it now?",
    ]


def test_the_picture_follows_the_movement(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    frames = []
    for seconds in (5.0, 1.0, 1.0):
        page.player.advance(seconds)
        frames.append(page.player.going.picture.frame)
    assert frames == [0, 1, 0]


def test_numbers_for_a_screen_reader_and_large_targets(page_in_front: ExercisesPage) -> None:
    page = page_in_front
    _begin(page)
    going = page.player.going
    buttons = (going.pause, going.next, going.easier, going.harder, going.skip, going.hurts)
    assert all(button.height() >= 44 and button.text() for button in buttons)


def test_it_fits_a_small_window(page_in_front: ExercisesPage) -> None:
    assert page_in_front.player.minimumSizeHint().height() <= 500
