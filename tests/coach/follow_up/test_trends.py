"""Trends of made-up weeks whose answers anyone can redo on paper."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.care.pain_record import MorningAnswer, PainRecord
from coach.follow_up.trends import (
    PainChange,
    Told,
    comfortable_share,
    pain_story,
    trends,
    worst_by_day,
)
from coach.records.entries import ExerciseEntry, PainEntry, WalkNote
from sensors.samples import Side

TODAY = date(2026, 3, 2)
LEG = Side.RIGHT


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def ago(n_days: int) -> date:
    return TODAY - timedelta(days=n_days)


def walk(day: date, minutes: float = 10.0, share: float | None = None, n: int = 0) -> WalkNote:
    return WalkNote(
        ended_at=at(day), side=LEG, minutes=minutes, comfortable_share=share, n_scored=n
    )


def days(*levels: float | None, first: date = date(2026, 2, 1)) -> list[tuple[date, float]]:
    """A level for each day in a row; None for a day nobody told of."""
    told = [(first + timedelta(days=n), level) for n, level in enumerate(levels)]
    return [(day, level) for day, level in told if level is not None]


@pytest.mark.parametrize(
    ("levels", "change"),
    [
        ([], PainChange.TOO_LITTLE),
        ([5.0], PainChange.TOO_LITTLE),
        ([5.0] * 13, PainChange.TOO_LITTLE),
        ([5.0] * 7 + [3.0] * 7, PainChange.FELL),
        ([3.0] * 7 + [5.0] * 7, PainChange.ROSE),
        ([5.0] * 7 + [4.5] * 7, PainChange.SAME),
        ([5.0] * 7 + [4.0] * 7, PainChange.FELL),
        ([8.0] * 7 + [7.0] * 7, PainChange.SAME),
        ([8.0] * 7 + [6.5] * 7, PainChange.FELL),
        ([5.0, 5.0, *[None] * 10, 2.0, 2.0], PainChange.TOO_LITTLE),
        ([5.0, 5.0, 5.0, *[None] * 8, 2.0, 2.0, 2.0], PainChange.FELL),
        ([2.0] * 20 + [9.0], PainChange.SAME),
    ],
    ids=[
        "nothing told",
        "one day",
        "less than two weeks",
        "two points less",
        "two points more",
        "half a point is no change",
        "one point is a change",
        "one point of eight is less than 15 %",
        "a point and a half of eight",
        "two days a week are too few",
        "three days a week are enough",
        "one bad day makes no trend",
    ],
)
def test_what_may_be_said_of_the_pain(levels: list[float | None], change: PainChange) -> None:
    assert pain_story(days(*levels)).change is change


def test_the_story_tells_both_medians_and_the_weeks() -> None:
    story = pain_story(days(*[5.0] * 7, *[None] * 14, *[2.0, 3.0, 3.0, 3.0, 4.0, 2.0, 3.0]))
    assert (story.before, story.now, story.n_weeks) == (5.0, 3.0, 4)


def test_the_worst_pain_of_a_day_is_the_worst_of_all_that_was_told() -> None:
    told = Told(
        ratings=(PainRecord(at(TODAY), LEG, before=1, worst=4),),
        mornings=(MorningAnswer(ago(1), LEG, 5, at(TODAY, 8)),),
        diary=(PainEntry(at=at(ago(1)), level=2, moment="now"),),
    )
    assert worst_by_day(told) == {TODAY: 5, ago(1): 2}


def test_the_last_day_is_today() -> None:
    stretches = trends(Told(), TODAY).stretches
    assert (stretches[0].first, stretches[-1].first) == (ago(27), TODAY)


def test_twelve_weeks_are_shown_week_by_week() -> None:
    assert [stretch.n_days for stretch in trends(Told(), TODAY, 12).stretches] == [7] * 12


def test_minutes_of_a_day_add_up() -> None:
    found = trends(Told(walks=(walk(TODAY, 10.0), walk(TODAY, 5.5))), TODAY)
    assert found.stretches[-1].minutes == 15.5


def test_what_is_older_than_the_span_is_left_out() -> None:
    assert not trends(Told(walks=(walk(ago(28)),)), TODAY).has_anything


def test_comfortable_strides_weigh_alike_in_every_walk() -> None:
    walks = (walk(TODAY, share=1.0, n=300), walk(TODAY, share=0.8, n=100), walk(TODAY))
    assert comfortable_share(walks) == pytest.approx(0.95)


def test_without_a_limit_there_is_no_share() -> None:
    assert comfortable_share((walk(TODAY),)) is None


def test_the_pain_of_a_week_is_the_median_of_its_days() -> None:
    diary = tuple(
        PainEntry(at=at(ago(n)), level=level, moment="now") for n, level in enumerate((1, 9, 2))
    )
    assert trends(Told(diary=diary), TODAY, 12).stretches[-1].worst == 2


def test_exercises_are_counted_by_day() -> None:
    done = tuple(ExerciseEntry(at=at(TODAY), exercise=name) for name in ("M1", "A1"))
    assert trends(Told(exercises=done), TODAY).stretches[-1].n_exercises == 2


def test_a_day_nobody_told_of_is_unknown_and_not_zero() -> None:
    assert trends(Told(), TODAY).stretches[-1].worst is None


def test_no_week_is_refused() -> None:
    with pytest.raises(ValueError, match="0 weeks"):
        trends(Told(), TODAY, 0)
