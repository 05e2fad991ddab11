"""Notifications become blocks and events, the same however they are cut."""

import struct
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.devices import movesense, open_imu, xsens_dot
from sensors.notifications import NotificationReader
from sensors.samples import ImuBlock, SampleFlag
from sensors.source import Battery, RawNotification, SourceItem, WearerMark
from tests.radio.encoders import encode_dot, open_imu_info

N = 60


def dot_notifications(n: int = N, start_s: float = 50.0) -> list[RawNotification]:
    t_s = np.arange(n) / 60
    acc = np.tile([0.0, 9.81, 0.0], (n, 1)) + t_s[:, None]
    sent = encode_dot(t_s, acc, 0.1 * acc)
    return [
        RawNotification(start_s + i / 60 + 0.01, each.char, each.payload)
        for i, each in enumerate(sent)
    ]


def dot_reader() -> NotificationReader:
    return NotificationReader(xsens_dot.XSENS_DOT, 60.0)


def joined(items: list[SourceItem]) -> ImuBlock:
    blocks = [item for item in items if isinstance(item, ImuBlock)]
    return ImuBlock(*map(np.concatenate, zip(*blocks, strict=True)))


def test_time_begins_at_nought() -> None:
    (block,) = dot_reader().push(dot_notifications())
    assert isinstance(block, ImuBlock)
    assert block.t_s[0] == 0


def test_a_push_gives_one_block() -> None:
    (block,) = dot_reader().push(dot_notifications())
    assert isinstance(block, ImuBlock)
    assert len(block.t_s) == N


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, N), max_size=6))
def test_any_cut_gives_the_same_samples(cuts: list[int]) -> None:
    raw = dot_notifications()
    whole = joined(dot_reader().push(raw))
    reader = dot_reader()
    edges = [0, *sorted(cuts), N]
    pieces = [item for a, b in pairwise(edges) for item in reader.push(raw[a:b])]
    for one, other in zip(whole, joined(pieces), strict=True):
        np.testing.assert_array_equal(one, other)


def test_events_stand_between_the_samples_they_came_between() -> None:
    raw = dot_notifications()
    raw.insert(20, RawNotification(50.34, xsens_dot.REPORT, b"\x05\x00"))
    raw.insert(41, RawNotification(50.68, xsens_dot.BATTERY, b"\x32\x00"))
    items = dot_reader().push(raw)
    lengths = [len(item.t_s) if isinstance(item, ImuBlock) else item for item in items]
    first = items[0]
    assert isinstance(first, ImuBlock)
    assert lengths == [20, WearerMark(float(first.t_s[-1])), 20, Battery(0.5), 20]


def test_a_button_before_the_first_sample_marks_nothing() -> None:
    assert dot_reader().push([RawNotification(1.0, xsens_dot.REPORT, b"\x05")]) == []


def test_a_bad_packet_is_counted_and_passed_over() -> None:
    reader = dot_reader()
    raw = dot_notifications(4)
    raw[1] = raw[1]._replace(payload=b"\x00\x01")
    (block,) = reader.push(raw)
    assert isinstance(block, ImuBlock)
    assert (len(block.t_s), reader.n_bad_packets) == (3, 1)


def test_a_doubled_packet_comes_once() -> None:
    raw = dot_notifications(10)
    (block,) = dot_reader().push([*raw[:5], raw[4], *raw[5:]])
    assert isinstance(block, ImuBlock)
    assert len(block.t_s) == 10


def test_a_lost_link_is_a_gap_of_its_true_length() -> None:
    reader = dot_reader()
    reader.push(dot_notifications())
    reader.link_lost()
    (block,) = reader.push(dot_notifications(start_s=54.0))
    assert isinstance(block, ImuBlock)
    assert block.flags[0] == SampleFlag.AFTER_GAP
    assert not block.flags[1:].any()
    np.testing.assert_allclose(block.t_s[0], 4.0, atol=0.002)


def test_a_link_lost_before_the_first_sample_is_no_gap() -> None:
    reader = dot_reader()
    reader.link_lost()
    (block,) = reader.push(dot_notifications(3))
    assert isinstance(block, ImuBlock)
    assert not block.flags.any()


def test_clipping_is_flagged() -> None:
    over = struct.pack("<I6f12x", 0, 0.0, 16 * 9.80665, 0.0, 0.0, 0.0, 0.0)
    (block,) = dot_reader().push([RawNotification(1.0, xsens_dot.MEDIUM_PAYLOAD, over)])
    assert isinstance(block, ImuBlock)
    assert block.flags.tolist() == [SampleFlag.CLIPPED]


def test_the_sensor_knows_its_rate_better() -> None:
    reader = NotificationReader(open_imu.OPEN_IMU, 100.0)
    reader.push([RawNotification(1.0, open_imu.INFO, open_imu_info(104.0))])
    assert reader.rate_hz == 104.0


def test_a_refused_command_is_remembered_until_the_next_link() -> None:
    reader = NotificationReader(movesense.MOVESENSE, 104.0)
    reader.push([RawNotification(1.0, movesense.DATA, b"\x01\x63\x01\xfb")])
    assert reader.refused is not None
    reader.link_lost()
    assert reader.refused is None
