"""What a walk came to, shown in the window when it has ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import texts
from ui.history import Summary
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

    def tell(self, summary: Summary, kept_in: str | None) -> None:
        """Show what a walk came to."""
        self._sentence.setFont(scaled_font(self.font(), 1.4, is_bold=True))
        self._sentence.setText(texts.summary_within(summary.n_within, summary.n_judged))
        self._said = []
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for name, value in self._numbers(summary):
            self._row(name, value)
        kept = texts.kept_in(kept_in) if kept_in else self.tr("This walk was not kept.")
        self._row(self.tr("File"), kept)
        self.setAccessibleName(". ".join(self.lines))
        self.show()

    def _numbers(self, summary: Summary) -> list[tuple[str, str]]:
        unknown = self.tr("not measured")
        extension, length = summary.median_extension_deg, summary.mean_stride_length_m
        return [
            (self.tr("Time"), texts.walked_time(summary.walked_s)),
            (self.tr("Strides"), texts.number(summary.n_strides, 0)),
            (
                self.tr("Hip extension, measured at the thigh (median)"),
                unknown if extension is None else texts.degrees(extension),
            ),
            (
                self.tr("Stride length (mean)"),
                unknown if length is None else texts.metres(length),
            ),
            (self.tr("Pain marks"), texts.number(summary.n_pain_marks, 0)),
        ]

    def _row(self, name: str, value: str) -> None:
        label = QLabel(value)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addRow(QLabel(name), label)
        self._said.append(f"{name}: {value}")
