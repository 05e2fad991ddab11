"""The weeks of somebody who never was: whole, the same each time, made by the program itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.care.pain import Colour
from coach.care.pain_record import MorningAnswer, PainRecord
from coach.records import roles
from coach.records.entries import ExerciseEntry, Person, PlanTaken, WalkNote
from coach.records.library import Library
from coach.records.walk_file import WalkFile
from coach.today import judged_records, limit_in_force
from sensors.samples import Side
from ui.tour.weeks import PHYSIO, fill_weeks

UNTIL = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class Filled:
    def __init__(self, folder: Path, n_weeks: int = 4) -> None:
        self.library = Library.open(folder / "library.db")
        self.person: Person = self.library.add_person("Aino")
        self.paths = fill_weeks(self.library, self.person, UNTIL, n_weeks, folder=folder / "walks")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return Filled(tmp_path_factory.mktemp("weeks"))


def test_the_weeks_hold_walks_exercises_and_mornings(filled: Filled) -> None:
    counts = [
        len(filled.library.entries(filled.person, kind))
        for kind in (WalkNote, ExerciseEntry, MorningAnswer)
    ]
    assert min(counts) >= 10


def test_nothing_stands_on_the_day_that_begins(filled: Filled) -> None:
    noted = filled.library.entries(filled.person, PainRecord)
    assert max(each.at for each in noted).date() == UNTIL.date() - timedelta(days=1)


def test_every_day_was_planned(filled: Filled) -> None:
    days = {noted.entry.day for noted in filled.library.entries(filled.person, PlanTaken)}
    assert len(days) == 28


def test_one_walk_was_too_much(filled: Filled) -> None:
    judged = judged_records(filled.library, filled.person)
    reds = {item.day for item in judged if item.colour is Colour.RED}
    assert len(reds) == 1


def test_a_physiotherapist_set_the_limit(filled: Filled) -> None:
    limit = limit_in_force(filled.library, filled.person, Side.RIGHT)
    assert limit is not None
    assert limit.set_by == PHYSIO


def test_what_the_physiotherapist_set_is_signed_by_them(filled: Filled) -> None:
    keys = roles.keys_by_name(filled.library)
    assert filled.library.check_trail(filled.person, keys).faults == ()


def test_the_last_walks_have_files_that_can_be_opened(filled: Filled) -> None:
    assert len(filled.paths) >= 4
    for path in filled.paths:
        with WalkFile.open(path) as walk:
            assert sum(stride.is_scored for stride in walk.strides()) > 20


def test_the_files_are_the_persons_own(filled: Filled) -> None:
    assert {walk.person_id for walk in filled.library.walks()} == {filled.person.id}


def test_the_same_call_makes_the_same_weeks(filled: Filled, tmp_path: Path) -> None:
    again = Filled(tmp_path)
    told = [
        [noted.entry for noted in each.library.entries(each.person, WalkNote)]
        for each in (filled, again)
    ]
    again.library.close()
    assert told[0] == told[1]


def test_an_end_without_zone_is_refused(filled: Filled, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zone"):
        fill_weeks(filled.library, filled.person, datetime(2026, 3, 2), folder=tmp_path)  # noqa: DTZ001
