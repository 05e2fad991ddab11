"""Sample times on the host's clock, from device ticks, packet counters, or arrival alone."""

from typing import Protocol

import numpy as np

from sensors.host_time import HostTime, Pacer
from sensors.late_run import FoundLoss, LateRun
from sensors.samples import FloatArray

_CRYSTAL_SKEW = 500e-6  # Bluetooth allows 250 ppm a side in sleep
_NOMINAL_RATE_ERROR = 0.05  # of a motion chip's own oscillator
_N_REFUSED_IN_A_ROW = 8  # no radio doubles so many packets: the device's clock was set anew


class PacketClock(Protocol):
    """Arrival times in, sample times out, for one sensor; times never go back.

    Attributes
    ----------
    n_lost : int
        Samples found missing so far, breaks of the link left out.
    found : FoundLoss or None
        What the last packet showed to be missing further back, where only arrivals can tell.
    """

    n_lost: int
    found: FoundLoss | None

    def push(
        self,
        arrival_s: float,
        n_samples: int,
        *,
        tick: int | None = None,
        counter: int | None = None,
        n_lost_before: int = 0,
        is_loss_sure: bool = False,
    ) -> FloatArray:
        """Return the (n_samples,) times of one packet's samples; (0,) if it came before.

        Parameters
        ----------
        arrival_s : float
            Host's monotonic clock when the packet came in.
        n_samples : int
            Samples in it, one or more.
        tick : int, optional
            Device clock at the first sample, as sent.
        counter : int, optional
            Number of the packet, as sent.
        n_lost_before : int
            Samples known from elsewhere to be missing before the first one.
        is_loss_sure : bool
            No more than these are missing there.
        """
        ...

    def reset(self) -> None:
        """Begin anew after a broken link; later times still come after earlier ones."""
        ...


def packet_clock(
    rate_hz: float,
    tick: tuple[float, int] | None = None,
    counter_bits: int | None = None,
    *,
    tells_losses: bool = False,
) -> PacketClock:
    """The best clock for what a sensor sends: `tick` is (seconds per tick, bits).

    `tells_losses` means that its codec knows of nearly every packet that was lost.
    """
    if tick is not None:
        return TickClock(rate_hz, *tick)
    if counter_bits is not None:
        return CounterClock(rate_hz, counter_bits)
    return ArrivalClock(rate_hz, is_told=tells_losses)


class _Numbers:
    """Numbers that grow from packet to packet and wrap; they may begin anew with the device."""

    def __init__(self, n_bits: int) -> None:
        self._span = 1 << n_bits
        self.forget()

    def forget(self) -> None:
        self._last: int | None = None
        self._n_refused = 0

    def step(self, number: int) -> int | None:
        """How far on from the last; 0 where they begin, None if this packet came before."""
        step = 0 if self._last is None else (number - self._last) % self._span
        if self._last is not None and not 0 < step < self._span // 2:
            self._n_refused += 1
            if self._n_refused < _N_REFUSED_IN_A_ROW:
                return None
            step = 0
        self._last, self._n_refused = number, 0
        return step


class TickClock:
    """Sample times of a sensor that sends its own clock with every packet.

    Notes
    -----
    1. Unwrap the tick; one that did not move on is a packet doubled or out of turn.
    2. Even out its rounding, and learn the true period, by a tracking filter (alpha, beta); whole
       periods missing before a packet are lost samples.
    3. Put device time on the host's clock by a line under the arrivals (`HostTime`).

    The filter's gains let a period that is 3 % off be learned in about ten packets, while the
    rounding of a millisecond tick moves a sample by 0.15 ms at most.
    """

    def __init__(self, rate_hz: float, tick_s: float, n_bits: int) -> None:
        self._nominal_s, self._tick_s = 1 / rate_hz, tick_s
        self._numbers = _Numbers(n_bits)
        self._host = HostTime(_CRYSTAL_SKEW, n_settle=1)
        self.n_lost = 0
        self.found: FoundLoss | None = None
        self._begin()

    def _begin(self) -> None:
        self._ticks = 0
        self._period_s = self._nominal_s
        self._last_s: float | None = None
        self._host.restart()

    def reset(self) -> None:
        """Begin anew after a broken link."""
        self._numbers.forget()
        self._begin()

    def push(
        self,
        arrival_s: float,
        n_samples: int,
        *,
        tick: int | None = None,
        counter: int | None = None,
        n_lost_before: int = 0,
        is_loss_sure: bool = False,
    ) -> FloatArray:
        """See `PacketClock.push`."""
        if tick is None:
            raise ValueError("a tick clock needs ticks")
        step = self._numbers.step(tick)  # step 1
        if step is None:
            return np.empty(0)
        if step == 0:
            self._begin()
        self._ticks += step
        first_s = self._smoothed(self._ticks * self._tick_s, n_samples)
        if self._host.is_future(first_s, arrival_s):
            self._begin()
            first_s = 0.0
        self._last_s = first_s + (n_samples - 1) * self._period_s
        return self._host.times_s(first_s, self._period_s, n_samples, arrival_s)

    def _smoothed(self, told_s: float, n_samples: int) -> float:
        """Device time of the first sample of a packet. Step 2."""
        if self._last_s is None:
            return told_s
        next_s = self._last_s + self._period_s
        n_lost = max(0, round((told_s - next_s) / self._period_s))
        error_s = told_s - next_s - n_lost * self._period_s
        error_s = max(error_s, -0.5 * self._period_s)  # no tick turns device time back
        first_s = next_s + n_lost * self._period_s + 0.3 * error_s
        self._period_s += 0.05 * error_s / (n_samples + n_lost)
        self.n_lost += n_lost
        return first_s


class CounterClock:
    """Sample times of a sensor that numbers its packets but tells no time."""

    def __init__(self, rate_hz: float, n_bits: int) -> None:
        self._period_s = 1 / rate_hz
        self._numbers = _Numbers(n_bits)
        self._host = HostTime(_NOMINAL_RATE_ERROR, n_settle=3)
        self.n_lost = 0
        self.found: FoundLoss | None = None
        self._begin()

    def _begin(self) -> None:
        self._next_s = 0.0
        self._host.restart()

    def reset(self) -> None:
        """Begin anew after a broken link."""
        self._numbers.forget()
        self._begin()

    def push(
        self,
        arrival_s: float,
        n_samples: int,
        *,
        tick: int | None = None,
        counter: int | None = None,
        n_lost_before: int = 0,
        is_loss_sure: bool = False,
    ) -> FloatArray:
        """See `PacketClock.push`; lost packets are taken to be as long as this one."""
        if counter is None:
            raise ValueError("a counter clock needs counters")
        step = self._numbers.step(counter)
        if step is None:
            return np.empty(0)
        if step == 0:
            self._begin()
        n_lost = max(step - 1, 0) * n_samples
        if self._host.is_future(self._next_s + n_lost * self._period_s, arrival_s):
            self._begin()
            n_lost = 0
        first_s = self._next_s + n_lost * self._period_s
        self.n_lost += n_lost
        self._next_s = first_s + n_samples * self._period_s
        return self._host.times_s(first_s, self._period_s, n_samples, arrival_s)


class ArrivalClock:
    """Sample times of a sensor that sends neither time nor number.

    Notes
    -----
    1. Samples come one period after another; a line under the arrivals gives the true period.
    2. Packets are lost when all are late by most of a packet against that line, for longer than
       packets were late before one came in time again: bursts and stalls end sooner (`LateRun`).
       The whole packets they are late by are taken as lost, and their time as passed.
    3. The period is learned from all samples as if none were lost: losses wrongly found can then
       not feed on themselves, and losses not found only make the line steeper, which the next
       packet in time corrects.
    """

    def __init__(self, rate_hz: float, *, is_told: bool = False) -> None:
        self._period_s = 1 / rate_hz
        self._is_told = is_told
        self._pacer = Pacer()
        self.n_lost = 0
        self.found: FoundLoss | None = None
        self._begin()

    def _begin(self) -> None:
        self._next_s = 0.0
        self._n_least = 0
        self._run = LateRun(is_told=self._is_told)
        self.found = None

    def reset(self) -> None:
        """Begin anew after a broken link."""
        self._begin()
        self._pacer.restart()

    def push(
        self,
        arrival_s: float,
        n_samples: int,
        *,
        tick: int | None = None,
        counter: int | None = None,
        n_lost_before: int = 0,
        is_loss_sure: bool = False,
    ) -> FloatArray:
        """See `PacketClock.push`."""
        self._n_least = min(self._n_least or n_samples, n_samples)
        unit_s = self._n_least * self._period_s
        first_s = self._next_s + n_lost_before * self._period_s
        last_s = first_s + (n_samples - 1) * self._period_s
        self.found = self._run.push(
            arrival_s, last_s, unit_s, self._n_least, n_samples, is_loss_sure=is_loss_sure
        )
        self.n_lost += n_lost_before
        if self.found is not None:
            lost_s = self.found.n_samples * self._period_s
            first_s += lost_s
            self.n_lost += self.found.n_samples
            last_s += lost_s
        self._next_s = first_s + n_samples * self._period_s
        end_s = last_s + self._run.in_time_s()
        return self._pacer.times_s(first_s, self._period_s, n_samples, end_s, self._run.pace)
