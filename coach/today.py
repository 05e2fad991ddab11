"""What today's plan looks at, gathered from the library; the choices themselves are `coach.care`'s.

Days are the person's own calendar days.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coach.care.exercise_choice import Person as Bounds
from coach.care.exercises import Library as Exercises
from coach.care.limits import Limit
from coach.care.pain import Judged, judge_all, mornings_to_ask, worst_of
from coach.care.pain_record import Activity, MorningAnswer, PainRecord
from coach.care.plan import Permissions, Plan, PlanInputs, StageState, last_red_at, todays_plan
from coach.care.usual import Usual
from coach.care.walking_dose import WalkDone
from coach.care.warning_signs import AskReason, Check, Locks, ask_reason, locks
from coach.care_words import LADDER_BACK, LADDER_UP
from coach.records.entries import (
    AboutPerson,
    ExerciseEntry,
    LimitEntry,
    PainEntry,
    Person,
    PlanTaken,
    WalkNote,
)
from coach.records.journal import PROGRAM
from coach.records.library import Library
from sensors.samples import Side

PAIN_NOW = "now"
"""The moment of a diary entry that tells the pain before today's walk or exercises."""
PAIN_WHY = "why"
"""The moment of a diary entry that tells what set the pain off and what eased it."""
_PAIN_NOW_HOLDS = timedelta(hours=3)
_CLOCK_SLACK = timedelta(days=1)
"""What was told later than this from now was told by a clock that went wrong."""


@dataclass(frozen=True, slots=True)
class Today:
    """A person's day: what has to be asked, what is planned, and what all of it stands on.

    Attributes
    ----------
    mornings : tuple of (date, Side)
        Days and legs whose morning after is still unknown, newest first.
    ask_signs : AskReason or None
        Why the warning signs are asked first; None when they need not be.
    """

    about: AboutPerson
    inputs: PlanInputs
    plan: Plan
    mornings: tuple[tuple[date, Side], ...]
    ask_signs: AskReason | None

    @property
    def side(self) -> Side:
        """The leg that wears the sensor, as far as anybody told: the sore one."""
        return self.about.sore_sides[0] if self.about.sore_sides else Side.RIGHT


def today(library: Library, person: Person, exercises: Exercises, now: datetime) -> Today:
    """The person's day as it stands now.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    about = about_person(library, person)
    inputs = plan_inputs(library, person, now, about)
    return Today(
        about,
        inputs,
        todays_plan(inputs, exercises),
        mornings_to_ask(inputs.judged, now.date()),
        ask_reason(inputs.check, last_red_at(inputs.judged), now),
    )


def told_later(library: Library, person: Person, now: datetime) -> date | None:
    """The day of what was told more than a day after now: the clock was wrong then, or is now.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    newest = (library.newest(person, kind) for kind in (Check, PainEntry, WalkNote))
    last = max((noted.at for noted in newest if noted is not None), default=now)
    return last.astimezone(now.tzinfo).date() if last > now + _CLOCK_SLACK else None


def about_person(library: Library, person: Person) -> AboutPerson:
    """What the person told of themselves last; nothing where they never did."""
    newest = library.newest(person, AboutPerson)
    return newest.entry if newest else AboutPerson()


def locks_of(about: AboutPerson, day: date) -> Locks:
    """What operations and fractures close on a day."""
    return locks(about.histories, day, about.conditions)


def plan_inputs(
    library: Library, person: Person, now: datetime, about: AboutPerson | None = None
) -> PlanInputs:
    """All that a plan looks at.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    about = about or about_person(library, person)
    judged = judged_records(library, person, now + _CLOCK_SLACK)
    side = about.sore_sides[0] if about.sore_sides else Side.RIGHT
    check = library.newest(person, Check)
    permissions = permissions_of(library, person)
    return PlanInputs(
        now=now,
        pain_now=pain_now(library, person, now),
        check=check.entry if check else None,
        state=_state(library, person, now),
        walks=walks_done(library, person, judged),
        judged=judged,
        exercises_done=tuple(noted.entry.done for noted in library.entries(person, ExerciseEntry)),
        person=Bounds(
            locks_of(about, now.date()),
            about.conditions,
            permissions.unlocked,
            permissions.shut,
            permissions.favoured,
        ),
        permissions=permissions,
        is_daily_life_limited=about.is_daily_life_limited,
        limit=limit_in_force(library, person, side),
        usual=_usual(library, person, side),
        usual_other=_usual(library, person, side.other),
    )


def permissions_of(library: Library, person: Person) -> Permissions:
    """What a physio opened for this person."""
    newest = library.newest(person, Permissions)
    return newest.entry if newest else Permissions()


def still_ahead(library: Library, person: Person, permissions: Permissions) -> Permissions:
    """These permissions without a prescribed walk that was walked since."""
    told = permissions.prescribed
    if told is None:
        return permissions
    notes = (noted.entry for noted in library.entries(person, WalkNote))
    has_walked = any(note.dose is not None and note.ended_at >= told.set_at for note in notes)
    return replace(permissions, prescribed=None) if has_walked else permissions


def limit_in_force(library: Library, person: Person, side: Side) -> Limit | None:
    """The limit that leg is judged by; None before one was set, or once it was taken away."""
    history = library.limits(person, side)
    return history[-1].limit if history else None


def pain_now(library: Library, person: Person, now: datetime) -> int | None:
    """The pain told a short time ago; None where it has to be asked (again)."""
    for noted in reversed(library.entries(person, PainEntry)):
        if noted.entry.moment == PAIN_NOW:
            is_new = timedelta(0) <= now - noted.entry.at <= _PAIN_NOW_HOLDS
            return noted.entry.level if is_new else None
    return None


def is_explained(library: Library, person: Person) -> bool:
    """Whether what set off the pain that was told last is told too.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    moments = (noted.entry.moment for noted in reversed(library.entries(person, PainEntry)))
    return next((m for m in moments if m in {PAIN_NOW, PAIN_WHY}), None) == PAIN_WHY


def pain_records(library: Library, person: Person) -> tuple[PainRecord, ...]:
    """The ratings of walks and exercise sessions, oldest first; what was told last of each."""
    told: dict[tuple[datetime, Side, Activity], PainRecord] = {}
    for noted in library.entries(person, PainRecord):
        record = noted.entry
        told[record.ended_at, record.side, record.activity] = record
    return tuple(sorted(told.values(), key=lambda record: record.ended_at))


def judged_records(
    library: Library, person: Person, until: datetime | None = None
) -> tuple[Judged, ...]:
    """Walks and exercise sessions with their colours, oldest first; none told after `until`."""
    mornings = (noted.entry for noted in library.entries(person, MorningAnswer))
    records = pain_records(library, person)
    if until is None:
        return judge_all(records, mornings)
    return judge_all(
        (record for record in records if record.ended_at <= until),
        (morning for morning in mornings if morning.answered_at <= until),
    )


def walks_done(
    library: Library, person: Person, judged: tuple[Judged, ...]
) -> tuple[WalkDone, ...]:
    """The walks with the colour of their worse leg, oldest first; unrated ones do not count."""
    done = []
    notes = sorted(
        (noted.entry for noted in library.entries(person, WalkNote)), key=lambda note: note.ended_at
    )
    for note in notes:
        of_walk = [
            item
            for item in judged
            if item.record.activity is Activity.WALK and item.record.ended_at == note.ended_at
        ]
        if of_walk:
            done.append(
                WalkDone(
                    worst_of(of_walk), note.minutes, note.dose, note.is_limping, note.is_hollow
                )
            )
    return tuple(done)


def take_up(library: Library, person: Person, day: Today, sentences: tuple[str, ...]) -> None:
    """Keep that the person took up today's plan, once a day, with the state that follows from it.

    Parameters
    ----------
    sentences : tuple of str
        Walk, stage and advice in words, as they were read.
    """
    plan, now = day.plan, day.inputs.now
    taken = library.newest(person, PlanTaken)
    if taken is not None and taken.entry.day == now.date() and taken.entry.walk == plan.walk.reason:
        return
    library.keep(
        person,
        PlanTaken(
            day=now.date(),
            walk=plan.walk.reason,
            stage=plan.stage.reason,
            stage_now=plan.stage.stage,
            dose=plan.walk.dose,
            exercises=tuple((choice.exercise_id, choice.reason) for choice in plan.exercises),
            sentences=sentences,
        ),
        by=PROGRAM,
        at=now,
    )
    _move_limit(library, person, day)
    state = plan.state_after(day.inputs.state, now)
    if state != day.inputs.state:
        library.keep(person, state, by=PROGRAM, at=now)


def _state(library: Library, person: Person, now: datetime) -> StageState:
    """The stage; what a clock that was set back since puts into the future happened now."""
    newest = library.newest(person, StageState)
    if newest is None:
        return StageState()
    state = newest.entry
    return replace(
        state,
        set_at=None if state.set_at is None else min(state.set_at, now),
        last_rise_on=None if state.last_rise_on is None else min(state.last_rise_on, now.date()),
    )


def _usual(library: Library, person: Person, side: Side) -> Usual | None:
    newest = library.newest(person, Usual, side)
    return newest.entry if newest else None


def _move_limit(library: Library, person: Person, day: Today) -> None:
    """Take the step of the physio's Return ladder that the plan took; one step back for one red."""
    change_deg, inputs = day.plan.walk.limit_change_deg, day.inputs
    ladder = inputs.permissions.ladder
    history = library.limits(person, day.side)
    limit = history[-1].limit if history else None
    if not change_deg or ladder is None or limit is None:
        return
    red_at = last_red_at(inputs.judged)
    if change_deg < 0 and red_at is not None and history[-1].set_at >= red_at:
        return
    reason = LADDER_UP if change_deg > 0 else LADDER_BACK
    moved = ladder.moved(limit, change_deg)
    library.set_limit(person, day.side, LimitEntry(inputs.now, PROGRAM, reason, moved))
