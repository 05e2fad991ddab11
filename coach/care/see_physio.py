"""When the program says: see your physiotherapist. Each with its rule and what it looked at.

The law is care.md, "Plan" and "The cue".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import hypot
from statistics import fmean

from coach.care.limits import Limit, LimitSource
from coach.care.pain import Judged, is_second_red
from coach.care.reasons import Reason, Rule, because
from coach.care.usual import Usual, share_cued
from coach.care.walking_dose import WalkDone

IMPROVEMENT_WEEKS = 6
IMPROVEMENT = 1.0
"""Points of worst pain: the smallest fall that people call better."""
LESSON_SHARE = 0.3
"""Above this share of usual strides cued, a limit belongs before a physio."""

_BETWEEN_WEARING_SD_DEG = 2.0
_LEGS_DIFFER_DEG = 1.96 * hypot(_BETWEEN_WEARING_SD_DEG, _BETWEEN_WEARING_SD_DEG)
_LIMPS_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class PhysioInputs:
    """What this advice looks at. `usual_other` is the other leg's usual stride, worn there."""

    today: date
    judged: tuple[Judged, ...] = ()
    walks: tuple[WalkDone, ...] = ()
    is_daily_life_limited: bool = False
    limit: Limit | None = None
    usual: Usual | None = None
    usual_other: Usual | None = None


def see_physio(inputs: PhysioInputs) -> tuple[Reason, ...]:
    """Every reason to see a physiotherapist that holds today, most pressing first."""
    return tuple(_reasons(inputs))


def improvement(judged: Iterable[Judged], today: date) -> float | None:
    """How far the mean worst pain fell from the week six weeks ago to this one.

    None without ratings in both weeks, or where there was less pain than could fall by a point.
    """
    judged = tuple(judged)
    then = _week_mean(judged, today - timedelta(weeks=IMPROVEMENT_WEEKS))
    now = _week_mean(judged, today)
    if then is None or now is None or then < IMPROVEMENT:
        return None
    return then - now


def is_limping_still(walks: Iterable[WalkDone]) -> bool:
    """Whether the person said of the last two walks that they limped."""
    asked = [walk.is_limping for walk in walks if walk.is_limping is not None]
    return len(asked) >= _LIMPS_IN_A_ROW and all(asked[-_LIMPS_IN_A_ROW:])


def legs_difference_deg(one: Usual, other: Usual) -> float | None:
    """How far the usual extension of two legs differs, or None within the measurement error.

    Each was measured in another wearing (SD 2 degrees), so under 5.5 degrees it is no difference.
    """
    difference_deg = one.extension_deg - other.extension_deg
    return difference_deg if abs(difference_deg) > _LEGS_DIFFER_DEG else None


def _reasons(inputs: PhysioInputs) -> Iterator[Reason]:
    if is_second_red(inputs.judged, inputs.today):
        yield because(Rule.SECOND_RED)
    fell_by = improvement(inputs.judged, inputs.today)
    if fell_by is not None and fell_by < IMPROVEMENT:
        yield because(Rule.NO_IMPROVEMENT, weeks=IMPROVEMENT_WEEKS, change=round(fell_by, 1) + 0.0)
    if inputs.is_daily_life_limited:
        yield because(Rule.DAILY_LIFE_LIMITED)
    if is_limping_still(inputs.walks):
        yield because(Rule.LIMPING_STILL)
    if inputs.usual is not None and inputs.usual_other is not None:
        difference_deg = legs_difference_deg(inputs.usual, inputs.usual_other)
        if difference_deg is not None:
            yield because(Rule.LEGS_DIFFER, degrees=round(abs(difference_deg), 1))
    yield from _of_limit(inputs)


def _of_limit(inputs: PhysioInputs) -> Iterator[Reason]:
    limit = inputs.limit
    if limit is None:
        return
    if inputs.usual is not None:
        share = share_cued(inputs.usual, limit)
        if share > LESSON_SHARE:
            yield because(Rule.LIMIT_TOO_LOW, percent=round(100 * share))
    if limit.expires_on is not None and inputs.today > limit.expires_on:
        is_own = limit.source is LimitSource.OWN_PROVISIONAL
        rule = Rule.OWN_LIMIT_EXPIRED if is_own else Rule.LIMIT_EXPIRED
        yield because(rule, expired_on=limit.expires_on.isoformat())


def _week_mean(judged: tuple[Judged, ...], last_day: date) -> float | None:
    worst = [item.record.worst for item in judged if 0 <= (last_day - item.day).days < 7]
    return fmean(worst) if worst else None
