from dataclasses import replace
from datetime import date

import msgspec
import pytest

from coach.care.exercise_choice import Person
from coach.care.exercises import Stage, load_library
from coach.care.limits import Limit
from coach.care.own_limit import ReturnLadder
from coach.care.pain import Judged, judge
from coach.care.pain_record import Activity
from coach.care.plan import (
    Permissions,
    Plan,
    PlanInputs,
    StageState,
    last_red_at,
    todays_plan,
)
from coach.care.reasons import Rule
from coach.care.walking_dose import Pace, PrescribedDose, WalkDone, WalkDose
from coach.care.warning_signs import Check, Event, HipHistory, Level, WarningSign, locks
from tests.coach.care.days import (
    AMBER,
    GREEN,
    RED,
    UNKNOWN,
    at,
    judged,
    morning,
    on,
    rating,
    walk,
)

_LIBRARY = load_library()
_SESSION = Activity.EXERCISES


def _sessions(*days: int, colour: str = GREEN) -> tuple[Judged, ...]:
    return tuple(judged(day, colour, _SESSION, hour=18) for day in days)


def _inputs(
    walks: tuple[WalkDone, ...] = (),
    sessions: tuple[Judged, ...] = (),
    *,
    day: int = 7,
    stage: Stage = Stage.BUILD,
    rise_on: date | None = None,
    was_stage_rise: bool = True,
    signs: tuple[WarningSign, ...] = (),
    permissions: Permissions | None = None,
    limit: Limit | None = None,
) -> PlanInputs:
    every = sorted((*(w.judged for w in walks), *sessions), key=lambda j: j.record.ended_at)
    return PlanInputs(
        now=at(day, 20),
        pain_now=1,
        check=Check(at(day, 19), frozenset(signs)),
        state=StageState(stage, at(-50), rise_on, was_stage_rise),
        walks=walks,
        judged=tuple(every),
        permissions=permissions or Permissions(),
        limit=limit,
    )


def _plan(inputs: PlanInputs) -> Plan:
    return todays_plan(inputs, _LIBRARY)


_WALKS = tuple(walk(day) for day in (0, 2, 4))
_UNLIMITED = tuple(walk(day, dose_min=30, pace=Pace.USUAL) for day in (0, 2, 4))


@pytest.mark.parametrize("sign", WarningSign)
def test_any_warning_sign_leaves_no_walk_and_no_exercises(sign: WarningSign) -> None:
    plan = _plan(_inputs(_WALKS, signs=(sign,)))
    assert plan.walk.reason.rule is Rule.WARNING_SIGN
    assert (plan.walk.dose, plan.exercises, plan.self_care) == (None, (), ())


def test_the_most_urgent_sign_is_told() -> None:
    plan = _plan(_inputs(signs=(WarningSign.NIGHT_PAIN, WarningSign.CHEST_PAIN_OR_BREATHLESS)))
    assert dict(plan.walk.reason.inputs) == {
        "level": Level.EMERGENCY.value,
        "signs": "chest_pain_or_breathless night_pain",
    }


@pytest.mark.parametrize(
    ("check", "why"),
    [(None, "start"), (Check(at(-7)), "two_weeks")],
)
def test_signs_that_are_due_are_asked_before_any_plan(check: Check | None, why: str) -> None:
    plan = _plan(replace(_inputs(_WALKS), check=check))
    assert plan.walk.reason.rule is Rule.ASK_WARNING_SIGNS
    assert dict(plan.walk.reason.inputs) == {"why": why}
    assert plan.exercises == ()


def test_after_a_red_the_signs_are_asked() -> None:
    inputs = replace(_inputs((walk(0, RED),), day=4), check=Check(at(-1)))
    assert dict(_plan(inputs).walk.reason.inputs) == {"why": "after_red"}


def test_a_fresh_operation_closes_the_walk_and_all_that_is_not_ticked() -> None:
    history = HipHistory(Event.FRACTURE, on(0), ticked=frozenset({"A1"}))
    person = Person(locks([history], on(7)))
    plan = _plan(replace(_inputs(_WALKS), person=person))
    assert plan.walk.reason.rule is Rule.OPERATION_LOCK
    assert plan.walk.dose is None
    assert [choice.exercise_id for choice in plan.exercises] == ["A1"]


@pytest.mark.parametrize(
    ("inputs", "rule"),
    [
        (replace(_inputs(_WALKS), pain_now=5), Rule.START_PAIN),
        (_inputs((walk(0), walk(6, RED)), day=6), Rule.REST_AFTER_RED),
    ],
    ids=["start_pain", "rest"],
)
def test_when_the_walk_is_off_for_pain_only_calm_exercises_and_all_self_care(
    inputs: PlanInputs, rule: Rule
) -> None:
    plan = _plan(inputs)
    assert plan.walk.reason.rule is rule
    assert {choice.reason.rule for choice in plan.exercises} == {Rule.CALM_ITEM}
    assert {"R2", "R3"} <= {choice.exercise_id for choice in plan.self_care}


def test_before_a_walk_there_is_no_cold_or_heat() -> None:
    offered = {choice.exercise_id for choice in _plan(_inputs(_WALKS)).self_care}
    assert not {"R2", "R3"} & offered


@pytest.mark.parametrize(
    ("stage", "lower"),
    [("return", "load"), ("load", "build"), ("build", "calm"), ("calm", "calm")],
)
def test_one_stage_lower_after_a_red(stage: str, lower: str) -> None:
    plan = _plan(_inputs((walk(0, RED),), day=4, stage=Stage(stage)))
    assert (plan.stage.reason.rule, plan.stage.stage) == (Rule.STAGE_LOWER, Stage(lower))


def test_one_red_lowers_the_stage_once() -> None:
    inputs = _inputs((walk(0, RED),), day=4)
    state = _plan(inputs).state_after(inputs.state, inputs.now)
    assert (state.stage, state.set_at) == (Stage.CALM, inputs.now)
    later = replace(inputs, now=at(5, 20), state=replace(state, stage=Stage.LOAD))
    assert _plan(later).stage.stage is Stage.LOAD


def test_a_red_told_late_lowers_the_stage_too() -> None:
    late = judge(rating(0), morning(0, 6, answered=at(6)))
    inputs = replace(_inputs(), judged=(late,))
    kept = replace(inputs, state=replace(inputs.state, set_at=at(3)))
    assert _plan(kept).stage.reason.rule is Rule.STAGE_LOWER


def test_an_amber_leaves_the_stage() -> None:
    plan = _plan(_inputs((walk(6, AMBER),)))
    assert plan.stage.reason.rule is Rule.STAGE_STAYS


@pytest.mark.parametrize(
    ("sessions", "day", "rule"),
    [
        ((0, 2, 4), 7, Rule.STAGE_RISE),
        ((0, 2, 4), 6, Rule.STAGE_STAYS),
        ((0, 4), 7, Rule.STAGE_STAYS),
    ],
)
def test_a_stage_rises_after_three_green_sessions_and_a_week(
    sessions: tuple[int, ...], day: int, rule: Rule
) -> None:
    plan = _plan(_inputs((walk(0, UNKNOWN),), _sessions(*sessions), day=day))
    assert plan.stage.reason.rule is rule


def test_no_stage_rises_on_a_newer_amber() -> None:
    plan = _plan(_inputs((walk(5, AMBER),), _sessions(0, 2, 4)))
    assert plan.stage.reason.rule is Rule.STAGE_STAYS


@pytest.mark.parametrize(
    ("stage", "is_return_open", "after"),
    [
        ("calm", False, "build"),
        ("build", False, "load"),
        ("load", False, "load"),
        ("load", True, "return"),
        ("return", True, "return"),
    ],
)
def test_the_last_stage_opens_only_with_the_physio(
    stage: str, is_return_open: bool, after: str
) -> None:
    permissions = Permissions(is_return_open=is_return_open)
    inputs = _inputs((), _sessions(0, 2, 4), stage=Stage(stage), permissions=permissions)
    assert _plan(inputs).stage.stage is Stage(after)


@pytest.mark.parametrize(
    ("was_stage_rise", "walk_rule", "stage_rule"),
    [
        (True, Rule.RISE_TIME, Rule.STAGE_STAYS),
        (False, Rule.REPEAT, Rule.STAGE_RISE),
    ],
)
def test_walk_and_stage_take_turns(was_stage_rise: bool, walk_rule: Rule, stage_rule: Rule) -> None:
    plan = _plan(_inputs(_WALKS, _sessions(0, 2, 4), was_stage_rise=was_stage_rise))
    assert (plan.walk.reason.rule, plan.stage.reason.rule) == (walk_rule, stage_rule)


def test_out_of_turn_a_walk_rises_when_the_stage_cannot() -> None:
    plan = _plan(_inputs(_WALKS, was_stage_rise=False))
    assert plan.walk.reason.rule is Rule.RISE_TIME


def test_a_rise_starts_the_week_anew_for_both() -> None:
    inputs = _inputs(_WALKS, _sessions(0, 2, 4))
    state = _plan(inputs).state_after(inputs.state, inputs.now)
    assert (state.last_rise_on, state.was_stage_rise) == (on(7), False)
    walks = (*_WALKS, walk(7, dose_min=11))
    next_day = _inputs(walks, _sessions(0, 2, 4), day=8)
    plan = _plan(replace(next_day, state=state))
    assert (plan.walk.reason.rule, plan.stage.reason.rule) == (Rule.REPEAT, Rule.STAGE_STAYS)


def test_a_plan_without_change_leaves_the_state() -> None:
    inputs = _inputs((walk(6, AMBER),))
    assert _plan(inputs).state_after(inputs.state, inputs.now) == inputs.state


_LADDER = ReturnLadder(step_deg=1.5, start_deg=10, top_deg=14, set_by="physio")


@pytest.mark.parametrize(
    ("limit_deg", "rule", "change_deg"),
    [
        (10.0, Rule.RISE_STRIDE, 1.5),
        (13.0, Rule.RISE_STRIDE, 1.0),
        (14.0, Rule.AT_AIM, 0.0),
    ],
)
def test_the_ladder_leads_up_to_its_top(limit_deg: float, rule: Rule, change_deg: float) -> None:
    inputs = _inputs(
        _UNLIMITED, permissions=Permissions(ladder=_LADDER), limit=Limit(extension_deg=limit_deg)
    )
    choice = _plan(inputs).walk
    assert (choice.reason.rule, choice.limit_change_deg) == (rule, change_deg)


def test_a_red_at_the_top_takes_a_step_back() -> None:
    inputs = _inputs(
        (walk(0, RED),),
        day=4,
        permissions=Permissions(ladder=_LADDER),
        limit=Limit(extension_deg=14.0),
    )
    assert _plan(inputs).walk.limit_change_deg == -1.5


def test_once_answered_after_a_red_the_plan_goes_on() -> None:
    plan = _plan(_inputs((walk(0), walk(6, RED)), day=6))
    assert plan.walk.reason.rule is Rule.REST_AFTER_RED


def test_advice_stands_beside_a_blocked_plan() -> None:
    inputs = replace(_inputs(signs=(WarningSign.NIGHT_PAIN,)), is_daily_life_limited=True)
    assert [reason.rule for reason in _plan(inputs).advice] == [Rule.DAILY_LIFE_LIMITED]


def test_the_newest_red_is_the_one_told_last() -> None:
    late = judge(rating(0), morning(0, 6, answered=at(6)))
    assert last_red_at((judged(3, RED), late)) == at(6)
    assert last_red_at((judged(3, GREEN),)) is None


def test_the_same_inputs_give_the_same_plan() -> None:
    inputs = _inputs(_WALKS, _sessions(0, 2, 4))
    assert _plan(inputs) == _plan(inputs)


@pytest.mark.parametrize(
    "permissions",
    [Permissions(closed=frozenset({"A3"})), Permissions(held=frozenset({"A3"}))],
    ids=["by_hand", "by_findings"],
)
def test_what_the_physio_closed_does_not_come(permissions: Permissions) -> None:
    inputs = replace(_inputs(permissions=permissions), exercises_done=())
    every = [_plan(replace(inputs, now=at(day, 20))) for day in range(7, 21)]
    assert not [c for plan in every for c in plan.exercises if c.exercise_id == "A3"]


def test_what_findings_hold_back_comes_once_it_is_unlocked() -> None:
    held = Permissions(held=frozenset({"A3"}), unlocked=frozenset({"A3"}))
    assert _plan(_inputs(permissions=held)) == _plan(_inputs())


def test_what_findings_favour_comes_first_among_equals() -> None:
    favoured = Permissions(favoured=frozenset({"C1"}))
    chosen = {c.exercise_id: c.reason.rule for c in _plan(_inputs(permissions=favoured)).exercises}
    assert chosen["C1"] is Rule.FAVOURED_ITEM


def test_an_own_exercise_of_the_physio_comes_too() -> None:
    own = msgspec.structs.replace(_LIBRARY["M1"], id="X1")
    plan = _plan(_inputs(permissions=Permissions(own=(own,))))
    chosen = {choice.exercise_id: choice.reason.rule for choice in plan.exercises}
    assert chosen["X1"] is Rule.OWN_ITEM


def test_the_stage_waits_for_the_physio_where_nothing_may_rise() -> None:
    permissions = Permissions(is_rise_open=False)
    plan = _plan(_inputs((), _sessions(0, 2, 4), permissions=permissions))
    assert plan.stage.reason.rule is Rule.STAGE_STAYS


def test_a_prescribed_dose_is_the_walk_of_the_plan() -> None:
    told = PrescribedDose(WalkDose(18, Pace.USUAL), at(5))
    plan = _plan(_inputs(_WALKS, permissions=Permissions(prescribed=told)))
    assert plan.walk.dose == told.dose


def test_a_walk_at_the_ceiling_starts_no_new_week() -> None:
    inputs = _inputs(_UNLIMITED, permissions=Permissions(most_minutes=20, ladder=_LADDER))
    inputs = replace(inputs, limit=Limit(extension_deg=10.0))
    plan = _plan(inputs)
    assert (plan.walk.limit_change_deg, plan.state_after(inputs.state, inputs.now)) == (
        0.0,
        inputs.state,
    )
