"""What is not walking: standing, sitting, lying, riding, lifting a knee, strapping on."""

from math import pi, radians

import numpy as np

from sensors.samples import FloatArray
from sensors.simulation.curves import Knots, at_rest, evaluate, joined
from sensors.simulation.kinematics import Channel
from sensors.simulation.person import Person
from sensors.simulation.scenario import (
    KneeLifts,
    Lie,
    Pose,
    Repeat,
    Ride,
    Sit,
    Stand,
    StillActivity,
    StrapOn,
)
from sensors.simulation.segments import Segment, Stretch

TRANSFER_S = 1.8
"""Sitting down or standing up."""
_SWAY_STEP_S = 1.0
_SWAY_M_PER_DEG = 0.012
_SHIFT_EVERY_S = 6.0
_SEAT_DROP_M = 0.45
_CAR_KNOT_S = 0.03
_CAR_FREQUENCIES_HZ = (1.4, 2.3, 3.9, 6.1, 9.7)
_CAR_SHAKE_MPS2 = 0.35
"""Amplitude of each frequency on a road of roughness 1, ISO 2631 "a little uncomfortable"."""


def standing(person: Person) -> FloatArray:
    """Channels of the person in quiet standing, at the origin."""
    pose = np.zeros(len(Channel))
    pose[Channel.SAGITTAL] = radians(person.neutral_sagittal_deg)
    pose[Channel.FRONTAL] = person.outward * radians(person.neutral_frontal_deg)
    return pose


def still_segment(
    person: Person,
    stretch: Stretch,
    pose: FloatArray | None,
    stand: FloatArray,
    draw: np.random.Generator,
) -> Segment:
    """Motion of one activity that is not gait.

    Parameters
    ----------
    pose : (7,) array or None
        Channels when it begins; None at the start of a scenario.
    stand : (7,) array
        Channels of the same person standing here. Activities of standing people end exactly so.
    """
    activity = stretch.activity
    match activity:
        case StrapOn():
            knots = _strapping(stretch, stand, draw)
        case KneeLifts():
            knots = _knee_lifts(person, activity, stretch, stand)
        case Repeat():
            knots = _repetitions(person, activity, stretch, stand)
        case Ride():
            knots = _ride(activity, stretch, resting_pose(person, activity, stand), draw)
        case Stand() | Sit() | Lie():
            knots = _resting(person, activity, stretch, stand, draw)
        case _:
            raise TypeError(f"{type(activity).__name__} is gait")
    return Segment(_moved_into(knots, pose, stretch), np.empty(0), ())


def resting_pose(person: Person, activity: StillActivity, stand: FloatArray) -> FloatArray:
    """Channels in which the activity is held."""
    pose = stand.copy()
    if isinstance(activity, Sit | Ride):
        thigh_deg = activity.thigh_deg if isinstance(activity, Sit) else 78.0
        pose[Channel.SAGITTAL] = radians(thigh_deg)
        pose[Channel.FRONTAL] = -person.outward * radians(6.0)
        pose[Channel.UP] -= _SEAT_DROP_M * np.sin(radians(thigh_deg))
    elif isinstance(activity, Lie):
        sagittal, frontal = {"supine": (88.0, 0.0), "prone": (-88.0, 0.0), "side": (25.0, 80.0)}[
            activity.on
        ]
        pose[Channel.SAGITTAL] = radians(sagittal)
        pose[Channel.FRONTAL] = person.outward * radians(frontal)
        pose[Channel.UP] -= _SEAT_DROP_M
    elif isinstance(activity, Stand):
        pose[Channel.SAGITTAL] += radians(activity.flexed_deg)
    return pose


def _moved_into(knots: Knots, pose: FloatArray | None, stretch: Stretch) -> Knots:
    """The same motion, reached smoothly from the pose before."""
    if pose is None or np.allclose(knots.value[0], pose, atol=1e-9):
        return knots
    apart_deg = float(np.degrees(np.max(np.abs(knots.value[0, :3] - pose[:3]))))
    time_s = 0.6 if apart_deg < 5 else TRANSFER_S
    time_s = min(time_s, 0.5 * (stretch.end_s - stretch.start_s))
    late = knots.t_s > stretch.start_s + time_s
    start = at_rest(np.array([stretch.start_s]), pose[None])
    arrival = Knots(
        np.array([stretch.start_s + time_s]),
        *evaluate(knots, np.array([stretch.start_s + time_s])),
    )
    return joined([start, arrival, Knots(*(column[late] for column in knots))])


def _resting(
    person: Person,
    activity: Stand | Sit | Lie,
    stretch: Stretch,
    stand: FloatArray,
    draw: np.random.Generator,
) -> Knots:
    """Sway about a pose, with a new posture now and then."""
    restlessness = 0.1 if isinstance(activity, Lie) else activity.restlessness
    n = max(2, round((stretch.end_s - stretch.start_s) / _SWAY_STEP_S)) + 1
    t_s = np.linspace(stretch.start_s, stretch.end_s, n)
    value = np.tile(resting_pose(person, activity, stand), (n, 1))
    mirror = np.array([1.0, person.outward, person.outward])
    sway = draw.standard_normal((n, 3))
    value[:, :2] += radians(person.sway_deg) * mirror[:2] * sway[:, :2]
    value[:, Channel.LEFT] += _SWAY_M_PER_DEG * person.sway_deg * person.outward * sway[:, 2]
    is_new = draw.random(n) < _SWAY_STEP_S / _SHIFT_EVERY_S
    shifts = draw.standard_normal((n, 3)) * mirror * [4.0, 5.0, 7.0]
    held = shifts[np.maximum.accumulate(np.where(is_new, np.arange(n), 0))]
    held[: int(np.argmax(is_new)) if is_new.any() else n] = 0.0
    value[:, :3] += restlessness * np.radians(held)
    value[:, Channel.LEFT] += restlessness * 0.01 * held[:, Channel.FRONTAL]
    if isinstance(activity, Stand):
        value[-1] = stand
    return at_rest(t_s, value)


def _knee_lifts(person: Person, lifts: KneeLifts, stretch: Stretch, stand: FloatArray) -> Knots:
    """The worn thigh lifted, or carrying the weight while the other one is."""
    lifted = stand.copy()
    if lifts.is_worn_leg:
        lifted[Channel.SAGITTAL] += radians(lifts.lift_deg)
    else:
        lifted[Channel.SAGITTAL] -= radians(2.0)
        lifted[Channel.FRONTAL] += person.outward * radians(4.0)
        lifted[Channel.LEFT] -= person.outward * 0.05
    t_s, value = [stretch.start_s], [stand]
    for i in range(lifts.n_lifts):
        start_s = stretch.start_s + 0.5 + i * lifts.period_s
        t_s += [start_s, *(start_s + share * lifts.period_s for share in (0.4, 0.5, 0.9))]
        value += [stand, lifted, lifted, stand]
    return at_rest(np.array([*t_s, stretch.end_s]), np.stack([*value, stand]))


def _repetitions(person: Person, repeat: Repeat, stretch: Stretch, stand: FloatArray) -> Knots:
    """From the first pose to the other and back, the way out as long as the way back."""
    start = _posed(person, repeat.start_deg, stand)
    top = _posed(person, repeat.top_deg, stand)
    way_s = (repeat.period_s - repeat.hold_s) / 2
    t_s, value = [stretch.start_s], [start]
    for i in range(repeat.n_times):
        begin_s = stretch.start_s + repeat.still_s + i * repeat.period_s
        t_s += [begin_s, begin_s + way_s]
        value += [start, top]
        if repeat.hold_s:
            t_s.append(begin_s + way_s + repeat.hold_s)
            value.append(top)
    back_s = stretch.start_s + repeat.still_s + repeat.n_times * repeat.period_s
    return at_rest(np.array([*t_s, back_s, stretch.end_s]), np.stack([*value, start, start]))


def _posed(person: Person, pose_deg: Pose, stand: FloatArray) -> FloatArray:
    pose = stand.copy()
    flexion, abduction, turn_out = (radians(angle) for angle in pose_deg)
    pose[Channel.SAGITTAL] += flexion
    pose[Channel.FRONTAL] += person.outward * abduction
    pose[Channel.AXIAL] += person.outward * turn_out
    return pose


def _strapping(stretch: Stretch, stand: FloatArray, draw: np.random.Generator) -> Knots:
    """Sensor turned about in the hands, put to the thigh, pulled tight, then still."""
    still_s = min(3.0, 0.3 * (stretch.end_s - stretch.start_s))
    put_s = stretch.end_s - still_s
    t_s = np.arange(stretch.start_s, put_s - 1.5, 0.55)
    spread = np.array([1.2, 0.9, 1.8, 0.5, 0.2, 0.2, 0.25])
    held = stand + spread * draw.uniform(-1.0, 1.0, (len(t_s), len(Channel)))
    tight_s = put_s + np.array([-0.4, 0.0])
    tight = stand + np.radians([4.0, 3.0, 12.0, 0.0, 0.0, 0.0, 0.0]) * draw.standard_normal((2, 7))
    times = np.concatenate([t_s, tight_s, [put_s + 0.3 * still_s, stretch.end_s]])
    return at_rest(times, np.concatenate([held, tight, [stand, stand]]))


def _ride(ride: Ride, stretch: Stretch, seat: FloatArray, draw: np.random.Generator) -> Knots:
    """A seat that is driven: speed up, brake, turn, and the road's shaking on top."""
    drive = _drive(stretch, seat, draw)
    n = max(3, int((stretch.end_s - stretch.start_s) / _CAR_KNOT_S))
    t_s = np.linspace(stretch.start_s, stretch.end_s, n)
    motion = evaluate(drive, t_s)
    since = t_s - stretch.start_s
    fade = np.minimum(1.0, np.minimum(since, stretch.end_s - t_s) / 2.0)
    # (channel, amplitude of acceleration per m/s² of shaking)
    for channel, share in ((Channel.UP, 1.0), (Channel.LEFT, 0.5), (Channel.SAGITTAL, 1.5)):
        for frequency_hz in _CAR_FREQUENCIES_HZ:
            pulse = 2 * pi * frequency_hz * (1 + 0.1 * draw.random())
            angle = pulse * since + 2 * pi * draw.random()
            size = fade * ride.roughness * share * _CAR_SHAKE_MPS2 * (0.5 + draw.random())
            motion.value[:, channel] += size / pulse**2 * np.sin(angle)
            motion.rate[:, channel] += size / pulse * np.cos(angle)
            motion.acceleration[:, channel] -= size * np.sin(angle)
    return Knots(t_s, *motion)


def _drive(stretch: Stretch, seat: FloatArray, draw: np.random.Generator) -> Knots:
    """Speed and heading of the car, from standing to standing."""
    t_s, speed_mps, heading = [stretch.start_s], [0.0], [seat[Channel.HEADING]]
    while stretch.end_s - t_s[-1] > 24.0:
        t_s.append(t_s[-1] + draw.uniform(5.0, 15.0))
        speed_mps.append(draw.choice([0.0, 6.0, 9.0, 13.0]))
        turn = draw.choice([0.0, 0.0, 1.0, -1.0]) * (max(speed_mps[-2:]) < 10)
        heading.append(heading[-1] + turn * pi / 2)
    t_s.append(stretch.end_s)
    speed_mps.append(0.0)
    heading.append(heading[-1])
    times, speeds = np.array(t_s), np.array(speed_mps)
    value = np.tile(seat, (len(times), 1))
    value[:, Channel.HEADING] = heading
    ways_m = np.diff(times) * (speeds[1:] + speeds[:-1]) / 2
    value[1:, Channel.FORWARD] += np.cumsum(ways_m)
    rate = np.zeros_like(value)
    rate[:, Channel.FORWARD] = speeds
    return Knots(times, value, rate, np.zeros_like(value))
