"""Telephone numbers for help, by the country of a locale; general words where none is known."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class LocalNumbers(NamedTuple):
    """Telephone numbers of a country; None where they are not known."""

    emergency: str | None = None
    advice: str | None = None


_ONLY_112 = frozenset(
    {
        *("AT", "AX", "BE", "BG", "CH", "CY", "CZ", "DK", "EE", "ES", "FR", "GR", "HR", "HU"),
        *("IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SI", "SK"),
    }
)
_NUMBERS: Mapping[str, LocalNumbers] = MappingProxyType(
    {
        **{territory: LocalNumbers("112") for territory in _ONLY_112},
        "FI": LocalNumbers("112", "116117"),
        "SE": LocalNumbers("112", "1177"),
        "NO": LocalNumbers("113", "116117"),
        "DE": LocalNumbers("112", "116117"),
        "GB": LocalNumbers("999", "111"),
        "US": LocalNumbers("911"),
        "CA": LocalNumbers("911"),
        "AU": LocalNumbers("000"),
        "NZ": LocalNumbers("111"),
    }
)


def local_numbers(locale: str) -> LocalNumbers:
    """The numbers of a locale's territory (``fi_FI``, ``sv-FI``, ``en_GB.UTF-8``).

    Finnish without a territory is taken for Finland's; any other unknown gives no number.
    """
    plain = locale.partition(".")[0].partition("@")[0].replace("-", "_")
    language, *others = plain.split("_")
    territory = next((part.upper() for part in others if len(part) == 2), None)
    if territory is None and language.lower() == "fi":
        territory = "FI"
    return _NUMBERS.get(territory or "", LocalNumbers())
