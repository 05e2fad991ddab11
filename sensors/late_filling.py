"""Samples whose loss was noticed late: what they measured is put in where it is noticed."""

import numpy as np

from sensors.bridging import RECALLED_S, recalled
from sensors.late_run import FoundLoss
from sensors.samples import FloatArray, ImuBlock, SampleFlag

_KEPT_S = 0.6
_FILLED_S = 0.18
_BESIDE = 2


class LateFilling:
    """Remembers the last samples, and makes up those that are missing among them.

    What is missing is turned through all the same: an angle integrated without it is off by as
    much until the vertical is found again. So what the missing samples would have told is put in
    when their loss shows, a tenth of a second later; the thigh turns about nearly the same axis
    then, so nearly nothing is lost by it.

    Notes
    -----
    1. Where the arrivals leave open which sample the loss came before, it is where something is
       known to be missing for another reason (a torn frame), or else where the angular
       rate makes a leap that a missing sample explains best: third differences, with and without
       the step that the slope beside it makes in the time missing.
    2. The strides before tell what is missing (`sensors.bridging`), or else the cubic through two
       samples on each side.
    """

    def __init__(self, rate_hz: float) -> None:
        self._rate_hz = rate_hz
        self._n_most = int(_FILLED_S * rate_hz)
        self._n_kept = round((RECALLED_S + _KEPT_S) * rate_hz)
        self._rows: list[tuple[float, ...]] = []
        self._flags: list[int] = []
        self._torn = -1

    def reset(self) -> None:
        """Forget the samples: what comes next does not follow them."""
        self._rows.clear()
        self._flags.clear()
        self._torn = -1

    def push(
        self,
        acc_mps2: FloatArray,
        gyr_radps: FloatArray,
        found: FoundLoss | None,
        *,
        is_torn: bool = False,
    ) -> FloatArray | None:
        """The (n, 6) missing accelerations and angular rates to put in before these samples.

        Parameters
        ----------
        is_torn : bool
            Something is known to be missing right before these samples.
        """
        n_before = len(self._rows)
        self._torn = n_before if is_torn else self._torn
        self._rows += map(tuple, np.hstack([acc_mps2, gyr_radps]).tolist())
        self._flags += [0] * len(acc_mps2)
        made = None if found is None else self._made(n_before, found)
        if len(self._rows) > 2 * self._n_kept:
            n_old = len(self._rows) - self._n_kept
            del self._rows[:n_old], self._flags[:n_old]
            self._torn -= n_old
        return made

    def _made(self, n_before: int, found: FoundLoss) -> FloatArray | None:
        first = n_before - found.n_since
        if found.n_samples > self._n_most or first < _BESIDE:
            return None
        begin = max(0, first - round(RECALLED_S * self._rate_hz))
        rows = np.array(self._rows[begin:])
        place = first - begin
        last = place if found.is_exact else min(n_before - begin, len(rows) - _BESIDE)
        if place <= self._torn - begin <= last:
            place = self._torn - begin
        elif last > place:
            place = _place(rows[:, 3:], found.n_samples, place, last)
        made = self._recalled(rows, begin, place, found.n_samples)
        if made is None:
            made = _cubic(rows[place - _BESIDE : place + _BESIDE], found.n_samples)
        at = begin + place
        self._rows[at:at] = map(tuple, made.tolist())
        self._flags[at:at] = [int(SampleFlag.INTERPOLATED)] * len(made)
        return made

    def _recalled(self, rows: FloatArray, begin: int, place: int, n_lost: int) -> FloatArray | None:
        past = ImuBlock(
            np.arange(place) / self._rate_hz,
            rows[:place, :3],
            rows[:place, 3:],
            np.array(self._flags[begin : begin + place], np.uint8),
        )
        found = recalled(past, rows[place, :3], rows[place, 3:], n_lost, self._rate_hz)
        return None if found is None else np.hstack(found)


def _place(rates: FloatArray, n_lost: int, first: int, last: int) -> int:
    """Before which row, of first to last, the loss explains the course of the rates best."""
    at = np.arange(first, last + 1)
    leap = rates[at] - rates[at - 1]
    before, after = rates[at - 1] - rates[at - 2], rates[at + 1] - rates[at]
    bend = before - 2 * leap + after
    mended = bend + n_lost * (before + after)
    gain = (bend**2 - mended**2).sum(axis=1)
    return int(at[gain.argmax()])


def _cubic(beside: FloatArray, n_lost: int) -> FloatArray:
    """Values at the n missing places between the second and the third of four rows."""
    if len(beside) < 2 * _BESIDE:  # the second row after has not come yet
        share = np.arange(1, n_lost + 1)[:, None] / (n_lost + 1)
        line: FloatArray = beside[1] + (beside[2] - beside[1]) * share
        return line
    known = np.array([-1.0, 0.0, n_lost + 1, n_lost + 2])
    wanted = np.arange(1.0, n_lost + 1)
    made: FloatArray = np.zeros((n_lost, beside.shape[1]))
    for i in range(4):
        others = np.delete(known, i)
        weight = ((wanted[:, None] - others) / (known[i] - others)).prod(axis=1)
        made += weight[:, None] * beside[i]
    return made
