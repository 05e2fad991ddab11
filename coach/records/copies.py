"""Copies of walks: protected ones of plain ones, shared ones, and what is left of damaged ones."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from math import inf
from pathlib import Path
from secrets import token_hex
from typing import Any

import msgspec

from coach.records import engine, schema
from coach.records.chunks import Chunk, block_of
from coach.records.errors import KeepingError, RecordError, RecordFault, WalkFileError
from coach.records.heard import heard_in
from coach.records.keys import FileKey, remove_all_of, sidecar_of, write_sidecar
from coach.records.migrations import RowChange
from coach.records.tables import WALK
from coach.records.walk_file import WalkFile

_MISSES_BEFORE_THE_END = 2000  # rows; a damaged page holds far fewer
_PERSONAL_TABLES = frozenset({"note", "clock"})


def share(path: Path, target: Path, *, key: FileKey | None, is_pseudonymous: bool = True) -> None:
    """Write a copy of a walk to be given away: plain, or under a key of its own.

    A pseudonymous copy names nobody: without remarks, without who set a limit, without the name
    of sensor and recording, and without the day; the times within the walk stay.

    Raises
    ------
    RecordError
        When the walk cannot be read, or there is a file of that name, or the disk is full.
    """
    with WalkFile.open(path) as walk:
        if walk.is_unfinished:
            raise WalkFileError(RecordFault.IN_USE, file=path.name)
        walk.analyses()  # what `_nobody` takes apart must be sound
        walk.limit_ids()
        copy_walk(walk, target, key, _nobody if is_pseudonymous else _unchanged)


def protect(path: Path, key: FileKey) -> None:
    """Put an encrypted copy of a plain walk in its place.

    Raises
    ------
    RecordError
        When the walk cannot be read or was cut off, or the disk does not take the copy; the
        walk is then as it was.
    """
    copy = path.with_name(f"{path.stem}-protecting.new")
    remove_all_of(copy)  # of an attempt that was cut off
    share(path, copy, key=key, is_pseudonymous=False)
    with WalkFile.open(copy, key.key) as check:
        check.strides()
    sidecar_of(copy).replace(sidecar_of(path))  # while the walk is plain, its key file is idle
    copy.replace(path)


def salvage(
    path: Path, target: Path, progress: Callable[[float], None], key: FileKey | None = None
) -> tuple[int, int]:
    """Write a sound walk of what can still be read of a damaged one.

    Parameters
    ----------
    progress : callable
        Told now and then how far it is, 0 to 1.
    key : FileKey or None
        Under which the sound walk is protected; None keeps it plain.

    Returns
    -------
    tuple of int
        How many stored seconds were read, and how many were not.

    Raises
    ------
    RecordError
        When not even what the walk was can be read, or the copy cannot be written.
    """
    if target.exists():
        raise KeepingError(RecordFault.EXISTS, file=target.name)
    with WalkFile.open(path, is_damaged=True) as walk:
        rescue = _Rescue(walk, progress)
        if key is not None and key.sidecar is not None:
            write_sidecar(target, key.sidecar)
        try:
            _save(rescue, target, key)
        except engine.sql_errors() as error:
            remove_all_of(target)
            raise KeepingError(engine.fault_of(error), file=str(target)) from error
    return rescue.n_read, rescue.n_lost


def _save(rescue: "_Rescue", target: Path, key: FileKey | None) -> None:
    connection = schema.create(target, key.key if key else None)
    try:
        for table, rows in rescue.tables():
            connection.execute("BEGIN")
            for row in rows:
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT INTO {table} VALUES({marks})", tuple(row.values()))
            connection.execute("COMMIT")
        schema.merge(connection)
    finally:
        schema.release(connection, target)


class _Rescue:
    """Row by row out of a damaged walk; what cannot be read or is not sound is left out."""

    def __init__(self, walk: WalkFile, progress: Callable[[float], None]) -> None:
        self._walk, self._progress = walk, progress
        self.n_read = self.n_lost = 0
        self._last_s = -inf

    def tables(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Every table with the rows that are left of it."""
        for n_done, statement in enumerate(WALK.tables[WALK.version]):
            table = statement.removeprefix("CREATE TABLE ").partition("(")[0]
            self._progress(n_done / len(WALK.tables[WALK.version]))
            yield table, self._meta() if table == "meta" else self._rows(table)

    def _meta(self) -> Iterator[dict[str, Any]]:
        for row in self._walk.rows("SELECT key, value FROM meta"):
            if row["key"] == "state":
                row["value"] = schema.WalkState.RECOVERED
            yield row

    def _rows(self, table: str) -> Iterator[dict[str, Any]]:
        n_missed = 0
        for row_id in self._ids(table):
            if n_missed == _MISSES_BEFORE_THE_END:
                return
            try:
                (row,) = self._walk.rows(f"SELECT * FROM {table} WHERE id={row_id}")
                is_sound = self._is_sound(table, row)
            except ValueError:  # no such row
                n_missed += 1
                continue
            except WalkFileError:
                n_missed += 1
                self.n_lost += table == "chunk"
                continue
            n_missed = 0
            if is_sound:
                yield row

    def _ids(self, table: str) -> Iterable[int]:
        """Every id there may be; where not even the last is known, all of them."""
        try:
            (row,) = self._walk.rows(f"SELECT max(id) AS last FROM {table}")
            last = int(row["last"] or 0)
        except (WalkFileError, ValueError, TypeError):
            return count(1)
        return range(1, last + 1)

    def _is_sound(self, table: str, row: dict[str, Any]) -> bool:
        if table not in {"chunk", "notification"}:
            return True
        try:
            values = [row[name] for name in Chunk._fields]
            chunk = msgspec.convert(values, Chunk, strict=False)
        except (msgspec.ValidationError, TypeError) as error:
            raise WalkFileError(RecordFault.DAMAGED) from error
        if table == "notification":
            heard_in(chunk)
            return True
        block = block_of(chunk)
        if block.t_s[0] <= self._last_s:
            raise WalkFileError(RecordFault.DAMAGED)
        self._last_s = float(block.t_s[-1])
        self.n_read += 1
        return True


def copy_walk(walk: WalkFile, target: Path, key: FileKey | None, change: RowChange) -> None:
    """Write a new walk file with the rows of another, as `change` lets them.

    Raises
    ------
    RecordError
        When a row cannot be read, there is a file of that name, or the disk does not take it.
    """
    if target.exists():
        raise KeepingError(RecordFault.EXISTS, file=target.name)
    if key is not None and key.sidecar is not None:
        write_sidecar(target, key.sidecar)
    try:
        connection = schema.create(target, key.key if key else None)
        try:
            walk.copy_rows(connection, change)
            schema.merge(connection)
        finally:
            schema.release(connection, target)
    except engine.sql_errors() as error:
        remove_all_of(target)
        raise KeepingError(engine.fault_of(error), file=str(target), cause=str(error)) from error
    except RecordError:
        remove_all_of(target)
        raise


def _unchanged(_: str, row: dict[str, Any]) -> dict[str, Any] | None:
    return row


def _nobody(table: str, row: dict[str, Any]) -> dict[str, Any] | None:
    """A row that names nobody and no day, None where nothing would be left of it."""
    if table in _PERSONAL_TABLES:
        return None
    if table == "person_limit":
        row["json"] = _with(row["json"], set_by="", expires_on=None)
    elif table == "analysis":
        row["made_at"] = ""
        settings = msgspec.json.decode(row["settings"])
        if settings.get("limit"):
            settings["limit"] |= {"set_by": "", "expires_on": None}
        row["settings"] = msgspec.json.encode(settings).decode()
    elif table == "meta" and row["key"] == "info":
        row["value"] = _with(row["value"], name=f"walk {token_hex(3)}")
    elif table == "meta" and row["key"] in {"started_at", "ended_at"}:
        row["value"] = ""
    elif table == "migration":
        row["at"] = ""
    return row


def _with(text: str, **changed: str | None) -> str:
    return msgspec.json.encode({**msgspec.json.decode(text), **changed}).decode()
