"""All of a person that a review, a report or a comparison looks at, read from the library."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from coach.care.limits import LimitSource
from coach.care.long_stride_state import TestState
from coach.care.pain_record import MorningAnswer, PainRecord
from coach.care.warning_signs import Check
from coach.follow_up.trends import NOTHING_TOLD, Told
from coach.records.entries import (
    AboutPerson,
    ExerciseEntry,
    IndexedWalk,
    LimitEntry,
    PainEntry,
    Person,
    PlanTaken,
    WalkNote,
)
from coach.records.journal import KINDS, PATIENT, PROGRAM, Noted
from coach.records.library import Library
from sensors.samples import Side

DEFAULT_DAYS = 28
"""How far back a first review looks."""

_NOT_A_PHYSIO = frozenset({PATIENT, PROGRAM, "own walks", ""})
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the library holds of a person that a review looks at."""

    person: Person
    checks: tuple[Check, ...] = ()
    told: Told = NOTHING_TOLD
    plans: tuple[PlanTaken, ...] = ()
    limits: tuple[tuple[Side, LimitEntry], ...] = ()
    indexed: tuple[IndexedWalk, ...] = ()
    told_at: tuple[datetime, ...] = ()
    """When the person told or did anything."""
    visits: tuple[tuple[datetime, str], ...] = ()
    """Every entry of a physiotherapist, and whose, oldest first."""
    tests: tuple[Noted[TestState], ...] = ()
    """Long-stride tests, in the order they ended."""
    country: str = ""
    """Two letters, for the numbers of help; empty where nobody told."""
    trail_mark: str = ""
    """The newest mark of the trail of limits; a report that shows it holds the trail to it."""


def gathered(library: Library, person: Person) -> Gathered:
    """Read all that a review looks at.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    noted: list[Noted[object]] = []
    for kind in KINDS.values():
        noted += library.entries(person, kind)
    limits = [(side, entry) for side in Side for entry in library.limits(person, side)]
    visits = [(each.at, each.by) for each in noted if each.by not in _NOT_A_PHYSIO]
    visits += [(entry.set_at, entry.set_by) for _, entry in limits if _is_physios(entry)]
    return Gathered(
        person=person,
        checks=_of(noted, Check),
        told=Told(
            walks=_of(noted, WalkNote),
            ratings=_of(noted, PainRecord),
            mornings=_of(noted, MorningAnswer),
            diary=_of(noted, PainEntry),
            exercises=_of(noted, ExerciseEntry),
        ),
        plans=_of(noted, PlanTaken),
        limits=tuple(limits),
        indexed=tuple(walk for walk in library.walks() if walk.person_id == person.id),
        told_at=tuple(sorted(each.at for each in noted if each.by == PATIENT)),
        visits=tuple(sorted(visits)),
        tests=library.entries(person, TestState),
        trail_mark=library.check_trail(person, {}).mark,
        country=next((about.country for about in reversed(_of(noted, AboutPerson))), ""),
    )


def last_visit(found: Gathered, before: datetime) -> tuple[datetime, str] | None:
    """When a physiotherapist last entered something on an earlier day, and who; None for never."""
    earlier = [visit for visit in found.visits if visit[0].date() < before.date()]
    return earlier[-1] if earlier else None


def start_of_review(found: Gathered, now: datetime) -> datetime:
    """From when on to look: the last visit, or four weeks ago where there was none."""
    visit = last_visit(found, now)
    return visit[0] if visit else now - timedelta(days=DEFAULT_DAYS)


def _of(noted: Iterable[Noted[object]], kind: type[_Kind]) -> tuple[_Kind, ...]:
    return tuple(each.entry for each in noted if isinstance(each.entry, kind))


def _is_physios(entry: LimitEntry) -> bool:
    limit = entry.limit
    is_own = limit is not None and limit.source is LimitSource.OWN_PROVISIONAL
    return not is_own and entry.set_by not in _NOT_A_PHYSIO
