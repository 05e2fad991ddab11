"""What the walker presses: start, pause, end, pain, mute, far view, help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout


class Controls(QWidget):
    """The row of controls; it only asks, the window decides."""

    start_requested = Signal()
    pause_requested = Signal()
    end_requested = Signal()
    pain_requested = Signal()
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
        self.mute = self._button(self.tr("Mute (M)"), self.tr("Sounds off or on; key M"))
        self.mute.setCheckable(True)
        self.far = self._button(self.tr("Far view (F11)"), self.tr("Only the large words; key F11"))
        self.help = self._button(self.tr("Help (F1)"), self.tr("Keys and what is measured; key F1"))
        self.home = self._button(
            self.tr("Begin for myself"), self.tr("End the simulated walk and set up your own home")
        )
        self.home.setObjectName("main")
        self.home.hide()
        layout = FlowLayout(self)
        for widget in self.in_order():
            layout.addWidget(widget)
        self._connect()
        self.show_idle(can_start=True)

    def in_order(self) -> tuple[QWidget, ...]:
        """Return the controls in reading order, which is also tab order."""
        walk = (self.start, self.pause, self.end, self.pain)
        return (self.home, *walk, self.mute, self.far, self.help)

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

    def _show_muted(self, is_muted: bool) -> None:
        self.mute.setText(self.tr("Sound on (M)") if is_muted else self.tr("Mute (M)"))

    def _button(self, text: str, description: str) -> QPushButton:
        button = push_button(text)
        button.setAccessibleDescription(description)
        button.setToolTip(description)
        return button

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_requested)
        self.pause.clicked.connect(self.pause_requested)
        self.end.clicked.connect(self.end_requested)
        self.pain.clicked.connect(self.pain_requested)
        self.mute.toggled.connect(self.mute_requested)
        self.mute.toggled.connect(self._show_muted)
        self.far.clicked.connect(self.far_requested)
        self.help.clicked.connect(self.help_requested)
        self.home.clicked.connect(self.home_requested)
