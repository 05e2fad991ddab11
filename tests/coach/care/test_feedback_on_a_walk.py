"""Delivery on the simulated walk that the program shows by default: limit 20, usual 16 degrees."""

from itertools import pairwise

import pytest

from coach.care.delivery import Delivery, DeliveryKind, Notice, ScreenState, Tone, Words
from coach.care.feedback import Feedback
from coach.care.limits import Limit
from coach.coach import Coach, CoachSettings
from coach.gait.pipeline import GaitSettings
from sensors.samples import ImuBlock
from sensors.simulation.walks import default_walk


@pytest.fixture(scope="module")
def deliveries() -> list[Delivery]:
    """Everything delivered in three minutes, over 25 s of them with long strides."""
    return _deliveries(Limit(extension_deg=20.0))


def _deliveries(limit: Limit) -> list[Delivery]:
    source = default_walk()
    coach = Coach(CoachSettings(GaitSettings.of(source.info), limit))
    feedback = Feedback(limit=limit)
    out: list[Delivery] = []
    for block in source.blocks():
        assert isinstance(block, ImuBlock)
        output = coach.push(block)
        out += feedback.push(output.events, output.decisions)
    return out


def test_every_passage_of_long_strides_is_toned(deliveries: list[Delivery]) -> None:
    tones_s = [d.t_s for d in deliveries if d.code is Tone.SHORTER]
    assert all(any(start_s < t_s < start_s + 9 for t_s in tones_s) for start_s in (45, 93, 145))


def test_usual_strides_bring_no_tone(deliveries: list[Delivery]) -> None:
    tones_s = [d.t_s for d in deliveries if d.code is Tone.SHORTER]
    assert all(t_s > 45 and not 55 < t_s < 93 for t_s in tones_s)


def test_words_ask_for_smaller_steps_first(deliveries: list[Delivery]) -> None:
    said = [d.code for d in deliveries if d.kind is DeliveryKind.WORDS]
    assert said[0] is Words.SMALLER_STEPS_SAME_PACE


def test_word_on_the_screen_stays_for_two_seconds_while_walking(
    deliveries: list[Delivery],
) -> None:
    shown = [d for d in deliveries if d.code in (ScreenState.GOOD, ScreenState.SMALLER_STEPS)]
    assert all(then.t_s - first.t_s > 2.0 for first, then in pairwise(shown))


def test_limit_below_the_usual_stride_is_a_lesson_without_tones() -> None:
    deliveries = _deliveries(Limit(extension_deg=12.0))
    assert Notice.LESSON_MODE in [d.code for d in deliveries]
    assert not [d for d in deliveries if d.kind is DeliveryKind.TONE]
