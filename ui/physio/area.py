"""The physio's area: a door, and behind it pages about one person at a time.

It locks itself when it is left, and when nobody touched it for ten minutes; what was begun there is
kept first. A test that goes on is use.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.records import roles
from coach.records.errors import RecordError
from coach.records.roles import Session
from ui.home.home import Home
from ui.physio.desk import Desk
from ui.physio.gate import Gate
from ui.physio.open_area import OpenArea
from ui.physio.tabs import TABS, Tab
from ui.use_watch import UseWatch

translate = QCoreApplication.translate


class PhysioArea(QWidget):
    """The page of the home that a PIN opens."""

    def __init__(
        self,
        home: Home,
        tabs: tuple[Tab, ...] = TABS,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._home, self._tabs = home, tabs
        self.gate = Gate()
        self.open: OpenArea | None = None
        self._uses = UseWatch(self.look, self, now_s)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.gate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.gate.entered.connect(self._enter)
        self.gate.added.connect(self._add)
        self.gate.recovered.connect(self._recover)

    def refresh(self) -> None:
        """Show what is now."""
        if self.open is not None:
            self.open.refresh()
        elif not self.gate.said.isVisible():
            self._ask()

    def may_leave(self) -> bool:
        """Whether nothing that is open must be answered first."""
        return self.open is None or self.open.may_leave()

    def look(self) -> None:
        """Lock if nobody used the area for long enough."""
        if self.open is not None and self._uses.is_due(is_walking=self.open.is_busy):
            self.lock()

    def lock(self) -> None:
        """Close the door; what was begun is kept."""
        if self.open is None:
            return
        self.open.keep_begun()
        opened, self.open = self.open, None
        self._uses.stop()
        self._stack.removeWidget(opened)
        opened.close_all()
        opened.deleteLater()
        self._home.still_break.set_quiet(is_quiet=False)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lock when another page is shown; a window that is only minimised stays open."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.lock()

    def _enter(self, name: str, pin: str) -> None:
        self._let_in(lambda: roles.enter(self._home.library, name, pin, self._home.now()))

    def _add(self, name: str, pin: str) -> None:
        self._let_in(lambda: roles.add_physio(self._home.library, name, pin, self._home.now()))

    def _recover(self, name: str, passphrase: str, pin: str) -> None:
        library, now = self._home.library, self._home.now()
        self._let_in(lambda: roles.recover(library, name, passphrase, pin, now))

    def _let_in(self, try_it: Callable[[], Session]) -> None:
        try:
            session = try_it()
        except RecordError as error:
            self.gate.refuse(error)
            return
        self.gate.forget()
        self.open = OpenArea(Desk(self._home, session), self._tabs)
        self.open.lock.clicked.connect(self.lock)
        self._stack.addWidget(self.open)
        self._stack.setCurrentWidget(self.open)
        self._uses.start()
        self._home.still_break.set_quiet(is_quiet=True)
        self.open.begin()

    def _ask(self) -> None:
        library = self._home.library
        try:
            names = tuple(physio.name for physio in roles.physios(library))
            waiting = roles.wait(library, self._home.now())
        except RecordError as error:
            self._home.failed.emit(error)
            return
        self.gate.ask(names, waiting)
