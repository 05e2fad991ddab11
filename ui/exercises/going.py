"""The page on which an exercise is done: picture, what to do now, how long, and the keys."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coach.care.exercise_choice import Way
from coach.care.exercise_pace import Pacer, Part, Step
from coach.care.exercises import Exercise
from ui import texts
from ui.exercises import exercise_texts
from ui.theme import MIN_TARGET_PX
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.picture import PictureView
from ui.widgets.sheet import text_label

translate = QCoreApplication.translate
_PICTURE_PX, _SMALLEST_PICTURE_PX, _PICTURE_SHARE = 420, 120, 0.47
_SECOND_FRAME = frozenset({Part.HOLD, Part.BACK})
"""The first frame shows the way out, the second the way back."""


class GoingView(QWidget):
    """Shows an exercise as it goes by; it is told what, and says what is wanted."""

    pause_requested = Signal()
    next_requested = Signal()
    easier_requested = Signal()
    harder_requested = Signal()
    skip_requested = Signal()
    stop_requested = Signal()
    """It hurts, or something is wrong."""

    def __init__(self, *, has_motion: bool = True) -> None:
        super().__init__()
        self._exercise: Exercise | None = None
        self.number, self.name = text_label(is_muted=True), text_label(factor=1.5, is_bold=True)
        self.picture = PictureView(
            is_beside=not has_motion, has_motion=has_motion, dims_others=True
        )
        self.steps = [text_label() for _ in range(3)]
        self.leg, self.stop = text_label(is_bold=True), text_label()
        self.part = text_label(factor=1.9, is_bold=True)
        self.time = text_label(factor=3.6, is_bold=True)
        self.place, self.turn = text_label(factor=1.2), text_label(factor=1.2, is_bold=True)
        self.sensor = text_label(is_muted=True)
        self.way = text_label()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("exercise", "How much of this step is done"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setAccessibleName(translate("exercise", "The exercise"))
        self._keys: list[QShortcut] = []
        self.pause, self.next = self._button("Space"), self._button("N")
        self.easier, self.harder = self._button("E"), self._button("H")
        self.skip, self.hurts = self._button("S"), self._button("X")
        self.hurts.setText(translate("exercise", "It hurts: stop (X)"))
        self.skip.setText(translate("exercise", "Leave out (S)"))
        self.easier.setText(translate("exercise", "Easier (E)"))
        self.harder.setText(translate("exercise", "Harder (H)"))
        self.hurts.setObjectName("danger")
        self.pause.setObjectName("main")
        for button, signal in (
            (self.pause, self.pause_requested),
            (self.next, self.next_requested),
            (self.easier, self.easier_requested),
            (self.harder, self.harder_requested),
            (self.skip, self.skip_requested),
            (self.hurts, self.stop_requested),
        ):
            button.clicked.connect(signal)
        self._lay_out()

    def show_exercise(self, exercise: Exercise, way: Way, number: int, n_items: int) -> None:
        """Show which exercise it is, and how it is done."""
        self._exercise = exercise
        said = exercise_texts.words(exercise)
        self.number.setText(
            translate("exercise", "Exercise {0} of {1} · {2}").format(
                texts.number(number, 0),
                texts.number(n_items, 0),
                exercise_texts.dose(exercise, way),
            )
        )
        self.name.setText(said.name)
        self.picture.set_pictures(exercise.pictures, said.name)
        self.picture.setVisible(self.picture.has_pictures)
        for n, (label, step) in enumerate(zip(self.steps, said.steps, strict=True), 1):
            label.setText(f"{n}. {step}")
        self.leg.setText(said.which_leg)
        self.stop.setText(said.stop)
        if way is Way.EASIER:
            self.way.setText(translate("exercise", "Easier: {0}").format(said.easier))
        elif way is Way.HARDER:
            self.way.setText(translate("exercise", "Harder: {0}").format(said.harder))
        self.way.setVisible(way is not Way.AS_IT_STANDS)

    def show_choices(self, *, has_easier: bool, has_harder: bool) -> None:
        """Which of easier and harder there is."""
        self.easier.setEnabled(has_easier)
        self.harder.setEnabled(has_harder)

    def show_pace(self, pacer: Pacer) -> None:
        """Show where the exercise stands."""
        step, exercise = pacer.step, self._exercise
        if step is None or exercise is None:
            return
        part = exercise_texts.part(step, is_still=exercise.frames == 1)
        if pacer.is_paused:
            part = translate("exercise", "Paused")
        _set(self.part, part)
        _set(self.time, _time(pacer, step))
        _set(self.place, exercise_texts.place(step))
        _set(self.turn, exercise_texts.turn(step, exercise))
        share = 1 - pacer.share if step.part is Part.BACK else pacer.share
        self.bar.setValue(round(1000 * share))
        if step.part is not Part.OWN_PACE:
            self.picture.show_frame(1 if step.part in _SECOND_FRAME else 0)
        pause = (
            translate("exercise", "Go on (Space)")
            if pacer.is_paused
            else translate("exercise", "Pause (Space)")
        )
        is_own = step.part is Part.OWN_PACE
        following = (
            translate("exercise", "Set done (N)") if is_own else translate("exercise", "Next (N)")
        )
        for button, text in ((self.pause, pause), (self.next, following)):
            if button.text() != text:
                button.setText(text)

    def show_sensor(self, line: str) -> None:
        """Say what the sensor counts, or that there is none."""
        self.sensor.setText(line)
        self.sensor.setVisible(bool(line))

    def announce(self, sentence: str) -> None:
        """Tell a screen reader what began."""
        if sentence and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def set_active(self, is_active: bool) -> None:
        """Listen to the keys, or leave them to other pages."""
        for key in self._keys:
            key.setEnabled(is_active)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large a picture as leaves room for the words."""
        super().resizeEvent(event)
        height = round(self.height() * _PICTURE_SHARE)
        self.picture.set_height(max(_SMALLEST_PICTURE_PX, min(_PICTURE_PX, height)))

    def show_own_pace(self, seconds: float, half_s: float) -> None:
        """At the own pace the frames change as slowly as the exercise should go."""
        if half_s > 0:
            self.picture.show_frame(int(seconds / half_s) % 2)

    def _button(self, key: str) -> QPushButton:
        button = QPushButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(button.click)
        shortcut.setEnabled(False)
        self._keys.append(shortcut)
        return button

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.picture)
        for label in (*self.steps, self.way, self.leg, self.stop):
            left.addWidget(label)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.turn)
        right.addWidget(self.part)
        right.addWidget(self.time)
        right.addWidget(self.bar)
        right.addWidget(self.place)
        right.addWidget(self.sensor)
        right.addStretch(1)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.number)
        inside.addWidget(self.name)
        both = QHBoxLayout()
        both.setSpacing(24)
        inside.addLayout(both, 1)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        keys = QWidget()
        keys.setMinimumHeight(MIN_TARGET_PX + 8)  # not that of all buttons below each other
        row = FlowLayout(keys)
        buttons = (self.pause, self.next, self.easier, self.harder, self.skip, self.hurts)
        for button in buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        self.area.setWidget(content)
        column.addWidget(self.area, 1)
        column.addWidget(keys)


def _time(pacer: Pacer, step: Step) -> str:
    """Seconds left, or which repetition it is where a part is too short to count down."""
    if step.part in (Part.OUT, Part.BACK) and step.n_reps > 1:
        return texts.number(step.rep, 0)
    if step.part is Part.OWN_PACE:
        return translate("exercise", "{0} of {1}").format(
            texts.number(pacer.n_counted, 0), texts.number(step.n_reps, 0)
        )
    left_s = pacer.left_s or 0.0
    if (step.duration_s or 0.0) >= 60:
        whole = int(left_s + 0.999)
        return f"{texts.number(whole // 60, 0)}:{whole % 60:02d}"
    return texts.number(int(left_s + 0.999), 0)


def _set(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
