"""What a person says of pain: ratings around a walk or exercises, and the morning after.

Days are the person's own calendar days.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from coach.care.warning_signs import WarningSign
from sensors.samples import Side

WORST_PAIN = 10


class Activity(StrEnum):
    """What the pain was rated around."""

    WALK = "walk"
    EXERCISES = "exercises"
    TEST = "test"
    """The long-stride test of a physio; its morning after belongs to it."""


class Relief(StrEnum):
    """What eased the pain, or what was taken before and marks the day."""

    WALKING = "walking"
    SWIMMING = "swimming"
    POSITION = "position"
    COLD = "cold"
    HEAT = "heat"
    PAINKILLER = "painkiller"


MARKS_THE_DAY = frozenset({Relief.PAINKILLER, Relief.COLD, Relief.HEAT})
"""What may have hidden pain."""


class Trigger(StrEnum):
    """What set the pain off, asked after pain."""

    LONG_STRIDE = "long_stride"
    FAST_STRIDE = "fast_stride"
    SITTING = "sitting"
    STANDING = "standing"
    TURNING_OUT = "turning_out"
    STAIRS = "stairs"
    EXERCISE = "exercise"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PainRecord:
    """The ratings of one walk or one exercise session, 0 to 10, for one leg.

    `has_settled_in_2_h` is None where nobody noticed. `taken_before` is the relief of the last
    hours before it.

    Raises
    ------
    ValueError
        If a rating is not 0 to 10, or the time has no zone.
    """

    ended_at: datetime
    side: Side
    before: int
    worst: int
    activity: Activity = Activity.WALK
    has_settled_in_2_h: bool | None = None
    signs: frozenset[WarningSign] = frozenset()
    taken_before: frozenset[Relief] = frozenset()
    triggers: frozenset[Trigger] = frozenset()

    def __post_init__(self) -> None:
        refuse_bad_rating(self.before)
        refuse_bad_rating(self.worst)
        if self.ended_at.tzinfo is None:
            raise ValueError("the time of a walk needs its zone")

    @property
    def day(self) -> date:
        """The person's own day."""
        return self.ended_at.date()

    @property
    def is_marked(self) -> bool:
        """Whether painkiller, cold or heat of the last hours may have hidden pain."""
        return bool(self.taken_before & MARKS_THE_DAY)


@dataclass(frozen=True, slots=True)
class MorningAnswer:
    """Pain on the morning after `day`, for one leg; may be answered late.

    Raises
    ------
    ValueError
        If the rating is not 0 to 10, the time has no zone, or it is not after that day.
    """

    day: date
    side: Side
    level: int
    answered_at: datetime
    has_slept_worse: bool = False

    def __post_init__(self) -> None:
        refuse_bad_rating(self.level)
        if self.answered_at.tzinfo is None:
            raise ValueError("the time of an answer needs its zone")
        if self.answered_at.date() <= self.day:
            raise ValueError("the morning after comes after the day")

    @property
    def is_late(self) -> bool:
        """Whether it was answered on a later day than the morning it speaks of."""
        return self.answered_at.date() > self.day + timedelta(days=1)


def refuse_bad_rating(level: int) -> None:
    """Refuse what is no rating.

    Raises
    ------
    ValueError
        If it is not 0 to 10.
    """
    if not 0 <= level <= WORST_PAIN:
        raise ValueError(f"pain {level} is not 0 to {WORST_PAIN}")
