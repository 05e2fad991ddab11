"""Opens the library's file: makes, migrates and protects it, and words its faults."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from coach.records import engine
from coach.records.amend import drop_plain_backups, keep_backup
from coach.records.errors import LibraryError, RecordFault, WalkFileError
from coach.records.holder import forget_holder, holder_of, tell_holder
from coach.records.keys import FileKey, key_of, read_vault, remove_all_of, sidecar_of, write_sidecar
from coach.records.library_tables import LIBRARY
from coach.records.places import plain_mark, vault_path
from coach.records.schema import is_plain

_BUSY_S = 3.0
_FAULTS = {
    RecordFault.NEWER_VERSION: RecordFault.LIBRARY_NEWER,
    RecordFault.IN_USE: RecordFault.LIBRARY_IN_USE,
    RecordFault.DISK_FULL: RecordFault.DISK_FULL,
}


def new_library_key() -> FileKey | None:
    """The key of a library that is made now; None where it is kept plain."""
    vault = None if plain_mark().exists() else read_vault(vault_path())
    return None if vault is None else vault.new_file_key()


def opened(path: Path) -> sqlite3.Connection:
    """Connection to a library that is there, migrated and protected where it has to be."""
    with path.open("rb") as file:
        is_open = is_plain(file.read(16))
    connection = _connected(path, None if is_open else key_of(path))
    try:
        version = LIBRARY.version_of(connection)
        if version != LIBRARY.version:
            _migrate(connection, path, version)
        key = new_library_key() if is_open else None
        if key is not None:
            connection = _protected(connection, path, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _connected(path: Path, key: bytes | None) -> sqlite3.Connection:
    connection = engine.connect(path, key, timeout_s=_BUSY_S, is_shared=True)
    try:
        for pragma in ("synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def made(path: Path, key: FileKey | None) -> sqlite3.Connection:
    """Connection to a new, empty library."""
    if key is not None and key.sidecar is not None:
        sidecar_of(path).unlink(missing_ok=True)  # of a library that is no more
        write_sidecar(path, key.sidecar)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = _connected(path, key.key if key else None)
    LIBRARY.make(connection)
    return connection


def _migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    tell_holder(path)
    try:
        keep_backup(path, version)
        LIBRARY.migrate(connection, version)
    finally:
        forget_holder(path)


def _protected(connection: sqlite3.Connection, path: Path, key: FileKey) -> sqlite3.Connection:
    """The plain library's rows in an encrypted one, which takes its place."""
    copy = path.with_name(f"{path.stem}-protected{path.suffix}")
    remove_all_of(copy)  # of an attempt that was cut off
    connection.execute("BEGIN EXCLUSIVE")
    protected = made(copy, key)
    LIBRARY.copy(connection, protected, lambda _, row: row)
    protected.close()
    connection.close()
    sidecar_of(copy).replace(sidecar_of(path))
    copy.replace(path)
    drop_plain_backups(path)
    return _connected(path, key.key)


@contextmanager
def library_faults(path: Path) -> Iterator[None]:
    """Say of the library what SQLite says of a database."""
    try:
        yield
    except WalkFileError as error:
        fault = _FAULTS.get(error.fault, RecordFault.LIBRARY_DAMAGED)
        raise LibraryError(fault, **error.details) from error
    except engine.damage() as error:
        fault = _FAULTS.get(engine.fault_of(error), RecordFault.LIBRARY_DAMAGED)
        raise LibraryError(fault, held_by=holder_of(path), cause=str(error)) from error
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LibraryError(RecordFault.LIBRARY_DAMAGED, cause=str(error)) from error
