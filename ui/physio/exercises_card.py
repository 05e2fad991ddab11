"""Which exercises are open to a person: each with how it stands, why, and a button to change it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coach import intake_words
from coach.care.exercises import OWN_LETTER, Kind, Leg, Library
from coach.care.intake_rules import Access, Standing
from coach.care.own_exercise import OWN_KINDS, OwnExercise
from ui import texts
from ui.exercises import exercise_texts
from ui.physio.fields import LengthField, Pick, titled
from ui.physio.follows_card import name_of, reasons
from ui.physio.gate import line_field
from ui.physio.intake_cards import side_by_side
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_HIDDEN = frozenset({"W1"})
"""The walk itself is no exercise to close."""
_N_STEPS = 3


class ExercisesCard(Card):
    """One line an exercise."""

    switched = Signal(str, object)
    """Id, and how it stood."""
    removed = Signal(str)
    """An own exercise is to go."""

    def __init__(self) -> None:
        super().__init__(translate("prescribe", "Exercises"))
        self.all = push_button("")
        self.all.setCheckable(True)
        self.all.setObjectName("link")
        self.buttons: dict[str, QPushButton] = {}
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add(self.all, self._rows)
        self._open_rows: list[QWidget] = []
        self.all.toggled.connect(self._show_all)
        self._show_all(is_all=False)

    def show_standings(self, every: Mapping[str, Standing], exercises: Library) -> None:
        """Show how every exercise stands; what is simply open is folded away."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        self._open_rows = []
        for name, standing in every.items():
            if name in _HIDDEN:
                continue
            row = self._row(name, standing, exercises)
            self._column.addWidget(row)
            if standing.access is Access.OPEN and name[0] != OWN_LETTER:
                self._open_rows.append(row)
        self._show_all(is_all=self.all.isChecked())

    def _row(self, name: str, standing: Standing, exercises: Library) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        stands = from_words(intake_words.ACCESS[standing.access])
        why = "; ".join(reasons(standing))
        said = f"{name_of(name, exercises)}: {stands}" + (f" ({why})" if why else "")
        line.addWidget(text_label(said), 1)
        is_own = name[0] == OWN_LETTER
        words = translate("prescribe", "Remove") if is_own else _switch_words(standing.access)
        if words:
            switch = push_button(words)
            switch.setAccessibleName(f"{words}: {name_of(name, exercises)}")
            if is_own:
                switch.clicked.connect(lambda: self.removed.emit(name))
            else:
                switch.clicked.connect(lambda: self.switched.emit(name, standing.access))
            self.buttons[name] = switch
            line.addWidget(switch)
        return row

    def _show_all(self, is_all: bool) -> None:
        for row in self._open_rows:
            row.setVisible(is_all)
        self.all.setText(
            translate("prescribe", "Hide those that are simply open")
            if is_all
            else translate("prescribe", "Show also those that are simply open")
        )


class OwnExerciseCard(Card):
    """Adds an exercise of the physio's own."""

    added = Signal(object)
    """With the `OwnExercise`."""

    def __init__(self) -> None:
        super().__init__(translate("prescribe", "An exercise of your own"))
        self.name = line_field(translate("prescribe", "Its name"))
        self.steps = [
            line_field(translate("prescribe", "Step {0}").format(texts.number(n, 0)))
            for n in range(1, _N_STEPS + 1)
        ]
        self.kind = Pick(
            [(kind, exercise_texts.kind(kind)) for kind in OWN_KINDS],
            name=translate("prescribe", "What for"),
        )
        self.leg: Choices[Leg] = Choices(
            [
                (Leg.SORE, translate("prescribe", "Sore leg")),
                (Leg.EACH, translate("prescribe", "One, then the other")),
                (Leg.TOGETHER, translate("prescribe", "Both together")),
            ],
            name=translate("prescribe", "Which leg"),
        )
        self.leg.choose([Leg.SORE])
        self.sets = LengthField(translate("prescribe", "Sets"), "×", 5.0)
        self.reps = LengthField(translate("prescribe", "Repetitions"), "×", 20.0)
        self.hold = LengthField(translate("prescribe", "Hold"), translate("prescribe", "s"), 60.0)
        for field, value in ((self.sets, 2.0), (self.reps, 8.0), (self.hold, None)):
            field.show_told(value)
        self.sets.setMinimum(1.0)
        self.reps.setMinimum(1.0)
        self.hold.setSpecialValueText(translate("prescribe", "none"))
        for field in (self.sets, self.reps):
            field.setSpecialValueText("")
        self.wrong = text_label("", is_bold=True)
        self.wrong.hide()
        self.add_button = push_button(translate("prescribe", "Add this exercise"))
        for line in (self.name, *self.steps):
            line.setMaxLength(140)
            line.setMaximumWidth(16_777_215)
            self.add(titled(line.accessibleName(), line))
        doses = (self.sets, self.reps, self.hold)
        self.add(
            titled(self.kind.accessibleName(), self.kind),
            titled(self.leg.accessibleName(), self.leg),
            side_by_side(*(titled(each.accessibleName(), each) for each in doses)),
            self.wrong,
            self.add_button,
        )
        self.add_button.clicked.connect(self._add)

    def say_wrong(self, text: str) -> None:
        """Say what is missing."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def clear(self) -> None:
        """Ask for another one."""
        for line in (self.name, *self.steps):
            line.clear()
        self.say_wrong("")

    def _add(self) -> None:
        self.added.emit(
            OwnExercise(
                name=self.name.text(),
                steps=tuple(line.text() for line in self.steps),
                kind=self.kind.only or Kind.ACTIVATION,
                leg=self.leg.only or Leg.SORE,
                n_sets=round(self.sets.value()),
                n_reps=round(self.reps.value()),
                hold_s=round(self.hold.told or 0),
            )
        )


def _switch_words(access: Access) -> str:
    return {
        Access.OPEN: translate("prescribe", "Close"),
        Access.FAVOURED: translate("prescribe", "Close"),
        Access.NEEDS_UNLOCK: translate("prescribe", "Unlock"),
        Access.UNLOCKED: translate("prescribe", "Lock again"),
        Access.CLOSED_BY_HAND: translate("prescribe", "Open again"),
        Access.CLOSED: "",
    }[access]
