import pytest

from coach.care.closed import Closed, Door, why_closed, why_not_now
from coach.care.exercise_choice import ExerciseDone, Person
from coach.care.exercises import Exercise, Stage, load_library
from coach.care.warning_signs import Condition, Event, HipHistory, locks
from tests.coach.care.days import on

_LIBRARY = load_library()
_PEOPLE = [
    Person(),
    Person(conditions=frozenset({Condition.PREGNANCY, Condition.BLOOD_THINNER})),
    Person(conditions=frozenset(Condition)),
    Person(conditions=frozenset(Condition), unlocked=frozenset(_LIBRARY)),
    Person(locks=locks([HipHistory(Event.FRACTURE)], on(0))),
    Person(locks=locks([HipHistory(Event.FRACTURE, on(-10))], on(0))),
    Person(unlocked=frozenset({"A4"})),
    Person(closed=frozenset({"B1", "R1"})),
]


@pytest.mark.parametrize("exercise", _LIBRARY.values(), ids=lambda exercise: exercise.id)
def test_the_reasons_agree_with_the_plan(exercise: Exercise) -> None:
    for person in _PEOPLE:
        assert (why_closed(exercise, person) is None) is person.may_do(exercise)


@pytest.mark.parametrize(
    ("exercise_id", "person", "closed"),
    [
        ("A1", Person(), None),
        ("A4", Person(), Closed(Door.PHYSIO_UNLOCK)),
        (
            "M4",
            Person(conditions=frozenset({Condition.HAMSTRING_ORIGIN_INJURY})),
            Closed(Door.CONDITION, Condition.HAMSTRING_ORIGIN_INJURY),
        ),
        (
            "R1",
            Person(conditions=frozenset({Condition.BLOOD_THINNER})),
            Closed(Door.ASK_PHYSIO, Condition.BLOOD_THINNER),
        ),
        ("B1", _PEOPLE[4], Closed(Door.OPERATION)),
        ("B1", _PEOPLE[7], Closed(Door.PHYSIO_CLOSED)),
    ],
)
def test_what_keeps_it_closed(exercise_id: str, person: Person, closed: Closed | None) -> None:
    assert why_closed(_LIBRARY[exercise_id], person) == closed


def test_a_later_stage_is_closed_for_now() -> None:
    assert why_closed(_LIBRARY["K1"], Person(), Stage.BUILD) == Closed(Door.STAGE)
    assert why_closed(_LIBRARY["K1"], Person(), Stage.LOAD) is None


def _ball(*days: int) -> list[ExerciseDone]:
    return [ExerciseDone("R1", on(day)) for day in days]


@pytest.mark.parametrize(
    ("days", "closed"),
    [
        ((), None),
        ((-1,), None),
        ((-1, -1), None),
        ((-1, -3), Closed(Door.WEEK_FULL)),
        ((-6, 0), Closed(Door.WEEK_FULL)),
        ((-7, 0), None),
    ],
)
def test_the_ball_at_most_twice_in_seven_days(days: tuple[int, ...], closed: object) -> None:
    ball = _LIBRARY["R1"]
    assert why_not_now(ball, Person(), _ball(*days), on(0), walk_is_to_come=True) == closed


@pytest.mark.parametrize("exercise_id", ["R2", "R3"])
def test_cold_and_heat_wait_until_after_the_walk(exercise_id: str) -> None:
    pack = _LIBRARY[exercise_id]
    before = why_not_now(pack, Person(), (), on(0), walk_is_to_come=True)
    assert before == Closed(Door.AFTER_WALK)
    assert why_not_now(pack, Person(), (), on(0), walk_is_to_come=False) is None
