"""A walk as long as wanted; ``python -m tests.bench.laps 4`` says what four hours of it need."""

import json
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coach.analysis import analyze
from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from sensors.samples import ImuBlock
from sensors.simulation.person import Person
from sensors.simulation.scenario import Stand, Turn, Walk
from sensors.simulation.sensor import good_sensor
from sensors.simulation.source import SimulatedWalk
from tests.coach.gait.walks import cut, joined

LAP_S = 300.0
RATE_HZ = 100.0


@cache
def lap() -> tuple[CoachSettings, ImuBlock]:
    """Five minutes of 100 Hz: strides, two turns, a pause."""
    activities = (Stand(5.0), Walk(140.0), Turn(), Walk(80.0), Turn(), Walk(64.2), Stand(6.0))
    walk = SimulatedWalk(Person(), activities, good_sensor(), seed=1)
    gait = GaitSettings.of(walk.info)
    return CoachSettings(gait, Limit(extension_deg=20.0)), joined(walk.blocks())


def blocks(duration_s: float, n_samples: int) -> Iterator[ImuBlock]:
    """The lap over and over on a clock that goes on, in blocks of `n_samples`."""
    _, block = lap()
    start_s = 0.0
    while start_s < duration_s:
        for piece in cut(block._replace(t_s=block.t_s + start_s), n_samples):
            if piece.t_s[0] >= duration_s:
                return
            yield piece
        start_s += LAP_S


def peak_memory_mib() -> float:
    """The most memory that this process ever held.

    Linux's `getrusage` counts the parent at the moment of the fork; its own status file does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(s for s in status.read_text().splitlines() if s.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def main(hours: float) -> None:
    """Analyse so many hours in blocks of a second; print strides, seconds of CPU and memory."""
    settings, _ = lap()
    list(blocks(LAP_S, 100))  # what drawing the walk takes is not the question
    before_s, before_mib = time.process_time(), peak_memory_mib()
    analysis = analyze(blocks(3600 * hours, 100), settings)
    cpu_s = time.process_time() - before_s
    n_strides = len(analysis.strides)
    print(
        json.dumps(
            {
                "n_strides": n_strides,
                "cpu_s": cpu_s,
                "peak_mib": peak_memory_mib(),
                "before_mib": before_mib,
            }
        )
    )


if __name__ == "__main__":
    main(float(sys.argv[1]))
