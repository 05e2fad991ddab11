"""Today's plan: walk, stage, exercises and advice, each with its rule, inputs and reason.

Deterministic: the same inputs give the same plan. The law is care.md, "Plan".
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from coach.care.exercise_choice import Chooser, ExerciseChoice, ExerciseDone, Person
from coach.care.exercises import Library, Stage
from coach.care.limits import Limit
from coach.care.pain import Colour, Judged, may_start
from coach.care.pain_record import Activity
from coach.care.permissions import Permissions, with_own
from coach.care.reasons import Reason, Rule, because
from coach.care.see_physio import PhysioInputs, see_physio
from coach.care.usual import Usual
from coach.care.walking_dose import (
    WalkChoice,
    WalkDone,
    WalkInputs,
    is_resting_after_red,
    may_rise,
    todays_walk,
)
from coach.care.warning_signs import Check, Level, ask_reason, most_urgent

__all__ = ["Permissions", "Plan", "PlanInputs", "StageState", "todays_plan"]

_HIGHEST_ALONE = Stage.LOAD
WALK_ID = "W1"


@dataclass(frozen=True, slots=True)
class StageState:
    """The stage, since when, and what rose last of anything (time, pace, stride or stage)."""

    stage: Stage = Stage.CALM
    set_at: datetime | None = None
    last_rise_on: date | None = None
    was_stage_rise: bool = True
    """So that a walk may rise first, and then they take turns."""


@dataclass(frozen=True, slots=True)
class PlanInputs:
    """All that a plan looks at. `judged` holds walks and exercise sessions, both legs."""

    now: datetime
    pain_now: int | None = None
    check: Check | None = None
    state: StageState = StageState()
    walks: tuple[WalkDone, ...] = ()
    judged: tuple[Judged, ...] = ()
    exercises_done: tuple[ExerciseDone, ...] = ()
    person: Person = field(default_factory=Person)
    permissions: Permissions = field(default_factory=Permissions)
    is_daily_life_limited: bool = False
    limit: Limit | None = None
    usual: Usual | None = None
    usual_other: Usual | None = None

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.now.date()

    @property
    def bounds(self) -> Person:
        """The person, with what the physio closed and favours."""
        permissions = self.permissions
        return replace(self.person, closed=permissions.shut, favoured=permissions.favoured)


@dataclass(frozen=True, slots=True)
class StageChoice:
    """The stage of the exercises today."""

    reason: Reason
    stage: Stage


@dataclass(frozen=True, slots=True)
class Plan:
    """Today. Without exercises and walk there is something else to do first, told by the walk."""

    walk: WalkChoice
    stage: StageChoice
    exercises: tuple[ExerciseChoice, ...]
    self_care: tuple[ExerciseChoice, ...]
    advice: tuple[Reason, ...]

    def state_after(self, before: StageState, now: datetime) -> StageState:
        """The state to keep once the person took this plan up."""
        rule = self.stage.reason.rule
        state = before
        if rule in (Rule.STAGE_RISE, Rule.STAGE_LOWER):
            state = replace(state, stage=self.stage.stage, set_at=now)
        if rule is Rule.STAGE_RISE or self.walk.reason.rule in _WALK_RISES:
            was_stage_rise = rule is Rule.STAGE_RISE
            state = replace(state, last_rise_on=now.date(), was_stage_rise=was_stage_rise)
        return state


_WALK_RISES = (Rule.RISE_TIME, Rule.RISE_PACE, Rule.RISE_STRIDE)


def todays_plan(inputs: PlanInputs, library: Library) -> Plan:
    """Today's plan.

    1. A warning sign closes everything; unasked ones are asked first.
    2. The walk, by `walking_dose`; an operation may close it.
    3. The stage: one lower after a red, one higher when it is its turn.
    4. Exercises up to that stage; calm ones only when the walk is off for pain.
    5. Advice to see a physiotherapist.
    """
    advice = see_physio(_physio_inputs(inputs))
    blocked = _blocked(inputs)
    if blocked is not None:
        stays = StageChoice(because(Rule.STAGE_STAYS), inputs.state.stage)
        return Plan(WalkChoice(blocked, None), stays, (), (), advice)
    walk, stage = _walk_and_stage(inputs)
    chooser = Chooser(
        with_own(library, inputs.permissions.own),
        inputs.bounds,
        inputs.exercises_done,
        inputs.today,
    )
    return Plan(
        walk=walk,
        stage=stage,
        exercises=chooser.exercises(stage.stage, is_calm_only=_is_calm_only(inputs)),
        self_care=chooser.self_care(walk_is_to_come=walk.may_come),
        advice=advice,
    )


def last_red_at(judged: tuple[Judged, ...]) -> datetime | None:
    """When the newest red was told, for asking the warning signs again."""
    return max(
        (item.red_known_at for item in judged if item.red_known_at is not None), default=None
    )


def _blocked(inputs: PlanInputs) -> Reason | None:
    if inputs.check is not None and inputs.check.closing:
        level = most_urgent(inputs.check.closing) or Level.EMERGENCY
        signs = " ".join(sorted(inputs.check.closing))
        return because(Rule.WARNING_SIGN, level=level.value, signs=signs)
    ask = ask_reason(inputs.check, last_red_at(inputs.judged), inputs.now)
    return None if ask is None else because(Rule.ASK_WARNING_SIGNS, why=ask.value)


def _is_calm_only(inputs: PlanInputs) -> bool:
    if inputs.pain_now is not None and not may_start(inputs.pain_now):
        return True
    return is_resting_after_red(_walk_inputs(inputs))


def _walk_and_stage(inputs: PlanInputs) -> tuple[WalkChoice, StageChoice]:
    """Walk and stage together: one thing rises at a time, and they take turns."""
    walk = _walk(inputs, is_walk_turn=True)
    stage = _stage(inputs)
    if walk.reason.rule in _WALK_RISES and stage.reason.rule is Rule.STAGE_RISE:
        if inputs.state.was_stage_rise:
            return walk, StageChoice(because(Rule.STAGE_STAYS), inputs.state.stage)
        return _walk(inputs, is_walk_turn=False), stage
    return walk, stage


def _walk(inputs: PlanInputs, *, is_walk_turn: bool) -> WalkChoice:
    if not inputs.person.locks.is_open(WALK_ID):
        return WalkChoice(because(Rule.OPERATION_LOCK), None)
    return todays_walk(_walk_inputs(inputs, is_walk_turn=is_walk_turn))


def _walk_inputs(inputs: PlanInputs, *, is_walk_turn: bool = True) -> WalkInputs:
    permissions, limit = inputs.permissions, inputs.limit
    ladder = permissions.ladder
    return WalkInputs(
        now=inputs.now,
        pain_now=inputs.pain_now,
        walks=inputs.walks,
        judged=inputs.judged,
        last_rise_on=inputs.state.last_rise_on,
        was_walk_rise=not inputs.state.was_stage_rise,
        is_walk_turn=is_walk_turn,
        is_brisk_allowed=permissions.is_brisk_open,
        ladder_up_deg=ladder.step_from(limit) if ladder and limit else None,
        ladder_back_deg=ladder.step_back_from(limit) if ladder and limit else 0.0,
        prescribed=permissions.prescribed,
        most_minutes=permissions.most_minutes,
        is_rise_open=permissions.is_rise_open,
    )


def _stage(inputs: PlanInputs) -> StageChoice:
    stage, set_at = inputs.state.stage, inputs.state.set_at
    red_at = last_red_at(inputs.judged)
    if red_at is not None and (set_at is None or red_at > set_at):
        return StageChoice(because(Rule.STAGE_LOWER, was=stage.value), stage.one_lower)
    is_top = stage is Stage.RETURN or (
        stage is _HIGHEST_ALONE and not inputs.permissions.is_return_open
    )
    if not is_top and inputs.permissions.is_rise_open and _can_stage_rise(inputs):
        higher = stage.one_higher
        return StageChoice(because(Rule.STAGE_RISE, stage=higher.value), higher)
    return StageChoice(because(Rule.STAGE_STAYS), stage)


def _can_stage_rise(inputs: PlanInputs) -> bool:
    """Three green exercise sessions, a week since the last rise, and the newest rating green."""
    sessions = [i for i in inputs.judged if i.record.activity is Activity.EXERCISES]
    since = inputs.state.last_rise_on or (sessions[0].day if sessions else None)
    greens = tuple(
        item.colour is Colour.GREEN for item in sessions if since is not None and item.day >= since
    )
    return inputs.judged[-1:] != () and (
        inputs.judged[-1].colour is Colour.GREEN and may_rise(greens, since, inputs.today)
    )


def _physio_inputs(inputs: PlanInputs) -> PhysioInputs:
    return PhysioInputs(
        today=inputs.today,
        judged=inputs.judged,
        walks=inputs.walks,
        is_daily_life_limited=inputs.is_daily_life_limited,
        limit=inputs.limit,
        usual=inputs.usual,
        usual_other=inputs.usual_other,
    )
