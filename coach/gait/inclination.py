"""Which way is up: strapdown integration held upright by what is known of a walker's speed."""

from dataclasses import dataclass
from math import radians, sqrt

import numpy as np

from coach.gait.orientation import (
    Strapdown,
    all_in_sensor_frame,
    cross,
    mean_rotation,
    summed_in_inertial_frame,
)
from sensors.samples import FloatArray

_FAR = 6.0
"""Squared distance, per component, from where on an observation loses weight."""
_TILT, _BIAS, _SPEED, _USUAL = slice(0, 2), slice(2, 5), slice(5, 7), slice(7, 9)
_UNCHANGED = np.eye(9)
_BIAS_ROWS, _SPEED_ROWS = _UNCHANGED[_BIAS], _UNCHANGED[_SPEED]
_CHANGE_ROWS = _SPEED_ROWS - _UNCHANGED[_USUAL]
_NO_SPEED = np.zeros(2)


@dataclass(frozen=True, slots=True)
class InclinationSettings:
    """Noise figures; each a round number, none fitted to a single walk.

    The gyroscope figures are those of a thigh sensor with soft tissue under it, ten times the
    sensor's own noise; results change by less than 0.1 deg when any of them is halved or doubled.
    """

    tilt_noise_rad_per_sqrt_s: float = radians(0.3)
    speed_noise_mps_per_sqrt_s: float = 0.05
    bias_walk_radps_per_sqrt_s: float = radians(0.002)
    first_bias_sd_radps: float = radians(2.0)
    standing_speed_sd_mps: float = 0.03
    stride_speed_sd_mps: float = 0.06
    usual_speed_walk_mps: tuple[float, ...] = (0.3, 0.06, 0.03)
    """How much the speed may have changed after the first, the second and any later stride: a
    walker needs two or three steps to come up to speed."""
    any_speed_sd_mps: float = 0.8
    unknown_speed_sd_mps: float = 1.5
    still_tilt_sd_rad: float = radians(1.0)
    moving_tilt_sd_rad: float = radians(15.0)
    """How far the mean force of a quarter of a second is from the vertical."""
    bridged_tilt_sd_rad: float = radians(1.0)
    """What 50 ms of interpolated samples add, at walking rates."""
    recalled_tilt_sd_rad: float = radians(0.4)
    """What 50 ms of samples recalled from the strides before add."""


class Inclination:
    """Estimates the vertical, the gyroscope's bias and the speed of the sensor together.

    Notes
    -----
    A nine-state error Kalman filter: tilt of the level plane (2), bias (3), horizontal velocity
    (2) and the walker's usual velocity (2), in a level frame with free heading.

    1. Between two instants, velocity changes by the integral of the levelled specific force, and a
       tilt error leaks gravity into it; a bias error turns into tilt.
    2. Standing still: the velocity is nought, and the mean angular rate is the bias.
    3. Walking: at peak flexion, where the thigh does not turn, the sensor moves as fast as at the
       peak flexion before. The speed itself is not assumed; it is learnt at the first ones.
    4. Neither for a while: the velocity is below walking speed, weakly.

    The usual inclination filter low-passes acceleration over some seconds (VQF: 3 s). Starting to
    walk is an acceleration of about 1 m/s2 for a second: it leaves an error of 2 deg that takes
    several strides to go. Here it leaves none: only the change from stride to stride counts.
    """

    def __init__(
        self,
        strapdown: Strapdown,
        rate_hz: float,
        settings: InclinationSettings | None = None,
    ) -> None:
        self._settings = settings or InclinationSettings()
        self._strapdown = strapdown
        self._period_s = 1 / rate_hz
        self.bias_radps = np.zeros(3)
        self._level = np.eye(3)
        self.up: tuple[float, float, float] = (0.0, 0.0, 1.0)
        """The vertical in the inertial frame of the strapdown."""
        self._error = np.zeros(9)
        self._covariance = np.zeros((9, 9))
        self._n_strides = 0
        self.is_levelled = False

    def tilt_sd_rad(self) -> float:
        """Standard deviation of the vertical in its worse direction."""
        return sqrt(max(self._covariance[0, 0], self._covariance[1, 1]))

    def bias_sd_radps(self) -> float:
        """Standard deviation of the gyroscope's bias."""
        return sqrt(self._covariance[2, 2])

    def level_by_gravity(self, q: FloatArray, acc_mps2: FloatArray, *, is_still: bool) -> None:
        """Begin, or begin again after a loss: take the mean force of these samples as up."""
        force = np.zeros(3)
        for i in range(3):  # inertial axes seen from the sensor: the rows of the rotation
            axis = all_in_sensor_frame(q, (float(i == 0), float(i == 1), float(i == 2)))
            force[i] = sum((acc_mps2[:, k] * axis[k]).mean() for k in range(3))
        self._set_up(force)
        settings = self._settings
        tilt_sd_rad = settings.still_tilt_sd_rad if is_still else settings.moving_tilt_sd_rad
        self._error[:] = 0.0
        bias = (
            self._covariance[_BIAS, _BIAS].copy()
            if self.is_levelled
            else np.eye(3) * settings.first_bias_sd_radps**2
        )
        self._covariance[:] = 0.0
        self._covariance[_TILT, _TILT] = np.eye(2) * tilt_sd_rad**2
        self._covariance[_BIAS, _BIAS] = bias
        self._covariance[_SPEED, _SPEED] = np.eye(2) * settings.unknown_speed_sd_mps**2
        self._forget_usual_speed()
        if self.is_levelled and not is_still:
            self._n_strides = len(settings.usual_speed_walk_mps)  # in mid-walk: up to speed
        self.is_levelled = True

    def advance(
        self, q: FloatArray, acc_mps2: FloatArray, n_bridged: int = 0, n_recalled: int = 0
    ) -> None:
        """Carry the errors over these samples (step 1).

        Parameters
        ----------
        n_bridged, n_recalled : int
            How many of them were made up: interpolated, or recalled from the strides before.
        """
        n = len(q)
        if n == 0:
            return
        duration_s = n * self._period_s
        turned = (self._level @ mean_rotation(q))[:2] * -duration_s
        force_x, force_y, force_z = (
            self._level @ summed_in_inertial_frame(q, acc_mps2) * self._period_s
        ).tolist()
        change = _UNCHANGED.copy()
        change[_TILT, _BIAS] = turned
        change[5, 1], change[6, 0] = force_z, -force_z
        change[5, _BIAS] = turned[1] * (force_z / 2)
        change[6, _BIAS] = turned[0] * (-force_z / 2)
        self._error = change @ self._error
        self._error[5] += force_x
        self._error[6] += force_y
        self._covariance = change @ self._covariance @ change.T
        self._add_noise(duration_s, n_bridged, n_recalled)

    def _add_noise(self, duration_s: float, n_bridged: int, n_recalled: int) -> None:
        settings = self._settings
        made_up = settings.bridged_tilt_sd_rad**2 * n_bridged
        made_up += settings.recalled_tilt_sd_rad**2 * n_recalled
        tilt = settings.tilt_noise_rad_per_sqrt_s**2 * duration_s + made_up * self._period_s / 0.05
        bias = settings.bias_walk_radps_per_sqrt_s**2 * duration_s
        speed = settings.speed_noise_mps_per_sqrt_s**2 * duration_s
        diagonal = self._covariance.ravel()[::10]
        diagonal += (tilt, tilt, bias, bias, bias, speed, speed, 0.0, 0.0)

    def is_standing(self) -> None:
        """The sensor does not move at this instant (step 2)."""
        self._measure(_SPEED_ROWS, _NO_SPEED, self._settings.standing_speed_sd_mps)
        self._forget_usual_speed()

    def has_bias(self, mean_rate_radps: FloatArray, duration_s: float) -> None:
        """The sensor did not turn while this mean rate was measured (step 2)."""
        sd_radps = self._settings.tilt_noise_rad_per_sqrt_s / duration_s**0.5
        self._measure(_BIAS_ROWS, mean_rate_radps - self.bias_radps, sd_radps)

    def is_at_peak_flexion(self) -> None:
        """The sensor moves as fast as one stride ago (step 3)."""
        self._measure(_CHANGE_ROWS, _NO_SPEED, self._settings.stride_speed_sd_mps)
        walks = self._settings.usual_speed_walk_mps
        walk_mps = walks[min(self._n_strides, len(walks) - 1)]
        self._n_strides += 1
        self._covariance[7, 7] += walk_mps**2
        self._covariance[8, 8] += walk_mps**2

    def is_somewhere(self) -> None:
        """Nothing is known but that a person moves slowly (step 4)."""
        self._measure(_SPEED_ROWS, _NO_SPEED, self._settings.any_speed_sd_mps)

    def has_turned(self) -> None:
        """The walking direction is another one now: the usual velocity must be learnt again."""
        self._forget_usual_speed()

    def correct(self) -> None:
        """Apply what was learnt: a new vertical and a new bias from the next sample on."""
        tilt_x, tilt_y = self._error[_TILT].tolist()
        # R_true = (1 + [tilt x]) R: the true vertical, in the frame believed level
        self._set_up(self._level.T @ np.array([-tilt_y, tilt_x, 1.0]))
        self.bias_radps = self.bias_radps + self._error[_BIAS]
        self._strapdown.set_bias(self.bias_radps)
        self._error[:5] = 0.0

    def _set_up(self, up: FloatArray) -> None:
        """Level frame with this vertical, turned as little as possible from the old one."""
        up = up / sqrt(up @ up)
        first = self._level[0] - (self._level[0] @ up) * up
        size = float(first @ first)
        if size < 0.01:
            first = cross(self._level[1], up)
            size = float(first @ first)
        first = first / sqrt(size)
        x, y, z = up.tolist()
        self._level = np.array((first.tolist(), cross(up, first).tolist(), (x, y, z)))
        self.up = x, y, z

    def _forget_usual_speed(self) -> None:
        self._n_strides = 0
        self._error[_USUAL] = 0.0
        self._covariance[_USUAL, :] = 0.0
        self._covariance[:, _USUAL] = 0.0
        self._covariance[7, 7] = self._covariance[8, 8] = self._settings.unknown_speed_sd_mps**2

    def _measure(self, rows: FloatArray, value: FloatArray, sd: float) -> None:
        part = self._covariance @ rows.T
        surprise = value - rows @ self._error
        own = rows @ part
        inverse = _inverse(own, sd * sd)
        far = float(surprise @ inverse @ surprise) / len(own)
        if far > _FAR:  # a person who slows down is not a tilt: believe it less
            inverse = _inverse(own, sd * sd * far / _FAR)
        gain = part @ inverse
        self._error = self._error + gain @ surprise
        covariance = self._covariance - gain @ part.T
        covariance += covariance.T
        covariance /= 2
        self._covariance = covariance


def _inverse(own: FloatArray, variance: float) -> FloatArray:
    """Inverse of `own` with this variance added; 2 by 2 in closed form, any other by numpy."""
    if len(own) != 2:
        inverse: FloatArray = np.linalg.inv(own + np.eye(len(own)) * variance).astype(np.float64)
        return inverse
    (a, b), (c, d) = own.tolist()
    a, d = a + variance, d + variance
    det = a * d - b * c
    return np.array(((d / det, -b / det), (-c / det, a / det)))
