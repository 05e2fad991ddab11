"""Our own open profile, "IMU over GATT": anybody can build a sensor that speaks it.

Specification, byte by byte, with a test vector: docs/open-imu/specification.md.
"""

import struct
from typing import NamedTuple

import numpy as np

from sensors.devices.codec import (
    BATTERY_LEVEL,
    Driver,
    Identity,
    Item,
    Pause,
    Read,
    Samples,
    Steps,
    Subscribe,
    Tick,
    Unsubscribe,
    Write,
    battery_level,
    int16_triples,
    samples,
    text,
)
from sensors.errors import PacketError
from sensors.samples import FloatArray

SERVICE = "d45c0001-66d2-4530-b37d-74854ba69943"
DATA = "d45c0002-66d2-4530-b37d-74854ba69943"
CONTROL = "d45c0003-66d2-4530-b37d-74854ba69943"
INFO = "d45c0004-66d2-4530-b37d-74854ba69943"

VERSION = 1
HEADER = struct.Struct("<BBIB")  # version, sequence, us of the first sample, number of samples
INFO_LAYOUT = struct.Struct("<BBHff3bB8s12s")
_SAMPLE_BYTES = 12
_STOP, _START, _RATE, _IDENTIFY, _OFF = range(5)


class Info(NamedTuple):
    """What a sensor says of its numbers."""

    rate_hz: float
    acc_mps2_per_lsb: float
    gyr_radps_per_lsb: float
    axes: FloatArray
    """(3, 3): turns a sent vector into the frame drawn on the case."""
    firmware: str | None
    serial: str | None


class OpenImuDecoder:
    """Needs the info before the first data; every packet is whole."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the scales: they are read again with the next connection."""
        self._info: Info | None = None

    def push(self, char: str, payload: bytes) -> tuple[Item, ...]:
        """Return what the payload says; see `Decoder.push`."""
        if char == DATA:
            if self._info is None:
                raise PacketError("data before the scales")
            return (decode_data(payload, self._info),)
        if char == INFO:
            self._info = decode_info(payload)
            return (Identity(self._info.serial, self._info.firmware, self._info.rate_hz),)
        if char == BATTERY_LEVEL:
            return (battery_level(payload),)
        raise PacketError("not a characteristic of this sensor", char=char)


def decode_info(payload: bytes) -> Info:
    """Return the info; longer ones of later versions keep the layout of the first bytes."""
    if len(payload) < INFO_LAYOUT.size:
        raise PacketError(f"info of {len(payload)} bytes, at least {INFO_LAYOUT.size} expected")
    version, _, rate_dhz, acc_scale, gyr_scale, *axes, _, firmware, serial = (
        INFO_LAYOUT.unpack_from(payload)
    )
    if version != VERSION:
        raise PacketError(f"profile version {version}, {VERSION} expected")
    # full scale between 2 g and 400 g, 100 and 40,000 degrees/s; 10 to 1,000 Hz
    if not (6e-4 <= acc_scale <= 0.12 and 5e-5 <= gyr_scale <= 0.022 and 100 <= rate_dhz <= 10_000):
        raise PacketError("scale or rate of no inertial sensor")
    return Info(rate_dhz / 10, acc_scale, gyr_scale, _axes(axes), text(firmware), text(serial))


def _axes(signed: list[int]) -> FloatArray:
    if sorted(map(abs, signed)) != [1, 2, 3]:
        raise PacketError("axes are not a turn of the frame")
    turn = np.zeros((3, 3))
    for row, axis in enumerate(signed):
        turn[row, abs(axis) - 1] = 1 if axis > 0 else -1
    if np.linalg.det(turn) < 0:
        raise PacketError("axes mirror the frame")
    return turn


def decode_data(payload: bytes, info: Info) -> Samples:
    """Return the samples of one data packet."""
    if len(payload) < HEADER.size + _SAMPLE_BYTES:
        raise PacketError(f"data packet of {len(payload)} bytes")
    version, sequence, tick, n = HEADER.unpack_from(payload)
    if version != VERSION or len(payload) != HEADER.size + n * _SAMPLE_BYTES:
        raise PacketError(f"data packet of {len(payload)} bytes says {n} samples", version=version)
    both = int16_triples(payload[HEADER.size :]).reshape(-1, 6)
    return samples(
        both[:, :3] @ info.axes.T * info.acc_mps2_per_lsb,
        both[:, 3:] @ info.axes.T * info.gyr_radps_per_lsb,
        acc_range_mps2=32767 * info.acc_mps2_per_lsb,
        gyr_range_radps=32767 * info.gyr_radps_per_lsb,
        tick=tick,
        counter=sequence,
    )


def _control(command: int, argument: bytes = b"") -> Write:
    return Write(CONTROL, bytes((command,)) + argument)


def _start(rate_hz: int) -> Steps:
    return (
        _control(_STOP),
        _control(_RATE, (rate_hz * 10).to_bytes(2, "little")),
        Pause(0.1),
        Read(INFO),  # after the rate: it tells the one the sensor really has
        Subscribe(DATA),
        _control(_START),
    )


OPEN_IMU = Driver(
    model="Open IMU",
    service=SERVICE,
    chars=(DATA, CONTROL, INFO),
    names=("OpenIMU",),
    start={float(rate_hz): _start(rate_hz) for rate_hz in (100, 200, 50)},
    stop=(_control(_STOP), Unsubscribe(DATA)),
    decoder=OpenImuDecoder,
    tick=Tick(1e-6, 32),
    counter_bits=8,
    battery=(Read(BATTERY_LEVEL), Subscribe(BATTERY_LEVEL)),
    identify=(_control(_IDENTIFY),),
    power_off=(_control(_OFF),),
    n_samples_per_packet=2,
)
