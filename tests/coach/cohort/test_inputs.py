import os
import sys
from pathlib import Path

import pytest

from coach.cohort.inputs import digests_of, found
from coach.cohort.parts import Parts
from coach.cohort.task import CohortSettings, task_of


def _write(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def _names(*paths: Path, results: Path | None = None) -> list[str]:
    return [each.name for each in found(paths, results or Path("nowhere"))]


def test_walks_are_found_by_their_endings_at_any_depth(tmp_path: Path) -> None:
    for name in ("b/c/1.csv", "a.hipwalk", "b/2.CSV.GZ", "b/2.json", "notes.txt"):
        _write(tmp_path / name)
    assert _names(tmp_path) == ["a.hipwalk", "b/2.CSV.GZ", "b/c/1.csv"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for name in ("._a.csv", ".trash/b.csv", "c.csv"):
        _write(tmp_path / name)
    assert _names(tmp_path) == ["c.csv"]


def test_what_cohorts_wrote_is_no_walk(tmp_path: Path) -> None:
    _write(tmp_path / "a.csv")
    Parts(tmp_path / "earlier")
    _write(tmp_path / "earlier/strides.csv")
    _write(tmp_path / "now/strides.csv")
    assert _names(tmp_path, results=tmp_path / "now") == ["a.csv"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    walk = _write(tmp_path / "a.txt")
    assert _names(walk) == ["a.txt"]


def test_two_folders_with_the_same_names_stay_apart(tmp_path: Path) -> None:
    for name in ("one/w.csv", "two/w.csv"):
        _write(tmp_path / name)
    assert _names(tmp_path / "one", tmp_path / "two") == ["one/w.csv", "two/w.csv"]


def test_a_walk_named_twice_is_taken_once(tmp_path: Path) -> None:
    walk = _write(tmp_path / "a.csv")
    assert _names(tmp_path, walk, tmp_path / "." / "a.csv") == ["a.csv"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    _write(tmp_path / "a.csv")
    (tmp_path / "again").symlink_to(tmp_path)
    assert _names(tmp_path) == ["a.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes among files")
def test_a_pipe_is_no_walk_and_holds_up_nothing(tmp_path: Path) -> None:
    pipe = tmp_path / "a.csv"
    os.mkfifo(pipe)
    assert _names(tmp_path) == []
    assert digests_of(pipe) == {}


def test_a_broken_link_is_tried_and_so_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "gone")
    assert _names(tmp_path) == ["a.csv"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux only")
def test_a_name_that_is_no_text_becomes_text(tmp_path: Path) -> None:
    _write(tmp_path / os.fsdecode(b"w\xff.csv"))
    assert _names(tmp_path) == ["w\\udcff.csv"]


@pytest.mark.parametrize("name", ["w.json", "w.csv"], ids=["sidecar", "walk"])
def test_a_change_in_walk_or_sidecar_gives_another_key(tmp_path: Path, name: str) -> None:
    walk = _write(tmp_path / "w.csv")
    _write(tmp_path / "w.json")
    before = task_of("w", walk, CohortSettings(), digests_of(walk))
    _write(tmp_path / name, "y")
    assert task_of("w", walk, CohortSettings(), digests_of(walk)).key != before.key


def test_the_other_half_of_a_walk_belongs_to_it(tmp_path: Path) -> None:
    walk = _write(tmp_path / "left_Accelerometer.csv")
    _write(tmp_path / "left_Gyroscope.csv")
    assert set(digests_of(walk)) == {"left_Accelerometer.csv", "left_Gyroscope.csv"}


def test_the_log_of_a_kept_walk_belongs_to_it(tmp_path: Path) -> None:
    walk = _write(tmp_path / "w.hipwalk")
    _write(tmp_path / "w.hipwalk-wal")
    assert set(digests_of(walk)) == {"w.hipwalk", "w.hipwalk-wal"}


def test_other_settings_give_another_key(tmp_path: Path) -> None:
    walk = _write(tmp_path / "w.csv")
    keys = {
        task_of("w", walk, settings, digests_of(walk)).key
        for settings in (CohortSettings(), CohortSettings(limit_deg=12), CohortSettings(0.9))
    }
    assert len(keys) == 3


def test_a_file_that_cannot_be_read_has_no_key(tmp_path: Path) -> None:
    gone = tmp_path / "gone.csv"
    assert task_of("gone", gone, CohortSettings(), digests_of(gone)).key == ""
