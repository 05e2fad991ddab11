"""The replay in a window of its own."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from coach.replay.opened import OpenedWalk
from ui import texts
from ui.replay.desk import ReplayDesk

_SIZE = QSize(1280, 780)


class ReplayWindow(QMainWindow):
    """A replay desk with a title."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = ReplayDesk()
        self.setCentralWidget(self.desk)
        self.setWindowTitle(self._title(""))
        self.desk.shown.connect(self._show_title)
        help_key = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        help_key.activated.connect(self.desk.show_keys)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the worker and let what is being written be written."""
        self.desk.close_all()
        super().closeEvent(event)

    def _show_title(self, walk: OpenedWalk) -> None:
        self.setWindowTitle(self._title(walk.info.name))

    def _title(self, name: str) -> str:
        return self.tr("Replay – {0}").format(name or texts.app_name())


def show_replay(path: Path, parent: QWidget, *, at_s: float | None = None) -> ReplayWindow:
    """Show a kept walk beside another window, from a moment on; gone once it is closed."""
    window = ReplayWindow()
    window.setParent(parent, Qt.WindowType.Window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.desk.open(path, at_s=at_s)
    window.show()
    return window


def run_replay(path: Path | None) -> int:
    """Show a replay until its window is closed, and return the exit code."""
    from ui.app import make_application
    from ui.interrupt import Interrupts

    app = make_application()
    window = ReplayWindow()
    interrupts = Interrupts(app.closeAllWindows, window)
    if path is not None:
        window.desk.open(path)  # it is read while the window is made
    window.show()
    code = app.exec()
    window.desk.close_all()
    interrupts.close()
    return code
