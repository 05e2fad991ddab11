"""Nothing of a person can be read in the data folder once it is protected, wherever it was told."""

import shutil
import stat
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.care.limits import Limit
from coach.records import keys, roles
from coach.records.entries import AboutPerson, LegProfile, LimitEntry, PainEntry, WalkNote
from coach.records.folders import library_path, walks_folder
from coach.records.library import Library
from coach.records.places import keep_vault, make_folder, new_walk_path
from coach.records.protection import choose_passphrase
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from sensors.samples import Side, StreamKind
from tests.coach.records.conftest import STARTED_AT, STRIDES, header
from tests.coach.records.make_walk_file import FOLDER
from tests.coach.walks import still

NAME, WORDS, PHYSIO, SENSOR = "Maija Meikäläinen", "before the bus stop", "Anna Virtanen", "DOT-7Q"
LEG_M, LIMIT_DEG = 0.87654321, 12.3456789
JPEG = b"\xff\xd8\xff a thigh with a scar"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PASSPHRASE = "correct horse battery"


def _traces() -> Iterator[bytes]:
    for text in (NAME, "Meik", WORDS, PHYSIO, SENSOR, str(LEG_M), str(LIMIT_DEG)):
        yield text.encode()
        yield text.encode("utf-16-le")
    for number in (LEG_M, LIMIT_DEG, STRIDES[0].peak_thigh_extension_deg):
        yield struct.pack("<d", number)
        yield struct.pack(">d", number)
    yield JPEG


def _quietly(_done: int, _of: int) -> None:
    pass


def _found(folder: Path) -> set[tuple[str, bytes]]:
    files = [(file.name, file.read_bytes()) for file in folder.rglob("*") if file.is_file()]
    return {(name, trace) for name, content in files for trace in _traces() if trace in content}


@pytest.fixture
def lived_in(data: Path) -> Path:
    """Somebody with a library from an earlier version, a walk, a photo and a physio; all plain."""
    make_folder(data)
    shutil.copyfile(FOLDER / "library-version-1.sqlite", library_path())
    made = header(Limit(extension_deg=LIMIT_DEG, set_by=PHYSIO))
    info = replace(made.info, kind=StreamKind.RADIO, name=SENSOR)
    path = new_walk_path(NOON)
    recorder = WalkRecorder(path, replace(made, info=info))
    recorder.keep(still(0.0, 300), STRIDES, ())
    recorder.note(1.0, WORDS)
    recorder.close(STARTED_AT)
    with Library.open() as library:
        person = library.add_person(NAME)
        physio = roles.add_physio(library, PHYSIO, "482913", NOON)
        profile = LegProfile(leg_length_m=LEG_M, sensor_name=SENSOR)
        library.save_profile(person, Side.LEFT, profile)
        entry = LimitEntry(NOON, PHYSIO, WORDS, Limit(extension_deg=LIMIT_DEG))
        library.set_limit(person, Side.LEFT, entry, signer=physio.signer)
        library.keep(person, PainEntry(at=NOON, level=4, moment="evening", note=WORDS))
        library.keep(person, AboutPerson(goal=WORDS))
        note = WalkNote(ended_at=NOON, side=Side.LEFT, minutes=LEG_M, walk=path.name)
        library.keep(person, note)
        library.save_photo(person, Side.LEFT, JPEG)
        library.index_walk(path, person)
    return data


def test_before_it_is_protected_it_can_be_read(lived_in: Path) -> None:
    told = {trace for _, trace in _found(lived_in)}
    assert {NAME.encode(), WORDS.encode(), PHYSIO.encode(), JPEG} <= told


def test_once_protected_nothing_of_it_is_found(lived_in: Path) -> None:
    assert choose_passphrase(PASSPHRASE, _quietly) == {}
    assert _found(lived_in) == set()


def test_once_protected_all_of_it_is_still_there(lived_in: Path) -> None:
    choose_passphrase(PASSPHRASE, _quietly)
    with Library.open() as library:
        (person,) = library.people()
        photo = library.photo(person, Side.LEFT)
        assert photo is not None
        assert photo.jpeg == JPEG
        assert [noted.entry.goal for noted in library.entries(person, AboutPerson)] == [WORDS]
        assert not library.check_trail(person, roles.keys_by_name(library)).faults
        (walk,) = library.walks()
    with WalkFile.open(walk.path) as opened:
        assert opened.strides() == STRIDES


def test_a_library_that_is_protected_by_itself_leaves_no_plain_copy(lived_in: Path) -> None:
    vault = keys.new_vault(PASSPHRASE)
    assert vault is not None
    keep_vault(vault)
    Library.open().close()
    assert NAME.encode() not in {trace for name, trace in _found(lived_in) if "library" in name}


def test_backups_of_what_stays_plain_stay(lived_in: Path) -> None:
    assert any((lived_in / "backups").iterdir())
    Library.open().close()
    assert any((lived_in / "backups").iterdir())


def test_folders_and_files_are_their_owner_s_only(lived_in: Path) -> None:
    choose_passphrase(PASSPHRASE, _quietly)
    assert walks_folder().is_dir()
    for path in (lived_in, *lived_in.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
