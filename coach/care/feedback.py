"""Delivery: what of the decisions is heard, said and shown, and when the coach keeps silent.

The law is care.md, "The cue". Everything runs in sample time; no clock is read.
"""

from collections.abc import Sequence
from copy import deepcopy
from math import isfinite

from coach.care.delivery import Delivery, DeliveryCode, Notice, Rule, Tone, Words
from coach.care.fading import has_feedback
from coach.care.far_view import current_view, steady_view
from coach.care.feedback_state import FeedbackSettings, FeedbackState, Surface, View
from coach.care.limits import Decision, Limit
from coach.care.margins import (
    Margin,
    above_floor,
    decided_over_limit,
    is_beyond_band,
    over_limit,
    with_dead_band,
)
from coach.care.trend import Trend
from coach.care.usual import Usual, usual_of
from coach.gait.events import (
    Calibrated,
    ExtensionPeak,
    GaitEvent,
    PostureChange,
    Prediction,
    Stride,
    WhyNot,
)

__all__ = ["Feedback", "FeedbackSettings", "FeedbackState", "Surface", "Usual"]

USUAL_STRIDES = 20

_TONE_LASTS_S = 1.0  # no sentence begins this soon after a tone
_WORDS_LAST_S = 3.0  # no tone while a sentence of four words is being said
_STRIDES_TO_ANSWER = 5  # a trend over five strides cannot have answered sooner
_REWARD_GAP_S = 30.0  # leaves four of six tones a minute to the cue
_ASK_GAP_S = 300.0
_SAME_STRIDE_S = 0.3  # half the shortest stride that is scored
_FEWEST_LAP_STRIDES = 4
_UNSCORED_TO_FORGET = 3  # then the trend is of another place: stairs, a crowd, a corner


class Feedback:
    """Gait events and decisions in, deliveries out; one object for one walk.

    Any partition of the stream gives the same deliveries, as long as what became known at one
    sample comes in one push. Tones and words come only while there is walking, strides are
    scored, and both the limit and the person's usual stride are known.
    """

    def __init__(
        self,
        settings: FeedbackSettings | None = None,
        limit: Limit | None = None,
        usual: Usual | None = None,
    ) -> None:
        self.settings = settings or FeedbackSettings()
        self._first = FeedbackState(limit=limit, usual=usual)
        self._state = deepcopy(self._first)
        self._out: list[Delivery] = []

    def state(self) -> FeedbackState:
        """Return a copy of all that is remembered."""
        return deepcopy(self._state)

    def restore(self, state: FeedbackState) -> None:
        """Go on from a state that was kept."""
        self._state = deepcopy(state)

    def reset(self) -> None:
        """Forget the walk; limit and usual stride are again those given at the start."""
        self._state = deepcopy(self._first)

    def push(
        self, events: tuple[GaitEvent, ...], decisions: tuple[Decision, ...] = ()
    ) -> tuple[Delivery, ...]:
        """Return what these events and decisions bring, in the order of sample time."""
        for item in sorted((*events, *decisions), key=_known_s):
            self._state.now_s = max(self._state.now_s, _known_s(item))
            self._see(item)
        return self._delivered()

    def set_limit(self, limit: Limit | None) -> tuple[Delivery, ...]:
        """Coach by another limit from now on."""
        s = self._state
        s.limit, s.is_over, s.is_above_floor, s.is_lesson_told = limit, False, True, False
        self._show(current_view(s))
        return self._delivered()

    def set_muted(self, is_muted: bool) -> None:
        """Silence tones and words, or let them be heard again; the screen goes on."""
        self._state.is_muted = is_muted

    def set_paused(self, is_paused: bool) -> tuple[Delivery, ...]:
        """Pause or resume the coaching."""
        if is_paused != self._state.is_paused:
            self._state.is_paused = is_paused
            self._start_anew(WhyNot.START)
        return self._delivered()

    def set_silent(self, is_silent: bool) -> tuple[Delivery, ...]:
        """Begin or end the silent check, and say so once."""
        s = self._state
        if is_silent != s.is_silent:
            s.is_silent = is_silent
            if is_silent:
                self._announce(Words.SILENT_MINUTES, Rule.WORDS_SILENT_CHECK)
            self._show(current_view(s))
        return self._delivered()

    def tell_time_is_up(self) -> tuple[Delivery, ...]:
        """Say that the planned time has been walked."""
        self._announce(Words.TIME_IS_UP, Rule.WORDS_TIME_IS_UP)
        return self._delivered()

    def learn_usual(self, strides: Sequence[Stride]) -> None:
        """Take strides of before the walk for what is usual, unless that is known."""
        s = self._state
        if s.usual is None:
            s.learned_from = [stride for stride in strides if _is_usable(stride)][-USUAL_STRIDES:]
            self._settle_usual()

    def set_linked(self, is_linked: bool) -> tuple[Delivery, ...]:
        """Tell that the link to the sensor was lost, or is back."""
        if is_linked != self._state.is_linked:
            if not is_linked and self._may_sound():
                self._sound(Tone.LINK_LOST, Rule.TONE_LINK_LOST)
            self._state.is_linked = is_linked
            self._start_anew(WhyNot.GAP)
        return self._delivered()

    def _see(self, item: GaitEvent | Decision) -> None:
        match item:
            case PostureChange():
                if item.posture is not self._state.posture:
                    self._state.posture = item.posture
                    self._start_anew(WhyNot.START)
            case Calibrated(is_accepted=True):
                self._state.has_line = True
                self._start_anew(WhyNot.START)
            case Decision():
                self._see_decision(item)
            case Stride():
                self._see_stride(item)
            case ExtensionPeak():
                self._see_peak(item)
            case Prediction():
                self._state.has_line = True  # also one of an earlier walk
                self._count_stride(item.stride_start_s)
            case _:
                pass

    def _see_decision(self, decision: Decision) -> None:
        self._count_stride(decision.stride_start_s)
        self._state.decision = decision
        if decision.is_over:
            self._warn(decided_over_limit(decision))

    def _see_peak(self, peak: ExtensionPeak) -> None:
        """Warn late of a stride that was foreseen within the dead band and went beyond it."""
        self._count_stride(peak.stride_start_s)
        decision = self._state.decision
        if (
            decision is not None
            and decision.is_over
            and abs(decision.stride_start_s - peak.stride_start_s) < _SAME_STRIDE_S
        ):
            extension_deg, length_m = peak.peak_thigh_extension_deg, peak.expected_stride_length_m
            self._warn(over_limit(decision.limit, extension_deg, length_m))

    def _warn(self, margins: list[Margin]) -> None:
        is_wanted = is_beyond_band(margins) and not self._state.is_lesson
        if is_wanted and self._may_coach() and self._may_sound():
            self._sound(Tone.SHORTER, Rule.TONE_OVER_LIMIT)

    def _see_stride(self, stride: Stride) -> None:
        s = self._state
        self._count_stride(stride.start_s)
        if not s.is_walking:
            return
        if _is_usable(stride):
            s.unsure, s.n_unscored = None, 0
            s.n_lap_strides += 1
            self._take_in(stride)
            self._notice()
            if not self.settings.is_lap_mode:
                self._speak()
            self._reward(stride)
        else:
            self._end_lap(stride)
            s.unsure = stride.why_not or WhyNot.IRREGULAR
            s.n_unscored += 1
            if s.n_unscored == _UNSCORED_TO_FORGET:
                s.trend, s.is_over, s.is_above_floor = Trend(), False, True
        self._show(steady_view(s))

    def _take_in(self, stride: Stride) -> None:
        s = self._state
        if s.usual is None:
            s.learned_from.append(stride)
            self._settle_usual()
        s.trend.add(stride)
        s.n_strides_since_sentence += 1
        if s.limit is None or s.usual is None:
            return
        extension_deg, length_m = s.trend.extension_deg, s.trend.stride_length_m
        s.is_over = with_dead_band(s.is_over, over_limit(s.limit, extension_deg, length_m))
        rooms = above_floor(s.limit, s.usual, extension_deg, length_m)
        needed = [0.0 if s.is_above_floor else room.band for room in rooms]
        s.is_above_floor = all(
            room.distance > need for room, need in zip(rooms, needed, strict=True)
        )
        if not s.is_over:
            s.sentence, s.n_sentences = None, 0

    def _settle_usual(self) -> None:
        s = self._state
        if len(s.learned_from) >= USUAL_STRIDES:
            s.usual, s.learned_from = usual_of(s.learned_from), []

    def _notice(self) -> None:
        s = self._state
        if s.is_lesson and not s.is_lesson_told:
            s.is_lesson_told = True
            self._deliver(Notice.LESSON_MODE, Rule.NOTICE_LESSON)
        if s.is_hollow and _is_past(s.asked_s, _ASK_GAP_S, s.now_s):
            s.asked_s = s.now_s
            self._deliver(Notice.ASK_PAIN_AND_LIMP, Rule.NOTICE_SLOW_OR_UNEVEN)

    def _end_lap(self, stride: Stride) -> None:
        """Say at the turn, or the stop, how the lap was."""
        s = self._state
        n_strides, s.n_lap_strides = s.n_lap_strides, 0
        is_end = stride.why_not in (WhyNot.TURN, WhyNot.STOP)
        if not (self.settings.is_lap_mode and is_end and n_strides >= _FEWEST_LAP_STRIDES):
            return
        if s.is_beyond_limit:
            self._speak()
        elif (
            self._may_coach()
            and not s.is_hollow
            and _is_past(s.spoken_s, self.settings.words_gap_s, s.now_s)
        ):
            self._announce(Words.GOOD_LAP, Rule.WORDS_LAP)

    def _announce(self, words: Words, rule: Rule) -> None:
        """Say how it stands, if anything may be said."""
        s = self._state
        if not s.is_muted:
            s.spoken_s = s.now_s
            self._deliver(words, rule)

    def _speak(self) -> None:
        s = self._state
        if not (self._may_coach() and s.trend.is_settled and s.is_beyond_limit):
            return
        gap_s = self.settings.words_gap_s if s.n_sentences < 2 else self.settings.words_repeat_s
        if not _is_past(s.sentence_s, gap_s, s.now_s):
            return
        if s.n_sentences and s.n_strides_since_sentence < _STRIDES_TO_ANSWER:
            return
        if s.tone_times_s and s.now_s - s.tone_times_s[-1] < _TONE_LASTS_S:
            return
        rule = Rule.WORDS_STILL_OVER if s.n_sentences else Rule.WORDS_TREND_OVER
        s.sentence, s.sentence_s = self._next_sentence(), s.now_s
        s.n_sentences += 1
        s.n_strides_since_sentence = 0
        if self.settings.has_words and not s.is_muted:
            s.spoken_s = s.now_s
            self._deliver(s.sentence, rule)
        self._show(current_view(s))

    def _next_sentence(self) -> Words:
        """Smaller steps first, slower every second time, unless strides are slower already."""
        s = self._state
        if s.n_sentences % 2 == 0 or (s.usual is not None and s.trend.is_slower(s.usual)):
            return Words.SMALLER_STEPS_SAME_PACE
        if self.settings.surface is Surface.TREADMILL:
            return Words.SLOW_THE_BELT_A_LITTLE
        return Words.A_LITTLE_SLOWER

    def _reward(self, stride: Stride) -> None:
        """Sound the good tone for a stride within the limit when the trend is, and not hollow."""
        s = self._state
        if not (self.settings.has_reward_tone and self._may_coach() and s.trend.is_settled):
            return
        if s.limit is None or s.is_over or s.is_hollow or s.is_lesson:
            return
        margins = over_limit(s.limit, stride.peak_thigh_extension_deg, stride.stride_length_m)
        is_within = all(margin.distance <= 0 for margin in margins)
        if is_within and _is_past(s.reward_s, _REWARD_GAP_S, s.now_s) and self._may_sound():
            s.reward_s = s.now_s
            self._sound(Tone.GOOD, Rule.TONE_REWARD)

    def _may_coach(self) -> bool:
        s = self._state
        is_known = s.limit is not None and s.usual is not None and s.unsure is None
        return is_known and s.is_walking and s.is_above_floor and not s.is_on_their_own

    def _may_sound(self) -> bool:
        s = self._state
        s.tone_times_s = [t_s for t_s in s.tone_times_s if s.now_s - t_s <= 60]
        return (
            self.settings.has_tones
            and not s.is_muted
            and s.is_walking
            and len(s.tone_times_s) < self.settings.tones_per_minute
            and (s.toned_stride is None or s.stride_number - s.toned_stride >= 2)
            and _is_past(s.spoken_s, _WORDS_LAST_S, s.now_s)
        )

    def _count_stride(self, start_s: float) -> None:
        s = self._state
        if s.stride_start_s is None or start_s > s.stride_start_s + _SAME_STRIDE_S:
            s.stride_start_s = start_s
            s.is_faded = not has_feedback(s.stride_number, self.settings.share)
            s.stride_number += 1

    def _start_anew(self, unsure: WhyNot) -> None:
        """Begin a bout: what went before says nothing of the strides to come."""
        s = self._state
        s.trend, s.unsure, s.n_unscored = Trend(), unsure, 0
        s.is_over, s.is_above_floor = False, True
        s.sentence, s.n_sentences = None, 0
        self._show(current_view(s))

    def _sound(self, tone: Tone, rule: Rule) -> None:
        s = self._state
        s.tone_times_s.append(s.now_s)
        s.toned_stride = s.stride_number
        self._deliver(tone, rule)

    def _show(self, view: View) -> None:
        s = self._state
        is_new = (view.state, view.reason) != (s.view.state, s.view.reason)
        if is_new:
            s.view, s.next_view, s.n_next_view = view, None, 0
            self._deliver(view.state, view.rule, view.reason)

    def _deliver(self, code: DeliveryCode, rule: Rule, reason: WhyNot | None = None) -> None:
        s = self._state
        self._out.append(Delivery(s.now_s, code, rule, s.decision, reason, s.trend.extension_deg))

    def _delivered(self) -> tuple[Delivery, ...]:
        out, self._out = tuple(self._out), []
        return out


def _known_s(item: GaitEvent | Decision) -> float:
    match item:
        case PostureChange() | Stride():
            return item.known_s
        case ExtensionPeak():
            return item.reported_s
        case _:
            return item.t_s


def _is_usable(stride: Stride) -> bool:
    values = (stride.peak_thigh_extension_deg, stride.start_s, stride.end_s, stride.stride_length_m)
    is_finite = all(value is None or isfinite(value) for value in values)
    return stride.is_scored and stride.end_s is not None and is_finite


def _is_past(then_s: float | None, gap_s: float, now_s: float) -> bool:
    return then_s is None or now_s - then_s >= gap_s
