"""Sets a person's own provisional limit from their walks, where no physiotherapist set one."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from coach.care.limits import Limit, LimitSource
from coach.care.own_limit import OwnWalk, own_provisional_limit
from coach.care.pain import Judged
from coach.care.pain_record import Activity
from coach.care_words import FROM_OWN_WALKS
from coach.gait.events import Stride
from coach.records.entries import LimitEntry, Person, WalkNote
from coach.records.errors import RecordError
from coach.records.journal import PROGRAM
from coach.records.library import Library
from coach.records.walk_file import WalkFile
from coach.today import judged_records, limit_in_force
from sensors.samples import Side

_LOOKED_BACK = 8  # walks; older ones say little of today's stride


def refresh_own_limit(
    library: Library, person: Person, side: Side, folder: Path, now: datetime
) -> Limit | None:
    """Set the own provisional limit anew if the walks say another; return it, None if it stays.

    A limit that a physiotherapist or the person set stays. Walks whose files cannot be read (gone,
    locked) do not count.

    Raises
    ------
    RecordError
        When the library cannot be read or written.
    """
    in_force = limit_in_force(library, person, side)
    if in_force is not None and in_force.source is not LimitSource.OWN_PROVISIONAL:
        return None
    limit = own_provisional_limit(_own_walks(library, person, side, folder), now.date())
    if limit is None or (
        in_force is not None
        and limit.extension_deg == in_force.extension_deg
        and limit.stride_length_m == in_force.stride_length_m
    ):
        return None
    library.set_limit(person, side, LimitEntry(now, PROGRAM, FROM_OWN_WALKS, limit))
    return limit


def _own_walks(library: Library, person: Person, side: Side, folder: Path) -> list[OwnWalk]:
    judged = judged_records(library, person)
    by_end: dict[datetime, Judged] = {
        item.record.ended_at: item
        for item in judged
        if item.record.side is side and item.record.activity is Activity.WALK
    }
    notes = [noted.entry for noted in library.entries(person, WalkNote)]
    walks: list[OwnWalk] = []
    for note in notes[-_LOOKED_BACK:]:
        item = by_end.get(note.ended_at)
        if note.side is side and item is not None and note.walk:
            with suppress(RecordError):
                walks.append(OwnWalk(item, _strides(folder / note.walk)))
    return walks


def _strides(path: Path) -> tuple[Stride, ...]:
    with WalkFile.look(path) as walk:
        return walk.strides()
