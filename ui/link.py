"""The bridge to the walk, which runs on a thread of its own; updates come through a deque.

The walk itself (sensor, pipeline, decision, delivery) lives on the worker's loop and never waits
for the window. Updates are put into a deque that the window empties at its own pace; only the end
of a walk and what is to be heard travel as queued signals.
"""

import logging
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from coach.care.limits import Limit
    from coach.live import LiveWalk, WalkUpdate
    from coach.summary import WalkSummary
    from coach.walking.guided import Learnt
    from ui.worker import WorkerLoop

_log = logging.getLogger(__name__)
_MOST_WAITING = 12_000  # two minutes of single samples: a frozen window loses drawing, not the walk


class WalkLink(QObject):
    """One walk on a worker loop, seen from the window.

    Parameters
    ----------
    make_walk
        Called with the limit on the worker thread, so that what it imports does not hold up the
        first paint.
    """

    ended = Signal(object)
    """With the `WalkSummary`."""
    failed = Signal(object, object)
    """With the error, and the `WalkSummary` of what there is, or None."""
    delivered = Signal(object)
    """With each `Delivery`, sent from the worker thread the moment it is known."""
    beat_changed = Signal(object)
    """With the metronome's beats a minute, None for silence; sent from there too."""

    def __init__(
        self, make_walk: "Callable[[Limit | None], LiveWalk]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_walk = make_walk
        self._walk: LiveWalk | None = None
        self._updates: deque[WalkUpdate] = deque(maxlen=_MOST_WAITING)
        self._worker: WorkerLoop | None = None
        self._running: Future[None] | None = None
        self._is_running = False
        self._beat_spm: float | None = None

    @property
    def learnt(self) -> "Learnt | None":
        """What the walk taught, once it has ended."""
        return None if self._walk is None or self._is_running else self._walk.learnt

    @property
    def summary(self) -> "WalkSummary | None":
        """What the walk came to, once it has ended."""
        return None if self._walk is None or self._is_running else self._walk.summary

    @property
    def kept_in(self) -> "Path | None":
        """The file of the walk, also while it goes on; None where it is not kept."""
        return None if self._walk is None else self._walk.kept_in

    @property
    def is_running(self) -> bool:
        """Whether a walk has begun and not ended."""
        return self._is_running

    def start(self, limit: "Limit | None") -> None:
        """Begin the walk; without effect while one runs."""
        if self._is_running:
            return
        self._is_running = True
        self._updates.clear()  # what the window never took of the walk before
        if self._worker is None:
            from ui.worker import WorkerLoop  # and asyncio, after the first paint

            self._worker = WorkerLoop("link")
        self._running = self._worker.submit(self._run(limit))

    def take(self) -> "list[WalkUpdate]":
        """Return every update that came since the last call."""
        taken = []
        while self._updates:
            taken.append(self._updates.popleft())
        return taken

    def pause(self) -> None:
        """Pause the coach."""
        self._ask(lambda walk: walk.pause())

    def resume(self) -> None:
        """Go on after a pause."""
        self._ask(lambda walk: walk.resume())

    def end(self) -> None:
        """Ask the walk to end; `ended` follows once everything is kept."""
        self._ask(lambda walk: walk.stop())

    def begin(self) -> None:
        """End getting ready: the walk begins."""
        self._ask(lambda walk: walk.begin())

    def repeat_step(self) -> None:
        """Begin the present step of getting ready anew."""
        self._ask(lambda walk: walk.repeat_step())

    def trust_steps(self) -> None:
        """Count steps that looked as on the spot: this is how the person walks."""
        self._ask(lambda walk: walk.trust_steps())

    def rate_pain(self, level: int, site: str | None) -> None:
        """Rate the pain marks that wait for it."""
        self._ask(lambda walk: walk.rate_pain(level, site))

    def note(self, text: str) -> None:
        """Keep a remark on this moment."""
        self._ask(lambda walk: walk.note(text))

    def mark_pain(self) -> None:
        """Mark pain at the newest sample."""
        self._ask(lambda walk: walk.mark_pain())

    def set_limit(self, limit: "Limit | None") -> None:
        """Judge by another limit from now on."""
        self._ask(lambda walk: walk.set_limit(limit))

    def close(self) -> None:
        """End the walk if one runs, wait until it is kept, end the thread; safe to call twice."""
        if self._worker is None:
            return
        self._worker.stop_after(self._running, self.end)
        self._worker = None

    def _ask(self, what: "Callable[[LiveWalk], object]") -> None:
        """Ask the walk on its own thread; in turn, so never before it has been made."""
        if self._worker is not None and self._is_running:
            self._worker.submit(self._tell_walk(what))

    async def _tell_walk(self, what: "Callable[[LiveWalk], object]") -> None:
        if self._walk is not None:
            what(self._walk)

    async def _run(self, limit: "Limit | None") -> None:
        self._walk = None
        try:
            self._walk = self._make_walk(limit)
            summary = await self._walk.run(self._hand_over)
        except Exception as error:  # noqa: BLE001 - a thread's top; the window words it
            _log.info("the walk failed", exc_info=True)
            self._is_running = False
            self.failed.emit(error, self._walk.summary if self._walk is not None else None)
        else:
            self._is_running = False
            self.ended.emit(summary)

    def _hand_over(self, update: "WalkUpdate") -> None:
        self._updates.append(update)
        for delivery in update.deliveries:
            self.delivered.emit(delivery)
        beat_spm = update.guide.beat_spm if update.guide is not None else None
        if beat_spm != self._beat_spm:
            self._beat_spm = beat_spm
            self.beat_changed.emit(beat_spm)
