import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.care.exercise_choice import Way
from coach.care.exercise_pace import Amount, Pacer, Part, Turn, dose_of, steps
from coach.care.exercises import Exercise, load_library

_LIBRARY = load_library()
_ALL = list(_LIBRARY.values())


def _parts(exercise_id: str, *, is_own_pace: bool = False) -> list[Part]:
    return [step.part for step in steps(_LIBRARY[exercise_id], is_own_pace=is_own_pace)]


def test_a_bridge_goes_out_and_back_ten_times_twice_with_a_rest_between() -> None:
    one = [Part.OUT, Part.BACK] * 10
    assert _parts("B1") == [Part.GET_READY, *one, Part.REST, *one]


def test_a_squeeze_is_held_and_then_let_go() -> None:
    assert _parts("A1") == [Part.GET_READY, *[Part.HOLD, Part.BACK] * 10]


def test_a_moving_stretch_is_held_at_its_end() -> None:
    assert _parts("M4")[1:4] == [Part.OUT, Part.HOLD, Part.BACK]


def test_minutes_go_on_with_rests_between_sets() -> None:
    going = Part.KEEP_GOING
    assert _parts("W2") == [Part.GET_READY, going, Part.REST, going, Part.REST, going]


def test_nothing_is_paced_at_night() -> None:
    assert steps(_LIBRARY["R5"]) == ()


@pytest.mark.parametrize(
    ("exercise_id", "turns"),
    [
        ("A3", [Turn.SORE]),
        ("B1", [Turn.BOTH]),
        ("M6", [Turn.SORE, Turn.OTHER]),
        ("Q1", [Turn.OTHER, Turn.SORE]),
        ("B3", [Turn.OTHER, Turn.SORE]),
    ],
)
def test_the_right_leg_begins(exercise_id: str, turns: list[Turn]) -> None:
    made = [step.turn for step in steps(_LIBRARY[exercise_id])]
    assert list(dict.fromkeys(made)) == turns


def test_legs_that_take_turns_alternate_and_do_the_dose_each() -> None:
    outs = [step for step in steps(_LIBRARY["C1"]) if step.part is Part.OUT]
    assert [step.turn for step in outs] == [Turn.SORE, Turn.OTHER] * 8
    assert outs[-1].n_reps == 16


def test_changing_legs_takes_time() -> None:
    change = next(step for step in steps(_LIBRARY["M6"]) if step.part is Part.CHANGE_LEG)
    assert change.turn is Turn.OTHER
    assert change.duration_s == 15.0  # the rest between sets


@pytest.mark.parametrize("exercise", _ALL, ids=lambda exercise: exercise.id)
def test_the_steps_take_as_long_as_the_library_says(exercise: Exercise) -> None:
    made = steps(exercise)
    worked = sum(
        step.duration_s or 0.0
        for step in made
        if step.part not in (Part.GET_READY, Part.CHANGE_LEG)
    )
    assert worked == exercise.duration_s


@pytest.mark.parametrize(
    ("exercise_id", "way", "hold_s"),
    [("A1", Way.HARDER, 10), ("A2", Way.EASIER, 10), ("B1", Way.HARDER, 3), ("A1", Way.EASIER, 5)],
)
def test_a_way_changes_the_dose_where_the_library_says_so(
    exercise_id: str, way: Way, hold_s: int
) -> None:
    assert dose_of(_LIBRARY[exercise_id], way).hold_s == hold_s


def test_time_passes_through_the_steps() -> None:
    pacer = Pacer(steps(_LIBRARY["A1"]))
    began = pacer.pass_time(5.0)
    assert [step.part for step in began] == [Part.HOLD]
    assert pacer.pass_time(4.9) == ()
    assert pacer.left_s == pytest.approx(0.1)


def test_nothing_passes_while_paused() -> None:
    pacer = Pacer(steps(_LIBRARY["A1"]))
    pacer.is_paused = True
    assert pacer.pass_time(60.0) == ()
    assert pacer.left_s == 5.0


def test_time_that_goes_back_is_refused() -> None:
    with pytest.raises(ValueError, match="went back"):
        Pacer(steps(_LIBRARY["A1"])).pass_time(-1.0)


def test_all_of_it_counts_once_it_is_done() -> None:
    pacer = Pacer(steps(_LIBRARY["A1"]))
    pacer.pass_time(105.0)
    assert pacer.is_done
    assert pacer.amount() == Amount(n_sets=1, n_repetitions=10, held_s=50.0)


def test_an_end_in_the_middle_counts_what_was_done() -> None:
    pacer = Pacer(steps(_LIBRARY["B1"]))
    pacer.pass_time(5.0 + 10 * 5.0 + 45.0 + 3 * 5.0)
    assert pacer.amount() == Amount(n_sets=1, n_repetitions=13)


def test_a_repetition_cut_short_does_not_count() -> None:
    pacer = Pacer(steps(_LIBRARY["B1"]))
    pacer.pass_time(6.0)
    pacer.next()
    pacer.next()
    assert pacer.amount().n_repetitions == 0


def test_minutes_count_as_they_pass() -> None:
    pacer = Pacer(steps(_LIBRARY["R2"]))
    pacer.pass_time(5.0 + 90.0)
    assert pacer.amount().minutes == 1.5


def test_at_the_own_pace_the_set_ends_with_the_last_repetition() -> None:
    pacer = Pacer(steps(_LIBRARY["B1"], is_own_pace=True))
    pacer.pass_time(5.0)
    began = [pacer.count() for _ in range(10)]
    assert began[:9] == [None] * 9
    assert began[9] is not None
    assert began[9].part is Part.REST
    assert pacer.amount() == Amount(n_sets=1, n_repetitions=10)


def test_at_the_own_pace_no_time_ends_a_set() -> None:
    pacer = Pacer(steps(_LIBRARY["B1"], is_own_pace=True))
    pacer.pass_time(1000.0)
    assert pacer.step is not None
    assert pacer.step.part is Part.OWN_PACE
    assert pacer.left_s is None


def test_a_set_told_to_be_done_counts_whole() -> None:
    pacer = Pacer(steps(_LIBRARY["B1"], is_own_pace=True))
    pacer.pass_time(5.0)
    pacer.next()
    assert pacer.amount() == Amount(n_sets=1, n_repetitions=10)


def test_a_counted_set_ended_early_counts_what_was_counted() -> None:
    pacer = Pacer(steps(_LIBRARY["B1"], is_own_pace=True))
    pacer.pass_time(5.0)
    pacer.count()
    pacer.next()
    assert pacer.amount().n_repetitions == 1


def test_a_repetition_outside_a_set_is_not_counted() -> None:
    pacer = Pacer(steps(_LIBRARY["B1"], is_own_pace=True))
    assert pacer.count() is None
    assert pacer.amount().n_repetitions == 0


@given(st.lists(st.floats(0.01, 40.0), min_size=1, max_size=60))
def test_any_cutting_of_time_leads_to_the_same_place(seconds: list[float]) -> None:
    piecewise, at_once = Pacer(steps(_LIBRARY["M4"])), Pacer(steps(_LIBRARY["M4"]))
    for some in seconds:
        piecewise.pass_time(some)
    at_once.pass_time(sum(seconds))
    assert piecewise.step == at_once.step
    assert piecewise.left_s == pytest.approx(at_once.left_s, abs=1e-6)


def test_a_sensor_counts_the_leg_that_wears_it_and_the_other_goes_by_time() -> None:
    made = steps(_LIBRARY["Q1"], is_counted=True)
    parts = {step.turn: step.part for step in made if step.part is not Part.CHANGE_LEG}
    assert parts[Turn.SORE] is Part.OWN_PACE
    assert parts[Turn.OTHER] is Part.BACK


def test_where_legs_take_turns_the_sensor_counts_its_own() -> None:
    counted = [s for s in steps(_LIBRARY["C1"], is_counted=True) if s.part is Part.OWN_PACE]
    assert [step.n_reps for step in counted] == [8]
