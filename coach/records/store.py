"""Keeps one walk while it goes on: a thread that owns the file, and a queue that never blocks."""

import sqlite3
import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from coach.care.limits import Decision, Limit
from coach.gait.events import GaitEvent, Stride
from coach.gait.pipeline import GaitSettings
from coach.records import schema
from coach.records.chunks import Chunk, chunk_of, joined, pieces
from coach.records.errors import KeepingError, RecordFault
from sensors.samples import ImuBlock, StreamInfo

_LAST_TRIES = 4  # commits tried at the end of a walk before its last seconds are given up

SqlValue = str | float | bytes | None


class GapReason(StrEnum):
    """Why there are no samples for a while."""

    PAUSE = "pause"
    LINK = "link"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class WalkHeader:
    """What is known of a walk when it begins; `program` is its name and version."""

    info: StreamInfo
    gait: GaitSettings
    limit: Limit | None
    started_at: datetime
    program: str


class RecorderState(NamedTuple):
    """How the keeping goes: what is safely on the disk, what waits, and what is wrong if any."""

    kept_until_s: float | None
    waiting_s: float
    fault: RecordFault | None


class _Row(NamedTuple):
    table: str
    columns: tuple[str, ...]
    values: tuple[SqlValue, ...]


class WalkRecorder:
    """One walk being kept. Every method but `close` returns at once and belongs to one thread.

    A slow disk makes the queue longer, a full one makes the thread try again each second; both
    are told by `state`. Only when `max_waiting_s` of samples wait are further ones not kept. With
    `commit_every_s` and the commit itself, a kill loses less than a second.

    Raises
    ------
    KeepingError
        When the file cannot be created; from then on faults are states, not exceptions.
    """

    def __init__(
        self,
        path: Path,
        header: WalkHeader,
        *,
        commit_every_s: float = 0.8,
        lagging_after_s: float = 5.0,
        max_waiting_s: float = 3600.0,
    ) -> None:
        self.path = path
        self._header = header
        self._commit_every_s = commit_every_s
        self._lagging_after_s, self._max_waiting_s = lagging_after_s, max_waiting_s
        self._queue: deque[ImuBlock | _Row] = deque()
        self._limit_ids: dict[Limit, int] = {}
        self._n_submitted = 0
        self._dropped_after_s: float | None = None
        # Written by the store thread, read by the other.
        self._n_committed = 0
        self._kept_until_s: float | None = None
        self._fault: RecordFault | None = None
        self._waiting_rows: list[_Row] = []
        self._waiting_n = 0
        self._waiting_until_s: float | None = None
        self._closing = threading.Event()
        self._ended_at: datetime | None = None
        self._opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()
        self._opened.result()
        if header.limit is not None:
            self.set_limit(0.0, header.limit)

    @property
    def state(self) -> RecorderState:
        """How the keeping goes right now."""
        waiting_s = (self._n_submitted - self._n_committed) / self._header.info.rate_hz
        fault = self._fault
        if self._dropped_after_s is not None:
            fault = RecordFault.MEMORY_FULL
        elif fault is None and waiting_s > self._lagging_after_s:
            fault = RecordFault.LAGGING
        return RecorderState(self._kept_until_s, waiting_s, fault)

    @property
    def is_open(self) -> bool:
        """Whether the walk is still being kept."""
        return self._thread.is_alive()

    def keep(
        self,
        block: ImuBlock | None,
        events: tuple[GaitEvent, ...],
        decisions: tuple[Decision, ...],
    ) -> None:
        """Keep samples and what came of them."""
        if block is not None and len(block.t_s):
            self._keep_samples(block)
        for event in events:
            if isinstance(event, Stride):
                values = tuple(_plain(getattr(event, name)) for name in schema.STRIDE_COLUMNS)
                self._queue.append(_Row("stride", schema.STRIDE_COLUMNS, values))
        for decision in decisions:
            self._queue.append(self._decision_row(decision))

    def set_limit(self, t_s: float, limit: Limit | None) -> None:
        """Keep that from `t_s` on the walk is judged by this limit."""
        limit_id = None if limit is None else self._limit_id(limit)
        self._queue.append(_Row("limit_change", ("t_s", "limit_id"), (t_s, limit_id)))

    def mark_pain(self, t_s: float, level: int | None = None) -> None:
        """Keep that it hurt at `t_s`."""
        self._queue.append(_Row("pain", ("t_s", "level"), (t_s, level)))

    def mark_gap(self, start_s: float, end_s: float | None, reason: GapReason) -> None:
        """Keep that there are no samples between these times, and why."""
        self._queue.append(_Row("gap", ("start_s", "end_s", "reason"), (start_s, end_s, reason)))

    def note(self, t_s: float | None, text: str) -> None:
        """Keep a remark, of a moment or of the whole walk."""
        self._queue.append(_Row("note", ("t_s", "text"), (t_s, text)))

    def close(self, ended_at: datetime) -> Path:
        """End the walk; waits until all is in one file.

        Raises
        ------
        KeepingError
            When the disk does not take the last seconds; the file holds what was kept before.
        """
        self._ended_at = ended_at
        self._closing.set()
        self._thread.join()
        if self._fault is not None:
            waiting_s = self.state.waiting_s
            raise KeepingError(self._fault, file=str(self.path), seconds_missing=waiting_s)
        return self.path

    def _keep_samples(self, block: ImuBlock) -> None:
        rate_hz = self._header.info.rate_hz
        if (self._n_submitted - self._n_committed) / rate_hz > self._max_waiting_s:
            if self._dropped_after_s is None:
                self._dropped_after_s = float(block.t_s[0])
            return
        if self._dropped_after_s is not None:
            self.mark_gap(self._dropped_after_s, float(block.t_s[0]), GapReason.NOT_KEPT)
            self._dropped_after_s = None
        self._n_submitted += len(block.t_s)
        self._queue.append(block)

    def _decision_row(self, decision: Decision) -> _Row:
        values = (
            decision.t_s,
            decision.stride_start_s,
            decision.kind,
            decision.is_over,
            decision.probability,
            decision.excess_deg,
            decision.excess_m,
            self._limit_id(decision.limit),
        )
        return _Row("decision", schema.DECISION_COLUMNS, tuple(_plain(value) for value in values))

    def _limit_id(self, limit: Limit) -> int:
        if limit not in self._limit_ids:
            limit_id = self._limit_ids[limit] = len(self._limit_ids) + 1
            self._queue.append(_Row("person_limit", ("id", "json"), (limit_id, _json(limit))))
        return self._limit_ids[limit]

    # From here on: the store thread.

    def _run(self) -> None:
        try:
            connection = schema.create(self.path)
            self._begin(connection)
        except KeepingError as error:
            self._opened.set_exception(error)
            return
        except sqlite3.Error as error:
            fault = _fault_of(error)
            self._opened.set_exception(KeepingError(fault, file=str(self.path), cause=str(error)))
            return
        self._opened.set_result(None)
        while not self._closing.wait(self._commit_every_s):
            self._commit(connection)
        self._end(connection)

    def _begin(self, connection: sqlite3.Connection) -> None:
        header = self._header
        meta = {
            "state": schema.WalkState.RECORDING,
            "started_at": header.started_at.isoformat(),
            "program": header.program,
            "info": _json(header.info),
            "gait": _json(header.gait),
        }
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO meta VALUES(?, ?)", meta.items())
        connection.execute("COMMIT")

    def _end(self, connection: sqlite3.Connection) -> None:
        for _ in range(_LAST_TRIES):
            if self._commit(connection) and self._finish(connection):
                return
            threading.Event().wait(self._commit_every_s)
        schema.release(connection, self.path)

    def _finish(self, connection: sqlite3.Connection) -> bool:
        ended_at = self._ended_at.isoformat() if self._ended_at else None
        try:
            connection.execute("BEGIN")
            connection.execute(
                "REPLACE INTO meta VALUES('state', ?), ('ended_at', ?)",
                (schema.WalkState.ENDED, ended_at),
            )
            connection.execute("COMMIT")
            schema.merge(connection)
        except sqlite3.Error as error:
            self._failed(connection, error)
            return False
        schema.release(connection, self.path)
        return True

    def _commit(self, connection: sqlite3.Connection) -> bool:
        """Bring all that waits to the disk; False when the disk did not take it."""
        self._collect()
        if not self._waiting_rows:
            return True
        try:
            connection.execute("BEGIN")
            for row in self._waiting_rows:
                marks = ", ".join("?" * len(row.columns))
                connection.execute(
                    f"INSERT INTO {row.table}({', '.join(row.columns)}) VALUES({marks})",
                    row.values,
                )
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._failed(connection, error)
            return False
        self._fault = None
        self._n_committed += self._waiting_n
        self._kept_until_s = self._waiting_until_s
        self._waiting_rows, self._waiting_n = [], 0
        return True

    def _collect(self) -> None:
        """Move the queue into rows; samples as chunks of at most a second."""
        blocks: list[ImuBlock] = []
        while self._queue:
            item = self._queue.popleft()
            if isinstance(item, _Row):
                self._waiting_rows.append(item)
            else:
                blocks.append(item)
        if not blocks:
            return
        block = joined(blocks)
        self._waiting_n += len(block.t_s)
        self._waiting_until_s = float(block.t_s[-1])
        for piece in pieces(block, max(1, round(self._header.info.rate_hz))):
            self._waiting_rows.append(_Row("chunk", Chunk._fields, tuple(chunk_of(piece))))

    def _failed(self, connection: sqlite3.Connection, error: sqlite3.Error) -> None:
        self._fault = _fault_of(error)
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            pass  # a disk that fails at rollback fails again at the next commit, which tells it


def recover(path: Path) -> None:
    """Bring a walk whose recording was cut off into one file, marked as recovered.

    The file must be one of our own, already checked by opening it as a `WalkFile`.

    Raises
    ------
    KeepingError
        When the file is being recorded, or the disk does not take the change.
    """
    try:
        connection = schema.hold(path)
        try:
            connection.execute(
                "UPDATE meta SET value=? WHERE key='state' AND value=?",
                (schema.WalkState.RECOVERED, schema.WalkState.RECORDING),
            )
            schema.merge(connection)
        finally:
            schema.release(connection, path)
    except sqlite3.Error as error:
        raise KeepingError(_fault_of(error), file=str(path), cause=str(error)) from error


def _fault_of(error: sqlite3.Error) -> RecordFault:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return RecordFault.DISK_FULL
    return RecordFault.IN_USE if name == "SQLITE_BUSY" else RecordFault.DISK_FAILS


def _plain(value: SqlValue | np.generic) -> SqlValue:
    """`value` as SQLite takes it: it refuses numpy's own booleans and integers."""
    return value.item() if isinstance(value, np.generic) else value


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
