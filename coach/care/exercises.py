"""The exercise library: what each exercise is, how much of it, its easier and harder neighbours.

The content stands in ``assets/exercises/library.toml``; it is checked whole when it is loaded.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import msgspec

import assets
from coach.care.warning_signs import Condition, Lock, Locks

LIBRARY_PATH = Path(assets.__file__).parent / "exercises" / "library.toml"
PICTURES = Path(assets.__file__).parent / "exercises" / "pictures"
OWN_LETTER = "X"
"""Begins the ids of a physio's own exercises."""
LONGEST_STRETCH_HOLD_S = 5
"""Moving, not long hard stretching: no mobility item holds longer."""
STRENGTH_EVERY_DAYS = 2
MASSAGES_IN_7_DAYS = 2


class Kind(StrEnum):
    """What an exercise is for, and so how often it may come."""

    WALK = "walk"
    WATER = "water"
    MOBILITY = "mobility"
    ACTIVATION = "activation"
    STRENGTH = "strength"
    BALANCE = "balance"
    MASSAGE = "massage"
    SELF_CARE = "self_care"
    STILL_BREAK = "still_break"


class Stage(StrEnum):
    """How far the person has come, from a flare to full strides."""

    CALM = "calm"
    BUILD = "build"
    LOAD = "load"
    RETURN = "return"

    @property
    def number(self) -> int:
        """0 for calm to 3 for return."""
        return tuple(Stage).index(self)

    @property
    def one_lower(self) -> "Stage":
        """One stage lower; calm stays."""
        return tuple(Stage)[max(self.number - 1, 0)]

    @property
    def one_higher(self) -> "Stage":
        """One stage higher; return stays."""
        return tuple(Stage)[min(self.number + 1, len(Stage) - 1)]


class Leg(StrEnum):
    """Which leg does it; each means one after the other."""

    SORE = "sore"
    EACH = "each"
    TOGETHER = "together"


class LegOrder(StrEnum):
    """Which leg begins where each does it."""

    SORE_FIRST = "sore_first"
    SORE_LAST = "sore_last"
    TAKING_TURNS = "taking_turns"
    """One repetition with one leg, the next with the other."""


class Sensing(StrEnum):
    """What one thigh sensor can judge of it."""

    WALKING = "walking"
    EXTENSION = "extension"
    """Upright only: how far the thigh goes, forward and behind the standing line."""
    REPETITIONS = "repetitions"
    """Repetitions, tempo, and the lift against the own start."""
    LEVEL = "level"
    """On all fours: whether the thigh lifts above the horizontal, within 10 degrees."""
    POSTURE = "posture"
    NONE = "none"


_Words = Annotated[str, msgspec.Meta(min_length=3, max_length=140)]
_Seconds = Annotated[int, msgspec.Meta(ge=0, le=120)]
_Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][0-9]$")]


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much of it: sets of repetitions, or of minutes; per leg where the legs take turns.

    `tempo_s` is one repetition without the hold at its end; `rest_s` lies between sets.
    """

    sets: Annotated[int, msgspec.Meta(ge=1, le=5)] = 1
    reps: Annotated[int, msgspec.Meta(ge=1, le=20)] | None = None
    minutes: Annotated[int, msgspec.Meta(ge=1, le=60)] | None = None
    hold_s: _Seconds = 0
    tempo_s: _Seconds = 0
    rest_s: _Seconds = 0
    is_nightly: bool = False

    def __post_init__(self) -> None:
        told = (self.reps is not None, self.minutes is not None, self.is_nightly)
        if told.count(True) != 1:
            raise ValueError("a dose is repetitions, minutes or nightly, one of the three")
        if self.reps is not None and self.tempo_s < 1:
            raise ValueError("repetitions need a tempo")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exercise in one language."""

    name: _Words
    purpose: _Words
    steps: Annotated[tuple[_Words, ...], msgspec.Meta(min_length=3, max_length=3)]
    which_leg: _Words
    stop: _Words
    easier: _Words
    harder: _Words


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise of the library.

    `easier_id` replaces it when it hurts; without one the easier way in words is taken. The dose
    of the easier or harder way is the usual one where none is given. `least_lift_deg` is the
    smallest turn of the thigh that a sensor counts as a repetition; with `starts_standing` it
    begins in a stand, so that going behind it is extension.
    `needs_unlock`: only after the physio unlocked it. `not_with` closes it for people with a
    condition, `ask_with` until the physio unlocked it. `locks` close it when they are closed.
    """

    id: _Id
    kind: Kind
    stage: Stage
    leg: Leg
    sensor: Sensing
    dose: Dose
    sources: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    frames: Annotated[int, msgspec.Meta(ge=1, le=2)]
    en: Words
    fi: Words
    leg_order: LegOrder = LegOrder.SORE_FIRST
    starts_standing: bool = False
    least_lift_deg: Annotated[float, msgspec.Meta(ge=5.0, le=30.0)] = 10.0
    easier_dose: Dose | None = None
    harder_dose: Dose | None = None
    easier_id: _Id | None = None
    harder_id: _Id | None = None
    needs_unlock: bool = False
    not_with: tuple[Condition, ...] = ()
    ask_with: tuple[Condition, ...] = ()
    locks: tuple[Lock, ...] = ()
    is_after_walk_only: bool = False

    @property
    def duration_s(self) -> int:
        """How long a session takes, both legs included; 0 for what goes on at night."""
        dose = self.dose
        set_s = (
            dose.reps * (dose.tempo_s + dose.hold_s)
            if dose.reps is not None
            else 60 * (dose.minutes or 0)
        )
        one_leg_s = dose.sets * set_s + (dose.sets - 1) * dose.rest_s
        return one_leg_s * (2 if self.leg is Leg.EACH else 1)

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The picture of each frame; none of a physio's own exercise."""
        if self.id[0] == OWN_LETTER:
            return ()
        return tuple(PICTURES / f"{self.id}_{number + 1}.svg" for number in range(self.frames))

    def words(self, language: str) -> Words:
        """The exercise in Finnish for ``fi…``, in English for any other language."""
        return self.fi if language.lower().startswith("fi") else self.en

    def is_open(
        self, locks: Locks, conditions: frozenset[Condition], unlocked: frozenset[str]
    ) -> bool:
        """Whether this person may do it today, as far as history and conditions go."""
        if conditions.intersection(self.not_with) or not locks.is_open(self.id):
            return False
        if any(lock in locks.closed for lock in self.locks):
            return False
        needs_unlock = self.needs_unlock or bool(conditions.intersection(self.ask_with))
        return not needs_unlock or self.id in unlocked


Library = Mapping[str, Exercise]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    exercise: tuple[Exercise, ...]


def load_library(path: Path = LIBRARY_PATH) -> Library:
    """All exercises by id, in the order of the file.

    Raises
    ------
    ValueError
        When a field is missing, unknown or out of bounds, an id comes twice, an edge leads
        nowhere or in a circle, or a moving stretch holds too long.
    """
    exercises = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File).exercise
    library = {exercise.id: exercise for exercise in exercises}
    if len(library) != len(exercises):
        raise ValueError("an exercise id comes twice")
    for exercise in exercises:
        _refuse_bad_edges(exercise, library)
        if exercise.kind is Kind.MOBILITY and exercise.dose.hold_s > LONGEST_STRETCH_HOLD_S:
            raise ValueError(f"{exercise.id} stretches for {exercise.dose.hold_s} s")
    return MappingProxyType(library)


def _refuse_bad_edges(exercise: Exercise, library: Mapping[str, Exercise]) -> None:
    if exercise.harder_id is not None and exercise.harder_id not in library:
        raise ValueError(f"{exercise.id} leads to {exercise.harder_id}, which is not there")
    seen = {exercise.id}
    easier_id = exercise.easier_id
    while easier_id is not None:
        if easier_id in seen or easier_id not in library:
            raise ValueError(f"the easier way from {exercise.id} fails at {easier_id}")
        seen.add(easier_id)
        easier_id = library[easier_id].easier_id
