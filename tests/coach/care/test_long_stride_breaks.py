"""A long-stride test that is interrupted: paused, stopped, killed, and gone on with."""

import msgspec
import pytest

from coach.care.long_stride_state import Dropped, End, Phase, Step
from coach.care.long_stride_test import LongStrideTest
from tests.coach.care.bouts import begun, do_bout, walk
from tests.coach.care.patients import ENTRY


def test_a_pause_does_not_lengthen_the_wait() -> None:
    test = begun(0)
    test.rate_before(2, 0.0)
    test.pause()
    test.resume()
    assert test.rate_before(1, 301.0) is Phase.ENDED


def test_a_pause_in_a_bout_has_it_walked_again() -> None:
    test = begun(0, 0, 0)
    test.rate_before(0, 0.0)
    walk(test, 5)
    test.pause()
    assert test.resume() is Phase.RATE_BEFORE
    assert test.state.bouts[-1].dropped is Dropped.PAUSED
    assert test.state.n_long_strides == 5
    assert test.proposal is not None
    assert test.proposal.step is Step.ASCENDING


def test_a_crash_in_a_bout_has_it_walked_again_and_its_strides_counted() -> None:
    test = begun(0, 0, 0)
    test.rate_before(0, 0.0)
    walk(test, 5)
    again = LongStrideTest.from_json(test.to_json())
    assert again.state.phase is Phase.RATE_BEFORE
    assert again.state.bouts[-1].dropped is Dropped.CRASHED
    assert again.state.n_long_strides == 5


@pytest.mark.parametrize("n_bouts", range(5))
def test_a_test_saved_between_bouts_goes_on_the_same(n_bouts: int) -> None:
    test = begun(*[0, 0, 0, 2, 0][:n_bouts])
    again = LongStrideTest.from_json(test.to_json())
    assert again.state == test.state
    for one in (test, again):
        while one.state.phase is not Phase.ENDED:
            do_bout(one)
    assert again.state == test.state


@pytest.mark.parametrize(
    "saved",
    [b"", b"{}", b"\xff", b'{"entry": 3}'],
    ids=["empty", "no entry", "not text", "wrong type"],
)
def test_what_is_not_a_saved_test_is_refused(saved: bytes) -> None:
    with pytest.raises(ValueError, match="not a saved test"):
        LongStrideTest.from_json(saved)


@pytest.mark.parametrize(
    "change", [{"first_pain": 11}, {"phase": "walk"}], ids=["pain 11", "a bout never begun"]
)
def test_a_saved_test_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    saved = msgspec.json.decode(LongStrideTest(ENTRY).to_json()) | change
    with pytest.raises(ValueError, match=r"pain|bout"):
        LongStrideTest.from_json(msgspec.json.encode(saved))


def test_a_test_stopped_in_a_pause_still_asks_for_the_pain_of_its_last_bout() -> None:
    test = begun(0, 0, 0)
    test.rate_before(0, 0.0)
    walk(test)
    test.end_bout()
    test.pause()
    test.stop(End.WISH)
    assert test.state.phase is Phase.RATE_AFTER
    assert test.rate_after(0) is Phase.ENDED
    assert test.state.end is End.WISH


def test_a_test_stopped_in_a_pause_between_bouts_ends_at_once() -> None:
    test = begun(0, 0)
    test.pause()
    test.stop(End.WISH)
    assert test.state.phase is Phase.ENDED


def test_a_rating_entered_by_mistake_is_taken_back_and_kept_as_such() -> None:
    test = begun(0, 8)
    test.rate_again()
    assert test.rate_after(0) is Phase.RATE_BEFORE
    assert test.state.end is None
    assert test.state.bouts[-1].taken_back == [8]


def test_a_corrected_rating_fits_as_if_it_had_been_entered_at_once() -> None:
    corrected, at_once = begun(0, 2), begun(0, 1)
    corrected.rate_again()
    corrected.rate_after(1, is_familiar=True)
    assert corrected.belief is not None
    assert at_once.belief is not None
    assert corrected.belief.mean_deg == pytest.approx(at_once.belief.mean_deg)
    assert corrected.proposal == at_once.proposal


def test_a_correction_survives_being_saved() -> None:
    test = begun(0, 8)
    test.rate_again()
    again = LongStrideTest.from_json(test.to_json())
    assert again.state == test.state


@pytest.mark.parametrize("reason", [End.WISH, End.WARNING_SIGN])
def test_what_ended_a_stopped_test_is_not_taken_back(reason: End) -> None:
    test = begun(0)
    test.stop(reason)
    assert not test.can_rate_again
    with pytest.raises(ValueError, match="no rating"):
        test.rate_again()


def test_once_the_next_pain_was_told_the_last_rating_stands() -> None:
    test = begun(0)
    assert test.can_rate_again
    test.rate_before(2, 0.0)
    assert test.state.phase is Phase.RATE_BEFORE
    assert not test.can_rate_again


def test_nothing_can_be_taken_back_before_the_first_rating() -> None:
    assert not LongStrideTest(ENTRY).can_rate_again
