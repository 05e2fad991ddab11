"""One walk, live: a source, the gait pipeline, the decision, the delivery and the record."""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from coach.care.delivery import Delivery
from coach.care.feedback import Feedback
from coach.care.limits import Decision, Limit
from coach.coach import Coach, CoachOutput, CoachSettings
from coach.gait.events import GaitEvent, Posture, PostureChange, Trace
from coach.records.chunks import pieces
from coach.records.heard import Later
from coach.records.places import Place
from coach.records.store import GapReason
from coach.summary import Tally, WalkSummary
from coach.walking.guided import Guidance, Guide, Learnt
from coach.walking.pacer import Pacer
from coach.walking.pain_marks import PainMarks
from coach.walking.record import Record
from coach.walking.stopping import until_stopped
from coach.walking.stream_time import StreamTime
from coach.walking.walk_update import WalkUpdate
from coach.walking.walked_before import walked_before
from sensors.samples import ImuBlock, StreamKind
from sensors.source import Battery, LinkChange, LinkState, Source, WearerMark
from sensors.taps import MIN_RATE_HZ, DoubleTap

__all__ = ["Coach", "CoachOutput", "CoachSettings", "LiveWalk", "WalkUpdate"]

_SWITCH_INTERVAL_S = 0.0005  # busy Python elsewhere keeps the interpreter for so long, not 5 ms
_PACKET_S = 0.05  # paced sources arrive in packets as long as a sensor's
_MOST_AHEAD_OF_DISK_S = 600.0  # of samples, for a walk that runs as fast as it can


class LiveWalk:
    """One walk from its first sample to its summary.

    All methods belong to the thread of the loop that runs `run`.

    Parameters
    ----------
    speed
        Recordings and the simulation are paced to this many times real time; 0 and None are as
        fast as possible. A radio paces itself.
    out
        Where the walk is kept; a path alone is kept plain, None keeps nothing. A place that
        continues a walk brings its strides and its standing line back first.
    guidance
        The walk then begins by getting ready, kept and not judged, and rests with the person.

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
        guidance: Guidance | None = None,
    ) -> None:
        self.decision_delays_s: list[float] = []
        self._source, self._settings, self._speed = source, settings, speed
        place = Place(out) if isinstance(out, Path) else out
        self._continues = place.continues if place else None
        self._later = Later(self._continues.offset_s if self._continues else 0.0)
        self._record = Record(place, source, speed)
        self._guide = None if guidance is None else Guide(guidance)
        self._on_update: Callable[[WalkUpdate], object] = lambda _: None
        self._coach = Coach(settings)
        self._feedback = Feedback(settings.feedback, settings.limit, settings.usual)
        self._pacer = Pacer(speed) if speed else None
        self._time = StreamTime(settings.gait.rate_hz)
        self._tally = Tally()
        self._marks = PainMarks(self._record, self._tally)
        self._posture, self._link = Posture.UNKNOWN, LinkChange(LinkState.CONNECTING, None)
        self._battery: float | None = None
        self._elapsed_s = 0.0
        self._paused_from_s: float | None = None
        self._uncounted_from_s: float | None = None  # getting ready, or resting
        self._is_paused = self._has_samples = False
        self._stopping, self._flowing = asyncio.Event(), asyncio.Event()
        self._flowing.set()
        self._taps: DoubleTap | None = None
        self._feedback.set_paused(self._guide is not None)

    @property
    def summary(self) -> WalkSummary:
        """The walk so far."""
        return self._tally.summary(self._elapsed_s, self._record.path)

    @property
    def kept_in(self) -> Path | None:
        """The file that the walk is kept in; None as long as there is none. For any thread."""
        return self._record.path

    @property
    def learnt(self) -> Learnt:
        """What the walk taught of the person and how the sensor is worn."""
        return Learnt(self._coach.worn_profile(), self._feedback.state().usual)

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
        usual_switch_interval_s = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_INTERVAL_S)
        try:
            failed = await until_stopped(self._read(), self._stopping)
        finally:
            try:
                await self._end()
            finally:
                sys.setswitchinterval(usual_switch_interval_s)
        if failed is not None:
            raise failed
        return self.summary

    def stop(self) -> None:
        """End the walk; `run` returns once everything is kept."""
        self._stopping.set()

    def begin(self) -> None:
        """End getting ready, and judge from now on; without effect once the walk has begun."""
        guide = self._guide
        if guide is None or not guide.is_preparing:
            return
        guide.begin()
        self._count_again()
        self._feedback.learn_usual(guide.first_strides)
        self._flowing.set()
        self._restart_pace()
        if not self._is_paused:
            self._tell(self._feedback.set_paused(False))

    def repeat_step(self) -> None:
        """Begin the present step of getting ready anew."""
        if self._guide is not None and self._guide.is_preparing:
            self._guide.repeat()
            self._flowing.set()
            self._restart_pace()
            self._tell(())

    def trust_steps(self) -> None:
        """Count steps that looked as on the spot: this is how the person walks."""
        if self._guide is not None:
            self._guide.trust_steps()

    def pause(self) -> None:
        """Judge nothing for a while.

        A radio goes on: its samples are kept and keep the standing line alive. A recording waits.
        """
        if not self._is_paused:
            self._is_paused = True
            self._flowing.clear()
            self._paused_from_s = self._time.t_s
            self._tell(self._feedback.set_paused(True))

    def resume(self) -> None:
        """Judge again."""
        if not self._is_paused:
            return
        if self._paused_from_s is not None:
            self._record.mark_gap(self._paused_from_s, self._time.t_s, GapReason.PAUSE)
        self._paused_from_s, self._is_paused = None, False
        self._restart_pace()
        self._flowing.set()
        is_preparing = self._guide is not None and self._guide.is_preparing
        self._tell(self._feedback.set_paused(is_preparing))

    def rate_pain(self, level: int, site: str | None = None) -> None:
        """Tell how much and where it hurt at the marks that were not rated yet, or else now."""
        self._marks.rate(level, site, self._now_s)
        self._tell(())

    def note(self, text: str) -> None:
        """Keep a remark on this moment."""
        self._record.note(self._now_s, text)

    def mark_pain(self, level: int | None = None) -> None:
        """Mark that it hurts, at the newest sample."""
        self._marks.mark(self._now_s, level)

    def set_limit(self, limit: Limit | None) -> None:
        """Judge by another limit from the newest sample on."""
        self._coach.limit = limit
        self._record.set_limit(self._now_s, limit)
        self._tell(self._feedback.set_limit(limit))

    async def _read(self) -> None:
        if self._record.place and self._continues:
            await self._bring_back(self._record.place)
        self._set_link(LinkChange(LinkState.CONNECTED, None))
        async for item in self._source:
            if isinstance(item, ImuBlock) and not self._has_samples:
                self._begin_samples()
            self._record.read_clocks(self._now_s)
            self._record.keep_heard(item)
            match item:
                case ImuBlock():
                    await self._play(self._later.block(item))
                case LinkChange():
                    self._set_link(item)
                case Battery():
                    self._battery = item.level
                case WearerMark():
                    self._take_worn_marks((self._later.t_s(item.t_s),))

    async def _bring_back(self, place: Place) -> None:
        before = await walked_before(place, self._coach)
        self._record.not_kept = before.missing
        self._elapsed_s = before.elapsed_s
        self._tally.n_pain_marks, self._tally.n_gaps = before.n_pain_marks, before.n_gaps
        self._tally.add(before.strides, (), self._coach.limit)

    def _begin_samples(self) -> None:
        """Measure by the rate a radio knows only with its first samples, and begin to keep."""
        self._has_samples = True
        rate_hz = self._source.info.rate_hz
        if rate_hz != self._time.rate_hz and self._continues is None:
            gait = replace(self._settings.gait, rate_hz=rate_hz)
            self._settings = replace(self._settings, gait=gait, limit=self._coach.limit)
            self._coach = Coach(self._settings)
            self._time.set_rate(rate_hz)
        if self._source.info.kind is StreamKind.RADIO and rate_hz >= MIN_RATE_HZ:
            self._taps = DoubleTap(rate_hz)
        self._record.begin(self._settings.gait, self._coach.limit)

    async def _play(self, block: ImuBlock) -> None:
        """Take the samples of a block when they are due."""
        now_s = asyncio.get_running_loop().time
        if self._source.info.kind is StreamKind.RADIO:
            self._take(block, now_s())
        elif self._pacer is None:
            await self._flowing.wait()
            self._take(block, now_s())
            await asyncio.sleep(0)
            while (state := self._record.state) and state.waiting_s > _MOST_AHEAD_OF_DISK_S:
                await asyncio.sleep(_PACKET_S)
        else:
            for packet in pieces(block, max(1, round(_PACKET_S * self._time.rate_hz))):
                await self._flowing.wait()
                due_s = await self._pacer.due(float(packet.t_s[-1]))
                self._take(packet, due_s)

    def _take(self, block: ImuBlock, came_s: float) -> None:
        if not len(block.t_s):
            return
        self._advance(block)
        output = self._coach.push(block)
        for change in (each for each in output.events if isinstance(each, PostureChange)):
            self._posture = change.posture
        if self._guide is not None:
            self._guide.push(block, output.events, self._posture, self._coach.limit)
            self._count_or_not(self._guide)
        decisions = self._hand_out(output, came_s)
        self._record.keep(block, output.events, decisions)
        if self._guide is not None:
            self._follow(self._guide)
        if self._taps:
            self._take_worn_marks(self._taps.push(block))

    def _take_worn_marks(self, marks_s: tuple[float, ...]) -> None:
        if self._guide and self._guide.is_preparing:  # sensors are knocked while they are put on
            return
        for t_s in marks_s:
            self._marks.mark(t_s)
        if marks_s:
            self._tell((), worn_marks_s=marks_s)

    @property
    def _is_counting(self) -> bool:
        """Whether the time goes on: the walk has begun, and neither is paused nor rests."""
        return not (self._is_paused or (self._guide and self._guide.is_off))

    @property
    def _is_judging(self) -> bool:
        return not (self._is_paused or (self._guide and self._guide.is_preparing))

    def _count_or_not(self, guide: Guide) -> None:
        """Keep from when to when the time stood still."""
        if not guide.is_off:
            self._count_again()
        elif self._uncounted_from_s is None:
            self._uncounted_from_s = self._time.t_s

    def _count_again(self) -> None:
        if self._uncounted_from_s is not None:
            self._record.mark_gap(self._uncounted_from_s, self._time.t_s, GapReason.PAUSE)
            self._uncounted_from_s = None

    def _follow(self, guide: Guide) -> None:
        """What is due by now: the begin of the walk, its silent part, its end."""
        if guide.is_preparing:
            if guide.is_ready and guide.begins_itself:
                self.begin()
            elif guide.is_ready:
                self._flowing.clear()  # nobody walks a recording or simulation on meanwhile
            return
        if guide.is_silence_due(self._elapsed_s):
            self._tell(self._feedback.set_silent(True))
        if guide.is_end_due(self._elapsed_s):
            self._tell(self._feedback.tell_time_is_up())

    def _hand_out(self, output: CoachOutput, came_s: float | None) -> tuple[Decision, ...]:
        """Deliver, count and tell what samples brought; return the decisions that hold."""
        decisions = output.decisions if self._is_judging else ()
        deliveries = self._feedback.push(output.events, decisions)
        if came_s is not None and decisions:
            delay_s = asyncio.get_running_loop().time() - came_s
            self.decision_delays_s.extend([delay_s] * len(decisions))
        if self._is_judging:
            self._tally.add(output.events, deliveries, self._coach.limit)
        self._tell(deliveries, output.trace, output.events, decisions)
        return decisions

    def _advance(self, block: ImuBlock) -> None:
        """Follow the stream's time: what elapsed, how well it comes in, what was lost."""
        step = self._time.advance(block)
        if self._is_counting:
            self._elapsed_s += step.duration_s
        if step.lost_to_s is not None:
            self._tally.n_gaps += 1
            self._record.mark_loss(step.before_s, step.lost_to_s)
        self._record.samples_came()

    def _restart_pace(self) -> None:
        if self._pacer:
            self._pacer.restart()

    def _set_link(self, change: LinkChange) -> None:
        self._link = change
        if change.state is LinkState.LOST:
            self._time.link_lost()
        self._tell(self._feedback.set_linked(change.state is LinkState.CONNECTED))

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
                self._link.state,
                self._battery,
                self._time.quality,
                self._tally.n_gaps,
                self._time.t_s,
                self._elapsed_s,
                self._is_paused,
                self._coach.limit,
                self._record.state,
                worn_marks_s,
                self._link.fault,
                self._guide.state if self._guide else None,
                self._marks.n_unrated,
            )
        )

    @property
    def _now_s(self) -> float:
        """Time of the newest sample in the whole walk."""
        t_s = self._time.t_s
        return self._later.t_s(0.0) if t_s is None else t_s

    async def _end(self) -> None:
        await self._source.aclose()
        if self._record.has_early:  # a sensor nobody understood: what it said is worth keeping
            self._record.begin(self._settings.gait, self._coach.limit)
        output = self._coach.finish()
        try:
            decisions = self._hand_out(output, None)
            self._record.keep(None, output.events, decisions)
            self._count_again()
        finally:
            await asyncio.to_thread(self._record.close)
