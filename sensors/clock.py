"""Samples on an even time grid: small jitter and rate error followed, short losses bridged."""

from bisect import bisect_left
from collections import deque
from math import inf, radians
from operator import eq

import numpy as np
from numpy.typing import NDArray

from sensors.bridging import RECALLED_S, recalled
from sensors.samples import FlagArray, FloatArray, ImuBlock, SampleFlag

MAX_BRIDGED_S = (
    0.1  # longer losses break what is integrated; signal-chain figures: 1.4 deg at 50 ms
)
MAX_RECALLED_S = 0.18
"""Two lost packets of 80 ms in a row: so much the strides before can still tell."""

_Row = tuple[float, list[float], list[float], int]  # t_s, acc_mps2, gyr_radps, flags

_G_MPS2 = 9.80665
_STEP_TOLERANCE = 0.02  # share of a period; a step this near to one period needs no resampling
_ACC_ABSURD_MPS2 = 400 * _G_MPS2  # beyond every range on the market: not a measurement
_GYR_ABSURD_RADPS = radians(40_000)
_ACC_PLATEAU_MPS2 = 0.98 * 2 * _G_MPS2  # just below the smallest range there is, 2 g and 125 dps
_GYR_PLATEAU_RADPS = 0.98 * radians(125)
_PLATEAUS = 3 * (_ACC_PLATEAU_MPS2,) + 3 * (_GYR_PLATEAU_RADPS,)
_END_OF_RANGE = 0.999
_FEW_ROWS = 16  # up to here plain floats are faster than numpy

_GAP = int(SampleFlag.AFTER_GAP)
_CLIPPED = int(SampleFlag.CLIPPED)
_INTERPOLATED = int(SampleFlag.INTERPOLATED)
_RECALLED = int(SampleFlag.RECALLED)


class UniformGrid:
    """Turns a stream into one whose samples are one period apart, on the stream's own clock.

    A sample that comes one period after the last one passes unchanged, time included, so the grid
    follows a sensor whose true rate is up to 2 % off and times never drift from the stream's.
    Nothing is held back: there is nothing to flush at the end. Any partition of the stream into
    blocks gives the same output, bit for bit.

    Attributes
    ----------
    n_dropped : int
        Samples left out so far because they measured nothing or their time did not increase.

    Notes
    -----
    1. Drop samples that are not finite, absurdly large, without any specific force (an
       accelerometer that is not up yet; noise alone is more), or not later than the one before.
    2. Flag clipping: an axis at the end of its range, or standing still at three equal values
       beyond the smallest range there is while other axes move (some range was set smaller).
    3. One period (within 2 %) after the last grid point: pass it; the grid goes on from here.
    4. A whole number of periods: bridge with equal steps and pass it. What was lost is recalled
       from the strides before (`sensors.bridging`), or else interpolated linearly.
    5. Anything else: interpolate at steps up to 2 % shorter or longer than a period, so that grid
       and samples fall together again within half a second.
    6. More than 100 ms lost (180 if the strides before tell what), or flagged so by the source:
       start again, with AFTER_GAP.

    Spacing may differ from the period by 2 %. A stage that integrates with the nominal period errs
    by as much, hence `StreamInfo.rate_hz` is the measured rate where the source can measure it.
    """

    def __init__(
        self,
        rate_hz: float,
        acc_range_mps2: float = 16 * _G_MPS2,
        gyr_range_radps: float = radians(2000),
    ) -> None:
        if not 1 <= rate_hz <= 10_000:
            raise ValueError(f"rate_hz is {rate_hz}, expected 1 to 10,000")
        self.rate_hz = rate_hz
        self._period_s = 1 / rate_hz
        self._lost_above_s = 1.5 / rate_hz
        self._longest_step_s = MAX_BRIDGED_S + 1.5 / rate_hz
        self._longest_recalled_s = MAX_RECALLED_S + 1.5 / rate_hz
        self._n_recalled = round(RECALLED_S * rate_hz)
        self._most_bridged = int(MAX_BRIDGED_S * rate_hz + 0.5)
        self._acc_end_mps2 = _END_OF_RANGE * acc_range_mps2
        self._gyr_end_radps = _END_OF_RANGE * gyr_range_radps
        self.reset()

    def reset(self) -> None:
        """Forget the stream; the next sample is the first of a new one."""
        self.n_dropped = 0
        self._grid_s = -inf
        self._owed = 0
        self._last: _Row | None = None
        self._last_but_one: _Row | None = None
        self._past: deque[ImuBlock] = deque()
        self._n_past = 0
        self._bridges: list[tuple[float, int, _Row]] = []

    def push(self, block: ImuBlock) -> ImuBlock:
        """Return the grid samples known by the end of this block; the block itself if unchanged."""
        even = self._push_few(block) if len(block.t_s) <= _FEW_ROWS else self._push_many(block)
        if self._bridges:
            even = self._recall(even)
        if n := len(even.t_s):
            self._past.append(even)
            self._n_past += n
            if self._n_past > 2 * self._n_recalled:  # seldom: one by one takes longer
                self._forget()
        return even

    def _forget(self) -> None:
        while self._n_past - len(self._past[0].t_s) >= self._n_recalled:
            self._n_past -= len(self._past.popleft().t_s)

    def _recall(self, even: ImuBlock) -> ImuBlock:
        """Put in what the strides before tell of the samples that were lost, where they do."""
        whole = _joined([*self._past, even])
        acc, gyr, flags = whole.acc_mps2, whole.gyr_radps, whole.flags
        is_known = np.ones(len(flags), np.bool_)
        for first_s, n_lost, (_, acc_after, gyr_after, _) in self._bridges:
            first = int(whole.t_s.searchsorted(first_s))
            before = np.flatnonzero(is_known[:first])[-self._n_recalled :]
            past = _chosen(whole, before)
            found = recalled(past, np.array(acc_after), np.array(gyr_after), n_lost, self.rate_hz)
            rows = slice(first, first + n_lost)
            if found is not None:
                acc[rows], gyr[rows] = found
                flags[rows] |= _RECALLED
            elif n_lost > self._most_bridged:  # step 6
                is_known[rows] = False
                flags[rows.stop] |= _GAP
        self._bridges.clear()
        is_known[: self._n_past] = False
        return _chosen(whole, np.flatnonzero(is_known))

    def _push_few(self, block: ImuBlock) -> ImuBlock:
        t_s, acc, gyr, flags = block
        made: list[_Row] = []
        is_changed = False
        rows = zip(t_s.tolist(), acc.tolist(), gyr.tolist(), flags.tolist(), strict=True)
        for row in rows:
            if self._passes(row):
                made.append(row)
            else:
                stepped = self._step(row)
                is_changed = is_changed or len(stepped) != 1 or stepped[0] is not row
                made += stepped
        return _block(made) if is_changed else block

    def _passes(self, row: _Row) -> bool:
        """Whether a sample needs nothing done: small, on the grid, nothing owed; then it is taken.

        `_step` would find the same, after more questions.
        """
        t_s, (ax, ay, az), (gx, gy, gz), _ = row
        last = self._last
        if (
            last is None
            or not last[0] < t_s
            or not abs((t_s - self._grid_s) * self.rate_hz - 1) <= _STEP_TOLERANCE
            or self._owed
            or not -_ACC_PLATEAU_MPS2 < ax < _ACC_PLATEAU_MPS2
            or not -_ACC_PLATEAU_MPS2 < ay < _ACC_PLATEAU_MPS2
            or not -_ACC_PLATEAU_MPS2 < az < _ACC_PLATEAU_MPS2
            or not -_GYR_PLATEAU_RADPS < gx < _GYR_PLATEAU_RADPS
            or not -_GYR_PLATEAU_RADPS < gy < _GYR_PLATEAU_RADPS
            or not -_GYR_PLATEAU_RADPS < gz < _GYR_PLATEAU_RADPS
            or ax == ay == az == 0.0
        ):
            return False
        self._last_but_one, self._last, self._grid_s = last, row, t_s
        return True

    def _push_many(self, block: ImuBlock) -> ImuBlock:
        """Pass whole runs of good samples; everything else goes sample by sample."""
        n = len(block.t_s)
        odd_idx = [*self._odd_rows(block).tolist(), n]
        if len(odd_idx) > n // 8:
            return self._push_few(block)
        pieces: list[ImuBlock] = []
        start = i = 0
        while i < n:
            next_odd = odd_idx[bisect_left(odd_idx, i)]
            is_locked = self._last is not None and self._grid_s == self._last[0]
            if next_odd > i and is_locked:
                self._last_but_one, self._last = (
                    _row(block, next_odd - 2),
                    _row(block, next_odd - 1),
                )
                self._grid_s = self._last[0]
                i = next_odd
                continue
            row = _row(block, i)
            rows = self._step(row)
            if len(rows) != 1 or rows[0] is not row:
                pieces += [_slice(block, start, i), _block(rows)]
                start = i + 1
            i += 1
        return _joined([*pieces, _slice(block, start, n)]) if pieces else block

    def _odd_rows(self, block: ImuBlock) -> NDArray[np.intp]:
        """Indices of samples that may not simply pass; superfluous ones do no harm."""
        acc_size, gyr_size = np.abs(block.acc_mps2), np.abs(block.gyr_radps)
        with np.errstate(invalid="ignore", over="ignore"):  # times that are no numbers
            steps = (block.t_s[1:] - block.t_s[:-1]) * self.rate_hz
        is_odd = np.ones(len(block.t_s), np.bool_)
        is_odd[1:] = ~(np.abs(steps - 1) <= _STEP_TOLERANCE)
        is_odd |= block.flags >= _GAP
        is_odd |= ~block.acc_mps2.any(axis=1)
        if not acc_size.max() < _ACC_PLATEAU_MPS2:
            is_odd |= _is_suspect(block.acc_mps2, acc_size, _ACC_PLATEAU_MPS2, self._acc_end_mps2)
        if not gyr_size.max() < _GYR_PLATEAU_RADPS:
            is_odd |= _is_suspect(
                block.gyr_radps, gyr_size, _GYR_PLATEAU_RADPS, self._gyr_end_radps
            )
        # two samples back are needed to see a plateau, and both must be of this block
        is_odd[2:] |= is_odd[:-2]
        is_odd[1:] |= is_odd[:-1]
        return np.flatnonzero(is_odd)

    def _step(self, row: _Row) -> tuple[_Row, ...] | list[_Row]:
        """Rows that one sample brings: itself, others, or none. Steps 1 to 3."""
        t_s, (ax, ay, az), (gx, gy, gz), _ = row
        last = self._last
        is_later = last is None or t_s > last[0]
        if not is_later or not -inf < t_s < inf or ax == ay == az == 0.0:
            return self._drop(row)
        end, turn = _ACC_PLATEAU_MPS2, _GYR_PLATEAU_RADPS
        if not (
            -end < ax < end
            and -end < ay < end
            and -end < az < end
            and -turn < gx < turn
            and -turn < gy < turn
            and -turn < gz < turn
        ):
            end, turn = self._acc_end_mps2, self._gyr_end_radps
            if last is not None:
                (bx, by, bz), (hx, hy, hz) = last[1], last[2]
            if last is None or not (
                # inside the range and no axis where it was: neither absurd nor clipped
                -end < ax < end
                and -end < ay < end
                and -end < az < end
                and -turn < gx < turn
                and -turn < gy < turn
                and -turn < gz < turn
                and ax != bx
                and ay != by
                and az != bz
                and gx != hx
                and gy != hy
                and gz != hz
            ):
                if not _is_measurement(row):
                    return self._drop(row)
                if self._is_clipped(row):
                    row = (t_s, row[1], row[2], row[3] | _CLIPPED)
        if self._owed:
            row = (t_s, row[1], row[2], row[3] | self._owed)
            self._owed = 0
        self._last_but_one, self._last = last, row
        if abs((t_s - self._grid_s) * self.rate_hz - 1) <= _STEP_TOLERANCE:
            self._grid_s = t_s
            return (row,)
        return self._off_step(last, row)

    def _drop(self, row: _Row) -> tuple[_Row, ...]:
        """Leave a sample out; a gap that the source told with it is told with the next."""
        self.n_dropped += 1
        self._owed |= row[3] & _GAP
        return ()

    def _is_clipped(self, row: _Row) -> bool:
        if self._last is None or self._last_but_one is None:
            one = two = [inf] * 6
        else:
            one = self._last[1] + self._last[2]
            two = self._last_but_one[1] + self._last_but_one[2]
        now = row[1] + row[2]
        if (
            max(map(abs, row[1])) >= self._acc_end_mps2
            or max(map(abs, row[2])) >= self._gyr_end_radps
        ):
            return True
        if not any(map(eq, now, one)):
            return False
        # all six the same: a sample sent again, not a clipped axis
        return now != one and any(
            a == b == c and abs(a) >= end
            for a, b, c, end in zip(now, one, two, _PLATEAUS, strict=True)
        )

    def _off_step(self, last: _Row | None, row: _Row) -> list[_Row]:
        """Rows between the last grid point and a sample that is not one period after it."""
        t_s, _, _, flags = row
        if last is None:
            self._grid_s = t_s
            return [row]
        steps = (t_s - self._grid_s) * self.rate_hz
        n = max(1, round(steps)) if steps < inf else 1
        is_on_grid = abs(steps - n) <= _STEP_TOLERANCE * n
        is_recallable = is_on_grid and self._grid_s == last[0]
        longest_s = self._longest_recalled_s if is_recallable else self._longest_step_s
        if t_s - last[0] > longest_s or flags & _GAP:  # step 6
            self._grid_s = t_s
            return [row if flags & _GAP else (t_s, row[1], row[2], flags | _GAP)]
        if is_on_grid:
            n_between, step_s = n - 1, (t_s - self._grid_s) / n
        else:
            is_early = (last[0] - self._grid_s) * self.rate_hz < 0.5  # against the last sample
            step_s = self._period_s * (1 + _STEP_TOLERANCE * (1 if is_early else -1))
            n_between = int((t_s - self._grid_s) / step_s)
        flag = _INTERPOLATED if t_s - last[0] > self._lost_above_s else 0
        rows = [
            _between(last, row, min(self._grid_s + k * step_s, t_s), flag)
            for k in range(1, n_between + 1)
        ]
        if is_on_grid:  # step 4, else 5
            rows.append(row)
            if flag and is_recallable:
                self._bridges.append((rows[0][0], n_between, row))
        if rows:
            self._grid_s = rows[-1][0]
        return rows


def _is_measurement(row: _Row) -> bool:
    return all(-_ACC_ABSURD_MPS2 < a < _ACC_ABSURD_MPS2 for a in row[1]) and all(
        -_GYR_ABSURD_RADPS < g < _GYR_ABSURD_RADPS for g in row[2]
    )


def _is_suspect(
    values: FloatArray, sizes: FloatArray, plateau: float, end: float
) -> NDArray[np.bool_]:
    """Whether a row is clipped, may be a plateau, or is no number."""
    is_suspect: NDArray[np.bool_] = ~(sizes < end)
    is_same = values[1:] == values[:-1]
    is_suspect[2:] |= is_same[1:] & is_same[:-1] & (sizes[2:] >= plateau)
    is_row: NDArray[np.bool_] = np.logical_or.reduce(is_suspect, axis=1)
    return is_row


def _between(last: _Row, row: _Row, t_s: float, flag: int) -> _Row:
    share = (t_s - last[0]) / (row[0] - last[0])
    return (
        t_s,
        [a + (b - a) * share for a, b in zip(last[1], row[1], strict=True)],
        [a + (b - a) * share for a, b in zip(last[2], row[2], strict=True)],
        flag | ((last[3] | row[3]) & _CLIPPED),
    )


def _row(block: ImuBlock, i: int) -> _Row:
    return (
        float(block.t_s[i]),
        block.acc_mps2[i].tolist(),
        block.gyr_radps[i].tolist(),
        int(block.flags[i]),
    )


def _block(rows: "list[_Row] | tuple[_Row, ...]") -> ImuBlock:
    n = len(rows)
    flags: FlagArray = np.array([row[3] for row in rows], np.uint8)
    return ImuBlock(
        np.array([row[0] for row in rows], np.float64),
        np.array([row[1] for row in rows], np.float64).reshape(n, 3),
        np.array([row[2] for row in rows], np.float64).reshape(n, 3),
        flags,
    )


def _slice(block: ImuBlock, start: int, stop: int) -> ImuBlock:
    part = slice(start, stop)
    return ImuBlock(block.t_s[part], block.acc_mps2[part], block.gyr_radps[part], block.flags[part])


def _chosen(block: ImuBlock, idx: NDArray[np.intp]) -> ImuBlock:
    return ImuBlock(block.t_s[idx], block.acc_mps2[idx], block.gyr_radps[idx], block.flags[idx])


def _joined(pieces: list[ImuBlock]) -> ImuBlock:
    return ImuBlock(
        np.concatenate([piece.t_s for piece in pieces]),
        np.concatenate([piece.acc_mps2 for piece in pieces]),
        np.concatenate([piece.gyr_radps for piece in pieces]),
        np.concatenate([piece.flags for piece in pieces]),
    )
