"""What the walker presses: start, pause, end, pain, the limit, mute, far view, help."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QPushButton, QWidget

from ui.theme import MIN_TARGET_PX
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout

_LETTERS_OF_THE_WINDOW = (Qt.Key.Key_Space, Qt.Key.Key_P, Qt.Key.Key_M)
LOWEST_LIMIT_DEG, HIGHEST_LIMIT_DEG = -20.0, 40.0


class LimitSpin(QDoubleSpinBox):
    """Degrees; leaves space, P and M to the window so that the pain key works from here too."""

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


class Controls(QWidget):
    """The row of controls; it only asks, the window decides."""

    start_requested = Signal()
    pause_requested = Signal()
    end_requested = Signal()
    pain_requested = Signal()
    limit_requested = Signal(object)
    mute_requested = Signal(bool)
    far_requested = Signal()
    help_requested = Signal()
    home_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = self._button(self.tr("Start"), self.tr("Begin the walk"))
        self.start.setObjectName("main")
        self.pause = self._button("", self.tr("Pause or go on; key P"))
        self.end = self._button(self.tr("End walk"), self.tr("End the walk and show the summary"))
        self.pain = self._button(self.tr("It hurts (Space)"), self.tr("Mark pain; space key"))
        self.has_limit = EnterCheckBox(self.tr("My limit"))
        self.has_limit.setAccessibleName(self.tr("Use my limit"))
        self.limit = self._limit_spin()
        self.mute = self._button(self.tr("Mute (M)"), self.tr("Sounds off or on; key M"))
        self.mute.setCheckable(True)
        self.far = self._button(self.tr("Far view (F11)"), self.tr("Only the large words; key F11"))
        self.help = self._button(self.tr("Help (F1)"), self.tr("Keys and what is measured; key F1"))
        self.home = self._button(
            self.tr("Begin for myself"), self.tr("End the simulated walk and set up your own home")
        )
        self.home.setObjectName("main")
        self.home.hide()
        self.step_down = self._step_button("−", self.tr("Half a degree lower"), -1)
        self.step_up = self._step_button("+", self.tr("Half a degree higher"), 1)
        layout = FlowLayout(self)
        for widget in self.in_order():
            layout.addWidget(widget)
        self._connect()
        self.show_idle(can_start=True)

    def in_order(self) -> tuple[QWidget, ...]:
        """Return the controls in reading order, which is also tab order."""
        walk = (self.start, self.pause, self.end, self.pain)
        limit = (self.has_limit, self.step_down, self.limit, self.step_up)
        return (self.home, *walk, *limit, self.mute, self.far, self.help)

    def show_limit(self, extension_deg: float | None) -> None:
        """Show a limit without asking for it."""
        for widget in (self.has_limit, self.limit):
            widget.blockSignals(True)
        self.has_limit.setChecked(extension_deg is not None)
        self._enable_limit(is_enabled=extension_deg is not None)
        if extension_deg is not None:
            self.limit.setValue(extension_deg)
        for widget in (self.has_limit, self.limit):
            widget.blockSignals(False)

    def show_idle(self, *, can_start: bool) -> None:
        """Offer what makes sense while nobody walks."""
        self.start.setVisible(can_start)
        for button in (self.pause, self.end, self.pain):
            button.setVisible(False)
        self.show_paused(is_paused=False)

    def show_walking(self) -> None:
        """Offer what makes sense during a walk."""
        self.start.setVisible(False)
        for button in (self.pause, self.end, self.pain):
            button.setVisible(True)

    def show_paused(self, *, is_paused: bool) -> None:
        """Name the pause button by what it will do."""
        self.pause.setText(self.tr("Go on (P)") if is_paused else self.tr("Pause (P)"))

    def _button(self, text: str, description: str) -> QPushButton:
        button = push_button(text)
        button.setAccessibleDescription(description)
        button.setToolTip(description)
        return button

    def _step_button(self, text: str, description: str, n_steps: int) -> QPushButton:
        button = self._button(text, description)
        button.setObjectName("step")
        button.setAccessibleName(description)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.limit.stepBy(n_steps))
        return button

    def _limit_spin(self) -> LimitSpin:
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

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_requested)
        self.pause.clicked.connect(self.pause_requested)
        self.end.clicked.connect(self.end_requested)
        self.pain.clicked.connect(self.pain_requested)
        self.mute.toggled.connect(self.mute_requested)
        self.far.clicked.connect(self.far_requested)
        self.help.clicked.connect(self.help_requested)
        self.home.clicked.connect(self.home_requested)
        self.has_limit.toggled.connect(self._ask_limit)
        self.limit.valueChanged.connect(self._ask_limit)

    def _ask_limit(self) -> None:
        self._enable_limit(is_enabled=self.has_limit.isChecked())
        self.limit_requested.emit(self.limit.value() if self.has_limit.isChecked() else None)

    def _enable_limit(self, *, is_enabled: bool) -> None:
        for widget in (self.step_down, self.limit, self.step_up):
            widget.setEnabled(is_enabled)
