"""The commands that talk to Bluetooth sensors; Bleak is imported when one is called."""

import asyncio
import sys
import unicodedata
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from coach.commands.asking import say_error
from coach.commands.options import Between, WalkPath, plain_option, worn_options
from coach.commands.places import own_place
from coach.commands.sources import gait_settings
from coach.remembered import remembered_sensor
from sensors.errors import LinkError, SensorError, SensorFault
from sensors.samples import ImuBlock, Side, StreamInfo
from sensors.source import Source, SourceItem

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.coach import CoachSettings
    from coach.keeping import Keeping
    from coach.records.places import Place
    from sensors.ble import BleSource
    from sensors.ble_scan import FoundSensor
    from sensors.ble_settings import RememberedSensor

_FIND_TIMEOUT_S = 15.0
_BARS = "▂▄▆█"
_BARS_FROM_DBM = (-90, -80, -70, -60)
_UNKNOWN_MODEL = "not known to Hip Coach"

_SENSOR = click.option(
    "--sensor", required=True, metavar="NAME|ADDRESS", help="As `hipcoach scan` shows it."
)


@click.command()
@click.option(
    "--seconds",
    "duration_s",
    type=Between(0.1, 600, "seconds"),
    default=6.0,
    show_default=True,
    help="How long to listen.",
)
@click.option("--all", "is_all", is_flag=True, help="Also devices of unknown models.")
def scan(duration_s: float, is_all: bool) -> None:
    """Show the sensors within reach: name, model, signal, address."""
    if sys.stderr.isatty():
        click.echo(f"Listening for {duration_s:g} s …", err=True)
    try:
        heard = asyncio.run(_heard(duration_s))
    except SensorError as error:
        say_error("Bluetooth", error)
        sys.exit(1)
    shown = [each for each in heard if is_all or each.driver is not None]
    if not shown:
        say_error("scan", LinkError(SensorFault.SENSOR_NOT_FOUND))
        if heard:
            click.echo(f"Heard of other kinds: {len(heard)} (--all shows them).", err=True)
        sys.exit(1)
    click.echo("\n".join(scan_lines(shown)))


@click.command()
@_SENSOR
@worn_options
@click.option(
    "--minutes",
    type=Between(0.01, 600, "minutes"),
    help="How long; without it until Ctrl-C.",
)
@click.option(
    "--out",
    required=True,
    type=WalkPath(),
    metavar="FILE.hipwalk",
    help="Where the walk is kept.",
)
@plain_option
def record(
    sensor: str,
    side: str | None,
    leg_length_m: float | None,
    minutes: float | None,
    out: Path,
    is_plain: bool,
) -> None:
    """Keep a walk as it is: strides and samples, no limit and no cues."""
    from coach.coach import CoachSettings
    from coach.records.errors import RecordError
    from coach.terminal import walk_in_terminal

    try:
        with open_sensor(sensor, side, leg_length_m) as worn:
            source = worn if minutes is None else FirstMinutes(worn, minutes)
            settings = CoachSettings(gait_settings(source), None)
            is_tty = sys.stdout.isatty()
            place = own_place(out, source.info.kind, is_plain=is_plain)
            code = walk_in_terminal(source, settings, speed=1.0, out=place, is_tty=is_tty)
    except (SensorError, RecordError) as error:
        say_error(sensor, error)
        code = 1
    sys.exit(code)


@contextmanager
def open_sensor(name: str, side: str | None, leg_length_m: float | None) -> "Iterator[BleSource]":
    """Source of the Bluetooth sensor of that name or address, which must be within reach now.

    Without a name it is the sensor worn last, if its serial and services are still the same.

    Raises
    ------
    SensorError
        It is not, or Bluetooth is not to be had, or two have the name.
    click.UsageError
        No name, and no sensor worn last.
    """
    from sensors.ble_scan import Radio, plain_name

    own = None if name else remembered_sensor()
    if not name and own is None:
        raise click.UsageError("Say which sensor: `hipcoach scan` shows those within reach.")
    name, address = (name, name) if own is None else (own.name, own.address)
    if sys.stderr.isatty():
        click.echo(f"Looking for {plain_name(name)} …", err=True)
    is_known_by_address = own is not None and own.serial is None
    looking = Radio().find(
        name, address, is_only_there=is_known_by_address, timeout_s=_FIND_TIMEOUT_S
    )
    found = asyncio.run(looking)
    yield source_of(found, own, side, leg_length_m)


def source_of(
    found: "FoundSensor",
    remembered: "RememberedSensor | None",
    side: str | None,
    leg_length_m: float | None,
) -> "BleSource":
    """Source of a sensor that was heard on another event loop."""
    from sensors.ble import BleSource
    from sensors.ble_scan import Radio

    return BleSource(
        Radio(),
        found,
        side=None if side is None else Side(side),
        leg_length_m=leg_length_m,
        remembered=remembered,
        is_heard_elsewhere=True,
    )


class WornSensor(NamedTuple):
    """What is known of a walk before its sensor is chosen in the window."""

    side: str | None
    leg_length_m: float | None
    keeping: "Keeping"
    limit: "Limit | None"

    def prepare(
        self, found: "FoundSensor", remembered: "RememberedSensor | None"
    ) -> "tuple[Source, CoachSettings, Place | None]":
        """The walk with this sensor, made ready."""
        from coach.coach import CoachSettings

        source = source_of(found, remembered, self.side, self.leg_length_m)
        return source, CoachSettings(gait_settings(source), self.limit), self.keeping.settle()


def scan_lines(sensors: "Iterable[FoundSensor]") -> list[str]:
    """A table of sensors, the known and the near ones first."""
    rows = [
        (
            each.name or "(no name)",
            _UNKNOWN_MODEL if each.driver is None else each.driver.model,
            signal_text(each.signal_dbm),
            each.address,
        )
        for each in sorted(sensors, key=_known_and_near_first)
    ]
    rows.insert(0, ("Name", "Model", "Signal", "Address"))
    widths = [max(map(_n_cells, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in rows]


def _padded(text: str, n_cells: int) -> str:
    return text + " " * (n_cells - _n_cells(text))


def _n_cells(text: str) -> int:
    """How many columns of a terminal a text takes: wide signs and emoji two, accents none."""
    n_accents = sum(unicodedata.category(each) in ("Mn", "Me") for each in text)
    n_wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(text) - n_accents + n_wide


def signal_text(signal_dbm: int | None) -> str:
    """Bars and decibels; "connected" where the computer already holds the sensor."""
    if signal_dbm is None:
        return "connected"
    n_bars = sum(signal_dbm >= level for level in _BARS_FROM_DBM)
    return f"{_BARS[:n_bars].ljust(len(_BARS), '·')} {signal_dbm} dBm"


class FirstMinutes:
    """Another source, ended after so many minutes of samples."""

    def __init__(self, source: Source, minutes: float) -> None:
        self._source = source
        self._end_s = 60 * minutes

    @property
    def info(self) -> StreamInfo:
        """What is known of the stream."""
        return self._source.info

    @property
    def model(self) -> str | None:
        """Name of the sensor's model, by which what it said is read again; None of a recording."""
        model: str | None = getattr(self._source, "model", None)
        return model

    async def __aiter__(self) -> AsyncIterator[SourceItem]:
        """Iterate over what comes in the first minutes."""
        async for item in self._source:
            yield item
            if isinstance(item, ImuBlock) and len(item.t_s) and item.t_s[-1] >= self._end_s:
                break
        await self._source.aclose()

    async def aclose(self) -> None:
        """Let go of the other source."""
        await self._source.aclose()


async def _heard(duration_s: float) -> "list[FoundSensor]":
    from sensors.ble_scan import Radio

    radio = Radio()
    heard = {each.address: each for each in await radio.connected()}
    try:
        async with asyncio.timeout(duration_s), aclosing(radio.scan()) as found:
            async for each in found:
                heard[each.address] = each
    except TimeoutError:
        pass
    return list(heard.values())


def _known_and_near_first(sensor: "FoundSensor") -> tuple[bool, float]:
    return sensor.driver is None, 0.0 if sensor.signal_dbm is None else -float(sensor.signal_dbm)
