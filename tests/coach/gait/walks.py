"""Walks for the tests of coach.gait: cut into blocks, analysed, held against their truth."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from coach.gait.events import ExtensionPeak, GaitEvent, Stride, Trace
from coach.gait.pipeline import GaitPipeline, GaitSettings
from sensors.recording import Recording
from sensors.samples import FloatArray, ImuBlock
from sensors.simulation.source import SimulatedWalk

_RECORDED = Path(__file__).parents[4] / "shared" / "walks"
_SAME_PEAK_S = 0.15


class Walked(NamedTuple):
    """What a pipeline made of a whole walk."""

    trace: Trace
    events: tuple[GaitEvent, ...]

    @property
    def strides(self) -> list[Stride]:
        return [event for event in self.events if isinstance(event, Stride)]

    @property
    def scored(self) -> list[Stride]:
        return [stride for stride in self.strides if stride.is_scored]

    @property
    def peaks(self) -> list[ExtensionPeak]:
        return [event for event in self.events if isinstance(event, ExtensionPeak)]


class TruePeak(NamedTuple):
    """A stride as its reference has it."""

    t_s: float
    extension_deg: float
    length_m: float | None
    is_turn: bool
    is_edge: bool
    cycle: str
    """Strides of one cycle are copies of each other."""


def joined(blocks: Iterable[ImuBlock]) -> ImuBlock:
    """One block of all samples."""
    return ImuBlock(*(np.concatenate(column) for column in zip(*blocks, strict=True)))


def part(block: ImuBlock, start: int, stop: int | None = None) -> ImuBlock:
    """Some samples of a block."""
    rows = slice(start, stop)
    return ImuBlock(block.t_s[rows], block.acc_mps2[rows], block.gyr_radps[rows], block.flags[rows])


def cut(block: ImuBlock, sizes: int | Sequence[int]) -> list[ImuBlock]:
    """The block in pieces of one size, or of these sizes over and over; 0 is an empty block."""
    sizes = [sizes] if isinstance(sizes, int) else sizes
    pieces, start, i = [], 0, 0
    while start < len(block.t_s):
        pieces.append(part(block, start, start + sizes[i % len(sizes)]))
        start += sizes[i % len(sizes)]
        i += 1
    return pieces


def resumed(pipeline: GaitPipeline, blocks: Iterable[ImuBlock]) -> Walked:
    """What this pipeline makes of the rest of a walk and its end."""
    outputs = [pipeline.push(block) for block in blocks]
    outputs.append(pipeline.finish())
    columns = zip(*(output.trace for output in outputs), strict=True)
    trace = Trace(*(np.concatenate(column) for column in columns))
    return Walked(trace, tuple(event for output in outputs for event in output.events))


def walked(settings: GaitSettings, blocks: Iterable[ImuBlock]) -> Walked:
    """What a new pipeline makes of a walk."""
    return resumed(GaitPipeline(settings), blocks)


def simulated(walk: SimulatedWalk) -> Walked:
    """What a new pipeline makes of a simulated walk."""
    return walked(GaitSettings.of(walk.info), walk.blocks())


def assert_same(one: Walked, other: Walked) -> None:
    """Not a bit differs."""
    for a, b in zip(one.trace, other.trace, strict=True):
        np.testing.assert_array_equal(a, b)
    assert one.events == other.events


def true_peaks(walk: SimulatedWalk) -> list[TruePeak]:
    """Truth of a simulation; what a careful estimator would not score counts as a turn."""
    return [
        TruePeak(
            t_s=stride.peak_thigh_extension_s,
            extension_deg=stride.peak_thigh_extension_deg,
            length_m=stride.stride_length_m,
            is_turn=not (stride.is_scored_expected or stride.is_edge),
            is_edge=stride.is_edge,
            cycle=str(i),
        )
        for i, stride in enumerate(walk.truth.strides)
    ]


class Score(NamedTuple):
    """Pairs of reference and scored stride, and what has no partner."""

    pairs: list[tuple[TruePeak, Stride]]
    n_missed: int
    n_false: int
    n_turns_scored: int

    @property
    def f1(self) -> float:
        return 2 * len(self.pairs) / (2 * len(self.pairs) + self.n_missed + self.n_false)


def score(truth: Sequence[TruePeak], strides: Sequence[Stride]) -> Score:
    """Strides by their peaks within 150 ms; the first and last of a bout may go either way."""
    near = sorted(
        (abs(true.t_s - stride.peak_thigh_extension_s), i, k)
        for i, true in enumerate(truth)
        for k, stride in enumerate(strides)
        if abs(true.t_s - stride.peak_thigh_extension_s) <= _SAME_PEAK_S
    )
    of_true: dict[int, int] = {}
    for _, i, k in near:
        if i not in of_true and k not in of_true.values():
            of_true[i] = k
    scored = {i: strides[k] for i, k in of_true.items() if strides[k].is_scored}
    edges_s = [true.t_s for true in truth if true.is_edge]
    lonely = [s for k, s in enumerate(strides) if s.is_scored and k not in of_true.values()]
    return Score(
        [(truth[i], stride) for i, stride in sorted(scored.items()) if not truth[i].is_turn],
        sum(not (true.is_turn or true.is_edge) and i not in scored for i, true in enumerate(truth)),
        sum(all(abs(s.peak_thigh_extension_s - t_s) > 0.9 for t_s in edges_s) for s in lonely),
        sum(truth[i].is_turn for i in scored),
    )


def extension_errors_deg(pairs: Iterable[tuple[TruePeak, Stride]]) -> FloatArray:
    """Error of each peak extension."""
    return np.array([s.peak_thigh_extension_deg - true.extension_deg for true, s in pairs])


def rms(values: FloatArray) -> float:
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(values))))


class RecordedWalk(NamedTuple):
    """A recorded walk with its reference."""

    name: str
    settings: GaitSettings
    block: ImuBlock
    truth: tuple[TruePeak, ...]
    contacts_s: tuple[tuple[float, float], ...]


def recorded_names(*parts: str) -> list[str]:
    """Recorded walks whose name holds one of these; empty where the walks are not here."""
    names = sorted(p.name.removesuffix(".csv.gz") for p in _RECORDED.glob("*.csv.gz"))
    return [name for name in names if any(word in name for word in parts)]


def needed(names: Sequence[str]) -> Sequence[str]:
    """These names, or a skip that says what is missing."""
    if not names:
        pytest.skip(f"no recorded walks in {_RECORDED.parent.name}/{_RECORDED.name}")
    return names


@cache
def recorded(name: str) -> RecordedWalk:
    """One recorded walk."""
    recording = Recording(_RECORDED / f"{name}.csv.gz")
    truth = json.loads((_RECORDED / f"{name}.truth.json").read_text(encoding="utf-8"))
    strides = [s for s in truth["strides"] if s["peak_thigh_extension_deg"] is not None]
    edges = _edges(strides, truth.get("walking_s") or [[-np.inf, np.inf]])
    return RecordedWalk(
        name,
        GaitSettings.of(recording.info),
        joined(recording.blocks()),
        tuple(
            TruePeak(
                t_s=stride["peak_thigh_extension_s"],
                extension_deg=stride["peak_thigh_extension_deg"],
                length_m=stride["stride_length_m"],
                is_turn=stride["is_turn"],
                is_edge=i in edges,
                cycle=f"{name} {stride.get('block') or stride['peak_thigh_extension_s']}",
            )
            for i, stride in enumerate(strides)
        ),
        tuple((s["initial_contact_s"], s["next_initial_contact_s"]) for s in strides),
    )


def _edges(strides: list[dict[str, Any]], spans: list[list[float]]) -> set[int]:
    found: set[int] = set()
    for start_s, end_s in spans:
        inside = [
            i
            for i, stride in enumerate(strides)
            if start_s - 0.7 <= stride["peak_thigh_extension_s"] <= end_s + 0.7
        ]
        found.update(inside[:1] + inside[-1:])
    return found
