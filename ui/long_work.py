"""Long work beside the window: one piece at a time, with progress, and given up when asked."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coach.walk_look import LookCancelledError

_log = logging.getLogger(__name__)
_STEP = 0.01

Progress = Callable[[float], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], object]


class LongWork(QObject):
    """Does one thing at a time on a thread of its own; what is begun anew gives up the old.

    Signals
    -------
    done(object)
        With what the work returned.
    failed(object)
        With the exception it ended by.
    progressed(float)
        0 to 1.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)
    _ended = Signal(int, object, object)
    _went_on = Signal(int, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._ended.connect(self._tell_end)
        self._went_on.connect(self._tell_progress)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Begin; `work` is called with where to tell progress and whom to ask whether to stop."""
        self.cancel()
        self._number += 1
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(self._number, work, self._stop), name="desk", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Give up what is being done, and wait for it to stop; safe without any."""
        thread, self._thread = self._thread, None
        self._stop.set()
        if thread is not None:
            thread.join()

    def _run(self, number: int, work: Work, stop: threading.Event) -> None:
        last = -1.0

        def progress(share: float) -> None:
            nonlocal last
            if share - last >= _STEP or share >= 1.0:
                last = share
                self._went_on.emit(number, share)

        try:
            result = work(progress, stop.is_set)
        except LookCancelledError:
            return
        except Exception as error:  # noqa: BLE001  # top of a thread: the window must hear of it
            _log.info("work beside the window ended by %s", type(error).__name__)
            self._ended.emit(number, None, error)
        else:
            self._ended.emit(number, result, None)

    def _tell_end(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._number or self._stop.is_set():
            return
        self._thread = None
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)

    def _tell_progress(self, number: int, share: float) -> None:
        if number == self._number and not self._stop.is_set():
            self.progressed.emit(share)
