"""The paper that pages are written on: a heading, cards below each other, and room to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import scaled_font
from ui.widgets.wheel import WheelForPage

_WIDEST_EM = 56
"""Longer lines are hard to read."""
_HEADING, _TITLE = 1.7, 1.2


class Card(QFrame):
    """A panel with a title and what belongs under it."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.title = text_label(title, _TITLE, is_bold=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 16)
        self.column.setSpacing(10)
        self.column.addWidget(self.title)
        self.title.setVisible(bool(title))  # once it has a parent: alone it would be a window

    def set_title(self, title: str) -> None:
        """Name it anew."""
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put more under what is there."""
        _add(self.column, parts)


class Sheet(QScrollArea):
    """A page: scrolls by keyboard, is no wider than one can read, and keeps its cards on top.

    The wheel only ever scrolls: numbers, choices and volume under the pointer stay as they are.
    """

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading = text_label(heading, _HEADING, is_bold=True)
        self.setAccessibleName(heading)
        content = QWidget()
        self._paper = QWidget()
        self._paper.setMaximumWidth(_WIDEST_EM * self.fontMetrics().averageCharWidth() * 2)
        self.column = QVBoxLayout(self._paper)
        self.column.setContentsMargins(24, 18, 24, 24)
        self.column.setSpacing(14)
        self.column.addWidget(self.heading)
        self.heading.setVisible(bool(heading))
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._paper)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(14)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)
        self.setWidget(content)
        WheelForPage(self)

    def set_heading(self, heading: str) -> None:
        """Name it anew."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(heading)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put more under what is there."""
        _add(self._cards, parts)


def left(*buttons: QWidget) -> QHBoxLayout:
    """Buttons in a row at the left, no wider than they need."""
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def text_label(
    text: str = "", factor: float = 1.0, *, is_bold: bool = False, is_muted: bool = False
) -> QLabel:
    """A label of plain text that wraps and can be as narrow as the window."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if factor != 1.0 or is_bold:
        label.setFont(scaled_font(label.font(), factor, is_bold=is_bold))
    if is_muted:
        label.setObjectName("muted")
    return label


def _add(column: QVBoxLayout, parts: tuple[QWidget | QLayout, ...]) -> None:
    for part in parts:
        if isinstance(part, QPushButton):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        elif isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
