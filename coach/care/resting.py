"""Still-break: after twenty minutes of sitting or standing, a break; by sensor or by timer.

The law is care.md, "Plan". Time comes in as an argument; no clock is read here.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from coach.gait.events import Posture

STILL_BREAK_S = 20 * 60.0
SNOOZE_S = 5 * 60.0
MOVED_ENOUGH_S = 60.0
"""So long a walk ends a rest; a few steps to the printer do not."""

_MOVING = frozenset({Posture.WALKING, Posture.RUNNING})
_NEVER_S = 1e9
"""Not infinite, so that it can be kept as JSON."""
_LONGEST_SILENCE_S = 5 * 60.0
"""Without any news for so long nobody knows what the person did: counting starts anew."""


class BreakCue(StrEnum):
    """What is said when it is time."""

    AFTER_SITTING = "after_sitting"
    """Stand up and walk about."""
    AFTER_STANDING = "after_standing"
    """Walk a little, or sit down."""
    EITHER = "either"
    """Only a timer knows: change position."""
    AT_NEXT_STOP = "at_next_stop"
    """Driving: at the next stop."""


@dataclass(frozen=True, slots=True)
class RestState:
    """What a still-break timer remembers; kept and restored whole."""

    now_s: float | None = None
    still_s: float = 0.0
    moving_s: float = 0.0
    wait_until_s: float = STILL_BREAK_S
    posture: Posture = Posture.UNKNOWN
    is_driving: bool = False


class StillBreak:
    """Counts how long the person has been still and says once when it is time.

    Sitting and standing are one state: changing from one to the other does not start anew, only
    a minute of walking does, less what was stood still in between. Ask at least once a minute.
    """

    def __init__(self, state: RestState | None = None) -> None:
        self._state = state or RestState()

    @property
    def state(self) -> RestState:
        """All that is remembered."""
        return self._state

    def see(self, now_s: float, posture: Posture = Posture.UNKNOWN) -> BreakCue | None:
        """The cue that is due at this time, given the posture from now on.

        With the sensor worn, the posture of its latest change; without it leave it unknown, which
        counts as still: then only `has_moved` ends a rest.

        Raises
        ------
        ValueError
            If the time goes back.
        """
        s = self._state
        before_s = now_s if s.now_s is None else s.now_s
        if now_s < before_s:
            raise ValueError(f"time went back from {before_s} to {now_s}")
        self._pass(now_s, now_s - before_s, posture)
        if posture in _MOVING or self._state.still_s < self._state.wait_until_s:
            return None
        self._state = replace(self._state, wait_until_s=_NEVER_S)
        return self._cue()

    def snooze(self, seconds: float = SNOOZE_S) -> None:
        """Say it again after a while."""
        self._state = replace(self._state, wait_until_s=self._state.still_s + seconds)

    def has_moved(self) -> None:
        """The person said that the break was taken: begin anew."""
        self._state = replace(self._state, still_s=0.0, moving_s=0.0, wait_until_s=STILL_BREAK_S)

    def set_driving(self, *, is_driving: bool) -> None:
        """While driving the cue is for the next stop."""
        self._state = replace(self._state, is_driving=is_driving)

    def _pass(self, now_s: float, elapsed_s: float, posture: Posture) -> None:
        """Let time pass in the old posture, then take the new one."""
        s = self._state
        still_s, moving_s, wait_until_s = s.still_s, s.moving_s, s.wait_until_s
        if elapsed_s > _LONGEST_SILENCE_S:
            still_s, moving_s, wait_until_s = 0.0, 0.0, STILL_BREAK_S
        elif s.posture in _MOVING:
            moving_s += elapsed_s
        else:
            still_s += elapsed_s
            moving_s = max(moving_s - elapsed_s, 0.0)
        if moving_s >= MOVED_ENOUGH_S:
            still_s, wait_until_s = 0.0, STILL_BREAK_S
        self._state = replace(
            s,
            now_s=now_s,
            still_s=still_s,
            moving_s=min(moving_s, MOVED_ENOUGH_S),
            wait_until_s=wait_until_s,
            posture=posture,
        )

    def _cue(self) -> BreakCue:
        if self._state.is_driving:
            return BreakCue.AT_NEXT_STOP
        match self._state.posture:
            case Posture.RESTING:
                return BreakCue.AFTER_SITTING
            case Posture.STANDING:
                return BreakCue.AFTER_STANDING
            case _:
                return BreakCue.EITHER
