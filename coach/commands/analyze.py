"""`hipcoach analyze`: the strides of recorded walks, here or (a cohort) in a folder of results."""

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.commands.asking import say_error
from coach.commands.options import Between, limit, limit_options
from coach.commands.sources import gait_settings, open_walk

if TYPE_CHECKING:
    from coach.gait.pipeline import KnownDistance

_BLOCK_SAMPLES = 2000  # larger ones are no faster


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


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR...")
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
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="RESULTS",
    help="Write tables and a summary of all walks into this folder; the same again goes on.",
)
@click.option(
    "--workers",
    "n_workers",
    type=click.IntRange(1, 1024),
    help="Processes that analyse at the same time; as many as there are processors.",
)
@click.option(
    "--scheduler",
    metavar="tcp://HOST:PORT",
    help="Let a running Dask cluster analyse; it must see the same files and this version.",
)
@click.option(
    "--json",
    "is_json",
    is_flag=True,
    help="One line of JSON per file (with --out one for all), for programs.",
)
def analyze(
    files: tuple[str, ...],
    leg_length_m: float | None,
    limit_deg: float | None,
    limit_m: float | None,
    known_distances: "tuple[KnownDistance, ...]",
    out: Path | None,
    n_workers: int | None,
    scheduler: str | None,
    is_json: bool,
) -> None:
    """Show the strides of recorded walks, as the live loop sees them.

    With --out, files and whole folders of walks become tables (CSV, with the extra "lab" Parquet
    too) and a summary page. Ctrl-C stops; the same command goes on with what is missing.
    """
    paths = tuple(Path(file) for file in files)
    if out is not None:
        if known_distances:
            raise click.UsageError("--known-distance is of one walk: leave out --out.")
        if scheduler is not None and n_workers is not None:
            raise click.UsageError("A cluster has workers of its own: leave out --workers.")
        from coach.cohort.task import CohortSettings
        from coach.commands.cohort import analyze_cohort

        settings = CohortSettings(leg_length_m, limit_deg, limit_m)
        sys.exit(analyze_cohort(paths, out, settings, n_workers, scheduler, is_json=is_json))
    if n_workers is not None or scheduler is not None or any(path.is_dir() for path in paths):
        raise click.UsageError("For folders, and for many workers, say --out RESULTS.")
    sys.exit(_analyze_files(files, leg_length_m, limit_deg, limit_m, known_distances, is_json))


def _analyze_files(
    files: tuple[str, ...],
    leg_length_m: float | None,
    limit_deg: float | None,
    limit_m: float | None,
    known_distances: "tuple[KnownDistance, ...]",
    is_json: bool,
) -> int:
    """Show one walk after the other; return the exit code."""
    from coach.analysis import analyze as analyzed
    from coach.analysis import as_json, as_table
    from coach.coach import CoachSettings
    from coach.records.errors import RecordError
    from sensors.errors import SensorError

    n_failed = 0
    for file in files:
        try:
            with open_walk(Path(file), _BLOCK_SAMPLES) as walk_file:
                gait = gait_settings(walk_file, leg_length_m, known_distances)
                analysis = analyzed(
                    walk_file.blocks(), CoachSettings(gait, limit(limit_deg, limit_m))
                )
        except (SensorError, RecordError) as error:
            say_error(file, error)
            n_failed += 1
            continue
        if is_json:
            click.echo(as_json(file, analysis))
        else:
            click.echo("\n".join([file, *as_table(analysis), ""]))
    return 1 if n_failed else 0
