"""How far a stride lies over the limit, and how far above the floor, in the limit's own units."""

from typing import NamedTuple

from coach.care.limits import Decision, Limit
from coach.care.usual import Usual


class Margin(NamedTuple):
    """A signed distance and the dead band that goes with it: both degrees, or both metres."""

    distance: float
    band: float


def over_limit(
    limit: Limit,
    extension_deg: float | None,
    stride_length_m: float | None,
    usual: Usual | None = None,
) -> list[Margin]:
    """Distances over the limit, positive above it, one per unit known of limit and stride.

    With `usual`, a limit below the floor counts as the floor: nobody is coached below it.
    """
    margins = []
    if limit.extension_deg is not None and extension_deg is not None:
        floor_deg = limit.extension_deg if usual is None else usual.floor_deg
        threshold_deg = max(limit.extension_deg, floor_deg)
        margins.append(Margin(extension_deg - threshold_deg, limit.dead_band_deg))
    if limit.stride_length_m is not None and stride_length_m is not None:
        floor_m = None if usual is None else usual.floor_m
        threshold_m = max(limit.stride_length_m, floor_m or 0.0)
        margins.append(Margin(stride_length_m - threshold_m, limit.dead_band_m))
    return margins


def decided_over_limit(decision: Decision, usual: Usual) -> list[Margin]:
    """Distances of the judged stride over the limit or the floor, whichever is higher."""
    limit = decision.limit
    extension_deg = _sum(limit.extension_deg, decision.excess_deg)
    return over_limit(limit, extension_deg, _sum(limit.stride_length_m, decision.excess_m), usual)


def above_floor(
    limit: Limit, usual: Usual, extension_deg: float | None, stride_length_m: float | None
) -> list[Margin]:
    """Distances above the floor, positive above it, one per unit that is known."""
    margins = []
    if extension_deg is not None:
        margins.append(Margin(extension_deg - usual.floor_deg, limit.dead_band_deg))
    if stride_length_m is not None and usual.floor_m is not None:
        margins.append(Margin(stride_length_m - usual.floor_m, limit.dead_band_m))
    return margins


def is_beyond_band(margins: list[Margin]) -> bool:
    """Whether one distance is larger than its dead band."""
    return any(margin.distance > margin.band for margin in margins)


def with_dead_band(was_true: bool, margins: list[Margin]) -> bool:
    """Whether a distance is positive; once true, until every one is a dead band below zero."""
    if any(margin.distance > 0 for margin in margins):
        return True
    return was_true and any(margin.distance >= -margin.band for margin in margins)


def _sum(limit: float | None, excess: float | None) -> float | None:
    return None if limit is None or excess is None else limit + excess
