"""Adds to a kept walk what came later: another analysis, a remark.

Nothing that stands in the file is changed.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from coach.care.limits import Decision, Limit
from coach.gait.events import Stride
from coach.records import engine, schema
from coach.records.errors import KeepingError, RecordFault, not_written
from coach.records.keys import key_of, sidecar_of
from coach.records.marks import Note, NoteTag
from coach.records.rows import Row, decision_row, json_text, stride_row
from coach.records.store import AnalysisSettings
from coach.records.tables import WALK
from coach.records.walk_file import WalkFile


def add_analysis(
    path: Path,
    settings: AnalysisSettings,
    strides: Iterable[Stride],
    decisions: Iterable[Decision],
    *,
    program: str,
    made_at: datetime,
) -> int:
    """Keep another analysis beside those that are there, and return its id.

    Raises
    ------
    RecordError
        When the walk cannot be read, is being recorded, or the disk does not take it.
    """
    with _changing(path) as connection:
        cursor = connection.execute(
            "INSERT INTO analysis(made_at, program, settings) VALUES(?, ?, ?)",
            (made_at.isoformat(), program, json_text(settings._asdict())),
        )
        analysis_id = cursor.lastrowid or 0
        rows = [stride_row(stride, analysis_id) for stride in strides]
        rows += [
            decision_row(decision, analysis_id, _limit_id(connection, decision.limit))
            for decision in decisions
        ]
        for row in rows:
            connection.execute(row.statement, row.values)
    return analysis_id


def add_note(
    path: Path,
    t_s: float | None,
    text: str,
    end_s: float | None = None,
    tag: NoteTag | None = None,
) -> None:
    """Keep a remark on a moment of the walk, on a stretch of it, or on the whole of it.

    Raises
    ------
    RecordError
        When the walk cannot be read, is being recorded, or the disk does not take it.
    """
    with _changing(path) as connection:
        row = Row("note", Note._fields, (t_s, text, end_s, tag))
        connection.execute(row.statement, row.values)


def bring_up_to_date(path: Path, key: bytes | None) -> None:
    """Bring one of our own walk files to the current version, after a copy of it was kept.

    Raises
    ------
    KeepingError
        When it is being recorded, or the disk does not take it; it is then as it was.
    """
    try:
        connection = schema.hold(path, key)
        try:
            _migrate(connection, path)
        finally:
            schema.release(connection, path)
    except engine.sql_errors() as error:
        raise KeepingError(engine.fault_of(error), file=str(path), cause=str(error)) from error


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = WALK.version_of(connection)
    if version != WALK.version:
        keep_backup(path, version)
        WALK.migrate(connection, version)


@contextmanager
def _changing(path: Path) -> Iterator[sqlite3.Connection]:
    """A checked walk file, alone and in one transaction; of the current version by then."""
    with WalkFile.open(path) as walk:
        if walk.is_unfinished:
            raise KeepingError(RecordFault.IN_USE, file=path.name)
        key = key_of(path) if walk.is_encrypted else None
    try:
        connection = schema.hold(path, key)
        try:
            _migrate(connection, path)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                engine.roll_back(connection)
                raise
        finally:
            schema.release(connection, path)
    except engine.sql_errors() as error:
        raise KeepingError(engine.fault_of(error), file=str(path), cause=str(error)) from error


def keep_backup(path: Path, version: int) -> Path:
    """Copy a file, with its key file, into the backups folder beside it before it is migrated.

    Raises
    ------
    KeepingError
        When the disk does not take the copy; then nothing must be changed.
    """
    folder = path.parent / "backups"
    copy = folder / f"{path.stem}-version-{version}{path.suffix}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for source in (path, path.with_name(f"{path.name}-wal"), sidecar_of(path)):
            if source.exists():
                suffix = source.name.removeprefix(path.stem)
                target = folder / f"{path.stem}-version-{version}{suffix}"
                shutil.copyfile(source, target)
                target.chmod(0o600)
    except OSError as error:
        raise KeepingError(not_written(error), folder=str(folder), cause=error.strerror) from error
    return copy


def drop_plain_backups(path: Path) -> None:
    """Delete plain copies of a file that is protected now; while it is plain they stay.

    Raises
    ------
    KeepingError
        When one cannot be deleted.
    """
    try:
        if _begins_plain(path):
            return
        for copy in (path.parent / "backups").glob(f"{path.stem}-version-*"):
            if copy.suffix == path.suffix and _begins_plain(copy):
                for file in (copy, copy.with_name(f"{copy.name}-wal")):
                    file.unlink(missing_ok=True)
    except OSError as error:
        raise KeepingError(
            not_written(error), folder=str(path.parent), cause=error.strerror
        ) from error


def _begins_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return schema.is_plain(file.read(16))


def _limit_id(connection: sqlite3.Connection, limit: Limit) -> int:
    text = json_text(limit)
    found = connection.execute("SELECT id FROM person_limit WHERE json=?", (text,)).fetchone()
    if found is not None:
        return int(found[0])
    return connection.execute("INSERT INTO person_limit(json) VALUES(?)", (text,)).lastrowid or 0
