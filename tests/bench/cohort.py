"""A cohort of simulated walks, analysed in every way there is; prints one table.

``python -m tests.bench.cohort FOLDER`` makes the walks (seeded) and measures; with ``--cluster``
on a local Dask cluster too, whose own processes count in neither CPU nor memory. Linux only: memory
is read from /proc.
"""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np

from sensors.recording import write_walk_csv
from sensors.simulation.person import some_person
from sensors.simulation.scenario import Activity, Stand, Turn, Walk
from sensors.simulation.sensor import worn_sensor
from sensors.simulation.source import SimulatedWalk

_ROOT = Path(__file__).parents[2]
_BLOCK_SAMPLES = 2000
_N_CORRUPT = 5
_HIPCOACH = (sys.executable, "-c", "from ui.main import main; main()")
_POLL_S = 0.1
_MIB = 2**20


class Run(NamedTuple):
    """One run of the command and all processes it started; `told` is what it printed."""

    spent_s: float
    cpu_s: float
    peak_mib: float
    told: dict[str, object]


def scenario(seed: int, duration_s: float) -> tuple[Activity, ...]:
    """Corridor walking: stretches of changing speed between turns and a few stands."""
    draw = np.random.default_rng([seed, 31])
    parts: list[Activity] = [Stand(5.0)]
    spent_s = 5.0
    while spent_s < duration_s:
        walk_s = float(draw.uniform(15.0, 45.0))
        parts.append(Walk(walk_s, length_factor=float(draw.uniform(0.9, 1.25))))
        parts.append(Stand(4.0) if draw.random() < 0.2 else Turn(180.0))
        spent_s += walk_s + 4.0
    return (*parts, Walk(8.0), Stand(4.0))


def make_walk(folder: Path, duration_s: float, seed: int) -> Path:
    """Write one walk; every fourth is compressed."""
    walk = SimulatedWalk(
        some_person(seed), scenario(seed, duration_s), worn_sensor(seed), seed=seed,
        block_samples=_BLOCK_SAMPLES,
    )  # fmt: skip
    path = folder / f"site-{seed % 4}" / f"walk-{seed:04}.csv{'.gz' if seed % 4 == 0 else ''}"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_walk_csv(path, walk.info, walk.blocks())
    return path


def corrupt(paths: list[Path]) -> None:
    """Spoil five walks in five ways."""
    cut, text, nan, empty, noise = paths
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    text.write_text("this is not a walk\n")
    lines = nan.read_text().splitlines()
    lines[len(lines) // 2] = "nan,1,2,3,x,5,6"
    nan.write_text("\n".join(lines))
    empty.write_bytes(b"")
    noise.write_bytes(np.random.default_rng(7).bytes(100_000))


def make_walks(folder: Path, n_walks: int, minutes: float) -> None:
    """Write all walks; the same numbers give the same files."""
    seeds = range(n_walks)
    make = partial(make_walk, folder, 60 * minutes)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        paths = list(pool.map(make, seeds))
    compressed = [path for path in paths if path.suffix == ".gz"]
    plain = [path for path in paths if path.suffix != ".gz"]
    corrupt([compressed[0], *plain[: _N_CORRUPT - 1]])


def command(walks: Path, out: Path, *options: str) -> list[str]:
    return [*_HIPCOACH, "analyze", str(walks), "--out", str(out), "--json", *options]


def run(walks: Path, out: Path, *options: str) -> Run:
    """Run to the end, watching its memory."""
    before_s, cpu_before_s = time.perf_counter(), children_cpu_s()
    process = subprocess.Popen(
        command(walks, out, *options), cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory_mib(process.pid))
        time.sleep(_POLL_S)
    assert process.stdout is not None
    told = json.loads(process.stdout.read())
    process.stdout.close()
    process.wait()
    return Run(time.perf_counter() - before_s, children_cpu_s() - cpu_before_s, peak, told)


def children_cpu_s() -> float:
    """CPU time of all processes below this one that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory_mib(pid: int) -> float:
    """Proportional memory of a process and all below it."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own / 1024 + sum(memory_mib(int(child)) for child in children)


def killed_half_way(walks: Path, out: Path, n_walks: int) -> int:
    """Kill a run without a word when half of its parts are there; return how many there are."""
    process = subprocess.Popen(
        command(walks, out), cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    parts = out / ".hipcoach-parts"
    while process.poll() is None and len(list(parts.glob("*.json"))) < n_walks // 2:
        time.sleep(_POLL_S)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return len(list(parts.glob("*.json")))


@contextmanager
def cluster(n_workers: int) -> Iterator[str]:
    """A Dask cluster on this computer; yields its address."""
    from distributed import LocalCluster

    with LocalCluster(n_workers, threads_per_worker=1, dashboard_address=None) as local:
        yield str(local.scheduler_address)


def hashes(out: Path) -> dict[str, str]:
    """Digests of everything a run wrote, as its manifest tells."""
    told: dict[str, str] = json.loads((out / "manifest.json").read_text())["outputs"]
    return told


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--walks", "n_walks", default=200, show_default=True)
@click.option("--minutes", default=10.0, show_default=True)
@click.option("--cluster", "has_cluster", is_flag=True)
def measure(folder: Path, n_walks: int, minutes: float, has_cluster: bool) -> None:
    """Make the walks and analyse them in every way."""
    walks = folder / "walks"
    before_s = time.perf_counter()
    if not walks.exists():
        make_walks(walks, n_walks, minutes)
        print(f"made {n_walks} walks of {minutes:g} min in {time.perf_counter() - before_s:.0f} s")
    size_mib = sum(path.stat().st_size for path in walks.rglob("*.csv*")) / _MIB
    print(f"{size_mib:.0f} MiB, {_N_CORRUPT} corrupt files; {os.cpu_count()} processors")
    for old in folder.glob("results-*"):
        shutil.rmtree(old)
    runs: dict[str, dict[str, str]] = {}

    def tell(name: str, options: tuple[str, ...], n_kept: int = 0) -> None:
        done = run(walks, folder / f"results-{name}", *options)
        rate = (n_walks - n_kept) / done.spent_s
        runs[name] = hashes(folder / f"results-{name}")
        print(
            f"{name:10} {done.spent_s:6.1f} s  {rate:5.2f} walks/s  {done.cpu_s:6.1f} s CPU  "
            f"{done.peak_mib:5.0f} MiB  "
            f"{done.told['n_analysed']} of {done.told['n_walks']} walks, "
            f"{done.told['n_strides']} strides"
        )

    tell("1-process", ("--workers", "1"))
    tell("2-process", ("--workers", "2"))
    if has_cluster:
        with cluster(2) as address:
            tell("dask-2", ("--scheduler", address))
    n_kept = killed_half_way(walks, folder / "results-killed", n_walks)
    print(f"killed with {n_kept} parts; the same command again:")
    tell("killed", (), n_kept)
    tell("killed", (), n_walks)
    first = runs["1-process"]
    print(
        "all the same bytes" if all(each == first for each in runs.values()) else f"DIFFER: {runs}"
    )


if __name__ == "__main__":
    measure()
