"""Every cue can be traced to what it was made from."""

import pytest

from coach.care.delivery import Tone
from coach.care.limits import CueKind
from coach.gait.events import ExtensionPeak, Prediction
from coach.replay.opened import OpenedWalk
from coach.replay.passing import EventBlock
from coach.replay.what_if import Course, Outcome, as_recorded
from coach.replay.why import why
from tests.coach.replay.conftest import blocks, opened
from tests.ui.updates import decision, stride

__all__ = ["blocks", "opened"]


@pytest.fixture
def outcome(opened: OpenedWalk, blocks: list[EventBlock]) -> Outcome:
    course = Course(opened.limits, opened.gaps)
    return as_recorded(blocks, opened.strides, opened.decisions, course)


def test_every_cue_has_its_look(outcome: Outcome) -> None:
    for cue in outcome.cues:
        look = why(cue, outcome).look
        assert isinstance(look, Prediction if cue.kind is CueKind.PREDICTED else ExtensionPeak)


def test_the_look_less_the_limit_is_the_excess(outcome: Outcome) -> None:
    for cue in outcome.cues:
        look = why(cue, outcome).look
        assert look is not None
        assert cue.limit.extension_deg is not None
        excess_deg = look.peak_thigh_extension_deg - cue.limit.extension_deg
        assert cue.excess_deg == pytest.approx(excess_deg)


def test_every_cue_was_likelier_than_was_needed(outcome: Outcome) -> None:
    assert all(cue.probability >= why(cue, outcome).needed for cue in outcome.cues)


def test_a_cue_knows_its_stride(outcome: Outcome) -> None:
    for cue in outcome.cues:
        found = why(cue, outcome).stride
        assert found is not None
        assert found.start_s == cue.stride_start_s


def test_tones_belong_to_the_cue_that_brought_them(outcome: Outcome) -> None:
    tones = [each for each in outcome.deliveries if each.code is Tone.SHORTER]
    explained = [each for cue in outcome.cues for each in why(cue, outcome).heard]
    assert tones
    assert all(tone in explained for tone in tones)


def test_a_decision_alone_is_explained_as_far_as_it_goes() -> None:
    told = why(decision(0.0, is_over=True), Outcome(strides=(stride(5.0),)))
    assert (told.look, told.stride, told.heard) == (None, None, ())
