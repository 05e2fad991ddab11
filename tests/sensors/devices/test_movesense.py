"""Movesense: one block in one or two notifications, command results, subscriptions."""

import struct

import numpy as np
import pytest

from sensors.devices.codec import BATTERY_LEVEL, Refused, Samples, Subscribe, Unsubscribe, Write
from sensors.devices.movesense import DATA, MOVESENSE, MovesenseDecoder
from sensors.errors import PacketError
from sensors.source import Battery

_COMMAND = "34800001-7185-4d5d-b431-630e7050e8f0"


def _block(n: int, tick: int = 1000) -> bytes:
    acc, gyr = struct.pack("<3f", 0, 0, 9.81), struct.pack("<3f", 1, 2, 3)
    return struct.pack("<I", tick) + acc * n + gyr * n


_IMU6_52 = b"\x02\x63" + _block(4)


def test_the_sheets_block_decodes_to_its_values() -> None:
    (item,) = MovesenseDecoder().push(DATA, _IMU6_52)
    assert len(_IMU6_52) == 102
    assert isinstance(item, Samples)
    assert item.tick == 1000
    assert item.acc_mps2 == pytest.approx(np.tile([0, 0, 9.81], (4, 1)), abs=1e-6)
    assert np.degrees(item.gyr_radps) == pytest.approx(np.tile([1, 2, 3], (4, 1)), abs=1e-6)


def test_a_block_of_104_hz_comes_in_two_parts() -> None:
    body = _block(8)
    decoder = MovesenseDecoder()
    assert len(body) == 196
    assert decoder.push(DATA, b"\x02\x63" + body[:150]) == ()
    (item,) = decoder.push(DATA, b"\x03\x63" + body[150:])
    assert isinstance(item, Samples)
    assert item.acc_mps2.shape == (8, 3)


def test_parts_of_two_subscriptions_are_not_joined() -> None:
    body = _block(8)
    decoder = MovesenseDecoder()
    decoder.push(DATA, b"\x02\x63" + body[:150])
    assert decoder.push(DATA, b"\x03\x62" + body[150:]) == ()
    assert len(decoder.push(DATA, b"\x03\x63" + body[150:])) == 1


def test_a_second_part_without_its_first_is_refused() -> None:
    with pytest.raises(PacketError, match="without a first"):
        MovesenseDecoder().push(DATA, b"\x03\x63" + _block(8)[150:])


def test_a_lost_second_part_costs_one_block() -> None:
    body = _block(8)
    decoder = MovesenseDecoder()
    decoder.push(DATA, b"\x02\x63" + body[:150])
    decoder.push(DATA, b"\x02\x63" + body[:150])
    assert len(decoder.push(DATA, b"\x03\x63" + body[150:])) == 1


def test_a_lost_first_part_does_not_spoil_the_next_block() -> None:
    body = _block(8)
    decoder = MovesenseDecoder()
    with pytest.raises(PacketError):
        decoder.push(DATA, b"\x03\x63" + body[150:])
    decoder.push(DATA, b"\x02\x63" + body[:150])
    assert len(decoder.push(DATA, b"\x03\x63" + body[150:])) == 1


@pytest.mark.parametrize("code", ["01fb", "fb01"], ids=["big-endian", "little-endian"])
def test_a_refused_subscription_is_told_in_either_byte_order(code: str) -> None:
    reply = b"\x01\x63" + bytes.fromhex(code)
    assert MovesenseDecoder().push(DATA, reply) == (Refused(507),)


@pytest.mark.parametrize(
    "payload",
    [b"\x01\x63\xc8\x00", b"\x01\x63\x00\xc8", b"\x01\x63Hello", b"\x01\x62\x94\x01"],
    ids=["ok little", "ok big", "hello", "no battery here"],
)
def test_other_results_say_nothing(payload: bytes) -> None:
    assert MovesenseDecoder().push(DATA, payload) == ()


def test_battery_comes_by_standard_characteristic_or_subscription() -> None:
    decoder = MovesenseDecoder()
    assert decoder.push(BATTERY_LEVEL, b"\x5a") == (Battery(0.9),)
    assert decoder.push(DATA, b"\x02\x62\x5a") == (Battery(0.9),)


@pytest.mark.parametrize("rate_hz", [52, 104])
def test_start_subscribes_to_imu6(rate_hz: int) -> None:
    assert MOVESENSE.start[rate_hz] == (
        Subscribe("34800002-7185-4d5d-b431-630e7050e8f0"),
        Write(_COMMAND, b"\x01\x63" + f"/Meas/IMU6/{rate_hz}".encode()),
    )


def test_stop_unsubscribes_its_reference() -> None:
    assert MOVESENSE.stop == (
        Write(_COMMAND, b"\x02\x63"),
        Write(_COMMAND, b"\x02\x62"),
        Unsubscribe("34800002-7185-4d5d-b431-630e7050e8f0"),
    )


def test_asking_the_battery_again_and_again_holds_one_subscription() -> None:
    held: set[int] = set()
    for step in (*MOVESENSE.start[104.0], *(MOVESENSE.battery * 100)):
        if isinstance(step, Write) and step.data[0] == 1:
            assert step.data[1] not in held
            held.add(step.data[1])
        elif isinstance(step, Write) and step.data[0] == 2:
            held.discard(step.data[1])
    assert held == {99, 98}
