"""Strapdown integration and vectors turned by it."""

import pickle
import sys
from collections.abc import Callable
from math import cos, pi, radians, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.events import Stride
from coach.gait.orientation import (
    Strapdown,
    VqfStrapdown,
    all_in_sensor_frame,
    in_inertial_frame,
    in_sensor_frame,
    strapdown,
    turned_sums,
)
from coach.gait.pipeline import GaitPipeline, GaitSettings
from coach.gait.plain_strapdown import PlainStrapdown
from sensors.samples import FloatArray
from tests.coach.walks import Items, walked

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


Make = Callable[[float], Strapdown]
EACH = pytest.mark.parametrize("make", [VqfStrapdown, PlainStrapdown], ids=["VQF", "plain"])


@EACH
def test_a_quarter_turn_in_a_second(make: Make) -> None:
    integrator = make(100.0)
    q = integrator.push(np.tile([pi / 2, 0.0, 0.0], (100, 1)))
    assert np.abs(q[-1]) == pytest.approx(turn(0, 90.0), abs=1e-9)
    q0, q1, q2, q3 = q[-1].tolist()
    # turned about its own x, the vertical lies along the sensor's y
    assert in_sensor_frame(q0, q1, q2, q3, UP) == pytest.approx((0.0, 1.0, 0.0), abs=1e-9)


@EACH
def test_a_sensor_that_does_not_turn_keeps_its_orientation(make: Make) -> None:
    assert make(100.0).push(np.zeros((50, 3)))[-1] == pytest.approx([1, 0, 0, 0])


@EACH
def test_the_bias_is_taken_off(make: Make) -> None:
    integrator = make(100.0)
    bias = np.radians([1.0, -2.0, 0.5])
    integrator.set_bias(bias)
    q = integrator.push(np.tile(bias, (1000, 1)))
    assert q[-1] == pytest.approx([1, 0, 0, 0], abs=1e-9)


@EACH
def test_a_bias_set_late_changes_nothing_that_came_before(make: Make) -> None:
    turning = np.tile([0.3, 0.2, -0.1], (40, 1))
    one, other = make(100.0), make(100.0)
    np.testing.assert_array_equal(one.push(turning), other.push(turning))
    one.set_bias(np.array([0.01, 0.0, 0.0]))
    assert not np.array_equal(one.push(turning), other.push(turning))


@EACH
def test_no_samples_give_no_orientation(make: Make) -> None:
    assert make(100.0).push(np.empty((0, 3))).shape == (0, 4)


@EACH
@settings(max_examples=25, deadline=None)
@given(rows=RATES, sizes=st.lists(st.integers(1, 70), min_size=1, max_size=5))
def test_any_partition_gives_the_same_bits(make: Make, rows: FloatArray, sizes: list[int]) -> None:
    whole = make(100.0).push(rows)
    integrator, start, parts = make(100.0), 0, []
    for i in range(len(rows)):
        stop = start + sizes[i % len(sizes)]
        parts.append(integrator.push(rows[start:stop]))
        start = stop
    np.testing.assert_array_equal(np.concatenate(parts), whole)


@EACH
def test_saved_in_mid_stream_it_goes_on_the_same(make: Make) -> None:
    rows = np.random.default_rng(1).normal(0, 2, (200, 3))
    integrator = make(100.0)
    integrator.set_bias(np.array([0.01, -0.02, 0.03]))
    integrator.push(rows[:77])
    restored: Strapdown = pickle.loads(pickle.dumps(integrator))
    np.testing.assert_array_equal(integrator.push(rows[77:]), restored.push(rows[77:]))


def test_plain_python_turns_as_vqf_does() -> None:
    rows = np.random.default_rng(2).normal(0, 4, (6000, 3))
    bias = np.array([0.01, -0.02, 0.03])
    vqf, plain = VqfStrapdown(100.0), PlainStrapdown(100.0)
    for each in (vqf, plain):
        each.set_bias(bias)
    # a minute of wild turning; what is left is the rounding of doubles
    np.testing.assert_allclose(plain.push(rows), vqf.push(rows), atol=1e-11)


def test_without_vqf_a_walk_has_the_same_strides(monkeypatch: pytest.MonkeyPatch) -> None:
    source = walked(20.0)
    with_vqf = _strides(source)
    monkeypatch.setitem(sys.modules, "vqf", None)
    assert isinstance(strapdown(100.0), PlainStrapdown)
    without = _strides(source)
    assert len(without) == len(with_vqf) > 10
    for one, other in zip(with_vqf, without, strict=True):
        assert other.is_scored == one.is_scored
        assert other.peak_thigh_extension_deg == pytest.approx(
            one.peak_thigh_extension_deg, abs=1e-6
        )


def _strides(source: Items) -> list[Stride]:
    pipeline = GaitPipeline(GaitSettings.of(source.info))
    events = [event for block in source.blocks() for event in pipeline.push(block).events]
    return [event for event in (*events, *pipeline.finish().events) if isinstance(event, Stride)]
