"""A kept walk (`.hipwalk`), read as a source of samples and for what was made of them then."""

import math
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from coach.care.limits import Decision, Limit
from coach.gait.events import Calibrated, Stride
from coach.records import engine, schema
from coach.records.analyses import analysis_in
from coach.records.at_rest import opened_in_place
from coach.records.chunks import Chunk, block_of, joined
from coach.records.errors import RecordFault, WalkFileError
from coach.records.heard import Heard, decoded_again, heard_in
from coach.records.keys import key_of
from coach.records.marks import (
    AnalysisRecord,
    ClockReading,
    Gap,
    LimitChange,
    Note,
    PainMark,
)
from coach.records.migrations import RowChange
from coach.records.reading import Kind, all_converted, converted, decoded, private_copy
from coach.records.rows import CALIBRATION_COLUMNS, SqlValue
from coach.records.schema import WalkState
from coach.records.tables import DECISION_COLUMNS, LIVE, STRIDE_COLUMNS, WALK
from sensors.devices.registry import DRIVERS
from sensors.samples import ImuBlock, StreamInfo, StreamKind

__all__ = ["AnalysisRecord", "ClockReading", "Gap", "LimitChange", "Note", "PainMark", "WalkFile"]

_MAX_ROWS = 1_000_000  # strides, marks; a day of walking has 80,000 strides
_CHUNK_COLUMNS = ", ".join(Chunk._fields)
_MIN_RATE_HZ, _MAX_RATE_HZ = 1.0, 2000.0


class WalkFile:
    """A walk file, opened as a checked private copy or to be looked at where it is.

    It is a `Source`, and a context manager.

    Attributes
    ----------
    info : StreamInfo
        Of the stream as recorded; one that came from a radio is now of kind recording.
    gait : GaitSettings
        By which the strides were made.
    state : WalkState
        ``RECORDING`` for a walk that was cut off: its last second may be missing.
    started_at, program : str
        When (ISO 8601) and by which program it was recorded.
    driver : str or None
        Model whose codec reads the notifications; None where none were kept.
    is_encrypted : bool
        Whether the file it was opened from is.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        name: str,
        folder: TemporaryDirectory[str] | None,
        *,
        is_encrypted: bool = False,
        is_damaged: bool = False,
    ) -> None:
        self.is_encrypted = is_encrypted
        self._connection, self._folder = connection, folder
        meta = {row[0]: row[1] for row in self._fetch("meta", ("key", "value"))}
        self.state = converted(meta.get("state"), WalkState)
        self.started_at = converted(meta.get("started_at"), str)
        driver = meta.get("driver")
        self.driver = None if driver is None else converted(driver, str)
        live = self._analysis(LIVE)
        self.program, self.gait = live.program, live.settings.gait
        info = decoded(meta.get("info"), StreamInfo)
        for rate_hz in (info.rate_hz, self.gait.rate_hz):
            if not _MIN_RATE_HZ <= rate_hz <= _MAX_RATE_HZ:
                raise WalkFileError(RecordFault.DAMAGED, cause=f"rate of {rate_hz:g} Hz")
        is_simulated = info.kind is StreamKind.SIMULATION
        kind = info.kind if is_simulated else StreamKind.RECORDING
        duration_s = None if is_damaged else self._duration_s()
        self.info = replace(info, name=name, kind=kind, duration_s=duration_s)

    @classmethod
    def open(cls, path: Path, key: bytes | None = None, *, is_damaged: bool = False) -> Self:
        """The walk in this file; the file itself is not changed, nor opened by SQLite.

        An encrypted one is opened with its `key`; without it, with what its key file, the keyring
        of this computer and the passphrase of this process bring. Its copy is encrypted too.

        Raises
        ------
        WalkFileError
            When it is not there, not a walk file, damaged, or being recorded.
        ProtectionError
            When it is encrypted and cannot be unlocked.
        """
        with ExitStack() as opening:
            folder = TemporaryDirectory(prefix="hipcoach-", ignore_cleanup_errors=True)
            opening.callback(folder.cleanup)
            copy = Path(folder.name, "walk")
            is_plain = private_copy(path, copy)
            if is_plain:
                key = None
            elif key is None:
                key = key_of(path)
            connection = schema.open_copy(copy, key, is_damaged=is_damaged)
            opening.callback(connection.close)
            walk = cls(
                connection, path.stem, folder, is_encrypted=not is_plain, is_damaged=is_damaged
            )
            opening.pop_all()
        return walk

    @classmethod
    def look(cls, path: Path, key: bytes | None = None) -> Self:
        """The walk in this file, to be looked at and let go of; opens in a moment if it is our own.

        A walk of our own folder is read where it is, neither copied nor checked through: each page
        and each stored second is checked when it is read. Everything else is opened as by `open`,
        which is also for what is to be copied or changed.

        Raises
        ------
        WalkFileError, ProtectionError
            As `open` does.
        """
        found = opened_in_place(path, key)
        if found is not None:
            try:
                return cls(found.connection, path.stem, None, is_encrypted=found.is_encrypted)
            except WalkFileError:
                found.connection.close()
        return cls.open(path, key)

    @property
    def is_unfinished(self) -> bool:
        """Whether the recording was cut off and nobody has recovered it yet."""
        return self.state is WalkState.RECORDING

    def blocks(self, n_samples: int = 2000) -> Iterator[ImuBlock]:
        """Samples in time order, in whole stored seconds of together at least `n_samples`.

        Raises
        ------
        WalkFileError
            Where a stored second is not what was written.
        """
        waiting: list[ImuBlock] = []
        for block in self._seconds():
            waiting.append(block)
            if sum(len(part.t_s) for part in waiting) >= n_samples:
                yield joined(waiting)
                waiting = []
        if waiting:
            yield joined(waiting)

    def blocks_from(self, t_s: float) -> Iterator[ImuBlock]:
        """The stored second with the first sample at or after `t_s`, and those that follow.

        Raises
        ------
        WalkFileError
            Where a stored second is not what was written.
        """
        # Apart: only a single min or max is looked up, two together read the whole table.
        ((first_id,),) = self._query("SELECT min(id) FROM chunk")
        ((last_id,),) = self._query("SELECT max(id) FROM chunk")
        low, high = converted((first_id or 0, last_id or -1), tuple[int, int])
        while low < high:
            middle = (low + high) // 2
            found = self._query(
                "SELECT id, end_s FROM chunk WHERE id<=? ORDER BY id DESC LIMIT 1", (middle,)
            )
            if found and converted(found[0][1], float) < t_s:
                low = middle + 1
            else:
                high = middle
        sql = f"SELECT id, {_CHUNK_COLUMNS} FROM chunk WHERE id>=? ORDER BY id LIMIT 1"
        while rows := self._query(sql, (low,)):
            block = block_of(converted(rows[0][1:], Chunk))
            if block.t_s[-1] >= t_s:
                yield block
            low = converted(rows[0][0], int) + 1

    async def __aiter__(self) -> AsyncIterator[ImuBlock]:
        """Iterate over the stored seconds."""
        for block in self._seconds():
            yield block

    @property
    def kept_until_s(self) -> float:
        """Time of the last sample; 0 where there is none."""
        rows = self._query("SELECT end_s FROM chunk ORDER BY id DESC LIMIT 1")
        return converted(rows[0][0], float) if rows else 0.0

    def heard(self) -> Iterator[Heard]:
        """What the radio said, as it came; nothing where the walk came from a file.

        Raises
        ------
        WalkFileError
            Where a stored second is not what was written.
        """
        for chunk in self._chunks("notification"):
            yield from heard_in(chunk)

    def decoded_again(self) -> Iterator[ImuBlock]:
        """The samples, made anew from what the radio said; nothing where that was not kept.

        Raises
        ------
        WalkFileError
            Where a stored second is not what was written, or no codec reads it.
        """
        if self.driver is None:
            return
        driver = next((each for each in DRIVERS if each.model == self.driver), None)
        if driver is None:
            raise WalkFileError(RecordFault.NEWER_VERSION, sensor=self.driver)
        yield from decoded_again(self.heard(), driver, self.info.rate_hz)

    def analyses(self) -> tuple[AnalysisRecord, ...]:
        """Every analysis that was kept, the live one first."""
        return tuple(self._analysis(row[0]) for row in self._fetch("analysis", ("id",)))

    def strides(self, analysis_id: int = LIVE) -> tuple[Stride, ...]:
        """The strides of an analysis; without its id, as the live loop gave them."""
        rows = self._fetch("stride", STRIDE_COLUMNS, analysis_id)
        return all_converted(rows, STRIDE_COLUMNS, Stride)

    def decisions(self, analysis_id: int = LIVE) -> tuple[Decision, ...]:
        """The decisions of an analysis, each with the limit it was made by."""
        limits = self._limits()
        rows = self._fetch("decision", DECISION_COLUMNS, analysis_id)
        with_limits = [(*values, limits.get(limit_id)) for *values, limit_id in rows]
        return all_converted(with_limits, (*DECISION_COLUMNS[:-1], "limit"), Decision)

    def calibrations(self) -> tuple[Calibrated, ...]:
        """Every neutral that was taken, and what was wrong with how the sensor was worn."""
        rows = self._fetch("calibration", CALIBRATION_COLUMNS)
        return all_converted(rows, CALIBRATION_COLUMNS, Calibrated)

    def clock_readings(self) -> tuple[ClockReading, ...]:
        """What the computer's clocks said while it was recorded."""
        return self._read("clock", ClockReading._fields, ClockReading)

    def limit_ids(self) -> dict[Limit, int]:
        """Every limit in the file, with its id there."""
        return {limit: converted(limit_id, int) for limit_id, limit in self._limits().items()}

    def limit_changes(self) -> tuple[LimitChange, ...]:
        """Every limit the walk was judged by, from when."""
        limits = self._limits()
        return tuple(
            LimitChange(converted(t_s, float), limits.get(limit_id))
            for t_s, limit_id in self._fetch("limit_change", ("t_s", "limit_id"))
        )

    def pain_marks(self) -> tuple[PainMark, ...]:
        """When it hurt; a mark that was answered while walking stands with its answer alone."""
        marks = self._read("pain", PainMark._fields, PainMark)
        answered = {mark.t_s for mark in marks if mark.level is not None}
        return tuple(m for m in marks if m.level is not None or m.t_s not in answered)

    def gaps(self) -> tuple[Gap, ...]:
        """Where samples are missing, and why."""
        return self._read("gap", Gap._fields, Gap)

    def notes(self) -> tuple[Note, ...]:
        """Remarks."""
        return self._read("note", Note._fields, Note)

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """Rows by the names of their columns.

        Raises
        ------
        WalkFileError
            When they cannot be read.
        """
        try:
            cursor = self._connection.execute(sql)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, values, strict=True)) for values in cursor]
        except engine.damage() as error:
            raise WalkFileError(engine.fault_of_reading(error), cause=str(error)) from error

    def copy_rows(self, target: sqlite3.Connection, change: RowChange) -> None:
        """Copy every row into the empty tables of another file, as `change` lets it.

        Raises
        ------
        WalkFileError
            When a row cannot be read.
        Error of the target
            When the disk does not take it.
        """
        try:
            WALK.copy(self._connection, target, change)
        except engine.damage() as error:
            if not isinstance(error, engine.sql_errors()):
                raise WalkFileError(RecordFault.DAMAGED, cause=str(error)) from error
            raise

    def close(self) -> None:
        """Let go of the copy; safe to call twice."""
        self._connection.close()
        if self._folder is not None:
            self._folder.cleanup()

    async def aclose(self) -> None:
        """Let go of the copy; safe to call twice."""
        self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _seconds(self) -> Iterator[ImuBlock]:
        last_s = -math.inf
        for chunk in self._chunks("chunk"):
            block = block_of(chunk)
            if block.t_s[0] <= last_s:
                raise WalkFileError(RecordFault.DAMAGED, second=last_s, cause="time goes back")
            last_s = float(block.t_s[-1])
            yield block

    def _chunks(self, table: str) -> Iterator[Chunk]:
        for chunk_id in self._fetch(table, ("id",)):
            (row,) = self._query(f"SELECT {_CHUNK_COLUMNS} FROM {table} WHERE id=?", chunk_id)
            yield converted(row, Chunk)

    def _analysis(self, analysis_id: SqlValue) -> AnalysisRecord:
        columns = ("id", "made_at", "program", "settings")
        rows = self._query(f"SELECT {', '.join(columns)} FROM analysis WHERE id=?", (analysis_id,))
        if not rows:
            raise WalkFileError(RecordFault.DAMAGED, cause="analysis missing")
        return analysis_in(dict(zip(columns, rows[0], strict=True)))

    def _duration_s(self) -> float:
        rows = self._query("SELECT start_s FROM chunk ORDER BY id LIMIT 1")
        return self.kept_until_s - converted(rows[0][0], float) if rows else 0.0

    def _limits(self) -> dict[SqlValue, Limit]:
        rows = self._fetch("person_limit", ("id", "json"))
        return {limit_id: decoded(text, Limit) for limit_id, text in rows}

    def _read(self, table: str, columns: tuple[str, ...], kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(converted(row, kind) for row in self._fetch(table, columns))

    def _fetch(
        self, table: str, columns: tuple[str, ...], analysis_id: int | None = None
    ) -> list[tuple[SqlValue, ...]]:
        where = "" if analysis_id is None else f" WHERE analysis_id={int(analysis_id)}"
        order = "" if table == "meta" else " ORDER BY id"
        sql = f"SELECT {', '.join(columns)} FROM {table}{where}{order} LIMIT {_MAX_ROWS}"
        return self._query(sql)

    def _query(self, sql: str, parameters: tuple[SqlValue, ...] = ()) -> list[tuple[SqlValue, ...]]:
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except engine.damage() as error:
            raise WalkFileError(engine.fault_of_reading(error), cause=str(error)) from error
