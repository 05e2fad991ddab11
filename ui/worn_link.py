"""The bridge to a sensor worn outside of a walk; it lives on a worker loop of its own."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coach.worn import WornStream
    from ui.worker import WorkerLoop

_log = logging.getLogger(__name__)


class WornLink(QObject):
    """One sensor on the thigh at a time; updates come as queued signals, a few a minute."""

    updated = Signal(object)
    """With each `WornUpdate`."""
    ended = Signal(object)
    """With the error that ended it, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: WorkerLoop | None = None
        self._running: Future[None] | None = None
        self._stream: WornStream | None = None
        self._least_lift_deg: float | None = None
        self.is_running = False

    def start(self, make_stream: "Callable[[], WornStream]") -> None:
        """Begin with a stream, made on the worker's thread; without effect while one runs."""
        if self.is_running:
            return
        self.is_running = True
        if self._worker is None:
            from ui.worker import WorkerLoop

            self._worker = WorkerLoop("worn")
        self._running = self._worker.submit(self._run(make_stream))

    def count(self, least_lift_deg: float | None) -> None:
        """Count repetitions from now on, or none; holds for a stream that begins later too."""
        self._least_lift_deg = least_lift_deg
        if self._worker is not None and self.is_running:
            self._worker.submit(self._tell_count(least_lift_deg))

    def stop(self) -> None:
        """Let go of the sensor; `ended` follows."""
        if self._worker is not None and self.is_running:
            self._worker.submit(self._tell_stop())

    def close(self) -> None:
        """Let go and end the thread; safe to call twice."""
        if self._worker is None:
            return
        self._worker.stop_after(self._running, self.stop)
        self._worker = None

    async def _tell_count(self, least_lift_deg: float | None) -> None:
        if self._stream is not None:
            self._stream.count(least_lift_deg)

    async def _tell_stop(self) -> None:
        if self._stream is not None:
            self._stream.stop()

    async def _run(self, make_stream: "Callable[[], WornStream]") -> None:
        self._stream = None
        failed: Exception | None = None
        try:
            self._stream = make_stream()
            self._stream.count(self._least_lift_deg)
            await self._stream.run(self.updated.emit)
        except Exception as error:  # noqa: BLE001 - a thread's top; the window words it
            _log.info("the worn sensor failed", exc_info=True)
            failed = error
        self.is_running = False
        self.ended.emit(failed)
