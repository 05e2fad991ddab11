"""The words of a report: what each item is called, and its value as the language writes it."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from coach import care_words
from coach.care.limits import Grade, LimitSource
from coach.care.long_stride_state import End
from coach.care.pain import Colour, Why
from coach.care.pain_record import Activity, Trigger
from coach.care.warning_signs import Level, WarningSign
from coach.follow_up.comparison import Quantity, Verdict
from coach.follow_up.report_items import Item, SectionKey, Unit, decimals_of
from coach.follow_up.trends import PainChange
from coach.follow_up.unsafe import UnsafeKind
from coach.follow_up.walk_quality import Flag
from sensors.samples import Side
from ui import care_texts, texts
from ui.physio import test_texts
from ui.texts import from_words

translate = QCoreApplication.translate


def section(key: SectionKey) -> str:
    """Return the heading of a part."""
    return {
        SectionKey.HEAD: translate("report", "Report"),
        SectionKey.UNSAFE: translate("report", "Unsafe responses"),
        SectionKey.ADHERENCE: translate("report", "Done of what was planned"),
        SectionKey.PAIN: translate("report", "Pain, 0 to 10"),
        SectionKey.WALKING: translate("report", "Walking"),
        SectionKey.TESTS: translate("report", "Long-stride tests"),
        SectionKey.LIMITS: translate("report", "Limits"),
        SectionKey.MOVEMENT: translate("report", "First walk against last"),
        SectionKey.WALKS: translate("report", "Walks"),
        SectionKey.MEASURING: translate("report", "How it was measured"),
    }[key]


def name(item: Item) -> str:
    """Return what an item is called."""
    if item.name in ("colour", "trigger", "flag") and item.of and item.unit is Unit.NUMBER:
        return _counted(item)
    return _names()[item.name]


def _counted(item: Item) -> str:
    """Return what is counted: walks of a colour, a trigger, a flag."""
    if item.name == "colour":
        return translate("report", "Walks and exercise sessions: {0}").format(
            colour(Colour(item.of))
        )
    if item.name == "trigger":
        trigger = from_words(care_words.TRIGGER[Trigger(item.of)])
        return translate("report", "What set it off: {0}").format(trigger)
    return translate("report", "Walks: {0}").format(flag(Flag(item.of)))


def _names() -> Mapping[str, str]:
    return {
        "person": translate("report", "Person"),
        "since": translate("report", "From"),
        "until": translate("report", "To"),
        "made_on": translate("report", "Made on"),
        "made_by": translate("report", "Made by"),
        "program": translate("report", "Program"),
        "trail_mark": translate("report", "Mark of the trail of limits"),
        "walks_done": translate("report", "Planned walks done"),
        "walks_beyond_the_plan": translate("report", "Walks beyond the plan"),
        "exercises_done": translate("report", "Planned exercises done"),
        "exercises_beyond_the_plan": translate("report", "Exercises beyond the plan"),
        "days_with_a_plan": translate("report", "Days with a plan taken up"),
        "before_walks": translate("report", "Before walks"),
        "worst_of_walks": translate("report", "Worst during walks"),
        "morning_after": translate("report", "The morning after"),
        "mornings_missing": translate("report", "Mornings nobody answered for"),
        "slept_worse": translate("report", "Slept worse"),
        "settled_in_2_h": translate("report", "Settled within two hours"),
        "not_settled_in_2_h": translate("report", "Not settled within two hours"),
        "settling_unknown": translate("report", "Settling not told"),
        "walks_after_pain_relief": translate("report", "Walks after painkiller, cold or heat"),
        "change": translate("report", "Worst pain of days, first week to last"),
        "first_week": translate("report", "Worst pain of days, first week"),
        "last_week": translate("report", "Worst pain of days, last week"),
        "weeks": translate("report", "Weeks between"),
        "walks": translate("report", "Walks"),
        "minutes": translate("report", "Minutes"),
        "minutes_a_walk": translate("report", "Minutes a walk"),
        "comfortable_share": translate("report", "Strides within the limit"),
        "comfortable_share_without_feedback": translate(
            "report", "Strides within the limit, without cues"
        ),
        "sensor": translate("report", "Sensor"),
        "rate": translate("report", "Readings a second"),
        "recorded_by": translate("report", "Recorded by"),
        "sensor_axis_up": translate("report", "Sensor axis that points up"),
        "sensor_axis_forward": translate("report", "Sensor axis that points forward"),
        "leg_length": translate("report", "Leg length"),
        "stride_length_calibrated": translate("report", "Stride length calibrated on a distance"),
        "standing_wobble": translate("report", "Wobble of the standing line (SD)"),
        "walks_with_reserve": translate("report", "Walks with caveats"),
        "error_of_angle": translate("report", "Least real change of an angle"),
        "error_of_length": translate("report", "Least real change of a stride length"),
        "between_wearing_sd": translate("report", "Spread from wearing it anew (SD)"),
    }


def value(item: Item) -> str:
    """Return the value with its unit and, where it has one, its interval."""
    if item.value is None:
        return _open_ended(item)
    if isinstance(item.value, str):
        return _word(item)
    said = _with_unit(item.value, item)
    if item.unit is Unit.POINTS and item.low is not None and item.high is not None:
        return translate("report", "{0} in the middle, {1} to {2}, told {3} times").format(
            said,
            _with_unit(item.low, item),
            _with_unit(item.high, item),
            texts.number(item.n or 0, 0),
        )
    if item.low is not None and item.high is not None:
        is_limit = item.name in _WHERE_PAIN_BEGINS
        interval = (
            translate("report", "{0} (own pain begins between {1} and {2}, 95 %)")
            if is_limit
            else translate("report", "{0} (95 %: {1} to {2})")
        )
        return interval.format(said, _with_unit(item.low, item), _with_unit(item.high, item))
    if item.unit is Unit.NUMBER and item.n is not None:
        return translate("report", "{0} of {1}").format(said, texts.number(item.n, 0))
    return said


def _open_ended(item: Item) -> str:
    """What is known of a number of which only one end is; a dash for none."""
    if item.low is not None and item.high is None:
        return translate("report", "beyond {0} (95 % sure)").format(_with_unit(item.low, item))
    if item.high is not None and item.low is None:
        return translate("report", "below {0} (95 % sure)").format(_with_unit(item.high, item))
    return "–"


_WHERE_PAIN_BEGINS = frozenset({"thigh_extension", "stride_length"})
"""Limits: their interval is not their own, but that of the pain they keep away from."""


def amount(value: float, unit: Unit, decimals: int) -> str:
    """Return a number with its unit."""
    return _UNITS[unit](texts.number(value, decimals))


def _with_unit(number: float, item: Item) -> str:
    return _UNITS[item.unit](texts.number(number, decimals_of(number, item)))


def _one_or_many(shown: str, one: str, many: str) -> str:
    return (one if shown == texts.number(1, 0) else many).format(shown)


_UNITS: Mapping[Unit, Callable[[str], str]] = {
    Unit.NUMBER: lambda n: n,
    Unit.POINTS: lambda n: n,
    Unit.MINUTES: lambda n: translate("report", "{0} min").format(n),
    Unit.DAYS: lambda n: _one_or_many(
        n, translate("report", "{0} day"), translate("report", "{0} days")
    ),
    Unit.SECONDS: lambda n: translate("report", "{0} s").format(n),
    Unit.SHARE: lambda n: translate("units", "{0} %").format(n),
    Unit.SHARE_CHANGE: lambda n: _one_or_many(
        n,
        translate("report", "{0} percentage point"),
        translate("report", "{0} percentage points"),
    ),
    Unit.DEGREES: lambda n: translate("units", "{0}°").format(n),
    Unit.METRES: lambda n: translate("units", "{0} m").format(n),
    Unit.STEPS: lambda n: _one_or_many(
        n, translate("report", "{0} step/min"), translate("report", "{0} steps/min")
    ),
    Unit.SPEED: lambda n: translate("report", "{0} m/s").format(n),
    Unit.HERTZ: lambda n: n,
}


def _word(item: Item) -> str:
    word = str(item.value)
    if item.unit is Unit.DATE:
        return day(date.fromisoformat(word))
    if item.unit is Unit.CODE:
        return _CODES[item.name](word)
    return word


def day(when: date) -> str:
    """Return a day with its year, short."""
    return QLocale().toString(QDate(when.year, when.month, when.day), day_format())


def day_format() -> str:
    """Return how the language writes a day, in Qt's letters."""
    return translate("report", "d MMM yyyy")


def colour(code: Colour) -> str:
    """Return a colour of the pain light with what it means."""
    named = {
        Colour.GREEN: translate("report", "green"),
        Colour.UNKNOWN: translate("report", "unknown"),
        Colour.AMBER: translate("report", "amber"),
        Colour.RED: translate("report", "red"),
    }
    return named[code]


def colour_mark(code: Colour) -> str:
    """Return a mark of its own for each colour."""
    return {Colour.GREEN: "●", Colour.UNKNOWN: "?", Colour.AMBER: "▲", Colour.RED: "■"}[code]


def flag(code: Flag) -> str:
    """Return what a reader has to know of a walk."""
    return {
        Flag.SIMULATED: translate("report", "simulated"),
        Flag.CUT_OFF: translate("report", "cut off"),
        Flag.NOT_CALIBRATED: translate("report", "no standing line"),
        Flag.WORN_DIFFERENTLY: translate("report", "worn differently"),
        Flag.GAPS: translate("report", "gaps"),
        Flag.LOST_SAMPLES: translate("report", "many samples lost"),
        Flag.FEW_SCORED: translate("report", "few strides scored"),
        Flag.SHORT: translate("report", "short"),
    }[code]


def sign(code: WarningSign) -> str:
    """Return a warning sign; the question without its mark."""
    return from_words(care_words.QUESTION[code]).rstrip("?")


def level(code: Level) -> str:
    """Return how soon somebody has to look."""
    return {
        Level.EMERGENCY: translate("report", "emergency"),
        Level.SAME_DAY: translate("report", "same day"),
        Level.DOCTOR_WITHIN_DAYS: translate("report", "doctor within days"),
        Level.RED_IN_USE: translate("report", "stop for the day"),
    }[code]


def source(code: LimitSource) -> str:
    """Return where a limit comes from."""
    return {
        LimitSource.LONG_STRIDE_TEST: translate("report", "long-stride test"),
        LimitSource.OWN_PROVISIONAL: translate("report", "own comfortable walks, provisional"),
        LimitSource.SET_BY_HAND: translate("report", "set by hand"),
    }[code]


def quantity(code: Quantity) -> str:
    """Return what is compared."""
    return {
        Quantity.EXTENSION: translate("report", "Hip extension, measured at the thigh"),
        Quantity.STRIDE_LENGTH: translate("report", "Stride length"),
        Quantity.CADENCE: translate("report", "Cadence"),
        Quantity.SPEED: translate("report", "Walking speed"),
        Quantity.COMFORTABLE: translate("report", "Strides within the limit"),
        Quantity.WORST_PAIN: translate("report", "Worst pain"),
    }[code]


def change(code: PainChange) -> str:
    """Return what may be said of the pain over the span."""
    return {
        PainChange.TOO_LITTLE: translate("report", "too few days to say"),
        PainChange.FELL: translate("report", "fell"),
        PainChange.ROSE: translate("report", "rose"),
        PainChange.SAME: translate("report", "no real change"),
    }[code]


def verdict_word(code: Verdict) -> str:
    """Return what may be said of a change, short."""
    return {
        Verdict.REAL: translate("report", "a real change: as large as the error or larger"),
        Verdict.WITHIN_ERROR: translate("report", "less than the error: no real change"),
        Verdict.NO_ERROR_KNOWN: translate("report", "error not known: no conclusion"),
        Verdict.NOT_MEASURED: translate("report", "not measured"),
        Verdict.OTHER_LEG: translate("report", "different legs: no comparison"),
    }[code]


def _yes_no(word: str) -> str:
    return translate("report", "yes") if word == "yes" else translate("report", "no")


def activity(code: Activity) -> str:
    """Return what the pain was rated around."""
    if code is Activity.WALK:
        return translate("report", "walk")
    if code is Activity.TEST:
        return translate("report", "long-stride test")
    return translate("report", "exercises")


def why(code: Why) -> str:
    """Return what made a colour, said of somebody."""
    if code is Why.SLEPT_WORSE:
        return translate("report", "slept worse")
    return from_words(care_words.WHY[code])


def kind(code: UnsafeKind) -> str:
    """Return what kind of unsafe response it is."""
    return {
        UnsafeKind.WARNING_SIGN: translate("report", "warning sign"),
        UnsafeKind.RED: translate("report", "too much"),
        UnsafeKind.SILENCE_AFTER_RED: translate("report", "silence after a red"),
    }[code]


_CODES: Mapping[str, Callable[[str], str]] = {
    "end": lambda word: test_texts.end(End(word)),
    "kind": lambda word: kind(UnsafeKind(word)),
    "leg": lambda word: care_texts.side(Side(word)),
    "colour": lambda word: colour(Colour(word)),
    "flag": lambda word: flag(Flag(word)),
    "sign": lambda word: sign(WarningSign(word)),
    "level": lambda word: level(Level(word)),
    "why": lambda word: why(Why(word)),
    "activity": lambda word: activity(Activity(word)),
    "change": lambda word: change(PainChange(word)),
    "grade": lambda word: Grade(word).value,
    "source": lambda word: source(LimitSource(word)),
    "verdict": lambda word: verdict_word(Verdict(word)),
    "seen_by_doctor": _yes_no,
    "is_over": _yes_no,
    "in_force": _yes_no,
    "stride_length_calibrated": _yes_no,
    "limit": lambda _: translate("report", "no limit from here on"),
    "file": lambda word: (
        translate("report", "no file")
        if word == "none"
        else translate("report", "could not be read")
    ),
}


def cannot_say() -> tuple[str, ...]:
    """Return what a report of one thigh sensor cannot say."""
    return (
        translate(
            "report",
            "One sensor on the thigh does not see the pelvis. Arching the back makes the hip "
            "extend less than shown, leaning back makes it extend more.",
        ),
        translate(
            "report",
            "Angles are behind the person's own standing line. They cannot be compared with "
            "norms from a gait laboratory or with another person.",
        ),
        translate(
            "report",
            "From one wearing to the next, less than about 5° or 10 cm is no real change.",
        ),
        translate(
            "report",
            "This is no diagnosis. No trial has shown that shorter strides treat "
            "ischiofemoral impingement; the limit is the person's own pain.",
        ),
        translate(
            "report",
            "Pain is as the person told it. A day without an answer is unknown, not free of pain.",
        ),
    )
