"""A walk that was cut off, walked through again before it goes on."""

import asyncio
from typing import NamedTuple

from coach.coach import Coach
from coach.gait.events import GaitEvent, Stride
from coach.records.places import Place
from coach.records.store import GapReason
from coach.records.walk_file import WalkFile


class WalkedBefore(NamedTuple):
    """What there was of the walk.

    Attributes
    ----------
    strides, missing : tuples of Stride
        All, and those of them that the file does not hold yet.
    elapsed_s : float
        Time walked, pauses left out.
    """

    strides: tuple[Stride, ...]
    missing: tuple[Stride, ...]
    elapsed_s: float
    n_pain_marks: int
    n_gaps: int


async def walked_before(place: Place, coach: Coach) -> WalkedBefore:
    """Walk again through what was kept, without a word; `coach` knows it then.

    Raises
    ------
    RecordError
        When the walk cannot be read.
    """
    with WalkFile.look(place.path, place.key and place.key.key) as walk:
        kept = walk.strides()
        made: list[GaitEvent] = []
        for block in walk.blocks():
            made += coach.push(block).events
            await asyncio.sleep(0)
        gaps = walk.gaps()
        paused_s = sum(
            (gap.end_s or gap.start_s) - gap.start_s
            for gap in gaps
            if gap.reason is GapReason.PAUSE
        )
        known = {stride.start_s for stride in kept}
        strides = [event for event in made if isinstance(event, Stride)]
        missing = tuple(stride for stride in strides if stride.start_s not in known)
        return WalkedBefore(
            (*kept, *missing),
            missing,
            (walk.info.duration_s or 0.0) - paused_s,
            len(walk.pain_marks()),
            1 + sum(gap.reason is GapReason.LINK for gap in gaps),
        )
