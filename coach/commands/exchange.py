"""`hipcoach export`: walks for spreadsheets, statistics, Motion-BIDS and OpenSim."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.commands.asking import say_error
from coach.commands.options import limit, limit_options
from coach.commands.sources import gait_settings, open_walk
from coach.records.errors import RecordError
from sensors.errors import SensorError
from sensors.samples import ImuBlock

if TYPE_CHECKING:
    from coach.records.exchange.motion_bids import BidsNames
    from coach.records.exchange.outgoing import OutgoingWalk
    from sensors.recording import Recording

_BLOCK_SAMPLES = 2000
_DEFAULT_SUBJECT = "01"

Show = Callable[[float], None]
"""Shows which share of the work is done."""


class Format(StrEnum):
    """Formats walks leave in."""

    STRIDES_CSV = "strides-csv"
    WALK_CSV = "walk-csv"
    MOTION_BIDS = "motion-bids"
    STO = "sto"
    MOT = "mot"


_ENDING = {
    Format.STRIDES_CSV: "_strides.csv",
    Format.WALK_CSV: "_walk.csv",
    Format.MOTION_BIDS: "_bids",
    Format.STO: ".sto",
    Format.MOT: ".mot",
}


class LabelType(click.ParamType[str]):
    """Letters and digits."""

    name = "LABEL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the label, or say what one is."""
        from coach.records.exchange.names import checked_label

        try:
            return checked_label(str(value))
        except ValueError as error:
            self.fail(f"{error}.")


@click.command()
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    required=True,
    help="strides-csv: a row a stride; walk-csv: the samples; motion-bids: a dataset folder; "
    "sto, mot: samples and thigh angle for OpenSim.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Where it goes; otherwise here, under the walk's name.",
)
@click.option(
    "--subject",
    type=LabelType(),
    default=_DEFAULT_SUBJECT,
    show_default=True,
    help="What the person is called in what leaves: letters and digits, not a name.",
)
@click.option("--session", type=LabelType(), help="What the walk is called in a dataset.")
@click.option("--with-notes", is_flag=True, help="Let remarks out, which may tell who it is.")
@limit_options
@click.option("--json", "is_json", is_flag=True, help="One line of JSON, for programs.")
def export(
    file: str,
    form: str,
    out: Path | None,
    subject: str,
    session: str | None,
    with_notes: bool,
    limit_deg: float | None,
    limit_m: float | None,
    is_json: bool,
) -> None:
    """Write a walk for spreadsheets, statistics, Motion-BIDS or OpenSim.

    No name, date or remark leaves unless you say so. A limit is for recordings that have none.
    """
    from coach.records.exchange.motion_bids import BidsNames

    path, to = Path(file), Format(form)
    target = out or Path(path.name.split(".")[0] + _ENDING[to])
    try:
        with _outgoing(path, limit_deg, limit_m) as walk:
            written = _written(to, target, walk, BidsNames(subject, session, with_notes))
    except (SensorError, RecordError) as error:
        say_error(file, error)
        sys.exit(1)
    if is_json:
        names = [str(each) for each in written]
        click.echo(json.dumps({"walk": file, "format": to, "written": names}))
    else:
        click.echo("\n".join(f"Written: {each}" for each in written))


@contextmanager
def _outgoing(
    path: Path, limit_deg: float | None, limit_m: float | None
) -> "Iterator[OutgoingWalk]":
    """A walk to write, from a kept file or any recording."""
    from coach.records.exchange.outgoing import kept_walk, recorded_walk
    from sensors.recording import Recording

    with open_walk(path, _BLOCK_SAMPLES) as source, progress("Reading") as show:
        if isinstance(source, Recording):
            told = limit(limit_deg, limit_m)
            read = partial(watched, source, show)
            walk = recorded_walk(source.info, gait_settings(source), read, told)
        else:
            walk = kept_walk(source)
        yield replace(walk, blocks=partial(_counted, walk, source.blocks, show))


def _written(
    to: Format, target: Path, walk: "OutgoingWalk", names: "BidsNames"
) -> tuple[Path, ...]:
    from coach.records.exchange import motion_bids, opensim, strides_csv, walk_csv

    match to:
        case Format.STRIDES_CSV:
            return strides_csv.write_strides_csv(target, walk, names.subject)
        case Format.WALK_CSV:
            return walk_csv.write_walk(target, walk.info, walk.blocks())
        case Format.MOTION_BIDS:
            return motion_bids.write_motion_bids(target, walk, names)
        case Format.STO:
            return opensim.write_sto(target, walk)
        case Format.MOT:
            return opensim.write_mot(target, walk)


def watched(recording: "Recording", show: Show) -> Iterator[ImuBlock]:
    """Iterate over the samples of a recording, showing how far it is."""
    for block in recording.blocks():
        show(recording.progress)
        yield block


def _counted(
    walk: "OutgoingWalk", blocks: Callable[[], Iterable[ImuBlock]], show: Show
) -> Iterator[ImuBlock]:
    """Iterate over the samples of a walk, showing how far it is by its times."""
    for block in blocks():
        if walk.duration_s:
            show((float(block.t_s[-1]) - walk.start_s) / walk.duration_s)
        yield block


@contextmanager
def progress(doing: str) -> Iterator[Show]:
    """A function that shows a share in per cent where somebody watches."""
    iswatched = sys.stderr.isatty()
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        percent = int(100 * min(1.0, share))
        if iswatched and percent != shown:
            shown = percent
            click.echo(f"\r\x1b[K{doing}: {percent} % (Ctrl+C stops)", err=True, nl=False)

    try:
        yield show
    finally:
        if shown >= 0:
            click.echo("\r\x1b[K", err=True, nl=False)
