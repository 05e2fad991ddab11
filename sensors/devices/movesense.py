"""Movesense with the GATT SensorData Protocol: IMU6 blocks, in two notifications when long.

Layouts from the vendor's sample firmware and client. Firmware 2.3 and newer has the protocol.
"""

import struct

import numpy as np

from sensors.devices.codec import (
    BATTERY_LEVEL,
    RADPS_PER_DPS,
    STANDARD_GRAVITY_MPS2,
    Driver,
    Item,
    Read,
    Refused,
    Samples,
    Steps,
    Subscribe,
    Tick,
    Unsubscribe,
    Write,
    battery_level,
    samples,
)
from sensors.errors import PacketError

SERVICE = "34802252-7185-4d5d-b431-630e7050e8f0"
COMMAND = "34800001-7185-4d5d-b431-630e7050e8f0"
DATA = "34800002-7185-4d5d-b431-630e7050e8f0"

MOTION_REF, BATTERY_REF = 99, 98
_SUBSCRIBE, _UNSUBSCRIBE = 1, 2
_RESULT, _DATA, _DATA_PART2 = 1, 2, 3
_SAMPLE_BYTES = 24  # of one acceleration and one angular rate, three float32 each
_MAX_BYTES = 512  # of one characteristic value
_ACC_RANGE_MPS2 = 16 * STANDARD_GRAVITY_MPS2
_GYR_RANGE_RADPS = 2000 * RADPS_PER_DPS


class MovesenseDecoder:
    """Joins DATA and DATA_PART2 of the motion subscription; keeps at most one first part."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget a first part whose second did not come."""
        self._first_part = b""

    def push(self, char: str, payload: bytes) -> tuple[Item, ...]:
        """Return the samples of a whole block, or what else was said; see `Decoder.push`."""
        if char == BATTERY_LEVEL:
            return (battery_level(payload),)
        if char != DATA:
            raise PacketError("not a characteristic of this sensor", char=char)
        if not 3 <= len(payload) <= _MAX_BYTES:
            raise PacketError(f"notification of {len(payload)} bytes")
        kind, ref, body = payload[0], payload[1], payload[2:]
        if kind not in (_RESULT, _DATA, _DATA_PART2):
            raise PacketError(f"notification of unknown kind {kind}")
        if ref == MOTION_REF:
            return _result(body) if kind == _RESULT else self._motion(kind, body)
        if ref == BATTERY_REF and kind == _DATA:
            return (battery_level(body),)
        return ()

    def _motion(self, kind: int, body: bytes) -> tuple[Item, ...]:
        first_part, self._first_part = self._first_part, b""
        if kind == _DATA_PART2:
            if not first_part:
                raise PacketError("second part without a first")
            return (decode_imu6(first_part + body),)
        if is_whole(body):
            return (decode_imu6(body),)
        self._first_part = body
        return ()


def is_whole(body: bytes) -> bool:
    """Whether these are the bytes of a timestamp and some whole samples."""
    return len(body) > 4 and (len(body) - 4) % _SAMPLE_BYTES == 0


def decode_imu6(body: bytes) -> Samples:
    """Return the samples of one block: milliseconds, all accelerations, all angular rates."""
    if not is_whole(body):
        raise PacketError(f"motion block of {len(body)} bytes")
    n_values = (len(body) - 4) // 4
    tick, *values = struct.unpack(f"<I{n_values}f", body)
    acc_mps2, gyr_dps = np.array(values).reshape(2, -1, 3)
    return samples(
        acc_mps2,
        gyr_dps * RADPS_PER_DPS,
        acc_range_mps2=_ACC_RANGE_MPS2,
        gyr_range_radps=_GYR_RANGE_RADPS,
        tick=tick,
    )


def _result(body: bytes) -> tuple[Item, ...]:
    """Return a refusal; the byte order of the status differs between firmwares."""
    if len(body) != 2:
        return ()
    status = next(
        (value for value in struct.unpack("<H", body) + struct.unpack(">H", body) if value < 1000),
        0,
    )
    return (Refused(status),) if status >= 400 else ()


def _subscription(ref: int, path: str) -> Write:
    return Write(COMMAND, bytes((_SUBSCRIBE, ref)) + path.encode("ascii"))


def _start(rate_hz: int) -> Steps:
    return Subscribe(DATA), _subscription(MOTION_REF, f"/Meas/IMU6/{rate_hz}")


MOVESENSE = Driver(
    model="Movesense",
    service=SERVICE,
    chars=(COMMAND, DATA),
    names=("Movesense",),
    start={float(rate_hz): _start(rate_hz) for rate_hz in (104, 52)},
    stop=(
        Write(COMMAND, bytes((_UNSUBSCRIBE, MOTION_REF))),
        Write(COMMAND, bytes((_UNSUBSCRIBE, BATTERY_REF))),
        Unsubscribe(DATA),
    ),
    decoder=MovesenseDecoder,
    parts_within_s=0.05,  # the next packet's second part comes after 77 ms, a late one after 45
    tick=Tick(1e-3, 32),
    battery=(
        Read(BATTERY_LEVEL),
        Write(COMMAND, bytes((_UNSUBSCRIBE, BATTERY_REF))),  # there are four, and they add up
        _subscription(BATTERY_REF, "/System/Energy/Level"),
    ),
    n_samples_per_packet=8,
)
