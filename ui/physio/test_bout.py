"""The pages of one bout: pain before it, the walk itself, pain after it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from coach.care.long_stride_state import SCORED_STRIDES, Bout, Proposal, Step
from coach.care.long_stride_test import Progress
from ui import texts
from ui.physio import test_texts
from ui.physio.answers import PainQuestion, YesNo, enter_goes_on, scrolling
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.live_strip import LiveStrip

_NOT_SEEN = -21.0


class BeforePage(QWidget):
    """What comes next and how to lay it out, and the pain before it."""

    pain_picked = Signal(int)
    start_requested = Signal(int)
    repeat_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.reason = _label(1.25, is_bold=True), _label()
        self.target, self.marks, self.beat = _label(), _label(), _label()
        self.wait = _label(1.15, is_bold=True)
        self.ready = _label()
        self.has_marks = QCheckBox(self.tr("Floor marks"))
        self.has_beat = QCheckBox(self.tr("Metronome"))
        self.scale = PainQuestion(self.tr("Pain now, before this bout"))
        self.start = push_button(self.tr("Start the bout"), is_main=True)
        self.repeat = push_button(self.tr("Repeat the last bout"))
        self.rate_again = push_button(self.tr("Correct the last rating"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Why it is repeated, such as: stumbled"))
        self.note.setAccessibleName(self.tr("Why the last bout is repeated"))
        self._lay_out()
        self.scale.picked.connect(self.pain_picked)
        enter_goes_on(self.scale, self.start)
        self.start.clicked.connect(self._ask_start)
        self.repeat.clicked.connect(lambda: self.repeat_requested.emit(self.note.text().strip()))
        self.note.textChanged.connect(self._allow_repeat)
        self._can_repeat = self._is_ready = False

    def show_proposal(self, title: str, proposal: Proposal) -> None:
        """Show the bout to come."""
        self.title.setText(title)
        self.reason.setText(test_texts.reason(proposal))
        self.target.setText(test_texts.target(proposal))
        self.marks.setText(test_texts.marks(proposal))
        self.beat.setText(test_texts.beat(proposal))
        self.marks.setVisible(self.has_marks.isChecked())
        self.beat.setVisible(self.has_beat.isChecked() or proposal.step is Step.QUICK)

    def ask(self, *, can_repeat: bool, can_rate_again: bool) -> None:
        """Ask for the pain anew; offer what can be done about the last bout."""
        self.scale.clear()
        self.note.clear()
        self._can_repeat = can_repeat
        self.rate_again.setVisible(can_rate_again)
        self.repeat.setVisible(can_repeat)
        self.note.setVisible(can_repeat)
        self._allow_repeat()
        self.allow_start()

    def show_wait(self, words: str) -> None:
        """Say how long the pain may take to settle, or nothing."""
        self.wait.setText(words)
        self.wait.setVisible(bool(words))

    def show_ready(self, words: str, *, is_ready: bool) -> None:
        """Say how the sensor stands; no bout begins before it is ready."""
        self.ready.setText(words)
        self._is_ready = is_ready
        self.allow_start()

    def allow_start(self) -> None:
        """A bout starts once its pain was rated and the sensor is ready."""
        self.start.setEnabled(self._is_ready and self.scale.pain is not None)

    def _allow_repeat(self) -> None:
        self.repeat.setEnabled(self._can_repeat and bool(self.note.text().strip()))

    def _ask_start(self) -> None:
        if self.scale.pain is not None:
            self.start_requested.emit(self.scale.pain)

    def _lay_out(self) -> None:
        asked = QWidget()
        column = scrolling(asked, self.tr("Before the bout"))
        for label in (self.reason, self.target, self.marks, self.beat):
            column.addWidget(label)
        aids = QHBoxLayout()
        for aid in (self.has_marks, self.has_beat):
            aids.addWidget(aid)
        aids.addStretch(1)
        column.addLayout(aids)
        column.addWidget(self.scale)
        column.addWidget(self.wait)
        again = QHBoxLayout()
        again.addWidget(self.rate_again)
        again.addWidget(self.note, 1)
        again.addWidget(self.repeat)
        column.addLayout(again)
        column.addStretch(1)
        begin = QHBoxLayout()
        begin.addWidget(self.start)
        begin.addWidget(self.ready, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.title)
        whole.addWidget(asked, 1)
        whole.addLayout(begin)


class WalkPage(QWidget):
    """The live curve and the count, for the physiotherapist."""

    stand_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _label(1.25, is_bold=True)
        self.count, self.last, self.long = _label(1.6, is_bold=True), _label(), _label()
        self.strip = LiveStrip()
        self.strip.setAccessibleName(self.tr("Live thigh angle"))
        self.stand = push_button(self.tr("They stand: rate the pain"), is_main=True)
        self.stand.clicked.connect(self.stand_requested)
        told = QWidget()
        words = scrolling(told, self.tr("Strides of this bout"))
        for widget in (self.count, self.last, self.long):
            words.addWidget(widget)
        words.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(told, 1)
        left.addWidget(self.stand)
        row = QHBoxLayout()
        row.addLayout(left, 2)
        row.addWidget(self.strip, 3)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addLayout(row, 1)

    def show_bout(self, title: str, target_deg: float | None) -> None:
        """Begin a bout; the target is a line in the curve."""
        self.title.setText(title)
        self.last.setText(self.tr("No stride has counted yet"))
        self.strip.clear()
        self.strip.set_limit(target_deg)
        label = ""
        if target_deg is not None:
            label = self.tr("target {0}").format(texts.degrees(target_deg))
        self.strip.set_words(texts.behind(), texts.in_front(), label)

    def show_progress(self, progress: Progress, bout: Bout) -> None:
        """Count the strides, and say how far they go."""
        said = test_texts.scored(progress.n_scored, SCORED_STRIDES)
        if progress.is_enough:
            said = self.tr("{0}: enough, they may stand").format(said)
        self.count.setText(said)
        if bout.strides:
            self.last.setText(
                self.tr("Last stride {0}, mean {1}").format(
                    texts.degrees(bout.strides[-1].peak_thigh_extension_deg),
                    texts.degrees(bout.extension_deg or 0.0),
                )
            )
            self.strip.setAccessibleDescription(f"{said}. {self.last.text()}")
        self.long.setText(
            self.tr("Long strides in this test: {0} of at most 80").format(
                texts.number(progress.n_long_strides, 0)
            )
        )


class AfterPage(QWidget):
    """Pain after the bout, whether it is their own familiar pain, and the foot."""

    rated = Signal(object, object, object)
    """Pain or None, whether familiar or None, toe-out or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _label(1.25, is_bold=True)
        self.scale = PainQuestion(self.tr("Pain in or right after this bout"))
        self.familiar = YesNo(self.tr("Is it their own familiar pain?"))
        self.toe_out = _ToeOut()
        self.toe_out.setRange(_NOT_SEEN, 40.0)
        self.toe_out.setDecimals(0)
        self.toe_out.setSingleStep(5.0)
        self.toe_out.setSuffix("°")
        self.toe_out.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.toe_out.setSpecialValueText(self.tr("not noted"))
        self.toe_out.setAccessibleName(self.tr("Foot turned out more than usual, degrees"))
        self.keep = push_button(self.tr("Keep the rating"), is_main=True)
        self.skip = push_button(self.tr("Could not be asked"))
        foot = QHBoxLayout()
        foot.addWidget(QLabel(self.tr("Foot turned out more than usual, degrees")))
        foot.addWidget(self.toe_out)
        foot.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.skip)
        row.addStretch(1)
        column = scrolling(self, self.tr("After the bout"))
        column.addWidget(self.title)
        column.addWidget(self.scale)
        column.addWidget(self.familiar)
        column.addLayout(foot)
        column.addLayout(row)
        column.addStretch(1)
        self._before = 0
        self.skip.hide()
        self.scale.picked.connect(self._allow)
        enter_goes_on(self.scale, self.keep)
        self.familiar.answered.connect(self._allow)
        self.keep.clicked.connect(self._rate)
        self.skip.clicked.connect(lambda: self.rated.emit(None, None, None))

    def ask(self, title: str, pain_before: int, *, can_skip: bool) -> None:
        """Ask for the rating of a bout."""
        self.title.setText(title)
        self._before = pain_before
        self.scale.clear()
        self.familiar.clear()
        self.toe_out.setValue(_NOT_SEEN)
        self.skip.setVisible(can_skip)
        self._allow()

    def _allow(self) -> None:
        pain = self.scale.pain
        is_more = pain is not None and pain > self._before
        self.familiar.setVisible(is_more)
        self.keep.setEnabled(pain is not None and (not is_more or self.familiar.answer is not None))

    def _rate(self) -> None:
        pain = self.scale.pain
        is_more = pain is not None and pain > self._before
        toe_out = self.toe_out.value()
        is_seen = toe_out > _NOT_SEEN
        self.rated.emit(
            pain, self.familiar.answer if is_more else None, toe_out if is_seen else None
        )


class _ToeOut(QDoubleSpinBox):
    """Degrees; leaves S and P to the test, so that STOP works from here too."""

    def event(self, event: QEvent) -> bool:
        """Let the test's own keys pass."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        keys = (Qt.Key.Key_S, Qt.Key.Key_P)
        if is_override and isinstance(event, QKeyEvent) and event.key() in keys:
            event.ignore()
            return False
        return super().event(event)


def _label(factor: float = 1.0, *, is_bold: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(scaled_font(label.font(), factor, is_bold=is_bold))
    return label
