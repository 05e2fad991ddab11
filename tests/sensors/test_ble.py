"""A source through everything that can happen to its link."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from sensors.ble import BleSource
from sensors.ble_scan import Radio
from sensors.devices import xsens_dot
from sensors.errors import LinkError, SensorFault
from sensors.samples import SampleFlag, Side, StreamKind
from sensors.source import LinkChange, LinkState, SourceItem
from tests.radio import faults
from tests.radio.bluez import FakeBluez
from tests.radio.peripheral import Peripheral
from tests.radio.virtual import VirtualSensor
from tests.sensors.ble_walks import (
    QUICK,
    joined,
    n_samples,
    play_when_connected,
    source_of,
    states,
    virtual,
)
from tests.sensors.ble_walks import faults as faults_told


def dot(n: int = 600, **options: float) -> VirtualSensor:
    return virtual("dot", 60.0, n, **options)


def once_at(
    n: int, act: Callable[[], None], *, n_enough: int
) -> Callable[[list[SourceItem]], bool]:
    """Whether there are enough samples; acts once when the first n have come."""
    has_acted = False

    def is_enough(items: list[SourceItem]) -> bool:
        nonlocal has_acted
        count = n_samples(items)
        if count >= n and not has_acted:
            has_acted = True
            act()
        return count >= n_enough

    return is_enough


async def failure(source: BleSource, sensor: VirtualSensor) -> LinkError:
    with pytest.raises(LinkError) as caught:
        await play_when_connected(source, sensor, lambda items: n_samples(items) > 10_000)
    return caught.value


async def test_the_stream_knows_what_it_is(bluez: FakeBluez) -> None:
    async with source_of(bluez, dot(), side=Side.LEFT) as source:
        info = source.info
    assert (info.name, info.kind, info.rate_hz) == ("Movella DOT", StreamKind.RADIO, 60.0)
    assert info.side is Side.LEFT


async def test_a_rate_the_model_lacks_is_refused(bluez: FakeBluez) -> None:
    with pytest.raises(ValueError, match="rate_hz is 61"):
        async with source_of(bluez, dot(), rate_hz=61.0):
            pass


async def test_an_unknown_model_is_refused(bluez: FakeBluez) -> None:
    bluez.add(Peripheral("D4:22:CD:00:00:09", "Kettle", []))
    radio = Radio()
    kettle = await radio.find("Kettle", timeout_s=3)
    with pytest.raises(LinkError) as caught:
        BleSource(radio, kettle)
    assert caught.value.fault is SensorFault.MODEL_UNKNOWN


async def test_it_listens_before_it_starts_the_stream(bluez: FakeBluez) -> None:
    sensor = dot()
    was_listening: list[bool] = []
    data = sensor.peripheral.characteristic(xsens_dot.MEDIUM_PAYLOAD)
    control = sensor.peripheral.characteristic(xsens_dot.MEASUREMENT_CONTROL)
    take = control.on_write
    assert take is not None

    def check(written: bytes) -> None:
        if written.startswith(b"\x01\x01"):
            was_listening.append(data.is_notifying)
        take(written)

    control.on_write = check
    async with source_of(bluez, sensor) as source:
        await play_when_connected(source, sensor, lambda items: n_samples(items) > 0)
    assert was_listening == [True]


async def test_times_increase_by_the_period_of_the_sensor(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) >= 30)
    np.testing.assert_allclose(np.diff(joined(items).t_s), 1 / 60, atol=2e-4)


async def test_a_lost_link_comes_back_into_the_same_walk(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(
            source, sensor, once_at(20, sensor.peripheral.drop_link, n_enough=50)
        )
    assert states(items) == [
        LinkState.CONNECTING,
        LinkState.CONNECTED,
        LinkState.LOST,
        LinkState.RECONNECTING,
        LinkState.CONNECTED,
    ]


async def lose_and_return(
    bluez: FakeBluez, sensor: VirtualSensor, *, away_s: float
) -> list[SourceItem]:
    """Items of a walk whose sensor is out of reach for a while after 20 samples."""

    def go_away() -> None:
        sensor.peripheral.is_advertising = False
        sensor.peripheral.drop_link()
        asyncio.get_running_loop().call_later(away_s, come_back)

    def come_back() -> None:
        sensor.peripheral.is_advertising = True

    async with source_of(bluez, sensor) as source:
        return await play_when_connected(source, sensor, once_at(20, go_away, n_enough=50))


async def test_the_gap_is_as_long_as_the_sensor_was_away(bluez: FakeBluez) -> None:
    sensor = dot(speed=1.0)
    items = await lose_and_return(bluez, sensor, away_s=0.5)
    steps_s = np.diff(joined(items).t_s)
    assert np.flatnonzero(steps_s > 0.1).tolist() == [int(steps_s.argmax())]
    assert 0.5 <= steps_s.max() < 3.0


async def test_the_first_sample_after_a_gap_is_flagged(bluez: FakeBluez) -> None:
    items = await lose_and_return(bluez, dot(), away_s=0.1)
    came = joined(items)
    flagged = np.flatnonzero(came.flags & SampleFlag.AFTER_GAP)
    assert flagged.tolist() == [int(np.diff(came.t_s).argmax()) + 1]


async def test_a_loss_says_after_which_sample(bluez: FakeBluez) -> None:
    items = await lose_and_return(bluez, dot(), away_s=0.0)
    lost = next(i for i, item in enumerate(items) if LinkState.LOST in states([item]))
    before = joined(items[:lost])
    assert items[lost] == LinkChange(LinkState.LOST, before.t_s[-1], SensorFault.LINK_LOST)


async def test_nothing_that_came_before_a_loss_is_missing(bluez: FakeBluez) -> None:
    sensor = dot()
    async with source_of(bluez, sensor) as source:
        iterator = aiter(source)
        while (await anext(iterator)) != LinkChange(LinkState.CONNECTED, None):
            pass
        for each in sensor.notifications[:200]:
            sensor.send(each.payload)
        sensor.peripheral.drop_link()
        items = []
        async for item in iterator:
            items.append(item)
            if isinstance(item, LinkChange):
                break
    assert n_samples(items) == 200


async def test_a_sensor_that_goes_silent_is_started_anew(bluez: FakeBluez) -> None:
    sensor = dot()
    settings = replace(QUICK, silent_after_s=0.15)

    def mute() -> None:
        sensor.is_muted = True
        asyncio.get_running_loop().call_later(0.4, unmute)

    def unmute() -> None:
        sensor.is_muted = False

    async with source_of(bluez, sensor, settings=settings) as source:
        items = await play_when_connected(source, sensor, once_at(20, mute, n_enough=40))
    assert SensorFault.SILENT in faults_told(items)


async def test_a_sensor_that_never_speaks_is_told(bluez: FakeBluez) -> None:
    sensor = dot()
    sensor.is_muted = True
    settings = replace(QUICK, silent_after_s=0.1)
    async with source_of(bluez, sensor, settings=settings) as source:
        assert (await failure(source, sensor)).fault is SensorFault.SILENT


async def test_a_walk_outlasts_a_sensor_that_stays_silent_for_long(bluez: FakeBluez) -> None:
    sensor = dot(3000)
    settings = replace(QUICK, silent_after_s=0.15, give_up_after_s=60.0)

    def mute() -> None:
        sensor.is_muted = True

    def goes_on(items: list[SourceItem]) -> bool:
        if faults_told(items).count(SensorFault.SILENT) == 8:  # four streams, two changes each
            sensor.is_muted = False
        return is_enough(items) and states(items)[-1] is LinkState.CONNECTED

    is_enough = once_at(30, mute, n_enough=60)
    async with source_of(bluez, sensor, settings=settings) as source:
        items = await play_when_connected(source, sensor, goes_on)
    assert n_samples(items) >= 60


async def test_a_walk_gives_up_a_sensor_that_stays_silent_too_long(bluez: FakeBluez) -> None:
    sensor = dot(3000)
    settings = replace(QUICK, silent_after_s=0.15, give_up_after_s=0.5)
    is_enough = once_at(30, lambda: setattr(sensor, "is_muted", True), n_enough=1000)
    async with source_of(bluez, sensor, settings=settings) as source:
        with pytest.raises(LinkError) as caught:
            await play_when_connected(source, sensor, is_enough)
    assert caught.value.fault is SensorFault.SILENT


async def test_a_twin_never_takes_the_place_of_a_lost_sensor(bluez: FakeBluez) -> None:
    sensor = virtual("witmotion", 100.0, 400)
    twin = virtual("witmotion", 100.0, 400, address="D4:22:CD:00:00:02")
    bluez.add(twin.peripheral)
    settings = replace(QUICK, connect_timeout_s=0.1, find_timeout_s=0.3, give_up_after_s=1.0)

    def go_away() -> None:
        sensor.peripheral.is_advertising = False
        sensor.peripheral.drop_link()

    async with source_of(bluez, sensor, settings=settings) as source:
        with pytest.raises(LinkError) as caught:
            await play_when_connected(source, sensor, once_at(5, go_away, n_enough=1000))
    assert caught.value.fault is SensorFault.LINK_LOST
    assert twin.written == []


async def test_a_sensor_that_sends_garbage_is_told(bluez: FakeBluez) -> None:
    sensor = dot(2000)
    sensor.mangle = lambda payload: payload[:7]
    async with source_of(bluez, sensor) as source:
        assert (await failure(source, sensor)).fault is SensorFault.GARBAGE


async def test_some_bad_packets_are_passed_over(bluez: FakeBluez) -> None:
    sensor = dot(speed=4.0)
    numbers = iter(range(10_000))
    sensor.mangle = lambda payload: payload[:3] if next(numbers) % 10 == 9 else payload
    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) >= 200)
    assert states(items) == [LinkState.CONNECTING, LinkState.CONNECTED]


async def test_a_flood_is_told(bluez: FakeBluez) -> None:
    sensor = dot(n=6000, speed=5000 / 60)
    settings = replace(QUICK, silent_after_s=5.0)

    def clock() -> float:
        return sensor.n_sent / 5000  # 5 kHz, however few a busy machine hears in a true second

    async with (
        asyncio.timeout(60),
        source_of(bluez, sensor, settings=settings, clock=clock) as source,
    ):
        assert (await failure(source, sensor)).fault is SensorFault.FLOOD


async def test_a_refused_start_is_told(bluez: FakeBluez) -> None:
    sensor = dot()
    control = sensor.peripheral.characteristic(xsens_dot.MEASUREMENT_CONTROL)
    control.errors = [faults.att_error(0x80)]
    async with source_of(bluez, sensor) as source:
        assert (await failure(source, sensor)).fault is SensorFault.COMMAND_REFUSED


async def test_a_missing_service_is_told(bluez: FakeBluez) -> None:
    sensor = dot()
    del sensor.peripheral.services[1]
    async with source_of(bluez, sensor) as source:
        error = await failure(source, sensor)
    assert error.fault is SensorFault.SERVICE_MISSING
    assert error.details["model"] == "Movella DOT"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (faults.in_progress, SensorFault.BUSY),
        (faults.refused_by_peer, SensorFault.CONNECTED_ELSEWHERE),
        (faults.aborted_by_peer, SensorFault.CONNECTED_ELSEWHERE),
        (faults.not_authorized, SensorFault.PERMISSION_DENIED),
        (faults.not_ready, SensorFault.ADAPTER_OFF),
    ],
)
async def test_a_connect_that_fails_says_why(
    bluez: FakeBluez, answer: type[faults.BluezError], told: SensorFault
) -> None:
    sensor = dot()
    sensor.peripheral.connect_errors = [answer() for _ in range(5)]  # type: ignore[call-arg]
    async with source_of(bluez, sensor) as source:
        assert (await failure(source, sensor)).fault is told


async def test_a_busy_bluez_is_tried_again(bluez: FakeBluez) -> None:
    sensor = dot()
    sensor.peripheral.connect_errors = [faults.in_progress()]
    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) > 0)
    assert n_samples(items) > 0


async def test_a_connect_that_hangs_times_out(bluez: FakeBluez) -> None:
    sensor = dot()
    sensor.peripheral.connect_delay_s = 30.0
    settings = replace(QUICK, connect_timeout_s=0.1, first_pauses_s=())
    async with source_of(bluez, sensor, settings=settings) as source:
        assert (await failure(source, sensor)).fault is SensorFault.CONNECT_TIMEOUT


async def test_an_adapter_switched_off_and_on_only_makes_a_gap(bluez: FakeBluez) -> None:
    sensor = dot()

    def switch_off() -> None:
        bluez.set_powered(False)
        asyncio.get_running_loop().call_later(0.3, bluez.set_powered, True)

    async with source_of(bluez, sensor) as source:
        items = await play_when_connected(source, sensor, once_at(20, switch_off, n_enough=40))
    assert SensorFault.ADAPTER_OFF in faults_told(items)
    assert states(items)[-1] is LinkState.CONNECTED


async def test_a_sensor_that_does_not_come_back_ends_the_walk(bluez: FakeBluez) -> None:
    sensor = dot()
    settings = replace(QUICK, give_up_after_s=0.2, connect_timeout_s=0.1, find_timeout_s=0.05)

    def go_away() -> None:
        sensor.peripheral.is_advertising = False
        sensor.peripheral.drop_link()

    async with source_of(bluez, sensor, settings=settings) as source:
        with pytest.raises(LinkError) as caught:
            await play_when_connected(source, sensor, once_at(5, go_away, n_enough=1000))
    assert caught.value.fault is SensorFault.LINK_LOST
