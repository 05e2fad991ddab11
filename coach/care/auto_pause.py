"""When a walk pauses by itself: sitting or lying at once, standing after a while; walking ends it.

Time comes with the samples; no clock is read.
"""

from collections.abc import Iterable

from coach.gait.events import GaitEvent, Posture, PostureChange

STOOD_FOR_S = 20.0
"""So long a stand is a rest; a shorter one is a door, a corner, somebody to talk to."""


class AutoPause:
    """Gait events and the time in; whether the walk's time stands still."""

    def __init__(self) -> None:
        self._posture = Posture.UNKNOWN
        self._since_s = 0.0
        self._is_paused = False

    @property
    def is_paused(self) -> bool:
        """Whether the person rests."""
        return self._is_paused

    @property
    def since_s(self) -> float:
        """When the present posture began."""
        return self._since_s

    def see(self, now_s: float, events: Iterable[GaitEvent] = ()) -> bool:
        """Take in what happened until now; return whether the walk is paused."""
        for event in events:
            if isinstance(event, PostureChange) and event.posture is not self._posture:
                self._posture, self._since_s = event.posture, event.t_s
        if self._posture in (Posture.WALKING, Posture.RUNNING):
            self._is_paused = False
        elif self._posture is Posture.RESTING or (
            self._posture is Posture.STANDING and now_s - self._since_s >= STOOD_FOR_S
        ):
            self._is_paused = True
        return self._is_paused
