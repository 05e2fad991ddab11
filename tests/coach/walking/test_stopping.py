"""A source is read until it ends, fails, or somebody stops it; nothing is left running."""

import asyncio

import pytest

from coach.walking.stopping import until_stopped


class Reading:
    """Reads forever, and tells whether it was let go of."""

    def __init__(self) -> None:
        self.has_begun, self.is_over = asyncio.Event(), False

    async def forever(self) -> None:
        try:
            self.has_begun.set()
            await asyncio.Event().wait()
        finally:
            self.is_over = True


async def test_what_ends_by_itself_has_not_failed() -> None:
    async def nothing() -> None:
        return

    assert await until_stopped(nothing(), asyncio.Event()) is None


async def test_why_it_failed_is_returned() -> None:
    error = ValueError("no more")

    async def fail() -> None:
        raise error

    assert await until_stopped(fail(), asyncio.Event()) is error


async def test_stopped_it_lets_go_and_has_not_failed() -> None:
    reading, stopping = Reading(), asyncio.Event()
    running = asyncio.create_task(until_stopped(reading.forever(), stopping))
    await reading.has_begun.wait()
    stopping.set()
    assert await running is None
    assert reading.is_over


async def test_cancelled_from_outside_it_lets_go_first() -> None:
    reading = Reading()
    running = asyncio.create_task(until_stopped(reading.forever(), asyncio.Event()))
    await reading.has_begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert reading.is_over
