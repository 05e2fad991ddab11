"""One walk being replayed: where it stands, what came of it, and what would have."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf, isinf
from operator import attrgetter

from PySide6.QtCore import QObject, QTimer, Signal

from coach.care.delivery import Delivery, DeliveryKind
from coach.care.limits import Decision, Limit
from coach.gait.events import Posture, Stride, Trace
from coach.gait.pipeline import GaitSettings
from coach.records.marks import AnalysisRecord, Gap, LimitChange, Note
from coach.records.store import AnalysisSettings, GapReason
from coach.records.tables import LIVE
from coach.replay.opened import OpenedWalk
from coach.replay.playhead import Passed, Playhead, beside
from coach.replay.trace_store import TraceStore
from coach.replay.what_if import (
    Difference,
    Figures,
    Outcome,
    WhatIf,
    difference,
    figures,
)
from coach.replay.worker import Job, Walk
from ui.replay.analyst import Analyst
from ui.replay.lanes import Lane, LimitStep, lane_of, limit_at, one_step, steps
from ui.replay.overview import Marks

_DRAW_EVERY_MS = 150
_ON_IT_S = 0.02
_WIDEST_S, _NARROWEST_S = 600.0, 1.0


class ReplaySession(QObject):
    """Holds what a replay knows, asks the worker for what it does not, and moves the playhead."""

    changed = Signal()
    """What is drawn is another: more trace, another outcome, a mark."""
    moved = Signal()
    """The cursor, the window around it or the loop is another."""
    progressed = Signal(float)
    """How much of the walk has been gone through, 0 to 1."""
    compared = Signal()
    """The other settings have their outcome, or there are none any more."""
    failed = Signal(object)
    """With the error that kept the samples from being read."""
    heard = Signal(object)
    """With each `Delivery` that is to be heard while playing."""

    def __init__(self, walk: OpenedWalk, analyst: Analyst, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.walk = walk
        self.trace = TraceStore()
        self.before = Outcome(walk.strides, walk.decisions)
        self.after: Outcome | None = None
        self.what: WhatIf | None = None
        self.window_s = 8.0
        self.is_given_up = False
        """Whether somebody had enough of the samples being gone through."""
        self.hears_after = False
        """Whether what is heard and shown is as it would be instead of as it was."""
        end_s = walk.end_s if walk.end_s is not None else walk.start_s + 1.0
        self.playhead = Playhead(walk.start_s, end_s)
        self._notes = walk.notes
        self._share = 0.0
        self._analyst, self._is_closed = analyst, False
        self._first_job = self._job = -1
        self._lanes: tuple[Lane, ...] | None = None
        self._shown: tuple[tuple[float, ...], tuple[Delivery, ...]] = ((), ())
        self._draw = QTimer(self)
        self._draw.setSingleShot(True)
        self._draw.setInterval(_DRAW_EVERY_MS)
        self._draw.timeout.connect(self.changed)
        analyst.trace_came.connect(self._take_trace)
        analyst.outcome_came.connect(self._take_outcome)
        analyst.failed.connect(self._take_failure)
        self._use(self.before)

    def start(self) -> None:
        """Begin to go through the samples; what was stored is there already."""
        if self._is_closed:
            return
        self._first_job = self._ask(None, self.walk.gait, wants_trace=True)

    def give_up(self) -> None:
        """Stop going through the samples; what was stored stays."""
        self.is_given_up = True
        for number in (self._first_job, self._job):
            self._analyst.give_up(number)

    def close(self) -> None:
        """Want nothing any more from the worker."""
        self._is_closed = True
        self.playhead.is_playing = False
        self._analyst.trace_came.disconnect(self._take_trace)
        self._analyst.outcome_came.disconnect(self._take_outcome)
        self._analyst.failed.disconnect(self._take_failure)
        for number in (self._first_job, self._job):
            self._analyst.give_up(number)

    @property
    def share(self) -> float:
        """How much of the walk has been gone through, 0 to 1."""
        return self._share

    @property
    def is_whole(self) -> bool:
        """Whether all samples have been gone through."""
        return self._share >= 1.0

    @property
    def cursor_s(self) -> float:
        """Where the replay stands."""
        return self.playhead.t_s

    @property
    def window(self) -> tuple[float, float]:
        """The stretch that the detail shows."""
        half_s = self.window_s / 2
        return self.cursor_s - half_s, self.cursor_s + half_s

    @property
    def outcome(self) -> Outcome:
        """What is heard and shown: as it was, or as it would be."""
        return self.after if self.hears_after and self.after is not None else self.before

    @property
    def marks(self) -> Marks:
        """Pain, gaps and notes."""
        return Marks(self.pain_s, self._gaps(), self._notes)

    @property
    def pain_s(self) -> tuple[float, ...]:
        """When it hurt."""
        return tuple(mark.t_s for mark in self.walk.pain_marks)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """As recorded and, where there is one, under other settings."""
        if self._lanes is None:
            made = [lane_of(self.before, self._limits_before(), self.playhead.extent[1])]
            if self.after is not None:
                made.append(lane_of(self.after, self._limits_after(), self.playhead.extent[1]))
            self._lanes = tuple(made)
        return self._lanes

    def limit(self) -> Limit | None:
        """The limit in force at the cursor, of what is shown."""
        is_after = self.hears_after and self.after is not None
        return limit_at(self._limits_after() if is_after else self._limits_before(), self.cursor_s)

    def extension_deg(self) -> float | None:
        """Thigh extension at the cursor."""
        found = self.trace.at(self.cursor_s)
        if found is None or self.what is None or not self.hears_after:
            return found
        return found + self.what.neutral_shift_deg

    def posture(self) -> Posture | None:
        """What the leg does at the cursor; None before it is known."""
        changes = self.outcome.postures
        i = bisect_right(changes, self.cursor_s, key=attrgetter("t_s")) - 1
        return changes[i].posture if i >= 0 else None

    def state(self) -> Delivery | None:
        """What the far view showed at the cursor; None before anything was."""
        times_s, states = self._shown
        i = bisect_right(times_s, self.cursor_s) - 1
        return states[i] if i >= 0 else None

    def stride(self) -> tuple[int, Stride] | None:
        """The stride at the cursor and its number, from 1 on; None between strides."""
        strides = self.outcome.strides
        i = bisect_right(strides, self.cursor_s, key=attrgetter("start_s")) - 1
        if i < 0:
            return None
        end_s = strides[i].end_s
        is_within = end_s is None or self.cursor_s <= end_s
        return (i + 1, strides[i]) if is_within else None

    def cue(self) -> Decision | None:
        """The cue of the stride at the cursor, or the one the cursor stands on."""
        found = self.stride()
        cues = self.outcome.cues
        start_s = self.cursor_s if found is None else found[1].start_s
        i = bisect_left(cues, start_s - 0.3, key=attrgetter("stride_start_s"))
        if i < len(cues) and abs(cues[i].stride_start_s - start_s) < 0.3:
            return cues[i]
        near = bisect_left(cues, self.cursor_s - _ON_IT_S, key=attrgetter("t_s"))
        is_on_it = near < len(cues) and cues[near].t_s <= self.cursor_s + _ON_IT_S
        return cues[near] if is_on_it else None

    def figures(self) -> tuple[Figures, Figures | None]:
        """Both outcomes in numbers."""
        before = figures(self.before, self.pain_s, self.walk.limits)
        if self.after is None or self.what is None:
            return before, None
        return before, figures(self.after, self.pain_s, (LimitChange(-inf, self.what.limit),))

    def difference(self) -> Difference | None:
        """What the other settings change; None without any."""
        return None if self.after is None else difference(self.before, self.after, self.pain_s)

    def try_settings(self, what: WhatIf | None) -> None:
        """Judge the walk by other settings too; None goes back to as recorded."""
        self._analyst.give_up(self._job)
        self.what = what
        if what is None:
            self._set_after(None)
        else:
            self._job = self._ask(what, what.gait, wants_trace=False)

    def show_kept(self, record: AnalysisRecord) -> None:
        """Show an analysis that was kept earlier as the other one."""
        self._analyst.give_up(self._job)
        self.what = what_of(record.settings)
        self._job = self._ask(None, self.what.gait, wants_trace=False, analysis_id=record.id)

    def set_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these notes from now on."""
        self._notes = notes
        self.walk = replace(self.walk, notes=notes)
        self.changed.emit()

    def set_hears_after(self, *, hears_after: bool) -> None:
        """Hear and show as it would be, or as it was."""
        self.hears_after = hears_after
        self._use(self.outcome)
        self.moved.emit()

    def go_to(self, t_s: float) -> None:
        """Stand at a moment."""
        self.playhead.go_to(t_s)
        self.moved.emit()

    def jump(self, by_s: float) -> None:
        """Go earlier or later."""
        self.playhead.jump(by_s)
        self.moved.emit()

    def step_stride(self, n: int) -> None:
        """Go to the next or previous stride's peak."""
        self.playhead.step(n)
        self.moved.emit()

    def step_among(self, times_s: Iterable[float], n: int) -> None:
        """Go to the next or previous of these moments."""
        self.go_to(beside(sorted(times_s), self.cursor_s, n))

    def step_cue(self, n: int) -> None:
        """Go to the next or previous cue."""
        self.step_among((cue.t_s for cue in self.outcome.cues), n)

    def zoom(self, factor: float) -> None:
        """Show more (above 1) or less time around the cursor."""
        widest_s = max(_WIDEST_S, self.playhead.extent[1] - self.playhead.extent[0])
        self.window_s = min(widest_s, max(_NARROWEST_S, self.window_s * factor))
        self.moved.emit()

    def loop_from(self) -> None:
        """Let a loop begin at the cursor."""
        end_s = self.playhead.loop[1] if self.playhead.loop else self.playhead.extent[1]
        if end_s <= self.cursor_s:
            end_s = self.playhead.extent[1]
        self.set_loop((self.cursor_s, end_s))

    def loop_to(self) -> None:
        """Let the loop end at the cursor."""
        start_s = self.playhead.loop[0] if self.playhead.loop else self.playhead.extent[0]
        if start_s >= self.cursor_s:
            start_s = self.playhead.extent[0]
        self.set_loop((start_s, self.cursor_s))

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Loop a stretch, or none."""
        if loop is not None:
            start_s, end_s = self.playhead.extent
            loop = max(loop[0], start_s), min(loop[1], end_s)
        self.playhead.loop = loop if loop is None or loop[1] > loop[0] else None
        self.moved.emit()

    def advance(self, elapsed_s: float) -> tuple[Passed, ...]:
        """Play on, and tell what is to be heard on the way."""
        passed = self.playhead.advance(elapsed_s)
        if passed:
            if not isinf(self.playhead.speed):
                self._sound(passed)
            self.moved.emit()
        return passed

    def _sound(self, passed: Sequence[Passed]) -> None:
        made = self.outcome.deliveries
        for from_s, to_s in passed:
            first = bisect_right(made, from_s, key=attrgetter("t_s"))
            last = bisect_right(made, to_s, key=attrgetter("t_s"))
            for delivery in made[first:last]:
                if delivery.kind in {DeliveryKind.TONE, DeliveryKind.WORDS}:
                    self.heard.emit(delivery)

    def _ask(
        self,
        what: WhatIf | None,
        gait: GaitSettings,
        *,
        wants_trace: bool,
        analysis_id: int = LIVE,
    ) -> int:
        walk = self.walk
        number = self._analyst.new_number()
        place = Walk(walk.path, gait, walk.key, walk.told, walk.start_s, walk.end_s)
        self._analyst.do(Job(number, place, what, wants_trace, analysis_id))
        return number

    def _take_trace(self, trace: Trace | None, share: float) -> None:
        if trace is not None:
            self.trace.add(trace)
            self._share = min(share, 0.999)
            until_s = self.trace.until_s
            if self.walk.end_s is None and until_s is not None and share > 0:
                start_s = self.walk.start_s
                self.playhead.set_extent(start_s, start_s + (until_s - start_s) / share)
            if not self._draw.isActive():
                self._draw.start()
        self.progressed.emit(share)

    def _take_outcome(self, number: int, outcome: Outcome) -> None:
        if number == self._first_job:
            self._share = 1.0
            if self.walk.end_s is None and self.trace.until_s is not None:
                self.playhead.set_extent(self.walk.start_s, self.trace.until_s)
            self.before = outcome
            self._lanes = None
            self._use(self.outcome)
            self.progressed.emit(1.0)
            self.changed.emit()
            self.moved.emit()
            self.compared.emit()
        elif number == self._job:
            self._set_after(outcome)

    def _take_failure(self, number: int, error: Exception) -> None:
        if number in {self._first_job, self._job}:
            self.failed.emit(error)

    def _set_after(self, outcome: Outcome | None) -> None:
        self.after, self._lanes = outcome, None
        self._use(self.outcome)
        self.changed.emit()
        self.compared.emit()
        self.moved.emit()

    def _use(self, outcome: Outcome) -> None:
        """Step by this outcome's strides, and show its states."""
        peaks_s = [stride.peak_thigh_extension_s for stride in outcome.strides]
        self.playhead.set_strides(peaks_s)
        states = tuple(each for each in outcome.deliveries if each.kind is DeliveryKind.STATE)
        self._shown = (tuple(each.t_s for each in states), states)

    def _limits_before(self) -> tuple[LimitStep, ...]:
        return steps(self.walk.limits, *self.playhead.extent)

    def _limits_after(self) -> tuple[LimitStep, ...]:
        return one_step(None if self.what is None else self.what.limit, *self.playhead.extent)

    def _gaps(self) -> tuple[Gap, ...]:
        if self.walk.gaps or self.walk.is_kept:
            return self.walk.gaps
        return tuple(Gap(*gap, GapReason.LINK) for gap in self.trace.gaps())


def what_of(settings: AnalysisSettings) -> WhatIf:
    """The settings of an analysis that was kept."""
    return WhatIf(settings.gait, settings.limit, settings.neutral_shift_deg, settings.judged_too)
