"""A walk as it leaves: samples, strides with what was decided, and the marks on it."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coach.care.limits import Decision, Limit
from coach.coach import Coach, CoachSettings
from coach.gait.events import Stride
from coach.gait.pipeline import GaitPipeline, GaitSettings
from coach.records.errors import RecordError, RecordFault
from sensors.samples import FloatArray, ImuBlock, StreamInfo

if TYPE_CHECKING:
    from coach.records.walk_file import Gap, Note, PainMark, WalkFile

Blocks = Callable[[], Iterable[ImuBlock]]
"""Gives the samples of a walk anew at every call."""


class StrideRow(NamedTuple):
    """A stride, and the decision on it; None where no limit judged it."""

    stride: Stride
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class OutgoingWalk:
    """Everything about one walk that an export may hold.

    Attributes
    ----------
    start_s : float
        Time of the first sample; exports count from there.
    """

    info: StreamInfo
    gait: GaitSettings
    blocks: Blocks
    start_s: float
    duration_s: float
    strides: tuple[StrideRow, ...]
    pain_marks: "tuple[PainMark, ...]" = ()
    gaps: "tuple[Gap, ...]" = ()
    notes: "tuple[Note, ...]" = ()


def kept_walk(walk: "WalkFile", blocks: Blocks | None = None) -> OutgoingWalk:
    """A kept walk with its strides and decisions as they were made then.

    Raises
    ------
    WalkFileError
        When the file is damaged.
    """
    first = next(iter(walk.blocks(1)), None)
    return OutgoingWalk(
        info=walk.info,
        gait=walk.gait,
        blocks=blocks or walk.blocks,
        start_s=0.0 if first is None else float(first.t_s[0]),
        duration_s=walk.info.duration_s or 0.0,
        strides=stride_rows(walk.strides(), walk.decisions()),
        pain_marks=walk.pain_marks(),
        gaps=walk.gaps(),
        notes=walk.notes(),
    )


def recorded_walk(
    info: StreamInfo, gait: GaitSettings, blocks: Blocks, limit: Limit | None = None
) -> OutgoingWalk:
    """A recorded walk, with the strides and decisions the live loop makes of it now.

    Raises
    ------
    SensorError
        When the samples cannot be read to their end.
    """
    coach = Coach(CoachSettings(gait, limit))
    strides: list[Stride] = []
    decisions: list[Decision] = []
    start_s, end_s = math.inf, -math.inf
    for block in blocks():
        if len(block.t_s):
            start_s, end_s = min(start_s, float(block.t_s[0])), float(block.t_s[-1])
        output = coach.push(block)
        strides += (event for event in output.events if isinstance(event, Stride))
        decisions += output.decisions
    last = coach.finish()
    strides += (event for event in last.events if isinstance(event, Stride))
    decisions += last.decisions
    is_empty = start_s > end_s
    return OutgoingWalk(
        info=info,
        gait=gait,
        blocks=blocks,
        start_s=0.0 if is_empty else start_s,
        duration_s=0.0 if is_empty else end_s - start_s,
        strides=stride_rows(strides, decisions),
    )


def thigh_angles(walk: OutgoingWalk) -> tuple[FloatArray, FloatArray]:
    """Times and thigh flexion in degrees, (n,) each, on the uniform grid, where it is known.

    The angle is made anew from the samples; it is the live one, bit for bit.

    Raises
    ------
    RecordError
        NO_ANGLES when it is known nowhere.
    SensorError
        When the samples cannot be read to their end.
    """
    traces = list(_traces(walk))
    if not traces:
        raise RecordError(RecordFault.NO_ANGLES)
    t_s, flexion_deg = (np.concatenate(column) for column in zip(*traces, strict=True))
    return t_s - walk.start_s, flexion_deg


def _traces(walk: OutgoingWalk) -> Iterator[tuple[FloatArray, FloatArray]]:
    pipeline = GaitPipeline(walk.gait)
    for block in walk.blocks():
        trace = pipeline.push(block).trace
        is_known = np.isfinite(trace.thigh_flexion_deg)
        if is_known.any():
            yield trace.t_s[is_known], trace.thigh_flexion_deg[is_known]


def stride_rows(strides: Iterable[Stride], decisions: Iterable[Decision]) -> tuple[StrideRow, ...]:
    """Each stride with its decision: the one that it is over the limit, where there is one."""
    of_stride: dict[float, Decision] = {}
    for decision in decisions:
        before = of_stride.get(decision.stride_start_s)
        if before is None or not before.is_over:
            of_stride[decision.stride_start_s] = decision
    return tuple(StrideRow(stride, of_stride.get(stride.start_s)) for stride in strides)
