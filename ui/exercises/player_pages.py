"""The player's short pages: leave out and why, a question with two answers, and the end."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from coach.care.exercise_session import After, Session, SkipWhy
from coach.care.pain import Colour, while_active
from coach.care.warning_signs import Level
from ui import care_texts, texts
from ui.exercises import exercise_texts
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate


class QuestionPage(Sheet):
    """Why an exercise is left out; one press answers."""

    chosen = Signal(object)
    """With a `SkipWhy`."""
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[SkipWhy, QPushButton] = {}
        card = Card(translate("exercise", "Why leave it out?"))
        for why in SkipWhy:
            button = push_button(exercise_texts.skip_why(why))
            button.clicked.connect(lambda _, each=why: self.chosen.emit(each))
            self.buttons[why] = button
            card.add(button)
        self.return_button = push_button(translate("exercise", "Back (Esc)"))
        self.return_button.clicked.connect(self.back)
        self.add(card, left(self.return_button))
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.back)

    def ask(self, name: str) -> None:
        """Ask of this exercise."""
        self.set_heading(name)
        next(iter(self.buttons.values())).setFocus()


class AskPage(Sheet):
    """A question with two answers; Escape is the second."""

    answered = Signal(bool)
    """True for the first answer."""

    def __init__(self) -> None:
        super().__init__()
        self.body = text_label(factor=1.15)
        self.first, self.second = QPushButton(), QPushButton()
        card, row = Card(), QWidget()
        buttons = FlowLayout(row)
        for button, is_first in ((self.first, True), (self.second, False)):
            button.setAutoDefault(True)
            button.clicked.connect(lambda _, is_first=is_first: self.answered.emit(is_first))
            buttons.addWidget(button)
        card.add(self.body, row)
        self.add(card)
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self.answered.emit(False))

    def ask(
        self, heading: str, body: str, first: str, second: str, *, is_first_safe: bool = True
    ) -> None:
        """Ask this, with the safer answer in focus."""
        self.set_heading(heading)
        self.body.setText(body.strip())
        for button, text in ((self.first, first), (self.second, second)):
            button.setText(text)
            button.setAccessibleDescription(f"{heading} {body}")
        (self.first if is_first_safe else self.second).setFocus()


class EndPage(Sheet):
    """How the session went, and what follows from it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.help, self.sentence = text_label(factor=1.25, is_bold=True), text_label(factor=1.1)
        self.then, self.list = text_label(), text_label()
        self.card = Card(translate("exercise", "What you did"))
        self.card.add(self.list)
        self.done = push_button(translate("exercise", "Done"), is_main=True)
        self.done.clicked.connect(self.left)
        first = Card()
        first.add(self.help, self.sentence, self.then)
        self.add(first, self.card, left(self.done))

    def show_end(self, session: Session, after: After, country: str) -> None:
        """Show it; a stop says what to do now."""
        is_sign, is_pain = after is After.STOP_SIGN, after is After.STOP_PAIN
        self.set_heading(
            translate("exercise", "Stop for today")
            if is_sign or is_pain
            else translate("exercise", "Done for today")
        )
        self.help.setVisible(is_sign)
        if is_sign:
            self.help.setText(care_texts.help_now(Level.RED_IN_USE, country))
        self.sentence.setText(_pain_sentence(session))
        self.then.setText(_what_follows(session, is_pain=is_pain, is_sign=is_sign))
        lines = [exercise_line(session, number) for number in range(len(session.results))]
        self.list.setText("\n".join(lines))
        self.card.setVisible(bool(lines))

    def tell_simulated(self) -> None:
        """Say that nothing of it is kept."""
        self.then.setText(
            translate("exercise", "The sensor was simulated: nothing of this was kept.")
        )


def exercise_line(session: Session, number: int) -> str:
    """One exercise of a session: its name and what became of it."""
    result = session.results[number]
    name = exercise_texts.words(session.exercise_of(result.item)).name
    if result.skipped is not None:
        return translate("exercise", "{0}: left out ({1})").format(
            name, exercise_texts.skip_why(result.skipped)
        )
    amount = exercise_texts.amount(result.amount)
    pain = texts.number(result.pain_after or 0, 0)
    form = result.form
    if form is None or form.tempo_s is None:
        return translate("exercise", "{0}: {1}; pain after {2}").format(name, amount, pain)
    tempo = texts.number(form.tempo_s, 1)
    if form.lift_share is None:
        return translate("exercise", "{0}: {1} in {3} s each; pain after {2}").format(
            name, amount, pain, tempo
        )
    return translate(
        "exercise", "{0}: {1} in {3} s each, lift at the end {4} of the start; pain after {2}"
    ).format(name, amount, pain, tempo, texts.percent(form.lift_share))


def _pain_sentence(session: Session) -> str:
    if not session.n_done:
        return translate("exercise", "Nothing was done today, and that is kept too.")
    return translate("exercise", "Pain before {0}, worst {1}.").format(
        texts.number(session.pain_before, 0), texts.number(session.worst, 0)
    )


def _what_follows(session: Session, *, is_pain: bool, is_sign: bool) -> str:
    if is_sign:
        return translate(
            "exercise",
            "This counts as too much. The warning signs are asked again before the next plan.",
        )
    if is_pain:
        return translate(
            "exercise",
            "That was too much. No recorded walks for a day or two; gentle short walking indoors "
            "is fine. The next exercises are easier.",
        )
    if not session.n_done:
        return ""
    if while_active(session.pain_before, session.worst).colour is Colour.GREEN:
        return translate(
            "exercise", "That was comfortable. Tell tomorrow morning how sore it is then."
        )
    return translate(
        "exercise", "A little too much today. Tell tomorrow morning how sore it is then."
    )
