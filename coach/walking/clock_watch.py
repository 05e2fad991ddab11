"""Notices when the clocks of the computer part: it slept, or somebody set the clock."""

from datetime import datetime

_APART_S = 2.0  # time services move a clock by less
_TOLD_EVERY_S = 60.0


class ClockWatch:
    """Readings of both clocks in; whether to keep this one, and how long the computer slept.

    The monotonic clock stands still while the computer sleeps and cannot be set; the wall clock
    goes on and can. So after a sleep the wall clock is ahead, as it is when somebody sets it
    forward: what was slept is only called so where samples are missing too.
    """

    def __init__(self) -> None:
        self._last: tuple[float, datetime] | None = None
        self._told_s = float("-inf")
        self.ahead_s = 0.0

    def push(self, monotonic_s: float, wall: datetime) -> bool:
        """Return whether this reading is worth keeping: a minute has passed, or they parted.

        `ahead_s` is then how much further the wall clock went since the reading before.
        """
        self.ahead_s = 0.0
        if self._last is not None:
            before_s, before = self._last
            self.ahead_s = (wall - before).total_seconds() - (monotonic_s - before_s)
        self._last = (monotonic_s, wall)
        is_due = monotonic_s - self._told_s >= _TOLD_EVERY_S or abs(self.ahead_s) > _APART_S
        if is_due:
            self._told_s = monotonic_s
        return is_due
