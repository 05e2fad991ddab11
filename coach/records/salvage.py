"""What is left of a damaged walk, written to a sound one."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from math import inf
from pathlib import Path
from typing import Any

from coach.care.limits import Decision, Limit
from coach.gait.events import Calibrated, Stride
from coach.records import engine, schema
from coach.records.analyses import analysis_in
from coach.records.chunks import Chunk, block_of
from coach.records.errors import KeepingError, RecordFault, WalkFileError
from coach.records.heard import heard_in
from coach.records.keys import FileKey, remove_all_of, write_sidecar
from coach.records.marks import ClockReading, Gap, Note, PainMark
from coach.records.reading import converted, decoded
from coach.records.rows import CALIBRATION_COLUMNS
from coach.records.tables import DECISION_COLUMNS, STRIDE_COLUMNS, WALK
from coach.records.walk_file import WalkFile

_MISSES_BEFORE_THE_END = 2000  # rows; a damaged page holds far fewer
_NAMED = {"stride": (Stride, STRIDE_COLUMNS), "calibration": (Calibrated, CALIBRATION_COLUMNS)}
_IN_ORDER = {
    "clock": (ClockReading, ClockReading._fields),
    "pain": (PainMark, PainMark._fields),
    "gap": (Gap, Gap._fields),
    "note": (Note, Note._fields),
}


def salvage(
    path: Path, target: Path, progress: Callable[[float], None], key: FileKey | None = None
) -> tuple[int, int]:
    """Write a sound walk of what can still be read of a damaged one.

    Parameters
    ----------
    progress : callable
        Told now and then how far it is, 0 to 1.
    key : FileKey or None
        Under which the sound walk is protected; None keeps it plain.

    Returns
    -------
    tuple of int
        How many stored seconds were read, and how many were not.

    Raises
    ------
    RecordError
        When not even what the walk was can be read, or the copy cannot be written.
    """
    if target.exists():
        raise KeepingError(RecordFault.EXISTS, file=target.name)
    with WalkFile.open(path, is_damaged=True) as walk:
        rescue = _Rescue(walk, progress)
        if key is not None and key.sidecar is not None:
            write_sidecar(target, key.sidecar)
        try:
            _save(rescue, target, key)
        except engine.sql_errors() as error:
            remove_all_of(target)
            raise KeepingError(engine.fault_of(error), file=str(target)) from error
    return rescue.n_read, rescue.n_lost


def _save(rescue: "_Rescue", target: Path, key: FileKey | None) -> None:
    connection = schema.create(target, key.key if key else None)
    try:
        for table, rows in rescue.tables():
            connection.execute("BEGIN")
            for row in rows:
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT INTO {table} VALUES({marks})", tuple(row.values()))
            connection.execute("COMMIT")
        schema.merge(connection)
    finally:
        schema.release(connection, target)


class _Rescue:
    """Row by row out of a damaged walk; what cannot be read or is not sound is left out."""

    def __init__(self, walk: WalkFile, progress: Callable[[float], None]) -> None:
        self._walk, self._progress = walk, progress
        self.n_read = self.n_lost = 0
        self._last_s = -inf
        self._limits: dict[object, Limit] = {}

    def tables(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Every table with the rows that are left of it."""
        for n_done, statement in enumerate(WALK.tables[WALK.version]):
            table = statement.removeprefix("CREATE TABLE ").partition("(")[0]
            self._progress(n_done / len(WALK.tables[WALK.version]))
            yield table, self._meta() if table == "meta" else self._rows(table)

    def _meta(self) -> Iterator[dict[str, Any]]:
        for row in self._walk.rows("SELECT key, value FROM meta"):
            if row["key"] == "state":
                row["value"] = schema.WalkState.RECOVERED
            yield row

    def _rows(self, table: str) -> Iterator[dict[str, Any]]:
        n_missed = 0
        for row_id in self._ids(table):
            if n_missed == _MISSES_BEFORE_THE_END:
                return
            try:
                (row,) = self._walk.rows(f"SELECT * FROM {table} WHERE id={row_id}")
                is_sound = self._is_sound(table, row)
            except ValueError:  # no such row
                n_missed += 1
                continue
            except WalkFileError:
                n_missed += 1
                self.n_lost += table == "chunk"
                continue
            n_missed = 0
            if is_sound:
                yield row

    def _ids(self, table: str) -> Iterable[int]:
        """Every id there may be; where not even the last is known, all of them."""
        try:
            (row,) = self._walk.rows(f"SELECT max(id) AS last FROM {table}")
            last = int(row["last"] or 0)
        except (WalkFileError, ValueError, TypeError):
            return count(1)
        return range(1, last + 1)

    def _is_sound(self, table: str, row: dict[str, Any]) -> bool:
        """Whether a reader of the sound walk will understand the row; else an error says why."""
        match table:
            case "chunk":
                self._take_second(_chunk_in(row))
            case "notification":
                heard_in(_chunk_in(row))
            case "person_limit":
                self._limits[row["id"]] = decoded(row["json"], Limit)
            case "limit_change":
                converted(row["t_s"], float)
                return row["limit_id"] is None or row["limit_id"] in self._limits
            case "decision":
                fields = {name: row[name] for name in DECISION_COLUMNS}
                limit = self._limits.get(fields.pop("limit_id"))
                converted({**fields, "limit": limit}, Decision)
            case "analysis":
                analysis_in(row)
            case "stride" | "calibration":
                kind, columns = _NAMED[table]
                converted({name: row[name] for name in columns}, kind)
            case "clock" | "pain" | "gap" | "note":
                of_marks, columns = _IN_ORDER[table]
                converted([row[name] for name in columns], of_marks)
        return True

    def _take_second(self, chunk: Chunk) -> None:
        block = block_of(chunk)
        if block.t_s[0] <= self._last_s:
            raise WalkFileError(RecordFault.DAMAGED)
        self._last_s = float(block.t_s[-1])
        self.n_read += 1


def _chunk_in(row: dict[str, Any]) -> Chunk:
    return converted([row[name] for name in Chunk._fields], Chunk)
