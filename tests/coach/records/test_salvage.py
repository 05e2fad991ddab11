"""Of a damaged walk the sound rows are saved, and whoever reads the new one can read all of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coach.records.errors import KeepingError, RecordFault
from coach.records.salvage import salvage
from coach.records.walk_file import WalkFile
from tests.coach.records.make_walk_file import write


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    path = write(tmp_path / "walk.hipwalk")
    _change(path, "INSERT INTO clock VALUES(1, 1.0, 5.0, '2026-11-29T09:00:00+02:00')")
    return path


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _counts(path: Path) -> dict[str, int]:
    """How many of each thing there are in a walk; all of it is read."""
    with WalkFile.open(path) as walk:
        return {
            "chunk": sum(1 for _ in walk.blocks(1)),
            "stride": len(walk.strides()),
            "decision": len(walk.decisions()),
            "limit_change": len(walk.limit_changes()),
            "pain": len(walk.pain_marks()),
            "gap": len(walk.gaps()),
            "note": len(walk.notes()),
            "clock": len(walk.clock_readings()),
        }


def _saved(walk: Path, *spoilt: str) -> dict[str, int]:
    _change(walk, *spoilt)
    target = walk.with_name("saved.hipwalk")
    salvage(walk, target, lambda _: None)
    return _counts(target)


def test_of_a_sound_walk_all_is_saved(walk: Path) -> None:
    whole = _counts(walk)
    assert all(whole.values())
    assert _saved(walk) == whole


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ("chunk", "n=NULL"),
        ("stride", "cadence_spm='many'"),
        ("decision", "is_over=7"),
        ("decision", "limit_id=77"),
        ("limit_change", "t_s='then'"),
        ("limit_change", "limit_id=77"),
        ("pain", "level='much'"),
        ("gap", "reason='because'"),
        ("note", "text=NULL"),
        ("clock", "monotonic_s=9e999"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_alone(walk: Path, table: str, value: str) -> None:
    whole = _counts(walk)
    saved = _saved(walk, f"UPDATE {table} SET {value} WHERE id=(SELECT max(id) FROM {table})")
    assert saved == {**whole, table: whole[table] - 1}


def test_with_a_limit_go_the_decisions_that_were_made_by_it(walk: Path) -> None:
    whole = _counts(walk)
    saved = _saved(walk, "UPDATE person_limit SET json='{'")
    assert saved["decision"] == 0
    assert saved["stride"] == whole["stride"]


def test_a_later_analysis_that_cannot_be_read_is_left_out(walk: Path) -> None:
    _saved(
        walk,
        "INSERT INTO analysis SELECT 2, made_at, program, settings FROM analysis",
        "INSERT INTO analysis SELECT 3, made_at, program, '{' FROM analysis WHERE id=1",
    )
    with WalkFile.open(walk.with_name("saved.hipwalk")) as saved:
        assert [analysis.id for analysis in saved.analyses()] == [1, 2]


def test_calibrations_that_cannot_be_read_are_left_out(walk: Path) -> None:
    columns = "id, t_s, is_accepted, neutral_sd_deg, reason"
    _saved(
        walk,
        "DELETE FROM calibration",
        f"INSERT INTO calibration({columns}) VALUES(1, 5.0, 1, 0.3, NULL), (2, 6.0, 1, 'no', NULL)",
    )
    with WalkFile.open(walk.with_name("saved.hipwalk")) as saved:
        assert [each.t_s for each in saved.calibrations()] == [5.0]


def test_a_file_that_is_there_already_is_left_as_it_is(walk: Path) -> None:
    with pytest.raises(KeepingError) as caught:
        salvage(walk, walk, lambda _: None)
    assert caught.value.fault is RecordFault.EXISTS
