"""What a person sees of their weeks: pain, minutes, comfortable strides, exercises; pure.

A change is told only where it is more than ratings wander by themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from coach.care.pain_record import MorningAnswer, PainRecord
from coach.records.entries import ExerciseEntry, PainEntry, Person, WalkNote
from coach.records.library import Library
from coach.today import pain_records

SHORT_WEEKS, LONG_WEEKS = 4, 12
"""The spans to choose from; the longer one is shown week by week."""

REAL_CHANGE_POINTS = 1.0
REAL_CHANGE_SHARE = 0.15
"""Least change of 0-10 pain that people themselves call better or worse, in points and as a share
of where it began (Salaffi 2004, doi:10.1016/j.ejpain.2003.09.004: 1 point or 15 %)."""

_FEWEST_DAYS = 3
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, or a week of days.

    Attributes
    ----------
    worst : float or None
        Worst pain of the day, 0 to 10; of a week the median of its days. None: nobody told.
    minutes : float
        Walked with the sensor.
    comfortable_share : float or None
        Scored strides within the limit, 0 to 1; None where none was judged by one.
    n_exercises : int
        Exercises done.
    """

    first: date
    n_days: int
    worst: float | None
    minutes: float
    comfortable_share: float | None
    n_exercises: int

    @property
    def last(self) -> date:
        """The last day of it."""
        return self.first + timedelta(days=self.n_days - 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known of it."""
        return self.worst is None and not self.minutes and not self.n_exercises


class PainChange(StrEnum):
    """What may be said of the pain over the span."""

    TOO_LITTLE = "too_little"
    """Too few days, or too close together, to say anything."""
    FELL = "fell"
    ROSE = "rose"
    SAME = "same"
    """Less than what counts as a change."""


@dataclass(frozen=True, slots=True)
class PainStory:
    """The worst pain of days, the first week against the last; numbers are medians."""

    change: PainChange
    before: float | None = None
    now: float | None = None
    n_weeks: int = 0


@dataclass(frozen=True, slots=True)
class Trends:
    """All that the page shows of a span that ends today."""

    n_weeks: int
    stretches: tuple[Stretch, ...]
    pain: PainStory

    @property
    def has_anything(self) -> bool:
        """Whether there is anything to show."""
        return not all(stretch.is_empty for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person told and did, in any order."""

    walks: tuple[WalkNote, ...] = ()
    ratings: tuple[PainRecord, ...] = ()
    mornings: tuple[MorningAnswer, ...] = ()
    diary: tuple[PainEntry, ...] = ()
    exercises: tuple[ExerciseEntry, ...] = ()


NOTHING_TOLD = Told()


def told_by(library: Library, person: Person) -> Told:
    """Everything that trends are made of.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    return Told(
        walks=tuple(noted.entry for noted in library.entries(person, WalkNote)),
        ratings=pain_records(library, person),
        mornings=tuple(noted.entry for noted in library.entries(person, MorningAnswer)),
        diary=tuple(noted.entry for noted in library.entries(person, PainEntry)),
        exercises=tuple(noted.entry for noted in library.entries(person, ExerciseEntry)),
    )


def trends(told: Told, today: date, n_weeks: int = SHORT_WEEKS) -> Trends:
    """The weeks up to and with today: day by day, or from `LONG_WEEKS` on week by week.

    Raises
    ------
    ValueError
        If there is no week.
    """
    if n_weeks < 1:
        raise ValueError(f"{n_weeks} weeks")
    first = today - n_weeks * _WEEK + timedelta(days=1)
    days = _days(told, first, 7 * n_weeks)
    story = pain_story([(day.first, day.worst) for day in days if day.worst is not None])
    if n_weeks >= LONG_WEEKS:
        days = [_together(days[i : i + 7], told) for i in range(0, len(days), 7)]
    return Trends(n_weeks, tuple(days), story)


def pain_story(worst_by_day: Sequence[tuple[date, float]]) -> PainStory:
    """What may be said of these days, oldest first.

    The median of the first seven days is set against that of the last seven, so that one bad day
    makes no trend. Each needs three rated days, and a week between them.
    """
    if not worst_by_day:
        return PainStory(PainChange.TOO_LITTLE)
    first, last = worst_by_day[0][0], worst_by_day[-1][0]
    early = [worst for day, worst in worst_by_day if day < first + _WEEK]
    late = [worst for day, worst in worst_by_day if day > last - _WEEK]
    n_days = (last - first).days + 1
    if n_days < 14 or min(len(early), len(late)) < _FEWEST_DAYS:
        return PainStory(PainChange.TOO_LITTLE)
    before, now = median(early), median(late)
    return PainStory(_change(before, now), before, now, round(n_days / 7))


def is_real_change(before: float, now: float) -> bool:
    """Whether a change of pain is one that people notice."""
    return abs(now - before) >= max(REAL_CHANGE_POINTS, REAL_CHANGE_SHARE * before)


def _change(before: float, now: float) -> PainChange:
    if not is_real_change(before, now):
        return PainChange.SAME
    return PainChange.FELL if now < before else PainChange.ROSE


def worst_by_day(told: Told) -> dict[date, int]:
    """The worst pain told of each day; what a morning told belongs to that morning's day."""
    levels: defaultdict[date, list[int]] = defaultdict(list)
    for rating in told.ratings:
        levels[rating.day] += [rating.before, rating.worst]
    for morning in told.mornings:
        levels[morning.day + timedelta(days=1)].append(morning.level)
    for entry in told.diary:
        levels[entry.at.date()].append(entry.level)
    return {day: max(found) for day, found in levels.items()}


def comfortable_share(walks: Iterable[WalkNote]) -> float | None:
    """Share of all scored strides within the limit; None where none was judged by one."""
    judged = [walk for walk in walks if walk.comfortable_share is not None and walk.n_scored]
    n_scored = sum(walk.n_scored for walk in judged)
    if not n_scored:
        return None
    return sum((walk.comfortable_share or 0.0) * walk.n_scored for walk in judged) / n_scored


def _days(told: Told, first: date, n_days: int) -> list[Stretch]:
    worst = worst_by_day(told)
    walks: defaultdict[date, list[WalkNote]] = defaultdict(list)
    for walk in told.walks:
        walks[walk.ended_at.date()].append(walk)
    exercises: defaultdict[date, int] = defaultdict(int)
    for entry in told.exercises:
        exercises[entry.at.date()] += 1
    days = [first + timedelta(days=n) for n in range(n_days)]
    return [
        Stretch(
            first=day,
            n_days=1,
            worst=worst.get(day),
            minutes=sum(walk.minutes for walk in walks.get(day, ())),
            comfortable_share=comfortable_share(walks.get(day, ())),
            n_exercises=exercises.get(day, 0),
        )
        for day in days
    ]


def _together(days: Sequence[Stretch], told: Told) -> Stretch:
    first, last = days[0].first, days[-1].first
    worst = [day.worst for day in days if day.worst is not None]
    return Stretch(
        first=first,
        n_days=len(days),
        worst=median(worst) if worst else None,
        minutes=sum(day.minutes for day in days),
        comfortable_share=comfortable_share(
            walk for walk in told.walks if first <= walk.ended_at.date() <= last
        ),
        n_exercises=sum(day.n_exercises for day in days),
    )
