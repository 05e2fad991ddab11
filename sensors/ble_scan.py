"""Bluetooth sensors within reach: what is heard, and which of them is the wanted one."""

import asyncio
import unicodedata
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass

from bleak import BleakAdapter, BleakScanner
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData

from sensors.ble_faults import RADIO_ERRORS, as_link_errors
from sensors.devices.codec import Driver
from sensors.devices.registry import DRIVERS, driver_for
from sensors.errors import LinkError, SensorFault

_MAX_NAME_LENGTH = 40
_MAX_MARKS = 3
"""Most accents on one letter: scripts need no more, and a pile of them covers other lines."""


@dataclass(frozen=True, slots=True)
class FoundSensor:
    """A sensor that was heard.

    Attributes
    ----------
    name : str
        Its name as plain text of at most 40 characters; empty where it has none.
    address : str
        What this machine calls it; macOS makes up its own.
    signal_dbm : int or None
        Strength of the signal; None for one already connected to this machine.
    driver : Driver or None
        How to talk to it; None for a model nobody wrote a driver for.
    device : BLEDevice
        What Bleak connects to.
    """

    name: str
    address: str
    signal_dbm: int | None
    driver: Driver | None
    device: BLEDevice


def plain_name(name: str | None) -> str:
    """Return a name that cannot break a line, turn text round or fill a screen."""
    shown: list[str] = []
    n_marks = 0
    for each in unicodedata.normalize("NFC", name or ""):
        category = unicodedata.category(each)
        if category[0] == "C" and not each.isspace():
            continue
        is_mark = unicodedata.combining(each) != 0 or category == "Me"
        n_marks = n_marks + 1 if is_mark else 0
        if n_marks <= _MAX_MARKS:
            shown.append(" " if each.isspace() else each)
    return " ".join("".join(shown).split())[:_MAX_NAME_LENGTH].strip()


class Radio:
    """The Bluetooth of this machine: one scan at a time, one connect at a time, never both.

    Belongs to the event loop it is first used in; every source of that loop shares it.

    Parameters
    ----------
    twin_wait_s : float
        How long a name is listened for once more, should two sensors have it.
    busy_pauses_s : tuple of float
        Pauses between attempts to scan: BlueZ answers InProgress for a while when another
        program has just scanned.
    silence_s : float
        A scan that brings nothing for so long is begun anew: one that ended with the adapter or
        the Bluetooth service says nothing of it.
    """

    def __init__(
        self,
        *,
        twin_wait_s: float = 1.5,
        busy_pauses_s: tuple[float, ...] = (0.3, 1.0, 2.0),
        silence_s: float = 8.0,
    ) -> None:
        self._twin_wait_s = twin_wait_s
        self._busy_pauses_s = busy_pauses_s
        self._silence_s = silence_s
        self._heard_s = 0.0  # when a scan began or brought something last
        self._lock = asyncio.Lock()
        self._listeners: set[asyncio.Queue[FoundSensor | None]] = set()
        self._scanner: BleakScanner | None = None

    async def scan(self) -> AsyncGenerator[FoundSensor, None]:
        """Yield every sensor heard, again whenever it is heard again, until closed.

        Ends by itself when a connect begins. Close it (`contextlib.aclosing`) to stop listening.
        Several may listen at once.

        Raises
        ------
        LinkError
            No adapter, adapter off, no permission, no Bluetooth service, or busy.
        """
        heard: asyncio.Queue[FoundSensor | None] = asyncio.Queue()
        async with self._lock:
            if self._scanner is None:
                await self._begin_scan()
            self._listeners.add(heard)
        try:
            while (sensor := await self._next(heard)) is not None:
                yield sensor
        finally:
            self._listeners.discard(heard)
            if not self._listeners and self._scanner is not None:
                async with self._lock:
                    if not self._listeners:
                        await self._stop_scan()

    async def find(
        self,
        name: str,
        address: str | None = None,
        *,
        is_only_there: bool = False,
        timeout_s: float = 10.0,
    ) -> FoundSensor:
        """Return the sensor of that address, or else the only one of that name.

        With `is_only_there` the name alone is not enough.

        Raises
        ------
        LinkError
            As `scan`; nothing of that name or address was heard, or two of one name.
        """
        wanted_name = plain_name(name)
        named: dict[str, FoundSensor] = {}

        def is_new_of_that_name(sensor: FoundSensor) -> bool:
            is_named = wanted_name == sensor.name != "" and not is_only_there
            return is_named and sensor.address not in named

        for sensor in await self.connected():
            if _is_at(sensor, address):
                return sensor
            if is_new_of_that_name(sensor):  # held by a program that ended without letting go
                named[sensor.address] = sensor
                timeout_s = min(timeout_s, self._twin_wait_s)
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s) as limit, aclosing(self._scan_on()) as heard:
                async for sensor in heard:
                    if _is_at(sensor, address):
                        return sensor
                    if is_new_of_that_name(sensor):
                        named[sensor.address] = sensor
                        soon = asyncio.get_running_loop().time() + self._twin_wait_s
                        limit.reschedule(min(limit.when() or soon, soon))
        return _the_only(wanted_name, named.values())

    async def connected(self) -> tuple[FoundSensor, ...]:
        """Sensors already connected to this machine, as after a crash; none where unknown."""
        sensors = []
        with as_link_errors(), suppress(NotImplementedError):
            adapter = await BleakAdapter.get()
            for driver in DRIVERS:
                for device in await adapter.get_connected_devices([driver.service]):
                    name = plain_name(device.name)
                    if driver.is_service_own or driver.recognises(name, frozenset(), frozenset()):
                        sensors.append(FoundSensor(name, device.address, None, driver, device))
        return tuple(sensors)

    @asynccontextmanager
    async def connecting(self) -> AsyncIterator[None]:
        """Hold the radio for one connect: a scan that runs ends first."""
        async with self._lock:
            await self._stop_scan()
            yield

    async def _next(self, heard: "asyncio.Queue[FoundSensor | None]") -> FoundSensor | None:
        """What is heard next; a scan that has gone silent is begun anew meanwhile."""
        while True:
            try:
                async with asyncio.timeout(self._silence_s):
                    return await heard.get()
            except TimeoutError:
                await self._renew_scan()

    async def _renew_scan(self) -> None:
        async with self._lock:
            is_silent = asyncio.get_running_loop().time() - self._heard_s >= self._silence_s
            if is_silent and self._listeners:
                await self._end_scanner()
                await self._begin_scan()

    async def _begin_scan(self) -> None:
        self._scanner = await self._started_scanner()
        self._heard_s = asyncio.get_running_loop().time()

    async def _started_scanner(self) -> BleakScanner:
        for pause_s in self._busy_pauses_s:
            try:
                return await _started_scanner(self._tell)
            except LinkError as error:
                if error.fault is not SensorFault.BUSY:
                    raise
            await asyncio.sleep(pause_s)
        return await _started_scanner(self._tell)

    async def _scan_on(self) -> AsyncGenerator[FoundSensor, None]:
        """As `scan`, and on again after each connect of somebody else."""
        while True:
            async with aclosing(self.scan()) as heard:
                async for sensor in heard:
                    yield sensor

    def _tell(self, device: BLEDevice, heard_of: AdvertisementData) -> None:
        self._heard_s = asyncio.get_running_loop().time()
        sensor = _found(device, heard_of)
        for listener in self._listeners:
            listener.put_nowait(sensor)

    async def _stop_scan(self) -> None:
        for listener in self._listeners:
            listener.put_nowait(None)
        self._listeners.clear()
        await self._end_scanner()

    async def _end_scanner(self) -> None:
        scanner, self._scanner = self._scanner, None
        if scanner is not None:
            with suppress(*RADIO_ERRORS):  # the adapter or the bus is gone, and the scan with it
                await scanner.stop()


async def _started_scanner(
    on_heard: Callable[[BLEDevice, AdvertisementData], None],
) -> BleakScanner:
    with as_link_errors():
        scanner = BleakScanner(on_heard)
        await scanner.start()
        return scanner


def _found(device: BLEDevice, heard: AdvertisementData) -> FoundSensor:
    name = plain_name(heard.local_name or device.name)
    driver = driver_for(
        name, frozenset(heard.manufacturer_data), frozenset(map(str.lower, heard.service_uuids))
    )
    return FoundSensor(name, device.address, heard.rssi, driver, device)


def _is_at(sensor: FoundSensor, address: str | None) -> bool:
    return address is not None and sensor.address.lower() == address.lower()


def _the_only(name: str, sensors: Iterable[FoundSensor]) -> FoundSensor:
    matching = tuple(sensors)
    if not matching:
        raise LinkError(SensorFault.SENSOR_NOT_FOUND, sensor=name)
    if len(matching) > 1:
        addresses = ", ".join(each.address for each in matching)
        raise LinkError(SensorFault.SAME_NAME_TWICE, sensor=name, addresses=addresses)
    return matching[0]
