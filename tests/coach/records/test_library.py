"""People, legs, limits, walks, pain and exercises: kept, private, and by one change at a time."""

import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.care.limits import Limit
from coach.care.usual import Usual
from coach.gait.alignment import WornProfile
from coach.records import keys
from coach.records.autolock import AutoLock
from coach.records.entries import (
    AboutPerson,
    ExerciseEntry,
    LegProfile,
    LimitEntry,
    PainEntry,
    Person,
)
from coach.records.errors import RecordError, RecordFault
from coach.records.folders import library_path
from coach.records.journal import KINDS, kind_of
from coach.records.library import Library
from coach.records.library_tables import LIBRARY
from coach.records.places import keep_vault, plain_mark
from sensors.samples import Placement, Side
from tests.coach.records.conftest import ROOT

NAME = "Maija Meikäläinen"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PROFILE = LegProfile(
    leg_length_m=0.88,
    sensor_name="DOT 3",
    placement=Placement("+x", "+z"),
    worn=WornProfile((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), 14.5),
    usual_symptoms=("deep_buttock",),
)
PAIN = PainEntry(at=NOON, level=4, moment="morning", side=Side.LEFT, site="deep buttock")
DONE = ExerciseEntry(at=NOON, exercise="A1", side=Side.LEFT, n_sets=3, pain_level=1)
OLD = tuple(Path(__file__).parent / "data" / f"library-version-{n}.sqlite" for n in (1, 2))
"""Kept by these versions; never made anew."""
JPEG = b"\xff\xd8\xff and more"
PASSPHRASE = "correct horse battery"


def _protect() -> None:
    vault = keys.new_vault(PASSPHRASE)
    assert vault is not None
    keep_vault(vault)


def _diary(library: Library, person: Person) -> tuple[PainEntry, ...]:
    return tuple(noted.entry for noted in library.entries(person, PainEntry))


def _fault(path: Path | None = None) -> RecordFault:
    with pytest.raises(RecordError) as caught:
        Library.open(path)
    return caught.value.fault


def test_each_leg_has_a_profile_of_its_own() -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.save_profile(person, Side.LEFT, PROFILE)
        assert library.profile(person, Side.LEFT) == PROFILE
        assert library.profile(person, Side.RIGHT) is None


def test_a_profile_takes_the_place_of_the_one_before() -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.save_profile(person, Side.LEFT, PROFILE)
        library.save_profile(person, Side.LEFT, LegProfile(leg_length_m=0.9))
        profile = library.profile(person, Side.LEFT)
    assert profile == LegProfile(leg_length_m=0.9)


def test_limits_have_a_history_with_who_set_them() -> None:
    first = LimitEntry(NOON, "physio", "long-stride test", Limit(extension_deg=12.0))
    second = LimitEntry(NOON + timedelta(days=7), "own", "felt too tight", None)
    with Library.open() as library:
        person = library.add_person(NAME)
        library.set_limit(person, Side.LEFT, first)
        library.set_limit(person, Side.LEFT, second)
        assert library.limits(person, Side.LEFT) == (first, second)
        assert library.limits(person, Side.RIGHT) == ()


def test_pain_exercises_and_settings_come_back() -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.keep(person, PAIN)
        library.keep(person, DONE)
        library.save_setting("volume", 0.5)
    with Library.open() as library:
        assert _diary(library, person) == (PAIN,)
        assert tuple(n.entry for n in library.entries(person, ExerciseEntry)) == (DONE,)
        assert library.setting("volume", float) == 0.5
        assert library.setting("tempo", float) is None


def test_each_leg_has_one_photo_the_newest() -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.save_photo(person, Side.LEFT, JPEG)
        library.save_photo(person, Side.LEFT, JPEG + b"!")
        photo = library.photo(person, Side.LEFT)
        assert photo is not None
        assert photo.jpeg == JPEG + b"!"
        assert library.photo(person, Side.RIGHT) is None
        library.forget_photo(person, Side.LEFT)
        assert library.photo(person, Side.LEFT) is None


@pytest.mark.parametrize("jpeg", [b"", b"GIF89a", JPEG + bytes(2_000_000)], ids=len)
def test_what_is_no_photo_is_refused(jpeg: bytes) -> None:
    with Library.open() as library, pytest.raises(RecordError) as caught:
        library.save_photo(library.add_person(NAME), Side.LEFT, jpeg)
    assert caught.value.fault is RecordFault.NOT_A_PICTURE


def test_the_same_name_is_the_same_person() -> None:
    with Library.open() as library:
        assert library.add_person(NAME) == library.add_person(NAME)


def test_walks_of_a_folder_are_listed(kept: Path) -> None:
    with Library.open() as library:
        assert library.index_folder(kept.parent) == {}
        (walk,) = library.walks()
    assert walk.path == kept
    assert (walk.entry.n_strides, walk.entry.n_scored, walk.entry.n_over) == (2, 1, 1)


def test_a_walk_that_is_gone_leaves_the_list(kept: Path) -> None:
    with Library.open() as library:
        library.index_folder(kept.parent)
        kept.unlink()
        library.index_folder(kept.parent)
        assert library.walks() == ()


def test_a_walk_that_cannot_be_read_is_told_and_the_others_are_listed(kept: Path) -> None:
    kept.with_name("bad.hipwalk").write_bytes(b"no walk")
    told: list[tuple[int, int]] = []
    with Library.open() as library:
        failed = library.index_folder(kept.parent, lambda done, of: told.append((done, of)))
        assert [walk.path for walk in library.walks()] == [kept]
    assert [error.fault for error in failed.values()] == [RecordFault.NOT_A_WALK_FILE]
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_person_is_forgotten_for_good() -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        other = library.add_person("Somebody Else")
        library.save_profile(person, Side.LEFT, PROFILE)
        library.set_limit(person, Side.LEFT, LimitEntry(NOON, "physio", "unforgotten", None))
        library.keep(person, PAIN)
        library.save_photo(person, Side.LEFT, JPEG)
        library.forget_person(person)
        assert library.people() == (other,)
    content = library_path().read_bytes()
    for trace in (NAME.encode(), b"unforgotten", b"deep buttock", JPEG):
        assert trace not in content


def test_it_is_for_its_owner_only(data: Path) -> None:
    Library.open().close()
    assert stat.S_IMODE(library_path().stat().st_mode) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


def test_nothing_of_it_can_be_read_once_there_is_a_vault(data: Path) -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.keep(person, PAIN)
        library.save_photo(person, Side.LEFT, JPEG)
    assert NAME.encode() in library_path().read_bytes()
    _protect()
    with Library.open() as library:
        (person,) = library.people()
        assert _diary(library, person) == (PAIN,)
    for file in data.rglob("*"):
        if file.is_file():
            assert NAME.encode() not in file.read_bytes()
            assert b"deep buttock" not in file.read_bytes()
            assert JPEG not in file.read_bytes()


def test_a_process_that_had_it_open_follows_into_the_protected_one() -> None:
    with Library.open() as earlier:
        person = earlier.add_person(NAME)
        _protect()
        Library.open().close()
        earlier.keep(person, PAIN)
    with Library.open() as library:
        assert _diary(library, person) == (PAIN,)


def test_a_locked_one_is_told() -> None:
    _protect()
    Library.open().close()
    keys.forget()
    assert _fault() is RecordFault.KEYRING_MISSING


def test_where_plain_was_chosen_it_stays_plain() -> None:
    _protect()
    plain_mark().touch()
    Library.open().close()
    assert library_path().read_bytes().startswith(b"SQLite")


def test_another_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"SQLite format 3\0" + bytes(5000))
    assert _fault(tmp_path / "library.db") is RecordFault.LIBRARY_DAMAGED


def test_a_newer_one_is_told_and_left_as_it_is() -> None:
    Library.open().close()
    with closing(sqlite3.connect(library_path())) as connection:
        connection.execute("PRAGMA user_version=99")
    before = library_path().read_bytes()
    assert _fault() is RecordFault.LIBRARY_NEWER
    assert library_path().read_bytes() == before


def test_who_waits_too_long_for_another_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.records.library_file._BUSY_S", 0.05)
    with (
        Library.open() as library,
        closing(sqlite3.connect(library_path(), isolation_level=None)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordError) as caught:
            library.add_person(NAME)
    assert caught.value.fault is RecordFault.LIBRARY_IN_USE


def test_two_processes_add_at_once_and_neither_loses_a_word(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    module = [sys.executable, "-m", "tests.coach.records.library_child", str(path)]
    children = [
        subprocess.Popen([*module, name], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for name in ("one", "two")
    ]
    for child in children:
        assert child.stdout is not None
        while int(child.stdout.readline()) < 20:
            pass
    added = []
    for child in children:
        assert child.stdout is not None
        child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
        child.stdout.close()
        child.wait()
        added.append(max([20, *(int(line) for line in lines if line.endswith("\n"))]))
    with Library.open(path) as library:
        diaries = [_diary(library, library.add_person(name)) for name in ("one", "two")]
    for diary, last in zip(diaries, added, strict=True):
        assert [int(entry.moment) for entry in diary][: last + 1] == list(range(last + 1))


@pytest.mark.parametrize("old", OLD, ids=lambda old: old.stem)
def test_a_library_of_an_earlier_version_keeps_all_it_held(old: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(old, tmp_path / "library.db"))
    with Library.open(path) as library:
        person = library.add_person(NAME)
        assert library.profile(person, Side.LEFT) == PROFILE
        assert [entry.reason for entry in library.limits(person, Side.LEFT)] == ["long-stride test"]
        assert _diary(library, person) == (PAIN,)
        assert [(n.entry, n.at, n.side) for n in library.entries(person, ExerciseEntry)] == [
            (DONE, NOON, Side.LEFT)
        ]
        assert library.setting("language", str) == "fi"


@pytest.mark.parametrize("old", OLD, ids=lambda old: old.stem)
def test_a_migrated_library_has_a_backup_and_the_tables_of_a_new_one(
    old: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(old, tmp_path / "library.db"))
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert LIBRARY.version_of(connection) == LIBRARY.version
    backups = [file for file in tmp_path.rglob("*") if file.is_file() and file != path]
    assert old.read_bytes() in [file.read_bytes() for file in backups]


def test_of_several_entries_of_a_kind_the_newest_counts() -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.keep(person, AboutPerson(goal="stairs"), by="physio")
        library.keep(person, AboutPerson(goal="walk the dog"))
        newest = library.newest(person, AboutPerson)
        assert newest is not None
        assert (newest.entry.goal, newest.by) == ("walk the dog", "patient")
        assert len(library.entries(person, AboutPerson)) == 2


def test_the_newest_entry_of_a_leg_is_not_that_of_the_other() -> None:
    left, right = Usual(12.0, 1.5, 1.1), Usual(9.0, 1.5, 1.1)
    with Library.open() as library:
        person = library.add_person(NAME)
        library.keep(person, left, side=Side.LEFT)
        library.keep(person, right, side=Side.RIGHT)
        found = library.newest(person, Usual, Side.LEFT)
    assert found is not None
    assert found.entry == left


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_entry_has_one_name(kind: type) -> None:
    assert KINDS[kind_of(kind)] is kind


def test_what_is_no_kind_of_entry_is_refused() -> None:
    with Library.open() as library, pytest.raises(ValueError, match="not kept"):
        library.keep(library.add_person(NAME), "text")


def test_its_tables_are_those_of_its_version() -> None:
    Library.open().close()
    with closing(sqlite3.connect(library_path())) as connection:
        assert LIBRARY.version_of(connection) == LIBRARY.version


@pytest.mark.parametrize(("now_s", "is_due"), [(599.0, False), (600.0, True)])
def test_after_ten_minutes_without_use_it_is_time_to_lock(now_s: float, is_due: bool) -> None:
    assert AutoLock(0.0).is_due(now_s, is_walking=False) is is_due


def test_use_puts_the_lock_off() -> None:
    lock = AutoLock(0.0)
    lock.used(300.0)
    assert not lock.is_due(899.0, is_walking=False)


def test_a_walk_is_use() -> None:
    lock = AutoLock(0.0)
    assert not lock.is_due(3600.0, is_walking=True)
    assert not lock.is_due(4100.0, is_walking=False)
    assert lock.is_due(4200.0, is_walking=False)
