"""Movella (Xsens) DOT exports, and the text files of Xsens MT Manager and MT software.

Notes
-----
Seen in public files and programs:

- DOT, exported by its app (``Allwillcome/XsensDot2Mtw4OpenSense``, recordings of 60 and 120 Hz; the
  columns of every mode in the SDK's logger): lines ``sep=,``, ``DeviceTag:,...``,
  ``OutputRate:,60Hz`` where streamed, then ``PacketCounter,SampleTimeFine,...``. `SampleTimeFine`
  counts microseconds in 32 bits (steps of 16667 at 60 Hz). Accelerations are in m/s^2 with
  gravity, turn rates in deg/s; the first row may be all zeros. ``FreeAcc`` has no gravity.
- MT text (the OpenSense example data of OpenSim): lines beginning with ``//``, among them
  ``// Update Rate: 100.0Hz``, then names and values between tabs. `SampleTimeFine` may be empty;
  the 16-bit `PacketCounter` and the rate tell the time, exactly. Accelerations are in m/s^2, turn
  rates in rad/s.
"""

import re
from enum import Enum

import numpy as np

from sensors.csv_rows import refused
from sensors.errors import SensorFault
from sensors.imports.streams import unwrapped
from sensors.imports.text import Head, TextFile, number, numbers
from sensors.imports.told import Told, Units, units_from
from sensors.samples import FloatArray

_ACC = ("acc_x", "acc_y", "acc_z")
_GYR = ("gyr_x", "gyr_y", "gyr_z")
_COUNTER, _TICK = "packetcounter", "sampletimefine"
_TICK_BITS = 32
_RATE = re.compile(r"(?:update|output|sample) ?rate:?[\s,]*([\d.]+) ?hz", re.IGNORECASE)


class _Maker(Enum):
    """Name, units, bits of the packet counter."""

    DOT = ("Movella DOT", units_from("m/s2,deg/s,us"), 32)
    MT = ("Xsens MT", units_from("m/s2,rad/s,0.1ms"), 16)


def is_xsens(above: Head) -> bool:
    """Whether these are the columns of an Xsens or Movella export."""
    return _COUNTER in above.columns or _TICK in above.columns


def read_xsens(file: TextFile, above: Head, told: Told) -> tuple[str, FloatArray]:
    """Name of the format, and the (n, 7) times, accelerations and turn rates in SI.

    Raises
    ------
    RecordingError
        GRAVITY_REMOVED, COLUMNS_MISSING, UNITS_UNTOLD, RATE_UNTOLD, or as reading tables.
    """
    _check_columns(file, above)
    maker = _maker(above)
    if maker is None and told.units is None:
        raise refused(SensorFault.UNITS_UNTOLD, file.path)
    name, known, counter_bits = maker.value if maker else ("Xsens", Units(1, 1), _TICK_BITS)
    units = told.units or known
    tick_s = units.time_s or known.time_s
    rate_hz = told.rate_hz or _told_rate_hz(above)
    motion = tuple(above.column(column) for column in (*_ACC, *_GYR))
    can_count = _is_filled(above, _COUNTER) and rate_hz is not None
    if _is_filled(above, _TICK) and tick_s and not (can_count and maker is _Maker.MT):
        clock, n_bits = above.column(_TICK), _TICK_BITS
    elif can_count and rate_hz:
        clock, n_bits, tick_s = above.column(_COUNTER), counter_bits, 1 / rate_hz
    else:
        raise refused(SensorFault.RATE_UNTOLD, file.path)
    values = numbers(file, above, (clock, *motion))
    values = values[int(np.argmax((values[:, 1:] != 0).any(axis=1))) :]
    ticks = unwrapped(values[:, 0], n_bits, file.path)
    t_s = (ticks - ticks[0]) * tick_s
    acc, gyr = values[:, 1:4] * units.acc_mps2, values[:, 4:7] * units.gyr_radps
    return name, np.column_stack([t_s, acc, gyr])


def _check_columns(file: TextFile, above: Head) -> None:
    missing = [name for name in (*_ACC, *_GYR) if name not in above.columns]
    if not missing:
        return
    if set(_ACC) & set(missing) and above.has("freeacc_x"):
        raise refused(SensorFault.GRAVITY_REMOVED, file.path)
    raise refused(SensorFault.COLUMNS_MISSING, file.path, missing=", ".join(missing))


def _maker(above: Head) -> _Maker | None:
    if any(line.startswith("//") for line in above.preamble):
        return _Maker.MT
    if any(line.lower().startswith("devicetag:") for line in above.preamble):
        return _Maker.DOT
    return None


def _is_filled(above: Head, name: str) -> bool:
    if name not in above.columns:
        return False
    i = above.column(name)
    return len(above.first_row) > i and number(above.first_row[i]) is not None


def _told_rate_hz(above: Head) -> float | None:
    found = (_RATE.search(line) for line in above.preamble)
    rates = [number(match.group(1)) for match in found if match]
    return next((rate_hz for rate_hz in rates if rate_hz), None)
