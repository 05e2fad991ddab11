"""The person's limit of a walk by itself: on or off, and how many degrees."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QPushButton, QWidget

from ui.theme import MIN_TARGET_PX
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout

_LETTERS_OF_THE_WINDOW = (Qt.Key.Key_Space, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_D)
LOWEST_LIMIT_DEG, HIGHEST_LIMIT_DEG = -20.0, 40.0


class LimitSpin(QDoubleSpinBox):
    """Degrees; leaves the window's own keys to it so that the pain key works from here too."""

    def event(self, event: QEvent) -> bool:
        """Let the window's own keys pass."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in _LETTERS_OF_THE_WINDOW:
            event.ignore()
            return False
        return super().event(event)


class EnterCheckBox(QCheckBox):
    """A check box that Enter ticks too, since space is the pain key during a walk."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class LimitControl(QWidget):
    """It only asks; the window decides."""

    limit_requested = Signal(object)
    """With degrees, or None for no limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_limit = EnterCheckBox(self.tr("My limit"))
        self.has_limit.setAccessibleName(self.tr("Use my limit"))
        self.limit = self._spin()
        self.step_down = self._step_button("−", self.tr("Half a degree lower"), -1)
        self.step_up = self._step_button("+", self.tr("Half a degree higher"), 1)
        row = FlowLayout(self)
        for widget in self.in_order():
            row.addWidget(widget)
        self.has_limit.toggled.connect(self._ask)
        self.limit.valueChanged.connect(self._ask)
        self._enable(is_enabled=False)

    def in_order(self) -> tuple[QWidget, ...]:
        """Return the controls in reading order, which is also tab order."""
        return (self.has_limit, self.step_down, self.limit, self.step_up)

    def show_limit(self, extension_deg: float | None) -> None:
        """Show a limit without asking for it."""
        for widget in (self.has_limit, self.limit):
            widget.blockSignals(True)
        self.has_limit.setChecked(extension_deg is not None)
        self._enable(is_enabled=extension_deg is not None)
        if extension_deg is not None:
            self.limit.setValue(extension_deg)
        for widget in (self.has_limit, self.limit):
            widget.blockSignals(False)

    def _spin(self) -> LimitSpin:
        spin = LimitSpin()
        spin.setRange(LOWEST_LIMIT_DEG, HIGHEST_LIMIT_DEG)
        spin.setSingleStep(0.5)
        spin.setDecimals(1)
        spin.setValue(12.0)
        spin.setSuffix("°")
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.setKeyboardTracking(False)
        spin.setMinimumWidth(2 * MIN_TARGET_PX)
        spin.setAccessibleName(self.tr("My limit, degrees behind the standing line"))
        spin.setToolTip(self.tr("How far the thigh may go behind your own standing line"))
        return spin

    def _step_button(self, text: str, description: str, n_steps: int) -> QPushButton:
        button = push_button(text)
        button.setObjectName("step")
        button.setAccessibleName(description)
        button.setToolTip(description)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.limit.stepBy(n_steps))
        return button

    def _ask(self) -> None:
        self._enable(is_enabled=self.has_limit.isChecked())
        self.limit_requested.emit(self.limit.value() if self.has_limit.isChecked() else None)

    def _enable(self, *, is_enabled: bool) -> None:
        for widget in (self.step_down, self.limit, self.step_up):
            widget.setEnabled(is_enabled)
