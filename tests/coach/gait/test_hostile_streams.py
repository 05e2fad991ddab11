"""Streams that no careful sensor sends: the chain goes on, and says nothing it cannot know."""

from dataclasses import astuple
from itertools import pairwise
from math import isfinite

import numpy as np
import pytest

from coach.gait.events import (
    Calibrated,
    ExtensionPeak,
    GaitEvent,
    Posture,
    PostureChange,
    Prediction,
    Stride,
)
from coach.gait.pipeline import GaitSettings
from sensors.samples import FloatArray, ImuBlock, Placement, Side
from tests.coach.gait.walks import Walked, assert_same, cut, walked

RATE_HZ = 100.0
SETTINGS = GaitSettings(RATE_HZ, Side.RIGHT, Placement("+y", "+x"), leg_length_m=0.9)
STRIDE_S, STOOD_S = 1.1, 5.0


def swung(flexion_deg: FloatArray, rate_hz: float = RATE_HZ) -> ImuBlock:
    """A thigh that turns about its hinge and nothing else; x to the front, y up."""
    angle_rad = np.radians(flexion_deg)
    n, zero = len(angle_rad), np.zeros(len(angle_rad))
    acc = 9.81 * np.stack([np.sin(angle_rad), np.cos(angle_rad), zero], axis=1)
    gyr = np.stack([zero, zero, np.gradient(angle_rad) * rate_hz], axis=1)
    return ImuBlock(np.arange(n) / rate_hz, acc, gyr, np.zeros(n, np.uint8))


def paced_deg(walk_s: float, stride_s: float = STRIDE_S, rate_hz: float = RATE_HZ) -> FloatArray:
    """A stand, then strides from 25 degrees of flexion to 15 of extension; sharper when flexed."""
    t_s = np.arange(0.0, STOOD_S + walk_s, 1 / rate_hz) - STOOD_S
    turn = 2 * np.pi * np.clip(t_s, 0.0, None) / stride_s
    swing_deg = 5.0 * np.clip(t_s / 0.5, 0.0, 1.0) + 20.0 * np.sin(turn + 0.3 * np.sin(turn))
    return np.where(t_s > 0, swing_deg, 0.0)


def through(points: list[tuple[float, float]]) -> FloatArray:
    """Angles that pass through these times and degrees, without corners."""
    times_s, angles_deg = zip(*points, strict=True)
    angle_deg = np.interp(np.arange(0.0, times_s[-1], 1 / RATE_HZ), times_s, angles_deg)
    smooth_deg: FloatArray = np.convolve(np.pad(angle_deg, 10, mode="edge"), np.ones(20) / 20)
    return smooth_deg[20 : 20 + len(angle_deg)]


def shaken(block: ImuBlock, start_s: float, end_s: float) -> ImuBlock:
    """Trembling in between, so that nothing there counts as still."""
    rng = np.random.default_rng(1)
    is_shaken = (block.t_s > start_s) & (block.t_s < end_s)
    noise = rng.normal(0.0, 1.0, block.acc_mps2.shape) * is_shaken[:, None]
    return block._replace(acc_mps2=block.acc_mps2 + noise)


def silent(block: ImuBlock, start: int, stop: int) -> ImuBlock:
    """The same with zeros for both sensors over some samples, as some send before they are up."""
    acc, gyr = block.acc_mps2.copy(), block.gyr_radps.copy()
    acc[start:stop], gyr[start:stop] = 0.0, 0.0
    return block._replace(acc_mps2=acc, gyr_radps=gyr)


def without(block: ImuBlock, start_s: float, end_s: float) -> ImuBlock:
    """The same with what lies between these times lost."""
    is_kept = (block.t_s < start_s) | (block.t_s > end_s)
    t_s, acc, gyr, flags = block
    return ImuBlock(t_s[is_kept], acc[is_kept], gyr[is_kept], flags[is_kept])


def known_s(event: GaitEvent) -> float:
    if isinstance(event, Stride | PostureChange):
        return event.known_s
    return event.reported_s if isinstance(event, ExtensionPeak) else event.t_s


def assert_honest(walk: Walked) -> None:
    """Numbers are numbers, in the order in which they became known, and strides do not overlap."""
    for event in walk.events:
        assert all(isfinite(v) for v in astuple(event) if isinstance(v, float)), event
    told = [known_s(event) for event in walk.events if not isinstance(event, Calibrated)]
    assert told == sorted(told)
    for stride in walk.strides:
        assert stride.start_s <= stride.peak_thigh_extension_s
        assert stride.peak_thigh_extension_s <= stride.reported_s <= stride.known_s
    for one, other in pairwise(walk.strides):
        until_s = one.peak_thigh_extension_s if one.end_s is None else one.end_s
        assert until_s <= other.start_s


@pytest.mark.parametrize("start", [0, 300, 3000], ids=["first", "standing", "walking"])
def test_zeros_for_two_seconds_do_not_end_the_walk(start: int) -> None:
    walk = walked(SETTINGS, [silent(swung(paced_deg(60.0)), start, start + 200)])
    assert_honest(walk)
    assert len(walk.scored) > 40
    np.testing.assert_allclose([s.peak_thigh_extension_deg for s in walk.scored], 15.0, atol=1.5)


def test_zeros_alone_tell_nothing() -> None:
    block = swung(paced_deg(20.0))
    assert walked(SETTINGS, [silent(block, 0, len(block.t_s))]).events == ()


@pytest.mark.parametrize("hold_s", [10.0, 100.0])
def test_a_thigh_held_up_for_long_and_let_down_is_no_stride(hold_s: float) -> None:
    # neither upright nor resting nor still: a stool of some height, in a bus
    points = [(0.0, 0.0), (6.0, 0.0), (7.0, 44.5), (8.0, 43.0), (8 + hold_s, 43.0)]
    points += [(9 + hold_s, 0.0), (13 + hold_s, 0.0)]
    block = shaken(swung(through(points)), 7.0, 8.5 + hold_s)
    walk = walked(SETTINGS, cut(block, 50))
    assert_honest(walk)
    assert walk.scored == []


@pytest.mark.parametrize("start_s", np.arange(10.0, 10.26, 0.05).round(2).tolist())
def test_after_a_loss_no_angle_leans_on_what_was_before_it(start_s: float) -> None:
    block = without(swung(paced_deg(20.0)), start_s, start_s + 0.62)
    walk = walked(SETTINGS, [block])
    assert_honest(walk)
    after = walk.trace.t_s > start_s + 0.62
    true_deg = np.interp(
        walk.trace.t_s[after], block.t_s, np.degrees(np.arctan2(*block.acc_mps2.T[:2]))
    )
    np.testing.assert_allclose(
        np.nan_to_num(walk.trace.thigh_flexion_deg[after] - true_deg), 0.0, atol=2.0
    )
    assert np.isnan(walk.trace.thigh_flexion_deg[after]).sum() == 25  # a quarter of a second


@pytest.mark.parametrize("stride_s", [1.9, 2.1, 2.4, 2.9])
def test_however_slow_the_strides_it_is_one_walk(stride_s: float) -> None:
    walk = walked(SETTINGS, [swung(paced_deg(60.0, stride_s))])
    assert_honest(walk)
    assert len(walk.scored) > 60 / stride_s - 4
    postures = [event.posture for event in walk.events if isinstance(event, PostureChange)]
    assert postures == [Posture.STANDING, Posture.UNKNOWN, Posture.WALKING]


def test_a_thigh_that_bounces_as_the_foot_lands_still_walks() -> None:
    # 7 deg back after the swing, then a little higher than before: one peak flexion, told twice
    turn = (np.arange(0.0, 60.0, 1 / RATE_HZ) / STRIDE_S) % 1.0
    knots_deg = [24.0, 17.0, 26.0, 20.0, -15.0, 24.0]
    stride_deg = np.interp(turn, [0.0, 0.1, 0.19, 0.27, 0.75, 1.0], knots_deg)
    smooth_deg = np.convolve(stride_deg, np.hanning(9) / np.hanning(9).sum(), mode="same")
    stand_deg = np.concatenate([np.zeros(500), np.linspace(0.0, smooth_deg[5], 50)])
    walk = walked(SETTINGS, [swung(np.concatenate([stand_deg, smooth_deg[5:-5]]))])
    assert_honest(walk)
    assert len(walk.scored) > 60 / STRIDE_S - 4


def test_what_is_foretold_after_a_loss_is_as_unsure_as_the_vertical() -> None:
    walk = walked(SETTINGS, [without(swung(paced_deg(20.0)), 10.1, 10.72)])
    foretold = [event for event in walk.events if isinstance(event, Prediction)]
    soon = [event.sd_deg for event in foretold if 10.72 < event.t_s < 12.0]
    assert len(soon) >= 2
    assert min(soon) > 10.0
    assert foretold[-1].sd_deg < 2.0


def test_two_stands_before_the_walk_that_differ_leave_the_neutral_unsure() -> None:
    # stood, then leant against a table with the thigh 10 deg forward, then walked
    stand_deg = through([(0.0, 0.0), (6.0, 0.0), (7.0, 10.0), (12.0, 10.0), (13.0, 0.0)])
    steps_deg = paced_deg(20.0)[round(STOOD_S * RATE_HZ) :]
    walk = walked(SETTINGS, [swung(np.concatenate([stand_deg, steps_deg]))])
    assert len(walk.peaks) > 15
    assert min(peak.peak_thigh_extension_sd_deg for peak in walk.peaks) > 3.0
    alike = walked(SETTINGS, [swung(np.concatenate([np.zeros(1300), steps_deg]))])
    assert max(peak.peak_thigh_extension_sd_deg for peak in alike.peaks) < 2.0


def test_a_stride_that_took_too_long_is_told_alike_in_any_blocks() -> None:
    # 3.2 s from one peak flexion to the next: kept, but no stride of walking
    block = swung(paced_deg(30.0, 3.2))
    whole = walked(SETTINGS, [block])
    assert_honest(whole)
    assert len(whole.strides) > 5
    for n in (1, 7):
        assert_same(walked(SETTINGS, cut(block, n)), whole)
