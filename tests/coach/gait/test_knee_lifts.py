"""Knee lifts of the worn leg, counted from the samples alone."""

import pytest

from coach.gait.knee_lifts import KneeLifts
from sensors.simulation import scenario
from sensors.simulation.person import Person
from sensors.simulation.sensor import good_sensor, worn_sensor
from sensors.simulation.source import SimulatedWalk
from tests.coach.walks import still


def _lifts(*activities: scenario.Activity, seed: int = 0, block: int = 10) -> KneeLifts:
    lifts = KneeLifts()
    walk = SimulatedWalk(Person(), activities, worn_sensor(seed), seed=seed, block_samples=block)
    for samples in walk.blocks():
        lifts.push(samples)
    return lifts


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("lift_deg", [50.0, 70.0, 90.0])
def test_lifts_of_the_worn_leg_are_counted(seed: int, lift_deg: float) -> None:
    lifts = scenario.KneeLifts(3, lift_deg=lift_deg)
    assert _lifts(scenario.Stand(2.0, 0.5), lifts, scenario.Stand(2.0), seed=seed).n_lifts == 3


@pytest.mark.parametrize("seed", range(4))
def test_lifts_of_the_other_leg_are_not(seed: int) -> None:
    lifts = scenario.KneeLifts(3, is_worn_leg=False)
    assert _lifts(scenario.Stand(2.0, 0.5), lifts, scenario.Stand(2.0), seed=seed).n_lifts == 0


def test_lifts_are_counted_wherever_the_sensor_sits() -> None:
    walk = SimulatedWalk(
        Person(), (scenario.Stand(2.0), scenario.KneeLifts(3), scenario.Stand(2.0)), good_sensor()
    )
    turned, plain = KneeLifts(), KneeLifts()
    for block in walk.blocks():
        plain.push(block)
        turned.push(
            block._replace(acc_mps2=-block.acc_mps2[:, ::-1], gyr_radps=-block.gyr_radps[:, ::-1])
        )
    assert (plain.n_lifts, turned.n_lifts) == (3, 3)


def test_blocks_of_any_size_give_the_same() -> None:
    activities = (scenario.Stand(2.0, 1.0), scenario.KneeLifts(3), scenario.Stand(3.0, 1.0))
    one, other = _lifts(*activities, block=1), _lifts(*activities, block=97)
    assert (one.n_lifts, one.still_s) == (other.n_lifts, other.still_s)


def test_sitting_down_is_no_lift() -> None:
    assert _lifts(scenario.Stand(3.0), scenario.Sit(20.0), scenario.Stand(3.0)).n_lifts == 0


def test_stillness_is_timed() -> None:
    lifts = KneeLifts()
    lifts.push(still(0.0, 301))
    assert lifts.still_s == pytest.approx(3.0)


def test_movement_ends_the_stillness() -> None:
    lifts = KneeLifts()
    lifts.push(still(0.0, 300))
    block = still(3.0, 1)
    lifts.push(block._replace(gyr_radps=block.gyr_radps + 1.0))
    assert lifts.still_s == 0.0


def test_counting_anew_begins_with_the_next_stand() -> None:
    lifts = _lifts(scenario.Stand(2.0), scenario.KneeLifts(3), scenario.Stand(2.0))
    lifts.restart()
    assert (lifts.n_lifts, lifts.still_s) == (0, 0.0)
