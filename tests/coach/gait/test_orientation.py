"""Strapdown integration and vectors turned by it."""

import pickle
from math import cos, pi, radians, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.orientation import (
    VqfStrapdown,
    all_in_sensor_frame,
    in_inertial_frame,
    in_sensor_frame,
    turned_sums,
)
from sensors.samples import FloatArray

UP = (0.0, 0.0, 1.0)
RATES = st.lists(
    st.lists(st.floats(-10, 10), min_size=3, max_size=3), min_size=1, max_size=120
).map(np.array)


def turn(axis: int, degrees: float) -> tuple[float, float, float, float]:
    """Quaternion of a turn about one axis."""
    q = [cos(radians(degrees) / 2), 0.0, 0.0, 0.0]
    q[1 + axis] = sin(radians(degrees) / 2)
    return q[0], q[1], q[2], q[3]


@pytest.mark.parametrize(
    ("q", "seen"),
    [
        (turn(0, 0.0), (0.0, 0.0, 1.0)),
        (turn(0, 90.0), (0.0, 1.0, 0.0)),
        (turn(1, 90.0), (-1.0, 0.0, 0.0)),
        (turn(2, 90.0), (0.0, 0.0, 1.0)),
    ],
    ids=["as it lies", "turned about x", "turned about y", "turned about the vertical"],
)
def test_vertical_seen_from_a_turned_sensor(
    q: tuple[float, float, float, float], seen: tuple[float, float, float]
) -> None:
    assert in_sensor_frame(*q, UP) == pytest.approx(seen, abs=1e-12)


def test_into_the_sensor_and_back() -> None:
    q = turn(0, 40.0)
    vector = (0.1, -0.7, 0.3)
    assert in_sensor_frame(*q, in_inertial_frame(*q, vector)) == pytest.approx(vector)
    # a sensor turned by 90 degrees about x: its y points up
    assert in_inertial_frame(*turn(0, 90.0), (0.0, 1.0, 0.0)) == pytest.approx(UP)


@given(RATES)
def test_one_and_many_give_the_same_bits(rows: FloatArray) -> None:
    q = np.column_stack([rows, rows[:, 0] - rows[:, 1]])
    columns = all_in_sensor_frame(q, (0.1, -0.7, 0.3))
    for i, (q0, q1, q2, q3) in enumerate(q.tolist()):
        one = in_sensor_frame(q0, q1, q2, q3, (0.1, -0.7, 0.3))
        assert one == tuple(float(column[i]) for column in columns)


@given(RATES)
def test_sums_are_those_of_every_vector_turned_by_its_own_quaternion(rows: FloatArray) -> None:
    q = np.column_stack([rows, rows[:, 0] - rows[:, 1] + 20.0])
    q /= np.linalg.norm(q, axis=1)[:, None]
    sums = turned_sums(q, rows, rows[::-1])
    # the axes of the inertial frame, seen from the sensor, are the rows of its rotation
    axes = np.array([all_in_sensor_frame(q, axis) for axis in ((1, 0, 0), (0, 1, 0), (0, 0, 1))])
    assert sums.n == len(rows)
    np.testing.assert_allclose(sums.rotation, axes.sum(axis=2), atol=1e-9)
    np.testing.assert_allclose(sums.acc, np.einsum("ijn,nj->i", axes, rows), atol=1e-8)
    np.testing.assert_allclose(sums.gyr, np.einsum("ijn,nj->i", axes, rows[::-1]), atol=1e-8)


def test_a_quarter_turn_in_a_second() -> None:
    strapdown = VqfStrapdown(100.0)
    q = strapdown.push(np.tile([pi / 2, 0.0, 0.0], (100, 1)))
    assert np.abs(q[-1]) == pytest.approx(turn(0, 90.0), abs=1e-9)
    q0, q1, q2, q3 = q[-1].tolist()
    # turned about its own x, the vertical lies along the sensor's y
    assert in_sensor_frame(q0, q1, q2, q3, UP) == pytest.approx((0.0, 1.0, 0.0), abs=1e-9)


def test_a_sensor_that_does_not_turn_keeps_its_orientation() -> None:
    assert VqfStrapdown(100.0).push(np.zeros((50, 3)))[-1] == pytest.approx([1, 0, 0, 0])


def test_the_bias_is_taken_off() -> None:
    strapdown = VqfStrapdown(100.0)
    bias = np.radians([1.0, -2.0, 0.5])
    strapdown.set_bias(bias)
    q = strapdown.push(np.tile(bias, (1000, 1)))
    assert q[-1] == pytest.approx([1, 0, 0, 0], abs=1e-9)


def test_a_bias_set_late_changes_nothing_that_came_before() -> None:
    turning = np.tile([0.3, 0.2, -0.1], (40, 1))
    one, other = VqfStrapdown(100.0), VqfStrapdown(100.0)
    np.testing.assert_array_equal(one.push(turning), other.push(turning))
    one.set_bias(np.array([0.01, 0.0, 0.0]))
    assert not np.array_equal(one.push(turning), other.push(turning))


def test_no_samples_give_no_orientation() -> None:
    assert VqfStrapdown(100.0).push(np.empty((0, 3))).shape == (0, 4)


@settings(max_examples=25, deadline=None)
@given(RATES, st.lists(st.integers(1, 70), min_size=1, max_size=5))
def test_any_partition_gives_the_same_bits(rows: FloatArray, sizes: list[int]) -> None:
    whole = VqfStrapdown(100.0).push(rows)
    strapdown, start, parts = VqfStrapdown(100.0), 0, []
    for i in range(len(rows)):
        stop = start + sizes[i % len(sizes)]
        parts.append(strapdown.push(rows[start:stop]))
        start = stop
    np.testing.assert_array_equal(np.concatenate(parts), whole)


def test_saved_in_mid_stream_it_goes_on_the_same() -> None:
    rows = np.random.default_rng(1).normal(0, 2, (200, 3))
    strapdown = VqfStrapdown(100.0)
    strapdown.set_bias(np.array([0.01, -0.02, 0.03]))
    strapdown.push(rows[:77])
    restored: VqfStrapdown = pickle.loads(pickle.dumps(strapdown))
    np.testing.assert_array_equal(strapdown.push(rows[77:]), restored.push(rows[77:]))
