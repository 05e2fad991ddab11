"""Text recorded by WitMotion's programs for the WT901 and WT9011 families.

Notes
-----
Seen in public files and programs: three generations of names,

- ``Chiptime  ax(g) ... wx(deg/s) ...`` (the maker's Python sample, also with ``Time(s)``),
- ``time  DeviceName  ChipTime()  AccX(g) ... AsX(°/s) ...``,
- ``Time,Device name,Chip Time(),Acceleration X(g),...,Angular velocity X(°/s),...``,

between tabs or commas. `Chip Time` is the sensor's own clock and may be ``null``; `time` is when
the row came in, often several at once. Times are written like ``2025-10-9 8:18:9:94`` (the last
number counts milliseconds), ``2026-10-02T07:48:45.830`` or ``10/9/2025 08:18:09.940``. One file may
hold several sensors, row by row.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from sensors.csv_rows import COLUMNS, refused
from sensors.errors import SensorFault
from sensors.imports.streams import sample_times_s
from sensors.imports.text import Head, TextFile, numbers_and_texts
from sensors.imports.told import Told, acc_unit_mps2, gyr_unit_radps
from sensors.samples import FloatArray

MAKER = "WitMotion"

_ACC = tuple(re.compile(rf"(?:acc|a|acceleration )({axis}) ?\((.*)\)") for axis in "xyz")
_GYR = tuple(re.compile(rf"(?:as|w|angular velocity )({axis}) ?\((.*)\)") for axis in "xyz")
_CHIP_TIMES = ("chip time()", "chiptime()", "chiptime")
_TIMES = ("time", "time(s)")
_DEVICES = ("device name", "devicename", "address")
_STAMP = re.compile(
    r"(?:(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<us>\d{1,2}/\d{1,2}/\d{4}))[ T]+)?"
    r"(?P<h>\d{1,2}):(?P<min>\d{1,2}):(?P<s>\d{1,2})(?:(?P<mark>[.:])(?P<frac>\d{1,6}))?"
)
_DAY_S = 86_400.0


def is_witmotion(above: Head) -> bool:
    """Whether these are the columns of a WitMotion recording."""
    return _found(above, _GYR[0]) is not None and _found(above, _ACC[0]) is not None


def read_witmotion(file: TextFile, above: Head, told: Told) -> tuple[str, FloatArray]:
    """Name of the format, and the (n, 7) times, accelerations and turn rates in SI.

    Raises
    ------
    RecordingError
        COLUMNS_MISSING, UNITS_UNTOLD, DEVICE_UNTOLD, RATE_UNTOLD, or as reading tables.
    """
    found = [_found(above, name) for name in (*_ACC, *_GYR)]
    clock = _clock(above)
    if None in found or clock is None:
        needed = zip((*COLUMNS[1:], "time"), (*found, clock), strict=True)
        missing = [name for name, it in needed if it is None]
        raise refused(SensorFault.COLUMNS_MISSING, file.path, missing=", ".join(missing))
    columns = tuple(it[0] for it in found if it)
    acc_mps2 = told.units.acc_mps2 if told.units else acc_unit_mps2(found[0][1] if found[0] else "")
    gyr_radps = told.units.gyr_radps if told.units else _gyr_unit(found[3][1] if found[3] else "")
    if acc_mps2 is None or gyr_radps is None:
        raise refused(SensorFault.UNITS_UNTOLD, file.path)
    device = next((above.column(name) for name in _DEVICES if name in above.columns), None)
    texts = (clock,) if device is None else (clock, device)
    values, rows = numbers_and_texts(file, above, columns, texts)
    if device is not None:
        is_meant = _of_device([row[1] for row in rows], told.device, file.path)
        values = values[is_meant]
        rows = [row for row, is_it in zip(rows, is_meant.tolist(), strict=True) if is_it]
    stamps_s = _stamps_s([row[0] for row in rows], file.path)
    t_s = sample_times_s(stamps_s, file.path, told.rate_hz)
    motion = values * np.repeat([acc_mps2, gyr_radps], 3)
    return MAKER, np.column_stack([t_s, motion])


def _found(above: Head, name: re.Pattern[str]) -> tuple[int, str] | None:
    """Column and unit of one axis."""
    for i, column in enumerate(above.columns):
        if match := name.fullmatch(column):
            return i, match.group(2)
    return None


def _gyr_unit(name: str) -> float | None:
    """Size of a unit; the degree sign may have been written in another code page."""
    is_degree = name.endswith("/s") and not name.isascii() and "rad" not in name
    return gyr_unit_radps("deg/s" if is_degree else name)


def _clock(above: Head) -> int | None:
    """The column of the sensor's own clock where it is filled, else of the arrivals."""
    for name in (*_CHIP_TIMES, *_TIMES):
        if name in above.columns:
            i = above.column(name)
            if len(above.first_row) > i and _STAMP.fullmatch(above.first_row[i]):
                return i
    return None


def _of_device(names: list[str], told: str | None, path: Path) -> np.ndarray:
    """Which rows belong to the sensor meant."""
    there = sorted(set(names))
    meant = [name for name in there if told is None or told.lower() in name.lower()]
    if len(meant) != 1:
        raise refused(SensorFault.DEVICE_UNTOLD, path, devices=", ".join(there))
    return np.array([name == meant[0] for name in names])


def _stamps_s(texts: list[str], path: Path) -> FloatArray:
    """Seconds since the first row.

    Digits after a point are decimals; but where that makes the time go back and counting
    milliseconds does not, they are counted.
    """
    matches = [_STAMP.fullmatch(text) for text in texts]
    if None in matches:
        raise refused(SensorFault.NOT_A_NUMBER, path, row=matches.index(None) + 1)
    found = [match for match in matches if match]
    by_decimals = _over_midnight(np.fromiter(_seconds(found, counts=False), float, len(found)))
    if (np.diff(by_decimals) >= 0).all():
        return by_decimals
    counted = _over_midnight(np.fromiter(_seconds(found, counts=True), float, len(found)))
    return counted if (np.diff(counted) >= 0).all() else by_decimals


def _seconds(stamps: list[re.Match[str]], *, counts: bool) -> Iterator[float]:
    first_day = _day(stamps[0])
    for stamp in stamps:
        mark, digits = stamp["mark"], stamp["frac"] or "0"
        is_count = mark == ":" or counts
        fraction_s = int(digits) / 1000 if is_count else int(digits) / 10 ** len(digits)
        clock_s = 3600 * int(stamp["h"]) + 60 * int(stamp["min"]) + int(stamp["s"])
        yield (_day(stamp) - first_day) * _DAY_S + clock_s + fraction_s


def _day(stamp: re.Match[str]) -> int:
    """Number of the day; 0 where no date, or one that is none, stands there."""
    try:
        if stamp["y"]:
            return date(int(stamp["y"]), int(stamp["m"]), int(stamp["d"])).toordinal()
        if stamp["us"]:
            month, day, year = (int(part) for part in stamp["us"].split("/"))
            return date(year, month, day).toordinal()
    except ValueError:
        return 0
    return 0


def _over_midnight(clock_s: FloatArray) -> FloatArray:
    """Times that go on where a clock without a date began a new day."""
    steps_s = np.diff(clock_s)
    steps_s[steps_s < -_DAY_S / 2] += _DAY_S
    return np.concatenate([[0.0], np.cumsum(steps_s)])
