"""One walk through the live code several times, and what came out against its reference."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from coach.analysis import Analysis, JudgedStride, analyze
from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings, KnownDistance
from coach.lab.comparison import (
    Comparison,
    Residual,
    compared,
    cues,
    length_residuals,
    matched,
)
from coach.lab.reference import Reference, ReferenceStride
from sensors.samples import ImuBlock

_CUT_SHARE = 0.55
_SETTLED_S = 0.1
_ENDED_S = 0.5
_FIRST_SHARE = 3
_LEAST_STRIDES = 8
_LEAST_CALIBRATING = 4
_LEAST_CYCLES = 3
_LEAST_RISE_DEG = 5.0


@dataclass(frozen=True, slots=True)
class Trial:
    """A walk to be tried: `blocks` gives its samples anew at every call."""

    name: str
    group: str
    settings: GaitSettings
    blocks: Callable[[], Iterable[ImuBlock]]
    reference: Reference


class ContradictionError(Exception):
    """The program's answer contradicts itself or time; the sentence says how."""


def tried(trial: Trial) -> Comparison:
    """The walk plain, cut short, calibrated on its first third, and with a limit, compared.

    Raises
    ------
    ContradictionError
        Strides overlap, something is known before it happened, or the past depends on the future.
    SensorError
        The samples cannot be read.
    """
    reference, settings = trial.reference, CoachSettings(trial.settings)
    whole = analyze(trial.blocks(), settings)
    check_order(whole.strides)
    comparison = compared(trial.name, trial.group, whole.duration_s, reference, whole.strides)
    comparison = replace(comparison, calibrated=_calibrated(trial))
    limit_deg = limit_between(reference)
    if limit_deg is not None:
        limited = replace(settings, limit=Limit(extension_deg=round(limit_deg, 2)))
        judged = analyze(trial.blocks(), limited).strides
        comparison = replace(comparison, cues=cues(_straight(reference), judged, limit_deg))
    _check_past(trial, whole)
    return comparison


def limit_between(reference: Reference) -> float | None:
    """A limit half-way between the usual and the longest extension; None if all are alike."""
    straight = _straight(reference)
    peaks_deg = [stride.peak_thigh_extension_deg or 0.0 for stride in straight]
    if len({stride.block for stride in straight}) < _LEAST_CYCLES:
        return None
    usual_deg, longest_deg = median(peaks_deg), max(peaks_deg)
    if longest_deg - usual_deg <= _LEAST_RISE_DEG:
        return None
    return (usual_deg + longest_deg) / 2


def calibration(reference: Reference) -> tuple[KnownDistance, tuple[ReferenceStride, ...]] | None:
    """The first third as a known distance, and the strides of other cycles to test it on."""
    straight = _straight(reference)
    if len(straight) < _LEAST_STRIDES or len(straight) < len(reference.strides):
        return None
    if not all(stride.stride_length_m for stride in straight):
        return None
    n_first = max(_LEAST_CALIBRATING, len(straight) // _FIRST_SHARE)
    first = straight[:n_first]
    used = {stride.block for stride in first}
    rest = tuple(stride for stride in straight[n_first:] if stride.block not in used)
    start_s, end_s = first[0].initial_contact_s, first[-1].next_initial_contact_s
    if not rest or start_s is None or end_s is None:
        return None
    distance_m = round(sum(stride.stride_length_m or 0.0 for stride in first), 3)
    return KnownDistance(start_s, end_s, distance_m), rest


def check_order(strides: Sequence[JudgedStride]) -> None:
    """Refuse strides that overlap, or are known before they happened.

    Raises
    ------
    ContradictionError
        At the first such stride.
    """
    told = [judged.stride for judged in strides]
    for stride in told:
        peak_s, end_s = stride.peak_thigh_extension_s, stride.end_s
        if not stride.start_s < peak_s or (end_s is not None and not peak_s < end_s):
            raise ContradictionError(f"the stride at {stride.start_s:.2f} s is out of order")
        if stride.reported_s < peak_s - 1e-6:
            raise ContradictionError(f"the peak at {peak_s:.2f} s is told before it happened")
    for earlier, later in pairwise(told):
        end_s = earlier.peak_thigh_extension_s if earlier.end_s is None else earlier.end_s
        if later.start_s < end_s - 1e-6:
            raise ContradictionError(f"strides overlap at {later.start_s:.2f} s")
    for judged in strides:
        cue, stride = judged.cue, judged.stride
        if cue is not None and not stride.start_s <= cue.t_s <= stride.reported_s + 1e-6:
            raise ContradictionError(f"the cue at {cue.t_s:.2f} s lies outside its stride")


def _calibrated(trial: Trial) -> tuple[Residual, ...]:
    known = calibration(trial.reference)
    if known is None:
        return ()
    distance, rest = known
    settings = replace(trial.settings, known_distances=(distance,))
    again = analyze(trial.blocks(), CoachSettings(settings)).strides
    pairs = [pair for pair in matched(rest, again) if pair.found.stride.is_scored]
    return length_residuals(trial.name, pairs)


def _check_past(trial: Trial, whole: Analysis) -> None:
    """Whatever was told before a cut must be told all the same when nothing follows it."""
    blocks = tuple(trial.blocks())
    n_kept = int(_CUT_SHARE * sum(len(block.t_s) for block in blocks))
    kept, until_s = _first(blocks, n_kept), 0.0
    if not kept:
        return
    until_s = float(kept[-1].t_s[-1])
    part = analyze(kept, CoachSettings(trial.settings))
    early = [_before(a.strides, until_s - _SETTLED_S) for a in (whole, part)]
    if len(early[0]) != len(early[1]):
        raise ContradictionError(
            f"{len(early[0])} strides were told before {until_s:.2f} s, "
            f"but {len(early[1])} when the walk ends there"
        )
    for with_rest, alone in zip(*early, strict=True):
        _check_same(with_rest, alone, until_s - _ENDED_S)


def _check_same(with_rest: JudgedStride, alone: JudgedStride, ended_by_s: float) -> None:
    a, b = with_rest.stride, alone.stride
    names = ["start_s", "peak_thigh_extension_s", "peak_thigh_extension_deg", "reported_s"]
    if a.end_s is not None and b.end_s is not None and b.end_s <= ended_by_s:
        names += ["end_s", "stride_length_m"]
    for name in names:
        x, y = getattr(a, name), getattr(b, name)
        is_same = x is y is None if x is None or y is None else abs(x - y) <= 1e-6
        if not is_same:
            raise ContradictionError(
                f"{name} of the stride at {a.start_s:.2f} s depends on what came later"
            )


def _before(strides: Sequence[JudgedStride], until_s: float) -> list[JudgedStride]:
    return [judged for judged in strides if judged.stride.reported_s <= until_s]


def _first(blocks: Iterable[ImuBlock], n_samples: int) -> list[ImuBlock]:
    kept: list[ImuBlock] = []
    for block in blocks:
        n = min(n_samples, len(block.t_s))
        if n:
            kept.append(
                ImuBlock(block.t_s[:n], block.acc_mps2[:n], block.gyr_radps[:n], block.flags[:n])
            )
        n_samples -= n
    return kept


def _straight(reference: Reference) -> list[ReferenceStride]:
    return [stride for stride in reference.strides if not stride.is_turn]
