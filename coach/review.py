"""What happened to a person since a day: unsafe responses first, then all the rest; pure."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from statistics import median

from coach.care.limits import Grade, Limit, LimitSource
from coach.care.pain import Colour, Judged, judge_all, worst_of
from coach.care.pain_record import Activity, Trigger
from coach.care.threshold_result import grade_on
from coach.care.warning_signs import Check, Level, WarningSign, most_urgent
from coach.gathered import Gathered
from coach.records.entries import IndexedWalk, LimitEntry, Person, WalkNote
from coach.trends import PainStory, comfortable_share, pain_story, worst_by_day
from sensors.samples import Side

SILENT_DAYS = 3
"""Nothing told for so many days after a red is silence, and silence is no good news."""


class UnsafeKind(StrEnum):
    """What a physiotherapist looks at first."""

    WARNING_SIGN = "warning_sign"
    RED = "red"
    SILENCE_AFTER_RED = "silence_after_red"


@dataclass(frozen=True, slots=True)
class Unsafe:
    """One unsafe response.

    Attributes
    ----------
    judged : Judged or None
        The record that was red.
    signs : tuple of WarningSign
        What was told, most urgent first; of a check or with a red record.
    level : Level or None
        How soon somebody had to look.
    is_seen : bool
        Whether a doctor has looked at all of it since.
    silent_days : int
        How long nothing was told after a red.
    is_over : bool
        Whether somebody told something again after the silence.
    """

    kind: UnsafeKind
    at: datetime
    judged: Judged | None = None
    signs: tuple[WarningSign, ...] = ()
    level: Level | None = None
    is_seen: bool = False
    silent_days: int = 0
    is_over: bool = False


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

    @property
    def is_from_test(self) -> bool:
        """Whether a long-stride test gave it."""
        limit = self.entry.limit
        return limit is not None and limit.source is LimitSource.LONG_STRIDE_TEST


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
        unsafe=_unsafe(found, judged, since, until),
        adherence=_adherence(found, since, until),
        pain=_pain(found, judged, since, until),
        minutes=sum(note.minutes for note in notes),
        comfortable_share=comfortable_share(notes),
        silent_share=_silent_share(notes),
        walks=_walks(found, notes, judged, is_in),
        limits=_limits(found, since, until),
    )


def _unsafe(
    found: Gathered, judged: tuple[Judged, ...], since: datetime, until: datetime
) -> tuple[Unsafe, ...]:
    """Warning signs, reds and silences, newest first; of one moment the signs come first."""
    reds = [item for item in judged if item.colour is Colour.RED]
    unsafe = [
        Unsafe(
            UnsafeKind.WARNING_SIGN,
            check.asked_at,
            signs=_by_urgency(check.present),
            level=most_urgent(check.present),
            is_seen=check.present <= _seen(found.checks, check.asked_at),
        )
        for check in found.checks
        if check.present and since <= check.asked_at <= until
    ]
    unsafe += [
        Unsafe(
            UnsafeKind.RED,
            item.record.ended_at,
            judged=item,
            signs=_by_urgency(item.record.signs),
            level=most_urgent(item.record.signs),
        )
        for item in reds
    ]
    unsafe += _silences(found, reds, until)
    return tuple(sorted(unsafe, key=lambda each: (each.at, _ORDER[each.kind]), reverse=True))


_ORDER = {UnsafeKind.WARNING_SIGN: 2, UnsafeKind.RED: 1, UnsafeKind.SILENCE_AFTER_RED: 0}


def _silences(found: Gathered, reds: list[Judged], until: datetime) -> list[Unsafe]:
    """Each stretch of silence after a red, once, however many reds came before it."""
    silences: dict[datetime, Unsafe] = {}
    for item in reds:
        known_at = item.red_known_at or item.record.ended_at
        # What was told together with the red, within an hour, is part of telling it.
        later = [at for at in found.told_at if known_at + timedelta(hours=1) < at <= until]
        next_at = later[0] if later else until
        days = (next_at - known_at).days
        if days >= SILENT_DAYS:
            silences[next_at] = Unsafe(
                UnsafeKind.SILENCE_AFTER_RED,
                known_at,
                judged=item,
                silent_days=days,
                is_over=bool(later),
            )
    return list(silences.values())


def _by_urgency(signs: Iterable[WarningSign]) -> tuple[WarningSign, ...]:
    told = frozenset(signs)
    return tuple(sign for sign in WarningSign if sign in told)


def _seen(checks: Iterable[Check], since: datetime) -> frozenset[WarningSign]:
    """The signs a doctor looked at, by any check from then on."""
    later = [check.seen_by_doctor for check in checks if check.asked_at >= since]
    return frozenset().union(*later)


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
    days = sorted(worst_by_day(found.told).items())
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
        story=pain_story([(day, w) for day, w in days if since.date() <= day <= until.date()]),
    )


def _walks(
    found: Gathered,
    notes: tuple[WalkNote, ...],
    judged: tuple[Judged, ...],
    is_in: Callable[[datetime], bool],
) -> tuple[WalkLine, ...]:
    """Every walk, newest first: those that were noted, and files nobody noted anything of."""
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
        if ended_at is not None and is_in(ended_at):
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
