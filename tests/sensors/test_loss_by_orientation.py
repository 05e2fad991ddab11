"""Samples lost on the way, told by a sensor's own orientation, whatever its filter."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.loss_by_orientation import LossByOrientation, Missing
from sensors.samples import FloatArray
from tests.radio.encoders import fused_angles_rad

RATE_HZ = 100.0
LEARNED = 300

Fusion = Callable[[FloatArray, FloatArray, FloatArray], FloatArray]


class Swing(NamedTuple):
    """A thigh that swings: time (n,), force, rate and the angles the sensor tells (n, 3)."""

    t_s: FloatArray
    acc_mps2: FloatArray
    gyr_radps: FloatArray
    angles_rad: FloatArray


def swing(n: int = 700, fusion: Fusion = fused_angles_rad, size: float = 1.0) -> Swing:
    """Up to 2 rad/s about z, less about the other axes; gravity follows."""
    t_s = np.arange(n) / RATE_HZ
    phase = 2 * np.pi * 0.9 * t_s
    angle = 0.35 * size * np.sin(phase)
    gyr = size * np.stack(
        (0.3 * np.cos(2 * phase), 0.2 * np.sin(phase + 1), 0.35 * 5.65 * np.cos(phase)), axis=1
    )
    acc = np.stack(
        (9.81 * np.cos(angle), 9.81 * np.sin(angle) + np.cos(3 * phase), 0.5 * np.sin(phase)),
        axis=1,
    )
    bit_rad = np.pi / 32768
    return Swing(t_s, acc, gyr, np.rint(fusion(t_s, acc, gyr) / bit_rad) * bit_rad)


def said(motion: Swing, lost: set[int], losses: LossByOrientation | None = None) -> list[Missing]:
    """What is said of each sample that came, one a packet."""
    losses = losses or LossByOrientation()
    return [
        losses.push(
            motion.acc_mps2[i : i + 1], motion.gyr_radps[i : i + 1], motion.angles_rad[i : i + 1]
        )
        for i in range(len(motion.t_s))
        if i not in lost
    ]


def test_samples_that_all_came_are_known_to_follow_each_other() -> None:
    answers = said(swing(), set())[LEARNED:]
    assert {missing.n_lost for missing in answers} == {0}
    assert np.mean([missing.is_sure for missing in answers]) > 0.95


@pytest.mark.parametrize("first", range(400, 520, 10), ids=lambda first: f"at {first}")
@pytest.mark.parametrize("n_lost", [1, 2, 3])
def test_lost_samples_are_counted_at_their_place_anywhere_in_a_stride(
    n_lost: int, first: int
) -> None:
    answers = said(swing(), set(range(first, first + n_lost)))
    assert answers[first] == Missing(n_lost, True)
    assert not any(missing.n_lost for missing in answers[:first] + answers[first + 1 :])


def lagging(t_s: FloatArray, acc: FloatArray, gyr: FloatArray) -> FloatArray:
    angles = fused_angles_rad(t_s, acc, gyr)
    return np.vstack((angles[:1], angles[:-1]))


def corrected_hard(t_s: FloatArray, acc: FloatArray, gyr: FloatArray) -> FloatArray:
    return fused_angles_rad(t_s, acc, gyr, pull_per_s=1.0)


def of_an_offset_rate(t_s: FloatArray, acc: FloatArray, gyr: FloatArray) -> FloatArray:
    return fused_angles_rad(t_s, acc, gyr + np.radians([1.0, -1.0, 0.5]))


@pytest.mark.parametrize("fusion", [lagging, corrected_hard, of_an_offset_rate])
def test_any_filter_that_follows_the_rates_tells_losses(fusion: Fusion) -> None:
    lost = set(range(350, 690, 17))
    answers = said(swing(fusion=fusion), lost)
    told = [missing.n_lost for missing in answers if missing.is_sure]
    assert sum(told) >= len(lost) - 1
    assert max(told) == 1
    assert sum(told) <= len(lost)


def at_half_the_rate(t_s: FloatArray, acc: FloatArray, gyr: FloatArray) -> FloatArray:
    return np.repeat(fused_angles_rad(t_s, acc, gyr)[::2], 2, axis=0)[: len(t_s)]


def of_other_axes(t_s: FloatArray, acc: FloatArray, gyr: FloatArray) -> FloatArray:
    return fused_angles_rad(t_s, acc, gyr)[:, [1, 2, 0]]


def none(t_s: FloatArray, acc: FloatArray, gyr: FloatArray) -> FloatArray:
    return np.zeros_like(gyr)


@pytest.mark.parametrize("fusion", [at_half_the_rate, of_other_axes, none])
def test_angles_that_do_not_follow_the_rates_are_not_believed(fusion: Fusion) -> None:
    assert set(said(swing(fusion=fusion), set(range(350, 690, 17)))) == {Missing()}


def test_nothing_is_said_before_the_angles_have_proved_themselves() -> None:
    assert set(said(swing(), {30, 60})[:100]) == {Missing()}


def test_of_a_thigh_at_rest_nothing_is_said() -> None:
    losses = LossByOrientation()
    said(swing(), set(), losses)
    assert set(said(swing(200, size=0.002), {50, 90}, losses)[2:]) == {Missing()}


def test_what_was_learned_outlasts_a_broken_link_but_not_the_samples_before_it() -> None:
    losses, motion = LossByOrientation(), swing()
    said(motion, set(), losses)
    losses.reset()
    answers = said(motion, {40}, losses)
    assert answers[0] == Missing()
    assert answers[40] == Missing(1, True)


def test_samples_of_one_packet_say_what_is_missing_before_the_first() -> None:
    losses, motion = LossByOrientation(), swing()
    packets = [slice(i, i + 4) for i in range(0, 600, 4) if i != 400]
    answers = [
        losses.push(motion.acc_mps2[p], motion.gyr_radps[p], motion.angles_rad[p]) for p in packets
    ]
    assert [answers[i].n_lost for i in (99, 100, 101)] == [0, 4, 0]


@given(seed=st.integers(0, 2**32), rate_radps=st.sampled_from([0.0, 1.0, 35.0]))
@settings(max_examples=20, deadline=None)
def test_numbers_without_sense_are_not_believed(seed: int, rate_radps: float) -> None:
    draw = np.random.default_rng(seed)
    losses = LossByOrientation()
    for n in draw.integers(1, 5, 120).tolist():
        acc = draw.choice([0.0, 9.81, 150.0]) * draw.uniform(-1, 1, (n, 3))
        gyr = rate_radps * draw.uniform(-1, 1, (n, 3))
        missing = losses.push(acc, gyr, np.pi * draw.uniform(-1, 1, (n, 3)))
        assert missing == Missing()
