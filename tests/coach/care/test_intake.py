"""Findings choose exercises, each with its reason."""

from dataclasses import replace

import pytest

from coach.care.exercises import load_library
from coach.care.intake import (
    BackPelvis,
    ClinicalTest,
    Considered,
    Foot,
    Goal,
    Hamstring,
    LegIntake,
    LookAlike,
    Outcome,
    Training,
)
from coach.care.intake_rules import (
    CHOICES,
    Access,
    Finding,
    Standing,
    chosen,
    conditions,
    findings,
    standings,
)
from coach.care.warning_signs import Condition, Event, HipHistory, Lock, Locks, locks
from tests.coach.care.days import on

_LIBRARY = load_library()
_NOTHING: frozenset[str] = frozenset()


def _found(test: ClinicalTest) -> LegIntake:
    return LegIntake(tests={test: Outcome.FOUND})


def _maybe(alike: LookAlike) -> LegIntake:
    return LegIntake(look_alikes={alike: Considered.POSSIBLE})


_LEGS: dict[Finding, LegIntake] = {
    Finding.HAMSTRING_ORIGIN: LegIntake(hamstring=Hamstring.ORIGIN_INJURY),
    Finding.HAMSTRING_SORE: LegIntake(hamstring=Hamstring.SORE),
    Finding.COXA_VALGA: LegIntake(has_coxa_valga=True),
    Finding.NARROW_SPACE: LegIntake(ischiofemoral_space_mm=15.0),
    Finding.BACK_PAIN: LegIntake(back_pelvis=frozenset({BackPelvis.SACROILIAC_PAIN})),
    Finding.PELVIS_TIPS: LegIntake(back_pelvis=frozenset({BackPelvis.TIPS_FORWARD})),
    Finding.PELVIS_DROPS: LegIntake(back_pelvis=frozenset({BackPelvis.DROPS})),
    Finding.TOES_OUT: LegIntake(foot=frozenset({Foot.TOES_OUT})),
    Finding.DANCE: LegIntake(training=frozenset({Training.DANCE})),
    Finding.LONG_SITTING: LegIntake(training=frozenset({Training.LONG_SITTING})),
    Finding.NERVE_TENSION: _found(ClinicalTest.SLUMP),
    Finding.LESS_FEELING: _found(ClinicalTest.SENSATION),
    Finding.WEAK_ABDUCTION: _found(ClinicalTest.ABDUCTION_STRENGTH),
    Finding.WEAK_EXTENSION: _found(ClinicalTest.EXTENSION_STRENGTH),
    Finding.MAYBE_NERVE_ROOT: _maybe(LookAlike.RADICULOPATHY),
    Finding.MAYBE_HIP_JOINT: _maybe(LookAlike.HIP_JOINT),
    Finding.MAYBE_TROCHANTER: _maybe(LookAlike.TROCHANTER),
    Finding.MAYBE_STRESS_FRACTURE: _maybe(LookAlike.STRESS_FRACTURE),
}


def _standing(
    name: str,
    *legs: LegIntake,
    told: frozenset[Condition] = frozenset(),
    unlocked: frozenset[str] = _NOTHING,
    closed: frozenset[str] = _NOTHING,
    locked: Locks | None = None,
) -> Standing:
    found = chosen(legs)
    return standings(_LIBRARY, found, locked or Locks(), told, unlocked, closed)[name]


@pytest.mark.parametrize("finding", Finding)
def test_each_finding_is_seen(finding: Finding) -> None:
    assert findings(_LEGS[finding]) == (finding,)


def test_nothing_found_chooses_nothing() -> None:
    assert findings(LegIntake()) == ()


@pytest.mark.parametrize("outcome", [Outcome.CLEAR, Outcome.UNSURE])
def test_only_a_finding_counts_as_one(outcome: Outcome) -> None:
    assert findings(LegIntake(tests=dict.fromkeys(ClinicalTest, outcome))) == ()


def test_a_look_alike_that_is_unlikely_closes_nothing() -> None:
    unlikely = LegIntake(look_alikes=dict.fromkeys(LookAlike, Considered.UNLIKELY))
    assert findings(unlikely) == ()


@pytest.mark.parametrize(
    ("isf_mm", "quadratus_mm", "is_narrow"),
    [(15.0, None, True), (15.1, None, False), (None, 10.0, True), (20.0, 10.1, False)],
)
def test_a_space_is_narrow_from_the_published_figures_down(
    isf_mm: float | None, quadratus_mm: float | None, is_narrow: bool
) -> None:
    leg = LegIntake(ischiofemoral_space_mm=isf_mm, quadratus_space_mm=quadratus_mm)
    assert leg.has_narrow_space is is_narrow


@pytest.mark.parametrize("space_mm", [-0.1, 101.0, float("nan")])
def test_a_space_that_is_no_length_is_refused(space_mm: float) -> None:
    with pytest.raises(ValueError, match="space"):
        LegIntake(quadratus_space_mm=space_mm)


@pytest.mark.parametrize("finding", Finding)
def test_a_choice_names_exercises_that_there_are(finding: Finding) -> None:
    choice = CHOICES[finding]
    names = {*choice.closes, *choice.holds, *choice.favours}
    assert names <= {*_LIBRARY, *Lock}


@pytest.mark.parametrize(
    ("finding", "name", "access"),
    [
        (Finding.HAMSTRING_ORIGIN, "M4", Access.CLOSED),
        (Finding.HAMSTRING_SORE, "M4", Access.NEEDS_UNLOCK),
        (Finding.COXA_VALGA, "A3", Access.FAVOURED),
        (Finding.NERVE_TENSION, "R1", Access.NEEDS_UNLOCK),
        (Finding.LESS_FEELING, "R3", Access.CLOSED),
        (Finding.WEAK_ABDUCTION, "K1", Access.FAVOURED),
        (Finding.MAYBE_STRESS_FRACTURE, "K4", Access.CLOSED),
    ],
)
def test_a_finding_is_the_reason(finding: Finding, name: str, access: Access) -> None:
    assert _standing(name, _LEGS[finding]) == Standing(access, (finding,))


def test_a_closed_exercise_is_not_favoured_by_another_finding() -> None:
    both = (_LEGS[Finding.MAYBE_STRESS_FRACTURE], _LEGS[Finding.WEAK_ABDUCTION])
    assert _standing("K1", *both).access is Access.CLOSED


def test_the_findings_of_both_legs_count() -> None:
    standing = _standing("M4", _LEGS[Finding.HAMSTRING_SORE], _LEGS[Finding.NERVE_TENSION])
    assert standing.findings == (Finding.HAMSTRING_SORE, Finding.NERVE_TENSION)


def test_the_physio_unlocks_what_is_held_back() -> None:
    standing = _standing("M4", _LEGS[Finding.HAMSTRING_SORE], unlocked=frozenset({"M4"}))
    assert standing.access is Access.UNLOCKED


def test_nobody_unlocks_what_a_finding_closes() -> None:
    standing = _standing("M4", _LEGS[Finding.HAMSTRING_ORIGIN], unlocked=frozenset({"M4"}))
    assert standing.access is Access.CLOSED


def test_small_clam_always_waits_for_the_physio() -> None:
    assert _standing("A4") == Standing(Access.NEEDS_UNLOCK, is_always=True)


def test_a_condition_is_the_reason() -> None:
    told = frozenset({Condition.CLOT})
    assert _standing("R1", told=told) == Standing(Access.CLOSED, conditions=(Condition.CLOT,))


def test_an_operation_is_the_reason() -> None:
    fresh = locks([HipHistory(Event.FRACTURE, on(0))], on(10))
    assert _standing("K3", locked=fresh) == Standing(Access.CLOSED, is_operation=True)


def test_the_physio_closes_by_hand() -> None:
    assert _standing("K3", closed=frozenset({"K3"})).access is Access.CLOSED_BY_HAND


def test_what_stands_open_is_what_the_plan_takes() -> None:
    told = frozenset({Condition.BALANCE_TROUBLE, Condition.PREGNANCY})
    unlocked = frozenset({"A4", "K4"})
    every = standings(_LIBRARY, chosen([]), Locks(), told, unlocked)
    opened = {Access.OPEN, Access.FAVOURED, Access.UNLOCKED}
    for name, exercise in _LIBRARY.items():
        assert (every[name].access in opened) is exercise.is_open(Locks(), told, unlocked)


def test_findings_add_conditions() -> None:
    leg = replace(_LEGS[Finding.HAMSTRING_ORIGIN], training=frozenset({Training.SUDDEN_RISE}))
    assert conditions(leg) == {
        Condition.HAMSTRING_ORIGIN_INJURY,
        Condition.SUDDEN_TRAINING_RISE,
    }


@pytest.mark.parametrize(("activity", "score"), [("", 5), ("  ", 5), ("walk", -1), ("walk", 11)])
def test_a_goal_has_words_and_a_score(activity: str, score: int) -> None:
    with pytest.raises(ValueError, match=r"goal|score"):
        Goal(activity, score)
