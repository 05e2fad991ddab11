"""Brings a database of an earlier version to the current one, in one transaction with its record.

A walk file and the library share it. The tables of every version ever written stand to the
letter in their `Schema`: a file whose tables differ is not one of ours.
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from coach.records import engine
from coach.records.errors import RecordFault, WalkFileError

MIGRATION_TABLE = (
    "CREATE TABLE migration(id INTEGER PRIMARY KEY, from_version INTEGER, to_version INTEGER, "
    "at TEXT)"
)
RowChange = Callable[[str, dict[str, Any]], dict[str, Any] | None]
"""Name of a table and a row of it in, the row to be copied out; None leaves it out."""

_RECORD = (
    "INSERT INTO migration(from_version, to_version, at) "
    "VALUES(?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
)


@dataclass(frozen=True, slots=True)
class Schema:
    """What a kind of database holds.

    Attributes
    ----------
    application_id : int
        Stands in the header of every such file.
    tables : mapping of int to tuple of str
        The statements that make a file of each version.
    steps : mapping of int to tuple of str
        The statements that bring a file of that version to the next.
    """

    application_id: int
    tables: Mapping[int, tuple[str, ...]]
    steps: Mapping[int, tuple[str, ...]]

    @property
    def version(self) -> int:
        """The current version."""
        return max(self.tables)

    def make(self, connection: sqlite3.Connection) -> None:
        """Make an empty database what it is to be; its header first, outside of any WAL."""
        connection.execute(f"PRAGMA application_id={self.application_id}")
        connection.execute(f"PRAGMA user_version={self.version}")
        connection.execute("BEGIN")
        for table in self.tables[self.version]:
            connection.execute(table)
        connection.execute("COMMIT")

    def version_of(self, connection: sqlite3.Connection) -> int:
        """Version of a database, whose tables are exactly those of that version.

        Raises
        ------
        WalkFileError
            When it is another program's, of a newer version, or holds anything else.
        """
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if application_id != self.application_id:
            raise WalkFileError(RecordFault.NOT_A_WALK_FILE)
        if version > self.version:
            raise WalkFileError(RecordFault.NEWER_VERSION, version=version)
        if version not in self.tables:
            raise WalkFileError(RecordFault.NOT_A_WALK_FILE, version=version)
        found = connection.execute(
            "SELECT sql FROM sqlite_master WHERE type<>'index' OR sql IS NOT NULL"  # of UNIQUE
        ).fetchall()
        if sorted(str(sql) for (sql,) in found) != sorted(self.tables[version]):
            raise WalkFileError(RecordFault.NOT_A_WALK_FILE, cause="unknown tables")
        return version

    def migrate(self, connection: sqlite3.Connection, version: int) -> None:
        """Bring a database of that version to the current one, or leave it exactly as it is.

        Raises
        ------
        Error of the connection
            When the disk does not take it.
        """
        for old in range(version, self.version):
            connection.execute("BEGIN IMMEDIATE")
            try:
                for statement in self.steps[old]:
                    connection.execute(statement)
                connection.execute(_RECORD, (old, old + 1))
                connection.execute(f"PRAGMA user_version={old + 1}")
                connection.execute("COMMIT")
            except BaseException:
                engine.roll_back(connection)
                raise

    def copy(
        self, source: sqlite3.Connection, target: sqlite3.Connection, change: RowChange
    ) -> None:
        """Copy every row of one current database into the empty tables of another.

        Raises
        ------
        Error of either connection
            When a row cannot be read or written.
        """
        target.execute("BEGIN")
        for statement in self.tables[self.version]:
            table = statement.removeprefix("CREATE TABLE ").partition("(")[0]
            columns = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
            marks = ", ".join("?" * len(columns))
            for values in source.execute(f"SELECT {', '.join(columns)} FROM {table}"):
                row = change(table, dict(zip(columns, values, strict=True)))
                if row is not None:
                    target.execute(f"INSERT INTO {table} VALUES({marks})", tuple(row.values()))
        target.execute("COMMIT")
