"""Numbers from text, a few seconds at a time and checked; plain or gzip."""

import gzip
import stat
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from sensors.errors import Detail, RecordingError, SensorFault
from sensors.samples import FloatArray

COLUMNS = ("t_s", "acc_x", "acc_y", "acc_z", "gyr_x", "gyr_y", "gyr_z")

_MAX_FILE_BYTES = 2**30
_MAX_TEXT_BYTES = 2**31
_MAX_ROWS = 24 * 3600 * 200  # a day at 200 Hz
_MAX_LINE_BYTES = 2**12
_CHUNK_BYTES = 2**17  # about 20 s of walking: all the text that is held at a time
LARGEST = 1e15  # of a number that may mean something here


class Rows(NamedTuple):
    """Some consecutive rows.

    Attributes
    ----------
    values : (n, 7) array
        Columns as in `COLUMNS`, finite, times strictly increasing, n >= 1.
    progress : float
        Share of the file read so far, 0 to 1.
    """

    values: FloatArray
    progress: float


def read_rows(path: Path) -> Generator[Rows]:
    """Iterate over the rows of a walk file.

    Raises
    ------
    RecordingError
        FILE_MISSING, FILE_UNREADABLE, NOT_A_WALK, COLUMNS_MISSING, NOT_A_NUMBER, TIME_GOES_BACK,
        TRUNCATED, TOO_LARGE, each when it is met; `line` counts from 1, the header.
    """
    with open_regular(path) as file:
        n_bytes = max(1, path.stat().st_size)
        columns: tuple[int, ...] | None = None
        line, n_rows, last_s = 1, 0, -np.inf
        for text in whole_lines(file, path):
            if columns is None:
                header, _, body = text.partition(b"\n")
                columns, line = _columns(header, path), 2
            else:
                body = text
            values = parsed(body, columns, path, line)
            if len(values):
                _check_times(values[:, 0], last_s, path, n_rows)
                last_s = float(values[-1, 0])
                n_rows += len(values)
                if n_rows > _MAX_ROWS:
                    raise refused(SensorFault.TOO_LARGE, path, max_rows=_MAX_ROWS)
                yield Rows(values, min(1.0, file.tell() / n_bytes))
            line += body.count(b"\n")


def refused(fault: SensorFault, path: Path, **details: Detail) -> RecordingError:
    """The error about this file."""
    return RecordingError(fault, path=str(path), **details)


def open_regular(path: Path) -> BinaryIO:
    """The file, if it is one and of a size a walk can have.

    Raises
    ------
    RecordingError
        FILE_MISSING, FILE_UNREADABLE, NOT_A_WALK, TOO_LARGE.
    """
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise refused(SensorFault.NOT_A_WALK, path)
        if state.st_size > _MAX_FILE_BYTES:
            raise refused(SensorFault.TOO_LARGE, path, max_bytes=_MAX_FILE_BYTES)
        return path.open("rb")
    except FileNotFoundError as error:
        raise refused(SensorFault.FILE_MISSING, path) from error
    except (OSError, ValueError) as error:
        raise refused(SensorFault.FILE_UNREADABLE, path, reason=str(error)) from error


def whole_lines(file: BinaryIO, path: Path) -> Iterator[bytes]:
    """Iterate over pieces of text, plain or gzip, cut at the end of a line.

    Raises
    ------
    RecordingError
        NOT_A_WALK for an endless line, TRUNCATED, TOO_LARGE, FILE_UNREADABLE.
    """
    rest, n_bytes = b"", 0
    for piece in _pieces(file, path):
        n_bytes += len(piece)
        if n_bytes > _MAX_TEXT_BYTES:
            raise refused(SensorFault.TOO_LARGE, path, max_bytes=_MAX_TEXT_BYTES)
        text = rest + piece if n_bytes > len(piece) else piece.removeprefix(b"\xef\xbb\xbf")
        end = text.rfind(b"\n") + 1
        rest = text[end:]
        if len(rest) > _MAX_LINE_BYTES:
            raise refused(SensorFault.NOT_A_WALK, path)
        if end:
            yield text[:end]
    if rest.strip():
        yield rest


def _pieces(file: BinaryIO, path: Path) -> Iterator[bytes]:
    is_gzip = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    source = gzip.GzipFile(fileobj=file) if is_gzip else file
    try:
        while piece := source.read(_CHUNK_BYTES):
            yield piece
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise refused(SensorFault.TRUNCATED, path) from error
    except OSError as error:
        raise refused(SensorFault.FILE_UNREADABLE, path, reason=str(error)) from error


def _columns(header: bytes, path: Path) -> tuple[int, ...]:
    """Where each of `COLUMNS` stands."""
    names = [name.strip(' \t\r"') for name in header.decode("utf-8", "replace").split(",")]
    missing = [name for name in COLUMNS if name not in names]
    if len(missing) == len(COLUMNS):
        raise refused(SensorFault.NOT_A_WALK, path)
    if missing:
        raise refused(SensorFault.COLUMNS_MISSING, path, missing=", ".join(missing))
    return tuple(names.index(name) for name in COLUMNS)


def parsed(
    text: bytes, columns: tuple[int, ...], path: Path, line: int, delimiter: str = ","
) -> FloatArray:
    """Numbers (n, columns) of n whole lines, the first of which is number `line`.

    Raises
    ------
    RecordingError
        NOT_A_NUMBER, or TRUNCATED where a last line is cut off; each with its `line`.
    """
    if not text.strip():
        return np.empty((0, len(columns)))
    try:
        values: FloatArray = np.loadtxt(
            text.decode("latin-1").split("\n"),
            delimiter=delimiter,
            comments=None,
            usecols=columns,
            ndmin=2,
        )
    except ValueError as error:
        raise _bad_line(text, columns, path, line, delimiter) from error
    if not (np.abs(values) < LARGEST).all():
        raise _bad_line(text, columns, path, line, delimiter)
    return values


def _bad_line(
    text: bytes, columns: tuple[int, ...], path: Path, line: int, delimiter: str
) -> RecordingError:
    """Find the first line that is not numbers; a last line cut off is another fault."""
    lines = text.decode("latin-1").split("\n")
    bad = (
        i
        for i, each in enumerate(lines)
        if each.strip() and not _is_numbers(each, columns, delimiter)
    )
    i = next(bad, 0)  # 0: only numpy takes offence, at something like 1_000
    is_cut = i == len(lines) - 1  # no newline after it
    fault = SensorFault.TRUNCATED if is_cut else SensorFault.NOT_A_NUMBER
    return refused(fault, path, line=line + i)


def _is_numbers(text: str, columns: tuple[int, ...], delimiter: str) -> bool:
    fields = text.split(delimiter)
    try:
        return all(abs(float(fields[c])) < LARGEST for c in columns)
    except (ValueError, IndexError):
        return False


def _check_times(t_s: FloatArray, last_s: float, path: Path, n_rows: int) -> None:
    steps_s = np.diff(t_s, prepend=last_s)
    if not (steps_s > 0).all():
        i = int(np.argmin(steps_s > 0))
        raise refused(SensorFault.TIME_GOES_BACK, path, t_s=float(t_s[i]), row=n_rows + i + 1)
