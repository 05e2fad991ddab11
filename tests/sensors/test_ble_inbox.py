"""Notifications wait in order, a flood does not."""

import asyncio

from sensors.ble_inbox import Inbox
from sensors.source import RawNotification


class HandClock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_notifications_keep_their_order_and_time() -> None:
    clock = HandClock()
    inbox = Inbox(clock, 1000)
    inbox.put("a", b"1")
    clock.now_s += 0.01
    inbox.put("b", b"2")
    assert inbox.take() == [
        RawNotification(100.0, "a", b"1"),
        RawNotification(100.01, "b", b"2"),
    ]


def test_what_was_taken_is_not_there_again() -> None:
    inbox = Inbox(HandClock(), 1000)
    inbox.put("a", b"1")
    inbox.take()
    assert inbox.take() == []


def test_a_steady_stream_below_the_limit_is_no_flood() -> None:
    clock = HandClock()
    inbox = Inbox(clock, 1000)
    for _ in range(5000):
        inbox.put("a", b"1")
        clock.now_s += 0.00101
    assert not inbox.is_flooded


def test_more_than_the_limit_in_a_second_is_a_flood() -> None:
    clock = HandClock()
    inbox = Inbox(clock, 1000)
    for _ in range(1001):
        inbox.put("a", b"1")
        clock.now_s += 0.0002
    assert inbox.is_flooded


def test_what_a_program_that_stood_still_gets_at_once_is_no_flood() -> None:
    clock = HandClock()
    inbox = Inbox(clock, 2000)
    inbox.put("a", b"1")
    clock.now_s += 30.0
    for _ in range(30 * 200):
        inbox.put("a", b"1")
    assert not inbox.is_flooded
    assert inbox.n_dropped == 0


def test_a_flood_after_a_silence_is_still_one() -> None:
    clock = HandClock()
    inbox = Inbox(clock, 2000)
    inbox.put("a", b"1")
    clock.now_s += 600.0
    for _ in range(30_000):
        inbox.put("a", b"1")
        clock.now_s += 0.00002
    assert inbox.is_flooded


def test_a_flood_is_not_kept() -> None:
    inbox = Inbox(HandClock(), 1000)
    for _ in range(100_000):
        inbox.put("a", b"1")
    assert len(inbox.take()) == 1000
    assert inbox.n_dropped == 99_000


def test_what_nobody_reads_is_bounded() -> None:
    clock = HandClock()
    inbox = Inbox(clock, 1e9)
    for _ in range(30_000):
        inbox.put("a", b"1")
    assert len(inbox.take()) + inbox.n_dropped == 30_000
    assert inbox.n_dropped == 10_000


async def test_a_notification_wakes_its_reader() -> None:
    inbox = Inbox(HandClock(), 1000)
    asyncio.get_running_loop().call_soon(inbox.put, "a", b"1")
    async with asyncio.timeout(2):
        await inbox.wait(60)
    assert len(inbox.take()) == 1


async def test_a_lost_link_wakes_its_reader() -> None:
    inbox = Inbox(HandClock(), 1000)
    asyncio.get_running_loop().call_soon(inbox.lose)
    async with asyncio.timeout(2):
        await inbox.wait(60)
    assert inbox.is_lost


async def test_a_reader_does_not_wait_longer_than_it_wants() -> None:
    inbox = Inbox(HandClock(), 1000)
    async with asyncio.timeout(2):
        await inbox.wait(0.01)
    assert inbox.take() == []
