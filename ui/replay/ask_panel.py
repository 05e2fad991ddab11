"""Asks what a file does not say itself: units, how the sensor sat, rate, leg, leg length."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coach.replay.opened import Unknown
from sensors.errors import SensorFault
from sensors.imports.told import NOTHING, Told, units_from
from sensors.samples import Placement, Side
from ui.theme import scaled_font

_AXES = ("+x", "-x", "+y", "-y", "+z", "-z")
_ACC = ("m/s2", "g", "mg", "-m/s2", "-g", "-mg")
_GYR = ("rad/s", "deg/s", "mdeg/s")
_TIMES = ("", "s", "ms", "us", "ns")
_WIDEST_PX = 760

ASKED = {
    SensorFault.UNITS_UNTOLD: "units",
    SensorFault.ACC_UNITS: "units",
    SensorFault.GYR_UNITS: "units",
    SensorFault.PLACEMENT_UNTOLD: "placement",
    SensorFault.UPSIDE_DOWN: "placement",
    SensorFault.RATE_UNTOLD: "rate",
    SensorFault.RATE_IMPLAUSIBLE: "rate",
    SensorFault.DEVICE_UNTOLD: "device",
    SensorFault.OTHER_HALF_MISSING: "other_half",
}
"""Faults that a person's answer mends, and which field asks for it."""


class AskPanel(QWidget):
    """One page of questions; what the file says itself is not asked."""

    told = Signal(object, float)
    """With a `Told` and the leg length in metres, 0 where it is not known."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told, self._needed = NOTHING, ""
        self.title, self.why = QLabel(), QLabel()
        self.title.setFont(scaled_font(self.font(), 1.4, is_bold=True))
        for label in (self.title, self.why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.acc = self._combo(self.tr("Unit of the accelerations"), _ACC)
        self.gyr = self._combo(self.tr("Unit of the turn rates"), _GYR)
        self.time = self._combo(self.tr("Unit of the times"), _TIMES)
        self.time.setItemText(0, self.tr("as the file says"))
        self.up = self._combo(self.tr("Axis that points up"), ("", *_AXES))
        self.front = self._combo(self.tr("Axis that points to the front"), ("", *_AXES))
        for combo in (self.up, self.front):
            combo.setItemText(0, self.tr("not known"))
        self.rate = self._spin(self.tr("Samples a second"), 0.0, 1000.0, 1)
        self.leg_length = self._spin(self.tr("Leg length in metres"), 0.0, 1.5, 2)
        self.side = self._combo(self.tr("Leg that wore the sensor"), ())
        for text, side in (
            (self.tr("not known"), None),
            (self.tr("left"), Side.LEFT),
            (self.tr("right"), Side.RIGHT),
        ):
            self.side.addItem(text, side)
        self.device, self.other = QLineEdit(), QLineEdit()
        self.device.setAccessibleName(self.tr("The sensor meant"))
        self.other.setAccessibleName(self.tr("The other file"))
        self.other_button = QPushButton(self.tr("Choose …"))
        self.other_button.clicked.connect(self._choose_other)
        self.go_button = QPushButton(self.tr("Open with this"))
        self.go_button.setObjectName("main")
        self.go_button.clicked.connect(self._tell)
        self.cancel_button = QPushButton(self.tr("Back"))
        self.cancel_button.clicked.connect(self.cancelled)
        for button in (self.other_button, self.go_button, self.cancel_button):
            button.setAutoDefault(True)
        self._lay_out()

    def ask_after(
        self, name: str, why: str, fault: SensorFault, told: Told, likely_up: str = ""
    ) -> None:
        """Ask what mends this fault, on top of what was told before.

        An axis that is likely to point up is chosen beforehand, and said to be only likely.
        """
        self._told, self._needed = told, ASKED[fault]
        self.up.setCurrentIndex(max(0, self.up.findText(likely_up)))
        if likely_up:
            why += " " + self.tr(
                "Most of the time {0} points up in this file: it is chosen already, check it. "
                "The axis to the front points where the person walks."
            ).format(likely_up)
        self.title.setText(name)
        self.why.setText(why)
        field = self._needed
        self._show_only({field, "side", "leg_length"})
        first = {
            "units": self.acc, "placement": self.up, "rate": self.rate,
            "device": self.device, "other_half": self.other,
        }[field]  # fmt: skip
        first.setFocus()

    def ask_for(self, name: str, why: str, unknown: tuple[Unknown, ...], told: Told) -> None:
        """Ask for what would make more of a walk that opens as it is."""
        self._told, self._needed = told, ""
        self.title.setText(name)
        self.why.setText(why)
        names = {
            Unknown.LEG_LENGTH: "leg_length",
            Unknown.SIDE: "side",
            Unknown.PLACEMENT: "placement",
        }
        self._show_only({names[what] for what in unknown})
        self.go_button.setFocus()

    def _show_only(self, fields: set[str]) -> None:
        for name, rows in self._rows.items():
            for row in rows:
                self._form.setRowVisible(row, name in fields)

    def _is_answered(self) -> bool:
        """Whether there is an answer without which the file cannot be opened."""
        answers = {
            "placement": self.up.currentIndex() and self.front.currentIndex(),
            "rate": self.rate.value(),
            "device": self.device.text().strip(),
            "other_half": self.other.text().strip(),
        }
        return bool(answers.get(self._needed, True))

    def _tell(self) -> None:
        if not self._is_answered():
            self.why.setText(
                self.tr("Answer the first question here: the file cannot be opened without it.")
            )
            return
        told = self._told
        shown = {name for name, rows in self._rows.items() if self._form.isRowVisible(rows[0])}
        if "units" in shown:
            names = [self.acc.currentText(), self.gyr.currentText()]
            if self.time.currentIndex():
                names.append(self.time.currentText())
            told = replace(told, units=units_from(",".join(names)))
        if "placement" in shown and self.up.currentIndex() and self.front.currentIndex():
            up, front = self.up.currentText(), self.front.currentText()
            if up[1] == front[1]:
                self.why.setText(self.tr("Up and front are different axes: choose two letters."))
                return
            told = replace(told, placement=Placement(up, front))
        if "rate" in shown and self.rate.value() > 0:
            told = replace(told, rate_hz=self.rate.value())
        if "device" in shown and self.device.text().strip():
            told = replace(told, device=self.device.text().strip())
        if "other_half" in shown and self.other.text().strip():
            told = replace(told, other_half=Path(self.other.text().strip()))
        if "side" in shown and self.side.currentData() is not None:
            told = replace(told, side=self.side.currentData())
        self.told.emit(told, self.leg_length.value() if "leg_length" in shown else 0.0)

    def _choose_other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("The other file"))
        if name:
            self.other.setText(name)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._rows: dict[str, list[int]] = {}
        other = QWidget()
        row = QHBoxLayout(other)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.other, 1)
        row.addWidget(self.other_button)
        for name, label, field in (
            ("units", self.tr("Accelerations are in"), self.acc),
            ("units", self.tr("Turn rates are in"), self.gyr),
            ("units", self.tr("Times are in"), self.time),
            ("placement", self.tr("While standing, this axis of the sensor points up"), self.up),
            ("placement", self.tr("… and this one to the front"), self.front),
            ("rate", self.tr("Samples a second"), self.rate),
            ("device", self.tr("Name of the sensor on the thigh"), self.device),
            ("other_half", self.tr("File with the other half of the motion"), other),
            ("side", self.tr("Leg that wore the sensor"), self.side),
            ("leg_length", self.tr("Leg length, hip to floor"), self.leg_length),
        ):
            self._form.addRow(label, field)
            self._rows.setdefault(name, []).append(self._form.rowCount() - 1)
        self.leg_length.setSuffix(" m")
        for spin in (self.leg_length, self.rate):
            spin.setSpecialValueText(self.tr("not known"))
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST_PX)
        column = QVBoxLayout(inner)
        column.addWidget(self.title)
        column.addWidget(self.why)
        column.addLayout(self._form)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addWidget(inner)

    @staticmethod
    def _combo(name: str, values: tuple[str, ...]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        for value in values:
            combo.addItem(value)
        return combo

    @staticmethod
    def _spin(name: str, low: float, high: float, decimals: int) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setAccessibleName(name)
        spin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        spin.setRange(low, high)
        spin.setDecimals(decimals)
        spin.setSingleStep(0.01 if decimals == 2 else 10.0)
        return spin
