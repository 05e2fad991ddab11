"""The entry check of the long-stride test: all that is asked, and all that speaks against it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coach.care.long_stride_state import EntryCheck, not_today
from ui.physio import test_texts
from ui.physio.answers import PainQuestion, YesNo
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.wheel import WheelForPage

_LONGEST_FLARE_H = 336.0
_NOT_TOLD_H = -1.0
_NARROW_EM = 100


class EntryPage(QWidget):
    """Asks what care.md asks before a test; it begins only with nothing against it."""

    begin_requested = Signal(object)
    """With the `EntryCheck`."""
    left = Signal()
    """No test is wanted after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resting_pain = PainQuestion(self.tr("Pain at rest now"))
        self.usual_pain = PainQuestion(self.tr("Pain in usual walking, last days"))
        self.has_not_walked = QCheckBox(self.tr("Has not walked in the last days, or cannot tell"))
        self.flare_h = self._flare()
        self.warning_sign = YesNo(self.tr("Any warning sign today?"))
        self.needs_clearance = YesNo(
            self.tr("Ever a hip operation, a hip fracture or a tear where the hamstring begins?")
        )
        self.is_cleared = YesNo(self.tr("Cleared for this test since then?"))
        self.stress_fracture = YesNo(self.tr("May it be a stress fracture?"))
        self.may_fall = YesNo(self.tr("May the person fall?"))
        self.pain_relief = YesNo(self.tr("Painkiller, cold or heat in the last hours?"))
        self.has_marks = QCheckBox(self.tr("Floor marks"))
        self.has_beat = QCheckBox(self.tr("Metronome"))
        self.has_marks.setChecked(True)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.begin = push_button(self.tr("Begin the test"), is_main=True)
        self.back = push_button(self.tr("Back"))
        self._pains = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._judge()
        self.setFocusProxy(self.resting_pain)

    @property
    def entry(self) -> EntryCheck | None:
        """What was answered; None while a question is open."""
        questions = (self.warning_sign, self.needs_clearance, self.stress_fracture, self.may_fall)
        answers = [question.answer for question in (*questions, self.pain_relief)]
        resting, is_told = self.resting_pain.pain, not self.has_not_walked.isChecked()
        is_cleared = self.is_cleared.answer if self.needs_clearance.answer else False
        is_open = None in answers or resting is None or is_cleared is None
        is_open = is_open or self.flare_h.value() <= _NOT_TOLD_H
        if is_open or (is_told and self.usual_pain.pain is None):
            return None
        return EntryCheck(
            resting_pain=resting or 0,
            flare_h=self.flare_h.value(),
            has_warning_sign=bool(answers[0]),
            needs_clearance=bool(answers[1]),
            is_cleared=bool(is_cleared),
            may_be_stress_fracture=bool(answers[2]),
            may_fall=bool(answers[3]),
            has_pain_relief=bool(answers[4]),
            usual_pain=self.usual_pain.pain if is_told else None,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both pains below each other where there is no room beside."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW_EM * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._pains.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def clear(self) -> None:
        """Ask anew."""
        for scale in (self.resting_pain, self.usual_pain):
            scale.clear()
        for question in self._questions():
            question.clear()
        self.has_not_walked.setChecked(False)
        self.flare_h.setValue(self.flare_h.minimum())
        self._judge()

    def _questions(self) -> tuple[YesNo, ...]:
        return (
            self.warning_sign,
            self.needs_clearance,
            self.is_cleared,
            self.stress_fracture,
            self.may_fall,
            self.pain_relief,
        )

    def _flare(self) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(_NOT_TOLD_H, _LONGEST_FLARE_H)
        spin.setSpecialValueText(self.tr("not told"))
        spin.setDecimals(0)
        spin.setValue(_NOT_TOLD_H)
        spin.setSingleStep(1.0)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.setSuffix(self.tr(" h"))
        spin.setAccessibleName(self.tr("Hours until a usual flare has settled"))
        return spin

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        heading = QLabel(self.tr("Long-stride test: before it begins"))
        heading.setFont(scaled_font(self.font(), 1.3, is_bold=True))
        column.addWidget(heading)
        place = QLabel(
            self.tr(
                "You stand beside the person, with a rail or a clear lane. Shoes as usual, sensor "
                "on the sore leg."
            )
        )
        place.setWordWrap(True)
        column.addWidget(place)
        pains = self._pains
        for scale in (self.resting_pain, self.usual_pain):
            pains.addWidget(_panel(scale))
        column.addLayout(pains)
        column.addWidget(self.has_not_walked)
        flare = QHBoxLayout()
        flare_question = QLabel(self.tr("Hours until a usual flare has settled"))
        flare_question.setWordWrap(True)
        flare.addWidget(flare_question, 1)
        flare.addWidget(self.flare_h)
        column.addLayout(flare)
        for question in self._questions():
            column.addWidget(question)
        column.addWidget(QLabel(self.tr("The stride is shown by")))
        aids = QHBoxLayout()
        aids.addWidget(self.has_marks)
        aids.addWidget(self.has_beat)
        aids.addStretch(1)
        column.addLayout(aids)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setAccessibleName(heading.text())
        scroll.setWidget(content)
        WheelForPage(scroll)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.verdict, 1)
        row.addWidget(self.begin)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll, 1)
        whole.addLayout(row)

    def _connect(self) -> None:
        for scale in (self.resting_pain, self.usual_pain):
            scale.picked.connect(self._judge)
        for question in self._questions():
            question.answered.connect(self._judge)
        self.flare_h.valueChanged.connect(self._judge)
        self.has_not_walked.toggled.connect(self._judge)
        self.begin.clicked.connect(self._ask_begin)
        self.back.clicked.connect(self.left)

    def _judge(self) -> None:
        """Say what is still open, or what is against a test today."""
        self.usual_pain.setEnabled(not self.has_not_walked.isChecked())
        self.is_cleared.setVisible(bool(self.needs_clearance.answer))
        entry = self.entry
        reasons = not_today(entry) if entry is not None else ()
        self.begin.setEnabled(entry is not None and not reasons)
        if entry is None:
            self.verdict.setText(self.tr("Answer every question, then the test can begin."))
        elif reasons:
            told = "\n".join(test_texts.not_today(reason) for reason in reasons)
            self.verdict.setText(self.tr("No test today.") + "\n" + told)
        elif entry.has_pain_relief:
            self.verdict.setText(self.tr("The test can begin; after pain relief its grade is C."))
        else:
            self.verdict.setText(self.tr("Nothing speaks against the test."))

    def _ask_begin(self) -> None:
        entry = self.entry
        if entry is not None and not not_today(entry):
            self.begin_requested.emit(entry)


def _panel(widget: QWidget) -> QFrame:
    panel = QFrame()
    panel.setObjectName("panel")
    column = QVBoxLayout(panel)
    column.addWidget(widget)
    return panel
