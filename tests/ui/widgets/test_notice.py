"""One thing told or asked at a time, and what its buttons do."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.notice import NoticePanel


@pytest.fixture
def notice(qtbot: QtBot) -> NoticePanel:
    notice = NoticePanel()
    qtbot.addWidget(notice)
    return notice


def test_nothing_is_said_before_there_is_something_to_say(notice: NoticePanel) -> None:
    assert notice.said == ""
    assert notice.isHidden()


def test_what_is_told_has_one_button_that_acts_and_ends_it(notice: NoticePanel) -> None:
    pressed: list[str] = []
    notice.tell("The disk is full.", "Make room.", "Understood", lambda: pressed.append("ok"))
    assert notice.said == "The disk is full. Make room."
    assert notice.other_button.isHidden()
    notice.button.click()
    assert (pressed, notice.said) == (["ok"], "")


def test_each_answer_of_a_question_does_its_own(notice: NoticePanel) -> None:
    answers: list[str] = []
    both = (("Go on", lambda: answers.append("on")), ("Leave", lambda: answers.append("off")))
    notice.ask("Go on?", "", *both)
    notice.other_button.click()
    notice.ask("Go on?", "", *both)
    notice.button.click()
    assert answers == ["off", "on"]


def test_what_is_told_later_takes_the_place_of_a_question(notice: NoticePanel) -> None:
    answers: list[str] = []
    notice.ask("Go on?", "", ("Yes", lambda: answers.append("yes")), ("No", lambda: None))
    notice.tell("Never mind.", "", "Close", lambda: answers.append("closed"))
    assert notice.other_button.isHidden()
    notice.button.click()
    assert answers == ["closed"]


def test_the_button_may_be_given_something_else_to_do(notice: NoticePanel) -> None:
    pressed: list[str] = []
    notice.tell("Lost.", "", "Try again", lambda: pressed.append("old"))
    notice.redirect(lambda: pressed.append("new"))
    notice.button.click()
    assert pressed == ["new"]


def test_a_screen_reader_hears_with_the_button_what_it_is_about(notice: NoticePanel) -> None:
    notice.tell("Lost.", "It is tried again.", "Close", lambda: None)
    assert notice.button.accessibleDescription() == "Lost. It is tried again."
