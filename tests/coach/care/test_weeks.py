"""Weeks of plans taken up day after day, with any colours: what must hold over all of them."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.exercise_choice import ExerciseDone
from coach.care.exercises import Kind, Stage, load_library
from coach.care.pain import Judged, judge_all
from coach.care.pain_record import Activity, MorningAnswer, PainRecord
from coach.care.plan import Plan, PlanInputs, StageState, last_red_at, todays_plan
from coach.care.reasons import Rule
from coach.care.walking_dose import WalkDone, WalkDose
from coach.care.warning_signs import Check, ask_reason
from tests.coach.care.days import AMBER, GREEN, RED, UNKNOWN, at, morning, on, rating

_LIBRARY = load_library()
_WORST = {GREEN: 1, UNKNOWN: 1, AMBER: 3, RED: 5}
_RISES = {Rule.RISE_TIME, Rule.RISE_PACE, Rule.RISE_STRIDE, Rule.STAGE_RISE}
_N_DAYS = 42


@dataclass
class _Weeks:
    """A person who does all that the plan says, every day."""

    colours: list[str]
    state: StageState = field(default_factory=StageState)
    check: Check | None = None
    records: list[PainRecord] = field(default_factory=list)
    mornings: list[MorningAnswer] = field(default_factory=list)
    walked: list[tuple[PainRecord, WalkDose | None]] = field(default_factory=list)
    done: list[ExerciseDone] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)

    def live(self) -> None:
        for day, colour in enumerate(self.colours):
            self._ask(day)
            plan = todays_plan(self._inputs(day), _LIBRARY)
            self.state = plan.state_after(self.state, at(day, 10))
            self.plans.append(plan)
            self._act(day, colour, plan)

    def _judged(self) -> tuple[Judged, ...]:
        return judge_all(self.records, self.mornings)

    def _ask(self, day: int) -> None:
        now = at(day, 9)
        if ask_reason(self.check, last_red_at(self._judged()), now) is not None:
            self.check = Check(now)

    def _inputs(self, day: int) -> PlanInputs:
        judged = self._judged()
        colour_of = {item.record: item for item in judged}
        walks = tuple(
            WalkDone(colour_of[record], dose.minutes if dose else 15.0, dose)
            for record, dose in self.walked
        )
        return PlanInputs(
            now=at(day, 10),
            pain_now=1,
            check=self.check,
            state=self.state,
            walks=walks,
            judged=judged,
            exercises_done=tuple(self.done),
        )

    def _act(self, day: int, colour: str, plan: Plan) -> None:
        if plan.walk.dose is not None:
            record = rating(day, 1, _WORST[colour], hour=11)
            self.records.append(record)
            self.walked.append((record, None if plan.walk.is_tolerance else plan.walk.dose))
        if plan.exercises:
            self.records.append(rating(day, 1, 1, hour=12, activity=Activity.EXERCISES))
        self.done += [ExerciseDone(choice.exercise_id, on(day)) for choice in plan.exercises]
        if colour != UNKNOWN:
            self.mornings.append(morning(day))


def _weeks(colours: list[str]) -> _Weeks:
    weeks = _Weeks(colours)
    weeks.live()
    return weeks


_any_weeks = st.lists(
    st.sampled_from([GREEN] * 6 + [AMBER, RED, UNKNOWN]), min_size=_N_DAYS, max_size=_N_DAYS
)


@given(colours=_any_weeks)
@settings(max_examples=12, deadline=None)
def test_over_any_weeks_the_rules_hold(colours: list[str]) -> None:
    weeks = _weeks(colours)
    rises = [
        day
        for day, plan in enumerate(weeks.plans)
        if {plan.walk.reason.rule, plan.stage.reason.rule} & _RISES
    ]
    assert all(later - earlier >= 7 for earlier, later in pairwise(rises))
    ends = [record.ended_at for record, _ in weeks.walked]
    reds = [item.red_since for item in weeks._judged() if item.red_since is not None]
    assert not [(red, end) for red in reds for end in ends if timedelta() < end - red < _A_DAY]
    _assert_spacing(weeks)


_A_DAY = timedelta(hours=24)


def _assert_spacing(weeks: _Weeks) -> None:
    strength = sorted({d.day for d in weeks.done if _kind(d) is Kind.STRENGTH})
    assert all((later - earlier).days >= 2 for earlier, later in pairwise(strength))
    massage = sorted({d.day for d in weeks.done if _kind(d) is Kind.MASSAGE})
    assert all(
        (third - first).days >= 7 for first, third in zip(massage, massage[2:], strict=False)
    )


def _kind(done: ExerciseDone) -> Kind:
    return _LIBRARY[done.exercise_id].kind


def test_green_weeks_lead_from_tolerance_to_longer_walks_and_the_load_stage() -> None:
    weeks = _weeks([GREEN] * _N_DAYS)
    assert [p.walk.reason.rule for p in weeks.plans[:4]] == [
        *[Rule.TOLERANCE_WALK] * 3,
        Rule.FIRST_DOSE,
    ]
    minutes = [dose.minutes for _, dose in weeks.walked if dose is not None]
    assert (minutes[0], minutes[-1]) == (12.0, 16.0)
    assert weeks.state.stage is Stage.LOAD


def test_red_weeks_never_rise() -> None:
    weeks = _weeks([RED] * _N_DAYS)
    assert weeks.state.stage is Stage.CALM
    assert all(dose is None or dose.minutes <= 12 for _, dose in weeks.walked)


def test_without_mornings_nothing_rises() -> None:
    weeks = _weeks([UNKNOWN] * _N_DAYS)
    rules = {p.walk.reason.rule for p in weeks.plans} | {p.stage.reason.rule for p in weeks.plans}
    assert not rules & _RISES
