"""Virtual sensors for window tests: a fake BlueZ on a thread of its own."""

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any

import pytest

from tests.radio.bluez import FakeBluez
from tests.radio.bus import PrivateBus
from tests.radio.fixtures import dbus_daemon, private_bus
from tests.radio.virtual import VirtualSensor
from tests.sensors.ble_walks import virtual
from ui.worker import WorkerLoop

__all__ = ["Air", "air", "dbus_daemon", "private_bus"]


class Air:
    """Sensors that walk as soon as somebody listens."""

    def __init__(self, address: str) -> None:
        self._worker = WorkerLoop("air")
        self.bluez = self._here(_started(address))

    def add(self, make: str, rate_hz: float, *, number: int = 1) -> VirtualSensor:
        """A sensor that is there from now on, and walks for a minute."""
        sensor: VirtualSensor = self._here(self._add(make, rate_hz, number))
        return sensor

    def do(self, what: Coroutine[Any, Any, None]) -> None:
        """Do something to a sensor on its own thread."""
        self._here(what)

    def close(self) -> None:
        """Empty the air."""
        self._here(self.bluez.stop())
        self._worker.stop()

    async def _add(self, make: str, rate_hz: float, number: int) -> VirtualSensor:
        address = f"D4:22:CD:00:00:{number:02X}"
        sensor = virtual(make, rate_hz, int(60 * rate_hz), address=address, number=number)
        self.bluez.add(sensor.peripheral)
        sensor.play()
        return sensor

    def _here(self, what: Coroutine[Any, Any, Any]) -> Any:
        done: list[Any] = []

        async def keep() -> None:
            done.append(await what)

        self._worker.submit(keep()).result(10)
        return done[0]


async def _started(address: str) -> FakeBluez:
    bluez = FakeBluez()
    await bluez.start(address)
    return bluez


async def set_advertising(sensor: VirtualSensor, *, is_on: bool) -> None:
    """Go out of reach, or come back."""
    sensor.peripheral.is_advertising = is_on
    if not is_on:
        sensor.peripheral.drop_link()
    await asyncio.sleep(0)


@pytest.fixture
def air(private_bus: PrivateBus) -> Iterator[Air]:
    """An empty air."""
    made = Air(private_bus.address)
    yield made
    made.close()
