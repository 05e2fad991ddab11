"""What delivery is set to and what it remembers: plain values that can be stored and restored."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from coach.care.delivery import Rule, ScreenState, Words
from coach.care.limits import Decision, Limit
from coach.care.margins import over_limit
from coach.care.trend import Trend
from coach.care.usual import Usual, share_cued
from coach.gait.events import Posture, Stride, WhyNot

MOST_TONES_PER_MINUTE = 6
SHORTEST_WORDS_GAP_S = 8.0
LESSON_SHARE = 0.3


class Surface(StrEnum):
    """What the person walks on; asked before the walk."""

    OVERGROUND = "overground"
    TREADMILL = "treadmill"


@dataclass(frozen=True, slots=True)
class FeedbackSettings:
    """How much of the decisions is delivered: as care.md allows, or quieter.

    Raises
    ------
    ValueError
        If more than six tones a minute, or sentences less than 8 s apart, are asked for.
    """

    surface: Surface = Surface.OVERGROUND
    has_tones: bool = True
    has_words: bool = True
    has_reward_tone: bool = False
    tones_per_minute: int = MOST_TONES_PER_MINUTE
    words_gap_s: float = SHORTEST_WORDS_GAP_S
    words_repeat_s: float = 30.0
    """The gap once both sentences were said: repeating them sooner teaches nothing."""
    share: float = 1.0
    """Of strides with feedback, see `coach.care.fading`."""
    is_lap_mode: bool = False
    """Sentences come at the ends of laps, in a turn or a stop, not in between."""

    def __post_init__(self) -> None:
        if not 0 <= self.tones_per_minute <= MOST_TONES_PER_MINUTE:
            raise ValueError(f"{self.tones_per_minute} tones a minute; 0 to 6 are allowed")
        if not min(self.words_gap_s, self.words_repeat_s) >= SHORTEST_WORDS_GAP_S:
            raise ValueError("sentences must be at least 8 s apart")
        if not 0.0 <= self.share <= 1.0:
            raise ValueError(f"feedback for {self.share} of the strides")


class View(NamedTuple):
    """What the screen shows, the rule behind it and, when unsure, the reason."""

    state: ScreenState
    rule: Rule
    reason: WhyNot | None = None


NOTHING_KNOWN = View(ScreenState.WAITING, Rule.STATE_POSTURE)


@dataclass(slots=True)
class FeedbackState:
    """All that `coach.care.feedback.Feedback` remembers; times are sample times."""

    limit: Limit | None = None
    usual: Usual | None = None
    now_s: float = 0.0
    posture: Posture = Posture.UNKNOWN
    has_line: bool = False
    """Whether there is a standing line: without it nothing can be seen of a walk."""
    is_linked: bool = True
    is_paused: bool = False
    is_muted: bool = False
    is_silent: bool = False
    """The silent check: nothing is said of the strides."""
    is_faded: bool = False
    """This stride is one of those that get no feedback."""

    unsure: WhyNot | None = WhyNot.START
    """Why the last stride was not scored; None after a scored one."""
    n_unscored: int = 0
    learned_from: list[Stride] = field(default_factory=list)
    trend: Trend = field(default_factory=Trend)
    is_over: bool = False
    is_above_floor: bool = True
    decision: Decision | None = None

    stride_start_s: float | None = None
    stride_number: int = 0
    toned_stride: int | None = None
    tone_times_s: list[float] = field(default_factory=list)
    """Tones of the last minute."""
    reward_s: float | None = None

    sentence: Words | None = None
    """The sentence that stands, spoken or, when muted, shown only."""
    sentence_s: float | None = None
    n_sentences: int = 0
    n_strides_since_sentence: int = 0
    n_lap_strides: int = 0
    """Scored strides since the last end of a lap."""
    spoken_s: float | None = None

    asked_s: float | None = None
    is_lesson_told: bool = False
    view: View = NOTHING_KNOWN
    next_view: View | None = None
    n_next_view: int = 0

    @property
    def is_walking(self) -> bool:
        """Whether there is walking to coach."""
        return self.posture is Posture.WALKING and self.is_linked and not self.is_paused

    @property
    def is_on_their_own(self) -> bool:
        """Whether there is no feedback now, as meant."""
        return self.is_silent or self.is_faded

    @property
    def is_beyond_limit(self) -> bool:
        """Whether the trend lies beyond the limit, wherever the floor is."""
        trend = self.trend
        if self.limit is None:
            return False
        margins = over_limit(self.limit, trend.extension_deg, trend.stride_length_m)
        return any(margin.distance > 0 for margin in margins)

    @property
    def is_lesson(self) -> bool:
        """Whether the limit would cue too many of the person's usual strides for tones."""
        if self.limit is None or self.usual is None:
            return False
        return share_cued(self.usual, self.limit) > LESSON_SHARE

    @property
    def is_hollow(self) -> bool:
        """Whether extension fell only with slower or uneven strides."""
        return self.usual is not None and self.trend.is_settled and self.trend.is_hollow(self.usual)
