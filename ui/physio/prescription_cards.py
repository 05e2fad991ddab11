"""The cards of a prescription: the walk, the way back to full strides, what is heard."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox

from coach import care_words, intake_words
from coach.care.feedback_mode import FeedbackMode
from coach.care.own_limit import ReturnLadder
from coach.care.permissions import LONGEST_MINUTES, Permissions
from coach.care.walking_dose import SHORTEST_MINUTES, Pace, PrescribedDose, WalkDose
from ui.physio.fields import LengthField, pick_of, titled
from ui.physio.intake_cards import side_by_side
from ui.texts import from_words
from ui.theme import MIN_TARGET_PX
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_RISES, _BRISK, _FULL = "rises", "brisk", "full"
_LEAST_STEP_DEG, _MOST_STEP_DEG = 1.0, 2.0


class WalkDoseCard(Card):
    """The next walk, the longest walk, and what may rise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("prescribe", "Walking"))
        minutes = translate("prescribe", "min")
        self.next = LengthField(translate("prescribe", "Next walk"), minutes, LONGEST_MINUTES)
        self.next.setSpecialValueText(translate("prescribe", "by the plan"))
        self.pace = pick_of(care_words.PACE, translate("prescribe", "Pace of the next walk"))
        self.longest = LengthField(translate("prescribe", "Longest walk"), minutes, LONGEST_MINUTES)
        self.longest.setMinimum(SHORTEST_MINUTES)
        self.longest.setSpecialValueText("")
        self.opened = Choices(
            [
                (_RISES, translate("prescribe", "Time, pace, stride and stage may rise")),
                (_BRISK, translate("prescribe", "Brisk pace is open")),
                (_FULL, translate("prescribe", "Full strides (the stage Return) are open")),
            ],
            is_several=True,
            name=translate("prescribe", "Open to the plan"),
        )
        self.wrong = text_label("", is_bold=True)
        self.wrong.hide()
        self.add(
            side_by_side(
                titled(self.next.accessibleName(), self.next),
                titled(self.pace.accessibleName(), self.pace),
                titled(self.longest.accessibleName(), self.longest),
            ),
            self.wrong,
            self.opened,
        )
        for field in (self.next, self.pace, self.longest):
            field.changed.connect(self._take)
        self.opened.changed.connect(self.changed)

    def show_permissions(self, told: Permissions) -> None:
        """Show what holds."""
        dose = told.prescribed.dose if told.prescribed else None
        self.next.show_told(dose.minutes if dose else None)
        self.pace.choose([dose.pace] if dose else [])
        self.longest.show_told(told.most_minutes)
        opened = {
            _RISES: told.is_rise_open,
            _BRISK: told.is_brisk_open,
            _FULL: told.is_return_open,
        }
        self.opened.choose(name for name, is_open in opened.items() if is_open)
        self._say()

    @property
    def is_right(self) -> bool:
        """Whether the next walk lies within the bounds."""
        minutes = self.next.told
        return minutes is None or SHORTEST_MINUTES <= minutes <= self.longest.value()

    def told(self, before: Permissions, now: datetime) -> Permissions:
        """These permissions with what the card says; a dose that stays keeps its day."""
        minutes = self.next.told
        prescribed = None
        if minutes is not None:
            dose = WalkDose(minutes, self.pace.only or Pace.EASY)
            kept = before.prescribed
            is_same = kept is not None and kept.dose == dose
            prescribed = kept if is_same else PrescribedDose(dose, now)
        return replace(
            before,
            prescribed=prescribed,
            most_minutes=self.longest.value(),
            is_rise_open=_RISES in self.opened.chosen,
            is_brisk_open=_BRISK in self.opened.chosen,
            is_return_open=_FULL in self.opened.chosen,
        )

    def _take(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.wrong.setText(
            translate(
                "prescribe", "The next walk is at least 3 minutes and no longer than the longest."
            )
        )
        self.wrong.setVisible(not self.is_right)


class LadderCard(Card):
    """The way back to full strides: so many degrees a week while green."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("prescribe", "Way back to full strides"))
        self.on = Choices(
            [(True, translate("prescribe", "The limit may rise while walks stay green"))],
            is_several=True,
            name=self.title.text(),
        )
        self.step = degrees_field(
            translate("prescribe", "Rise a week"), _LEAST_STEP_DEG, _MOST_STEP_DEG
        )
        self.start = degrees_field(translate("prescribe", "From"), -20.0, 40.0)
        self.top = degrees_field(translate("prescribe", "Up to"), -20.0, 40.0)
        fields = (self.step, self.start, self.top)
        self.fields = side_by_side(*(titled(each.accessibleName(), each) for each in fields))
        self.wrong = text_label(
            translate("prescribe", "The top must lie above the start."), is_bold=True
        )
        self.add(self.on, self.fields, self.wrong)
        self.on.changed.connect(self._take)
        for each in fields:
            each.valueChanged.connect(self._take)

    def show_ladder(self, ladder: ReturnLadder | None, limit_deg: float | None) -> None:
        """Show the ladder; a new one would begin at the limit in force."""
        start_deg = ladder.start_deg if ladder else limit_deg if limit_deg is not None else 10.0
        for field, value in (
            (self.step, ladder.step_deg if ladder else _LEAST_STEP_DEG),
            (self.start, start_deg),
            (self.top, ladder.top_deg if ladder else start_deg + 6.0),
        ):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        self.on.choose([True] if ladder is not None else [])
        self._say()

    @property
    def is_on(self) -> bool:
        """Whether there is one."""
        return True in self.on.chosen

    @property
    def is_right(self) -> bool:
        """Whether it leads up."""
        return not self.is_on or self.top.value() > self.start.value()

    def told(self, set_by: str) -> ReturnLadder | None:
        """The ladder; None without one."""
        if not self.is_on or not self.is_right:
            return None
        return ReturnLadder(self.step.value(), self.start.value(), self.top.value(), set_by)

    def _take(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.fields.setVisible(self.is_on)
        self.wrong.setVisible(not self.is_right)


class FeedbackCard(Card):
    """The most that is heard of the cue."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("prescribe", "Heard while walking, at most"))
        options = [(mode, from_words(said)) for mode, said in intake_words.FEEDBACK.items()]
        self.mode: Choices[FeedbackMode] = Choices(options, name=self.title.text())
        self.add(
            self.mode,
            text_label(
                translate("prescribe", "The person can choose less, never more."), is_muted=True
            ),
        )
        self.mode.changed.connect(self.changed)

    def show_mode(self, mode: FeedbackMode) -> None:
        """Show what holds."""
        self.mode.choose([mode])

    @property
    def told(self) -> FeedbackMode:
        """What is chosen."""
        return self.mode.only or FeedbackMode.TONES_AND_WORDS


def degrees_field(name: str, low: float, high: float) -> QDoubleSpinBox:
    """A field for an angle."""
    spin = QDoubleSpinBox()
    spin.setAccessibleName(name)
    spin.setRange(low, high)
    spin.setDecimals(1)
    spin.setSingleStep(0.5)
    spin.setSuffix("°")
    spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
    spin.setMinimumSize(3 * MIN_TARGET_PX, MIN_TARGET_PX)
    return spin
