"""The person's own usual symptoms, and which feelings while walking or exercising mean stop.

The law is care.md, "Own symptoms and warning signs".
"""

from dataclasses import dataclass
from enum import StrEnum

from coach.care.warning_signs import WarningSign
from sensors.samples import Side


class Region(StrEnum):
    """Where it is felt, as on the body picture."""

    DEEP_BUTTOCK = "deep_buttock"
    UPPER_HAMSTRING = "upper_hamstring"
    GROIN = "groin"
    INNER_THIGH = "inner_thigh"
    OUTER_HIP = "outer_hip"
    LOWER_BACK = "lower_back"
    KNEE = "knee"
    BELOW_KNEE = "below_knee"


class Feeling(StrEnum):
    """What is felt there."""

    PAIN = "pain"
    TINGLING = "tingling"
    CLICKING = "clicking"
    NUMBNESS = "numbness"
    WEAKNESS = "weakness"


class Change(StrEnum):
    """How a feeling compares with the person's own usual one."""

    AS_USUAL = "as_usual"
    STRONGER = "stronger"
    LASTING = "lasting"
    """It does not go away within minutes of stopping, as it usually would."""


@dataclass(frozen=True, slots=True)
class Symptom:
    """One feeling at one place of one side."""

    region: Region
    feeling: Feeling
    side: Side


@dataclass(frozen=True, slots=True)
class OwnSymptoms:
    """What the person usually feels, recorded at the start.

    Raises
    ------
    ValueError
        If numbness or weakness is among them, which are never usual, or minutes are negative.
    """

    symptoms: frozenset[Symptom] = frozenset()
    morning_stiffness_min: int = 0

    def __post_init__(self) -> None:
        if any(symptom.feeling in _NEVER_USUAL for symptom in self.symptoms):
            raise ValueError("numbness and weakness are warning signs, not usual symptoms")
        if self.morning_stiffness_min < 0:
            raise ValueError(f"{self.morning_stiffness_min} minutes of stiffness")


_NEVER_USUAL = frozenset({Feeling.NUMBNESS, Feeling.WEAKNESS})


def red_in_use(
    felt: Symptom, own: OwnSymptoms, change: Change = Change.AS_USUAL
) -> WarningSign | None:
    """The warning sign that a feeling amounts to, or None for one that is the person's own.

    1. Any numbness or weakness.
    2. Anything below the knee that is not usual there.
    3. Tingling that is new, stronger or lasting.
    """
    is_usual = felt in own.symptoms
    if felt.feeling in _NEVER_USUAL:
        return WarningSign.NUMBNESS_OR_WEAKNESS
    if felt.region is Region.BELOW_KNEE and not is_usual:
        return WarningSign.NEW_BELOW_KNEE
    if felt.feeling is Feeling.TINGLING and (not is_usual or change is not Change.AS_USUAL):
        return WarningSign.TINGLING_NEW_STRONGER_OR_LASTING
    return None
