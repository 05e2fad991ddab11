"""One exercise as it is read: pictures, three lines, dose, which leg, when to stop."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coach.care.exercise_choice import Way
from coach.care.exercises import Exercise
from ui.exercises import exercise_texts
from ui.widgets.buttons import push_button
from ui.widgets.picture import PictureView
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_ROW_PICTURE_PX, _PICTURE_PX = 84, 190


class ExerciseRow(QFrame):
    """An exercise in a list: its first picture, name, dose, and one line of why; a button."""

    def __init__(
        self,
        exercise: Exercise,
        line: str,
        *,
        way: Way = Way.AS_IT_STANDS,
        button: str = "",
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.exercise = exercise
        said = exercise_texts.words(exercise)
        picture = PictureView()
        picture.set_height(_ROW_PICTURE_PX)
        picture.set_pictures(exercise.pictures[:1], said.name)
        picture.setFixedSize(picture.sizeHint())
        self.name = text_label(said.name, 1.1, is_bold=True)
        dose = exercise_texts.dose(exercise, way)
        if way is Way.EASIER:
            dose = translate("exercise", "{0} · the easier way: {1}").format(dose, said.easier)
        if about:
            dose = f"{dose} · {about}"
        self.dose, self.line = text_label(dose), text_label(line, is_muted=True)
        if picture.has_pictures:
            self.setMinimumHeight(_ROW_PICTURE_PX)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self.name, self.dose, self.line):
            column.addWidget(label)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        picture.setVisible(picture.has_pictures)
        row.addLayout(column, 1)
        self.button = push_button(button)
        self.button.setAccessibleName(f"{button}: {said.name}")
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.setVisible(bool(line))
        self.button.setVisible(bool(button))


class ItemCard(Card):
    """All there is to read of one exercise."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = PictureView()
        self.picture.set_height(_PICTURE_PX)
        self.closed = text_label(is_bold=True)
        self.purpose = text_label()
        self.steps = [text_label() for _ in range(3)]
        self.facts = [text_label() for _ in range(7)]
        self.add(self.picture, self.closed, self.purpose, *self.steps, *self.facts)

    def show_exercise(self, exercise: Exercise, closed: str = "") -> None:
        """Show this one; `closed` says why it cannot be done, or not yet."""
        said = exercise_texts.words(exercise)
        self.set_title(said.name)
        self.picture.set_pictures(exercise.pictures, said.name)
        self.picture.setVisible(self.picture.has_pictures)
        self.closed.setText(closed)
        self.closed.setVisible(bool(closed))
        self.purpose.setText(said.purpose)
        for number, (label, step) in enumerate(zip(self.steps, said.steps, strict=True), 1):
            label.setText(f"{number}. {step}")
        sources = "; ".join(exercise_texts.source(tag) for tag in exercise.sources)
        told = (
            translate("exercise", "How much: {0}").format(exercise_texts.dose(exercise)),
            translate("exercise", "Which leg: {0}").format(said.which_leg),
            translate("exercise", "Easier: {0}").format(said.easier),
            translate("exercise", "Harder: {0}").format(said.harder),
            said.stop,
            translate(
                "exercise",
                "Always: no long, hard stretch; the hip not far back, the leg not across the "
                "midline, the toes not far outward.",
            ),
            translate("exercise", "From: {0}").format(sources),
        )
        for label, text in zip(self.facts, told, strict=True):
            label.setText(text)
        self.facts[-1].setObjectName("muted")
