"""WitMotion: frames found in a byte stream, its settings commands, its battery table."""

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.devices.codec import Item, Pause, Samples, Subscribe, Unsubscribe, Write
from sensors.devices.witmotion import NOTIFY, WITMOTION, WitMotionDecoder
from sensors.errors import PacketError
from sensors.source import Battery

_ONE_G = bytes.fromhex("5561 0000 0000 0008 0000 0000 0000 0000 0000 0000")


def _frame(az: int) -> bytes:
    return struct.pack("<BB9h", 0x55, 0x61, 0, 0, az, 0, 0, 0, 0, 0, 0)


def _az_counts(items: list[Item]) -> list[float]:
    """Accelerations along z of all samples, in counts."""
    found = [item.acc_mps2[:, 2] for item in items if isinstance(item, Samples)]
    return [round(az / 9.80665 * 2048) for az in np.concatenate([*found, np.empty(0)])]


def _push_all(parts: list[bytes]) -> list[Item]:
    decoder = WitMotionDecoder()
    return [item for part in parts for item in decoder.push(NOTIFY, part)]


def test_the_sheets_frame_is_one_g_upwards() -> None:
    (item,) = WitMotionDecoder().push(NOTIFY, _ONE_G)
    assert isinstance(item, Samples)
    assert item.acc_mps2 == pytest.approx(np.array([[0, 0, 9.80665]]))
    assert (item.tick, item.counter) == (None, None)


def test_full_counts_are_16_g_and_2000_dps() -> None:
    (item,) = WitMotionDecoder().push(
        NOTIFY, struct.pack("<BB9h", 0x55, 0x61, 16384, 0, 0, -16384, 0, 0, 0, 0, 0)
    )
    assert isinstance(item, Samples)
    assert item.acc_mps2[0, 0] == pytest.approx(8 * 9.80665)
    assert np.degrees(item.gyr_radps[0, 0]) == pytest.approx(-1000)


@given(st.lists(st.integers(1, 60), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_fragments_give_the_same_samples(cuts: list[int]) -> None:
    stream = b"".join(_frame(1000 + i) for i in range(20))
    parts = []
    for cut in cuts:
        parts.append(stream[:cut])
        stream = stream[cut:]
    assert _az_counts(_push_all([*parts, stream])) == [1000 + i for i in range(20)]


def test_a_lost_fragment_costs_only_the_frames_it_touched() -> None:
    stream = b"".join(_frame(1000 + i) for i in range(6))
    assert _az_counts(_push_all([stream[:30], stream[47:]])) == [1000, 1003, 1004, 1005]


def test_a_torn_frame_is_told_as_lost_where_it_was() -> None:
    frames = [_frame(1000 + i) for i in range(9)]
    stream = b"".join(frames[:6])
    parts = [stream[:50], stream[50:60], stream[110:120], b"".join(frames[6:8]), frames[8]]
    items = [item for item in _push_all(parts) if isinstance(item, Samples)]
    assert [item.n_lost_before for item in items] == [0, 0, 1, 0]


def test_a_stream_that_begins_within_a_frame_has_lost_nothing() -> None:
    items = _push_all([_frame(1000)[7:] + _frame(1001), _frame(1002)])
    assert [item.n_lost_before for item in items if isinstance(item, Samples)] == [0, 0]


def test_a_head_inside_the_data_does_not_shift_the_frames() -> None:
    tricky = struct.pack("<BB9h", 0x55, 0x61, 0x6155, 0, 1000, 0, 0, 0, 0, 0, 0)
    assert _az_counts(_push_all([tricky[5:] + tricky + _frame(1001)])) == [1000, 1001]


def test_longer_frames_of_a_sibling_model_are_no_samples() -> None:
    sibling = bytes.fromhex("5561") + bytes(range(1, 27))
    assert _az_counts(_push_all([sibling] * 3)) == []


def test_endless_garbage_is_refused() -> None:
    decoder = WitMotionDecoder()
    with pytest.raises(PacketError, match="no frame"):
        [decoder.push(NOTIFY, b"\x00" * 20) for _ in range(10)]


def test_after_garbage_the_stream_goes_on() -> None:
    decoder = WitMotionDecoder()
    with pytest.raises(PacketError):
        decoder.push(NOTIFY, b"\x00" * 500)
    assert len(decoder.push(NOTIFY, _ONE_G)) == 1


def test_register_replies_between_the_frames_are_no_samples() -> None:
    reply = struct.pack("<BBHH14x", 0x55, 0x71, 0x40, 2500)
    assert _az_counts(_push_all([_frame(1) + reply + _frame(2)])) == [1, 2]


@pytest.mark.parametrize(
    ("centivolts", "level"),
    [(340, 0), (370, 0.15), (387, 0.6), (399, 1), (420, 1), (650, 0), (775, 0.6), (880, 1)],
)
def test_battery_voltage_is_read_from_the_vendors_table(centivolts: int, level: float) -> None:
    reply = struct.pack("<BBHH14x", 0x55, 0x71, 0x64, centivolts)
    (battery,) = _push_all([reply])
    assert isinstance(battery, Battery)
    assert battery.level == pytest.approx(level)


@pytest.mark.parametrize(("rate_hz", "code"), [(50, "08"), (100, "09"), (200, "0b")])
def test_start_unlocks_sets_the_rate_and_saves(rate_hz: float, code: str) -> None:
    steps = WITMOTION.start[rate_hz]
    assert steps[0] == Subscribe("0000ffe4-0000-1000-8000-00805f9a34fb")
    writes = [step for step in steps if isinstance(step, Write)]
    assert [write.data.hex() for write in writes] == ["ffaa6988b5", f"ffaa03{code}00", "ffaa000000"]
    assert {write.char for write in writes} == {"0000ffe9-0000-1000-8000-00805f9a34fb"}


def test_the_sensor_gets_100_ms_after_each_command() -> None:
    for steps in WITMOTION.start.values():
        after_writes = [steps[i + 1] for i, step in enumerate(steps) if isinstance(step, Write)]
        assert after_writes == [Pause(0.1)] * 3


def test_stop_only_unsubscribes() -> None:
    assert WITMOTION.stop == (Unsubscribe("0000ffe4-0000-1000-8000-00805f9a34fb"),)


def test_battery_is_asked_from_its_register() -> None:
    assert WITMOTION.battery[0] == Write(
        "0000ffe9-0000-1000-8000-00805f9a34fb", bytes.fromhex("ffaa276400")
    )
