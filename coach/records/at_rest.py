"""Walks of our own folder, read where they are instead of as a copy."""

import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

from coach.records import schema
from coach.records.errors import RecordFault, WalkFileError
from coach.records.folders import walks_folder
from coach.records.keys import key_of, sidecar_of
from coach.records.reading import UNFINISHED


class InPlace(NamedTuple):
    """A walk file that is open where it is, to be read only."""

    connection: sqlite3.Connection
    is_encrypted: bool


def opened_in_place(path: Path, key: bytes | None) -> InPlace | None:
    """The file opened where it is; None where only a copy will do.

    Raises
    ------
    WalkFileError
        When it does not look like a walk file.
    ProtectionError
        When it is encrypted and cannot be unlocked.
    """
    if not _is_at_rest(path):
        return None
    try:
        with path.open("rb") as file:
            header = file.read(schema.HEADER_BYTES)
        schema.refuse_other_files(header, path.stat().st_size, has_key=sidecar_of(path).exists())
    except OSError as error:
        raise WalkFileError(RecordFault.FILE_UNREADABLE, cause=error.strerror) from error
    is_encrypted = not schema.is_plain(header)
    connection = schema.open_in_place(path, (key or key_of(path)) if is_encrypted else None)
    return None if connection is None else InPlace(connection, is_encrypted)


def _is_at_rest(path: Path) -> bool:
    """Whether it is a walk of our own folder that nobody writes to, or was cut off while doing so.

    Never on Windows, where a file that somebody reads can neither be replaced nor deleted.
    """
    if os.name != "posix" or path.absolute().parent != walks_folder().absolute():
        return False
    is_file = path.is_file() and not path.is_symlink()
    has_parts = any(path.with_name(f"{path.name}{end}").exists() for end in UNFINISHED)
    return is_file and not has_parts and not schema.is_held_here(path)
