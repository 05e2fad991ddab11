"""A long-stride test goes into the pain light, and its morning after speaks before another one."""

from datetime import UTC, datetime, timedelta

import pytest

from coach.care.long_stride_after import BeforeRetest, before_retest, pain_record_of
from coach.care.long_stride_state import Bout, Proposal, Reason, Step, TestState
from coach.care.pain import judge_all, mornings_to_ask
from coach.care.pain_record import Activity, MorningAnswer, PainRecord, Relief
from sensors.samples import Side
from tests.coach.care.patients import ENTRY

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MORNING = NOON + timedelta(hours=20)
TEST = PainRecord(NOON, Side.LEFT, 1, 5, activity=Activity.TEST)


def _answer(level: int, *, has_slept_worse: bool = False) -> MorningAnswer:
    return MorningAnswer(NOON.date(), Side.LEFT, level, MORNING, has_slept_worse=has_slept_worse)


def test_the_worst_rating_of_a_test_is_kept_against_the_first() -> None:
    bout = Bout(Proposal(Step.USUAL, Reason.FINDS_USUAL), 2, 0, pain_after=4)
    state = TestState(ENTRY, first_pain=1, last_pain=3, bouts=[bout])
    record = pain_record_of(state, NOON, Side.LEFT)
    assert record is not None
    assert (record.before, record.worst, record.activity) == (1, 4, Activity.TEST)


def test_a_test_that_was_never_rated_leaves_nothing() -> None:
    assert pain_record_of(TestState(ENTRY), NOON, Side.LEFT) is None


def test_pain_relief_marks_the_day() -> None:
    from dataclasses import replace

    state = TestState(replace(ENTRY, has_pain_relief=True), first_pain=1)
    record = pain_record_of(state, NOON, Side.LEFT)
    assert record is not None
    assert record.taken_before == {Relief.PAINKILLER}


def test_the_morning_after_a_test_is_asked_even_when_the_day_was_red() -> None:
    judged = judge_all([TEST], [])
    assert mornings_to_ask(judged, MORNING.date()) == ((NOON.date(), Side.LEFT),)


def test_a_leg_without_a_test_has_nothing_against_one() -> None:
    assert before_retest([TEST], [], Side.RIGHT) is None


def test_an_unknown_morning_is_said() -> None:
    assert before_retest([TEST], [], Side.LEFT) is BeforeRetest.UNKNOWN


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_answer(3), None),
        (_answer(4), BeforeRetest.MUCH_WORSE),
        (_answer(1, has_slept_worse=True), BeforeRetest.MUCH_WORSE),
    ],
    ids=["two more", "three more", "slept worse"],
)
def test_a_morning_of_more_than_two_above_the_start_warns(
    answer: MorningAnswer, said: BeforeRetest | None
) -> None:
    assert before_retest([TEST], [answer], Side.LEFT) is said
