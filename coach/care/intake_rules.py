"""Findings choose exercises: what each closes, holds back or brings forward; pure.

Held back is closed until the physio unlocks it. The choices are a starting point for the physio to
confirm; none has been tested in a trial. They follow three movement rules: no turning out together
with reaching back, no leg across the midline, no long hard stretch.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from coach.care.exercises import Exercise, Library
from coach.care.intake import (
    BackPelvis,
    ClinicalTest,
    Considered,
    Foot,
    Hamstring,
    LegIntake,
    LookAlike,
    Outcome,
    Training,
)
from coach.care.warning_signs import Condition, Lock, Locks


class Finding(StrEnum):
    """What of the intake chooses exercises."""

    HAMSTRING_ORIGIN = "hamstring_origin"
    HAMSTRING_SORE = "hamstring_sore"
    COXA_VALGA = "coxa_valga"
    NARROW_SPACE = "narrow_space"
    BACK_PAIN = "back_pain"
    PELVIS_TIPS = "pelvis_tips"
    PELVIS_DROPS = "pelvis_drops"
    TOES_OUT = "toes_out"
    DANCE = "dance"
    LONG_SITTING = "long_sitting"
    NERVE_TENSION = "nerve_tension"
    LESS_FEELING = "less_feeling"
    WEAK_ABDUCTION = "weak_abduction"
    WEAK_EXTENSION = "weak_extension"
    MAYBE_NERVE_ROOT = "maybe_nerve_root"
    MAYBE_HIP_JOINT = "maybe_hip_joint"
    MAYBE_TROCHANTER = "maybe_trochanter"
    MAYBE_STRESS_FRACTURE = "maybe_stress_fracture"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a finding does, by exercise ids and, among `closes`, by `Lock` values."""

    closes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    favours: tuple[str, ...] = ()


CHOICES: Mapping[Finding, Choice] = MappingProxyType(
    {
        Finding.HAMSTRING_ORIGIN: Choice(("M2", "M4", Lock.LONG_STRIDE_TEST), ("B2", "B3")),
        Finding.HAMSTRING_SORE: Choice(holds=("M4", "B2", "B3")),
        Finding.COXA_VALGA: Choice(holds=("M5", "A4"), favours=("A3", "K1")),
        Finding.NARROW_SPACE: Choice(holds=("M5", "A4"), favours=("A3",)),
        Finding.BACK_PAIN: Choice(holds=("B3",), favours=("M1", "C1")),
        Finding.PELVIS_TIPS: Choice(favours=("M1", "C1")),
        Finding.PELVIS_DROPS: Choice(favours=("A3", "K2")),
        Finding.TOES_OUT: Choice(holds=("M5", "A4")),
        Finding.DANCE: Choice(holds=("M5",)),
        Finding.LONG_SITTING: Choice(favours=("M6", "K3")),
        Finding.NERVE_TENSION: Choice(holds=("M4", "R1")),
        Finding.LESS_FEELING: Choice(closes=("R1", "R2", "R3")),
        Finding.WEAK_ABDUCTION: Choice(favours=("A2", "A3", "K1")),
        Finding.WEAK_EXTENSION: Choice(favours=("A1", "B1", "K3")),
        Finding.MAYBE_NERVE_ROOT: Choice(holds=("M4", "R1")),
        Finding.MAYBE_HIP_JOINT: Choice(holds=("M2", "M5")),
        Finding.MAYBE_TROCHANTER: Choice(holds=("K2",)),
        Finding.MAYBE_STRESS_FRACTURE: Choice(
            ("W2", "K1", "K2", "K4", "K5", "B3", Lock.LONG_STRIDE_TEST)
        ),
    }
)


def findings(leg: LegIntake) -> tuple[Finding, ...]:
    """What of this leg chooses exercises, in the order of `Finding`."""
    tests, alike = leg.tests, leg.look_alikes

    def showed(*names: ClinicalTest) -> bool:
        return any(tests.get(name) is Outcome.FOUND for name in names)

    def may_be(name: LookAlike) -> bool:
        return alike.get(name) is Considered.POSSIBLE

    sore_tendon = leg.hamstring is Hamstring.SORE or may_be(LookAlike.HAMSTRING_TENDON)
    holds = {
        Finding.HAMSTRING_ORIGIN: leg.hamstring is Hamstring.ORIGIN_INJURY,
        Finding.HAMSTRING_SORE: sore_tendon,
        Finding.COXA_VALGA: leg.has_coxa_valga is True,
        Finding.NARROW_SPACE: leg.has_narrow_space,
        Finding.BACK_PAIN: bool(
            leg.back_pelvis & {BackPelvis.BACK_PAIN, BackPelvis.SACROILIAC_PAIN}
        )
        or may_be(LookAlike.SACROILIAC),
        Finding.PELVIS_TIPS: BackPelvis.TIPS_FORWARD in leg.back_pelvis,
        Finding.PELVIS_DROPS: BackPelvis.DROPS in leg.back_pelvis,
        Finding.TOES_OUT: Foot.TOES_OUT in leg.foot,
        Finding.DANCE: Training.DANCE in leg.training,
        Finding.LONG_SITTING: Training.LONG_SITTING in leg.training,
        Finding.NERVE_TENSION: showed(ClinicalTest.SLUMP, ClinicalTest.STRAIGHT_LEG_RAISE),
        Finding.LESS_FEELING: showed(ClinicalTest.SENSATION),
        Finding.WEAK_ABDUCTION: showed(ClinicalTest.ABDUCTION_STRENGTH),
        Finding.WEAK_EXTENSION: showed(ClinicalTest.EXTENSION_STRENGTH),
        Finding.MAYBE_NERVE_ROOT: may_be(LookAlike.RADICULOPATHY),
        Finding.MAYBE_HIP_JOINT: may_be(LookAlike.HIP_JOINT),
        Finding.MAYBE_TROCHANTER: may_be(LookAlike.TROCHANTER),
        Finding.MAYBE_STRESS_FRACTURE: may_be(LookAlike.STRESS_FRACTURE),
    }
    return tuple(finding for finding in Finding if holds[finding])


def conditions(leg: LegIntake) -> frozenset[Condition]:
    """What the findings add to the conditions that a person told."""
    found = set()
    if leg.hamstring is Hamstring.ORIGIN_INJURY:
        found.add(Condition.HAMSTRING_ORIGIN_INJURY)
    if Training.SUDDEN_RISE in leg.training:
        found.add(Condition.SUDDEN_TRAINING_RISE)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the findings of a person choose together, each with the findings behind it.

    Nothing that is closed or held back is favoured.
    """

    closes: Mapping[str, tuple[Finding, ...]]
    holds: Mapping[str, tuple[Finding, ...]]
    favours: Mapping[str, tuple[Finding, ...]]


def chosen(legs: Iterable[LegIntake]) -> Chosen:
    """What the findings of these legs choose."""
    told = {finding for leg in legs for finding in findings(leg)}
    closes: dict[str, tuple[Finding, ...]] = {}
    holds: dict[str, tuple[Finding, ...]] = {}
    favours: dict[str, tuple[Finding, ...]] = {}
    for finding in (each for each in Finding if each in told):
        choice = CHOICES[finding]
        for into, things in ((closes, choice.closes), (holds, choice.holds)):
            for thing in things:
                into[thing] = (*into.get(thing, ()), finding)
        for thing in choice.favours:
            favours[thing] = (*favours.get(thing, ()), finding)
    shut = closes.keys() | holds.keys()
    return Chosen(
        closes,
        {thing: why for thing, why in holds.items() if thing not in closes},
        {thing: why for thing, why in favours.items() if thing not in shut},
    )


class Access(StrEnum):
    """How an exercise stands for a person."""

    OPEN = "open"
    FAVOURED = "favoured"
    NEEDS_UNLOCK = "needs_unlock"
    UNLOCKED = "unlocked"
    CLOSED = "closed"
    """Nothing but the end of its reason opens it."""
    CLOSED_BY_HAND = "closed_by_hand"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one exercise stands, and why: findings, conditions, an operation, or its own nature.

    `is_operation` and `is_always` say that an operation or fracture closes it, and that it always
    needs the physio.
    """

    access: Access
    findings: tuple[Finding, ...] = ()
    conditions: tuple[Condition, ...] = ()
    is_operation: bool = False
    is_always: bool = False


def standings(
    library: Library,
    found: Chosen,
    locks: Locks,
    told: frozenset[Condition],
    unlocked: frozenset[str],
    closed: frozenset[str] = frozenset(),
) -> dict[str, Standing]:
    """How every exercise stands for a person; the same rules as the plan's.

    Parameters
    ----------
    closed
        By the physio's own hand.
    """
    return {
        exercise.id: _standing(exercise, found, locks, told, unlocked, closed)
        for exercise in library.values()
    }


def _standing(
    exercise: Exercise,
    found: Chosen,
    locks: Locks,
    told: frozenset[Condition],
    unlocked: frozenset[str],
    closed: frozenset[str],
) -> Standing:
    name = exercise.id
    forbidding = tuple(condition for condition in exercise.not_with if condition in told)
    is_operation = not locks.is_open(name) or any(lock in locks.closed for lock in exercise.locks)
    if forbidding or is_operation or name in found.closes:
        return Standing(Access.CLOSED, found.closes.get(name, ()), forbidding, is_operation)
    if name in closed:
        return Standing(Access.CLOSED_BY_HAND)
    asking = tuple(condition for condition in exercise.ask_with if condition in told)
    held = found.holds.get(name, ())
    if exercise.needs_unlock or asking or held:
        access = Access.UNLOCKED if name in unlocked else Access.NEEDS_UNLOCK
        return Standing(access, held, asking, is_always=exercise.needs_unlock)
    if name in found.favours:
        return Standing(Access.FAVOURED, found.favours[name])
    return Standing(Access.OPEN)
