"""The sensor on the thigh: where it sits, how the flesh under it moves, how it errs."""

from dataclasses import dataclass, field
from math import pi, radians
from typing import NamedTuple

import numpy as np

from sensors.samples import FloatArray, Placement
from sensors.simulation.curves import Motion
from sensors.simulation.kinematics import Felt, Joint, X, Y, Z, at_point, through_joint

_TAP_MPS2 = 40.0
_TAP_DECAY_S = 0.008
_TAP_FREQUENCY_HZ = 30.0
_AXES = {"x": 0, "y": 1, "z": 2}


class Slip(NamedTuple):
    """The strap turns round the thigh in mid-walk, over half a second."""

    at_s: float
    round_thigh_deg: float
    tilt_deg: float = 0.0


class Dropout(NamedTuple):
    """The link is lost for some time."""

    at_s: float
    duration_s: float


@dataclass(frozen=True, slots=True)
class SoftTissue:
    """How the flesh under the strap moves against the bone.

    Attributes
    ----------
    wobble_deg, wobble_m
        Size of the damped oscillation after each contact, about z and along the thigh.
    frequency_hz, decay_s
        Its frequency and the time after which it is largest; it is gone after five times that.
    shift_share
        Share of the thigh's flexion that the strap does not follow: 0.1 reads 18 degrees for 20.
    """

    wobble_deg: float = 0.0
    wobble_m: float = 0.0
    frequency_hz: float = 9.0
    decay_s: float = 0.03
    shift_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Mounting:
    """How the sensor sits on the thigh.

    Attributes
    ----------
    placement
        What the wearer was told: sensor axes that point up and forward.
    round_thigh_deg, tilt_deg, lean_deg
        How it really sits: turned about the thigh's long axis (counter-clockwise from above), then
        about its z axis, then about its x axis.
    below_hip_m, before_m, outside_m
        Place on the thigh.
    slips
        Later turns, in order of time.
    """

    placement: Placement = Placement("+x", "+y")  # noqa: RUF009 (immutable)
    round_thigh_deg: float = 0.0
    tilt_deg: float = 0.0
    lean_deg: float = 0.0
    below_hip_m: float = 0.25
    before_m: float = 0.06
    outside_m: float = 0.05
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True, slots=True)
class SensorModel:
    """A thigh sensor; the default is perfect.

    Attributes
    ----------
    acc_noise_mps2, gyr_noise_dps
        White noise, SD of a sample.
    acc_bias_mps2, gyr_bias_dps
        Constant offset of each axis.
    gyr_drift_dps
        SD of the slow change of the gyro's offset after ten minutes (a random walk).
    acc_range_mps2, gyr_range_dps
        Where an axis clips.
    acc_step_mps2, gyr_step_dps
        Smallest step; 0 is none.
    packet_samples, lost_share, mean_lost_run
        Samples that travel together, the share of packets lost, and how many are lost in a row.
    dropouts
        Longer losses of the link.
    taps_s
        When a finger taps the sensor's face.
    skew_ppm
        How much the sensor's clock runs fast; sample times and truth are on that clock.
    """

    mounting: Mounting = field(default_factory=Mounting)
    soft_tissue: SoftTissue = field(default_factory=SoftTissue)
    acc_noise_mps2: float = 0.0
    gyr_noise_dps: float = 0.0
    acc_bias_mps2: tuple[float, float, float] = (0.0, 0.0, 0.0)
    gyr_bias_dps: tuple[float, float, float] = (0.0, 0.0, 0.0)
    gyr_drift_dps: float = 0.0
    acc_range_mps2: float = 16 * 9.80665
    gyr_range_dps: float = 2000.0
    acc_step_mps2: float = 0.0
    gyr_step_dps: float = 0.0
    packet_samples: int = 1
    lost_share: float = 0.0
    mean_lost_run: float = 1.0
    dropouts: tuple[Dropout, ...] = ()
    taps_s: tuple[float, ...] = ()
    skew_ppm: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what no sensor can be."""
        if not 0 <= self.lost_share < 1 or self.mean_lost_run < 1 or self.packet_samples < 1:
            raise ValueError("lost_share is in [0, 1), runs and packets hold at least one")
        axis_matrix(self.mounting.placement)


def good_sensor() -> SensorModel:
    """A current consumer sensor, well strapped: noise, steps, a small offset, soft tissue."""
    return SensorModel(
        soft_tissue=SoftTissue(wobble_deg=0.8, wobble_m=0.0008, shift_share=0.03),
        acc_noise_mps2=0.03,
        gyr_noise_dps=0.1,
        acc_bias_mps2=(0.03, -0.04, 0.02),
        gyr_bias_dps=(0.3, -0.2, 0.25),
        gyr_drift_dps=0.05,
        acc_step_mps2=9.80665 / 2048,
        gyr_step_dps=1 / 16.4,
    )


def worn_sensor(seed: int) -> SensorModel:
    """A sensor as people wear it: turned, tilted, loose, with 1 % of its 50 ms packets lost."""
    draw = np.random.default_rng([seed, 11])
    bias = draw.uniform(-1.0, 1.0, 3)
    acc_bias = draw.uniform(-0.1, 0.1, 3)
    return SensorModel(
        mounting=Mounting(
            round_thigh_deg=float(draw.uniform(-30, 30)),
            tilt_deg=float(draw.uniform(-12, 12)),
            lean_deg=float(draw.uniform(-8, 8)),
        ),
        soft_tissue=SoftTissue(wobble_deg=1.5, wobble_m=0.002, shift_share=0.05),
        acc_noise_mps2=0.05,
        gyr_noise_dps=0.15,
        acc_bias_mps2=(float(acc_bias[0]), float(acc_bias[1]), float(acc_bias[2])),
        gyr_bias_dps=(float(bias[0]), float(bias[1]), float(bias[2])),
        gyr_drift_dps=0.1,
        acc_step_mps2=9.80665 / 2048,
        gyr_step_dps=1 / 16.4,
        packet_samples=5,
        lost_share=0.01,
    )


def axis_matrix(placement: Placement) -> FloatArray:
    """Matrix (3, 3) that turns thigh vectors (x anterior, y up, z right) into sensor axes.

    Raises
    ------
    ValueError
        An axis is not one of ``+x -x +y -y +z -z``, or both are the same.
    """
    rows = []
    for name in placement:
        if len(name) != 2 or name[0] not in "+-" or name[1] not in _AXES:
            raise ValueError(f"{name!r} is not a sensor axis")
        row = np.zeros(3)
        row[_AXES[name[1]]] = 1.0 if name[0] == "+" else -1.0
        rows.append(row)
    up, anterior = rows
    if abs(up @ anterior) > 0:
        raise ValueError("up and anterior lie on the same axis")
    return np.stack([anterior, up, np.cross(anterior, up)], axis=1)


def sensed(
    sensor: SensorModel,
    outward: float,
    thigh: Felt,
    flexion: Motion,
    t_s: FloatArray,
    contact_s: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """Specific force and angular rate at the sensor, in its own axes and without its errors.

    Parameters
    ----------
    thigh : Felt
        What the thigh feels at the hip joint.
    flexion : Motion
        Sagittal angle against neutral, one channel.
    contact_s : (m,) array
        Contacts, as far back as their wobble lasts.
    """
    mounting, tissue = sensor.mounting, sensor.soft_tissue
    place = np.array([mounting.before_m, -mounting.below_hip_m, outward * mounting.outside_m])
    wobble = _wobble(tissue, t_s, contact_s)
    along = np.array([0.3, 1.0, 0.0]) * tissue.wobble_m
    point = Motion(place + wobble.value * along, wobble.rate * along, wobble.acceleration * along)
    felt = at_point(thigh, point)
    shift = -tissue.shift_share
    turning = (
        radians(tissue.wobble_deg) * of_wobble[:, 0] + shift * of_flexion[:, 0]
        for of_wobble, of_flexion in zip(wobble, flexion, strict=True)
    )
    felt = through_joint(felt, Joint(Z, *turning))
    for axis, angle in _strap(mounting, t_s):
        felt = through_joint(felt, Joint(axis, *(column[:, 0] for column in angle)))
    for tap_s in sensor.taps_s:
        part, tap = _ringing(t_s, tap_s, _TAP_DECAY_S, _TAP_FREQUENCY_HZ)
        felt.force_mps2[part, X] -= _TAP_MPS2 * tap.value
    axes = axis_matrix(mounting.placement)
    return felt.force_mps2 @ axes.T, felt.rate_radps @ axes.T


def _strap(mounting: Mounting, t_s: FloatArray) -> list[tuple[int, Motion]]:
    """The turns from the thigh to the sensor as it really sits, each an axis and its angle."""
    round_rad = _slipping(
        t_s, mounting.round_thigh_deg, [(s.at_s, s.round_thigh_deg) for s in mounting.slips]
    )
    tilt_rad = _slipping(t_s, mounting.tilt_deg, [(s.at_s, s.tilt_deg) for s in mounting.slips])
    return [(Y, round_rad), (Z, tilt_rad), (X, _slipping(t_s, mounting.lean_deg, []))]


def _slipping(t_s: FloatArray, start_deg: float, slips: list[tuple[float, float]]) -> Motion:
    """A constant angle with smooth steps of half a second, one channel."""
    value = np.full((len(t_s), 1), radians(start_deg))
    rate, bend = np.zeros_like(value), np.zeros_like(value)
    for at_s, degrees in slips:
        u = np.clip((t_s[:, None] - at_s) / 0.5, 0.0, 1.0)
        size = radians(degrees)
        value += size * u**3 * (10 + u * (-15 + 6 * u))
        rate += size / 0.5 * 30 * u**2 * (1 - u) ** 2
        bend += size / 0.5**2 * 60 * u * (1 - u) * (1 - 2 * u)
    return Motion(value, rate, bend)


def _wobble(tissue: SoftTissue, t_s: FloatArray, contact_s: FloatArray) -> Motion:
    """Oscillation of size about 1 after each contact, one channel."""
    total = np.zeros((3, len(t_s), 1))
    if len(t_s) == 0 or (tissue.wobble_deg == 0 and tissue.wobble_m == 0):
        return Motion(*total)
    for contact in contact_s[(contact_s > t_s[0] - 1.0) & (contact_s < t_s[-1])]:
        part, ringing = _ringing(t_s, contact, tissue.decay_s, tissue.frequency_hz)
        for column, added in zip(total, ringing, strict=True):
            column[part, 0] += added
    return Motion(*total)


def _ringing(
    t_s: FloatArray, at_s: float, decay_s: float, frequency_hz: float
) -> tuple[slice, Motion]:
    """A damped oscillation of size about 1 from `at_s` on, and the samples that it touches.

    It is the imaginary part of (t/d)³ exp(3 - 3 t/d + i w t), smooth from its start.
    """
    decay = complex(-3 / decay_s, 2 * pi * frequency_hz)
    first, last = np.searchsorted(t_s, [at_s, at_s + 6 * decay_s])
    part = slice(int(first), int(last))
    t = t_s[part] - at_s
    swing = np.exp(3 + decay * t) / decay_s**3
    return part, Motion(
        (t**3 * swing).imag,
        ((3 * t**2 + decay * t**3) * swing).imag,
        ((6 * t + 6 * decay * t**2 + decay**2 * t**3) * swing).imag,
    )
