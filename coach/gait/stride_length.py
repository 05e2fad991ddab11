"""Stride length from the range and rate of the thigh's swing, with its uncertainty."""

from dataclasses import dataclass
from math import radians, sin, sqrt

import numpy as np

from sensors.samples import FloatArray

_G_MPS2 = 9.80665
_LEG_LENGTH_OF_HEIGHT = 0.53
"""Trochanter height over body height: Winter, Biomechanics and Motor Control of Human Movement,
4th ed. 2009, figure 4.1, 10.1002/9780470549148."""


_UNKNOWN_LEG_SD = 0.2
_LEAST_FITTED_RAD = radians(35.0)
_EXTRAPOLATED_SD_PER_RAD = 0.4


@dataclass(frozen=True, slots=True)
class StrideFeatures:
    """What the length is regressed on.

    `stance_rate_radps` is the mean rate of extension from peak flexion to peak extension, positive.
    """

    range_of_motion_rad: float
    stance_rate_radps: float
    duration_s: float


@dataclass(frozen=True, slots=True)
class LengthModel:
    """``length / leg = a sin(range / 2) + b sqrt(leg / g) / duration + c rate sqrt(leg / g)``.

    `coefficients` is (a, b, c) of the population; `gain_sd` the SD between people of a factor on
    all three; `way_sd` how far one way of walking (pace, mood, shoes) strays from the person's own
    line; `stride_sd` how far one stride strays from its way. The three are relative to the length.
    """

    coefficients: tuple[float, float, float]
    gain_sd: float
    way_sd: float
    stride_sd: float


POPULATION = LengthModel(coefficients=(2.5, 1.5, 0.25), gain_sd=0.055, way_sd=0.04, stride_sd=0.015)
"""Nine people of the dev walks as worn: one gain fitted, the two ratios between the terms rounded
from a flat optimum; each person left out in turn (docs/method.md)."""


class StrideLength:
    """A person's stride length model, updated by walks over a known distance.

    Notes
    -----
    1. Range of motion, cadence and stance rate, made free of size by the leg.
    2. The population's coefficients are the prior; people differ by a common gain.
    3. A known distance is one linear observation. It was walked in one way, so its error does not
       fall with the number of strides below `way_sd`; other paces teach more than more of the same.
    4. The length of a stride is the mean of the posterior line; its variance is the line's plus
       the way's and the stride's own.

    References
    ----------
    Arumukhom Revi et al., Sensors 21:6976, 2021, 10.3390/s21216976, for what one thigh sensor
    reaches with a model of the person's own.
    """

    def __init__(
        self, leg_length_m: float | None, height_m: float | None, model: LengthModel = POPULATION
    ) -> None:
        self._model = model
        self._is_leg_known = leg_length_m is not None or height_m is not None
        self.is_calibrated = False
        if leg_length_m is None:
            leg_length_m = _LEG_LENGTH_OF_HEIGHT * (height_m or 1.70)
        self._leg_m = leg_length_m
        self._time_s = sqrt(self._leg_m / _G_MPS2)
        self._mean: FloatArray = np.array(model.coefficients)
        gain_sd = model.gain_sd if self._is_leg_known else _UNKNOWN_LEG_SD
        self._covariance: FloatArray = gain_sd**2 * np.outer(self._mean, self._mean)

    def length_m(self, features: StrideFeatures) -> tuple[float, float] | None:
        """Length and its SD; None as long as neither leg length nor a distance is known."""
        if not (self._is_leg_known or self.is_calibrated):
            return None
        row, model = self._row(features), self._model
        length_m = float(row @ self._mean)
        variance = (
            float(row @ self._covariance @ row)
            + (self._way_sd(features) ** 2 + model.stride_sd**2) * length_m**2
        )
        return length_m, sqrt(variance)

    def _way_sd(self, features: StrideFeatures) -> float:
        """Wider below the ranges of motion that the population was fitted on."""
        missing_rad = max(0.0, _LEAST_FITTED_RAD - features.range_of_motion_rad)
        return self._model.way_sd + _EXTRAPOLATED_SD_PER_RAD * missing_rad

    def calibrate(self, strides: list[StrideFeatures], distance_m: float) -> None:
        """Learn from strides that together covered a measured distance."""
        row = np.sum([self._row(stride) for stride in strides], axis=0)
        model = self._model
        # the two ends of the distance are good to a hundredth
        own = model.way_sd**2 + model.stride_sd**2 / len(strides) + 0.01**2
        part = self._covariance @ row
        gain = part / (row @ part + own * distance_m**2)
        self._mean = self._mean + gain * (distance_m - row @ self._mean)
        self._covariance = self._covariance - np.outer(gain, part)
        self.is_calibrated = True

    def _row(self, features: StrideFeatures) -> FloatArray:
        return self._leg_m * np.array(
            [
                sin(features.range_of_motion_rad / 2),
                self._time_s / features.duration_s,
                features.stance_rate_radps * self._time_s,
            ]
        )
