"""The step of the first run that asks which leg is sore, and how long it is."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDoubleSpinBox

from sensors.samples import Side
from ui.home.first_steps import Step
from ui.theme import MIN_TARGET_PX
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_LEAST_HEIGHT_CM, _LEAST_LEG_CM = 100.0, 30.0
_LEG_SHARE = 0.53  # greater trochanter height over stature (Drillis & Contini 1966)


class LengthBox(QDoubleSpinBox):
    """Centimetres, or words as long as nothing was told; the first step goes to a usual length."""

    def __init__(self, most_cm: float, usual_cm: float, name: str, untold: str) -> None:
        super().__init__()
        self._usual_cm = usual_cm
        self.setRange(0, most_cm)
        self.setDecimals(1)
        self.setSuffix(" cm")
        self.setSpecialValueText(untold)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaximumWidth(5 * MIN_TARGET_PX)
        self.setAccessibleName(name)

    def stepBy(self, steps: int) -> None:
        """From the words go to a usual length, then by centimetres."""
        if self.value() == self.minimum() and steps > 0:
            self.setValue(self._usual_cm)
        else:
            super().stepBy(steps)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let what is typed take the place of the words, also after a click."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)


class LegStep(Step):
    """Which leg is sore, and how long it is."""

    def __init__(self) -> None:
        super().__init__(translate("first", "Your leg"))
        self.sides = Choices(
            [
                ((Side.LEFT,), translate("first", "The left one")),
                ((Side.RIGHT,), translate("first", "The right one")),
                ((Side.LEFT, Side.RIGHT), translate("first", "Both, the left one more")),
                ((Side.RIGHT, Side.LEFT), translate("first", "Both, the right one more")),
            ],
            name=translate("first", "Which side is sore?"),
        )
        self.sides.changed.connect(self.changed)
        self.stature = LengthBox(
            220, 165, translate("first", "Height, centimetres"), translate("first", "not told")
        )
        self.leg = LengthBox(
            130,
            85,
            translate("first", "Leg length, centimetres"),
            translate("first", "not measured"),
        )
        for length in (self.stature, self.leg):
            length.valueChanged.connect(self.changed)
        side, tall = Card(translate("first", "Which side is sore?")), Card()
        side.add(
            self.sides,
            text_label(
                translate("first", "The sensor is worn on the sore side, or the worse one."),
                is_muted=True,
            ),
        )
        tall.set_title(translate("first", "How tall are you?"))
        tall.add(self.stature)
        tall.add(
            text_label(
                translate(
                    "first",
                    "Better, if somebody can measure it, is the length of your leg: from the bony "
                    "knob at the side of the hip to the floor, in shoes.",
                )
            ),
            self.leg,
            text_label(
                translate(
                    "first",
                    "Stride length comes from this. It is only an estimate until you have walked a "
                    "known distance.",
                ),
                is_muted=True,
            ),
        )
        self.add(side, tall)

    @property
    def is_ready(self) -> bool:
        """The side is told, and the height or the length of the leg."""
        return self.sides.only is not None and self.leg_length_m is not None

    @property
    def missing(self) -> str:
        """The side, or how tall or how long."""
        if self.sides.only is None:
            return translate("first", "choose the sore side")
        return translate("first", "tell how tall you are, or how long your leg is")

    @property
    def height_m(self) -> float | None:
        """Height as told; None where only the leg was measured."""
        told_cm = self.stature.value()
        return round(told_cm / 100, 3) if told_cm >= _LEAST_HEIGHT_CM else None

    @property
    def leg_length_m(self) -> float | None:
        """As measured, else estimated from the height; None where neither was told.

        References
        ----------
        Drillis R, Contini R (1966), Body segment parameters. NYU, TR 1166-03.
        """
        measured_cm, height_m = self.leg.value(), self.height_m
        if measured_cm >= _LEAST_LEG_CM:
            return round(measured_cm / 100, 3)
        return None if height_m is None else round(_LEG_SHARE * height_m, 3)
