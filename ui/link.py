"""The bridge to the walk: one asyncio loop in one worker thread, updates through a deque.

The walk itself (sensor, pipeline, decision, delivery) lives on the worker's loop and never waits
for the window. Updates are put into a deque that the window empties at its own pace; only the end
of a walk travels as a queued signal.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.live import LiveWalk, WalkUpdate

_log = logging.getLogger(__name__)
_MOST_WAITING = 12_000  # two minutes of single samples: a frozen window loses drawing, not the walk
_STOP_WITHIN_S = 10.0


class WorkerLoop:
    """An asyncio loop that runs in its own thread until it is stopped."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=name, daemon=True)
        self._thread.start()

    def submit(self, coroutine: Coroutine[Any, Any, None]) -> "Future[None]":
        """Run a coroutine there."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def call(self, function: Callable[[], object]) -> None:
        """Call a function there."""
        self._loop.call_soon_threadsafe(function)

    def stop(self) -> None:
        """Cancel what still runs, let it clean up, and end the thread; safe to call twice."""
        if self._loop.is_closed():
            return
        try:
            self.submit(_cancel_all()).result(_STOP_WITHIN_S)
        except TimeoutError:
            _log.warning("something on the worker loop did not end in %s s", _STOP_WITHIN_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_STOP_WITHIN_S)
        if not self._thread.is_alive():
            self._loop.close()


async def _cancel_all() -> None:
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class WalkLink(QObject):
    """One walk on a worker loop, seen from the window.

    Parameters
    ----------
    make_walk
        Called on the worker thread, so that what it imports does not hold up the first paint.
    """

    ended = Signal()
    failed = Signal(object)

    def __init__(self, make_walk: "Callable[[], LiveWalk]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_walk = make_walk
        self._walk: LiveWalk | None = None
        self._updates: deque[WalkUpdate] = deque(maxlen=_MOST_WAITING)
        self._worker: WorkerLoop | None = None
        self._running: Future[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a walk has begun and not ended."""
        return self._running is not None and not self._running.done()

    def start(self) -> None:
        """Begin the walk; without effect while one runs."""
        if self.is_running:
            return
        if self._worker is None:
            self._worker = WorkerLoop("link")
        self._running = self._worker.submit(self._run())

    def take(self) -> "list[WalkUpdate]":
        """Return every update that came since the last call."""
        taken = []
        while self._updates:
            taken.append(self._updates.popleft())
        return taken

    def pause(self) -> None:
        """Pause the coach; samples are still kept."""
        self._ask(lambda walk: walk.pause())

    def resume(self) -> None:
        """Go on after a pause."""
        self._ask(lambda walk: walk.resume())

    def end(self) -> None:
        """Ask the walk to end; `ended` follows once everything is kept."""
        self._ask(lambda walk: walk.stop())

    def mark_pain(self) -> None:
        """Mark pain at the newest sample."""
        self._ask(lambda walk: walk.mark_pain())

    def set_limit(self, limit: "Limit | None") -> None:
        """Judge by another limit from the next stride on."""
        self._ask(lambda walk: walk.set_limit(limit))

    def close(self) -> None:
        """End the walk if one runs, wait until it is kept, end the thread; safe to call twice."""
        if self._worker is None:
            return
        if self._running is not None and not self._running.done():
            self.end()
            try:
                self._running.result(_STOP_WITHIN_S)
            except TimeoutError:
                _log.warning("the walk did not end in %s s", _STOP_WITHIN_S)
        self._worker.stop()
        self._worker = None

    def _ask(self, what: "Callable[[LiveWalk], object]") -> None:
        if self._worker is not None and self.is_running:
            self._worker.call(lambda: what(self._walk) if self._walk is not None else None)

    async def _run(self) -> None:
        try:
            self._walk = self._make_walk()
            await self._walk.run(self._updates.append)
        except asyncio.CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - a thread's top: the window words any error
            _log.exception("the walk failed")
            self.failed.emit(error)
        else:
            self.ended.emit()
