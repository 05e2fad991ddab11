"""The commands that need no window; everything heavy is imported when a command is called."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from coach.cli_asking import ask_passphrase, can_ask, has_display, say_error
from coach.cli_options import Between, limit, limit_options, plain_option, worn_options
from coach.cli_places import keeping as window_keeping
from coach.cli_places import own_place
from coach.cli_sources import SIMULATION, default_limit, gait_settings, open_source
from coach.lazy_commands import LazyGroup

if TYPE_CHECKING:
    from coach.coach import CoachSettings
    from coach.records.places import Place
    from sensors.source import Source

    Prepared = tuple[Source, CoachSettings, Place | None]

OPENS_HOME = -1
"""What a window returns instead of an exit code when the person wants a home of their own."""


class Window(Protocol):
    """What is shown in windows, by `ui.main`."""

    def __call__(self, prepare: "Callable[..., Prepared]", **options: Any) -> int:
        """Show a walk, with its `kind`, `limit`, `speed`, `finds_sensor` and `keeping`.

        ``prepare() -> (source, settings, place)`` is called on the walk's thread once the window
        stands, so that what it imports does not hold up the first paint. With `finds_sensor` the
        window finds one first, and it is ``prepare(sensor, remembered)``. What `keeping` has to
        ask comes before that.
        """

    def home(self) -> int:
        """Show the person's home."""

    def ask_to_read(self, path: Path) -> None:
        """Ask for the passphrase of a file, where one is needed to read it."""


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
    from coach.records.library import library_path

    return library_path().exists()


commands.places |= {
    "analyze": "coach.cli_analyze:analyze",
    "delete": "coach.cli_records:delete",
    "desktop": "coach.cli_desktop:desktop",
    "diagnostics": "coach.cli_keys:diagnostics",
    "evaluate": "coach.cli_lab:evaluate",
    "export": "coach.cli_exchange:export",
    "import": "coach.cli_import:import_walks",
    "library": "coach.cli_records:library",
    "passphrase": "coach.cli_keys:passphrase",
    "person": "coach.cli_person:person",
    "physio": "coach.cli_physio:physio",
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
            sys.exit(window.home() if code == OPENS_HOME else code)
        if is_window and window is not None and sensor == "":
            from coach.cli_radio import WornSensor

            kind = StreamKind.RADIO
            _ask_to_go_on(window)
            keeping = window_keeping(out, kind, goes_on=goes_on, is_plain=is_plain)
            worn = WornSensor(side, leg_length_m, keeping, own_limit)
            options = {"limit": own_limit, "speed": speed, "keeping": keeping}
            sys.exit(window(worn.prepare, kind=kind, finds_sensor=True, **options))
        if is_window and window is not None:
            _ask_to_go_on(window) if sensor else window.ask_to_read(Path(source))
        with _opened(source, sensor, side, leg_length_m) as samples:
            from coach.coach import CoachSettings

            kind = samples.info.kind
            settings = CoachSettings(gait_settings(samples, leg_length_m), own_limit)
            if is_window and window is not None:
                keeping = window_keeping(out, kind, goes_on=goes_on, is_plain=is_plain)
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


def _ask_to_go_on(window: Window) -> None:
    """Ask for the passphrase of a walk that was cut off: locked, it could not go on."""
    from coach.records.places import walks_folder
    from coach.records.unlocking import cut_off_lately

    path = cut_off_lately(walks_folder(), datetime.now().astimezone())
    if path is not None:
        window.ask_to_read(path)


def _simulated(out: Path | None) -> "tuple[Source, CoachSettings, Place]":
    """The simulated walk, made ready."""
    from coach.coach import CoachSettings
    from sensors.simulation.walks import default_walk

    samples = default_walk()
    place = own_place(out, samples.info.kind)
    return samples, CoachSettings(gait_settings(samples)), place
