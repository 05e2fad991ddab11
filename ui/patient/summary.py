"""What a walk came to, shown in the window when it has ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.summary import WalkSummary
from ui import texts
from ui.history import WalkHistory
from ui.theme import scaled_font
from ui.widgets.flow_layout import FlowLayout


class SummaryPanel(QFrame):
    """One sentence, the numbers under it, and what can be done next."""

    review_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._said: list[str] = []
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setHorizontalSpacing(24)
        self.review = QPushButton(self.tr("Look at the whole walk"))
        self.close_window = QPushButton(self.tr("Close"))
        buttons = FlowLayout()
        for button in (self.review, self.close_window):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        self.review.clicked.connect(self.review_requested)
        self.close_window.clicked.connect(self.close_requested)
        column = QVBoxLayout(self)
        column.addWidget(self._sentence)
        column.addLayout(self._rows)
        column.addLayout(buttons)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything that is said, the sentence first."""
        return (self._sentence.text(), *self._said)

    def tell(self, summary: WalkSummary, history: WalkHistory) -> None:
        """Show what a walk came to."""
        self._sentence.setFont(scaled_font(self.font(), 1.4, is_bold=True))
        self._sentence.setText(texts.comfortable(summary.comfortable_share))
        self._said = []
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for name, value in (*self._counts(summary), *self._means(history)):
            self._row(name, value)
        kept_in = summary.kept_in
        kept = texts.kept_in(str(kept_in)) if kept_in else self.tr("This walk was not kept.")
        self._row(self.tr("File"), kept)
        self.setAccessibleName(". ".join(self.lines))
        self.show()

    def _counts(self, summary: WalkSummary) -> list[tuple[str, str]]:
        strides = texts.strides_scored(summary.n_strides, summary.n_scored)
        return [
            (self.tr("Time"), texts.walked_time(summary.duration_s)),
            (self.tr("Strides"), strides),
            (self.tr("Over the limit"), texts.number(summary.n_over, 0)),
            (self.tr("Cues"), texts.number(summary.n_cues, 0)),
            (self.tr("Pain marks"), texts.number(summary.n_pain_marks, 0)),
            (self.tr("Gaps in the data"), texts.number(summary.n_gaps, 0)),
        ]

    def _means(self, history: WalkHistory) -> list[tuple[str, str]]:
        unknown = self.tr("not measured")
        extension_deg, length_m = history.median_extension_deg(), history.mean_stride_length_m()
        extension = unknown if extension_deg is None else texts.degrees(extension_deg)
        return [
            (self.tr("Hip extension, measured at the thigh (median)"), extension),
            (
                self.tr("Stride length (mean)"),
                unknown if length_m is None else texts.metres(length_m),
            ),
        ]

    def _row(self, name: str, value: str) -> None:
        label = QLabel(value)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addRow(QLabel(name), label)
        self._said.append(f"{name}: {value}")
