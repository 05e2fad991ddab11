"""Whether packets that come late show that one before them was lost."""

from math import inf, sqrt
from typing import NamedTuple

_APART_SHARE = 0.5
_LEAST_APART_S = 0.004  # packets of one burst come every 1 to 3 ms
_N_FIRST = 20
_N_PRIOR = 4
_LEVEL_GAIN, _TREND_GAIN, _VARIANCE_GAIN = 0.04, 0.0002, 0.02
_BLAMED_ON_TREND = 0.3
_LEAST_SINCE_S = 2.0
_LONGEST_INTERVAL_S = 0.2
_SETTLES_S = 2.0
_MOST_TREND = 0.05  # of a motion chip's own oscillator
_FIRST_SD_SHARE = 0.5
_LEAST_SD_SHARE = 0.1
_SURE, _SURE_WHERE_TOLD = 9.0, 18.0
_BY_ONE = 0.6
_MOSTLY_ALONE = 0.8
_EARLIEST_SDS = 1.5


class FoundLoss(NamedTuple):
    """Samples found missing before some that have come since.

    Attributes
    ----------
    n_samples : int
        How many are missing.
    n_since : int
        Samples that have come since, the present packet left out.
    is_exact : bool
        They are missing right there; else anywhere from there on.
    """

    n_samples: int
    n_since: int
    is_exact: bool


def least_pause_s(unit_s: float) -> float:
    """A packet that comes so long after another, or longer, is of another burst."""
    return max(_APART_SHARE * unit_s, _LEAST_APART_S)


class LateRun:
    """Tells a loss, after which all that comes is late, from bursts and stalls, which pass.

    Notes
    -----
    1. Of a burst only the last packet can be in time, so only one that is followed by a pause is
       looked at: a radio heard every 45 ms and a host that was held up both bring bursts. After a
       stall of 0.2 s or more none is, for twice as long or two seconds: it may bring several.
    2. How late these usually are, how fast that changes (the sensor's clock is not ours) and how
       much it varies, is learned from them.
    3. A loss makes all later ones late by as much as it took: the evidence for that, in nats, is
       summed up while it lasts (Page's test). No packet alone is enough. Evidence that all come
       too early by as much means that there was no loss after all.

    Where packets come at once two late ones show a loss; where they come in bursts, two or three
    bursts.

    Parameters
    ----------
    is_told : bool
        Nearly all losses are known otherwise already: twice the evidence is asked for.

    References
    ----------
    E. S. Page: Continuous inspection schemes. Biometrika 41, 1954. doi:10.1093/biomet/41.1-2.100
    """

    def __init__(self, *, is_told: bool = False) -> None:
        self._sure = _SURE_WHERE_TOLD if is_told else _SURE
        self._level_s, self._trend, self._variance_s2 = 0.0, 0.0, 0.0
        self._at_s = self._level_since_s = -inf
        self._n_learned = 0
        self._has_found = False
        self._alone_share, self._usual_pause_s = 0.5, 0.0
        self._arrival_s, self._delay_s = -inf, 0.0
        self._earliest_s, self._settled_s = inf, -inf
        self._begin_run()

    @property
    def pace(self) -> float:
        """Seconds that pass for us in a second of the sensor's."""
        return 1 + self._trend

    def in_time_s(self) -> float:
        """Delay of a packet that comes as early as any, at the time of the last."""
        if self._n_learned < _N_FIRST:
            return self._earliest_s
        ahead_s = self._trend * (self._arrival_s - self._at_s)
        return self._level_s + ahead_s - _EARLIEST_SDS * sqrt(self._variance_s2)

    def _begin_run(self) -> None:
        self._late = self._early = 0.0
        self._run: list[tuple[float, float]] = []
        self._n_since = 0
        self._is_open = False
        self._nearest_s = inf

    def push(
        self,
        arrival_s: float,
        device_s: float,
        unit_s: float,
        n_unit: int,
        n_samples: int,
        *,
        is_loss_sure: bool = False,
    ) -> FoundLoss | None:
        """Return what this packet shows to be missing.

        Parameters
        ----------
        arrival_s, device_s : float
            When it came, and when its last sample was taken if nothing is missing.
        unit_s, n_unit : float and int
            What is lost at once, as time and as samples.
        n_samples : int
            Samples in it.
        is_loss_sure : bool
            Nothing unknown is missing right before it.
        """
        pause_s = arrival_s - self._arrival_s
        apart_s = max(least_pause_s(unit_s), _APART_SHARE * self._usual_pause_s)
        is_last = apart_s < pause_s < inf
        self._alone_share += _VARIANCE_GAIN * (is_last - self._alone_share)
        if is_last:
            usual_s = min(pause_s, _LONGEST_INTERVAL_S)
            self._usual_pause_s += _VARIANCE_GAIN * (usual_s - self._usual_pause_s)
            if self._arrival_s >= self._settled_s:
                self._look(unit_s)
            if pause_s > _LONGEST_INTERVAL_S:  # a stall: what was held up comes first
                self._settled_s = arrival_s + min(2 * pause_s, _SETTLES_S)
        n_since = self._n_since  # samples that came after the last that was in time
        self._n_since += n_samples
        self._is_open = self._is_open or not is_loss_sure
        self._nearest_s = min(self._nearest_s, pause_s)
        self._arrival_s, self._delay_s = arrival_s, arrival_s - device_s
        self._earliest_s = min(self._earliest_s, self._delay_s)
        late = self._late
        if (
            late > 0 and arrival_s >= self._settled_s and self._alone_share > _MOSTLY_ALONE
        ):  # the present one is a burst of its own
            late += self._worth(self._excess_s(), unit_s)
        if self._early > self._sure or (late > self._sure and not self._is_open):
            self._take_back(arrival_s, unit_s)
            return None
        if late <= self._sure:
            return None
        n_units = max(1, round(self._mean_excess_s() / unit_s))
        self._delay_s -= n_units * unit_s
        self._has_found = True
        found = FoundLoss(n_units * n_unit, n_since, self._nearest_s > apart_s)
        self._begin_run()
        return found

    def _take_back(self, arrival_s: float, unit_s: float) -> None:
        """Nothing is missing, or not so much: packets usually come at another time than thought."""
        excess_s = min((excess_s for _, excess_s in self._run), key=abs)
        self._level_s += self._trend * (arrival_s - self._at_s) + excess_s
        self._at_s = arrival_s
        if not self._has_found:  # nothing to take back: the sensor's clock runs otherwise
            blamed_s = _BLAMED_ON_TREND * min(max(excess_s, -unit_s), unit_s)
            self._blame(blamed_s / max(arrival_s - self._level_since_s, _LEAST_SINCE_S))
        self._level_since_s, self._has_found = arrival_s, False
        self._begin_run()

    def _blame(self, change: float) -> None:
        self._trend = min(max(self._trend + change, -_MOST_TREND), _MOST_TREND)

    def _look(self, unit_s: float) -> None:
        """Take the last packet of a burst into account."""
        if self._n_learned == 0:
            self._level_s, self._at_s = self._delay_s, self._arrival_s
            self._level_since_s, self._has_found = self._arrival_s, False
            self._variance_s2 = (_FIRST_SD_SHARE * unit_s) ** 2
        excess_s = self._excess_s()
        self._run.append((self._arrival_s, excess_s))
        self._late = max(0.0, self._late + self._worth(excess_s, unit_s))
        self._early = max(0.0, self._early + self._worth(-excess_s, unit_s))
        if (self._late == 0 and self._early == 0) or self._n_learned < _N_FIRST:
            for at_s, excess_s in self._run:
                self._learn(at_s, excess_s, unit_s)
            self._begin_run()

    def _excess_s(self) -> float:
        """How much later the last packet came than is usual."""
        return self._delay_s - self._level_s - self._trend * (self._arrival_s - self._at_s)

    def _mean_excess_s(self) -> float:
        return sum(excess_s for _, excess_s in self._run) / len(self._run)

    def _learn(self, at_s: float, excess_s: float, unit_s: float) -> None:
        n = self._n_learned
        self._n_learned += 1
        since_s = at_s - self._at_s
        level_gain = max(2 * (2 * n + 1) / ((n + 1) * (n + 2)), _LEVEL_GAIN)
        self._level_s += self._trend * since_s + min(level_gain, 1.0) * excess_s
        if since_s > 0:  # one that was held up for longer tells no more of the clock
            within_s = min(max(excess_s, -2 * unit_s), 2 * unit_s)
            self._blame(_TREND_GAIN * within_s / max(since_s, unit_s))
        self._at_s = at_s
        square_s2 = min(excess_s * excess_s, unit_s * unit_s)
        variance_gain = max(1 / (n + _N_PRIOR), _VARIANCE_GAIN)
        self._variance_s2 += variance_gain * (square_s2 - self._variance_s2)

    def _worth(self, excess_s: float, unit_s: float) -> float:
        """Evidence of one packet for a loss."""
        variance_s2 = max(self._variance_s2, (_LEAST_SD_SHARE * unit_s) ** 2)
        return min((excess_s - unit_s / 2) * unit_s / variance_s2, _BY_ONE * self._sure)
