"""The whole library by stage: what is open, what is closed and why; one exercise to read."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from coach import care_words
from coach.care.closed import why_closed
from coach.care.exercise_choice import Person
from coach.care.exercises import Exercise, Stage
from coach.care.exercises import Library as Exercises
from ui.exercises import exercise_texts
from ui.exercises.item_view import ExerciseRow, ItemCard
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate


class BrowseView(Sheet):
    """Every exercise under its stage; closed ones say why."""

    back = Signal()
    read_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("exercise", "All exercises"))
        self.return_button = back_button(self, self.back)
        self.rows: dict[str, ExerciseRow] = {}
        self._stages: dict[Stage, Card] = {}
        self.add(left(self.return_button))
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_library(self, exercises: Exercises, person: Person, stage: Stage) -> None:
        """Show it for this person at this stage."""
        for card in self._stages.values():
            card.hide()
            card.deleteLater()
        self._stages, self.rows = {}, {}
        for each in Stage:
            name = from_words(care_words.STAGE[each])
            title = (
                translate("exercise", "{0}: your stage now").format(name) if each is stage else name
            )
            card = Card(title)
            card.add(text_label(_about_stage(each), is_muted=True))
            for exercise in exercises.values():
                if exercise.stage is each:
                    card.add(self._row(exercise, person, stage))
            self._stages[each] = card
            self.add(card)

    def _row(self, exercise: Exercise, person: Person, stage: Stage) -> ExerciseRow:
        closed = why_closed(exercise, person, stage)
        line = exercise_texts.kind(exercise.kind)
        if closed is not None:
            line = translate("exercise", "Closed: {0}").format(exercise_texts.closed(closed))
        row = ExerciseRow(exercise, line, button=translate("exercise", "Read"))
        row.button.clicked.connect(lambda: self.read_requested.emit(exercise.id))
        self.rows[exercise.id] = row
        return row


class ReadView(Sheet):
    """One exercise to read."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card = ItemCard()
        self.return_button = back_button(self, self.back)
        self.add(left(self.return_button), self.card)

    def show_exercise(self, exercise: Exercise, person: Person, stage: Stage) -> None:
        """Show this one."""
        closed = why_closed(exercise, person, stage)
        self.card.show_exercise(exercise, "" if closed is None else exercise_texts.closed(closed))
        self.return_button.setFocus()
        self.verticalScrollBar().setValue(0)


def back_button(sheet: Sheet, signal: SignalInstance) -> QPushButton:
    """A button, and the Escape key, that lead back."""
    button = push_button(translate("exercise", "Back (Esc)"))
    button.clicked.connect(signal)
    key = QShortcut(QKeySequence(Qt.Key.Key_Escape), sheet)
    key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    key.activated.connect(signal)
    return button


def _about_stage(stage: Stage) -> str:
    return {
        Stage.CALM: translate("exercise", "In a flare and to begin with: nothing that loads."),
        Stage.BUILD: translate("exercise", "First strength, at half effort, every second day."),
        Stage.LOAD: translate("exercise", "Standing strength and balance."),
        Stage.RETURN: translate("exercise", "Back to full strides, with your physiotherapist."),
    }[stage]
