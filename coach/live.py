"""One walk, live: a source, the gait pipeline, the decision, the delivery and the record."""

import asyncio
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from math import inf
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from coach.care.delivery import Delivery
from coach.care.feedback import Feedback
from coach.care.limits import Decision, Limit
from coach.clock_watch import ClockWatch
from coach.coach import Coach, CoachOutput, CoachSettings
from coach.gait.events import GaitEvent, Posture, PostureChange, Stride, Trace
from coach.records.chunks import pieces
from coach.records.heard import Heard, Later, LinkLost
from coach.records.places import Place
from coach.records.store import GapReason, RecorderState, WalkHeader, WalkRecorder
from coach.records.walk_file import WalkFile
from coach.summary import Tally, WalkSummary
from sensors.clock import MAX_BRIDGED_S
from sensors.errors import SensorFault
from sensors.first_seconds import MEASURED_S
from sensors.link_quality import LinkQuality, QualityMeter
from sensors.samples import ImuBlock, StreamKind
from sensors.source import (
    Battery,
    LinkChange,
    LinkState,
    RawNotification,
    Source,
    SourceItem,
    WearerMark,
)
from sensors.taps import MIN_RATE_HZ, DoubleTap

__all__ = ["Coach", "CoachOutput", "CoachSettings", "LiveWalk", "WalkUpdate"]

_SWITCH_INTERVAL_S = 0.0005  # busy Python elsewhere keeps the interpreter for so long, not 5 ms
_PACKET_S = 0.05  # paced sources arrive in packets as long as a sensor's
_MOST_BEHIND_S = 1.0  # a longer delay was a suspended machine: go on from there, do not race
_QUALITY_EVERY_S = 1.0
_LAGGING_AFTER_S = 5.0 + MEASURED_S  # a radio may bring its first seconds at once
_MOST_HEARD_EARLY = 20_000  # notifications before the first sample
_MOST_AHEAD_OF_DISK_S = 600.0  # of samples, for a walk that runs as fast as it can


class WalkUpdate(NamedTuple):
    """What is new, and how the walk stands now.

    Attributes
    ----------
    trace : Trace or None
        Of the new samples; None where a button or the link, not samples, made the update.
    events, decisions, deliveries : tuples
        New ones, in the order they were known. While paused there are no decisions.
    posture : Posture
    link : LinkState
    battery : float or None
        0 to 1; None where the source does not tell.
    quality : LinkQuality
        Measured rate and lost share over the last ten seconds.
    n_gaps : int
        Losses too long to bridge, so far.
    t_s : float or None
        Time of the newest sample on the stream's clock.
    elapsed_s : float
        Sample time walked through, pauses left out.
    is_paused : bool
    limit : Limit or None
        By which strides are judged now.
    record : RecorderState or None
        How the keeping goes; None when the walk is not kept.
    worn_marks_s : tuple of float
        New pain marks that were made at the sensor: its button, or a double tap on it.
    link_fault : SensorFault or None
        Why the link is lost or not yet back.
    """

    trace: Trace | None
    events: tuple[GaitEvent, ...]
    decisions: tuple[Decision, ...]
    deliveries: tuple[Delivery, ...]
    posture: Posture
    link: LinkState
    battery: float | None
    quality: LinkQuality
    n_gaps: int
    t_s: float | None
    elapsed_s: float
    is_paused: bool
    limit: Limit | None
    record: RecorderState | None
    worn_marks_s: tuple[float, ...] = ()
    link_fault: SensorFault | None = None


class LiveWalk:
    """One walk from its first sample to its summary.

    All methods belong to the thread of the loop that runs `run`; others use
    ``loop.call_soon_threadsafe``.

    Parameters
    ----------
    speed
        Recordings and the simulation are paced to this many times real time; 0 and None are as
        fast as possible. A radio paces itself.
    out
        Where the walk is kept, from its first sample on; a path alone is kept plain, None keeps
        nothing. A place that continues a walk brings its strides and its standing line back first.

    Attributes
    ----------
    decision_delays_s : list
        For each decision the time from when its last sample came (for a paced source: was due).
    """

    def __init__(
        self,
        source: Source,
        settings: CoachSettings,
        *,
        speed: float | None = 1.0,
        out: Path | Place | None = None,
    ) -> None:
        self.decision_delays_s: list[float] = []
        self._source, self._settings, self._speed = source, settings, speed
        self._place = Place(out) if isinstance(out, Path) else out
        continues = self._place.continues if self._place else None
        self._later = Later(continues.offset_s if continues else 0.0)
        self._clocks, self._slept_s = ClockWatch(), 0.0
        self._not_kept: tuple[Stride, ...] = ()
        self._recorder: WalkRecorder | None = None
        self._on_update: Callable[[WalkUpdate], object] = lambda _: None
        self._coach = Coach(settings)
        self._feedback = Feedback(settings.feedback, settings.limit, settings.usual)
        self._pacer = _Pacer(speed) if speed else None
        self._meter = QualityMeter(settings.gait.rate_hz)
        self._quality, self._measured_s = self._meter.quality(), 0.0
        self._rate_hz = settings.gait.rate_hz
        self._tally = Tally()
        self._posture, self._link = Posture.UNKNOWN, LinkState.CONNECTING
        self._link_fault: SensorFault | None = None
        self._battery: float | None = None
        self._t_s: float | None = None
        self._elapsed_s = 0.0
        self._paused_from_s: float | None = None
        self._stopping, self._running = asyncio.Event(), asyncio.Event()
        self._running.set()
        self._has_samples = False
        self._taps: DoubleTap | None = None
        self._heard_early: deque[Heard] = deque(maxlen=_MOST_HEARD_EARLY)

    @property
    def summary(self) -> WalkSummary:
        """The walk so far."""
        kept_in = self._recorder.path if self._recorder else None
        return self._tally.summary(self._elapsed_s, kept_in)

    async def run(self, on_update: Callable[[WalkUpdate], object]) -> WalkSummary:
        """Walk until the source ends or `stop`; whatever happens, the record is closed.

        `on_update` is called on this thread for every packet and must return at once.

        Raises
        ------
        SensorError, RecordError
            Why the walk could not go on, or why its end could not be kept; `summary` holds what
            there is.
        """
        self._on_update = on_update
        reading = asyncio.create_task(self._read())
        stopping = asyncio.create_task(self._stopping.wait())
        usual_switch_interval_s = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_INTERVAL_S)
        try:
            await asyncio.wait({reading, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            reading.cancel()
            stopping.cancel()
            ended = (await asyncio.gather(reading, stopping, return_exceptions=True))[0]
            try:
                await self._end()
            finally:
                sys.setswitchinterval(usual_switch_interval_s)
        if isinstance(ended, Exception):
            raise ended
        return self.summary

    def stop(self) -> None:
        """End the walk; `run` returns once everything is kept."""
        self._stopping.set()

    def pause(self) -> None:
        """Judge nothing for a while.

        A radio goes on: its samples are kept and keep the standing line alive. A recording waits.
        """
        if self._running.is_set():
            self._running.clear()
            self._paused_from_s = self._t_s
            self._tell(self._feedback.set_paused(True))

    def resume(self) -> None:
        """Judge again."""
        if self._running.is_set():
            return
        if self._recorder and self._paused_from_s is not None:
            self._recorder.mark_gap(self._paused_from_s, self._t_s, GapReason.PAUSE)
        self._paused_from_s = None
        if self._pacer:
            self._pacer.restart()
        self._running.set()
        self._tell(self._feedback.set_paused(False))

    def mark_pain(self, level: int | None = None) -> None:
        """Mark that it hurts, at the newest sample."""
        self._mark_pain(self._now_s, level)

    def set_limit(self, limit: Limit | None) -> None:
        """Judge by another limit from the newest sample on."""
        self._coach.limit = limit
        if self._recorder:
            self._recorder.set_limit(self._now_s, limit)
        self._tell(self._feedback.set_limit(limit))

    async def _read(self) -> None:
        if self._place and self._place.continues:
            await self._bring_back(self._place)
        self._set_link(LinkChange(LinkState.CONNECTED, None))
        async for item in self._source:
            if isinstance(item, ImuBlock) and not self._has_samples:
                self._begin_samples()
            self._read_clocks()
            self._keep_heard(item)
            match item:
                case ImuBlock():
                    await self._play(self._later.block(item))
                case LinkChange():
                    self._set_link(item)
                case Battery():
                    self._battery = item.level
                case WearerMark():
                    self._take_worn_marks((self._later.t_s(item.t_s),))

    def _keep_heard(self, item: SourceItem) -> None:
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
        elif self._place:
            self._heard_early.append(heard)

    async def _bring_back(self, place: Place) -> None:
        """Walk again through what was kept before the walk was cut off, without a word."""
        with WalkFile.open(place.path, place.key and place.key.key) as walk:
            kept = walk.strides()
            made: list[GaitEvent] = []
            for block in walk.blocks():
                made += self._coach.push(block).events
                await asyncio.sleep(0)
            pauses = [gap for gap in walk.gaps() if gap.reason is GapReason.PAUSE]
            self._elapsed_s = walk.info.duration_s or 0.0
            self._tally.n_pain_marks = len(walk.pain_marks())
            self._tally.n_gaps = 1 + sum(gap.reason is GapReason.LINK for gap in walk.gaps())
        self._elapsed_s -= sum((gap.end_s or gap.start_s) - gap.start_s for gap in pauses)
        known = {stride.start_s for stride in kept}
        strides = [event for event in made if isinstance(event, Stride)]
        self._not_kept = tuple(stride for stride in strides if stride.start_s not in known)
        self._tally.add((*kept, *self._not_kept), (), self._coach.limit)

    def _read_clocks(self) -> None:
        """Keep a reading of the clocks now and then, and what the computer slept."""
        if self._recorder is None:
            return
        monotonic_s, wall = monotonic(), datetime.now(UTC)
        if self._clocks.push(monotonic_s, wall):
            self._recorder.mark_clock(self._now_s, monotonic_s, wall)
        self._slept_s += max(0.0, self._clocks.ahead_s)

    def _begin_samples(self) -> None:
        """Measure by the rate a radio knows only with its first samples, and begin to keep."""
        self._has_samples = True
        rate_hz = self._source.info.rate_hz
        is_continued = self._place is not None and self._place.continues is not None
        if rate_hz != self._rate_hz and not is_continued:
            gait = replace(self._settings.gait, rate_hz=rate_hz)
            self._settings = replace(self._settings, gait=gait, limit=self._coach.limit)
            self._coach = Coach(self._settings)
            self._meter, self._rate_hz = QualityMeter(rate_hz), rate_hz
        if self._source.info.kind is StreamKind.RADIO and rate_hz >= MIN_RATE_HZ:
            self._taps = DoubleTap(rate_hz)
        self._begin_keeping()

    def _begin_keeping(self) -> None:
        """Make the file, with what the radio said until now."""
        if self._place and self._recorder is None:
            self._recorder = self._start_recorder(self._place)
            for heard in self._heard_early:
                self._recorder.keep_heard(heard)
            self._heard_early.clear()

    async def _play(self, block: ImuBlock) -> None:
        """Take the samples of a block when they are due."""
        now_s = asyncio.get_running_loop().time
        if self._source.info.kind is StreamKind.RADIO:
            self._take(block, now_s())
        elif self._pacer is None:
            await self._running.wait()
            self._take(block, now_s())
            await asyncio.sleep(0)
            while self._recorder and self._recorder.state.waiting_s > _MOST_AHEAD_OF_DISK_S:
                await asyncio.sleep(_PACKET_S)
        else:
            for packet in pieces(block, max(1, round(_PACKET_S * self._rate_hz))):
                await self._running.wait()
                due_s = await self._pacer.due(float(packet.t_s[-1]))
                self._take(packet, due_s)

    def _take(self, block: ImuBlock, came_s: float) -> None:
        if not len(block.t_s):
            return
        self._advance(block)
        output = self._coach.push(block)
        decisions = self._hand_out(output, came_s)
        if self._recorder:
            self._recorder.keep(block, output.events, decisions)
        if self._taps:
            self._take_worn_marks(self._taps.push(block))

    def _take_worn_marks(self, marks_s: tuple[float, ...]) -> None:
        for t_s in marks_s:
            self._mark_pain(t_s, None)
        if marks_s:
            self._tell((), worn_marks_s=marks_s)

    def _hand_out(self, output: CoachOutput, came_s: float | None) -> tuple[Decision, ...]:
        """Deliver, count and tell what samples brought; return the decisions that hold."""
        decisions = output.decisions if self._running.is_set() else ()
        deliveries = self._feedback.push(output.events, decisions)
        if came_s is not None and decisions:
            delay_s = asyncio.get_running_loop().time() - came_s
            self.decision_delays_s.extend([delay_s] * len(decisions))
        for event in output.events:
            if isinstance(event, PostureChange):
                self._posture = event.posture
        if self._running.is_set():
            self._tally.add(output.events, deliveries, self._coach.limit)
        self._tell(deliveries, output.trace, output.events, decisions)
        return decisions

    def _advance(self, block: ImuBlock) -> None:
        """Follow the stream's time: what elapsed, how well it comes in, what was lost."""
        first_s, last_s = float(block.t_s[0]), float(block.t_s[-1])
        before_s = first_s if self._t_s is None else self._t_s
        if self._running.is_set():
            self._elapsed_s += last_s - before_s
        if first_s - before_s > MAX_BRIDGED_S + 1.5 / self._rate_hz:
            self._tally.n_gaps += 1
            if self._recorder:
                slept = self._slept_s > (first_s - before_s) / 2
                reason = GapReason.SUSPENDED if slept else GapReason.LINK
                self._recorder.mark_gap(before_s, first_s, reason)
        self._t_s, self._slept_s = last_s, 0.0
        self._meter.push(block)
        if last_s - self._measured_s >= _QUALITY_EVERY_S or last_s < self._measured_s:
            self._quality, self._measured_s = self._meter.quality(), last_s

    def _set_link(self, change: LinkChange) -> None:
        self._link, self._link_fault = change.state, change.fault
        self._tell(self._feedback.set_linked(change.state is LinkState.CONNECTED))

    def _mark_pain(self, t_s: float, level: int | None) -> None:
        self._tally.n_pain_marks += 1
        if self._recorder:
            self._recorder.mark_pain(t_s, level)

    def _tell(
        self,
        deliveries: tuple[Delivery, ...],
        trace: Trace | None = None,
        events: tuple[GaitEvent, ...] = (),
        decisions: tuple[Decision, ...] = (),
        worn_marks_s: tuple[float, ...] = (),
    ) -> None:
        self._on_update(
            WalkUpdate(
                trace,
                events,
                decisions,
                deliveries,
                self._posture,
                self._link,
                self._battery,
                self._quality,
                self._tally.n_gaps,
                self._t_s,
                self._elapsed_s,
                not self._running.is_set(),
                self._coach.limit,
                self._recorder.state if self._recorder else None,
                worn_marks_s,
                self._link_fault,
            )
        )

    @property
    def _now_s(self) -> float:
        """Time of the newest sample in the whole walk."""
        if self._t_s is not None:
            return self._t_s
        return self._later.t_s(0.0)

    def _start_recorder(self, place: Place) -> WalkRecorder:
        header = WalkHeader(
            info=self._source.info,
            gait=self._settings.gait,
            limit=self._coach.limit,
            started_at=datetime.now(UTC),
            program=f"hipcoach {version('hipcoach')}",
            driver=getattr(self._source, "model", None),
        )
        lagging_after_s = _LAGGING_AFTER_S * self._speed if self._speed else inf
        recorder = WalkRecorder(
            place.path,
            header,
            key=place.key,
            continues=place.continues,
            lagging_after_s=lagging_after_s,
        )
        recorder.keep(None, self._not_kept, ())
        return recorder

    async def _end(self) -> None:
        await self._source.aclose()
        if self._heard_early:  # a sensor nobody understood: what it said is worth keeping
            self._begin_keeping()
        output = self._coach.finish()
        try:
            decisions = self._hand_out(output, None)
            if self._recorder:
                self._recorder.keep(None, output.events, decisions)
        finally:
            if self._recorder:
                await asyncio.to_thread(self._recorder.close, datetime.now(UTC))


class _Pacer:
    """Says when a sample is due, by one fixed point of both clocks, so that nothing drifts."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._start_s: float | None = None  # loop time of sample time zero

    def restart(self) -> None:
        """The next sample is due at once."""
        self._start_s = None

    async def due(self, t_s: float) -> float:
        """Wait until the sample of this time is due; return when that was, in loop time."""
        now_s = asyncio.get_running_loop().time()
        if self._start_s is None or now_s > self._start_s + t_s / self._speed + _MOST_BEHIND_S:
            self._start_s = now_s - t_s / self._speed
        due_s = self._start_s + t_s / self._speed
        await asyncio.sleep(max(0.0, due_s - now_s))
        return due_s
