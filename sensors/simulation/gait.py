"""A bout of gait, from a stand to a stand, drawn as one smooth motion with its true strides."""

from itertools import pairwise
from math import degrees, radians

import numpy as np

from sensors.samples import FloatArray
from sensors.simulation.curves import Knots, at_rest, evaluate, joined
from sensors.simulation.hip_path import rhythm, side_swing, surge_sway_bounce
from sensors.simulation.kinematics import Channel
from sensors.simulation.person import HalfShape, Person
from sensors.simulation.plan import SETTLE_S, PlannedStride, planned_strides, shape_of
from sensors.simulation.scenario import Turn
from sensors.simulation.segments import GaitStretch, Segment
from sensors.simulation.truth import TrueStride

_KNOT_STEP_S = 0.07
_TURN_DEG = 30.0
"""A stride whose heading changes more than this is a turn."""
_STRAIGHT_DEG = 20.0
_LATE_SHARE = 0.55
"""Share of the way backward from which the unplanned part of the extension grows."""
_FIRST_STEP_SHARE = 0.45
"""Way to the first contact, against the first stride."""


def gait_bout(
    person: Person, stretches: list[GaitStretch], stand: FloatArray, draw: np.random.Generator
) -> Segment:
    """Motion and strides of gait activities that follow each other without a pause.

    Parameters
    ----------
    stand : (7,) array
        Channels of the standing person before the first step.
    """
    start_s, end_s = stretches[0].start_s, stretches[-1].end_s
    leads = bool(draw.random() < 0.5)
    strides = planned_strides(person, stretches, leads=leads, draw=draw)
    swing = _swing(person, strides, start_s, end_s, leads=leads)
    base = _base(strides, stretches, stand, swing.t_s)
    contact_s = np.array([s.contact_s for s in strides] + [strides[-1].end_s + 0.1])
    knots = _body(person, strides, contact_s, swing, base, stand)
    return Segment(knots, contact_s, _truth(strides, contact_s, _turned(stretches, 0.0)))


def _swing(
    person: Person, strides: list[PlannedStride], start_s: float, end_s: float, *, leads: bool
) -> Knots:
    """The sagittal angle against neutral, one channel, knots close enough for every channel."""
    inner = _inner(person, strides)
    first, last = strides[0], strides[-1]
    before = Knots(np.array([start_s]), *np.zeros((3, 1, 1)))
    if not leads:
        push_s = start_s + 0.55 * (first.start_s - start_s)
        push = np.array([[-0.5 * first.extension_rad]])
        before = joined([before, at_rest(np.array([push_s]), push)])
    opening = _finer(joined([before, Knots(*(column[:1] for column in inner))]))
    stand = at_rest(np.array([last.end_s + SETTLE_S]), np.zeros((1, 1)))
    closing = _finer(joined([Knots(*(column[-1:] for column in inner)), stand]))
    parts = [opening, inner, closing]
    if end_s - stand.t_s[0] > 1e-6:
        parts.append(at_rest(np.array([end_s]), np.zeros((1, 1))))
    return joined(parts)


def _finer(knots: Knots) -> Knots:
    """The same curve with knots no further apart than a step."""
    pieces = [
        np.linspace(a, b, 1 + int(np.ceil((b - a) / _KNOT_STEP_S)))[:-1]
        for a, b in pairwise(knots.t_s)
    ]
    t_s = np.append(np.concatenate(pieces), knots.t_s[-1])
    return Knots(t_s, *evaluate(knots, t_s))


def _inner(person: Person, strides: list[PlannedStride]) -> Knots:
    """The swing from the first to the last peak flexion: turning points are exact."""
    halves: list[FloatArray] = []
    for s in strides:
        shape = shape_of(person, s.goal)
        planned = s.start_flexion_rad + s.extension_rad - s.unplanned_rad
        back = _half(shape.backward, s.start_s, s.extension_s, s.start_flexion_rad, -planned)
        back[1:] -= _late_growth(shape.backward, s.extension_s - s.start_s) * s.unplanned_rad
        reach = s.extension_rad + s.end_flexion_rad
        halves += [back, _half(shape.forward, s.extension_s, s.end_s, -s.extension_rad, reach)]
    for half, following in pairwise(halves):
        following[3, 0] = (half[3, -1] + following[3, 0]) / 2
    columns = np.concatenate([half[:, :-1] for half in halves] + [halves[-1][:, -1:]], axis=1)
    t_s, value, rate, bend = columns
    return Knots(t_s, value[:, None], rate[:, None], bend[:, None])


def _half(
    shape: HalfShape, start_s: float, end_s: float, start_rad: float, way_rad: float
) -> FloatArray:
    """Rows of time, value, rate and acceleration at the knots of half a stride."""
    time = end_s - start_s
    return np.stack(
        [
            start_s + shape.share * time,
            start_rad + way_rad * shape.value,
            way_rad * shape.slope / time,
            way_rad * shape.bend / time**2,
        ]
    )


def _late_growth(shape: HalfShape, time_s: float) -> FloatArray:
    """Rows of value, rate and acceleration of a smooth growth from 0 to 1 late in the half."""
    span = 1 - _LATE_SHARE
    u = np.clip((shape.share - _LATE_SHARE) / span, 0.0, 1.0)
    return np.stack(
        [
            u**3 * (10 + u * (-15 + 6 * u)),
            30 * u**2 * (1 - u) ** 2 / (span * time_s),
            60 * u * (1 - u) * (1 - 2 * u) / (span * time_s) ** 2,
        ]
    )


def _turned(stretches: list[GaitStretch], heading_rad: float) -> Knots:
    """Heading over the bout, one channel."""
    t_s, value = [stretches[0].start_s - 1.0], [heading_rad]
    for stretch in stretches:
        if isinstance(stretch.activity, Turn):
            end = value[-1] + radians(stretch.activity.degrees)
            t_s += [stretch.start_s, stretch.end_s]
            value += [value[-1], end]
    t_s.append(stretches[-1].end_s + 1.0)
    value.append(value[-1])
    return at_rest(np.array(t_s), np.array(value)[:, None])


def _base(
    strides: list[PlannedStride], stretches: list[GaitStretch], stand: FloatArray, t_s: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Value, rate and acceleration of all channels without the swing and the rhythm."""
    motion = tuple(np.zeros((len(t_s), len(Channel))) for _ in range(3))
    heading = evaluate(_turned(stretches, stand[Channel.HEADING]), t_s)
    way = evaluate(_way(strides, stretches, stand), t_s)
    for column, turn, progress in zip(motion, heading, way, strict=True):
        column[:, Channel.HEADING] = turn[:, 0]
        column[:, Channel.FORWARD] = progress[:, 0]
        column[:, Channel.UP] = progress[:, 1]
    return motion[0], motion[1], motion[2]


def _way(strides: list[PlannedStride], stretches: list[GaitStretch], stand: FloatArray) -> Knots:
    """Even progress along the way and up, two channels: exact at every initial contact."""
    sign = np.array(
        [(0 if s.goal.is_treadmill else -1 if s.goal.is_backward else 1) for s in strides]
    )
    stride = np.stack(
        [
            sign * [s.length_m for s in strides],
            [s.goal.rise_m * (not s.goal.is_treadmill) for s in strides],
        ],
        axis=1,
    )
    contact_s = np.array([s.contact_s for s in strides])
    first = np.array([stand[Channel.FORWARD], stand[Channel.UP]])
    at_contact = first + _FIRST_STEP_SHARE * stride[0]
    travelled = at_contact + np.concatenate([np.zeros((1, 2)), np.cumsum(stride, axis=0)])
    speed = stride / np.array([s.end_s - s.start_s for s in strides])[:, None]
    rate = np.concatenate([speed[:1], (speed[1:] + speed[:-1]) / 2])
    t_s = np.concatenate([[stretches[0].start_s], contact_s, [strides[-1].end_s + SETTLE_S]])
    value = np.concatenate([first[None], travelled])
    rate = np.concatenate([np.zeros((1, 2)), rate, np.zeros((1, 2))])
    return Knots(t_s, value, rate, np.zeros_like(rate))


def _body(
    person: Person,
    strides: list[PlannedStride],
    contact_s: FloatArray,
    swing: Knots,
    base: tuple[FloatArray, FloatArray, FloatArray],
    stand: FloatArray,
) -> Knots:
    """All channels together."""
    t_s = swing.t_s
    beat = rhythm(strides, contact_s, t_s[0], t_s)
    frontal, axial = side_swing(person, beat)
    surge, sway, bounce = surge_sway_bounce(person, beat)
    parts = {
        Channel.FRONTAL: frontal,
        Channel.AXIAL: axial,
        Channel.FORWARD: surge,
        Channel.LEFT: sway,
        Channel.UP: bounce,
    }
    for channel, part in parts.items():
        for column, added in zip(base, part, strict=True):
            column[:, channel] += added[:, 0]
    for column, angle in zip(base, swing[1:], strict=True):
        column[:, Channel.SAGITTAL] = angle[:, 0]
    neutral = [Channel.SAGITTAL, Channel.FRONTAL, Channel.AXIAL, Channel.LEFT]
    base[0][:, neutral] += stand[neutral]
    return Knots(t_s, *base)


def _truth(
    strides: list[PlannedStride], contact_s: FloatArray, heading: Knots
) -> tuple[TrueStride, ...]:
    edges_s = np.array([s.start_s for s in strides] + [strides[-1].end_s])
    turned_deg = np.abs(np.degrees(np.diff(evaluate(heading, edges_s).value[:, 0])))
    last = len(strides) - 1
    truth: list[TrueStride] = []
    for i, s in enumerate(strides):
        around = strides[max(0, i - 1) : i + 2]
        is_edge = i in {0, last}
        is_straight = all(near.goal.is_scoreable for near in around)
        truth.append(
            TrueStride(
                s.start_s,
                s.end_s,
                float(contact_s[i]),
                float(contact_s[i + 1]),
                s.length_m,
                s.extension_s,
                degrees(s.extension_rad),
                degrees(s.start_flexion_rad),
                s.label,
                is_edge,
                bool(turned_deg[i] > _TURN_DEG),
                bool(is_straight and not is_edge and turned_deg[i] < _STRAIGHT_DEG),
            )
        )
    return tuple(truth)
