"""From any thread to the window's: whoever is to hear of it may have gone meanwhile."""

import atexit
import threading
from collections.abc import Callable
from functools import cache
from typing import Any
from weakref import WeakMethod, ref

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid


class _Post(QObject):
    """Carries messages to the thread of the window; it lives as long as the program."""

    came = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._lock, self._is_open = threading.RLock(), True
        atexit.register(self.close)  # Qt's own end comes later, and takes this with it

    def send(self, mailbox: "Mailbox", message: object) -> None:
        """Carry a message, while there is anybody left."""
        with self._lock:
            if self._is_open:
                self.came.emit(mailbox, message)

    def close(self) -> None:
        """Carry nothing any more; threads may still speak."""
        with self._lock:
            self._is_open = False

    @staticmethod
    def _deliver(mailbox: "Mailbox", message: object) -> None:
        mailbox.deliver(message)


@cache
def _post() -> _Post:
    return _Post()


class Mailbox:
    """Takes messages from threads; a method of their owner gets them on the window's.

    A thread must not emit a signal of an object that the window may delete at that moment: Qt
    then reads memory that is no longer there. Here it speaks to one that is never deleted, and
    whether the receiver is left is looked at where receivers are deleted, on the window's thread.
    A mailbox holds its receiver weakly, so that the last to let go of it is never a thread.
    """

    def __init__(self, owner: QObject, take: Callable[[Any], object]) -> None:
        self._owner, self._take = ref(owner), WeakMethod(take)
        self._post = _post()

    def put(self, message: object) -> None:
        """Hand this over; returns at once, from any thread."""
        self._post.send(self, message)

    def deliver(self, message: object) -> None:
        """Let the receiver have it, if it is left."""
        owner, take = self._owner(), self._take()
        if owner is not None and take is not None and isValid(owner):
            take(message)
