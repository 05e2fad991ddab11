"""The items a report is made of: one thing told, its unit, its interval, and how it is rounded."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from coach.records.exchange.names import harmless

Value = float | int | str | None


class Unit(StrEnum):
    """What a number counts in; as it stands in the CSV."""

    NUMBER = "1"
    POINTS = "0-10"
    MINUTES = "min"
    DAYS = "d"
    SECONDS = "s"
    SHARE = "%"
    """Per cent, of 0 to 100."""
    SHARE_CHANGE = "percentage points"
    """By how much a share is another."""
    DEGREES = "deg"
    METRES = "m"
    STEPS = "1/min"
    SPEED = "m/s"
    HERTZ = "Hz"
    DATE = "date"
    CODE = "code"
    """One of a few words; the screen shows its sentence."""
    TEXT = "text"


def unit_of_change(unit: Unit) -> Unit:
    """What the difference of two such numbers counts in."""
    return Unit.SHARE_CHANGE if unit is Unit.SHARE else unit


class SectionKey(StrEnum):
    """The parts of a report, in their order."""

    HEAD = "head"
    UNSAFE = "unsafe"
    ADHERENCE = "adherence"
    PAIN = "pain"
    WALKING = "walking"
    TESTS = "tests"
    LIMITS = "limits"
    MOVEMENT = "movement"
    WALKS = "walks"
    MEASURING = "measuring"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is told.

    Attributes
    ----------
    name : str
        What it is, in a word that never changes.
    of : str
        Of which walk, limit or leg, where there are several.
    value : number, str or None
        Rounded already; None where nobody knows.
    low, high : float or None
        The 95 % interval, or the least and the highest of ratings.
    n : int or None
        Of how many.
    """

    name: str
    value: Value
    unit: Unit
    decimals: int = 0
    of: str = ""
    low: float | None = None
    high: float | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    key: SectionKey
    items: tuple[Item, ...]

    def item(self, name: str, of: str = "") -> Item | None:
        """The item of a name; None where it is not told."""
        return next((i for i in self.items if i.name == name and i.of == of), None)

    def of(self, of: str) -> tuple[Item, ...]:
        """All items of one walk, limit or leg."""
        return tuple(item for item in self.items if item.of == of)

    @property
    def ofs(self) -> tuple[str, ...]:
        """The walks, limits or legs, in their order."""
        return tuple(dict.fromkeys(item.of for item in self.items if item.of))


def number(
    name: str, value: float | None, unit: Unit, decimals: int = 0, **more: float | str | int | None
) -> Item:
    """A number, rounded; what is not finite is not known."""
    known = value is not None and isfinite(value)
    rounded = _rounded(value, decimals) if known else None
    low, high = (_rounded(more.pop(end, None), decimals) for end in ("low", "high"))
    of, n = str(more.pop("of", "")), more.pop("n", None)
    return Item(name, rounded, unit, decimals, of, low, high, None if n is None else int(n))


def _rounded(value: float | str | int | None, decimals: int) -> float | None:
    if value is None or isinstance(value, str):
        return None
    return round(float(value), decimals) + 0.0  # no minus before nothing


def day(name: str, when: date | None, of: str = "") -> Item:
    """A calendar day."""
    return Item(name, None if when is None else when.isoformat(), Unit.DATE, of=of)


def code(name: str, word: str | None, of: str = "") -> Item:
    """One of a few words."""
    return Item(name, word, Unit.CODE, of=of)


def text(name: str, words: str | None, of: str = "") -> Item:
    """Words of somebody."""
    return Item(name, words or None, Unit.TEXT, of=of)


def share(name: str, of_one: float | None, of: str = "") -> Item:
    """A share of 0 to 1, in per cent."""
    return number(name, None if of_one is None else 100 * of_one, Unit.SHARE, of=of)


def csv_of(sections: Iterable[Section]) -> str:
    """Every item, one a row, by RFC 4180; what nobody knows is empty."""
    lines = io.StringIO()
    table = csv.writer(lines, lineterminator="\r\n")
    table.writerow(("section", "of", "item", "value", "unit", "low", "high", "n"))
    for section in sections:
        for item in section.items:
            table.writerow(
                (
                    section.key,
                    harmless(item.of),
                    item.name,
                    _cell(item.value, item),
                    item.unit,
                    _cell(item.low, item),
                    _cell(item.high, item),
                    "" if item.n is None else str(item.n),
                )
            )
    return lines.getvalue()


def decimals_of(value: float, item: Item) -> int:
    """How many decimals a value of an item is shown with: a whole rating has none."""
    return 0 if item.unit is Unit.POINTS and value == int(value) else item.decimals


def _cell(value: Value, item: Item) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    return f"{value:.{decimals_of(value, item)}f}"
