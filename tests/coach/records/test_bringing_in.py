"""Walks that a patient shares come in whole, once, and from nowhere else."""

from pathlib import Path

import pytest

from coach.records.bringing_in import bring_in
from coach.records.errors import RecordError, RecordFault
from coach.records.places import walks_folder
from coach.records.walk_file import WalkFile


def test_a_shared_walk_is_kept_with_its_strides(kept: Path) -> None:
    path = bring_in(kept, lambda _: None)
    assert path.parent == walks_folder()
    with WalkFile.open(path) as own, WalkFile.open(kept) as shared:
        assert own.strides() == shared.strides()


def test_the_same_walk_comes_in_once(kept: Path) -> None:
    bring_in(kept, lambda _: None)
    with pytest.raises(RecordError) as error:
        bring_in(kept, lambda _: None)
    assert error.value.fault is RecordFault.EXISTS


def test_a_file_that_is_no_walk_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.hipwalk"
    path.write_bytes(b"no walk")
    with pytest.raises(RecordError):
        bring_in(path, lambda _: None)
    assert list(walks_folder().iterdir()) == []
