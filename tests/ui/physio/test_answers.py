"""Pain and yes or no: nothing is answered before somebody answers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.physio.answers import PainQuestion, YesNo


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
