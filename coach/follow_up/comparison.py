"""Two to six walks beside each other, each change beside what measuring alone can make of it."""

from dataclasses import dataclass
from enum import StrEnum

from coach.follow_up.walk_look import Mean, WalkLook

FEWEST, MOST = 2, 6
ERROR_DEG = 5.0
"""Least change of an angle between two wearings that is real (signal chain: about 5 degrees)."""
ERROR_M = 0.10
"""Least change of a stride length between two sessions that is real (signal chain: 10 cm)."""
ERROR_POINTS = 2.0
"""Least change between two single ratings of pain that means something (Farrar 2001,
doi:10.1016/S0304-3959(01)00349-9); a week of ratings shows less, see `coach.follow_up.trends`."""


class Quantity(StrEnum):
    """What is compared, in the order of the table."""

    EXTENSION = "thigh_extension_deg"
    STRIDE_LENGTH = "stride_length_m"
    CADENCE = "cadence_spm"
    SPEED = "walking_speed_mps"
    COMFORTABLE = "comfortable_share"
    WORST_PAIN = "worst_pain"


class Verdict(StrEnum):
    """What may be said of a change."""

    REAL = "real"
    """More than measuring alone can make."""
    WITHIN_ERROR = "within_error"
    NO_ERROR_KNOWN = "no_error_known"
    """Nobody knows how much measuring alone changes it: only the numbers are shown."""
    NOT_MEASURED = "not_measured"
    OTHER_LEG = "other_leg"
    """The walks were measured on different legs."""


class Direction(StrEnum):
    """What a change means for the person, where it is one."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"
    """Longer, shorter, quicker or slower strides: by themselves neither."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: a value for each walk, and the change from the first to the last.

    `error` is what measuring alone can make of the change; None where that is not known.
    """

    quantity: Quantity
    values: tuple[Mean, ...]
    change: float | None
    error: float | None
    verdict: Verdict

    @property
    def direction(self) -> Direction:
        """Whether the change is one to the better."""
        sign = _GOOD.get(self.quantity, 0)
        if not sign or not self.change:
            return Direction.NEITHER
        return Direction.BETTER if sign * self.change > 0 else Direction.WORSE


@dataclass(frozen=True, slots=True)
class ToCompare:
    """A walk to be compared: what it came to, and the worst pain told of it."""

    look: WalkLook
    worst_pain: int | None = None


def compared(walks: tuple[ToCompare, ...]) -> tuple[Compared, ...]:
    """The rows of the table for walks in the order of their days.

    Raises
    ------
    ValueError
        If there are fewer than two or more than six.
    """
    if not FEWEST <= len(walks) <= MOST:
        raise ValueError(f"{len(walks)} walks to compare; {FEWEST} to {MOST} go together")
    is_one_leg = len({walk.look.info.side for walk in walks}) == 1
    return tuple(_row(quantity, walks, is_one_leg=is_one_leg) for quantity in Quantity)


def verdict(quantity: Quantity, first: float | None, last: float | None) -> Verdict:
    """What may be said of the change of a quantity between two days, on one leg."""
    if first is None or last is None:
        return Verdict.NOT_MEASURED
    error = error_of(quantity)
    if error is None:
        return Verdict.NO_ERROR_KNOWN
    return Verdict.REAL if abs(last - first) >= error else Verdict.WITHIN_ERROR


def error_of(quantity: Quantity) -> float | None:
    """What measuring or rating alone can make of a change; None where nobody knows."""
    return _ERRORS.get(quantity)


_GOOD = {Quantity.COMFORTABLE: 1, Quantity.WORST_PAIN: -1}
"""In which direction a quantity gets better."""
_ERRORS = {
    Quantity.EXTENSION: ERROR_DEG,
    Quantity.STRIDE_LENGTH: ERROR_M,
    Quantity.WORST_PAIN: ERROR_POINTS,
}


def _row(quantity: Quantity, walks: tuple[ToCompare, ...], *, is_one_leg: bool) -> Compared:
    values = tuple(_value(quantity, walk) for walk in walks)
    first, last = values[0].value, values[-1].value
    change = None if first is None or last is None else last - first
    said = verdict(quantity, first, last) if is_one_leg else Verdict.OTHER_LEG
    return Compared(quantity, values, change, error_of(quantity), said)


def _value(quantity: Quantity, walk: ToCompare) -> Mean:
    means = walk.look.means
    match quantity:
        case Quantity.EXTENSION:
            return means.extension_deg
        case Quantity.STRIDE_LENGTH:
            return means.stride_length_m
        case Quantity.CADENCE:
            return means.cadence_spm
        case Quantity.SPEED:
            return means.walking_speed_mps
        case Quantity.COMFORTABLE:
            return Mean(means.comfortable_share, None, means.extension_deg.n)
        case Quantity.WORST_PAIN:
            level = None if walk.worst_pain is None else float(walk.worst_pain)
            return Mean(level, None, 0 if level is None else 1)
