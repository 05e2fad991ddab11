"""Smooth curves through knots of value, rate and acceleration: quintic, C2, exact derivatives."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sensors.samples import FloatArray


class Knots(NamedTuple):
    """Knots of some channels at common times.

    Attributes
    ----------
    t_s : (k,) array
        Strictly increasing.
    value, rate, acceleration : (k, c) arrays
        Of each channel at each knot; per second and per second squared.
    """

    t_s: FloatArray
    value: FloatArray
    rate: FloatArray
    acceleration: FloatArray


class Motion(NamedTuple):
    """Value, rate and acceleration of some channels at some times, each (n, c)."""

    value: FloatArray
    rate: FloatArray
    acceleration: FloatArray


def at_rest(t_s: FloatArray, value: FloatArray) -> Knots:
    """Knots without rate or acceleration: between two of them the motion has minimum jerk.

    References
    ----------
    Flash & Hogan 1985, doi:10.1523/JNEUROSCI.05-07-01688.1985
    """
    zero = np.zeros_like(value)
    return Knots(t_s, value, zero, zero)


def joined(parts: list[Knots]) -> Knots:
    """One run of knots; where two parts meet at the same time the later one's knot is dropped."""
    kept = [parts[0]]
    for before, part in pairwise(parts):
        skip = int(part.t_s[0] <= before.t_s[-1])
        kept.append(Knots(*(column[skip:] for column in part)))
    columns = zip(*kept, strict=True)
    return Knots(*(np.concatenate(column) for column in columns))


def product(a: Motion, b: Motion) -> Motion:
    """One motion times another, channel by channel."""
    return Motion(
        a.value * b.value,
        a.rate * b.value + a.value * b.rate,
        a.acceleration * b.value + 2 * a.rate * b.rate + a.value * b.acceleration,
    )


def evaluate(knots: Knots, t_s: FloatArray) -> Motion:
    """Motion at any times (n,); outside the knots it stands at the first or last value."""
    time = np.clip(t_s, knots.t_s[0], knots.t_s[-1])
    i = np.clip(np.searchsorted(knots.t_s, time, side="right") - 1, 0, len(knots.t_s) - 2)
    step = (knots.t_s[i + 1] - knots.t_s[i])[:, None]
    u = (time - knots.t_s[i])[:, None] / step
    start, rate, bend = knots.value[i], knots.rate[i] * step, knots.acceleration[i] * step**2 / 2
    # what is left at the end of the interval once the start is matched
    left = knots.value[i + 1] - start - rate - bend
    left_rate = knots.rate[i + 1] * step - rate - 2 * bend
    left_bend = knots.acceleration[i + 1] * step**2 - 2 * bend
    c3 = 10 * left - 4 * left_rate + left_bend / 2
    c4 = -15 * left + 7 * left_rate - left_bend
    c5 = 6 * left - 3 * left_rate + left_bend / 2
    value = start + u * (rate + u * (bend + u * (c3 + u * (c4 + u * c5))))
    first = rate + u * (2 * bend + u * (3 * c3 + u * (4 * c4 + u * 5 * c5)))
    second = 2 * bend + u * (6 * c3 + u * (12 * c4 + u * 20 * c5))
    return Motion(value, first / step, second / step**2)
