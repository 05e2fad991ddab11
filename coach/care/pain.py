"""The pain traffic light: how a walk or exercises went down, by 0-10 ratings and the morning.

The law is care.md, "Pain traffic light". Days are the person's own calendar days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from coach.care.pain_record import Activity, MorningAnswer, PainRecord
from coach.care.warning_signs import WarningSign
from sensors.samples import Side

PAIN_TOO_HIGH_TO_START = 5
"""From this pain on there is no recorded walk."""
AMBER_WINDOW_DAYS = 7
RED_WINDOW_DAYS = 14
ASK_BACK_DAYS = 7
"""A morning that nobody answered for is asked for this many days; later nobody remembers."""

_RED_PAIN, _RED_RISE = 5, 3
_AMBER_RISE = 2
_HIGH_START = 4
_MORNING = time(8)


class Colour(StrEnum):
    """What a rating means, best first; unknown is a walk whose morning nobody told of."""

    GREEN = "green"
    UNKNOWN = "unknown"
    AMBER = "amber"
    RED = "red"


_BEST_TO_WORST = tuple(Colour)


class Why(StrEnum):
    """What made the colour."""

    COMFORTABLE = "comfortable"
    MORNING_UNKNOWN = "morning_unknown"
    HIGH_START = "high_start"
    ROSE_BY_TWO = "rose_by_two"
    SLOW_TO_SETTLE = "slow_to_settle"
    MORNING_WORSE = "morning_worse"
    PAIN_FIVE = "pain_five"
    ROSE_BY_THREE = "rose_by_three"
    WARNING_SIGN = "warning_sign"
    MORNING_MUCH_WORSE = "morning_much_worse"
    SLEPT_WORSE = "slept_worse"


class Verdict(NamedTuple):
    """A colour and what made it."""

    colour: Colour
    why: Why


@dataclass(frozen=True, slots=True)
class Judged:
    """A record with its colour.

    `red_since` is when a red showed, `red_known_at` when it was told: later for a late answer.
    Both are None for other colours.
    """

    record: PainRecord
    verdict: Verdict
    is_morning_known: bool
    red_since: datetime | None = None
    red_known_at: datetime | None = None

    @property
    def colour(self) -> Colour:
        """The worst colour so far."""
        return self.verdict.colour

    @property
    def day(self) -> date:
        """The day of the walk or exercises."""
        return self.record.day


def may_start(pain_now: int) -> bool:
    """Whether this pain allows a recorded walk."""
    return pain_now < PAIN_TOO_HIGH_TO_START


def worse(one: Verdict, other: Verdict) -> Verdict:
    """The worse of two; of two alike the first."""
    return max(one, other, key=lambda verdict: _BEST_TO_WORST.index(verdict.colour))


def while_active(
    before: int, worst: int, signs: Iterable[WarningSign] = (), *, has_settled: bool | None = None
) -> Verdict:
    """The verdict of the day itself, before the morning is known.

    Notes
    -----
    The table's cells overlap; a rise decides before a level, so that each clause keeps a meaning:
    0 to 2 is a rise of 2 and amber (the worst colour wins), 3 to 4 is a rise of 1 from under 4
    and green (the clause made for people who start with some pain), and 4 to 4 is amber.
    """
    rise = worst - before
    if frozenset(signs):
        return Verdict(Colour.RED, Why.WARNING_SIGN)
    if max(before, worst) >= _RED_PAIN:
        return Verdict(Colour.RED, Why.PAIN_FIVE)
    if rise >= _RED_RISE:
        return Verdict(Colour.RED, Why.ROSE_BY_THREE)
    if rise >= _AMBER_RISE:
        return Verdict(Colour.AMBER, Why.ROSE_BY_TWO)
    if before >= _HIGH_START:
        return Verdict(Colour.AMBER, Why.HIGH_START)
    if has_settled is False:
        return Verdict(Colour.AMBER, Why.SLOW_TO_SETTLE)
    return Verdict(Colour.GREEN, Why.COMFORTABLE)


def next_morning(before: int, level: int, *, has_slept_worse: bool) -> Verdict:
    """The verdict of the morning after, against the pain before the walk."""
    rise = level - before
    if rise > _AMBER_RISE:
        return Verdict(Colour.RED, Why.MORNING_MUCH_WORSE)
    if has_slept_worse:
        return Verdict(Colour.RED, Why.SLEPT_WORSE)
    if rise > 0:
        return Verdict(Colour.AMBER, Why.MORNING_WORSE)
    return Verdict(Colour.GREEN, Why.COMFORTABLE)


def judge(record: PainRecord, morning: MorningAnswer | None) -> Judged:
    """The record's colour: the worst of the day and of the morning after, unknown without one.

    Raises
    ------
    ValueError
        If the answer is for another day or leg.
    """
    if morning is not None and (morning.day, morning.side) != (record.day, record.side):
        raise ValueError("this morning belongs to another day or leg")
    active = while_active(
        record.before, record.worst, record.signs, has_settled=record.has_settled_in_2_h
    )
    if morning is None:
        after = Verdict(Colour.UNKNOWN, Why.MORNING_UNKNOWN)
    else:
        after = next_morning(record.before, morning.level, has_slept_worse=morning.has_slept_worse)
    verdict = worse(active, after)
    is_known = morning is not None
    if active.colour is Colour.RED:
        return Judged(record, verdict, is_known, record.ended_at, record.ended_at)
    if morning is None or verdict.colour is not Colour.RED:
        return Judged(record, verdict, is_known)
    that_morning = datetime.combine(
        record.day + timedelta(days=1), _MORNING, tzinfo=record.ended_at.tzinfo
    )
    return Judged(record, verdict, is_known, that_morning, morning.answered_at)


def judge_all(
    records: Iterable[PainRecord], mornings: Iterable[MorningAnswer]
) -> tuple[Judged, ...]:
    """All records judged, oldest first; the last answer for a morning counts."""
    answers = {(answer.day, answer.side): answer for answer in mornings}
    ordered = sorted(records, key=lambda record: record.ended_at)
    return tuple(judge(record, answers.get((record.day, record.side))) for record in ordered)


def worst_of(judged: Iterable[Judged]) -> Judged:
    """The worst of several records of one activity: the legs of one walk."""
    return max(judged, key=lambda item: _BEST_TO_WORST.index(item.colour))


def mornings_to_ask(judged: Iterable[Judged], today: date) -> tuple[tuple[date, Side], ...]:
    """Days and legs whose morning after nobody has told of, newest first; late answers count.

    A day that is red already needs no morning, unless a long-stride test was on it.
    """
    return tuple(
        sorted(
            {
                (item.day, item.record.side)
                for item in judged
                if not item.is_morning_known
                and (item.colour is not Colour.RED or item.record.activity is Activity.TEST)
                and 0 < (today - item.day).days <= ASK_BACK_DAYS
            },
            reverse=True,
        )
    )


def is_second_amber(judged: Iterable[Judged], today: date) -> bool:
    """Whether the newest day was amber and so was another one in the 7 days before it.

    Two ambers of one day (both legs, walk and exercises) are one.
    """
    worst = _worst_by_day(item for item in judged if item.day <= today)
    if not worst:
        return False
    newest, *earlier = sorted(worst, reverse=True)
    return worst[newest] is Colour.AMBER and any(
        worst[day] is Colour.AMBER and (newest - day).days <= AMBER_WINDOW_DAYS for day in earlier
    )


def is_second_red(judged: Iterable[Judged], today: date) -> bool:
    """Whether two days within 14 days of each other were red, the later one not longer ago."""
    worst = _worst_by_day(item for item in judged if item.day <= today)
    days = sorted(day for day, colour in worst.items() if colour is Colour.RED)
    return any(
        (later - earlier).days <= RED_WINDOW_DAYS and (today - later).days <= RED_WINDOW_DAYS
        for earlier, later in pairwise(days)
    )


def _worst_by_day(judged: Iterable[Judged]) -> dict[date, Colour]:
    worst: dict[date, Colour] = {}
    for item in judged:
        so_far = worst.get(item.day, Colour.GREEN)
        worst[item.day] = max(so_far, item.colour, key=_BEST_TO_WORST.index)
    return worst
