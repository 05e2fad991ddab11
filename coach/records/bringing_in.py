"""Brings walks that somebody shared into this computer's own walks folder."""

from collections.abc import Callable
from pathlib import Path

from coach.records.folders import data_folder, walks_folder
from coach.records.places import make_folder, new_key
from coach.records.taking_in import refuse_over, take_in
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind


def bring_in(path: Path, progress: Callable[[float], None]) -> Path:
    """Keep a copy of a shared walk, checked whole, under a key of this computer; return where.

    Raises
    ------
    RecordError
        When it cannot be unlocked or read, anything in it is not as it must be, a walk of that name
        is here already, or the disk does not take it.
    """
    make_folder(data_folder())
    make_folder(walks_folder())
    target = walks_folder() / f"{path.stem}.hipwalk"
    with WalkFile.open(path) as walk:
        refuse_over(target)
        is_simulated = walk.info.kind is StreamKind.SIMULATION
        key, _ = new_key(StreamKind.SIMULATION if is_simulated else StreamKind.RADIO)
        take_in(walk, target, key, progress)
    return target
