"""Tables in text, in a file or in a zip: their head, then their columns, bounded and checked."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

import numpy as np

from sensors.csv_rows import LARGEST, open_regular, parsed, refused, whole_lines
from sensors.errors import SensorFault
from sensors.samples import FloatArray

MAX_ROWS = 2_000_000
"""Five hours at 100 Hz; an export is held in memory as a whole."""

_MAX_HEAD_LINES = 40
_MAX_HEAD_BYTES = 2**16
_MAX_MEMBER_BYTES = 2**30
_MOST_PACKED = 200  # of numbers as text; a bomb packs a thousand times
_DELIMITERS = "\t;,"
_NUMBER = re.compile(r"[+-]?[\d.,]+(e[+-]?\d+)?|nan", re.IGNORECASE)
_LEAST_COLUMNS = 4

BROKEN_ZIP = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, LookupError, ValueError, OSError
)  # fmt: skip
"""What opening a damaged or unusual zip raises."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text that can be opened: a file, or a member of a zip."""

    path: Path
    member: str | None = None

    @property
    def name(self) -> str:
        """Its own name, without folders."""
        return Path(self.member).name if self.member else self.path.name

    @contextmanager
    def pieces(self) -> Iterator[Iterator[bytes]]:
        """Pieces of it, each ending with a line.

        Raises
        ------
        RecordingError
            When it cannot be opened, or while iterating, not be read.
        """
        with ExitStack() as opened:
            file = opened.enter_context(open_regular(self.path))
            if self.member is None:
                yield whole_lines(file, self.path)
                return
            inner = opened.enter_context(self._member(file))
            try:
                yield whole_lines(inner, self.path)
            except (zipfile.BadZipFile, zlib.error) as error:
                raise refused(SensorFault.TRUNCATED, self.path) from error

    @contextmanager
    def _member(self, file: BinaryIO) -> Iterator[BinaryIO]:
        with ExitStack() as opened:
            try:
                archive = opened.enter_context(zipfile.ZipFile(file))
                info = archive.getinfo(self.member or "")
                if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                    raise refused(SensorFault.FILE_UNREADABLE, self.path, member=self.name)
                most = min(_MAX_MEMBER_BYTES, _MOST_PACKED * info.compress_size + 2**16)
                if info.file_size > most:
                    raise refused(SensorFault.TOO_LARGE, self.path, member=self.name)
                inner = cast("BinaryIO", opened.enter_context(archive.open(info)))
            except BROKEN_ZIP as error:
                raise refused(SensorFault.FILE_UNREADABLE, self.path, reason=str(error)) from error
            yield inner


class Head(NamedTuple):
    """What stands above the numbers.

    Attributes
    ----------
    preamble : tuple of str
        Lines before the names of the columns.
    columns : tuple of str
        Names of the columns, lower case, without quotes.
    delimiter : str
    n_lines : int
        Lines up to the names of the columns, these included.
    first_row : tuple of str
        Fields of the first row, empty when there is none.
    """

    preamble: tuple[str, ...]
    columns: tuple[str, ...]
    delimiter: str
    n_lines: int
    first_row: tuple[str, ...]

    def column(self, name: str) -> int:
        """Where the column stands that has this name."""
        return self.columns.index(name)

    def has(self, *names: str) -> bool:
        """Whether all these columns are there."""
        return set(names) <= set(self.columns)


def head(file: TextFile) -> Head | None:
    """What stands above the numbers; None where nothing looks like names of columns.

    Raises
    ------
    RecordingError
        When the text cannot be read.
    """
    with file.pieces() as pieces:
        text = next(iter(pieces), b"")[:_MAX_HEAD_BYTES]
    lines = text.decode("utf-8", "replace").splitlines()[:_MAX_HEAD_LINES]
    for i, line in enumerate(lines):
        delimiter = max(_DELIMITERS, key=line.count)
        columns = _fields(line, delimiter)
        if not _are_names(columns):
            continue
        rows = (row for row in lines[i + 1 :] if row.strip())
        first = _fields(next(rows, ""), delimiter)
        names = tuple(name.lower() for name in columns)
        return Head(tuple(lines[:i]), names, delimiter, i + 1, tuple(first))
    return None


def numbers(file: TextFile, above: Head, columns: tuple[int, ...]) -> FloatArray:
    """The (n, k) numbers of some columns.

    Decimal commas are read where commas do not part the columns.

    Raises
    ------
    RecordingError
        NOT_A_NUMBER, TRUNCATED, TOO_LARGE, EMPTY, each with what is known of the place.
    """
    parts: list[FloatArray] = []
    n_rows = 0
    for line, text in _rows(file, above):
        body = text if above.delimiter == "," else text.replace(b",", b".")
        values = parsed(body, columns, file.path, line, above.delimiter)
        n_rows += len(values)
        if n_rows > MAX_ROWS:
            raise refused(SensorFault.TOO_LARGE, file.path, max_rows=MAX_ROWS)
        parts.append(values)
    if not n_rows:
        raise refused(SensorFault.EMPTY, file.path)
    return np.concatenate(parts)


def numbers_and_texts(
    file: TextFile, above: Head, columns: tuple[int, ...], texts: tuple[int, ...]
) -> tuple[FloatArray, list[tuple[str, ...]]]:
    """The (n, k) numbers of some columns, and the texts of others, row by row.

    Raises
    ------
    RecordingError
        As `numbers`; also NOT_A_NUMBER for a row that lacks a text.
    """
    rows: list[tuple[str, ...]] = []
    for line, text in _rows(file, above):
        for i, row in enumerate(text.decode("utf-8", "replace").split("\n")):
            if not row.strip():
                continue
            fields = row.split(above.delimiter)
            if len(fields) <= max(texts):
                raise refused(SensorFault.NOT_A_NUMBER, file.path, line=line + i)
            rows.append(tuple(fields[column].strip(' \r"') for column in texts))
        if len(rows) > MAX_ROWS:
            raise refused(SensorFault.TOO_LARGE, file.path, max_rows=MAX_ROWS)
    return numbers(file, above, columns), rows


def number(text: str) -> float | None:
    """A finite number of a size that may mean something; None for anything else."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < LARGEST else None


def _rows(file: TextFile, above: Head) -> Iterator[tuple[int, bytes]]:
    """Iterate over (number of the first line, text) of what stands under the head."""
    line, n_skipped = 1, 0
    with file.pieces() as pieces:
        for piece in pieces:
            text = piece
            while n_skipped < above.n_lines and text:
                _, _, text = text.partition(b"\n")
                n_skipped += 1
                line += 1
            yield line, text
            line += text.count(b"\n")


def _fields(line: str, delimiter: str) -> list[str]:
    return [field.strip(' \t\r"') for field in line.split(delimiter)]


def _are_names(fields: list[str]) -> bool:
    told = [field for field in fields if field]
    return len(set(told)) >= _LEAST_COLUMNS and not any(_NUMBER.fullmatch(field) for field in told)
