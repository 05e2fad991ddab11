import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coach.records.errors import RecordFault, WalkFileError
from coach.records.keys import sidecar_of
from coach.records.migrations import MIGRATION_TABLE, Schema
from coach.records.schema import WalkState
from coach.records.tables import WALK
from coach.records.walk_file import WalkFile
from tests.coach.records.conftest import DECISION, LIMIT, STRIDES
from tests.coach.records.make_walk_file import FOLDER, write
from tests.coach.walks import still

_OLD = [version for version in WALK.tables if version < WALK.version]
_NOTES_1 = "CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT)"
_NOTES_2 = "CREATE TABLE remark(id INTEGER PRIMARY KEY, text TEXT)"
_SCHEMA = Schema(
    application_id=77,
    tables={1: (_NOTES_1, MIGRATION_TABLE), 2: (_NOTES_2, MIGRATION_TABLE)},
    steps={1: (_NOTES_2, "INSERT INTO remark SELECT * FROM note", "DROP TABLE note")},
)


@pytest.fixture(params=_OLD)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(
        shutil.copyfile(FOLDER / f"walk-version-{request.param}.sqlite", tmp_path / "old.hipwalk")
    )


def _database(path: Path, schema: Schema, version: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    earlier = {number: tables for number, tables in schema.tables.items() if number <= version}
    replace(schema, tables=earlier).make(connection)
    return connection


def test_a_walk_of_every_earlier_version_reads_as_it_was_kept(old: Path) -> None:
    with WalkFile.open(old) as walk:
        assert walk.state is WalkState.ENDED
        assert walk.program == "hipcoach test"
        assert walk.strides() == STRIDES
        assert walk.decisions() == (DECISION,)
        assert walk.analyses()[0].settings.gait.rate_hz == 100.0
        assert [change.limit for change in walk.limit_changes()] == [LIMIT, None]
        assert walk.pain_marks() == ((1.25, None, None),)
        assert walk.notes() == ((None, "a note", None, None),)
        t_s = [t for block in walk.blocks() for t in block.t_s]
    assert t_s == [*still(0.0, 150).t_s, *still(2.0, 150).t_s]


def test_a_protected_walk_of_an_earlier_version_has_other_pages_and_is_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    old = FOLDER / "walk-version-2-protected.sqlite"
    path = Path(shutil.copyfile(old, tmp_path / "old.hipwalk"))
    sidecar_of(path).touch()  # the key is told below
    with WalkFile.open(path, bytes(range(32))) as walk:
        assert walk.strides() == STRIDES
        t_s = [t for block in walk.blocks() for t in block.t_s]
    assert t_s == [*still(0.0, 150).t_s, *still(2.0, 150).t_s]
    assert capfd.readouterr() == ("", "")


def test_reading_a_walk_of_an_earlier_version_leaves_it_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    with WalkFile.open(old) as walk:
        walk.strides()
    assert old.read_bytes() == before


def test_a_migrated_walk_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        WALK.migrate(connection, WALK.version_of(connection))
        assert WALK.version_of(connection) == WALK.version


def test_a_walk_of_the_current_version_is_written_by_the_same_script(tmp_path: Path) -> None:
    with WalkFile.open(write(tmp_path / "new.hipwalk")) as walk:
        assert walk.strides() == STRIDES


def test_a_migration_leaves_its_record(tmp_path: Path) -> None:
    with closing(_database(tmp_path / "a.db", _SCHEMA, 1)) as connection:
        connection.execute("INSERT INTO note(text) VALUES('kept')")
        _SCHEMA.migrate(connection, 1)
        assert connection.execute("SELECT text FROM remark").fetchall() == [("kept",)]
        records = connection.execute("SELECT from_version, to_version FROM migration").fetchall()
    assert records == [(1, 2)]


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    broken = replace(_SCHEMA, steps={1: (*_SCHEMA.steps[1], "INSERT INTO nowhere VALUES(1)")})
    with closing(_database(tmp_path / "a.db", _SCHEMA, 1)) as connection:
        connection.execute("INSERT INTO note(text) VALUES('kept')")
        with pytest.raises(sqlite3.OperationalError):
            broken.migrate(connection, 1)
        assert _SCHEMA.version_of(connection) == 1
        assert connection.execute("SELECT text FROM note").fetchall() == [("kept",)]


def test_a_newer_database_is_told(tmp_path: Path) -> None:
    older = replace(_SCHEMA, tables={1: _SCHEMA.tables[1]})
    with (
        closing(_database(tmp_path / "a.db", _SCHEMA, 2)) as connection,
        pytest.raises(WalkFileError) as caught,
    ):
        older.version_of(connection)
    assert caught.value.fault is RecordFault.NEWER_VERSION
