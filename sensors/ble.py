"""A Bluetooth sensor as a source of samples: connect, stream, lose, find again, let go."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, suppress
from dataclasses import replace

from sensors.ble_inbox import Inbox
from sensors.ble_link import Link, open_link
from sensors.ble_scan import FoundSensor, Radio
from sensors.ble_settings import BleSettings, RememberedSensor
from sensors.ble_watch import StreamWatch
from sensors.devices.codec import Driver
from sensors.errors import LinkError, SensorFault
from sensors.link_quality import LinkQuality, QualityMeter
from sensors.notifications import NotificationReader
from sensors.samples import ImuBlock, Placement, Side, StreamInfo, StreamKind
from sensors.source import Battery, LinkChange, LinkState, SourceItem

_WORTH_ANOTHER_TRY = frozenset(
    {
        SensorFault.BUSY,
        SensorFault.CONNECT_FAILED,
        SensorFault.CONNECT_TIMEOUT,
        SensorFault.LINK_LOST,
        SensorFault.SENSOR_NOT_FOUND,
    }
)
"""What a second attempt may mend before there was any connection."""
_FINAL = frozenset(
    {
        SensorFault.SERVICE_MISSING,
        SensorFault.FINGERPRINT_CHANGED,
        SensorFault.ANOTHER_SENSOR,
        SensorFault.MODEL_UNKNOWN,
    }
)
"""What waiting does not mend, once there was a connection."""


class _ClosedError(Exception):
    """The source was closed while it waited."""


class BleSource:
    """One walk from one sensor, through any number of lost links.

    Iterating raises a `LinkError` when there is no going on, and lets go of the sensor however it
    ends.

    Parameters
    ----------
    radio : Radio
        Shared by all sources of the event loop in which everything here happens.
    sensor : FoundSensor
        As heard in a scan.
    rate_hz : float, optional
        One of the rates of its driver; the preferred one if None.
    remembered : RememberedSensor, optional
        What it must be: another serial or another fingerprint is refused.
    is_heard_elsewhere : bool
        The scan was of another event loop: the sensor is listened for again before connecting.
    clock : callable
        Seconds on a monotonic clock, read when a notification comes in.

    Raises
    ------
    LinkError
        `MODEL_UNKNOWN`: there is no driver for it.
    ValueError
        The model has no such rate.
    """

    def __init__(
        self,
        radio: Radio,
        sensor: FoundSensor,
        *,
        rate_hz: float | None = None,
        side: Side | None = None,
        placement: Placement | None = None,
        leg_length_m: float | None = None,
        height_m: float | None = None,
        remembered: RememberedSensor | None = None,
        settings: BleSettings | None = None,
        is_heard_elsewhere: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if sensor.driver is None:
            raise LinkError(SensorFault.MODEL_UNKNOWN, sensor=sensor.name)
        self._driver: Driver = sensor.driver
        rate_hz = self._driver.rate_hz if rate_hz is None else rate_hz
        if rate_hz not in self._driver.start:
            raise ValueError(f"rate_hz is {rate_hz}, expected one of {list(self._driver.start)}")
        self._info = StreamInfo(
            name=sensor.name,
            kind=StreamKind.RADIO,
            rate_hz=rate_hz,
            side=side,
            placement=placement,
            leg_length_m=leg_length_m,
            height_m=height_m,
        )
        self._radio = radio
        self._sensor = sensor
        self._expected = remembered
        self._fingerprint = None if remembered is None else remembered.fingerprint
        self._settings = settings or BleSettings()
        self._is_heard_elsewhere = is_heard_elsewhere
        self._clock = clock
        self._reader = NotificationReader(
            self._driver, rate_hz, measures_rate=self._settings.measures_rate
        )
        self._meter = QualityMeter(rate_hz)
        self._inbox = Inbox(clock, self._settings.max_notifications_hz)
        self._battery: Battery | None = None
        self._link: Link | None = None
        self._opening: asyncio.Task[None] | None = None
        self._tending: asyncio.Task[None] | None = None
        self._good_until_s: float | None = None
        self._closing = asyncio.Event()
        self._releasing = asyncio.Lock()

    @property
    def info(self) -> StreamInfo:
        """What is known of the stream; the rate is sure with the first block."""
        return replace(self._info, rate_hz=self._reader.rate_hz)

    @property
    def model(self) -> str:
        """Name of the sensor's model."""
        return self._driver.model

    @property
    def can_identify(self) -> bool:
        """Whether the sensor can blink."""
        return bool(self._driver.identify)

    @property
    def quality(self) -> LinkQuality:
        """Measured rate and loss."""
        return self._meter.quality()

    @property
    def remembered(self) -> RememberedSensor | None:
        """What to know this sensor by next time; None before it was connected."""
        if self._fingerprint is None:
            return None
        return RememberedSensor(
            self._sensor.name,
            self._sensor.address,
            self._driver.model,
            self._reader.identity.serial,
            self._fingerprint,
        )

    def __aiter__(self) -> AsyncIterator[SourceItem]:
        """Iterate over notifications, blocks and events; connects first."""
        return self._items()

    async def aclose(self) -> None:
        """Stop the sensor and let go of it; the iteration ends. Safe to call twice."""
        self._closing.set()
        self._inbox.wake()
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.wait({self._opening})
        await self._let_go()

    async def identify(self) -> None:
        """Let the sensor blink, where it can."""
        if (link := self._link) is not None:
            await link.run_if_possible(self._driver.identify)

    async def power_off(self) -> None:
        """End the stream and switch the sensor off, where it can be."""
        if (link := self._link) is not None:
            await link.run_if_possible((*self._driver.stop, *self._driver.power_off))
        await self.aclose()

    async def _items(self) -> AsyncGenerator[SourceItem, None]:
        try:
            yield self._change(LinkState.CONNECTING)
            await self._connect_first()
            n_bad_streams = 0
            while True:
                early = self._read()  # what the sensor says of itself, its rate for one
                yield self._change(LinkState.CONNECTED)
                for item in early:
                    yield item
                watch = StreamWatch(self._reader, self._clock, self._settings.silent_after_s)
                async with aclosing(self._stream(watch)) as stream:
                    async for item in stream:
                        yield item
                fault = self._why_ended(watch)
                n_bad_streams = n_bad_streams + 1 if not watch.was_good and watch.fault else 0
                if watch.was_good:
                    self._good_until_s = self._clock()
                if fault is SensorFault.FLOOD or (n_bad_streams > 1 and self._is_hopeless):
                    raise LinkError(fault, sensor=self._sensor.name)
                yield self._change(LinkState.LOST, fault)
                await self._let_go()
                async with aclosing(self._connect_again(fault)) as changes:
                    async for change in changes:
                        yield change
        except _ClosedError:
            pass
        finally:
            await self._let_go()
        yield self._change(LinkState.CLOSED)

    @property
    def _is_hopeless(self) -> bool:
        """Whether a stream was never good, or not for as long as a lost link is waited for."""
        good_s, patience_s = self._good_until_s, self._settings.give_up_after_s
        return good_s is None or self._clock() - good_s > patience_s

    async def _stream(self, watch: StreamWatch) -> AsyncGenerator[SourceItem, None]:
        """What the sensor says, until its link is lost or brings nothing good any more."""
        inbox, is_over = self._inbox, False
        while not is_over:
            await inbox.wait(watch.remaining_s())
            is_over = inbox.is_lost or inbox.is_flooded or self._closing.is_set()
            for item in self._read():
                yield item
            is_over = watch.has_failed() or is_over
        if self._closing.is_set():
            raise _ClosedError

    def _read(self) -> list[SourceItem]:
        """What came since the last look: first as it came, then what it says."""
        came = self._inbox.take()
        items: list[SourceItem] = [*came]
        for item in self._reader.push(came):
            if isinstance(item, ImuBlock):
                self._meter.push(item)
            elif isinstance(item, Battery):
                if item == self._battery:
                    continue
                self._battery = item
            items.append(item)
        self._check_serial()
        return items

    async def _connect_first(self) -> None:
        for pause_s in self._settings.first_pauses_s:
            try:
                await self._connect(is_listening_first=self._is_heard_elsewhere)
            except LinkError as error:
                if error.fault not in _WORTH_ANOTHER_TRY:
                    raise
            else:
                return
            await self._pause(pause_s)
        await self._connect(is_listening_first=self._is_heard_elsewhere)

    async def _connect_again(self, fault: SensorFault) -> AsyncGenerator[LinkChange, None]:
        """Try until the sensor is back; say so, and whenever the reason changes."""
        was_switched_off = fault is SensorFault.POWERED_OFF
        give_up_s = self._clock() + self._settings.give_up_after_s
        yield self._change(LinkState.RECONNECTING, fault)
        for n_tries, pause_s in enumerate(self._settings.pauses_s()):
            await self._pause(pause_s)
            try:
                await self._connect(is_listening_first=n_tries > 0)
            except LinkError as error:
                if error.fault in _FINAL:
                    raise
                if self._clock() > give_up_s:
                    final = SensorFault.POWERED_OFF if was_switched_off else SensorFault.LINK_LOST
                    raise LinkError(final, sensor=self._sensor.name) from error
                if error.fault is not fault:
                    fault = error.fault
                    yield self._change(LinkState.RECONNECTING, fault)
            else:
                return

    async def _connect(self, *, is_listening_first: bool = False) -> None:
        """Connect and start the stream, or raise; gives way at once when the source is closed."""
        if self._closing.is_set():
            raise _ClosedError
        self._opening = asyncio.create_task(self._open(is_listening_first))
        try:
            await asyncio.wait({self._opening})
        finally:
            opening, self._opening = self._opening, None
            if not opening.done():
                opening.cancel()
                await asyncio.wait({opening})
        error = None if opening.cancelled() else opening.exception()
        if self._closing.is_set():
            raise _ClosedError from error
        opening.result()

    async def _open(self, is_listening_first: bool) -> None:
        await self._let_go()
        self._reader.link_lost()
        if is_listening_first:
            self._sensor = await self._heard_again()
        settings = self._settings
        self._inbox = Inbox(self._clock, settings.max_notifications_hz)
        self._link = link = await open_link(
            self._radio,
            self._sensor,
            self._driver,
            self._inbox,
            timeout_s=settings.connect_timeout_s,
        )
        await link.run_if_possible(self._driver.identity)
        if self._fingerprint not in (None, link.fingerprint):
            self._read()  # it may be another sensor altogether
            raise LinkError(SensorFault.FINGERPRINT_CHANGED, sensor=self._sensor.name)
        self._fingerprint = link.fingerprint
        await link.run(self._driver.start[self._info.rate_hz])
        self._tending = asyncio.create_task(self._tend(link))

    async def _heard_again(self) -> FoundSensor:
        """The very sensor: another of its name may be worn by somebody else in the room."""
        found = await self._radio.find(
            self._sensor.name,
            self._sensor.address,
            is_only_there=True,
            timeout_s=self._settings.find_timeout_s,
        )
        if found.driver is not None and found.driver is not self._driver:
            raise LinkError(SensorFault.SENSOR_NOT_FOUND, sensor=self._sensor.name)
        return found

    async def _tend(self, link: Link) -> None:
        while True:
            await link.run_if_possible(self._driver.battery)
            await asyncio.sleep(self._settings.battery_every_s)

    async def _let_go(self) -> None:
        """Let go of the link, if there is one; whoever comes second waits for the first."""
        async with self._releasing:
            tending, self._tending = self._tending, None
            if tending is not None:
                tending.cancel()
                await asyncio.wait({tending})
            if self._link is not None:
                await self._link.close()  # once more by the next, if this one is cancelled
                self._link = None

    async def _pause(self, pause_s: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(pause_s):
                await self._closing.wait()

    def _change(self, state: LinkState, fault: SensorFault | None = None) -> LinkChange:
        return LinkChange(state, self._reader.last_s, fault)

    def _why_ended(self, watch: StreamWatch) -> SensorFault:
        if self._inbox.is_flooded:
            return SensorFault.FLOOD
        if self._reader.is_going_to_sleep:
            return SensorFault.POWERED_OFF
        return watch.fault or SensorFault.LINK_LOST

    def _check_serial(self) -> None:
        """Refuse another serial; where the address is new, the old serial has to be told."""
        if self._expected is None:
            return
        told, expected = self._reader.identity.serial, self._expected.serial
        is_there = self._expected.address.lower() == self._sensor.address.lower()
        if told == expected and (told is not None or is_there):
            return
        if not is_there:
            raise LinkError(SensorFault.ANOTHER_SENSOR, sensor=self._sensor.name)
        if told is not None and expected is not None:
            raise LinkError(SensorFault.FINGERPRINT_CHANGED, sensor=self._sensor.name)
