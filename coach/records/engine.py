"""The one place that opens databases: SQLite for plain files, SQLCipher for encrypted ones."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from coach.records.errors import RecordFault

KEY_BYTES = 32
PAGE_BYTES = 2048
"""Of files that are made now: a second's blob leaves less of a small page empty."""
OLD_PAGE_BYTES = 4096
"""Of files until version 2, as SQLite and SQLCipher have it by default."""

_MAX_VALUE_BYTES = 2_000_000  # a second's blob is about 5 kB
_MAX_HEAP_BYTES = 256_000_000  # SQLCipher's binding has no limit for one value; this is its bound


def connect(
    path: Path,
    key: bytes | None = None,
    *,
    timeout_s: float = 0.0,
    is_shared: bool = False,
    is_read_only: bool = False,
) -> sqlite3.Connection:
    """Connection in autocommit mode; with a key to an encrypted file, which is not yet tried.

    The connection of SQLCipher has the methods of sqlite3's; its errors are others, which
    `sql_errors` knows. With `is_shared` threads may take turns in using it.
    """
    name = f"file:{quote(str(path.absolute()))}?mode=ro" if is_read_only else str(path)
    if key is None:
        return sqlite3.connect(
            name, timeout=timeout_s, isolation_level=None, check_same_thread=not is_shared,
            uri=is_read_only,
        )  # fmt: skip
    if len(key) != KEY_BYTES:
        raise ValueError(f"key has {len(key)} bytes, expected {KEY_BYTES}")
    import sqlcipher3

    connection = sqlcipher3.connect(
        name, timeout=timeout_s, isolation_level=None, check_same_thread=not is_shared,
        uri=is_read_only,
    )  # fmt: skip
    _set_key(connection, key, _page_bytes(path, key))
    connection.execute(f"PRAGMA hard_heap_limit={_MAX_HEAP_BYTES}")
    return cast("sqlite3.Connection", connection)


def _page_bytes(path: Path, key: bytes) -> int:
    """How large the pages of an encrypted file are, which nothing in it tells without the key.

    Looked at is the first page alone, without a lock, a journal or any trace on the disk.
    """
    import sqlcipher3

    try:
        n_bytes = path.stat().st_size
    except OSError:
        return PAGE_BYTES
    if n_bytes % OLD_PAGE_BYTES:
        return PAGE_BYTES
    address = f"file:{quote(str(path.absolute()))}?immutable=1"
    with closing(sqlcipher3.connect(address, uri=True)) as connection:
        _set_key(connection, key, PAGE_BYTES)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlcipher3.Error as error:
            if is_wrong_key(error):
                return OLD_PAGE_BYTES
    return PAGE_BYTES


def _set_key(connection: Any, key: bytes, page_bytes: int) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")  # a wrong key is told by who tried it
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size={page_bytes}")


def limit_values(connection: sqlite3.Connection) -> None:
    """Let nobody's file make this connection allocate more than any honest one needs."""
    if isinstance(connection, sqlite3.Connection):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)


def sql_errors() -> tuple[type[Exception], ...]:
    """What a connection raises; asked for where an exception is caught."""
    sqlcipher = sys.modules.get("sqlcipher3")
    return (sqlite3.Error,) if sqlcipher is None else (sqlite3.Error, sqlcipher.Error)


def damage() -> tuple[type[Exception], ...]:
    """What reading a damaged file raises; the last where even SQLite's complaint is no text."""
    return (*sql_errors(), UnicodeDecodeError, MemoryError)


def roll_back(connection: sqlite3.Connection) -> None:
    """Undo what was begun; a full disk has done so already, and says no more of itself."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def fault_of(error: Exception) -> RecordFault:
    """What an error while writing means."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return RecordFault.DISK_FULL
    return RecordFault.IN_USE if name.startswith("SQLITE_BUSY") else RecordFault.DISK_FAILS


def fault_of_reading(error: Exception) -> RecordFault:
    """What an error while reading means."""
    is_busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
    return RecordFault.IN_USE if is_busy else RecordFault.DAMAGED


def is_wrong_key(error: Exception) -> bool:
    """Whether the first look into an encrypted file failed because of its key."""
    return getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB"
