"""Stride length from the range and rate of the thigh's swing, with its uncertainty."""

from dataclasses import dataclass
from math import radians, sin, sqrt
from statistics import fmean

_G_MPS2 = 9.80665
_LEG_LENGTH_OF_HEIGHT = 0.53
"""Trochanter height over body height: Winter, Biomechanics and Motor Control of Human Movement,
4th ed. 2009, figure 4.1, 10.1002/9780470549148."""


_ENDING_SHARE = 0.25
"""How much the flexion that a stride ends with counts against the one it began with: the swing that
sets the foot down is part of the length. Each person left out in turn, 0.2 or 0.3 was best."""
_UNKNOWN_LEG_SD = 0.2
_LEAST_FITTED_RAD = radians(35.0)
_EXTRAPOLATED_SD_PER_RAD = 0.4
_USUAL_OF = 200
_LEAST_M = 0.05
_MOST_OFF = 2.0


@dataclass(frozen=True, slots=True)
class StrideFeatures:
    """What the length is regressed on.

    `range_of_motion_rad` is from flexion to extension, the flexion being the one that the stride
    begins with and, by a quarter, the one that it ends with. `stance_rate_radps` is the mean
    rate of extension from peak flexion to peak extension, positive.
    """

    range_of_motion_rad: float
    stance_rate_radps: float
    duration_s: float

    @classmethod
    def of(
        cls, turns_rad: tuple[float, float, float], extending_s: float, duration_s: float
    ) -> "StrideFeatures":
        """Features of a stride from its flexion at the start, at peak extension and at the end."""
        start_rad, extended_rad, end_rad = turns_rad
        range_rad = start_rad - extended_rad
        swung_rad = range_rad + _ENDING_SHARE * (end_rad - start_rad)
        return cls(swung_rad, range_rad / extending_s, duration_s)


@dataclass(frozen=True, slots=True)
class LengthModel:
    """``length / leg = a sin(range / 2) + b sqrt(leg / g) / duration + c rate sqrt(leg / g)``.

    `coefficients` is (a, b, c) of the population, for a person's usual stride; `within` is how one
    person's strides grow about it, to a factor. `gain_sd` is the SD between people of the level,
    `slope_sd` that of the growth; `way_sd` how far one way of walking (pace, mood, shoes) strays
    from the person's own line; `stride_sd` how far one stride strays from its way. All relative.
    """

    coefficients: tuple[float, float, float]
    within: tuple[float, float, float]
    gain_sd: float
    slope_sd: float
    way_sd: float
    stride_sd: float


POPULATION = LengthModel(
    coefficients=(2.5, 1.5, 0.25),
    within=(1.0, 0.4, 0.1),
    gain_sd=0.06,
    slope_sd=0.15,
    way_sd=0.033,
    stride_sd=0.015,
)
"""Nine people of the dev walks as worn: one gain fitted, the ratios between the terms rounded from
flat optima, each person left out in turn (docs/method.md)."""


@dataclass(frozen=True, slots=True)
class PersonalLength:
    """What known distances taught of one person on one surface; kept per surface.

    A belt carries the foot and people swing otherwise on it: a gain learnt there is not used on
    the ground, nor the other way round.
    """

    usual: tuple[float, float]
    mean: tuple[float, float]
    covariance: tuple[float, float, float]
    """Variance of the level, covariance, variance of the growth."""


class StrideLength:
    """A person's stride length model, updated by walks over a known distance.

    Notes
    -----
    1. Range of motion, cadence and stance rate, made free of size by the leg.
    2. Between people length grows less with the range of motion than within one person: who swings
       wide has a smaller gain. So the population's line tells the level at the person's usual
       stride, a running mean until a distance is known, and the person's own line goes through it.
    3. Bayesian linear regression of two numbers, level and growth. A known distance is one
       observation. It was walked in one way, so its error does not fall with the number of
       strides below `way_sd`; other paces teach more than more of the same.
    4. The length of a stride is the mean of the posterior line; its variance is the line's plus
       the way's and the stride's own.

    References
    ----------
    Arumukhom Revi et al., Sensors 21:6976, 2021, 10.3390/s21216976, for what one thigh sensor
    reaches with a model of the person's own.
    """

    def __init__(
        self,
        leg_length_m: float | None,
        height_m: float | None,
        model: LengthModel = POPULATION,
        personal: PersonalLength | None = None,
    ) -> None:
        self._model = model
        self._is_leg_known = leg_length_m is not None or height_m is not None
        self.is_calibrated = False
        if leg_length_m is None:
            leg_length_m = _LEG_LENGTH_OF_HEIGHT * (height_m or 1.70)
        self._leg_m = leg_length_m
        self._time_s = sqrt(self._leg_m / _G_MPS2)
        self._n_observed = 0
        self._usual = (0.0, 0.0)
        gain_sd = model.gain_sd if self._is_leg_known else _UNKNOWN_LEG_SD
        self._mean = (1.0, 1.0)
        self._covariance = (gain_sd**2, 0.0, model.slope_sd**2)
        if personal is not None:
            self.is_calibrated = True
            self._n_observed = _USUAL_OF
            self._usual = personal.usual
            self._mean, self._covariance = personal.mean, personal.covariance

    def personal(self) -> PersonalLength | None:
        """What was learnt, to be kept for the next walk on this surface; None if nothing was."""
        if not self.is_calibrated:
            return None
        return PersonalLength(self._usual, self._mean, self._covariance)

    def observe(self, features: StrideFeatures) -> None:
        """A scored stride: the person's usual is its running mean, until a distance is known."""
        if self.is_calibrated:
            return
        self._n_observed = min(self._n_observed + 1, _USUAL_OF)
        level, growth = self._level_and_growth(features)
        self._usual = (
            self._usual[0] + (level - self._usual[0]) / self._n_observed,
            self._usual[1] + (growth - self._usual[1]) / self._n_observed,
        )

    def length_m(self, features: StrideFeatures) -> tuple[float, float] | None:
        """Length and its SD; None as long as neither leg length nor a distance is known."""
        if not (self._is_leg_known or self.is_calibrated):
            return None
        level_m, growth_m = self._row(features)
        level, growth = self._mean
        length_m = max(level_m * level + growth_m * growth, _LEAST_M)
        by_level, by_growth = self._part(level_m, growth_m)
        own = self._way_sd(features) ** 2 + self._model.stride_sd**2
        return length_m, sqrt(level_m * by_level + growth_m * by_growth + own * length_m**2)

    def calibrate(self, strides: list[StrideFeatures], distance_m: float) -> None:
        """Learn from strides that together covered a measured distance.

        One that is half or twice what they can have covered was mistyped, and teaches nothing.
        """
        rows = [self._row(stride) for stride in strides]
        level, growth = self._mean
        guess_m = sum(level_m * level + growth_m * growth for level_m, growth_m in rows)
        if not guess_m / _MOST_OFF < distance_m < guess_m * _MOST_OFF:
            return
        if not self.is_calibrated:
            both = [self._level_and_growth(stride) for stride in strides]
            self._usual = fmean(one for one, _ in both), fmean(other for _, other in both)
            self._n_observed = _USUAL_OF
            self.is_calibrated = True
            rows = [self._row(stride) for stride in strides]
        level_m, growth_m = sum(one for one, _ in rows), sum(other for _, other in rows)
        model, distance_m = self._model, float(distance_m)  # what is learnt is kept: plain numbers
        # the two ends of the distance are good to a hundredth
        own = model.way_sd**2 + model.stride_sd**2 / len(strides) + 0.01**2
        by_level, by_growth = self._part(level_m, growth_m)
        spread = level_m * by_level + growth_m * by_growth + own * distance_m**2
        missing_m = distance_m - level_m * level - growth_m * growth
        self._mean = level + by_level / spread * missing_m, growth + by_growth / spread * missing_m
        variance, both_ways, growth_variance = self._covariance
        self._covariance = (
            variance - by_level * by_level / spread,
            both_ways - by_level * by_growth / spread,
            growth_variance - by_growth * by_growth / spread,
        )

    def _part(self, level_m: float, growth_m: float) -> tuple[float, float]:
        """Covariance of a length with level and growth."""
        variance, both, growth_variance = self._covariance
        return (
            variance * level_m + both * growth_m,
            both * level_m + growth_variance * growth_m,
        )

    def _row(self, features: StrideFeatures) -> tuple[float, float]:
        """Metres per unit of level and of growth."""
        level, growth = self._level_and_growth(features)
        usual_level, usual_growth = self._usual if self._n_observed else (level, growth)
        level_m = self._leg_m * usual_level
        return level_m, level_m * (growth / usual_growth - 1.0)

    def _level_and_growth(self, features: StrideFeatures) -> tuple[float, float]:
        swing = sin(features.range_of_motion_rad / 2)
        pace = self._time_s / features.duration_s
        rate = features.stance_rate_radps * self._time_s
        (a, b, c), (d, e, f) = self._model.coefficients, self._model.within
        return a * swing + b * pace + c * rate, d * swing + e * pace + f * rate

    def _way_sd(self, features: StrideFeatures) -> float:
        """Wider below the ranges of motion that the population was fitted on."""
        missing_rad = max(0.0, _LEAST_FITTED_RAD - features.range_of_motion_rad)
        return self._model.way_sd + _EXTRAPOLATED_SD_PER_RAD * missing_rad
