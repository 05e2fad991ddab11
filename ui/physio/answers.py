"""How the physiotherapist answers: pain from 0 to 10, and yes or no; nothing is answered before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.pain_scale import PainScale
from ui.widgets.wheel import WheelForPage

_WIDEST_EM = 100
"""A question is never so far from its answers that the eye loses the line."""


class PainQuestion(QWidget):
    """A question above the row of 0 to 10; nothing is answered before somebody answers."""

    picked = Signal(int)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = QLabel(question)
        self.question.setWordWrap(True)
        self.scale = PainScale(question)
        self.scale.rated.connect(self.picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addWidget(self.scale)
        self.setFocusProxy(self.scale.buttons[0])

    @property
    def pain(self) -> int | None:
        """What was picked; None before."""
        return self.scale.level

    def pick(self, pain: int) -> None:
        """Pick a number as if its button was pressed."""
        self.scale.buttons[pain].click()

    def clear(self) -> None:
        """Ask anew."""
        self.scale.set_level(None)


def enter_goes_on(question: PainQuestion, button: QPushButton) -> None:
    """Let Enter press a button once the pain was told: a digit and Enter, and hands are free."""

    def go_on() -> None:
        if question.pain is not None:
            button.click()
            return
        for number in question.scale.buttons:
            if number.hasFocus():
                number.click()

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        shortcut = QShortcut(QKeySequence(key), question.scale)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(go_on)


def scrolling(page: QWidget, name: str) -> QVBoxLayout:
    """A column on a page that scrolls where letters are large; return what to put things into."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setAccessibleName(name)
    scroll.setWidget(content)
    WheelForPage(scroll)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroll)
    return column


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
            button.setAccessibleName(button.text())
            button.toggled.connect(lambda _, b=button: _mark(b))
            _mark(button)
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


def _mark(button: QPushButton) -> None:
    """Say by a mark, not by the colour alone, whether it was answered."""
    button.setText(f"{'●' if button.isChecked() else '○'}  {button.accessibleName()}")
