"""Which way is up: strapdown integration held upright by what is known of a walker's speed."""

from dataclasses import dataclass
from math import radians, sqrt

import numpy as np

from coach.gait.orientation import (
    Strapdown,
    cross,
    in_sensor_frame,
    mean_rotation,
    summed_in_inertial_frame,
)
from sensors.samples import FloatArray

_FAR = 6.0
"""Squared distance, per component, from where on an observation loses weight."""
_TILT, _BIAS, _SPEED, _USUAL = slice(0, 2), slice(2, 5), slice(5, 7), slice(7, 9)


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
        columns = (q[:, 0], q[:, 1], q[:, 2], q[:, 3])
        force = np.zeros(3)
        for i in range(3):  # inertial axes seen from the sensor: the rows of the rotation
            axis = in_sensor_frame(*columns, (float(i == 0), float(i == 1), float(i == 2)))
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
        turn = self._level @ mean_rotation(q)
        force_s = self._level @ summed_in_inertial_frame(q, acc_mps2) * self._period_s
        leak = np.array([[0.0, force_s[2]], [-force_s[2], 0.0]])
        change = np.eye(9)
        change[_TILT, _BIAS] = -turn[:2] * duration_s
        change[_SPEED, _TILT] = leak
        change[_SPEED, _BIAS] = leak @ (-turn[:2] * (duration_s / 2))
        self._error = change @ self._error
        self._error[_SPEED] += force_s[:2]
        self._covariance = change @ self._covariance @ change.T
        settings = self._settings
        noise = np.zeros(9)
        noise[_TILT] = settings.tilt_noise_rad_per_sqrt_s**2 * duration_s
        made_up = settings.bridged_tilt_sd_rad**2 * n_bridged
        made_up += settings.recalled_tilt_sd_rad**2 * n_recalled
        noise[_TILT] += made_up * self._period_s / 0.05
        noise[_BIAS] = settings.bias_walk_radps_per_sqrt_s**2 * duration_s
        noise[_SPEED] = settings.speed_noise_mps_per_sqrt_s**2 * duration_s
        self._covariance[np.diag_indices(9)] += noise

    def is_standing(self) -> None:
        """The sensor does not move at this instant (step 2)."""
        self._measure(_rows(_SPEED), np.zeros(2), self._settings.standing_speed_sd_mps)
        self._forget_usual_speed()

    def has_bias(self, mean_rate_radps: FloatArray, duration_s: float) -> None:
        """The sensor did not turn while this mean rate was measured (step 2)."""
        sd_radps = self._settings.tilt_noise_rad_per_sqrt_s / duration_s**0.5
        self._measure(_rows(_BIAS), mean_rate_radps - self.bias_radps, sd_radps)

    def is_at_peak_flexion(self) -> None:
        """The sensor moves as fast as one stride ago (step 3)."""
        rows = _rows(_SPEED) - _rows(_USUAL)
        self._measure(rows, np.zeros(2), self._settings.stride_speed_sd_mps)
        walks = self._settings.usual_speed_walk_mps
        walk_mps = walks[min(self._n_strides, len(walks) - 1)]
        self._n_strides += 1
        self._covariance[np.arange(7, 9), np.arange(7, 9)] += walk_mps**2

    def is_somewhere(self) -> None:
        """Nothing is known but that a person moves slowly (step 4)."""
        self._measure(_rows(_SPEED), np.zeros(2), self._settings.any_speed_sd_mps)

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
        up = up / np.sqrt(up @ up)
        first = self._level[0] - (self._level[0] @ up) * up
        if first @ first < 0.01:
            first = cross(self._level[1], up)
        first = first / np.sqrt(first @ first)
        self._level = np.stack([first, cross(up, first), up])
        x, y, z = up.tolist()
        self.up = x, y, z

    def _forget_usual_speed(self) -> None:
        self._n_strides = 0
        self._error[_USUAL] = 0.0
        self._covariance[_USUAL, :] = 0.0
        self._covariance[:, _USUAL] = 0.0
        unknown = self._settings.unknown_speed_sd_mps**2
        self._covariance[np.arange(7, 9), np.arange(7, 9)] = unknown

    def _measure(self, rows: FloatArray, value: FloatArray, sd: float) -> None:
        part = self._covariance @ rows.T
        surprise = value - rows @ self._error
        own = rows @ part
        spread = own + np.eye(len(own)) * (sd * sd)
        far = float(surprise @ _inverse(spread) @ surprise) / len(own)
        if far > _FAR:  # a person who slows down is not a tilt: believe it less
            spread = own + np.eye(len(own)) * (sd * sd * far / _FAR)
        gain = part @ _inverse(spread)
        self._error = self._error + gain @ surprise
        covariance = self._covariance - gain @ part.T
        self._covariance = (covariance + covariance.T) / 2


def _rows(states: slice) -> FloatArray:
    return np.eye(9)[states]


def _inverse(spread: FloatArray) -> FloatArray:
    """Inverse of a 2 by 2 matrix in closed form; any other by numpy."""
    if len(spread) != 2:
        inverse: FloatArray = np.linalg.inv(spread).astype(np.float64)
        return inverse
    (a, b), (c, d) = spread.tolist()
    det = a * d - b * c
    return np.array([[d / det, -b / det], [-c / det, a / det]])
