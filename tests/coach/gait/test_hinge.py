"""The hinge of the hip, from thighs that swing about an axis anyone can name."""

from math import cos, degrees, radians, sin

import numpy as np
import pytest

from coach.gait.events import WearFault
from coach.gait.hinge import HingeAxis
from sensors.samples import FloatArray

RATE_HZ = 100.0
UP = np.array([1.0, 0.0, 0.0])
RIGHT = np.array([0.0, 0.0, -1.0])
"""Of a sensor strapped with +x up and +y forward."""


def swing(n_strides: int, share_flexing: float = 0.4) -> FloatArray:
    """Flexion rate of strides of one second; the shorter half is the faster one."""
    n_flexing = round(share_flexing * RATE_HZ)
    flexing = np.sin(np.arange(n_flexing) / n_flexing * np.pi) / share_flexing
    n_extending = round(RATE_HZ) - n_flexing
    extending = -np.sin(np.arange(n_extending) / n_extending * np.pi) / (1 - share_flexing)
    return np.tile(np.concatenate([flexing, extending]) * 1.5, n_strides)


def off_deg(axis: FloatArray, true: FloatArray) -> float:
    return degrees(np.arccos(np.clip(axis @ true / np.linalg.norm(true), -1, 1)))


def round_thigh(axis: FloatArray, degrees_: float) -> FloatArray:
    """The axis turned about the vertical."""
    turned: FloatArray = axis * cos(radians(degrees_)) + np.cross(UP, axis) * sin(radians(degrees_))
    return turned


def learnt(hinge: HingeAxis, rates: FloatArray) -> list[WearFault]:
    """Faults told while strides of one second come in."""
    n = round(RATE_HZ)
    told = [
        hinge.learn(rates[start : start + n], is_stride=True) for start in range(0, len(rates), n)
    ]
    return [fault for fault in told if fault is not None]


@pytest.mark.parametrize("true_deg", [-30.0, 0.0, 20.0, 60.0])
def test_the_hinge_is_the_axis_of_a_pure_swing(true_deg: float) -> None:
    true = round_thigh(RIGHT, true_deg)
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    learnt(hinge, np.outer(swing(20), true))
    # the declared placement still holds a few thousandths of the weight
    assert off_deg(hinge.axis(), true) < 1.0


def test_turning_about_the_long_axis_does_not_draw_the_hinge_away() -> None:
    true = round_thigh(RIGHT, 20.0)
    rate = swing(20)
    about_length = 2.0 * np.roll(rate, 25)
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    learnt(hinge, np.outer(rate, true) + np.outer(about_length, UP))
    assert off_deg(hinge.axis(), true) < 1.0


def test_before_any_swing_the_hinge_is_as_declared() -> None:
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    assert hinge.is_known
    assert off_deg(hinge.axis(), RIGHT) == pytest.approx(0.0, abs=1e-5)


def test_slow_turning_teaches_nothing() -> None:
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    learnt(hinge, np.tile(0.5 * round_thigh(RIGHT, 60.0), (1000, 1)))
    assert off_deg(hinge.axis(), RIGHT) == pytest.approx(0.0, abs=1e-5)


def test_backward_steps_after_walking_do_not_flip_the_sign() -> None:
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    assert learnt(hinge, np.outer(swing(10), RIGHT)) == []
    assert learnt(hinge, np.outer(-swing(60), RIGHT)) == []
    assert off_deg(hinge.axis(), RIGHT) < 1.0


def test_a_sensor_on_the_back_of_the_thigh_is_told_and_turned_about() -> None:
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    faults = learnt(hinge, np.outer(swing(10, share_flexing=0.3), -RIGHT))
    assert faults == [WearFault.BACK_OF_THIGH]
    assert off_deg(hinge.axis(), -RIGHT) < 1.0


@pytest.mark.parametrize("true_deg", [75.0, -75.0, 110.0])
def test_a_sensor_turned_far_round_the_thigh_is_told_and_followed(true_deg: float) -> None:
    true = round_thigh(RIGHT, true_deg)
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    assert learnt(hinge, np.outer(swing(10, share_flexing=0.3), true)) == [WearFault.TURNED_ROUND]
    assert off_deg(hinge.axis(), true) < 1.0


def test_a_strap_that_turns_in_mid_walk_is_told_once_and_followed() -> None:
    true = round_thigh(RIGHT, 40.0)
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    assert learnt(hinge, np.outer(swing(30), RIGHT)) == []
    assert learnt(hinge, np.outer(swing(30), true)) == [WearFault.STRAP_OR_FOOT_TURNED]
    assert off_deg(hinge.axis(), true) < 3.0


def test_a_sensor_put_on_elsewhere_is_told_once_even_if_no_stride_shows_it() -> None:
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    assert learnt(hinge, np.outer(swing(10), RIGHT)) == []
    elsewhere = np.outer(swing(1), round_thigh(RIGHT, 85.0))
    told = [hinge.learn(elsewhere, is_stride=False) for _ in range(60)]
    assert [fault for fault in told if fault] == [WearFault.STRAP_OR_FOOT_TURNED]


def test_a_strap_that_creeps_is_followed_without_a_word() -> None:
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    creeping = [round_thigh(RIGHT, 0.1 * i) for i in range(120)]
    assert [learnt(hinge, np.outer(swing(1), axis)) for axis in creeping] == [[]] * 120
    assert off_deg(hinge.axis(), creeping[-1]) < 3.0


@pytest.mark.parametrize("true_deg", [0.0, 80.0, 100.0, 180.0, 250.0])
def test_without_a_placement_the_faster_swing_is_flexion(true_deg: float) -> None:
    true = round_thigh(RIGHT, true_deg)
    hinge = HingeAxis(UP, None, RATE_HZ)
    before = hinge.is_known
    learnt(hinge, np.outer(swing(10, share_flexing=0.35), true))
    assert (before, hinge.is_known) == (False, True)
    assert off_deg(hinge.axis(), true) < 0.1


def test_the_sign_once_learnt_stays() -> None:
    hinge = HingeAxis(UP, None, RATE_HZ)
    learnt(hinge, np.outer(swing(10, share_flexing=0.35), RIGHT))
    learnt(hinge, np.outer(-swing(60, share_flexing=0.35), RIGHT))
    assert off_deg(hinge.axis(), RIGHT) < 1.0


def test_what_is_no_stride_tells_no_fault() -> None:
    hinge = HingeAxis(UP, RIGHT, RATE_HZ)
    sitting_down = np.outer(-swing(1, share_flexing=0.3), RIGHT)
    assert [hinge.learn(sitting_down, is_stride=False) for _ in range(10)] == [None] * 10
    assert off_deg(hinge.axis(), RIGHT) < 1.0


def test_an_even_swing_does_not_tell_the_sign() -> None:
    hinge = HingeAxis(UP, None, RATE_HZ)
    learnt(hinge, np.outer(swing(20, share_flexing=0.5), RIGHT))
    assert not hinge.is_known
