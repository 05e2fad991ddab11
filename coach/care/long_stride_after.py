"""What a long-stride test leaves behind: its ratings for the pain light, and its morning after.

The law is care.md, "Instrumented long-stride test", 5.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from coach.care.long_stride_state import TestState
from coach.care.pain import Colour, next_morning
from coach.care.pain_record import Activity, MorningAnswer, PainRecord, Relief
from sensors.samples import Side


class BeforeRetest(StrEnum):
    """What to know of the morning after the last test before there is another one."""

    MUCH_WORSE = "much_worse"
    """Pain was more than 2 above that before the test, or sleep was worse."""
    UNKNOWN = "unknown"


def pain_record_of(state: TestState, ended_at: datetime, side: Side) -> PainRecord | None:
    """The ratings of a test, so that its morning after is asked; None before any was given."""
    told = [state.first_pain, state.last_pain]
    told += [pain for bout in state.bouts for pain in (bout.pain_before, bout.pain_after)]
    ratings = [pain for pain in told if pain is not None]
    if state.first_pain is None:
        return None
    relief = frozenset({Relief.PAINKILLER}) if state.entry.has_pain_relief else frozenset()
    return PainRecord(
        ended_at,
        side,
        before=state.first_pain,
        worst=max(ratings),
        activity=Activity.TEST,
        taken_before=relief,
    )


def before_retest(
    records: Iterable[PainRecord], mornings: Iterable[MorningAnswer], side: Side
) -> BeforeRetest | None:
    """What the morning after the newest test of a leg says; None where nothing speaks against."""
    of_tests = [each for each in records if each.activity is Activity.TEST and each.side is side]
    if not of_tests:
        return None
    newest = max(of_tests, key=lambda each: each.ended_at)
    answers = [each for each in mornings if (each.day, each.side) == (newest.day, side)]
    if not answers:
        return BeforeRetest.UNKNOWN
    last = max(answers, key=lambda each: each.answered_at)
    verdict = next_morning(newest.before, last.level, has_slept_worse=last.has_slept_worse)
    return BeforeRetest.MUCH_WORSE if verdict.colour is Colour.RED else None
