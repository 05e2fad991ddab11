"""`hipcoach person`: whose walks these are, and everything about a person as one zip."""

import csv
import io
import json
import re
import stat
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.care.long_stride_state import Bout, Proposal, Reason, Step, TestState
from coach.care.warning_signs import Event, HipHistory
from coach.cli import commands
from coach.gait.alignment import WornProfile
from coach.records import keys
from coach.records.entries import (
    AboutPerson,
    ExerciseEntry,
    LegProfile,
    LimitEntry,
    PainEntry,
    WalkNote,
)
from coach.records.folders import walks_folder
from coach.records.library import Library
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from sensors.samples import Side, StreamKind
from tests.coach.care.patients import ENTRY
from tests.coach.records.conftest import DECISION, LIMIT, STARTED_AT, STRIDES, header
from tests.coach.walks import still

NAME = "Maija Meikäläinen"
PASSPHRASE = "correct horse battery"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PROFILE = LegProfile(
    leg_length_m=0.87654321,
    sensor_name="Maija's DOT",
    sensor_address="AA:BB:CC:DD:EE:FF",
    worn=WornProfile((0.0, 1.0, 0.0), (0.0, 0.0, 1.0), 8.0),
    usual_symptoms=("groin",),
)
LIMIT_SET = LimitEntry(
    NOON, "Dr. Virtanen", "after surgery", replace(LIMIT, expires_on=date(2026, 2, 2))
)
PAIN = PainEntry(
    at=NOON + timedelta(days=3), level=4, moment="evening", note="=cmd|calc", walk="2026-01-02"
)
EXERCISE = ExerciseEntry(at=NOON + timedelta(days=1), exercise="bridge", n_sets=3, note="Maija did")

ABOUT = AboutPerson(
    sore_sides=(Side.LEFT,),
    hips={Side.LEFT: (HipHistory(Event.FRACTURE, date(2025, 12, 1)),)},
    goal="walk with Maija",
    country="FI",
)
NOTE = WalkNote(ended_at=NOON, side=Side.LEFT, minutes=12.5, walk="2026-01-02.hipwalk")
JPEG = b"\xff\xd8\xff" + b"a thigh"


def _run(*arguments: object) -> Result:
    return CliRunner(catch_exceptions=False).invoke(
        commands, [str(argument) for argument in arguments]
    )


def _keep(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = header(replace(LIMIT, set_by="Dr. Virtanen", expires_on=date(2026, 2, 2)))
    info = replace(made.info, kind=StreamKind.RADIO, name=f"sensor of {NAME}")
    recorder = WalkRecorder(path, replace(made, info=info))
    for second in range(3):
        recorder.keep(still(float(second), 100), (), ())
    recorder.keep(None, STRIDES, (DECISION,))
    recorder.note(1.0, f"a word with {NAME}")
    recorder.close(STARTED_AT)
    return path


@pytest.fixture
def own(data: Path) -> Path:
    """The walk of somebody whose library is full."""
    path = _keep(walks_folder() / "2026-01-02.hipwalk")
    assert _run("person", NAME, path).exit_code == 0
    with Library.open() as library:
        person = library.add_person(NAME)
        library.save_profile(person, Side.LEFT, PROFILE)
        library.set_limit(person, Side.LEFT, LIMIT_SET)
        library.set_limit(person, Side.LEFT, LimitEntry(NOON, "me", "no more", None))
        library.keep(person, PAIN)
        library.keep(person, EXERCISE)
        library.keep(person, ABOUT, by="Dr. Virtanen")
        library.keep(person, NOTE, side=Side.LEFT)
        library.save_photo(person, Side.LEFT, JPEG)
        other = library.add_person("Somebody Else")
        library.keep(other, PainEntry(at=NOON, level=9, moment="other"))
    return path


def _zip(tmp_path: Path, *options: str) -> dict[str, bytes]:
    out = tmp_path / "all.zip"
    result = _run("person", NAME, "--out", out, *options)
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(out) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def _rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode())))


def test_the_zip_holds_all_the_library_knows_of_the_person(own: Path, tmp_path: Path) -> None:
    told = json.loads(_zip(tmp_path)["person.json"])
    assert told["person"]["name"] == NAME
    assert told["profiles"]["left"]["leg_length_m"] == PROFILE.leg_length_m
    assert [entry["reason"] for entry in told["limits"]["left"]] == ["after surgery", "no more"]
    assert told["limits"]["left"][0]["limit"]["extension_deg"] == LIMIT.extension_deg
    assert [entry["level"] for entry in told["journal"]["diary"]] == [4]
    assert [entry["exercise"] for entry in told["journal"]["exercise"]] == ["bridge"]


def test_its_tables_hold_the_same_for_a_spreadsheet(own: Path, tmp_path: Path) -> None:
    files = _zip(tmp_path)
    first, second = _rows(files["limits.csv"])
    assert (first["side"], first["extension_deg"], first["set_by"]) == (
        "left",
        "12",
        "Dr. Virtanen",
    )
    assert second["extension_deg"] == ""
    (pain,) = _rows(files["journal/diary.csv"])
    assert (pain["level"], pain["walk"]) == ("4", "001_2026-01-02")
    assert _rows(files["journal/exercise.csv"])[0]["n_sets"] == "3"


def test_entries_name_their_walks_as_the_zip_does(own: Path, tmp_path: Path) -> None:
    (note,) = _rows(_zip(tmp_path)["journal/walk.csv"])
    assert (note["walk"], note["minutes"], note["leg"]) == ("001_2026-01-02", "12.5", "left")


def test_where_the_sensor_sits_is_in_it(own: Path, tmp_path: Path) -> None:
    assert _zip(tmp_path)["photos/left.jpg"] == JPEG


def test_a_pseudonymous_zip_keeps_choices_and_who_by_role(own: Path, tmp_path: Path) -> None:
    (about,) = json.loads(_zip(tmp_path, "--pseudonymous")["person.json"])["journal"]["about"]
    assert (about["noted_by"], about["sore_sides"], about["goal"]) == ("physio", ["left"], "")
    (history,) = about["hips"]["left"]
    assert (history["event"], history["happened_on"]) == ("fracture", "1999-11-30")


def test_no_cell_is_a_formula(own: Path, tmp_path: Path) -> None:
    (pain,) = _rows(_zip(tmp_path)["journal/diary.csv"])
    assert pain["note"] == "'=cmd|calc"


def test_each_walk_is_in_it_with_samples_and_strides(own: Path, tmp_path: Path) -> None:
    files = _zip(tmp_path)
    (listed,) = _rows(files["walks.csv"])
    copy = tmp_path / "copy.hipwalk"
    copy.write_bytes(files[f"walks/{listed['name']}.hipwalk"])
    with WalkFile.open(copy) as there, WalkFile.open(own) as here:
        assert there.strides() == here.strides()
        assert next(there.blocks()).acc_mps2.tolist() == next(here.blocks()).acc_mps2.tolist()
    assert len(_rows(files[f"walks/{listed['name']}_strides.csv"])) == len(STRIDES)


def test_every_file_is_told_of_by_the_readme(own: Path, tmp_path: Path) -> None:
    files = _zip(tmp_path)
    readme = files["README.txt"].decode()
    kinds = {name.replace("001_2026-01-02", "NAME") for name in files} - {"README.txt"}
    kinds = {re.sub("journal/[a-z]+", "journal/KIND", name) for name in kinds}
    kinds = {re.sub("photos/(left|right)", "photos/SIDE", name) for name in kinds}
    assert {kind for kind in kinds if kind not in readme} == set()
    assert "Walks: 1." in readme


def test_a_pseudonymous_zip_names_nobody_and_no_day(own: Path, tmp_path: Path) -> None:
    files = _zip(tmp_path, "--pseudonymous")
    traces = (b"Maija", b"Meik", b"Virtanen", b"2026-0", b"2025-", b"AA:BB", b"surgery", b"calc")
    for trace in (*traces, JPEG, b'"FI"'):
        assert {name for name, content in files.items() if trace in content} == set()
        assert not [name for name in files if trace in name.encode()]


def test_a_pseudonymous_zip_keeps_the_days_between(own: Path, tmp_path: Path) -> None:
    files = _zip(tmp_path, "--pseudonymous")
    limits, pain = _rows(files["limits.csv"]), _rows(files["journal/diary.csv"])
    assert limits[0]["set_at"] == "2000-01-01T12:00:00"
    assert limits[0]["expires_on"] == "2000-02-01"
    assert pain[0]["at"] == "2000-01-04T12:00:00"


@pytest.mark.parametrize(("option", "name"), [((), "001_2026-01-02"), (("--pseudonymous",), "001")])
def test_the_bouts_of_a_test_name_their_walk_as_it_is_in_the_zip(
    own: Path, tmp_path: Path, option: tuple[str, ...], name: str
) -> None:
    bout = Bout(Proposal(Step.USUAL, Reason.FINDS_USUAL), 0, 0, walk=own.name)
    with Library.open() as library:
        library.keep(library.add_person(NAME), TestState(ENTRY, bouts=[bout]))
    (test,) = json.loads(_zip(tmp_path, *option)["person.json"])["journal"]["long_stride"]
    assert [each["walk"] for each in test["bouts"]] == [name]


def test_a_protected_walk_leaves_readable(own: Path, tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE, "utf-8")
    assert _run("passphrase", "--passphrase-file", file).exit_code == 0
    assert not own.read_bytes().startswith(b"SQLite")
    copy = tmp_path / "copy.hipwalk"
    copy.write_bytes(_zip(tmp_path)["walks/001_2026-01-02.hipwalk"])
    keys.forget()
    with WalkFile.open(copy) as walk:
        assert len(walk.strides()) == len(STRIDES)


def test_a_walk_that_cannot_be_read_leaves_no_half_zip(own: Path, tmp_path: Path) -> None:
    _run("person", NAME, _keep(walks_folder() / "2026-01-03.hipwalk"))
    own.write_bytes(b"nothing")
    folder = tmp_path / "out"
    folder.mkdir()
    result = _run("person", NAME, "--out", folder / "all.zip")
    assert result.exit_code == 1
    assert own.name in result.stderr
    assert list(folder.iterdir()) == []


def test_nothing_is_written_over(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.zip"
    out.write_bytes(b"mine")
    assert _run("person", NAME, "--out", out).exit_code == 1
    assert out.read_bytes() == b"mine"


def test_only_its_owner_may_read_it(own: Path, tmp_path: Path) -> None:
    _zip(tmp_path)
    assert stat.S_IMODE((tmp_path / "all.zip").stat().st_mode) == 0o600


def test_somebody_unknown_is_told(data: Path, tmp_path: Path) -> None:
    result = _run("person", NAME, "--out", tmp_path / "all.zip")
    assert (result.exit_code, (tmp_path / "all.zip").exists()) == (1, False)
    assert "Nobody here is called" in result.stderr


def test_a_walk_that_is_told_of_goes_when_the_person_is_deleted(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = _keep(tmp_path / "usb" / "walk.hipwalk")
    monkeypatch.chdir(elsewhere.parent)
    assert _run("person", NAME, Path("..", "usb", "walk.hipwalk")).exit_code == 0
    assert _run("delete", "--person", NAME, "--yes").exit_code == 0
    assert not elsewhere.exists()


def test_what_is_no_walk_makes_nobody(data: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.hipwalk"
    bad.write_bytes(b"nothing")
    assert _run("person", NAME, bad).exit_code == 1
    with Library.open() as library:
        assert library.people() == ()


def test_an_empty_call_says_what_to_tell(data: Path) -> None:
    assert "--out" in _run("person", NAME).stderr
