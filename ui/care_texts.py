"""The sentences of the plan, the pain light and the warning signs, in the window's language."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QDate, QLocale

from coach import care_words
from coach.care.local_numbers import LocalNumbers, local_numbers
from coach.care.reasons import Input, Reason
from coach.care.walking_dose import WalkChoice
from coach.care.warning_signs import Level
from coach.records.journal import BY_FILE
from sensors.samples import Side
from ui import texts
from ui.texts import from_words, translate

_WHOLE_FROM_MIN = 7.0


def reason(why: Reason, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """The one sentence that says why.

    Parameters
    ----------
    names
        Of exercises by their id, for reasons that name one.
    """
    inputs = {name: names.get(str(value)) or _input(name, value) for name, value in why.inputs}
    return from_words(care_words.REASON[why.rule]).format(**inputs)


def _input(name: str, value: Input) -> str:
    words = care_words.input_words().get(name, {}).get(str(value))
    if words is not None:
        return from_words(words)
    if isinstance(value, float) and name in ("minutes", "tolerance"):
        return _minutes(value)
    if isinstance(value, float):
        return texts.number(value, 0 if value == round(value) else 1)
    if name == "expired_on":
        return day(date.fromisoformat(str(value)))
    return str(value)


def _minutes(value: float) -> str:
    """Whole minutes; tenths only of a short walk, where they are a step."""
    return texts.number(value, 0 if value >= _WHOLE_FROM_MIN or value == round(value) else 1)


def help_now(level: Level, country: str = "") -> str:
    """What to do at a level, with the local number where one is known.

    Parameters
    ----------
    country
        Two letters; else that of the system, or of the language where the system tells none.
    """
    return care_words.help_sentence(level, _numbers(country), from_words)


def _numbers(country: str) -> LocalNumbers:
    if country:
        return local_numbers(f"xx_{country.upper()}")
    is_told = QLocale.system().language() != QLocale.Language.C
    return local_numbers((QLocale.system() if is_told else QLocale()).name())


def day(value: date) -> str:
    """A day as the language writes it."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "ddd d.M.yyyy")


def who(by: str) -> str:
    """Whom an entry is by, for people to read; one that came in a file says so."""
    name = by.removesuffix(BY_FILE)
    return by if name == by else translate("care", "{0}, by a file").format(name)


def side(value: Side) -> str:
    """Which leg."""
    left, right = translate("care", "left"), translate("care", "right")
    return left if value is Side.LEFT else right


def walk(choice: WalkChoice) -> str:
    """Today's walk in one line."""
    dose = choice.dose
    if dose is None:
        return translate("care", "No recorded walk today")
    minutes = _minutes(dose.minutes)
    if choice.is_tolerance:
        return translate("care", "Up to {0} minutes, until pain rises by one").format(minutes)
    return translate("care", "{0} minutes at {1} pace").format(
        minutes, from_words(care_words.PACE[dose.pace])
    )
