"""From joint angles and the hip's path to what a point on the thigh feels, exactly.

Frames: `heading` (x forward, y up, z right, turning with the walker), `thigh` (ISB: x anterior,
y up, z right). The thigh stands in the heading frame by sagittal flexion about z, then adduction
about x, then rotation about its own long axis y (the order of the ISB hip, Wu 2002,
doi:10.1016/S0021-9290(01)00222-6), so that the sagittal angle of the long axis is the flexion.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from sensors.samples import FloatArray
from sensors.simulation.curves import Motion

GRAVITY_MPS2 = 9.80665
X, Y, Z = 0, 1, 2


class Channel(IntEnum):
    """Columns of a body motion: angles in rad, the hip's path in m."""

    SAGITTAL = 0
    """Thigh flexion from vertical, positive forward."""
    FRONTAL = 1
    AXIAL = 2
    HEADING = 3
    """Counter-clockwise from above."""
    FORWARD = 4
    """Way along the heading."""
    LEFT = 5
    """Sway across the heading."""
    UP = 6


class Joint(NamedTuple):
    """One rotation about an axis of the frame it turns: (n,) arrays in rad, rad/s, rad/s²."""

    axis: int
    angle_rad: FloatArray
    rate_radps: FloatArray
    acceleration_radps2: FloatArray


class Felt(NamedTuple):
    """What a rigid body feels, seen in its own frame: each an (n, 3) array."""

    force_mps2: FloatArray
    """Specific force at the body's origin."""
    rate_radps: FloatArray
    rate_change_radps2: FloatArray


def into_joint(vectors: FloatArray, axis: int, angle_rad: FloatArray) -> FloatArray:
    """Vectors (n, 3) of the outer frame, seen from the frame turned by angles about the axis."""
    a, b = (axis + 1) % 3, (axis + 2) % 3
    cos, sin = np.cos(angle_rad), np.sin(angle_rad)
    turned = vectors.copy()
    turned[:, a] = cos * vectors[:, a] + sin * vectors[:, b]
    turned[:, b] = cos * vectors[:, b] - sin * vectors[:, a]
    return turned


def through_joint(felt: Felt, joint: Joint) -> Felt:
    """What the body after the joint feels, its origin on the same point."""
    axis, angle, rate, acceleration = joint
    turning = into_joint(felt.rate_radps, axis, angle)
    change = into_joint(felt.rate_change_radps2, axis, angle)
    # d/dt (R' w) = R' w' - (rate e) x (R' w)
    a, b = (axis + 1) % 3, (axis + 2) % 3
    change[:, a] += rate * turning[:, b]
    change[:, b] -= rate * turning[:, a]
    change[:, axis] += acceleration
    turning[:, axis] += rate
    return Felt(into_joint(felt.force_mps2, axis, angle), turning, change)


def hip(body: Motion) -> Felt:
    """What the heading frame at the hip feels."""
    forward, left, up = Channel.FORWARD, Channel.LEFT, Channel.UP
    turn, turn_change = body.rate[:, Channel.HEADING], body.acceleration[:, Channel.HEADING]
    sway, sway_rate = body.value[:, left], body.rate[:, left]
    felt = np.zeros((len(turn), 3))
    felt[:, X] = body.acceleration[:, forward] - 2 * sway_rate * turn - sway * turn_change
    felt[:, Y] = body.acceleration[:, up] + GRAVITY_MPS2
    felt[:, Z] = -(body.rate[:, forward] * turn + body.acceleration[:, left] - sway * turn**2)
    rate, change = np.zeros_like(felt), np.zeros_like(felt)
    rate[:, Y], change[:, Y] = turn, turn_change
    return Felt(felt, rate, change)


def thigh(body: Motion) -> Felt:
    """What the thigh feels at the hip joint, in the thigh frame."""
    felt = hip(body)
    for channel, axis in ((Channel.SAGITTAL, Z), (Channel.FRONTAL, X), (Channel.AXIAL, Y)):
        columns = (column[:, channel] for column in body)
        felt = through_joint(felt, Joint(axis, *columns))
    return felt


def at_point(felt: Felt, point: Motion) -> Felt:
    """What a point of the same body feels that moves against the body's origin (m, m/s, m/s²)."""
    turning = felt.rate_radps
    force = (
        felt.force_mps2
        + point.acceleration
        + 2 * np.cross(turning, point.rate)
        + np.cross(felt.rate_change_radps2, point.value)
        + np.cross(turning, np.cross(turning, point.value))
    )
    return felt._replace(force_mps2=force)
