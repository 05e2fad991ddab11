"""The last seconds of samples and what was derived from them, in memory that never grows."""

import numpy as np

from sensors.samples import FlagArray, FloatArray


class History:
    """A sliding window over the grid's samples, addressed by their running index.

    Columns are views; whoever holds one must be done with it before the next `append`.
    """

    def __init__(self, n_kept: int) -> None:
        self._n_kept = n_kept
        self._first = 0
        self._n = 0
        size = 4 * n_kept
        self._t_s = np.empty(size)
        self._q = np.empty((size, 4))
        self._acc = np.empty((size, 3))
        self._gyr = np.empty((size, 3))
        self._flexion = np.empty(size)
        self._flags = np.empty(size, np.uint8)

    @property
    def n_seen(self) -> int:
        """Index of the sample that comes next."""
        return self._first + self._n

    @property
    def first_idx(self) -> int:
        """Index of the oldest sample still here."""
        return self._first

    def append(
        self,
        t_s: FloatArray,
        q: FloatArray,
        acc: FloatArray,
        gyr: FloatArray,
        flexion_rad: list[float],
        flags: FlagArray,
    ) -> None:
        """Keep these samples; at most `n_kept` at once."""
        n = len(t_s)
        if self._n + n > len(self._t_s):
            self._forget()
        rows = slice(self._n, self._n + n)
        self._t_s[rows] = t_s
        self._q[rows] = q
        self._acc[rows] = acc
        self._gyr[rows] = gyr
        self._flexion[rows] = flexion_rad
        self._flags[rows] = flags
        self._n += n

    def _forget(self) -> None:
        start = self._n - self._n_kept
        columns: tuple[FloatArray | FlagArray, ...] = (
            self._t_s, self._q, self._acc, self._gyr, self._flexion, self._flags,
        )  # fmt: skip
        for column in columns:
            column[: self._n_kept] = column[start : self._n].copy()
        self._first += start
        self._n = self._n_kept

    def t_s(self, idx: int) -> float:
        """Time of one sample."""
        return float(self._t_s[idx - self._first])

    def flexion_rad(self, start: int, stop: int) -> FloatArray:
        """Thigh flexion of samples start to stop."""
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
        """`SampleFlag` of samples start to stop."""
        return self._flags[self._rows(start, stop)]

    def _rows(self, start: int, stop: int) -> slice:
        return slice(max(0, start - self._first), stop - self._first)
