"""The kinds of entries a person's journal holds; entries are only ever added, the newest counts.

What a person tells, what a plan chose and what a physio set stand here in the words of
`coach.care`, so that every choice can be made again from what was known then.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from coach.care.intake import Goals, LegIntake
from coach.care.long_stride_state import TestState
from coach.care.pain_record import MorningAnswer, PainRecord
from coach.care.plan import Permissions, StageState
from coach.care.usual import Usual
from coach.care.warning_signs import Check
from coach.records.entries import (
    AboutPerson,
    Consent,
    ExerciseEntry,
    ExerciseSkipped,
    PainEntry,
    PlanTaken,
    SelfCareEntry,
    WalkNote,
)
from coach.records.prescription_entries import Given, Pinned, Taken
from sensors.samples import Side

Entry = TypeVar("Entry")

PATIENT, PROGRAM = "patient", "program"
"""Who an entry is by; a physio is named."""
BY_FILE = " ℞"
"""Follows the name of whom an entry is by that came in a file they signed elsewhere."""

KINDS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "about": AboutPerson,
        "check": Check,
        "consent": Consent,
        "diary": PainEntry,
        "exercise": ExerciseEntry,
        "exercise_skipped": ExerciseSkipped,
        "given": Given,
        "goals": Goals,
        "long_stride": TestState,
        "intake": LegIntake,
        "morning": MorningAnswer,
        "pain": PainRecord,
        "permissions": Permissions,
        "pinned": Pinned,
        "plan": PlanTaken,
        "self_care": SelfCareEntry,
        "stage": StageState,
        "taken": Taken,
        "usual": Usual,
        "walk": WalkNote,
    }
)
"""Names of kinds as they stand in the library: never change one, add below."""


class Noted(NamedTuple, Generic[Entry]):
    """An entry with when it was made, of which leg, and by whom."""

    entry: Entry
    at: datetime
    side: Side | None
    by: str


def kind_of(kind: type[Any]) -> str:
    """The name a kind has in the library.

    Raises
    ------
    ValueError
        When it is not one of them.
    """
    for name, known in KINDS.items():
        if known is kind:
            return name
    raise ValueError(f"{kind.__name__} is not kept in the journal")
