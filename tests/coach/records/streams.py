"""What every sensor would say of a walk, as a source that hands it on as a radio does."""

from dataclasses import replace
from functools import cache

import numpy as np

from coach.records.chunks import joined
from sensors.devices import open_imu
from sensors.devices.codec import Driver
from sensors.devices.registry import DRIVERS
from sensors.notifications import NotificationReader
from sensors.samples import FloatArray, StreamInfo, StreamKind
from sensors.simulation.person import Person
from sensors.simulation.scenario import Stand, Walk
from sensors.simulation.source import SimulatedWalk
from sensors.source import LinkChange, LinkState, RawNotification, SourceItem
from tests.coach.walks import Items
from tests.radio.encoders import ENCODERS, open_imu_info

STREAMS = tuple(ENCODERS)
"""Model and rate of every virtual sensor."""

_HOST_S = 5000.0
_READ_EVERY = 12  # notifications; a radio hands them on in handfuls


def driver_of(model: str) -> Driver:
    return next(each for each in DRIVERS if each.model == model)


def notifications(
    model: str, rate_hz: float, acc: FloatArray, gyr: FloatArray, *, host_s: float = _HOST_S
) -> list[RawNotification]:
    """What this sensor notifies of that movement; each comes a little late."""
    t_s = np.arange(len(acc)) / rate_hz
    late_s = np.random.default_rng(1).uniform(0.005, 0.04, len(acc))
    told = [RawNotification(host_s, open_imu.INFO, open_imu_info(rate_hz))]
    said = [
        RawNotification(host_s + float(t_s[i] + late_s[i]), char, payload)
        for i, char, payload in ENCODERS[model, rate_hz](t_s, acc, gyr)
    ]
    return [*told, *said] if model == open_imu.OPEN_IMU.model else said


@cache
def walk_at(rate_hz: float, walk_s: float) -> tuple[FloatArray, FloatArray, StreamInfo]:
    """Standing, then usual strides, as measured at that rate."""
    walk = SimulatedWalk(Person(), (Stand(5.0), Walk(walk_s)), rate_hz=rate_hz)
    block = joined(list(walk.blocks()))
    return block.acc_mps2, block.gyr_radps, walk.info


def radio(model: str, rate_hz: float, walk_s: float = 15.0, *, lost_at: int | None = None) -> Items:
    """A source that says what this sensor would; with a link that breaks after so many."""
    acc, gyr, info = walk_at(rate_hz, walk_s)
    raw = notifications(model, rate_hz, acc, gyr)
    reader = NotificationReader(driver_of(model), rate_hz)
    items: list[SourceItem] = [LinkChange(LinkState.CONNECTED, None)]
    for first in range(0, len(raw), _READ_EVERY):
        came = raw[first : first + _READ_EVERY]
        if lost_at is not None and first <= lost_at < first + _READ_EVERY:
            items += [LinkChange(LinkState.LOST, reader.last_s)]
            items += [LinkChange(LinkState.CONNECTED, reader.last_s)]
            reader.link_lost()
            came = [each for each in raw[:1] if each.char == open_imu.INFO]  # asked again
        items += [*came, *reader.push(came)]
    source = Items(replace(info, name=model, kind=StreamKind.RADIO, rate_hz=rate_hz), items)
    source.model = model
    return source
