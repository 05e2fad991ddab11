"""Copies walk files before anything is read of them, and checks every value that is."""

import math
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import GenericAlias
from typing import TypeVar, cast

import msgspec

from coach.records import schema
from coach.records.errors import RecordFault, WalkFileError
from coach.records.holder import holder_of
from coach.records.keys import sidecar_of

Kind = TypeVar("Kind")

UNFINISHED = ("-wal", "-journal")
"""What SQLite leaves of a change that was cut off: seconds not yet in the file, or how it was."""


def private_copy(path: Path, copy: Path) -> bool:
    """Copy a walk file and its journals, while nobody writes to it; return whether it is plain.

    Raises
    ------
    WalkFileError
        When it is not there, is no walk file, is too large, or is being recorded.
    """
    try:
        if schema.is_held_here(path):
            raise WalkFileError(RecordFault.IN_USE)
        with path.open("rb") as file:
            header = file.read(100)
            schema.refuse_other_files(
                header, path.stat().st_size, has_key=sidecar_of(path).exists()
            )
            if schema.is_held_elsewhere(file.fileno()):
                raise WalkFileError(RecordFault.IN_USE, held_by=holder_of(path))
            parts = [path.with_name(f"{path.name}{end}") for end in UNFINISHED]
            sizes = [part.stat().st_size for part in (path, *parts) if part.exists()]
            if sum(sizes) > schema.MAX_FILE_BYTES:
                raise WalkFileError(RecordFault.TOO_LARGE)
            file.seek(0)
            with copy.open("wb") as target:
                shutil.copyfileobj(file, target)
            for part, end in zip(parts, UNFINISHED, strict=True):
                if part.exists():
                    shutil.copyfile(part, copy.with_name(f"{copy.name}{end}"))
    except FileNotFoundError:
        raise WalkFileError(RecordFault.FILE_MISSING) from None
    except OSError as error:
        raise WalkFileError(RecordFault.FILE_UNREADABLE, cause=error.strerror) from error
    return schema.is_plain(header)


def converted(value: object, kind: type[Kind]) -> Kind:
    """`value` as that kind; every number in it finite.

    Raises
    ------
    WalkFileError
        When it is not.
    """
    numbers = value.values() if isinstance(value, dict) else value
    numbers = numbers if isinstance(numbers, Iterable) else (numbers,)
    if any(isinstance(number, float) and not math.isfinite(number) for number in numbers):
        raise WalkFileError(RecordFault.DAMAGED, cause="value not finite")
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        raise WalkFileError(RecordFault.DAMAGED, cause=str(error)) from error


def all_converted(
    rows: Sequence[Sequence[object]], names: Sequence[str], kind: type[Kind]
) -> tuple[Kind, ...]:
    """Rows of values by these names as that kind, as `converted` would; a walk has thousands.

    Raises
    ------
    WalkFileError
        When one is not.
    """
    if not all(map(math.isfinite, [each for row in rows for each in row if type(each) is float])):
        raise WalkFileError(RecordFault.DAMAGED, cause="value not finite")
    named = [dict(zip(names, row, strict=True)) for row in rows]
    try:
        found = msgspec.convert(named, GenericAlias(tuple, (kind, ...)), strict=False)
    except msgspec.ValidationError as error:
        raise WalkFileError(RecordFault.DAMAGED, cause=str(error)) from error
    return cast("tuple[Kind, ...]", found)


def decoded(text: object, kind: type[Kind]) -> Kind:
    """JSON `text` as that kind.

    Raises
    ------
    WalkFileError
        When it is not.
    """
    try:
        return msgspec.json.decode(converted(text, str), type=kind)
    except msgspec.DecodeError as error:
        raise WalkFileError(RecordFault.DAMAGED, cause=str(error)) from error
