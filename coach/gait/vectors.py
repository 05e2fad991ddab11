"""Vectors of three plain numbers: for a single one, numpy takes ten times as long."""

from math import sqrt

from sensors.samples import FloatArray

Vector = tuple[float, float, float]


def vector(array: FloatArray) -> Vector:
    """The three numbers of an array."""
    x, y, z = array.tolist()
    return x, y, z


def dot(a: Vector, b: Vector) -> float:
    """``a . b``."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """``a x b``."""
    ax, ay, az = a
    bx, by, bz = b
    return ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx


def combined(a: Vector, share_a: float, b: Vector, share_b: float) -> Vector:
    """``share_a a + share_b b``."""
    return (
        share_a * a[0] + share_b * b[0],
        share_a * a[1] + share_b * b[1],
        share_a * a[2] + share_b * b[2],
    )


def unit(a: Vector) -> Vector:
    """`a`, made one long."""
    size = sqrt(dot(a, a))
    return a[0] / size, a[1] / size, a[2] / size


def across(a: Vector, up: Vector) -> Vector:
    """What is left of `a` without its part along the unit vector `up`."""
    return combined(a, 1.0, up, -dot(a, up))
