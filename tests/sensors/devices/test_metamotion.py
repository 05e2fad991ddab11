"""MetaMotion: the vendor's vectors, chip discovery, and two streams brought to one timeline."""

import struct

import numpy as np
import pytest

from sensors.devices.codec import Ask, Identity, Samples, Step, Steps, Subscribe, Unsubscribe, Write
from sensors.devices.metamotion import METAMOTION, NOTIFY, MetaMotionDecoder
from sensors.errors import PacketError
from sensors.source import Battery
from tests.radio.encoders import answers

_ACC_COUNTS_PER_G, _GYR_COUNTS_PER_DPS = 2048, 16.4  # what the decoder takes for granted
_COMMAND = "326a9001-85cb-9195-d9dd-464cfbbae75a"


def _pair(acc: str, gyr: str) -> Samples:
    decoder = MetaMotionDecoder()
    decoder.push(NOTIFY, bytes.fromhex(acc))
    (item,) = decoder.push(NOTIFY, bytes.fromhex(gyr))
    assert isinstance(item, Samples)
    return item


# The vendor's vectors were taken in other ranges than ours: the same counts mean less there.
@pytest.mark.parametrize(
    ("gyr", "counts_per_dps", "expected_dps"),
    [
        ("1305 3e43 ff7f 0080", 65.6, [[262.409, 499.497, -499.512]]),
        (
            "1307 0915ad2608de 8a1a0d2665e4 8d20ac2773ec",
            32.8,
            [
                [164.177, 301.860, -265.122],
                [207.134, 296.982, -215.457],
                [254.055, 309.634, -152.591],
            ],
        ),
    ],
    ids=["plain", "packed"],
)
def test_the_vendors_gyroscope_vectors(
    gyr: str, counts_per_dps: float, expected_dps: list[list[float]]
) -> None:
    acc = "0304" + "00" * 6 if len(expected_dps) == 1 else "031c" + "00" * 18
    found_dps = np.degrees(_pair(acc, gyr).gyr_radps) * _GYR_COUNTS_PER_DPS / counts_per_dps
    assert found_dps == pytest.approx(np.array(expected_dps), abs=0.0006)


@pytest.mark.parametrize(
    ("acc", "counts_per_g", "expected_g"),
    [
        ("0304 16c4 94a2 2ad0", 8192, [[-1.872, -2.919, -1.495]]),
        (
            "0305 62b7530de9fd 16d04d0e5702 8affa1050a01",
            4096,
            [[-4.539, 0.833, -0.131], [-2.995, 0.894, 0.146], [-0.029, 0.352, 0.065]],
        ),
    ],
    ids=["plain", "packed"],
)
def test_the_vendors_accelerometer_vectors(
    acc: str, counts_per_g: float, expected_g: list[list[float]]
) -> None:
    gyr = "1305" + "00" * (6 if len(expected_g) == 1 else 18)
    found_g = _pair(acc, gyr).acc_mps2 / 9.80665 * _ACC_COUNTS_PER_G / counts_per_g
    assert found_g == pytest.approx(np.array(expected_g), abs=0.0006)


def test_the_vendors_battery_vector() -> None:
    assert MetaMotionDecoder().push(NOTIFY, bytes.fromhex("118c633410")) == (Battery(0.99),)


def _acc(k: int) -> bytes:
    return b"\x03\x1c" + struct.pack("<9h", *range(9 * k, 9 * k + 9))


def _gyr(k: int) -> bytes:
    return b"\x13\x07" + struct.pack("<9h", *range(9 * k, 9 * k + 9))


def _joined(order: str) -> tuple[list[tuple[int, int]], int]:
    """Which packets were paired, and how many samples were called lost; `order` like "A0 G0"."""
    decoder = MetaMotionDecoder()
    pairs, n_lost = [], 0
    for each in order.split():
        packet = (_acc if each[0] == "A" else _gyr)(int(each[1:]))
        for item in decoder.push(NOTIFY, packet):
            assert isinstance(item, Samples)
            for first in range(0, len(item.acc_mps2), 3):
                acc = round(item.acc_mps2[first, 0] / 9.80665 * _ACC_COUNTS_PER_G) // 9
                gyr = round(np.degrees(item.gyr_radps[first, 0]) * _GYR_COUNTS_PER_DPS) // 9
                pairs.append((acc, gyr))
            n_lost += item.n_lost_before
    return pairs, n_lost


@pytest.mark.parametrize(
    ("order", "pairs", "n_lost"),
    [
        ("A0 G0 A1 G1 A2 G2 A3 G3 A4 G4", [0, 1, 2, 3, 4], 0),
        ("A0 G0 A1 G1 A2 A3 G3 A4 G4", [0, 1, 3, 4], 3),
        ("A0 G0 A1 G1 G2 A3 G3 A4 G4", [0, 1, 2, 3, 4], 0),
        ("A0 G0 G1 A1 A2 G2 A3 G3 A4 G4", [0, 1, 2, 3, 4], 0),
        ("A0 G0 A1 A2 A3 G3 A4 G4", [0, 3, 4], 6),
        ("A0 G0 A1 G1 G2 G3 A4 G4", [0, 1, 2, 4], 3),
        ("A0 A1 A2 G2 A3 G3 A4 G4", [2, 3, 4], 0),
        ("G0 A0 A1 G1 A2 G2 A3 G3 A4 G4", [0, 1, 2, 3, 4], 0),
        ("G0 A0 G1 A1 G2 G3 A3 G4 A4", [0, 1, 2, 3, 4], 0),
    ],
    ids=[
        "in order",
        "one angular rate lost",
        "one acceleration lost",
        "swapped",
        "two angular rates lost",
        "two accelerations lost",
        "the gyroscope starts later",
        "a swap at the very start",
        "the gyroscope first, one acceleration lost",
    ],
)
def test_streams_are_paired_again_after_a_disturbance(
    order: str, pairs: list[int], n_lost: int
) -> None:
    later = " ".join(f"G{k} A{k}" if order.endswith("A4") else f"A{k} G{k}" for k in range(5, 9))
    found, found_lost = _joined(f"{order} {later}")
    assert found == [(k, k) for k in [*pairs, 5, 6, 7, 8]]
    assert found_lost == n_lost


def test_accelerations_that_were_lost_are_a_line_between_those_beside_them() -> None:
    decoder = MetaMotionDecoder()
    packets = [p for k in range(4) for p in (_acc(k), _gyr(k)) if p != _acc(2)]
    said = [item for packet in packets for item in decoder.push(NOTIFY, packet)]
    blocks = [item for item in said if isinstance(item, Samples)]
    acc = np.concatenate([block.acc_mps2[:, 0] for block in blocks])
    assert [len(block.acc_mps2) for block in blocks] == [3, 3, 6]
    np.testing.assert_allclose(np.diff(acc), np.diff(acc)[0])


def test_a_stranger_packet_between_the_streams_changes_nothing() -> None:
    decoder = MetaMotionDecoder()
    assert decoder.push(NOTIFY, _acc(0)) == ()
    assert decoder.push(NOTIFY, bytes.fromhex("0101 01")) == ()
    assert len(decoder.push(NOTIFY, _gyr(0))) == 1


@pytest.mark.parametrize("n_bytes", [0, 1, 7, 9, 14, 19, 21])
def test_a_data_packet_of_wrong_length_is_refused(n_bytes: int) -> None:
    with pytest.raises(PacketError):
        MetaMotionDecoder().push(NOTIFY, (b"\x03\x1c" + bytes(30))[:n_bytes])


def _said(steps: Steps, chip: str) -> list[str]:
    """What is written to a board with that chip, in order."""
    written = []
    todo: list[Step] = list(steps)
    while todo:
        step = todo.pop(0)
        if isinstance(step, Write | Ask):
            assert step.char == _COMMAND
            written.append(step.data.hex())
        if isinstance(step, Ask):
            (reply,) = answers("MetaMotion", step.data, chip=chip)
            (then,) = [then for prefix, then in step.answers if reply.startswith(prefix)]
            todo = [*then, *todo]
    return written


_UNDO = {
    "BMI160": "030100 130100 03020001 13020001 031c00 130700 030400 130500",
    "BMI270": "030100 130100 03020001 13020001 030500 130500 030400 130400",
}
_START = {
    ("BMI160", 100): "0303280c 13032800 031c01 130701 03020100 13020100 030101 130101",
    ("BMI160", 50): "0303270c 13032700 031c01 130701 03020100 13020100 030101 130101",
    ("BMI160", 200): "0303290c 13032900 031c01 130701 03020100 13020100 030101 130101",
    ("BMI270", 100): "0303a803 13032800 030501 130501 03020100 13020100 030101 130101",
    ("BMI270", 50): "0303a703 13032700 030501 130501 03020100 13020100 030101 130101",
    ("BMI270", 200): "0303a903 13032900 030501 130501 03020100 13020100 030101 130101",
}


@pytest.mark.parametrize(("chip", "rate_hz"), _START, ids=str)
def test_start_finds_the_chip_undoes_old_streams_and_starts_packed_ones(
    chip: str, rate_hz: int
) -> None:
    expected = f"0380 1380 {_UNDO[chip]} {_START[chip, rate_hz]}".split()
    assert METAMOTION.start[rate_hz][0] == Subscribe("326a9006-85cb-9195-d9dd-464cfbbae75a")
    assert _said(METAMOTION.start[rate_hz], chip) == expected


@pytest.mark.parametrize("chip", _UNDO)
def test_stop_undoes_what_start_did(chip: str) -> None:
    assert _said(METAMOTION.stop, chip) == f"0380 1380 {_UNDO[chip]}".split()
    assert METAMOTION.stop[-1] == Unsubscribe("326a9006-85cb-9195-d9dd-464cfbbae75a")


def test_a_board_without_gyroscope_has_no_known_answer() -> None:
    (asked_acc,) = [step for step in METAMOTION.start[100.0] if isinstance(step, Ask)]
    for _, then in asked_acc.answers:
        assert isinstance(then[0], Ask)
        assert not any(b"\x13\x80".startswith(prefix) for prefix, _ in then[0].answers)


def test_it_blinks_green_and_asks_for_its_battery() -> None:
    assert _said(METAMOTION.identify, "BMI160") == [
        "020201",
        "0203" + "00021f00" + "0000" + "3200" + "0000" + "f401" + "0000" + "0a",
        "020101",
    ]
    assert _said(METAMOTION.battery, "BMI160") == ["11cc"]


def test_serial_and_firmware_come_from_the_standard_characteristics() -> None:
    decoder = MetaMotionDecoder()
    assert decoder.push("00002a25-0000-1000-8000-00805f9b34fb", b"0123AB") == (
        Identity(serial="0123AB"),
    )
    assert decoder.push("00002a26-0000-1000-8000-00805f9b34fb", b"1.7.3\0") == (
        Identity(firmware="1.7.3"),
    )
