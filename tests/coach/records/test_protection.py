"""A passphrase chosen while something goes wrong: no walk is lost, the next try ends it."""

import random
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.records import keys
from coach.records.errors import ProtectionError, RecordFault
from coach.records.folders import library_path, walks_folder
from coach.records.keys import sidecar_of
from coach.records.library import Library
from coach.records.places import new_walk_path
from coach.records.protection import choose_passphrase
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind
from tests.coach.records.conftest import ROOT, STARTED_AT, STRIDES, header
from tests.coach.walks import still

PASSPHRASE = "correct horse battery"
OTHER = "another good passphrase"
_N_WALKS = 6
_CHOOSE = (
    "import sys; from coach.records import keys; keys.ask_with(lambda: sys.argv[2]); "
    "from coach.records.protection import choose_passphrase; "
    "choose_passphrase(sys.argv[1], lambda done, of: print(done, flush=True))"
)


@pytest.fixture
def walks(data: Path) -> list[Path]:
    """Walks with a sensor, kept plain, and a library."""
    from dataclasses import replace

    from coach.records.store import WalkRecorder

    first = new_walk_path(datetime.now(UTC))
    made = header()
    radio = replace(made, info=replace(made.info, kind=StreamKind.RADIO))
    recorder = WalkRecorder(first, radio)
    recorder.keep(still(0.0, 300), STRIDES, ())
    recorder.close(STARTED_AT)
    copies = [first.with_name(f"walk-{n}.hipwalk") for n in range(_N_WALKS - 1)]
    for copy in copies:
        shutil.copyfile(first, copy)
    with Library.open() as library:
        library.add_person("Maija")
    return [first, *copies]


def _choose_and_be_killed(passphrase: str, before: str, after_s: float) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _CHOOSE, passphrase, before], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert child.stdout is not None
    child.stdout.readline()  # it begins with the first walk
    time.sleep(after_s)
    child.kill()
    child.stdout.close()
    child.wait()


def _all_open(walks: list[Path]) -> None:
    for path in walks:
        with WalkFile.open(path) as walk:
            assert walk.strides() == STRIDES


@pytest.mark.parametrize("seed", range(2))
def test_a_kill_while_walks_are_protected_loses_none(walks: list[Path], seed: int) -> None:
    after_s = random.Random(seed).uniform(0.0, 0.15)
    _choose_and_be_killed(PASSPHRASE, PASSPHRASE, after_s)
    keys.ask_with(lambda: PASSPHRASE)
    _all_open(walks)
    assert choose_passphrase(PASSPHRASE, lambda _, __: None) == {}
    keys.forget()
    _all_open(walks)
    assert not any(path.read_bytes().startswith(b"SQLite") for path in walks)
    files = {file.name for file in walks_folder().iterdir()}
    assert files == {each.name for path in walks for each in (path, sidecar_of(path))}
    with Library.open() as library:
        assert [person.name for person in library.people()] == ["Maija"]


def test_a_kill_while_the_passphrase_is_changed_loses_none(walks: list[Path]) -> None:
    choose_passphrase(PASSPHRASE, lambda _, __: None)
    _choose_and_be_killed(OTHER, PASSPHRASE, 0.003)
    keys.forget()
    keys.ask_with(lambda: OTHER)  # the vault has the new one; it opens the others, too
    vault = keys.read_vault(walks_folder().parent / "vault.json")
    assert vault is not None
    keys.unlock(vault, OTHER)
    _all_open(walks)
    assert choose_passphrase(OTHER, lambda _, __: None) == {}
    keys.forget()
    _all_open(walks)


def test_the_key_files_of_walks_and_library_take_a_new_passphrase(walks: list[Path]) -> None:
    for passphrase in (PASSPHRASE, OTHER):
        assert choose_passphrase(passphrase, lambda _, __: None) == {}
    for path in (walks[0], library_path()):
        keys.forget()
        sidecar = keys.read_sidecar(sidecar_of(path))
        with pytest.raises(ProtectionError) as caught:
            keys.unlock(sidecar, PASSPHRASE)
        assert caught.value.fault is RecordFault.WRONG_PASSPHRASE
        keys.unlock(sidecar, OTHER)


def test_plain_copies_go_with_the_plain_file(walks: list[Path]) -> None:
    copies = [
        path.parent / "backups" / f"{path.stem}-version-1{path.suffix}"
        for path in (walks[0], library_path())
    ]
    for copy in copies:
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(b"SQLite format 3\0" + bytes(4080))
    choose_passphrase(PASSPHRASE, lambda _, __: None)
    assert [copy.name for copy in copies if copy.exists()] == []


def test_a_walk_that_cannot_be_protected_is_told_and_the_others_are(walks: list[Path]) -> None:
    walks[3].write_bytes(b"SQLite format 3\0" + bytes(4080))
    failed = choose_passphrase(PASSPHRASE, lambda _, __: None)
    assert [(path, error.fault) for path, error in failed.items()] == [
        (walks[3], RecordFault.NOT_A_WALK_FILE)
    ]
    assert all(sidecar_of(path).exists() for path in walks if path != walks[3])
