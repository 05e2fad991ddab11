"""Lines of text over the Nordic UART service: the fallback for makers and for Espruino.

Specification: docs/open-imu/specification.md, "Text".
"""

import numpy as np

from sensors.devices.codec import (
    RADPS_PER_DPS,
    STANDARD_GRAVITY_MPS2,
    Driver,
    Item,
    Samples,
    Subscribe,
    Tick,
    Unsubscribe,
    samples,
)
from sensors.errors import PacketError

SERVICE = "6e400001-b5a3-f393-e0a9-e50e24dcca9e"
TRANSMIT = "6e400003-b5a3-f393-e0a9-e50e24dcca9e"

_LINE_BYTES = 128
_N_OTHER_LINES = 20
_ACC_RANGE_MPS2 = 16 * STANDARD_GRAVITY_MPS2
_GYR_RANGE_RADPS = 2000 * RADPS_PER_DPS


class TextImuDecoder:
    """Cuts the stream into lines; keeps at most one unfinished line.

    Lines that are not samples (a prompt, an echo, a greeting) are passed over, up to twenty in
    a row.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the unfinished line; the first line after this may be cut, and is passed over."""
        self._rest = b""
        self._n_other_lines = 0

    def push(self, char: str, payload: bytes) -> tuple[Item, ...]:
        """Return the samples whose line has ended; see `Decoder.push`."""
        if char != TRANSMIT:
            raise PacketError("not a characteristic of this sensor", char=char)
        *lines, self._rest = (self._rest + payload).split(b"\n")
        is_too_long = len(self._rest) > _LINE_BYTES
        if is_too_long:
            self._rest = b""
        decoded = [decode_line(line) for line in lines]
        items = tuple(each for each in decoded if each is not None)
        self._n_other_lines = 0 if items else self._n_other_lines + len(lines)
        if not items and (is_too_long or self._n_other_lines >= _N_OTHER_LINES):
            self._n_other_lines = 0
            raise PacketError("text that is not samples")
        return items


def decode_line(line: bytes) -> Samples | None:
    """Return the sample of `t,ax,ay,az,gx,gy,gz` (us, m/s2, rad/s), None for any other line."""
    time, *fields = line.strip().split(b",")
    if len(line) > _LINE_BYTES or len(fields) != 6 or not time.isdigit():
        return None
    try:
        values = np.array([[float(field) for field in fields]])
        return samples(
            values[:, :3],
            values[:, 3:],
            acc_range_mps2=_ACC_RANGE_MPS2,
            gyr_range_radps=_GYR_RANGE_RADPS,
            tick=int(time) % 2**32,
        )
    except (ValueError, PacketError):
        return None


TEXT_IMU = Driver(
    model="Text IMU",
    service=SERVICE,
    chars=(TRANSMIT,),
    names=("TextIMU",),
    is_service_own=False,
    start={100.0: (Subscribe(TRANSMIT),)},  # told only: the sensor sends at its own rate
    stop=(Unsubscribe(TRANSMIT),),
    decoder=TextImuDecoder,
    tick=Tick(1e-6, 32),
)
