"""Pain and yes or no: nothing is answered before somebody answers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.physio.answers import PainQuestion, YesNo, enter_goes_on


def test_nothing_is_picked_at_first(qtbot: QtBot) -> None:
    scale = PainQuestion("Pain now")
    qtbot.addWidget(scale)
    assert scale.pain is None


def test_a_picked_number_is_told(qtbot: QtBot) -> None:
    scale = PainQuestion("Pain now")
    qtbot.addWidget(scale)
    with qtbot.waitSignal(scale.picked) as told:
        scale.pick(7)
    assert (told.args, scale.pain) == ([7], 7)


def test_a_digit_picks(qtbot: QtBot) -> None:
    scale = PainQuestion("Pain now")
    qtbot.addWidget(scale)
    QTest.keyClicks(scale.scale, "4")
    assert scale.pain == 4


def test_asking_anew_forgets_the_answer(qtbot: QtBot) -> None:
    scale, question = PainQuestion("Pain now"), YesNo("May they fall?")
    for widget in (scale, question):
        qtbot.addWidget(widget)
    scale.pick(3)
    question.say(True)
    scale.clear()
    question.clear()
    assert scale.pain is None
    assert question.answer is None


def test_yes_and_no_are_told_apart(qtbot: QtBot) -> None:
    question = YesNo("May they fall?")
    qtbot.addWidget(question)
    answers: list[bool] = []
    question.answered.connect(answers.append)
    QTest.mouseClick(question.no, Qt.MouseButton.LeftButton)
    QTest.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    assert answers == [False, True]
    assert question.answer is True


def test_an_answer_shows_by_a_mark_too(qtbot: QtBot) -> None:
    question = YesNo("May they fall?")
    qtbot.addWidget(question)
    question.say(False)
    assert (question.yes.text(), question.no.text()) == ("○  Yes", "●  No")


def _question_and_button(qtbot: QtBot) -> tuple[QWidget, PainQuestion, list[bool]]:
    page = QWidget()
    qtbot.addWidget(page)
    question, button = PainQuestion("Pain now"), QPushButton("Go on")
    column = QVBoxLayout(page)
    column.addWidget(question)
    column.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    enter_goes_on(question, button)
    with qtbot.waitExposed(page):
        page.show()
    question.scale.buttons[0].setFocus()
    return page, question, pressed


def test_a_digit_and_enter_go_on(qtbot: QtBot) -> None:
    page, question, pressed = _question_and_button(qtbot)
    QTest.keyClicks(question.scale, "2")
    QTest.keyClick(question.scale.buttons[2], Qt.Key.Key_Return)
    assert page.isVisible()
    assert (question.pain, len(pressed)) == (2, 1)


def test_enter_alone_only_answers(qtbot: QtBot) -> None:
    page, question, pressed = _question_and_button(qtbot)
    QTest.keyClick(question.scale.buttons[0], Qt.Key.Key_Return)
    assert page.isVisible()
    assert (question.pain, pressed) == (0, [])
