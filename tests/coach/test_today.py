"""A person's day from the library: what was taken up stays until it was walked."""

from datetime import timedelta

import pytest

from coach.care.exercises import Stage, load_library
from coach.care.pain_record import MorningAnswer, PainRecord
from coach.care.plan import StageState
from coach.care.reasons import Rule
from coach.care.walking_dose import WalkDose
from coach.care.warning_signs import AskReason, Check
from coach.records.entries import AboutPerson, PainEntry, Person, WalkNote
from coach.records.library import Library
from coach.today import PAIN_NOW, Today, take_up, today
from sensors.samples import Side
from tests.coach.care.days import at, on

EXERCISES = load_library()
SIDE = Side.LEFT


@pytest.fixture
def person(data: object) -> Person:
    with Library.open() as library:
        person = library.add_person("Maija")
        for entry in (AboutPerson(sore_sides=(SIDE,)), Check(at(0))):
            library.keep(person, entry, at=at(0))
        for day in (0, 3, 6):
            _walked(library, person, day, 10.0)
        return person


def _walked(library: Library, person: Person, day: int, minutes: float) -> None:
    """A walk that was comfortable by morning."""
    ended_at = at(day)
    morning = MorningAnswer(on(day), SIDE, 1, at(day + 1, 8))
    note = WalkNote(ended_at=ended_at, side=SIDE, minutes=minutes, dose=WalkDose(minutes))
    for entry in (note, PainRecord(ended_at, SIDE, 1, 1), morning):
        library.keep(person, entry, side=SIDE, at=ended_at)


def _day(library: Library, person: Person, day: int) -> Today:
    """The day, with the pain of now told."""
    now = at(day, 18)
    library.keep(person, PainEntry(at=now, level=1, moment=PAIN_NOW, side=SIDE), at=now)
    return today(library, person, EXERCISES, now + timedelta(minutes=1))


def test_a_longer_walk_is_still_longer_once_it_is_taken_up(person: Person) -> None:
    with Library.open() as library:
        before = _day(library, person, 7)
        take_up(library, person, before, ())
        after = _day(library, person, 7)
    assert before.plan.walk.reason.rule is Rule.RISE_TIME
    assert after.plan.walk == before.plan.walk


def test_a_longer_walk_that_was_not_walked_comes_another_day(person: Person) -> None:
    with Library.open() as library:
        take_up(library, person, _day(library, person, 7), ())
        assert _day(library, person, 9).plan.walk.dose == WalkDose(11.0)


def test_once_walked_it_stays_for_a_week(person: Person) -> None:
    with Library.open() as library:
        take_up(library, person, _day(library, person, 7), ())
        _walked(library, person, 8, 11.0)
        walk = _day(library, person, 10).plan.walk
    assert (walk.reason.rule, walk.dose) == (Rule.REPEAT, WalkDose(11.0))


def test_after_the_clock_was_set_back_a_red_of_the_future_closes_nothing(person: Person) -> None:
    with Library.open() as library:
        ended_at = at(400)
        library.keep(person, PainRecord(ended_at, SIDE, 1, 6), side=SIDE, at=ended_at)
        day = _day(library, person, 9)
    assert day.plan.walk.reason.rule is Rule.RISE_TIME
    assert day.ask_signs is None


def test_after_the_clock_was_set_back_a_rise_of_the_future_counts_as_of_today(
    person: Person,
) -> None:
    with Library.open() as library:
        state = StageState(Stage.BUILD, at(400), on(400), was_stage_rise=True)
        library.keep(person, state, at=at(9))
        inputs = _day(library, person, 9).inputs
    assert inputs.state.last_rise_on == on(9)
    assert inputs.state.set_at == inputs.now


def test_a_red_is_not_forgotten_for_an_hour_of_a_clock_set_back(person: Person) -> None:
    with Library.open() as library:
        ended_at = at(9, 19)
        library.keep(person, PainRecord(ended_at, SIDE, 1, 6), side=SIDE, at=ended_at)
        day = _day(library, person, 9)
    assert day.ask_signs is AskReason.AFTER_RED
