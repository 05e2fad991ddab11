"""The cards of the intake that are about one leg; each shows and tells its part of `LegIntake`."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from coach import intake_words
from coach.care.intake import ClinicalTest, Considered, LegIntake, LookAlike, Outcome
from ui.physio.fields import (
    DayField,
    LengthField,
    Pick,
    pick_of,
    several_of,
    titled,
    yes_no,
)
from ui.physio.gate import line_field
from ui.texts import from_words
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sheet import Card

translate = QCoreApplication.translate
_LABEL_PX = 230


class LegCard(Card):
    """A part of the intake of one leg.

    Each shows what is known by ``show_leg(leg)``, and tells its fields of `LegIntake` by
    ``told()``.
    """

    changed = Signal()

    def watch(self, *fields: Choices[Any] | DayField | LengthField | QLineEdit) -> None:
        """Pass on that somebody changed one of these."""
        for field in fields:
            if isinstance(field, Choices | DayField | LengthField):
                field.changed.connect(self.changed)
            else:
                field.textEdited.connect(self.changed)


class StoryCard(LegCard):
    """How it began, and what the hip does in a week."""

    def __init__(self) -> None:
        super().__init__(translate("intake", "How it began"))
        self.onset = pick_of(intake_words.ONSET, translate("intake", "How it began"))
        self.injured_on = DayField(translate("intake", "Day of the injury"))
        self.training = several_of(intake_words.TRAINING, translate("intake", "In a usual week"))
        self.add(
            self.onset,
            titled(self.injured_on.accessibleName(), self.injured_on),
            titled(translate("intake", "In a usual week"), self.training),
        )
        self.watch(self.onset, self.injured_on, self.training)

    def show_leg(self, leg: LegIntake) -> None:
        """Show what is known."""
        self.onset.choose([leg.onset] if leg.onset else [])
        self.injured_on.set_day(leg.injured_on)
        self.training.choose(leg.training)

    def told(self) -> Mapping[str, Any]:
        """Onset, day and training."""
        return {
            "onset": self.onset.only,
            "injured_on": self.injured_on.day,
            "training": self.training.chosen,
        }


class BodyCard(LegCard):
    """Hamstring, shape of the thigh bone, back and pelvis, foot."""

    def __init__(self) -> None:
        super().__init__(translate("intake", "Examination"))
        self.hamstring = pick_of(intake_words.HAMSTRING, translate("intake", "Hamstring"))
        self.valga = yes_no(translate("intake", "Coxa valga"))
        self.back = several_of(intake_words.BACK_PELVIS, translate("intake", "Back and pelvis"))
        self.foot = several_of(intake_words.FOOT, translate("intake", "Foot"))
        for field in (self.hamstring, self.valga, self.back, self.foot):
            self.add(titled(field.accessibleName(), field))
        self.watch(self.hamstring, self.valga, self.back, self.foot)

    def show_leg(self, leg: LegIntake) -> None:
        """Show what is known."""
        self.hamstring.choose([leg.hamstring] if leg.hamstring else [])
        self.valga.choose([] if leg.has_coxa_valga is None else [leg.has_coxa_valga])
        self.back.choose(leg.back_pelvis)
        self.foot.choose(leg.foot)

    def told(self) -> Mapping[str, Any]:
        """What was examined."""
        return {
            "hamstring": self.hamstring.only,
            "has_coxa_valga": self.valga.only,
            "back_pelvis": self.back.chosen,
            "foot": self.foot.chosen,
        }


class TestsCard(LegCard):
    """One line a test, its outcome in one click."""

    def __init__(self) -> None:
        super().__init__(translate("intake", "Tests by hand"))
        self.outcomes: dict[ClinicalTest, Pick[Outcome]] = {}
        for test, words in intake_words.CLINICAL_TEST.items():
            pick = pick_of(intake_words.outcomes(test), from_words(words))
            self.outcomes[test] = pick
            self.add(in_line(from_words(words), pick))
            self.watch(pick)

    def show_leg(self, leg: LegIntake) -> None:
        """Show what is known."""
        for test, pick in self.outcomes.items():
            outcome = leg.tests.get(test)
            pick.choose([outcome] if outcome else [])

    def told(self) -> Mapping[str, Any]:
        """The tests that were done."""
        outcomes = {test: pick.only for test, pick in self.outcomes.items()}
        return {"tests": {test: told for test, told in outcomes.items() if told is not None}}


class LookAlikesCard(LegCard):
    """What feels alike, and what became of it."""

    def __init__(self) -> None:
        super().__init__(translate("intake", "Look-alikes considered"))
        self.considered: dict[LookAlike, Pick[Considered]] = {}
        for alike, words in intake_words.LOOK_ALIKE.items():
            pick = pick_of(intake_words.CONSIDERED, from_words(words))
            self.considered[alike] = pick
            self.add(in_line(from_words(words), pick))
            self.watch(pick)

    def show_leg(self, leg: LegIntake) -> None:
        """Show what is known."""
        for alike, pick in self.considered.items():
            told = leg.look_alikes.get(alike)
            pick.choose([told] if told else [])

    def told(self) -> Mapping[str, Any]:
        """The look-alikes that were considered."""
        told = {alike: pick.only for alike, pick in self.considered.items()}
        return {"look_alikes": {alike: each for alike, each in told.items() if each is not None}}


class PicturesCard(LegCard):
    """Spaces on MRI, and by whom the diagnosis is confirmed."""

    def __init__(self) -> None:
        super().__init__(translate("intake", "Pictures and diagnosis"))
        self.ischiofemoral = LengthField(
            translate("intake", "Ischiofemoral space"), translate("intake", "mm"), 60.0, 1
        )
        self.quadratus = LengthField(
            translate("intake", "Quadratus femoris space"), translate("intake", "mm"), 60.0, 1
        )
        self.oedema = yes_no(translate("intake", "Swelling in the quadratus femoris"))
        self.imaged_on = DayField(translate("intake", "Day of the MRI"))
        self.confirmed_by = line_field(translate("intake", "Diagnosis confirmed by"))
        self.confirmed_on = DayField(translate("intake", "Confirmed on"))
        self.note = line_field(translate("intake", "Note"))
        self.note.setMaximumWidth(16_777_215)
        self.note.setMaxLength(500)
        spaces = (self.ischiofemoral, self.quadratus, self.imaged_on)
        self.add(
            side_by_side(*(titled(each.accessibleName(), each) for each in spaces)),
            in_line(self.oedema.accessibleName(), self.oedema),
            side_by_side(
                titled(self.confirmed_by.accessibleName(), self.confirmed_by),
                titled(self.confirmed_on.accessibleName(), self.confirmed_on),
            ),
            titled(self.note.accessibleName(), self.note),
        )
        self.watch(*spaces, self.oedema, self.confirmed_by, self.confirmed_on, self.note)

    def show_leg(self, leg: LegIntake) -> None:
        """Show what is known."""
        self.ischiofemoral.show_told(leg.ischiofemoral_space_mm)
        self.quadratus.show_told(leg.quadratus_space_mm)
        self.oedema.choose([] if leg.has_quadratus_oedema is None else [leg.has_quadratus_oedema])
        self.imaged_on.set_day(leg.imaged_on)
        self.confirmed_by.setText(leg.confirmed_by)
        self.confirmed_on.set_day(leg.confirmed_on)
        self.note.setText(leg.note)

    def told(self) -> Mapping[str, Any]:
        """Spaces, days, and who confirmed it."""
        return {
            "ischiofemoral_space_mm": self.ischiofemoral.told,
            "quadratus_space_mm": self.quadratus.told,
            "has_quadratus_oedema": self.oedema.only,
            "imaged_on": self.imaged_on.day,
            "confirmed_by": self.confirmed_by.text().strip(),
            "confirmed_on": self.confirmed_on.day,
            "note": self.note.text().strip(),
        }


IntakeCard = StoryCard | BodyCard | TestsCard | LookAlikesCard | PicturesCard
"""The parts of an intake, in their order on the page."""


def in_line(title: str, field: QWidget) -> QWidget:
    """A field to the right of its title."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    label = QLabel(title)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFixedWidth(_LABEL_PX)
    row.addWidget(label)
    row.addWidget(field, 1)
    return box


def side_by_side(*fields: QWidget) -> QWidget:
    """Fields in a row that breaks where the window is narrow."""
    box = QWidget()
    flow = FlowLayout(box, 18)
    for field in fields:
        flow.addWidget(field)
    return box
