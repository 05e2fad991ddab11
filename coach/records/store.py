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

from coach.care.limits import Decision, Limit
from coach.gait.events import Calibrated, GaitEvent, Stride, WhyNot
from coach.gait.pipeline import GaitSettings
from coach.records import engine, schema
from coach.records.chunks import Chunk, chunk_of, joined, pieces
from coach.records.errors import KeepingError, RecordFault
from coach.records.heard import MAX_NOTIFICATIONS, Continued, Heard, heard_chunk
from coach.records.keys import FileKey, remove_all_of, sidecar_of, write_sidecar
from coach.records.rows import Row, calibration_row, decision_row, json_text, stride_row
from coach.records.tables import LIVE
from sensors.samples import ImuBlock, StreamInfo

_LAST_TRIES = 4  # commits tried at the end of a walk before its last seconds are given up


class GapReason(StrEnum):
    """Why there are no samples for a while."""

    PAUSE = "pause"
    LINK = "link"
    NOT_KEPT = "not_kept"
    SUSPENDED = "suspended"
    """The computer slept."""
    CUT_OFF = "cut_off"
    """The program or the computer stopped, and the walk was continued."""


@dataclass(frozen=True, slots=True)
class WalkHeader:
    """What is known of a walk when it begins.

    `program` is its name and version, `driver` the model whose codec reads the notifications,
    None where there are none.
    """

    info: StreamInfo
    gait: GaitSettings
    limit: Limit | None
    started_at: datetime
    program: str
    driver: str | None = None


class AnalysisSettings(NamedTuple):
    """By what strides and decisions were made."""

    gait: GaitSettings
    limit: Limit | None = None
    neutral_shift_deg: float = 0.0
    """The standing line was taken to lie so far in front: extension grew by it."""
    judged_too: tuple[WhyNot, ...] = ()
    """Strides that were scored although the gate would have left them out for these reasons."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """A walk that was cut off and goes on: its new samples are later by `offset_s`.

    `kept_until_s` is the time of its last kept sample, `limits` are those it holds already.
    """

    offset_s: float
    kept_until_s: float
    limits: dict[Limit, int]


class RecorderState(NamedTuple):
    """How the keeping goes: what is safely on the disk, what waits, and what is wrong if any."""

    kept_until_s: float | None
    waiting_s: float
    fault: RecordFault | None


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
        key: FileKey | None = None,
        continues: Continuation | None = None,
        commit_every_s: float = 0.8,
        lagging_after_s: float = 5.0,
        max_waiting_s: float = 3600.0,
    ) -> None:
        self.path = path
        self._header, self._key, self._continues = header, key, continues
        self._commit_every_s = commit_every_s
        self._lagging_after_s, self._max_waiting_s = lagging_after_s, max_waiting_s
        self._queue: deque[ImuBlock | Heard | Row] = deque()
        self._limit_ids: dict[Limit, int] = dict(continues.limits) if continues else {}
        self._n_submitted = 0
        self._dropped_after_s: float | None = None
        # Written by the store thread, read by the other.
        self._n_committed = 0
        self._kept_until_s: float | None = None
        self._fault: RecordFault | None = None
        self._waiting_rows: list[Row] = []
        self._waiting_n = 0
        self._waiting_until_s: float | None = None
        self._closing = threading.Event()
        self._ended_at: datetime | None = None
        self._opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()
        self._opened.result()
        if continues is not None:
            self._queue.append(Continued(continues.offset_s))
            self.mark_gap(continues.kept_until_s, continues.offset_s, GapReason.CUT_OFF)
            self.set_limit(continues.offset_s, header.limit)
        elif header.limit is not None:
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
                self._queue.append(stride_row(event, LIVE))
            elif isinstance(event, Calibrated):
                self._queue.append(calibration_row(event))
        for decision in decisions:
            limit_id = self._limit_id(decision.limit)
            self._queue.append(decision_row(decision, LIVE, limit_id))

    def keep_heard(self, heard: Heard) -> None:
        """Keep what the radio said, as it came."""
        self._queue.append(heard)

    def mark_clock(self, t_s: float, monotonic_s: float, wall: datetime) -> None:
        """Keep what the clocks of this computer said at `t_s`: one may be set, one sleeps."""
        values = (t_s, monotonic_s, wall.isoformat())
        self._queue.append(Row("clock", ("t_s", "monotonic_s", "wall"), values))

    def set_limit(self, t_s: float, limit: Limit | None) -> None:
        """Keep that from `t_s` on the walk is judged by this limit."""
        limit_id = None if limit is None else self._limit_id(limit)
        self._queue.append(Row("limit_change", ("t_s", "limit_id"), (t_s, limit_id)))

    def mark_pain(self, t_s: float, level: int | None = None, site: str | None = None) -> None:
        """Keep that it hurt at `t_s`; level 0-10 and site where they were asked."""
        self._queue.append(Row("pain", ("t_s", "level", "site"), (t_s, level, site)))

    def mark_gap(self, start_s: float, end_s: float | None, reason: GapReason) -> None:
        """Keep that there are no samples between these times, and why."""
        self._queue.append(Row("gap", ("start_s", "end_s", "reason"), (start_s, end_s, reason)))

    def note(self, t_s: float | None, text: str) -> None:
        """Keep a remark, of a moment or of the whole walk."""
        self._queue.append(Row("note", ("t_s", "text"), (t_s, text)))

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

    def _limit_id(self, limit: Limit) -> int:
        if limit not in self._limit_ids:
            limit_id = self._limit_ids[limit] = len(self._limit_ids) + 1
            self._queue.append(Row("person_limit", ("id", "json"), (limit_id, json_text(limit))))
        return self._limit_ids[limit]

    # From here on: the store thread.

    def _run(self) -> None:
        try:
            connection = self._connection()
        except KeepingError as error:
            self._opened.set_exception(error)
            return
        except engine.sql_errors() as error:
            fault = engine.fault_of(error)
            self._opened.set_exception(KeepingError(fault, file=str(self.path), cause=str(error)))
            return
        except Exception as error:  # noqa: BLE001  # top of a thread: whoever waits must hear of it
            fault = RecordFault.DISK_FAILS
            self._opened.set_exception(KeepingError(fault, file=str(self.path), cause=repr(error)))
            return
        self._opened.set_result(None)
        while not self._closing.wait(self._commit_every_s):
            self._commit(connection)
        self._end(connection)

    def _connection(self) -> sqlite3.Connection:
        key = None if self._key is None else self._key.key
        if self._continues is not None:
            connection = schema.hold(self.path, key)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(
                "UPDATE meta SET value=? WHERE key='state'", (schema.WalkState.RECORDING,)
            )
            return connection
        sidecar = None if self._key is None else self._key.sidecar
        if sidecar is not None:
            write_sidecar(self.path, sidecar)
        try:
            connection = schema.create(self.path, key)
        except KeepingError:
            if sidecar is not None:
                sidecar_of(self.path).unlink(missing_ok=True)  # there is no walk it would open
            raise
        except engine.sql_errors():
            remove_all_of(self.path)  # nothing is in it
            raise
        try:
            self._begin(connection)
        except engine.sql_errors():
            schema.release(connection, self.path)
            remove_all_of(self.path)
            raise
        return connection

    def _begin(self, connection: sqlite3.Connection) -> None:
        header = self._header
        started_at = header.started_at.isoformat()
        meta = {
            "state": schema.WalkState.RECORDING,
            "started_at": started_at,
            "info": json_text(header.info),
            "driver": header.driver,
        }
        settings = json_text({"gait": header.gait, "limit": header.limit})
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO meta VALUES(?, ?)", meta.items())
        connection.execute(
            "INSERT INTO analysis VALUES(?, ?, ?, ?)", (LIVE, started_at, header.program, settings)
        )
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
        except engine.sql_errors() as error:
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
                connection.execute(row.statement, row.values)
            connection.execute("COMMIT")
        except engine.sql_errors() as error:
            self._failed(connection, error)
            return False
        self._fault = None
        self._n_committed += self._waiting_n
        self._kept_until_s = self._waiting_until_s
        self._waiting_rows, self._waiting_n = [], 0
        return True

    def _collect(self) -> None:
        """Move the queue into rows; samples and notifications as chunks of at most a second."""
        blocks: list[ImuBlock] = []
        heard: list[Heard] = []
        while self._queue:
            item = self._queue.popleft()
            if isinstance(item, Row):
                self._waiting_rows.append(item)
            elif isinstance(item, ImuBlock):
                blocks.append(item)
            else:
                heard.append(item)
        for first in range(0, len(heard), MAX_NOTIFICATIONS):
            chunk = heard_chunk(heard[first : first + MAX_NOTIFICATIONS])
            self._waiting_rows.append(Row("notification", Chunk._fields, tuple(chunk)))
        if not blocks:
            return
        block = joined(blocks)
        self._waiting_n += len(block.t_s)
        self._waiting_until_s = float(block.t_s[-1])
        for piece in pieces(block, max(1, round(self._header.info.rate_hz))):
            self._waiting_rows.append(Row("chunk", Chunk._fields, tuple(chunk_of(piece))))

    def _failed(self, connection: sqlite3.Connection, error: Exception) -> None:
        self._fault = engine.fault_of(error)
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except engine.sql_errors():
            pass  # a disk that fails at rollback fails again at the next commit, which tells it
