"""Strides against the exact truth of the simulation: people, sensors, faults, no walks."""

from dataclasses import replace

import numpy as np
import pytest

from coach.gait.events import WhyNot
from sensors.simulation.person import Person, some_person
from sensors.simulation.scenario import (
    Activity,
    KneeLifts,
    Lie,
    Ride,
    Run,
    Sit,
    Stand,
    Turn,
    Walk,
    shuffle,
    stairs,
    walk_with_cane,
)
from sensors.simulation.sensor import (
    Dropout,
    SensorModel,
    SoftTissue,
    good_sensor,
    worn_sensor,
)
from sensors.simulation.source import SimulatedWalk
from sensors.simulation.walks import day_without_walking, default_walk, mixed_strides
from tests.coach.gait.walks import extension_errors_deg, rms, score, simulated, true_peaks

STRAIGHT: tuple[Activity, ...] = (Stand(5.0), Walk(40.0), Stand(4.0))
BIASED = replace(good_sensor(), gyr_bias_dps=(1.0, -1.0, 1.0))
LOSSY = replace(good_sensor(), packet_samples=5, lost_share=0.05)
RIGID_WORN = replace(worn_sensor(1), soft_tissue=SoftTissue())


def walk(*activities: Activity, sensor: SensorModel | None = None, seed: int = 3) -> SimulatedWalk:
    return SimulatedWalk(Person(), activities, sensor or good_sensor(), seed=seed)


@pytest.mark.parametrize(
    ("simulated_walk", "worst_deg"),
    [
        # the soft tissue of `good_sensor` hides 3 % of the angle, that of `worn_sensor` 5 %
        (walk(*STRAIGHT, sensor=SensorModel()), 0.4),
        (walk(*STRAIGHT, sensor=RIGID_WORN), 0.6),
        (walk(*STRAIGHT), 0.9),
        (walk(*STRAIGHT, sensor=BIASED), 0.9),
        (walk(*STRAIGHT, sensor=LOSSY), 1.2),
        (SimulatedWalk(some_person(0), STRAIGHT, worn_sensor(0), seed=0), 1.6),
        (SimulatedWalk(some_person(1), STRAIGHT, worn_sensor(1), seed=1), 1.6),
        (SimulatedWalk(some_person(3), STRAIGHT, worn_sensor(3), seed=3), 1.6),
        (walk(Stand(5.0), walk_with_cane(40.0)), 0.8),
        (walk(Stand(5.0), Walk(40.0, speed_mps=0.7)), 0.9),
        (walk(Stand(5.0), Walk(40.0, speed_mps=1.8)), 1.2),
        (walk(Stand(5.0), Walk(40.0, is_treadmill=True)), 0.9),
        (walk(Stand(5.0), *(Walk(12.0), Stand(4.0)) * 3), 1.1),
        (mixed_strides(60, 1), 1.0),
    ],
    ids=[
        "a perfect sensor",
        "turned and tilted",
        "a good sensor",
        "bias of 1 deg/s on each axis",
        "5 % of packets lost",
        "worn by person 0",
        "worn by person 1",
        "worn by person 3",
        "a cane",
        "slow",
        "fast",
        "a treadmill",
        "pauses",
        "long strides among usual ones",
    ],
)
def test_every_stride_is_found_and_its_extension_right(
    simulated_walk: SimulatedWalk, worst_deg: float
) -> None:
    result = score(true_peaks(simulated_walk), simulated(simulated_walk).strides)
    assert (result.n_missed, result.n_false) == (0, 0)
    assert len(result.pairs) > 20
    assert rms(extension_errors_deg(result.pairs)) < worst_deg


def test_the_stated_uncertainty_covers_the_error() -> None:
    inside = []
    for seed in range(4):
        worn = SimulatedWalk(some_person(seed), STRAIGHT, worn_sensor(seed), seed=seed)
        for true, stride in score(true_peaks(worn), simulated(worn).strides).pairs:
            error_deg = stride.peak_thigh_extension_deg - true.extension_deg
            inside.append(abs(error_deg) < 1.645 * stride.peak_thigh_extension_sd_deg)
    assert np.mean(inside) > 0.85  # of 90 % intervals


def test_a_peak_is_known_within_three_samples_and_a_bit() -> None:
    long = mixed_strides(60, 2)
    pairs = score(true_peaks(long), simulated(long).strides).pairs
    late_s = [stride.reported_s - true.t_s for true, stride in pairs]
    assert np.percentile(late_s, 95) < 0.045


def test_the_angle_follows_the_thigh_between_the_peaks_too() -> None:
    perfect = walk(*STRAIGHT, sensor=SensorModel())
    trace = simulated(perfect).trace
    error_deg = trace.thigh_flexion_deg - perfect.truth.thigh_flexion_deg
    # the axis leans a little with the thigh's own twist, which peaks between the turning points
    assert rms(error_deg[1000:]) < 1.5
    assert abs(error_deg[1000:].mean()) < 0.5


def test_the_error_does_not_grow_in_five_minutes() -> None:
    long = walk(Stand(5.0), Walk(300.0), sensor=BIASED)
    errors_deg = extension_errors_deg(score(true_peaks(long), simulated(long).strides).pairs)
    assert abs(errors_deg[-50:].mean() - errors_deg[:50].mean()) < 0.2


def test_lengths_without_calibration_are_a_fair_guess() -> None:
    errors = []
    for seed in range(6):
        worn = SimulatedWalk(some_person(seed), STRAIGHT, worn_sensor(seed), seed=seed)
        for true, stride in score(true_peaks(worn), simulated(worn).strides).pairs:
            assert stride.stride_length_m is not None
            assert true.length_m is not None
            errors.append(abs(stride.stride_length_m / true.length_m - 1))
    assert np.mean(errors) < 0.10


def test_no_stride_in_which_the_person_turns_round_is_scored() -> None:
    turning = (Walk(12.0), Turn(180.0), Walk(12.0), Turn(-180.0))
    there_and_back = walk(Stand(5.0), *turning * 3, Walk(12.0))
    result = score(true_peaks(there_and_back), simulated(there_and_back).strides)
    n_turns = sum(true.is_turn for true in true_peaks(there_and_back))
    assert n_turns >= 12
    # a stride that only begins to turn by a few degrees is like any other
    assert result.n_turns_scored <= n_turns // 6
    assert (result.n_missed, result.n_false) == (0, 0)


def test_after_a_lost_second_strides_count_again_from_the_second_on() -> None:
    dropouts = tuple(Dropout(15.0 + 12 * i, 1.0) for i in range(3))
    broken = walk(Stand(5.0), Walk(50.0), sensor=replace(good_sensor(), dropouts=dropouts))
    result = score(true_peaks(broken), simulated(broken).strides)
    assert result.n_false == 0
    assert result.n_missed <= 3 * len(dropouts)
    assert rms(extension_errors_deg(result.pairs)) < 1.0


@pytest.mark.parametrize(
    ("activity", "reason"),
    [
        (Run(20.0), WhyNot.RUNNING),
        (stairs(20.0, is_up=True), WhyNot.STAIRS_OR_SLOPE),
        (stairs(20.0, is_up=False), WhyNot.STAIRS_OR_SLOPE),
        (Walk(20.0, speed_mps=0.6, is_backward=True), WhyNot.BACKWARD),
        (shuffle(20.0), WhyNot.SHUFFLE),
    ],
    ids=["running", "upstairs", "downstairs", "backward", "shuffling"],
)
def test_what_is_no_walking_is_kept_with_its_reason(activity: Activity, reason: WhyNot) -> None:
    other = walk(Stand(5.0), Walk(15.0), Stand(3.0), activity, Stand(3.0))
    span = other.truth.spans[3]
    inside = [
        stride
        for stride in simulated(other).strides
        if span.start_s < stride.peak_thigh_extension_s < span.end_s
    ]
    assert not any(stride.is_scored for stride in inside)
    assert reason in {stride.why_not for stride in inside}


@pytest.mark.parametrize(
    "activity", [Sit(30.0), Lie(30.0), Ride(60.0), KneeLifts(5), Stand(60.0, restlessness=1.5)]
)
def test_without_a_step_nothing_is_scored(activity: Activity) -> None:
    idle = walk(Stand(5.0), Walk(15.0), Stand(3.0), activity, Stand(3.0))
    start_s = idle.truth.spans[3].start_s
    assert not [s for s in simulated(idle).scored if s.start_s > start_s]


def test_a_quarter_of_an_hour_without_walking_has_no_stride_that_counts() -> None:
    idle = day_without_walking(0.25, 1)
    assert simulated(replace(idle, block_samples=1000)).scored == []


def test_the_walk_the_program_shows_first_is_measured_whole() -> None:
    first = default_walk()
    result = score(true_peaks(first), simulated(first).strides)
    assert (result.n_missed, result.n_false) == (0, 0)
    assert rms(extension_errors_deg(result.pairs)) < 1.0
