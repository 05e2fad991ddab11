"""pytest fixtures: a private D-Bus, and on it a fake BlueZ.

A `conftest.py` that wants them imports them by name.
"""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.radio import bus
from tests.radio.bluez import FakeBluez


@pytest.fixture
def dbus_daemon() -> None:
    """Skip where there is no D-Bus to start."""
    if not bus.is_installed():
        pytest.skip("no dbus-daemon on this machine (Debian: apt install dbus)")


@pytest.fixture
def private_bus(dbus_daemon: None) -> Iterator[bus.PrivateBus]:
    """A D-Bus of the test's own, taken by Bleak for the system's."""
    with bus.PrivateBus() as private:
        yield private


@pytest_asyncio.fixture
async def bluez(private_bus: bus.PrivateBus) -> AsyncIterator[FakeBluez]:
    """A fake BlueZ with a powered adapter and an empty air."""
    fake = FakeBluez()
    await fake.start(private_bus.address)
    yield fake
    await fake.stop()
