"""English words of the intake and of what it chooses; `ui.texts` translates the same sentences."""

from typing import Any

from coach.care.feedback_mode import FeedbackMode
from coach.care.intake import (
    BackPelvis,
    ClinicalTest,
    Considered,
    Foot,
    Hamstring,
    LookAlike,
    Onset,
    Outcome,
    Training,
)
from coach.care.intake_rules import Access, Finding
from coach.care.warning_signs import Approach, Event
from coach.records.trail import Broken

ONSET = {
    Onset.SLOWLY: "Slowly, without a cause",
    Onset.OVERLOAD: "After more load than usual",
    Onset.INJURY: "After an injury or a fall",
    Onset.AFTER_OPERATION: "After an operation",
}

HAMSTRING = {
    Hamstring.WELL: "Well",
    Hamstring.SORE: "Sore at the sit bone",
    Hamstring.ORIGIN_INJURY: "Torn or detached at its origin",
}

BACK_PELVIS = {
    BackPelvis.BACK_PAIN: "Back pain",
    BackPelvis.STIFF_BACK: "Stiff lower back",
    BackPelvis.TIPS_FORWARD: "Pelvis tips forward",
    BackPelvis.DROPS: "Pelvis drops standing on this leg",
    BackPelvis.SACROILIAC_PAIN: "Sacroiliac pain",
    BackPelvis.LEGS_DIFFER: "Legs differ in length",
}

FOOT = {
    Foot.TOES_OUT: "Walks with the toes out",
    Foot.FLAT: "Flat foot",
    Foot.STIFF_ANKLE: "Stiff ankle",
}

TRAINING = {
    Training.LONG_SITTING: "Sits for hours",
    Training.LONG_STANDING: "Stands for hours",
    Training.RUNNING: "Runs",
    Training.DANCE: "Dance, splits, wide positions",
    Training.SUDDEN_RISE: "Suddenly trained more",
}

CLINICAL_TEST = {
    ClinicalTest.LONG_STRIDE: "Long-stride walking",
    ClinicalTest.IFI: "IFI test, lying on the other side",
    ClinicalTest.SLUMP: "Slump",
    ClinicalTest.STRAIGHT_LEG_RAISE: "Straight-leg raise",
    ClinicalTest.ABDUCTION_STRENGTH: "Strength to the side",
    ClinicalTest.EXTENSION_STRENGTH: "Strength to the back",
    ClinicalTest.OUTWARD_TURN_STRENGTH: "Strength of turning out",
    ClinicalTest.SENSATION: "Feeling in the skin",
}

_STRENGTH = (
    ClinicalTest.ABDUCTION_STRENGTH,
    ClinicalTest.EXTENSION_STRENGTH,
    ClinicalTest.OUTWARD_TURN_STRENGTH,
)
_OF_PROVOKING = {
    Outcome.CLEAR: "No pain of theirs",
    Outcome.FOUND: "Their own familiar pain",
    Outcome.UNSURE: "Unclear",
}
_OF_STRENGTH = {Outcome.CLEAR: "Full", Outcome.FOUND: "Weak", Outcome.UNSURE: "Unclear"}
_OF_FEELING = {Outcome.CLEAR: "Normal", Outcome.FOUND: "Less", Outcome.UNSURE: "Unclear"}

LOOK_ALIKE = {
    LookAlike.PIRIFORMIS: "Piriformis syndrome",
    LookAlike.RADICULOPATHY: "Nerve root of the lower back",
    LookAlike.HAMSTRING_TENDON: "Hamstring tendon",
    LookAlike.HIP_JOINT: "The hip joint itself",
    LookAlike.SACROILIAC: "Sacroiliac joint",
    LookAlike.TROCHANTER: "Outer hip (trochanter)",
    LookAlike.STRESS_FRACTURE: "Stress fracture",
}

CONSIDERED = {Considered.UNLIKELY: "Unlikely", Considered.POSSIBLE: "Possible"}

EVENT = {
    Event.REPLACEMENT: "Hip replacement",
    Event.OTHER_OPERATION: "Another operation",
    Event.FRACTURE: "Fracture",
}

APPROACH = {
    Approach.FRONT: "From the front",
    Approach.SIDE: "From the side",
    Approach.BACK: "From the back",
    Approach.NOT_OPERATED: "Not operated",
}

FINDING = {
    Finding.HAMSTRING_ORIGIN: "the hamstring is torn or detached at its origin",
    Finding.HAMSTRING_SORE: "the hamstring is sore at the sit bone",
    Finding.COXA_VALGA: "with coxa valga the space beside the sit bone is narrow",
    Finding.NARROW_SPACE: "the space on the pictures is narrow",
    Finding.BACK_PAIN: "the back or the sacroiliac joint is sore",
    Finding.PELVIS_TIPS: "the pelvis tips forward",
    Finding.PELVIS_DROPS: "the pelvis drops standing on this leg",
    Finding.TOES_OUT: "walking with the toes out narrows the space",
    Finding.DANCE: "wide positions are trained already",
    Finding.LONG_SITTING: "sitting takes hours of the day",
    Finding.NERVE_TENSION: "slump or straight-leg raise brought their own pain",
    Finding.LESS_FEELING: "there is less feeling in the skin",
    Finding.WEAK_ABDUCTION: "strength to the side is weak",
    Finding.WEAK_EXTENSION: "strength to the back is weak",
    Finding.MAYBE_NERVE_ROOT: "a nerve root of the lower back is possible",
    Finding.MAYBE_HIP_JOINT: "the hip joint itself is possible",
    Finding.MAYBE_TROCHANTER: "the outer hip is possible",
    Finding.MAYBE_STRESS_FRACTURE: "a stress fracture is possible",
}

ACCESS = {
    Access.OPEN: "Open",
    Access.FAVOURED: "Comes first",
    Access.NEEDS_UNLOCK: "Waits for you",
    Access.UNLOCKED: "Unlocked",
    Access.CLOSED: "Closed",
    Access.CLOSED_BY_HAND: "Closed by you",
}

FEEDBACK = {
    FeedbackMode.TONES_AND_WORDS: "Tones and words",
    FeedbackMode.TONES: "Tones only",
    FeedbackMode.WORDS: "Words only",
    FeedbackMode.SILENT: "Nothing heard, summary only",
}

BROKEN = {
    Broken.CHANGED: "An entry, or the one before it, was changed after it was kept.",
    Broken.GONE: "An entry was taken out.",
    Broken.SLIPPED_IN: "An entry was put in from outside.",
    Broken.SIGNATURE: "An entry bears a signature that is not this physiotherapist's.",
    Broken.UNSIGNED: "An entry in a physiotherapist's name is not signed by them.",
}


def outcomes(test: ClinicalTest) -> dict[Outcome, str]:
    """What a test can show, in its own words."""
    if test is ClinicalTest.SENSATION:
        return _OF_FEELING
    return _OF_STRENGTH if test in _STRENGTH else _OF_PROVOKING


def sentences() -> list[str]:
    """Every sentence of this page, each once, for the translation of the window."""
    tables: tuple[dict[Any, str], ...] = (
        *(ONSET, HAMSTRING, BACK_PELVIS, FOOT, TRAINING, CLINICAL_TEST, LOOK_ALIKE, CONSIDERED),
        *(_OF_PROVOKING, _OF_STRENGTH, _OF_FEELING, EVENT, APPROACH, FINDING, ACCESS, FEEDBACK),
        BROKEN,
    )
    return sorted({sentence for table in tables for sentence in table.values()})
