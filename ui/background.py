"""Short work that would hold up the window, on a thread of its own."""

import logging
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from ui.mailbox import Mailbox

_log = logging.getLogger(__name__)

Work = Callable[[], Any]


class _Running(NamedTuple):
    """What was asked for, kept here: the window's thread is the last to let go of it."""

    thread: threading.Thread
    work: Work
    then: Callable[[Any], object]
    failed: Callable[[Exception], object]


class _Ended(NamedTuple):
    number: int
    result: Any
    error: Exception | None


class Background(QObject):
    """Calls a function elsewhere, and what came of it here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, _Running] = {}
        self._n_begun = 0
        self._mailbox = Mailbox(self, self._hand_on)

    def run(
        self,
        work: Work,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Call `work` on a thread; `then` gets what it returns, `failed` what it raised."""
        self._n_begun += 1
        number = self._n_begun
        thread = threading.Thread(
            target=_work, args=(number, work, self._mailbox), name="background", daemon=True
        )
        self._running[number] = _Running(thread, work, then, failed)
        thread.start()

    def close(self) -> None:
        """Wait for what still runs: what is being written is written whole."""
        for running in self._running.values():
            running.thread.join()

    def _hand_on(self, ended: _Ended) -> None:
        running = self._running[ended.number]
        running.thread.join()  # at its end already; with it goes what it held
        del self._running[ended.number]
        if ended.error is None:
            running.then(ended.result)
        else:
            running.failed(ended.error)


def _work(number: int, work: Work, mailbox: Mailbox) -> None:
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - a thread's top; the window words it
        _log.info("work in the background failed", exc_info=True)
        mailbox.put(_Ended(number, None, error))
    else:
        mailbox.put(_Ended(number, result, None))
