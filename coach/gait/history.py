"""The last seconds of samples and what was derived from them, in memory that never grows."""

from array import array
from itertools import chain

import numpy as np

from sensors.samples import FlagArray, FloatArray

_Columns = tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray, FlagArray]
_ROW_BYTES = (8, 32, 24, 24, 8, 1)
_Rows = tuple[FloatArray, FloatArray, FloatArray, FloatArray, list[float], FlagArray]


class History:
    """A sliding window over the grid's samples, addressed by their running index.

    Columns are views; whoever holds one must be done with it before the next `append`. Rows are
    copied into their columns when somebody asks for any: one large copy costs less than many.

    Attributes
    ----------
    n_seen : int
        Index of the sample that comes next.
    first_idx : int
        Index of the oldest sample still here.
    """

    def __init__(self, n_kept: int) -> None:
        self._n_kept = n_kept
        self._n_most = 4 * n_kept
        self.first_idx = self.n_seen = self._n_written = 0
        self._new: list[_Rows] = []
        self._t_s = np.empty(self._n_most)
        self._q = np.empty((self._n_most, 4))
        self._acc = np.empty((self._n_most, 3))
        self._gyr = np.empty((self._n_most, 3))
        self._flexion = np.empty(self._n_most)
        self._flags = np.empty(self._n_most, np.uint8)
        self._memories = self._bytes_of_columns()

    def append(
        self,
        t_s: FloatArray,
        q: FloatArray,
        acc: FloatArray,
        gyr: FloatArray,
        flexion_rad: list[float],
        flags: FlagArray,
    ) -> None:
        """Keep n samples, at most `n_kept` at once: times (n,), q (n, 4), acc and gyr (n, 3)."""
        n = len(t_s)
        if n == 0:
            return
        self._new.append((t_s, q, acc, gyr, flexion_rad, flags))
        self.n_seen += n
        if self.n_seen - self._n_written > self._n_kept:
            self._write()

    def make_room(self, n: int) -> None:
        """Forget all but the last `n_kept` samples unless `n` more can be kept beside them.

        Asked in time, at the same samples whatever the blocks, what is forgotten does not depend on
        the blocks either.
        """
        if self.n_seen + n - self.first_idx > self._n_most:
            self._write()
            self._forget()

    def t_s(self, idx: int) -> float:
        """Time of one sample."""
        rows, at = self._holding(idx)
        return float(rows[0][at])

    def q_at(self, idx: int) -> list[float]:
        """Orientation at one sample."""
        rows, at = self._holding(idx)
        components: list[float] = rows[1][at].tolist()
        return components

    def gyr_radps_at(self, idx: int) -> list[float]:
        """Angular rate of one sample, bias included."""
        rows, at = self._holding(idx)
        rates: list[float] = rows[3][at].tolist()
        return rates

    def flexion_rad(self, start: int, stop: int) -> FloatArray:
        """Thigh flexion (n,) of samples start to stop; NaN before there is a neutral."""
        return self._flexion[self._rows(start, stop)]

    def q(self, start: int, stop: int) -> FloatArray:
        """Orientation ``q_inertial_sensor`` (n, 4)."""
        return self._q[self._rows(start, stop)]

    def acc_mps2(self, start: int, stop: int) -> FloatArray:
        """Specific force (n, 3)."""
        return self._acc[self._rows(start, stop)]

    def gyr_radps(self, start: int, stop: int) -> FloatArray:
        """Angular rate (n, 3), bias included."""
        return self._gyr[self._rows(start, stop)]

    def flags(self, start: int, stop: int) -> FlagArray:
        """`SampleFlag` (n,) of samples start to stop."""
        return self._flags[self._rows(start, stop)]

    def n_flagged(self, start: int, stop: int, flag: int) -> int:
        """How many of samples start to stop carry this flag."""
        flags = self.flags(start, stop)
        if flags.tobytes().count(0) == len(flags):  # most stretches; quicker than the count below
            return 0
        return int(np.count_nonzero(flags & flag))

    def _holding(self, idx: int) -> tuple[_Rows | _Columns, int]:
        """What holds a sample, and where: nothing is copied for a single one."""
        first = self.n_seen
        if first - self._n_written == len(self._new) and idx >= self._n_written:  # one by one
            return self._new[idx - self._n_written], 0
        for rows in reversed(self._new):
            first -= len(rows[0])
            if idx >= first:
                return rows, idx - first
        return self._columns, idx - self.first_idx

    def _rows(self, start: int, stop: int) -> slice:
        self._write()
        return slice(max(0, start - self.first_idx), stop - self.first_idx)

    def _write(self) -> None:
        if not self._new:
            return
        if self.n_seen - self.first_idx > self._n_most:
            self._forget()
        start, stop = self._n_written - self.first_idx, self.n_seen - self.first_idx
        t_s, q, acc, gyr, flexion_rad, flags = zip(*self._new, strict=True)
        flexion = array("d", chain.from_iterable(flexion_rad))
        columns = (*map(_joined, (t_s, q, acc, gyr)), flexion.tobytes(), _joined(flags))
        for memory, n_bytes, column in zip(self._memories, _ROW_BYTES, columns, strict=True):
            memory[n_bytes * start : n_bytes * stop] = column
        self._new.clear()
        self._n_written = self.n_seen

    def _forget(self) -> None:
        start = self._n_written - self._n_kept - self.first_idx
        for column in self._columns:
            column[: self._n_kept] = column[start : start + self._n_kept].copy()
        self.first_idx += start

    @property
    def _columns(self) -> _Columns:
        return self._t_s, self._q, self._acc, self._gyr, self._flexion, self._flags

    def _bytes_of_columns(self) -> list[memoryview]:
        """The columns' memory: writing there takes a third of the time that numpy takes."""
        return [column.data.cast("B") for column in self._columns]

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name != "_memories"}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        self._memories = self._bytes_of_columns()


def _joined(parts: tuple[FloatArray | FlagArray, ...]) -> bytes:
    return b"".join([part.tobytes() for part in parts])
