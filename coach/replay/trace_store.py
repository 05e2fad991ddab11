"""The thigh's angle over a whole walk, in a form that draws at any zoom in a moment."""

from math import isnan
from typing import NamedTuple

import numpy as np

from coach.gait.events import Trace
from sensors.samples import FlagArray, FloatArray, SampleFlag

_BIN = 16  # samples in a bin of the finest level
_FEWER = 8  # bins that become one of the next level
_LEVELS = 4
_GAP_S = 0.25
_AFTER_GAP = int(SampleFlag.AFTER_GAP)


class Envelope(NamedTuple):
    """Smallest and largest thigh extension in each column of a drawing; NaN where nothing is."""

    low_deg: FloatArray
    high_deg: FloatArray


class Line(NamedTuple):
    """Samples to be joined: times, thigh extension in degrees, and which of them were made up."""

    t_s: FloatArray
    extension_deg: FloatArray
    flags: FlagArray


class TraceStore:
    """Grows with every piece of a trace: 17 bytes a sample, and bins of smallest and largest.

    Extension is behind the standing line, positive; the one sign turn of drawing is here.
    """

    def __init__(self) -> None:
        self._n = 0
        self._t_s = np.empty(4096)
        self._extension_deg = np.empty(4096)
        self._flags = np.empty(4096, np.uint8)
        self._levels: list[tuple[FloatArray, FloatArray, FloatArray]] = []
        self._n_levelled = -1

    def __len__(self) -> int:
        return self._n

    @property
    def until_s(self) -> float | None:
        """Time of the newest sample; None without any."""
        return float(self._t_s[self._n - 1]) if self._n else None

    def add(self, trace: Trace) -> None:
        """Take the next piece."""
        n = len(trace.t_s)
        if self._n + n > len(self._t_s):
            size = max(self._n + n, 2 * len(self._t_s))
            self._t_s = np.resize(self._t_s, size)
            self._extension_deg = np.resize(self._extension_deg, size)
            self._flags = np.resize(self._flags, size)
        rows = slice(self._n, self._n + n)
        self._t_s[rows] = trace.t_s
        self._extension_deg[rows] = -trace.thigh_flexion_deg
        self._flags[rows] = trace.flags
        self._n += n

    def at(self, t_s: float) -> float | None:
        """Thigh extension at a moment; None where it is not known."""
        i = int(np.searchsorted(self._t_s[: self._n], t_s))
        near = [j for j in (i - 1, i) if 0 <= j < self._n]
        if not near:
            return None
        best = min(near, key=lambda j: abs(float(self._t_s[j]) - t_s))
        value = float(self._extension_deg[best])
        is_far = abs(float(self._t_s[best]) - t_s) > _GAP_S
        return None if is_far or isnan(value) else value

    def between(self, first_s: float, last_s: float) -> Line:
        """The samples of a stretch, with one more on either side, so that a line leaves it."""
        times_s = self._t_s[: self._n]
        start = max(0, int(np.searchsorted(times_s, first_s)) - 1)
        stop = min(self._n, int(np.searchsorted(times_s, last_s)) + 1)
        rows = slice(start, stop)
        return Line(self._t_s[rows], self._extension_deg[rows], self._flags[rows])

    def mean_deg(self, first_s: float, last_s: float) -> float | None:
        """Mean thigh extension of a stretch; None where nothing is known."""
        known = self.between(first_s, last_s).extension_deg
        known = known[np.isfinite(known)]
        return float(known.mean()) if len(known) else None

    def envelope(self, first_s: float, last_s: float, n_columns: int) -> Envelope:
        """Smallest and largest extension in `n_columns` equal parts of a stretch."""
        edges_s = np.linspace(first_s, last_s, n_columns + 1)
        t_s, low, high = self._level((last_s - first_s) / max(1, n_columns))
        cuts = np.searchsorted(t_s, edges_s)
        lows, highs = np.full(n_columns, np.nan), np.full(n_columns, np.nan)
        starts, stops = cuts[:-1], cuts[1:]
        filled = np.flatnonzero(stops > starts)
        if len(filled):
            # Bins behind one another: reduce from each start to the next one, and drop the rest.
            lows[filled] = np.fmin.reduceat(low[: stops[filled[-1]]], starts[filled])
            highs[filled] = np.fmax.reduceat(high[: stops[filled[-1]]], starts[filled])
        return Envelope(lows, highs)

    def gaps(self) -> list[tuple[float, float]]:
        """Stretches without samples that were too long to bridge."""
        after = np.flatnonzero(self._flags[1 : self._n] & _AFTER_GAP)
        return [(float(self._t_s[i]), float(self._t_s[i + 1])) for i in after]

    def _level(self, column_s: float) -> tuple[FloatArray, FloatArray, FloatArray]:
        """The coarsest level that is still finer than a column."""
        times_s = self._t_s[: self._n]
        values = self._extension_deg[: self._n]
        if self._n < 2 * _BIN:
            return times_s, values, values
        period_s = float(times_s[-1] - times_s[0]) / (self._n - 1)
        if column_s < _BIN * period_s:
            return times_s, values, values
        self._bring_levels_up()
        chosen = self._levels[0]
        for i, level in enumerate(self._levels):
            if _BIN * _FEWER**i * period_s <= column_s:
                chosen = level
        return chosen

    def _bring_levels_up(self) -> None:
        if self._n_levelled == self._n:
            return
        self._n_levelled = self._n
        t_s, low, high = self._t_s[: self._n], self._extension_deg[: self._n], None
        self._levels = []
        for i in range(_LEVELS):
            starts = np.arange(0, len(t_s), _BIN if i == 0 else _FEWER)
            if not len(starts):
                return
            top = np.fmax.reduceat(low if high is None else high, starts)
            low, high, t_s = np.fmin.reduceat(low, starts), top, t_s[starts]
            self._levels.append((t_s, low, high))
