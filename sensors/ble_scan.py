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
    shown = "".join(
        " " if each.isspace() else each
        for each in unicodedata.normalize("NFC", name or "")
        if each.isspace() or unicodedata.category(each)[0] != "C"
    )
    return " ".join(shown.split())[:_MAX_NAME_LENGTH].strip()


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
    """

    def __init__(
        self, *, twin_wait_s: float = 1.5, busy_pauses_s: tuple[float, ...] = (0.3, 1.0, 2.0)
    ) -> None:
        self._twin_wait_s = twin_wait_s
        self._busy_pauses_s = busy_pauses_s
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
                self._scanner = await self._started_scanner(self._tell)
            self._listeners.add(heard)
        try:
            while (sensor := await heard.get()) is not None:
                yield sensor
        finally:
            self._listeners.discard(heard)
            if not self._listeners and self._scanner is not None:
                async with self._lock:
                    if not self._listeners:
                        await self._stop_scan()

    async def find(
        self, name: str, address: str | None = None, *, timeout_s: float = 10.0
    ) -> FoundSensor:
        """Return the sensor of that address, or else the only one of that name.

        Raises
        ------
        LinkError
            As `scan`; nothing of that name or address was heard, or two of one name.
        """
        wanted_name = plain_name(name)
        for sensor in await self.connected():
            if _is_at(sensor, address):
                return sensor
        named: dict[str, FoundSensor] = {}
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s) as limit, aclosing(self._scan_on()) as heard:
                async for sensor in heard:
                    if _is_at(sensor, address):
                        return sensor
                    if wanted_name == sensor.name != "" and sensor.address not in named:
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

    async def _started_scanner(
        self, on_heard: Callable[[BLEDevice, AdvertisementData], None]
    ) -> BleakScanner:
        for pause_s in self._busy_pauses_s:
            try:
                return await _started_scanner(on_heard)
            except LinkError as error:
                if error.fault is not SensorFault.BUSY:
                    raise
            await asyncio.sleep(pause_s)
        return await _started_scanner(on_heard)

    async def _scan_on(self) -> AsyncGenerator[FoundSensor, None]:
        """As `scan`, and on again after each connect of somebody else."""
        while True:
            async with aclosing(self.scan()) as heard:
                async for sensor in heard:
                    yield sensor

    def _tell(self, device: BLEDevice, heard_of: AdvertisementData) -> None:
        sensor = _found(device, heard_of)
        for listener in self._listeners:
            listener.put_nowait(sensor)

    async def _stop_scan(self) -> None:
        scanner, self._scanner = self._scanner, None
        for listener in self._listeners:
            listener.put_nowait(None)
        self._listeners.clear()
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
