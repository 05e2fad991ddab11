"""Thigh flexion from a rigid thigh that is turned by hand."""

from math import cos, isnan, pi, radians, sin

import numpy as np
import pytest

from coach.gait.alignment import placement_axes
from coach.gait.events import Calibrated, Posture, WearFault
from coach.gait.thigh import ThighAngle
from sensors.samples import FloatArray, ImuBlock, Placement

RATE_HZ = 100.0
G_MPS2 = 9.80665
STRAPPED = Placement("+x", "+y")
PLACEMENTS = [
    Placement(up, anterior)
    for up in ("+x", "-x", "+y", "-y", "+z", "-z")
    for anterior in ("+x", "-x", "+y", "-y", "+z", "-z")
    if up[1] != anterior[1]
]


def held(flexion_deg: float, duration_s: float) -> FloatArray:
    return np.full(round(duration_s * RATE_HZ), flexion_deg)


def turned(start_deg: float, end_deg: float, duration_s: float) -> FloatArray:
    """Smoothly from one angle to another."""
    share = np.arange(1, round(duration_s * RATE_HZ) + 1) / round(duration_s * RATE_HZ)
    return start_deg + (end_deg - start_deg) * (1 - np.cos(pi * share)) / 2


def hanging(flexion_deg: FloatArray, placement: Placement = STRAPPED) -> ImuBlock:
    """A sensor at the hip joint itself, so that it feels gravity alone."""
    up, right = placement_axes(placement)
    anterior = np.cross(up, right)
    flexion = np.radians(flexion_deg)
    rate = np.diff(flexion, prepend=flexion[0]) * RATE_HZ
    # the knee swings forward: of the vertical, sin(flexion) lies to the front
    acc = G_MPS2 * (np.outer(np.cos(flexion), up) + np.outer(np.sin(flexion), anterior))
    n = len(flexion)
    return ImuBlock(np.arange(n) / RATE_HZ, acc, np.outer(rate, right), np.zeros(n, np.uint8))


def followed(
    block: ImuBlock, placement: Placement | None = STRAPPED
) -> tuple[FloatArray, list[Calibrated], ThighAngle]:
    """Flexion in degrees, what was calibrated, and the stage after the last sample."""
    thigh = ThighAngle(RATE_HZ, placement)
    flexion: list[float] = []
    told: list[Calibrated] = []
    for start in range(0, len(block.t_s), thigh.n_settle):
        rows = slice(start, start + thigh.n_settle)
        flexion += thigh.push(
            ImuBlock(
                block.t_s[rows], block.acc_mps2[rows], block.gyr_radps[rows], block.flags[rows]
            )
        )
        if len(block.t_s[rows]) == thigh.n_settle:
            told += thigh.settle()
    return np.degrees(flexion), told, thigh


@pytest.mark.parametrize("placement", PLACEMENTS, ids="".join)
@pytest.mark.parametrize("flexion_deg", [30.0, -15.0])
def test_swinging_the_knee_forward_is_flexion(placement: Placement, flexion_deg: float) -> None:
    path = np.concatenate([held(0, 5), turned(0, flexion_deg, 0.5), held(flexion_deg, 0.5)])
    flexion, _, _ = followed(hanging(path, placement), placement)
    assert flexion[-1] == pytest.approx(flexion_deg, abs=0.2)


def test_flexion_follows_the_thigh_sample_by_sample() -> None:
    swing = np.concatenate([turned(0, 30, 0.5), turned(30, -15, 0.6), turned(-15, 30, 0.4)])
    path = np.concatenate([held(0, 5), swing])
    flexion, _, _ = followed(hanging(path))
    # the mean rate of a sample period is integrated: half a step of the fastest swing
    np.testing.assert_allclose(flexion[500:], path[500:], atol=0.3)


def test_standing_gives_neutral_and_zero() -> None:
    flexion, told, thigh = followed(hanging(held(0, 4)))
    assert [(c.is_accepted, c.reason) for c in told] == [(True, None)]
    assert told[0].neutral_sd_deg < 0.01
    assert abs(flexion[-1]) < 0.01
    assert thigh.posture is Posture.STANDING


def test_neutral_is_the_stand_not_the_vertical() -> None:
    # a thigh that stands 4 deg flexed reads nought there, and -4 upright
    path = np.concatenate([held(4, 4), turned(4, 0, 0.5), held(0, 0.3)])
    flexion, _, _ = followed(hanging(path))
    assert flexion[-1] == pytest.approx(-4.0, abs=0.2)


def test_there_is_no_angle_before_the_neutral() -> None:
    flexion, _, _ = followed(hanging(held(0, 4)))
    assert np.isnan(flexion[:200]).all()
    assert np.isfinite(flexion[-50:]).all()


def test_no_stand_no_angle() -> None:
    swinging = np.tile(np.concatenate([turned(-15, 25, 0.4), turned(25, -15, 0.6)]), 10)
    flexion, told, thigh = followed(hanging(swinging))
    assert np.isnan(flexion).all()
    assert told == []
    assert thigh.alignment is None


def test_without_a_placement_the_sign_waits_for_the_swing() -> None:
    swing = np.concatenate([turned(-15, 25, 0.35), turned(25, -15, 0.65)])
    path = np.concatenate([held(0, 4), turned(0, -15, 0.4), np.tile(swing, 6)])
    flexion, _, _ = followed(hanging(path), placement=None)
    assert np.isnan(flexion[:400]).all()
    assert np.nanmax(flexion) == pytest.approx(25.0, abs=1.0)
    assert np.nanmin(flexion) == pytest.approx(-15.0, abs=1.0)


def test_sitting_is_resting_and_no_neutral() -> None:
    _, told, thigh = followed(hanging(held(85, 5)))
    assert thigh.posture is Posture.RESTING
    assert not any(c.is_accepted for c in told)


def test_a_sensor_upside_down_is_told() -> None:
    _, told, _ = followed(hanging(held(180, 4)))
    assert WearFault.ARROW_DOWN in [c.reason for c in told]


def test_turning_on_the_spot_is_told_by_its_angle() -> None:
    up, _ = placement_axes(STRAPPED)
    block = hanging(held(0, 6))
    block.gyr_radps[500:600] = pi / 2 * up  # a quarter turn in the sixth second
    _, _, thigh = followed(block)
    assert thigh.heading_change_rad(500, 600) == pytest.approx(pi / 2, abs=0.01)
    assert thigh.heading_change_rad(400, 500) == pytest.approx(0.0, abs=0.01)


def test_swinging_is_no_turn() -> None:
    path = np.concatenate([held(0, 5), turned(0, 30, 0.5), turned(30, -15, 0.5)])
    _, _, thigh = followed(hanging(path))
    assert thigh.heading_change_rad(500, 600) == pytest.approx(0.0, abs=0.01)


def test_the_rate_is_that_of_flexion() -> None:
    path = np.concatenate([held(0, 5), turned(0, 30, 0.5)])
    _, _, thigh = followed(hanging(path))
    middle = 525  # of a half cosine: 30 deg / 0.5 s x pi / 2
    assert thigh.rate_radps(middle) == pytest.approx(radians(30) / 0.5 * pi / 2, rel=0.02)


def test_a_stand_with_a_constant_rate_error_still_reads_zero() -> None:
    block = hanging(held(0, 12))
    biased = block._replace(gyr_radps=block.gyr_radps + np.radians([1.0, -1.0, 1.0]))
    flexion, told, _ = followed(biased)
    assert [c.is_accepted for c in told] == [True]
    assert abs(flexion[-1]) < 0.1


def test_a_restless_stand_gives_no_neutral() -> None:
    t_s = np.arange(round(6 * RATE_HZ)) / RATE_HZ
    wobble = np.array([8 * sin(2 * pi * 0.8 * t) + cos(t) for t in t_s])
    _, told, _ = followed(hanging(wobble))
    assert not any(c.is_accepted for c in told)


def test_no_rate_without_an_alignment() -> None:
    thigh = ThighAngle(RATE_HZ, None)
    thigh.push(hanging(held(0, 0.1)))
    assert isnan(thigh.rate_radps(0))


def test_after_a_gap_the_vertical_is_taken_anew_and_less_sure() -> None:
    path = np.concatenate([held(0, 5), turned(0, 20, 0.5), held(20, 0.5)])
    _, _, thigh = followed(hanging(path))
    before_deg = thigh.tilt_sd_deg()
    thigh.after_gap()
    swing = np.concatenate([turned(-15, 25, 0.4), turned(25, -15, 0.6)])
    thigh.push(hanging(swing[: thigh.n_settle]))
    thigh.settle()
    assert thigh.tilt_sd_deg() > 2 * before_deg
