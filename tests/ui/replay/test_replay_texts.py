"""What a walk under other settings comes to, in words."""

from dataclasses import replace

from coach.replay.what_if import Figures
from ui.replay.replay_texts import day, heard

_FIGURES = Figures(
    n_strides=110,
    n_scored=110,
    n_over=102,
    n_cues=114,
    n_foreseen=113,
    n_tones=0,
    n_sentences=6,
    n_painful=0,
    n_painful_cued=0,
    median_extension_deg=14.7,
    median_stride_length_m=1.32,
)


def test_cues_are_told_apart_from_what_is_heard() -> None:
    assert heard(_FIGURES) == ["Heard of them: 0 tones, 6 sentences."]


def test_a_lesson_says_why_no_tone_is_heard() -> None:
    assert "lesson" in heard(replace(_FIGURES, is_lesson=True))[1]


def test_a_day_is_written_as_everywhere_else() -> None:
    assert day("2026-11-21T10:05:00").startswith("Sat 21.11.2026")
