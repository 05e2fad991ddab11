"""A walk of our own folder is read where it is, and no worse for it than a checked copy."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.records.amend import add_note
from coach.records.errors import RecordError, RecordFault, WalkFileError
from coach.records.folders import DATA_VARIABLE, walks_folder
from coach.records.keys import shared_file_key
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from tests.coach.records.conftest import DECISION, STARTED_AT, STRIDES, NewRecorder, header
from tests.coach.records.make_walk_file import FOLDER
from tests.coach.walks import still

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="always a copy there")

NoCopies = Callable[[], None]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of a walk in our own folder."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    walks_folder().mkdir(parents=True)
    return walks_folder() / "walk.hipwalk"


@pytest.fixture
def no_copies(monkeypatch: pytest.MonkeyPatch) -> NoCopies:
    """From the call on, whoever copies a walk fails."""

    def copied(*_: object) -> bool:
        raise AssertionError("copied")

    return lambda: monkeypatch.setattr("coach.records.walk_file.private_copy", copied)


def test_our_own_is_read_without_a_copy(kept: Path, no_copies: NoCopies) -> None:
    no_copies()
    before = kept.read_bytes()
    with WalkFile.look(kept) as walk:
        assert (walk.strides(), walk.decisions()) == (STRIDES, (DECISION,))
        assert sum(len(block.t_s) for block in walk.blocks()) > 0
    assert kept.read_bytes() == before
    assert [each.name for each in kept.parent.iterdir()] == ["walk.hipwalk"]


def test_our_own_is_read_without_a_copy_while_encrypted(path: Path, no_copies: NoCopies) -> None:
    key = shared_file_key("four spoken words here")
    recorder = WalkRecorder(path, header(), key=key)
    recorder.keep(still(0.0, 350), STRIDES, ())
    recorder.close(STARTED_AT)
    no_copies()
    with WalkFile.look(path, key.key) as walk:
        assert (walk.is_encrypted, walk.strides()) == (True, STRIDES)


def test_one_from_elsewhere_is_copied(kept: Path, tmp_path: Path, no_copies: NoCopies) -> None:
    elsewhere = tmp_path / "walk.hipwalk"
    elsewhere.write_bytes(kept.read_bytes())
    kept.unlink()
    kept.symlink_to(elsewhere)
    no_copies()
    for path in (kept, elsewhere):
        with pytest.raises(AssertionError, match="copied"):
            WalkFile.look(path)


def test_one_of_an_earlier_version_is_brought_up_to_date_in_a_copy(path: Path) -> None:
    old = FOLDER / "walk-version-1.sqlite"
    path.write_bytes(old.read_bytes())
    with WalkFile.look(path) as walk, WalkFile.open(old) as same:
        assert walk.strides() == same.strides()
    assert path.read_bytes() == old.read_bytes()


def test_one_that_is_being_recorded_is_told_in_use(path: Path, new_recorder: NewRecorder) -> None:
    recorder = new_recorder()
    with pytest.raises(WalkFileError) as caught:
        WalkFile.look(path)
    recorder.close(STARTED_AT)
    assert caught.value.fault is RecordFault.IN_USE


def test_a_note_is_kept_while_somebody_reads(kept: Path) -> None:
    with WalkFile.look(kept) as walk:
        blocks = walk.blocks(1)
        next(blocks)
        add_note(kept, 1.0, "limped")
        assert sum(len(block.t_s) for block in blocks) > 0
        assert [note.text for note in walk.notes()][-1] == "limped"


def test_who_reads_while_somebody_writes_for_long_is_told_in_use(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.records.schema._READER_WAITS_S", 0.01)
    with (
        WalkFile.look(kept) as walk,
        closing(sqlite3.connect(kept, isolation_level=None)) as writer,
    ):
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WalkFileError) as caught:
            walk.strides()
        writer.execute("ROLLBACK")
    assert caught.value.fault is RecordFault.IN_USE


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_bytes_changed_anywhere_are_refused_or_harmless(kept: Path, data: st.DataObject) -> None:
    good = kept.read_bytes()
    with WalkFile.look(kept) as walk:
        whole = {t for block in walk.blocks() for t in block.t_s.tolist()}
    changed = bytearray(good)
    at = data.draw(st.integers(0, len(good) - 1))
    changed[at : at + 8] = data.draw(st.binary(min_size=8, max_size=8))
    kept.write_bytes(changed[: len(good)])
    try:
        with WalkFile.look(kept) as walk:
            read = {t for block in walk.blocks() for t in block.t_s.tolist()}
            walk.strides(), walk.decisions(), walk.notes(), walk.analyses()
        assert read <= whole
    except RecordError:
        pass
    finally:
        kept.write_bytes(good)
