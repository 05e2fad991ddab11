"""When samples of a recording are due, so that it plays in real time, or so many times as fast."""

import asyncio

_MOST_BEHIND_S = 1.0  # a longer delay was a suspended machine: go on from there, do not race


class Pacer:
    """Says when a sample is due, by one fixed point of both clocks, so that nothing drifts."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._start_s: float | None = None  # loop time of sample time zero

    def restart(self) -> None:
        """The next sample is due at once."""
        self._start_s = None

    async def due(self, t_s: float) -> float:
        """Wait until the sample of this time is due; return when that was, in loop time."""
        now_s = asyncio.get_running_loop().time()
        if self._start_s is None or now_s > self._start_s + t_s / self._speed + _MOST_BEHIND_S:
            self._start_s = now_s - t_s / self._speed
        due_s = self._start_s + t_s / self._speed
        await asyncio.sleep(max(0.0, due_s - now_s))
        return due_s
