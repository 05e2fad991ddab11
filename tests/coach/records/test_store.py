import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from coach.records.errors import KeepingError, RecordFault
from coach.records.recovery import recover
from coach.records.schema import WalkState
from coach.records.store import GapReason, WalkRecorder
from coach.records.walk_file import WalkFile
from tests.coach.records.conftest import DECISION, LIMIT, STARTED_AT, STRIDES, Child, NewRecorder
from tests.coach.records.disks import FullConnection, SlowConnection, put_under
from tests.coach.walks import still

_FILES_OF_A_HELD_WALK = {"walk.hipwalk", "walk.hipwalk-wal", "walk.hipwalk-held"}


def _wait_until(is_so: Callable[[], bool], within_s: float = 10.0) -> None:
    deadline = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


def _n_samples(path: Path) -> int:
    with WalkFile.open(path) as walk:
        return sum(len(block.t_s) for block in walk.blocks())


def test_an_ended_walk_is_one_file_of_its_owner(kept: Path) -> None:
    assert [file.name for file in kept.parent.iterdir()] == ["walk.hipwalk"]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_what_is_being_recorded_is_for_its_owner_only(
    path: Path, new_recorder: NewRecorder
) -> None:
    recorder = new_recorder()
    recorder.keep(still(0.0, 100), (), ())
    _wait_until(lambda: recorder.state.waiting_s == 0)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == dict.fromkeys(_FILES_OF_A_HELD_WALK, 0o600)


def test_state_tells_what_is_on_the_disk(new_recorder: NewRecorder) -> None:
    recorder = new_recorder()
    recorder.keep(still(0.0, 100), (), ())
    _wait_until(lambda: recorder.state.kept_until_s is not None)
    assert recorder.state == (0.99, 0.0, None)


def test_an_existing_file_is_left_as_it_is(path: Path, new_recorder: NewRecorder) -> None:
    path.write_bytes(b"mine")
    with pytest.raises(KeepingError) as caught:
        new_recorder()
    assert (caught.value.fault, path.read_bytes()) == (RecordFault.EXISTS, b"mine")


def test_a_folder_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    from tests.coach.records.conftest import header

    with pytest.raises(KeepingError) as caught:
        WalkRecorder(tmp_path / "nowhere" / "walk.hipwalk", header())
    assert caught.value.fault is RecordFault.FOLDER_NOT_WRITABLE


def test_numbers_of_numpy_are_kept(path: Path, new_recorder: NewRecorder) -> None:
    from dataclasses import replace

    recorder = new_recorder()
    stride = replace(STRIDES[0], is_scored=np.True_, cadence_spm=np.float64(110.0))  # type: ignore[arg-type]
    recorder.keep(None, (stride,), ())
    recorder.close(STARTED_AT)
    with WalkFile.open(path) as walk:
        assert walk.strides() == (STRIDES[0],)


def test_a_limit_is_kept_once_for_all_its_decisions(path: Path, new_recorder: NewRecorder) -> None:
    recorder = new_recorder(LIMIT)
    recorder.keep(None, (), (DECISION, DECISION))
    recorder.close(STARTED_AT)
    with WalkFile.open(path) as walk:
        assert [decision.limit for decision in walk.decisions()] == [LIMIT, LIMIT]
        assert [change.limit for change in walk.limit_changes()] == [LIMIT]


def test_a_slow_disk_holds_up_nobody_and_loses_nothing(
    path: Path, new_recorder: NewRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_under(monkeypatch, SlowConnection)
    recorder = new_recorder()
    start = time.perf_counter()
    for second in range(60):
        recorder.keep(still(float(second), 100), (), ())
    handed_in_s = time.perf_counter() - start
    recorder.close(STARTED_AT)
    monkeypatch.undo()
    assert handed_in_s < 0.3  # less than one commit for all sixty
    assert _n_samples(path) == 6000


def test_a_disk_that_lags_is_told(
    new_recorder: NewRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_under(monkeypatch, SlowConnection)
    recorder = new_recorder(lagging_after_s=5.0)
    recorder.keep(still(0.0, 600), (), ())
    assert recorder.state.fault is RecordFault.LAGGING
    _wait_until(lambda: recorder.state.waiting_s == 0)
    assert recorder.state.fault is None


def test_a_full_disk_is_told_and_tried_again_until_there_is_room(
    path: Path, new_recorder: NewRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_under(monkeypatch, FullConnection)
    recorder = new_recorder()
    monkeypatch.setattr(FullConnection, "max_pages", 1)
    for second in range(200):
        recorder.keep(still(float(second), 100), (), ())
    _wait_until(lambda: recorder.state.fault is RecordFault.DISK_FULL)
    monkeypatch.setattr(FullConnection, "max_pages", 1_000_000)
    _wait_until(lambda: recorder.state.fault is None)
    recorder.close(STARTED_AT)
    monkeypatch.undo()
    assert _n_samples(path) == 20_000


def test_a_disk_that_stays_full_is_told_at_the_end(
    new_recorder: NewRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_under(monkeypatch, FullConnection)
    recorder = new_recorder()
    monkeypatch.setattr(FullConnection, "max_pages", 1)
    for second in range(200):
        recorder.keep(still(float(second), 100), (), ())
    with pytest.raises(KeepingError) as caught:
        recorder.close(STARTED_AT)
    assert caught.value.fault is RecordFault.DISK_FULL
    assert caught.value.details["seconds_missing"] == 200.0


def test_beyond_its_bound_the_record_has_a_marked_gap(
    path: Path, new_recorder: NewRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_under(monkeypatch, FullConnection)
    recorder = new_recorder(max_waiting_s=199.0)
    monkeypatch.setattr(FullConnection, "max_pages", 1)
    for second in range(202):
        recorder.keep(still(float(second), 100), (), ())
    assert recorder.state.fault is RecordFault.MEMORY_FULL
    monkeypatch.setattr(FullConnection, "max_pages", 1_000_000)
    _wait_until(lambda: recorder.state.waiting_s == 0)
    recorder.keep(still(202.0, 100), (), ())
    recorder.close(STARTED_AT)
    monkeypatch.undo()
    with WalkFile.open(path) as walk:
        assert walk.gaps() == ((200.0, 202.0, GapReason.NOT_KEPT),)
    assert _n_samples(path) == 20_100


def test_after_a_kill_at_most_the_last_second_is_missing(path: Path, child: Child) -> None:
    child.wait_until(2.0)
    child.kill()
    with WalkFile.open(path) as walk:
        assert walk.is_unfinished
        last_s = max(float(block.t_s[-1]) for block in walk.blocks())
    assert last_s >= child.kept_until_s
    assert last_s >= child.handed_in_s - 1.0


def test_a_walk_that_was_cut_off_becomes_one_file_again(path: Path, child: Child) -> None:
    child.wait_until(1.5)
    child.kill()
    n_samples = _n_samples(path)
    recover(path)
    assert [file.name for file in path.parent.iterdir()] == ["walk.hipwalk"]
    with WalkFile.open(path) as walk:
        assert walk.state is WalkState.RECOVERED
    assert _n_samples(path) == n_samples > 0


def test_a_walk_that_another_process_records_is_not_recovered(path: Path, child: Child) -> None:
    with pytest.raises(KeepingError) as caught:
        recover(path)
    assert caught.value.fault is RecordFault.IN_USE
    child.wait_until(child.handed_in_s + 1.0)  # it records on
