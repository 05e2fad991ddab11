"""A hand-made span of two weeks, for tests of reviews and reports."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from coach.care.exercises import Stage
from coach.care.pain_record import MorningAnswer, PainRecord
from coach.care.reasons import Rule, because
from coach.care.walking_dose import WalkDose
from coach.follow_up.gathered import Gathered
from coach.follow_up.trends import Told
from coach.records.entries import ExerciseEntry, Person, PlanTaken, WalkNote
from sensors.samples import Side

LEG = Side.RIGHT
AINO = Person(1, "Aino", "P-1")
VISIT = datetime(2026, 3, 2, 9, tzinfo=UTC)
NOW = VISIT + timedelta(days=13, hours=3)


def at(n_days: int, hour: int = 10) -> datetime:
    """A moment so many days after the visit."""
    return (VISIT + timedelta(days=n_days)).replace(hour=hour)


def day(n_days: int) -> date:
    return at(n_days).date()


def rating(n_days: int, before: int = 1, worst: int = 2, **more: Any) -> PainRecord:
    return PainRecord(at(n_days), LEG, before, worst, **more)


def morning(n_days: int, level: int = 1, **more: Any) -> MorningAnswer:
    """The morning after a day."""
    return MorningAnswer(day(n_days), LEG, level, at(n_days + 1, 8), **more)


def walk(n_days: int, minutes: float = 10.0, **more: Any) -> WalkNote:
    return WalkNote(ended_at=at(n_days), side=LEG, minutes=minutes, **more)


def plan(n_days: int, *exercises: str, minutes: float | None = 10.0) -> PlanTaken:
    reason = because(Rule.REPEAT)
    return PlanTaken(
        day=day(n_days),
        walk=reason,
        stage=reason,
        stage_now=Stage.CALM,
        dose=None if minutes is None else WalkDose(minutes),
        exercises=tuple((name, reason) for name in exercises),
    )


def exercise(n_days: int, name: str) -> ExerciseEntry:
    return ExerciseEntry(at=at(n_days, 17), exercise=name, side=LEG)


def found(told: Told | None = None, **more: Any) -> Gathered:
    """Gathered of Aino, told of each day she rated something."""
    told = told or Told()
    told_at = tuple(
        sorted([*(r.ended_at for r in told.ratings), *(m.answered_at for m in told.mornings)])
    )
    return replace(Gathered(AINO, told=told, told_at=told_at), **more)
