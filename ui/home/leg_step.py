"""The step of the first run that asks which leg is sore, and how long it is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDoubleSpinBox

from sensors.samples import Side
from ui.home.first_steps import Step
from ui.theme import MIN_TARGET_PX
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_LEG_SHARE = 0.53  # greater trochanter height over stature (Drillis & Contini 1966)


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
        self.stature = self._length(100, 220, translate("first", "Height, centimetres"))
        self.leg = self._length(0, 130, translate("first", "Leg length, centimetres"))
        self.leg.setSpecialValueText(translate("first", "not measured"))
        side, length = Card(translate("first", "Which side is sore?")), Card()
        side.add(
            self.sides,
            text_label(
                translate("first", "The sensor is worn on the sore side, or the worse one."),
                is_muted=True,
            ),
        )
        length.set_title(translate("first", "How tall are you?"))
        length.add(self.stature)
        length.add(
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
        self.add(side, length)

    @property
    def is_ready(self) -> bool:
        """The side is told."""
        return self.sides.only is not None

    @property
    def missing(self) -> str:
        """The side."""
        return translate("first", "choose the sore side")

    @property
    def height_m(self) -> float:
        """Height as told."""
        return self.stature.value() / 100

    @property
    def leg_length_m(self) -> float:
        """As measured, else estimated from the height.

        References
        ----------
        Drillis R, Contini R (1966), Body segment parameters. NYU, TR 1166-03.
        """
        measured_cm = self.leg.value()
        return measured_cm / 100 if measured_cm >= 30 else _LEG_SHARE * self.height_m

    @staticmethod
    def _length(low_cm: float, high_cm: float, name: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(low_cm, high_cm)
        spin.setDecimals(1)
        spin.setSuffix(" cm")
        spin.setValue(170 if low_cm else 0)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.setMaximumWidth(5 * MIN_TARGET_PX)
        spin.setAccessibleName(name)
        return spin
