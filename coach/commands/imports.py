"""`hipcoach import`: what other apps exported, or somebody else walked, becomes a kept walk."""

import asyncio
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.commands.asking import say_error
from coach.commands.exchange import progress, watched
from coach.commands.options import Between, plain_option, worn_options
from coach.commands.places import own_place
from coach.commands.sources import gait_settings
from coach.records.errors import KeepingError, RecordError, RecordFault
from sensors.errors import RecordingError, SensorError, SensorFault
from sensors.samples import Placement, Side, StreamKind

if TYPE_CHECKING:
    from sensors.imports.told import Told, Units
    from sensors.recording import Recording

_BLOCK_SAMPLES = 2000
_TEXT_ENDINGS = (".csv", ".csv.gz")
_WALK_ENDING = ".hipwalk"


class UnitsType(click.ParamType["Units"]):
    """``ACC,GYR[,TIME]``."""

    name = "ACC,GYR[,TIME]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "Units":
        """Return the units, or say what there is."""
        from sensors.imports.told import Units, units_from

        if isinstance(value, Units):
            return value
        try:
            return units_from(str(value))
        except ValueError as error:
            self.fail(f"{value!r}: {error}.")


class PlacementType(click.ParamType[Placement]):
    """``UP,ANTERIOR``."""

    name = "UP,ANTERIOR"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Placement:
        """Return the placement, or say how it is written."""
        from sensors.imports.told import placement_from

        if isinstance(value, Placement):
            return value
        try:
            return placement_from(str(value))
        except ValueError as error:
            self.fail(f"{value!r}: {error}.")


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--units",
    type=UnitsType(),
    help="Units of accelerations, turn rates and times, where the file does not say them: "
    "g,deg/s or m/s2,rad/s,ms. A minus before the first: accelerations point down at rest.",
)
@click.option(
    "--placement",
    type=PlacementType(),
    help="Axes of the sensor that point up and to the front on a standing person, such as +x,-z.",
)
@click.option(
    "--rate",
    "rate_hz",
    type=Between(10, 1000, "samples a second"),
    help="Samples a second, where the file does not say it.",
)
@click.option("--device", metavar="NAME", help="The sensor meant, where a file holds several.")
@worn_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE.hipwalk|FILE.csv|FOLDER",
    help="Where the walk is kept; a folder for several. Otherwise in your own walks folder.",
)
@plain_option
@click.option("--json", "is_json", is_flag=True, help="One line of JSON per walk, for programs.")
def import_walks(
    files: tuple[str, ...],
    units: "Units | None",
    placement: Placement | None,
    rate_hz: float | None,
    device: str | None,
    side: str | None,
    leg_length_m: float | None,
    out: Path | None,
    is_plain: bool,
    is_json: bool,
) -> None:
    """Keep what a sensor's or phone's own app exported: a file, its zip, or its folder.

    Accelerations and turn rates in two files belong together: name both. A .hipwalk that somebody
    gave you is checked through and kept under a key of your own.
    """
    from sensors.imports.told import Told

    is_told = any((units, placement, rate_hz, device, side, leg_length_m))
    if is_told and any(file.endswith(_WALK_ENDING) for file in files):
        raise click.UsageError("A .hipwalk tells its units and how it was worn by itself.")
    worn = None if side is None else Side(side)
    told = Told(units=units, placement=placement, rate_hz=rate_hz, side=worn, device=device)
    waiting = [Path(file) for file in files]
    n_failed = 0
    while waiting:
        path = waiting.pop(0)
        try:
            if path.suffix == _WALK_ENDING:
                line = _taken_in(path, out, is_plain=is_plain)
            else:
                recording = _opened(path, waiting, told)
                target = _target(recording.info.name, out)
                line = _kept(recording, target, leg_length_m, is_plain=is_plain)
        except (SensorError, RecordError) as error:
            say_error(str(path), error)
            n_failed += 1
            continue
        click.echo(json.dumps(line, allow_nan=False) if is_json else f"Kept in {line['kept_in']}")
    sys.exit(1 if n_failed else 0)


def _opened(path: Path, waiting: list[Path], told: "Told") -> "Recording":
    """The recording of a file, with its other half taken out of those that wait."""
    from sensors.imports.recognise import other_half
    from sensors.recording import Recording

    try:
        partner = other_half(path) if path.is_file() else None
    except RecordingError:
        partner = None
    if partner is not None:
        waiting[:] = [each for each in waiting if each.absolute() != partner.absolute()]
    try:
        return Recording(path, _BLOCK_SAMPLES, told)
    except RecordingError as error:
        if error.fault is not SensorFault.OTHER_HALF_MISSING or not waiting:
            raise
    recording = Recording(path, _BLOCK_SAMPLES, replace(told, other_half=waiting[0]))
    waiting.pop(0)
    return recording


def _target(walk_name: str, out: Path | None) -> Path:
    """The file a walk is kept in."""
    from coach.records.folders import data_folder, walks_folder
    from coach.records.places import make_folder

    name = f"{walk_name}{_WALK_ENDING}"
    if out is None:
        make_folder(data_folder())
        make_folder(walks_folder())
        return walks_folder() / name
    if out.is_dir():
        return out / name
    if out.name.endswith((*_TEXT_ENDINGS, _WALK_ENDING)):
        return out
    raise KeepingError(RecordFault.FOLDER_NOT_WRITABLE, folder=str(out), cause="no such folder")


def _taken_in(path: Path, out: Path | None, *, is_plain: bool) -> dict[str, object]:
    """Keep a walk that somebody else kept; return what a program may want to know of it."""
    from coach.records.exchange.walk_csv import write_walk
    from coach.records.taking_in import check_all, refuse_over, take_in
    from coach.records.walk_file import WalkFile

    with WalkFile.open(path) as walk, progress("Checking") as show:
        target = _target(path.stem, out)
        if target.name.endswith(_TEXT_ENDINGS):
            check_all(walk, show)
            write_walk(target, walk.info, walk.blocks())
        else:
            refuse_over(target)
            is_simulated = walk.info.kind is StreamKind.SIMULATION
            kind = StreamKind.SIMULATION if is_simulated else StreamKind.RADIO
            place = own_place(target, kind, is_plain=is_plain)
            take_in(walk, place.path, place.key, show)
        return {
            "imported": str(path),
            "kept_in": str(target),
            "format": "hipwalk",
            "rate_hz": walk.info.rate_hz,
            "side": walk.info.side,
            "placement": walk.info.placement,
            "duration_s": walk.info.duration_s,
            "n_strides": len(walk.strides()),
        }


def _kept(
    recording: "Recording", target: Path, leg_length_m: float | None, *, is_plain: bool
) -> dict[str, object]:
    """Keep a recording; return what a program may want to know of it."""
    from coach.records.exchange.walk_csv import write_walk

    if leg_length_m is not None:
        recording.info = replace(recording.info, leg_length_m=leg_length_m)
    info = recording.info
    line: dict[str, object] = {
        "imported": str(recording.path),
        "kept_in": str(target),
        "format": recording.maker or "walk-csv",
        "rate_hz": info.rate_hz,
        "side": info.side,
        "placement": info.placement,
    }
    if not target.name.endswith(_TEXT_ENDINGS):
        return {**line, **_walked(recording, target, is_plain=is_plain)}
    with progress("Importing") as show:
        write_walk(target, info, watched(recording, show))
    return line


def _walked(recording: "Recording", target: Path, *, is_plain: bool) -> dict[str, object]:
    """Keep a recording as a walk with its strides, as if walked now at full speed."""
    from coach.coach import CoachSettings
    from coach.live import LiveWalk
    from coach.records.keys import remove_all_of
    from coach.records.taking_in import refuse_over

    refuse_over(target)
    place = own_place(target, recording.info.kind, is_plain=is_plain)
    walk = LiveWalk(recording, CoachSettings(gait_settings(recording)), speed=0, out=place)
    try:
        with progress("Importing") as show:
            summary = asyncio.run(walk.run(lambda _: show(recording.progress)))
    except BaseException:  # also Ctrl+C: half a walk is no import
        remove_all_of(target)
        raise
    if summary.kept_in is None:
        raise RecordingError(SensorFault.EMPTY, path=str(recording.path))
    return {"duration_s": summary.duration_s, "n_strides": summary.n_strides}
