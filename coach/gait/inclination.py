"""Which way is up: strapdown integration held upright by what is known of a walker's speed."""

from dataclasses import dataclass
from math import radians, sqrt

import numpy as np

from coach.gait.orientation import Strapdown, TurnedSums
from coach.gait.vectors import Vector, across, combined, cross, dot, unit
from sensors.samples import FloatArray

_FAR = 6.0
"""Squared distance, per component, from where on an observation loses weight, or says that the
walker has another speed now."""
_TILT, _BIAS, _SPEED, _USUAL = slice(0, 2), slice(2, 5), slice(5, 7), slice(7, 9)
_UNCHANGED = np.eye(9)


@dataclass(frozen=True, slots=True)
class InclinationSettings:
    """Noise figures; each a round number, none fitted to a single walk.

    The gyroscope figures are those of a thigh sensor with soft tissue under it, ten times the
    sensor's own noise; results change by less than 0.1 deg when any of them is halved or doubled.
    """

    tilt_noise_rad_per_sqrt_s: float = radians(0.3)
    speed_noise_mps_per_sqrt_s: float = 0.05
    sparse_speed_noise_mps_hz2_per_sqrt_s: float = 30.0
    """What a sparse grid adds, over the rate squared: as much again at 25 Hz, nothing from 50 Hz on
    (simulation)."""
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
       peak flexion before. The speed itself is not assumed; it is learnt at the first ones, and
       anew where it is too far off to be a tilt: the person walks faster or slower now.
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
        self.bias_radps: Vector = (0.0, 0.0, 0.0)
        self._level: tuple[Vector, Vector, Vector] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
        self.up: Vector = (0.0, 0.0, 1.0)
        """The vertical in the inertial frame of the strapdown."""
        self._error = [0.0] * 9
        self._covariance = np.zeros((9, 9))
        self._n_strides = 0
        self.is_levelled = False

    def tilt_sd_rad(self) -> float:
        """Standard deviation of the vertical in its worse direction."""
        return sqrt(max(self._covariance[0, 0], self._covariance[1, 1]))

    def bias_sd_radps(self) -> float:
        """Standard deviation of the gyroscope's bias."""
        return sqrt(self._covariance[2, 2])

    def speed_mps(self, ahead: Vector) -> tuple[float, float]:
        """Speed along a horizontal unit vector of the inertial frame when last known, and its SD.

        A stand before tells it best: what the walk began with is what was felt since then.
        """
        x, y = dot(self._level[0], ahead), dot(self._level[1], ahead)
        (variance_x, both), (_, variance_y) = self._covariance[_SPEED, _SPEED].tolist()
        variance = x * x * variance_x + 2 * x * y * both + y * y * variance_y
        return x * self._error[5] + y * self._error[6], sqrt(max(0.0, variance))

    def level_by_gravity(self, sums: TurnedSums, *, is_still: bool) -> None:
        """Begin, or begin again after a loss: take the mean force of these samples as up."""
        self._set_up(sums.acc)
        settings = self._settings
        tilt_sd_rad = settings.still_tilt_sd_rad if is_still else settings.moving_tilt_sd_rad
        self._error = [0.0] * 9
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

    def advance(self, sums: TurnedSums, n_bridged: int = 0, n_recalled: int = 0) -> None:
        """Carry the errors over these samples (step 1).

        Parameters
        ----------
        n_bridged, n_recalled : int
            How many of them were made up: interpolated, or recalled from the strides before.
        """
        if sums.n == 0:
            return
        turned_x, turned_y, force = self._levelled(sums)
        half = force[2] / 2
        change = _UNCHANGED.copy()
        change[:2, _BIAS] = turned_x, turned_y
        change[5, 1], change[6, 0] = force[2], -force[2]
        change[5, _BIAS] = [half * turned for turned in turned_y]
        change[6, _BIAS] = [-half * turned for turned in turned_x]
        self._carry_error(turned_x, turned_y, force)
        self._covariance = change @ self._covariance @ change.T
        self._add_noise(sums.n * self._period_s, n_bridged, n_recalled)

    def _levelled(self, sums: TurnedSums) -> tuple[Vector, Vector, Vector]:
        """Tilt that a bias makes in x and in y, and what the force adds to the velocity."""
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = sums.rotation
        columns = (ax, bx, cx), (ay, by, cy), (az, bz, cz)
        step, (level_x, level_y, level_z), acc = self._period_s, self._level, sums.acc
        x, y, z = columns
        return (
            (-step * dot(level_x, x), -step * dot(level_x, y), -step * dot(level_x, z)),
            (-step * dot(level_y, x), -step * dot(level_y, y), -step * dot(level_y, z)),
            (step * dot(level_x, acc), step * dot(level_y, acc), step * dot(level_z, acc)),
        )

    def _carry_error(self, turned_x: Vector, turned_y: Vector, force: Vector) -> None:
        tilt_x, tilt_y, bias_x, bias_y, bias_z, *_ = error = self._error
        bias = bias_x, bias_y, bias_z
        by_bias_x, by_bias_y = dot(turned_x, bias), dot(turned_y, bias)
        error[0] += by_bias_x
        error[1] += by_bias_y
        error[5] += force[0] + force[2] * (tilt_y + by_bias_y / 2)
        error[6] += force[1] - force[2] * (tilt_x + by_bias_x / 2)

    def _add_noise(self, duration_s: float, n_bridged: int, n_recalled: int) -> None:
        settings = self._settings
        made_up = settings.bridged_tilt_sd_rad**2 * n_bridged
        made_up += settings.recalled_tilt_sd_rad**2 * n_recalled
        tilt = settings.tilt_noise_rad_per_sqrt_s**2 * duration_s + made_up * self._period_s / 0.05
        bias = settings.bias_walk_radps_per_sqrt_s**2 * duration_s
        sparse = settings.sparse_speed_noise_mps_hz2_per_sqrt_s * self._period_s**2
        speed = (settings.speed_noise_mps_per_sqrt_s**2 + sparse**2) * duration_s
        diagonal = self._covariance.ravel()[::10]
        diagonal += (tilt, tilt, bias, bias, bias, speed, speed, 0.0, 0.0)

    def is_standing(self) -> None:
        """The sensor does not move at this instant (step 2)."""
        self._has_speed(self._settings.standing_speed_sd_mps)
        self._forget_usual_speed()

    def has_bias(self, mean_rate_radps: FloatArray, duration_s: float) -> None:
        """The sensor did not turn while this mean rate (3,) was measured (step 2)."""
        sd_radps = self._settings.tilt_noise_rad_per_sqrt_s / duration_s**0.5
        surprise = mean_rate_radps - self.bias_radps - self._error[_BIAS]
        part = self._covariance[:, _BIAS]
        self._measure(part, part[_BIAS], surprise, sd_radps)

    def is_at_peak_flexion(self) -> None:
        """The sensor moves as fast as one stride ago (step 3)."""
        sd_mps = self._settings.stride_speed_sd_mps
        part, surprise = self._change_of_speed()
        own = part[_SPEED] - part[_USUAL]
        if _far(surprise, _inverse(own, sd_mps * sd_mps)) > _FAR:
            self._forget_usual_speed()
            part, surprise = self._change_of_speed()
            own = part[_SPEED] - part[_USUAL]
        self._measure(part, own, surprise, sd_mps)
        walks = self._settings.usual_speed_walk_mps
        walk_mps = walks[min(self._n_strides, len(walks) - 1)]
        self._n_strides += 1
        self._covariance[7, 7] += walk_mps**2
        self._covariance[8, 8] += walk_mps**2

    def _change_of_speed(self) -> tuple[FloatArray, FloatArray]:
        """Covariance of the change since one stride ago with the state, and how far it is off."""
        speed_x, speed_y, usual_x, usual_y = self._error[5:]
        part = self._covariance[:, _SPEED] - self._covariance[:, _USUAL]
        return part, np.array((usual_x - speed_x, usual_y - speed_y))

    def is_somewhere(self) -> None:
        """Nothing is known but that a person moves slowly (step 4)."""
        self._has_speed(self._settings.any_speed_sd_mps)

    def has_turned(self) -> None:
        """The walking direction is another one now: the usual velocity must be learnt again."""
        self._forget_usual_speed()

    def correct(self) -> None:
        """Apply what was learnt: a new vertical and a new bias from the next sample on."""
        tilt_x, tilt_y, *bias = self._error[:5]
        level_x, level_y, up = self._level
        # R_true = (1 + [tilt x]) R: the true vertical, in the frame believed level
        self._set_up(combined(up, 1.0, combined(level_x, -tilt_y, level_y, tilt_x), 1.0))
        (x, y, z), (dx, dy, dz) = self.bias_radps, bias
        self.bias_radps = x + dx, y + dy, z + dz
        self._strapdown.set_bias(np.array(self.bias_radps))
        self._error[:5] = 0.0, 0.0, 0.0, 0.0, 0.0

    def _set_up(self, up: Vector) -> None:
        """Level frame with this vertical, turned as little as possible from the old one."""
        self.up = up = unit(up)
        first = across(self._level[0], up)
        if dot(first, first) < 0.01:
            first = cross(self._level[1], up)
        first = unit(first)
        self._level = first, cross(up, first), up

    def _forget_usual_speed(self) -> None:
        self._n_strides = 0
        self._error[_USUAL] = 0.0, 0.0
        self._covariance[_USUAL, :] = 0.0
        self._covariance[:, _USUAL] = 0.0
        self._covariance[7, 7] = self._covariance[8, 8] = self._settings.unknown_speed_sd_mps**2

    def _has_speed(self, sd_mps: float) -> None:
        """The horizontal velocity is nought, to within this."""
        part = self._covariance[:, _SPEED]
        self._measure(part, part[_SPEED], -np.array(self._error[_SPEED]), sd_mps)

    def _measure(self, part: FloatArray, own: FloatArray, surprise: FloatArray, sd: float) -> None:
        """Learn from an observation: its covariance with the state (9, n) and with itself."""
        inverse = _inverse(own, sd * sd)
        far = _far(surprise, inverse)
        if far > _FAR:  # a bump is not a tilt: believe it less
            inverse = _inverse(own, sd * sd * far / _FAR)
        gain = part @ inverse
        learnt = (gain @ surprise).tolist()
        self._error = [error + step for error, step in zip(self._error, learnt, strict=True)]
        covariance = self._covariance - gain @ part.T
        covariance += covariance.T
        covariance /= 2
        self._covariance = covariance


def _far(surprise: FloatArray, inverse: FloatArray) -> float:
    """Squared distance per component, in standard deviations."""
    return float(surprise @ inverse @ surprise) / len(surprise)


def _inverse(own: FloatArray, variance: float) -> FloatArray:
    """Inverse of `own` with this variance added; 2 by 2 in closed form, any other by numpy."""
    if len(own) != 2:
        inverse: FloatArray = np.linalg.inv(own + np.eye(len(own)) * variance).astype(np.float64)
        return inverse
    (a, b), (c, d) = own.tolist()
    a, d = a + variance, d + variance
    det = a * d - b * c
    return np.array(((d / det, -b / det), (-c / det, a / det)))
