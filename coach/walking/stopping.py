"""Reads a source until it ends or somebody stops it."""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def until_stopped(
    reading: Coroutine[Any, Any, None], stopping: asyncio.Event
) -> Exception | None:
    """Let `reading` go on until it ends or `stopping` is set; return why it failed, if it did."""
    read = asyncio.create_task(reading)
    stopped = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({read, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        read.cancel()
        stopped.cancel()
        ended = (await asyncio.gather(read, stopped, return_exceptions=True))[0]
    return ended if isinstance(ended, Exception) else None
