"""Behind the door of the physio's area: a row of pages about one person, and a way out."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from coach.records.errors import RecordError
from ui import care_texts
from ui.page_stack import PageStack
from ui.physio.desk import Desk
from ui.physio.tabs import Tab
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.long_work import LongWork
from ui.widgets.notice import Answer, NoticePanel
from ui.widgets.sheet import text_label

translate = QCoreApplication.translate


class OpenArea(QWidget):
    """Behind the door: a row of pages, whose person it is, and a way out."""

    def __init__(self, desk: Desk, tabs: tuple[Tab, ...]) -> None:
        super().__init__()
        self.desk = desk
        desk.setParent(self)
        self._tabs = tabs
        self._checked: int | None = None
        self.person = text_label("", 1.2, is_bold=True)
        self.lock = push_button(translate("area", "Lock"))
        self.lock.setAccessibleDescription(translate("area", "Close the physiotherapist's area"))
        self.notice = NoticePanel()
        self.stack = PageStack({tab.key: partial(tab.make, desk) for tab in tabs})
        self.buttons = self.stack.buttons
        self._lay_out()
        desk.page_requested.connect(self._go_to)
        self.stack.shown.connect(self.refresh)
        self.stack.failed.connect(desk.home.failed)
        desk.question.connect(self._ask)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.page

    @property
    def is_busy(self) -> bool:
        """Whether something goes on that must not be locked away."""
        return any(bool(getattr(page, "is_busy", False)) for page in self.stack.made)

    def begin(self) -> None:
        """Show the first page."""
        first = self._tabs[0].key
        self.show_tab(first)
        self.buttons[first].setFocus()

    def show_tab(self, key: str) -> None:
        """Show another page; the one before it may want to stay."""
        self.stack.show_page(key)

    def _go_to(self, key: str) -> None:
        """Show a page that another one asked for, and let the keyboard go on there."""
        self.show_tab(key)
        self.buttons[key].setFocus()

    def may_leave(self) -> bool:
        """Whether the page lets go."""
        return self.stack.may_leave()

    def keep_begun(self) -> None:
        """Keep what was begun on any page."""
        for page in self.stack.made:
            keep = getattr(page, "keep_begun", None)
            if keep is not None:
                keep()

    def close_all(self) -> None:
        """Let every page end what it holds."""
        for page in self.stack.made:
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
        self.stack.refresh()

    def _begin_anew(self) -> None:
        """Make every other page anew for another person: nothing of one is kept for the next."""
        for page in self.stack.take_others():
            _close(page)
            page.deleteLater()

    def _check_trail(self) -> None:
        """Say so where what was set for this person is not as it was set."""
        try:
            is_whole = not self.desk.checked().faults
        except RecordError as error:
            self.desk.home.failed.emit(error)
            return
        if is_whole or "trail" not in self.buttons:
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
        for tab in self._tabs:
            button = push_button(tab.title())
            self.stack.add_button(tab.key, button)
            flow.addWidget(button)
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
