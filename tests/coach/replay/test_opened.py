"""What a file says of a walk is there at once, and what it does not say is told."""

from pathlib import Path

import pytest

from coach.records.errors import RecordFault, WalkFileError
from coach.records.schema import WalkState
from coach.replay.opened import OpenedWalk, Unknown, open_walk, samples_of
from sensors.errors import RecordingError, SensorFault
from sensors.imports.told import Told
from sensors.samples import Placement
from tests.coach.replay.walks import LIMIT, LOWER, PAIN_S, empty_walk
from tests.coach.walks import walked, write_csv


def test_a_kept_walk_has_its_strides_and_decisions_at_once(opened: OpenedWalk) -> None:
    assert len(opened.strides) > 100
    assert any(decision.is_over for decision in opened.decisions)


def test_a_kept_walk_has_its_limits_and_pain_marks(opened: OpenedWalk) -> None:
    assert [change.limit for change in opened.limits] == [LIMIT, LOWER]
    assert opened.limit == LOWER
    assert [mark.t_s for mark in opened.pain_marks] == pytest.approx(PAIN_S, abs=1.0)


def test_a_kept_walk_knows_where_it_ends(opened: OpenedWalk) -> None:
    assert opened.end_s is not None
    assert opened.end_s - opened.start_s == pytest.approx(opened.info.duration_s or 0.0)


def test_a_kept_walk_takes_further_marks(opened: OpenedWalk) -> None:
    assert opened.state is WalkState.ENDED
    assert opened.is_kept


def test_a_walk_that_tells_all_has_nothing_unknown(opened: OpenedWalk) -> None:
    assert opened.unknown == ()


def test_a_walk_file_without_samples_opens(tmp_path: Path) -> None:
    opened = open_walk(empty_walk(tmp_path / "walk.hipwalk"))
    assert (opened.start_s, opened.end_s, opened.strides) == (0.0, 0.0, ())


def test_a_recording_is_no_kept_walk(tmp_path: Path) -> None:
    opened = open_walk(write_csv(tmp_path / "walk.csv.gz", walked(4.0)))
    assert not opened.is_kept
    assert opened.end_s is None


def test_a_recording_without_description_says_what_is_unknown(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "walk.csv.gz", walked(4.0))
    (tmp_path / "walk.json").unlink()
    unknown = open_walk(path).unknown
    assert unknown == (Unknown.LEG_LENGTH, Unknown.SIDE, Unknown.PLACEMENT)


def test_what_a_person_tells_is_known(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "walk.csv.gz", walked(4.0))
    (tmp_path / "walk.json").unlink()
    opened = open_walk(path, Told(placement=Placement("+x", "+y")))
    assert opened.unknown == (Unknown.LEG_LENGTH, Unknown.SIDE)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WalkFileError) as caught:
        open_walk(tmp_path / "nothing.hipwalk")
    assert caught.value.fault is RecordFault.FILE_MISSING


def test_an_export_that_lacks_its_placement_is_told(tmp_path: Path) -> None:
    path = tmp_path / "phone.csv"
    rows = "\n".join(f"{i / 100},0,9.81,0,0,0,0" for i in range(300))
    head = "Time (s),Acceleration x (m/s^2),Acceleration y (m/s^2),Acceleration z (m/s^2),"
    head += "Gyroscope x (rad/s),Gyroscope y (rad/s),Gyroscope z (rad/s)"
    path.write_text(f"{head}\n{rows}\n")
    with pytest.raises(RecordingError) as caught:
        open_walk(path)
    assert caught.value.fault is SensorFault.PLACEMENT_UNTOLD


def test_samples_of_a_recording_tell_how_much_was_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "walk.csv.gz", walked(4.0))
    with samples_of(path) as (samples, read):
        list(samples)
        assert read() == pytest.approx(1.0)
