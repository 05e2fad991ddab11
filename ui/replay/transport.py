"""The keys and buttons that move a replay: play, jump, step, loop, zoom, speed, sound."""

from enum import Enum

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from coach.replay.playhead import JUMP_S, SPEEDS
from ui.replay import replay_texts
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout


class Heard(Enum):
    """What is heard of the cues while playing."""

    NOTHING = "nothing"
    AS_IT_WAS = "as_it_was"
    AS_IT_WOULD_BE = "as_it_would_be"


class Transport(QWidget):
    """Buttons that say their key; a click leaves the keyboard where it is."""

    play_requested = Signal()
    jump_requested = Signal(float)
    stride_requested = Signal(int)
    cue_requested = Signal(int)
    loop_from_requested = Signal()
    loop_to_requested = Signal()
    loop_off_requested = Signal()
    zoom_requested = Signal(float)
    speed_requested = Signal(float)
    heard_requested = Signal(object)
    """With a `Heard`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, 8)
        self.play = self._button(self.tr("Play"), self.tr("Play or stop; Space"))
        self.play.setObjectName("main")
        self.play.clicked.connect(self.play_requested)
        self.speed = QComboBox()
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("1 to 8 times: the keys 1 to 8; slower and faster: S and F"))
        for times in SPEEDS:
            self.speed.addItem(replay_texts.speed(times), times)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.activated.connect(lambda i: self.speed_requested.emit(SPEEDS[i]))
        self.heard = QComboBox()
        self.heard.setAccessibleName(self.tr("Sound of the cues"))
        for heard, text in (
            (Heard.NOTHING, self.tr("Silent")),
            (Heard.AS_IT_WAS, self.tr("Sound as it was")),
            (Heard.AS_IT_WOULD_BE, self.tr("Sound as it would be")),
        ):
            self.heard.addItem(text, heard)
        self.heard.activated.connect(lambda i: self.heard_requested.emit(self.heard.itemData(i)))
        self.sound_note = QLabel()
        self.sound_note.setObjectName("muted")
        self.sound_note.hide()
        widgets: list[QWidget] = [self.play, *self._steps(), self.speed, self.heard]
        for widget in (*widgets, *self._loop_and_zoom(), self.sound_note):
            row.addWidget(widget)

    def show_playing(self, *, is_playing: bool) -> None:
        """Say what the button does now."""
        self.play.setText(self.tr("Stop") if is_playing else self.tr("Play"))

    def show_speed(self, times: float) -> None:
        """Show the speed."""
        self.speed.setCurrentIndex(SPEEDS.index(times))

    def show_heard(self, heard: Heard) -> None:
        """Show what is heard."""
        self.heard.setCurrentIndex(list(Heard).index(heard))

    def show_loop(self, *, has_loop: bool) -> None:
        """Offer to lift a loop where there is one."""
        self.loop_off.setVisible(has_loop)

    def show_sound_note(self, notes: list[str]) -> None:
        """Say why nothing can be heard."""
        self.sound_note.setText(" ".join(notes))
        self.sound_note.setVisible(bool(notes))

    def _steps(self) -> list[QWidget]:
        return [
            self._wish("−5 s", self.tr("Five seconds back; ←"), self.jump_requested, -JUMP_S),
            self._wish("+5 s", self.tr("Five seconds on; →"), self.jump_requested, JUMP_S),
            self._wish(
                self.tr("◂ Stride"),
                self.tr("Previous stride; comma"),
                self.stride_requested,
                -1,
            ),
            self._wish(
                self.tr("Stride ▸"), self.tr("Next stride; full stop"), self.stride_requested, 1
            ),
            self._wish(self.tr("◂ Cue"), self.tr("Previous cue; Shift+C"), self.cue_requested, -1),
            self._wish(self.tr("Cue ▸"), self.tr("Next cue; C"), self.cue_requested, 1),
        ]

    def _loop_and_zoom(self) -> list[QWidget]:
        loop_from = self._button("[", self.tr("The loop begins at the cursor; ["))
        loop_to = self._button("]", self.tr("The loop ends at the cursor; ]"))
        self.loop_off = self._button("✕", self.tr("Play on without a loop; L"))
        self.loop_off.hide()
        loop_from.clicked.connect(self.loop_from_requested)
        loop_to.clicked.connect(self.loop_to_requested)
        self.loop_off.clicked.connect(self.loop_off_requested)
        closer = self._wish("+", self.tr("Show less time, larger; +"), self.zoom_requested, 0.5)
        wider = self._wish("−", self.tr("Show more time; −"), self.zoom_requested, 2.0)
        for button in (loop_from, loop_to, self.loop_off, closer, wider):
            button.setObjectName("step")
        return [loop_from, loop_to, self.loop_off, wider, closer]

    def _wish(self, text: str, told: str, signal: SignalInstance, value: float) -> QPushButton:
        button = self._button(text, told)
        button.clicked.connect(lambda: signal.emit(value))
        return button

    def _button(self, text: str, told: str) -> QPushButton:
        button = push_button(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(told)
        button.setToolTip(told)
        return button
