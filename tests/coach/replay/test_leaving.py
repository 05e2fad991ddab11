"""A stretch leaves as the samples and strides that lie in it, nothing more."""

import csv
from pathlib import Path

import pytest

from coach.records.errors import KeepingError, RecordFault
from coach.replay.leaving import write_samples, write_strides
from coach.replay.opened import OpenedWalk, open_walk


def test_a_stretch_of_samples_opens_again(opened: OpenedWalk, tmp_path: Path) -> None:
    path, _ = write_samples(opened, (20.0, 30.0), tmp_path / "part.csv")
    again = open_walk(path)
    assert again.start_s == pytest.approx(20.0, abs=0.01)
    assert again.gait.leg_length_m == opened.gait.leg_length_m


def test_without_a_stretch_the_whole_walk_leaves(opened: OpenedWalk, tmp_path: Path) -> None:
    path, _ = write_samples(opened, None, tmp_path / "all.csv")
    n_samples = len(path.read_text().splitlines()) - 1
    assert n_samples == pytest.approx(100 * (opened.info.duration_s or 0), abs=2)


def test_strides_of_a_stretch_leave_with_their_decisions(
    opened: OpenedWalk, tmp_path: Path
) -> None:
    path, columns = write_strides(
        opened, opened.strides, opened.decisions, (40.0, 60.0), tmp_path / "part.csv"
    )
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    within = [s for s in opened.strides if 40.0 <= s.peak_thigh_extension_s <= 60.0]
    assert len(rows) == len(within)
    assert {row["decision_is_over"] for row in rows} == {"true", "false"}
    assert columns.exists()


def test_nothing_is_written_over(opened: OpenedWalk, tmp_path: Path) -> None:
    target = tmp_path / "mine.csv"
    target.write_text("mine")
    with pytest.raises(KeepingError) as caught:
        write_samples(opened, None, target)
    assert caught.value.fault is RecordFault.EXISTS
    assert target.read_text() == "mine"
