"""The pain of usual walking as it was told, and what else happens around a bout."""

from dataclasses import replace

import pytest

from coach.care.long_stride_state import End, Step
from coach.care.long_stride_test import LongStrideTest
from coach.gait.events import WhyNot
from tests.coach.care.bouts import begun, walk
from tests.coach.care.patients import ENTRY, USUAL_DEG, stride


@pytest.mark.parametrize("usual_pain", [None, 1, 4], ids=str)
def test_short_steps_come_first_where_usual_walking_hurts_or_is_not_known(
    usual_pain: int | None,
) -> None:
    test = LongStrideTest(replace(ENTRY, resting_pain=0, usual_pain=usual_pain))
    assert test.proposal is not None
    assert (test.proposal.step, test.proposal.extension_deg) == (Step.SHORT, None)


def test_usual_steps_come_first_where_usual_walking_does_not_hurt() -> None:
    test = LongStrideTest(replace(ENTRY, resting_pain=2, usual_pain=2))
    assert test.proposal is not None
    assert test.proposal.step is Step.USUAL


def test_after_a_gentle_beginning_usual_is_guessed_from_the_short_bout() -> None:
    test = LongStrideTest(replace(ENTRY, resting_pain=0, usual_pain=3))
    test.rate_before(0, 0.0)
    walk(test, extension_deg=USUAL_DEG - 4)
    test.end_bout()
    test.rate_after(0)
    reference = test.state.reference
    assert reference is not None
    assert reference.is_guessed
    assert reference.extension_deg == pytest.approx(USUAL_DEG)


def test_a_preview_changes_nothing() -> None:
    test = begun(0, 0, 0)
    before = test.to_json()
    assert test.preview(1) is not None
    assert test.to_json() == before


def test_the_first_strides_after_a_turn_do_not_count() -> None:
    test = LongStrideTest(ENTRY)
    test.rate_before(0, 0.0)
    walk(test, 3)
    test.push(replace(stride(4.0, 5.0), is_scored=False, why_not=WhyNot.TURN))
    walk(test, 2)
    assert test.progress.n_scored == 3
    walk(test, 1)
    assert test.progress.n_scored == 4


def test_why_a_test_was_stopped_can_be_said_afterwards() -> None:
    test = begun(0)
    test.stop(End.WISH)
    test.name_end(End.WARNING_SIGN)
    assert test.state.end is End.WARNING_SIGN


def test_a_test_that_ended_by_itself_was_not_stopped() -> None:
    with pytest.raises(ValueError, match="was not stopped"):
        begun(5).name_end(End.WISH)
