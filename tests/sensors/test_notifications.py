"""Notifications become blocks and events, the same however they are cut."""

import struct
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.devices import metamotion, movesense, open_imu, witmotion, xsens_dot
from sensors.devices.codec import Driver
from sensors.notifications import NotificationReader
from sensors.samples import FloatArray, ImuBlock, SampleFlag
from sensors.source import Battery, RawNotification, SourceItem, WearerMark
from tests.radio.encoders import (
    Encoder,
    Notification,
    encode_dot,
    encode_metamotion,
    encode_movesense,
    encode_witmotion,
    open_imu_info,
)

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


def swinging(n: int, rate_hz: float = 100.0) -> tuple[FloatArray, FloatArray, FloatArray]:
    t_s = np.arange(n) / rate_hz
    acc = np.stack((np.sin(5 * t_s), 9.81 * np.cos(t_s), np.cos(7 * t_s)), axis=1)
    return t_s, acc, 0.3 * acc


def test_a_doubled_notification_of_a_sensor_without_time_comes_once() -> None:
    sent = encode_witmotion(*swinging(20))
    raw = [RawNotification(50 + 0.01 * i, each.char, each.payload) for i, each in enumerate(sent)]
    reader = NotificationReader(witmotion.WITMOTION, 100.0)
    (block,) = reader.push([*raw[:8], raw[7], *raw[8:]])
    assert isinstance(block, ImuBlock)
    assert (len(block.t_s), reader.n_doubled) == (20, 1)


def test_a_doubled_half_of_a_pair_comes_once() -> None:
    sent = encode_metamotion(*swinging(30))
    raw = [RawNotification(50 + 0.015 * i, each.char, each.payload) for i, each in enumerate(sent)]
    reader = NotificationReader(metamotion.METAMOTION, 100.0)
    joined_samples = joined(reader.push([*raw[:9], raw[8], *raw[9:]]))
    (whole,) = NotificationReader(metamotion.METAMOTION, 100.0).push(raw)
    assert isinstance(whole, ImuBlock)
    np.testing.assert_array_equal(joined_samples.acc_mps2, whole.acc_mps2)


def test_a_sensor_that_lies_still_is_not_taken_for_doubled() -> None:
    _, acc, gyr = swinging(1)
    sent = encode_witmotion(np.arange(100) / 100, np.tile(acc, (100, 1)), np.tile(gyr, (100, 1)))
    raw = [RawNotification(50 + 0.01 * i, each.char, each.payload) for i, each in enumerate(sent)]
    reader = NotificationReader(witmotion.WITMOTION, 100.0)
    assert len(joined(reader.push(raw)).t_s) >= 99


def witmotion_at(rate_hz: float, duration_s: float = 8.0) -> list[RawNotification]:
    """What a sensor of that true rate sends, in bursts every 30 ms."""
    n = int(rate_hz * duration_s)
    sent = encode_witmotion(*swinging(n, rate_hz))
    return [
        RawNotification(50 + 0.03 * np.ceil(i / rate_hz / 0.03 + 0.1), each.char, each.payload)
        for i, each in enumerate(sent)
    ]


def measuring(nominal_hz: float = 100.0) -> NotificationReader:
    return NotificationReader(witmotion.WITMOTION, nominal_hz, measures_rate=True)


@pytest.mark.parametrize("true_hz", [97.0, 98.8, 101.2, 103.0, 50.0, 10.0])
def test_a_rate_off_nominal_is_measured_in_the_first_seconds(true_hz: float) -> None:
    reader = measuring()
    block = joined(reader.push(witmotion_at(true_hz)))
    assert reader.rate_hz == pytest.approx(true_hz, rel=0.003)
    assert np.diff(block.t_s)[len(block.t_s) // 2 :].mean() == pytest.approx(1 / true_hz, rel=0.01)


@pytest.mark.parametrize("true_hz", [99.8, 100.0, 100.2])
def test_a_rate_near_nominal_is_nominal(true_hz: float) -> None:
    reader = measuring()
    reader.push(witmotion_at(true_hz))
    assert reader.rate_hz == 100.0


def test_nothing_comes_before_the_rate_is_known() -> None:
    reader = measuring()
    raw = witmotion_at(101.2)
    n_early = sum(each.arrival_s < raw[0].arrival_s + 4.9 for each in raw)
    assert reader.push(raw[:n_early]) == []
    assert len(joined(reader.push(raw[n_early:])).t_s) == len(raw)


def through_the_air(
    sent: list[Notification], rate_hz: float, *, lost: float, doubled: float, interval_s: float
) -> list[RawNotification]:
    """In bursts every connection interval; some are lost, some come twice."""
    draw = np.random.default_rng(4)
    heard: list[RawNotification] = []
    event_s, i = 50.0, 0
    while i < len(sent):
        event_s += interval_s
        if draw.random() < 0.02:
            continue
        arrival_s = event_s + 0.001 + abs(draw.normal(0, 0.001))
        while i < len(sent) and 50 + sent[i].sample_idx / rate_hz < event_s:
            if draw.random() >= lost:
                each = RawNotification(arrival_s, sent[i].char, sent[i].payload)
                heard += [each] * (1 + (draw.random() < doubled))
            arrival_s += draw.uniform(0.001, 0.003)
            i += 1
    return heard


@pytest.mark.parametrize("interval_s", [0.03, 0.045], ids=["30 ms", "45 ms"])
@pytest.mark.parametrize(
    ("driver", "encode"),
    [(witmotion.WITMOTION, encode_witmotion), (metamotion.METAMOTION, encode_metamotion)],
    ids=["witmotion", "metamotion"],
)
def test_times_without_a_clock_are_within_10_ms_with_losses_and_doubles(
    driver: Driver, encode: Encoder, interval_s: float
) -> None:
    n, rate_hz = 12_000, 100.0
    t_s = np.arange(n) / rate_hz
    tag = np.arange(n) % 30_000 * np.radians(1 / 16.4)  # the sample's number, in counts
    gyr = np.stack([tag, np.sin(7 * t_s), np.zeros(n)], axis=1)
    acc = np.tile([0.0, 9.81, 0.0], (n, 1))
    heard = through_the_air(
        encode(t_s, acc, gyr), rate_hz, lost=0.01, doubled=0.01, interval_s=interval_s
    )
    block = joined(NotificationReader(driver, rate_hz).push(heard))
    is_real = block.flags == 0
    number = np.rint(np.degrees(block.gyr_radps[is_real, 0]) * 16.4)
    errors_ms = 1000 * (block.t_s[is_real] - number / rate_hz)
    errors_ms -= np.median(errors_ms)  # when a walk begins is free to choose
    assert np.percentile(np.abs(errors_ms), 95) <= 10


def test_a_link_lost_in_the_first_seconds_loses_none_of_them() -> None:
    reader = measuring()
    raw = witmotion_at(100.0)
    reader.push(raw[:200])
    reader.link_lost()
    later = [each._replace(arrival_s=each.arrival_s + 5) for each in raw[200:300]]
    block = joined(reader.push(later))
    assert len(block.t_s) == 300
    assert np.flatnonzero(block.flags).tolist() == [200]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(0, 800), max_size=5))
def test_a_measured_rate_does_not_depend_on_the_cut(cuts: list[int]) -> None:
    raw = witmotion_at(101.2)
    whole = joined(measuring().push(raw))
    reader = measuring()
    edges = [0, *sorted(cuts), len(raw)]
    pieces = [item for a, b in pairwise(edges) for item in reader.push(raw[a:b])]
    for one, other in zip(whole, joined(pieces), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("true_hz", [98.8, 100.0, 101.2])
def test_losses_do_not_make_a_sensor_slow_where_packets_come_at_once(true_hz: float) -> None:
    draw = np.random.default_rng(6)
    n = int(8 * true_hz)
    raw = [
        RawNotification(50 + i / true_hz + draw.exponential(0.0005), each.char, each.payload)
        for i, each in enumerate(encode_witmotion(*swinging(n, true_hz)))
        if draw.random() >= 0.01
    ]
    reader = measuring()
    reader.push(raw)
    assert reader.rate_hz == pytest.approx(true_hz, rel=0.002)


def test_halves_of_two_packets_are_not_joined() -> None:
    n = 48
    t_s = np.arange(n) / 104
    gyr = np.tile(t_s[:, None], (1, 3))
    sent = encode_movesense(t_s, gyr + 9.0, gyr)
    heard = [
        RawNotification(50 + each.sample_idx / 104 + 0.002 * (i % 2), each.char, each.payload)
        for i, each in enumerate(sent)
        if i not in {3, 4}  # the second half of one packet and the first of the next
    ]
    reader = NotificationReader(movesense.MOVESENSE, 104.0)
    block = joined(reader.push(heard))
    assert len(block.t_s) == n - 16
    np.testing.assert_allclose(block.gyr_radps[:, 0], [*t_s[:8], *t_s[24:]], atol=1e-6)
