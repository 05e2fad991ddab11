"""Recordings of the phone app Sensor Logger; see `sensors.imports.tables` for what was seen."""

import csv
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from sensors.csv_rows import refused
from sensors.errors import SensorFault
from sensors.imports.streams import together
from sensors.imports.tables import Kind, Stream, read_stream, with_times
from sensors.imports.text import Head, TextFile, head
from sensors.imports.told import Told
from sensors.samples import FloatArray

MAKER = "Sensor Logger"

_TIME = "seconds_elapsed"
_TOTAL, _ACC, _GRAVITY = "totalacceleration", "accelerometer", "gravity"
_GYR, _METADATA = "gyroscope", "metadata"


def is_sensor_logger(above: Head) -> bool:
    """Whether these are the columns of one sensor of Sensor Logger."""
    return above.has("time", _TIME, "x", "y", "z")


def read_sensor_logger(
    files: Mapping[str, TextFile], path: Path, told: Told
) -> tuple[str, FloatArray]:
    """Name of the format, and the (n, 7) times, accelerations and turn rates in SI.

    Parameters
    ----------
    files : mapping
        Files of one recording by their name, lower case and without ``.csv``.

    Raises
    ------
    RecordingError
        UNITS_UNTOLD where nothing tells the signs, GRAVITY_REMOVED, OTHER_HALF_MISSING, or as
        reading tables.
    """
    if _GYR not in files or not {_TOTAL, _ACC} & set(files):
        raise refused(SensorFault.OTHER_HALF_MISSING, path)
    if _TOTAL not in files and _GRAVITY not in files:
        raise refused(SensorFault.GRAVITY_REMOVED, path)
    sign = _sign(files.get(_METADATA), path, told)
    gyr = _read(files[_GYR], Kind.GYR, told)
    if _TOTAL in files:
        acc = _read(files[_TOTAL], Kind.ACC, told)
    else:
        moving, gravity = (_read(files[name], Kind.ACC, told) for name in (_ACC, _GRAVITY))
        both = together(gravity, moving, path)
        acc = np.column_stack([both[:, 0], both[:, 1:4] + both[:, 4:7]])
    acc[:, 1:] *= sign
    return MAKER, together(acc, gyr, path)


def _read(file: TextFile, kind: Kind, told: Told) -> FloatArray:
    above = head(file)
    if above is None or not is_sensor_logger(above):
        raise refused(SensorFault.COLUMNS_MISSING, file.path, missing=f"{file.name}: x, y, z")
    x, y, z = (above.column(axis) for axis in "xyz")
    stream = Stream(MAKER, kind, above.column(_TIME), 1.0, (x, y, z), 1.0)
    return with_times(read_stream(file, above, stream, told), file, told)


def _sign(metadata: TextFile | None, path: Path, told: Told) -> float:
    """Minus one where accelerations point down at rest."""
    if told.units is not None:
        return 1.0  # the units told hold the sign
    said = _metadata(metadata) if metadata else {}
    platform, is_standard = said.get("platform", ""), said.get("standardisation", "")
    if platform == "android" or is_standard == "true":
        return 1.0
    if platform == "ios" and is_standard == "false":
        return -1.0
    raise refused(SensorFault.UNITS_UNTOLD, path, reason="no Metadata.csv with platform and frame")


def _metadata(file: TextFile) -> dict[str, str]:
    """What the one row of the metadata says, lower case."""
    with file.pieces() as pieces:
        text = next(iter(pieces), b"")
    rows = list(csv.reader(text.decode("utf-8", "replace").splitlines()[:2], strict=False))
    if len(rows) < 2:
        return {}
    return {name.strip().lower(): value.strip().lower() for name, value in zip(*rows, strict=False)}
