"""The vertical: gravity, standing, and walking at a steady speed, on motions done by hand."""

from math import acos, cos, degrees, radians, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.inclination import Inclination, InclinationSettings
from coach.gait.orientation import TurnedSums, turned_sums
from sensors.samples import FloatArray

RATE_HZ = 100.0
G_MPS2 = 9.80665


class NotTurning:
    """A strapdown for a sensor that never turns; keeps the bias it was told."""

    def __init__(self) -> None:
        self.bias_radps: FloatArray = np.zeros(3)

    def push(self, gyr_radps: FloatArray) -> FloatArray:
        return level(len(gyr_radps))

    def set_bias(self, bias_radps: FloatArray) -> None:
        self.bias_radps = bias_radps


def level(n: int) -> FloatArray:
    return np.tile([1.0, 0.0, 0.0, 0.0], (n, 1))


def force(n: int, forward_mps2: float = 0.0, tilt_deg: float = 0.0) -> FloatArray:
    """Specific force of a sensor that speeds up along x; its z is `tilt_deg` off the vertical."""
    tilt = radians(tilt_deg)
    up, ahead = np.array([sin(tilt), 0.0, cos(tilt)]), np.array([cos(tilt), 0.0, -sin(tilt)])
    return np.tile(G_MPS2 * up + forward_mps2 * ahead, (n, 1))


def felt(n: int, forward_mps2: float = 0.0, tilt_deg: float = 0.0) -> TurnedSums:
    return turned_sums(level(n), force(n, forward_mps2, tilt_deg), np.zeros((n, 3)))


def tilt_deg(inclination: Inclination, true_tilt_deg: float = 0.0) -> float:
    """Angle between estimated and true vertical."""
    true = np.array([sin(radians(true_tilt_deg)), 0.0, cos(radians(true_tilt_deg))])
    return degrees(acos(min(1.0, float(np.array(inclination.up) @ true))))


def levelled(sd_deg: float = 1.0) -> Inclination:
    settings = InclinationSettings(still_tilt_sd_rad=radians(sd_deg))
    inclination = Inclination(NotTurning(), RATE_HZ, settings)
    inclination.level_by_gravity(felt(25), is_still=True)
    return inclination


def stand(inclination: Inclination, duration_s: float, tilt_deg: float = 0.0) -> None:
    for _ in range(round(duration_s / 0.25)):
        inclination.advance(felt(25, tilt_deg=tilt_deg))
        inclination.is_standing()
        inclination.has_bias(np.zeros(3), 0.25)
        inclination.correct()


def stride(inclination: Inclination, forward_mps2: float = 0.0, tilt_deg: float = 0.0) -> None:
    """A second of walking that ends at peak flexion."""
    inclination.advance(felt(100, forward_mps2, tilt_deg))
    inclination.is_at_peak_flexion()
    inclination.correct()


@pytest.mark.parametrize("true_deg", [0.0, 10.0, -60.0])
def test_at_rest_up_is_where_the_force_points(true_deg: float) -> None:
    inclination = Inclination(NotTurning(), RATE_HZ)
    inclination.level_by_gravity(felt(25, tilt_deg=true_deg), is_still=True)
    assert inclination.is_levelled
    assert tilt_deg(inclination, true_deg) == pytest.approx(0.0, abs=1e-5)


def test_levelling_upside_down_is_no_special_case() -> None:
    inclination = Inclination(NotTurning(), RATE_HZ)
    upside_down = turned_sums(level(25), -force(25), np.zeros((25, 3)))
    inclination.level_by_gravity(upside_down, is_still=True)
    assert inclination.up == pytest.approx((0.0, 0.0, -1.0))


def test_levelled_on_the_move_the_vertical_is_unsure() -> None:
    inclination = levelled()
    still = inclination.tilt_sd_rad()
    inclination.level_by_gravity(felt(25, 2.0), is_still=False)
    assert inclination.tilt_sd_rad() > 5 * still


def test_nothing_is_levelled_before_it_is_told() -> None:
    assert not Inclination(NotTurning(), RATE_HZ).is_levelled


def test_starting_to_walk_does_not_tilt_the_vertical() -> None:
    inclination = levelled()
    stand(inclination, 3.0)
    # 1 m/s2 for a second: a low-pass of the force would lean by up to atan(1 / 9.81) = 5.8 deg
    inclination.advance(felt(100, 1.0))
    inclination.is_at_peak_flexion()
    inclination.correct()
    for _ in range(5):
        stride(inclination)
        assert tilt_deg(inclination) < 0.1


def test_steady_walking_removes_a_wrong_vertical() -> None:
    inclination = levelled(sd_deg=2.0)
    # believed level, truly 1 deg off: gravity leaks 0.17 m/s into every second's speed
    for _ in range(15):
        stride(inclination, tilt_deg=1.0)
    assert tilt_deg(inclination, 1.0) < 0.3


def test_standing_removes_a_wrong_vertical() -> None:
    inclination = levelled(sd_deg=2.0)
    stand(inclination, 5.0, tilt_deg=1.0)
    assert tilt_deg(inclination, 1.0) < 0.1


def test_the_mean_rate_at_rest_becomes_the_bias() -> None:
    strapdown = NotTurning()
    inclination = Inclination(strapdown, RATE_HZ)
    inclination.level_by_gravity(felt(25), is_still=True)
    bias = np.radians([1.0, -2.0, 0.5])
    for _ in range(12):
        inclination.has_bias(bias, 0.25)
        inclination.correct()
    # three seconds of rest outweigh the prior of 2 deg/s by 100 to 1
    assert np.degrees(inclination.bias_radps) == pytest.approx(np.degrees(bias), abs=0.05)
    np.testing.assert_array_equal(strapdown.bias_radps, inclination.bias_radps)


def test_rest_makes_the_bias_surer() -> None:
    inclination = levelled()
    before = inclination.bias_sd_radps()
    inclination.has_bias(np.zeros(3), 0.25)
    assert inclination.bias_sd_radps() < before / 2


def test_the_vertical_grows_uncertain_unaided_and_sure_at_rest() -> None:
    inclination = levelled()
    stand(inclination, 3.0)
    sure = inclination.tilt_sd_rad()
    inclination.advance(felt(500))
    unaided = inclination.tilt_sd_rad()
    inclination.is_standing()
    assert sure < inclination.tilt_sd_rad() < unaided


def test_bridged_samples_make_the_vertical_less_sure() -> None:
    one, other = levelled(), levelled()
    stand(one, 3.0)
    stand(other, 3.0)
    one.advance(felt(100))
    other.advance(felt(100), n_bridged=10)
    assert other.tilt_sd_rad() > one.tilt_sd_rad()


def test_no_samples_change_nothing() -> None:
    inclination = levelled()
    before = inclination.tilt_sd_rad()
    inclination.advance(felt(0))
    assert inclination.tilt_sd_rad() == before


def test_a_new_walking_direction_tells_nothing_about_the_vertical() -> None:
    inclination = levelled()
    stand(inclination, 3.0)
    stride(inclination, 1.0)
    stride(inclination)
    inclination.advance(felt(100, -2.0))  # 1 m/s forward becomes 1 m/s backward
    inclination.has_turned()
    inclination.is_at_peak_flexion()
    inclination.correct()
    assert tilt_deg(inclination) < 0.1


@pytest.mark.parametrize("change_mps2", [-1.0, -0.6, 0.6])
def test_another_pace_does_not_tilt_the_vertical(change_mps2: float) -> None:
    inclination = levelled()
    stand(inclination, 3.0)
    stride(inclination, 1.2)
    for _ in range(8):
        stride(inclination)
    stride(inclination, change_mps2)
    assert tilt_deg(inclination) < 0.2
    for _ in range(5):
        stride(inclination)
        assert tilt_deg(inclination) < 0.2
    speed_mps, _ = inclination.speed_mps((1.0, 0.0, 0.0))
    assert speed_mps == pytest.approx(1.2 + change_mps2, abs=0.1)


@pytest.mark.parametrize("forward_mps2", [1.0, -0.5])
def test_after_a_stand_the_speed_is_what_was_felt_since(forward_mps2: float) -> None:
    inclination = levelled()
    stand(inclination, 3.0)
    stride(inclination, forward_mps2)
    speed_mps, sd_mps = inclination.speed_mps((1.0, 0.0, 0.0))
    assert speed_mps == pytest.approx(forward_mps2, abs=0.02)
    assert sd_mps < 0.2
    across_mps, _ = inclination.speed_mps((0.0, 1.0, 0.0))
    assert across_mps == pytest.approx(0.0, abs=1e-6)


def test_levelled_on_the_move_the_speed_is_not_known() -> None:
    inclination = levelled()
    inclination.level_by_gravity(felt(25, 2.0), is_still=False)
    assert inclination.speed_mps((1.0, 0.0, 0.0))[1] > 1.0


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["stand", "peak", "somewhere", "turn"]),
        st.integers(1, 200),
        st.floats(-3, 3),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_whatever_happens_up_stays_a_unit_vector_with_a_finite_sd(
    steps: list[tuple[str, int, float]],
) -> None:
    inclination = levelled()
    for what, n, forward_mps2 in steps:
        inclination.advance(felt(n, forward_mps2))
        match what:
            case "stand":
                inclination.is_standing()
            case "peak":
                inclination.is_at_peak_flexion()
            case "somewhere":
                inclination.is_somewhere()
            case _:
                inclination.has_turned()
        inclination.correct()
        assert np.linalg.norm(inclination.up) == pytest.approx(1.0)
        assert 0 < inclination.tilt_sd_rad() < 1.0
