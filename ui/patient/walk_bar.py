"""The bar under the far view: a few large buttons, some for getting ready, some for walking."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.texts import translate
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sheet import text_label

_PAIN_HEIGHT_PX = 64
_PAIN_WIDTH_PX = 300


class WalkBar(QWidget):
    """It only asks; the window decides."""

    pain_requested = Signal()
    pause_requested = Signal()
    mute_requested = Signal(bool)
    details_requested = Signal()
    end_requested = Signal()
    begin_requested = Signal()
    again_requested = Signal()
    distance_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = text_label("", 1.15)
        self.begin = self._button(translate("guided", "Begin the walk"))
        self.begin.setObjectName("main")
        self.again = self._button(translate("guided", "Do this step again"))
        self.distance = self._button(translate("guided", "I measured the way"))
        self.pain = self._button(translate("guided", "It hurts (Space)"))
        self.pain.setObjectName("danger")
        self.pain.setFont(scaled_font(self.pain.font(), 1.3, is_bold=True))
        self.pain.setMinimumSize(_PAIN_WIDTH_PX, _PAIN_HEIGHT_PX)
        self.pause = self._button("")
        self.mute = self._button(translate("guided", "Mute (M)"), is_checkable=True)
        self.details = self._button(translate("guided", "Details (D)"), is_checkable=True)
        self.end = self._button(translate("guided", "End walk"))
        row = FlowLayout()
        for button in (self.begin, self.again, self.distance, self.pain, self.pause):
            row.addWidget(button)
        for button in (self.mute, self.details, self.end):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 6)
        column.addWidget(self.told)
        column.addLayout(row)
        self.pain.clicked.connect(self.pain_requested)
        self.pause.clicked.connect(self.pause_requested)
        self.mute.toggled.connect(self.mute_requested)
        self.mute.toggled.connect(self._show_muted)
        self.details.clicked.connect(self.details_requested)
        self.end.clicked.connect(self.end_requested)
        self.begin.clicked.connect(self.begin_requested)
        self.again.clicked.connect(self.again_requested)
        self.distance.clicked.connect(self.distance_requested)
        self.show_paused(is_paused=False)
        self.show_preparing(is_ready=False)

    def tell(self, words: str) -> None:
        """Say what is to be done, or how it stands; nothing hides the line."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def show_preparing(self, *, is_ready: bool) -> None:
        """Offer what makes sense while the sensor is made ready."""
        self.begin.setVisible(is_ready)
        self.distance.setVisible(is_ready)
        self.again.setVisible(True)
        for button in (self.pain, self.pause):
            button.setVisible(False)
        self.end.setText(translate("guided", "Leave"))

    def show_walking(self) -> None:
        """Offer what makes sense during the walk."""
        for button in (self.begin, self.again, self.distance):
            button.setVisible(False)
        for button in (self.pain, self.pause):
            button.setVisible(True)
        self.end.setText(translate("guided", "End walk"))

    def show_paused(self, *, is_paused: bool) -> None:
        """Name the pause button by what it will do."""
        go_on, pause = translate("guided", "Go on (P)"), translate("guided", "Pause (P)")
        self.pause.setText(go_on if is_paused else pause)

    def _show_muted(self, is_muted: bool) -> None:
        """Name the button by what it will do: its colour alone says too little."""
        sound, mute = translate("guided", "Sound on (M)"), translate("guided", "Mute (M)")
        self.mute.setText(sound if is_muted else mute)

    def _button(self, text: str, *, is_checkable: bool = False) -> QPushButton:
        button = push_button(text)
        button.setCheckable(is_checkable)
        return button
