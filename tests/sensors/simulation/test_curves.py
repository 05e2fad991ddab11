"""Quintic curves: exact at knots, right derivatives, smooth across knots."""

import numpy as np

from sensors.simulation.curves import Knots, Motion, at_rest, evaluate, joined, product


def quintic(t_s: np.ndarray) -> Motion:
    """1 + 2 t - t³ + 0.5 t⁵ and its derivatives, one channel."""
    value = 1 + 2 * t_s - t_s**3 + 0.5 * t_s**5
    rate = 2 - 3 * t_s**2 + 2.5 * t_s**4
    bend = -6 * t_s + 10 * t_s**3
    return Motion(value[:, None], rate[:, None], bend[:, None])


def test_polynomial_of_fifth_degree_is_reproduced() -> None:
    knots_s, t_s = np.array([0.0, 0.7, 1.5]), np.linspace(0.0, 1.5, 50)
    for got, expected in zip(
        evaluate(Knots(knots_s, *quintic(knots_s)), t_s), quintic(t_s), strict=True
    ):
        np.testing.assert_allclose(got, expected, atol=1e-10)


def test_curve_stands_still_outside_its_knots() -> None:
    knots = at_rest(np.array([1.0, 2.0]), np.array([[3.0], [5.0]]))
    assert evaluate(knots, np.array([0.0, 9.0])).value.tolist() == [[3.0], [5.0]]


def test_move_from_rest_to_rest_passes_half_way_at_half_time() -> None:
    knots = at_rest(np.array([0.0, 2.0]), np.array([[0.0], [10.0]]))
    middle = evaluate(knots, np.array([1.0]))
    assert middle.value[0, 0] == 5.0
    assert middle.rate[0, 0] == 15 / 8 * 10 / 2  # minimum jerk: peak speed 15/8 of the mean
    assert middle.acceleration[0, 0] == 0.0


def test_joined_keeps_one_knot_where_two_parts_meet() -> None:
    first = at_rest(np.array([0.0, 1.0]), np.array([[0.0], [1.0]]))
    second = at_rest(np.array([1.0, 2.0]), np.array([[1.0], [4.0]]))
    assert joined([first, second]).t_s.tolist() == [0.0, 1.0, 2.0]


def test_product_has_the_derivatives_of_a_product() -> None:
    t_s = np.linspace(0.0, 1.0, 20001)
    both = product(quintic(t_s), quintic(t_s))
    slope = np.gradient(both.value[:, 0], t_s)
    np.testing.assert_allclose(both.rate[1:-1, 0], slope[1:-1], atol=1e-6)
    bend = np.gradient(both.rate[:, 0], t_s)
    np.testing.assert_allclose(both.acceleration[1:-1, 0], bend[1:-1], atol=1e-6)
