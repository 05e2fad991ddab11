"""A live walk in a terminal: one line a stride, and a status line where there is a terminal."""

import asyncio
import os
import queue
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size

import click

from coach import words
from coach.analysis import clock, stride_text
from coach.care.delivery import Delivery, DeliveryKind
from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.events import PostureChange, Stride
from coach.live import LiveWalk, WalkUpdate
from coach.records.errors import RecordError, RecordFault
from coach.records.places import Place
from coach.summary import WalkSummary
from sensors.errors import SensorError, SensorFault
from sensors.source import LinkState, Source

_STATUS_EVERY_S = 0.5
_LOOK_EVERY_S = 0.2  # how soon Ctrl-C is noticed where waiting cannot be interrupted
_ENDING_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_IS_ENDING = b"The walk is ending: the sensor is let go and all is kept.\n"
_CLEAR_LINE = "\r\x1b[K"


def walk_in_terminal(
    source: Source, settings: CoachSettings, *, speed: float, out: Path | Place, is_tty: bool
) -> int:
    """Walk until the source ends or Ctrl-C, and return the exit code.

    The walk runs in a thread of its own: a terminal that does not take text holds nothing up.
    """
    walk = LiveWalk(source, settings, speed=speed, out=out)
    view = _View(is_tty)
    updates: queue.SimpleQueue[WalkUpdate | None] = queue.SimpleQueue()
    loop: Future[asyncio.AbstractEventLoop] = Future()
    with _signals_as_ctrl_c(), ThreadPoolExecutor(1, "link") as link:
        ended = link.submit(asyncio.run, _walk(walk, updates, loop))
        ended.add_done_callback(lambda _: updates.put(None))
        try:
            view.show_all(updates)
        except (KeyboardInterrupt, OSError):  # OSError: nobody reads any more
            with suppress(RuntimeError):  # the walk has ended, and its loop with it
                loop.result().call_soon_threadsafe(walk.stop)
        with suppress(OSError):
            view.show_all(updates)
            return _end(ended, walk)
        return 1


@contextmanager
def _signals_as_ctrl_c() -> Iterator[None]:
    """Let a request to end, and a terminal that was closed, end the walk as Ctrl-C does.

    Once it ends, further ones are only answered: letting go of a sensor takes its time.
    """
    is_ending = False

    def end(*_: object) -> None:
        nonlocal is_ending
        if is_ending:
            with suppress(OSError):
                os.write(2, _IS_ENDING)
            return
        is_ending = True
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in _ENDING_SIGNALS if hasattr(signal, name)]
    numbers = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


async def _walk(
    walk: LiveWalk,
    updates: "queue.SimpleQueue[WalkUpdate | None]",
    loop: "Future[asyncio.AbstractEventLoop]",
) -> WalkSummary:
    loop.set_result(asyncio.get_running_loop())
    return await walk.run(updates.put)


def _end(ended: "Future[WalkSummary]", walk: LiveWalk) -> int:
    """Wait until all is kept, then say what the walk came to and what went wrong."""
    error = ended.exception()
    if error is not None and not isinstance(error, SensorError | RecordError):
        raise error
    missing_s = error.details.get("seconds_missing") if error is not None else None
    is_kept = not isinstance(missing_s, float) or missing_s < walk.summary.duration_s
    summary = walk.summary if is_kept else replace(walk.summary, kept_in=None)
    has_begun = summary.duration_s > 0 or summary.kept_in is not None
    if error is None or has_begun:
        click.echo("\n".join(summary_lines(summary)))
    if error is None:
        return 0
    click.echo(words.error_line(error), err=True)
    if error.fault is SensorFault.FINGERPRINT_CHANGED:
        click.echo("If it is yours, say its name: `hipcoach walk --sensor NAME`.", err=True)
    return 1


def summary_lines(summary: WalkSummary) -> list[str]:
    """What a walk came to, in words."""
    lines = [
        f"Walk ended after {clock(summary.duration_s)}: {_n(summary.n_strides, 'stride')}, "
        f"{summary.n_scored} scored."
    ]
    if summary.comfortable_share is not None:
        lines.append(
            f"{summary.comfortable_share:.0%} of scored strides within the limit; "
            f"{summary.n_over} over it, {_n(summary.n_cues, 'cue')}."
        )
    if summary.unscored:
        reasons = (f"{words.WHY_NOT[why]} {n}" for why, n in summary.unscored.items())
        lines.append(f"Not scored: {', '.join(reasons)}.")
    if summary.n_pain_marks or summary.n_gaps:
        lines.append(
            f"{_n(summary.n_pain_marks, 'pain mark')}, {_n(summary.n_gaps, 'gap')} in the samples."
        )
    if summary.kept_in is not None:
        lines.append(f"Kept in {summary.kept_in}")
    return lines


class _View:
    """Prints what is new; on a terminal it keeps one status line below it."""

    def __init__(self, is_tty: bool) -> None:
        self._is_tty = is_tty
        self._status_s = float("-inf")
        self._link = LinkState.CONNECTED
        self._link_fault: SensorFault | None = None
        self._fault: RecordFault | None = None
        self._over_start_s: set[float] = set()

    def show_all(self, updates: "queue.SimpleQueue[WalkUpdate | None]") -> None:
        """Print updates as they come, until None; which stays for whoever looks again."""
        while True:
            try:
                update = updates.get(timeout=_LOOK_EVERY_S)
            except queue.Empty:
                continue
            if update is None:
                updates.put(None)
                self._clear_status()
                return
            self._show(update)

    def _show(self, update: WalkUpdate) -> None:
        self._over_start_s.update(d.stride_start_s for d in update.decisions if d.is_over)
        lines = [*self._news(update), *_said(update.deliveries)]
        for event in update.events:
            if isinstance(event, Stride):
                lines.append(self._stride_line(event, update.limit))
            elif isinstance(event, PostureChange):
                lines.append(f"{clock(event.t_s):>8}  {words.POSTURE[event.posture]}")
        if lines:
            self._clear_status()
            click.echo("\n".join(lines))
        is_due = bool(lines or update.decisions)
        if self._is_tty and (is_due or abs(update.elapsed_s - self._status_s) >= _STATUS_EVERY_S):
            self._status_s = update.elapsed_s
            over = "over your limit  " if self._over_start_s else ""
            room = get_terminal_size().columns - 1  # a line that wraps cannot be cleared
            click.echo(f"{_CLEAR_LINE}{f'{over}{_status(update)}'[:room]}", nl=False)

    def _stride_line(self, stride: Stride, limit: Limit | None) -> str:
        note = ""
        if stride.why_not is not None:
            note = f"not scored: {words.WHY_NOT[stride.why_not]}"
        elif limit is not None and limit.is_passed_by(stride):
            note = "over your limit"
        elif stride.start_s in self._over_start_s:
            note = "foreseen over your limit, but within it"
        self._over_start_s = {start_s for start_s in self._over_start_s if start_s > stride.start_s}
        return f"{stride_text(stride)}  {note}".rstrip()

    def _news(self, update: WalkUpdate) -> list[str]:
        """Lines about a link or a disk that changed."""
        lines = []
        if (update.link, update.link_fault) != (self._link, self._link_fault):
            self._link, self._link_fault = update.link, update.link_fault
            lines.append(f"{'':>8}  {_of_link(update)}")
        fault = update.record.fault if update.record else None
        if fault is not self._fault:
            self._fault = fault
            told = "The disk takes the walk again." if fault is None else words.fault_words(fault)
            lines.append(f"{'':>8}  {told}")
        return lines

    def _clear_status(self) -> None:
        if self._is_tty:
            click.echo(_CLEAR_LINE, nl=False)


def _of_link(update: WalkUpdate) -> str:
    """How the link stands; why and what helps where it is sought again."""
    said = f"sensor: {update.link}"
    if update.link is not LinkState.RECONNECTING:
        return said
    fault = words.fault_words(update.link_fault or SensorFault.LINK_LOST)
    return f"{said}. {fault.happened} {fault.do}"


def _said(deliveries: tuple[Delivery, ...]) -> list[str]:
    """Lines for what is heard: tones and sentences; the screen's states are the status line's."""
    return [
        f"{clock(delivery.t_s):>8}  {words.DELIVERED[delivery.code]}"
        for delivery in deliveries
        if delivery.kind is not DeliveryKind.STATE
    ]


def _status(update: WalkUpdate) -> str:
    parts = [
        clock(update.elapsed_s),
        "paused" if update.is_paused else words.POSTURE[update.posture],
        f"sensor {update.link}",
    ]
    if update.link is LinkState.CONNECTED:
        rate_hz = update.quality.rate_hz
        parts.append("–" if rate_hz is None else f"{rate_hz:.0f} Hz")
        parts.append(f"{update.quality.lost_share:.1%} lost")
    if update.n_gaps:
        parts.append(_n(update.n_gaps, "gap"))
    if update.battery is not None:
        parts.append(f"battery {update.battery:.0%}")
    return "  ".join([*parts, "Ctrl-C ends"])


def _n(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
