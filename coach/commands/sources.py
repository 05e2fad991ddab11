"""What the command line takes samples from, by its name there, and how it is measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.options import limit

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.gait.pipeline import GaitSettings, KnownDistance
    from coach.records.walk_file import WalkFile
    from sensors.recording import Recording
    from sensors.simulation.source import SimulatedWalk
    from sensors.source import Source

    FileSource = WalkFile | Recording

SIMULATION = "simulation"

_SIMULATED_LIMIT_DEG = 20.0  # between the simulated walker's usual and long strides


@contextmanager
def open_source(name: str) -> "Iterator[FileSource | SimulatedWalk]":
    """Source by its name on the command line.

    Raises
    ------
    SensorError, RecordError
        When a file cannot be read as a walk.
    """
    if name == SIMULATION:
        from sensors.simulation.walks import default_walk

        yield default_walk()
    else:
        with open_walk(Path(name)) as walk_file:
            yield walk_file


@contextmanager
def open_walk(path: Path, block_samples: int | None = None) -> "Iterator[FileSource]":
    """Source of a file: a kept walk by its name, any other file as a recorded one.

    Raises
    ------
    SensorError, RecordError
        When the file cannot be read as a walk.
    """
    if path.suffix == ".hipwalk":
        from coach.records.walk_file import WalkFile

        with WalkFile.open(path) as walk_file:
            yield walk_file
    else:
        from sensors.recording import Recording

        yield Recording(path, block_samples)


def gait_settings(
    source: "Source",
    leg_length_m: float | None = None,
    known_distances: "tuple[KnownDistance, ...]" = (),
) -> "GaitSettings":
    """Settings the walk was kept with, or what the stream says; what is told comes on top."""
    from dataclasses import replace

    from coach.gait.pipeline import GaitSettings

    kept: GaitSettings | None = getattr(source, "gait", None)
    settings = GaitSettings.of(source.info) if kept is None else kept
    if leg_length_m is not None:
        settings = replace(settings, leg_length_m=leg_length_m)
    if known_distances:
        settings = replace(settings, known_distances=known_distances)
    return settings


def default_limit(source: str | None) -> "Limit | None":
    """The simulated walker's limit: a walk without one shows no cue."""
    return limit(_SIMULATED_LIMIT_DEG, None) if source == SIMULATION else None
