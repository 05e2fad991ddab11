"""The time of a stream: what passed with a block, what was skipped, how well it comes in."""

import numpy as np
import pytest

from coach.walking.stream_time import StreamTime
from sensors.samples import ImuBlock

RATE_HZ = 100.0


def _block(start_s: float, n: int = 10) -> ImuBlock:
    t_s = start_s + np.arange(n) / RATE_HZ
    return ImuBlock(t_s, np.zeros((n, 3)), np.zeros((n, 3)), np.zeros(n, np.uint8))


def test_the_first_block_is_a_step_within_itself() -> None:
    step = StreamTime(RATE_HZ).advance(_block(2.0))
    assert (step.before_s, step.lost_to_s) == (2.0, None)
    assert step.duration_s == pytest.approx(0.09)


def test_a_block_reaches_from_the_newest_sample_before_it() -> None:
    time = StreamTime(RATE_HZ)
    time.advance(_block(0.0))
    step = time.advance(_block(0.1))
    assert (step.before_s, step.now_s) == pytest.approx((0.09, 0.19))
    assert time.t_s == pytest.approx(0.19)


@pytest.mark.parametrize(
    ("missing_s", "is_lost"),
    [(0.0, False), (0.03, False), (1.0, True)],
    ids=["nothing", "what is bridged", "more than is bridged"],
)
def test_where_more_is_missing_than_is_bridged_it_is_told(missing_s: float, is_lost: bool) -> None:
    time = StreamTime(RATE_HZ)
    time.advance(_block(0.0))
    first_s = 0.1 + missing_s
    assert time.advance(_block(first_s)).lost_to_s == (first_s if is_lost else None)


def test_the_quality_is_measured_anew_every_second() -> None:
    time = StreamTime(RATE_HZ)
    seen = []
    for n in range(35):
        time.advance(_block(0.07 * n, 7))
        seen.append(time.quality)
    new = [0.07 * n for n in range(1, 35) if seen[n] is not seen[n - 1]]
    assert new == pytest.approx([0.98, 2.03])  # with samples to 1.04 s and to 2.09 s
    assert seen[-1].rate_hz == pytest.approx(RATE_HZ)


def test_a_stream_that_begins_anew_is_measured_at_once() -> None:
    time = StreamTime(RATE_HZ)
    for n in range(30):
        time.advance(_block(5 + n / 10))
    before = time.quality
    time.advance(_block(0.0))
    assert time.quality is not before


def test_another_rate_begins_the_measurement_anew() -> None:
    time = StreamTime(RATE_HZ)
    for n in range(20):
        time.advance(_block(n / 10))
    time.set_rate(50.0)
    assert time.rate_hz == 50.0
    for n in range(20, 35):
        time.advance(_block(n / 10))
    assert time.quality.rate_hz == pytest.approx(RATE_HZ)
    assert time.quality.lost_share == 0.0


def test_a_lost_link_has_no_quality() -> None:
    time = StreamTime(RATE_HZ)
    time.advance(_block(0.0, 150))
    assert time.quality.rate_hz == pytest.approx(100)
    time.link_lost()
    assert time.quality.rate_hz is None
