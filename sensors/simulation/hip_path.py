"""How the hip bounces and sways, and the thigh swings sideways and turns, with the steps."""

from math import pi, radians
from typing import NamedTuple

import numpy as np

from sensors.samples import FloatArray
from sensors.simulation.curves import Knots, Motion, at_rest, evaluate, product
from sensors.simulation.kinematics import GRAVITY_MPS2
from sensors.simulation.person import Person
from sensors.simulation.plan import PlannedStride

_BOUNCE = 0.0165
"""Amplitude of the vertical bounce over stride length: 4 to 5 cm from low to high at
1.3 m (Gard, Miff & Kuo 2004, doi:10.1016/j.humov.2003.11.002)."""
_LANDING = 0.4
"""How much sharper the hip turns upward in double support than downward over the standing leg."""
_SURGE = 0.0065
"""Amplitude of the surge along the way over the stride length: some 8 % of the speed."""
_SWAY_M = 0.02
_USUAL_RANGE_RAD = 0.75
_FLIGHT_SHARE = 0.3
"""Share of a running step in the air."""


class Rhythm(NamedTuple):
    """Where some times lie in the strides of a bout; each a motion of one channel.

    Attributes
    ----------
    phase
        Strides since the first initial contact; whole numbers are initial contacts.
    gait
        0 standing to 1 in full gait.
    running
        0 walking to 1 running.
    length_m, range_rad, step_s
        Of the strides around; `step_s` is half a stride's time.
    """

    phase: Motion
    gait: Motion
    running: Motion
    length_m: Motion
    range_rad: Motion
    step_s: Motion


def rhythm(
    strides: list[PlannedStride], contact_s: FloatArray, start_s: float, t_s: FloatArray
) -> Rhythm:
    """Rhythm at some times of a bout that begins at `start_s`."""
    first_s, last_s = 2 * contact_s[0] - contact_s[1], 2 * contact_s[-1] - contact_s[-2]
    around_s = np.concatenate([[first_s], contact_s, [last_s]])
    count = np.arange(-1.0, len(around_s) - 1)[:, None]
    rate_hz = np.gradient(count[:, 0], around_s)[:, None]
    phase = evaluate(Knots(around_s, count, rate_hz, np.zeros_like(count)), t_s)
    gait = _through(
        np.array([start_s, contact_s[0], contact_s[-2], contact_s[-1] + 0.3]), [0, 1, 1, 0], t_s
    )
    peak_s = np.array([s.extension_s for s in strides])
    return Rhythm(
        phase,
        gait,
        _through(peak_s, [float(s.goal.is_running) for s in strides], t_s),
        _through(peak_s, [abs(s.length_m) for s in strides], t_s),
        _through(peak_s, [s.range_rad for s in strides], t_s),
        _through(peak_s, [(s.end_s - s.start_s) / 2 for s in strides], t_s),
    )


def _through(t_s: FloatArray, values: list[float], at_s: FloatArray) -> Motion:
    if len(t_s) == 1:
        t_s, values = np.array([t_s[0], t_s[0] + 1.0]), [*values, *values]
    return evaluate(at_rest(t_s, np.array(values, dtype=float)[:, None]), at_s)


def _scaled(motion: Motion, factor: float) -> Motion:
    return Motion(factor * motion.value, factor * motion.rate, factor * motion.acceleration)


def _sum(a: Motion, b: Motion) -> Motion:
    return Motion(a.value + b.value, a.rate + b.rate, a.acceleration + b.acceleration)


def _wave(phase: Motion, per_stride: int, top_phase: float) -> Motion:
    """A cosine of the stride's phase, highest at `top_phase`."""
    pulse = 2 * pi * per_stride
    cos, sin = np.cos(pulse * (phase.value - top_phase)), np.sin(pulse * (phase.value - top_phase))
    rate, bend = pulse * phase.rate, pulse * phase.acceleration
    return Motion(cos, -rate * sin, -bend * sin - rate**2 * cos)


def side_swing(person: Person, beat: Rhythm) -> tuple[Motion, Motion]:
    """Adduction and axial rotation of the thigh about its neutral."""
    size = _scaled(product(beat.gait, beat.range_rad), person.outward / _USUAL_RANGE_RAD)
    adduction = _sum(_wave(beat.phase, 1, 0.3), _scaled(_wave(beat.phase, 2, 0.15), 0.3))
    axial = _sum(_wave(beat.phase, 1, 0.2), _scaled(_wave(beat.phase, 2, 0.1), 0.5))
    return (
        product(size, _scaled(adduction, radians(person.frontal_swing_deg))),
        product(size, _scaled(axial, radians(person.axial_swing_deg))),
    )


def surge_sway_bounce(person: Person, beat: Rhythm) -> tuple[Motion, Motion, Motion]:
    """The hip's path along, across and up, about its even progress."""
    length = product(beat.gait, beat.length_m)
    surge = product(length, _scaled(_wave(beat.phase, 2, 0.125), _SURGE))
    sway = product(beat.gait, _scaled(_wave(beat.phase, 1, 0.3), -person.outward * _SWAY_M))
    height = _scaled(length, _BOUNCE)
    landing = _scaled(_wave(beat.phase, 4, 0.3), -_LANDING / 4)
    bounce = product(height, _sum(_wave(beat.phase, 2, 0.3), landing))
    if np.any(beat.running.value > 0):
        more = product(beat.running, _sum(product(beat.gait, _flight(beat)), _scaled(bounce, -1.0)))
        bounce = _sum(bounce, more)
    return surge, sway, bounce


def _flight(beat: Rhythm) -> Motion:
    """Running: free fall in the air, half a sine of push on the ground; one wave per step.

    In units of steps and g steps²: height h(p) with h'' = -1 in the air, and on the ground
    h'' = -1 + push sin(pi p / ground), so that each step ends as it began.
    """
    step = _scaled(beat.phase, 2.0)
    p = step.value % 1.0
    ground = 1 - _FLIGHT_SHARE
    push, pulse = pi / (2 * ground), pi / ground
    t = np.minimum(p, ground)
    height = -(_FLIGHT_SHARE * t + t**2) / 2 + push / pulse * (t - np.sin(pulse * t) / pulse)
    slope = -(_FLIGHT_SHARE / 2 + t) + push / pulse * (1 - np.cos(pulse * t))
    air = p - t
    height, slope = height + slope * air - air**2 / 2, slope - air
    bend = -1 + push * np.sin(pulse * t)
    wave = Motion(height, slope * step.rate, bend * step.rate**2 + slope * step.acceleration)
    return product(_scaled(product(beat.step_s, beat.step_s), GRAVITY_MPS2), wave)
