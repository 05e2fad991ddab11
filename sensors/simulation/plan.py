"""The strides of a bout, planned one after the other with their natural variation."""

from math import radians, sin, sqrt
from typing import NamedTuple

import numpy as np

from sensors.simulation.goals import StrideGoal, stride_goal
from sensors.simulation.person import Person, StrideShape, reversed_shape, stride_shape
from sensors.simulation.scenario import Walk
from sensors.simulation.segments import GaitStretch

SETTLE_S = 0.5
"""From the last peak flexion to standing still."""
_PLAN_MEMORY = 0.3
"""Correlation of the planned part of the extension with the stride before."""
_RANGE_ON_GROUND = 0.5
"""Share of a stride's odd range that reaches its length; the pelvis takes the rest, so that lengths
spread by some 3 % (Hausdorff 2005, doi:10.1186/1743-0003-2-19, gives 2 to 3 %)."""
_FIRST_SHARE, _LAST_SHARE = 0.95, 0.6
"""Length of the first and last stride of a bout against a full one."""


class PlannedStride(NamedTuple):
    """One stride to be made: peak flexion, contact, peak extension, peak flexion."""

    goal: StrideGoal
    label: str
    start_s: float
    start_flexion_rad: float
    contact_s: float
    extension_s: float
    extension_rad: float
    unplanned_rad: float
    """The part of the extension that shows only late in stance."""
    end_s: float
    end_flexion_rad: float
    length_m: float

    @property
    def range_rad(self) -> float:
        """From the mean of both peak flexions to the peak extension."""
        return self.extension_rad + (self.start_flexion_rad + self.end_flexion_rad) / 2


def shape_of(person: Person, goal: StrideGoal) -> StrideShape:
    """The curve of the thigh for this kind of stride."""
    shape = stride_shape(person.harmonics)
    return reversed_shape(shape) if goal.is_backward else shape


def planned_strides(
    person: Person, stretches: list[GaitStretch], *, leads: bool, draw: np.random.Generator
) -> list[PlannedStride]:
    """All full strides of a bout, at least one; `leads`: the worn leg makes the first step."""
    goals, end_s = stride_goals(person, stretches), stretches[-1].end_s
    planner = _Planner(person, draw)
    at_s = stretches[0].start_s + (0.5 if leads else 0.8) * goals[0].period_s
    flexion_rad = 0.85 * goals[0].flexion_rad
    strides: list[PlannedStride] = []
    i = 0
    while not strides or at_s + goals[i].period_s * 1.05 + SETTLE_S < end_s:
        i += sum(at_s >= stretch.end_s for stretch in stretches[i:-1])
        label = stretches[i].activity.label
        stride = planner.stride(goals[i], label, at_s, flexion_rad)
        at_s, flexion_rad = stride.end_s, stride.end_flexion_rad
        strides.append(stride)
    strides[0] = strides[0]._replace(length_m=_FIRST_SHARE * strides[0].length_m)
    return [*strides[:-1], _closing(strides[-1])]


def _closing(stride: PlannedStride) -> PlannedStride:
    """The last stride brings the foot beside the other one."""
    return stride._replace(
        end_flexion_rad=0.35 * stride.goal.flexion_rad, length_m=_LAST_SHARE * stride.length_m
    )


def stride_goals(person: Person, stretches: list[GaitStretch]) -> list[StrideGoal]:
    """What each activity of a bout asks of its strides."""
    goals: list[StrideGoal] = []
    around = Walk(0.0)
    for stretch in stretches:
        if isinstance(stretch.activity, Walk):
            around = stretch.activity
        goals.append(stride_goal(person, stretch.activity, around))
    return goals


class _Planner:
    """Draws strides whose speed and extension remember the stride before."""

    def __init__(self, person: Person, draw: np.random.Generator) -> None:
        self._person = person
        self._draw = draw
        self._speed_change = 0.0
        self._plan_change = 0.0

    def stride(
        self, goal: StrideGoal, label: str, start_s: float, flexion_rad: float
    ) -> PlannedStride:
        person, z = self._person, self._draw.standard_normal(7)
        memory = person.speed_memory
        self._speed_change = memory * self._speed_change + sqrt(1 - memory**2) * z[0]
        self._plan_change = _PLAN_MEMORY * self._plan_change + sqrt(1 - _PLAN_MEMORY**2) * z[1]
        # faster is half by a longer stride, half by a quicker one
        pace = sqrt(max(0.5, 1 + person.speed_cv * self._speed_change))
        period_s = goal.period_s / pace * (1 + 0.3 * person.speed_cv * z[2])
        extension_sd = radians(person.extension_sd_deg)
        unplanned = sqrt(person.unplanned_share) * extension_sd * z[3]
        planned = sqrt(1 - person.unplanned_share) * extension_sd * self._plan_change
        extension = pace * goal.extension_rad + planned + unplanned
        flexion = pace * goal.flexion_rad + radians(person.flexion_sd_deg) * z[4]
        flexion = max(flexion, 0.3 * goal.flexion_rad)
        range_rad = extension + (flexion_rad + flexion) / 2
        stretch = sin(range_rad / 2) / sin(pace * goal.range_rad / 2)
        on_ground = pace * (1 + _RANGE_ON_GROUND * (stretch - 1))
        length_m = goal.length_m * on_ground * (1 + person.length_residual * z[5])
        backward_s = period_s * (goal.backward_share + 0.2 * person.speed_cv * z[6])
        return PlannedStride(
            goal,
            label,
            start_s,
            flexion_rad,
            start_s + shape_of(person, goal).contact_share * backward_s,
            start_s + backward_s,
            extension,
            unplanned,
            start_s + period_s,
            flexion,
            length_m,
        )
