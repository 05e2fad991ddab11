"""Why an exercise or a help is closed to a person, or not for now; the law is care.md."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from coach.care.exercise_choice import ExerciseDone, Person
from coach.care.exercises import MASSAGES_IN_7_DAYS, Exercise, Kind, Stage
from coach.care.warning_signs import Condition

_WINDOW_DAYS = 7


class Door(StrEnum):
    """What keeps it closed, the firmest first."""

    OPERATION = "operation"
    """An operation or fracture closes it, or its restrictions are not entered yet."""
    PHYSIO_CLOSED = "physio_closed"
    """The physio closed it, by hand or by findings."""
    CONDITION = "condition"
    """Never with this condition."""
    ASK_PHYSIO = "ask_physio"
    """With this condition only once the physio unlocked it."""
    PHYSIO_UNLOCK = "physio_unlock"
    """For nobody before the physio unlocked it."""
    STAGE = "stage"
    """It belongs to a later stage."""
    WEEK_FULL = "week_full"
    """Used as often as is good in these seven days."""
    AFTER_WALK = "after_walk"
    """Not before a walk or a test."""


class Closed(NamedTuple):
    """What keeps it closed, and the condition where it is one."""

    door: Door
    condition: Condition | None = None


def why_closed(exercise: Exercise, person: Person, stage: Stage | None = None) -> Closed | None:
    """What keeps an exercise closed to a person at a stage; None when nothing does.

    Without a stage that is not looked at. Agrees with `Person.may_do`.
    """
    locks = person.locks
    if not locks.is_open(exercise.id) or any(lock in locks.closed for lock in exercise.locks):
        return Closed(Door.OPERATION)
    if exercise.id in person.closed:
        return Closed(Door.PHYSIO_CLOSED)
    never = _first(exercise.not_with, person)
    if never is not None:
        return Closed(Door.CONDITION, never)
    if exercise.id not in person.unlocked:
        ask = _first(exercise.ask_with, person)
        if ask is not None:
            return Closed(Door.ASK_PHYSIO, ask)
        if exercise.needs_unlock:
            return Closed(Door.PHYSIO_UNLOCK)
    if stage is not None and exercise.stage.number > stage.number:
        return Closed(Door.STAGE)
    return None


def why_not_now(
    exercise: Exercise,
    person: Person,
    done: Iterable[ExerciseDone],
    today: date,
    *,
    walk_is_to_come: bool,
) -> Closed | None:
    """What keeps a help (ball, cold, heat, water, rest) closed today; None when nothing does."""
    closed = why_closed(exercise, person)
    if closed is not None:
        return closed
    if exercise.kind is Kind.MASSAGE and len(_massage_days(exercise, done, today)) >= (
        MASSAGES_IN_7_DAYS
    ):
        return Closed(Door.WEEK_FULL)
    if exercise.is_after_walk_only and walk_is_to_come:
        return Closed(Door.AFTER_WALK)
    return None


def _massage_days(exercise: Exercise, done: Iterable[ExerciseDone], today: date) -> set[date]:
    return {
        each.day
        for each in done
        if each.exercise_id == exercise.id and 0 <= (today - each.day).days < _WINDOW_DAYS
    }


def _first(conditions: Iterable[Condition], person: Person) -> Condition | None:
    return next((each for each in conditions if each in person.conditions), None)
