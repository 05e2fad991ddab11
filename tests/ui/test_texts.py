"""The words: every state has a face, no face could be mistaken, nothing forbidden is said."""

import re

import pytest

from coach.care.delivery import Notice, ScreenState
from coach.gait.events import WhyNot
from coach.records.errors import RecordFault
from sensors.errors import RecordingError, SensorFault
from sensors.source import LinkState
from ui import texts
from ui.widgets.state_view import Hue

STATES: list[texts.FarState] = [*ScreenState, *texts.WindowState]


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_word(state: texts.FarState) -> None:
    assert texts.face(state).word


@pytest.mark.parametrize("state", STATES)
def test_the_far_view_says_no_numbers(state: texts.FarState) -> None:
    face = texts.face(state)
    assert not re.search(r"[\d°]", face.word + face.second)


@pytest.mark.parametrize("state", STATES)
def test_no_cue_asks_for_speed_or_to_stop(state: texts.FarState) -> None:
    face = texts.face(state)
    assert not re.search(r"quick|fast|stop|hurry", (face.word + face.second).lower())


def test_states_that_matter_differ_in_shape_and_in_colour() -> None:
    matter = (ScreenState.GOOD, ScreenState.SMALLER_STEPS, ScreenState.PAUSED)
    faces = [texts.face(state) for state in matter]
    assert len({face.mark for face in faces}) == 3
    assert len({face.place for face in faces}) == 3
    assert len({face.hue for face in faces}) == 3


def test_a_pause_is_no_alarm() -> None:
    assert texts.face(ScreenState.PAUSED).hue is Hue.PLAIN


@pytest.mark.parametrize("state", [ScreenState.STANDING, ScreenState.RESTING])
def test_without_a_limit_no_cues_are_promised(state: ScreenState) -> None:
    assert texts.face(state, has_limit=False).second == "walk when you like"


def test_states_of_one_colour_differ_in_shape_or_word() -> None:
    looks = [(texts.face(s).mark, texts.face(s).word) for s in STATES]
    assert len(set(looks)) == len(looks)


def test_the_cue_is_smaller_steps_same_pace() -> None:
    face = texts.face(ScreenState.SMALLER_STEPS)
    assert (face.word, face.second) == ("Smaller steps", "same pace")


def test_the_cue_in_finnish(finnish: None) -> None:
    face = texts.face(ScreenState.SMALLER_STEPS)
    assert (face.word, face.second) == ("Pienemmät askeleet", "sama vauhti")


@pytest.mark.parametrize("why_not", WhyNot)
def test_silence_tells_its_reason(why_not: WhyNot) -> None:
    face = texts.face(ScreenState.UNSURE, why_not)
    assert face.second not in {"", texts.face(ScreenState.UNSURE).second}


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "0:00"), (59.9, "0:59"), (723, "12:03"), (3661, "1:01:01")]
)
def test_time_walked(seconds: float, expected: str) -> None:
    assert texts.walked_time(seconds) == expected


def test_numbers_are_written_as_in_english() -> None:
    assert texts.metres(1.318) == "1.32 m"


def test_numbers_are_written_as_in_finnish(finnish: None) -> None:
    assert texts.metres(1.318) == "1,32 m"


@pytest.mark.parametrize("fault", [*SensorFault, *RecordFault])
def test_every_fault_says_what_happened_what_it_means_and_what_to_do(
    fault: SensorFault | RecordFault,
) -> None:
    assert all(texts.fault_words(fault))


def test_an_error_nobody_foresaw_is_worded_without_its_internals() -> None:
    said = texts.error_words(ZeroDivisionError("float division by zero"))
    assert all(said)
    assert "division" not in str(said)


def test_a_foreseen_error_is_worded_by_its_code() -> None:
    said = texts.error_words(RecordingError(SensorFault.EMPTY))
    assert said.happened == "This file holds no samples."


@pytest.mark.parametrize("code", Notice)
def test_every_notice_has_a_sentence(code: Notice) -> None:
    assert texts.notice(code)


@pytest.mark.parametrize("state", LinkState)
def test_every_link_state_is_told(state: LinkState) -> None:
    assert texts.link(state).startswith("Sensor: ")
