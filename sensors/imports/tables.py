"""Tables of accelerations, turn rates or both: MetaBase, Movesense, phyphox, Sensor Logger.

Notes
-----
Seen in public files and programs:

- MetaBase (``mbientlab`` app source): two files, ``epoc (ms),timestamp (-0700),elapsed (s),
  x-axis (g),...`` and the same with ``x-axis (deg/s)``. `elapsed` begins anew in each file; the
  milliseconds since 1970 are common to both.
- Movesense sample app for Android: either ``Timestamp,AccX,...,GyroX,...`` in one file without
  units, or two files with ``Timestamp (ms),X: (m/s^2),...`` and ``... X: (degree per second),...``.
- phyphox (app source, public exports): ``"Time (s)","Acceleration x (m/s^2)",...`` and ``"Gyroscope
  x (rad/s)"``, in two files of a zip or in one; comma, tab or semicolon between columns, decimal
  point or comma. The app turns the signs of iOS round, so both systems give specific force.
- Sensor Logger (``tszheichoi/awesome-sensor-logger``, UNITS and CROSSPLATFORM pages): one file a
  sensor with ``time,seconds_elapsed,z,y,x``, in a zip or folder; m/s^2 and rad/s.
  ``TotalAcceleration`` has gravity (Android only), ``Accelerometer`` has none and is added to
  ``Gravity``. On iOS the signs are the other way unless "standardise" was on; ``Metadata`` tells
  both.
"""

import re
from enum import Enum
from typing import NamedTuple

import numpy as np

from sensors.csv_rows import refused
from sensors.errors import SensorFault
from sensors.imports.streams import sample_times_s
from sensors.imports.text import Head, TextFile, numbers
from sensors.imports.told import Told, acc_unit_mps2, gyr_unit_radps
from sensors.samples import FloatArray


class Kind(Enum):
    """What a stream measures."""

    ACC = "acc"
    GYR = "gyr"


class Form(NamedTuple):
    """How one maker writes a table; patterns are of names in lower case.

    `axes` each match (axis, unit); a unit that is not part of the name is the empty string.
    """

    maker: str
    time: str
    time_s: float | None
    axes: tuple[str, ...]


FORMS = (
    Form("MetaBase", "epoc (ms)", 1e-3, (r"([xyz])-axis \((.+)\)",)),
    Form("Movesense", "timestamp (ms)", 1e-3, (r"([xyz]): ?\((.+)\)",)),
    Form("Movesense", "timestamp", None, (r"acc([xyz])()", r"gyro([xyz])()")),
    Form("phyphox", "time (s)", 1.0, (r"acceleration ([xyz]) \((.+)\)",)),
    Form("phyphox", "time (s)", 1.0, (r"gyroscope ([xyz]) \((.+)\)",)),
    Form("phyphox", "time (s)", 1.0, (r"linear acceleration ([xyz]) \((.+)\)",)),
)


class Stream(NamedTuple):
    """One sensor's three columns in a table.

    `unit` is in SI; None where the table does not say it.
    """

    maker: str
    kind: Kind
    time: int
    time_s: float | None
    columns: tuple[int, int, int]
    unit: float | None
    has_gravity: bool = True


def streams(above: Head) -> list[Stream]:
    """Every accelerometer and gyroscope that the names of the columns tell of."""
    found = []
    for form in FORMS:
        if form.time in above.columns:
            found += [stream for pattern in form.axes if (stream := _stream(above, form, pattern))]
    return found


def read_stream(file: TextFile, above: Head, stream: Stream, told: Told) -> FloatArray:
    """The (n, 4) stamps and values of one stream, in SI; stamps as they stand, in seconds.

    Raises
    ------
    RecordingError
        GRAVITY_REMOVED, UNITS_UNTOLD, or as reading tables.
    """
    if not stream.has_gravity:
        raise refused(SensorFault.GRAVITY_REMOVED, file.path)
    unit, time_s = stream.unit, stream.time_s
    if told.units is not None:
        is_acc = stream.kind is Kind.ACC
        unit = told.units.acc_mps2 if is_acc else told.units.gyr_radps
        time_s = told.units.time_s or time_s
    if unit is None or time_s is None:
        raise refused(SensorFault.UNITS_UNTOLD, file.path, columns=", ".join(above.columns[:7]))
    values = numbers(file, above, (stream.time, *stream.columns))
    return values * [time_s, unit, unit, unit]


def with_times(stream: FloatArray, file: TextFile, told: Told) -> FloatArray:
    """The same stream (n, 4), times first, with times that rise from sample to sample."""
    t_s = sample_times_s(stream[:, 0], file.path, told.rate_hz)
    return np.column_stack([t_s, stream[:, 1:]])


def _stream(above: Head, form: Form, pattern: str) -> Stream | None:
    axes: dict[str, tuple[int, str]] = {}
    for i, name in enumerate(above.columns):
        if match := re.fullmatch(pattern, name):
            axes.setdefault(match.group(1), (i, match.group(2)))
    if set(axes) != set("xyz"):
        return None
    columns = (axes["x"][0], axes["y"][0], axes["z"][0])
    name = axes["x"][1]
    kind, unit = _kind_and_unit(name, pattern)
    if kind is None:
        return None
    has_gravity = not pattern.startswith("linear")
    return Stream(
        form.maker, kind, above.column(form.time), form.time_s, columns, unit, has_gravity
    )


def _kind_and_unit(unit: str, pattern: str) -> tuple[Kind | None, float | None]:
    acc, gyr = acc_unit_mps2(unit), gyr_unit_radps(unit)
    if acc is not None:
        return Kind.ACC, acc
    if gyr is not None:
        return Kind.GYR, gyr
    if unit:
        return None, None
    return (Kind.ACC if pattern.startswith("acc") else Kind.GYR), None
