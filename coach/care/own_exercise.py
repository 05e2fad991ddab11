"""Makes an exercise of a physio's own: their words, and what the program says to every exercise."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

import assets
from coach.care.exercises import Dose, Exercise, Kind, Leg, Sensing, Stage, Words
from coach.care.permissions import OWN_IDS

OWN_KINDS = (Kind.MOBILITY, Kind.ACTIVATION, Kind.STRENGTH, Kind.BALANCE)
_TEXTS_PATH = Path(assets.__file__).parent / "exercises" / "own.toml"
_TEMPO_S = 4
_STEPS = 3


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """What the physio told: a name, one to three steps, what for, which leg, how much."""

    name: str
    steps: tuple[str, ...]
    kind: Kind = Kind.ACTIVATION
    leg: Leg = Leg.SORE
    n_sets: int = 2
    n_reps: int = 8
    hold_s: int = 0


class _Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    purpose: str
    stop: str
    easier: str
    harder: str
    sore: str
    each: str
    together: str


def own_exercise(told: OwnExercise, taken: Iterable[str]) -> Exercise:
    """The exercise, with the first id that is free.

    Raises
    ------
    ValueError
        When no id is free, the kind is none of `OWN_KINDS`, or words or numbers are out of bounds.
    """
    if told.kind not in OWN_KINDS:
        raise ValueError(f"an own exercise of kind {told.kind}")
    free = [each for each in OWN_IDS if each not in set(taken)]
    if not free:
        raise ValueError(f"there are {len(OWN_IDS)} own exercises already")
    steps = tuple(step.strip() for step in told.steps if step.strip())
    if not steps:
        raise ValueError("an exercise needs a step")
    english, finnish = _texts()["en"], _texts()["fi"]
    exercise = Exercise(
        id=free[0],
        kind=told.kind,
        stage=Stage.CALM,
        leg=told.leg,
        sensor=Sensing.NONE,
        dose=Dose(sets=told.n_sets, reps=told.n_reps, hold_s=told.hold_s, tempo_s=_TEMPO_S),
        sources=("physio",),
        frames=1,
        en=_words(told, steps, english),
        fi=_words(told, steps, finnish),
    )
    # checked as a prescription is when it is read
    return msgspec.convert(msgspec.to_builtins(exercise), Exercise)


def _words(told: OwnExercise, steps: tuple[str, ...], texts: _Texts) -> Words:
    filled = (*steps, *[texts.stop] * _STEPS)[:_STEPS]
    return Words(
        name=told.name.strip(),
        purpose=texts.purpose,
        steps=filled,
        which_leg=getattr(texts, told.leg.value),
        stop=texts.stop,
        easier=texts.easier,
        harder=texts.harder,
    )


@cache
def _texts() -> dict[str, _Texts]:
    return msgspec.convert(tomllib.loads(_TEXTS_PATH.read_text("utf-8")), dict[str, _Texts])
