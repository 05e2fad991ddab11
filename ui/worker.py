"""One asyncio loop in one thread, for whatever must not wait for the window."""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any

_log = logging.getLogger(__name__)
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

    def stop_after(self, running: "Future[None] | None", ask_to_end: Callable[[], object]) -> None:
        """Ask what runs there to end, wait until it has, and stop."""
        if running is not None and not running.done():
            ask_to_end()
            try:
                running.result(_STOP_WITHIN_S)
            except TimeoutError:
                _log.warning("%s did not end in %s s", self._thread.name, _STOP_WITHIN_S)
        self.stop()

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
