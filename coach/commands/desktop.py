"""`hipcoach desktop`: walk files open with a double click on a Linux desktop."""

import os
import shutil
import sys
from pathlib import Path

import click

from coach.commands.asking import say_error
from coach.records.errors import KeepingError


@click.command()
@click.option("--remove", "is_removed", is_flag=True, help="Take it off the desktop again.")
def desktop(is_removed: bool) -> None:
    """Let this user's desktop open walk files (.hipwalk) with a double click; Linux only."""
    from coach.desktop import install, remove

    if sys.platform != "linux":
        click.echo("This is for Linux. Elsewhere: open a walk with hipcoach replay FILE", err=True)
        sys.exit(1)
    data_home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    if is_removed:
        removed = remove(data_home)
        click.echo("\n".join(f"Removed: {path}" for path in removed) or "Nothing was there.")
        return
    try:
        written = install(data_home, _program())
    except KeepingError as error:
        say_error(str(data_home), error)
        sys.exit(1)
    click.echo("\n".join(f"Written: {path}" for path in written))
    click.echo("Walk files now open with a double click.")


def _program() -> Path:
    """Where the program is, by a path that stays."""
    beside = Path(sys.executable).with_name("hipcoach")
    found = beside if beside.exists() else shutil.which("hipcoach")
    return Path(found or sys.argv[0]).absolute()
