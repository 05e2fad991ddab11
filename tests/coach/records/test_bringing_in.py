"""Walks that a patient shares come in whole, once, and from nowhere else."""

from dataclasses import replace
from pathlib import Path

import pytest

from coach.records.bringing_in import bring_in
from coach.records.errors import RecordError, RecordFault
from coach.records.folders import walks_folder
from coach.records.keys import sidecar_of
from coach.records.protection import choose_passphrase
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind
from tests.coach.records.conftest import STARTED_AT, STRIDES, header
from tests.coach.walks import still


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


@pytest.mark.parametrize(
    ("kind", "is_protected"), [(StreamKind.RADIO, True), (StreamKind.SIMULATION, False)]
)
def test_a_walk_of_somebody_is_sealed_and_a_simulated_one_is_not(
    tmp_path: Path, kind: StreamKind, is_protected: bool
) -> None:
    made = header()
    path = tmp_path / "walk.hipwalk"
    recorder = WalkRecorder(path, replace(made, info=replace(made.info, kind=kind)))
    recorder.keep(still(0.0, 100), STRIDES, ())
    recorder.close(STARTED_AT)
    choose_passphrase("correct horse battery", lambda _, __: None)
    own = bring_in(path, lambda _: None)
    assert sidecar_of(own).exists() is is_protected
    assert own.read_bytes().startswith(b"SQLite") is not is_protected
