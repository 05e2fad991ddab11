"""Copies of walks: protected ones of plain ones, and shared ones."""

from pathlib import Path
from secrets import token_hex
from typing import Any

import msgspec

from coach.records import engine, schema
from coach.records.errors import KeepingError, RecordError, RecordFault, WalkFileError
from coach.records.keys import FileKey, remove_all_of, sidecar_of, write_sidecar
from coach.records.migrations import RowChange
from coach.records.walk_file import WalkFile

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
