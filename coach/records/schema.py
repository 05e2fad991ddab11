"""Opens walk files: to record into them, to change them, or as checked private copies."""

import os
import sqlite3
import sys
from enum import StrEnum
from pathlib import Path

from coach.records import engine
from coach.records.errors import KeepingError, RecordFault, WalkFileError, not_written
from coach.records.holder import forget_holder, tell_holder
from coach.records.tables import WALK

MAX_FILE_BYTES = 1_000_000_000
"""Days of walking; no honest walk file is larger."""

_MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
_LOCKED_BYTES = (0x4000_0002, 510)  # start and length; sqlite.org/fileformat2.html, lock-byte page

_READER_WAITS_S, _WRITER_WAITS_S = 5.0, 2.0

_held_here: set[tuple[int, int]] = set()


class WalkState(StrEnum):
    """What `meta` says of a walk file."""

    RECORDING = "recording"
    ENDED = "ended"
    RECOVERED = "recovered"


def create(path: Path, key: bytes | None = None) -> sqlite3.Connection:
    """Connection that alone holds a new, empty walk file.

    Raises
    ------
    KeepingError
        When there is a file of that name, or the folder cannot be written.
    Error of the connection
        When the disk does not take the empty tables; an empty file may be left.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise KeepingError(RecordFault.EXISTS, file=path.name) from None
    except OSError as error:
        raise KeepingError(
            not_written(error), folder=str(path.parent), cause=error.strerror
        ) from error
    connection = hold(path, key)
    try:
        connection.execute(f"PRAGMA page_size={engine.PAGE_BYTES}")
        # The header must tell what the file is even if all that follows stays in the WAL.
        WALK.make(connection)
        connection.execute("PRAGMA journal_mode=WAL")
    except engine.sql_errors():
        release(connection, path)
        raise
    return connection


def hold(path: Path, key: bytes | None = None) -> sqlite3.Connection:
    """Connection that alone may use one of our own walk files; every commit is on the disk.

    `release` lets go of it.

    Raises
    ------
    Error of the connection
        When another process holds it.
    """
    connection = engine.connect(path, key, timeout_s=_WRITER_WAITS_S)
    try:
        for pragma in (
            "locking_mode=EXCLUSIVE",
            "synchronous=FULL",
            "temp_store=MEMORY",
            "secure_delete=ON",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except engine.sql_errors():
        connection.close()
        raise
    _held_here.add(_identity(path))
    tell_holder(path)
    return connection


def merge(connection: sqlite3.Connection) -> None:
    """Bring a held file and its WAL into one single file."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode=DELETE")


def release(connection: sqlite3.Connection, path: Path) -> None:
    """Let go of a held file."""
    forget_holder(path)
    connection.close()
    _held_here.discard(_identity(path))


def open_copy(
    path: Path, key: bytes | None = None, *, is_damaged: bool = False
) -> sqlite3.Connection:
    """Connection to a private copy of a walk file, checked before anything of it is used.

    A copy of an earlier version is brought to the current one first; the file it was copied from
    stays as it is. One that is known to be damaged may be opened to read what is left of it.

    Raises
    ------
    WalkFileError
        When it is not a walk file of a known version, or is damaged, or has another key.
    """
    connection = engine.connect(path, key, is_shared=True)
    try:
        engine.limit_values(connection)
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA temp_store=MEMORY")
        if is_damaged:  # without it, SQLite opens no file that was cut short
            connection.execute("PRAGMA writable_schema=ON")
        version = _version(connection, is_encrypted=key is not None)
        is_checked = key is None and not is_damaged
        if is_checked and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            # An encrypted page cannot be changed by who has not the key: each has its own seal.
            raise WalkFileError(RecordFault.DAMAGED, cause="pages do not fit together")
        WALK.migrate(connection, version)
        connection.execute("PRAGMA query_only=ON")
    except engine.damage() as error:
        connection.close()
        raise WalkFileError(RecordFault.DAMAGED, cause=str(error)) from error
    except WalkFileError:
        connection.close()
        raise
    return connection


def open_in_place(path: Path, key: bytes | None) -> sqlite3.Connection | None:
    """Connection that only reads one of our own walk files, as it stands; None where it cannot.

    Whoever writes to the file meanwhile waits for a statement of this one, and this one for them.
    """
    connection = engine.connect(
        path, key, timeout_s=_READER_WAITS_S, is_shared=True, is_read_only=True
    )
    try:
        engine.limit_values(connection)
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")
        if WALK.version_of(connection) == WALK.version:
            return connection
    except engine.damage():
        pass
    except WalkFileError:
        pass
    connection.close()
    return None


def is_plain(header: bytes) -> bool:
    """Whether a file is readable without a key, by its first bytes."""
    return header.startswith(_MAGIC)


def refuse_other_files(header: bytes, size_bytes: int, *, has_key: bool) -> None:
    """Refuse what is no walk file by its first 100 bytes, before SQLite sees it.

    Raises
    ------
    WalkFileError
        When the header is not that of a walk file, or of a newer version, or that of an
        encrypted one whose key file is not there.
    """
    if not is_plain(header):
        looks_encrypted = size_bytes >= engine.PAGE_BYTES and size_bytes % engine.PAGE_BYTES == 0
        if not looks_encrypted:
            raise WalkFileError(RecordFault.NOT_A_WALK_FILE)
        if not has_key:
            raise WalkFileError(RecordFault.KEY_FILE_MISSING)
        return
    application_id = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    if len(header) < HEADER_BYTES or application_id != WALK.application_id:
        raise WalkFileError(RecordFault.NOT_A_WALK_FILE)
    if version > WALK.version:
        raise WalkFileError(RecordFault.NEWER_VERSION, version=version)


def is_held_here(path: Path) -> bool:
    """Whether this process records into the file.

    Then it must not even be opened: closing any descriptor of a file drops all POSIX locks that
    the process has on it.
    """
    return _identity(path) in _held_here


def is_held_elsewhere(file_descriptor: int) -> bool:
    """Whether another process records into this open file: asks for SQLite's own shared lock.

    The lock stays with the descriptor, so nobody begins to write while it is open.
    """
    start, length = _LOCKED_BYTES
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file_descriptor, start, os.SEEK_SET)
            msvcrt.locking(file_descriptor, msvcrt.LK_NBLCK, 1)
            msvcrt.locking(file_descriptor, msvcrt.LK_UNLCK, 1)
            os.lseek(file_descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.lockf(file_descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, length, start)
    except OSError:
        return True
    return False


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _version(connection: sqlite3.Connection, *, is_encrypted: bool) -> int:
    try:
        return WALK.version_of(connection)
    except engine.sql_errors() as error:
        if is_encrypted and engine.is_wrong_key(error):
            raise WalkFileError(RecordFault.WRONG_KEY) from error
        raise
