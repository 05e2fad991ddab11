"""The entry point `hipcoach`: the commands of `coach.cli`, and the window when asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli import commands
from coach.cli_exchange import export
from coach.cli_import import import_walks
from coach.cli_radio import record, scan

for command in (scan, record, import_walks, export):
    commands.add_command(command)

if TYPE_CHECKING:
    from coach.coach import CoachSettings
    from coach.records.places import Place
    from sensors.source import Source


def show_window(
    source: "Source",
    settings: "CoachSettings",
    *,
    speed: float,
    out: "Path | Place | None",
    is_simulated: bool,
) -> int:
    """Show a walk in the window until it is closed; Qt is imported only now."""
    from ui.app import run_window

    return run_window(source, settings, speed=speed, out=out, is_simulated=is_simulated)


def main() -> None:
    """Run the command line."""
    commands(obj=show_window)
