"""What of the decisions is heard and said: care.md, "The cue", rule by rule."""

from dataclasses import replace
from itertools import pairwise

import msgspec
import pytest

from coach.care.delivery import DeliveryKind, Notice, Rule, ScreenState, Tone, Words
from coach.care.feedback import (
    USUAL_STRIDES,
    Feedback,
    FeedbackSettings,
    FeedbackState,
    Surface,
)
from coach.care.limits import CueKind, Limit
from coach.gait.events import Calibrated, Posture, PostureChange, WhyNot
from tests.coach.care.walks import (
    LIMIT,
    STRIDE_S,
    USUAL,
    WALKING,
    codes,
    decision,
    decision_m,
    peak,
    sounds,
    stride,
    walk,
    walking,
)


def test_tone_sounds_beyond_limit_and_dead_band() -> None:
    long = stride(1, 15.5)
    (tone,) = walking().push((), (decision(long),))
    assert (tone.code, tone.rule) == (Tone.SHORTER, Rule.TONE_OVER_LIMIT)


def test_tone_comes_at_the_decision_and_names_it() -> None:
    judged = decision(stride(1, 15.5))
    (tone,) = walking().push((), (judged,))
    assert tone.decision is judged
    assert tone.t_s == judged.t_s


def test_no_tone_inside_the_dead_band() -> None:
    assert walking().push((), (decision(stride(1, 14.9)),)) == ()


def test_stride_foreseen_inside_the_dead_band_is_toned_when_it_goes_beyond() -> None:
    long = stride(1, 16.0)
    foreseen = replace(decision(long), t_s=long.start_s + 0.4, kind=CueKind.PREDICTED)
    feedback = walking()
    assert feedback.push((), (replace(foreseen, excess_deg=0.6),)) == ()
    (tone,) = feedback.push((peak(long),))
    assert (tone.code, tone.t_s) == (Tone.SHORTER, long.reported_s)


def test_stride_toned_when_foreseen_is_not_toned_again_at_its_peak() -> None:
    long = stride(1, 16.0)
    feedback = walking()
    assert feedback.push((), (replace(decision(long), t_s=long.start_s + 0.4),))
    assert feedback.push((peak(long),)) == ()


def test_no_tone_for_the_stride_after_a_toned_one() -> None:
    deliveries = walk(walking(), [stride(n, 16.0) for n in range(1, 4)])
    toned = [d.decision.stride_start_s for d in deliveries if d.code is Tone.SHORTER and d.decision]
    assert toned == [stride(1).start_s, stride(3).start_s]


def test_seventh_tone_waits_until_the_first_is_a_minute_old() -> None:
    # every third stride long: the trend stays within the limit, so no words mix in
    strides = [stride(n, 16.0 if n % 3 == 0 else 8.0) for n in range(1, 80)]
    times_s = [d.t_s for d in walk(walking(), strides) if d.code is Tone.SHORTER]
    assert times_s[5] - times_s[0] < 20.0
    assert times_s[6] - times_s[0] > 60.0


def test_tone_for_a_limit_in_metres() -> None:
    limit = Limit(stride_length_m=1.4, dead_band_m=0.03)
    feedback = walking(limit=limit)
    (tone,) = feedback.push((), (decision_m(stride(1, length_m=1.44), limit),))
    assert tone.code is Tone.SHORTER


@pytest.mark.parametrize("length_m", [1.39, 1.42], ids=["below limit", "inside dead band"])
def test_no_tone_within_a_limit_in_metres(length_m: float) -> None:
    limit = Limit(stride_length_m=1.4, dead_band_m=0.03)
    feedback = walking(limit=limit)
    assert feedback.push((), (decision_m(stride(1, length_m=length_m), limit),)) == ()


def test_no_tone_before_a_stride_was_scored() -> None:
    feedback = Feedback(limit=LIMIT, usual=USUAL)
    feedback.push((WALKING,))
    assert not sounds(list(feedback.push((), (decision(stride(0, 17.0)),))))


def test_no_tone_after_a_stride_that_was_not_scored() -> None:
    feedback = walking()
    feedback.push((stride(1, why_not=WhyNot.TURN),))
    assert feedback.push((), (decision(stride(2, 17.0)),)) == ()


@pytest.mark.parametrize(
    "posture",
    [posture for posture in Posture if posture is not Posture.WALKING],
)
def test_nothing_is_heard_unless_walking(posture: Posture) -> None:
    feedback = walking()
    feedback.push((PostureChange(2.3, 2.4, posture),))
    assert not sounds(walk(feedback, [stride(n, 18.0) for n in range(2, 20)]))


def test_nothing_is_heard_while_muted() -> None:
    feedback = walking()
    feedback.set_muted(True)
    assert not sounds(walk(feedback, [stride(n, 16.0) for n in range(1, 30)]))


def test_nothing_is_heard_while_paused() -> None:
    feedback = walking()
    feedback.set_paused(True)
    assert not sounds(walk(feedback, [stride(n, 16.0) for n in range(1, 30)]))


def test_muted_screen_still_asks_for_smaller_and_then_slower_steps() -> None:
    feedback = walking()
    feedback.set_muted(True)
    states = codes(walk(feedback, [stride(n, 16.0) for n in range(1, 20)]), ScreenState)
    assert states[-2:] == [ScreenState.SMALLER_STEPS, ScreenState.SLOWER]


def test_no_cue_while_the_usual_stride_is_learned() -> None:
    feedback = walking(usual=None)
    strides = [stride(n, 16.0) for n in range(1, USUAL_STRIDES - 1)]
    assert not sounds(walk(feedback, strides))


def test_usual_stride_is_learned_from_the_first_twenty() -> None:
    feedback = walking(usual=None)
    walk(feedback, [stride(n, 9.0 + n % 3) for n in range(1, USUAL_STRIDES)])
    usual = feedback.state().usual
    assert usual is not None
    assert usual.extension_deg == pytest.approx(10.0)


def test_first_words_are_smaller_steps_same_pace() -> None:
    deliveries = walk(walking(), [stride(n, 15.0) for n in range(1, 7)])
    (words,) = [d for d in deliveries if d.kind is DeliveryKind.WORDS]
    assert (words.code, words.rule) == (Words.SMALLER_STEPS_SAME_PACE, Rule.WORDS_TREND_OVER)


def test_words_need_five_scored_strides() -> None:
    deliveries = walk(walking(), [stride(n, 15.0) for n in range(1, 4)])
    assert codes(deliveries, Words) == []


def test_words_name_the_trend_and_a_decision() -> None:
    deliveries = walk(walking(), [stride(n, 15.0) for n in range(1, 10)])
    words = next(d for d in deliveries if d.kind is DeliveryKind.WORDS)
    assert words.trend_deg is not None
    assert words.trend_deg > 14.0
    assert words.decision is not None


def test_a_little_slower_comes_later_when_the_trend_stays_over() -> None:
    words = [d for d in walk(walking(), [stride(n, 15.0) for n in range(1, 30)]) if d.code in Words]
    assert [d.code for d in words[:2]] == [Words.SMALLER_STEPS_SAME_PACE, Words.A_LITTLE_SLOWER]
    assert words[1].t_s - words[0].t_s >= 8.0


def test_on_a_treadmill_the_belt_is_slowed() -> None:
    feedback = Feedback(FeedbackSettings(Surface.TREADMILL), LIMIT, USUAL)
    deliveries = walk(walking(feedback), [stride(n, 15.0) for n in range(1, 30)])
    assert codes(deliveries, Words)[1] is Words.SLOW_THE_BELT_A_LITTLE


def test_nobody_who_is_slower_already_is_asked_to_slow_down() -> None:
    slow = 1.3 * STRIDE_S
    strides = [stride(n, 15.0, time_s=slow) for n in range(1, 40)]
    said = codes(walk(walking(), strides), Words)
    assert set(said) == {Words.SMALLER_STEPS_SAME_PACE}
    assert len(said) > 1


def test_third_sentence_waits_half_a_minute() -> None:
    strides = [stride(n, 15.0) for n in range(1, 60)]
    times_s = [d.t_s for d in walk(walking(), strides) if d.kind is DeliveryKind.WORDS]
    assert times_s[2] - times_s[1] >= 30.0


def test_words_begin_again_once_the_trend_was_comfortable() -> None:
    over = [stride(n, 15.0) for n in range(1, 20)]
    within = [stride(n, 10.0) for n in range(20, 40)]
    again = [stride(n, 15.0) for n in range(40, 60)]
    feedback = walking()
    walk(feedback, over + within)
    assert codes(walk(feedback, again), Words)[0] is Words.SMALLER_STEPS_SAME_PACE


def test_no_tone_while_a_sentence_is_said() -> None:
    heard = sounds(walk(walking(), [stride(n, 16.0) for n in range(1, 60)]))
    assert any(d.code in Words for d in heard)
    for first, then in pairwise(heard):
        assert then.t_s - first.t_s >= (3.0 if first.code in Words else 1.0)


def test_no_cue_below_the_usual_extension_less_five_degrees() -> None:
    limit = Limit(extension_deg=2.0)
    wide = replace(USUAL, extension_sd_deg=40.0)  # so wide that the limit is not a lesson
    feedback = walking(Feedback(limit=limit, usual=wide))
    walk(feedback, [stride(n, 4.0) for n in range(1, 8)], limit)
    assert not sounds(walk(feedback, [stride(n, 4.9) for n in range(8, 60)], limit))


def test_no_cue_below_four_fifths_of_the_usual_stride() -> None:
    strides = [stride(n, 16.0, length_m=1.03) for n in range(1, 40)]
    feedback = walking()
    walk(feedback, strides[:8])
    assert not sounds(walk(feedback, strides[8:]))


def test_floor_is_left_only_by_more_than_the_dead_band() -> None:
    # usual 1.30 m: floor 1.04 m, left above 1.07 m
    feedback = walking()
    walk(feedback, [stride(n, 16.0, length_m=1.0) for n in range(1, 20)])
    assert not sounds(walk(feedback, [stride(n, 16.0, length_m=1.06) for n in range(20, 40)]))
    assert sounds(walk(feedback, [stride(n, 16.0, length_m=1.12) for n in range(40, 60)]))


def test_event_known_late_does_not_turn_time_back() -> None:
    feedback = walking()
    feedback.push((PostureChange(9.0, 50.0, Posture.WALKING),))
    (shown,) = feedback.push((PostureChange(10.0, 11.0, Posture.STANDING),))
    assert shown.t_s == 50.0


def test_over_the_limit_at_the_floor_is_shown_as_small_enough() -> None:
    feedback = walking()
    walk(feedback, [stride(n, 16.0, length_m=1.0) for n in range(1, 40)])
    assert feedback.state().view.state is ScreenState.SMALL_ENOUGH


def test_limit_that_cues_usual_strides_switches_to_lesson_mode_and_says_so() -> None:
    limit = Limit(extension_deg=9.0)
    feedback = Feedback(limit=limit, usual=USUAL)
    feedback.push((WALKING,))
    deliveries = walk(feedback, [stride(n, 12.0) for n in range(40)], limit)
    assert codes(deliveries, Notice) == [Notice.LESSON_MODE]
    assert codes(deliveries, Tone) == []


def test_lesson_mode_keeps_the_words_of_the_trend() -> None:
    limit = Limit(extension_deg=9.0)
    deliveries = walk(walking(limit=limit), [stride(n, 12.0) for n in range(1, 40)], limit)
    assert codes(deliveries, Words)


def test_a_higher_limit_ends_lesson_mode() -> None:
    feedback = walking(limit=Limit(extension_deg=9.0))
    feedback.set_limit(LIMIT)
    (tone,) = feedback.push((), (decision(stride(1, 15.5)),))
    assert tone.code is Tone.SHORTER


def test_falling_extension_with_slower_strides_is_asked_about_not_praised() -> None:
    settings = FeedbackSettings(has_reward_tone=True)
    feedback = walking(Feedback(settings, LIMIT, USUAL))
    strides = [stride(n, 7.0, time_s=1.25 * STRIDE_S) for n in range(2, 30)]
    deliveries = walk(feedback, strides)
    assert codes(deliveries, Notice) == [Notice.ASK_PAIN_AND_LIMP]
    assert codes(deliveries, Tone) == []
    assert feedback.state().view.state is ScreenState.HOW_DOES_IT_FEEL


def test_falling_extension_with_uneven_strides_is_asked_about() -> None:
    feedback = walking()
    strides = []
    for n in range(2, 30):
        one = stride(n, 7.0)
        assert one.end_s is not None
        strides.append(replace(one, end_s=one.end_s + (0.1 if n % 2 else -0.1)))
    assert Notice.ASK_PAIN_AND_LIMP in codes(walk(feedback, strides), Notice)


def test_falling_extension_at_a_steady_pace_is_good() -> None:
    feedback = walking()
    deliveries = walk(feedback, [stride(n, 7.0) for n in range(1, 30)])
    assert codes(deliveries, Notice) == []
    assert feedback.state().view.state is ScreenState.GOOD


def test_no_reward_tone_by_default() -> None:
    assert codes(walk(walking(), [stride(n) for n in range(1, 60)]), Tone) == []


def test_reward_tone_at_most_every_half_minute() -> None:
    feedback = walking(Feedback(FeedbackSettings(has_reward_tone=True), LIMIT, USUAL))
    deliveries = walk(feedback, [stride(n) for n in range(1, 70)])
    rewards = [d for d in deliveries if d.code is Tone.GOOD]
    assert len(rewards) == 3  # strides 4 to 69 last 72 s
    assert all(d.rule is Rule.TONE_REWARD for d in rewards)


def test_lost_link_sounds_once_while_walking() -> None:
    feedback = walking()
    assert codes(list(feedback.set_linked(False)), Tone) == [Tone.LINK_LOST]
    assert codes(list(feedback.set_linked(False)), Tone) == []


def test_lost_link_is_silent_while_resting() -> None:
    feedback = walking()
    feedback.push((PostureChange(2.3, 2.4, Posture.RESTING),))
    assert codes(list(feedback.set_linked(False)), Tone) == []


def test_new_neutral_starts_the_trend_anew() -> None:
    feedback = walking()
    walk(feedback, [stride(n) for n in range(1, 20)])
    feedback.push((Calibrated(25.0, True, 0.5, None),))
    assert feedback.state().trend.n_strides == 0


def test_stride_with_nan_extension_is_not_taken_in() -> None:
    feedback = walking()
    walk(feedback, [stride(1, float("nan"))], None)
    assert feedback.state().trend.n_strides == 1  # the one of `walking`


@pytest.mark.parametrize(
    "louder",
    [{"tones_per_minute": 7}, {"words_gap_s": 7.9}, {"words_repeat_s": 5.0}],
    ids=["tones", "words", "repeats"],
)
def test_louder_than_care_allows_is_refused(louder: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"allowed|apart"):
        FeedbackSettings(**louder)  # type: ignore[arg-type]


def test_kept_state_goes_on_as_if_nothing_had_happened() -> None:
    strides = [stride(n, 14.0 + n % 4) for n in range(1, 50)]
    whole, first, second = walking(), walking(), Feedback()
    expected = walk(whole, strides)
    out = walk(first, strides[:23])
    kept = msgspec.json.encode(first.state())
    second.restore(msgspec.json.decode(kept, type=FeedbackState))
    assert out + walk(second, strides[23:]) == expected


def test_reset_forgets_the_walk() -> None:
    feedback = walking()
    walk(feedback, [stride(n, 16.0) for n in range(1, 10)])
    feedback.reset()
    assert feedback.state() == Feedback(limit=LIMIT, usual=USUAL).state()
