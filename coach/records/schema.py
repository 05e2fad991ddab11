"""The tables of a walk file, and the one place that opens connections to it."""

import os
import sqlite3
import sys
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

from coach.gait.events import Stride
from coach.records.errors import KeepingError, RecordFault, WalkFileError

APPLICATION_ID = 0x48_69_70_57  # "HipW"
SCHEMA_VERSION = 1
MAX_FILE_BYTES = 1_000_000_000
"""Days of walking; no honest walk file is larger."""

DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises; the second where not even SQLite's complaint is text."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_MAX_VALUE_BYTES = 2_000_000  # a second's blob is about 5 kB
_LOCKED_BYTES = (0x4000_0002, 510)  # start and length; sqlite.org/fileformat2.html, lock-byte page


_held_here: set[tuple[int, int]] = set()


class WalkState(StrEnum):
    """What `meta` says of a walk file."""

    RECORDING = "recording"
    ENDED = "ended"
    RECOVERED = "recovered"


STRIDE_COLUMNS = tuple(field.name for field in fields(Stride))
DECISION_COLUMNS = (
    "t_s",
    "stride_start_s",
    "kind",
    "is_over",
    "probability",
    "excess_deg",
    "excess_m",
    "limit_id",
)

# A value that cannot be stored must never keep samples off the disk: no constraints but keys.
TABLES = (
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE chunk(id INTEGER PRIMARY KEY, start_s REAL, end_s REAL, n INTEGER, "
    "crc32 INTEGER, blob BLOB)",
    "CREATE TABLE stride(id INTEGER PRIMARY KEY, start_s REAL, end_s REAL, known_s REAL, "
    "peak_thigh_extension_s REAL, peak_thigh_extension_deg REAL, "
    "peak_thigh_extension_sd_deg REAL, peak_thigh_flexion_deg REAL, reported_s REAL, "
    "stride_length_m REAL, stride_length_sd_m REAL, cadence_spm REAL, walking_speed_mps REAL, "
    "is_scored INTEGER, why_not TEXT, thigh_adduction_deg REAL, toe_out_change_deg REAL)",
    "CREATE TABLE person_limit(id INTEGER PRIMARY KEY, json TEXT)",
    "CREATE TABLE limit_change(id INTEGER PRIMARY KEY, t_s REAL, limit_id INTEGER)",
    "CREATE TABLE decision(id INTEGER PRIMARY KEY, t_s REAL, stride_start_s REAL, kind TEXT, "
    "is_over INTEGER, probability REAL, excess_deg REAL, excess_m REAL, limit_id INTEGER)",
    "CREATE TABLE pain(id INTEGER PRIMARY KEY, t_s REAL, level INTEGER)",
    "CREATE TABLE gap(id INTEGER PRIMARY KEY, start_s REAL, end_s REAL, reason TEXT)",
    "CREATE TABLE note(id INTEGER PRIMARY KEY, t_s REAL, text TEXT)",
)

TABLES_OF_VERSION = {SCHEMA_VERSION: TABLES}
"""What a file of each version holds, to the letter; a file that differs is not opened."""


def create(path: Path) -> sqlite3.Connection:
    """Connection that alone holds a new, empty walk file.

    Raises
    ------
    KeepingError
        When there is a file of that name, or the folder cannot be written.
    sqlite3.Error
        When the disk does not take the empty tables; an empty file may be left.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise KeepingError(RecordFault.EXISTS, file=path.name) from None
    except OSError as error:
        raise KeepingError(
            RecordFault.FOLDER_NOT_WRITABLE, folder=str(path.parent), cause=error.strerror
        ) from error
    connection = hold(path)
    try:
        # The header must tell what the file is even if all that follows stays in the WAL.
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.execute("BEGIN")
        for table in TABLES:
            connection.execute(table)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.Error:
        release(connection, path)
        raise
    return connection


def hold(path: Path) -> sqlite3.Connection:
    """Connection that alone may use one of our own walk files; every commit is on the disk.

    `release` lets go of it.

    Raises
    ------
    sqlite3.Error
        When another process holds it.
    """
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        for pragma in (
            "locking_mode=EXCLUSIVE",
            "synchronous=FULL",
            "temp_store=MEMORY",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    _held_here.add(_identity(path))
    return connection


def merge(connection: sqlite3.Connection) -> None:
    """Bring a held file and its WAL into one single file."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode=DELETE")


def release(connection: sqlite3.Connection, path: Path) -> None:
    """Let go of a held file."""
    connection.close()
    _held_here.discard(_identity(path))


def open_copy(path: Path) -> sqlite3.Connection:
    """Connection to a private copy of a walk file, checked before anything of it is used.

    Raises
    ------
    WalkFileError
        When it is not a walk file of a known version, or is damaged.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA temp_store=MEMORY")
        _refuse_unknown_tables(connection)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise WalkFileError(RecordFault.DAMAGED, cause="pages do not fit together")
        connection.execute("PRAGMA query_only=ON")
    except DAMAGE as error:
        connection.close()
        raise WalkFileError(RecordFault.DAMAGED, cause=str(error)) from error
    except WalkFileError:
        connection.close()
        raise
    return connection


def refuse_other_files(header: bytes) -> None:
    """Refuse what is no walk file by its first 100 bytes, before SQLite sees it.

    Raises
    ------
    WalkFileError
        When the header is not that of a walk file, or of a newer version.
    """
    application_id = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    is_walk = header.startswith(_MAGIC) and application_id == APPLICATION_ID
    if len(header) < _HEADER_BYTES or not is_walk:
        raise WalkFileError(RecordFault.NOT_A_WALK_FILE)
    if version > SCHEMA_VERSION:
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


def _refuse_unknown_tables(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    found = connection.execute("SELECT sql FROM sqlite_master ORDER BY rowid").fetchall()
    if version not in TABLES_OF_VERSION:
        raise WalkFileError(RecordFault.NOT_A_WALK_FILE, version=version)
    if tuple(sql for (sql,) in found) != TABLES_OF_VERSION[version]:
        raise WalkFileError(RecordFault.NOT_A_WALK_FILE, cause="unknown tables")
