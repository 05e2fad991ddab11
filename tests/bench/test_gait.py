"""The live step against its yardstick, and hours of walking through the live code.

Run with ``pytest tests/bench --benchmark-enable -s`` (docs/benchmarks.md). Only ratios within one
run are asserted.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from coach.analysis import analyze
from coach.coach import Coach
from coach.gait.pipeline import GaitPipeline
from sensors.samples import FloatArray, ImuBlock
from tests.bench.laps import RATE_HZ, blocks, lap

_ROOT = Path(__file__).parents[2]
_BLOCK_SAMPLES = [1, 5, 10]
_MOST_TIMES_VQF = 8.0
_LEAST_TIMES_REAL = 800.0
_MOST_MEMORY = 1.3
"""Memory of four hours over that of one."""

Row = tuple[FloatArray, FloatArray]
Piece = ImuBlock | list[Row]
Step = Callable[[Any], object]


def vqf_step() -> Step:
    """The yardstick: one update and one quaternion for each sample, and nothing else."""
    from vqf import VQF

    vqf = VQF(1 / RATE_HZ)
    update, quaternion = vqf.update, vqf.getQuat6D

    def step(rows: list[Row]) -> None:
        for gyr, acc in rows:
            update(gyr, acc)
            quaternion()

    return step


def pipeline_step() -> Step:
    return GaitPipeline(lap()[0].gait).push


def coach_step() -> Step:
    return Coach(lap()[0]).push


STEPS = {"vqf": vqf_step, "pipeline": pipeline_step, "coach": coach_step}


def fed(name: str, pieces: Sequence[ImuBlock]) -> Sequence[Piece]:
    """What a step takes: blocks, or their rows made ready."""
    if name != "vqf":
        return pieces
    return [list(zip(piece.gyr_radps, piece.acc_mps2, strict=True)) for piece in pieces]


class Cost(NamedTuple):
    """What one block costs: microseconds of wall time, and of CPU a sample on average."""

    p50_us: float
    p99_us: float
    cpu_us_per_sample: float


def cost(step: Step, pieces: Sequence[Piece], n_samples: int) -> Cost:
    """Cost of these blocks of `n_samples`, less that of reading the clock."""
    spent_ns = np.empty(len(pieces))
    clock = time.perf_counter_ns
    before_s = time.process_time()
    for i, piece in enumerate(pieces):
        start_ns = clock()
        step(piece)
        spent_ns[i] = clock() - start_ns
    cpu_s = time.process_time() - before_s
    clock_ns = median(-clock() + clock() for _ in range(1000))
    p50_ns, p99_ns = np.percentile(spent_ns - clock_ns, [50, 99])
    return Cost(p50_ns / 1e3, p99_ns / 1e3, 1e6 * cpu_s / (len(pieces) * n_samples))


def costs(n_samples: int, duration_s: float, n_rounds: int) -> dict[str, Cost]:
    """Cost of each step: the middle of rounds that take turns."""
    pieces = list(blocks(duration_s, n_samples))
    food = {name: fed(name, pieces) for name in STEPS}
    rounds = [
        {name: cost(new(), food[name], n_samples) for name, new in STEPS.items()}
        for _ in range(n_rounds)
    ]
    return {
        name: Cost(*(median(column) for column in zip(*(r[name] for r in rounds), strict=True)))
        for name in STEPS
    }


@pytest.mark.parametrize("n_samples", _BLOCK_SAMPLES)
def test_the_live_step_is_a_few_times_its_filter(n_samples: int, is_measured: bool) -> None:
    found = costs(n_samples, 120.0 if is_measured else 2.0, 5 if is_measured else 1)
    vqf = found["vqf"]
    print(f"\nblock of {n_samples:2}    p50 µs   p99 µs   µs/sample   × VQF (p50, mean)")
    for name, one in found.items():
        by_p50, by_cpu = (
            one.p50_us / vqf.p50_us,
            one.cpu_us_per_sample / vqf.cpu_us_per_sample,
        )
        print(
            f"{name:12}{one.p50_us:10.1f}{one.p99_us:9.1f}{one.cpu_us_per_sample:12.2f}"
            f"{by_p50:9.1f}{by_cpu:7.1f}"
        )
    if is_measured:
        assert found["pipeline"].p50_us < _MOST_TIMES_VQF * vqf.p50_us
    if is_measured and n_samples > 1:  # alone, a sample pays for every call by itself
        assert found["pipeline"].cpu_us_per_sample < _MOST_TIMES_VQF * vqf.cpu_us_per_sample


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("n_samples", _BLOCK_SAMPLES)
def test_a_minute_live(
    benchmark: BenchmarkFixture, step: str, n_samples: int, is_measured: bool
) -> None:
    benchmark.group = f"a minute in blocks of {n_samples}"
    pieces = fed(step, list(blocks(60.0 if is_measured else 2.0, n_samples)))

    def run() -> int:
        push = STEPS[step]()
        for piece in pieces:
            push(piece)
        return len(pieces)

    assert benchmark(run) == len(pieces)


@pytest.mark.parametrize("n_samples", [10, 100, 1000])
def test_an_hour_takes_seconds(n_samples: int, is_measured: bool) -> None:
    hour_s = 3600.0 if is_measured else 20.0
    pieces = list(blocks(hour_s, n_samples))
    best_s = np.inf
    for _ in range(3 if is_measured else 1):
        before_s = time.process_time()
        strides = analyze(pieces, lap()[0]).strides
        best_s = min(best_s, time.process_time() - before_s)
    times_real = hour_s / best_s
    print(f"\n1 h in blocks of {n_samples}: {best_s:.2f} s of CPU, {times_real:.0f} × real time")
    assert len(strides) > hour_s / 1.3 / 2
    if is_measured and n_samples >= 100:
        assert times_real > _LEAST_TIMES_REAL


def alone(hours: float) -> dict[str, float]:
    """So many hours in a process of their own."""
    command = [sys.executable, "-m", "tests.bench.laps", str(hours)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=_ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is asked the POSIX way")
def test_four_hours_take_the_memory_of_one(is_measured: bool) -> None:
    one, four = (1.0, 4.0) if is_measured else (0.01, 0.04)
    short, long = alone(one), alone(four)
    print(
        f"\npeak memory: {short['before_mib']:.0f} MiB before, {short['peak_mib']:.0f} after "
        f"{one:g} h, {long['peak_mib']:.0f} after {four:g} h "
        f"({long['peak_mib'] / short['peak_mib']:.2f} ×)"
    )
    assert long["n_strides"] > 2 * short["n_strides"]
    assert long["peak_mib"] < _MOST_MEMORY * short["peak_mib"]
