"""The entry point `hipcoach`: the commands of `coach.cli`, and the window when asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.cli import commands

commands.places["doctor"] = "ui.doctor:doctor"

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.coach import CoachSettings
    from coach.records.places import Place
    from sensors.samples import StreamKind
    from sensors.source import Source


def show_window(
    prepare: "Callable[..., tuple[Source, CoachSettings, Place | None]]",
    *,
    kind: "StreamKind",
    limit: "Limit | None",
    speed: float,
    finds_sensor: bool = False,
) -> int:
    """Show a walk in the window until it is closed; Qt is imported only now."""
    from ui.app import run_window

    return run_window(prepare, kind=kind, limit=limit, speed=speed, finds_sensor=finds_sensor)


def main() -> None:
    """Run the command line."""
    commands(obj=show_window)
