"""A scenario drawn piece by piece: what the body does, exactly, from a seed."""

from collections.abc import Iterator, Sequence

import numpy as np

from sensors.samples import FloatArray
from sensors.simulation.gait import gait_bout
from sensors.simulation.kinematics import Channel
from sensors.simulation.person import Person
from sensors.simulation.plan import SETTLE_S, stride_goals
from sensors.simulation.scenario import Activity, Lie, Ride, Run, Sit, Stand, Turn, Walk
from sensors.simulation.segments import GaitStretch, Segment, Stretch
from sensors.simulation.still import TRANSFER_S, standing, still_segment
from sensors.simulation.truth import Span

_STRIDES_OF_SHORTEST_BOUT = 2.1
_MOMENT_S = 0.6
"""Standing before the first step after a seat."""


def check(person: Person, scenario: Sequence[Activity]) -> None:
    """Refuse a scenario that cannot be drawn.

    Raises
    ------
    ValueError
        It is empty, an activity lasts no time, a stride is out of reach, a bout is too short.
    """
    is_standing = True
    for piece in _pieces(scenario):
        if isinstance(piece, list):
            rise_s = 0.0 if is_standing else TRANSFER_S + _MOMENT_S
            time_s = piece[-1].end_s - piece[0].start_s - rise_s
            periods_s = [goal.period_s for goal in stride_goals(person, piece)]
            if time_s < _STRIDES_OF_SHORTEST_BOUT * max(periods_s) + SETTLE_S:
                raise ValueError(f"a bout of {time_s:.1f} s is too short to start, step and stop")
            if piece[0].end_s - piece[0].start_s <= rise_s:
                raise ValueError("a walk that follows a seat is too short to stand up in")
            is_standing = True
        else:
            is_standing = not isinstance(piece.activity, Sit | Lie | Ride)


def spans(scenario: Sequence[Activity]) -> tuple[Span, ...]:
    """When each activity lasts."""
    return tuple(
        Span(s.activity.label, s.start_s, s.end_s, isinstance(s.activity, Walk | Run | Turn))
        for s in stretches(scenario)
    )


def stretches(scenario: Sequence[Activity]) -> list[Stretch]:
    """The activities in their place in time.

    Raises
    ------
    ValueError
        There is none, or one without duration.
    """
    if not scenario:
        raise ValueError("a scenario needs at least one activity")
    if any(activity.duration_s <= 0 for activity in scenario):
        raise ValueError("every activity lasts some time")
    ends_s = np.cumsum([activity.duration_s for activity in scenario]).tolist()
    return [
        Stretch(activity, start_s, end_s)
        for activity, start_s, end_s in zip(scenario, [0.0, *ends_s], ends_s, strict=False)
    ]


def segments(person: Person, scenario: Sequence[Activity], seed: int) -> Iterator[Segment]:
    """The motion of a scenario, one segment after the other, each beginning where one ended."""
    stand = standing(person)
    pose = None
    for i, piece in enumerate(_pieces(scenario)):
        draw = np.random.default_rng([seed, 1, i])
        for segment in _drawn(person, piece, pose, stand, draw):
            pose = segment.knots.value[-1]
            stand = _here(stand, pose, is_gait=isinstance(piece, list))
            yield segment


def _pieces(scenario: Sequence[Activity]) -> Iterator[Stretch | list[GaitStretch]]:
    """Single still activities, and bouts of gait activities that follow each other."""
    bout: list[GaitStretch] = []
    for stretch in stretches(scenario):
        if isinstance(stretch.activity, Walk | Run | Turn):
            bout.append(GaitStretch(stretch.activity, stretch.start_s, stretch.end_s))
            continue
        if bout:
            yield bout
            bout = []
        yield stretch
    if bout:
        yield bout


def _drawn(
    person: Person,
    piece: Stretch | list[GaitStretch],
    pose: FloatArray | None,
    stand: FloatArray,
    draw: np.random.Generator,
) -> Iterator[Segment]:
    """The segments of one piece; a bout that does not find the person standing gets up first."""
    if isinstance(piece, Stretch):
        yield still_segment(person, piece, pose, stand, draw)
        return
    if pose is not None and not np.allclose(pose, stand, atol=1e-6):
        first = piece[0]
        up_s = first.start_s + TRANSFER_S + _MOMENT_S
        rise = Stretch(Stand(up_s - first.start_s), first.start_s, up_s)
        yield still_segment(person, rise, pose, stand, draw)
        piece = [first._replace(start_s=up_s), *piece[1:]]
    yield gait_bout(person, piece, stand, draw)


def _here(stand: FloatArray, pose: FloatArray, *, is_gait: bool) -> FloatArray:
    """The standing pose where the person has come to."""
    moved = [Channel.HEADING, Channel.FORWARD] + [Channel.UP] * is_gait
    here = stand.copy()
    here[moved] = pose[moved]
    return here
