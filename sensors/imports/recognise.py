"""Which app wrote a file, told by its head; then its motion, in SI."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from sensors.csv_rows import COLUMNS, open_regular, refused
from sensors.errors import Detail, SensorFault
from sensors.imports.containers import is_zip, texts_in
from sensors.imports.movesense_json import read_movesense_json
from sensors.imports.sensor_logger import is_sensor_logger, read_sensor_logger
from sensors.imports.streams import together
from sensors.imports.tables import Kind, Stream, read_stream, streams, with_times
from sensors.imports.text import Head, TextFile, head
from sensors.imports.told import NOTHING, Told
from sensors.imports.witmotion import is_witmotion, read_witmotion
from sensors.imports.xsens import is_xsens, read_xsens
from sensors.samples import FloatArray

_OTHER_NAMES = (
    ("accelerometer", "gyroscope"),
    ("acceleration", "gyroscope"),
    ("linearacc", "angularvelocity"),
    ("acc", "gyro"),
)


class Export(NamedTuple):
    """What an app's export holds.

    Attributes
    ----------
    maker : str
        Name of the format.
    values : (n, 7) array
        Time from 0, specific force in m/s^2, angular rate in rad/s, in the sensor's own frame;
        finite, times strictly increasing, n >= 1.
    """

    maker: str
    values: FloatArray


class _Found(NamedTuple):
    file: TextFile
    above: Head
    stream: Stream


def read_export(path: Path, told: Told = NOTHING) -> Export | None:
    """The motion in an app's file, zip or folder; None for anything that is no known export.

    Raises
    ------
    RecordingError
        For a known export that cannot be read, or that lacks something only the person can tell.
    """
    if path.is_dir() or is_zip(path):
        found = _of_container(path, told)
    elif _begins_as_json(path):
        found = read_movesense_json(path, told)
    else:
        found = _of_text(TextFile(path), told)
    if found is None:
        return None
    maker, values = found
    values[:, 0] -= values[0, 0]
    return Export(maker, values)


def _of_text(file: TextFile, told: Told) -> tuple[str, FloatArray] | None:
    above = head(file)
    if above is None or above.has(*COLUMNS):
        return None
    if is_xsens(above):
        return read_xsens(file, above, told)
    if is_witmotion(above):
        return read_witmotion(file, above, told)
    if is_sensor_logger(above):
        return read_sensor_logger(_by_name(texts_in(file.path.parent)), file.path, told)
    found = [_Found(file, above, stream) for stream in streams(above)]
    if not found:
        return None
    if {each.stream.kind for each in found} != set(Kind):
        other = told.other_half or other_half(file.path)
        if other is not None:
            found += _streams_of(TextFile(other))
    return _joined(found, file.path, told)


def _of_container(path: Path, told: Told) -> tuple[str, FloatArray] | None:
    files = texts_in(path)
    named = _by_name(files)
    if {"metadata", "gyroscope"} <= set(named):
        return read_sensor_logger(named, path, told)
    if told.device is not None:
        files = [file for file in files if told.device.lower() in file.name.lower()] or files
    heads = [(file, above) for file in files if (above := head(file)) is not None]
    if any(is_sensor_logger(above) for _, above in heads):
        return read_sensor_logger(named, path, told)
    whole = [(file, above) for file, above in heads if is_xsens(above) or is_witmotion(above)]
    if whole:
        _refuse_several(path, [file for file, _ in whole])
        file, above = whole[0]
        read = read_xsens if is_xsens(above) else read_witmotion
        return read(file, above, told)
    found = [_Found(file, above, s) for file, above in heads for s in streams(above)]
    if not found:
        raise refused(SensorFault.NOT_A_WALK, path)
    return _joined(found, path, told)


def _joined(found: list[_Found], path: Path, told: Told) -> tuple[str, FloatArray]:
    """One accelerometer and one gyroscope, brought together."""
    acc = _the(Kind.ACC, found, path)
    gyr = _the(Kind.GYR, found, path)
    if acc.file == gyr.file and acc.stream.time == gyr.stream.time:
        values = read_stream(*acc, told)
        turning = read_stream(*gyr, told)
        stamped = with_times(values, acc.file, told)
        return acc.stream.maker, np.column_stack([stamped, turning[:, 1:]])
    moving, turning = (with_times(read_stream(*each, told), each.file, told) for each in (acc, gyr))
    return acc.stream.maker, together(moving, turning, path)


def _the(kind: Kind, found: list[_Found], path: Path) -> _Found:
    """The one stream of a kind; accelerations without gravity only where there are no others."""
    of_kind = [each for each in found if each.stream.kind is kind]
    whole = [each for each in of_kind if each.stream.has_gravity] or of_kind
    if not whole:
        details: dict[str, Detail] = {"missing": kind.value}
        raise refused(SensorFault.OTHER_HALF_MISSING, path, **details)
    _refuse_several(path, [each.file for each in whole])
    return whole[0]


def _refuse_several(path: Path, files: list[TextFile]) -> None:
    if len(files) > 1:
        names = ", ".join(sorted({file.name for file in files}))
        raise refused(SensorFault.DEVICE_UNTOLD, path, devices=names)


def _streams_of(file: TextFile) -> list[_Found]:
    above = head(file)
    return [] if above is None else [_Found(file, above, stream) for stream in streams(above)]


def other_half(path: Path) -> Path | None:
    """The file beside this one whose name says gyroscope for accelerometer, or the reverse."""
    own = path.name.lower()
    wanted = {
        own.replace(name, other, 1)
        for pair in _OTHER_NAMES
        for name, other in (pair, pair[::-1])
        if name in own
    }
    if not wanted:
        return None
    beside = [file.path for file in texts_in(path.parent) if file.name.lower() in wanted]
    return beside[0] if len(beside) == 1 else None


def _by_name(files: list[TextFile]) -> dict[str, TextFile]:
    named: dict[str, TextFile] = {}
    for file in files:
        named.setdefault(Path(file.name).stem.lower(), file)
    return named


def _begins_as_json(path: Path) -> bool:
    with open_regular(path) as file:
        return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
