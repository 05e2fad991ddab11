"""Double taps are found, steps are not; missed and false ones are measured on the simulation."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sensors.recording import Recording
from sensors.samples import FloatArray, ImuBlock
from sensors.simulation.person import Person
from sensors.simulation.scenario import Run, Stand, Walk
from sensors.simulation.sensor import good_sensor, worn_sensor
from sensors.simulation.source import SimulatedWalk
from sensors.simulation.walks import day_without_walking, mixed_strides
from sensors.taps import DoubleTap

_RECORDINGS = sorted((Path(__file__).parents[2] / "../shared/walks").resolve().glob("*.csv.gz"))


def block_of(acc_mps2: FloatArray, rate_hz: float = 100.0) -> ImuBlock:
    n = len(acc_mps2)
    return ImuBlock(np.arange(n) / rate_hz, acc_mps2, np.zeros((n, 3)), np.zeros(n, np.uint8))


def quiet_with_spikes(
    *spikes_s: float, duration_s: float = 4.0, size_mps2: float = 30.0
) -> ImuBlock:
    acc = np.tile([0.0, 9.81, 0.0], (round(duration_s * 100), 1))
    for spike_s in spikes_s:
        acc[round(spike_s * 100), 0] += size_mps2
    return block_of(acc)


def part(block: ImuBlock, chosen: slice | NDArray[np.bool_]) -> ImuBlock:
    return ImuBlock(
        block.t_s[chosen], block.acc_mps2[chosen], block.gyr_radps[chosen], block.flags[chosen]
    )


def found(*blocks: ImuBlock, rate_hz: float = 100.0) -> list[float]:
    taps = DoubleTap(rate_hz)
    return [tap_s for block in blocks for tap_s in taps.push(block)]


def test_two_taps_are_a_double_tap_at_the_first() -> None:
    assert found(quiet_with_spikes(1.0, 1.25)) == [pytest.approx(1.0, abs=0.011)]


@pytest.mark.parametrize(
    "spikes_s",
    [(1.0,), (1.0, 1.2, 1.4), (1.0, 1.6), (1.0, 1.05), (0.5, 0.9, 1.3, 1.7, 2.1, 2.5)],
    ids=["one", "three", "far-apart", "ringing", "running"],
)
def test_anything_but_two_is_none(spikes_s: tuple[float, ...]) -> None:
    assert found(quiet_with_spikes(*spikes_s)) == []


def test_a_soft_touch_is_no_tap() -> None:
    assert found(quiet_with_spikes(1.0, 1.25, size_mps2=8.0)) == []


def test_a_step_across_lost_samples_is_no_tap() -> None:
    acc = np.tile([0.0, 9.81, 0.0], (400, 1))
    acc[100:125] = [0.0, -40.0, 0.0]
    whole = block_of(acc)
    is_there = ~np.isin(np.arange(400), [99, 100, 124, 125])
    assert found(part(whole, is_there)) == []


def test_a_rate_too_low_for_taps_is_refused() -> None:
    with pytest.raises(ValueError, match="rate_hz is 60"):
        DoubleTap(60.0)


def test_an_empty_block_changes_nothing() -> None:
    whole = quiet_with_spikes(1.0, 1.25)
    empty = part(whole, slice(0))
    assert found(empty, whole, empty) == found(whole)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 400), max_size=8))
def test_any_cut_finds_the_same(cuts: list[int]) -> None:
    whole = quiet_with_spikes(0.7, 0.95, 2.0, 2.3, 2.6, 3.2, 3.35)
    edges = [0, *sorted(cuts), 400]
    pieces = [part(whole, slice(start, stop)) for start, stop in pairwise(edges)]
    assert found(*pieces) == found(whole)


def tapped_walk(rate_hz: float) -> tuple[SimulatedWalk, FloatArray]:
    """Standing and walking with a double tap every three seconds."""
    first_s = np.arange(3.0, 176.0, 3.0137)
    taps_s = np.sort(np.concatenate((first_s, first_s + 0.25)))
    sensor = replace(good_sensor(), taps_s=tuple(taps_s.tolist()))
    scenario = (Stand(60.0, restlessness=1.0), Walk(120.0))
    return SimulatedWalk(Person(), scenario, sensor, rate_hz=rate_hz, seed=4), first_s


@pytest.mark.parametrize("rate_hz", [100.0, 200.0])
def test_at_most_a_tenth_of_double_taps_is_missed(rate_hz: float) -> None:
    walk, true_s = tapped_walk(rate_hz)
    told_s = np.array(found(*walk.blocks(), rate_hz=rate_hz))
    n_found = sum(np.abs(told_s - each).min() < 0.1 for each in true_s)
    assert n_found >= 0.9 * len(true_s)
    assert len(told_s) == n_found


@pytest.mark.parametrize("rate_hz", [100.0, 200.0])
def test_five_hundred_strides_are_no_double_tap(rate_hz: float) -> None:
    walk = replace(mixed_strides(500, 3), sensor=worn_sensor(3), rate_hz=rate_hz)
    assert found(*walk.blocks(), rate_hz=rate_hz) == []


def test_running_is_no_double_tap() -> None:
    walk = SimulatedWalk(Person(), (Stand(3.0), Run(60.0), Stand(3.0)), worn_sensor(5), seed=5)
    assert found(*walk.blocks()) == []


def test_an_hour_without_walking_holds_no_double_tap() -> None:
    assert found(*day_without_walking(1.0, 6).blocks()) == []


@pytest.mark.skipif(not _RECORDINGS, reason="no recorded walks beside the repository")
def test_no_recorded_walk_holds_a_double_tap() -> None:
    for path in _RECORDINGS:
        recording = Recording(path)
        assert found(*recording.blocks(), rate_hz=recording.info.rate_hz) == [], path.name
