"""What is kept of exercises and self-care, and what of it the next ratings must know."""

from datetime import datetime, timedelta

from coach.care.exercise_session import Result, Session, SkipWhy
from coach.care.pain_record import Activity, PainRecord, Relief, Trigger
from coach.care.self_care import Help
from coach.records.entries import ExerciseEntry, ExerciseSkipped, Person, SelfCareEntry
from coach.records.library import Library
from sensors.samples import Side

RELIEF_LASTS = timedelta(hours=6)
"""So long a painkiller, cold or heat may hide pain and marks what is rated."""


def entries_of(result: Result, side: Side, at: datetime) -> tuple[object, ...]:
    """What is kept of one exercise of a session; one left out for pain counts as painful."""
    item, amount, form = result.item, result.amount, result.form
    done = ExerciseEntry(
        at=at,
        exercise=item.exercise_id,
        side=side,
        n_sets=amount.n_sets,
        n_repetitions=amount.n_repetitions,
        held_s=amount.held_s or None,
        pain_level=result.pain_after if result.pain_after is not None else result.pain_before,
        pain_before=result.pain_before,
        way=item.way,
        is_ticked_painful=result.is_painful,
        tempo_s=None if form is None else form.tempo_s,
        lift_share=None if form is None else form.lift_share,
    )
    if result.skipped is None:
        return (done,)
    skipped = ExerciseSkipped(at=at, exercise=item.exercise_id, why=result.skipped)
    return (skipped, done) if result.skipped is SkipWhy.HURTS else (skipped,)


def record_of(
    session: Session, side: Side, at: datetime, taken_before: frozenset[Relief] = frozenset()
) -> PainRecord | None:
    """The pain of a session; None where nothing was done and nothing felt."""
    if not session.n_done and not session.signs:
        return None
    rose = session.worst > session.pain_before
    return PainRecord(
        at,
        side,
        session.pain_before,
        session.worst,
        Activity.EXERCISES,
        signs=session.signs,
        taken_before=taken_before,
        triggers=frozenset({Trigger.EXERCISE}) if rose else frozenset(),
    )


def reliefs_before(library: Library, person: Person, at: datetime) -> frozenset[Relief]:
    """What was taken or done in the last hours that may hide pain.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    found = {
        noted.entry.help.relief
        for noted in library.entries(person, SelfCareEntry)
        if timedelta(0) <= at - noted.entry.at <= RELIEF_LASTS
    }
    return frozenset(relief for relief in found if relief is not None)


def ball_entries(care: SelfCareEntry, side: Side) -> tuple[SelfCareEntry, ExerciseEntry]:
    """The ball as self-care and as the exercise that the plan counts by the week.

    Raises
    ------
    ValueError
        If it is another help.
    """
    exercise_id = Help.BALL.exercise_id
    if care.help is not Help.BALL or exercise_id is None:
        raise ValueError(f"{care.help} is not the ball")
    return care, ExerciseEntry(
        at=care.at, exercise=exercise_id, side=side, n_sets=care.n_spots, pain_level=None
    )
