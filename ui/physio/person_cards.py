"""The cards of the intake that are about the person: measures, conditions, goals."""

import msgspec
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from coach import care_words
from coach.care.intake import LEAST_ABLE, MOST_ABLE, Goal, Goals
from coach.care.warning_signs import Condition
from coach.records.entries import LegProfile
from sensors.samples import Side
from ui import texts
from ui.physio.fields import LengthField, several_of, titled
from ui.physio.gate import line_field
from ui.physio.intake_cards import side_by_side
from ui.theme import MIN_TARGET_PX
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
N_GOALS = 3
_CM = 100.0


class MeasuresCard(Card):
    """Lengths of the leg, and where the sensor sits."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("intake", "Measures"))
        cm = translate("intake", "cm")
        self.leg = LengthField(translate("intake", "Leg length, hip to floor"), cm, 130.0)
        self.height_cm = LengthField(translate("intake", "Height"), cm, 230.0)
        self.kneecap = LengthField(translate("intake", "Sensor above the kneecap"), cm, 60.0)
        fields = (self.leg, self.height_cm, self.kneecap)
        self.add(side_by_side(*(titled(field.accessibleName(), field) for field in fields)))
        for field in fields:
            field.changed.connect(self.changed)

    def show_profile(self, profile: LegProfile) -> None:
        """Show what is known."""
        metres = ((self.leg, profile.leg_length_m), (self.height_cm, profile.height_m))
        for field, value_m in metres:
            field.show_told(None if value_m is None else round(value_m * _CM))
        self.kneecap.show_told(profile.height_above_kneecap_cm)

    def told(self, before: LegProfile) -> LegProfile:
        """The profile with these measures; one that reads the same stays as exact as it was."""
        return msgspec.structs.replace(
            before,
            leg_length_m=_metres(self.leg.told, before.leg_length_m),
            height_m=_metres(self.height_cm.told, before.height_m),
            height_above_kneecap_cm=self.kneecap.told,
        )


class SidesCard(Card):
    """Which hip is sore, the worse one first: the plan, the cues and the findings follow it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("intake", "Which hip is sore?"))
        self.choices = Choices(side_options(), name=self.title.text())
        self.add(self.choices)
        self.choices.changed.connect(self.changed)

    def show_sides(self, sides: tuple[Side, ...]) -> None:
        """Show what is known."""
        self.choices.choose([sides] if sides else [])

    @property
    def told(self) -> tuple[Side, ...]:
        """The sore sides; empty while nobody told."""
        return self.choices.only or ()


class ConditionsCard(Card):
    """What closes some things, or asks for care."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("intake", "Conditions"))
        self.choices = several_of(care_words.CONDITION, translate("intake", "Conditions"))
        self.add(self.choices)
        self.choices.changed.connect(self.changed)

    def show_conditions(self, conditions: frozenset[Condition]) -> None:
        """Show what is known."""
        self.choices.choose(conditions)

    @property
    def told(self) -> frozenset[Condition]:
        """The conditions that are ticked."""
        return self.choices.chosen


class GoalsCard(Card):
    """Up to three activities in the person's words, each 0 to 10."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("intake", "Goals, in the person's words"))
        self.add(
            text_label(
                translate(
                    "intake",
                    "Which activities are hard because of the hip? 0: cannot do it. 10: as well as "
                    "before.",
                ),
                is_muted=True,
            )
        )
        self.lines: list[QLineEdit] = []
        self.scores: list[QComboBox] = []
        for number in range(1, N_GOALS + 1):
            self.add(self._row(number))

    def show_goals(self, goals: Goals) -> None:
        """Show what is known."""
        for n, (line, score) in enumerate(zip(self.lines, self.scores, strict=True)):
            goal = goals.goals[n] if n < len(goals.goals) else None
            line.setText(goal.activity if goal else "")
            told = None if goal is None else goal.score
            score.setCurrentIndex(0 if told is None else told - LEAST_ABLE + 1)
            score.setEnabled(goal is not None)

    @property
    def told(self) -> Goals:
        """The goals with words; 0 means "cannot do it", so no score is told unasked."""
        pairs = zip(self.lines, self.scores, strict=True)
        return Goals(
            tuple(
                Goal(line.text().strip(), _score(score.currentIndex()))
                for line, score in pairs
                if line.text().strip()
            )
        )

    def _row(self, number: int) -> QWidget:
        line = line_field(translate("intake", "Activity {0}").format(number))
        line.setPlaceholderText(translate("intake", "Such as: walking to the shop"))
        line.setMaximumWidth(16_777_215)
        score = QComboBox()
        score.addItem(translate("intake", "0–10?"))
        for value in range(LEAST_ABLE, MOST_ABLE + 1):
            score.addItem(f"{texts.number(value, 0)} / {texts.number(MOST_ABLE, 0)}")
        score.setMinimumSize(3 * MIN_TARGET_PX, MIN_TARGET_PX)
        score.setAccessibleName(
            translate("intake", "How well activity {0} goes, 0 to 10").format(number)
        )
        score.setEnabled(False)
        line.textEdited.connect(lambda text: score.setEnabled(bool(text.strip())))
        line.textEdited.connect(self.changed)
        score.activated.connect(self.changed)
        self.lines.append(line)
        self.scores.append(score)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(score)
        return box


def _score(place: int) -> int | None:
    return LEAST_ABLE + place - 1 if place else None


def _metres(told_cm: float | None, before_m: float | None) -> float | None:
    if told_cm is None:
        return None
    if before_m is not None and round(before_m * _CM) == told_cm:
        return before_m
    return told_cm / _CM


def side_options() -> list[tuple[tuple[Side, ...], str]]:
    """One hip or both, the worse one first."""
    return [
        ((Side.LEFT,), translate("people", "Left")),
        ((Side.RIGHT,), translate("people", "Right")),
        ((Side.LEFT, Side.RIGHT), translate("people", "Both, left worse")),
        ((Side.RIGHT, Side.LEFT), translate("people", "Both, right worse")),
    ]
