"""What a timeline draws of an outcome, as arrays; and where a time lies on a widget."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from coach.care.limits import Limit
from coach.gait.events import Posture, PostureChange, Stride
from coach.records.marks import LimitChange
from coach.replay.what_if import Outcome
from sensors.samples import FlagArray, FloatArray

NOT_JUDGED, WITHIN, OVER = 0, 1, 2
"""How a stride stands to its limit; not judged: not scored, or no limit."""


class TimeScale(NamedTuple):
    """Times on a widget: `first_s` at `left_px`, `last_s` at `right_px`."""

    first_s: float
    last_s: float
    left_px: float
    right_px: float

    @property
    def px_per_s(self) -> float:
        """Pixels in a second."""
        return (self.right_px - self.left_px) / max(1e-9, self.last_s - self.first_s)

    def x(self, t_s: float) -> float:
        """Where a time lies."""
        return self.left_px + (t_s - self.first_s) * self.px_per_s

    def t_s(self, x_px: float) -> float:
        """Which time lies there."""
        return self.first_s + (x_px - self.left_px) / self.px_per_s


class LimitStep(NamedTuple):
    """A limit, from when to when; None is none."""

    from_s: float
    to_s: float
    limit: Limit | None

    @property
    def limit_deg(self) -> float | None:
        """The limit in degrees, where there is one."""
        return None if self.limit is None else self.limit.extension_deg


class PostureSpan(NamedTuple):
    """A posture, from when to when."""

    from_s: float
    to_s: float
    posture: Posture


def _empty() -> FloatArray:
    return np.empty(0)


@dataclass(frozen=True, slots=True)
class Lane:
    """One outcome as it is drawn.

    Attributes
    ----------
    starts_s, peaks_s, extension_deg, flexion_deg : (n,) arrays
        Of the strides, in order.
    judged : (n,) array
        `NOT_JUDGED`, `WITHIN` or `OVER`.
    cues_s : (m,) array
        When a stride was called over the limit.
    """

    starts_s: FloatArray = field(default_factory=_empty)
    peaks_s: FloatArray = field(default_factory=_empty)
    extension_deg: FloatArray = field(default_factory=_empty)
    flexion_deg: FloatArray = field(default_factory=_empty)
    judged: FlagArray = field(default_factory=lambda: np.empty(0, np.uint8))
    cues_s: FloatArray = field(default_factory=_empty)
    limits: tuple[LimitStep, ...] = ()
    postures: tuple[PostureSpan, ...] = ()


def lane_of(outcome: Outcome, limits: tuple[LimitStep, ...], end_s: float) -> Lane:
    """What is drawn of an outcome whose strides are counted against these limits."""
    strides = outcome.strides
    return Lane(
        starts_s=np.array([stride.start_s for stride in strides]),
        peaks_s=np.array([stride.peak_thigh_extension_s for stride in strides]),
        extension_deg=np.array([stride.peak_thigh_extension_deg for stride in strides]),
        flexion_deg=np.array([stride.peak_thigh_flexion_deg for stride in strides]),
        judged=_judged(strides, limits),
        cues_s=np.array([cue.t_s for cue in outcome.cues]),
        limits=limits,
        postures=_spans(outcome.postures, end_s),
    )


def steps(changes: tuple[LimitChange, ...], start_s: float, end_s: float) -> tuple[LimitStep, ...]:
    """The limits of a walk, each from when to when."""
    times_s = [max(start_s, change.t_s) for change in changes] + [end_s]
    return tuple(
        LimitStep(from_s, to_s, change.limit)
        for change, from_s, to_s in zip(changes, times_s[:-1], times_s[1:], strict=True)
    )


def one_step(limit: Limit | None, start_s: float, end_s: float) -> tuple[LimitStep, ...]:
    """A limit that holds for the whole walk."""
    return () if limit is None else (LimitStep(start_s, end_s, limit),)


def limit_at(limits: tuple[LimitStep, ...], t_s: float) -> Limit | None:
    """The limit in force at a moment."""
    return next((each.limit for each in limits if each.from_s <= t_s <= each.to_s), None)


def _judged(strides: tuple[Stride, ...], limits: tuple[LimitStep, ...]) -> FlagArray:
    peaks_s = np.array([stride.peak_thigh_extension_s for stride in strides])
    is_scored = np.array([stride.is_scored for stride in strides], bool)
    judged = np.full(len(strides), NOT_JUDGED, np.uint8)
    for step in limits:
        if step.limit is not None:
            within = (peaks_s >= step.from_s) & (peaks_s <= step.to_s) & is_scored
            for i in np.flatnonzero(within).tolist():
                judged[i] = OVER if step.limit.is_passed_by(strides[i]) else WITHIN
    return judged


def _spans(changes: tuple[PostureChange, ...], end_s: float) -> tuple[PostureSpan, ...]:
    times_s = [change.t_s for change in changes] + [end_s]
    return tuple(
        PostureSpan(from_s, to_s, change.posture)
        for change, from_s, to_s in zip(changes, times_s[:-1], times_s[1:], strict=True)
    )
