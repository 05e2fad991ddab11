"""Watches whether anybody uses the program, for what locks itself when nobody does."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from coach.records.autolock import AutoLock

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


class UseWatch(QObject):
    """Notes keys and mouse from `start` to `stop`, and asks now and then whether to lock.

    Parameters
    ----------
    look : callable
        Called every fifteen seconds between `start` and `stop`.
    now_s : callable
        The clock by which use is counted, in seconds.
    """

    def __init__(
        self,
        look: Callable[[], object],
        parent: QObject,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._lock = AutoLock(now_s())
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(look)

    def start(self) -> None:
        """Begin to watch; nothing has been used for no time at all."""
        self._lock = AutoLock(self._now_s())
        self._timer.start()
        self.listen(is_listening=True)

    def stop(self) -> None:
        """Watch no longer; safe to call twice."""
        self._timer.stop()
        self.listen(is_listening=False)

    def listen(self, *, is_listening: bool) -> None:
        """Hear of keys and mouse, or not: what listens slows every event down."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if is_listening:
                app.installEventFilter(self)

    def is_due(self, *, is_walking: bool) -> bool:
        """Whether nobody used the program for long enough; a walk that goes on is use."""
        return self._lock.is_due(self._now_s(), is_walking=is_walking)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Note what is use, and let everything pass."""
        if event.type() in _USES:
            self._lock.used(self._now_s())
        return False
