"""Movella DOT: the sheet's vectors, its start and stop bytes, and what it says beside samples."""

import struct

import numpy as np
import pytest

from sensors.devices import xsens_dot
from sensors.devices.codec import (
    ButtonPress,
    GoingToSleep,
    Identity,
    Samples,
    Subscribe,
    Unsubscribe,
    Write,
)
from sensors.devices.xsens_dot import XSENS_DOT, XsensDotDecoder, decode_sample
from sensors.errors import PacketError
from sensors.source import Battery
from tests.radio.encoders import READ_VALUES

_MODE_21 = bytes.fromhex(
    "40420f00 00000000 00000000 c3f51c41 00002041 0000a0c1 0000003f 000000000000000000000000"
)
_MODE_6_CAPTURES = tuple(
    bytes.fromhex(text)
    for text in (
        "d8052244 af964040 6b2aa740 5add14c0 00000000",
        "f3462244 0da53c40 9c13a640 f01009c0 00000000",
    )
)


def test_the_sheets_sample_decodes_to_its_values() -> None:
    sample = decode_sample(_MODE_21)
    assert sample.tick == 1_000_000
    assert sample.acc_mps2 == pytest.approx(np.array([[0, 0, 9.81]]), abs=1e-6)
    assert np.degrees(sample.gyr_radps) == pytest.approx(np.array([[10, -20, 0.5]]), abs=1e-6)


def test_an_unpadded_sample_is_the_same_sample() -> None:
    whole, cut = decode_sample(_MODE_21), decode_sample(_MODE_21[:28])
    assert cut.tick == whole.tick
    assert np.array_equal(cut.acc_mps2, whole.acc_mps2)


def test_clock_of_the_captures_runs_at_60_hz() -> None:
    first, second = (struct.unpack_from("<I", capture)[0] for capture in _MODE_6_CAPTURES)
    assert XSENS_DOT.tick is not None
    assert (first, second) == (1_143_080_408, 1_143_097_075)
    assert 1 / ((second - first) * XSENS_DOT.tick.unit_s) == pytest.approx(60, abs=0.01)


def test_clock_wraps_after_71_6_minutes() -> None:
    assert XSENS_DOT.tick is not None
    assert 2**XSENS_DOT.tick.n_bits * XSENS_DOT.tick.unit_s / 60 == pytest.approx(71.6, abs=0.05)


@pytest.mark.parametrize("payload", _MODE_6_CAPTURES, ids=["first", "second"])
def test_a_payload_of_another_mode_is_refused_by_its_length(payload: bytes) -> None:
    with pytest.raises(PacketError, match="20 bytes"):
        decode_sample(payload)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e30], ids=["nan", "inf", "huge"])
def test_a_value_that_is_no_movement_is_refused(value: float) -> None:
    with pytest.raises(PacketError):
        decode_sample(struct.pack("<I6f", 0, 0, 0, 9.81, value, 0, 0))


def test_start_subscribes_first_and_then_asks_for_rate_quantities() -> None:
    steps = XSENS_DOT.start[60.0]
    assert steps[-1] == Write("15172001-4947-11e9-8646-d663bd873d93", bytes.fromhex("010115"))
    subscribed = steps.index(Subscribe("15172003-4947-11e9-8646-d663bd873d93"))
    assert subscribed < next(i for i, step in enumerate(steps) if isinstance(step, Write))


def test_start_sets_60_hz_while_not_measuring() -> None:
    writes = [step for step in XSENS_DOT.start[60.0] if isinstance(step, Write)]
    assert [write.data[:3].hex() for write in writes] == ["010015", "100000", "010115"]
    control = writes[1]
    assert control.char == "15171002-4947-11e9-8646-d663bd873d93"
    assert (len(control.data), control.data[24:26]) == (32, b"\x3c\x00")
    assert sum(control.data) == 0x10 + 60


def test_stop_ends_the_measurement() -> None:
    assert XSENS_DOT.stop == (
        Write("15172001-4947-11e9-8646-d663bd873d93", bytes.fromhex("010015")),
        Unsubscribe("15172003-4947-11e9-8646-d663bd873d93"),
    )


def test_identify_and_power_off_touch_one_field_each() -> None:
    identify, power_off = XSENS_DOT.identify[0], XSENS_DOT.power_off[0]
    assert isinstance(identify, Write)
    assert isinstance(power_off, Write)
    assert identify.data == b"\x01\x01" + bytes(30)
    assert power_off.data == b"\x02\x00\x01" + bytes(29)


def test_device_info_tells_serial_and_firmware() -> None:
    payload = READ_VALUES[xsens_dot.DEVICE_INFO]
    assert len(payload) == 34
    assert XsensDotDecoder().push(xsens_dot.DEVICE_INFO, payload) == (
        Identity("D422CD00ABCD1234", "2.0.1"),
    )


@pytest.mark.parametrize(
    ("char", "payload", "item"),
    [
        (xsens_dot.BATTERY, b"\x50\x00", Battery(0.8)),
        (xsens_dot.REPORT, b"\x05\x04\x01\x02\x03\x04" + bytes(30), ButtonPress()),
        (xsens_dot.REPORT, b"\x01" + bytes(35), GoingToSleep()),
        (xsens_dot.REPORT, b"\x04" + bytes(35), GoingToSleep()),
    ],
    ids=["battery", "click", "off", "power saving"],
)
def test_what_it_says_beside_samples(char: str, payload: bytes, item: object) -> None:
    assert XsensDotDecoder().push(char, payload) == (item,)


def test_a_sample_at_the_end_of_the_range_is_clipped() -> None:
    sample = decode_sample(struct.pack("<I6f", 0, 0, 0, 9.81, 2000, 0, 0))
    assert isinstance(sample, Samples)
    assert sample.is_clipped.tolist() == [True]
