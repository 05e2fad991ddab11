"""Work that takes long: done in a thread, with a bar that shows how far it is and a way to stop."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.background import Background

_LOOK_EVERY_MS = 50

Work = Callable[[Callable[[float], None]], object]
"""Told how to say which share is done, 0 to 1; saying so may raise `Cancelled`."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Somebody stopped the work."""


class LongWork(QWidget):
    """Hidden until something is begun; one thing at a time.

    The thread touches no Qt: a timer of the window looks how far it is.
    """

    done = Signal(object)
    """With what the work returned."""
    failed = Signal(object)
    """With the error."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.cancel = QProgressBar(), QPushButton()
        self.cancel.setText(QCoreApplication.translate("work", "Cancel"))
        self.cancel.setAutoDefault(True)
        self.cancel.clicked.connect(self.stop)
        self.bar.setRange(0, 1000)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._share, self._is_stopped = 0.0, threading.Event()
        self._background = Background(self)
        self.is_running = False
        """Whether something goes on."""
        self.hide()

    def begin(self, words: str, work: Work) -> None:
        """Begin; without effect while something goes on."""
        if self.is_running:
            return
        self.is_running, self._share = True, 0.0
        self._is_stopped.clear()
        self.bar.setValue(0)
        self.bar.setFormat(f"{words}  %p %")
        self.bar.setAccessibleName(words)
        self._background.run(lambda: work(self._tell), self._finish, self._fail)
        self._timer.start()
        self.show()

    def stop(self) -> None:
        """Ask the work to stop; it does so where it next says how far it is."""
        self._is_stopped.set()

    def _tell(self, share: float) -> None:
        if self._is_stopped.is_set():
            raise Cancelled
        self._share = share

    def _look(self) -> None:
        self.bar.setValue(round(1000 * self._share))

    def _finish(self, result: object) -> None:
        self._leave()
        self.done.emit(result)

    def _fail(self, error: Exception) -> None:
        self._leave()
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)

    def _leave(self) -> None:
        self.is_running = False
        self._timer.stop()
        self.hide()
