"""Fading, silent check, laps and the end of the time: care.md, "The cue"."""

from itertools import pairwise

import pytest

from coach.care.delivery import Rule, ScreenState, Tone, Words
from coach.care.feedback import Feedback, FeedbackSettings, Surface
from coach.gait.events import Posture, PostureChange, WhyNot
from tests.coach.care.walks import LIMIT, USUAL, codes, sounds, stride, walk, walking

LAPS = FeedbackSettings(is_lap_mode=True)


def _walking(settings: FeedbackSettings) -> Feedback:
    return walking(Feedback(settings, LIMIT, USUAL))


def test_faded_strides_get_no_tone_and_no_words() -> None:
    feedback = _walking(FeedbackSettings(share=0.5))
    walk(feedback, [stride(n) for n in range(1, 20)])
    faded = walk(feedback, [stride(n, 16.0) for n in range(20, 39)])
    assert sounds(faded) == []


def test_after_the_faded_block_feedback_is_back() -> None:
    feedback = _walking(FeedbackSettings(share=0.5))
    walk(feedback, [stride(n) for n in range(1, 40)])
    assert Tone.SHORTER in codes(walk(feedback, [stride(n, 16.0) for n in range(40, 50)]), Tone)


def test_the_screen_says_that_they_walk_on_their_own() -> None:
    feedback = _walking(FeedbackSettings(share=0.5))
    walk(feedback, [stride(n) for n in range(1, 20)])
    states = codes(walk(feedback, [stride(n) for n in range(20, 25)]), ScreenState)
    assert states == [ScreenState.ON_YOUR_OWN]


def test_the_silent_check_is_announced_once() -> None:
    feedback = walking()
    told = [*feedback.set_silent(True), *feedback.set_silent(True)]
    assert [delivery.code for delivery in told] == [Words.SILENT_MINUTES, ScreenState.ON_YOUR_OWN]


def test_in_the_silent_check_nothing_is_heard() -> None:
    feedback = walking()
    feedback.set_silent(True)
    assert sounds(walk(feedback, [stride(n, 16.0) for n in range(1, 40)])) == []


def test_the_end_of_the_time_is_said() -> None:
    (said,) = walking().tell_time_is_up()
    assert (said.code, said.rule) == (Words.TIME_IS_UP, Rule.WORDS_TIME_IS_UP)


def test_a_muted_walk_announces_nothing() -> None:
    feedback = walking()
    feedback.set_muted(True)
    assert feedback.tell_time_is_up() == ()


def test_in_lap_mode_no_words_come_between_the_turns() -> None:
    said = walk(_walking(LAPS), [stride(n, 16.0) for n in range(1, 40)])
    assert codes(said, Words) == []


@pytest.mark.parametrize("end", [WhyNot.TURN, WhyNot.STOP])
def test_a_lap_over_the_limit_ends_with_the_sentence(end: WhyNot) -> None:
    feedback = _walking(LAPS)
    walk(feedback, [stride(n, 14.8) for n in range(1, 15)])
    said = walk(feedback, [stride(15, why_not=end)])
    assert codes(said, Words) == [Words.SMALLER_STEPS_SAME_PACE]


def test_a_lap_within_the_limit_ends_with_a_good_word() -> None:
    feedback = _walking(LAPS)
    walk(feedback, [stride(n) for n in range(1, 15)])
    turning = [stride(n, why_not=WhyNot.TURN) for n in (15, 16)]
    assert codes(walk(feedback, turning), Words) == [Words.GOOD_LAP]


def test_a_few_steps_are_no_lap() -> None:
    feedback = _walking(LAPS)
    walk(feedback, [stride(n) for n in range(1, 3)])
    assert codes(walk(feedback, [stride(3, why_not=WhyNot.TURN)]), Words) == []


def test_laps_are_told_at_least_eight_seconds_apart() -> None:
    feedback, times_s = _walking(LAPS), []
    for n in range(1, 60):
        why_not = WhyNot.TURN if n % 5 == 0 else None
        times_s += [d.t_s for d in walk(feedback, [stride(n, why_not=why_not)]) if d.code in Words]
    assert min(b - a for a, b in pairwise(times_s)) >= 8.0


def test_strides_of_before_the_walk_teach_what_is_usual() -> None:
    feedback = Feedback(FeedbackSettings(), LIMIT)
    feedback.learn_usual([stride(n) for n in range(25)])
    assert feedback.state().usual is not None


def test_a_known_usual_stride_stays() -> None:
    feedback = Feedback(FeedbackSettings(), LIMIT, USUAL)
    feedback.learn_usual([stride(n, 3.0) for n in range(25)])
    assert feedback.state().usual == USUAL


def test_pausing_ends_no_fading() -> None:
    feedback = _walking(FeedbackSettings(share=0.5, surface=Surface.TREADMILL))
    walk(feedback, [stride(n) for n in range(1, 22)])
    feedback.set_paused(True)
    feedback.set_paused(False)
    feedback.push((PostureChange(30.0, 30.0, Posture.WALKING),))
    assert feedback.state().is_faded


def test_more_than_all_strides_is_refused() -> None:
    with pytest.raises(ValueError, match="strides"):
        FeedbackSettings(share=1.5)
