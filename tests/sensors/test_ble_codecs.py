"""Every codec end to end: virtual sensor, fake BlueZ, unmodified Bleak, blocks."""

import asyncio
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from sensors.devices.registry import DRIVERS
from sensors.notifications import NotificationReader
from sensors.source import Battery, RawNotification, SourceItem
from tests.radio.bluez import FakeBluez
from tests.radio.bus import PrivateBus, is_installed
from tests.radio.virtual import VirtualSensor
from tests.sensors.ble_walks import (
    joined,
    movement,
    n_samples,
    play_when_connected,
    source_of,
    virtual,
)

N = 96
ACC_TOLERANCE_MPS2 = 0.003  # half a count of 16 g in 16 bits is 0.0024
GYR_TOLERANCE_RADPS = 0.0006  # half a count of 2000 degrees/s in 16 bits is 0.00053
MODELS = [
    ("dot", 60.0, {}),
    ("witmotion", 100.0, {}),
    ("witmotion", 200.0, {}),
    ("movesense", 104.0, {}),
    ("movesense", 52.0, {}),
    ("metamotion", 100.0, {}),
    ("metamotion", 200.0, {"chip": "BMI270"}),
    ("open", 100.0, {}),
    ("text", 100.0, {}),
]


@dataclass(frozen=True, slots=True)
class Heard:
    """A short walk heard from a virtual sensor, and how that was left behind."""

    items: list[SourceItem]
    sensor: VirtualSensor
    rate_hz: float


async def hear(make: str, rate_hz: float, options: dict[str, Any], address: str) -> Heard:
    bluez = FakeBluez()
    await bluez.start(address)
    sensor = virtual(make, rate_hz, N, speed=8.0, **options)
    async with source_of(bluez, sensor, rate_hz=rate_hz) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) >= N - 8)
    await bluez.stop()
    return Heard(items, sensor, rate_hz)


@pytest.fixture(
    scope="module", params=MODELS, ids=[f"{make}-{rate_hz:.0f}" for make, rate_hz, _ in MODELS]
)
def heard(request: pytest.FixtureRequest) -> Heard:
    if not is_installed():
        pytest.skip("no dbus-daemon on this machine (Debian: apt install dbus)")
    with PrivateBus() as private:
        make, rate_hz, options = request.param
        return asyncio.run(hear(make, rate_hz, options, private.address))


def test_what_is_fed_to_a_sensor_comes_out_of_its_source(heard: Heard) -> None:
    came = joined(heard.items)
    n = len(came.t_s)
    acc, gyr = movement(N, heard.rate_hz)
    np.testing.assert_allclose(came.acc_mps2, acc[:n], atol=ACC_TOLERANCE_MPS2)
    np.testing.assert_allclose(came.gyr_radps, gyr[:n], atol=GYR_TOLERANCE_RADPS)


def test_a_closed_source_leaves_its_sensor_stopped_and_alone(heard: Heard) -> None:
    assert not heard.sensor.peripheral.is_connected
    assert not heard.sensor.is_streaming or heard.sensor.make.stops is None


def test_notifications_are_handed_on_as_they_came(heard: Heard) -> None:
    came = [
        item.payload
        for item in heard.items
        if isinstance(item, RawNotification) and item.char == heard.sensor.make.data
    ]
    motion = [payload for payload in came if payload not in heard.sensor.replies]
    sent = [each.payload for each in heard.sensor.notifications]
    assert len(motion) > 10
    assert motion == sent[: len(motion)]


def test_answers_come_between_them_as_they_were_given(heard: Heard) -> None:
    came = [item.payload for item in heard.items if isinstance(item, RawNotification)]
    answers = [payload for payload in came if payload in heard.sensor.replies]
    assert answers == heard.sensor.replies[: len(answers)]
    assert bool(answers) == bool(heard.sensor.replies)


def test_reading_the_notifications_again_gives_the_same_samples(heard: Heard) -> None:
    driver = next(each for each in DRIVERS if each.model == heard.sensor.make.model)
    raw = [item for item in heard.items if isinstance(item, RawNotification)]
    again = joined(NotificationReader(driver, heard.rate_hz).push(raw))
    for column, column_again in zip(joined(heard.items), again, strict=True):
        np.testing.assert_array_equal(column, column_again)


@pytest.mark.parametrize(
    ("make", "rate_hz", "level"),
    [
        ("dot", 60.0, 0.8),
        ("witmotion", 100.0, 0.6),
        ("movesense", 104.0, 0.8),
        ("metamotion", 100.0, 0.8),
        ("open", 100.0, 0.8),
    ],
)
async def test_the_battery_level_is_told_once(
    bluez: FakeBluez, make: str, rate_hz: float, level: float
) -> None:
    sensor = virtual(make, rate_hz, 200, speed=8.0)
    async with source_of(bluez, sensor, rate_hz=rate_hz) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) > 150)
    assert [item for item in items if isinstance(item, Battery)] == [Battery(level)]


@pytest.mark.parametrize(
    ("make", "serial"),
    [
        ("dot", "D422CD00ABCD1234"),
        ("metamotion", "0123AB"),
        ("open", "A1B2C3"),
        ("witmotion", None),
    ],
)
async def test_a_sensor_is_remembered_by_its_serial(
    bluez: FakeBluez, make: str, serial: str | None
) -> None:
    rate_hz = {"dot": 60.0}.get(make, 100.0)
    sensor = virtual(make, rate_hz, N, speed=8.0)
    async with source_of(bluez, sensor) as source:
        await play_when_connected(source, sensor, lambda items: n_samples(items) > 0)
        remembered = source.remembered
    assert remembered is not None
    assert remembered.serial == serial
