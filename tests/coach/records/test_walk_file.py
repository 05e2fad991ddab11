import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.care.limits import Limit
from coach.records.errors import RecordError, RecordFault, WalkFileError
from coach.records.schema import WalkState
from coach.records.store import GapReason
from coach.records.tables import STRIDE_COLUMNS, WALK
from coach.records.walk_file import LimitChange, WalkFile
from sensors.samples import StreamKind
from tests.coach.records.conftest import (
    DECISION,
    LIMIT,
    STARTED_AT,
    STRIDES,
    Child,
    NewRecorder,
)
from tests.coach.walks import INFO, still


def _fault_of(path: Path) -> RecordFault:
    with pytest.raises(WalkFileError) as caught:
        _read_all(path)
    return caught.value.fault


def _read_all(path: Path) -> list[float]:
    """Read whatever there is, and return the times of all samples."""
    with WalkFile.open(path) as walk:
        t_s = [t for block in walk.blocks() for t in block.t_s.tolist()]
        walk.strides()
        walk.decisions()
        walk.limit_changes()
        walk.pain_marks()
        walk.gaps()
        walk.notes()
        walk.analyses()
        walk.calibrations()
        walk.clock_readings()
        list(walk.heard())
    return t_s


def _spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_it_tells_of_the_stream_and_the_walk(kept: Path) -> None:
    with WalkFile.open(kept) as walk:
        assert (walk.info.rate_hz, walk.info.name, walk.info.duration_s) == (100.0, "walk", 3.49)
        assert walk.started_at == STARTED_AT.isoformat()
        assert walk.state is WalkState.ENDED
        assert walk.gait.rate_hz == INFO.rate_hz


def test_a_simulated_walk_stays_marked_as_simulated(kept: Path) -> None:
    with WalkFile.open(kept) as walk:
        assert walk.info.kind is StreamKind.SIMULATION


def test_strides_decisions_and_marks_come_back(kept: Path) -> None:
    with WalkFile.open(kept) as walk:
        assert walk.strides() == STRIDES
        assert walk.decisions() == (DECISION,)
        assert walk.limit_changes() == (LimitChange(0.0, LIMIT), LimitChange(2.5, None))
        assert walk.pain_marks() == ((1.25, None, None),)
        assert walk.gaps() == ((1.49, 2.0, GapReason.LINK),)
        assert walk.notes() == ((None, "a ä", None, None),)


def test_every_field_of_a_stride_has_its_column() -> None:
    (table,) = (sql for sql in WALK.tables[WALK.version] if "TABLE stride(" in sql)
    columns = [part.split()[0] for part in table.partition("(")[2].split(", ")]
    assert tuple(columns) == ("id", "analysis_id", *STRIDE_COLUMNS)


async def test_as_a_source_it_yields_all_samples(kept: Path) -> None:
    with WalkFile.open(kept) as walk:
        t_s = [t for block in [block async for block in walk] for t in block.t_s]
    assert t_s == [*still(0.0, 150).t_s, *still(2.0, 150).t_s]


def test_blocks_hold_at_least_so_many_samples(kept: Path) -> None:
    with WalkFile.open(kept) as walk:
        sizes = [len(block.t_s) for block in walk.blocks(n_samples=140)]
    assert all(size >= 140 for size in sizes[:-1])
    assert sum(sizes) == 300


def test_reading_changes_nothing(kept: Path) -> None:
    before = kept.read_bytes()
    with WalkFile.open(kept) as walk:
        list(walk.blocks())
    assert kept.read_bytes() == before
    assert [file.name for file in kept.parent.iterdir()] == ["walk.hipwalk"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert _fault_of(tmp_path / "no.hipwalk") is RecordFault.FILE_MISSING


def test_a_folder_is_no_walk(tmp_path: Path) -> None:
    assert _fault_of(tmp_path) is RecordFault.FILE_UNREADABLE


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"t_s,acc_x\n" * 100])
def test_other_files_are_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert _fault_of(path) is RecordFault.NOT_A_WALK_FILE


def test_another_program_s_database_is_refused(path: Path) -> None:
    _spoil(path, "CREATE TABLE meta(key, value)")
    assert _fault_of(path) is RecordFault.NOT_A_WALK_FILE


def test_a_newer_version_is_told(kept: Path) -> None:
    _spoil(kept, "PRAGMA user_version=99")
    assert _fault_of(kept) is RecordFault.NEWER_VERSION


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TABLE extra(x)",
        "CREATE TRIGGER extra AFTER INSERT ON note BEGIN DELETE FROM chunk; END",
        "DROP TABLE pain",
        "ALTER TABLE note ADD COLUMN extra",
    ],
    ids=["view", "table", "trigger", "table gone", "column"],
)
def test_only_the_known_tables_are_accepted(kept: Path, statement: str) -> None:
    _spoil(kept, statement)
    assert _fault_of(kept) is RecordFault.NOT_A_WALK_FILE


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chunk SET crc32=crc32+1",
        "UPDATE chunk SET n=NULL",
        "UPDATE chunk SET n=1000000000",
        "UPDATE chunk SET blob='text'",
        "UPDATE chunk SET blob=zeroblob(3000000)",
        "UPDATE chunk SET start_s=9e999",
        "UPDATE stride SET start_s='soon'",
        "UPDATE stride SET why_not='because'",
        "UPDATE stride SET peak_thigh_extension_deg=-9e999",
        "UPDATE decision SET limit_id=77",
        "UPDATE person_limit SET json='{'",
        "UPDATE meta SET value='maybe' WHERE key='state'",
        "UPDATE analysis SET program=CAST(x'ff' AS TEXT)",
        "UPDATE meta SET value=replace(value, '100.0', '1e300') WHERE key='info'",
        "UPDATE analysis SET settings='{}'",
        "DELETE FROM analysis",
        "UPDATE notification SET crc32=crc32+1",
        "UPDATE notification SET n=n+1",
        "UPDATE calibration SET neutral_sd_deg='much'",
        "UPDATE clock SET monotonic_s=9e999",
        "INSERT INTO chunk SELECT NULL, start_s, end_s, n, crc32, blob FROM chunk",
    ],
)
def test_impossible_values_are_refused(kept: Path, statement: str) -> None:
    _spoil(kept, statement)
    assert _fault_of(kept) is RecordFault.DAMAGED


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_bytes_changed_anywhere_are_refused_or_harmless(kept: Path, data: st.DataObject) -> None:
    whole, content = _read_all(kept), bytearray(kept.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    mutated = kept.with_name("mutated.hipwalk")
    mutated.write_bytes(content)
    with suppress(RecordError):  # and nothing else
        assert set(_read_all(mutated)) <= set(whole)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_file_cut_short_is_refused(kept: Path, share: float) -> None:
    content = kept.read_bytes()
    kept.write_bytes(content[: int(share * len(content))])
    assert _fault_of(kept) in {RecordFault.DAMAGED, RecordFault.NOT_A_WALK_FILE}


def test_a_walk_this_process_records_is_told_in_use(path: Path, new_recorder: NewRecorder) -> None:
    recorder = new_recorder()
    assert _fault_of(path) is RecordFault.IN_USE
    recorder.keep(still(0.0, 100), (), ())
    assert recorder.close(STARTED_AT) == path  # the attempt did not take its lock away


def test_a_walk_another_process_records_is_told_in_use(path: Path, child: Child) -> None:
    assert _fault_of(path) is RecordFault.IN_USE
    child.wait_until(child.handed_in_s + 1.0)  # it records on


def test_a_limit_of_metres_comes_back(path: Path, new_recorder: NewRecorder) -> None:
    limit = Limit(stride_length_m=1.2)
    new_recorder(limit).close(STARTED_AT)
    with WalkFile.open(path) as walk:
        assert walk.limit_changes() == (LimitChange(0.0, limit),)


@pytest.mark.parametrize("t_s", [-1.0, 0.0, 1.2, 1.6, 3.4])
def test_reading_begins_at_the_second_of_that_time(kept: Path, t_s: float) -> None:
    with WalkFile.open(kept) as walk:
        all_s = [block.t_s.tolist() for block in walk.blocks(1)]
        from_s = [block.t_s.tolist() for block in walk.blocks_from(t_s)]
    assert from_s == [seconds for seconds in all_s if seconds[-1] >= t_s]
    assert from_s


def test_after_the_end_there_is_nothing(kept: Path) -> None:
    with WalkFile.open(kept) as walk:
        assert list(walk.blocks_from(3.5)) == []


def test_in_an_empty_walk_there_is_nothing(path: Path, new_recorder: NewRecorder) -> None:
    new_recorder().close(STARTED_AT)
    with WalkFile.open(path) as walk:
        assert list(walk.blocks_from(0.0)) == []
