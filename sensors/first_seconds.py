"""The true rate of a sensor that tells no time, from how its first seconds arrive."""

from math import log, sqrt
from typing import NamedTuple

import numpy as np

from sensors.devices.codec import Samples
from sensors.host_time import middle_slope
from sensors.late_run import LateRun, least_pause_s

MEASURED_S = 5.0
_LEAST_ERROR = 0.005
_LEAST_HZ = 5.0
_FEWEST, _MOST = 10, 10_000
_LEAST_PACE = 0.1
_LOST_STEP = 0.002
_N_STEPS = 15  # up to 3 % lost
_A_LOSS = 6.0  # nats a loss must be worth
_NOT_AS_TOLD = (
    5.0  # nats it must be worth that the rate is not what the losses left or the maker says
)
_LEAST_SD_SHARE = 0.03
_MOSTLY = 0.6


class _Packet(NamedTuple):
    n_samples: int
    n_lost_before: int
    arrival_s: float


class FirstSeconds:
    """Holds the first samples of a stream back until their rate is known.

    Attributes
    ----------
    held : list of (Samples, float)
        What came so far, with its arrival time.

    Notes
    -----
    1. Arrivals against counted samples, their lower edge (`sensors.host_time`): the rate if nothing
       was lost. A lost packet looks like a slow sensor.
    2. So where packets come at once, rates up to 3 % faster are tried, and the nominal one: with
       each, losses are looked for (`sensors.late_run`), and what remains of the lateness is
       compared. A loss must explain more than it costs, and so must another rate than step 1's or
       the nominal. In bursts a slow sensor leaves one packet out at even intervals, which looks
       just like losses; a slow chip is the likelier of the two.
    3. Within 0.5 % of the nominal rate it is taken to be nominal: a motion chip's own oscillator
       may be 1 to 2 % off, a microcontroller's quartz is not.

    Integrating angular rates with a rate 1 % off makes every angle 1 % too large or too small. How
    well it does, simulated, stands in docs/sensors.md.
    """

    def __init__(self, nominal_hz: float) -> None:
        self._nominal_hz = nominal_hz
        self._packets: list[_Packet] = []
        self._n = 0
        self.held: list[tuple[Samples, float]] = []

    def add(self, samples: Samples, arrival_s: float) -> bool:
        """Hold these samples back as well; True when that is enough."""
        n_samples = len(samples.acc_mps2)
        self.held.append((samples, arrival_s))
        self._packets.append(_Packet(n_samples, samples.n_lost_before, arrival_s))
        self._n += n_samples
        return arrival_s - self.held[0][1] >= MEASURED_S or self._n >= _MOST

    def rate_hz(self) -> float:
        """The measured rate where it differs from the nominal one."""
        nominal_hz = self._nominal_hz
        if len(self._packets) < _FEWEST:
            return nominal_hz
        least_hz = self._rate_without_losses_hz()
        if least_hz < _LEAST_HZ:
            return nominal_hz
        rate_hz = self._likeliest_hz(least_hz) if self._come_at_once() else least_hz
        is_nominal = abs(rate_hz / nominal_hz - 1) < _LEAST_ERROR
        return nominal_hz if is_nominal else round(float(rate_hz), 2)

    def _come_at_once(self) -> bool:
        n_unit = min(packet.n_samples for packet in self._packets)
        pauses_s = np.diff([packet.arrival_s for packet in self._packets])
        is_apart = pauses_s > least_pause_s(n_unit / self._nominal_hz)
        return float(is_apart.mean()) > _MOSTLY

    def _likeliest_hz(self, least_hz: float) -> float:
        tried = [(self._misfit(each_hz), each_hz) for each_hz in (self._nominal_hz, least_hz)]
        for k in range(1, _N_STEPS + 1):
            rate_hz = least_hz * (1 + k * _LOST_STEP)
            tried.append((self._misfit(rate_hz) + _NOT_AS_TOLD, rate_hz))
        return min(tried)[1]

    def _rate_without_losses_hz(self) -> float:
        first_s, n = self._packets[0].arrival_s, 0
        edges: list[tuple[float, float]] = []
        for packet in self._packets:
            if edges:
                n += packet.n_lost_before + packet.n_samples
            device_s = n / self._nominal_hz
            edges.append((device_s, packet.arrival_s - first_s - device_s))
        return self._nominal_hz / max(1 + middle_slope(edges), _LEAST_PACE)

    def _misfit(self, rate_hz: float) -> float:
        """How badly arrivals fit this rate with the losses found under it, in nats."""
        run, n, n_losses = LateRun(), 0, 0
        n_unit = min(packet.n_samples for packet in self._packets)
        unit_s = n_unit / rate_hz
        arrivals_s: list[float] = []
        delays_s: list[float] = []
        for packet in self._packets:
            n += packet.n_lost_before
            last_s = (n + packet.n_samples - 1) / rate_hz
            found = run.push(packet.arrival_s, last_s, unit_s, n_unit, packet.n_samples)
            if found is not None:
                n += found.n_samples
                n_losses += found.n_samples // n_unit
                last_s += found.n_samples / rate_hz
            n += packet.n_samples
            arrivals_s.append(packet.arrival_s)
            delays_s.append(packet.arrival_s - last_s)
        is_last = np.append(np.diff(arrivals_s) > least_pause_s(unit_s), [True])
        away_s = np.array(delays_s)[is_last]
        away_s = np.minimum(np.abs(away_s - np.median(away_s)), 2 * unit_s)
        sd_s = max(sqrt(float((away_s**2).mean())), _LEAST_SD_SHARE * unit_s)
        return len(away_s) * log(sd_s * rate_hz) + _A_LOSS * n_losses
