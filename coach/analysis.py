"""A whole walk through the live loop at full speed: its strides, each with the cue it brought."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass

from coach.care.limits import Decision
from coach.coach import Coach, CoachOutput, CoachSettings
from coach.gait.events import Stride
from sensors.samples import ImuBlock

_STRIDE_NUMBERS = (
    "start_s",
    "end_s",
    "peak_thigh_extension_s",
    "peak_thigh_extension_deg",
    "peak_thigh_extension_sd_deg",
    "stride_length_m",
    "stride_length_sd_m",
    "cadence_spm",
    "walking_speed_mps",
)
_Z95 = 1.96  # half width of a 95 % interval, in standard deviations


@dataclass(frozen=True, slots=True)
class JudgedStride:
    """A stride, the decision that it is over the limit, and whether it measured so.

    `cue` is None when nothing was decided against it; `is_over` is None without a limit. A stride
    may be foreseen over the limit and then keep within it.
    """

    stride: Stride
    cue: Decision | None
    is_over: bool | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the live loop made of one walk."""

    rate_hz: float
    duration_s: float
    leg_length_m: float | None
    strides: tuple[JudgedStride, ...]


def analyze(blocks: Iterable[ImuBlock], settings: CoachSettings) -> Analysis:
    """Strides and cues of a walk, exactly as the live loop gives them.

    Raises
    ------
    SensorError, RecordError
        Whatever `blocks` raises when the walk cannot be read to its end.
    """
    coach = Coach(settings)
    strides: list[Stride] = []
    over: dict[float, Decision] = {}
    first_s, last_s = math.nan, math.nan

    def keep(output: CoachOutput) -> None:
        strides.extend(event for event in output.events if isinstance(event, Stride))
        over.update((d.stride_start_s, d) for d in output.decisions if d.is_over)

    for block in blocks:
        if not len(block.t_s):
            continue
        if math.isnan(first_s):
            first_s = float(block.t_s[0])
        last_s = float(block.t_s[-1])
        keep(coach.push(block))
    keep(coach.finish())
    return Analysis(
        rate_hz=settings.gait.rate_hz,
        duration_s=0.0 if math.isnan(first_s) else last_s - first_s,
        leg_length_m=settings.gait.leg_length_m,
        strides=tuple(
            JudgedStride(
                stride,
                over.get(stride.start_s),
                None if settings.limit is None else settings.limit.is_passed_by(stride),
            )
            for stride in strides
        ),
    )


def as_json(name: str, analysis: Analysis) -> str:
    """One line for programs; what is not known is null."""
    return json.dumps(
        {
            "recording": name,
            "rate_hz": analysis.rate_hz,
            "duration_s": analysis.duration_s,
            "leg_length_m": analysis.leg_length_m,
            "strides": [_stride_fields(judged) for judged in analysis.strides],
        },
        allow_nan=False,
    )


def as_table(analysis: Analysis) -> list[str]:
    """Lines for people, one stride each, with the 95 % interval of every estimate."""
    lines = [
        f"{'time':>8}  {'extension':>15}  {'stride length':>16}  {'cadence':>13}  note",
    ]
    lines += [_row(judged) for judged in analysis.strides]
    return [*lines, *_totals(analysis)]


def clock(t_s: float) -> str:
    """Minutes and seconds, ``m:ss.s``."""
    tenths = round(t_s * 10)
    return f"{tenths // 600}:{tenths % 600 / 10:04.1f}"


def stride_text(stride: Stride) -> str:
    """Time, extension, length and cadence of a stride, with units and 95 % intervals, aligned."""
    extension = _with_interval(
        stride.peak_thigh_extension_deg, stride.peak_thigh_extension_sd_deg, ".1f", "°"
    )
    length = _with_interval(stride.stride_length_m, stride.stride_length_sd_m, ".2f", " m")
    cadence = "–" if stride.cadence_spm is None else f"{stride.cadence_spm:.0f} steps/min"
    time = clock(stride.peak_thigh_extension_s)
    return f"{time:>8}  {extension:>15}  {length:>16}  {cadence:>13}"


def _stride_fields(judged: JudgedStride) -> dict[str, float | str | bool | None]:
    stride, cue = judged.stride, judged.cue
    fields: dict[str, float | str | bool | None] = {
        name: _finite(getattr(stride, name)) for name in _STRIDE_NUMBERS
    }
    fields["is_scored"] = stride.is_scored
    fields["why_not"] = stride.why_not
    fields["reported_s"] = stride.reported_s
    fields["cue_s"] = cue.t_s if cue else None
    fields["cue_kind"] = cue.kind if cue else None
    return fields


def _finite(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(value)


def _with_interval(value: float | None, sd: float | None, form: str, unit: str) -> str:
    if value is None:
        return "–"
    if sd is None:
        return f"{value:{form}}{unit}"
    return f"{value:{form}} ± {_Z95 * sd:{form}}{unit}"


def _row(judged: JudgedStride) -> str:
    from coach.words import CUE, WHY_NOT

    stride, cue = judged.stride, judged.cue
    notes = []
    if stride.why_not is not None:
        notes.append(f"not scored: {WHY_NOT[stride.why_not]}")
    elif judged.is_over:
        notes.append("over the limit")
    if cue is not None:
        notes.append(f"cue ({CUE[cue.kind]} at {clock(cue.t_s)})")
    return f"{stride_text(stride)}  {', '.join(notes)}".rstrip()


def _totals(analysis: Analysis) -> list[str]:
    scored = [judged for judged in analysis.strides if judged.stride.is_scored]
    n_over = sum(bool(judged.is_over) for judged in scored)
    if not analysis.strides:
        return [
            f"No strides in {clock(analysis.duration_s)}. A walk begins with three seconds of "
            "quiet standing and has at least a few steps; check that this file is one."
        ]
    return [
        f"{len(analysis.strides)} strides in {clock(analysis.duration_s)}, "
        f"{len(scored)} scored, {n_over} of them over the limit.",
        "Hip extension, measured at the thigh against your own standing line; ± is the 95 % range.",
    ]
