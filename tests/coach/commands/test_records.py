"""The commands for what is kept: list, share, salvage, delete, protect, and tell of the program."""

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from coach.care.long_stride_state import Bout, Proposal, Reason, Step, TestState
from coach.cli import commands
from coach.records import keys
from coach.records.entries import LimitEntry, PainEntry, WalkNote
from coach.records.folders import library_path, walks_folder
from coach.records.keys import sidecar_of
from coach.records.library import Library
from coach.records.places import new_walk_path, plain_mark, vault_path
from coach.records.schema import WalkState
from coach.records.store import WalkRecorder
from coach.records.tables import WALK
from coach.records.walk_file import WalkFile
from sensors.samples import ImuBlock, Side, StreamKind
from tests.coach.care.patients import ENTRY
from tests.coach.records.conftest import DECISION, LIMIT, STARTED_AT, STRIDES, header
from tests.coach.walks import still, walked, write_csv

NAME = "Maija Meikäläinen"
PASSPHRASE = "correct horse battery"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def _run(*arguments: object) -> Result:
    return CliRunner(catch_exceptions=False).invoke(
        commands, [str(argument) for argument in arguments]
    )


def _told(*arguments: object) -> dict[str, object]:
    result = _run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert isinstance(told, dict)
    return told


def _keep(path: Path, kind: StreamKind = StreamKind.RADIO, seconds: int = 3) -> Path:
    from dataclasses import replace

    made = header(replace(LIMIT, set_by="Dr. Virtanen"))
    made = replace(made, info=replace(made.info, kind=kind, name=f"sensor of {NAME}"))
    recorder = WalkRecorder(path, made, commit_every_s=0.01)
    for second in range(seconds):
        recorder.keep(_moving(float(second)), (), ())
        while recorder.state.waiting_s:
            pass
    recorder.keep(None, STRIDES, (DECISION,))
    recorder.note(1.0, f"a word with {NAME}")
    recorder.mark_clock(0.0, 1.0, NOON)
    return recorder.close(STARTED_AT)


def _moving(start_s: float) -> ImuBlock:
    """A second that fills as much of a disk as a real one."""
    block, rng = still(start_s, 100), np.random.default_rng(int(start_s))
    return block._replace(acc_mps2=block.acc_mps2 + rng.normal(size=(100, 3)))


@pytest.fixture
def own(data: Path) -> Path:
    """A walk with a sensor, kept plain in the own folder."""
    return _keep(new_walk_path(NOON))


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE, "utf-8")
    return file


@pytest.fixture
def protected(own: Path, passphrase_file: Path) -> Path:
    assert _run("passphrase", "--passphrase-file", passphrase_file).exit_code == 0
    keys.forget()
    return own


def test_the_library_lists_walks(own: Path) -> None:
    result = _run("library")
    assert result.exit_code == 0
    assert own.stem in result.stdout
    assert "2 (1 scored)" in result.stdout


def test_the_library_says_when_it_is_empty() -> None:
    assert "no walks yet" in _run("library").stdout


def test_the_library_for_programs(own: Path) -> None:
    told = _told("library")
    (walk,) = told["walks"]  # type: ignore[misc]
    assert walk["path"] == str(own)  # type: ignore[has-type]
    assert walk["n_over"] == 1  # type: ignore[has-type]


def test_a_walk_that_is_locked_is_told_and_the_library_too(protected: Path) -> None:
    result = _run("library")
    assert result.exit_code in {0, 1}
    assert protected.stem not in result.stdout
    assert "only the passphrase unlocks" not in result.stdout
    assert "passphrase" in result.stderr


def test_a_shared_walk_names_nobody_and_no_day(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.hipwalk"
    assert _run("share", own, "--out", out).exit_code == 0
    content = out.read_bytes()
    for trace in (NAME.encode(), b"Virtanen", b"2026-01", b"a word"):
        assert trace in own.read_bytes()
        assert trace not in content


def test_a_shared_walk_holds_the_walk(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.hipwalk"
    _run("share", own, "--out", out)
    with WalkFile.open(out) as walk:
        assert walk.strides() == STRIDES
        assert sum(len(block.t_s) for block in walk.blocks()) == 300


def test_a_walk_is_shared_with_names_only_when_asked_to(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.hipwalk"
    _run("share", own, "--out", out, "--with-names")
    with WalkFile.open(out) as walk:
        assert NAME in walk.notes()[0].text
        assert walk.started_at == STARTED_AT.isoformat()


def test_a_spoken_passphrase_protects_the_copy(
    own: Path, tmp_path: Path, passphrase_file: Path
) -> None:
    out = tmp_path / "copy.hipwalk"
    told = _told("share", own, "--out", out, "--passphrase-file", passphrase_file)
    assert told == {"files": [str(out), str(sidecar_of(out))]}
    assert not out.read_bytes().startswith(b"SQLite")
    keys.ask_with(lambda: PASSPHRASE)
    with WalkFile.open(out) as walk:
        assert walk.strides() == STRIDES


def test_nothing_is_written_over_when_sharing(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.hipwalk"
    out.write_bytes(b"mine")
    result = _run("share", own, "--out", out)
    assert result.exit_code == 1
    assert out.read_bytes() == b"mine"


def test_a_passphrase_protects_the_walks_that_are_there(own: Path, protected: Path) -> None:
    assert not own.read_bytes().startswith(b"SQLite")
    assert [file.suffix for file in sorted(walks_folder().iterdir())] == [".hipwalk", ".key"]
    keys.ask_with(lambda: PASSPHRASE)
    with WalkFile.open(own) as walk:
        assert walk.strides() == STRIDES
        assert NAME in walk.notes()[0].text


def test_simulated_walks_stay_plain(data: Path, passphrase_file: Path) -> None:
    simulated = _keep(new_walk_path(NOON, is_simulated=True), StreamKind.SIMULATION)
    _run("passphrase", "--passphrase-file", passphrase_file)
    assert simulated.read_bytes().startswith(b"SQLite")


def test_a_changed_passphrase_opens_every_walk_and_the_old_one_none(
    protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase_file: Path
) -> None:
    monkeypatch.setenv(keys.PASSPHRASE_FILE_VARIABLE, str(passphrase_file))
    (tmp_path / "new").write_text("another good one", "utf-8")
    assert _run("passphrase", "--passphrase-file", tmp_path / "new").exit_code == 0
    keys.forget()
    assert "not the passphrase" in _run("analyze", protected).stderr
    monkeypatch.setenv(keys.PASSPHRASE_FILE_VARIABLE, str(tmp_path / "new"))
    assert _run("analyze", protected).exit_code == 0


def test_a_short_passphrase_is_refused_and_nothing_changed(own: Path, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("short", "utf-8")
    result = _run("passphrase", "--passphrase-file", tmp_path / "new")
    assert result.exit_code == 1
    assert "too short" in result.stderr
    assert own.read_bytes().startswith(b"SQLite")
    assert not vault_path().exists()


def test_a_lab_keeps_walks_plain_openly(data: Path) -> None:
    assert _told("passphrase", "--plain") == {"plain": True, "unchanged": {}}
    assert plain_mark().exists()


def test_what_is_left_of_a_damaged_walk_is_saved(data: Path, tmp_path: Path) -> None:
    path = _keep(tmp_path / "walk.hipwalk", seconds=60)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE chunk SET crc32=crc32+1 WHERE id=30")
    assert _run("analyze", path).exit_code == 1
    told = _told("salvage", path)
    assert (told["seconds"], told["seconds_lost"]) == (59, 1)
    with WalkFile.open(Path(str(told["file"]))) as walk:
        assert walk.state is WalkState.RECOVERED
        assert walk.strides() == STRIDES
        assert sum(len(block.t_s) for block in walk.blocks()) == 5900


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_of_a_walk_that_was_copied_in_part_the_first_part_is_saved(
    tmp_path: Path, share: float
) -> None:
    path = _keep(tmp_path / "walk.hipwalk", seconds=80)
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content)) // 4096 * 4096])
    told = _told("salvage", path)
    assert isinstance(told["seconds"], int)
    assert told["seconds"] > 80 * share * 0.7  # a part of the pages is not samples
    with WalkFile.open(Path(str(told["file"]))) as walk:
        assert sum(len(block.t_s) for block in walk.blocks()) == 100 * told["seconds"]


def test_what_is_no_walk_cannot_be_salvaged(tmp_path: Path) -> None:
    (tmp_path / "x.hipwalk").write_bytes(b"nothing")
    result = _run("salvage", tmp_path / "x.hipwalk")
    assert result.exit_code == 1
    assert not (tmp_path / "x-salvaged.hipwalk").exists()


def test_a_deleted_walk_is_gone_with_its_key(protected: Path) -> None:
    told = _told("delete", protected, "--yes") if _unlocked() else {}
    assert set(told["deleted"]) == {str(protected), str(sidecar_of(protected))}  # type: ignore[call-overload]
    assert list(walks_folder().iterdir()) == []


def _unlocked() -> bool:
    keys.ask_with(lambda: PASSPHRASE)
    return True


def test_who_forgot_the_passphrase_may_still_delete(protected: Path) -> None:
    keys.forget()
    keys.ask_with(None)
    assert _run("delete", protected, "--yes").exit_code == 0
    assert list(walks_folder().iterdir()) == []


def test_a_copy_is_named_as_a_walk_is(own: Path, tmp_path: Path) -> None:
    result = _run("share", own, "--out", tmp_path / "copy.txt")
    assert result.exit_code == 2
    assert "does not end in .hipwalk" in result.stderr


def test_a_spoken_passphrase_is_asked_for_only_where_somebody_answers(
    own: Path, tmp_path: Path
) -> None:
    result = _run("share", own, "--out", tmp_path / "copy.hipwalk", "--spoken")
    assert result.exit_code == 2
    assert "--passphrase-file" in result.stderr


def test_what_will_be_deleted_is_listed_before_it_is(own: Path) -> None:
    result = CliRunner(catch_exceptions=False).invoke(commands, ["delete", str(own)], input="n\n")
    assert result.exit_code == 1
    assert str(own) in result.stdout
    assert own.exists()


def test_copies_of_earlier_versions_go_too(own: Path) -> None:
    backups = own.parent / "backups"
    backups.mkdir()
    shutil.copyfile(own, backups / f"{own.stem}-version-1.hipwalk")
    _run("delete", own, "--yes")
    assert list(backups.iterdir()) == []


def test_a_person_is_deleted_with_walks_and_diary(own: Path) -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.index_walk(own, person)
        library.set_limit(person, Side.LEFT, LimitEntry(NOON, "Dr. Virtanen", "test", LIMIT))
        library.keep(person, PainEntry(at=NOON, level=3, moment="morning"))
    result = _run("delete", "--person", NAME, "--yes")
    assert result.exit_code == 0
    assert not own.exists()
    assert NAME.encode() not in library_path().read_bytes()
    assert b"Virtanen" not in library_path().read_bytes()


def test_a_walk_that_only_the_journal_names_is_deleted_with_its_person(own: Path) -> None:
    note = WalkNote(ended_at=NOON, side=Side.LEFT, minutes=10.0, walk=own.name)
    with Library.open() as library:
        library.keep(library.add_person(NAME), note)
        library.index_walk(own)
    assert _run("delete", "--person", NAME, "--yes").exit_code == 0
    assert not own.exists()


def test_the_samples_of_a_test_are_deleted_with_its_person(own: Path) -> None:
    test = TestState(
        ENTRY, bouts=[Bout(Proposal(Step.USUAL, Reason.FINDS_USUAL), 0, 0, walk=own.name)]
    )
    with Library.open() as library:
        library.keep(library.add_person(NAME), test)
        library.index_walk(own)
    assert _run("delete", "--person", NAME, "--yes").exit_code == 0
    assert not own.exists()


def test_a_walk_of_somebody_else_stays_whoever_names_it(own: Path) -> None:
    note = WalkNote(ended_at=NOON, side=Side.LEFT, minutes=10.0, walk=own.name)
    with Library.open() as library:
        library.keep(library.add_person(NAME), note)
        library.index_walk(own, library.add_person("Somebody Else"))
    assert _run("delete", "--person", NAME, "--yes").exit_code == 0
    assert own.exists()


def test_somebody_unknown_is_told(data: Path) -> None:
    assert "Nobody here is called" in _run("delete", "--person", NAME, "--yes").stderr


def test_a_walk_that_is_being_recorded_is_not_deleted(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "walk.hipwalk"
    recorder = WalkRecorder(path, header())
    result = _run("delete", path, "--yes")
    assert result.exit_code == 1
    assert "recorded right now" in result.stderr
    assert path.exists()
    recorder.close(STARTED_AT)


def test_other_files_are_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    assert _run("delete", tmp_path / "thesis.txt", "--yes").exit_code == 1
    assert (tmp_path / "thesis.txt").exists()


def test_diagnostics_hold_nothing_of_anybody(own: Path, tmp_path: Path) -> None:
    with Library.open() as library:
        library.index_walk(own, library.add_person(NAME))
    out = tmp_path / "d.zip"
    assert _run("diagnostics", "--out", out).exit_code == 0
    with zipfile.ZipFile(out) as file:
        texts = [file.read(name).decode() for name in file.namelist()]
        facts = json.loads(file.read("facts.json"))
        assert "No walk, no name, no date" in file.read("READ_ME.txt").decode()
    for text in texts:
        for trace in (NAME, own.stem, "2026-01", str(tmp_path), str(Path.home())):
            assert trace not in text
    assert facts["walks_folder"]["files"] == {".hipwalk plain": 1}
    assert facts["packages"]["numpy"]


def test_diagnostics_write_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "d.zip").write_bytes(b"mine")
    assert _run("diagnostics", "--out", tmp_path / "d.zip").exit_code == 1


def test_the_tables_of_a_salvaged_walk_are_those_of_any(data: Path, tmp_path: Path) -> None:
    path = _keep(tmp_path / "walk.hipwalk")
    told = _told("salvage", path)
    with closing(sqlite3.connect(str(told["file"]))) as connection:
        assert WALK.version_of(connection) == WALK.version


def test_a_walk_is_protected_from_the_first_byte_once_there_is_a_passphrase(
    protected: Path, tmp_path: Path
) -> None:
    source = tmp_path / "walk.csv.gz"
    write_csv(source, walked(6.0))
    out = tmp_path / "out.hipwalk"
    result = _run("walk", "--source", source, "--speed", "0", "--terminal", "--out", out)
    assert result.exit_code == 0, result.output
    assert not out.read_bytes().startswith(b"SQLite")
    keys.ask_with(lambda: PASSPHRASE)
    with WalkFile.open(out) as walk:
        assert walk.info.duration_s == pytest.approx(11.0, abs=0.1)


def test_one_walk_is_kept_plain_when_told_so(protected: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "walk.csv.gz", tmp_path / "out.hipwalk"
    write_csv(source, walked(6.0))
    _run("walk", "--source", source, "--speed", "0", "--terminal", "--out", out, "--plain")
    assert out.read_bytes().startswith(b"SQLite")


def test_the_simulated_walker_starts_while_everything_is_locked(
    protected: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.hipwalk"
    result = _run("walk", "--speed", "0", "--terminal", "--out", out)
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"SQLite")
