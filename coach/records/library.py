"""The library: who walks here, with which limits, and what there is of walks, pain and exercise.

A lost library loses no walk: each is whole in its own file, and `index_folder` lists them anew.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from coach.records import engine, trail
from coach.records.entries import (
    IndexedWalk,
    LegProfile,
    LimitEntry,
    Person,
    Photo,
    WalkEntry,
)
from coach.records.errors import LibraryError, RecordError, RecordFault
from coach.records.folders import library_path
from coach.records.journal import PATIENT, Noted, kind_of
from coach.records.library_file import library_faults, made, new_library_key, opened
from coach.records.places import make_folder
from coach.records.walk_entry import entry_of
from sensors.samples import Side

_Kind = TypeVar("_Kind")
_JPEG = b"\xff\xd8\xff"
_Value = str | int | bytes | None
MAX_PHOTO_BYTES = 2_000_000
"""A photo is made smaller before it is kept; a larger one cannot be of ours."""


def own_setting(person: Person, name: str) -> str:
    """The key of a setting that is about one person, and goes with them."""
    return f"person.{person.id}.{name}"


class Library:
    """The open library; a context manager. Every change is on the disk when a method returns.

    Several processes may have it open: each change is one short transaction, and one that has to
    wait for too long says who holds it.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self.path = connection, path
        status = path.stat()
        self._identity = (status.st_dev, status.st_ino)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """The library of this computer, made where there is none and migrated where it is old.

        It is protected once there is a vault, unless plain was chosen.

        Raises
        ------
        ProtectionError
            When it cannot be unlocked.
        LibraryError
            When it is damaged, of a newer version, or in use.
        KeepingError
            When the folder cannot be written.
        """
        path = path or library_path()
        make_folder(path.parent)
        with library_faults(path):
            if path.exists() and path.stat().st_size:
                connection = opened(path)
            else:
                connection = made(path, new_library_key())
        return cls(connection, path)

    def people(self) -> tuple[Person, ...]:
        """Everybody who walks here."""
        rows = self._rows("SELECT id, name, pseudonym FROM person ORDER BY id")
        return tuple(msgspec.convert(row, Person) for row in rows)

    def add_person(self, name: str) -> Person:
        """Somebody new, or who was there under that name."""
        known = next((person for person in self.people() if person.name == name), None)
        if known is not None:
            return known
        pseudonym = f"P-{token_hex(3)}"
        person_id = self._insert(
            "INSERT INTO person(name, pseudonym, added_at) VALUES(?, ?, ?)",
            (name, pseudonym, datetime.now(UTC).isoformat()),
        )
        return Person(person_id, name, pseudonym)

    def profile(self, person: Person, side: Side) -> LegProfile | None:
        """What is known of that leg; None before anything is."""
        rows = self._rows(
            "SELECT json FROM profile WHERE person_id=? AND side=?", (person.id, side)
        )
        return _decoded(rows[0][0], LegProfile) if rows else None

    def save_profile(self, person: Person, side: Side, profile: LegProfile) -> None:
        """Keep what is known of that leg, in the place of what was."""
        self._insert(
            "INSERT INTO profile(person_id, side, json) VALUES(?, ?, ?) "
            "ON CONFLICT(person_id, side) DO UPDATE SET json=excluded.json",
            (person.id, side, _text(profile)),
        )

    def set_limit(
        self, person: Person, side: Side, entry: LimitEntry, *, signer: trail.Signer | None = None
    ) -> None:
        """Add a limit to the history of that leg and to the trail; none is ever overwritten."""
        if self.profile(person, side) is None:
            self.save_profile(person, side, LegProfile())
        at, text, by = entry.set_at.isoformat(), _text(entry.limit), entry.set_by
        with library_faults(self.path), self._transaction() as connection:
            row_id = connection.execute(
                "INSERT INTO limit_set(profile_id, set_at, set_by, reason, json) SELECT id, ?, ?, "
                "?, ? FROM profile WHERE person_id=? AND side=?",
                (at, by, entry.reason, text, person.id, side),
            ).lastrowid
            trail.append(connection, person.id, trail.LIMITS, row_id or 0, at, by, signer)

    def limits(self, person: Person, side: Side) -> tuple[LimitEntry, ...]:
        """Every limit that leg ever had, the one in force last."""
        rows = self._rows(
            "SELECT set_at, set_by, reason, limit_set.json AS json FROM limit_set JOIN profile "
            "ON profile.id=profile_id WHERE person_id=? AND side=? ORDER BY limit_set.id",
            (person.id, side),
        )
        return tuple(
            msgspec.convert((at, by, why, _json(limit)), LimitEntry) for at, by, why, limit in rows
        )

    def keep(
        self,
        person: Person,
        entry: object,
        *,
        side: Side | None = None,
        by: str = PATIENT,
        at: datetime | None = None,
        signer: trail.Signer | None = None,
    ) -> None:
        """Add an entry to the journal of a person; none is ever overwritten.

        What a physio set goes onto the trail as well.
        """
        moment, kind = (at or datetime.now().astimezone()).isoformat(), kind_of(type(entry))
        with library_faults(self.path), self._transaction() as connection:
            row_id = connection.execute(
                "INSERT INTO journal(person_id, kind, at, side, noted_by, json) "
                "VALUES(?, ?, ?, ?, ?, ?)",
                (person.id, kind, moment, side, by, _text(entry)),
            ).lastrowid
            if kind in trail.GUARDED_KINDS:
                trail.append(connection, person.id, trail.JOURNAL, row_id or 0, moment, by, signer)

    def check_trail(
        self, person: Person, keys_by_name: dict[str, frozenset[bytes]]
    ) -> trail.Checked:
        """Whether what was set for this person is as it was when it was set, see `trail`."""
        with library_faults(self.path):
            self._follow()
            return trail.check(self._connection, person.id, keys_by_name)

    def entries(self, person: Person, kind: type[_Kind]) -> tuple[Noted[_Kind], ...]:
        """Every entry of a kind, in the order they were made."""
        rows = self._rows(
            "SELECT json, at, side, noted_by FROM journal WHERE person_id=? AND kind=? ORDER BY id",
            (person.id, kind_of(kind)),
        )
        return tuple(
            Noted(
                _decoded(text, kind),
                datetime.fromisoformat(str(at)),
                None if side is None else Side(str(side)),
                str(by),
            )
            for text, at, side, by in rows
        )

    def newest(
        self, person: Person, kind: type[_Kind], side: Side | None = None
    ) -> Noted[_Kind] | None:
        """The entry of a kind that counts, of one leg if that is named; None before any."""
        found = self.entries(person, kind)
        return next(
            (noted for noted in reversed(found) if side is None or noted.side is side), None
        )

    def save_photo(self, person: Person, side: Side, jpeg: bytes) -> None:
        """Keep where the sensor sits on that leg, in the place of the picture before.

        Raises
        ------
        LibraryError
            When it is no JPEG or too large.
        """
        if not jpeg.startswith(_JPEG) or len(jpeg) > MAX_PHOTO_BYTES:
            raise LibraryError(RecordFault.NOT_A_PICTURE)
        self._insert(
            "INSERT OR REPLACE INTO photo(person_id, side, taken_in_at, jpeg) VALUES(?, ?, ?, ?)",
            (person.id, side, datetime.now().astimezone().isoformat(), jpeg),
        )

    def photo(self, person: Person, side: Side) -> Photo | None:
        """The picture of where the sensor sits on that leg; None where none was kept."""
        rows = self._rows(
            "SELECT taken_in_at, jpeg FROM photo WHERE person_id=? AND side=?", (person.id, side)
        )
        for at, jpeg in rows:
            assert isinstance(jpeg, bytes)
            return Photo(datetime.fromisoformat(str(at)), jpeg)
        return None

    def forget_photo(self, person: Person, side: Side) -> None:
        """Take that picture out for good."""
        self._insert("DELETE FROM photo WHERE person_id=? AND side=?", (person.id, side))

    def setting(self, key: str, kind: type[_Kind]) -> _Kind | None:
        """A setting; None where it was never set."""
        rows = self._rows("SELECT json FROM setting WHERE key=?", (key,))
        return _decoded(rows[0][0], kind) if rows else None

    def save_setting(self, key: str, value: object) -> None:
        """Keep a setting."""
        self._insert("INSERT OR REPLACE INTO setting VALUES(?, ?)", (key, _text(value)))

    def change_setting(
        self, key: str, kind: type[_Kind], change: Callable[[_Kind | None], _Kind]
    ) -> _Kind:
        """Put what `change` makes of a setting in its place; no other process comes in between."""
        with library_faults(self.path), self._transaction() as connection:
            row = connection.execute("SELECT json FROM setting WHERE key=?", (key,)).fetchone()
            changed = change(_decoded(row[0], kind) if row else None)
            connection.execute("INSERT OR REPLACE INTO setting VALUES(?, ?)", (key, _text(changed)))
        return changed

    def walks(self) -> tuple[IndexedWalk, ...]:
        """The list of walks, in the order of their files' names."""
        rows = self._rows("SELECT path, person_id, json FROM walk ORDER BY path")
        return tuple(
            IndexedWalk(Path(str(path)), _number(person_id), _decoded(text, WalkEntry))
            for path, person_id, text in rows
        )

    def index_walk(self, path: Path, person: Person | None = None) -> WalkEntry:
        """Put a walk into the list, or what is known of it up to date.

        Raises
        ------
        RecordError
            When the walk cannot be read.
        """
        entry = entry_of(path)
        self._insert(
            "INSERT INTO walk(path, person_id, json) VALUES(?, ?, ?) ON CONFLICT(path) "
            "DO UPDATE SET json=excluded.json, person_id=coalesce(excluded.person_id, person_id)",
            (str(path), person.id if person else None, _text(entry)),
        )
        return entry

    def index_folder(
        self, folder: Path, progress: Callable[[int, int], None] = lambda _, __: None
    ) -> dict[Path, RecordError]:
        """Bring the list up to date with a folder of walks; return those that cannot be read.

        `progress` is told how many are done of how many.
        """
        found = set(folder.glob("*.hipwalk"))
        known = {walk.path for walk in self.walks()}
        for path in known:
            if path.parent == folder and path not in found:
                self.forget_walk(path)
        failed: dict[Path, RecordError] = {}
        new = sorted(found - known)
        for n_done, path in enumerate(new):
            progress(n_done, len(new))
            try:
                self.index_walk(path)
            except RecordError as error:
                failed[path] = error
        progress(len(new), len(new))
        return failed

    def forget_walk(self, path: Path) -> None:
        """Take a walk off the list."""
        self._insert("DELETE FROM walk WHERE path=?", (str(path),))

    def forget_person(self, person: Person) -> None:
        """Take all of a person out of the library, for good."""
        profiles = "SELECT id FROM profile WHERE person_id=?"
        with library_faults(self.path), self._transaction() as connection:
            execute = connection.execute
            execute(f"DELETE FROM limit_set WHERE profile_id IN ({profiles})", (person.id,))
            for table in ("profile", "walk", "journal", "photo"):
                execute(f"DELETE FROM {table} WHERE person_id=?", (person.id,))
            execute("DELETE FROM setting WHERE key GLOB ?", (f"{own_setting(person, '')}*",))
            execute("DELETE FROM person WHERE id=?", (person.id,))
        with library_faults(self.path):
            self._connection.execute("VACUUM")

    def close(self) -> None:
        """Let go of it; safe to call twice."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _rows(self, sql: str, values: tuple[_Value, ...] = ()) -> list[tuple[_Value, ...]]:
        with library_faults(self.path):
            self._follow()
            return self._connection.execute(sql, values).fetchall()

    def _insert(self, sql: str, values: tuple[_Value, ...]) -> int:
        with library_faults(self.path), self._transaction() as connection:
            return connection.execute(sql, values).lastrowid or 0

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        if self._follow():  # put in its place while we waited for the lock
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            engine.roll_back(self._connection)
            raise

    def _follow(self) -> bool:
        """Open the file anew where another process put a protected one in its place."""
        status = self.path.stat()
        identity = (status.st_dev, status.st_ino)
        if identity == self._identity:
            return False
        self._connection.close()
        self._connection, self._identity = opened(self.path), identity
        return True


def _number(value: _Value) -> int | None:
    return None if value is None else int(value)


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _json(text: _Value) -> object:
    return msgspec.json.decode(str(text))


def _decoded(text: _Value, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.json.decode(str(text), type=kind)
    except msgspec.DecodeError as error:
        raise LibraryError(RecordFault.LIBRARY_DAMAGED, cause=str(error)) from error
