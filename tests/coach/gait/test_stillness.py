"""Stillness of a quarter of a second, made by hand."""

from math import radians

import numpy as np
import pytest

from coach.gait.history import History
from coach.gait.stillness import has_gravity, is_still
from sensors.samples import FloatArray

N = 25
NO_BIAS = (0.0, 0.0, 0.0)


def felt(gyr: FloatArray | float = 0.0, acc: FloatArray | float = 0.0) -> History:
    """A quarter of a second at 100 Hz; `acc` is added to a standing sensor's force."""
    history = History(100)
    up = np.tile([0.0, 9.81, 0.0], (N, 1))
    history.append(
        np.arange(N) / 100, np.zeros((N, 4)), up + acc, np.zeros((N, 3)) + gyr, [0.0] * N,
        np.zeros(N, np.uint8),
    )  # fmt: skip
    return history


def wave(size: float) -> FloatArray:
    """About one axis, there and back: the first sample and the last are the same."""
    return np.outer(size * np.sin(np.arange(N) / (N - 1) * 2 * np.pi), [1.0, 0.0, 0.0])


def test_nothing_moves() -> None:
    assert is_still(felt(), 0, N, NO_BIAS, 0.0)


@pytest.mark.parametrize(("size_dps", "expected"), [(8.0, True), (9.0, False)])
def test_a_sway_may_be_as_large_as_six_degrees_a_second_in_its_spread(
    size_dps: float, expected: bool
) -> None:
    # the spread of a sine is its size over the root of 2
    assert is_still(felt(wave(radians(size_dps))), 0, N, NO_BIAS, 0.0) is expected


def test_a_jerk_between_first_and_last_is_no_stillness() -> None:
    assert not is_still(felt(np.linspace(0, radians(50), N)[:, None]), 0, N, NO_BIAS, 10.0)


def test_an_even_turn_is_no_stillness_unless_it_is_the_bias() -> None:
    turning = felt(radians(5.0))
    assert not is_still(turning, 0, N, NO_BIAS, 0.0)
    assert is_still(turning, 0, N, (radians(5.0),) * 3, 0.0)
    assert is_still(turning, 0, N, NO_BIAS, radians(3.0))


def test_a_shaken_sensor_is_not_still() -> None:
    assert not is_still(felt(0.0, wave(2.0)), 0, N, NO_BIAS, 0.0)


def test_without_a_force_nobody_knows_up() -> None:
    falling = felt(0.0, np.array([0.0, -9.0, 0.0]))
    assert not has_gravity(falling, 0, N)
    assert not is_still(falling, 0, N, NO_BIAS, 0.0)
    assert has_gravity(felt(), 0, N)
