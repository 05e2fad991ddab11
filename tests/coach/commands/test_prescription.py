"""`hipcoach prescription`: the way of a file from the physio's computer to the patient's."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.care.limits import Limit
from coach.care.permissions import Permissions
from coach.cli import commands
from coach.prescription_words import SENTENCES
from coach.records import prescription as rx
from coach.records import roles
from coach.records.library import Library
from coach.records.signatures import new_signing_key, six_words, verifying_key
from sensors.samples import Side

PRIVATE = new_signing_key()
ANNA = roles.Session("Anna", verifying_key(PRIVATE), PRIVATE)
TODAY = datetime.now().astimezone()


def _written(folder: Path, serial: int = 1, **changes: object) -> Path:
    set_for = rx.Prescription(
        code="P-000001",
        physio="Anna",
        serial=serial,
        issued_at=TODAY,
        expires_on=(TODAY + timedelta(days=30)).date(),
        permissions=Permissions(is_brisk_open=True, unlocked=frozenset({"A4"}), most_minutes=20),
        limits={Side.RIGHT: Limit(extension_deg=12.0, expires_on=date(2030, 1, 2))},
        message="See you in May",
    )
    path = folder / f"{serial}.prescription"
    path.write_bytes(rx.signed(set_for, ANNA))
    return path


@pytest.fixture
def maija() -> None:
    with Library.open() as library:
        library.add_person("Maija")


def _run(*arguments: str) -> Result:
    return CliRunner(catch_exceptions=False).invoke(commands, ["prescription", *arguments])


def test_without_comparing_nothing_is_taken(tmp_path: Path, maija: None) -> None:
    result = _run(str(_written(tmp_path)))
    assert result.exit_code == 1
    assert " ".join(six_words(ANNA.public)) in result.output
    assert "Compare the six words" in result.output


def test_once_compared_it_says_what_is_set(tmp_path: Path, maija: None) -> None:
    result = _run(str(_written(tmp_path)), "--words-match")
    assert result.exit_code == 0
    assert "The limit of your right leg: 12.0°, to be tested again after 2030-01-02." in (
        result.output
    )
    assert "Opened for you: Small clam." in result.output
    assert "See you in May" in result.output


def test_the_next_one_needs_no_words(tmp_path: Path, maija: None) -> None:
    _run(str(_written(tmp_path)), "--words-match")
    assert _run(str(_written(tmp_path, 2))).exit_code == 0


def test_the_same_one_again_is_refused_with_a_reason(tmp_path: Path, maija: None) -> None:
    path = _written(tmp_path)
    _run(str(path), "--words-match")
    result = _run(str(path), "--words-match")
    assert result.exit_code == 1
    assert "was taken already" in result.output


def test_a_changed_file_is_refused_with_a_reason(tmp_path: Path, maija: None) -> None:
    path = _written(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"payload":"ey', b'"payload":"ez'))
    result = _run(str(path), "--words-match")
    assert (result.exit_code, "not as the physiotherapist signed it" in result.output) == (1, True)


def test_a_file_that_is_not_there_is_told(tmp_path: Path, maija: None) -> None:
    assert "not there" in _run(str(tmp_path / "none.prescription")).output


def test_where_several_live_it_asks_for_whom(tmp_path: Path, maija: None) -> None:
    with Library.open() as library:
        library.add_person("Aino")
    assert "--person" in _run(str(_written(tmp_path)), "--words-match").output
    assert _run(str(_written(tmp_path)), "--words-match", "--person", "Aino").exit_code == 0


def test_programs_read_json(tmp_path: Path, maija: None) -> None:
    told = json.loads(_run(str(_written(tmp_path)), "--words-match", "--json").output)
    assert (told["person"], told["physio"], told["serial"]) == ("Maija", "Anna", 1)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_prescription_speaks_in_whole_sentences(sentence: str) -> None:
    assert sentence[0].isupper()
    assert sentence.endswith(".")
