"""A device's clock seen from the host: a line under all arrivals, followed smoothly."""

from collections import deque
from math import inf

import numpy as np

from sensors.samples import FloatArray

_FASTEST_CATCH_UP = 0.1  # change of pace; the first arrivals may be 40 ms too late
_CATCH_UP_S = 0.25
_FUTURE_S = 0.5  # samples this far ahead of their arrival: the device's clock was set anew


class Lateness:
    """Whether all packets have been late for some time, and by how much at least.

    A silence before or between them asks for twice its length: what was held up comes late too,
    until it is worked off.
    """

    _N_PACKETS = 4

    def __init__(self, hold_s: float) -> None:
        self._hold_s = hold_s
        self._last_arrival_s = inf
        self._begin(0.0, 0.0)

    def _begin(self, arrival_s: float, silence_s: float) -> None:
        self._since_s, self._silence_s, self._least_s, self._n = arrival_s, silence_s, inf, 0

    def push(self, arrival_s: float, late_s: float, limit_s: float) -> float:
        """Return the least lateness once all have been beyond the limit for long, else 0."""
        silence_s = arrival_s - self._last_arrival_s
        self._last_arrival_s = arrival_s
        if self._n == 0:
            self._begin(arrival_s, silence_s)
        if late_s <= limit_s:
            self._n = 0
            return 0
        self._n += 1
        self._least_s = min(self._least_s, late_s)
        self._silence_s = max(self._silence_s, silence_s)
        enough_s = max(self._hold_s, 2 * self._silence_s)
        if self._n < self._N_PACKETS or arrival_s - self._since_s < enough_s:
            return 0
        self._n = 0
        return self._least_s


class Pacer:
    """Times that follow a line smoothly and never go back.

    A distance from the line is made up for in a quarter of a second, so that a jitter of 5 ms
    changes the pace by 2 %, which the even grid passes on as it is.
    """

    def __init__(self) -> None:
        self._last: tuple[float, float] | None = None  # device and host time of the last sample
        self.restart()

    def restart(self) -> None:
        """Jump to the line at the next sample; not before the last time given out."""
        self._is_jump = True

    def times_s(
        self, first_s: float, step_s: float, n: int, end_s: float, pace: float
    ) -> FloatArray:
        """Host times of n samples whose device times begin at `first_s`.

        Parameters
        ----------
        end_s : float
            Host time of the last one by the line.
        pace : float
            Usual seconds of the host in a second of the device.
        """
        last_s = first_s + (n - 1) * step_s
        device_s = first_s + step_s * np.arange(n, dtype=np.float64)
        if self._is_jump or self._last is None:
            start_s = end_s - pace * (last_s - first_s)
            if self._last is not None:
                start_s = max(start_s, self._last[1] + step_s)
            times_s = start_s + pace * (device_s - first_s)
            self._is_jump = False
        else:
            from_s, from_host_s = self._last
            span_s = last_s - from_s
            away_s = end_s - from_host_s - pace * span_s
            change = away_s / max(span_s, _CATCH_UP_S)
            wanted = pace + min(max(change, -_FASTEST_CATCH_UP), _FASTEST_CATCH_UP)
            times_s = from_host_s + wanted * (device_s - from_s)
        self._last = last_s, float(times_s[-1])
        return times_s


class HostTime:
    """Device time to host time; never goes back.

    No packet arrives before its last sample was taken, and now and then one arrives at once: the
    arrivals' lower edge, over a minute, is the device clock seen from the host (less the shortest
    transport, which nobody can see). The slope is the edge of the lower hull over the middle,
    which leaves the least total delay above the line.

    References
    ----------
    S. B. Moon, P. Skelly, D. Towsley: Estimation and removal of clock skew from network delay
    measurements. INFOCOM 1999. doi:10.1109/INFCOM.1999.749287

    Parameters
    ----------
    max_slope : float
        Largest share by which the device's clock may be off.
    n_settle : int
        Seconds of arrivals before a slope is believed.
    """

    _BUCKET_S = 1.0
    _N_BUCKETS = 60
    _LATE_S = 0.25
    _LATE_HOLD_S = 2.0

    def __init__(self, max_slope: float, n_settle: int) -> None:
        self._max_slope, self._n_settle = max_slope, n_settle
        self._pacer = Pacer()
        self.restart()

    def restart(self) -> None:
        """Forget the device's clock, not the last time given out."""
        self._slope, self._at_zero_s = 0.0, inf
        self._edges: deque[tuple[float, float]] = deque(maxlen=self._N_BUCKETS)
        self._lowest: tuple[float, float] | None = None
        self._pacer.restart()
        self._late = Lateness(self._LATE_HOLD_S)

    def late_s(self, device_s: float, arrival_s: float) -> float:
        """How much later than by the line a sample of this device time arrived."""
        return arrival_s - device_s - self._at_zero_s - self._slope * device_s

    def is_future(self, device_s: float, arrival_s: float) -> bool:
        """Whether the sample would be from the future."""
        return self._at_zero_s < inf and self.late_s(device_s, arrival_s) < -_FUTURE_S

    def times_s(self, first_s: float, step_s: float, n: int, arrival_s: float) -> FloatArray:
        """Host times of n samples whose device times begin at `first_s`."""
        last_s = first_s + (n - 1) * step_s
        self._learn(last_s, arrival_s)
        end_s = last_s + self._at_zero_s + self._slope * last_s
        return self._pacer.times_s(first_s, step_s, n, end_s, 1 + self._slope)

    def _learn(self, device_s: float, arrival_s: float) -> None:
        late_s = self.late_s(device_s, arrival_s)
        least_s = self._late.push(arrival_s, late_s, self._LATE_S)
        if least_s > 0:  # everything comes late for good: the old line is of another clock
            self.restart()
        edge = device_s, arrival_s
        lowest = self._lowest
        if lowest is not None and device_s // self._BUCKET_S != lowest[0] // self._BUCKET_S:
            self._edges.append(lowest)
            self._fit()
            lowest = None
        if lowest is None or self._zero_s(edge) < self._zero_s(lowest):
            lowest = edge
        self._lowest = lowest
        self._at_zero_s = min(self._at_zero_s, self._zero_s(edge))

    def _zero_s(self, edge: tuple[float, float]) -> float:
        return edge[1] - edge[0] - self._slope * edge[0]

    def _fit(self) -> None:
        if len(self._edges) > self._n_settle:
            slope = middle_slope([(x, arrival_s - x) for x, arrival_s in self._edges])
            self._slope = min(max(slope, -self._max_slope), self._max_slope)
            self._at_zero_s = min(map(self._zero_s, self._edges))


def middle_slope(points: list[tuple[float, float]]) -> float:
    """Slope of the lower convex hull over the mean of x; x increasing, two points or more."""
    hull: list[tuple[float, float]] = []
    for x, y in points:
        while len(hull) > 1:
            (x0, y0), (x1, y1) = hull[-2:]
            if (y1 - y0) * (x - x1) < (y - y1) * (x1 - x0):
                break
            hull.pop()
        hull.append((x, y))
    middle = sum(x for x, _ in points) / len(points)
    right = next(i for i, (x, _) in enumerate(hull) if x >= middle and i > 0)
    (x0, y0), (x1, y1) = hull[right - 1 : right + 1]
    return (y1 - y0) / (x1 - x0)
