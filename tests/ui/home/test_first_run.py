"""The first run as somebody new meets it: step by step, nothing taken for granted, then home."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.symptoms import Feeling, Region, Symptom
from coach.care.warning_signs import Check, Condition, Event, WarningSign
from coach.records.entries import AboutPerson, Consent
from coach.records.library import Library
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.home.first_run import FirstAnswers, FirstRun
from ui.home.opening import Opening
from ui.home.window import HomeWindow


@pytest.fixture
def first(qtbot: QtBot) -> FirstRun:
    first = FirstRun("/data", "FI")
    qtbot.addWidget(first)
    first.resize(1200, 700)
    first.show()
    qtbot.waitExposed(first)
    return first


def _go_on(first: FirstRun) -> None:
    """Press Next; what a step wants first is told if it was not: no operation, 170 cm."""
    if first.step is first.leg and not first.leg.is_ready:
        first.leg.stature.setValue(170)
    if first.step is first.conditions:
        for hip in first.conditions.hips.values():
            if not hip.chosen:
                hip.buttons[None].click()
    first.next.click()


def _walk_through(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    for _ in range(3):
        _go_on(first)
    first.signs.form.no_to_all.click()
    _go_on(first)
    first.symptoms.picture.pressed.emit((Region.DEEP_BUTTOCK, Side.LEFT))
    _go_on(first)
    _go_on(first)
    first.consent.agree.buttons[True].click()


def test_without_a_name_there_is_no_next_step(first: FirstRun) -> None:
    assert not first.next.isEnabled()
    first.language.name.setText("  ")
    assert not first.next.isEnabled()
    first.language.name.setText("Maija")
    assert first.next.isEnabled()


def test_what_is_missing_is_said_beside_the_button(first: FirstRun) -> None:
    assert first.where.text() == "Step 1 of 7  ·  a name or nickname is still missing"
    first.language.name.setText("Maija")
    assert first.where.text() == "Step 1 of 7"


def test_enter_after_the_name_goes_on(first: FirstRun) -> None:
    QTest.keyClicks(first.language.name, "Maija")
    QTest.keyClick(first.language.name, Qt.Key.Key_Return)
    assert first.step is first.steps[1]


def test_where_nobody_was_before_only_the_first_step_has_no_way_back(qtbot: QtBot) -> None:
    first = FirstRun("/data", "FI", may_leave=False)
    qtbot.addWidget(first)
    first.show()
    assert not first.back.isVisible()
    first.language.name.setText("Maija")
    _go_on(first)
    assert first.back.isVisible()


def test_help_shows_under_the_question_that_was_answered(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    for _ in range(3):
        _go_on(first)
    form = first.signs.form
    answer = form.answers[WarningSign.HOT_SWOLLEN_CALF]
    answer.buttons[True].click()
    QApplication.processEvents()
    question = answer.parentWidget()
    assert question is not None
    assert 0 < form.help.geometry().top() - question.geometry().bottom() < 20


def test_every_warning_sign_wants_an_answer(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    for _ in range(3):
        _go_on(first)
    assert first.step is first.signs
    assert not first.next.isEnabled()


def test_help_shows_the_moment_a_sign_is_ticked(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    for _ in range(3):
        _go_on(first)
    first.signs.form.answers[WarningSign.CHEST_PAIN_OR_BREATHLESS].buttons[True].click()
    assert first.signs.form.help.isVisible()


def test_operations_are_not_left_unanswered(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    _go_on(first)
    _go_on(first)
    first.conditions.hips[Side.LEFT].buttons[None].click()
    assert not first.next.isEnabled()
    first.conditions.hips[Side.RIGHT].buttons[None].click()
    assert first.next.isEnabled()


def test_a_second_enter_answers_no_question(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    first.next.setFocus()
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert first.step is first.conditions
    assert not any(hip.chosen for hip in first.conditions.hips.values())


def test_from_the_page_tab_comes_to_its_first_question(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    _go_on(first)
    _go_on(first)
    QTest.keyClick(first.step, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first.conditions.hips[Side.LEFT].buttons[None]


def test_after_the_last_no_enter_goes_on(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    for _ in range(3):
        _go_on(first)
    first.signs.form.no_to_all.click()
    assert QApplication.focusWidget() is first.next


def test_letters_grow_in_the_first_step_and_the_name_stays(opening: Opening) -> None:
    assert opening.begin()
    first = opening.window.centralWidget() if opening.window is not None else None
    assert isinstance(first, FirstRun)
    first.language.name.setText("Maija")
    before = first.language.heading.font().pointSizeF()
    first.language.letters.buttons[150].click()
    grown = opening.window.centralWidget() if opening.window is not None else None
    assert isinstance(grown, FirstRun)
    assert grown.language.name.text() == "Maija"
    assert grown.language.heading.font().pointSizeF() == pytest.approx(1.5 * before, rel=0.02)


def test_a_fracture_says_what_stays_closed(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    _go_on(first)
    _go_on(first)
    assert not first.conditions.locked.isVisible()
    first.conditions.hips[Side.LEFT].buttons[Event.FRACTURE].click()
    assert first.conditions.locked.isVisible()


def test_a_replaced_hip_brings_its_own_question(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    _go_on(first)
    _go_on(first)
    first.conditions.hips[Side.RIGHT].buttons[Event.REPLACEMENT].click()
    _go_on(first)
    assert WarningSign.REPLACEMENT_SUDDEN_PAIN_OR_TURNED_LEG in first.signs.form.answers


def test_going_back_loses_nothing(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    _go_on(first)
    _go_on(first)
    first.conditions.conditions.buttons[Condition.DIZZINESS].click()
    first.back.click()
    first.back.click()
    _go_on(first)
    _go_on(first)
    assert first.conditions.told == {Condition.DIZZINESS}


def test_the_place_pressed_on_the_picture_is_the_usual_symptom(
    first: FirstRun, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.done) as heard:
        _walk_through(first)
        _go_on(first)
    (told,) = heard.args
    assert isinstance(told, FirstAnswers)
    assert told.about.own_symptoms.symptoms == {
        Symptom(Region.DEEP_BUTTOCK, Feeling.PAIN, Side.LEFT)
    }
    assert told.about.sore_sides == (Side.LEFT,)


def _to_symptoms(first: FirstRun) -> None:
    first.language.name.setText("Maija")
    for _ in range(3):
        _go_on(first)
    first.signs.form.no_to_all.click()
    _go_on(first)


def test_usual_symptoms_are_not_left_empty_without_a_word(first: FirstRun) -> None:
    _to_symptoms(first)
    assert not first.next.isEnabled()
    assert "choose where it hurts" in first.where.text()


def test_a_place_wants_what_is_felt_there(first: FirstRun) -> None:
    _to_symptoms(first)
    first.symptoms.picture.pressed.emit((Region.GROIN, Side.LEFT))
    first.symptoms.feelings.buttons[Feeling.PAIN].click()
    assert not first.next.isEnabled()


def test_none_of_the_places_is_an_answer_too(first: FirstRun) -> None:
    _to_symptoms(first)
    first.symptoms.picture.pressed.emit((Region.GROIN, Side.LEFT))
    first.symptoms.nowhere.buttons[True].click()
    assert first.next.isEnabled()
    assert first.symptoms.own.symptoms == frozenset()


def test_a_place_takes_none_of_the_places_back(first: FirstRun) -> None:
    _to_symptoms(first)
    first.symptoms.nowhere.buttons[True].click()
    first.symptoms.picture.pressed.emit((Region.GROIN, Side.LEFT))
    assert first.symptoms.nowhere.only is None


def test_the_height_is_told_and_not_assumed(first: FirstRun, qtbot: QtBot) -> None:
    _to_symptoms(first)
    first.symptoms.picture.pressed.emit((Region.GROIN, Side.LEFT))
    _go_on(first)
    assert not first.next.isEnabled()
    assert "how tall you are" in first.where.text()
    height = first.leg.stature
    height.setFocus()
    qtbot.waitUntil(lambda: height.lineEdit().selectedText() != "", timeout=5_000)
    QTest.keyClicks(height, "171")
    assert first.next.isEnabled()
    assert first.leg.height_m == 1.71
    assert first.leg.leg_length_m == pytest.approx(0.906)


def test_the_length_of_the_leg_alone_is_enough(first: FirstRun) -> None:
    first.leg.sides.choose([(Side.LEFT,)])
    first.leg.leg.setValue(88)
    assert first.leg.is_ready
    assert (first.leg.height_m, first.leg.leg_length_m) == (None, 0.88)


def test_the_first_arrow_leads_to_a_usual_height(first: FirstRun) -> None:
    first.leg.stature.stepUp()
    assert first.leg.stature.value() == 165


def test_without_consent_nothing_begins(first: FirstRun) -> None:
    _walk_through(first)
    first.consent.agree.buttons[True].click()
    assert not first.next.isEnabled()


@pytest.fixture
def opening(qapp: QApplication, clock: Clock) -> Iterator[Opening]:
    opening = Opening(qapp, clock)
    yield opening
    opening.close()


def test_after_the_last_step_home_is_open_and_all_is_kept(opening: Opening) -> None:
    assert opening.begin()
    assert opening.window is not None
    first = opening.window.centralWidget()
    assert isinstance(first, FirstRun)
    _walk_through(first)
    _go_on(first)
    assert isinstance(opening.window, HomeWindow)
    opening.close()
    with Library.open() as library:
        (person,) = library.people()
        assert person.name == "Maija"
        for kind in (AboutPerson, Check, Consent):
            assert library.newest(person, kind) is not None
        profile = library.profile(person, Side.LEFT)
    assert profile is not None
    assert profile.leg_length_m == pytest.approx(0.53 * 1.70, abs=0.001)


def test_once_the_language_is_chosen_the_name_is_next(opening: Opening) -> None:
    assert opening.begin()
    assert opening.window is not None
    first = opening.window.centralWidget()
    assert isinstance(first, FirstRun)
    first.language.language.buttons["en"].click()
    again = opening.window.centralWidget()
    assert isinstance(again, FirstRun)
    assert again is not first
    assert opening.window.focusWidget() is again.language.name


def test_the_next_start_opens_the_home_at_once(opening: Opening, home: object) -> None:
    assert opening.begin()
    assert isinstance(opening.window, HomeWindow)
