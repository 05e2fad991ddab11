"""Notifications on their way from the radio's callback to whoever reads them."""

import asyncio
from collections import deque
from collections.abc import Callable

from sensors.source import RawNotification

_WINDOW_S = 1.0
_FASTEST_HZ = 200.0
_MAX_WAITING = 20_000
"""100 s of the fastest sensor: a reader that late has stopped reading."""


class Inbox:
    """Keeps the notifications of one connection in order; refuses a flood; wakes its one reader.

    Everything but `wait` returns at once, so it may be called from Bleak's callbacks.

    Attributes
    ----------
    is_lost : bool
        The link ended.
    is_flooded : bool
        More notifications than `max_rate_hz` came in one second; nothing is kept since. A program
        that stood still for some seconds gets at once what was sent meanwhile: that is no flood.
    n_dropped : int
        Notifications not kept, because of a flood or because nobody read them.
    """

    def __init__(self, clock: Callable[[], float], max_rate_hz: float) -> None:
        self._clock = clock
        self._max_in_window = int(max_rate_hz * _WINDOW_S)
        self._waiting: deque[RawNotification] = deque()
        self._awake = asyncio.Event()
        self._window_start_s = self._last_s = clock()
        self._n_in_window = self._n_held_up = 0
        self.is_lost = self.is_flooded = False
        self.n_dropped = 0

    def put(self, char: str, payload: bytes) -> None:
        """Keep a notification with the time at which it came."""
        arrival_s = self._clock()
        silent_s = arrival_s - self._last_s
        self._last_s = arrival_s
        if arrival_s - self._window_start_s > _WINDOW_S:
            self._window_start_s, self._n_in_window = arrival_s, 0
            self._n_held_up = min(int(silent_s * _FASTEST_HZ), _MAX_WAITING)
        self._n_in_window += 1
        is_flood = self._n_in_window > self._max_in_window + self._n_held_up
        self.is_flooded = self.is_flooded or is_flood
        if self.is_flooded or len(self._waiting) >= _MAX_WAITING:
            self.n_dropped += 1
        else:
            self._waiting.append(RawNotification(arrival_s, char, payload))
        self._awake.set()

    def lose(self) -> None:
        """Note that the link ended."""
        self.is_lost = True
        self._awake.set()

    def wake(self) -> None:
        """Let the reader look around."""
        self._awake.set()

    async def wait(self, timeout_s: float) -> None:
        """Return when something came or happened, at the latest after `timeout_s`."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._awake.wait()
        except TimeoutError:
            pass
        self._awake.clear()

    def take(self) -> list[RawNotification]:
        """Return all that waits, oldest first."""
        taken = list(self._waiting)
        self._waiting.clear()
        return taken
