"""The physio's area: a door, and behind it pages about one person at a time.

It locks itself when it is left, and when nobody touched it for ten minutes; what was begun there is
kept first. A test that goes on is use.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.records import roles
from coach.records.autolock import AutoLock
from coach.records.errors import RecordError
from coach.records.roles import Session
from ui import care_texts
from ui.home.home import Home
from ui.physio.desk import Desk
from ui.physio.gate import Gate, button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.long_work import LongWork
from ui.widgets.notice import Answer, NoticePanel
from ui.widgets.sheet import text_label

translate = QCoreApplication.translate
_LOOK_EVERY_MS = 15_000
_USES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the area: its key, what its button says, and how it is made.

    As a page of the home, it may have ``refresh()`` and ``may_leave() -> bool``; also
    ``keep_begun()``, called before the area locks, ``close_work()``, and ``is_busy``, while nothing
    may lock.
    """

    key: str
    title: Callable[[], str]
    make: Callable[[Desk], QWidget]


def _people(desk: Desk) -> QWidget:
    from ui.physio.people_page import PeoplePage

    return PeoplePage(desk)


def _intake(desk: Desk) -> QWidget:
    from ui.physio.intake_page import IntakePage

    return IntakePage(desk)


def _long_stride(desk: Desk) -> QWidget:
    from ui.physio.test_page import TestPage

    return TestPage(desk)


def _limit(desk: Desk) -> QWidget:
    from ui.physio.limit_page import LimitPage

    return LimitPage(desk)


def _prescription(desk: Desk) -> QWidget:
    from ui.physio.prescription_page import PrescriptionPage

    return PrescriptionPage(desk)


def _audit(desk: Desk) -> QWidget:
    from ui.physio.audit_page import AuditPage

    return AuditPage(desk)


def _review(desk: Desk) -> QWidget:
    from ui.physio.review_page import ReviewPage

    return ReviewPage(desk.home, desk.name)


def _report(desk: Desk) -> QWidget:
    from ui.physio.report_page import ReportPage

    return ReportPage(desk.home, desk.name)


def _account(desk: Desk) -> QWidget:
    from ui.physio.account_page import AccountPage

    return AccountPage(desk)


TABS: tuple[Tab, ...] = (
    Tab("people", lambda: translate("area", "People"), _people),
    Tab("review", lambda: translate("area", "Review"), _review),
    Tab("intake", lambda: translate("area", "Intake"), _intake),
    Tab("test", lambda: translate("area", "Long-stride test"), _long_stride),
    Tab("limit", lambda: translate("area", "Limit"), _limit),
    Tab("prescription", lambda: translate("area", "Prescription"), _prescription),
    Tab("report", lambda: translate("area", "Report"), _report),
    Tab("trail", lambda: translate("area", "Trail"), _audit),
    Tab("account", lambda: translate("area", "My PIN and words"), _account),
)


class PhysioArea(QWidget):
    """The page of the home that a PIN opens."""

    def __init__(
        self,
        home: Home,
        tabs: tuple[Tab, ...] = TABS,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._home, self._tabs, self._now_s = home, tabs, now_s
        self.gate = Gate()
        self.open: OpenArea | None = None
        self._lock = AutoLock(now_s())
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
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
        if self.open is None:
            return
        if self._lock.is_due(self._now_s(), is_walking=self.open.is_busy):
            self.lock()

    def lock(self) -> None:
        """Close the door; what was begun is kept."""
        if self.open is None:
            return
        self.open.keep_begun()
        opened, self.open = self.open, None
        self._timer.stop()
        self._watch(is_watching=False)
        self._stack.removeWidget(opened)
        opened.close_all()
        opened.deleteLater()
        self._ask()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Note what is use, and let everything pass."""
        if event.type() in _USES:
            self._lock.used(self._now_s())
        return False

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
        self.open = OpenArea(Desk(self._home, session), self._tabs)
        self.open.lock.clicked.connect(self.lock)
        self._stack.addWidget(self.open)
        self._stack.setCurrentWidget(self.open)
        self._lock = AutoLock(self._now_s())
        self._timer.start()
        self._watch(is_watching=True)
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

    def _watch(self, *, is_watching: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if is_watching:
                app.installEventFilter(self)


class OpenArea(QWidget):
    """Behind the door: a row of pages, whose person it is, and a way out."""

    def __init__(self, desk: Desk, tabs: tuple[Tab, ...]) -> None:
        super().__init__()
        self.desk = desk
        desk.setParent(self)
        self._tabs = {tab.key: tab for tab in tabs}
        self._made: dict[str, QWidget] = {}
        self._checked: int | None = None
        self.person = text_label("", 1.2, is_bold=True)
        self.lock = button(translate("area", "Lock"))
        self.lock.setAccessibleDescription(translate("area", "Close the physiotherapist's area"))
        self.notice = NoticePanel()
        self.stack = QStackedWidget()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        desk.page_requested.connect(self.show_tab)
        desk.question.connect(self._ask)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.currentWidget()

    @property
    def is_busy(self) -> bool:
        """Whether something goes on that must not be locked away."""
        return any(bool(getattr(page, "is_busy", False)) for page in self._made.values())

    def begin(self) -> None:
        """Show the first page."""
        first = next(iter(self._tabs))
        self.show_tab(first)
        self.buttons[first].setFocus()

    def show_tab(self, key: str) -> None:
        """Show another page; the one before it may want to stay."""
        is_other = self._made.get(key) is not self.page
        if is_other and not self.may_leave():
            self._check_button()
            return
        if key not in self._made:
            try:
                page = self._tabs[key].make(self.desk)
            except RecordError as error:
                self.desk.home.failed.emit(error)
                self._check_button()
                return
            self._made[key] = page
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self._made[key])
        self._check_button()
        self.refresh()

    def may_leave(self) -> bool:
        """Whether the page lets go."""
        may_leave = getattr(self.page, "may_leave", None)
        return may_leave is None or bool(may_leave())

    def keep_begun(self) -> None:
        """Keep what was begun on any page."""
        for page in self._made.values():
            keep = getattr(page, "keep_begun", None)
            if keep is not None:
                keep()

    def close_all(self) -> None:
        """Let every page end what it holds."""
        for page in self._made.values():
            _close(page)

    def refresh(self) -> None:
        """Show whose it is, and the page as it is now."""
        home = self.desk.home
        sides = [care_texts.side(side) for side in home.about.sore_sides]
        self.person.setText("  ·  ".join([home.person.name, *sides]))
        if self._checked != home.person.id:
            self._checked = home.person.id
            self._begin_anew()
            self._check_trail()
        refresh = getattr(self.page, "refresh", None)
        if refresh is not None:
            try:
                refresh()
            except RecordError as error:
                home.failed.emit(error)

    def _begin_anew(self) -> None:
        """Make every other page anew for another person: nothing of one is kept for the next."""
        for key, page in list(self._made.items()):
            if page is not self.page:
                _close(page)
                self.stack.removeWidget(page)
                page.deleteLater()
                del self._made[key]

    def _check_trail(self) -> None:
        """Say so where what was set for this person is not as it was set."""
        try:
            is_whole = not self.desk.checked().faults
        except RecordError as error:
            self.desk.home.failed.emit(error)
            return
        if is_whole or "trail" not in self._tabs:
            return
        self.notice.ask(
            translate("area", "Something of {0} was changed from outside this program.").format(
                self.desk.home.person.name
            ),
            translate(
                "area", "Limits or permissions may not be what you set. Look before you go on."
            ),
            (translate("area", "Look at the trail"), lambda: self.show_tab("trail")),
            (translate("area", "Later"), lambda: None),
        )

    def _ask(self, title: str, body: str, first: Answer, other: Answer) -> None:
        self.notice.ask(title, body, first, other)

    def _check_button(self) -> None:
        for key, each in self.buttons.items():
            each.setChecked(self._made.get(key) is self.page)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        who = text_label(self.desk.name, is_muted=True)
        head.addWidget(self.person, 1)
        head.addWidget(who, 0)
        head.setSpacing(16)
        who.setSizePolicy(self.lock.sizePolicy())
        who.setWordWrap(False)
        head.addWidget(self.lock)
        row = QWidget()
        flow = FlowLayout(row, 6)
        group = QButtonGroup(row)
        for key, tab in self._tabs.items():
            each = button(tab.title())
            each.setObjectName("nav")
            each.setCheckable(True)
            each.clicked.connect(lambda _, k=key: self.show_tab(k))
            group.addButton(each)
            self.buttons[key] = each
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        rows = QVBoxLayout()
        rows.setContentsMargins(24, 6, 24, 6)
        rows.addWidget(row)
        column.addLayout(rows)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)


def _close(page: QWidget) -> None:
    """Let a page end what it holds."""
    close_work = getattr(page, "close_work", None)
    if close_work is not None:
        close_work()
    for work in page.findChildren(LongWork):
        work.stop()
    page.close()
