"""A movement for the virtual sensors, and what a test needs to listen to one."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import numpy as np

from sensors.ble import BleSource
from sensors.ble_scan import Radio
from sensors.ble_settings import BleSettings
from sensors.errors import SensorFault
from sensors.samples import FloatArray, ImuBlock
from sensors.source import LinkChange, LinkState, SourceItem
from tests.radio.bluez import FakeBluez
from tests.radio.virtual import VirtualSensor

QUICK = BleSettings(
    connect_timeout_s=3.0,
    first_pauses_s=(0.02, 0.02),
    silent_after_s=0.3,
    back_off_s=(0.0, 0.02, 0.05),
    give_up_after_s=2.0,
    find_timeout_s=0.3,
    measures_rate=False,
)


def movement(n: int, rate_hz: float) -> tuple[FloatArray, FloatArray]:
    """Gravity turned by a swinging thigh; every sample differs from its neighbours."""
    t_s = np.arange(n) / rate_hz
    angle_rad = 0.4 * np.sin(2 * np.pi * 0.9 * t_s)
    rate_radps = np.gradient(angle_rad, 1 / rate_hz)
    acc = 9.81 * np.stack((np.sin(angle_rad), np.cos(angle_rad), 0.1 * np.sin(7 * t_s)), axis=1)
    gyr = np.stack((0.1 * np.cos(5 * t_s), 0.05 * np.sin(3 * t_s), rate_radps), axis=1)
    return acc, gyr


def virtual(make: str, rate_hz: float, n: int, **options: Any) -> VirtualSensor:
    """A virtual sensor with that movement."""
    return VirtualSensor(make, rate_hz, *movement(n, rate_hz), **options)


@asynccontextmanager
async def source_of(
    bluez: FakeBluez, sensor: VirtualSensor, **options: Any
) -> AsyncIterator[BleSource]:
    """A source that found this sensor in the air; let go of at the end."""
    bluez.add(sensor.peripheral)
    radio = Radio(twin_wait_s=0.1)
    found = await radio.find(sensor.make.name, sensor.peripheral.address, timeout_s=3)
    options.setdefault("settings", QUICK)
    source = BleSource(radio, found, **options)
    try:
        yield source
    finally:
        await source.aclose()
        await sensor.stop()


async def collect(source: BleSource, until: Callable[[list[SourceItem]], bool]) -> list[SourceItem]:
    """Items up to the one with which `until` is true."""
    items: list[SourceItem] = []
    async for item in source:
        items.append(item)
        if until(items):
            break
    return items


def blocks(items: list[SourceItem]) -> list[ImuBlock]:
    """The blocks among them."""
    return [item for item in items if isinstance(item, ImuBlock)]


def n_samples(items: list[SourceItem]) -> int:
    """How many samples came."""
    return sum(len(block.t_s) for block in blocks(items))


def joined(items: list[SourceItem]) -> ImuBlock:
    """All samples in one block."""
    return ImuBlock(*map(np.concatenate, zip(*blocks(items), strict=True)))


def states(items: list[SourceItem]) -> list[LinkState]:
    """What the link went through."""
    return [item.state for item in items if isinstance(item, LinkChange)]


def faults(items: list[SourceItem]) -> list[SensorFault | None]:
    """Why, for each of those."""
    return [item.fault for item in items if isinstance(item, LinkChange)]


async def play_when_connected(
    source: BleSource, sensor: VirtualSensor, until: Callable[[list[SourceItem]], bool]
) -> list[SourceItem]:
    """Items up to the one with which `until` is true; the movement begins with the stream."""
    has_begun = False

    def is_enough(items: list[SourceItem]) -> bool:
        nonlocal has_begun
        if not has_begun and LinkState.CONNECTED in states(items):
            has_begun = True
            sensor.play()
        return until(items)

    return await collect(source, is_enough)
