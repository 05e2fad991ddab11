"""How much of the cue a physio lets be heard; the person may choose less, never more."""

from dataclasses import replace
from enum import StrEnum

from coach.care.feedback_state import FeedbackSettings


class FeedbackMode(StrEnum):
    """The most that is heard; the screen and the summary always tell."""

    TONES_AND_WORDS = "tones_and_words"
    TONES = "tones"
    WORDS = "words"
    SILENT = "silent"


_TONES = frozenset({FeedbackMode.TONES_AND_WORDS, FeedbackMode.TONES})
_WORDS = frozenset({FeedbackMode.TONES_AND_WORDS, FeedbackMode.WORDS})


def within(settings: FeedbackSettings, mode: FeedbackMode) -> FeedbackSettings:
    """The person's own settings, no louder than the physio's mode."""
    has_tones = settings.has_tones and mode in _TONES
    return replace(
        settings,
        has_tones=has_tones,
        has_words=settings.has_words and mode in _WORDS,
        has_reward_tone=settings.has_reward_tone and has_tones,
    )
