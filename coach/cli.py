"""The commands that need no window; everything heavy is imported when a command is called."""

import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.gait.pipeline import GaitSettings, KnownDistance
    from coach.records.errors import RecordError
    from coach.records.walk_file import WalkFile
    from sensors.errors import SensorError
    from sensors.recording import Recording
    from sensors.samples import StreamInfo

_ANALYZED_SAMPLES = 2000  # a block; larger ones are no faster


class Between(click.ParamType[float]):
    """A finite number within a range, with its unit in the refusal."""

    def __init__(self, low: float, high: float, unit: str) -> None:
        self.low, self.high, self.unit = low, high, unit
        self.name = unit

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number, or say between what it must lie."""
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not self.low <= number <= self.high:
            self.fail(f"{value!r} is not a number from {self.low:g} to {self.high:g} {self.unit}.")
        return number


class KnownDistanceType(click.ParamType["KnownDistance"]):
    """``START:END:METRES``: a measured distance between two initial contacts."""

    name = "START:END:METRES"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "KnownDistance":
        """Return the known distance, or say what is wrong with it."""
        from coach.gait.pipeline import KnownDistance

        if isinstance(value, KnownDistance):
            return value
        try:
            start_s, end_s, distance_m = (float(part) for part in str(value).split(":"))
        except ValueError:
            self.fail(f"{value!r} is not START:END:METRES, three numbers between colons.")
        if not (0 <= start_s < end_s < math.inf and 0 < distance_m < 10_000):
            self.fail(f"{value!r}: END must come after START, and METRES be more than 0.")
        return KnownDistance(start_s, end_s, distance_m)


_LIMITS = (
    click.option(
        "--limit-deg",
        type=Between(-30, 60, "degrees"),
        help="Your own limit, degrees of thigh extension behind your standing line.",
    ),
    click.option(
        "--limit-m",
        type=Between(0.1, 3, "metres"),
        help="Your own limit, metres of stride.",
    ),
)


def limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the two limit options to a command."""
    for option in reversed(_LIMITS):
        command = option(command)
    return command


@click.group()
@click.version_option(package_name="hipcoach")
def commands() -> None:
    """Hip Coach: walk within your own comfortable hip extension, measured at the thigh."""


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--leg-length",
    "leg_length_m",
    type=Between(0.3, 1.5, "metres"),
    help="Hip to floor, metres; without it stride length needs a known distance.",
)
@limit_options
@click.option(
    "--known-distance",
    "known_distances",
    type=KnownDistanceType(),
    multiple=True,
    metavar="START:END:METRES",
    help="A distance measured between two initial contacts; may be given several times.",
)
@click.option("--json", "is_json", is_flag=True, help="One line of JSON per file, for programs.")
def analyze(
    files: tuple[str, ...],
    leg_length_m: float | None,
    limit_deg: float | None,
    limit_m: float | None,
    known_distances: "tuple[KnownDistance, ...]",
    is_json: bool,
) -> None:
    """Show the strides of recorded walks, as the live loop sees them."""
    from coach.analysis import analyze as analyzed
    from coach.analysis import as_json, as_table
    from coach.coach import CoachSettings
    from coach.records.errors import RecordError
    from sensors.errors import SensorError

    n_failed = 0
    for file in files:
        try:
            with open_walk(Path(file), _ANALYZED_SAMPLES) as walk:
                gait = gait_settings(walk.info, leg_length_m, known_distances)
                analysis = analyzed(walk.blocks(), CoachSettings(gait, limit(limit_deg, limit_m)))
        except (SensorError, RecordError) as error:
            say_error(file, error)
            n_failed += 1
            continue
        if is_json:
            click.echo(as_json(file, analysis))
        else:
            click.echo("\n".join([file, *as_table(analysis), ""]))
    if n_failed:
        sys.exit(1)


@contextmanager
def open_walk(path: Path, block_samples: int | None = None) -> "Iterator[WalkFile | Recording]":
    """Source of a file: a kept walk by its name, any other file as a recorded one.

    Raises
    ------
    SensorError, RecordError
        When the file cannot be read as a walk.
    """
    if path.suffix == ".hipwalk":
        from coach.records.walk_file import WalkFile

        with WalkFile.open(path) as walk:
            yield walk
    else:
        from sensors.recording import Recording

        yield Recording(path, block_samples)


def gait_settings(
    info: "StreamInfo",
    leg_length_m: float | None = None,
    known_distances: "tuple[KnownDistance, ...]" = (),
) -> "GaitSettings":
    """Settings from what the stream says, with what was told on the command line on top."""
    from dataclasses import replace

    from coach.gait.pipeline import GaitSettings

    told = GaitSettings.of(info)
    return replace(
        told,
        leg_length_m=told.leg_length_m if leg_length_m is None else leg_length_m,
        known_distances=known_distances,
    )


def limit(limit_deg: float | None, limit_m: float | None) -> "Limit | None":
    """The limit given on the command line; None when there is none."""
    from coach.care.limits import Limit

    if limit_deg is None and limit_m is None:
        return None
    return Limit(extension_deg=limit_deg, stride_length_m=limit_m)


def say_error(file: str, error: "SensorError | RecordError") -> None:
    """One sentence set on standard error, with the file it is about."""
    from coach.words import error_line

    click.echo(error_line(error, about=file), err=True)
