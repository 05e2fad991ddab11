import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import numpy as np
import pytest

from coach.analysis import analyze
from coach.care.delivery import ScreenState
from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.events import Posture, Stride
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk, WalkUpdate
from coach.records.errors import KeepingError, RecordFault
from coach.records.store import GapReason
from coach.records.walk_file import WalkFile
from sensors.errors import LinkError, SensorFault
from sensors.samples import StreamKind
from sensors.source import (
    Battery,
    LinkChange,
    LinkState,
    SourceItem,
    WearerMark,
)
from tests.coach.records.disks import SlowConnection, put_under
from tests.coach.walks import INFO, Items, still, walked

_RADIO = replace(INFO, kind=StreamKind.RADIO)


def _live(
    source: Items,
    *,
    speed: float | None = None,
    limit: Limit | None = None,
    out: Path | None = None,
) -> LiveWalk:
    settings = CoachSettings(GaitSettings.of(source.info), limit)
    return LiveWalk(source, settings, speed=speed, out=out)


def _strides(updates: list[WalkUpdate]) -> list[Stride]:
    return [event for update in updates for event in update.events if isinstance(event, Stride)]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "walk.hipwalk"


async def test_the_end_of_the_source_ends_the_walk(out: Path) -> None:
    source = walked(20.0)
    summary = await _live(source, out=out).run(lambda _: None)
    assert summary.n_scored > 10
    assert summary.kept_in == out
    assert source.is_closed


async def test_the_file_gives_the_live_strides_bit_for_bit(out: Path) -> None:
    updates: list[WalkUpdate] = []
    await _live(walked(20.0), out=out).run(updates.append)
    with WalkFile.open(out) as kept:
        again = analyze(kept.blocks(), CoachSettings(kept.gait))
        assert [judged.stride for judged in again.strides] == _strides(updates)
        assert list(kept.strides()) == _strides(updates)


async def test_a_paced_walk_gives_the_same_strides() -> None:
    fast: list[WalkUpdate] = []
    paced: list[WalkUpdate] = []
    await _live(walked(10.0)).run(fast.append)
    await _live(walked(10.0), speed=200.0).run(paced.append)
    assert _strides(paced) == _strides(fast) != []


async def test_pace_is_real_time_times_speed() -> None:
    source = Items(INFO, [still(0.0, 200), still(2.0, 200)])
    start = time.perf_counter()
    await _live(source, speed=8.0).run(lambda _: None)
    assert 3.95 / 8 <= time.perf_counter() - start <= 0.9  # from the first packet to the last


async def test_paced_samples_come_in_packets_of_50_ms() -> None:
    updates: list[WalkUpdate] = []
    await _live(Items(INFO, [still(0.0, 100)]), speed=100.0).run(updates.append)
    sizes = {len(update.trace.t_s) for update in updates if update.trace is not None}
    assert sizes == {5, 0}  # 0: the last update, when the walk has ended


async def test_after_a_suspended_machine_the_walk_goes_on_in_its_pace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop = asyncio.get_running_loop()
    ahead_s = 0.0
    usual_time = loop.time
    monkeypatch.setattr(loop, "time", lambda: usual_time() + ahead_s)
    came_s: list[float] = []

    def suspend_once(update: WalkUpdate) -> None:
        nonlocal ahead_s
        came_s.append(usual_time())
        if update.t_s is not None and update.t_s > 0.5:
            ahead_s = 3600.0

    await _live(Items(INFO, [still(0.0, 200)]), speed=4.0).run(suspend_once)
    assert came_s[-1] - came_s[0] > 0.4  # 2 s at four times the pace; racing would halve it


@pytest.mark.usefixtures("peak_judge")
async def test_pausing_a_radio_judges_nothing_and_keeps_the_samples(
    out: Path,
    peak_judge: None,
) -> None:
    source = walked(20.0, StreamKind.RADIO)
    walk = _live(source, limit=Limit(extension_deg=-30.0), out=out)
    judged_s: list[float] = []

    def pause_from_10_to_15(update: WalkUpdate) -> None:
        judged_s.extend(decision.t_s for decision in update.decisions)
        t_s = update.t_s or 0.0
        if 10.0 <= t_s < 15.0 and not update.is_paused:
            walk.pause()
        elif t_s >= 15.0 and update.is_paused:
            walk.resume()

    summary = await walk.run(pause_from_10_to_15)
    assert any(t_s < 10.0 for t_s in judged_s)
    assert any(t_s > 15.0 for t_s in judged_s)
    assert not any(10.1 < t_s < 15.0 for t_s in judged_s)
    assert summary.duration_s == pytest.approx(20.0, abs=0.2)  # of 25 s
    with WalkFile.open(out) as kept:
        assert sum(len(block.t_s) for block in kept.blocks()) == 2500
        ((start_s, end_s, reason),) = kept.gaps()
    assert reason is GapReason.PAUSE
    assert [start_s, end_s] == pytest.approx([10.0, 15.0], abs=0.1)


async def test_a_paused_recording_waits() -> None:
    walk = _live(Items(INFO, [still(0.0, 100)] * 1), speed=1000.0)
    updates: list[WalkUpdate] = []
    walk.pause()
    running = asyncio.create_task(walk.run(updates.append))
    for _ in range(20):
        await asyncio.sleep(0)
    assert all(update.t_s is None for update in updates)
    walk.resume()
    await running
    assert updates[-1].t_s == 0.99


async def test_stop_ends_a_walk_that_waits_for_its_sensor(out: Path) -> None:
    class Silent(Items):
        async def __aiter__(self):  # type: ignore[no-untyped-def]
            yield still(0.0, 100)
            await asyncio.Event().wait()

    source = Silent(_RADIO, [])
    walk = _live(source, out=out)
    summary = await walk.run(lambda update: walk.stop() if update.t_s else None)
    assert summary.kept_in == out
    assert source.is_closed


async def test_a_cancelled_walk_is_kept_too(out: Path) -> None:
    walk = _live(Items(INFO, [still(0.0, 6000)]), speed=10.0, out=out)
    has_begun = asyncio.Event()

    def begin(update: WalkUpdate) -> None:
        if update.t_s is not None:
            has_begun.set()

    running = asyncio.create_task(walk.run(begin))
    await has_begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    with WalkFile.open(out) as kept:
        assert not kept.is_unfinished


async def test_a_source_that_fails_ends_the_walk_with_all_kept(out: Path) -> None:
    error = LinkError(SensorFault.POWERED_OFF)
    walk = _live(Items(_RADIO, [still(0.0, 300)], error), out=out)
    with pytest.raises(LinkError) as caught:
        await walk.run(lambda _: None)
    assert caught.value is error
    assert walk.summary.duration_s == pytest.approx(2.99)
    with WalkFile.open(out) as kept:
        assert sum(len(block.t_s) for block in kept.blocks()) == 300


async def test_a_file_that_cannot_be_made_is_told_before_the_walk(out: Path) -> None:
    out.write_bytes(b"mine")
    updates: list[WalkUpdate] = []
    with pytest.raises(KeepingError) as caught:
        await _live(Items(INFO, [still(0.0, 100)]), out=out).run(updates.append)
    assert caught.value.fault is RecordFault.EXISTS
    assert all(update.t_s is None for update in updates)


async def test_pain_is_marked_at_the_newest_sample(out: Path) -> None:
    walk = _live(Items(_RADIO, [still(0.0, 100), WearerMark(0.5), still(1.0, 100)]), out=out)
    summary = await walk.run(lambda update: walk.mark_pain() if update.t_s == 1.99 else None)
    assert summary.n_pain_marks == 3  # the button, at the last sample, and when the walk ends
    with WalkFile.open(out) as kept:
        assert [mark.t_s for mark in kept.pain_marks()] == [0.5, 1.99, 1.99]


@pytest.mark.usefixtures("peak_judge")
async def test_a_limit_set_while_walking_judges_from_then_on_and_is_kept(
    out: Path,
    peak_judge: None,
) -> None:
    walk = _live(walked(20.0, StreamKind.RADIO), out=out)
    limit = Limit(extension_deg=-30.0)
    over_s: list[float] = []

    def set_at_15(update: WalkUpdate) -> None:
        over_s.extend(decision.t_s for decision in update.decisions if decision.is_over)
        if (update.t_s or 0.0) >= 15.0 and update.limit is None:
            walk.set_limit(limit)

    summary = await walk.run(set_at_15)
    assert min(over_s) > 15.0
    assert summary.comfortable_share == 0.0
    with WalkFile.open(out) as kept:
        (change,) = kept.limit_changes()
        assert change.t_s == pytest.approx(15.0, abs=0.1)
        assert change.limit == limit


async def test_updates_tell_posture_link_battery_and_quality() -> None:
    source = walked(15.0, StreamKind.RADIO)
    source.items.insert(0, Battery(0.5))
    updates: list[WalkUpdate] = []
    await _live(source).run(updates.append)
    last = next(update for update in updates if update.t_s and update.t_s > 12.0)
    assert (last.posture, last.link, last.battery) == (Posture.WALKING, LinkState.CONNECTED, 0.5)
    assert last.quality.rate_hz == pytest.approx(100.0, abs=0.1)
    assert last.quality.lost_share == 0.0


async def test_a_lost_link_is_shown() -> None:
    items: list[SourceItem] = [still(0.0, 100), LinkChange(LinkState.LOST, 0.99)]
    updates: list[WalkUpdate] = []
    await _live(Items(_RADIO, items)).run(updates.append)
    assert updates[-1].link is LinkState.LOST
    states = [delivery.code for update in updates for delivery in update.deliveries]
    assert ScreenState.NO_LINK in states


async def test_a_long_loss_is_counted_and_kept_as_a_gap(out: Path) -> None:
    source = Items(_RADIO, [still(0.0, 100), still(3.0, 100)])
    summary = await _live(source, out=out).run(lambda _: None)
    assert summary.n_gaps == 1
    with WalkFile.open(out) as kept:
        assert kept.gaps() == ((0.99, 3.0, GapReason.LINK),)


async def test_the_switch_interval_is_given_back() -> None:
    before = sys.getswitchinterval()
    await _live(Items(INFO, [still(0.0, 100)])).run(lambda _: None)
    assert sys.getswitchinterval() == before


_CONTROL = """
import asyncio, json, sys
async def main():
    loop = asyncio.get_running_loop()
    start, late_s = loop.time(), []
    for packet in range(int(sys.argv[1])):
        due_s = start + packet * float(sys.argv[2])
        await asyncio.sleep(max(0, due_s - loop.time()))
        late_s.append(loop.time() - due_s)
    print(json.dumps(late_s))
asyncio.run(main())
"""


def _busy_while(is_so: Callable[[], bool]) -> None:
    """Keep the interpreter busy for 500 ms at a time, as a frozen window would."""
    while is_so():
        until = time.perf_counter() + 0.5
        while time.perf_counter() < until:
            pass
        time.sleep(0.02)


def _delays_of_a_hard_walk(out: Path) -> tuple[list[float], float]:
    """Delay of each decision beside busy Python and a slow disk, and the worst of a bare loop."""
    speed, source = 8.0, walked(20.0)
    walk = _live(source, speed=speed, limit=Limit(extension_deg=10.0), out=out)
    packet_s = 0.05 / speed
    python = [sys.executable, "-c", _CONTROL, str(int(25 / speed / packet_s)), str(packet_s)]
    with subprocess.Popen(python, stdout=subprocess.PIPE, text=True) as control:
        thread = threading.Thread(target=lambda: asyncio.run(walk.run(lambda _: None)))
        thread.start()
        _busy_while(thread.is_alive)
        late_s = json.loads(control.communicate()[0])
    return walk.decision_delays_s, max(late_s)


@pytest.mark.usefixtures("peak_judge")
def test_a_frozen_window_and_a_slow_disk_delay_no_decision_and_lose_no_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_under(monkeypatch, SlowConnection)
    excess_s = []
    for attempt in range(4):  # a neighbour on the machine may spoil one; our own delay spoils all
        out = tmp_path / f"{attempt}.hipwalk"
        delays_s, machine_s = _delays_of_a_hard_walk(out)
        assert len(delays_s) > 10
        with WalkFile.open(out) as kept:
            t_s = np.concatenate([block.t_s for block in kept.blocks()])
        assert len(t_s) == 2500
        excess_s.append(max(delays_s) - machine_s)
        if excess_s[-1] <= 0.020:
            return
    pytest.fail(f"the latest decision came {min(excess_s):.3f} s after a bare loop's latest")


async def test_a_computer_that_slept_leaves_a_gap_that_says_so(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asleep_s = 0.0

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return super().now(tz) + timedelta(seconds=asleep_s)

    class Sleeping(Items):
        async def __aiter__(self) -> AsyncIterator[SourceItem]:
            nonlocal asleep_s
            yield still(0.0, 200)
            asleep_s = 300.0
            yield still(302.0, 200)

    monkeypatch.setattr("coach.walking.record.datetime", Clock)
    await _live(Sleeping(_RADIO, []), out=out).run(lambda _: None)
    with WalkFile.open(out) as walk:
        assert walk.gaps() == ((1.99, 302.0, GapReason.SUSPENDED),)
