"""Repetitions of simulated exercises, of which it is known how many and how far they went."""

import numpy as np
import pytest

from coach.gait.repetitions import Repetition, RepetitionCounter
from sensors.samples import ImuBlock
from sensors.simulation.person import Person
from sensors.simulation.scenario import Activity, Lie, Repeat, Sit, Stand, Walk
from sensors.simulation.sensor import SensorModel, good_sensor, worn_sensor
from sensors.simulation.source import SimulatedWalk

BRIDGE = Repeat(10, (140.0, 0.0, 0.0), (112.0, 0.0, 0.0), period_s=5.0)
SIDE_LIFT = Repeat(8, (15.0, 85.0, 0.0), (15.0, 112.0, 0.0), period_s=5.0)
LEG_SWING = Repeat(10, top_deg=(40.0, 0.0, 0.0), period_s=2.0)
KNEE_LIFT = Repeat(10, top_deg=(75.0, 5.0, 0.0), period_s=3.0)
SIT_TO_STAND = Repeat(8, (85.0, 6.0, 0.0), (0.0, 0.0, 0.0), period_s=5.0)
CLAM = Repeat(10, (50.0, 80.0, 0.0), (50.0, 92.0, 12.0), period_s=4.0)
HEEL_TAP = Repeat(8, (178.0, 0.0, 0.0), (138.0, 0.0, 0.0), period_s=8.0)
SIDE_STEP = Repeat(8, (25.0, 5.0, 0.0), (25.0, 17.0, 0.0), period_s=2.5)
STEP_UP = Repeat(8, (55.0, 0.0, 0.0), (5.0, 0.0, 0.0), period_s=4.0)
STRETCH = Repeat(10, (60.0, 0.0, 0.0), (45.0, 0.0, 0.0), period_s=5.0, hold_s=2.0)


def _counted(
    *activities: Activity,
    seed: int = 0,
    sensor: SensorModel | None = None,
    block: int = 12,
    least_lift_deg: float = 7.0,
) -> list[Repetition]:
    walk = SimulatedWalk(
        Person(), activities, sensor or good_sensor(), seed=seed, block_samples=block
    )
    counter = RepetitionCounter(least_lift_deg)
    return [each for part in walk.blocks() for each in counter.push(part)]


@pytest.mark.parametrize(
    ("exercise", "lift_deg"),
    [
        pytest.param(BRIDGE, 28.0, id="bridge"),
        pytest.param(SIDE_LIFT, 27.0, id="side_lift"),
        pytest.param(LEG_SWING, 40.0, id="leg_swing"),
        pytest.param(KNEE_LIFT, 75.0, id="knee_lift"),
        pytest.param(SIT_TO_STAND, 85.0, id="sit_to_stand"),
        pytest.param(CLAM, 12.0, id="clam"),
        pytest.param(HEEL_TAP, 40.0, id="heel_tap"),
        pytest.param(SIDE_STEP, 12.0, id="side_step"),
        pytest.param(STEP_UP, 50.0, id="step_up"),
        pytest.param(STRETCH, 15.0, id="stretch_with_a_hold"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_repetition_is_counted_once(exercise: Repeat, lift_deg: float, seed: int) -> None:
    found = _counted(exercise, seed=seed, sensor=worn_sensor(seed))
    assert len(found) == exercise.n_times
    # soft tissue under a worn sensor: some 4 deg, and 6 % of a large lift
    tolerance_deg = max(4.0, 0.06 * lift_deg)
    assert [each.lift_deg for each in found] == pytest.approx(
        [lift_deg] * len(found), abs=tolerance_deg
    )


def test_the_tempo_is_that_of_the_movement() -> None:
    found = _counted(BRIDGE)
    # it leaves and comes back at 0.4 of the lift: somewhat shorter than the whole period
    assert all(3.0 < each.duration_s <= 5.0 for each in found)


def test_quicker_repetitions_are_shorter() -> None:
    slow, quick = (
        _counted(Repeat(6, (140.0, 0.0, 0.0), (112.0, 0.0, 0.0), period_s=period_s))
        for period_s in (5.0, 2.0)
    )
    assert max(each.duration_s for each in quick) < min(each.duration_s for each in slow)


def test_a_smaller_lift_shows() -> None:
    large = Repeat(3, (140.0, 0.0, 0.0), (112.0, 0.0, 0.0))
    small = Repeat(3, (140.0, 0.0, 0.0), (124.0, 0.0, 0.0))
    lifts = [each.lift_deg for each in _counted(large, small)]
    assert len(lifts) == 6
    assert min(lifts[:3]) > 1.5 * max(lifts[3:])


@pytest.mark.parametrize("behind_deg", [0.0, 12.0, 20.0])
def test_a_swing_behind_the_stand_is_told_and_is_no_second_repetition(behind_deg: float) -> None:
    forward = Repeat(1, top_deg=(40.0, 0.0, 0.0), period_s=2.0, still_s=2.0)
    both = [
        part
        for _ in range(6)
        for part in (
            Repeat(1, top_deg=(40.0, 0.0, 0.0), period_s=2.0, still_s=0.0),
            Repeat(1, top_deg=(-behind_deg, 0.0, 0.0), period_s=1.6, still_s=0.0),
        )
    ]
    found = _counted(forward, *both, Stand(2.0))
    assert len(found) == 7
    assert found[-1].behind_deg == pytest.approx(behind_deg, abs=3.0)


def test_above_the_horizontal_on_hands_and_knees_shows_as_a_lift_beyond_ninety() -> None:
    level, above = (
        _counted(Repeat(5, top_deg=(-top, 0.0, 0.0), period_s=5.0))[-1].lift_deg
        for top in (70.0, 108.0)
    )
    assert level < 90.0
    assert above > 100.0


@pytest.mark.parametrize(
    "activity", [Stand(60.0), Sit(60.0, restlessness=0.3), Lie(60.0)], ids=lambda a: a.label
)
def test_stillness_counts_nothing(activity: Activity) -> None:
    assert _counted(activity, least_lift_deg=10.0) == []


def test_a_new_position_held_still_is_a_new_start() -> None:
    bridge = Repeat(10, (140.0, 0.0, 0.0), (112.0, 0.0, 0.0), period_s=5.0, still_s=14.0)
    assert len(_counted(Stand(3.0), bridge)) == 10


def test_begun_anew_it_counts_from_the_pose_of_then() -> None:
    walk = SimulatedWalk(Person(), (Stand(3.0), Lie(6.0), BRIDGE), good_sensor(), block_samples=12)
    counter, n_found = RepetitionCounter(), 0
    for part in walk.blocks():
        if part.t_s[0] <= 11.5 < part.t_s[-1] + 0.1:
            counter.reset()
        found = counter.push(part)
        n_found += len(found) if part.t_s[0] > 11.5 else 0
    assert n_found == 10


@pytest.mark.parametrize("block", [1, 7, 400])
def test_any_partition_counts_the_same(block: int) -> None:
    assert _counted(BRIDGE, block=block) == _counted(BRIDGE, block=12)


def test_a_gap_drops_only_the_repetition_it_cuts() -> None:
    walk = SimulatedWalk(Person(), (BRIDGE,), good_sensor(), block_samples=10_000)
    whole = next(iter(walk.blocks()))
    keep = (whole.t_s < 20.0) | (whole.t_s > 21.0)
    flags = whole.flags.copy()
    flags[np.flatnonzero(whole.t_s > 21.0)[0]] |= 4
    cut = ImuBlock(whole.t_s[keep], whole.acc_mps2[keep], whole.gyr_radps[keep], flags[keep])
    n_found = len(RepetitionCounter(7.0).push(cut))
    assert BRIDGE.n_times - 1 <= n_found <= BRIDGE.n_times


def test_nothing_is_known_before_a_still_moment() -> None:
    counter = RepetitionCounter()
    assert not counter.is_ready
    assert counter.lift_deg is None


def test_walking_is_counted_as_no_repetition() -> None:
    assert _counted(Stand(3.0), Walk(20.0), Stand(3.0)) == []
