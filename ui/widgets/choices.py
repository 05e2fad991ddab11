"""Buttons of which one or several can be chosen: large, in a row that breaks, by key and mouse."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.widgets.flow_layout import FlowLayout

Key = TypeVar("Key", bound=Hashable)


class _Signals(QObject):
    changed = Signal()


class Choices(QWidget, Generic[Key]):
    """Checkable buttons, each for a key; a mark before the words says that it is chosen.

    Parameters
    ----------
    options : iterable of (key, str)
        In reading order.
    is_several : bool
        Whether more than one can be chosen, and none.
    """

    def __init__(
        self,
        options: Iterable[tuple[Key, str]],
        *,
        is_several: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._signals = _Signals(self)
        self.changed = self._signals.changed
        """Sent when somebody chose."""
        self.setAccessibleName(name)
        self._is_several = is_several
        self._group = QButtonGroup(self)
        self.buttons: dict[Key, QPushButton] = {}
        layout = FlowLayout(self)
        for key, text in options:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(True)
            button.setObjectName("choice")
            button.setAccessibleName(f"{name}: {text}" if name else text)
            button.setProperty("words", text)
            button.clicked.connect(self.changed)
            button.toggled.connect(lambda _, b=button: self._mark(b))
            self._mark(button)
            if not is_several:  # in a group only the arrow keys would come from one to the next
                self._group.addButton(button)
            self.buttons[key] = button
            layout.addWidget(button)

    @property
    def chosen(self) -> frozenset[Key]:
        """The keys that are chosen."""
        return frozenset(key for key, button in self.buttons.items() if button.isChecked())

    @property
    def only(self) -> Key | None:
        """The one key that is chosen; None for none."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), None)

    def choose(self, keys: Iterable[Key]) -> None:
        """Choose these, and no other, without a signal that somebody did."""
        wanted = frozenset(keys)
        self._group.setExclusive(False)
        for key, button in self.buttons.items():
            button.setChecked(key in wanted)
        self._group.setExclusive(True)
        if not self._is_several:
            self._let_tab_stop_at_the_chosen()
        for button in self.buttons.values():
            self._mark(button)

    def _let_tab_stop_at_the_chosen(self) -> None:
        """In a group Qt does so when somebody chooses, and not for what is shown as chosen."""
        is_any = any(button.isChecked() for button in self.buttons.values())
        for button in self.buttons.values():
            is_stop = button.isChecked() or not is_any
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _mark(self, button: QPushButton) -> None:
        """Say by a mark, not by the colour alone, whether it is chosen."""
        off, on = "☐☑" if self._is_several else "○●"
        button.setText(f"{on if button.isChecked() else off}  {button.property('words')}")
