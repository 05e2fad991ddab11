"""Unmodified Bleak sees in the fake what it would see in BlueZ."""

import asyncio

import pytest
from bleak import BleakClient, BleakScanner
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.device import BLEDevice
from bleak.exc import BleakDBusError, BleakError, BleakGATTProtocolError

from sensors.ble_faults import fault_of
from sensors.errors import SensorFault
from tests.radio import faults
from tests.radio.bluez import FakeBluez
from tests.radio.bus import PrivateBus
from tests.radio.peripheral import Characteristic, Peripheral, Service

SERVICE = "15172000-4947-11e9-8646-d663bd873d93"
CONTROL = "15172001-4947-11e9-8646-d663bd873d93"
DATA = "15172003-4947-11e9-8646-d663bd873d93"


def sensor(address: str = "D4:22:CD:00:00:01") -> Peripheral:
    control = Characteristic(CONTROL, ("read", "write"), value=b"\x01")
    data = Characteristic(DATA, ("notify",))
    return Peripheral(address, "Thigh", [Service(SERVICE, [control, data])])


async def found(name: str = "Thigh") -> BLEDevice:
    device = await BleakScanner.find_device_by_name(name, timeout=3)
    assert device is not None
    return device


async def until(is_true: asyncio.Event) -> None:
    await asyncio.wait_for(is_true.wait(), 3)


async def test_notifications_arrive_whole_and_in_order(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    received: list[bytes] = []
    everything = asyncio.Event()

    def receive(_: BleakGATTCharacteristic, payload: bytearray) -> None:
        received.append(bytes(payload))
        if len(received) == 300:
            everything.set()

    async with BleakClient(await found()) as client:
        await client.start_notify(DATA, receive)
        for number in range(300):
            peripheral.notify(DATA, number.to_bytes(2, "little"))
        await until(everything)
    assert received == [number.to_bytes(2, "little") for number in range(300)]


async def test_acquired_notifications_arrive(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    received = asyncio.Event()
    async with BleakClient(await found()) as client:
        await client.start_notify(
            DATA, lambda *_: received.set(), bluez={"use_start_notify": False}
        )
        peripheral.notify(DATA, b"\x01")
        await until(received)
    assert "AcquireNotify" in bluez.calls


async def test_nobody_listening_means_nothing_sent(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    async with BleakClient(await found()):
        assert not peripheral.notify(DATA, b"\x01")


async def test_a_write_reaches_the_sensor(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    written: list[bytes] = []
    peripheral.characteristic(CONTROL).on_write = written.append
    async with BleakClient(await found()) as client:
        await client.write_gatt_char(CONTROL, b"\x01\x01\x15", response=True)
    assert written == [b"\x01\x01\x15"]


async def test_a_lost_link_is_told_and_the_sensor_can_be_reached_again(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    lost = asyncio.Event()
    client = BleakClient(await found(), disconnected_callback=lambda _: lost.set())
    await client.connect()
    peripheral.drop_link()
    await until(lost)
    await client.disconnect()
    await client.connect()
    assert bytes(await client.read_gatt_char(CONTROL)) == b"\x01"
    await client.disconnect()


async def test_losing_the_link_ends_every_subscription(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    async with BleakClient(await found()) as client:
        await client.start_notify(DATA, lambda *_: None)
        peripheral.drop_link()
        assert not peripheral.characteristic(DATA).is_notifying


async def test_the_sensor_is_told_when_its_listener_leaves(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    gone = asyncio.Event()
    client = BleakClient(await found())
    await client.connect()
    await client.start_notify(DATA, lambda *_: None)
    peripheral.characteristic(DATA).on_subscribe = lambda on: None if on else gone.set()
    await client.disconnect()
    await until(gone)
    assert not peripheral.characteristic(DATA).is_notifying


async def test_an_adapter_switched_off_ends_the_connection(bluez: FakeBluez) -> None:
    bluez.add(sensor())
    lost = asyncio.Event()
    client = BleakClient(await found(), disconnected_callback=lambda _: lost.set())
    await client.connect()
    bluez.set_powered(False)
    await until(lost)
    await client.disconnect()
    # BlueZ tells of the link before it tells of the adapter: Bleak may not know yet, and ask
    with pytest.raises(BleakError) as caught:
        await BleakScanner.discover(timeout=0.01)
    assert fault_of(caught.value) is SensorFault.ADAPTER_OFF


async def test_a_bus_that_dies_is_told_as_a_lost_link(
    private_bus: PrivateBus, bluez: FakeBluez
) -> None:
    bluez.add(sensor())
    lost = asyncio.Event()
    client = BleakClient(await found(), disconnected_callback=lambda _: lost.set())
    await client.connect()
    private_bus.kill()
    await until(lost)
    await client.disconnect()
    assert not client.is_connected


async def test_a_programmed_connect_error_comes_once(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    peripheral.connect_errors = [faults.in_progress()]
    client = BleakClient(await found())
    with pytest.raises(BleakDBusError, match="InProgress"):
        await client.connect()
    await client.connect()
    assert peripheral.is_connected
    await client.disconnect()


async def test_a_link_lost_during_discovery_fails_the_connect(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    peripheral.on_connection = lambda connected: peripheral.drop_link() if connected else None
    with pytest.raises(BleakError, match="disconnected"):
        await BleakClient(await found()).connect()


async def test_an_att_error_keeps_its_code(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    peripheral.characteristic(CONTROL).errors = [faults.att_error(0x80)]
    async with BleakClient(await found()) as client:
        with pytest.raises(BleakGATTProtocolError) as caught:
            await client.write_gatt_char(CONTROL, b"\x01", response=True)
    assert caught.value.code == 0x80


async def test_a_forgotten_device_is_found_and_discovered_anew(bluez: FakeBluez) -> None:
    peripheral = bluez.add(sensor())
    async with BleakClient(await found()):
        pass
    bluez.remove(peripheral)
    async with BleakClient(await found()) as client:
        assert client.services.get_characteristic(DATA) is not None


@pytest.mark.usefixtures("dbus_daemon")
async def test_a_user_without_permission_is_denied() -> None:
    with PrivateBus(deny_bluez=True) as private:
        fake = FakeBluez()
        await fake.start(private.address)
        with pytest.raises(BleakDBusError, match="AccessDenied"):
            await BleakScanner.discover(timeout=0.01)
        await fake.stop()
