"""Stride length from the swing, worked by hand; and what a known distance teaches."""

from dataclasses import replace
from math import radians, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.stride_length import POPULATION, LengthModel, StrideFeatures, StrideLength

USUAL = StrideFeatures(range_of_motion_rad=radians(40), stance_rate_radps=1.05, duration_s=1.1)
ONLY_RANGE = LengthModel(
    coefficients=(4.0, 0.0, 0.0),
    within=(1.0, 0.0, 0.0),
    gain_sd=0.1,
    slope_sd=0.1,
    way_sd=0.03,
    stride_sd=0.01,
)


def length_m(model: StrideLength, features: StrideFeatures = USUAL) -> float:
    length = model.length_m(features)
    assert length is not None
    return length[0]


def sd_m(model: StrideLength, features: StrideFeatures = USUAL) -> float:
    length = model.length_m(features)
    assert length is not None
    return length[1]


def test_range_alone_is_the_pendulum_of_the_leg() -> None:
    # 4 x 0.9 m x sin 20 deg
    assert length_m(StrideLength(0.9, None, ONLY_RANGE)) == pytest.approx(3.6 * sin(radians(20)))


def test_every_term_counts_in_units_of_the_leg() -> None:
    model = replace(ONLY_RANGE, coefficients=(2.0, 1.0, 0.5), within=(2.0, 1.0, 0.5))
    time_s = sqrt(0.9 / 9.80665)
    expected_m = 0.9 * (2 * sin(radians(20)) + time_s / 1.1 + 0.5 * 1.05 * time_s)
    assert length_m(StrideLength(0.9, None, model)) == pytest.approx(expected_m)


def test_nothing_is_said_without_leg_or_distance() -> None:
    assert StrideLength(None, None).length_m(USUAL) is None


def test_height_stands_in_for_the_leg() -> None:
    by_height, by_leg = StrideLength(None, 1.8), StrideLength(0.53 * 1.8, None)
    assert length_m(by_height) == pytest.approx(length_m(by_leg))


def test_the_leg_counts_before_the_height() -> None:
    assert length_m(StrideLength(0.8, 1.9)) == length_m(StrideLength(0.8, None))


def test_an_ordinary_stride_of_an_ordinary_leg_is_ordinary() -> None:
    # 1.1 s and 40 deg of thigh are about 1.2 m/s in adults
    assert 1.15 < length_m(StrideLength(0.88, None)) < 1.55


@given(st.floats(0.2, 1.2), st.floats(0.3, 2.5), st.floats(0.7, 2.0), st.floats(0.01, 0.3))
def test_a_wider_swing_is_a_longer_stride(
    range_rad: float, rate_radps: float, duration_s: float, more_rad: float
) -> None:
    model = StrideLength(0.9, None)
    one = StrideFeatures(range_rad, rate_radps, duration_s)
    other = StrideFeatures(range_rad + more_rad, rate_radps, duration_s)
    assert length_m(model, other) > length_m(model, one)


def test_a_known_distance_is_believed() -> None:
    model = StrideLength(0.9, None)
    true_m = 1.1 * length_m(model)
    model.calibrate([USUAL] * 20, 20 * true_m)
    assert model.is_calibrated
    before_m = true_m / 1.1
    # most of the way, not all: the tape and the way of walking have errors of their own
    assert before_m + 0.5 * (true_m - before_m) < length_m(model) < true_m


@pytest.mark.parametrize("factor", [0.01, 0.4, 2.5, 100.0, float("nan")])
def test_a_distance_nobody_can_have_walked_teaches_nothing(factor: float) -> None:
    length = StrideLength(0.9, None)
    guess = length.length_m(USUAL)
    assert guess is not None
    length.calibrate([USUAL] * 20, 20 * guess[0] * factor)
    assert length.length_m(USUAL) == guess
    assert length.personal() is None


def test_a_known_distance_makes_surer() -> None:
    model = StrideLength(0.9, None)
    before_m = sd_m(model)
    model.calibrate([USUAL] * 20, 20 * length_m(model))
    assert sd_m(model) < before_m


def test_a_known_distance_alone_gives_lengths() -> None:
    model = StrideLength(None, None)
    model.calibrate([USUAL] * 20, 20 * 1.30)
    assert length_m(model) == pytest.approx(1.30, abs=0.04)


def test_more_strides_of_one_walk_never_make_surer_than_one_way_of_walking_allows() -> None:
    model = StrideLength(0.9, None)
    model.calibrate([USUAL] * 10_000, 10_000 * 1.30)
    assert sd_m(model) > POPULATION.way_sd * 1.30


def test_the_gain_carries_over_to_other_strides() -> None:
    long = StrideFeatures(radians(55), 1.6, 1.05)
    model = StrideLength(0.9, None)
    before_m = length_m(model, long)
    model.calibrate([USUAL] * 20, 20 * 1.1 * length_m(model))
    assert length_m(model, long) > 1.05 * before_m


def test_the_sum_of_different_strides_is_the_distance() -> None:
    strides = [USUAL, StrideFeatures(radians(50), 1.4, 1.0), StrideFeatures(radians(30), 0.8, 1.2)]
    model = StrideLength(0.9, None)
    distance_m = 1.08 * sum(length_m(model, stride) for stride in strides)
    for _ in range(30):
        model.calibrate(strides, distance_m)
    assert sum(length_m(model, s) for s in strides) == pytest.approx(distance_m, rel=0.01)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(1, 50), st.floats(0.7, 1.9)), max_size=8))
def test_lengths_stay_positive_with_a_positive_sd(walks: list[tuple[int, float]]) -> None:
    model = StrideLength(0.9, None)
    for n, mean_m in walks:
        model.calibrate([USUAL] * n, n * mean_m)
    assert length_m(model) > 0
    assert 0 < sd_m(model) < 0.5


def test_a_persons_strides_grow_along_the_own_line_through_the_usual() -> None:
    model = StrideLength(0.9, None, replace(ONLY_RANGE, coefficients=(4.0, 2.0, 0.0)))
    usual_m = length_m(model)
    for _ in range(20):
        model.observe(USUAL)
    long = StrideFeatures(radians(50), 1.05, 1.1)
    assert length_m(model) == pytest.approx(usual_m)
    # to the ratio of the swings alone: sin 25 deg over sin 20 deg
    assert length_m(model, long) == pytest.approx(usual_m * sin(radians(25)) / sin(radians(20)))


def test_two_paces_teach_level_and_growth() -> None:
    slow, long = StrideFeatures(radians(32), 0.8, 1.2), StrideFeatures(radians(50), 1.4, 1.0)
    model = StrideLength(0.9, None)
    slow_m, long_m = 1.05 * length_m(model, slow), 1.15 * length_m(model, long)
    for _ in range(30):
        model.calibrate([slow] * 10, 10 * slow_m)
        model.calibrate([long] * 10, 10 * long_m)
    assert length_m(model, slow) == pytest.approx(slow_m, rel=0.01)
    assert length_m(model, long) == pytest.approx(long_m, rel=0.01)


def test_what_a_distance_taught_can_be_kept_for_the_next_walk() -> None:
    model = StrideLength(0.9, None)
    model.calibrate([USUAL] * 20, 20 * 1.4)
    again = StrideLength(0.9, None, personal=model.personal())
    long = StrideFeatures(radians(52), 1.5, 1.0)
    assert again.length_m(long) == model.length_m(long)


def test_nothing_learnt_is_nothing_to_keep() -> None:
    assert StrideLength(0.9, None).personal() is None


def test_the_swing_that_ends_a_stride_counts_a_quarter() -> None:
    stride = StrideFeatures.of((0.5, -0.2, 0.3), extending_s=0.7, duration_s=1.1)
    assert stride.range_of_motion_rad == pytest.approx(0.7 - 0.2 / 4)
    assert (stride.stance_rate_radps, stride.duration_s) == pytest.approx((1.0, 1.1))
