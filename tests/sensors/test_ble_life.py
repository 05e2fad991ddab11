"""How a source ends, what it remembers, and that it leaves nothing behind."""

import asyncio
import gc
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from sensors.ble import BleSource
from sensors.ble_scan import Radio
from sensors.ble_settings import RememberedSensor
from sensors.devices import xsens_dot
from sensors.errors import LinkError, SensorFault
from sensors.source import LinkChange, LinkState, RawNotification, SourceItem, WearerMark
from tests.radio import faults as faults_of_bluez
from tests.radio.bluez import FakeBluez
from tests.radio.bus import PrivateBus
from tests.radio.peripheral import Characteristic
from tests.radio.virtual import VirtualSensor
from tests.sensors.ble_walks import (
    QUICK,
    blocks,
    faults,
    n_samples,
    play_when_connected,
    source_of,
    states,
    virtual,
)

ADDRESS = "D4:22:CD:00:00:01"


def dot(n: int = 600, **options: float) -> VirtualSensor:
    return virtual("dot", 60.0, n, **options)


async def remembered_dot(bluez: FakeBluez) -> RememberedSensor:
    async with source_of(bluez, dot()) as source:
        await play_when_connected(source, dot(), lambda items: LinkState.CONNECTED in states(items))
        remembered = source.remembered
    assert remembered is not None
    return replace(remembered, serial="D422CD00ABCD1234")


async def failure(source: BleSource, sensor: VirtualSensor) -> LinkError:
    with pytest.raises(LinkError) as caught:
        await play_when_connected(source, sensor, lambda items: n_samples(items) > 10_000)
    return caught.value


async def test_closing_from_elsewhere_ends_the_iteration(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:
        closing: list[asyncio.Task[None]] = []

        def close_soon(items: list[SourceItem]) -> bool:
            if n_samples(items) >= 10 and not closing:
                closing.append(asyncio.create_task(source.aclose()))
            return False

        items = await play_when_connected(source, sensor, close_soon)
        await asyncio.gather(*closing)
    assert states(items)[-1] is LinkState.CLOSED
    assert not sensor.peripheral.is_connected


async def test_closing_while_it_connects_ends_it_at_once(bluez: FakeBluez) -> None:
    sensor = dot()
    sensor.peripheral.connect_delay_s = 30.0
    async with source_of(bluez, sensor) as source:
        walking = asyncio.create_task(
            play_when_connected(source, sensor, lambda items: n_samples(items) > 0)
        )
        while "Connect" not in bluez.calls:
            await asyncio.sleep(0)
        async with asyncio.timeout(2):
            await source.aclose()
            items = await walking
    assert states(items) == [LinkState.CONNECTING, LinkState.CLOSED]


async def test_closing_while_it_waits_for_its_sensor_ends_it_at_once(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:

        def lose_then_close(items: list[SourceItem]) -> bool:
            if n_samples(items) >= 5 and sensor.peripheral.is_connected:
                sensor.peripheral.is_advertising = False
                sensor.peripheral.drop_link()
                asyncio.get_running_loop().call_later(
                    0.1, lambda: closing.append(asyncio.create_task(source.aclose()))
                )
            return False

        closing: list[asyncio.Task[None]] = []
        async with asyncio.timeout(2):
            items = await play_when_connected(source, sensor, lose_then_close)
        await asyncio.gather(*closing)
    assert states(items)[-1] is LinkState.CLOSED


async def test_closing_twice_is_closing_once(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:
        await play_when_connected(source, sensor, lambda items: n_samples(items) > 0)
        await asyncio.gather(source.aclose(), source.aclose())
        assert not sensor.peripheral.is_connected


async def test_a_cancelled_walk_lets_go_of_its_sensor(bluez: FakeBluez) -> None:
    sensor = dot()
    streaming = asyncio.Event()
    async with source_of(bluez, sensor) as source:

        def tell(items: list[SourceItem]) -> bool:
            if n_samples(items) > 0:
                streaming.set()
            return False

        walking = asyncio.create_task(play_when_connected(source, sensor, tell))
        await asyncio.wait_for(streaming.wait(), 3)
        walking.cancel()
        await asyncio.gather(walking, return_exceptions=True)
        assert not sensor.peripheral.is_connected


async def test_a_source_lives_in_the_loop_of_a_worker_thread(bluez: FakeBluez) -> None:
    sensor = dot()
    bluez.add(sensor.peripheral)
    came: list[int] = []

    async def walk() -> None:
        radio = Radio()
        source = BleSource(radio, await radio.find("Movella DOT", ADDRESS, timeout_s=3))
        async for item in source:
            if item == LinkChange(LinkState.CONNECTED, None):
                began.set()
            came.append(n_samples([item]))
            if sum(came) >= 20:
                await source.aclose()

    began = threading.Event()
    walking = asyncio.create_task(asyncio.to_thread(asyncio.run, walk()))
    while not began.is_set():
        await asyncio.sleep(0.01)
    playing = sensor.play()
    await asyncio.wait_for(walking, 5)
    playing.cancel()
    assert sum(came) >= 20


async def test_a_remembered_sensor_is_taken_back(bluez: FakeBluez) -> None:
    remembered = await remembered_dot(bluez)
    sensor = dot()
    async with source_of(bluez, sensor, remembered=remembered) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) >= 20)
        assert source.remembered == remembered
    assert n_samples(items) >= 20


async def test_another_sensor_of_the_same_name_is_refused(bluez: FakeBluez) -> None:
    remembered = replace(await remembered_dot(bluez), serial="D422CD00ABCD9999")
    sensor = dot()
    async with source_of(bluez, sensor, remembered=remembered) as source:
        assert (await failure(source, sensor)).fault is SensorFault.FINGERPRINT_CHANGED


@pytest.mark.parametrize("serial", ["D422CD00ABCD9999", None], ids=["other", "none"])
async def test_a_name_alone_does_not_make_it_the_sensor_worn_last(
    bluez: FakeBluez, serial: str | None
) -> None:
    own = await remembered_dot(bluez)
    remembered = replace(own, address="D4:22:CD:00:00:0F", serial=serial)
    sensor = dot()
    async with source_of(bluez, sensor, remembered=remembered) as source:
        assert (await failure(source, sensor)).fault is SensorFault.ANOTHER_SENSOR


async def test_a_serial_that_is_not_told_makes_it_another_where_the_address_is_new(
    bluez: FakeBluez,
) -> None:
    remembered = replace(await remembered_dot(bluez), address="D4:22:CD:00:00:0F")
    sensor = dot()
    info = sensor.peripheral.characteristic(xsens_dot.DEVICE_INFO)
    info.errors = [faults_of_bluez.att_error(0x0E)]
    async with source_of(bluez, sensor, remembered=remembered) as source:
        assert (await failure(source, sensor)).fault is SensorFault.ANOTHER_SENSOR


async def test_a_walk_cancelled_twice_lets_go_of_its_sensor(bluez: FakeBluez) -> None:
    sensor = dot()
    streaming, stopping = asyncio.Event(), asyncio.Event()
    control = sensor.peripheral.characteristic(xsens_dot.MEASUREMENT_CONTROL)
    take = control.on_write
    assert take is not None

    async def hang_at_the_stop(written: bytes) -> None:
        take(written)
        if written.startswith(b"\x01\x00") and streaming.is_set():
            stopping.set()
            await asyncio.Event().wait()

    control.on_write = hang_at_the_stop
    async with source_of(bluez, sensor) as source:

        def tell(items: list[SourceItem]) -> bool:
            if n_samples(items) > 0:
                streaming.set()
            return False

        walking = asyncio.create_task(play_when_connected(source, sensor, tell))
        await asyncio.wait_for(streaming.wait(), 3)
        walking.cancel()
        await asyncio.wait_for(stopping.wait(), 3)
        walking.cancel()
        await asyncio.gather(walking, return_exceptions=True)
        assert not sensor.peripheral.is_connected


async def test_a_sensor_with_other_services_is_refused(bluez: FakeBluez) -> None:
    remembered = await remembered_dot(bluez)
    sensor = dot(address="D4:22:CD:00:00:07")  # type: ignore[arg-type]
    more = Characteristic("15172009-4947-11e9-8646-d663bd873d93", ("notify",))
    sensor.peripheral.services[1].characteristics.append(more)
    async with source_of(bluez, sensor, remembered=remembered) as source:
        assert (await failure(source, sensor)).fault is SensorFault.FINGERPRINT_CHANGED


async def test_the_button_of_the_sensor_marks_the_moment(bluez: FakeBluez) -> None:
    sensor = dot()
    pressed_s: list[float] = []

    def press(items: list[SourceItem]) -> bool:
        if n_samples(items) >= 20 and not pressed_s:
            pressed_s.append(float(blocks(items)[-1].t_s[-1]))
            sensor.peripheral.notify(xsens_dot.REPORT, b"\x05\x00\x00\x00\x00\x01")
        return any(isinstance(item, WearerMark) for item in items)

    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, press)
    mark = items[-1]
    assert isinstance(mark, WearerMark)
    assert pressed_s[0] <= mark.t_s == blocks(items)[-1].t_s[-1]


async def test_a_sensor_that_says_good_night_is_told_as_switched_off(bluez: FakeBluez) -> None:
    sensor = dot()

    def sleep(items: list[SourceItem]) -> bool:
        if n_samples(items) >= 10 and sensor.peripheral.is_connected:
            sensor.peripheral.notify(xsens_dot.REPORT, b"\x04")
            asyncio.get_running_loop().call_later(0.05, sensor.peripheral.drop_link)
        return LinkState.LOST in states(items)

    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, sleep)
    assert faults(items)[-1] is SensorFault.POWERED_OFF


async def connected(source: BleSource) -> AsyncIterator[SourceItem]:
    iterator = aiter(source)
    while await anext(iterator) != LinkChange(LinkState.CONNECTED, None):
        pass
    return iterator


async def test_the_sensor_blinks_when_asked(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:
        _iterator = await connected(source)
        await source.identify()
    blink = b"\x01\x01" + bytes(30)
    assert (xsens_dot.DEVICE_CONTROL, blink) in sensor.written


async def test_the_sensor_is_switched_off_when_asked(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:
        _iterator = await connected(source)
        await source.power_off()
    switch_off = b"\x02\x00\x01" + bytes(29)
    assert (xsens_dot.DEVICE_CONTROL, switch_off) in sensor.written


async def test_a_bluetooth_service_that_crashes_is_noticed(
    private_bus: PrivateBus, bluez: FakeBluez
) -> None:
    sensor = dot()
    stopping: list[asyncio.Task[None]] = []

    def crash(items: list[SourceItem]) -> bool:
        if n_samples(items) >= 10 and not stopping:
            stopping.append(asyncio.create_task(bluez.stop()))
        return LinkState.LOST in states(items)

    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, crash)
    await asyncio.gather(*stopping)
    assert faults(items)[-1] is SensorFault.SILENT


async def test_a_bus_that_dies_is_told(private_bus: PrivateBus, bluez: FakeBluez) -> None:
    sensor = dot()

    def kill(items: list[SourceItem]) -> bool:
        if n_samples(items) >= 10:
            private_bus.kill()
        return SensorFault.NO_BLUETOOTH_SERVICE in faults(items)

    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, kill)
    assert states(items)[-1] is LinkState.RECONNECTING


def n_open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


async def lose_again_and_again(bluez: FakeBluez, n_cycles: int) -> tuple[list[int], list[int]]:
    """Open files and living objects at each reconnect of one walk."""
    sensor = virtual("movesense", 104.0, 8)
    settings = replace(QUICK, battery_every_s=1e6, back_off_s=(0.0,))
    payload = sensor.notifications[0].payload
    n_files: list[int] = []
    n_objects: list[int] = []
    n_came = 0
    async with source_of(bluez, sensor, settings=settings) as source:
        async for item in source:
            n_came += isinstance(item, RawNotification) and item.payload == payload
            if not isinstance(item, LinkChange) or item.state is not LinkState.CONNECTED:
                continue
            assert n_came == len(n_files)  # nothing sent before a loss is missing
            gc.collect()
            n_files.append(n_open_files())
            n_objects.append(len(gc.get_objects()))
            if len(n_files) > n_cycles:
                break
            sensor.send(payload)
            sensor.peripheral.drop_link()
    return n_files, n_objects


def assert_nothing_leaks(n_files: list[int], n_objects: list[int]) -> None:
    settled = len(n_files) // 4
    assert max(n_files[settled:]) <= max(n_files[: settled + 1]) + 1
    early, late = n_objects[settled : 2 * settled], n_objects[-settled:]
    n_between = len(n_objects) - 2 * settled
    # lows, for objects come and go in waves of some 14 cycles
    assert (min(late) - min(early)) / n_between < 2.0  # objects a cycle
    assert threading.active_count() < 5


async def test_eighty_losses_leave_nothing_behind(bluez: FakeBluez) -> None:
    assert_nothing_leaks(*await lose_again_and_again(bluez, 80))


@pytest.mark.long
async def test_five_hundred_losses_leave_nothing_behind(bluez: FakeBluez) -> None:
    assert_nothing_leaks(*await lose_again_and_again(bluez, 500))
