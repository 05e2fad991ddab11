"""Real disks that are full, or may not be written: small ones in memory, where that is allowed."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from coach.records import diagnostics, keys
from coach.records.entries import PainEntry
from coach.records.errors import KeepingError, LibraryError, RecordFault
from coach.records.folders import DATA_VARIABLE
from coach.records.keys import FileKey
from coach.records.library import Library
from coach.records.salvage import salvage
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from tests.coach.records.conftest import STARTED_AT, header
from tests.coach.records.make_walk_file import write
from tests.coach.records.recording_child import INFO, moving

_PASSPHRASE = "correct horse battery"
_protections = pytest.mark.parametrize("is_protected", [False, True], ids=["plain", "protected"])


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[Path]:
    """A disk of its own, in memory."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no mount on this computer")
    if done.returncode != 0:
        pytest.skip("this computer does not let tests mount a small disk (root may)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Room for about half a minute of walk."""
    with _mounted(tmp_path / "disk", "size=400k") as folder:
        yield folder


def _key(is_protected: bool) -> FileKey | None:
    keys.ask_with(lambda: _PASSPHRASE)
    return keys.shared_file_key(_PASSPHRASE) if is_protected else None


def _keep(recorder: WalkRecorder, first_s: int, last_s: int) -> None:
    for packet in range(first_s * 20, last_s * 20):
        recorder.keep(moving(packet * 6), (), ())


def _wait_for(recorder: WalkRecorder, fault: RecordFault | None) -> None:
    deadline = time.monotonic() + 10
    while recorder.state.fault is not fault:
        assert time.monotonic() < deadline
        time.sleep(0.01)


@_protections
def test_a_disk_that_was_full_and_has_room_again_has_the_whole_walk(
    small_disk: Path, is_protected: bool
) -> None:
    path = small_disk / "walk.hipwalk"
    recorder = WalkRecorder(path, header(), key=_key(is_protected), commit_every_s=0.01)
    _keep(recorder, 0, 100)
    _wait_for(recorder, RecordFault.DISK_FULL)
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    _keep(recorder, 100, 120)
    _wait_for(recorder, None)
    recorder.close(STARTED_AT)
    with WalkFile.open(path) as walk:
        assert sum(len(block.t_s) for block in walk.blocks()) == 120 * INFO.rate_hz


@_protections
def test_a_disk_that_stays_full_keeps_what_was_told_kept(
    small_disk: Path, is_protected: bool
) -> None:
    path = small_disk / "walk.hipwalk"
    recorder = WalkRecorder(path, header(), key=_key(is_protected), commit_every_s=0.01)
    for second in range(5):
        _keep(recorder, second, second + 1)
        time.sleep(0.05)
    _keep(recorder, 5, 200)
    _wait_for(recorder, RecordFault.DISK_FULL)
    kept_until_s = recorder.state.kept_until_s
    assert kept_until_s is not None
    with pytest.raises(KeepingError) as caught:
        recorder.close(STARTED_AT)
    assert caught.value.fault is RecordFault.DISK_FULL
    with WalkFile.open(path) as walk:
        assert walk.kept_until_s >= kept_until_s


def test_a_disk_that_may_not_be_written_is_told_before_the_walk(tmp_path: Path) -> None:
    with (
        _mounted(tmp_path / "disk", "ro,size=100k") as folder,
        pytest.raises(KeepingError) as caught,
    ):
        WalkRecorder(folder / "walk.hipwalk", header())
    assert caught.value.fault is RecordFault.FOLDER_NOT_WRITABLE


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """Room for nothing any more."""
    with _mounted(tmp_path / "full", "size=16k") as folder:
        with suppress(OSError):
            (folder / "fill").write_bytes(bytes(100_000))
        yield folder


def _told_until_full(library: Library) -> RecordFault:
    """What is said of the first entry that has no room."""
    person = library.add_person("Maija")
    pain = PainEntry(at=STARTED_AT, level=3, moment="now", site="x" * 4000)
    for _ in range(1000):
        try:
            library.keep(person, pain, at=STARTED_AT)
        except LibraryError as error:
            return error.fault
    raise AssertionError("the disk was never full")


def test_a_full_disk_is_not_told_as_a_damaged_library(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(small_disk))
    with Library.open() as library:
        assert _told_until_full(library) is RecordFault.DISK_FULL


def test_a_library_keeps_on_once_there_is_room_again(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(small_disk))
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(100_000))
    with Library.open() as library:
        _told_until_full(library)
        ballast.unlink()
        (person,) = library.people()
        before = len(library.entries(person, PainEntry))
        library.keep(person, PainEntry(at=STARTED_AT, level=2, moment="now"), at=STARTED_AT)
        assert len(library.entries(person, PainEntry)) == before + 1


def _only_what_was_there(folder: Path) -> bool:
    return [file.name for file in folder.iterdir()] == ["fill"]


@_protections
def test_a_walk_that_cannot_begin_leaves_nothing(full_disk: Path, is_protected: bool) -> None:
    with pytest.raises(KeepingError) as caught:
        WalkRecorder(full_disk / "walk.hipwalk", header(), key=_key(is_protected))
    assert caught.value.fault is RecordFault.DISK_FULL
    assert _only_what_was_there(full_disk)


def test_a_walk_that_cannot_be_salvaged_there_leaves_nothing(
    full_disk: Path, tmp_path: Path
) -> None:
    walk = write(tmp_path / "walk.hipwalk")
    with pytest.raises(KeepingError) as caught:
        salvage(walk, full_disk / "sound.hipwalk", lambda _: None)
    assert caught.value.fault is RecordFault.DISK_FULL
    assert _only_what_was_there(full_disk)


def test_diagnostics_that_cannot_be_written_leave_nothing(full_disk: Path) -> None:
    with pytest.raises(KeepingError) as caught:
        diagnostics.write(full_disk / "d.zip")
    assert caught.value.fault is RecordFault.DISK_FULL
    assert _only_what_was_there(full_disk)


def test_a_key_file_that_does_not_fit_leaves_nothing(full_disk: Path) -> None:
    with pytest.raises(KeepingError) as caught:
        keys.keep_private(full_disk / "vault.json", bytes(5000))
    assert caught.value.fault is RecordFault.DISK_FULL
    assert _only_what_was_there(full_disk)
