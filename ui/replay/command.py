"""`hipcoach replay`: a recorded walk looked at again, in a window."""

import sys
from pathlib import Path

import click

from coach.commands.asking import has_display


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
def replay(file: Path | None) -> None:
    """Look at a recorded walk: scrub, play, see why each cue came, try other limits.

    Opens walks of Hip Coach (.hipwalk), walk CSV, and what other apps export. Without FILE it asks
    for one.
    """
    if not has_display():
        click.echo(
            "There is no display to show the replay on. The strides in text: hipcoach analyze FILE",
            err=True,
        )
        sys.exit(1)
    from ui.replay.window import run_replay

    sys.exit(run_replay(file))
