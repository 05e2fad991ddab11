"""WitMotion WT901BLE, BWT901BLE5.0 and WT9011DCL: 20-byte frames without time, number or checksum.

Layouts from the vendor's public SDKs and register map. The frames are a byte stream: one
notification may hold several of them, or a part.
"""

import struct

import numpy as np

from sensors.devices.codec import (
    RADPS_PER_DPS,
    STANDARD_GRAVITY_MPS2,
    Driver,
    Item,
    Pause,
    Samples,
    Steps,
    Subscribe,
    Unsubscribe,
    Write,
    int16_triples,
    samples,
)
from sensors.errors import PacketError
from sensors.source import Battery

# The tail is the vendor's own ...9a34fb, not Bluetooth's ...9b34fb.
SERVICE = "0000ffe5-0000-1000-8000-00805f9a34fb"
NOTIFY = "0000ffe4-0000-1000-8000-00805f9a34fb"
COMMAND = "0000ffe9-0000-1000-8000-00805f9a34fb"

_FRAME_BYTES = 20
_HEAD, _MOTION, _REGISTER = 0x55, 0x61, 0x71
_GARBAGE_BYTES = 10 * _FRAME_BYTES
_ACC_RANGE_MPS2 = 16 * STANDARD_GRAVITY_MPS2
_GYR_RANGE_RADPS = 2000 * RADPS_PER_DPS
_BATTERY_REGISTER = 0x64
_RATE_CODES = {50: 0x08, 100: 0x09, 200: 0x0B}

_ONE_CELL_V = (3.40, 3.50, 3.68, 3.70, 3.73, 3.77, 3.79, 3.82, 3.87, 3.93, 3.96, 3.99)
_ONE_CELL_PERCENT = (0, 5, 10, 15, 20, 30, 40, 50, 60, 75, 90, 100)
_TWO_CELL_V = (6.5, 6.8, 7.35, 7.75, 8.5, 8.8)
_TWO_CELL_PERCENT = (0, 10, 30, 60, 90, 100)


class WitMotionDecoder:
    """Finds the frames in the byte stream; keeps at most one unfinished frame.

    Bytes of no frame between frames are what is left of one that was lost: it is told as lost, at
    its place, whatever else went with it.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the unfinished frame."""
        self._rest = b""
        self._n_garbage = 0
        self._has_begun = self._is_broken = False

    def push(self, char: str, payload: bytes) -> tuple[Item, ...]:
        """Return the samples and register replies whose last byte has come; see `Decoder.push`."""
        if char != NOTIFY:
            raise PacketError("not a characteristic of this sensor", char=char)
        stream = self._rest + payload
        frames, self._rest, n_skipped = split_frames(stream)
        is_whole = stream.startswith(frames[0]) if frames else n_skipped == 0
        self._is_broken = self._has_begun and (self._is_broken or not is_whole)
        self._n_garbage = 0 if frames else self._n_garbage + n_skipped
        if self._n_garbage >= _GARBAGE_BYTES:
            self._n_garbage = 0
            raise PacketError(f"no frame within {_GARBAGE_BYTES} bytes")
        motion = b"".join(frame[2:] for frame in frames if frame[1] == _MOTION)
        replies = [_register_reply(frame) for frame in frames if frame[1] == _REGISTER]
        items: list[Item] = []
        if motion:
            items = [decode_motion(motion)._replace(n_lost_before=int(self._is_broken))]
            self._has_begun, self._is_broken = True, False
        return (*items, *(reply for reply in replies if reply is not None))


def split_frames(stream: bytes) -> tuple[list[bytes], bytes, int]:
    """Return whole frames, the unfinished rest, and how many bytes belonged to neither.

    A frame counts only if nothing, or the head of another, follows: sibling models send longer
    frames with the same head.
    """
    frames: list[bytes] = []
    n_skipped = at = 0
    while at < len(stream):
        end = at + _FRAME_BYTES
        if not (_is_head(stream[at : at + 2]) and _is_head(stream[end : end + 2])):
            at += 1
            n_skipped += 1
        elif end > len(stream):
            break
        else:
            frames.append(stream[at:end])
            at = end
    return frames, stream[at:], n_skipped


def _is_head(two: bytes) -> bool:
    return two[:1] in (b"", b"\x55") and two[1:] in (b"", b"\x61", b"\x71")


def decode_motion(counts: bytes) -> Samples:
    """Return the samples of joined frames, nine 16-bit counts each."""
    told = int16_triples(counts).reshape(-1, 9) / 32768
    decoded = samples(
        told[:, :3] * _ACC_RANGE_MPS2,
        told[:, 3:6] * _GYR_RANGE_RADPS,
        acc_range_mps2=_ACC_RANGE_MPS2,
        gyr_range_radps=_GYR_RANGE_RADPS,
    )
    return decoded._replace(angles_rad=told[:, 6:] * np.pi)


def _register_reply(frame: bytes) -> Item | None:
    register, value = struct.unpack_from("<HH", frame, 2)
    return Battery(_battery_level(value / 100)) if register == _BATTERY_REGISTER else None


def _battery_level(voltage_v: float) -> float:
    if voltage_v < 5:
        return float(np.interp(voltage_v, _ONE_CELL_V, _ONE_CELL_PERCENT)) / 100
    return float(np.interp(voltage_v, _TWO_CELL_V, _TWO_CELL_PERCENT)) / 100


def _command(register: int, low: int, high: int = 0) -> Steps:
    """Write a register; the sensor needs about 100 ms before it takes the next."""
    return Write(COMMAND, bytes((0xFF, 0xAA, register, low, high))), Pause(0.1)


def _start(rate_hz: int) -> Steps:
    return (
        Subscribe(NOTIFY),
        Pause(0.1),
        *_command(0x69, 0x88, 0xB5),  # unlock for 10 s
        *_command(0x03, _RATE_CODES[rate_hz]),
        *_command(0x00, 0x00),  # save
    )


WITMOTION = Driver(
    model="WitMotion WT901BLE",
    service=SERVICE,
    chars=(NOTIFY, COMMAND),
    names=("WT901", "BWT901"),
    start={float(rate_hz): _start(rate_hz) for rate_hz in (100, 200, 50)},
    stop=(Unsubscribe(NOTIFY),),
    decoder=WitMotionDecoder,
    battery=_command(0x27, _BATTERY_REGISTER),
)
