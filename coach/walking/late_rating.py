"""A walk whose window was closed before anybody told how it was: it is asked about later."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from coach.care.pain_record import Activity, PainRecord
from coach.care.symptoms import OwnSymptoms
from coach.records.entries import PainEntry, Person, WalkNote
from coach.records.library import Library
from coach.today import PAIN_NOW, pain_records
from coach.walking.walk_end import Felt, signs_of
from coach.walking.walk_start import taken_before

_ASKED_FOR = timedelta(days=2)
"""Later nobody remembers, and the plan has taken the walk for one that does not count."""
_TOLD_BEFORE = timedelta(hours=3)
LEFT_SETTING = "walk_left_unrated"
"""The setting that holds the time of a walk that somebody does not want to rate."""


def unrated_walk(library: Library, person: Person, now: datetime) -> WalkNote | None:
    """The newest walk of the last two days that nobody has rated.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    notes = [
        noted.entry
        for noted in library.entries(person, WalkNote)
        if timedelta(0) <= now - noted.entry.ended_at <= _ASKED_FOR
    ]
    if not notes:
        return None
    newest = max(notes, key=lambda note: note.ended_at)
    is_rated = any(
        (record.ended_at, record.side, record.activity)
        == (newest.ended_at, newest.side, Activity.WALK)
        for record in pain_records(library, person)
    )
    is_left = library.setting(LEFT_SETTING, str) == newest.ended_at.isoformat()
    return None if is_rated or is_left else newest


def late_rating(
    library: Library,
    person: Person,
    note: WalkNote,
    worst: int,
    felt: Iterable[Felt],
    own: OwnSymptoms,
) -> PainRecord:
    """What is kept of a walk that is rated later; without a pain told before it, that was 0.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    told = [
        noted.entry
        for noted in library.entries(person, PainEntry)
        if noted.entry.moment == PAIN_NOW
        and timedelta(0) <= note.ended_at - noted.entry.at <= _TOLD_BEFORE
    ]
    before = max(told, key=lambda entry: entry.at).level if told else 0
    return PainRecord(
        ended_at=note.ended_at,
        side=note.side,
        before=before,
        worst=worst,
        signs=signs_of(felt, note.side, own),
        taken_before=taken_before(library, person, note.ended_at),
    )
