"""The state word of the far view: truthful, and it holds still."""

import pytest

from coach.care.delivery import DeliveryKind, ScreenState
from coach.care.feedback import Feedback
from coach.gait.events import Calibrated, Posture, PostureChange, WhyNot
from tests.coach.care.walks import LIMIT, USUAL, WALKING, codes, stride, walk, walking


@pytest.mark.parametrize(
    ("posture", "state"),
    [
        (Posture.STANDING, ScreenState.STANDING),
        (Posture.RESTING, ScreenState.RESTING),
        (Posture.RUNNING, ScreenState.UNSURE),
    ],
)
def test_posture_is_shown_at_once(posture: Posture, state: ScreenState) -> None:
    (shown,) = Feedback(limit=LIMIT).push((PostureChange(1.0, 1.2, posture),))
    assert (shown.kind, shown.code, shown.t_s) == (DeliveryKind.STATE, state, 1.2)


def test_good_is_not_shown_before_five_scored_strides() -> None:
    feedback = walking()
    assert ScreenState.GOOD not in codes(walk(feedback, [stride(n) for n in range(1, 4)]), object)
    (shown,) = walk(feedback, [stride(4)])
    assert shown.code is ScreenState.GOOD


def test_strides_around_the_limit_do_not_flicker() -> None:
    # the trend swings by less than the dead band around the limit of 14 degrees
    feedback = walking()
    walk(feedback, [stride(n, 15.0) for n in range(1, 20)])
    around = [stride(n, 14.6 if n % 2 else 13.4) for n in range(20, 36)]
    assert codes(walk(feedback, around), ScreenState) == []


def test_one_unscored_stride_leaves_the_word() -> None:
    feedback = walking()
    walk(feedback, [stride(n) for n in range(1, 10)])
    assert walk(feedback, [stride(10, why_not=WhyNot.TURN)]) == []


def test_two_unscored_strides_show_unsure_and_the_reason() -> None:
    feedback = walking()
    walk(feedback, [stride(n) for n in range(1, 10)])
    (shown,) = walk(feedback, [stride(n, why_not=WhyNot.TURN) for n in (10, 11)])
    assert (shown.code, shown.reason) == (ScreenState.UNSURE, WhyNot.TURN)


def test_stairs_forget_the_trend() -> None:
    feedback = walking()
    walk(feedback, [stride(n, 16.0) for n in range(1, 10)])
    walk(feedback, [stride(n, why_not=WhyNot.STAIRS_OR_SLOPE) for n in (10, 11, 12)])
    assert feedback.state().trend.n_strides == 0


def test_without_a_limit_the_screen_says_so() -> None:
    feedback = Feedback(usual=USUAL)
    feedback.push((WALKING,))
    assert feedback.state().view.state is ScreenState.NO_LIMIT


def test_learning_is_shown_until_the_usual_stride_is_known() -> None:
    feedback = walking(usual=None)
    assert feedback.state().view.state is ScreenState.LEARNING


def test_pause_and_resume_are_shown_at_once() -> None:
    feedback = walking()
    assert codes(list(feedback.set_paused(True)), ScreenState) == [ScreenState.PAUSED]
    assert codes(list(feedback.set_paused(False)), ScreenState) == [ScreenState.UNSURE]


def test_pause_ends_also_while_getting_up() -> None:
    feedback = walking()
    feedback.set_paused(True)
    feedback.push((PostureChange(3.0, 3.1, Posture.TRANSFER),))
    assert codes(list(feedback.set_paused(False)), ScreenState) == [ScreenState.WAITING]


def test_getting_up_keeps_the_last_word() -> None:
    feedback = walking()
    walk(feedback, [stride(n) for n in range(1, 10)])
    assert feedback.push((PostureChange(13.0, 13.2, Posture.TRANSFER),)) == ()


def test_standing_stays_until_walking_is_sure() -> None:
    feedback = Feedback(limit=LIMIT, usual=USUAL)
    feedback.push((PostureChange(1.0, 1.2, Posture.STANDING),))
    assert feedback.push((PostureChange(5.0, 5.2, Posture.UNKNOWN),)) == ()


def test_unclear_posture_never_leaves_good_on_the_screen() -> None:
    feedback = walking()
    feedback.push((Calibrated(4.0, True, 0.3, None),))
    walk(feedback, [stride(n) for n in range(1, 10)])
    (shown,) = feedback.push((PostureChange(13.0, 13.2, Posture.UNKNOWN),))
    assert (shown.code, shown.reason) == (ScreenState.UNSURE, WhyNot.NOT_WALKING)


def test_who_never_stood_still_is_asked_to() -> None:
    feedback = Feedback(limit=LIMIT, usual=USUAL)
    feedback.push((PostureChange(1.0, 1.2, Posture.TRANSFER),))
    feedback.set_linked(False)
    (shown,) = [
        each
        for each in (
            *feedback.push((PostureChange(2.0, 2.2, Posture.UNKNOWN),)),
            *feedback.set_linked(True),
        )
        if each.code is ScreenState.UNSURE
    ]
    assert shown.reason is WhyNot.NOT_CALIBRATED


def test_lost_link_never_leaves_good_on_the_screen() -> None:
    feedback = walking()
    walk(feedback, [stride(n) for n in range(1, 10)])
    assert codes(list(feedback.set_linked(False)), ScreenState) == [ScreenState.NO_LINK]
