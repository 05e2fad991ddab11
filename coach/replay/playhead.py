"""Where a replay stands and how it goes on: pure, told by its caller how much time went by."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

SPEEDS = (0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, inf)
"""Times real time; the last one is as fast as possible."""
JUMP_S = 5.0
_STANDS_ON_S = 0.01  # a step goes to another stride than the one it stands on


class Passed(NamedTuple):
    """A stretch the playhead went through: what is after `from_s`, up to and with `to_s`."""

    from_s: float
    to_s: float


class Playhead:
    """A moment in a walk that moves by itself, by steps and by hand; never starts over.

    Parameters
    ----------
    start_s, end_s : float
        The walk. Both may grow while it is still being read.
    """

    def __init__(self, start_s: float = 0.0, end_s: float = 0.0) -> None:
        self._start_s, self._end_s = start_s, max(start_s, end_s)
        self._t_s = start_s
        self._marks_s: Sequence[float] = ()
        self.speed = 1.0
        self.is_playing = False
        self.loop: tuple[float, float] | None = None

    @property
    def t_s(self) -> float:
        """Where it stands."""
        return self._t_s

    @property
    def extent(self) -> tuple[float, float]:
        """The walk from start to end."""
        return self._start_s, self._end_s

    def set_extent(self, start_s: float, end_s: float) -> None:
        """Tell how long the walk is; where it stands stays, if that is within."""
        self._start_s, self._end_s = start_s, max(start_s, end_s)
        self.go_to(self._t_s)

    def set_strides(self, peaks_s: Sequence[float]) -> None:
        """Tell where the strides are: the moments that steps go to, in order."""
        self._marks_s = peaks_s

    def go_to(self, t_s: float) -> None:
        """Stand at a moment; playing goes on from there."""
        self._t_s = min(max(t_s, self._start_s), self._end_s)

    def jump(self, by_s: float) -> None:
        """Go to earlier or later."""
        self.go_to(self._t_s + by_s)

    def step(self, n: int) -> None:
        """Go to the next (+1) or previous (-1) stride; past the last one, nowhere."""
        self.go_to(beside(self._marks_s, self._t_s, n))

    def advance(self, elapsed_s: float) -> tuple[Passed, ...]:
        """Play on by so much of the viewer's time; return the stretches gone through, in order.

        As fast as possible is one stride at a time, so that each is shown; where there is none
        for long, a second. In a loop the end is followed by the start. At the end of the walk it
        stands still.
        """
        if not self.is_playing:
            return ()
        if self.speed == inf:
            return self._through(self._next_stop_s())
        return self._through(self._t_s + elapsed_s * self.speed)

    def _through(self, to_s: float) -> tuple[Passed, ...]:
        first_s, last_s = self._bounds()
        passed = []
        if to_s >= last_s and self.loop is not None and last_s > first_s:
            if self._t_s < last_s:
                passed.append(Passed(self._t_s, last_s))
            over_s = 0.0 if self.speed == inf else (to_s - last_s) % (last_s - first_s)
            self._t_s = first_s
            to_s = first_s + over_s
            passed.append(Passed(first_s, to_s))
            self._t_s = to_s
            return tuple(passed)
        to_s = min(to_s, last_s)
        if to_s > self._t_s:
            passed.append(Passed(self._t_s, to_s))
        self._t_s = max(self._t_s, to_s)
        if self._t_s >= self._end_s:
            self.is_playing = False
        return tuple(passed)

    def _bounds(self) -> tuple[float, float]:
        """From where to where it plays: the loop if it is ahead or around, else the walk."""
        if self.loop is not None and self._t_s <= self.loop[1]:
            return self.loop
        return self._start_s, self._end_s

    def _next_stop_s(self) -> float:
        i = bisect_right(self._marks_s, self._t_s + _STANDS_ON_S)
        next_s = self._marks_s[i] if i < len(self._marks_s) else inf
        return min(next_s, self._t_s + 1.0)


def beside(sorted_s: Sequence[float], t_s: float, n: int) -> float:
    """The next (+1) or previous (-1) moment of a list; where there is none, the moment itself."""
    if n > 0:
        i = bisect_right(sorted_s, t_s + _STANDS_ON_S)
        return sorted_s[i] if i < len(sorted_s) else t_s
    i = bisect_left(sorted_s, t_s - _STANDS_ON_S) - 1
    return sorted_s[i] if i >= 0 else t_s
