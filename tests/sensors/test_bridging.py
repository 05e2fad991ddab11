"""Lost samples recalled from the strides before, on a walk whose every sample is known."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sensors.bridging import recalled
from sensors.clock import UniformGrid
from sensors.samples import FloatArray, ImuBlock, SampleFlag

RATE_HZ = 100.0
STRIDE_S = 1.073  # no whole number of samples
MADE_UP = int(SampleFlag.INTERPOLATED | SampleFlag.RECALLED)


def wave(t_s: FloatArray) -> FloatArray:
    """A swing with a shock in it, (n, 3)."""
    phase = 2 * np.pi * t_s / STRIDE_S
    swing = 3 * np.sin(phase) + 1.2 * np.sin(3 * phase + 1)
    shock = 2 * np.exp(4 * (np.cos(phase) - 1)) * np.sin(8 * phase)
    return np.stack([swing + shock, 0.3 * swing, 0.2 * np.cos(2 * phase)], axis=1)


def walk(duration_s: float = 6.0, speed: float = 1.0) -> ImuBlock:
    t_s = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    acc = 2 * wave(t_s * speed + 0.2) + np.array([9.8, 0, 0])
    return ImuBlock(t_s, acc, wave(t_s * speed), np.zeros(len(t_s), np.uint8))


def part(block: ImuBlock, rows: slice | NDArray[Any]) -> ImuBlock:
    return ImuBlock(block.t_s[rows], block.acc_mps2[rows], block.gyr_radps[rows], block.flags[rows])


def without(block: ImuBlock, start: int, stop: int) -> ImuBlock:
    return part(block, np.r_[0:start, stop : len(block.t_s)])


def turned_rad(block: ImuBlock) -> FloatArray:
    """Angle about each axis after the whole stretch."""
    angle: FloatArray = block.gyr_radps.sum(axis=0) / RATE_HZ
    return angle


@pytest.mark.parametrize("start", [455, 470, 485, 500, 515, 530])
@pytest.mark.parametrize("n_lost", [1, 5, 8, 17])
def test_a_walk_that_repeats_itself_is_recalled_to_a_tenth_of_a_degree(
    start: int, n_lost: int
) -> None:
    whole = walk()
    bridged = UniformGrid(RATE_HZ).push(without(whole, start, start + n_lost))
    assert len(bridged.t_s) == len(whole.t_s)
    assert (bridged.flags[start : start + n_lost] == MADE_UP).all()
    assert np.degrees(np.abs(turned_rad(bridged) - turned_rad(whole))).max() < 0.1


def test_what_was_not_lost_stays_as_it_was() -> None:
    whole = walk()
    bridged = UniformGrid(RATE_HZ).push(without(whole, 500, 508))
    kept = np.r_[0:500, 508 : len(whole.t_s)]
    np.testing.assert_array_equal(bridged.gyr_radps[kept], whole.gyr_radps[kept])


def test_a_first_stride_has_none_before_it_and_is_interpolated() -> None:
    bridged = UniformGrid(RATE_HZ).push(without(walk(), 60, 64))
    assert (bridged.flags[60:64] == SampleFlag.INTERPOLATED).all()
    steps = np.diff(bridged.gyr_radps[59:65], axis=0)
    np.testing.assert_allclose(steps, np.broadcast_to(steps[0], steps.shape), atol=1e-9)


def test_a_long_loss_is_a_gap_where_nothing_can_be_recalled() -> None:
    bridged = UniformGrid(RATE_HZ).push(without(walk(), 60, 75))
    assert len(bridged.t_s) == 600 - 15
    assert np.flatnonzero(bridged.flags).tolist() == [60]
    assert bridged.flags[60] == SampleFlag.AFTER_GAP


def test_a_loss_beyond_180_ms_is_always_a_gap() -> None:
    bridged = UniformGrid(RATE_HZ).push(without(walk(), 500, 520))
    assert bridged.flags[500] == SampleFlag.AFTER_GAP


def test_a_movement_unlike_all_before_is_not_recalled() -> None:
    whole = walk()
    other = np.random.default_rng(1).normal(0, 3, (200, 3)).cumsum(axis=0) / 5
    gyr = np.concatenate([whole.gyr_radps[:400], other])
    bridged = UniformGrid(RATE_HZ).push(without(whole._replace(gyr_radps=gyr), 500, 505))
    assert (bridged.flags[500:505] == SampleFlag.INTERPOLATED).all()


def test_nothing_is_recalled_of_a_thigh_at_rest() -> None:
    t_s = np.arange(600) / RATE_HZ
    draw = np.random.default_rng(2)
    still = ImuBlock(
        t_s,
        draw.normal(0, 0.05, (600, 3)) + np.array([9.8, 0, 0]),
        draw.normal(0, 0.01, (600, 3)),
        np.zeros(600, np.uint8),
    )
    bridged = UniformGrid(RATE_HZ).push(without(still, 500, 505))
    assert (bridged.flags[500:505] == SampleFlag.INTERPOLATED).all()


def test_what_was_made_up_itself_is_not_recalled() -> None:
    whole = walk(4.0)
    flags = whole.flags.copy()
    flags[:330] = SampleFlag.INTERPOLATED
    past = part(whole._replace(flags=flags), slice(0, 350))
    assert recalled(past, whole.acc_mps2[355], whole.gyr_radps[355], 5, RATE_HZ) is None


@settings(max_examples=25, deadline=None)
@given(
    cuts=st.lists(st.integers(1, 560), max_size=8),
    lost=st.lists(st.tuples(st.integers(120, 540), st.integers(1, 18)), min_size=1, max_size=4),
)
def test_any_partition_recalls_the_same_bits(cuts: list[int], lost: list[tuple[int, int]]) -> None:
    whole = walk()
    is_here = np.ones(len(whole.t_s), np.bool_)
    for start, n_lost in lost:
        is_here[start : start + n_lost] = False
    stream = part(whole, is_here)
    at_once = UniformGrid(RATE_HZ).push(stream)
    for edges in ([0, *sorted(set(cuts))], range(len(stream.t_s))):
        grid, stops = UniformGrid(RATE_HZ), [*edges, len(stream.t_s)]
        made = [grid.push(part(stream, slice(a, b))) for a, b in pairwise(stops)]
        joined = ImuBlock(*map(np.concatenate, zip(*made, strict=True)))
        assert [c.tobytes() for c in joined] == [c.tobytes() for c in at_once]
