"""How the physiotherapist answers: pain from 0 to 10, and yes or no; nothing is answered before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import texts

_HIGHEST = 10
_WIDEST_EM = 100
"""A question is never so far from its answers that the eye loses the line."""


class PainScale(QWidget):
    """Eleven buttons, 0 to 10; a digit typed in them picks too (1 and then 0 is ten)."""

    picked = Signal(int)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed_one = False
        self.question = QLabel(question)
        self.question.setWordWrap(True)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        for pain in range(_HIGHEST + 1):
            row.addWidget(self._button(pain))
        row.addStretch(1)
        self._group.idClicked.connect(self.picked)
        self.setFocusProxy(self._group.button(0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addLayout(row)
        ends = QLabel(self.tr("0 = no pain, 10 = the worst pain imaginable"))
        ends.setObjectName("muted")
        ends.setWordWrap(True)
        column.addWidget(ends)

    @property
    def pain(self) -> int | None:
        """What was picked; None before."""
        pain = self._group.checkedId()
        return None if pain < 0 else pain

    def pick(self, pain: int) -> None:
        """Pick a number as if its button was pressed."""
        self._group.button(pain).click()

    def clear(self) -> None:
        """Ask anew."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._typed_one = False

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._group.button(max(self._group.checkedId(), 0)).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick by digit."""
        text = event.text()
        if not text.isdigit():
            super().keyPressEvent(event)
            return
        pain = 10 if self._typed_one and text == "0" else int(text)
        self._typed_one = text == "1"
        self.pick(pain)
        self._group.button(pain).setFocus()

    def _button(self, pain: int) -> QPushButton:
        button = QPushButton(texts.number(pain, 0))
        button.setCheckable(True)
        button.setObjectName("answer")
        name = self.tr("Pain {0} of 10").format(texts.number(pain, 0))
        button.setAccessibleName(name)
        button.setAccessibleDescription(self.question.text())
        self._group.addButton(button, pain)
        return button


class YesNo(QWidget):
    """A question with two buttons, of which none is pressed before it was answered."""

    answered = Signal(bool)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = QLabel(question)
        self.question.setWordWrap(True)
        self.question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.yes, self.no = QPushButton(self.tr("Yes")), QPushButton(self.tr("No"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.question, 1)
        for button in (self.yes, self.no):
            button.setCheckable(True)
            button.setObjectName("answer")
            button.setAutoDefault(True)
            button.setAccessibleDescription(question)
            self._group.addButton(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMaximumWidth(_WIDEST_EM * self.fontMetrics().averageCharWidth())
        self._group.buttonClicked.connect(lambda button: self.answered.emit(button is self.yes))

    @property
    def answer(self) -> bool | None:
        """What was answered; None before."""
        button = self._group.checkedButton()
        return None if button is None else button is self.yes

    def say(self, is_yes: bool) -> None:
        """Answer as if a button was pressed."""
        (self.yes if is_yes else self.no).click()

    def clear(self) -> None:
        """Ask anew."""
        self._group.setExclusive(False)
        for button in (self.yes, self.no):
            button.setChecked(False)
        self._group.setExclusive(True)
