"""Takes pictures of windows once they have settled."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.look import Look

_SETTLE_MS = 80
_PATIENCE_MS = 60_000
_LOOK_EVERY_MS = 20


class Tour:
    """One walk through the program in one language and theme.

    Parameters
    ----------
    language : str
        Two letters; with the theme they end the name of every picture.
    size : (int, int)
        Width and height of every window, pixels.
    """

    def __init__(
        self, app: QApplication, out: Path, language: str, size: tuple[int, int], look: Look
    ) -> None:
        self.app, self.language, self.look = app, language, look
        self._out, self._size = out, size
        self._ending = f"{language}_{look.theme}"
        self.n_pictures = 0

    def picture(self, widget: QWidget, name: str) -> None:
        """Take a picture of a window; dialogs keep the size they choose."""
        if not isinstance(widget, QDialog):
            widget.showNormal()
            widget.resize(*self._size)
        self.pause(_SETTLE_MS)
        widget.grab().save(str(self._out / f"{name}_{self._ending}.png"))
        self.n_pictures += 1

    def pause(self, ms: int) -> None:
        """Let the program live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait_for(self, is_so: Callable[[], object]) -> bool:
        """Let the program live until something is so; False where patience ran out first."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not is_so():
            if deadline.hasExpired():
                return False
            self.pause(_LOOK_EVERY_MS)
        return True
