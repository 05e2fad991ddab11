"""Takes in a walk that came from somebody else: all of it is checked before any of it is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from coach.records import schema
from coach.records.copies import copy_walk
from coach.records.errors import KeepingError, RecordFault, WalkFileError
from coach.records.exchange.new_files import new_outputs
from coach.records.keys import BESIDE, FileKey, sidecar_of
from coach.records.walk_file import WalkFile


def refuse_over(target: Path) -> None:
    """Refuse a place for a new walk where there is a file of it already, or a rest of one.

    Raises
    ------
    KeepingError
        When there is.
    """
    beside = (target, sidecar_of(target), *(Path(f"{target}{end}") for end in BESIDE))
    if any(path.exists() for path in beside):
        raise KeepingError(RecordFault.EXISTS, file=target.name)


def take_in(
    walk: WalkFile, target: Path, key: FileKey | None, progress: Callable[[float], None]
) -> None:
    """Keep a copy of a walk under a key of its own, whole or not at all.

    One that was cut off is taken as far as it goes. Nothing of the file it came from is opened
    again: `walk` stands on a checked copy of it.

    Parameters
    ----------
    progress : callable
        Told which share of the samples is checked, 0 to 1.

    Raises
    ------
    RecordError
        When anything in the walk is not as it must be, there is a file of that name, or the disk
        does not take it.
    """
    check_all(walk, progress)
    refuse_over(target)
    # The key first: broken off in between, it lies there alone, and opens nothing.
    names = (target,) if key is None or key.sidecar is None else (sidecar_of(target), target)
    with new_outputs(*names) as places:
        copy_walk(walk, places[-1], key, _recovered)


def check_all(walk: WalkFile, progress: Callable[[float], None]) -> None:
    """Read everything there is in a walk, and trust none of it: also who sealed it may be hostile.

    Raises
    ------
    WalkFileError
        When anything is not as it must be.
    """
    if [list(row.values()) for row in walk.rows("PRAGMA quick_check(1)")] != [["ok"]]:
        raise WalkFileError(RecordFault.DAMAGED, cause="pages do not fit together")
    start_s, duration_s = None, walk.info.duration_s
    for block in walk.blocks():
        start_s = float(block.t_s[0]) if start_s is None else start_s
        if duration_s:
            progress(min(1.0, (float(block.t_s[-1]) - start_s) / duration_s))
    for _ in walk.heard():
        pass
    for analysis in walk.analyses():
        walk.strides(analysis.id)
        walk.decisions(analysis.id)
    for read in (
        walk.calibrations,
        walk.clock_readings,
        walk.limit_changes,
        walk.pain_marks,
        walk.gaps,
        walk.notes,
    ):
        read()


def _recovered(table: str, row: dict[str, Any]) -> dict[str, Any]:
    if table == "meta" and (row["key"], row["value"]) == ("state", schema.WalkState.RECORDING):
        row["value"] = schema.WalkState.RECOVERED
    return row
