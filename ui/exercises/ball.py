"""The ball, guided: how sore the pressing is, until it has about halved, two minutes at most."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coach.care.exercises import Exercise
from coach.care.self_care import LONGEST_SPOT_S, SpotEnd, spot_end
from coach.care.warning_signs import Level
from ui import care_texts
from ui.exercises import exercise_texts
from ui.exercises.browse import back_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pain_scale import PainScale
from ui.widgets.picture import PictureView
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate
_TICK_MS = 200
_LONGEST_TICK_S = 1.0
_PICTURE_PX = 170


class BallGuide(Sheet):
    """One spot after the other; tells at the end what it came to."""

    said = Signal(str)
    finished = Signal(float, int, int, int)
    """Minutes, spots, soreness at first and at the end."""
    tingled = Signal()
    """It tingled or ran down the leg: a red in use, told once."""
    back = Signal()

    def __init__(self, *, clock_s: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock_s = clock_s
        self._before: int | None = None
        self._first: int | None = None
        self._now = self._n_spots = 0
        self._elapsed_s = self._total_s = self._last_s = 0.0
        self._country = ""
        self.picture = PictureView()
        self.picture.set_height(_PICTURE_PX)
        self.rules = [text_label() for _ in range(5)]
        self.question, self.time = text_label(is_bold=True), text_label(factor=2.4, is_bold=True)
        self.sentence = text_label(factor=1.15, is_bold=True)
        self.pain = PainScale()
        self.tingles = QPushButton(translate("exercise", "It tingles or runs down the leg (X)"))
        self.tingles.setObjectName("danger")
        self.another = QPushButton(translate("exercise", "Another spot"))
        self.done = QPushButton(translate("exercise", "Done"))
        self.done.setObjectName("main")
        self.return_button = back_button(self, self.back)
        how, self.guide = Card(), Card()
        beside, lines = QHBoxLayout(), QVBoxLayout()
        beside.setSpacing(18)
        for label in self.rules:
            lines.addWidget(label)
        lines.addStretch(1)
        beside.addWidget(self.picture)
        beside.addLayout(lines, 1)
        how.add(beside)
        row = QWidget()
        buttons = FlowLayout(row)
        for button in (self.done, self.another, self.tingles):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        self.guide.add(self.question, self.pain, self.time, self.sentence, row)
        self.add(left(self.return_button), how, self.guide)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.pain.rated.connect(self._rate)
        self.tingles.clicked.connect(self._stop_for_tingling)
        self.another.clicked.connect(self._begin_spot)
        self.done.clicked.connect(self._finish)
        key = QShortcut(QKeySequence("X"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.tingles.click)

    def begin(self, exercise: Exercise, country: str = "") -> None:
        """Begin with the first spot."""
        said = exercise_texts.words(exercise)
        self._country = country
        self.set_heading(said.name)
        self.picture.set_pictures(exercise.pictures, said.name)
        told = (*said.steps, said.which_leg, said.stop)
        for label, text in zip(self.rules, told, strict=True):
            label.setText(text)
        self._first, self._n_spots, self._total_s = None, 0, 0.0
        self._begin_spot()

    def advance(self, seconds: float) -> None:
        """Let time pass on this spot."""
        if self._before is None:
            return
        self._elapsed_s += seconds
        self._show_time()
        end = spot_end(self._before, self._now, self._elapsed_s)
        if end is SpotEnd.TIME:
            self._end_spot(end)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still."""
        super().hideEvent(event)
        self._timer.stop()

    def _tick(self) -> None:
        now_s = self._clock_s()
        passed_s, self._last_s = min(now_s - self._last_s, _LONGEST_TICK_S), now_s
        self.advance(passed_s)

    def _begin_spot(self) -> None:
        self._before = None
        self._elapsed_s = 0.0
        self.pain.set_level(None)
        self._ask(translate("exercise", "Lean in. How sore is the pressing at first?"))
        self.sentence.setText("")
        self.pain.setVisible(True)
        self.another.hide()
        self.done.setVisible(self._n_spots > 0)
        self.tingles.show()
        self._show_time()
        self.pain.buttons[0].setFocus()

    def _ask(self, question: str) -> None:
        self.question.setText(question)
        self.question.show()
        self.pain.set_name(question)

    def _rate(self, level: int) -> None:
        self._now = level
        if self._before is None:
            self._before = level
            self._first = level if self._first is None else self._first
            self._last_s = self._clock_s()
            self._timer.start()
            self._ask(translate("exercise", "And now? Tell it again whenever it changes."))
            self.pain.set_level(level)
            if level > 0:
                return
        end = spot_end(self._before, level, self._elapsed_s)
        if end is SpotEnd.TOO_SHARP:
            self.sentence.setText(exercise_texts.spot_end(end))
            self.said.emit(self.sentence.text())
        elif end is not None:
            self._end_spot(end)

    def _end_spot(self, end: SpotEnd) -> None:
        self._timer.stop()
        self._before = None
        self._n_spots += 1
        self._total_s += self._elapsed_s
        self.sentence.setText(exercise_texts.spot_end(end))
        self.said.emit(self.sentence.text())
        self.question.hide()
        self.pain.hide()
        self.another.show()
        self.done.show()
        self.done.setFocus()

    def _stop_for_tingling(self) -> None:
        self._timer.stop()
        self._before = None
        self.question.hide()
        self.pain.hide()
        self.another.hide()
        self.tingles.hide()
        self.sentence.setText(care_texts.help_now(Level.RED_IN_USE, self._country))
        self._n_spots += 1
        self._total_s += self._elapsed_s
        self.done.show()
        self.done.setFocus()
        self.tingled.emit()

    def _finish(self) -> None:
        first = self._first if self._first is not None else 0
        self.finished.emit(self._total_s / 60, self._n_spots, first, self._now)

    def _show_time(self) -> None:
        left = int(max(0.0, LONGEST_SPOT_S - self._elapsed_s) + 0.999)
        self.time.setText(f"{left // 60}:{left % 60:02d}")
        self.time.setVisible(self._before is not None)
