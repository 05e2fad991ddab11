"""A recording becomes a walk of one's own; a walk that was cut off can be changed."""

from pathlib import Path

import pytest

from coach.records.errors import KeepingError, RecordFault
from coach.records.schema import WalkState
from coach.replay.keeping import keep_as_walk, made_changeable
from coach.replay.opened import OpenedWalk, open_walk
from sensors.errors import RecordingError
from tests.coach.walks import walked, write_csv


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_recording_is_kept_with_its_strides(tmp_path: Path) -> None:
    recording = open_walk(write_csv(tmp_path / "walk.csv.gz", walked(20.0)))
    kept = open_walk(keep_as_walk(recording, tmp_path / "mine"))
    assert kept.path.name == "mine.hipwalk"
    assert kept.is_kept
    assert len(kept.strides) > 10
    assert kept.gait.leg_length_m == recording.gait.leg_length_m


def test_a_walk_is_not_kept_over_another(tmp_path: Path, opened: OpenedWalk) -> None:
    recording = open_walk(write_csv(tmp_path / "walk.csv.gz", walked(5.0)))
    with pytest.raises(KeepingError) as caught:
        keep_as_walk(recording, opened.path)
    assert caught.value.fault is RecordFault.EXISTS


def test_half_a_walk_is_none(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "walk.csv.gz", walked(60.0))
    recording = open_walk(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(RecordingError):
        keep_as_walk(recording, tmp_path / "mine.hipwalk")
    assert not (tmp_path / "mine.hipwalk").exists()


def test_a_walk_that_ended_is_left_as_it_is(opened: OpenedWalk) -> None:
    before = opened.path.read_bytes()
    made_changeable(opened)
    assert opened.state is WalkState.ENDED
    assert opened.path.read_bytes() == before
