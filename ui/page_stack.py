"""Pages of which one is shown, each with a button; made when they are first shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from coach.records.errors import RecordError


class PageStack(QStackedWidget):
    """Shows one page at a time; the page before it may want to stay.

    A page may have ``refresh()``, called by `refresh`, and ``may_leave() -> bool``, asked before
    another page is shown.

    Parameters
    ----------
    make : mapping of str to callable
        Gives the page of a key when it is first wanted.
    """

    shown = Signal()
    """Another page is shown, or the same one again."""
    failed = Signal(object)
    """With the `RecordError` for which a page could not be made or brought up to date."""

    def __init__(self, make: Mapping[str, Callable[[], QWidget]]) -> None:
        super().__init__()
        self._make = make
        self._made: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.currentWidget()

    @property
    def made(self) -> tuple[QWidget, ...]:
        """Every page that was made."""
        return tuple(self._made.values())

    def add_button(self, key: str, button: QPushButton) -> None:
        """Let a button show the page of that key, and tell whether it is shown."""
        button.setObjectName("nav")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.show_page(key))
        self._group.addButton(button)
        self.buttons[key] = button

    def show_page(self, key: str) -> None:
        """Show the page of that key, unless the one before it stays or it cannot be made."""
        if self._made.get(key) is self.page or self.may_leave():
            try:
                self._show(key)
            except RecordError as error:
                self.failed.emit(error)
            else:
                self._check_button()
                self.shown.emit()
                return
        self._check_button()

    def may_leave(self) -> bool:
        """Whether the page that is shown lets go."""
        may_leave = getattr(self.page, "may_leave", None)
        return may_leave is None or bool(may_leave())

    def refresh(self) -> None:
        """Bring the page that is shown up to date."""
        refresh = getattr(self.page, "refresh", None)
        if refresh is None:
            return
        try:
            refresh()
        except RecordError as error:
            self.failed.emit(error)

    def take_others(self) -> list[QWidget]:
        """Take every page out that is not shown; they are made anew when they are wanted."""
        others = [page for page in self._made.values() if page is not self.page]
        for page in others:
            self.removeWidget(page)
        self._made = {key: page for key, page in self._made.items() if page is self.page}
        return others

    def _show(self, key: str) -> None:
        if key not in self._made:
            self._made[key] = page = self._make[key]()
            self.addWidget(page)
        self.setCurrentWidget(self._made[key])

    def _check_button(self) -> None:
        for key, button in self.buttons.items():
            button.setChecked(self._made.get(key) is self.page)
