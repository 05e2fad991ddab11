"""What a prescription sets, one English sentence each; `ui` translates the same sentences."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coach import care_words, intake_words
from coach.care.exercises import Library
from coach.care.feedback_mode import FeedbackMode
from coach.care.permissions import Permissions
from coach.care.walking_dose import AIM_MINUTES, Pace
from coach.records.prescription import Prescription
from sensors.samples import Side

WALK = "Your next walk: {minutes} minutes at {pace} pace."
LONGEST = "A walk lasts at most {minutes} minutes."
HOLD = "Time, pace and stride stay as they are until your physiotherapist says otherwise."
BRISK = "A brisk pace is open to you, when the plan gets there."
RETURN = "Full strides are open to you, when the plan gets there."
LADDER = "While walks stay comfortable, the limit may rise by {degrees} a week, up to {top}."
LIMIT = "The limit of your {side} leg: {value}."
LIMIT_UNTIL = "The limit of your {side} leg: {value}, to be tested again after {day}."
HEARD = "Heard while walking, at most: {feedback}."
UNLOCKED = "Opened for you: {names}."
CLOSED = "Closed for now: {names}."
OWN = "New for you: {names}."
SENTENCES = (
    *(WALK, LONGEST, HOLD, BRISK, RETURN, LADDER, LIMIT, LIMIT_UNTIL, HEARD),
    *(UNLOCKED, CLOSED, OWN),
)


class Degrees(float):
    """An angle."""


class Metres(float):
    """A length."""


Value = float | Degrees | Metres | date | Side | Pace | FeedbackMode | tuple["Value", ...] | str


class Line(NamedTuple):
    """A sentence, and what stands in it: numbers, days and codes; names of exercises by id."""

    sentence: str
    values: dict[str, Value]


def lines(prescription: Prescription) -> tuple[Line, ...]:
    """All that a prescription sets."""
    limits = tuple(_limits(prescription))
    return (*limits, *permission_lines(prescription.permissions))


def permission_lines(permissions: Permissions) -> Iterator[Line]:
    """All that these open, close and set beyond what the program allows by itself."""
    told = permissions
    if told.prescribed is not None:
        dose = told.prescribed.dose
        yield Line(WALK, {"minutes": dose.minutes, "pace": dose.pace})
    if told.most_minutes != AIM_MINUTES:
        yield Line(LONGEST, {"minutes": told.most_minutes})
    for sentence, is_said in (
        (HOLD, not told.is_rise_open),
        (BRISK, told.is_brisk_open),
        (RETURN, told.is_return_open),
    ):
        if is_said:
            yield Line(sentence, {})
    if told.ladder is not None:
        yield Line(
            LADDER, {"degrees": Degrees(told.ladder.step_deg), "top": Degrees(told.ladder.top_deg)}
        )
    if told.feedback is not FeedbackMode.TONES_AND_WORDS:
        yield Line(HEARD, {"feedback": told.feedback})
    for sentence, ids in (
        (UNLOCKED, sorted(told.unlocked - told.closed)),
        (CLOSED, sorted(told.shut)),
        (OWN, [exercise.id for exercise in told.own]),
    ):
        if ids:
            yield Line(sentence, {"names": tuple(ids)})


def english(line: Line, exercises: Library) -> str:
    """A line for the terminal."""
    return line.sentence.format(
        **{name: _said(value, exercises) for name, value in line.values.items()}
    )


def _limits(prescription: Prescription) -> Iterator[Line]:
    for side, limit in prescription.limits.items():
        value: list[Value] = []
        if limit.extension_deg is not None:
            value.append(Degrees(limit.extension_deg))
        if limit.stride_length_m is not None:
            value.append(Metres(limit.stride_length_m))
        told: dict[str, Value] = {"side": side, "value": tuple(value)}
        if limit.expires_on is None:
            yield Line(LIMIT, told)
        else:
            yield Line(LIMIT_UNTIL, told | {"day": limit.expires_on})


def _said(value: Value, exercises: Library) -> str:
    match value:
        case Degrees():
            return f"{value:.1f}°"
        case Metres():
            return f"{value:.2f} m"
        case Side():
            return value.value
        case Pace():
            return care_words.PACE[value]
        case FeedbackMode():
            return intake_words.FEEDBACK[value].lower()
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(_said(each, exercises) for each in value)
        case str():
            return exercises[value].en.name if value in exercises else value
    return f"{value:g}"
