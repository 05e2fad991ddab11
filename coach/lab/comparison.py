"""One walk against its reference: which strides were found, and how far off each value is.

The definitions stand in docs/evaluation.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from coach.analysis import JudgedStride
from coach.lab.reference import Reference, ReferenceStride

SAME_PEAK_S = 0.15
"""Peaks further apart than this are not of the same stride."""
_EDGE_S = 0.8
_BOUT_SLACK_S = 0.7
_Z90 = 1.645
CLEARLY_DEG = 2.6
"""So far from the limit a stride is over or under it whatever the reference's own error."""


class Pair(NamedTuple):
    """A stride of the reference and the one found for it."""

    reference: ReferenceStride
    found: JudgedStride


class Residual(NamedTuple):
    """An estimate less its reference.

    `cycle` names the walk and measured gait cycle: repeats are averaged before anything else.
    `is_inside` tells whether the 90 % interval of the estimate holds the reference; None where
    the estimate has no interval.
    """

    cycle: tuple[str, object]
    reference: float
    error: float
    is_inside: bool | None


@dataclass(frozen=True, slots=True)
class Cues:
    """Strides clearly over the limit and how many were caught; clearly under, and alarmed."""

    n_over: int
    n_under: int
    n_alarmed: int
    lead_s: tuple[float, ...]
    """From decision to true peak, one for each caught stride."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the figures are made of, of one walk."""

    name: str
    group: str
    duration_s: float
    n_hit: int
    n_missed: int
    n_false: int
    n_turns: int
    n_turns_scored: int
    n_with_length: int
    extension: tuple[Residual, ...]
    late_s: tuple[float, ...]
    length: tuple[Residual, ...]
    calibrated: tuple[Residual, ...] = ()
    cues: Cues | None = None


def matched(reference: Sequence[ReferenceStride], found: Sequence[JudgedStride]) -> list[Pair]:
    """Pairs of strides whose extension peaks are nearest to each other, each used once."""
    near = sorted(
        (gap_s, i, k)
        for i, stride in enumerate(reference)
        for k, judged in enumerate(found)
        if (gap_s := abs(_peak_s(stride) - judged.stride.peak_thigh_extension_s)) <= SAME_PEAK_S
    )
    free, free_found, pairs = set(range(len(reference))), set(range(len(found))), []
    for _, i, k in near:
        if i in free and k in free_found:
            free.remove(i)
            free_found.remove(k)
            pairs.append(Pair(reference[i], found[k]))
    return pairs


def compared(
    name: str,
    group: str,
    duration_s: float,
    reference: Reference,
    found: Sequence[JudgedStride],
) -> Comparison:
    """What the estimate found and missed, and its residuals, from a walk without a limit."""
    pairs = matched(reference.strides, found)
    scored = [p for p in pairs if p.found.stride.is_scored and not p.reference.is_turn]
    hit = {id(pair.reference) for pair in scored}
    optional = _optional(reference)
    straight = [stride for stride in reference.strides if not stride.is_turn]
    return Comparison(
        name=name,
        group=group,
        duration_s=duration_s,
        n_hit=len(scored),
        n_missed=sum(id(stride) not in hit | optional for stride in straight),
        n_false=len(false_strides(reference, found, pairs)),
        n_turns=len(reference.strides) - len(straight),
        n_turns_scored=sum(p.reference.is_turn and p.found.stride.is_scored for p in pairs),
        n_with_length=sum(pair.found.stride.stride_length_m is not None for pair in scored),
        extension=tuple(_extension(name, pair) for pair in scored),
        late_s=tuple(p.found.stride.reported_s - _peak_s(p.reference) for p in scored),
        length=length_residuals(name, scored),
    )


def false_strides(
    reference: Reference, found: Sequence[JudgedStride], pairs: Sequence[Pair]
) -> list[JudgedStride]:
    """Scored strides that never were, away from where a bout begins or ends."""
    if not reference.strides:
        return []
    paired = {id(pair.found) for pair in pairs}
    edges_s = [edge_s for span in reference.walking_s for edge_s in span]
    return [
        judged
        for judged in found
        if judged.stride.is_scored
        and id(judged) not in paired
        and not any(abs(judged.stride.peak_thigh_extension_s - s) < _EDGE_S for s in edges_s)
    ]


def length_residuals(name: str, pairs: Sequence[Pair]) -> tuple[Residual, ...]:
    """Stride length less reference, where both are there."""
    residuals = []
    for stride, judged in pairs:
        length_m, sd_m = judged.stride.stride_length_m, judged.stride.stride_length_sd_m
        if stride.stride_length_m and length_m:
            error_m = length_m - stride.stride_length_m
            inside = abs(error_m) <= _Z90 * sd_m if sd_m else None
            residuals.append(
                Residual(_cycle(name, stride), stride.stride_length_m, error_m, inside)
            )
    return tuple(residuals)


def cues(
    reference: Sequence[ReferenceStride], found: Sequence[JudgedStride], limit_deg: float
) -> Cues:
    """How the decisions against a limit match the true peaks."""
    n_over = n_under = n_alarmed = 0
    lead_s = []
    for stride, judged in matched(reference, found):
        excess_deg = _extension_deg(stride) - limit_deg
        if excess_deg >= CLEARLY_DEG:
            n_over += 1
            if judged.cue is not None:
                lead_s.append(_peak_s(stride) - judged.cue.t_s)
        elif excess_deg <= -CLEARLY_DEG:
            n_under += 1
            n_alarmed += judged.cue is not None
    return Cues(n_over, n_under, n_alarmed, tuple(lead_s))


def _extension(name: str, pair: Pair) -> Residual:
    stride = pair.found.stride
    expected_deg = _extension_deg(pair.reference)
    error_deg = stride.peak_thigh_extension_deg - expected_deg
    sd_deg = stride.peak_thigh_extension_sd_deg
    inside = abs(error_deg) <= _Z90 * sd_deg if sd_deg else None
    return Residual(_cycle(name, pair.reference), expected_deg, error_deg, inside)


def _optional(reference: Reference) -> set[int]:
    """Identities of the first and last stride of each bout: scored or not, either is right."""
    chosen: set[int] = set()
    for start_s, end_s in reference.walking_s or ((-inf, inf),):
        inside = [
            stride
            for stride in reference.strides
            if start_s - _BOUT_SLACK_S <= _peak_s(stride) <= end_s + _BOUT_SLACK_S
        ]
        chosen.update(id(stride) for stride in inside[:1] + inside[-1:])
    return chosen


def _cycle(name: str, stride: ReferenceStride) -> tuple[str, object]:
    return name, stride.block or stride.peak_thigh_extension_s


def _peak_s(stride: ReferenceStride) -> float:
    assert stride.peak_thigh_extension_s is not None
    return stride.peak_thigh_extension_s


def _extension_deg(stride: ReferenceStride) -> float:
    assert stride.peak_thigh_extension_deg is not None
    return stride.peak_thigh_extension_deg
