"""The uniform grid: what passes, what is bridged, what starts again."""

import copy
from collections.abc import Sequence
from itertools import pairwise
from math import nan, radians
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.clock import UniformGrid
from sensors.samples import ImuBlock, SampleFlag

WALKS = Path(__file__).parents[3] / "shared" / "walks"


def block(
    t_s: Sequence[float],
    acc_x_mps2: Sequence[float] | None = None,
    gyr_x_radps: Sequence[float] | None = None,
    flags: Sequence[int] | None = None,
) -> ImuBlock:
    """Samples whose x axes are given; the others ramp with the sample number, never still."""
    n = len(t_s)
    ramp = 0.001 * (np.arange(n) % 50)
    acc = np.stack([ramp, ramp, 9.8 + ramp], axis=1)
    gyr = np.stack([ramp, ramp, ramp], axis=1)
    if acc_x_mps2 is not None:
        acc[:, 0] = acc_x_mps2
    if gyr_x_radps is not None:
        gyr[:, 0] = gyr_x_radps
    return ImuBlock(
        np.array(t_s, float), acc, gyr, np.array([0] * n if flags is None else flags, np.uint8)
    )


def joined(blocks: Sequence[ImuBlock]) -> ImuBlock:
    return ImuBlock(*(np.concatenate(values) for values in zip(*blocks, strict=True)))


def parts(whole: ImuBlock, cuts: Sequence[int]) -> list[ImuBlock]:
    edges = [0, *sorted(min(cut, len(whole.t_s)) for cut in cuts), len(whole.t_s)]
    return [
        ImuBlock(*(values[a:b] for values in whole))  # type: ignore[arg-type]
        for a, b in pairwise(edges)
    ]


def as_bytes(blocks: Sequence[ImuBlock]) -> list[bytes]:
    return [values.tobytes() for values in joined(blocks)]


def test_regular_block_passes_untouched() -> None:
    regular = block([0.00, 0.01, 0.02, 0.03])
    assert UniformGrid(100).push(regular) is regular


def test_long_regular_block_passes_untouched() -> None:
    regular = block(np.round(np.arange(2000) / 120, 5).tolist())
    assert UniformGrid(120).push(regular) is regular


def test_first_sample_is_not_a_gap() -> None:
    assert UniformGrid(100).push(block([5.0])).flags.tolist() == [SampleFlag.NONE]


def test_lost_samples_are_bridged_linearly() -> None:
    out = UniformGrid(100).push(block([0.0, 0.03], [1.0, 4.0], [0.0, 0.3]))
    np.testing.assert_allclose(out.t_s, [0, 0.01, 0.02, 0.03], atol=1e-12)
    np.testing.assert_allclose(out.acc_mps2[:, 0], [1, 2, 3, 4], atol=1e-12)
    np.testing.assert_allclose(out.gyr_radps[:, 0], [0, 0.1, 0.2, 0.3], atol=1e-12)


def test_bridged_samples_are_flagged_and_real_ones_are_not() -> None:
    out = UniformGrid(100).push(block([0.0, 0.03]))
    assert out.flags.tolist() == [0, SampleFlag.INTERPOLATED, SampleFlag.INTERPOLATED, 0]


def test_loss_of_100_ms_is_bridged() -> None:
    assert len(UniformGrid(100).push(block([0.0, 0.11])).t_s) == 12


def test_longer_loss_starts_again_with_a_gap() -> None:
    out = UniformGrid(100).push(block([0.0, 0.13]))
    assert (out.t_s.tolist(), out.flags.tolist()) == ([0.0, 0.13], [0, SampleFlag.AFTER_GAP])


def test_gap_told_by_the_source_is_not_bridged() -> None:
    out = UniformGrid(100).push(block([0.0, 0.05], flags=[0, SampleFlag.AFTER_GAP]))
    assert (out.t_s.tolist(), out.flags.tolist()) == ([0.0, 0.05], [0, SampleFlag.AFTER_GAP])


def test_sensor_half_a_percent_slow_keeps_its_own_times_for_an_hour() -> None:
    slow = block((np.arange(360_000) / 99.5).tolist())
    out = joined([UniformGrid(100).push(slow)])
    assert np.array_equal(out.t_s, slow.t_s)


@pytest.mark.parametrize("true_rate_hz", [96.0, 104.0], ids=["slow", "fast"])
def test_sensor_far_off_its_rate_is_resampled_at_the_right_times(true_rate_hz: float) -> None:
    t_s = np.arange(2000) / true_rate_hz
    out = UniformGrid(100).push(block(t_s.tolist(), np.sin(5 * t_s).tolist()))
    np.testing.assert_allclose(np.diff(out.t_s), 0.01, rtol=0.021)
    # linear interpolation of sin(5 t) between points 10.4 ms apart errs by (5 * 0.0104)^2 / 8
    np.testing.assert_allclose(out.acc_mps2[:, 0], np.sin(5 * out.t_s), atol=0.0004)


def test_sensor_far_off_its_rate_lost_nothing() -> None:
    out = UniformGrid(100).push(block((np.arange(2000) / 96).tolist()))
    assert not out.flags.any()


def test_samples_between_the_grid_points_are_met_again_within_half_a_second() -> None:
    t_s = [0.0, *(0.015 + 0.01 * np.arange(100)).tolist()]
    out = UniformGrid(100).push(block(t_s))
    assert out.t_s[-1] == t_s[-1]
    assert set(out.t_s[out.t_s > 0.5].tolist()) <= set(t_s)


@pytest.mark.parametrize("bad", [nan, np.inf, -np.inf, 1e300], ids=str)
@pytest.mark.parametrize("n", [4, 40], ids=["few", "many"])
def test_sample_that_is_no_number_counts_as_lost(bad: float, n: int) -> None:
    broken = block((0.01 * np.arange(n)).tolist(), [0.0, bad, *[2.0] * (n - 2)])
    grid = UniformGrid(100)
    out = grid.push(broken)
    assert (grid.n_dropped, out.acc_mps2[1, 0], out.flags[1]) == (1, 1.0, SampleFlag.INTERPOLATED)


@pytest.mark.parametrize("n", [4, 40], ids=["few", "many"])
def test_sample_without_any_force_counts_as_lost(n: int) -> None:
    acc = block((0.01 * np.arange(n)).tolist(), [0.0, 0.0, *[2.0] * (n - 2)]).acc_mps2.copy()
    acc[1] = 0.0
    grid = UniformGrid(100)
    out = grid.push(block((0.01 * np.arange(n)).tolist())._replace(acc_mps2=acc))
    assert (grid.n_dropped, out.acc_mps2[1, 0], out.flags[1]) == (1, 1.0, SampleFlag.INTERPOLATED)


def test_gap_told_with_a_dropped_sample_is_told_with_the_next() -> None:
    told = block(
        [0.0, 0.01, 0.02, 0.03], [1.0, nan, 1.0, 1.0], flags=[0, SampleFlag.AFTER_GAP, 0, 0]
    )
    out = UniformGrid(100).push(told)
    assert (out.t_s.tolist(), out.flags.tolist()) == (
        [0.0, 0.02, 0.03],
        [0, SampleFlag.AFTER_GAP, 0],
    )


@pytest.mark.parametrize("t_s", [0.01, 0.005, nan, np.inf, -np.inf], ids=str)
def test_sample_whose_time_does_not_increase_is_dropped_and_counted(t_s: float) -> None:
    grid = UniformGrid(100)
    out = grid.push(block([0.0, 0.01, t_s, 0.02]))
    assert (out.t_s.tolist(), grid.n_dropped) == ([0.0, 0.01, 0.02], 1)


def test_end_of_range_is_flagged() -> None:
    out = UniformGrid(100).push(block([0.0, 0.01, 0.02], [1.0, 156.9, 1.0]))
    assert out.flags.tolist() == [0, SampleFlag.CLIPPED, 0]


@pytest.mark.parametrize("range_dps", [125, 250, 500, 1000])
def test_plateau_below_the_end_of_range_is_flagged(range_dps: float) -> None:
    top = radians(range_dps)
    out = UniformGrid(100).push(block([0, 0.01, 0.02, 0.03, 0.04], None, [0, top, top, top, 0]))
    assert out.flags.tolist() == [0, 0, 0, SampleFlag.CLIPPED, 0]


def test_standing_still_is_no_plateau() -> None:
    out = UniformGrid(100).push(block([0, 0.01, 0.02, 0.03], [9.81] * 4, [0.0] * 4))
    assert not out.flags.any()


def test_sample_sent_again_and_again_is_no_plateau() -> None:
    t_s = [0.0, 0.01, 0.02, 0.03]
    held = ImuBlock(
        np.array(t_s), np.full((4, 3), 30.0), np.full((4, 3), 5.0), np.zeros(4, np.uint8)
    )
    assert not UniformGrid(100).push(held).flags.any()


def test_bridge_from_a_clipped_sample_is_flagged_clipped() -> None:
    out = UniformGrid(100).push(block([0.0, 0.02], [156.9, 1.0]))
    assert out.flags[1] == SampleFlag.INTERPOLATED | SampleFlag.CLIPPED


def test_reset_begins_a_new_stream() -> None:
    grid = UniformGrid(100)
    grid.push(block([7.0]))
    grid.reset()
    assert grid.push(block([0.0])).flags.tolist() == [0]


def test_rate_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="rate_hz"):
        UniformGrid(0)


@st.composite
def streams(draw: st.DrawFn) -> ImuBlock:
    """Regular samples with jitter, losses, doubles, non-numbers and clipping strewn in."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    jitter = draw(st.sampled_from([0.0, 0.0005, 0.1]))
    share = draw(st.sampled_from([0.003, 0.02, 0.2]))  # of samples with something wrong
    n = draw(st.integers(1, 300))
    steps = rng.choice([1, 1.004, 2, 6, 11, 30, 0, -1, 1.5], n, p=[1 - share] + [share / 8] * 8)
    t_s = (np.cumsum(steps) + rng.normal(0, jitter, n)) / 100
    t_s[rng.random(n) < share / 4] = nan
    acc, gyr = rng.normal(0, 5, (n, 3)), rng.normal(0, 0.5, (n, 3))
    for values, top in ((acc, 39.2), (gyr, radians(250))):
        start = rng.integers(0, n)
        values[start : start + rng.integers(1, 6), 0] = top
        values[rng.random(n) < share / 4, 1] = nan
        values[rng.random(n) < share / 4, 2] = np.inf
        values[rng.random(n) < share / 4] = 0.0
    flags = (rng.random(n) < share / 4) * np.uint8(SampleFlag.AFTER_GAP)
    return ImuBlock(t_s, acc, gyr, flags.astype(np.uint8))


@settings(max_examples=150, deadline=None)
@given(stream=streams(), cuts=st.lists(st.integers(0, 300), max_size=8))
def test_any_partition_gives_the_same_bits(stream: ImuBlock, cuts: list[int]) -> None:
    whole, one_by_one, cut = UniformGrid(100), UniformGrid(100), UniformGrid(100)
    expected = as_bytes([whole.push(stream)])
    single = parts(stream, range(len(stream.t_s)))
    assert as_bytes([one_by_one.push(part) for part in single]) == expected
    assert as_bytes([cut.push(part) for part in parts(stream, cuts)]) == expected
    assert whole.n_dropped == one_by_one.n_dropped == cut.n_dropped


@settings(max_examples=50, deadline=None)
@given(stream=streams())
def test_output_times_increase_and_values_are_numbers(stream: ImuBlock) -> None:
    out = UniformGrid(100).push(stream)
    assert (np.diff(out.t_s) > 0).all()
    assert np.isfinite(out.acc_mps2).all()
    assert np.isfinite(out.gyr_radps).all()


@settings(max_examples=25, deadline=None)
@given(stream=streams(), cut=st.integers(0, 300))
def test_copied_state_goes_on_alike(stream: ImuBlock, cut: int) -> None:
    first, second = parts(stream, [cut])
    grid = UniformGrid(100)
    grid.push(first)
    other = copy.deepcopy(grid)
    assert as_bytes([grid.push(second)]) == as_bytes([other.push(second)])


@pytest.mark.parametrize("name", ["cmu_06_normal_R_worn", "mcgill_HC033A_L_worn"])
def test_lost_packets_of_a_worn_walk_are_all_bridged(name: str) -> None:
    path = WALKS / f"{name}.csv.gz"
    if not path.exists():
        pytest.skip("the recorded walks are not beside the project")
    rows = np.loadtxt(path, delimiter=",", skiprows=1)
    rate_hz = 120.0 if name.startswith("cmu") else 100.0
    walk = ImuBlock(rows[:, 0], rows[:, 1:4], rows[:, 4:7], np.zeros(len(rows), np.uint8))
    out = UniformGrid(rate_hz).push(walk)
    # every loss there is of whole 50 ms packets, at most two in a row
    assert len(out.t_s) == round((rows[-1, 0] - rows[0, 0]) * rate_hz) + 1
    assert not set(out.flags.tolist()) & {SampleFlag.AFTER_GAP, SampleFlag.CLIPPED}
    assert SampleFlag.INTERPOLATED | SampleFlag.RECALLED in out.flags
