"""What comes to a walk later stands beside what was there, never over it."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coach.care.limits import Limit
from coach.gait.events import WhyNot
from coach.gait.pipeline import GaitSettings
from coach.records import keys
from coach.records.amend import add_analysis, add_note
from coach.records.errors import KeepingError, RecordFault
from coach.records.marks import Note, NoteTag
from coach.records.store import AnalysisSettings, WalkRecorder
from coach.records.tables import LIVE
from coach.records.walk_file import WalkFile
from tests.coach.records.conftest import DECISION, LIMIT, STARTED_AT, STRIDES, NewRecorder, header
from tests.coach.records.make_walk_file import FOLDER
from tests.coach.walks import INFO, still

_OTHER = AnalysisSettings(
    replace(GaitSettings.of(INFO), leg_length_m=0.9), Limit(extension_deg=15.0)
)
_AGAIN = tuple(replace(stride, cadence_spm=99.0) for stride in STRIDES)
_DECIDED = replace(DECISION, limit=Limit(extension_deg=15.0))


def _analyze_again(path: Path) -> int:
    return add_analysis(path, _OTHER, _AGAIN, (_DECIDED,), program="hipcoach 9", made_at=STARTED_AT)


def test_another_analysis_stands_beside_the_first(kept: Path) -> None:
    analysis_id = _analyze_again(kept)
    with WalkFile.open(kept) as walk:
        assert walk.strides(analysis_id) == _AGAIN
        assert walk.decisions(analysis_id) == (_DECIDED,)
        assert walk.strides() == STRIDES
        assert walk.decisions() == (DECISION,)


def test_every_analysis_says_by_what_and_by_whom_it_was_made(kept: Path) -> None:
    analysis_id = _analyze_again(kept)
    with WalkFile.open(kept) as walk:
        live, other = walk.analyses()
    assert (live.id, live.program, live.settings.limit) == (LIVE, "hipcoach test", LIMIT)
    assert (other.id, other.program, other.settings) == (analysis_id, "hipcoach 9", _OTHER)


def test_a_limit_the_file_knows_is_not_kept_twice(kept: Path) -> None:
    _analyze_again(kept)
    _analyze_again(kept)
    with WalkFile.open(kept) as walk:
        assert len(walk.limit_ids()) == 2


def test_a_remark_is_added(kept: Path) -> None:
    add_note(kept, 1.0, "limped")
    with WalkFile.open(kept) as walk:
        assert (1.0, "limped", None, None) in walk.notes()


def test_a_tagged_remark_on_a_stretch_is_added(kept: Path) -> None:
    add_note(kept, 0.5, "limped", 1.25, NoteTag.GAIT)
    with WalkFile.open(kept) as walk:
        assert walk.notes()[-1] == Note(0.5, "limped", 1.25, NoteTag.GAIT)


def test_what_a_further_analysis_assumed_comes_back(kept: Path) -> None:
    assumed = _OTHER._replace(neutral_shift_deg=-1.5, judged_too=(WhyNot.TURN,))
    add_analysis(kept, assumed, STRIDES, (), program="hipcoach 9", made_at=STARTED_AT)
    with WalkFile.open(kept) as walk:
        assert walk.analyses()[-1].settings == assumed


def test_a_walk_of_an_earlier_version_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    old = FOLDER / "walk-version-1.sqlite"
    path = Path(shutil.copyfile(old, tmp_path / "walk.hipwalk"))
    add_note(path, None, "later")
    copy = tmp_path / "backups" / "walk-version-1.hipwalk"
    assert copy.read_bytes() == old.read_bytes()
    with WalkFile.open(path) as walk:
        assert walk.strides() == STRIDES
        assert walk.notes()[-1].text == "later"


def test_a_walk_that_is_being_recorded_is_not_touched(
    path: Path, new_recorder: NewRecorder
) -> None:
    new_recorder()
    with pytest.raises(Exception, match="in_use"):
        add_note(path, None, "now")


def test_a_walk_that_was_cut_off_is_not_changed_before_it_is_recovered(
    path: Path, tmp_path: Path, new_recorder: NewRecorder
) -> None:
    recorder = new_recorder()
    recorder.keep(still(0.0, 100), (), ())
    while recorder.state.waiting_s:
        pass
    cut_off = tmp_path / "cut.hipwalk"
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{path}{suffix}", f"{cut_off}{suffix}")
    with pytest.raises(KeepingError) as caught:
        add_note(cut_off, None, "now")
    assert caught.value.fault is RecordFault.IN_USE


def test_a_protected_walk_stays_protected(path: Path) -> None:
    recorder = WalkRecorder(path, header(), key=keys.shared_file_key("spoken on the phone"))
    recorder.close(STARTED_AT)
    keys.ask_with(lambda: "spoken on the phone")
    add_note(path, None, "secret remark")
    assert b"secret remark" not in path.read_bytes()
    with WalkFile.open(path) as walk:
        assert walk.notes()[0].text == "secret remark"


def test_a_change_that_was_cut_off_half_written_is_no_change(kept: Path, tmp_path: Path) -> None:
    """As after a pulled plug: some pages are new, and how they were stands in the journal."""
    cut_off = tmp_path / "cut-off.hipwalk"
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE stride SET start_s=start_s+100")
        connection.executemany("INSERT INTO note(text) VALUES(?)", [("x" * 1000,)] * 50)
        for end in ("", "-journal"):
            shutil.copy(f"{kept}{end}", f"{cut_off}{end}")
        connection.execute("ROLLBACK")
    with WalkFile.open(cut_off) as walk:
        assert walk.strides() == STRIDES
    add_note(cut_off, 1.0, "limped")
    with WalkFile.open(cut_off) as walk:
        assert walk.strides() == STRIDES
        assert [note.text for note in walk.notes()][1:] == ["limped"]
