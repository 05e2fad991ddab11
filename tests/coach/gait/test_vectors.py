"""Vectors of three numbers, against sums anyone can redo."""

import numpy as np
import pytest

from coach.gait.vectors import across, combined, cross, dot, unit, vector

X, Y, Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)


def test_an_array_becomes_three_plain_numbers() -> None:
    assert vector(np.array([1.0, 2.0, 3.0])) == (1.0, 2.0, 3.0)


def test_the_product_of_two_vectors() -> None:
    assert dot((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)) == 32.0


def test_x_across_y_is_z() -> None:
    assert cross(X, Y) == Z
    assert cross((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)) == (-3.0, 6.0, -3.0)


def test_shares_of_two_vectors() -> None:
    assert combined(X, 2.0, Y, -3.0) == (2.0, -3.0, 0.0)


def test_a_unit_vector_is_one_long() -> None:
    assert unit((3.0, 0.0, 4.0)) == pytest.approx((0.6, 0.0, 0.8))


def test_what_is_left_across_an_axis() -> None:
    assert across((1.0, 2.0, 3.0), Z) == (1.0, 2.0, 0.0)
