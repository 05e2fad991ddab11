"""Recordings of a Movesense sensor's memory, downloaded as JSON.

Notes
-----
Seen in public files and programs (``tjrantal/movesenseJsonReader``, the maker's ``json2csv``):
either ``{"Meas": {"IMU9": [entry, ...]}}`` (also ``IMU6``, or ``Acc`` and ``Gyro``), or
``{"Samples": [{"MeasIMU6": entry}, ...]}``. An entry holds ``Timestamp``, milliseconds of its
first sample, and ``ArrayAcc`` (m/s^2, gravity included) and ``ArrayGyro`` (deg/s) of as many
``{x, y, z}``.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from sensors.csv_rows import LARGEST, open_regular, refused
from sensors.errors import SensorFault
from sensors.imports.streams import together, unwrapped
from sensors.imports.text import MAX_ROWS
from sensors.imports.told import Told, Units, units_from
from sensors.samples import FloatArray

MAKER = "Movesense"

_MAX_BYTES = 2**27  # an hour and a half at 104 Hz, nine axes
_TICK_BITS = 32
_UNITS = units_from("m/s2,deg/s,ms")
_MOST_IN_ENTRY = 1000


class _Axes(msgspec.Struct):
    x: float
    y: float
    z: float


class _Entry(msgspec.Struct):
    timestamp: float = msgspec.field(name="Timestamp")
    acc: list[_Axes] = msgspec.field(name="ArrayAcc", default_factory=list)
    gyr: list[_Axes] = msgspec.field(name="ArrayGyro", default_factory=list)


class _Download(msgspec.Struct):
    meas: dict[str, msgspec.Raw] = msgspec.field(name="Meas", default_factory=dict)
    samples: list[dict[str, msgspec.Raw]] = msgspec.field(name="Samples", default_factory=list)


class _Half(NamedTuple):
    """Chunks of one sensor: when each began, in milliseconds, and its samples."""

    ticks: list[float]
    chunks: list[FloatArray]


def read_movesense_json(path: Path, told: Told) -> tuple[str, FloatArray]:
    """Name of the format, and the (n, 7) times, accelerations and turn rates in SI.

    Raises
    ------
    RecordingError
        NOT_A_WALK, NOT_A_NUMBER, TIME_GOES_BACK, OTHER_HALF_MISSING, EMPTY, TOO_LARGE.
    """
    with open_regular(path) as file:
        text = file.read(_MAX_BYTES + 1)
    if len(text) > _MAX_BYTES:
        raise refused(SensorFault.TOO_LARGE, path, max_bytes=_MAX_BYTES)
    acc, gyr = _halves(_entries(text, path), path)
    units = told.units or _UNITS
    moving = _timed(acc, units.acc_mps2, units, path)
    turning = _timed(gyr, units.gyr_radps, units, path)
    return MAKER, together(moving, turning, path)


def _entries(text: bytes, path: Path) -> Iterable[_Entry]:
    try:
        download = msgspec.json.decode(text, type=_Download)
        for name, raw in download.meas.items():
            if name.lower().startswith(("imu", "acc", "gyro")):
                yield from msgspec.json.decode(raw, type=list[_Entry])
        for sample in download.samples:
            for name, raw in sample.items():
                if name.startswith(("MeasIMU", "MeasAcc", "MeasGyro")):
                    yield msgspec.json.decode(raw, type=_Entry)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        is_cut = "truncated" in str(error)
        fault = SensorFault.TRUNCATED if is_cut else SensorFault.NOT_A_WALK
        raise refused(fault, path, reason=str(error)) from error


def _halves(entries: Iterable[_Entry], path: Path) -> tuple[_Half, _Half]:
    halves = (_Half([], []), _Half([], []))
    n_samples = 0
    for entry in entries:
        for half, samples in zip(halves, (entry.acc, entry.gyr), strict=True):
            if len(samples) > _MOST_IN_ENTRY:
                raise refused(SensorFault.NOT_A_WALK, path)
            if samples:
                half.ticks.append(entry.timestamp)
                half.chunks.append(_array(samples, path))
                n_samples += len(samples)
        if n_samples > 2 * MAX_ROWS:
            raise refused(SensorFault.TOO_LARGE, path, max_rows=MAX_ROWS)
    if not n_samples:
        raise refused(SensorFault.EMPTY, path)
    if not halves[0].ticks or not halves[1].ticks:
        raise refused(SensorFault.OTHER_HALF_MISSING, path)
    return halves


def _array(samples: Sequence[_Axes], path: Path) -> FloatArray:
    values = np.array([(sample.x, sample.y, sample.z) for sample in samples])
    if not (np.abs(values) < LARGEST).all():
        raise refused(SensorFault.NOT_A_NUMBER, path)
    return values


def _timed(half: _Half, scale: float, units: Units, path: Path) -> FloatArray:
    """The (n, 4) times and values of one sensor; chunks that are missing leave a hole.

    Each sample is one period after the one before it in its chunk. The period is the mean over
    chunks with no hole after them: milliseconds of single chunks are too coarse.
    """
    n = np.array([len(chunk) for chunk in half.chunks])
    if len(n) < 2:
        raise refused(SensorFault.EMPTY, path)
    starts_s = unwrapped(np.array(half.ticks), _TICK_BITS, path) * (units.time_s or 1e-3)
    steps_s = np.diff(starts_s)
    rough_s = float(np.median(steps_s / n[:-1]))
    is_whole = steps_s < 1.5 * rough_s * n[:-1]
    period_s = float(steps_s[is_whole].sum() / n[:-1][is_whole].sum())
    within = np.concatenate([np.arange(count) for count in n])
    t_s = np.repeat(starts_s, n) + within * period_s
    if not (np.diff(t_s) > 0).all():
        raise refused(SensorFault.TIME_GOES_BACK, path)
    return np.column_stack([t_s, np.concatenate(half.chunks) * scale])
