"""A sensor that is worn outside of a walk: posture for still-breaks, repetitions for exercises."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from coach.gait.alignment import WornProfile
from coach.gait.events import Posture, PostureChange
from coach.gait.pipeline import GaitPipeline, GaitSettings
from coach.gait.repetitions import Repetition, RepetitionCounter
from coach.walking.stopping import until_stopped
from sensors.errors import SensorFault
from sensors.samples import ImuBlock, StreamKind
from sensors.source import LinkChange, LinkState, Source


class WornUpdate(NamedTuple):
    """What the sensor told; sent when something of it is new."""

    link: LinkState
    posture: Posture
    repetitions: tuple[Repetition, ...] = ()
    is_ready: bool = False
    """The start pose of an exercise is known: it may begin."""
    fault: SensorFault | None = None


class WornStream:
    """Follows a source until it ends or `stop`; call from one event loop.

    A recording or simulation is played at its own pace unless `is_paced` is False.
    """

    def __init__(
        self, source: Source, worn: WornProfile | None = None, *, is_paced: bool = True
    ) -> None:
        self._source, self._worn, self._is_paced = source, worn, is_paced
        self._pipeline: GaitPipeline | None = None
        self._counter: RepetitionCounter | None = None
        self._stopping = asyncio.Event()
        self._link = LinkState.CONNECTING
        self._fault: SensorFault | None = None
        self._posture = Posture.UNKNOWN
        self._was_ready = False

    def count(self, least_lift_deg: float | None) -> None:
        """Count repetitions from the next still moment on; None counts nothing."""
        self._counter = None if least_lift_deg is None else RepetitionCounter(least_lift_deg)
        self._was_ready = False

    def stop(self) -> None:
        """End; `run` returns soon."""
        self._stopping.set()

    async def run(self, on_update: Callable[[WornUpdate], object]) -> None:
        """Follow the source; `on_update` is called on this thread and returns at once.

        Raises
        ------
        SensorError
            When the source cannot go on.
        """
        try:
            failed = await until_stopped(self._read(on_update), self._stopping)
        finally:
            await self._source.aclose()
        if failed is not None:
            raise failed

    async def _read(self, on_update: Callable[[WornUpdate], object]) -> None:
        loop = asyncio.get_running_loop()
        is_radio = self._source.info.kind is StreamKind.RADIO
        began_s: float | None = None
        async for item in self._source:
            if isinstance(item, LinkChange):
                self._link, self._fault = item.state, item.fault
                on_update(self._update())
            elif isinstance(item, ImuBlock) and len(item.t_s):
                if self._link is LinkState.CONNECTING:
                    self._link = LinkState.CONNECTED
                    on_update(self._update())
                if self._is_paced and not is_radio:
                    began_s = loop.time() - float(item.t_s[0]) if began_s is None else began_s
                    await asyncio.sleep(max(0.0, began_s + float(item.t_s[-1]) - loop.time()))
                elif not is_radio:
                    await asyncio.sleep(0)
                self._take(item, on_update)

    def _take(self, block: ImuBlock, on_update: Callable[[WornUpdate], object]) -> None:
        if self._pipeline is None:
            info = self._source.info
            settings = GaitSettings(
                info.rate_hz, info.side, info.placement, info.leg_length_m, worn=self._worn
            )
            self._pipeline = GaitPipeline(settings)
        is_new = False
        for event in self._pipeline.push(block).events:
            if isinstance(event, PostureChange):
                self._posture, is_new = event.posture, True
        counter = self._counter
        repetitions = () if counter is None else counter.push(block)
        is_ready = counter is not None and counter.is_ready
        if is_new or repetitions or is_ready is not self._was_ready:
            self._was_ready = is_ready
            on_update(self._update(repetitions))

    def _update(self, repetitions: tuple[Repetition, ...] = ()) -> WornUpdate:
        counter = self._counter
        is_ready = counter is not None and counter.is_ready
        return WornUpdate(self._link, self._posture, repetitions, is_ready, self._fault)
