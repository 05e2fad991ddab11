"""How `hipcoach walk` goes, once its options are read: in a window or in the terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from coach.commands.places import keeping as window_keeping
from coach.commands.places import own_place
from coach.commands.sources import SIMULATION, gait_settings, open_source
from sensors.samples import StreamKind

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.coach import CoachSettings
    from coach.commands.wearer import Wearer
    from coach.keeping import Keeping
    from coach.records.places import Place
    from sensors.source import Source

    Prepared = tuple[Source, CoachSettings, Place | None]


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


@dataclass(frozen=True, slots=True)
class Wished:
    """A walk as it was asked for.

    Attributes
    ----------
    source : str
        A file or `SIMULATION`, where there is no sensor.
    sensor : str or None
        A name or address; empty for one that is still to be found.
    limit : Limit or None
        What strides are judged by.
    wearer : Wearer or None
        Whose walk it is, where that was told.
    kept : list of Path
        Filled while it goes on: where walks are kept.
    """

    source: str
    sensor: str | None
    side: str | None
    leg_length_m: float | None
    speed: float
    limit: "Limit | None"
    out: Path | None
    goes_on: bool
    is_plain: bool
    wearer: "Wearer | None" = None
    kept: list[Path] = field(default_factory=list)


def in_window(window: Window, wished: Wished) -> int:
    """Walk in a window, and return its exit code.

    Raises
    ------
    SensorError, RecordError
        Why it could not begin.
    """
    show = partial(window, limit=wished.limit, speed=wished.speed)
    if wished.sensor is None and wished.source == SIMULATION:
        return show(_prepared(partial(_simulated, wished.out), wished), kind=StreamKind.SIMULATION)
    if wished.sensor == "":
        from coach.commands.radio import WornSensor

        _ask_to_go_on(window)
        keeping = _keeping(wished, StreamKind.RADIO)
        worn = WornSensor(wished.side, wished.leg_length_m, keeping, wished.limit)
        prepare = _prepared(worn.prepare, wished)
        return show(prepare, kind=StreamKind.RADIO, finds_sensor=True, keeping=keeping)
    if wished.sensor:
        _ask_to_go_on(window)
    else:
        window.ask_to_read(Path(wished.source))
    with _opened(wished) as samples:
        keeping = _keeping(wished, samples.info.kind)
        settings = _settings(samples, wished)
        prepare = _prepared(lambda: (samples, settings, keeping.settle()), wished)
        return show(prepare, kind=samples.info.kind, keeping=keeping)


def in_terminal(wished: Wished) -> int:
    """Walk in the terminal, and return the exit code.

    Raises
    ------
    SensorError, RecordError
        Why it could not begin.
    """
    from coach.terminal import walk_in_terminal

    with _opened(wished) as samples:
        settings = _settings(samples, wished)
        kind = samples.info.kind
        place = own_place(wished.out, kind, goes_on=wished.goes_on, is_plain=wished.is_plain)
        wished.kept.append(place.path)
        is_tty = sys.stdout.isatty()
        return walk_in_terminal(samples, settings, speed=wished.speed, out=place, is_tty=is_tty)


def _settings(samples: "Source", wished: Wished) -> "CoachSettings":
    from coach.coach import CoachSettings

    gait = gait_settings(samples, wished.leg_length_m)
    if wished.wearer is not None:
        gait = wished.wearer.settings(gait)
    return CoachSettings(gait, wished.limit)


def _prepared(prepare: "Callable[..., Prepared]", wished: Wished) -> "Callable[..., Prepared]":
    """The same, for the wearer if that is known; where its walks are kept is noted."""

    def prepared(*told: Any) -> "Prepared":
        from dataclasses import replace

        source, settings, place = prepare(*told)
        if place is not None:
            wished.kept.append(place.path)
        if wished.wearer is not None:
            settings = replace(settings, gait=wished.wearer.settings(settings.gait))
        return source, settings, place

    return prepared


def _keeping(wished: Wished, kind: StreamKind) -> "Keeping":
    return window_keeping(wished.out, kind, goes_on=wished.goes_on, is_plain=wished.is_plain)


@contextmanager
def _opened(wished: Wished) -> "Iterator[Source]":
    if wished.sensor is None:
        with open_source(wished.source) as samples:
            yield samples
    else:
        from coach.commands.radio import open_sensor

        with open_sensor(wished.sensor, wished.side, wished.leg_length_m) as radio:
            yield radio


def _ask_to_go_on(window: Window) -> None:
    """Ask for the passphrase of a walk that was cut off: locked, it could not go on."""
    from coach.records.folders import walks_folder
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
