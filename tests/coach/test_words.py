import re
from collections.abc import Iterable
from enum import Enum

import pytest

from coach import words
from coach.care.delivery import Notice, Tone
from coach.care.delivery import Words as Sentence
from coach.care.limits import CueKind
from coach.gait.events import Posture, WhyNot
from coach.records.errors import RecordFault, WalkFileError
from sensors.errors import RecordingError, SensorFault

_FAULTS = [*SensorFault, *RecordFault]


@pytest.mark.parametrize("fault", _FAULTS, ids=lambda fault: f"{type(fault).__name__}.{fault}")
def test_every_fault_says_what_happened_what_it_means_and_what_to_do(
    fault: SensorFault | RecordFault,
) -> None:
    for sentence in words.fault_words(fault):
        assert re.fullmatch(r"[A-Z].+\.", sentence)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (words.WHY_NOT, WhyNot),
        (words.POSTURE, Posture),
        (words.CUE, CueKind),
        (words.DELIVERED, [*Tone, *Sentence, *Notice]),
    ],
    ids=["why_not", "posture", "cue", "delivered"],
)
def test_every_code_has_words(said: dict[Enum, str], codes: Iterable[Enum]) -> None:
    assert set(said) == set(codes)


def test_nobody_is_told_to_hurry() -> None:
    everything = [*words.DELIVERED.values(), *(str(words.fault_words(fault)) for fault in _FAULTS)]
    assert not [text for text in everything if re.search(r"quick|fast(er)?\b|hurry", text, re.I)]


def test_an_error_is_one_line_with_its_details() -> None:
    error = RecordingError(SensorFault.NOT_A_NUMBER, path="walk.csv", line=7)
    line = words.error_line(error)
    assert line.startswith("walk.csv: A value in this file is not a number. ")
    assert line.endswith(" (line 7)")


def test_the_name_that_was_typed_stands_before_the_error() -> None:
    error = WalkFileError(RecordFault.FILE_MISSING, file="walk.hipwalk")
    assert words.error_line(error, about="../walk.hipwalk").startswith("../walk.hipwalk: This")


def test_what_could_not_be_written_is_named_itself() -> None:
    error = WalkFileError(RecordFault.EXISTS, file="strides.csv")
    assert words.error_line(error, about="walk.hipwalk").startswith("strides.csv: There is a file")


def test_a_walk_that_has_ended_is_not_said_to_go_on() -> None:
    at_its_end = WalkFileError(RecordFault.DISK_FULL, seconds_missing=3.0)
    assert "The walk goes on" in str(words.fault_words(RecordFault.DISK_FULL))
    assert "its end could not be kept" in words.error_line(at_its_end)
    assert "goes on" not in words.error_line(at_its_end)


def test_a_file_the_disk_refuses_is_not_said_to_be_a_walk_that_goes_on() -> None:
    line = words.error_line(WalkFileError(RecordFault.DISK_FULL, file="strides.csv"))
    assert line.startswith("strides.csv: The disk is full. What was to be written there is not")


def test_hostile_details_are_shown_as_short_plain_text() -> None:
    error = WalkFileError(RecordFault.DAMAGED, cause="\x1b[2J\u202e" + "x" * 500)
    line = words.error_line(error)
    assert line.isprintable()
    assert len(line) < 250


def test_a_long_path_keeps_the_name_at_its_end() -> None:
    path = f"/home/{'deep/' * 80}walk.hipwalk"
    line = words.error_line(WalkFileError(RecordFault.DAMAGED), about=path)
    said = line.partition(": ")[0]
    assert said.startswith("…")
    assert said.endswith("/walk.hipwalk")
    assert len(said) == 300
