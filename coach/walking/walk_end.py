"""What is kept of a walk once the person has told how it was.

The walk's own file is closed by then; here its note, the pain around it, and what it taught of the
leg go into the library.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from coach.care.pain import Verdict, while_active
from coach.care.pain_record import PainRecord, Relief, Trigger
from coach.care.symptoms import Change, Feeling, OwnSymptoms, Region, Symptom, red_in_use
from coach.care.warning_signs import WarningSign
from coach.gait.pipeline import GaitPipeline, GaitSettings, KnownDistance
from coach.gait.stride_length import PersonalLength
from coach.own_limits import refresh_own_limit
from coach.records.entries import LegProfile, PainEntry, Person, WalkNote
from coach.records.errors import RecordError
from coach.records.library import Library
from coach.records.walk_file import WalkFile
from coach.summary import WalkSummary
from coach.walking.guided import Learnt
from coach.walking.walk_start import WalkStart, Wish
from sensors.samples import Side

AFTER_WALK = "after_walk"
"""The moment of a diary entry that tells the pain right after a walk."""
ASK_WHY_FROM = 3
"""From this pain on it is asked what set it off and what eased it."""
_LEARNT_WITHIN_S = 600.0
_SHORTEST_S = 20.0
"""A shorter walk is none: somebody looked whether all works."""


@dataclass(frozen=True, slots=True)
class Felt:
    """A feeling that somebody told after a walk."""

    feeling: Feeling
    region: Region | None = None
    change: Change = Change.AS_USUAL


@dataclass(frozen=True, slots=True)
class Answers:
    """How the person says the walk was; pain is 0 to 10.

    `is_limping` is None where it was not asked.
    """

    worst: int
    after: int
    signs: frozenset[WarningSign] = frozenset()
    site: str | None = None
    triggers: frozenset[Trigger] = frozenset()
    reliefs: frozenset[Relief] = frozenset()
    is_limping: bool | None = None

    def verdict(self, before: int) -> Verdict:
        """The colour of the walk as far as it is known today."""
        return while_active(before, max(self.worst, self.after), self.signs)


@dataclass(frozen=True, slots=True)
class Walked:
    """A walk that has ended: what it was set to, came to and taught.

    `distance` is one that was measured while getting ready; `is_hollow` says that extension fell
    only together with slower or uneven strides.
    """

    start: WalkStart
    wish: Wish
    summary: WalkSummary
    learnt: Learnt
    silent_share: float | None = None
    is_hollow: bool = False
    distance: KnownDistance | None = None

    @property
    def is_walk(self) -> bool:
        """Whether it was long enough to be one."""
        return self.summary.duration_s >= _SHORTEST_S


def signs_of(
    felt: Iterable[Felt], side: Side, own: OwnSymptoms, site: Region | None = None
) -> frozenset[WarningSign]:
    """The warning signs that these feelings amount to, given what is usual for the person.

    A feeling whose place was not told is where the person usually has it, if anywhere. `site` is
    where it hurt.
    """
    found = set[WarningSign]()
    hurt = () if site is None else (Felt(Feeling.PAIN, site),)
    for one in (*felt, *hurt):
        usual = (s.region for s in own.symptoms if (s.feeling, s.side) == (one.feeling, side))
        region = one.region or next(usual, Region.DEEP_BUTTOCK)
        sign = red_in_use(Symptom(region, one.feeling, side), own, one.change)
        if sign is not None:
            found.add(sign)
    return frozenset(found)


def entries_of(walked: Walked, told: Answers, ended_at: datetime) -> tuple[object, ...]:
    """What goes into the journal; the ratings and the note carry the same time."""
    start, summary = walked.start, walked.summary
    note = msgspec.structs.replace(unrated_note(walked, ended_at), is_limping=told.is_limping)
    record = PainRecord(
        ended_at=ended_at,
        side=start.side,
        before=start.pain_before,
        worst=max(told.worst, told.after),
        signs=told.signs,
        taken_before=start.taken_before,
        triggers=told.triggers,
    )
    diary = PainEntry(
        at=ended_at,
        level=told.after,
        moment=AFTER_WALK,
        side=start.side,
        site=told.site,
        triggers=tuple(sorted(told.triggers)),
        reliefs=tuple(sorted(told.reliefs)),
        walk=note.walk or None,
    )
    learnt = walked.learnt.usual
    is_new_usual = learnt is not None and (start.usual is None or summary.n_cues == 0)
    usual = (learnt,) if is_new_usual and learnt != start.usual else ()
    return (note, record, diary, *usual)


def unrated_note(walked: Walked, ended_at: datetime) -> WalkNote:
    """The walk alone, as nobody has said yet how it was."""
    start, summary = walked.start, walked.summary
    return WalkNote(
        ended_at=ended_at,
        side=start.side,
        minutes=round(summary.duration_s / 60, 2),
        walk=summary.kept_in.name if summary.kept_in else "",
        dose=None if start.choice.is_tolerance else start.choice.dose,
        is_hollow=walked.is_hollow,
        n_scored=summary.n_scored,
        comfortable_share=summary.comfortable_share,
        n_cues=summary.n_cues,
        feedback_share=start.share if walked.wish.share is None else walked.wish.share,
        silent_check_share=walked.silent_share,
    )


def ended(entries: tuple[object, ...]) -> datetime:
    """When the walk of these entries ended.

    Raises
    ------
    ValueError
        If there is no note of a walk among them.
    """
    for entry in entries:
        if isinstance(entry, WalkNote):
            return entry.ended_at
    raise ValueError("no walk")


def learn_from(
    library: Library, person: Person, walked: Walked, ended_at: datetime, folder: Path
) -> None:
    """Put the walk into the list, and what it taught into the leg's profile and limit.

    Call it once the entries are kept.

    Raises
    ------
    RecordError
        When the library cannot be written.
    """
    start, file = walked.start, walked.summary.kept_in
    profile = library.profile(person, start.side) or LegProfile()
    if walked.learnt.worn is not None:
        profile = msgspec.structs.replace(profile, worn=walked.learnt.worn)
    if file is not None:
        with suppress(RecordError):  # locked meanwhile: it is listed when the folder is read
            library.index_walk(file, person)
            learnt = _length_of(file, walked)
            if learnt is not None:
                lengths = {**profile.lengths, walked.wish.surface: learnt}
                profile = msgspec.structs.replace(profile, lengths=lengths)
    library.save_profile(person, start.side, profile)
    refresh_own_limit(library, person, start.side, folder, ended_at)


def _length_of(file: Path, walked: Walked) -> PersonalLength | None:
    """What a measured distance taught; None where none was measured."""
    if walked.distance is None:
        return None
    with WalkFile.open(file) as walk:
        settings: GaitSettings = replace(walk.gait, known_distances=(walked.distance,))
        pipeline = GaitPipeline(settings)
        for block in walk.blocks():
            pipeline.push(block)
            if block.t_s[-1] > walked.distance.end_s + _LEARNT_WITHIN_S:
                break  # it is used with the first stride after it
        return pipeline.personal_length()
