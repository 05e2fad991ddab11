"""A panel that tells one thing: what happened, what it means, and one button for what helps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import scaled_font


class NoticePanel(QFrame):
    """Hidden until there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._title, self._body = QLabel(), QLabel()
        for label in (self._title, self._body):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._press)
        self._on_press: Callable[[], object] | None = None
        column = QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(self._body)
        row = QHBoxLayout(self)
        row.addLayout(column, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def said(self) -> str:
        """What is told now, empty while hidden."""
        return "" if self.isHidden() else f"{self._title.text()} {self._body.text()}"

    def tell(self, title: str, body: str, button: str, on_press: Callable[[], object]) -> None:
        """Show a title, what it means, and the one button."""
        self._title.setFont(scaled_font(self.font(), 1.15, is_bold=True))
        self._title.setText(title)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self.button.setText(button)
        self.button.setAccessibleDescription(f"{title} {body}")
        self._on_press = on_press
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {body}"))

    def _press(self) -> None:
        self.hide()
        if self._on_press:
            self._on_press()
