"""Behind the door of the physio's area: a row of pages about one person, and a way out."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.records.errors import RecordError
from ui import care_texts
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
        self._tabs = {tab.key: tab for tab in tabs}
        self._made: dict[str, QWidget] = {}
        self._checked: int | None = None
        self.person = text_label("", 1.2, is_bold=True)
        self.lock = push_button(translate("area", "Lock"))
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
            each = push_button(tab.title())
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
