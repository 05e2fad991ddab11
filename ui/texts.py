"""Every sentence of the window, translated; words for codes come from `coach.words`.

The English stands here (and in `coach/words.py`); the translations in ``assets/translations``.
"""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from coach import words
from coach.care.delivery import Notice, ScreenState
from coach.gait.events import WhyNot
from coach.records.errors import RecordError, RecordFault
from sensors.errors import SensorError, SensorFault
from sensors.source import LinkState
from ui.widgets.state_view import Face, Hue, Mark, Place

if TYPE_CHECKING:
    from coach.records.store import RecorderState
    from sensors.link_quality import LinkQuality

translate = QCoreApplication.translate


class WindowState(Enum):
    """What the far view says where there is no walk that says something itself."""

    READY = "ready"
    STARTING = "starting"
    ENDED = "ended"
    FAILED = "failed"
    CUT_SHORT = "cut_short"


FarState = ScreenState | WindowState

NEARLY_EMPTY = 0.15
"""A battery that may not last a walk."""


def from_words(english: str) -> str:
    """Return the translation of a sentence of `coach.words`."""
    return translate("words", english)


def language() -> str:
    """The language of the window, such as ``fi_FI``."""
    return QLocale().name()


def time_of_day(moment: datetime) -> str:
    """Hours and minutes of a moment, as the language writes them."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def app_name() -> str:
    """Name of the program; the same in every language."""
    return "Hip Coach"


def heading() -> str:
    """What is measured, in the person's words."""
    return translate("walk", "Hip extension, measured at the thigh")


def face(state: FarState, why_not: WhyNot | None = None, *, has_limit: bool = True) -> Face:
    """Return word, second line, shape, place and colour of a state."""
    word, second = _face_words()[state]
    if state in _STILL and not has_limit:  # there are no cues to wait for
        second = translate("far", "walk when you like")
    elif state is ScreenState.UNSURE and why_not is WhyNot.CLIPPED:
        second = translate("far", "too sudden")
    elif state is ScreenState.UNSURE and why_not is WhyNot.START:  # until there is a trend
        second = translate("far", "first strides")
    elif state is ScreenState.UNSURE and why_not:
        second = from_words(words.WHY_NOT[why_not])
    return Face(word, second, *_LOOKS[state])


_STILL = (ScreenState.STANDING, ScreenState.RESTING)
_Look = tuple[Mark, Place, Hue]
_WAITING: _Look = (Mark.RING, Place.LEFT, Hue.PLAIN)
_GOOD: _Look = (Mark.ROUND, Place.LEFT, Hue.GOOD)
_SMALLER: _Look = (Mark.TRIANGLE, Place.CENTRE, Hue.CAUTION)
_SILENT: _Look = (Mark.BAR, Place.RIGHT, Hue.PLAIN)
_NO_DATA: _Look = (Mark.DIAMOND, Place.RIGHT, Hue.STOP)
_LOOKS: dict[FarState, _Look] = {
    WindowState.READY: _WAITING,
    WindowState.STARTING: _WAITING,
    WindowState.ENDED: _WAITING,
    WindowState.FAILED: _NO_DATA,
    WindowState.CUT_SHORT: _NO_DATA,
    ScreenState.WAITING: _WAITING,
    ScreenState.STANDING: _SILENT,
    ScreenState.RESTING: _SILENT,
    ScreenState.PAUSED: (Mark.PAUSE, Place.RIGHT, Hue.PLAIN),
    ScreenState.NO_LINK: _NO_DATA,
    ScreenState.NO_LIMIT: _WAITING,
    ScreenState.LEARNING: _WAITING,
    ScreenState.UNSURE: _SILENT,
    ScreenState.GOOD: _GOOD,
    ScreenState.SMALLER_STEPS: _SMALLER,
    ScreenState.SLOWER: _SMALLER,
    ScreenState.SMALL_ENOUGH: _GOOD,
    ScreenState.ON_YOUR_OWN: _WAITING,
    ScreenState.HOW_DOES_IT_FEEL: (Mark.DIAMOND, Place.CENTRE, Hue.PLAIN),
}


def _face_words() -> dict[FarState, tuple[str, str]]:
    smaller, _, same_pace = from_words(words.SMALLER_STEPS).partition(", ")
    until_walk = translate("far", "no cues until you walk")
    return {
        WindowState.READY: (translate("far", "Ready"), translate("far", "press Start")),
        WindowState.STARTING: (translate("far", "One moment"), translate("far", "getting ready")),
        WindowState.ENDED: (translate("far", "Done"), translate("far", "the walk has ended")),
        WindowState.FAILED: (translate("far", "No walk"), translate("far", "see below why")),
        WindowState.CUT_SHORT: (translate("far", "Ended"), translate("far", "see below why")),
        ScreenState.WAITING: (translate("far", "Stand still"), translate("far", "five seconds")),
        ScreenState.STANDING: (translate("far", "Standing"), until_walk),
        ScreenState.RESTING: (translate("far", "Resting"), until_walk),
        ScreenState.PAUSED: (translate("far", "Paused"), translate("far", "nothing is lost")),
        ScreenState.NO_LINK: (translate("far", "No sensor"), translate("far", "trying again")),
        ScreenState.NO_LIMIT: (translate("far", "Walking"), translate("far", "no limit is set")),
        ScreenState.LEARNING: (
            translate("far", "Walk as usual"),
            translate("far", "learning your stride"),
        ),
        ScreenState.UNSURE: (translate("far", "No cue"), translate("far", "not sure")),
        ScreenState.GOOD: (translate("far", "Good"), ""),
        ScreenState.SMALLER_STEPS: (smaller, same_pace),
        ScreenState.SLOWER: (from_words(words.SLOWER), ""),
        ScreenState.SMALL_ENOUGH: (
            translate("far", "Small enough"),
            translate("far", "stay like this"),
        ),
        ScreenState.ON_YOUR_OWN: (
            translate("far", "Walk on"),
            translate("far", "no cues for a while"),
        ),
        ScreenState.HOW_DOES_IT_FEEL: (
            translate("far", "How is it?"),
            translate("far", "does it hurt?"),
        ),
    }


def notice(code: Notice) -> str:
    """Return what is told once."""
    return from_words(words.DELIVERED[code])


def walked_time(seconds: float) -> str:
    """Return a duration as ``m:ss`` or ``h:mm:ss``."""
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def number(value: float, decimals: int) -> str:
    """Return a number as the language writes it."""
    return QLocale().toString(float(value), "f", decimals)


def degrees(value: float) -> str:
    """Return an angle with its unit, to one decimal."""
    return translate("units", "{0}°").format(number(value, 1))


def metres(value: float) -> str:
    """Return a length with its unit, to the centimetre."""
    return translate("units", "{0} m").format(number(value, 2))


def minutes(value: float, decimals: int = 0) -> str:
    """Return so many minutes with their unit."""
    return translate("units", "{0} min").format(number(value, decimals))


def percent(share: float, decimals: int = 0) -> str:
    """Return a share of 0 to 1 in per cent."""
    return translate("units", "{0} %").format(number(100 * share, decimals))


def with_interval(value: str, half_width: str) -> str:
    """Return an estimate with its 95 % interval."""
    return translate("units", "{0} (± {1})").format(value, half_width)


def link(state: LinkState | None, fault: SensorFault | None = None) -> str:
    """Return how the link to the sensor stands, and why it is not back where that is known."""
    said = _link(state)
    if state is not LinkState.RECONNECTING or fault in (None, SensorFault.LINK_LOST):
        return said
    return f"{said}. {fault_words(fault).happened}"


def _link(state: LinkState | None) -> str:
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


def flow(measured: "LinkQuality") -> tuple[str, str]:
    """Return how well readings come in: their rate, and the share that never came."""
    lost = translate("status", "{0} lost").format(percent(measured.lost_share, 1))
    return rate(measured.rate_hz), lost


def battery(level: float | None) -> str:
    """Return the battery level."""
    if level is None:
        return translate("status", "Battery: not told")
    if level <= NEARLY_EMPTY:
        return translate("status", "Battery nearly empty: {0}").format(percent(level))
    return translate("status", "Battery {0}").format(percent(level))


def gaps(n_gaps: int) -> str:
    """Return how often the stream was interrupted."""
    return translate("status", "Gaps: {0}").format(number(n_gaps, 0))


def simulated_badge() -> str:
    """Label a walk that no person walks."""
    return translate("status", "SIMULATED WALK")


def recorded_badge() -> str:
    """Label a walk that was walked before."""
    return translate("status", "RECORDED WALK")


def last_stride(extension: str | None, length: str | None) -> str:
    """Return the newest scored stride in numbers."""
    if extension is None:
        return translate("walk", "No stride yet")
    if length is None:
        return translate("walk", "Last stride: {0} behind your standing line").format(extension)
    return translate("walk", "Last stride: {0} behind your standing line, {1} long").format(
        extension, length
    )


def limit_line(limit: str) -> str:
    """Label the limit in the plot."""
    return translate("walk", "my limit {0}").format(limit)


def behind() -> str:
    """Label the upper edge of the thigh-angle plot."""
    return translate("walk", "thigh behind")


def in_front() -> str:
    """Label the lower edge of the thigh-angle plot."""
    return translate("walk", "thigh in front")


def no_stride_length() -> str:
    """Say why there are no bars."""
    return translate(
        "walk", "Stride lengths come with the first strides, if the leg length is known."
    )


def recent_strides(n_within: int, n_judged: int) -> str:
    """Return the plots' text equivalent."""
    text = translate("walk", "Within your limit: {0} of the last {1} judged strides.")
    return text.format(number(n_within, 0), number(n_judged, 0))


def comfortable(share: float | None) -> str:
    """Return the one sentence that sums up a walk."""
    if share is None:
        return translate("summary", "No stride was judged by a limit.")
    return translate("summary", "{0} of your strides were within your limit.").format(
        percent(share)
    )


def strides_scored(n_strides: int, n_scored: int) -> str:
    """Return how many strides were seen, and how many were good enough to judge."""
    return translate("summary", "{0}, of which {1} could be scored").format(
        number(n_strides, 0), number(n_scored, 0)
    )


def keeping(record: "RecorderState") -> str:
    """Return how the keeping of the walk goes."""
    if record.fault is not None:
        return fault_words(record.fault).happened
    if record.kept_until_s is None:
        return translate("status", "Keeping the walk")
    return translate("status", "Kept up to {0}").format(walked_time(record.kept_until_s))


def pain_marked(seconds: float) -> str:
    """Confirm a pain mark at the desk."""
    return translate("walk", "Pain marked at {0}.").format(walked_time(seconds))


def pain_marked_far() -> str:
    """Confirm a pain mark on the far view."""
    return translate("far", "pain marked")


def kept_in(path: str) -> str:
    """Say where the walk is kept."""
    return translate("summary", "Kept in {0}").format(path)


def error_words(error: Exception) -> words.Words:
    """Return what happened, what it means and one thing to do, for any error."""
    if isinstance(error, SensorError | RecordError):
        return words.Words(*(from_words(sentence) for sentence in words.error_words(error)))
    return words.Words(
        translate("errors", "Something in Hip Coach went wrong."),
        translate("errors", "The walk has ended here; what was kept until now is safe."),
        translate("errors", "Close the window and start again."),
    )


def fault_words(fault: SensorFault | RecordFault) -> words.Words:
    """Return the translated sentences of a fault."""
    return words.Words(*(from_words(sentence) for sentence in words.fault_words(fault)))
