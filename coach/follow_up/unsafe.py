"""Unsafe responses: what a physiotherapist looks at before all else; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coach.care.pain import Colour, Judged
from coach.care.warning_signs import Check, Level, WarningSign, most_urgent
from coach.follow_up.gathered import Gathered

SILENT_DAYS = 3
"""Nothing told for so many days after a red is silence, and silence is no good news."""


class UnsafeKind(StrEnum):
    """What a physiotherapist looks at first."""

    WARNING_SIGN = "warning_sign"
    RED = "red"
    SILENCE_AFTER_RED = "silence_after_red"


@dataclass(frozen=True, slots=True)
class Unsafe:
    """One unsafe response.

    Attributes
    ----------
    judged : Judged or None
        The record that was red.
    signs : tuple of WarningSign
        What was told, most urgent first; of a check or with a red record.
    level : Level or None
        How soon somebody had to look.
    is_seen : bool
        Whether a doctor has looked at all of it since.
    silent_days : int
        How long nothing was told after a red.
    is_over : bool
        Whether somebody told something again after the silence.
    """

    kind: UnsafeKind
    at: datetime
    judged: Judged | None = None
    signs: tuple[WarningSign, ...] = ()
    level: Level | None = None
    is_seen: bool = False
    silent_days: int = 0
    is_over: bool = False


def unsafe_responses(
    found: Gathered, judged: tuple[Judged, ...], since: datetime, until: datetime
) -> tuple[Unsafe, ...]:
    """Warning signs, reds and silences, newest first; of one moment the signs come first."""
    reds = [item for item in judged if item.colour is Colour.RED]
    unsafe = [
        Unsafe(
            UnsafeKind.WARNING_SIGN,
            check.asked_at,
            signs=_by_urgency(check.present),
            level=most_urgent(check.present),
            is_seen=check.present <= _seen(found.checks, check.asked_at),
        )
        for check in found.checks
        if check.present and since <= check.asked_at <= until
    ]
    unsafe += [
        Unsafe(
            UnsafeKind.RED,
            item.record.ended_at,
            judged=item,
            signs=_by_urgency(item.record.signs),
            level=most_urgent(item.record.signs),
        )
        for item in reds
    ]
    unsafe += _silences(found, reds, until)
    return tuple(sorted(unsafe, key=lambda each: (each.at, _ORDER[each.kind]), reverse=True))


_ORDER = {UnsafeKind.WARNING_SIGN: 2, UnsafeKind.RED: 1, UnsafeKind.SILENCE_AFTER_RED: 0}


def _silences(found: Gathered, reds: list[Judged], until: datetime) -> list[Unsafe]:
    """Each stretch of silence after a red, once, however many reds came before it."""
    silences: dict[datetime, Unsafe] = {}
    for item in reds:
        known_at = item.red_known_at or item.record.ended_at
        # What was told together with the red, within an hour, is part of telling it.
        later = [at for at in found.told_at if known_at + timedelta(hours=1) < at <= until]
        next_at = later[0] if later else until
        days = (next_at - known_at).days
        if days >= SILENT_DAYS:
            silences[next_at] = Unsafe(
                UnsafeKind.SILENCE_AFTER_RED,
                known_at,
                judged=item,
                silent_days=days,
                is_over=bool(later),
            )
    return list(silences.values())


def _by_urgency(signs: Iterable[WarningSign]) -> tuple[WarningSign, ...]:
    told = frozenset(signs)
    return tuple(sign for sign in WarningSign if sign in told)


def _seen(checks: Iterable[Check], since: datetime) -> frozenset[WarningSign]:
    """The signs a doctor looked at, by any check from then on."""
    later = [check.seen_by_doctor for check in checks if check.asked_at >= since]
    return frozenset().union(*later)
