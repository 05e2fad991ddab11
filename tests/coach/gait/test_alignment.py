"""How the sensor sits: declared axes, the thigh's frame, the neutral from standing."""

from math import cos, degrees, radians, sin

import numpy as np
import pytest

from coach.gait.alignment import (
    Alignment,
    NeutralStand,
    alignment_from,
    placement_axes,
)
from coach.gait.orientation import in_sensor_frame
from sensors.samples import FloatArray, Placement

THIGH = Alignment(anterior=(1.0, 0.0, 0.0), up=(0.0, 1.0, 0.0), right=(0.0, 0.0, 1.0))


def off_deg(axis: FloatArray, true: FloatArray) -> float:
    return degrees(np.arccos(np.clip(axis @ true / np.linalg.norm(true), -1, 1)))


@pytest.mark.parametrize(
    ("placement", "right"),
    [
        (Placement("+x", "+y"), (0, 0, -1)),
        (Placement("+y", "+x"), (0, 0, 1)),
        (Placement("-z", "+x"), (0, 1, 0)),
    ],
    ids=str,
)
def test_up_anterior_and_right_are_right_handed(
    placement: Placement, right: tuple[int, int, int]
) -> None:
    assert placement_axes(placement)[1] == pytest.approx(right)


@pytest.mark.parametrize("placement", [("x", "+y"), ("+x", "+q"), ("", "+y"), ("+x", "+xx")])
def test_an_axis_that_does_not_exist_is_refused(placement: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        placement_axes(Placement(*placement))


@pytest.mark.parametrize("anterior", ["+x", "-x"])
def test_one_axis_for_both_is_refused(anterior: str) -> None:
    with pytest.raises(ValueError, match="twice"):
        placement_axes(Placement("+x", anterior))


@pytest.mark.parametrize("flexion_deg", [-20.0, 0.0, 30.0, 90.0])
def test_a_thigh_swung_forward_is_flexed(flexion_deg: float) -> None:
    # knee forward by 30 deg: the vertical leans to the front of the thigh, sin 30 forward
    flexion = radians(flexion_deg)
    up_sensor = (sin(flexion), cos(flexion), 0.0)
    assert degrees(THIGH.flexion_rad(up_sensor)) == pytest.approx(flexion_deg)


@pytest.mark.parametrize("n", [1, 5, 16, 17, 60])
def test_few_and_many_flexions_have_the_bits_of_one(n: int) -> None:
    rng = np.random.default_rng(n)
    worn = alignment_from(np.array([0.2, 0.9, -0.1]), np.array([0.1, 0.1, 1.0]))
    q, up = rng.normal(size=(n, 4)), (0.1, -0.2, 0.97)
    one_by_one = [worn.flexion_rad(in_sensor_frame(w, x, y, z, up)) for w, x, y, z in q.tolist()]
    assert worn.flexions_rad(q, up) == one_by_one


def test_leaning_sideways_is_no_flexion() -> None:
    assert THIGH.flexion_rad((0.0, cos(0.3), sin(0.3))) == 0.0


def test_the_thigh_frame_is_orthonormal_whatever_it_is_made_from() -> None:
    made = alignment_from(np.array([2.0, 0.1, 0.2]), np.array([0.3, 0.1, -1.0]))
    frame = np.array([made.anterior, made.up, made.right])
    np.testing.assert_allclose(frame @ frame.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(frame) == pytest.approx(1.0)


def leaning(lean_deg: float) -> FloatArray:
    return np.array([cos(radians(lean_deg)), sin(radians(lean_deg)), 0.0])


def stood(leans_deg: list[float], each_s: float = 0.25) -> NeutralStand:
    stand = NeutralStand()
    for lean_deg in leans_deg:
        stand.add(leaning(lean_deg), each_s)
    return stand


def test_neutral_is_the_middle_of_the_stand() -> None:
    neutral, sd_deg = stood([1.0, 2.0, 3.0]).neutral()
    assert off_deg(neutral, leaning(2.0)) == pytest.approx(0.0, abs=0.01)
    # 1, 0 and 1 deg off: root of 2/3
    assert sd_deg == pytest.approx((2 / 3) ** 0.5, abs=0.01)


def test_one_sway_does_not_move_the_neutral() -> None:
    neutral, _ = stood([2.0] * 8 + [9.0]).neutral()
    assert off_deg(neutral, leaning(2.0)) == pytest.approx(0.0, abs=0.01)


def test_a_moment_is_not_a_stand() -> None:
    assert not stood([0.0] * 4).is_enough()
    assert stood([0.0] * 12).is_enough()


@pytest.mark.parametrize(("sway_deg", "is_steady"), [(0.5, True), (4.0, False)])
def test_a_wobbling_stand_is_not_steady(sway_deg: float, is_steady: bool) -> None:
    assert stood([sway_deg, -sway_deg] * 8).is_steady() is is_steady
