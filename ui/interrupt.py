"""Lets Ctrl-C, a request to end and a closed terminal close the windows as a person would."""

import signal
import socket
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class Interrupts(QObject):
    """Calls a function on the event loop when the process is asked to end.

    Python runs a signal handler in the middle of whatever it does, and what it raises there is lost
    in Qt. So the handlers do nothing, and the byte that Python writes for every signal wakes the
    event loop. A signal that is ignored from outside (``nohup``) stays ignored.
    """

    def __init__(self, function: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._function = function
        self._reads, self._wakes = socket.socketpair()
        for end in (self._reads, self._wakes):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reads.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._before_fd = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        self._before: dict[signal.Signals, Any] = {}
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, lambda *_: None)

    def close(self) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        signal.set_wakeup_fd(self._before_fd)
        self._notifier.setEnabled(False)
        self._reads.close()
        self._wakes.close()

    def _heard(self) -> None:
        numbers = self._reads.recv(64)
        if any(number in self._before for number in numbers):
            self._function()
