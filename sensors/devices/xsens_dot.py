"""Movella (Xsens) DOT: one 28-byte sample a notification, with the sensor's own microseconds.

Layouts from the vendor's "Xsens DOT BLE Services Specifications".
"""

import struct

import numpy as np

from sensors.devices.codec import (
    RADPS_PER_DPS,
    STANDARD_GRAVITY_MPS2,
    ButtonPress,
    Driver,
    GoingToSleep,
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
    samples,
)
from sensors.errors import PacketError


def _uuid(short: int) -> str:
    return f"1517{short:04x}-4947-11e9-8646-d663bd873d93"


MEASUREMENT_SERVICE = _uuid(0x2000)
DEVICE_INFO = _uuid(0x1001)
DEVICE_CONTROL = _uuid(0x1002)
REPORT = _uuid(0x1004)
MEASUREMENT_CONTROL = _uuid(0x2001)
MEDIUM_PAYLOAD = _uuid(0x2003)
BATTERY = _uuid(0x3001)

_RATE_QUANTITIES = 0x15
_SAMPLE = struct.Struct("<I6f")  # us, acceleration m/s2 with gravity, angular rate in degrees/s
_INFO = struct.Struct("<6s3B7sIQ6s")  # address, firmware, build time, SoftDevice, serial, product
_ACC_RANGE_MPS2 = 16 * STANDARD_GRAVITY_MPS2
_GYR_RANGE_RADPS = 2000 * RADPS_PER_DPS

_REPORT_OFF, _REPORT_SLEEP, _REPORT_CLICK = 1, 4, 5


class XsensDotDecoder:
    """Notifications of mode 21 "rate quantities"; nothing is left between two of them."""

    def push(self, char: str, payload: bytes) -> tuple[Item, ...]:
        """Return what the payload says; see `Decoder.push`."""
        if char == MEDIUM_PAYLOAD:
            return (decode_sample(payload),)
        if char == BATTERY:
            return (battery_level(payload),)
        if char == REPORT:
            return _report(payload)
        if char == DEVICE_INFO:
            return (_identity(payload),)
        raise PacketError("not a characteristic of this sensor", char=char)

    def reset(self) -> None:
        """Forget nothing: every notification is whole."""
        return


def decode_sample(payload: bytes) -> Samples:
    """Return the one sample of a medium payload, which is padded with zeros to 40 bytes."""
    if len(payload) < _SAMPLE.size:
        raise PacketError(f"sample of {len(payload)} bytes, at least {_SAMPLE.size} expected")
    tick, *values = _SAMPLE.unpack_from(payload)
    return samples(
        np.array([values[:3]]),
        np.array([values[3:]]) * RADPS_PER_DPS,
        acc_range_mps2=_ACC_RANGE_MPS2,
        gyr_range_radps=_GYR_RANGE_RADPS,
        tick=tick,
    )


def _report(payload: bytes) -> tuple[Item, ...]:
    kind = payload[0] if payload else None
    if kind in (_REPORT_OFF, _REPORT_SLEEP):
        return (GoingToSleep(),)
    return (ButtonPress(),) if kind == _REPORT_CLICK else ()


def _identity(payload: bytes) -> Identity:
    if len(payload) < _INFO.size:
        raise PacketError(f"device info of {len(payload)} bytes, {_INFO.size} expected")
    _, major, minor, revision, _, _, serial, _ = _INFO.unpack_from(payload)
    return Identity(f"{serial:016X}", f"{major}.{minor}.{revision}")


def _control(visit: int, offset: int, value: bytes) -> Write:
    """Write the one field of the 32-byte device control that the visit mask names."""
    data = bytearray(32)
    data[0] = visit
    data[offset : offset + len(value)] = value
    return Write(DEVICE_CONTROL, bytes(data))


def _start(rate_hz: int) -> Steps:
    return (
        Subscribe(REPORT),
        Subscribe(MEDIUM_PAYLOAD),
        *_MEASURE_STOP,  # the rate cannot change while it measures
        Pause(0.1),
        _control(0x10, 24, rate_hz.to_bytes(2, "little")),
        Pause(0.1),
        Write(MEASUREMENT_CONTROL, bytes((1, 1, _RATE_QUANTITIES))),
    )


_MEASURE_STOP: Steps = (Write(MEASUREMENT_CONTROL, bytes((1, 0, _RATE_QUANTITIES))),)

XSENS_DOT = Driver(
    model="Movella DOT",
    service=MEASUREMENT_SERVICE,
    chars=(MEASUREMENT_CONTROL, MEDIUM_PAYLOAD),
    names=("Xsens DOT", "Movella DOT"),
    company_ids=frozenset({0x0886}),
    start={60.0: _start(60)},
    stop=(*_MEASURE_STOP, Unsubscribe(MEDIUM_PAYLOAD)),
    decoder=XsensDotDecoder,
    tick=Tick(1e-6, 32),
    identity=(Read(DEVICE_INFO),),
    battery=(Read(BATTERY), Subscribe(BATTERY)),
    identify=(_control(0x01, 1, b"\x01"),),
    power_off=(_control(0x02, 2, b"\x01"),),
)
