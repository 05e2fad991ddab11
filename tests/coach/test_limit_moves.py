"""The physio's ladder moves the limit when a plan is taken up: one step up, one back for a red."""

from dataclasses import replace

import pytest

from coach.care.exercises import load_library
from coach.care.limits import Limit
from coach.care.own_limit import ReturnLadder
from coach.care.pain_record import Activity
from coach.care.permissions import Permissions
from coach.care.plan import PlanInputs, todays_plan
from coach.care.reasons import Rule, because
from coach.care.walking_dose import WalkChoice, WalkDose
from coach.care_words import LADDER_BACK, LADDER_UP
from coach.records.entries import AboutPerson, LimitEntry, Person
from coach.records.library import Library
from coach.today import Today, take_up
from sensors.samples import Side
from tests.coach.care.days import RED, at, judged

LADDER = ReturnLadder(1.5, 10.0, 14.0, "Anna")


@pytest.fixture
def person(data: object) -> Person:
    with Library.open() as library:
        return library.add_person("Maija")


def _day(change_deg: float, day: int = 5, *, ladder: ReturnLadder | None = LADDER) -> Today:
    inputs = PlanInputs(
        now=at(day, 18),
        permissions=Permissions(ladder=ladder),
        judged=(judged(3, RED, Activity.WALK),),
    )
    plan = todays_plan(inputs, load_library())
    walk = WalkChoice(because(Rule.REPEAT), WalkDose(10), limit_change_deg=change_deg)
    about = AboutPerson(sore_sides=(Side.RIGHT,))
    return Today(about, inputs, replace(plan, walk=walk), (), None)


def _limits(person: Person, *days: Today) -> list[LimitEntry]:
    with Library.open() as library:
        first = LimitEntry(at(1), "Anna", "test", Limit(extension_deg=13.0))
        library.set_limit(person, Side.RIGHT, first)
        for day in days:
            take_up(library, person, day, ())
        return list(library.limits(person, Side.RIGHT))


def _deg(entry: LimitEntry) -> float | None:
    return None if entry.limit is None else entry.limit.extension_deg


def test_a_step_up_is_taken_as_far_as_the_top(person: Person) -> None:
    newest = _limits(person, _day(1.5))[-1]
    assert (_deg(newest), newest.set_by, newest.reason) == (14.0, "program", LADDER_UP)


def test_a_red_takes_a_step_back(person: Person) -> None:
    newest = _limits(person, _day(-1.5))[-1]
    assert (_deg(newest), newest.reason) == (11.5, LADDER_BACK)


def test_one_red_takes_one_step_however_often_the_plan_is_taken_up(person: Person) -> None:
    assert len(_limits(person, _day(-1.5), _day(-1.5, 6), _day(-1.5, 7))) == 2


def test_without_a_ladder_nothing_moves(person: Person) -> None:
    assert len(_limits(person, _day(1.5, ladder=None))) == 1


def test_a_walk_that_stays_moves_nothing(person: Person) -> None:
    assert len(_limits(person, _day(0.0))) == 1
