"""The pages between and after bouts: a pause, and what the test came to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coach.care.long_stride_result import LongStrideResult
from ui.physio import test_texts, threshold_texts
from ui.physio.answers import scrolling
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout


class PausedPage(QWidget):
    """A test that rests; everything until now is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("The test rests"))
        title.setFont(scaled_font(self.font(), 1.25, is_bold=True))
        about = QLabel(
            self.tr(
                "Everything until now is kept. A bout that was interrupted is walked again. A wait "
                "for the pain to settle runs on."
            )
        )
        about.setWordWrap(True)
        self.go_on = push_button(self.tr("Go on"), is_main=True)
        row = QHBoxLayout()
        row.addWidget(self.go_on)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(about)
        column.addLayout(row)
        column.addStretch(1)


class StoppedPage(QWidget):
    """Asks first after STOP whether it was for a warning sign."""

    answered = Signal(bool)
    """Whether there was one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Stopped. Was there a warning sign?"))
        title.setFont(scaled_font(self.font(), 1.25, is_bold=True))
        about = QLabel(
            self.tr(
                "Such as new numbness or weakness, tingling below the knee, bladder or bowel "
                "trouble, chest pain, or no weight on the leg."
            )
        )
        self.no, self.yes = QPushButton(self.tr("No warning sign")), QPushButton()
        self.yes.setText(self.tr("A warning sign"))
        column = scrolling(self, title.text())
        for label in (title, about):
            label.setWordWrap(True)
            column.addWidget(label)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.no, self.yes):
            button.setAutoDefault(True)
            button.setAccessibleDescription(title.text())
            row.addWidget(button)
        column.addWidget(buttons)
        column.addStretch(1)
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self.yes.clicked.connect(lambda: self.answered.emit(True))


class ResultPage(QWidget):
    """Why the test ended, where pain begins, and what else was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end = QLabel()
        self.end.setFont(scaled_font(self.font(), 1.25, is_bold=True))
        self.said = QLabel()
        self.keep = push_button(self.tr("Keep the result"), is_main=True)
        self.rate_again = push_button(self.tr("Correct the last rating"))
        for label in (self.end, self.said):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.addWidget(self.end)
        inner.addWidget(self.said)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setAccessibleName(self.tr("Result of the long-stride test"))
        scroll.setWidget(content)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.rate_again)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addLayout(row)

    def show_result(self, result: LongStrideResult, *, can_rate_again: bool = False) -> None:
        """Show a test that has ended."""
        self.rate_again.setVisible(can_rate_again)
        end = result.state.end
        self.end.setText("" if end is None else test_texts.end(end))
        after = [] if end is None else test_texts.after_end(end)
        self.said.setText("\n".join([*after, *threshold_texts.sentences(result)]))
