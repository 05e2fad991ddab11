"""What happened to a person since a day: unsafe responses first, then all the rest; pure."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TypeVar

from coach.care.limits import Grade, Limit
from coach.care.long_stride_result import LongStrideResult, result_of
from coach.care.pain import Colour, Judged, judge_all, worst_of
from coach.care.pain_record import Activity, Trigger
from coach.care.threshold_result import grade_on
from coach.follow_up.gathered import Gathered
from coach.follow_up.trends import PainStory, comfortable_share, pain_story, worst_by_day
from coach.follow_up.unsafe import Unsafe, unsafe_responses
from coach.records.entries import IndexedWalk, LimitEntry, Person, WalkNote
from coach.records.walk_names import is_of_test
from sensors.samples import Side

_STORY = timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Adherence:
    """What was done of what was planned.

    `n_days` are the days of the span, `n_days_opened` those on which a plan was taken up. Walks
    and exercises beyond the plan are counted apart.
    """

    n_days: int
    n_days_opened: int
    n_walks_planned: int
    n_walks_done: int
    n_walks_extra: int
    n_exercises_planned: int
    n_exercises_done: int
    n_exercises_extra: int


@dataclass(frozen=True, slots=True)
class Ratings:
    """Some 0-10 ratings: how many, the middle one, the least and the worst; None for none."""

    n: int
    middle: float | None = None
    least: int | None = None
    worst: int | None = None

    @classmethod
    def of(cls, levels: Iterable[int]) -> "Ratings":
        """Sum levels up."""
        found = sorted(levels)
        if not found:
            return cls(0)
        return cls(len(found), median(found), found[0], found[-1])


@dataclass(frozen=True, slots=True)
class PainSummary:
    """The pain around walks, and the mornings after walks and exercises.

    `n_settled`, `n_not_settled`, `n_settling_unknown`: whether it was back within two hours.
    """

    before: Ratings
    worst: Ratings
    morning: Ratings
    n_mornings_missing: int
    n_slept_worse: int
    n_settled: int
    n_not_settled: int
    n_settling_unknown: int
    n_marked_days: int
    """Walks with painkiller, cold or heat in the hours before."""
    colours: dict[Colour, int]
    triggers: tuple[tuple[Trigger, int], ...]
    story: PainStory
    """Over the span, or over the last four weeks where those are longer."""


@dataclass(frozen=True, slots=True)
class WalkLine:
    """A walk of the list: what was noted of it, its file, its colour; each None if unknown."""

    ended_at: datetime
    side: Side | None
    minutes: float
    note: WalkNote | None = None
    judged: Judged | None = None
    indexed: IndexedWalk | None = None

    @property
    def path(self) -> Path | None:
        """Its file."""
        return None if self.indexed is None else self.indexed.path


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A limit of one leg, since when, and its grade today."""

    side: Side
    entry: LimitEntry
    grade_today: Grade | None
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class TestLine:
    """A long-stride test: when it ended, of which leg, by whom, and what it came to."""

    __test__ = False  # not a test of pytest's

    at: datetime
    side: Side | None
    by: str
    result: LongStrideResult


@dataclass(frozen=True, slots=True)
class Review:
    """One page about a person, from `since` up to `until`."""

    person: Person
    since: datetime
    until: datetime
    unsafe: tuple[Unsafe, ...]
    adherence: Adherence
    pain: PainSummary
    minutes: float
    comfortable_share: float | None
    silent_share: float | None
    """Within the limit while no feedback was given."""
    walks: tuple[WalkLine, ...]
    limits: tuple[LimitLine, ...]
    worst_days: tuple[tuple[date, int], ...] = ()
    """The worst pain told of each day, oldest first."""
    minutes_days: tuple[tuple[date, float], ...] = ()
    country: str = ""
    tests: tuple[TestLine, ...] = ()
    trail_mark: str = ""


def review(found: Gathered, since: datetime, until: datetime) -> Review:
    """Everything that happened in a span.

    Raises
    ------
    ValueError
        If it ends before it begins, or a time has no zone.
    """
    if since.tzinfo is None or until.tzinfo is None:
        raise ValueError("the times of a review need their zone")
    if until <= since:
        raise ValueError("a review ends after it begins")

    def is_in(at: datetime) -> bool:
        return since <= at <= until

    all_judged = judge_all(found.told.ratings, found.told.mornings)
    judged = tuple(item for item in all_judged if is_in(item.record.ended_at))
    notes = tuple(note for note in found.told.walks if is_in(note.ended_at))
    return Review(
        person=found.person,
        since=since,
        until=until,
        unsafe=unsafe_responses(found, judged, since, until),
        adherence=_adherence(found, since, until),
        pain=_pain(found, judged, since, until),
        minutes=sum(note.minutes for note in notes),
        comfortable_share=comfortable_share(notes),
        silent_share=_silent_share(notes),
        walks=_walks(found, notes, judged, is_in),
        limits=_limits(found, since, until),
        worst_days=_days_in(worst_by_day(found.told), since, until),
        minutes_days=_days_in(_minutes(notes), since, until),
        country=found.country,
        tests=tuple(
            TestLine(noted.at, noted.side, noted.by, result_of(noted.entry))
            for noted in reversed(found.tests)
            if is_in(noted.at)
        ),
        trail_mark=found.trail_mark,
    )


_Value = TypeVar("_Value", int, float)


def _days_in(
    by_day: dict[date, _Value], since: datetime, until: datetime
) -> tuple[tuple[date, _Value], ...]:
    first, last = since.date(), until.date()
    return tuple(sorted((day, value) for day, value in by_day.items() if first <= day <= last))


def _minutes(notes: Iterable[WalkNote]) -> dict[date, float]:
    by_day: dict[date, float] = {}
    for note in notes:
        day = note.ended_at.date()
        by_day[day] = by_day.get(day, 0.0) + note.minutes
    return by_day


def _adherence(found: Gathered, since: datetime, until: datetime) -> Adherence:
    first, last = since.date(), until.date()
    plans = {plan.day: plan for plan in found.plans if first <= plan.day <= last}
    walked = Counter(
        note.ended_at.date() for note in found.told.walks if since <= note.ended_at <= until
    )
    to_walk = {day for day, plan in plans.items() if plan.dose is not None}
    planned = {(day, name) for day, plan in plans.items() for name, _ in plan.exercises}
    done = {
        (entry.at.date(), entry.exercise)
        for entry in found.told.exercises
        if since <= entry.at <= until
    }
    n_on_plan = sum(1 for day in walked if day in to_walk)
    return Adherence(
        n_days=(last - first).days + 1,
        n_days_opened=len(plans),
        n_walks_planned=len(to_walk),
        n_walks_done=n_on_plan,
        n_walks_extra=sum(walked.values()) - n_on_plan,
        n_exercises_planned=len(planned),
        n_exercises_done=len(planned & done),
        n_exercises_extra=len(done - planned),
    )


def _pain(
    found: Gathered, judged: tuple[Judged, ...], since: datetime, until: datetime
) -> PainSummary:
    walks = [item.record for item in judged if item.record.activity is Activity.WALK]
    rated = {(item.day, item.record.side) for item in judged}
    mornings = {
        (answer.day, answer.side): answer
        for answer in found.told.mornings
        if (answer.day, answer.side) in rated
    }
    settled = Counter(record.has_settled_in_2_h for record in walks)
    triggers = Counter(trigger for record in walks for trigger in record.triggers)
    triggers.update(
        Trigger(name)
        for entry in found.told.diary
        if since <= entry.at <= until
        for name in entry.triggers
        if name in tuple(Trigger)
    )
    days = _days_in(worst_by_day(found.told), min(since, until - _STORY), until)
    return PainSummary(
        before=Ratings.of(record.before for record in walks),
        worst=Ratings.of(record.worst for record in walks),
        morning=Ratings.of(answer.level for answer in mornings.values()),
        n_mornings_missing=sum(1 for key in rated if key not in mornings and key[0] < until.date()),
        n_slept_worse=sum(answer.has_slept_worse for answer in mornings.values()),
        n_settled=settled[True],
        n_not_settled=settled[False],
        n_settling_unknown=settled[None],
        n_marked_days=sum(record.is_marked for record in walks),
        colours=dict(Counter(item.colour for item in judged)),
        triggers=tuple(triggers.most_common()),
        story=pain_story(days),
    )


def _walks(
    found: Gathered,
    notes: tuple[WalkNote, ...],
    judged: tuple[Judged, ...],
    is_in: Callable[[datetime], bool],
) -> tuple[WalkLine, ...]:
    """Every walk, newest first: those that were noted, and files nobody noted anything of.

    The bouts of a long-stride test are no walk; they stand with their test.
    """
    by_name = {walk.path.name: walk for walk in found.indexed}
    lines = [
        WalkLine(
            ended_at=note.ended_at,
            side=note.side,
            minutes=note.minutes,
            note=note,
            judged=_judged_of(note, judged),
            indexed=by_name.pop(note.walk, None),
        )
        for note in notes
    ]
    for name in {note.walk for note in found.told.walks}:
        by_name.pop(name, None)
    for walk in by_name.values():
        ended_at = _ended_at(walk)
        if ended_at is not None and is_in(ended_at) and not is_of_test(walk.path):
            minutes = walk.entry.duration_s / 60
            lines.append(WalkLine(ended_at, walk.entry.side, minutes, indexed=walk))
    return tuple(sorted(lines, key=lambda line: line.ended_at, reverse=True))


def _judged_of(note: WalkNote, judged: tuple[Judged, ...]) -> Judged | None:
    of_walk = [
        item
        for item in judged
        if item.record.activity is Activity.WALK and item.record.ended_at == note.ended_at
    ]
    return worst_of(of_walk) if of_walk else None


def _ended_at(walk: IndexedWalk) -> datetime | None:
    try:
        started_at = datetime.fromisoformat(walk.entry.started_at)
    except ValueError:
        return None
    if started_at.tzinfo is None:
        return None
    return started_at + timedelta(seconds=walk.entry.duration_s)


def _silent_share(notes: tuple[WalkNote, ...]) -> float | None:
    shares = [note.silent_check_share for note in notes if note.silent_check_share is not None]
    return sum(shares) / len(shares) if shares else None


def _limits(found: Gathered, since: datetime, until: datetime) -> tuple[LimitLine, ...]:
    """The limit each leg began the span with, and every one since, newest first."""
    lines: list[LimitLine] = []
    for side in Side:
        entries = [entry for leg, entry in found.limits if leg is side and entry.set_at <= until]
        before = [entry for entry in entries if entry.set_at < since]
        shown = before[-1:] + [entry for entry in entries if entry.set_at >= since]
        lines += [
            LimitLine(side, entry, _grade(entry.limit, until.date()), entry is entries[-1])
            for entry in reversed(shown)
        ]
    return tuple(lines)


def _grade(limit: Limit | None, day: date) -> Grade | None:
    return None if limit is None else grade_on(limit, day)
