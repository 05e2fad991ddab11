"""How the hip bounces and sways, and the thigh swings sideways and turns, with the steps."""

from math import pi
from typing import NamedTuple

import numpy as np

from sensors.samples import FloatArray
from sensors.simulation.curves import Motion
from sensors.simulation.kinematics import GRAVITY_MPS2
from sensors.simulation.person import Person
from sensors.simulation.plan import PlannedStride

_BOUNCE_PER_M = 0.014
"""Amplitude of the vertical bounce over stride length squared: 4 to 5 cm from low to high at
1.3 m (Gard, Miff & Kuo 2004, doi:10.1016/j.humov.2003.11.002)."""
_SURGE = 0.0065
"""Amplitude of the surge along the way over the stride length: some 8 % of the speed."""
_SWAY_M = 0.02
_FLIGHT_SHARE = 0.3
"""Share of a running step in the air."""


class Rhythm(NamedTuple):
    """Where each of some times lies in the strides.

    Attributes
    ----------
    phase : (n,) array
        Strides since the first initial contact; whole numbers are initial contacts.
    phase_rate_hz : (n,) array
    envelope : (n,) array
        0 standing to 1 in full gait.
    running : (n,) array
        0 walking to 1 running.
    length_m, range_rad : (n,) arrays
        Of the strides around.
    """

    phase: FloatArray
    phase_rate_hz: FloatArray
    envelope: FloatArray
    running: FloatArray
    length_m: FloatArray
    range_rad: FloatArray


def rhythm(strides: list[PlannedStride], start_s: float, end_s: float, t_s: FloatArray) -> Rhythm:
    """Rhythm of a bout at some times."""
    contact_s = np.array([s.contact_s for s in strides] + [strides[-1].end_s + 0.1])
    around_s = np.concatenate(
        [[2 * contact_s[0] - contact_s[1]], contact_s, [2 * contact_s[-1] - contact_s[-2]]]
    )
    n = np.arange(-1.0, len(around_s) - 1)
    rate_hz = np.gradient(n, around_s)
    peak_s = np.array([s.extension_s for s in strides])
    range_rad = [s.extension_rad + (s.start_flexion_rad + s.end_flexion_rad) / 2 for s in strides]
    edges_s = [start_s, contact_s[0], contact_s[-2], end_s]
    return Rhythm(
        np.interp(t_s, around_s, n),
        np.interp(t_s, around_s, rate_hz),
        np.interp(t_s, edges_s, [0.0, 1.0, 1.0, 0.0]),
        np.interp(t_s, peak_s, [float(s.goal.is_running) for s in strides]),
        np.interp(t_s, peak_s, [abs(s.length_m) for s in strides]),
        np.interp(t_s, peak_s, range_rad),
    )


def _wave(beat: Rhythm, size: FloatArray, per_stride: int, top_phase: float) -> Motion:
    """A cosine of the stride's phase, highest at `top_phase`."""
    pulse = 2 * pi * per_stride
    angle, rate = pulse * (beat.phase - top_phase), pulse * beat.phase_rate_hz
    scaled = size * beat.envelope
    return Motion(
        scaled * np.cos(angle), -scaled * rate * np.sin(angle), -scaled * rate**2 * np.cos(angle)
    )


def _sum(*parts: Motion) -> Motion:
    return Motion(*(sum(columns[1:], columns[0]) for columns in zip(*parts, strict=True)))


def side_swing(person: Person, beat: Rhythm) -> tuple[Motion, Motion]:
    """Adduction and axial rotation of the thigh about its neutral, as channels."""
    scale = person.outward * np.minimum(beat.range_rad / 0.75, 1.5)
    frontal = np.radians(person.frontal_swing_deg) * scale
    axial = np.radians(person.axial_swing_deg) * scale
    return (
        _sum(_wave(beat, frontal, 1, 0.3), _wave(beat, 0.3 * frontal, 2, 0.15)),
        _sum(_wave(beat, axial, 1, 0.2), _wave(beat, 0.5 * axial, 2, 0.1)),
    )


def surge_sway_bounce(person: Person, beat: Rhythm) -> tuple[Motion, Motion, Motion]:
    """The hip's path along, across and up, about its even progress, as channels."""
    surge = _wave(beat, _SURGE * beat.length_m, 2, 0.125)
    sway = _wave(beat, np.full_like(beat.phase, -person.outward * _SWAY_M), 1, 0.3)
    walking = beat._replace(envelope=beat.envelope * (1 - beat.running))
    bounce = _wave(walking, _BOUNCE_PER_M * beat.length_m**2, 2, 0.3)
    if np.any(beat.running > 0):
        bounce = _sum(bounce, _flight(beat))
    return surge, sway, bounce


def _flight(beat: Rhythm) -> Motion:
    """Running: free fall in the air, half a sine of push on the ground."""
    step_s = 1 / (2 * beat.phase_rate_hz)
    since_contact_s = (2 * beat.phase % 1.0) * step_s
    contact_s, flight_s = (1 - _FLIGHT_SHARE) * step_s, _FLIGHT_SHARE * step_s
    push = pi / 2 * GRAVITY_MPS2 * step_s / contact_s
    t = np.minimum(since_contact_s, contact_s)
    pulse = pi / contact_s
    value = -GRAVITY_MPS2 * (flight_s * t + t**2) / 2 + push / pulse * (
        t - np.sin(pulse * t) / pulse
    )
    rate = -GRAVITY_MPS2 * (flight_s / 2 + t) + push / pulse * (1 - np.cos(pulse * t))
    bend = -GRAVITY_MPS2 + push * np.sin(pulse * t)
    air = since_contact_s - t
    value = value + rate * air - GRAVITY_MPS2 * air**2 / 2
    rate = rate - GRAVITY_MPS2 * air
    weight = beat.envelope * beat.running
    return Motion(weight * value, weight * rate, weight * bend)
