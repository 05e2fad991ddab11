import pytest

from coach.care.exercise_form import Form, FormSummary, FormWatch
from coach.care.exercises import Sensing
from coach.gait.repetitions import Repetition


def _rep(lift_deg: float = 30.0, duration_s: float = 4.0, behind_deg: float = 0.0) -> Repetition:
    return Repetition(0.0, duration_s, lift_deg, behind_deg)


def _watch(sensing: Sensing, *, starts_standing: bool = False) -> FormWatch:
    return FormWatch(sensing, 5.0, starts_standing=starts_standing)


@pytest.mark.parametrize(
    ("sensing", "starts_standing", "repetition", "form"),
    [
        (Sensing.EXTENSION, True, _rep(behind_deg=7.0), None),
        (Sensing.EXTENSION, True, _rep(behind_deg=9.0), Form.BEHIND),
        (Sensing.EXTENSION, False, _rep(behind_deg=20.0), None),
        (Sensing.REPETITIONS, True, _rep(behind_deg=20.0), None),
        (Sensing.LEVEL, False, _rep(lift_deg=99.0), None),
        (Sensing.LEVEL, False, _rep(lift_deg=101.0), Form.ABOVE_LEVEL),
        (Sensing.REPETITIONS, False, _rep(lift_deg=120.0), None),
        (Sensing.REPETITIONS, False, _rep(duration_s=2.0), Form.QUICK),
        (Sensing.REPETITIONS, False, _rep(duration_s=2.2), None),
    ],
)
def test_only_what_one_thigh_sensor_can_tell_is_said(
    sensing: Sensing, starts_standing: bool, repetition: Repetition, form: Form | None
) -> None:
    assert _watch(sensing, starts_standing=starts_standing).see(repetition) is form


def test_a_lift_that_shrinks_is_told_against_the_own_start() -> None:
    watch = _watch(Sensing.REPETITIONS)
    said = [watch.see(_rep(lift)) for lift in (30.0, 28.0, 31.0, 29.0, 20.0)]
    assert said == [None, None, None, None, Form.SMALLER]


def test_a_small_lift_from_the_start_is_nobodys_fault() -> None:
    watch = _watch(Sensing.REPETITIONS)
    assert [watch.see(_rep(12.0)) for _ in range(6)] == [None] * 6


def test_it_is_said_at_most_every_third_repetition() -> None:
    watch = _watch(Sensing.REPETITIONS)
    said = [watch.see(_rep(duration_s=1.0)) for _ in range(7)]
    quick = Form.QUICK
    assert said == [quick, None, None, quick, None, None, quick]


def test_the_summary_compares_the_end_with_the_start() -> None:
    watch = _watch(Sensing.REPETITIONS)
    for lift in (30.0, 30.0, 30.0, 24.0, 24.0, 24.0):
        watch.see(_rep(lift))
    assert watch.summary() == FormSummary(6, 4.0, 0.8)


def test_of_few_repetitions_nothing_is_compared() -> None:
    watch = _watch(Sensing.REPETITIONS)
    assert watch.summary() == FormSummary(0, None, None)
    watch.see(_rep())
    assert watch.summary() == FormSummary(1, 4.0, None)
