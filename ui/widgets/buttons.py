"""A button as every page has it."""

from PySide6.QtWidgets import QPushButton


def push_button(text: str = "", *, is_main: bool = False) -> QPushButton:
    """A button that Enter presses; the main one of a page stands out."""
    button = QPushButton(text)
    button.setAutoDefault(True)
    if is_main:
        button.setObjectName("main")
    return button
