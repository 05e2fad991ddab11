"""The commands that need no window; everything heavy is imported when a command is called."""

import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.lazy_commands import LazyGroup

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.coach import CoachSettings
    from coach.gait.pipeline import GaitSettings, KnownDistance
    from coach.keeping import Keeping
    from coach.records.errors import RecordError
    from coach.records.places import Place
    from coach.records.walk_file import WalkFile
    from sensors.errors import SensorError
    from sensors.recording import Recording
    from sensors.samples import StreamKind
    from sensors.simulation.source import SimulatedWalk
    from sensors.source import Source

    FileSource = WalkFile | Recording

SIMULATION = "simulation"

_SIMULATED_LIMIT_DEG = 20.0  # between the simulated walker's usual and long strides


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


_WORN = (
    click.option("--side", type=click.Choice(["left", "right"]), help="The leg that wears it."),
    click.option(
        "--leg-length",
        "leg_length_m",
        type=Between(0.3, 1.5, "metres"),
        help="Hip to floor, metres; without it there is no stride length.",
    ),
)


def worn_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what is to be known of a worn sensor to a command."""
    for option in reversed(_WORN):
        command = option(command)
    return command


plain_option = click.option(
    "--plain", "is_plain", is_flag=True, help="Keep the walk unprotected, for a lab."
)

FINDS_SENSOR = -1
"""What a window returns instead of an exit code when the person wants to find a sensor."""

Window = Callable[..., int]
"""Shows a walk in a window: ``(prepare, *, kind, limit, speed, finds_sensor, keeping) -> code``.

``prepare() -> (source, settings, place)`` is called on the walk's thread once the window stands, so
that what it imports does not hold up the first paint. With ``finds_sensor`` the window finds one
first, and it is ``prepare(sensor, remembered)``. What `keeping` has to ask comes before that.
"""


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(package_name="hipcoach")
@click.pass_context
def commands(context: click.Context) -> None:
    """Hip Coach: walk within your own comfortable hip extension, measured at the thigh.

    Without a command a simulated walker shows in the window what a walk looks like.
    """
    if can_ask():
        from coach.records.keys import ask_with

        ask_with(ask_passphrase)
    if context.invoked_subcommand is None:
        context.invoke(walk)


commands.places |= {
    "analyze": "coach.cli_analyze:analyze",
    "delete": "coach.cli_records:delete",
    "diagnostics": "coach.cli_keys:diagnostics",
    "evaluate": "coach.cli_lab:evaluate",
    "export": "coach.cli_exchange:export",
    "import": "coach.cli_import:import_walks",
    "library": "coach.cli_records:library",
    "passphrase": "coach.cli_keys:passphrase",
    "person": "coach.cli_person:person",
    "raw": "coach.cli_raw:raw",
    "record": "coach.cli_radio:record",
    "salvage": "coach.cli_records:salvage",
    "share": "coach.cli_records:share",
    "scan": "coach.cli_radio:scan",
}


@commands.command()
@click.option(
    "--source",
    default=SIMULATION,
    show_default=True,
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
    type=click.Path(path_type=Path),
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
    window: Window | None,
    source: str,
    sensor: str | None,
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
    from coach.records.errors import RecordError
    from sensors.errors import SensorError
    from sensors.samples import StreamKind

    is_window = window is not None and has_display() and not terminal
    own_limit = limit(limit_deg, limit_m) or (default_limit(source) if sensor is None else None)
    try:
        if is_window and window is not None and sensor is None and source == SIMULATION:
            kind = StreamKind.SIMULATION
            code = window(partial(_simulated, out), kind=kind, limit=own_limit, speed=speed)
            if code != FINDS_SENSOR:
                sys.exit(code)
            sensor, out, own_limit = "", None, limit(limit_deg, limit_m)
        if is_window and window is not None and sensor == "":
            from coach.cli_radio import WornSensor

            kind = StreamKind.RADIO
            keeping = _keeping(out, kind, goes_on=goes_on, is_plain=is_plain)
            worn = WornSensor(side, leg_length_m, keeping, own_limit)
            options = {"limit": own_limit, "speed": speed, "keeping": keeping}
            sys.exit(window(worn.prepare, kind=kind, finds_sensor=True, **options))
        with _opened(source, sensor, side, leg_length_m) as samples:
            from coach.coach import CoachSettings

            kind = samples.info.kind
            settings = CoachSettings(gait_settings(samples, leg_length_m), own_limit)
            if is_window and window is not None:
                keeping = _keeping(out, kind, goes_on=goes_on, is_plain=is_plain)
                code = window(
                    lambda: (samples, settings, keeping.settle()),
                    kind=kind,
                    limit=own_limit,
                    speed=speed,
                    keeping=keeping,
                )
            else:
                from coach.terminal import walk_in_terminal

                place = own_place(out, kind, goes_on=goes_on, is_plain=is_plain)
                is_tty = sys.stdout.isatty()
                code = walk_in_terminal(samples, settings, speed=speed, out=place, is_tty=is_tty)
    except (SensorError, RecordError) as error:
        say_error(sensor or source, error)
        code = 1
    sys.exit(code)


@contextmanager
def _opened(
    source: str, sensor: str | None, side: str | None, leg_length_m: float | None
) -> "Iterator[Source]":
    if sensor is None:
        with open_source(source) as samples:
            yield samples
    else:
        from coach.cli_radio import open_sensor

        with open_sensor(sensor, side, leg_length_m) as radio:
            yield radio


def _simulated(out: Path | None) -> "tuple[Source, CoachSettings, Place]":
    """The simulated walk, made ready."""
    from coach.coach import CoachSettings
    from sensors.simulation.walks import default_walk

    samples = default_walk()
    place = own_place(out, samples.info.kind)
    return samples, CoachSettings(gait_settings(samples)), place


def has_display() -> bool:
    """Whether a window can be shown: Linux says so in the environment."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


@contextmanager
def open_source(name: str) -> "Iterator[FileSource | SimulatedWalk]":
    """Source by its name on the command line.

    Raises
    ------
    SensorError, RecordError
        When a file cannot be read as a walk.
    """
    if name == SIMULATION:
        from sensors.simulation.walks import default_walk

        yield default_walk()
    else:
        with open_walk(Path(name)) as walk_file:
            yield walk_file


@contextmanager
def open_walk(path: Path, block_samples: int | None = None) -> "Iterator[FileSource]":
    """Source of a file: a kept walk by its name, any other file as a recorded one.

    Raises
    ------
    SensorError, RecordError
        When the file cannot be read as a walk.
    """
    if path.suffix == ".hipwalk":
        from coach.records.walk_file import WalkFile

        with WalkFile.open(path) as walk_file:
            yield walk_file
    else:
        from sensors.recording import Recording

        yield Recording(path, block_samples)


def gait_settings(
    source: "Source",
    leg_length_m: float | None = None,
    known_distances: "tuple[KnownDistance, ...]" = (),
) -> "GaitSettings":
    """Settings the walk was kept with, or what the stream says; what is told comes on top."""
    from dataclasses import replace

    from coach.gait.pipeline import GaitSettings

    kept: GaitSettings | None = getattr(source, "gait", None)
    settings = GaitSettings.of(source.info) if kept is None else kept
    if leg_length_m is not None:
        settings = replace(settings, leg_length_m=leg_length_m)
    if known_distances:
        settings = replace(settings, known_distances=known_distances)
    return settings


def limit(limit_deg: float | None, limit_m: float | None) -> "Limit | None":
    """The limit given on the command line; None when there is none."""
    from coach.care.limits import Limit

    if limit_deg is None and limit_m is None:
        return None
    return Limit(extension_deg=limit_deg, stride_length_m=limit_m)


def default_limit(source: str) -> "Limit | None":
    """The simulated walker's limit: a walk without one shows no cue."""
    return limit(_SIMULATED_LIMIT_DEG, None) if source == SIMULATION else None


def say_error(file: str, error: "SensorError | RecordError") -> None:
    """One sentence set on standard error, with the file it is about."""
    from coach.words import error_line

    click.echo(error_line(error, about=file), err=True)


def own_place(
    out: Path | None, kind: "StreamKind", *, goes_on: bool = False, is_plain: bool = False
) -> "Place":
    """Where a walk of this kind is kept and under which key; tells of walks that were cut off.

    Raises
    ------
    RecordError
        When the folder cannot be made, or there is nothing to go on with.
    """
    from coach.records.places import Place, new_key, new_walk_path, place_to_continue, tidy
    from coach.records.places import walks_folder as own_folder
    from coach.words import fault_words
    from sensors.samples import StreamKind

    now = datetime.now().astimezone()
    if goes_on or (out is None and _wants_to_continue(now, kind)):
        return place_to_continue(now, kind)
    if out is None:
        for path in tidy(own_folder()):
            click.echo(f"A walk was cut off; all that was kept of it is safe in {path}", err=True)
        out = new_walk_path(now, is_simulated=kind is StreamKind.SIMULATION)
    if is_plain:
        return Place(out)
    key, notice = new_key(kind, choose_passphrase=ask_new_passphrase if can_ask() else None)
    if notice is not None:
        click.echo(str(fault_words(notice)), err=True)
    return Place(out, key)


def _keeping(out: Path | None, kind: "StreamKind", *, goes_on: bool, is_plain: bool) -> "Keeping":
    """Where a walk in the window is kept; the window asks and tells what is to be asked and told.

    Raises
    ------
    RecordError
        When there is no key to be had, or nothing to go on with.
    """
    from coach.keeping import Keeping

    ask = ask_new_passphrase if can_ask() else None
    return Keeping(out, kind, goes_on=goes_on, is_plain=is_plain, choose_passphrase=ask)


def _wants_to_continue(now: datetime, kind: "StreamKind") -> bool:
    """Ask about a walk with a sensor that was cut off a short time ago, where somebody answers."""
    from coach.records.places import walks_folder
    from coach.records.recovery import newest_cut_off
    from sensors.samples import StreamKind

    if kind is not StreamKind.RADIO or not can_ask():
        return False
    cut_off = newest_cut_off(walks_folder(), now, kind)
    if cut_off is None:
        return False
    minutes = (now - cut_off.cut_off_at).total_seconds() / 60
    return click.confirm(
        f"A walk was cut off {minutes:.0f} minutes ago. Continue this walk?", default=True, err=True
    )


def can_ask() -> bool:
    """Whether a person can be asked here."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_passphrase() -> str | None:
    """Ask for the passphrase; None where nothing was entered."""
    answer: str = click.prompt("Passphrase", hide_input=True, default="", err=True)
    return answer or None


def ask_new_passphrase() -> str | None:
    """Ask for a new passphrase, twice; None where nothing was entered."""
    click.echo(
        "Choose a passphrase that protects your walks (at least ten characters; without it and "
        "without this computer nobody can read them). Empty: keep them unprotected.",
        err=True,
    )
    answer: str = click.prompt(
        "New passphrase",
        hide_input=True,
        default="",
        err=True,
        confirmation_prompt="The same again",
        show_default=False,
    )
    return answer or None
