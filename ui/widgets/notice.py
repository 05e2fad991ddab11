"""A panel that tells or asks one thing: what it is, what it means, and a button for what helps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import scaled_font
from ui.widgets.announcing import announce

Answer = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class NoticePanel(QFrame):
    """Hidden until there is something to tell or to ask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._title, self._body = QLabel(), QLabel()
        for label in (self._title, self._body):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button, self.other_button = QPushButton(), QPushButton()
        self._actions: dict[QPushButton, Callable[[], object]] = {}
        for button in (self.button, self.other_button):
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._press, button))
        column = QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(self._body)
        row = QHBoxLayout(self)
        row.addLayout(column, 1)
        for button in (self.button, self.other_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def said(self) -> str:
        """What is told now, empty while hidden."""
        return "" if self.isHidden() else f"{self._title.text()} {self._body.text()}"

    def tell(self, title: str, body: str, button: str, on_press: Callable[[], object]) -> None:
        """Show a title, what it means, and the one button."""
        self._show(title, body, {self.button: (button, on_press)})

    def ask(self, title: str, body: str, first: Answer, other: Answer) -> None:
        """Show a question with two answers, the first in focus."""
        self._show(title, body, {self.button: first, self.other_button: other})
        self.button.setFocus()

    def redirect(self, on_press: Callable[[], object]) -> None:
        """Let the button of what is told do something else."""
        self._actions[self.button] = on_press

    def _show(self, title: str, body: str, answers: dict[QPushButton, Answer]) -> None:
        self._title.setFont(scaled_font(self.font(), 1.15, is_bold=True))
        self._title.setText(title)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self._actions = {button: action for button, (_, action) in answers.items()}
        self.other_button.setVisible(self.other_button in answers)
        for button, (text, _) in answers.items():
            button.setText(text)
            button.setAccessibleDescription(f"{title} {body}")
        self.show()
        announce(self, f"{title} {body}")

    def _press(self, button: QPushButton) -> None:
        self.hide()
        action = self._actions.get(button)
        if action is not None:
            action()
