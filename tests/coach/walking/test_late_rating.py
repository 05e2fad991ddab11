"""A walk nobody rated when it ended is asked about for two days, and judged as any other."""

from datetime import datetime, timedelta, timezone

import pytest

from coach.care.pain import Colour, judge_all
from coach.care.pain_record import PainRecord
from coach.care.symptoms import Feeling, OwnSymptoms
from coach.care.warning_signs import WarningSign
from coach.records.entries import PainEntry, Person, WalkNote
from coach.records.library import Library
from coach.today import PAIN_NOW
from coach.walking.late_rating import LEFT_SETTING, late_rating, unrated_walk
from coach.walking.walk_end import Felt
from sensors.samples import Side

HERE = timezone(timedelta(hours=2))
NOW = datetime(2026, 3, 2, 18, tzinfo=HERE)
NOTE = WalkNote(ended_at=NOW - timedelta(hours=5), side=Side.RIGHT, minutes=9.0)
NONE = OwnSymptoms(frozenset(), 0)


@pytest.fixture
def maija(library: Library) -> Person:
    return library.add_person("Maija")


def _keep(library: Library, person: Person, *entries: object) -> None:
    for entry in entries:
        library.keep(person, entry, at=NOTE.ended_at)


def test_a_walk_nobody_rated_is_asked_about(library: Library, maija: Person) -> None:
    _keep(library, maija, NOTE)
    assert unrated_walk(library, maija, NOW) == NOTE


def test_a_rated_one_is_not(library: Library, maija: Person) -> None:
    _keep(library, maija, NOTE, PainRecord(NOTE.ended_at, Side.RIGHT, 1, 2))
    assert unrated_walk(library, maija, NOW) is None


def test_after_two_days_nobody_is_asked(library: Library, maija: Person) -> None:
    _keep(library, maija, NOTE)
    assert unrated_walk(library, maija, NOW + timedelta(days=2)) is None


def test_who_does_not_know_is_not_asked_again(library: Library, maija: Person) -> None:
    _keep(library, maija, NOTE)
    library.save_setting(LEFT_SETTING, NOTE.ended_at.isoformat())
    assert unrated_walk(library, maija, NOW) is None


def test_the_pain_told_before_that_walk_counts(library: Library, maija: Person) -> None:
    before = NOTE.ended_at - timedelta(minutes=30)
    _keep(library, maija, NOTE, PainEntry(at=before, level=2, moment=PAIN_NOW, side=Side.RIGHT))
    record = late_rating(library, maija, NOTE, 3, (), NONE)
    assert (record.ended_at, record.before, record.worst) == (NOTE.ended_at, 2, 3)


def test_without_one_the_rise_is_all_of_it(library: Library, maija: Person) -> None:
    _keep(library, maija, NOTE)
    record = late_rating(library, maija, NOTE, 3, (), NONE)
    assert judge_all((record,), ())[0].colour is Colour.RED


def test_what_was_felt_is_a_sign_as_it_would_have_been(library: Library, maija: Person) -> None:
    _keep(library, maija, NOTE)
    record = late_rating(library, maija, NOTE, 1, (Felt(Feeling.NUMBNESS),), NONE)
    assert WarningSign.NUMBNESS_OR_WEAKNESS in record.signs
