"""What one walk brought: its figures, its strides as lines of a table, and what a summary needs."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from coach.care.limits import Limit
from coach.gait.pipeline import GaitSettings
from coach.records.exchange.outgoing import Blocks, OutgoingWalk, StrideRow, recorded_walk
from coach.records.exchange.stride_columns import Value, stride_values
from coach.records.exchange.strides_csv import csv_line
from sensors.samples import StreamInfo


class Measure(NamedTuple):
    """A measure of strides; `bin_width` is that of its histogram."""

    name: str
    unit: str
    label: str
    bin_width: float
    digits: int


MEASURES = (
    Measure("peak_thigh_extension_deg", "deg", "Peak thigh extension", 1.0, 1),
    Measure("stride_length_m", "m", "Stride length", 0.05, 2),
    Measure("cadence_spm", "1/min", "Cadence", 5.0, 0),
    Measure("walking_speed_mps", "m/s", "Walking speed", 0.05, 2),
)
_AVERAGES: dict[str, tuple[str, Callable[[Sequence[float]], float]]] = {
    "median": ("Median", lambda values: float(np.median(values))),
    "p95": ("95th percentile", lambda values: float(np.percentile(values, 95))),
    "sd": ("Standard deviation", lambda values: float(np.std(values, ddof=1))),
}
_LEAST_STRIDES = 2


class WalkResult(msgspec.Struct, frozen=True):
    """The result of a walk that could be analysed.

    Attributes
    ----------
    scored_s : float
        Time in strides that are good enough to be judged.
    n_over : int or None
        Strides over the limit; None where there is no limit.
    averages : dict
        Column of the table of walks → value over scored strides, None where there are too few.
    why_not : dict
        Why strides are not scored → how many.
    bins : dict
        Measure → histogram over scored strides: lower edge in bin widths → how many.
    strides : list of str
        Lines of the table of strides, without the name of the walk.
    """

    side: str | None
    rate_hz: float
    leg_length_m: float | None
    duration_s: float
    scored_s: float
    n_strides: int
    n_scored: int
    n_over: int | None
    averages: dict[str, float | None]
    why_not: dict[str, int]
    bins: dict[str, dict[int, int]]
    strides: list[str]


class Failed(msgspec.Struct, frozen=True):
    """A walk that could not be analysed, and why, in sentences."""

    why: str


Outcome = WalkResult | Failed


class WalkColumn(NamedTuple):
    """A column of the table of walks; `unit` is None for what has none."""

    name: str
    unit: str | None
    meaning: str
    value: Callable[[WalkResult], Value]


def _field(name: str, unit: str | None, meaning: str) -> WalkColumn:
    return WalkColumn(name, unit, meaning, lambda result: getattr(result, name))


def _average(prefix: str, measure: Measure) -> WalkColumn:
    name = f"{prefix}_{measure.name}"
    meaning = f"{_AVERAGES[prefix][0]} over scored strides: {measure.label.lower()}"
    return WalkColumn(name, measure.unit, meaning, lambda result: result.averages.get(name))


WALK_COLUMNS = (
    _field("side", None, "The leg that wore the sensor"),
    _field("rate_hz", "Hz", "Samples a second"),
    _field("leg_length_m", "m", "Hip to floor, by which stride length is estimated"),
    _field("duration_s", "s", "From the first sample to the last"),
    _field("scored_s", "s", "Time in scored strides"),
    _field("n_strides", None, "Strides"),
    _field("n_scored", None, "Strides good enough to be judged"),
    _field("n_over", None, "Strides over the limit; empty where there is none"),
    *(_average(prefix, measure) for measure in MEASURES for prefix in _AVERAGES),
)


def result_of(
    info: StreamInfo, gait: GaitSettings, blocks: Blocks, limit: Limit | None
) -> WalkResult:
    """What the live loop makes of a walk now.

    Raises
    ------
    SensorError, RecordError
        When the samples cannot be read to their end.
    """
    walk = recorded_walk(info, gait, blocks, limit)
    scored = [row.stride for row in walk.strides if row.stride.is_scored]
    values = {measure.name: _known(scored, measure.name) for measure in MEASURES}
    reasons = Counter(row.stride.why_not.value for row in walk.strides if row.stride.why_not)
    return WalkResult(
        side=info.side,
        rate_hz=gait.rate_hz,
        leg_length_m=gait.leg_length_m,
        duration_s=walk.duration_s,
        scored_s=sum(s.end_s - s.start_s for s in scored if s.end_s is not None),
        n_strides=len(walk.strides),
        n_scored=len(scored),
        n_over=None if limit is None else sum(_is_over(row) for row in walk.strides),
        averages=_averages(values),
        why_not=dict(sorted(reasons.items())),
        bins={measure.name: _bins(values[measure.name], measure) for measure in MEASURES},
        strides=_lines(walk),
    )


def _is_over(row: StrideRow) -> bool:
    return row.decision is not None and row.decision.is_over


def _known(strides: Sequence[object], name: str) -> list[float]:
    values = (getattr(stride, name) for stride in strides)
    return [value for value in values if value is not None and math.isfinite(value)]


def _averages(values: dict[str, list[float]]) -> dict[str, float | None]:
    return {
        f"{prefix}_{name}": average(known) if len(known) >= _LEAST_STRIDES else None
        for name, known in values.items()
        for prefix, (_, average) in _AVERAGES.items()
    }


def _bins(values: Sequence[float], measure: Measure) -> dict[int, int]:
    counts = Counter(math.floor(value / measure.bin_width) for value in values)
    return dict(sorted(counts.items()))


def _lines(walk: OutgoingWalk) -> list[str]:
    return [csv_line(stride_values(walk, row)) for row in walk.strides]
