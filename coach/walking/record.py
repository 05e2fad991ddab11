"""The keeping of one live walk: when its file begins, what came before it, clocks and gaps."""

from collections import deque
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from time import monotonic

from coach.care.limits import Decision, Limit
from coach.gait.events import GaitEvent, Stride
from coach.gait.pipeline import GaitSettings
from coach.program import this_program
from coach.records.heard import Heard, LinkLost
from coach.records.places import Place
from coach.records.store import GapReason, RecorderState, WalkHeader, WalkRecorder
from coach.walking.clock_watch import ClockWatch
from sensors.first_seconds import MEASURED_S
from sensors.samples import ImuBlock
from sensors.source import LinkChange, LinkState, RawNotification, Source, SourceItem

_LAGGING_AFTER_S = 5.0 + MEASURED_S  # a radio may bring its first seconds at once
_MOST_HEARD_EARLY = 20_000  # notifications before the first sample


class Record:
    """A walk's file, from its first sample on; without a place nothing is kept, silently.

    Attributes
    ----------
    not_kept : tuple of Stride
        Strides of a walk that was cut off which its file does not hold yet.
    """

    def __init__(self, place: Place | None, source: Source, speed: float | None) -> None:
        self.place = place
        self.not_kept: tuple[Stride, ...] = ()
        self._source, self._speed = source, speed
        self._clocks, self._slept_s = ClockWatch(), 0.0
        self._recorder: WalkRecorder | None = None
        self._heard_early: deque[Heard] = deque(maxlen=_MOST_HEARD_EARLY)

    @property
    def path(self) -> Path | None:
        """The file; None as long as there is none."""
        return self._recorder.path if self._recorder else None

    @property
    def state(self) -> RecorderState | None:
        """How the keeping goes; None as long as nothing is kept."""
        return self._recorder.state if self._recorder else None

    @property
    def has_early(self) -> bool:
        """Whether the radio said something that no file holds yet."""
        return bool(self._heard_early)

    def begin(self, gait: GaitSettings, limit: Limit | None) -> None:
        """Make the file, with what the radio said until now; without effect when there is one.

        Raises
        ------
        KeepingError
            When it cannot be made.
        """
        if self.place is None or self._recorder is not None:
            return
        header = WalkHeader(
            info=self._source.info,
            gait=gait,
            limit=limit,
            started_at=datetime.now(UTC),
            program=this_program(),
            driver=getattr(self._source, "model", None),
        )
        self._recorder = WalkRecorder(
            self.place.path,
            header,
            key=self.place.key,
            continues=self.place.continues,
            lagging_after_s=_LAGGING_AFTER_S * self._speed if self._speed else inf,
        )
        self._recorder.keep(None, self.not_kept, ())
        for heard in self._heard_early:
            self._recorder.keep_heard(heard)
        self._heard_early.clear()

    def keep(
        self,
        block: ImuBlock | None,
        events: tuple[GaitEvent, ...],
        decisions: tuple[Decision, ...],
    ) -> None:
        """Keep samples and what came of them."""
        if self._recorder:
            self._recorder.keep(block, events, decisions)

    def keep_heard(self, item: SourceItem) -> None:
        """Keep what the radio said as it came, and where its link broke."""
        heard: Heard
        if isinstance(item, RawNotification):
            heard = item
        elif isinstance(item, LinkChange) and item.state is LinkState.LOST:
            heard = LinkLost(monotonic())
        else:
            return
        if self._recorder:
            self._recorder.keep_heard(heard)
        elif self.place:
            self._heard_early.append(heard)

    def read_clocks(self, now_s: float) -> None:
        """Keep a reading of the clocks now and then, and what the computer slept."""
        if self._recorder is None:
            return
        monotonic_s, wall = monotonic(), datetime.now(UTC)
        if self._clocks.push(monotonic_s, wall):
            self._recorder.mark_clock(now_s, monotonic_s, wall)
        self._slept_s += max(0.0, self._clocks.ahead_s)

    def mark_loss(self, start_s: float, end_s: float) -> None:
        """Keep that samples were lost between these times, or not made by a computer that slept."""
        slept = self._slept_s > (end_s - start_s) / 2
        self.mark_gap(start_s, end_s, GapReason.SUSPENDED if slept else GapReason.LINK)

    def samples_came(self) -> None:
        """What was slept before these samples is accounted for."""
        self._slept_s = 0.0

    def mark_gap(self, start_s: float, end_s: float | None, reason: GapReason) -> None:
        """Keep a time without judged samples, and why."""
        if self._recorder:
            self._recorder.mark_gap(start_s, end_s, reason)

    def mark_pain(self, t_s: float, level: int | None, site: str | None = None) -> None:
        """Keep that it hurt, how much and where, as far as it was told."""
        if self._recorder:
            self._recorder.mark_pain(t_s, level, site)

    def set_limit(self, t_s: float, limit: Limit | None) -> None:
        """Keep that from here on strides are judged by this limit."""
        if self._recorder:
            self._recorder.set_limit(t_s, limit)

    def note(self, t_s: float | None, text: str) -> None:
        """Keep a remark."""
        if self._recorder:
            self._recorder.note(t_s, text)

    def close(self) -> None:
        """End the file; waits until all is in it.

        Raises
        ------
        KeepingError
            When the disk does not take the last seconds.
        """
        if self._recorder:
            self._recorder.close(datetime.now(UTC))
