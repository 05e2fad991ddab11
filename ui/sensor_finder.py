"""Finding and trying sensors on a worker loop, seen from the window; Bleak is imported there."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from sensors.ble_settings import BleSettings, RememberedSensor
from sensors.errors import SensorFault
from sensors.samples import ImuBlock
from sensors.source import Battery, LinkChange, LinkState
from ui.worker import WorkerLoop

if TYPE_CHECKING:
    from sensors.ble import BleSource
    from sensors.ble_scan import FoundSensor, Radio

_log = logging.getLogger(__name__)
_TOLD_EVERY_S = 0.5  # of samples


class Trial(NamedTuple):
    """How the connected sensor does.

    Attributes
    ----------
    link : LinkState
    fault : SensorFault or None
        Why the link is lost or not yet back.
    rate_hz : float or None
        Measured; None in the first second.
    battery : float or None
        0 to 1; None where the sensor does not tell.
    remembered : RememberedSensor or None
        What to know it by next time; None before it was connected.
    can_blink : bool
    """

    link: LinkState = LinkState.CONNECTING
    fault: SensorFault | None = None
    rate_hz: float | None = None
    battery: float | None = None
    remembered: RememberedSensor | None = None
    can_blink: bool = False


class SensorFinder(QObject):
    """One thing at a time: listen, or try one sensor."""

    heard = Signal(object)
    """With each `FoundSensor`, again whenever it is heard again."""
    tried = Signal(object)
    """With a `Trial` whenever there is something new."""
    failed = Signal(object)
    """With the error that ended listening or trying."""
    free = Signal()
    """Once every sensor was let go, where that was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: WorkerLoop | None = None
        # From here on all belongs to the worker.
        self._switching: asyncio.Lock | None = None
        self._task: asyncio.Task[None] | None = None
        self._radio: Radio | None = None
        self._source: BleSource | None = None

    def listen(self) -> None:
        """Tell of sensors until something else is asked for."""
        self._do(self._listen)

    def try_out(self, sensor: "FoundSensor", remembered: RememberedSensor | None = None) -> None:
        """Connect to a sensor and tell how it does, until something else is asked for."""
        self._do(partial(self._try_out, sensor, remembered))

    def let_go(self) -> None:
        """End what goes on, and tell when the sensor is free: a radio may take seconds for it."""
        self._do(self._be_free)

    def blink(self) -> None:
        """Let the sensor that is tried blink."""
        if self._worker is not None:
            self._worker.submit(self._blink())

    def close(self) -> None:
        """Let go of everything and end the thread; safe to call twice."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()
            self._switching = self._task = self._radio = None

    def _do(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self._worker is None:
            self._worker = WorkerLoop("finder")
        self._worker.submit(self._switch_to(what))

    async def _switch_to(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do this once what was done before has let go."""
        self._switching = self._switching or asyncio.Lock()
        async with self._switching:
            if self._task is not None:
                self._task.cancel()
                await asyncio.wait({self._task})
            self._task = asyncio.create_task(self._told(what))

    async def _told(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await what()
        except Exception as error:  # noqa: BLE001 - a thread's top; the window words it
            _log.info("finding a sensor failed", exc_info=True)
            self.failed.emit(error)

    async def _be_free(self) -> None:
        self.free.emit()

    async def _listen(self) -> None:
        radio = self._radio_here()
        for sensor in await radio.connected():
            self.heard.emit(sensor)
        async with aclosing(radio.scan()) as heard:
            async for sensor in heard:
                self.heard.emit(sensor)

    async def _try_out(self, sensor: "FoundSensor", remembered: RememberedSensor | None) -> None:
        from sensors.ble import BleSource

        settings = BleSettings(measures_rate=False)
        source = BleSource(self._radio_here(), sensor, remembered=remembered, settings=settings)
        trial, self._source = Trial(can_blink=source.can_identify), source
        told_s = 0.0
        try:
            async for item in source:
                match item:
                    case LinkChange():
                        trial = trial._replace(link=item.state, fault=item.fault, rate_hz=None)
                    case Battery():
                        trial = trial._replace(battery=item.level)
                    case ImuBlock() if item.t_s[-1] >= told_s:
                        told_s = float(item.t_s[-1]) + _TOLD_EVERY_S
                        trial = trial._replace(rate_hz=source.quality.rate_hz)
                    case _:
                        continue
                trial = trial._replace(remembered=source.remembered)
                self.tried.emit(trial)
        finally:
            self._source = None
            await source.aclose()

    async def _blink(self) -> None:
        if self._source is not None:
            await self._source.identify()

    def _radio_here(self) -> "Radio":
        from sensors.ble_scan import Radio

        self._radio = self._radio or Radio()
        return self._radio
