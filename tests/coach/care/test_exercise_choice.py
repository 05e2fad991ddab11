import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.exercise_choice import (
    MOST_EXERCISES,
    MOST_MINUTES,
    Chooser,
    ExerciseChoice,
    ExerciseDone,
    Person,
    Way,
)
from coach.care.exercises import Dose, Kind, Leg, Stage, load_library
from coach.care.reasons import Rule
from coach.care.warning_signs import Condition, Locks
from tests.coach.care.days import on

_LIBRARY = load_library()
_TODAY = on(30)


def _chooser(*done: ExerciseDone, person: Person | None = None, today: int = 30) -> Chooser:
    return Chooser(_LIBRARY, person or Person(), done, on(today))


def _done(
    exercise_id: str, day: int, *, hurt: bool = False, way: Way = Way.AS_IT_STANDS
) -> ExerciseDone:
    return ExerciseDone(exercise_id, on(day), way, 1, 3 if hurt else 1)


def _ids(choices: tuple[ExerciseChoice, ...]) -> list[str]:
    return [choice.exercise_id for choice in choices]


def _kinds(choices: tuple[ExerciseChoice, ...]) -> list[Kind]:
    return [_LIBRARY[choice.exercise_id].kind for choice in choices]


def test_the_first_calm_day() -> None:
    chosen = _chooser().exercises(Stage.CALM, is_calm_only=False)
    assert _ids(chosen) == ["M1", "M2", "A1", "R1"]


def test_a_strength_day_of_the_build_stage() -> None:
    chosen = _chooser().exercises(Stage.BUILD, is_calm_only=False)
    assert _ids(chosen) == ["M3", "A1", "A3", "B1", "Q1"]


def test_the_day_after_strength_has_none() -> None:
    chosen = _chooser(_done("A3", 29)).exercises(Stage.LOAD, is_calm_only=False)
    assert _ids(chosen) == ["M3", "M4", "A1", "K5", "R1"]


@pytest.mark.parametrize(("days_ago", "is_strength_day"), [(0, False), (1, False), (2, True)])
def test_strength_every_second_day(days_ago: int, is_strength_day: bool) -> None:
    assert _chooser(_done("B1", 30 - days_ago)).is_strength_day is is_strength_day


@pytest.mark.parametrize(
    ("days_ago", "is_open"),
    [
        ((), True),
        ((1,), True),
        ((1, 1), True),
        ((1, 6), False),
        ((1, 7), True),
        ((0, 3), False),
    ],
)
def test_massage_ball_at_most_twice_in_seven_days(days_ago: tuple[int, ...], is_open: bool) -> None:
    chooser = _chooser(*(_done("R1", 30 - days) for days in days_ago))
    assert chooser.is_massage_open is is_open
    chosen = chooser.exercises(Stage.CALM, is_calm_only=False)
    assert (Kind.MASSAGE in _kinds(chosen)) is is_open


def test_twenty_minutes_are_not_passed() -> None:
    eight_min = Dose(minutes=8)
    long_library = {
        name: msgspec.structs.replace(exercise, dose=eight_min, leg=Leg.SORE)
        for name, exercise in _LIBRARY.items()
    }
    chooser = Chooser(long_library, Person(), (), _TODAY)
    assert _ids(chooser.exercises(Stage.BUILD, is_calm_only=False)) == ["M3", "A1"]


def test_what_waited_longest_comes_first() -> None:
    history = [_done("A3", 20), _done("B1", 22), _done("Q1", 24), _done("C1", 26), _done("K3", 28)]
    chosen = _chooser(*history).exercises(Stage.BUILD, is_calm_only=False)
    assert _ids(chosen)[2:] == ["A3", "B1", "Q1"]


def test_calm_only_has_no_strength_and_no_ball() -> None:
    chosen = _chooser().exercises(Stage.LOAD, is_calm_only=True)
    assert set(_kinds(chosen)) == {Kind.ACTIVATION, Kind.MOBILITY}
    assert all(_LIBRARY[c.exercise_id].stage is Stage.CALM for c in chosen)
    assert {c.reason.rule for c in chosen} == {Rule.CALM_ITEM}


def test_a_painful_exercise_is_replaced_by_its_easier_neighbour() -> None:
    others = [_done(name, 27) for name in ("B1", "Q1", "C1", "K3")]
    chosen = _chooser(_done("A3", 26, hurt=True), *others).exercises(
        Stage.BUILD, is_calm_only=False
    )
    (instead,) = [c for c in chosen if c.reason.rule is Rule.EASIER_EXERCISE]
    assert (instead.exercise_id, dict(instead.reason.inputs)) == ("A2", {"instead_of": "A3"})
    assert "A3" not in _ids(chosen)


def test_without_an_easier_neighbour_the_easier_way_is_taken() -> None:
    chosen = _chooser(_done("A1", 29, hurt=True)).exercises(Stage.CALM, is_calm_only=True)
    (easier,) = [c for c in chosen if c.way is Way.EASIER]
    assert (easier.exercise_id, easier.reason.rule) == ("A1", Rule.EASIER_WAY)


def test_when_the_easier_way_hurts_too_it_is_left_out() -> None:
    history = [_done("A1", 27, hurt=True), _done("A1", 28, hurt=True, way=Way.EASIER)]
    assert "A1" not in _ids(_chooser(*history).exercises(Stage.CALM, is_calm_only=True))


def test_a_chain_of_painful_exercises_is_followed_to_its_end() -> None:
    history = [_done(name, 29, hurt=True) for name in ("M3", "M6", "M2")]
    others = [_done("M4", 30), _done("M1", 10)]
    chosen = _chooser(*history, *others).exercises(Stage.BUILD, is_calm_only=False)
    assert _ids(chosen)[0] == "M1"


@pytest.mark.parametrize(("days_ago", "is_back"), [(14, False), (15, True)])
def test_after_two_weeks_it_may_be_tried_again(days_ago: int, is_back: bool) -> None:
    chooser = _chooser(_done("M1", 30 - days_ago, hurt=True))
    chosen = chooser.exercises(Stage.CALM, is_calm_only=True)
    ways = {c.exercise_id: c.way for c in chosen}
    assert (ways["M1"] is Way.AS_IT_STANDS) is is_back


def test_a_later_painless_time_makes_it_whole_again() -> None:
    history = [_done("M1", 27, hurt=True), _done("M1", 28)]
    chosen = _chooser(*history).exercises(Stage.CALM, is_calm_only=True)
    assert {c.exercise_id: c.way for c in chosen}["M1"] is Way.AS_IT_STANDS


@pytest.mark.parametrize(
    ("before", "after", "ticked", "was_painful"),
    [(4, 4, False, False), (1, 2, False, False), (1, 3, False, True), (2, 2, True, True)],
)
def test_what_counts_as_painful(before: int, after: int, ticked: bool, was_painful: bool) -> None:
    done = ExerciseDone("A1", _TODAY, Way.AS_IT_STANDS, before, after, ticked)
    assert done.was_painful is was_painful


def test_a_rating_outside_0_to_10_is_refused() -> None:
    with pytest.raises(ValueError, match="not 0 to 10"):
        ExerciseDone("A1", _TODAY, pain_after=11)


def test_an_exercise_that_is_no_more_in_the_library_is_passed_over() -> None:
    assert _chooser(_done("X1", 29)).is_strength_day


def test_self_care_before_a_walk_has_neither_cold_nor_heat() -> None:
    before = _ids(_chooser().self_care(walk_is_to_come=True))
    after = _ids(_chooser().self_care(walk_is_to_come=False))
    assert (before, set(after) - set(before)) == (["W3", "R4", "R5", "R6"], {"R2", "R3"})


def test_ticked_only_leaves_only_what_is_ticked() -> None:
    person = Person(Locks(only=frozenset({"A1", "R4"})))
    assert _ids(_chooser(person=person).exercises(Stage.LOAD, is_calm_only=False)) == ["A1"]
    assert _ids(_chooser(person=person).self_care(walk_is_to_come=False)) == ["R4"]


_done_days = st.builds(
    ExerciseDone,
    exercise_id=st.sampled_from(list(_LIBRARY)),
    day=st.integers(0, 30).map(on),
    way=st.sampled_from(Way),
    pain_before=st.integers(0, 4),
    pain_after=st.integers(0, 8),
    is_ticked_painful=st.booleans(),
)
_people = st.builds(
    Person,
    conditions=st.frozensets(st.sampled_from(Condition), max_size=3),
    unlocked=st.frozensets(st.sampled_from(["A4", "B3", "M5", "R1"])),
)


@given(
    done=st.lists(_done_days, max_size=30),
    person=_people,
    stage=st.sampled_from(Stage),
    is_calm_only=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_any_history_gives_few_short_open_exercises_of_the_stage(
    done: list[ExerciseDone], person: Person, stage: Stage, is_calm_only: bool
) -> None:
    chooser = Chooser(_LIBRARY, person, done, _TODAY)
    chosen = chooser.exercises(stage, is_calm_only=is_calm_only)
    exercises = [_LIBRARY[choice.exercise_id] for choice in chosen]
    assert len(chosen) == len(set(_ids(chosen))) <= MOST_EXERCISES
    assert sum(exercise.duration_s for exercise in exercises) <= 60 * MOST_MINUTES
    assert all(e.is_open(person.locks, person.conditions, person.unlocked) for e in exercises)
    assert all(e.stage.number <= stage.number for e in exercises)
    if not chooser.is_strength_day:
        assert Kind.STRENGTH not in _kinds(chosen)


@given(done=st.lists(_done_days, max_size=10))
@settings(max_examples=50, deadline=None)
def test_the_order_in_which_days_are_told_does_not_matter(
    done: list[ExerciseDone],
) -> None:
    unique = list({(d.exercise_id, d.day): d for d in done}.values())
    told = sorted(unique, key=lambda d: (d.exercise_id, d.day))
    one = Chooser(_LIBRARY, Person(), unique, _TODAY).exercises(Stage.LOAD, is_calm_only=False)
    other = Chooser(_LIBRARY, Person(), told, _TODAY).exercises(Stage.LOAD, is_calm_only=False)
    assert one == other
