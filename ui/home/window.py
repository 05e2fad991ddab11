"""The home's window: a column of pages at the left, the page at the right, notices above it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coach.care.resting import BreakCue
from coach.records.errors import RecordError
from ui import texts
from ui.home.home import Home
from ui.home.pages import PAGES, Page
from ui.home.still_break import BreakNotice
from ui.page_stack import PageStack
from ui.patient.help import HelpDialog
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.notice import NoticePanel

_LOOK_FOR_BREAK_EVERY_MS = 20_000
_PRESCRIPTION = ".prescription"


class HomeWindow(QMainWindow):
    """Shows one page at a time; Ctrl+1, Ctrl+2 … and the buttons change it."""

    person_requested = Signal()
    """Somebody else's home is wanted."""

    def __init__(self, home: Home, pages: tuple[Page, ...] = PAGES) -> None:
        super().__init__()
        self.home = home
        self._pages = pages
        self.setWindowTitle(texts.app_name())
        self.setAcceptDrops(True)
        self.notice, self.break_notice = NoticePanel(), BreakNotice()
        self.stack = PageStack({page.key: partial(page.make, home) for page in pages})
        self.buttons = self.stack.buttons
        self.person = push_button()
        self.is_walking = False
        """Whether a walk goes on in another window: then nothing is locked."""
        self.setCentralWidget(self._content())
        home.page_requested.connect(self.show_page)
        self.stack.shown.connect(self._refresh)
        self.stack.failed.connect(self.tell_error)
        home.changed.connect(self._refresh)
        home.failed.connect(self.tell_error)
        self.show_page(pages[0].key)
        self._tell_breaks()
        self.resize(1280, 900)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.page

    def show_page(self, key: str) -> None:
        """Show a page, made when it is first wanted; the page before it may want to stay."""
        self.stack.show_page(key)

    def focus_page(self) -> None:
        """Let the keyboard begin on the page, where the page knows what comes first."""
        focus_first = getattr(self.page, "focus_first", None)
        if focus_first is not None:
            focus_first()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a physiotherapist's prescription that is dragged here, and nothing else."""
        if _prescription(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what the prescription sets, or why it is refused."""
        from ui.home.prescription_dialog import take_file

        path = _prescription(event)
        if path is not None:
            event.acceptProposedAction()
            take_file(self.home, path, self)

    def tell_error(self, error: Exception) -> None:
        """Say what could not be read or kept."""
        said = texts.error_words(error)
        self.tell(said.happened, said.body)

    def tell(self, title: str, body: str) -> None:
        """Say something that is read once."""
        self.notice.tell(title, body, self.tr("Understood"), lambda: None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the page has something open that must not be lost."""
        if self.stack.may_leave():
            super().closeEvent(event)
        else:
            event.ignore()

    def _tell_breaks(self) -> None:
        """Show when it is time for a break."""
        notice = self.break_notice
        try:
            keeper = self.home.still_break
        except RecordError as error:
            self.tell_error(error)
            return
        keeper.due.connect(self._show_break)
        keeper.over.connect(notice.hide)
        notice.moved.connect(keeper.has_moved)
        notice.snoozed.connect(keeper.snooze)
        notice.driving_chosen.connect(self._drive)
        timer = QTimer(self)
        timer.timeout.connect(self.look_for_break)
        timer.start(_LOOK_FOR_BREAK_EVERY_MS)

    def look_for_break(self) -> None:
        """See whether a break is due, unless nobody sees it or a walk goes on."""
        if self.isVisible() and not self.is_walking:
            self.home.still_break.look()

    def _show_break(self, cue: BreakCue) -> None:
        self.break_notice.tell(cue, is_driving=self.home.still_break.is_driving)
        QApplication.alert(self)

    def _drive(self, is_driving: bool) -> None:
        self.home.still_break.set_driving(is_driving=is_driving)
        self.break_notice.hide()

    def _refresh(self) -> None:
        self.person.setText(f"{self.home.person.name.replace('&', '&&')}  ▾")
        self.stack.refresh()

    def _content(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation())
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.break_notice)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        return content

    def _navigation(self) -> QWidget:
        box = QWidget()
        box.setObjectName("nav")
        column = QVBoxLayout(box)
        column.setContentsMargins(10, 18, 10, 12)
        name = QLabel(texts.app_name())
        name.setFont(scaled_font(name.font(), 1.3, is_bold=True))
        self.person.setObjectName("nav")
        self.person.setAccessibleDescription(self.tr("Change to somebody else"))
        self.person.clicked.connect(self.person_requested)
        column.addWidget(name)
        column.addWidget(self.person)
        column.addSpacing(12)
        for n, page in enumerate(self._pages, 1):
            button = push_button(page.title())
            button.setToolTip(self.tr("Ctrl+{0}").format(n))
            self.stack.add_button(page.key, button)
            column.addWidget(button)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{n}"), self)
            shortcut.activated.connect(partial(self.show_page, page.key))
        column.addStretch(1)
        help_button = push_button(self.tr("Help (F1)"))
        help_button.setObjectName("nav")
        help_button.clicked.connect(self._show_help)
        column.addWidget(help_button)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self._show_help)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        area.setWidget(box)
        area.setMinimumWidth(box.sizeHint().width() + 24)
        return area

    def _show_help(self) -> None:
        HelpDialog(self).show()


def _prescription(event: QDropEvent) -> Path | None:
    """The prescription among files that are dropped."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix == _PRESCRIPTION), None)
