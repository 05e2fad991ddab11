"""The true rate of a sensor that tells no time, from how its first seconds arrive."""

from sensors.devices.codec import Samples
from sensors.host_time import middle_slope

MEASURED_S = 5.0
_LEAST_ERROR = 0.005
_LEAST_HZ = 5.0
_FEWEST, _MOST = 10, 10_000
_LEAST_PACE = 0.1


class FirstSeconds:
    """Holds the first samples of a stream back until their rate is known.

    Attributes
    ----------
    held : list of (Samples, float)
        What came so far, with its arrival time.

    Notes
    -----
    1. Arrivals against counted samples, their lower edge (`sensors.host_time`).
    2. Within 0.5 % of the nominal rate it is taken to be nominal: a motion chip's own oscillator
       may be 1 to 2 % off, a microcontroller's quartz is not.

    Simulated (bursts every 15, 30 and 45 ms, packets of 1 and 3 samples, true rate up to 1.2 % off)
    it errs by at most 0.15 %. A lost packet looks like a slow sensor: with 0.5 % lost it errs by
    0.4 % in the mean; Bluetooth repeats what is not heard, so losses are rare beside the computer.
    Integrating angular rates with a rate 1 % off makes every angle 1 % too large or too small.
    """

    def __init__(self, nominal_hz: float) -> None:
        self._nominal_hz = nominal_hz
        self._edges: list[tuple[float, float]] = []  # device and host time since the first
        self._n = 0
        self.held: list[tuple[Samples, float]] = []

    def add(self, samples: Samples, arrival_s: float) -> bool:
        """Hold these samples back as well; True when that is enough."""
        if self.held:
            self._n += samples.n_lost_before + len(samples.acc_mps2)
        self.held.append((samples, arrival_s))
        since_s = arrival_s - self.held[0][1]
        self._edges.append((self._n / self._nominal_hz, since_s))
        return since_s >= MEASURED_S or self._n >= _MOST

    def rate_hz(self) -> float:
        """The measured rate where it differs from the nominal one."""
        if len(self._edges) < _FEWEST:
            return self._nominal_hz
        pace = 1 + middle_slope(
            [(device_s, since_s - device_s) for device_s, since_s in self._edges]
        )
        rate_hz = self._nominal_hz / max(pace, _LEAST_PACE)
        is_nominal = abs(rate_hz / self._nominal_hz - 1) < _LEAST_ERROR
        return self._nominal_hz if is_nominal or rate_hz < _LEAST_HZ else round(float(rate_hz), 2)
