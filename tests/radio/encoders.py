"""What real sensors would send for a given movement: samples in, notifications out.

The counterpart of `sensors.devices`, written from the same sheets but sharing no code with it, so
that a mistake in one does not hide in the other.
"""

import math
import struct
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np

from sensors.devices import metamotion, movesense, open_imu, text_imu, witmotion, xsens_dot
from sensors.samples import FloatArray

_G_MPS2 = 9.80665


class Notification(NamedTuple):
    """Bytes that leave the sensor once the sample of that index is measured."""

    sample_idx: int
    char: str
    payload: bytes


Encoder = Callable[[FloatArray, FloatArray, FloatArray], list[Notification]]
"""Times on the device's own clock (s), accelerations (m/s2) and angular rates (rad/s) in."""


def _counts(values: FloatArray, lsb: float) -> FloatArray:
    return np.clip(np.rint(values / lsb), -32768, 32767)


def _int16(*columns: FloatArray) -> bytes:
    return np.hstack(columns).astype("<i2").tobytes()


def encode_dot(t_s: FloatArray, acc: FloatArray, gyr: FloatArray) -> list[Notification]:
    """Mode 21: one sample a notification, zeros up to the 40 bytes of the characteristic."""
    return [
        Notification(
            i,
            xsens_dot.MEDIUM_PAYLOAD,
            struct.pack("<I6f12x", round(t * 1e6) % 2**32, *acc[i], *np.degrees(gyr[i])),
        )
        for i, t in enumerate(t_s.tolist())
    ]


def fused_angles_rad(
    t_s: FloatArray, acc: FloatArray, gyr: FloatArray, *, pull_per_s: float = 0.2
) -> FloatArray:
    """Roll, pitch and yaw (z-y'-x'') as a sensor's own fusion tells them, (n, 3).

    The angular rate is integrated by the cubic through its neighbours, as a chip does that measures
    more often than it sends; the accelerometer pulls the vertical to where it sees it.
    """
    steps_s = np.gradient(t_s)
    beside = np.pad(gyr, ((1, 2), (0, 0)), mode="edge")
    rates = (-beside[:-3] + 13 * (beside[1:-2] + beside[2:-1]) - beside[3:]) / 24
    ax, ay, az = acc[0]
    roll, pitch = math.atan2(ay, az), math.atan2(-ax, math.hypot(ay, az))
    q = _product(
        (math.cos(pitch / 2), 0.0, math.sin(pitch / 2), 0.0),
        (math.cos(roll / 2), math.sin(roll / 2), 0.0, 0.0),
    )
    angles = []
    for rate, force, step_s in zip(rates.tolist(), acc.tolist(), steps_s.tolist(), strict=True):
        w, x, y, z = q
        up = (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y))
        yaw = math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z))
        angles.append((math.atan2(up[1], up[2]), math.asin(max(-1.0, min(1.0, -up[0]))), yaw))
        _, *pull = _product((0.0, *force), (0.0, *up))
        share = pull_per_s / (math.hypot(*force) or 1.0)
        turned = [(r + share * p) * step_s / 2 for r, p in zip(rate, pull, strict=True)]
        q = _product(q, (1.0, turned[0], turned[1], turned[2]))
        norm = math.hypot(*q)
        q = (q[0] / norm, q[1] / norm, q[2] / norm, q[3] / norm)
    return np.array(angles)


_Quaternion = tuple[float, float, float, float]


def _product(p: _Quaternion, q: _Quaternion) -> _Quaternion:
    a, b, c, d = p
    e, f, g, h = q
    return (
        a * e - b * f - c * g - d * h,
        a * f + b * e + c * h - d * g,
        a * g - b * h + c * e + d * f,
        a * h + b * g - c * f + d * e,
    )


def encode_witmotion(
    t_s: FloatArray,
    acc: FloatArray,
    gyr: FloatArray,
    *,
    frames_per_notification: int = 1,
    fragment_bytes: int = 244,
) -> list[Notification]:
    """20-byte frames, several at once or in fragments."""
    columns = (
        _counts(acc, 16 * _G_MPS2 / 32768),
        _counts(gyr, math.radians(2000) / 32768),
        _counts(fused_angles_rad(t_s, acc, gyr), math.pi / 32768),
    )
    frames = [b"\x55\x61" + _int16(*(column[i] for column in columns)) for i in range(len(t_s))]
    sent = []
    for start in range(0, len(frames), frames_per_notification):
        some = frames[start : start + frames_per_notification]
        stream = b"".join(some)
        sent += [
            Notification(start + len(some) - 1, witmotion.NOTIFY, stream[at : at + fragment_bytes])
            for at in range(0, len(stream), fragment_bytes)
        ]
    return sent


def encode_movesense(
    t_s: FloatArray, acc: FloatArray, gyr: FloatArray, *, rate_hz: int = 104
) -> list[Notification]:
    """IMU6 blocks of rate / 13 samples; more than 150 bytes go in two notifications."""
    n = rate_hz // 13
    sent = []
    for start in range(0, len(t_s) - n + 1, n):
        block = slice(start, start + n)
        body = struct.pack("<I", round(t_s[start] * 1e3) % 2**32)
        body += acc[block].astype("<f4").tobytes() + np.degrees(gyr[block]).astype("<f4").tobytes()
        for kind, part in ((2, body[:150]), (3, body[150:])):
            if part:
                sent.append(Notification(start + n - 1, movesense.DATA, bytes((kind, 99)) + part))
    return sent


def encode_metamotion(
    t_s: FloatArray, acc: FloatArray, gyr: FloatArray, *, chip: str = "BMI160"
) -> list[Notification]:
    """Three accelerations in one packet, three angular rates in the next."""
    acc_register, gyr_register = {"BMI160": (0x1C, 0x07), "BMI270": (0x05, 0x05)}[chip]
    sent = []
    for start in range(0, len(t_s) - 2, 3):
        block = slice(start, start + 3)
        packets = (
            bytes((0x03, acc_register)) + _int16(_counts(acc[block], _G_MPS2 / 2048)),
            bytes((0x13, gyr_register)) + _int16(_counts(gyr[block], math.radians(1 / 16.4))),
        )
        sent += [Notification(start + 2, metamotion.NOTIFY, packet) for packet in packets]
    return sent


OPEN_IMU_ACC_LSB_MPS2 = float(np.float32(16 * _G_MPS2 / 32768))
OPEN_IMU_GYR_LSB_RADPS = float(np.float32(math.radians(2000) / 32768))


def open_imu_info(
    rate_hz: float, axes: tuple[int, int, int] = (1, 2, 3), serial: str = "A1B2C3"
) -> bytes:
    """Return the info characteristic of a sensor with 16 g and 2000 degrees/s."""
    return struct.pack(
        "<BBHff3bB8s12s",
        1,
        0,
        round(rate_hz * 10),
        OPEN_IMU_ACC_LSB_MPS2,
        OPEN_IMU_GYR_LSB_RADPS,
        *axes,
        0,
        b"1.0.0",
        serial.encode(),
    )


def encode_open_imu(
    t_s: FloatArray, acc: FloatArray, gyr: FloatArray, *, n_per_packet: int = 2
) -> list[Notification]:
    """Sequence, microseconds of the first sample, count, samples."""
    acc_counts = _counts(acc, OPEN_IMU_ACC_LSB_MPS2)
    gyr_counts = _counts(gyr, OPEN_IMU_GYR_LSB_RADPS)
    sent = []
    for number, start in enumerate(range(0, len(t_s) - n_per_packet + 1, n_per_packet)):
        block = slice(start, start + n_per_packet)
        header = struct.pack(
            "<BBIB", 1, number % 256, round(t_s[start] * 1e6) % 2**32, n_per_packet
        )
        payload = header + _int16(acc_counts[block], gyr_counts[block])
        sent.append(Notification(start + n_per_packet - 1, open_imu.DATA, payload))
    return sent


def encode_text_imu(
    t_s: FloatArray, acc: FloatArray, gyr: FloatArray, *, fragment_bytes: int = 20
) -> list[Notification]:
    """One line a sample, in fragments as the default MTU cuts them."""
    sent = []
    for i, t in enumerate(t_s.tolist()):
        numbers = ",".join(f"{value:.4f}" for value in (*acc[i], *gyr[i]))
        line = f"{round(t * 1e6) % 2**32},{numbers}\n".encode()
        sent += [
            Notification(i, text_imu.TRANSMIT, line[at : at + fragment_bytes])
            for at in range(0, len(line), fragment_bytes)
        ]
    return sent


ENCODERS: dict[tuple[str, float], Encoder] = {
    (xsens_dot.XSENS_DOT.model, 60.0): encode_dot,
    (witmotion.WITMOTION.model, 100.0): encode_witmotion,
    (witmotion.WITMOTION.model, 200.0): partial(
        encode_witmotion, frames_per_notification=3, fragment_bytes=50
    ),
    (movesense.MOVESENSE.model, 104.0): encode_movesense,
    (movesense.MOVESENSE.model, 52.0): partial(encode_movesense, rate_hz=52),
    (metamotion.METAMOTION.model, 100.0): encode_metamotion,
    (metamotion.METAMOTION.model, 200.0): partial(encode_metamotion, chip="BMI270"),
    (open_imu.OPEN_IMU.model, 100.0): encode_open_imu,
    (text_imu.TEXT_IMU.model, 100.0): encode_text_imu,
}
"""By model and rate."""


def answers(
    model: str, written: bytes, *, chip: str = "BMI160", battery_percent: int = 80
) -> list[bytes]:
    """Return what the sensor notifies on its data characteristic when that is written to it."""
    if model == metamotion.METAMOTION.model:
        acc_answer, gyr_answer = {
            "BMI160": ("03800101", "13800001"),
            "BMI270": ("03800400", "13800100"),
        }[chip]
        millivolts = struct.pack("<H", 3200 + 10 * battery_percent)
        replies = {
            b"\x03\x80": bytes.fromhex(acc_answer),
            b"\x13\x80": bytes.fromhex(gyr_answer),
            b"\x11\xcc": bytes((0x11, 0x8C, battery_percent)) + millivolts,
        }
        return [replies[written]] if written in replies else []
    if model == witmotion.WITMOTION.model and written == bytes.fromhex("ffaa276400"):
        return [struct.pack("<BBHH14x", 0x55, 0x71, 0x64, 387)]  # 3.87 V, 60 %
    if model == movesense.MOVESENSE.model and written[:1] == b"\x01":
        reply = [bytes((1, written[1])) + b"\xc8\x00"]
        if written[2:] == b"/System/Energy/Level":
            reply.append(bytes((2, written[1], battery_percent)))
        return reply
    return []


READ_VALUES: dict[str, bytes] = {
    xsens_dot.DEVICE_INFO: bytes.fromhex("d422cd001234 020001 e6070102030405")
    + struct.pack("<IQ6s", 0x00CA, 0xD422CD00ABCD1234, b"XS-T01"),
    xsens_dot.BATTERY: b"\x50\x00",
    open_imu.INFO: open_imu_info(100.0),
    "00002a19-0000-1000-8000-00805f9b34fb": b"\x50",
    "00002a25-0000-1000-8000-00805f9b34fb": b"0123AB",
    "00002a26-0000-1000-8000-00805f9b34fb": b"1.7.3",
}
"""What a read of these characteristics returns."""


def read_value(char: str, number: int = 1) -> bytes:
    """Return what a read of that characteristic returns from the sensor of that number."""
    value = READ_VALUES.get(char, b"")
    if number == 1:
        return value
    if char == xsens_dot.DEVICE_INFO:
        return value[:-14] + struct.pack("<Q", 0xD422CD00ABCD1234 + number - 1) + value[-6:]
    if char == "00002a25-0000-1000-8000-00805f9b34fb":
        return f"{number:06X}".encode()
    return open_imu_info(100.0, serial=f"{number:06X}") if char == open_imu.INFO else value
