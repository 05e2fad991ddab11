"""How far a stride lies over the limit, and how far above the floor, in the limit's own units."""

from typing import NamedTuple

from coach.care.limits import Decision, Limit
from coach.care.usual import Usual


class Margin(NamedTuple):
    """A signed distance and the dead band that goes with it: both degrees, or both metres."""

    distance: float
    band: float


def over_limit(
    limit: Limit, extension_deg: float | None, stride_length_m: float | None
) -> list[Margin]:
    """Distances over the limit, positive above it, one per unit known of limit and stride."""
    margins = []
    if limit.extension_deg is not None and extension_deg is not None:
        margins.append(Margin(extension_deg - limit.extension_deg, limit.dead_band_deg))
    if limit.stride_length_m is not None and stride_length_m is not None:
        margins.append(Margin(stride_length_m - limit.stride_length_m, limit.dead_band_m))
    return margins


def decided_over_limit(decision: Decision) -> list[Margin]:
    """Distances of the judged stride over the limit it was judged by."""
    limit = decision.limit
    margins = []
    if decision.excess_deg is not None:
        margins.append(Margin(decision.excess_deg, limit.dead_band_deg))
    if decision.excess_m is not None:
        margins.append(Margin(decision.excess_m, limit.dead_band_m))
    return margins


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
