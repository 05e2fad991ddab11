"""The commands that need no window; everything heavy is imported when a command is called."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.asking import ask_passphrase, can_ask, has_display, say_error
from coach.commands.lazy import LazyGroup
from coach.commands.options import (
    Between,
    WalkPath,
    by_hand_of,
    limit,
    limit_options,
    plain_option,
    worn_options,
)
from coach.commands.sources import SIMULATION, default_limit

if TYPE_CHECKING:
    from coach.commands.walk import Window
    from coach.commands.wearer import Wearer

OPENS_HOME = -1
"""What a window returns instead of an exit code when the person wants a home of their own."""


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(package_name="hipcoach")
@click.pass_context
def commands(context: click.Context) -> None:
    """Hip Coach: walk within your own comfortable hip extension, measured at the thigh.

    Without a command your home opens. Before there is one, a simulated walker shows what a walk
    looks like, in the window or (without a display) in the terminal.
    """
    if can_ask():
        from coach.records.keys import ask_with

        ask_with(ask_passphrase)
    if context.invoked_subcommand is None:
        window: Window | None = context.obj
        if window is not None and has_display() and _has_home():
            sys.exit(window.home())
        context.invoke(walk)


def _has_home() -> bool:
    """Whether somebody lives here; an encrypted library holds its secrets until it is opened."""
    from coach.records.folders import library_path

    return library_path().exists()


commands.places |= {
    "analyze": "coach.commands.analyze:analyze",
    "delete": "coach.commands.records:delete",
    "desktop": "coach.commands.desktop:desktop",
    "diagnostics": "coach.commands.keys:diagnostics",
    "evaluate": "coach.commands.lab:evaluate",
    "export": "coach.commands.exchange:export",
    "import": "coach.commands.imports:import_walks",
    "library": "coach.commands.records:library",
    "passphrase": "coach.commands.keys:passphrase",
    "person": "coach.commands.person:person",
    "physio": "coach.commands.physio:physio",
    "prescription": "coach.commands.prescription:prescription",
    "raw": "coach.commands.raw:raw",
    "record": "coach.commands.radio:record",
    "salvage": "coach.commands.records:salvage",
    "share": "coach.commands.records:share",
    "scan": "coach.commands.radio:scan",
}


@commands.command()
@click.option(
    "--source",
    show_default=SIMULATION,
    metavar="FILE|simulation",
    help="A recorded walk, or the simulated walker.",
)
@click.option(
    "--sensor",
    is_flag=False,
    flag_value="",
    metavar="[NAME|ADDRESS]",
    help="A Bluetooth sensor as `hipcoach scan` shows it, instead of a source; without a name the "
    "window looks for it, the terminal takes the one worn last.",
)
@click.option(
    "--person",
    metavar="NAME",
    help="Whose walk it is: leg, sensor, calibration and limit are taken from the profile, and the "
    "walk is listed as this person's.",
)
@worn_options
@click.option(
    "--speed",
    type=Between(0, 1000, "times real time"),
    default=1.0,
    show_default=True,
    help="How fast a recorded or simulated walk goes; 0 is as fast as possible.",
)
@limit_options
@click.option(
    "--out",
    type=WalkPath(),
    metavar="FILE.hipwalk",
    help="Where the walk is kept; otherwise in your own walks folder, under its date. Of the "
    "simulated walks there only the newest five stay.",
)
@click.option("--terminal", is_flag=True, help="Show the walk here instead of in a window.")
@click.option(
    "--continue",
    "goes_on",
    is_flag=True,
    help="Go on with the walk that was cut off in the last half hour.",
)
@plain_option
@click.pass_obj
def walk(
    window: "Window | None",
    source: str | None,
    sensor: str | None,
    person: str | None,
    side: str | None,
    leg_length_m: float | None,
    speed: float,
    limit_deg: float | None,
    limit_m: float | None,
    out: Path | None,
    terminal: bool,
    goes_on: bool,
    is_plain: bool,
) -> None:
    """Walk with live strides and cues, in the window or (without a display) in the terminal."""
    from coach.commands.walk import Wished, in_terminal, in_window
    from coach.records.errors import RecordError
    from sensors.errors import SensorError

    is_window = window is not None and has_display() and not terminal
    wearer = None
    try:
        if person is not None:
            wearer = _wearer(window if is_window else None, person, side)
            side, leg_length_m = wearer.side, leg_length_m or wearer.profile.leg_length_m
            if source is None and sensor is None:
                sensor = wearer.profile.sensor_name or ""
        if goes_on and source is None and sensor is None and _was_cut_off(window):
            sensor = ""
        if sensor is None:
            source = source or SIMULATION
        own_limit = limit(limit_deg, limit_m)
        if wearer is not None and wearer.limit is not None:
            own_limit = by_hand_of(wearer.limit, limit_deg, limit_m)
        elif own_limit is None and wearer is None:
            own_limit = default_limit(source)
        wished = Wished(
            source or "",
            sensor,
            side,
            leg_length_m,
            speed,
            own_limit,
            out,
            goes_on,
            is_plain,
            wearer,
        )
        try:
            code = in_window(window, wished) if is_window and window else in_terminal(wished)
        finally:
            if wearer is not None:
                wearer.take_in(wished.kept)
        if code == OPENS_HOME and window is not None:
            code = window.home()
    except (SensorError, RecordError) as error:
        say_error(sensor or source or person or "walk", error)
        code = 1
    sys.exit(code)


def _was_cut_off(window: "Window | None") -> bool:
    """Whether it was a walk with a sensor that was cut off; the simulated one is the other."""
    from coach.records.folders import walks_folder
    from coach.records.recovery import newest_cut_off
    from coach.records.unlocking import cut_off_lately
    from sensors.samples import StreamKind

    now = datetime.now().astimezone()
    path = cut_off_lately(walks_folder(), now)
    if path is not None and window is not None and has_display():
        window.ask_to_read(path)
    return newest_cut_off(walks_folder(), now, StreamKind.RADIO) is not None


def _wearer(window: "Window | None", person: str, side: str | None) -> "Wearer":
    """Who walks; where the library is locked, a window asks for the passphrase."""
    from coach.commands.wearer import wearer
    from coach.records.folders import library_path

    if window is not None:
        window.ask_to_read(library_path())
    return wearer(person, side, datetime.now().astimezone())
