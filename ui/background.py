"""Short work that would hold up the window, on a thread of its own."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)


class Background(QObject):
    """Calls a function elsewhere, and what came of it here."""

    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[threading.Thread] = []
        self._ended.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Call `work` on a thread; `then` gets what it returns, `failed` what it raised."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(
            target=self._work, args=(work, then, failed), name="background", daemon=True
        )
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Wait for what still runs: what is being written is written whole."""
        for thread in self._threads:
            thread.join()

    def _work(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - a thread's top; the window words it
            _log.info("work in the background failed", exc_info=True)
            self._tell(failed, error)
        else:
            self._tell(then, result)

    def _tell(self, call: Callable[[Any], object], argument: Any) -> None:
        with suppress(RuntimeError):  # whoever asked has gone, and Qt's part of this with them
            self._ended.emit(call, argument)

    @staticmethod
    def _hand_on(call: Callable[[Any], object], argument: Any) -> None:
        call(argument)
