"""Walks that were cut off: brought into one file again, or made ready to be continued."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from coach.records import engine, schema
from coach.records.errors import KeepingError, RecordError
from coach.records.store import Continuation
from coach.records.walk_file import WalkFile
from coach.records.walk_names import is_of_test
from sensors.samples import StreamKind

CONTINUED_WITHIN = timedelta(minutes=30)
"""A walk cut off longer ago is over: nobody stands there with the strap still on."""

_LEAST_GAP_S = 1.0  # also where the clock was set back in between


class CutOff(NamedTuple):
    """A walk that was cut off: its file, when its last second was kept, and how long it was."""

    path: Path
    cut_off_at: datetime
    duration_s: float


def newest_cut_off(folder: Path, now: datetime, kind: StreamKind) -> CutOff | None:
    """The walk to ask about: "Continue this walk?"; None when there is none of a short time ago.

    Only a simulated walk is continued by the simulation. A walk that is still being recorded, or
    cannot be unlocked, is none; nor are the bouts of a long-stride test, which goes on by itself.
    """
    found = []
    for wal in folder.glob("*.hipwalk-wal"):
        path = wal.with_name(wal.name.removesuffix("-wal"))
        if is_of_test(path):
            continue
        try:
            cut_off_at = datetime.fromtimestamp(wal.stat().st_mtime, now.tzinfo)
            if abs(now - cut_off_at) <= CONTINUED_WITHIN:
                with WalkFile.open(path) as walk:
                    is_simulated = walk.info.kind is StreamKind.SIMULATION
                    if walk.is_unfinished and is_simulated is (kind is StreamKind.SIMULATION):
                        found.append(CutOff(path, cut_off_at, walk.info.duration_s or 0.0))
        except (OSError, RecordError):
            continue
    return max(found, key=lambda each: each.cut_off_at, default=None)


def continuation(walk: WalkFile, cut_off_at: datetime, now: datetime) -> Continuation:
    """How a walk that was cut off goes on: its time ran on while nobody recorded."""
    kept_until_s = walk.kept_until_s
    gap_s = max((now - cut_off_at).total_seconds(), _LEAST_GAP_S)
    return Continuation(kept_until_s + gap_s, kept_until_s, walk.limit_ids())


def recover(path: Path, key: bytes | None = None) -> None:
    """Bring a walk whose recording was cut off into one file, marked as recovered.

    The file must be one of our own, already checked by opening it as a `WalkFile`.

    Raises
    ------
    KeepingError
        When the file is being recorded, or the disk does not take the change.
    """
    try:
        connection = schema.hold(path, key)
        try:
            connection.execute(
                "UPDATE meta SET value=? WHERE key='state' AND value=?",
                (schema.WalkState.RECOVERED, schema.WalkState.RECORDING),
            )
            schema.merge(connection)
        finally:
            schema.release(connection, path)
    except engine.sql_errors() as error:
        raise KeepingError(engine.fault_of(error), file=str(path), cause=str(error)) from error
