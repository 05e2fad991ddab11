"""Which walks of a review are shown; pure."""

from collections.abc import Iterable
from enum import StrEnum

from coach.care.pain import Colour
from coach.follow_up.review import WalkLine
from coach.follow_up.walk_look import WalkLook


class Filter(StrEnum):
    """What a walk must have to be shown; several must all hold."""

    TOO_MUCH = "too_much"
    """Amber or red."""
    MORNING_MISSING = "morning_missing"
    OVER_LIMIT = "over_limit"
    PAIN_MARKS = "pain_marks"
    RESERVE = "reserve"
    NOTES = "notes"


def is_shown(line: WalkLine, look: WalkLook | None, wanted: Iterable[Filter]) -> bool:
    """Whether a walk has all that is wanted; what needs its file is not there without one."""
    return all(_has(line, look, each) for each in wanted)


def _has(line: WalkLine, look: WalkLook | None, wanted: Filter) -> bool:
    match wanted:
        case Filter.TOO_MUCH:
            return line.judged is not None and line.judged.colour in (Colour.AMBER, Colour.RED)
        case Filter.MORNING_MISSING:
            return line.judged is not None and not line.judged.is_morning_known
        case Filter.OVER_LIMIT:
            return look is not None and look.n_over > 0
        case Filter.PAIN_MARKS:
            return look is not None and bool(look.pain_marks)
        case Filter.RESERVE:
            return look is not None and bool(look.quality.flags)
        case Filter.NOTES:
            return look is not None and bool(look.notes)
