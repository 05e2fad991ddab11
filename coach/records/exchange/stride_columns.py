"""The columns of a stride wherever strides leave as a table: name, unit, meaning, value."""

import math
from collections.abc import Callable
from typing import NamedTuple

from coach.records.exchange.outgoing import OutgoingWalk, StrideRow

Value = str | float | int | bool | None


class StrideColumn(NamedTuple):
    """One column.

    `unit` is as in BIDS and SI; None for what has none. `value` may be None: not measured.
    """

    name: str
    unit: str | None
    meaning: str
    value: Callable[[OutgoingWalk, StrideRow], Value]


def stride_values(walk: OutgoingWalk, row: StrideRow) -> list[Value]:
    """The values of a stride, one a column; what is not finite is not measured."""
    values = [column.value(walk, row) for column in STRIDE_COLUMNS]
    return [
        None if isinstance(value, float) and not math.isfinite(value) else value for value in values
    ]


def _time(name: str, meaning: str) -> StrideColumn:
    def value(walk: OutgoingWalk, row: StrideRow) -> Value:
        t_s: float | None = getattr(row.stride, name)
        return None if t_s is None else round(t_s - walk.start_s, 5)

    return StrideColumn(name, "s", f"{meaning}, from the first sample of the walk", value)


def _measure(name: str, unit: str | None, meaning: str) -> StrideColumn:
    def value(_: OutgoingWalk, row: StrideRow) -> Value:
        found: Value = getattr(row.stride, name)
        return found

    return StrideColumn(name, unit, meaning, value)


def _decided(name: str, unit: str | None, meaning: str) -> StrideColumn:
    def value(_: OutgoingWalk, row: StrideRow) -> Value:
        found: Value = None if row.decision is None else getattr(row.decision, name)
        return found

    return StrideColumn(f"decision_{name}", unit, meaning, value)


def _limit(name: str, unit: str | None, meaning: str) -> StrideColumn:
    def value(_: OutgoingWalk, row: StrideRow) -> Value:
        found: Value = None if row.decision is None else getattr(row.decision.limit, name)
        return found

    return StrideColumn(f"limit_{name}", unit, meaning, value)


def _decision_time(walk: OutgoingWalk, row: StrideRow) -> Value:
    return None if row.decision is None else round(row.decision.t_s - walk.start_s, 5)


STRIDE_COLUMNS = (
    StrideColumn("side", None, "The leg that wore the sensor", lambda walk, _: walk.info.side),
    _time("start_s", "Peak flexion that begins the stride"),
    _time("end_s", "Peak flexion that ends the stride"),
    _time("peak_thigh_extension_s", "Peak extension of the thigh"),
    _measure(
        "peak_thigh_extension_deg",
        "deg",
        "Peak extension of the thigh behind the own standing neutral; hip extension, measured at "
        "the thigh: the pelvis is not seen",
    ),
    _measure("peak_thigh_extension_sd_deg", "deg", "Standard deviation of that estimate"),
    _measure("peak_thigh_flexion_deg", "deg", "Peak flexion that begins the stride"),
    _measure("stride_length_m", "m", "Length of the stride, two steps"),
    _measure("stride_length_sd_m", "m", "Standard deviation of that estimate"),
    _measure("cadence_spm", "1/min", "Steps a minute, both legs"),
    _measure("walking_speed_mps", "m/s", "Stride length over stride time"),
    _measure(
        "thigh_adduction_deg",
        "deg",
        "Thigh towards the midline at peak extension, against the stand",
    ),
    _measure(
        "toe_out_change_deg",
        "deg",
        "Outward turn of thigh or strap against the own usual; empty under 10 degrees",
    ),
    _measure("is_scored", None, "Whether the stride is good enough to be judged"),
    _measure("why_not", None, "Why a stride is not scored"),
    _time("reported_s", "When the peak extension was first known"),
    _time("known_s", "When the end of the stride was known"),
    _decided("is_over", None, "Whether the stride was decided to be over the limit"),
    StrideColumn("decision_s", "s", "When that was decided, from the first sample", _decision_time),
    _decided("kind", None, "Whether the decision came before the peak or from the measured peak"),
    _decided("probability", None, "Chance that the stride passes the limit, by the estimate"),
    _decided("excess_deg", "deg", "Expected or measured extension less the limit"),
    _decided("excess_m", "m", "Expected stride length less the limit"),
    _limit("extension_deg", "deg", "The person's own limit by which the stride was judged"),
    _limit("stride_length_m", "m", "The person's own limit by which the stride was judged"),
    _limit("grade", None, "How well the limit is known, A to C; N: not provoked"),
    _limit("source", None, "Where the limit comes from"),
)
"""Who set a limit is not among them: a name has no place in a table of strides."""
