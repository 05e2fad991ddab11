"""What the rated bouts of a long-stride test say of where the person's pain begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from math import pi, sqrt
from typing import NamedTuple

import numpy as np

from coach.care.threshold_prior import ThresholdPrior
from sensors.samples import FloatArray

LAPSE = 0.03
"""Share of bouts beyond the threshold that stay painless all the same (signal chain)."""
RISK_ALLOWED = 0.2
"""Chance of pain 5 or more that no proposed bout may reach (care.md)."""
_FALSE_POINT = 0.1
"""Share of bouts in which a single point comes whatever the stride."""
_FALSE_SHARE_PER_POINT = 0.3
"""Of the pains that come whatever the stride, the share that rises by yet another point."""
EVENT_RISE = 2
SEVERE_PAIN = 5
_LOGISTIC_OF_NORMAL = pi / 8  # MacKay 1992, eq. 10


class Level(IntEnum):
    """What a bout brought; the levels are ordered."""

    NONE = 0
    EVENT = 1
    """Own familiar pain rose by 2 or more over the bout's own pre-rating."""
    SEVERE = 2
    """The same, and it reached 5."""


@dataclass(frozen=True, slots=True)
class Dose:
    """What a bout, or a walk, asked of the hip.

    `extension_sd_deg` is the uncertainty of the mean, not the spread of the strides.
    `quicker` is cadence over the person's usual, less 1: the part of the speed that the longer
    stride does not bring by itself. `toe_out_deg` is against the person's usual; None: not seen.
    `n_painful_before` counts painful bouts earlier in the same test.
    """

    extension_deg: float
    extension_sd_deg: float
    pain_before: int = 0
    quicker: float = 0.0
    toe_out_deg: float | None = None
    n_painful_before: int = 0

    def __post_init__(self) -> None:
        numbers = (self.extension_deg, self.extension_sd_deg, self.quicker, self.toe_out_deg or 0.0)
        if not np.isfinite(numbers).all() or self.extension_sd_deg < 0:
            raise ValueError(f"not a dose: {self}")
        if not 0 <= self.pain_before <= 10 or self.n_painful_before < 0:
            raise ValueError(f"not a dose: {self}")


@dataclass(frozen=True, slots=True)
class RatedBout:
    """A dose, and by how many points the person's own familiar pain rose over it."""

    dose: Dose
    rise: int

    @property
    def level(self) -> Level:
        """The level of what was rated."""
        if self.rise < EVENT_RISE:
            return Level.NONE
        is_severe = self.dose.pain_before + self.rise >= SEVERE_PAIN
        return Level.SEVERE if is_severe else Level.EVENT


class Outlook(NamedTuple):
    """What to expect of a bout that was not walked yet.

    `risky_share` is how much of the belief says that severe pain is likelier than allowed;
    `information_bits` how much the bout is expected to tell of the threshold.
    """

    dose: Dose
    event_chance: float
    severe_chance: float
    risky_share: float
    information_bits: float


@dataclass(frozen=True)
class Posterior:
    """What is believed of the threshold after some bouts: a weight for every cell of a grid.

    Axes: threshold, width, false pain, rating noise, forewarning, carry-over, cadence,
    toe-out.

    Notes
    -----
    1. P(event | x) = g + (1 - g - l) logistic((x - m) / s): m the threshold, s the width, g the
       rate of pain that comes whatever the stride, l the lapses.
    2. The ratings are ordered (graded response): a rise of r or more has the same curve, shifted
       by (r - 2) / rating_noise widths. A rise of 2 or more counts as it was rated; from pain 5
       on only that it was reached.
    3. The threshold of a bout is m less what earlier painful bouts, cadence and toe-out take.
    4. The dose is known with an error; a logistic seen through a normal error is again nearly a
       logistic, wider by sqrt(1 + pi / 8 (sd / s)^2).
    5. Cells are multiplied by the chance of what was rated. The grid needs no start values, and
       bouts that separate perfectly are nothing special: the prior bounds the width.

    References
    ----------
    MacKay, Neural Computation 4:720, 1992, 10.1162/neco.1992.4.5.720 (step 4). Kontsevich and
    Tyler, Vision Research 39:2729, 1999, 10.1016/S0042-6989(98)00285-5 (grid and information).
    """

    prior: ThresholdPrior
    weights: FloatArray
    bouts: tuple[RatedBout, ...] = ()
    _axes: list[tuple[FloatArray, FloatArray]] = field(default_factory=list, repr=False)

    @classmethod
    def before_any(cls, prior: ThresholdPrior) -> "Posterior":
        """The prior itself."""
        axes = prior.axes()
        weights = np.ones(1)
        for _, weight in axes:
            weights = np.multiply.outer(weights, weight / weight.sum())
        return cls(prior, weights[0], (), axes)

    @classmethod
    def after(cls, prior: ThresholdPrior, bouts: Iterable[RatedBout]) -> "Posterior":
        """What these bouts leave of the prior."""
        posterior = cls.before_any(prior)
        for bout in bouts:
            posterior = posterior.updated(bout)
        return posterior

    def told(self, bout: RatedBout, share: float) -> "Posterior":
        """The belief after something that was told, not walked: worth this share of a bout."""
        weights = self.weights * self._likelihood(bout) ** share
        return Posterior(self.prior, weights / weights.sum(), self.bouts, self._axes)

    def updated(self, bout: RatedBout) -> "Posterior":
        """The belief after one more bout."""
        weights = self.weights * self._likelihood(bout)
        return Posterior(self.prior, weights / weights.sum(), (*self.bouts, bout), self._axes)

    def _likelihood(self, bout: RatedBout) -> FloatArray:
        """Chance of what was rated, in every cell."""
        dose = bout.dose
        if bout.level is Level.NONE:
            slight = self._chance(dose, EVENT_RISE - 1)
            is_slight = bout.rise == EVENT_RISE - 1
            return slight - self._chance(dose, EVENT_RISE) if is_slight else 1 - slight
        if bout.level is Level.EVENT:
            return self._chance(dose, bout.rise) - self._chance(dose, bout.rise + 1)
        return self._severe_chance(dose)

    def curve(self, extension_deg: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Chance of the event at each extension: mean, and the 95 % band (low, high).

        Fresh, at usual cadence and toe-out, and for an extension known exactly.
        """
        centres, widths, false = (self._axes[i][0] for i in range(3))
        weights = self.weights.sum(axis=(3, 4, 5, 6, 7)).ravel()
        rows = []
        for x in extension_deg.tolist():
            rate = _logistic((x - centres[:, None, None]) / widths[:, None])
            chance = (false + (1 - false - LAPSE) * rate).ravel()
            low, high = _weighted_quantiles(chance, weights, (0.025, 0.975))
            rows.append((float(chance @ weights), low, high))
        mean, low_, high_ = np.array(rows).reshape(-1, 3).T
        return mean, low_, high_

    @cached_property
    def threshold_weights(self) -> FloatArray:
        """Marginal weight of each threshold of `threshold_deg`."""
        total: FloatArray = self.weights.sum(axis=(1, 2, 3, 4, 5, 6, 7))
        return total

    @property
    def threshold_deg(self) -> FloatArray:
        """The grid of thresholds."""
        return self._axes[0][0]

    @property
    def mean_deg(self) -> float:
        """Posterior mean of the threshold."""
        return float(self.threshold_weights @ self.threshold_deg)

    @property
    def sd_deg(self) -> float:
        """Posterior SD of the threshold."""
        square = (self.threshold_deg - self.mean_deg) ** 2
        return sqrt(float(self.threshold_weights @ square))

    def quantile_deg(self, share: float) -> float:
        """The threshold below which this share of the belief lies.

        Each grid point stands for the 0.75 deg around it, so the steps are joined by lines.
        """
        step = self.threshold_deg[1] - self.threshold_deg[0]
        edges = np.append(self.threshold_deg - step / 2, self.threshold_deg[-1] + step / 2)
        below = np.append(0.0, np.cumsum(self.threshold_weights))
        return float(np.interp(share, below, edges))

    def at_chance_deg(self, chance: float) -> tuple[float, float]:
        """Mean and SD of the extension at which the event has this chance.

        Raises
        ------
        ValueError
            If pain that comes whatever the stride is as likely as that.
        """
        centres, widths, false = (self._axes[i][0] for i in range(3))
        if not false.max() < chance < 1 - LAPSE:
            raise ValueError(f"chance {chance} is not on the curve")
        share = (chance - false) / (1 - false - LAPSE)
        x = centres[:, None, None] + widths[:, None] * np.log(share / (1 - share))
        weights = self.weights.sum(axis=(3, 4, 5, 6, 7))
        mean = float((weights * x).sum())
        return mean, sqrt(float((weights * (x - mean) ** 2).sum()))

    def outlook(self, doses: Sequence[Dose]) -> list[Outlook]:
        """What to expect of bouts at usual cadence and toe-out, of which one may come next."""
        weights = self.weights.sum(axis=(4, 6, 7))
        marginal = self.threshold_weights
        safe = np.maximum(marginal, 1e-300)
        outlooks = []
        for dose in doses:
            event = self._chance(dose, EVENT_RISE)[..., 0, :, 0, 0]
            severe = self._severe_chance(dose)[..., 0, :, 0, 0]
            is_risky = severe > RISK_ALLOWED
            by_threshold = np.stack(
                [(weights * chance).sum(axis=(1, 2, 3, 4)) for chance in (event, severe)], axis=1
            )
            n_event, n_severe = by_threshold.sum(axis=0).tolist()
            given = by_threshold / safe[:, None]
            before = _entropy_bits(np.array([n_event]), np.array([n_severe]))[0]
            after = marginal @ _entropy_bits(given[:, 0], given[:, 1])
            risky = float((weights * is_risky).sum())
            outlooks.append(Outlook(dose, n_event, n_severe, risky, float(before - after)))
        return outlooks

    def _severe_chance(self, dose: Dose) -> FloatArray:
        return self._chance(dose, max(SEVERE_PAIN - dose.pain_before, EVENT_RISE))

    def _chance(self, dose: Dose, rise: int) -> FloatArray:
        """Chance that pain rises by `rise` or more, in every cell (broadcastable to the grid)."""
        centres, widths, false, noise, early, carry, quick, toe = np.ix_(
            *(v for v, _ in self._axes)
        )
        shift = carry * dose.n_painful_before + quick * (dose.quicker / 0.1)
        shift = shift + toe * ((dose.toe_out_deg or 0.0) / 10)
        beyond = dose.extension_deg + shift - centres
        if rise > EVENT_RISE:
            beyond = beyond - widths / noise * (rise - EVENT_RISE)
        elif rise < EVENT_RISE:
            beyond = beyond + widths * early
        seen_width = np.sqrt(widths**2 + _LOGISTIC_OF_NORMAL * dose.extension_sd_deg**2)
        by_chance = false * _FALSE_SHARE_PER_POINT ** (rise - EVENT_RISE)
        if rise < EVENT_RISE:
            by_chance = false + _FALSE_POINT
        return by_chance + (1 - by_chance - LAPSE) * _logistic(beyond / seen_width)


def _logistic(z: FloatArray) -> FloatArray:
    return 0.5 * (1 + np.tanh(z / 2))


def _weighted_quantiles(
    values: FloatArray, weights: FloatArray, shares: tuple[float, float]
) -> tuple[float, float]:
    order = np.argsort(values)
    below = np.cumsum(weights[order])
    low, high = np.searchsorted(below, shares)
    last = len(values) - 1
    return float(values[order[min(low, last)]]), float(values[order[min(high, last)]])


def _entropy_bits(event: FloatArray, severe: FloatArray) -> FloatArray:
    """Entropy of the three levels, where `event` holds the severe ones too."""
    chances = np.stack([1 - event, event - severe, severe])
    bits: FloatArray = -(chances * np.log2(np.maximum(chances, 1e-12))).sum(axis=0)
    return bits
