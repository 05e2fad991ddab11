"""Every codec end to end: virtual sensor, fake BlueZ, unmodified Bleak, blocks."""

from typing import Any

import numpy as np
import pytest

from sensors.source import Battery, RawNotification
from tests.radio.bluez import FakeBluez
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
of_every_model = pytest.mark.parametrize(
    ("make", "rate_hz", "options"),
    MODELS,
    ids=[f"{make}-{rate_hz:.0f}" for make, rate_hz, _ in MODELS],
)


@of_every_model
async def test_what_is_fed_to_a_sensor_comes_out_of_its_source(
    bluez: FakeBluez, make: str, rate_hz: float, options: dict[str, Any]
) -> None:
    sensor = virtual(make, rate_hz, N, speed=8.0, **options)
    async with source_of(bluez, sensor, rate_hz=rate_hz) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) >= N - 8)
    came = joined(items)
    n = len(came.t_s)
    acc, gyr = movement(N, rate_hz)
    np.testing.assert_allclose(came.acc_mps2, acc[:n], atol=ACC_TOLERANCE_MPS2)
    np.testing.assert_allclose(came.gyr_radps, gyr[:n], atol=GYR_TOLERANCE_RADPS)


@of_every_model
async def test_a_closed_source_leaves_its_sensor_stopped_and_alone(
    bluez: FakeBluez, make: str, rate_hz: float, options: dict[str, Any]
) -> None:
    sensor = virtual(make, rate_hz, N, speed=8.0, **options)
    async with source_of(bluez, sensor, rate_hz=rate_hz) as source:
        await play_when_connected(source, sensor, lambda items: n_samples(items) > 0)
    assert not sensor.peripheral.is_connected
    assert not sensor.is_streaming or sensor.make.stops is None


@of_every_model
async def test_notifications_are_handed_on_as_they_came(
    bluez: FakeBluez, make: str, rate_hz: float, options: dict[str, Any]
) -> None:
    sensor = virtual(make, rate_hz, N, speed=8.0, **options)
    async with source_of(bluez, sensor, rate_hz=rate_hz) as source:
        items = await play_when_connected(source, sensor, lambda items: n_samples(items) >= N - 8)
    motion = [
        item.payload
        for item in items
        if isinstance(item, RawNotification) and item.char == sensor.make.data
    ]
    sent = [each.payload for each in sensor.notifications]
    first = motion.index(sent[0])
    assert motion[first:] == sent[: len(motion) - first]


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
