"""One English sentence set per error, cue and posture code, for terminal and logs.

`ui.texts` translates the same codes. What happened and what it means stand with the fault, what
to do with the advice, so that the same help always sounds the same.
"""

from typing import NamedTuple

from coach import record_words, sensor_words
from coach.care.delivery import DeliveryCode, Notice, Tone
from coach.care.delivery import Words as Sentence
from coach.care.limits import CueKind
from coach.gait.events import Posture, WhyNot
from coach.records.errors import RecordError, RecordFault
from sensors.errors import Detail, SensorError, SensorFault

_NAMES_OF_FILES = ("file", "path")
_OF_WHAT_IS_WRITTEN = {
    RecordFault.EXISTS,
    RecordFault.FOLDER_NOT_WRITABLE,
    RecordFault.DISK_FULL,
    RecordFault.DISK_FAILS,
}
_LONGEST_DETAIL = 80  # characters; names come from files and radios
_LONGEST_PATH = 300

SMALLER_STEPS = "Smaller steps, same pace"
SLOWER = "A little slower"
END_NOT_KEPT = "The walk has ended, and its end could not be kept."
NOT_WRITTEN = "What was to be written there is not whole."
_OF_A_WALK_THAT_GOES_ON = {
    RecordFault.DISK_FULL,
    RecordFault.DISK_FAILS,
    RecordFault.LAGGING,
    RecordFault.MEMORY_FULL,
}

CUE = {
    CueKind.PREDICTED: "seen coming",
    CueKind.MEASURED: "measured",
}

DELIVERED: dict[DeliveryCode, str] = {
    Tone.SHORTER: "soft tone: smaller steps",
    Tone.GOOD: "soft tone: comfortable again",
    Tone.LINK_LOST: "tone: the sensor is lost",
    Sentence.SMALLER_STEPS_SAME_PACE: SMALLER_STEPS,
    Sentence.A_LITTLE_SLOWER: SLOWER,
    Sentence.SLOW_THE_BELT_A_LITTLE: "Slow the belt a little",
    Sentence.GOOD_LAP: "Good lap, the same again",
    Sentence.SILENT_MINUTES: "Now two minutes without cues",
    Sentence.TIME_IS_UP: "Time is up",
    Notice.LESSON_MODE: (
        "Your limit would cue more than three in ten of your usual strides, so the tones are off "
        "for now. Walk as usual and show the summary to your physiotherapist."
    ),
    Notice.ASK_PAIN_AND_LIMP: (
        "Your strides have become slower or uneven. Does it hurt, or are you limping?"
    ),
}

POSTURE = {
    Posture.UNKNOWN: "not known yet",
    Posture.STANDING: "standing",
    Posture.RESTING: "resting",
    Posture.TRANSFER: "getting up or down",
    Posture.WALKING: "walking",
    Posture.RUNNING: "running",
}

WHY_NOT = {
    WhyNot.START: "first stride",
    WhyNot.STOP: "last stride",
    WhyNot.TURN: "turn",
    WhyNot.STAIRS_OR_SLOPE: "stairs or slope",
    WhyNot.RUNNING: "running",
    WhyNot.BACKWARD: "walking backward",
    WhyNot.SHUFFLE: "very small movement",
    WhyNot.GAP: "samples lost",
    WhyNot.CLIPPED: "movement beyond the sensor's range",
    WhyNot.NOT_CALIBRATED: "stand still first",
    WhyNot.NOT_WALKING: "not walking",
    WhyNot.IRREGULAR: "irregular stride",
}


class Words(NamedTuple):
    """What a person is told of a fault: what happened, what it means, one thing to do."""

    happened: str
    means: str
    do: str

    @property
    def body(self) -> str:
        """What stands below what happened."""
        return f"{self.means} {self.do}"

    def __str__(self) -> str:
        return f"{self.happened} {self.body}"


def fault_words(fault: SensorFault | RecordFault) -> Words:
    """The three sentences of a fault."""
    if isinstance(fault, SensorFault):
        return Words(*sensor_words.FAULT[fault], sensor_words.ADVICE[fault.advice])
    return Words(*record_words.FAULT[fault], record_words.ADVICE[fault.advice])


def error_words(error: SensorError | RecordError) -> Words:
    """The three sentences of an error; what ended by it is not said to go on."""
    said = fault_words(error.fault)
    if error.fault not in _OF_A_WALK_THAT_GOES_ON:
        return said
    has_ended = "seconds_missing" in error.details
    return said._replace(means=END_NOT_KEPT if has_ended else NOT_WRITTEN)


def error_line(error: SensorError | RecordError, about: str | None = None) -> str:
    """All that is to be said of an error, on one line; `about` names the file or sensor.

    What could not be written is named itself: `about` is then only where the walk came from.
    """
    is_written = error.fault in _OF_WHAT_IS_WRITTEN
    names = (*_NAMES_OF_FILES, "folder") if is_written else _NAMES_OF_FILES
    details = ", ".join(
        f"{name.replace('_', ' ')} {_shown(value)}"
        for name, value in error.details.items()
        if value is not None and name not in names
    )
    named = (error.details.get(name) for name in names)
    named_file = next((name for name in named if name is not None), None)
    file = named_file or about if is_written else about or named_file
    before = "" if file is None else f"{_shown_file(file)}: "
    return f"{before}{error_words(error)}{f' ({details})' if details else ''}"


def _shown_file(file: Detail) -> str:
    """A file or folder as harmless text; of a path beyond all measure the end, which names it."""
    text = _printable(str(file))
    return text if len(text) <= _LONGEST_PATH else f"…{text[1 - _LONGEST_PATH :]}"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in text)


def _shown(value: Detail) -> str:
    """`value` as harmless text: printable, short."""
    text = _printable(f"{value:g}" if isinstance(value, float) else str(value))
    return text if len(text) <= _LONGEST_DETAIL else f"{text[: _LONGEST_DETAIL - 1]}…"
