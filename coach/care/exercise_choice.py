"""Which exercises come today: few, short, none that hurt last time, strength every second day.

The law is care.md, "Plan" and "Exercises".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coach.care.exercises import (
    MASSAGES_IN_7_DAYS,
    OWN_LETTER,
    STRENGTH_EVERY_DAYS,
    Exercise,
    Kind,
    Library,
    Stage,
)
from coach.care.pain_record import refuse_bad_rating
from coach.care.reasons import Reason, Rule, because
from coach.care.warning_signs import Condition, Locks

MOST_EXERCISES = 5
MOST_MINUTES = 20
PAINFUL_FOR_DAYS = 14
"""So long a painful exercise stays replaced; then it may be tried again."""

_PAINFUL_RISE = 2
_MASSAGE_WINDOW_DAYS = 7
_STRENGTH_DAY: tuple[Kind, ...] = (Kind.MOBILITY, Kind.ACTIVATION, *(Kind.STRENGTH,) * 3)
_OTHER_DAY: tuple[Kind, ...] = (
    Kind.MOBILITY,
    Kind.MOBILITY,
    Kind.ACTIVATION,
    Kind.BALANCE,
    Kind.MASSAGE,
)
_CALM_DAY: tuple[Kind, ...] = (Kind.ACTIVATION, Kind.MOBILITY, Kind.ACTIVATION, Kind.MOBILITY)


class Way(StrEnum):
    """How an exercise is done: as it stands, or its easier or harder way in words."""

    AS_IT_STANDS = "as_it_stands"
    EASIER = "easier"
    HARDER = "harder"


@dataclass(frozen=True, slots=True)
class ExerciseDone:
    """One exercise that was done, with the pain around it.

    Raises
    ------
    ValueError
        If a rating is not 0 to 10.
    """

    exercise_id: str
    day: date
    way: Way = Way.AS_IT_STANDS
    pain_before: int = 0
    pain_after: int = 0
    is_ticked_painful: bool = False

    def __post_init__(self) -> None:
        refuse_bad_rating(self.pain_before)
        refuse_bad_rating(self.pain_after)

    @property
    def was_painful(self) -> bool:
        """Whether the person said so, or pain rose by two."""
        return self.is_ticked_painful or self.pain_after - self.pain_before >= _PAINFUL_RISE


@dataclass(frozen=True, slots=True)
class Person:
    """What of the person decides which exercises are open.

    `closed` the physio closed, by hand or by findings; `favoured` come first among equals.
    """

    locks: Locks = field(default_factory=Locks)
    conditions: frozenset[Condition] = frozenset()
    unlocked: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    favoured: frozenset[str] = frozenset()

    def may_do(self, exercise: Exercise) -> bool:
        """Whether an exercise is open to this person today."""
        return exercise.id not in self.closed and exercise.is_open(
            self.locks, self.conditions, self.unlocked
        )


@dataclass(frozen=True, slots=True)
class ExerciseChoice:
    """One exercise of today."""

    exercise_id: str
    way: Way
    reason: Reason


class Chooser:
    """Chooses from the library for one person and one day; the same input, the same choice."""

    def __init__(
        self, library: Library, person: Person, done: Iterable[ExerciseDone], today: date
    ) -> None:
        self._library = library
        self._today = today
        known = (d for d in done if d.day <= today and d.exercise_id in library)
        self._done = sorted(known, key=lambda d: d.day)
        self._open = {
            exercise.id: exercise for exercise in library.values() if person.may_do(exercise)
        }
        self._favoured = person.favoured
        self._order = {exercise_id: number for number, exercise_id in enumerate(library)}

    def exercises(self, stage: Stage, *, is_calm_only: bool) -> tuple[ExerciseChoice, ...]:
        """Up to five exercises of at most twenty minutes together."""
        if is_calm_only:
            stage, kinds = Stage.CALM, _CALM_DAY
        elif self.is_strength_day and self._by_turn(Kind.STRENGTH, stage):
            kinds = _STRENGTH_DAY
        else:
            kinds = _OTHER_DAY
        chosen: dict[str, ExerciseChoice] = {}
        left_s = 60 * MOST_MINUTES
        for kind in kinds:
            choice = self._next(kind, stage, frozenset(chosen), left_s, is_calm_only=is_calm_only)
            if choice is not None and len(chosen) < MOST_EXERCISES:
                chosen[choice.exercise_id] = choice
                left_s -= self._library[choice.exercise_id].duration_s
        return tuple(chosen.values())

    def self_care(self, *, walk_is_to_come: bool) -> tuple[ExerciseChoice, ...]:
        """Self-care on offer: nothing cold or warm before a walk, and breaks always."""
        return tuple(
            ExerciseChoice(exercise.id, Way.AS_IT_STANDS, because(Rule.SELF_CARE))
            for exercise in self._open.values()
            if exercise.kind in (Kind.SELF_CARE, Kind.STILL_BREAK, Kind.WATER)
            and not (exercise.is_after_walk_only and walk_is_to_come)
        )

    @property
    def is_strength_day(self) -> bool:
        """Whether the last strength exercise is two days old."""
        last = self._last_day(Kind.STRENGTH)
        return last is None or (self._today - last).days >= STRENGTH_EVERY_DAYS

    @property
    def is_massage_open(self) -> bool:
        """Whether the ball was used less than twice in these seven days."""
        days = {
            done.day
            for done in self._done
            if self._library[done.exercise_id].kind is Kind.MASSAGE
            and (self._today - done.day).days < _MASSAGE_WINDOW_DAYS
        }
        return len(days) < MASSAGES_IN_7_DAYS

    def _next(
        self,
        kind: Kind,
        stage: Stage,
        taken: frozenset[str],
        left_s: int,
        *,
        is_calm_only: bool,
    ) -> ExerciseChoice | None:
        if kind is Kind.MASSAGE and not self.is_massage_open:
            return None
        for exercise in self._by_turn(kind, stage):
            choice = self._bearable(exercise, is_calm_only=is_calm_only)
            if (
                choice is not None
                and choice.exercise_id not in taken
                and self._library[choice.exercise_id].duration_s <= left_s
            ):
                return choice
        return None

    def _by_turn(self, kind: Kind, stage: Stage) -> list[Exercise]:
        """Exercises of a kind up to a stage: longest ago, then own, favoured, highest."""
        fitting = [
            exercise
            for exercise in self._library.values()
            if exercise.kind is kind
            and exercise.stage.number <= stage.number
            and exercise.id in self._open
        ]
        return sorted(
            fitting,
            key=lambda exercise: (
                self._last_day_of(exercise.id) or date.min,
                exercise.id[0] != OWN_LETTER,
                exercise.id not in self._favoured,
                -exercise.stage.number,
                self._order[exercise.id],
            ),
        )

    def _bearable(self, exercise: Exercise, *, is_calm_only: bool) -> ExerciseChoice | None:
        """The exercise, or the first on its easier way that is open and does not hurt."""
        step: Exercise | None = exercise
        while step is not None:
            if step.id in self._open:
                if not self._hurts(step.id):
                    reason = self._reason(step, exercise, is_calm_only=is_calm_only)
                    return ExerciseChoice(step.id, Way.AS_IT_STANDS, reason)
                if step.easier_id is None and not self._hurts(step.id, Way.EASIER):
                    reason = because(Rule.EASIER_WAY, instead_of=exercise.id)
                    return ExerciseChoice(step.id, Way.EASIER, reason)
            step = None if step.easier_id is None else self._library[step.easier_id]
        return None

    def _hurts(self, exercise_id: str, way: Way = Way.AS_IT_STANDS) -> bool:
        """Whether it hurt the last time within two weeks; harder counts as it stands."""
        is_easier = way is Way.EASIER
        last = next(
            (
                done
                for done in reversed(self._done)
                if done.exercise_id == exercise_id
                and (done.way is Way.EASIER) == is_easier
                and (self._today - done.day).days <= PAINFUL_FOR_DAYS
            ),
            None,
        )
        return last is not None and last.was_painful

    def _last_day(self, kind: Kind) -> date | None:
        days = [d.day for d in self._done if self._library[d.exercise_id].kind is kind]
        return max(days, default=None)

    def _last_day_of(self, exercise_id: str) -> date | None:
        return max((d.day for d in self._done if d.exercise_id == exercise_id), default=None)

    def _reason(self, chosen: Exercise, wanted: Exercise, *, is_calm_only: bool) -> Reason:
        if chosen.id != wanted.id:
            return because(Rule.EASIER_EXERCISE, instead_of=wanted.id)
        if is_calm_only:
            return because(Rule.CALM_ITEM)
        if chosen.kind is Kind.MASSAGE:
            return because(Rule.MASSAGE, most=MASSAGES_IN_7_DAYS)
        if chosen.id[0] == OWN_LETTER:
            return because(Rule.OWN_ITEM)
        if chosen.id in self._favoured:
            return because(Rule.FAVOURED_ITEM)
        return because(Rule.STAGE_ITEM, stage=chosen.stage.value)
