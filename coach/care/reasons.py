"""Rule ids of the plan: each choice keeps the rule that made it and what the rule looked at.

``coach/care_words.py`` has one sentence for every rule.
"""

from dataclasses import dataclass
from enum import StrEnum

Input = str | int | float


class Rule(StrEnum):
    """Which rule made a choice. Walking rules stand in the order in which they are tried."""

    WARNING_SIGN = "warning_sign"
    ASK_WARNING_SIGNS = "ask_warning_signs"
    OPERATION_LOCK = "operation_lock"
    ASK_PAIN = "ask_pain"
    START_PAIN = "start_pain"
    REST_AFTER_RED = "rest_after_red"
    PHYSIO_DOSE = "physio_dose"
    TOLERANCE_WALK = "tolerance_walk"
    FIRST_DOSE = "first_dose"
    AFTER_RED = "after_red"
    AWAY = "away"
    SECOND_AMBER = "second_amber"
    AMBER = "amber"
    MORNING_UNKNOWN = "morning_unknown"
    LIMP = "limp"
    RISE_TIME = "rise_time"
    RISE_PACE = "rise_pace"
    RISE_STRIDE = "rise_stride"
    AT_AIM = "at_aim"
    REPEAT = "repeat"
    PHYSIO_HOLDS = "physio_holds"
    PHYSIO_CEILING = "physio_ceiling"

    STAGE_LOWER = "stage_lower"
    STAGE_RISE = "stage_rise"
    STAGE_STAYS = "stage_stays"

    STAGE_ITEM = "stage_item"
    FAVOURED_ITEM = "favoured_item"
    OWN_ITEM = "own_item"
    CALM_ITEM = "calm_item"
    EASIER_EXERCISE = "easier_exercise"
    EASIER_WAY = "easier_way"
    MASSAGE = "massage"
    SELF_CARE = "self_care"

    SECOND_RED = "second_red"
    NO_IMPROVEMENT = "no_improvement"
    DAILY_LIFE_LIMITED = "daily_life_limited"
    LIMPING_STILL = "limping_still"
    LEGS_DIFFER = "legs_differ"
    LIMIT_TOO_LOW = "limit_too_low"
    LIMIT_EXPIRED = "limit_expired"
    OWN_LIMIT_EXPIRED = "own_limit_expired"


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule and the inputs that made it match, by name."""

    rule: Rule
    inputs: tuple[tuple[str, Input], ...] = ()


def because(rule: Rule, **inputs: Input) -> Reason:
    """The reason of a choice."""
    return Reason(rule, tuple(inputs.items()))
