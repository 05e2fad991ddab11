"""The bridge: another thread walks, the window hears of it, and both end in good order."""

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk
from sensors.errors import RecordingError, SensorFault
from sensors.source import Source
from tests.coach.walks import walked
from tests.ui.updates import OpenEnded
from ui.link import WalkLink
from ui.worker import WorkerLoop


def _link(source: Source, speed: float = 0.0) -> WalkLink:
    def make_walk(limit: Limit | None) -> LiveWalk:
        settings = CoachSettings(GaitSettings.of(source.info), limit)
        return LiveWalk(source, settings, speed=speed)

    return WalkLink(make_walk)


def test_a_walk_that_ends_tells_its_summary(qtbot: QtBot) -> None:
    link = _link(walked(6.0))
    with qtbot.waitSignal(link.ended, timeout=20_000) as ended:
        link.start(None)
    link.close()
    assert ended.args[0].n_strides >= 4


def test_updates_hold_every_sample_in_order(qtbot: QtBot) -> None:
    source = walked(4.0)
    link = _link(source)
    with qtbot.waitSignal(link.ended, timeout=20_000):
        link.start(None)
    t_s = [t for update in link.take() if update.trace for t in update.trace.t_s.tolist()]
    link.close()
    assert t_s == sorted(t_s)
    assert len(t_s) == pytest.approx(sum(len(b.t_s) for b in source.blocks()), abs=5)


def test_what_was_taken_is_not_taken_again(qtbot: QtBot) -> None:
    link = _link(walked(4.0))
    with qtbot.waitSignal(link.ended, timeout=20_000):
        link.start(None)
    assert link.take()
    assert link.take() == []
    link.close()


def test_the_walk_runs_on_a_thread_of_its_own(qtbot: QtBot) -> None:
    threads: list[int] = []

    def make_walk(limit: Limit | None) -> LiveWalk:
        threads.append(threading.get_ident())
        source = walked(4.0)
        return LiveWalk(source, CoachSettings(GaitSettings.of(source.info), limit), speed=0)

    link = WalkLink(make_walk)
    with qtbot.waitSignal(link.ended, timeout=20_000):
        link.start(None)
    link.close()
    assert threads != [threading.get_ident()]


def test_a_source_that_fails_tells_the_error_and_what_there_is(qtbot: QtBot) -> None:
    link = _link(OpenEnded(error=RecordingError(SensorFault.TRUNCATED)))
    with qtbot.waitSignal(link.failed, timeout=20_000) as failed:
        link.start(None)
    link.close()
    error, summary = failed.args
    assert error.fault is SensorFault.TRUNCATED
    assert summary.duration_s == pytest.approx(0.99, abs=0.05)


def test_a_walk_that_cannot_be_made_tells_the_error(qtbot: QtBot) -> None:
    def make_walk(_limit: Limit | None) -> LiveWalk:
        raise RecordingError(SensorFault.EMPTY)

    link = WalkLink(make_walk)
    with qtbot.waitSignal(link.failed, timeout=20_000) as failed:
        link.start(None)
    link.close()
    assert failed.args[1] is None


def test_end_ends_a_walk_that_waits_for_its_sensor(qtbot: QtBot) -> None:
    link = _link(OpenEnded())
    with qtbot.waitSignal(link.ended, timeout=20_000):
        link.start(None)
        link.end()
    assert not link.is_running
    link.close()


def test_asking_right_after_the_start_is_heard(qtbot: QtBot) -> None:
    link = _link(OpenEnded())
    with qtbot.waitSignal(link.ended, timeout=20_000) as ended:
        link.start(None)
        link.mark_pain()
        link.mark_pain()
        link.end()
    link.close()
    assert ended.args[0].n_pain_marks == 2


def test_close_ends_a_running_walk_and_its_thread(qtbot: QtBot) -> None:
    link = _link(OpenEnded())
    link.start(None)
    qtbot.waitUntil(lambda: bool(link.take()), timeout=20_000)
    link.close()
    assert not link.is_running
    assert not [thread for thread in threading.enumerate() if thread.name == "link"]


def test_close_may_come_twice(qtbot: QtBot) -> None:
    link = _link(OpenEnded())
    link.start(None)
    qtbot.waitUntil(lambda: bool(link.take()), timeout=20_000)
    link.close()
    link.close()
    assert not link.is_running


def test_closed_before_it_began_it_can_still_begin(qtbot: QtBot) -> None:
    link = _link(walked(4.0))
    link.close()
    with qtbot.waitSignal(link.ended, timeout=20_000):
        link.start(None)
    link.close()


def test_asking_without_a_walk_does_nothing() -> None:
    link = _link(OpenEnded())
    link.pause()
    link.end()
    assert not link.is_running


def test_a_worker_loop_cancels_what_still_runs() -> None:
    import asyncio

    worker, ended = WorkerLoop("link"), threading.Event()

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    worker.submit(forever())
    time.sleep(0)
    worker.stop()
    worker.stop()
    assert ended.is_set()
