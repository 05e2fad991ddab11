"""What if the walk had been judged otherwise: other settings, and the difference they make.

Everything is pure: the events of a pass through the samples go in, as the live loop gave them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from math import inf
from operator import attrgetter, itemgetter
from statistics import median
from typing import NamedTuple

from coach.care.delivery import Delivery, Notice, Tone, Words
from coach.care.feedback import Feedback
from coach.care.feedback_state import FeedbackSettings
from coach.care.limits import CueKind, Decision, Limit, StrideJudge
from coach.gait.events import ExtensionPeak, GaitEvent, PostureChange, Prediction, Stride, WhyNot
from coach.gait.pipeline import GaitSettings
from coach.records.marks import Gap, LimitChange
from coach.records.store import GapReason
from coach.replay.passing import EventBlock, known_s

SAME_STRIDE_S = 0.3
"""Half the shortest stride that is scored: starts closer than this are one stride."""
PAIN_AFTER_S = 3.0
"""A mark is about a stride of so many seconds before it: it is felt first, then pressed."""

MAY_BE_JUDGED = (
    WhyNot.TURN,
    WhyNot.STAIRS_OR_SLOPE,
    WhyNot.IRREGULAR,
    WhyNot.START,
    WhyNot.SHUFFLE,
    WhyNot.BACKWARD,
)
"""Reasons for silence that somebody who replays may set aside; lost samples are none."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Settings a walk is judged by anew.

    Attributes
    ----------
    neutral_shift_deg : float
        The standing line lies so far in front of where it was taken: extension grows by it.
    judged_too : tuple of WhyNot
        Strides that are not scored for one of these reasons are scored all the same.
    """

    gait: GaitSettings
    limit: Limit | None = None
    neutral_shift_deg: float = 0.0
    judged_too: tuple[WhyNot, ...] = ()
    feedback: FeedbackSettings = field(default_factory=FeedbackSettings)


class Course(NamedTuple):
    """What happened to a walk from outside, which no setting changes: pauses, lost links."""

    limits: tuple[LimitChange, ...] = ()
    gaps: tuple[Gap, ...] = ()


UNDISTURBED = Course()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a walk under some settings, each in the order it was known.

    `looks` are the predictions and peaks the decisions were made from.
    """

    strides: tuple[Stride, ...] = ()
    decisions: tuple[Decision, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    postures: tuple[PostureChange, ...] = ()
    looks: tuple[Prediction | ExtensionPeak, ...] = ()

    cues: tuple[Decision, ...] = field(init=False, repr=False, compare=False)
    """The decisions that a stride is over the limit."""

    def __post_init__(self) -> None:
        cues = tuple(decision for decision in self.decisions if decision.is_over)
        object.__setattr__(self, "cues", cues)


def as_recorded(
    blocks: Iterable[EventBlock],
    strides: tuple[Stride, ...],
    decisions: tuple[Decision, ...],
    course: Course,
) -> Outcome:
    """What came of a walk when it was recorded: strides and decisions as they were kept.

    What was heard and shown is not kept; it is made anew of the decisions by the rules of now.
    """
    events = list(blocks)
    at_first = [change for change in course.limits if change.t_s <= 0.0]
    feedback = Feedback(None, at_first[-1].limit if at_first else None)
    later = course.limits[len(at_first) :]
    deliveries = _delivered(feedback, events, decisions, course, later)
    return Outcome(strides, decisions, deliveries, *_postures_and_looks(events))


def under(what: WhatIf, blocks: Iterable[EventBlock], course: Course = UNDISTURBED) -> Outcome:
    """What would have come of a walk under these settings, by the rules of now."""
    events = [tuple(_changed(event, what) for event in block) for block in blocks]
    judge = StrideJudge(what.limit)
    made = [decision for block in events for decision in judge.decisions(block)]
    decisions = tuple(each for each in made if not _is_paused(course.gaps, each.t_s))
    deliveries = _delivered(Feedback(what.feedback, what.limit), events, decisions, course, ())
    strides = tuple(event for event in chain(*events) if isinstance(event, Stride))
    return Outcome(strides, decisions, deliveries, *_postures_and_looks(events))


def _changed(event: GaitEvent, what: WhatIf) -> GaitEvent:
    shift = what.neutral_shift_deg
    match event:
        case Prediction() | ExtensionPeak() if shift:
            return replace(event, peak_thigh_extension_deg=event.peak_thigh_extension_deg + shift)
        case Stride():
            return _changed_stride(event, what)
    return event


def _changed_stride(stride: Stride, what: WhatIf) -> Stride:
    if what.neutral_shift_deg:
        stride = replace(
            stride,
            peak_thigh_extension_deg=stride.peak_thigh_extension_deg + what.neutral_shift_deg,
            peak_thigh_flexion_deg=stride.peak_thigh_flexion_deg - what.neutral_shift_deg,
        )
    if stride.why_not in what.judged_too and stride.end_s is not None:
        return replace(stride, is_scored=True, why_not=None)
    return stride


def _postures_and_looks(
    blocks: Iterable[EventBlock],
) -> tuple[tuple[PostureChange, ...], tuple[Prediction | ExtensionPeak, ...]]:
    events = list(chain(*blocks))
    postures = tuple(event for event in events if isinstance(event, PostureChange))
    looks = tuple(event for event in events if isinstance(event, Prediction | ExtensionPeak))
    return postures, looks


class _Turn(NamedTuple):
    """Something that happened from outside at a moment: another limit, a pause, a lost link."""

    t_s: float
    limit: LimitChange | None = None
    is_paused: bool | None = None
    is_linked: bool | None = None


def _turns(course: Course, limits: tuple[LimitChange, ...]) -> list[_Turn]:
    turns = [_Turn(change.t_s, limit=change) for change in limits]
    for gap in course.gaps:
        ends_s = inf if gap.end_s is None else gap.end_s
        if gap.reason is GapReason.PAUSE:
            turns += [_Turn(gap.start_s, is_paused=True), _Turn(ends_s, is_paused=False)]
        elif gap.reason in {GapReason.LINK, GapReason.SUSPENDED}:
            turns += [_Turn(gap.start_s, is_linked=False), _Turn(ends_s, is_linked=True)]
    return sorted((turn for turn in turns if turn.t_s < inf), key=itemgetter(0))


def _delivered(
    feedback: Feedback,
    blocks: Sequence[EventBlock],
    decisions: tuple[Decision, ...],
    course: Course,
    limits: tuple[LimitChange, ...],
) -> tuple[Delivery, ...]:
    """What these events and decisions bring to ear and eye."""
    events = sorted(chain(*blocks), key=known_s)
    event_times_s = [known_s(event) for event in events]
    judged = sorted(decisions, key=attrgetter("t_s"))
    judged_s = [decision.t_s for decision in judged]
    made: list[Delivery] = []
    n_events = n_judged = 0
    for turn in [*_turns(course, limits), _Turn(inf)]:
        to_event = bisect_right(event_times_s, turn.t_s)
        to_judged = bisect_right(judged_s, turn.t_s)
        made += feedback.push(tuple(events[n_events:to_event]), tuple(judged[n_judged:to_judged]))
        n_events, n_judged = to_event, to_judged
        if turn.limit is not None:
            made += feedback.set_limit(turn.limit.limit)
        if turn.is_paused is not None:
            made += feedback.set_paused(turn.is_paused)
        if turn.is_linked is not None:
            made += feedback.set_linked(turn.is_linked)
    return tuple(made)


def _is_paused(gaps: tuple[Gap, ...], t_s: float) -> bool:
    return any(
        gap.reason is GapReason.PAUSE
        and gap.start_s < t_s <= (inf if gap.end_s is None else gap.end_s)
        for gap in gaps
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """What an outcome comes to in numbers; None where nothing was measured."""

    n_strides: int
    n_scored: int
    n_over: int
    n_cues: int
    n_foreseen: int
    n_tones: int
    n_sentences: int
    n_painful: int
    n_painful_cued: int
    median_extension_deg: float | None
    median_stride_length_m: float | None
    is_lesson: bool = False
    """Whether so many strides were over the limit that words on the trend took the tones' place."""


def figures(outcome: Outcome, pain_s: Sequence[float], limits: tuple[LimitChange, ...]) -> Figures:
    """The numbers of an outcome; each stride counts against the limit of its time."""
    scored = [stride for stride in outcome.strides if stride.is_scored]
    lengths_m = [s.stride_length_m for s in scored if s.stride_length_m is not None]
    codes = [delivery.code for delivery in outcome.deliveries]
    painful = painful_strides(outcome.strides, pain_s)
    cued_s = _cued_s(outcome)
    return Figures(
        n_strides=len(outcome.strides),
        n_scored=len(scored),
        n_over=sum(_is_over(stride, limits) for stride in scored),
        n_cues=len(outcome.cues),
        n_foreseen=sum(cue.kind is CueKind.PREDICTED for cue in outcome.cues),
        n_tones=codes.count(Tone.SHORTER),
        n_sentences=sum(isinstance(code, Words) for code in codes),
        n_painful=len(painful),
        n_painful_cued=sum(_is_near(cued_s, stride.start_s) for stride in painful),
        median_extension_deg=_median([s.peak_thigh_extension_deg for s in scored]),
        median_stride_length_m=_median(lengths_m),
        is_lesson=Notice.LESSON_MODE in codes,
    )


def _is_over(stride: Stride, limits: tuple[LimitChange, ...]) -> bool:
    i = bisect_right(limits, stride.peak_thigh_extension_s, key=attrgetter("t_s")) - 1
    limit = limits[i].limit if i >= 0 else None
    return limit is not None and limit.is_passed_by(stride)


def painful_strides(strides: Sequence[Stride], pain_s: Sequence[float]) -> tuple[Stride, ...]:
    """For each pain mark the longest reaching stride of the seconds before it, each once."""
    peaks_s = [stride.peak_thigh_extension_s for stride in strides]
    found: dict[float, Stride] = {}
    for mark_s in pain_s:
        before = strides[
            bisect_left(peaks_s, mark_s - PAIN_AFTER_S) : bisect_right(peaks_s, mark_s)
        ]
        if before:
            worst = max(before, key=attrgetter("peak_thigh_extension_deg", "start_s"))
            found[worst.start_s] = worst
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Difference:
    """What other settings change, cue by cue; times are of the cues.

    `missed` and `caught` are the painful strides that lose or get a cue.
    """

    lost_s: tuple[float, ...]
    new_s: tuple[float, ...]
    missed: tuple[Stride, ...]
    caught: tuple[Stride, ...]

    @property
    def n_more_cues(self) -> int:
        """How many cues there are more; negative where there are fewer."""
        return len(self.new_s) - len(self.lost_s)


def difference(before: Outcome, after: Outcome, pain_s: Sequence[float]) -> Difference:
    """What changes from one outcome to another, the painful strides taken from the first."""
    cued_before, cued_after = _cued_s(before), _cued_s(after)
    painful = painful_strides(before.strides or after.strides, pain_s)
    is_cued = [
        (stride, _is_near(cued_before, stride.start_s), _is_near(cued_after, stride.start_s))
        for stride in painful
    ]
    return Difference(
        lost_s=_only_in(before, cued_after),
        new_s=_only_in(after, cued_before),
        missed=tuple(stride for stride, then, now in is_cued if then and not now),
        caught=tuple(stride for stride, then, now in is_cued if now and not then),
    )


def _cued_s(outcome: Outcome) -> list[float]:
    """When the strides with a cue began."""
    return sorted(cue.stride_start_s for cue in outcome.cues)


def _only_in(outcome: Outcome, others_s: list[float]) -> tuple[float, ...]:
    return tuple(cue.t_s for cue in outcome.cues if not _is_near(others_s, cue.stride_start_s))


def _is_near(sorted_s: list[float], t_s: float) -> bool:
    """Whether a stride that began at `t_s` is among those."""
    i = bisect_left(sorted_s, t_s - SAME_STRIDE_S)
    return i < len(sorted_s) and sorted_s[i] < t_s + SAME_STRIDE_S


def _median(values: list[float]) -> float | None:
    return median(values) if values else None
