"""What a person told, in plain values, without what tells who or when.

Texts go, whatever the kind of entry, because anybody may have written a name into one; only the
few named here were chosen by the program. Choices, numbers and the days between stay.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

import msgspec

from coach.care.reasons import Reason
from coach.records.journal import PATIENT, PROGRAM

_OTHER = "physio"
_CHOSEN_TEXTS = frozenset({"exercise", "moment", "walk"})
"""Names of fields whose text the program chose; a walk's is the name it has beside the entry."""


def anonymous(value: Any, days: timedelta, field: str = "") -> Any:
    """The value as plain ones, without texts, and with all its days moved."""
    match value:
        case Enum():
            return value.value
        case datetime():
            return moved(value, days).isoformat()
        case date():
            return (value + days).isoformat()
        case str():
            return value if field in _CHOSEN_TEXTS else ""
        case None | bool() | int() | float():
            return value
        case Mapping():
            return {
                key.value: anonymous(each, days)
                for key, each in value.items()
                if isinstance(key, Enum)
            }
        case Reason():
            inputs = {name: anonymous(each, days) for name, each in value.inputs}
            return {"rule": value.rule.value, "inputs": inputs}
        case _ if (known := _fields(value)) is not None:
            return {name: anonymous(each, days, name) for name, each in known.items()}
        case tuple() | list() | AbstractSet():
            return _all(value, days)
    return anonymous(msgspec.to_builtins(value), days)


def anonymous_by(by: str) -> str:
    """Who made an entry, without a name."""
    return by if by in {PATIENT, PROGRAM} else _OTHER


def moved(moment: datetime, days: timedelta) -> datetime:
    """On another day, and without the time zone, which tells where."""
    return (moment + days).replace(tzinfo=None)


def _fields(value: Any) -> dict[str, Any] | None:
    """The named parts of a struct, dataclass or named tuple; None where it is none."""
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.asdict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return dict(value._asdict())
    return None


def _all(values: Iterable[Any], days: timedelta) -> list[Any]:
    found = [anonymous(each, days) for each in values]
    if isinstance(values, AbstractSet):
        found.sort(key=str)
    return [each for each in found if each != ""]
