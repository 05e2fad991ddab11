"""Every sentence of the window, translated; words for codes come from `coach.words`.

The English stands here (and in `coach/words.py`); the translations in ``assets/translations``.
"""

from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale

from coach import words
from coach.gait.events import WhyNot
from coach.records.errors import RecordError, RecordFault
from sensors.errors import SensorError, SensorFault
from sensors.source import LinkState
from ui.widgets.state_view import Face, Hue, Mark, Place

translate = QCoreApplication.translate


class WalkState(Enum):
    """Everything the far view can say."""

    READY = "ready"
    CONNECTING = "connecting"
    STAND_STILL = "stand_still"
    GOOD = "good"
    WALKING = "walking"
    SMALLER = "smaller"
    SLOWER = "slower"
    STANDING = "standing"
    RESTING = "resting"
    NO_CUE = "no_cue"
    PAUSED = "paused"
    NO_SENSOR = "no_sensor"
    ENDED = "ended"
    FAILED = "failed"


def from_words(english: str) -> str:
    """Return the translation of a sentence of `coach.words`."""
    return translate("words", english)


def app_name() -> str:
    """Name of the program; the same in every language."""
    return "Hip Coach"


def heading() -> str:
    """What is measured, in the person's words."""
    return translate("walk", "Hip extension, measured at the thigh")


def face(state: WalkState, why_not: WhyNot | None = None) -> Face:
    """Return word, second line, shape, place and colour of a state."""
    word, second = _face_words(state, why_not)
    return Face(word, second, *_LOOKS[state])


_LOOKS: dict[WalkState, tuple[Mark, Place, Hue]] = {
    WalkState.READY: (Mark.RING, Place.LEFT, Hue.PLAIN),
    WalkState.CONNECTING: (Mark.RING, Place.LEFT, Hue.PLAIN),
    WalkState.STAND_STILL: (Mark.RING, Place.LEFT, Hue.PLAIN),
    WalkState.GOOD: (Mark.ROUND, Place.LEFT, Hue.GOOD),
    WalkState.WALKING: (Mark.RING, Place.LEFT, Hue.GOOD),
    WalkState.SMALLER: (Mark.TRIANGLE, Place.CENTRE, Hue.CAUTION),
    WalkState.SLOWER: (Mark.TRIANGLE, Place.CENTRE, Hue.CAUTION),
    WalkState.STANDING: (Mark.BAR, Place.RIGHT, Hue.PLAIN),
    WalkState.RESTING: (Mark.BAR, Place.RIGHT, Hue.PLAIN),
    WalkState.NO_CUE: (Mark.BAR, Place.RIGHT, Hue.PLAIN),
    WalkState.PAUSED: (Mark.OCTAGON, Place.RIGHT, Hue.STOP),
    WalkState.NO_SENSOR: (Mark.DIAMOND, Place.RIGHT, Hue.STOP),
    WalkState.ENDED: (Mark.RING, Place.LEFT, Hue.PLAIN),
    WalkState.FAILED: (Mark.DIAMOND, Place.RIGHT, Hue.STOP),
}


def _face_words(state: WalkState, why_not: WhyNot | None) -> tuple[str, str]:
    match state:
        case WalkState.READY:
            return translate("far", "Ready"), translate("far", "press Start")
        case WalkState.CONNECTING:
            return translate("far", "One moment"), translate("far", "getting ready")
        case WalkState.STAND_STILL:
            return translate("far", "Stand still"), translate("far", "for five seconds")
        case WalkState.GOOD:
            return translate("far", "Good"), ""
        case WalkState.WALKING:
            return translate("far", "Walking"), translate("far", "no limit is set")
        case WalkState.SMALLER:
            word, _, second = from_words(words.SMALLER_STEPS).partition(", ")
            return word, second
        case WalkState.SLOWER:
            return from_words(words.SLOWER), ""
        case WalkState.STANDING:
            return translate("far", "Standing"), translate("far", "no cues until you walk")
        case WalkState.RESTING:
            return translate("far", "Resting"), translate("far", "no cues until you walk")
        case WalkState.NO_CUE:
            reason = from_words(words.WHY_NOT[why_not]) if why_not else ""
            return translate("far", "No cue"), reason
        case WalkState.PAUSED:
            return translate("far", "Paused"), translate("far", "nothing is lost")
        case WalkState.NO_SENSOR:
            return translate("far", "No sensor"), translate("far", "trying again")
        case WalkState.ENDED:
            return translate("far", "Done"), translate("far", "the walk has ended")
        case WalkState.FAILED:
            return translate("far", "No walk"), translate("far", "the reason stands below")


def walked_time(seconds: float) -> str:
    """Return a duration as ``m:ss`` or ``h:mm:ss``."""
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def number(value: float, decimals: int) -> str:
    """Return a number as the language writes it."""
    return QLocale().toString(value, "f", decimals)


def degrees(value: float) -> str:
    """Return an angle with its unit, to one decimal."""
    return translate("units", "{0}°").format(number(value, 1))


def metres(value: float) -> str:
    """Return a length with its unit, to the centimetre."""
    return translate("units", "{0} m").format(number(value, 2))


def percent(share: float, decimals: int = 0) -> str:
    """Return a share of 0 to 1 in per cent."""
    return translate("units", "{0} %").format(number(100 * share, decimals))


def with_interval(value: str, half_width: str) -> str:
    """Return an estimate with its 95 % interval."""
    return translate("units", "{0} (± {1})").format(value, half_width)


def link(state: LinkState | None) -> str:
    """Return how the link to the sensor stands."""
    match state:
        case None | LinkState.CONNECTING:
            return translate("status", "Sensor: connecting")
        case LinkState.CONNECTED:
            return translate("status", "Sensor: connected")
        case LinkState.LOST:
            return translate("status", "Sensor: lost")
        case LinkState.RECONNECTING:
            return translate("status", "Sensor: trying again")
        case LinkState.CLOSED:
            return translate("status", "Sensor: closed")


def rate(measured_hz: float | None) -> str:
    """Return the measured sampling rate."""
    if measured_hz is None:
        return translate("status", "No readings yet")
    return translate("status", "{0} readings a second").format(number(measured_hz, 0))


def lost(share: float) -> str:
    """Return the share of samples that never came."""
    return translate("status", "{0} lost").format(percent(share, 1))


def battery(level: float | None) -> str:
    """Return the battery level."""
    if level is None:
        return translate("status", "Battery: not told")
    return translate("status", "Battery {0}").format(percent(level))


def quality(is_good: bool | None) -> str:
    """Return whether the data can be trusted."""
    if is_good is None:
        return translate("status", "Data: not yet known")
    return translate("status", "Data: good") if is_good else translate("status", "Data: gaps")


def last_stride(extension: str | None, length: str | None) -> str:
    """Return the newest scored stride in numbers."""
    if extension is None:
        return translate("walk", "No stride yet")
    if length is None:
        return translate("walk", "Last stride: {0} behind your standing line").format(extension)
    return translate("walk", "Last stride: {0} behind your standing line, {1} long").format(
        extension, length
    )


def recent_strides(n_within: int, n_judged: int) -> str:
    """Return the plots' text equivalent."""
    text = translate("walk", "Last %n judged stride(s): {0} within your limit.", "", n_judged)
    return text.format(n_within)


def summary_within(n_within: int, n_judged: int) -> str:
    """Return the one sentence that sums up a walk."""
    if n_judged == 0:
        return translate("summary", "No stride could be judged.")
    text = translate("summary", "{0} of %n judged stride(s) within your limit.", "", n_judged)
    return text.format(n_within)


def pain_marked(seconds: float) -> str:
    """Confirm a pain mark."""
    return translate("walk", "Pain marked at {0}. Nothing else to do.").format(walked_time(seconds))


def kept_in(path: str) -> str:
    """Say where the walk is kept."""
    return translate("summary", "Kept in {0}").format(path)


def error_words(error: Exception) -> words.Words:
    """Return what happened, what it means and one thing to do, for any error."""
    if isinstance(error, SensorError | RecordError):
        return fault_words(error.fault)
    return words.Words(
        translate("errors", "Something in Hip Coach went wrong."),
        translate("errors", "The walk has ended here; what was kept until now is safe."),
        translate("errors", "Close the window and start again."),
    )


def fault_words(fault: SensorFault | RecordFault) -> words.Words:
    """Return the translated sentences of a fault."""
    return words.Words(*(from_words(sentence) for sentence in words.fault_words(fault)))
