"""A walk that came from somebody else: checked through, then kept as a whole or not at all."""

import json
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.cli import commands
from coach.records import keys
from coach.records.copies import share
from coach.records.errors import RecordError
from coach.records.folders import walks_folder
from coach.records.keys import new_vault, shared_file_key, sidecar_of
from coach.records.places import keep_vault, plain_mark, vault_path
from coach.records.schema import WalkState
from coach.records.store import WalkRecorder
from coach.records.taking_in import take_in
from coach.records.walk_file import WalkFile
from tests.coach.records.conftest import STARTED_AT, STRIDES, header
from tests.coach.records.make_walk_file import FOLDER, write
from tests.coach.records.test_mutations import _mutations
from tests.coach.walks import still

SPOKEN, OWN = "told on the telephone", "seven green sensors on a walk"


def _import(*arguments: object) -> Result:
    return CliRunner(catch_exceptions=False).invoke(
        commands, ["import", *(str(argument) for argument in arguments)]
    )


@pytest.fixture
def lab(data: Path) -> None:
    """Somebody who keeps walks plain."""
    plain_mark().parent.mkdir(parents=True)
    plain_mark().touch()


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    (tmp_path / "mail").mkdir()
    path = write(tmp_path / "mail" / "walk.hipwalk")
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE meta SET value=json_set(value, '$.kind', 'radio') WHERE key='info'")
        file.commit()
    return path


def _samples(path: Path) -> list[object]:
    with WalkFile.open(path) as walk:
        return [[part.tolist() for part in block] for block in walk.blocks()]


def test_a_walk_of_somebody_is_kept_to_the_bit(lab: None, theirs: Path) -> None:
    result = _import(theirs)
    kept = walks_folder() / "walk.hipwalk"
    assert (result.exit_code, result.stdout) == (0, f"Kept in {kept}\n")
    assert _samples(kept) == _samples(theirs)
    with WalkFile.open(kept) as here, WalkFile.open(theirs) as there:
        assert (here.strides(), here.notes()) == (there.strides(), there.notes())
        assert (here.pain_marks(), here.gaps()) == (there.pain_marks(), there.gaps())
        assert here.started_at == there.started_at


def test_only_its_owner_may_read_it(lab: None, theirs: Path) -> None:
    theirs.chmod(0o644)
    _import(theirs)
    assert stat.S_IMODE((walks_folder() / "walk.hipwalk").stat().st_mode) == 0o600


def test_it_is_told_to_programs(lab: None, theirs: Path) -> None:
    told = json.loads(_import(theirs, "--json").stdout)
    assert (told["format"], told["n_strides"]) == ("hipwalk", len(STRIDES))


def test_a_walk_under_a_spoken_passphrase_gets_a_key_of_ones_own(
    theirs: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "sent.hipwalk"
    share(theirs, sent, key=shared_file_key(SPOKEN), is_pseudonymous=False)
    vault = new_vault(OWN)
    assert vault is not None
    keep_vault(vault)
    keys.ask_with(lambda: SPOKEN)
    assert _import(sent).exit_code == 0
    kept = walks_folder() / "sent.hipwalk"
    assert not kept.read_bytes().startswith(b"SQLite")
    assert sidecar_of(kept).read_bytes() != sidecar_of(sent).read_bytes()
    keys.forget()
    keys.ask_with(lambda: OWN)
    assert _samples(kept) == _samples(theirs)


def test_without_a_place_for_keys_it_is_kept_plain_and_that_is_told(theirs: Path) -> None:
    result = _import(theirs)
    assert result.exit_code == 0
    assert not vault_path().exists()
    assert "whoever has this computer could read it" in result.stderr


def test_a_walk_that_was_cut_off_comes_with_its_wal(lab: None, tmp_path: Path) -> None:
    path, sent = tmp_path / "walk.hipwalk", tmp_path / "sent.hipwalk"
    recorder = WalkRecorder(path, header(), commit_every_s=0.01)
    recorder.keep(still(0.0, 150), STRIDES, ())
    while recorder.state.waiting_s:
        time.sleep(0.01)
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{sent}{end}")
    recorder.close(STARTED_AT)
    assert _import(sent).exit_code == 0
    with WalkFile.open(walks_folder() / "sent.hipwalk") as walk:
        assert walk.state is WalkState.RECOVERED
    assert _samples(walks_folder() / "sent.hipwalk") == _samples(path)


def test_an_earlier_version_is_kept_as_the_present_one(lab: None, tmp_path: Path) -> None:
    old = tmp_path / "old.hipwalk"
    shutil.copyfile(FOLDER / "walk-version-1.sqlite", old)
    before = old.read_bytes()
    assert _import(old).exit_code == 0
    assert old.read_bytes() == before
    assert _samples(walks_folder() / "old.hipwalk") == _samples(old)


def test_a_walk_can_come_in_as_a_table(lab: None, theirs: Path, tmp_path: Path) -> None:
    out = tmp_path / "walk.csv"
    assert _import(theirs, "--out", out).exit_code == 0
    assert out.read_text().startswith("t_s,")


HOSTILE: dict[str, Callable[[sqlite3.Connection], object]] = {
    "a sample changed": lambda file: file.execute("UPDATE chunk SET crc32=crc32+1 WHERE id=2"),
    "a stride that is not finite": lambda file: file.execute("UPDATE stride SET start_s=9e999"),
    "a stride of words": lambda file: file.execute("UPDATE stride SET start_s='soon'"),
    "a view beside": lambda file: file.execute("CREATE VIEW more AS SELECT * FROM note"),
    "a trigger": lambda file: file.execute(
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM chunk; END"
    ),
    "an analysis of nonsense": lambda file: file.execute("UPDATE analysis SET settings='{}'"),
    "a limit of nonsense": lambda file: file.execute("UPDATE person_limit SET json='[1]'"),
    "notifications of nonsense": lambda file: file.execute(
        "INSERT INTO notification VALUES(1, 0, 1, 1, 0, x'00')"
    ),
    "another analysis with a stride of words": lambda file: file.executescript(
        "INSERT INTO analysis SELECT 2, made_at, program, settings FROM analysis;"
        "INSERT INTO stride(analysis_id, start_s) VALUES(2, 'soon');"
    ),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_as_it_must_be_is_refused_whole(
    lab: None, theirs: Path, change: Callable[[sqlite3.Connection], object]
) -> None:
    with closing(sqlite3.connect(theirs)) as file:
        change(file)
        file.commit()
    result = _import(theirs)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{theirs}: ")
    assert list(walks_folder().glob("*") if walks_folder().exists() else ()) == []


@pytest.mark.parametrize("end", [".hipwalk", ".key", ".hipwalk-wal"])
def test_nothing_is_written_over(lab: None, theirs: Path, end: str) -> None:
    walks_folder().mkdir(parents=True)
    mine = walks_folder() / f"walk{end}"
    mine.write_bytes(b"mine")
    assert _import(theirs).exit_code == 1
    assert [(file.name, file.read_bytes()) for file in walks_folder().iterdir()] == [
        (mine.name, b"mine")
    ]


def test_what_breaks_off_leaves_nothing(
    lab: None, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("coach.records.copies.schema.merge", broken)
    assert _import(theirs).exit_code != 0
    assert list(walks_folder().iterdir()) == []


def test_what_a_walk_tells_itself_is_not_to_be_told(lab: None, theirs: Path) -> None:
    result = _import(theirs, "--side", "left")
    assert (result.exit_code, walks_folder().exists()) == (2, False)


def test_changed_walks_do_no_harm(tmp_path: Path, theirs: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    original, n_kept = theirs.read_bytes(), 0
    for content in _mutations(original, 200, seed=3):
        theirs.write_bytes(content)
        target = folder / "walk.hipwalk"
        began_s = time.perf_counter()
        with suppress(RecordError), WalkFile.open(theirs) as walk:  # and nothing else
            take_in(walk, target, None, lambda _: None)
            n_kept += 1
        assert time.perf_counter() - began_s < 2.0
        target.unlink(missing_ok=True)
        assert list(folder.iterdir()) == []
    assert 0 < n_kept < 200
