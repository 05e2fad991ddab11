"""Keeps a recording of others as a walk of one's own, so that it takes notes and analyses."""

import asyncio
from dataclasses import replace
from pathlib import Path

from coach.coach import CoachSettings
from coach.live import LiveWalk
from coach.records.keys import remove_all_of
from coach.records.places import Place, new_key
from coach.records.recovery import recover
from coach.records.schema import WalkState
from coach.records.taking_in import refuse_over
from coach.records.walk_file import WalkFile
from coach.replay.opened import WALK_ENDING, OpenedWalk
from sensors.recording import Recording

_BLOCK_SAMPLES = 2000


def made_changeable(walk: OpenedWalk) -> None:
    """Close a walk whose recording was cut off, so that it takes notes and analyses.

    Raises
    ------
    RecordError
        When it is being recorded, or the disk does not take it.
    """
    if walk.state is WalkState.RECORDING:
        with WalkFile.open(walk.path, walk.key) as now:  # checked before it is written to
            is_unfinished = now.is_unfinished
        if is_unfinished:
            recover(walk.path, walk.key)


def keep_as_walk(walk: OpenedWalk, target: Path) -> Path:
    """Keep a recording as a walk file with its strides, and return where it is.

    Raises
    ------
    SensorError, RecordError
        When the recording cannot be read to its end, there is a file of that name already, or
        the disk does not take it; nothing is left then.
    """
    if target.suffix != WALK_ENDING:
        target = target.with_name(f"{target.name}{WALK_ENDING}")
    refuse_over(target)
    recording = Recording(walk.path, _BLOCK_SAMPLES, walk.told)
    recording.info = replace(recording.info, leg_length_m=walk.gait.leg_length_m)
    key, _ = new_key(recording.info.kind)
    live = LiveWalk(recording, CoachSettings(walk.gait), speed=0, out=Place(target, key))
    try:
        asyncio.run(live.run(lambda _: None))
    except BaseException:  # also the end of the process: half a walk is none
        remove_all_of(target)
        raise
    return target
