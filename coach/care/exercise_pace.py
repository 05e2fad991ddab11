"""How an exercise goes by, second by second: get ready, move, hold, rest, the other leg.

Time comes in as seconds that have passed; no clock is read here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from coach.care.exercise_choice import Way
from coach.care.exercises import Dose, Exercise, Leg, LegOrder

GET_READY_S = 5.0
CHANGE_LEG_S = 8.0
"""At least so long from one leg to the other."""


class Part(StrEnum):
    """What is done for some seconds."""

    GET_READY = "get_ready"
    OUT = "out"
    """Into the movement."""
    HOLD = "hold"
    BACK = "back"
    """Back to where it began, or letting go."""
    OWN_PACE = "own_pace"
    """All repetitions of a set at the person's own pace; ends when they are counted or told."""
    KEEP_GOING = "keep_going"
    """For minutes."""
    REST = "rest"
    CHANGE_LEG = "change_leg"


class Turn(StrEnum):
    """Whose turn it is."""

    SORE = "sore"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Step:
    """Some seconds of one thing; sets and repetitions count from 1.

    `duration_s` is None where the person decides. `set_id` counts the sets of both legs on; 0 for
    what is not exercising.
    """

    part: Part
    duration_s: float | None
    turn: Turn
    set_number: int = 1
    n_sets: int = 1
    rep: int = 0
    n_reps: int = 0
    set_id: int = 0


def dose_of(exercise: Exercise, way: Way) -> Dose:
    """How much of it, done that way."""
    told = {Way.EASIER: exercise.easier_dose, Way.HARDER: exercise.harder_dose}.get(way)
    return told or exercise.dose


def steps(
    exercise: Exercise,
    way: Way = Way.AS_IT_STANDS,
    *,
    is_own_pace: bool = False,
    is_counted: bool = False,
) -> tuple[Step, ...]:
    """All steps of an exercise; none for what goes on at night.

    Counted by a sensor, sets of the leg that wears it go at the own pace, and where the legs take
    turns its repetitions count; the other leg's sets go by time, unless all is at the own pace.

    1. Five seconds to get ready.
    2. Set by set; with each leg all sets of one leg, then of the other, or both by turns.
    3. A repetition goes out for half its tempo, is held, and comes back for the other half; one
       without movement is held first and then let go.
    4. Rest between sets, and time to change legs.
    """
    dose = dose_of(exercise, way)
    if dose.is_nightly:
        return ()
    made: list[Step] = []
    for turn_idx, turn in enumerate(_turns(exercise)):
        if made:
            change_s = max(CHANGE_LEG_S, float(dose.rest_s))
            made.append(Step(Part.CHANGE_LEG, change_s, turn, n_sets=dose.sets))
        for set_number in range(1, dose.sets + 1):
            rest = Step(Part.REST, float(dose.rest_s), turn, set_number, dose.sets)
            if set_number > 1 and dose.rest_s:
                made.append(rest)
            place = replace(rest, set_id=turn_idx * dose.sets + set_number)
            sees = is_counted and turn is not Turn.OTHER
            made += _set(exercise, dose, place, is_own_pace=is_own_pace or sees, sees=sees)
    ready = replace(made[0], part=Part.GET_READY, duration_s=GET_READY_S, rep=0, set_id=0)
    return (ready, *made)


def _turns(exercise: Exercise) -> tuple[Turn, ...]:
    if exercise.leg is Leg.SORE:
        return (Turn.SORE,)
    if exercise.leg is Leg.TOGETHER or exercise.leg_order is LegOrder.TAKING_TURNS:
        return (Turn.BOTH,)
    if exercise.leg_order is LegOrder.SORE_LAST:
        return (Turn.OTHER, Turn.SORE)
    return (Turn.SORE, Turn.OTHER)


def _set(
    exercise: Exercise, dose: Dose, place: Step, *, is_own_pace: bool, sees: bool
) -> list[Step]:
    if dose.reps is None:
        return [replace(place, part=Part.KEEP_GOING, duration_s=60.0 * (dose.minutes or 0))]
    alternates = exercise.leg is Leg.EACH and exercise.leg_order is LegOrder.TAKING_TURNS
    n_reps = dose.reps * (2 if alternates else 1)
    moves = exercise.frames > 1
    if is_own_pace and moves:
        n_reps = dose.reps if sees else n_reps
        return [replace(place, part=Part.OWN_PACE, duration_s=None, n_reps=n_reps)]
    made = []
    for rep in range(1, n_reps + 1):
        turn = (Turn.SORE, Turn.OTHER)[(rep - 1) % 2] if alternates else place.turn
        at = replace(place, rep=rep, n_reps=n_reps, turn=turn)
        half_s, hold_s = dose.tempo_s / 2, float(dose.hold_s)
        if moves:
            made.append(replace(at, part=Part.OUT, duration_s=half_s))
        if hold_s:
            made.append(replace(at, part=Part.HOLD, duration_s=hold_s))
        back_s = half_s if moves else float(dose.tempo_s)
        made.append(replace(at, part=Part.BACK, duration_s=back_s))
    return made


@dataclass(frozen=True, slots=True)
class Amount:
    """How much was done of an exercise."""

    n_sets: int = 0
    n_repetitions: int = 0
    held_s: float = 0.0
    minutes: float = 0.0


class Pacer:
    """Leads through the steps as time passes; stands still while paused."""

    def __init__(self, all_steps: Iterable[Step]) -> None:
        self._steps = tuple(all_steps)
        self._idx = 0
        self._in_step_s = 0.0
        self._counted = 0
        self._done: list[Step] = []
        self.is_paused = False

    @property
    def step(self) -> Step | None:
        """What is done now; None once all is done."""
        return self._steps[self._idx] if self._idx < len(self._steps) else None

    @property
    def is_done(self) -> bool:
        """Whether all of it is done."""
        return self.step is None

    @property
    def left_s(self) -> float | None:
        """Seconds left of this step; None where the person decides, or all is done."""
        if self.step is None or self.step.duration_s is None:
            return None
        return max(0.0, self.step.duration_s - self._in_step_s)

    @property
    def share(self) -> float:
        """How much of this step is behind, 0 to 1."""
        step = self.step
        if step is None:
            return 1.0
        if step.duration_s is None:
            return min(1.0, self._counted / step.n_reps)
        return min(1.0, self._in_step_s / step.duration_s) if step.duration_s else 1.0

    @property
    def n_counted(self) -> int:
        """Repetitions counted in this set at the person's own pace."""
        return self._counted

    def pass_time(self, seconds: float) -> tuple[Step, ...]:
        """Let time pass; return the steps that began meanwhile.

        Raises
        ------
        ValueError
            If time goes back.
        """
        if seconds < 0:
            raise ValueError(f"time went back by {-seconds} s")
        if self.is_paused:
            return ()
        began = []
        self._in_step_s += seconds
        while (step := self.step) is not None and step.duration_s is not None:
            if self._in_step_s < step.duration_s:
                break
            over_s = self._in_step_s - step.duration_s
            self._next(step)
            self._in_step_s = over_s
            if self.step is not None:
                began.append(self.step)
        if self.step is None or self.step.duration_s is None:
            self._in_step_s = 0.0
        return tuple(began)

    def count(self) -> Step | None:
        """One more repetition at the own pace; return the step that began with the last one."""
        step = self.step
        if step is None or step.part is not Part.OWN_PACE or self.is_paused:
            return None
        self._counted += 1
        return self.next() if self._counted >= step.n_reps else None

    def next(self) -> Step | None:
        """Go on to the next step before its time; return it."""
        step = self.step
        if step is not None:
            self._next(step)
        return self.step

    def amount(self) -> Amount:
        """What was done so far; of a step that is left early what was done of it."""
        done = list(self._done)
        step = self.step
        minutes = 0.0
        if step is not None and step.part is Part.KEEP_GOING:
            minutes = self._in_step_s / 60
        minutes += sum((s.duration_s or 0.0) / 60 for s in done if s.part is Part.KEEP_GOING)
        held_s = sum(s.duration_s or 0.0 for s in done if s.part is Part.HOLD)
        n_reps = sum(s.part is Part.BACK for s in done)
        n_reps += sum(s.rep for s in done if s.part is Part.OWN_PACE)
        if step is not None and step.part is Part.OWN_PACE:
            n_reps += self._counted
        begun = {s.set_id for s in self._steps[: self._idx] if s.set_id}
        n_sets = len(begun - {s.set_id for s in self._steps[self._idx :]})
        return Amount(n_sets, n_reps, held_s, minutes)

    def _next(self, step: Step) -> None:
        was_whole = step.duration_s is None or self._in_step_s >= step.duration_s
        if step.part is Part.OWN_PACE:
            self._done.append(replace(step, rep=self._counted or step.n_reps))
        elif was_whole:
            self._done.append(step)
        self._idx += 1
        self._in_step_s, self._counted = 0.0, 0
