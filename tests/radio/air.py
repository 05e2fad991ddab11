"""When a virtual sensor's notifications are heard: on its own clock, however slow the machine is.

Sensors that send no time are timed by arrivals, and a machine that is held up looks like a radio
that lost something. So a walk over the fake radio is stamped with what a radio would do, and the
sensor waits until each notification has come through before it sends the next.
"""

import asyncio
from collections.abc import Callable, Sequence

import numpy as np

from tests.radio.encoders import Notification

_GIVE_UP_S = 1.0


def at_once(sent: Sequence[Notification], rate_hz: float, seed: int = 1) -> list[float]:
    """Arrival times (s) where nothing waits: half a millisecond on the way, now and then more."""
    draw = np.random.default_rng(seed)
    arrivals_s: list[float] = []
    last_s = 0.0
    for each in sent:
        last_s = max(last_s + 1e-5, each.sample_idx / rate_hz + draw.exponential(0.5e-3))
        arrivals_s.append(last_s)
    return arrivals_s


def in_bursts(
    sent: Sequence[Notification], rate_hz: float, interval_s: float, seed: int = 1
) -> list[float]:
    """Arrival times (s) of a connection interval: all that waits, 1 to 3 ms each; 2 % fail."""
    draw = np.random.default_rng(seed)
    arrivals_s: list[float] = []
    event_s = 0.0
    while len(arrivals_s) < len(sent):
        event_s += interval_s
        if draw.random() < 0.02:
            continue
        arrival_s = event_s + 0.001 + abs(draw.normal(0, 0.001))
        while (i := len(arrivals_s)) < len(sent) and sent[i].sample_idx / rate_hz < event_s:
            arrivals_s.append(arrival_s)
            arrival_s += draw.uniform(0.001, 0.003)
    return arrivals_s


class Air:
    """The way from a virtual sensor to whoever listens, with times of its own.

    Parameters
    ----------
    arrivals_s : sequence of float
        When each notification is heard, if it is.
    events : sequence of (float, callable)
        What happens besides, in order of time.

    Attributes
    ----------
    now_s : float
        Time of the notification that is on its way.
    """

    def __init__(
        self,
        arrivals_s: Sequence[float],
        events: Sequence[tuple[float, Callable[[], None]]] = (),
    ) -> None:
        self._arrivals_s = arrivals_s
        self._events = list(events)
        self.now_s = 0.0
        self._on_its_way: bytes | None = None
        self._has_come = asyncio.Event()

    def clock(self) -> float:
        """What the listener's clock says."""
        return self.now_s

    def sends(self, i: int, payload: bytes) -> None:
        """The notification of that number leaves now."""
        self.now_s = max(self.now_s, self._arrivals_s[i])
        self._on_its_way = payload
        self._has_come.clear()
        while self._events and self._events[0][0] <= self.now_s:
            self._events.pop(0)[1]()

    def heard(self, payload: bytes) -> None:
        """The listener has it."""
        if payload == self._on_its_way:
            self._has_come.set()

    async def wait(self) -> None:
        """Until it was heard; for a second at most, as a link may break meanwhile."""
        try:
            async with asyncio.timeout(_GIVE_UP_S):
                await self._has_come.wait()
        except TimeoutError:
            return
