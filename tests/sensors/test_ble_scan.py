"""What is heard, and which of it is the wanted sensor."""

import asyncio
from contextlib import aclosing
from functools import partial

import pytest
from bleak import BleakClient, BleakScanner

from sensors.ble_scan import FoundSensor, Radio, plain_name
from sensors.devices.xsens_dot import XSENS_DOT
from sensors.errors import LinkError, SensorFault
from tests.radio import faults
from tests.radio.bluez import FakeBluez
from tests.radio.bus import PrivateBus
from tests.radio.peripheral import Peripheral
from tests.sensors.ble_walks import virtual

QUICK_RADIO = partial(Radio, twin_wait_s=0.1, busy_pauses_s=(0.0, 0.0))
ADDRESS = "D4:22:CD:00:00:01"


def dot(address: str = ADDRESS) -> Peripheral:
    return virtual("dot", 60.0, 2, address=address).peripheral


async def first_heard(radio: Radio) -> FoundSensor:
    async with asyncio.timeout(3), aclosing(radio.scan()) as heard:
        async for sensor in heard:
            return sensor
    raise AssertionError("nothing heard")


@pytest.mark.parametrize(
    ("advertised", "shown"),
    [
        ("Movella DOT", "Movella DOT"),
        (None, ""),
        ("a\nb\tc\x1b[31m\x00", "a b c[31m"),
        ("\u202eTOD\u2066 \u200f\u200bx", "TOD x"),
        ("x" * 300, "x" * 40),
        ("  \u2028 \u2029 ", ""),
        ("A\u0308iti", "Äiti"),
        ("\ud800", ""),
        ("a" + 9 * "\u0335\u200b" + "b", "a" + 3 * "\u0335" + "b"),
    ],
    ids=[
        *("plain", "none", "control", "direction", "long", "separators", "composed", "surrogate"),
        "piled",
    ],
)
def test_a_name_becomes_plain_text(advertised: str | None, shown: str) -> None:
    assert plain_name(advertised) == shown


async def test_a_sensor_is_heard_with_name_signal_and_model(bluez: FakeBluez) -> None:
    peripheral = bluez.add(dot())
    peripheral.rssi_dbm = -63
    sensor = await first_heard(Radio())
    assert (sensor.name, sensor.address, sensor.signal_dbm) == ("Movella DOT", ADDRESS, -63)
    assert sensor.driver is XSENS_DOT


async def test_a_renamed_sensor_is_recognised_by_its_maker(bluez: FakeBluez) -> None:
    peripheral = bluez.add(dot())
    peripheral.name = "My left leg"
    assert (await first_heard(Radio())).driver is XSENS_DOT


async def test_an_unknown_device_has_no_driver(bluez: FakeBluez) -> None:
    bluez.add(Peripheral(ADDRESS, "Kettle", []))
    assert (await first_heard(Radio())).driver is None


async def test_a_nameless_device_has_an_empty_name(bluez: FakeBluez) -> None:
    bluez.add(Peripheral(ADDRESS, None, []))
    assert (await first_heard(Radio())).name == ""


async def test_closing_a_scan_stops_it(bluez: FakeBluez) -> None:
    bluez.add(dot())
    await first_heard(Radio())
    assert not bluez.scanners


async def test_a_connect_ends_a_scan(bluez: FakeBluez) -> None:
    radio = Radio()

    async def listen() -> None:
        async with aclosing(radio.scan()) as heard:
            async for _ in heard:
                pass

    listening = asyncio.create_task(listen())
    while not bluez.scanners:
        await asyncio.sleep(0)
    async with radio.connecting():
        assert not bluez.scanners
    await asyncio.wait_for(listening, 3)


async def test_two_may_listen_at_once(bluez: FakeBluez) -> None:
    bluez.add(dot())
    other = "D4:22:CD:00:00:02"
    bluez.add(dot(other))
    radio = QUICK_RADIO()
    found = await asyncio.gather(radio.find("", ADDRESS), radio.find("", other))
    assert [each.address for each in found] == [ADDRESS, other]
    assert not bluez.scanners


async def test_a_search_goes_on_after_somebody_elses_connect(bluez: FakeBluez) -> None:
    radio = QUICK_RADIO()
    searching = asyncio.create_task(radio.find("Movella DOT", timeout_s=3))
    while not bluez.scanners:
        await asyncio.sleep(0)
    async with radio.connecting():
        bluez.add(dot())
    assert (await searching).address == ADDRESS


async def test_a_busy_bluez_is_asked_again(bluez: FakeBluez) -> None:
    bluez.add(dot())
    bluez.scan_errors = [faults.in_progress()]
    assert (await first_heard(Radio())).name == "Movella DOT"


async def test_a_sensor_is_found_by_its_name(bluez: FakeBluez) -> None:
    bluez.add(dot())
    assert (await QUICK_RADIO().find("Movella DOT", timeout_s=3)).address == ADDRESS


async def test_an_address_chooses_between_two_of_one_name(bluez: FakeBluez) -> None:
    other = "D4:22:CD:00:00:02"
    bluez.add(dot())
    bluez.add(dot(other))
    assert (await QUICK_RADIO().find("Movella DOT", other.lower(), timeout_s=3)).address == other


async def test_two_of_one_name_are_refused(bluez: FakeBluez) -> None:
    bluez.add(dot())
    bluez.add(dot("D4:22:CD:00:00:02"))
    with pytest.raises(LinkError) as caught:
        await QUICK_RADIO().find("Movella DOT", timeout_s=3)
    assert caught.value.fault is SensorFault.SAME_NAME_TWICE
    assert "D4:22:CD:00:00:02" in str(caught.value.details["addresses"])


async def test_another_address_with_the_name_is_found(bluez: FakeBluez) -> None:
    bluez.add(dot())
    found = await QUICK_RADIO().find(
        "Movella DOT", "6E400001-0000-0000-0000-000000000000", timeout_s=3
    )
    assert found.address == ADDRESS


async def test_the_name_alone_is_not_enough_where_it_must_be_there(bluez: FakeBluez) -> None:
    bluez.add(dot())
    with pytest.raises(LinkError) as caught:
        await QUICK_RADIO().find(
            "Movella DOT", "D4:22:CD:00:00:02", is_only_there=True, timeout_s=0.3
        )
    assert caught.value.fault is SensorFault.SENSOR_NOT_FOUND


async def test_a_scan_goes_on_after_the_adapter_was_off_and_on(bluez: FakeBluez) -> None:
    bluez.add(dot())
    radio = Radio(silence_s=0.2)
    async with asyncio.timeout(5), aclosing(radio.scan()) as heard:
        await anext(heard)
        bluez.set_powered(False)
        bluez.set_powered(True)
        assert not bluez.scanners
        while not bluez.scanners:
            await anext(heard)


async def test_an_adapter_switched_off_while_it_is_listened_for_is_told(bluez: FakeBluez) -> None:
    bluez.add(dot())

    async def listen(radio: Radio) -> None:
        async with asyncio.timeout(5), aclosing(radio.scan()) as heard:
            async for _ in heard:
                bluez.set_powered(False)

    with pytest.raises(LinkError) as caught:
        await listen(Radio(silence_s=0.2, busy_pauses_s=()))
    assert caught.value.fault is SensorFault.ADAPTER_OFF


async def test_a_scan_where_nobody_speaks_stays_alive(bluez: FakeBluez) -> None:
    radio = Radio(silence_s=0.05)
    searching = asyncio.create_task(radio.find("Movella DOT", timeout_s=3))
    while bluez.calls.count("StartDiscovery") < 3:
        await asyncio.sleep(0)
    bluez.add(dot())
    assert (await searching).address == ADDRESS
    assert bluez.calls.count("StartDiscovery") == bluez.calls.count("StopDiscovery")


async def test_a_sensor_that_is_not_there_is_not_found(bluez: FakeBluez) -> None:
    with pytest.raises(LinkError) as caught:
        await QUICK_RADIO().find("Movella DOT", timeout_s=0.1)
    assert caught.value.fault is SensorFault.SENSOR_NOT_FOUND


@pytest.mark.parametrize("address", [ADDRESS, None], ids=["by address", "by name"])
async def test_a_sensor_still_connected_after_a_crash_is_found(
    bluez: FakeBluez, address: str | None
) -> None:
    bluez.add(dot())
    device = await BleakScanner.find_device_by_name("Movella DOT", timeout=3)
    assert device is not None
    async with BleakClient(device):
        found = await QUICK_RADIO().find("Movella DOT", address, timeout_s=0.2)
    assert (found.driver, found.signal_dbm) == (XSENS_DOT, None)


async def test_a_twin_of_a_sensor_still_connected_is_noticed(bluez: FakeBluez) -> None:
    bluez.add(dot())
    device = await BleakScanner.find_device_by_name("Movella DOT", timeout=3)
    assert device is not None
    bluez.add(dot("D4:22:CD:00:00:02"))
    async with BleakClient(device):
        with pytest.raises(LinkError) as caught:
            await QUICK_RADIO(twin_wait_s=0.5).find("Movella DOT", timeout_s=3)
    assert caught.value.fault is SensorFault.SAME_NAME_TWICE


async def test_an_adapter_that_is_off_is_told(bluez: FakeBluez) -> None:
    bluez.set_powered(False)
    assert await fault_of_scanning() is SensorFault.ADAPTER_OFF


async def test_no_adapter_is_told(private_bus: PrivateBus) -> None:
    fake = FakeBluez(has_adapter=False)
    await fake.start(private_bus.address)
    assert await fault_of_scanning() is SensorFault.NO_ADAPTER
    await fake.stop()


@pytest.mark.usefixtures("private_bus")
async def test_a_bus_without_bluez_is_told() -> None:
    assert await fault_of_scanning() is SensorFault.NO_BLUETOOTH_SERVICE


async def test_no_bus_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    assert await fault_of_scanning() is SensorFault.NO_BLUETOOTH_SERVICE


async def test_a_senseless_bus_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "nonsense")
    assert await fault_of_scanning() is SensorFault.NO_BLUETOOTH_SERVICE


@pytest.mark.usefixtures("dbus_daemon")
async def test_a_user_without_permission_is_told() -> None:
    with PrivateBus(deny_bluez=True) as private:
        fake = FakeBluez()
        await fake.start(private.address)
        assert await fault_of_scanning() is SensorFault.PERMISSION_DENIED
        await fake.stop()


async def test_a_bluez_that_stays_busy_is_told(bluez: FakeBluez) -> None:
    bluez.scan_errors = [faults.in_progress() for _ in range(3)]
    assert await fault_of_scanning() is SensorFault.BUSY


async def fault_of_scanning() -> SensorFault:
    with pytest.raises(LinkError) as caught:
        await first_heard(QUICK_RADIO())
    return caught.value.fault
