"""Keeps a recording of others as a walk of one's own, so that it takes notes and analyses."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from coach.coach import CoachSettings
from coach.live import LiveWalk
from coach.records.errors import RecordFault, WalkFileError
from coach.records.folders import unused
from coach.records.keys import read_vault, remove_all_of, sidecar_of
from coach.records.places import Place, new_key, vault_path
from coach.records.recovery import recover
from coach.records.salvage import salvage
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


class Salvaged(NamedTuple):
    """A sound walk of what was left of a damaged one, and how many stored seconds are in it."""

    path: Path
    n_seconds: int


def save_what_is_left(path: Path) -> Salvaged:
    """Write what can still be read of a damaged walk into a new file beside it.

    Raises
    ------
    RecordError
        When not even a second of it can be read, or the disk does not take it.
    """
    target = unused(path.with_name(f"{path.stem}-salvaged"), WALK_ENDING)
    vault = read_vault(vault_path()) if sidecar_of(path).exists() else None
    key = None if vault is None else vault.new_file_key()
    n_seconds, _ = salvage(path, target, lambda _: None, key)
    if not n_seconds:
        remove_all_of(target)
        raise WalkFileError(RecordFault.DAMAGED)
    return Salvaged(target, n_seconds)


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
