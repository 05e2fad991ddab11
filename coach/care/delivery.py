"""What can be heard and shown of a walk: codes, each with the rule and the decision behind it."""

from dataclasses import dataclass
from enum import StrEnum

from coach.care.limits import Decision
from coach.gait.events import WhyNot


class DeliveryKind(StrEnum):
    """Through which door a delivery goes."""

    TONE = "tone"
    WORDS = "words"
    STATE = "state"
    NOTICE = "notice"


class Tone(StrEnum):
    """A short soft sound."""

    SHORTER = "shorter"
    GOOD = "good"
    LINK_LOST = "link_lost"


class Words(StrEnum):
    """A spoken sentence. None asks for more speed, and none says stop or pause."""

    SMALLER_STEPS_SAME_PACE = "smaller_steps_same_pace"
    A_LITTLE_SLOWER = "a_little_slower"
    SLOW_THE_BELT_A_LITTLE = "slow_the_belt_a_little"
    GOOD_LAP = "good_lap"
    SILENT_MINUTES = "silent_minutes"
    """The last two minutes go without cues: do the steps stay small by themselves?"""
    TIME_IS_UP = "time_is_up"


CUE_WORDS = frozenset(
    {Words.SMALLER_STEPS_SAME_PACE, Words.A_LITTLE_SLOWER, Words.SLOW_THE_BELT_A_LITTLE}
)
"""Sentences that ask for another way of walking; the others tell how it stands."""


class ScreenState(StrEnum):
    """What the far view shows until the next one comes."""

    WAITING = "waiting"
    """Nothing is known of the posture yet."""
    STANDING = "standing"
    RESTING = "resting"
    PAUSED = "paused"
    """The person pressed pause."""
    NO_LINK = "no_link"
    NO_LIMIT = "no_limit"
    LEARNING = "learning"
    """The person's usual stride is being learned: no coaching yet."""
    UNSURE = "unsure"
    """Strides are not scored; `Delivery.reason` says why."""
    GOOD = "good"
    SMALLER_STEPS = "smaller_steps"
    SLOWER = "slower"
    SMALL_ENOUGH = "small_enough"
    """Over the limit, yet the steps are at the floor: nobody is coached below it."""
    ON_YOUR_OWN = "on_your_own"
    """No feedback for a while, by the fading of feedback or in the silent check."""
    HOW_DOES_IT_FEEL = "how_does_it_feel"
    """Extension fell with slower or uneven strides: a question, no praise."""


class Notice(StrEnum):
    """Something to tell once, on screen and to the physio."""

    LESSON_MODE = "lesson_mode"
    """The limit would cue more than 30 % of usual strides: no tones, trend and summary only."""
    ASK_PAIN_AND_LIMP = "ask_pain_and_limp"


class Rule(StrEnum):
    """The rule that made a delivery; the id is kept with it."""

    TONE_OVER_LIMIT = "tone.over_limit_and_dead_band"
    TONE_REWARD = "tone.comfortable_again"
    TONE_LINK_LOST = "tone.link_lost"
    WORDS_TREND_OVER = "words.trend_over_limit"
    WORDS_STILL_OVER = "words.trend_still_over_limit"
    WORDS_LAP = "words.end_of_lap"
    WORDS_SILENT_CHECK = "words.silent_check"
    WORDS_TIME_IS_UP = "words.time_is_up"
    STATE_LINK = "state.link"
    STATE_PAUSED = "state.paused"
    STATE_POSTURE = "state.posture"
    STATE_NO_LIMIT = "state.no_limit"
    STATE_NOT_SCORED = "state.strides_not_scored"
    STATE_LEARNING = "state.usual_not_known"
    STATE_STARTING = "state.too_few_strides"
    STATE_AT_FLOOR = "state.at_floor"
    STATE_SLOW_OR_UNEVEN = "state.slow_or_uneven"
    STATE_TREND = "state.trend"
    STATE_FADED = "state.no_feedback_now"
    NOTICE_LESSON = "notice.limit_cues_usual_strides"
    NOTICE_SLOW_OR_UNEVEN = "notice.slow_or_uneven"


DeliveryCode = Tone | Words | ScreenState | Notice

_KINDS: dict[type[StrEnum], DeliveryKind] = {
    Tone: DeliveryKind.TONE,
    Words: DeliveryKind.WORDS,
    ScreenState: DeliveryKind.STATE,
    Notice: DeliveryKind.NOTICE,
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to be heard or shown from sample time `t_s` on, with what led to it.

    `decision` is the latest one the rule looked at, None where none was involved; `reason` says
    why strides are not scored; `trend_deg` is the five-stride thigh extension at that moment.
    """

    t_s: float
    code: DeliveryCode
    rule: Rule
    decision: Decision | None = None
    reason: WhyNot | None = None
    trend_deg: float | None = None

    @property
    def kind(self) -> DeliveryKind:
        """Through which door it goes."""
        return _KINDS[type(self.code)]
