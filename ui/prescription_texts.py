"""What a prescription sets, in the window's language."""

from datetime import date

from coach import care_words, intake_words
from coach.care.exercises import Library
from coach.care.feedback_mode import FeedbackMode
from coach.care.walking_dose import Pace
from coach.prescription_words import Degrees, Line, Metres, Value
from sensors.samples import Side
from ui import care_texts, texts
from ui.texts import from_words


def sentence(line: Line, exercises: Library) -> str:
    """A line of what is set, in words."""
    said = {name: _said(value, exercises) for name, value in line.values.items()}
    return from_words(line.sentence).format(**said)


def _said(value: Value, exercises: Library) -> str:
    match value:
        case Degrees():
            return texts.degrees(value)
        case Metres():
            return texts.metres(value)
        case Side():
            return care_texts.side(value)
        case Pace():
            return from_words(care_words.PACE[value])
        case FeedbackMode():
            return from_words(intake_words.FEEDBACK[value]).lower()
        case date():
            return care_texts.day(value)
        case tuple():
            return ", ".join(_said(each, exercises) for each in value)
        case str():
            named = exercises.get(value)
            return value if named is None else named.words(texts.language()).name
    return texts.number(value, 0 if value == round(value) else 1)
