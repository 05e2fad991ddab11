"""A piece of the scenario drawn: its time, its motion, its strides."""

from typing import NamedTuple

from sensors.samples import FloatArray
from sensors.simulation.curves import Knots
from sensors.simulation.scenario import Activity, GaitActivity
from sensors.simulation.truth import TrueStride


class Stretch(NamedTuple):
    """An activity in its place in time."""

    activity: Activity
    start_s: float
    end_s: float


class GaitStretch(NamedTuple):
    """A gait activity in its place in time."""

    activity: GaitActivity
    start_s: float
    end_s: float


class Segment(NamedTuple):
    """Motion from a posture held still to the next.

    Attributes
    ----------
    knots : Knots
        All channels (`kinematics.Channel`), from the segment's start to its end.
    contact_s : (m,) array
        When a foot of the worn leg met the ground.
    strides : tuple of TrueStride
    """

    knots: Knots
    contact_s: FloatArray
    strides: tuple[TrueStride, ...]
