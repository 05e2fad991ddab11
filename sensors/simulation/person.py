"""Who walks: a body, its usual gait, and how that gait varies from stride to stride."""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import asin, pi, radians, sin, sqrt
from typing import NamedTuple

import numpy as np

from sensors.samples import FloatArray, Side

Harmonics = tuple[tuple[float, float], ...]

# Thigh angle over the gait cycle from initial contact: (share of ROM, phase in degrees) of
# harmonics 1 to 3, which hold the sagittal thigh angle to about 1 degree (Winter 1991, The
# Biomechanics and Motor Control of Human Gait). Rounded middle of the optically measured strides
# that the project is judged by; peak extension at 52 %, peak flexion at 86 % of the cycle.
_THIGH_HARMONICS: Harmonics = ((0.485, 15.0), (0.095, 157.0), (0.040, -98.0))

# Step length over cadence, m per step/min, of a leg of 0.9 m: Sekiya & Nagasaki 1998,
# doi:10.1016/S0966-6362(98)00009-5
_WALK_RATIO_M_MIN = 0.0062


@dataclass(frozen=True, slots=True)
class Person:
    """A walker; angles against the own standing neutral.

    Attributes
    ----------
    usual_extension_deg
        Mean peak thigh extension at the usual speed; it grows in proportion with the range.
    extension_sd_deg
        Natural stride-to-stride SD; 1.7 within a leg (measured on public optical data).
    unplanned_share
        Share of that variance that shows only late in stance, so that nobody can foresee it.
    speed_cv, speed_memory
        Spread of the speed from stride to stride, and its correlation with the stride before.
    length_gain, length_gain_per_mps, length_residual
        Stride length = gain * 4 * leg length * sin(ROM / 2) * (1 + residual): the person's gain at
        1.25 m/s, its growth with speed, and the SD of each stride's own part.
    neutral_sagittal_deg, neutral_frontal_deg
        How the thigh leans in quiet standing.
    harmonics
        Shape of the thigh angle: (share of ROM, phase in degrees) of each harmonic.
    """

    side: Side = Side.RIGHT
    height_m: float = 1.72
    leg_length_m: float = 0.88
    usual_speed_mps: float = 1.25
    usual_extension_deg: float = 16.0
    extension_sd_deg: float = 1.7
    unplanned_share: float = 0.4
    flexion_sd_deg: float = 1.2
    speed_cv: float = 0.03
    speed_memory: float = 0.7
    length_gain: float = 0.95
    length_gain_per_mps: float = 0.10
    length_residual: float = 0.025
    neutral_sagittal_deg: float = 2.0
    neutral_frontal_deg: float = -3.0
    frontal_swing_deg: float = 4.0
    axial_swing_deg: float = 7.0
    sway_deg: float = 0.25
    harmonics: Harmonics = _THIGH_HARMONICS

    def __post_init__(self) -> None:
        """Refuse a body that cannot be."""
        if not 0.4 <= self.leg_length_m <= 1.3:
            raise ValueError(f"leg length {self.leg_length_m} m is not a person's")
        if self.speed_cv < 0 or self.extension_sd_deg < 0 or self.length_residual < 0:
            raise ValueError("spreads cannot be negative")

    @property
    def outward(self) -> float:
        """Sign of the outer side of the worn leg along the thigh's z axis."""
        return 1.0 if self.side is Side.RIGHT else -1.0

    def usual_cadence_spm(self, speed_mps: float) -> float:
        """Cadence at a speed when step length over cadence stays as it is."""
        ratio = _WALK_RATIO_M_MIN * self.leg_length_m / 0.9
        return sqrt(60.0 * abs(speed_mps) / ratio)

    def gain(self, speed_mps: float) -> float:
        """Gain from the thigh's swing to the stride at a speed."""
        return self.length_gain * (1 + self.length_gain_per_mps * (abs(speed_mps) - 1.25))

    def range_rad(self, stride_length_m: float, speed_mps: float) -> float:
        """Thigh range of motion of a stride of this length.

        Raises
        ------
        ValueError
            The stride is longer than these legs reach.
        """
        share = abs(stride_length_m) / (4 * self.leg_length_m * self.gain(speed_mps))
        if share > 0.75:
            raise ValueError(f"a stride of {stride_length_m:.2f} m is out of reach of these legs")
        return 2 * asin(share)

    def length_m(self, range_rad: float, speed_mps: float) -> float:
        """Stride length that belongs to a thigh range of motion."""
        return self.gain(speed_mps) * 4 * self.leg_length_m * sin(range_rad / 2)

    @property
    def extension_share(self) -> float:
        """Peak extension as a share of the range, at the usual speed."""
        speed = self.usual_speed_mps
        length = 120 * speed / self.usual_cadence_spm(speed)
        return radians(self.usual_extension_deg) / self.range_rad(length, speed)


def some_person(seed: int) -> Person:
    """A person drawn at random: body, side, usual gait, neutral and shape of the curve."""
    draw = np.random.default_rng([seed, 7])
    height_m = float(np.clip(draw.normal(1.70, 0.09), 1.48, 1.95))
    harmonics = tuple(
        (share * (1 + 0.08 * draw.normal()), phase + 8.0 * draw.normal())
        for share, phase in _THIGH_HARMONICS[:1]
    ) + tuple(
        (share * (1 + 0.15 * draw.normal()), phase + 10.0 * draw.normal())
        for share, phase in _THIGH_HARMONICS[1:]
    )
    return replace(
        Person(),
        side=Side.LEFT if draw.random() < 0.5 else Side.RIGHT,
        height_m=height_m,
        leg_length_m=height_m * float(np.clip(draw.normal(0.50, 0.012), 0.46, 0.54)),
        usual_speed_mps=float(np.clip(draw.normal(1.2, 0.15), 0.8, 1.6)),
        usual_extension_deg=float(np.clip(draw.normal(16.0, 3.5), 8.0, 24.0)),
        length_gain=float(np.clip(draw.normal(0.95, 0.06), 0.8, 1.1)),
        neutral_sagittal_deg=float(draw.normal(2.0, 3.0)),
        neutral_frontal_deg=float(draw.normal(-3.0, 1.5)),
        frontal_swing_deg=float(abs(draw.normal(4.0, 1.0))),
        axial_swing_deg=float(abs(draw.normal(7.0, 2.0))),
        harmonics=harmonics,
    )


class HalfShape(NamedTuple):
    """One half of the curve at some shares of its time: 0 at its start, 1 at its end."""

    share: FloatArray
    value: FloatArray
    slope: FloatArray
    bend: FloatArray


class StrideShape(NamedTuple):
    """Both halves of the thigh's stride, from peak flexion to peak extension and back."""

    backward: HalfShape
    forward: HalfShape
    backward_share: float
    """Share of the stride's time that the way from flexion to extension takes."""
    contact_share: float
    """Share of that way at which the foot meets the ground."""


_BACKWARD_KNOTS = np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
_FORWARD_KNOTS = np.array([0.0, 0.17, 0.34, 0.5, 0.66, 0.83, 1.0])


def _curve(harmonics: Harmonics, phase: FloatArray, derivative: int) -> FloatArray:
    total = np.zeros_like(phase)
    for k, (share, angle_deg) in enumerate(harmonics, start=1):
        turn = 2 * pi * k
        total += (
            share
            * turn**derivative
            * np.cos(turn * phase + radians(angle_deg) + derivative * pi / 2)
        )
    return total


def _extremum(harmonics: Harmonics, sign: float) -> float:
    grid = np.linspace(0.0, 1.0, 721)
    best = grid[np.argmax(sign * _curve(harmonics, grid, 0))]
    for _ in range(8):
        here = np.array([best])
        best -= float((_curve(harmonics, here, 1) / _curve(harmonics, here, 2))[0])
    return float(best)


def _half(harmonics: Harmonics, start: float, end: float, shares: FloatArray) -> HalfShape:
    phase, way = start + (end - start) * shares, end - start
    first = float(_curve(harmonics, np.array([start]), 0)[0])
    span = float(_curve(harmonics, np.array([end]), 0)[0]) - first
    return HalfShape(
        shares,
        (_curve(harmonics, phase, 0) - first) / span,
        _curve(harmonics, phase, 1) * way / span,
        _curve(harmonics, phase, 2) * way**2 / span,
    )


@lru_cache(maxsize=64)
def stride_shape(harmonics: Harmonics) -> StrideShape:
    """The thigh's stride in normalised form, from the harmonics of a person."""
    extension = _extremum(harmonics, -1.0)
    flexion = _extremum(harmonics, 1.0)
    before = flexion - 1.0 if flexion > extension else flexion
    return StrideShape(
        _half(harmonics, before, extension, _BACKWARD_KNOTS),
        _half(harmonics, extension, before + 1.0, _FORWARD_KNOTS),
        extension - before,
        max(0.02, -before / (extension - before)),
    )


def reversed_shape(shape: StrideShape) -> StrideShape:
    """The same stride run backwards in time: contact is where the toe left the ground."""

    def mirrored(half: HalfShape) -> HalfShape:
        return HalfShape(
            1 - half.share[::-1], 1 - half.value[::-1], half.slope[::-1], -half.bend[::-1]
        )

    return StrideShape(
        mirrored(shape.forward), mirrored(shape.backward), 1 - shape.backward_share, 0.71
    )
