"""How long and at what pace to walk today: the rules of the walking dose, first match wins.

The law is care.md, "Plan" and "Pain traffic light"; the numbers it leaves open are those of
product.md, 3.4 (80 % of the tolerance to begin with, 30 % less after a red).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from coach.care.pain import Colour, Judged, is_second_amber, may_start
from coach.care.reasons import Reason, Rule, because

AIM_MINUTES = 30.0
SHORTEST_MINUTES = 3.0
TOLERANCE_WALKS = 3
TOLERANCE_RISE = 1
"""A tolerance walk ends when pain has risen by so much."""
GREENS_TO_RISE = 3
DAYS_TO_RISE = 7

_FIRST_SHARE = 0.8
_RISE_SHARE = 1.1
_AFTER_RED_SHARE = 0.7
_AWAY_DAYS, _AWAY_SHARE = 10, 0.7
_SECOND_AMBER_SHARE = 0.8
_WALKED_SHARE = 0.8  # a walk cut shorter than this says nothing of its dose
_REST_SURE = timedelta(hours=24)
_REST_LONGEST = timedelta(hours=48)


class Pace(StrEnum):
    """How lively the walk is; brisk only when the physio allowed it, for fast walking provokes."""

    EASY = "easy"
    USUAL = "usual"
    BRISK = "brisk"


@dataclass(frozen=True, slots=True)
class WalkDose:
    """A planned walk."""

    minutes: float
    pace: Pace = Pace.EASY

    def scaled(self, share: float, most_minutes: float = AIM_MINUTES) -> "WalkDose":
        """So many times as long, between the shortest walk and the aim."""
        minutes = min(max(round(self.minutes * share, 1), SHORTEST_MINUTES), most_minutes)
        return replace(self, minutes=minutes)


@dataclass(frozen=True, slots=True)
class PrescribedDose:
    """A dose a physio set, and when: the next walk follows it, unless there is a red since."""

    dose: WalkDose
    set_at: datetime


def may_have_limped(is_limping: bool | None, *, is_hollow: bool) -> bool:
    """Whether the person limped, or strides were slower or uneven and nobody said why."""
    return is_limping is True or (is_hollow and is_limping is None)


@dataclass(frozen=True, slots=True)
class WalkDone:
    """A walk that was recorded: its colour (of the worse leg), its length, and what was planned.

    `dose` is None for a tolerance walk. `is_limping` is the person's own answer, None unasked;
    `is_hollow` says that extension fell only together with slower or uneven strides.
    """

    judged: Judged
    minutes: float
    dose: WalkDose | None = None
    is_limping: bool | None = None
    is_hollow: bool = False

    @property
    def is_whole_green(self) -> bool:
        """Green by morning, and walked for most of the planned time."""
        return (
            self.judged.colour is Colour.GREEN
            and self.dose is not None
            and self.minutes >= _WALKED_SHARE * self.dose.minutes
        )


@dataclass(frozen=True, slots=True)
class WalkInputs:
    """What the walking rules look at; walks and judged records oldest first.

    `last_rise_on` is the last rise of anything: time, pace, stride or stage; `was_walk_rise` says
    that it was one of the walk. `ladder_up_deg` is
    the next step of the physio's Return ladder, None without one or at its top, and
    `ladder_back_deg` the step that a red takes back. `most_minutes` is the aim, the physio's own
    where they set one, and without `is_rise_open` nothing rises until they say so.
    """

    now: datetime
    pain_now: int | None
    walks: tuple[WalkDone, ...] = ()
    judged: tuple[Judged, ...] = ()
    last_rise_on: date | None = None
    was_walk_rise: bool = False
    is_walk_turn: bool = True
    is_brisk_allowed: bool = False
    ladder_up_deg: float | None = None
    ladder_back_deg: float = 0.0
    prescribed: PrescribedDose | None = None
    most_minutes: float = AIM_MINUTES
    is_rise_open: bool = True

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.now.date()

    @property
    def dosed(self) -> tuple[WalkDone, ...]:
        """Walks that followed a dose."""
        return tuple(walk for walk in self.walks if walk.dose is not None)

    @property
    def is_rise_unwalked(self) -> bool:
        """Whether a rise of the walk was taken up and no walk with a dose has followed."""
        risen_on = self.last_rise_on
        return (
            self.was_walk_rise
            and risen_on is not None
            and all(walk.judged.day < risen_on for walk in self.dosed)
        )

    @property
    def at_this_dose(self) -> tuple[WalkDone, ...]:
        """Walks that followed a dose, since it was last cut or the person was away."""
        dosed = self.dosed
        start = 0
        for n, (before, after) in enumerate(pairwise(dosed), start=1):
            days = (after.judged.day - before.judged.day).days
            if days > _AWAY_DAYS or _dose(after).minutes < _dose(before).minutes:
                start = n
        return dosed[start:]

    @property
    def last_red(self) -> Judged | None:
        """The red of walks and exercises that was told last."""
        reds = [item for item in self.judged if item.red_known_at is not None]
        return max(reds, key=lambda item: item.red_known_at or self.now, default=None)


@dataclass(frozen=True, slots=True)
class WalkChoice:
    """Today's walk: None of a dose is no recorded walk.

    A tolerance walk ends at the dose or as soon as pain has risen by one. `limit_change_deg` is
    the step of the Return ladder.
    """

    reason: Reason
    dose: WalkDose | None
    is_tolerance: bool = False
    has_smaller_steps: bool = False
    limit_change_deg: float = 0.0

    @property
    def may_come(self) -> bool:
        """Whether there is a recorded walk today, or may be one once the pain is told."""
        return self.dose is not None or self.reason.rule is Rule.ASK_PAIN


def is_resting_after_red(inputs: WalkInputs) -> bool:
    """Whether a red still forbids recorded walks: a day for sure, two until the pain is back."""
    return _resting_for(inputs) is not None


def _resting_for(inputs: WalkInputs) -> Judged | None:
    for red in inputs.judged:
        if red.red_since is not None:
            is_back = inputs.pain_now is not None and inputs.pain_now <= red.record.before
            if inputs.now - red.red_since < (_REST_SURE if is_back else _REST_LONGEST):
                return red
    return None


def may_rise(greens: tuple[bool, ...], since: date | None, today: date) -> bool:
    """Whether the last three since the last rise (or the start) were green, and a week has gone.

    `greens` are those since then, oldest first.
    """
    return (
        since is not None
        and (today - since).days >= DAYS_TO_RISE
        and len(greens) >= GREENS_TO_RISE
        and all(greens[-GREENS_TO_RISE:])
    )


def can_walk_rise(inputs: WalkInputs) -> bool:
    """Whether the walks allow a rise of time, pace or stride.

    A rise that was taken up and not walked yet is still due. Walks before a cut or a long pause
    say nothing of the walks since.
    """
    dosed, at_this_dose = inputs.dosed, inputs.at_this_dose
    if inputs.is_rise_unwalked:
        last = at_this_dose[-GREENS_TO_RISE:]
        return len(last) == GREENS_TO_RISE and all(walk.is_whole_green for walk in last)
    since = inputs.last_rise_on or (dosed[0].judged.day if dosed else None)
    greens = tuple(
        walk.is_whole_green
        for walk in at_this_dose
        if since is not None and walk.judged.day >= since
    )
    return may_rise(greens, since, inputs.today)


def _ask_pain(inputs: WalkInputs) -> WalkChoice | None:
    return WalkChoice(because(Rule.ASK_PAIN), None) if inputs.pain_now is None else None


def _start_pain(inputs: WalkInputs) -> WalkChoice | None:
    if inputs.pain_now is None or may_start(inputs.pain_now):
        return None
    return WalkChoice(because(Rule.START_PAIN, pain=inputs.pain_now), None)


def _rest_after_red(inputs: WalkInputs) -> WalkChoice | None:
    red = _resting_for(inputs)
    if red is None:
        return None
    return WalkChoice(because(Rule.REST_AFTER_RED, why=red.verdict.why.value), None)


def _prescribed(inputs: WalkInputs) -> WalkChoice | None:
    told, red = inputs.prescribed, inputs.last_red
    if told is None:
        return None
    has_walked = any(walk.judged.record.ended_at >= told.set_at for walk in inputs.dosed)
    has_red = red is not None and red.red_known_at is not None and red.red_known_at >= told.set_at
    if has_walked or has_red:
        return None
    reason = because(Rule.PHYSIO_DOSE, minutes=told.dose.minutes, pace=told.dose.pace.value)
    return WalkChoice(reason, told.dose)


def _tolerance(inputs: WalkInputs) -> WalkChoice | None:
    n_done = len(inputs.walks)
    if inputs.dosed or n_done >= TOLERANCE_WALKS:
        return None
    reason = because(Rule.TOLERANCE_WALK, number=n_done + 1, of=TOLERANCE_WALKS)
    return WalkChoice(reason, WalkDose(AIM_MINUTES), is_tolerance=True)


def _first_dose(inputs: WalkInputs) -> WalkChoice | None:
    if inputs.dosed:
        return None
    tolerance_min = median(walk.minutes for walk in inputs.walks)
    dose = WalkDose(tolerance_min).scaled(_FIRST_SHARE)
    reason = because(Rule.FIRST_DOSE, tolerance=round(tolerance_min, 1), minutes=dose.minutes)
    return WalkChoice(reason, dose)


def _after_red(inputs: WalkInputs) -> WalkChoice | None:
    red, last = inputs.last_red, inputs.dosed[-1]
    if red is None or red.red_known_at is None:
        return None
    if red.red_known_at < last.judged.record.ended_at:
        return None
    dose = replace(_dose(last).scaled(_AFTER_RED_SHARE), pace=Pace.EASY)
    reason = because(Rule.AFTER_RED, why=red.verdict.why.value, minutes=dose.minutes)
    return WalkChoice(
        reason, dose, has_smaller_steps=True, limit_change_deg=-inputs.ladder_back_deg
    )


def _away(inputs: WalkInputs) -> WalkChoice | None:
    last = inputs.walks[-1]
    days = (inputs.today - last.judged.day).days
    if days <= _AWAY_DAYS:
        return None
    dose = _dose(inputs.dosed[-1]).scaled(_AWAY_SHARE)
    return WalkChoice(because(Rule.AWAY, days=days, minutes=dose.minutes), dose)


def _second_amber(inputs: WalkInputs) -> WalkChoice | None:
    if not is_second_amber((walk.judged for walk in inputs.walks), inputs.today):
        return None
    dose = _dose(inputs.dosed[-1]).scaled(_SECOND_AMBER_SHARE)
    reason = because(Rule.SECOND_AMBER, minutes=dose.minutes)
    return WalkChoice(reason, dose, has_smaller_steps=True)


def _amber(inputs: WalkInputs) -> WalkChoice | None:
    last = inputs.dosed[-1]
    if last.judged.colour is not Colour.AMBER:
        return None
    reason = because(Rule.AMBER, why=last.judged.verdict.why.value)
    return WalkChoice(reason, _dose(last), has_smaller_steps=True)


def _morning_unknown(inputs: WalkInputs) -> WalkChoice | None:
    last = inputs.dosed[-1]
    if last.judged.is_morning_known:
        return None
    return WalkChoice(because(Rule.MORNING_UNKNOWN), _dose(last))


def _limp(inputs: WalkInputs) -> WalkChoice | None:
    last = inputs.dosed[-1]
    if not may_have_limped(last.is_limping, is_hollow=last.is_hollow):
        return None
    told = "limping" if last.is_limping else "uneven_or_slower"
    return WalkChoice(because(Rule.LIMP, sign=told), _dose(last))


def _rise(inputs: WalkInputs) -> WalkChoice | None:
    if not (inputs.is_rise_open and inputs.is_walk_turn and can_walk_rise(inputs)):
        return None
    dose = _dose(inputs.dosed[-1])
    if dose.minutes < inputs.most_minutes:
        longer = dose.scaled(_RISE_SHARE, inputs.most_minutes)
        return WalkChoice(because(Rule.RISE_TIME, minutes=longer.minutes), longer)
    livelier = _livelier(dose.pace, is_brisk_allowed=inputs.is_brisk_allowed)
    if livelier is not None:
        reason = because(Rule.RISE_PACE, pace=livelier.value)
        return WalkChoice(reason, replace(dose, pace=livelier))
    if inputs.ladder_up_deg is not None and not inputs.is_rise_unwalked:  # the limit has moved
        reason = because(Rule.RISE_STRIDE, degrees=inputs.ladder_up_deg)
        return WalkChoice(reason, dose, limit_change_deg=inputs.ladder_up_deg)
    return None


def _stay(inputs: WalkInputs) -> WalkChoice:
    dose = _dose(inputs.dosed[-1])
    if not inputs.is_rise_open:
        return WalkChoice(because(Rule.PHYSIO_HOLDS), dose)
    is_at_aim = (
        dose.minutes >= inputs.most_minutes
        and _livelier(dose.pace, is_brisk_allowed=inputs.is_brisk_allowed) is None
        and inputs.ladder_up_deg is None
    )
    return WalkChoice(because(Rule.AT_AIM if is_at_aim else Rule.REPEAT), dose)


def _livelier(pace: Pace, *, is_brisk_allowed: bool) -> Pace | None:
    if pace is Pace.EASY:
        return Pace.USUAL
    return Pace.BRISK if pace is Pace.USUAL and is_brisk_allowed else None


def _dose(walk: WalkDone) -> WalkDose:
    if walk.dose is None:
        raise ValueError("a tolerance walk follows no dose")
    return walk.dose


_RULES: tuple[Callable[[WalkInputs], WalkChoice | None], ...] = (
    *(_ask_pain, _start_pain, _rest_after_red, _prescribed),
    *(_tolerance, _first_dose, _after_red),
    *(_away, _second_amber, _amber, _morning_unknown, _limp, _rise),
)


def todays_walk(inputs: WalkInputs) -> WalkChoice:
    """Today's walk by the first rule that matches."""
    for rule in _RULES:
        choice = rule(inputs)
        if choice is not None:
            return _bounded(choice, inputs.most_minutes)
    return _bounded(_stay(inputs), inputs.most_minutes)


def _bounded(choice: WalkChoice, most_minutes: float) -> WalkChoice:
    """No longer than the physio allows; why it is shorter comes before why it would be longer."""
    dose = choice.dose
    if dose is None or dose.minutes <= most_minutes:
        return choice
    bounded = replace(choice, dose=replace(dose, minutes=most_minutes))
    if choice.is_tolerance:
        return bounded
    reason = because(Rule.PHYSIO_CEILING, minutes=most_minutes, instead_of=choice.reason.rule.value)
    return replace(bounded, reason=reason, limit_change_deg=min(choice.limit_change_deg, 0.0))
