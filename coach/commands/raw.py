"""`hipcoach raw`: what the radio said in a walk, to be sent in as a test vector."""

import sys
from pathlib import Path

import click

from coach.commands.asking import say_error
from coach.records.errors import RecordError


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.hipwalk")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.csv"
)
def raw(file: Path, out: Path) -> None:
    """Write what the sensor sent in a walk, byte for byte as it came.

    Name, address and date stay here, and so do the answers that tell the serial number; the
    movement itself goes out.
    """
    from coach.records.exchange.raw import write_raw
    from coach.records.walk_file import WalkFile

    try:
        with WalkFile.open(file) as walk:
            if next(walk.heard(), None) is None:
                click.echo(
                    f"{file}: This walk holds nothing a radio said. It came from a file or the "
                    "simulation. Record one with `hipcoach record --sensor NAME`.",
                    err=True,
                )
                sys.exit(1)
            n = write_raw(out, walk)
    except RecordError as error:
        say_error(str(file), error)
        sys.exit(1)
    click.echo(f"Written: {out} ({n} notifications)")
