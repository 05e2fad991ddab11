"""The truth of a simulated walk agrees with itself, with its samples and with what was asked."""

from dataclasses import replace
from math import radians, sin

import numpy as np
import pytest

from sensors.samples import FloatArray
from sensors.simulation.curves import evaluate, joined
from sensors.simulation.kinematics import Channel
from sensors.simulation.motion import segments
from sensors.simulation.person import Person, some_person
from sensors.simulation.scenario import (
    Activity,
    KneeLifts,
    Lie,
    Ride,
    Run,
    Sit,
    Stand,
    StrapOn,
    Turn,
    Walk,
    march,
    shuffle,
    stairs,
    walk_with_cane,
)
from sensors.simulation.sensor import SensorModel
from sensors.simulation.source import SimulatedWalk
from sensors.simulation.truth import TrueStride, Truth

STEADY = Person(extension_sd_deg=0.0, flexion_sd_deg=0.0, speed_cv=0.0, length_residual=0.0)


def truth_of(*scenario: Activity, person: Person | None = None, seed: int = 0) -> Truth:
    return SimulatedWalk(person or Person(), scenario, seed=seed).truth


def inner(truth: Truth) -> list[TrueStride]:
    return [stride for stride in truth.strides if not stride.is_edge]


@pytest.mark.parametrize("seed", range(4))
def test_peak_extension_is_the_lowest_angle_of_its_stride(seed: int) -> None:
    truth = truth_of(Stand(2.0), Walk(30.0), Stand(2.0), person=some_person(seed), seed=seed)
    for stride in truth.strides:
        inside = (truth.t_s >= stride.start_s) & (truth.t_s <= stride.end_s)
        lowest = np.argmin(np.where(inside, truth.thigh_flexion_deg, np.inf))
        # samples are 10 ms apart: the curve bends by less than 0.15 degrees in between
        assert truth.thigh_flexion_deg[lowest] == pytest.approx(
            -stride.peak_thigh_extension_deg, abs=0.15
        )
        assert truth.t_s[lowest] == pytest.approx(stride.peak_thigh_extension_s, abs=0.0101)


@pytest.mark.parametrize("seed", range(4))
def test_stride_starts_at_the_highest_angle_between_two_extensions(seed: int) -> None:
    truth = truth_of(Stand(2.0), Walk(30.0), Stand(2.0), person=some_person(seed), seed=seed)
    for before, stride in zip(truth.strides, truth.strides[1:], strict=False):
        between = (truth.t_s >= before.peak_thigh_extension_s) & (
            truth.t_s <= stride.peak_thigh_extension_s
        )
        highest = np.max(truth.thigh_flexion_deg[between])
        assert highest == pytest.approx(stride.peak_thigh_flexion_deg, abs=0.15)
        assert before.end_s == stride.start_s


def test_events_of_a_stride_are_in_order() -> None:
    truth = truth_of(Walk(20.0), Turn(), Walk(10.0), Run(5.0), Walk(5.0, is_backward=True))
    for s in truth.strides:
        assert s.start_s < s.initial_contact_s < s.peak_thigh_extension_s < s.next_initial_contact_s
        assert s.peak_thigh_extension_s < s.end_s


@pytest.mark.parametrize(
    ("activity", "sign"),
    [(Walk(30.0), 1.0), (Walk(30.0, is_backward=True), -1.0), (Run(20.0), 1.0)],
    ids=["walk", "backward", "run"],
)
def test_stride_length_is_the_way_from_contact_to_contact(
    activity: Walk | Run, sign: float
) -> None:
    scenario = (activity,)
    truth = truth_of(*scenario)
    knots = joined([s.knots for s in segments(Person(), scenario, 0)])
    for stride in inner(truth):
        times = np.array([stride.initial_contact_s, stride.next_initial_contact_s])
        way_m = np.diff(evaluate(knots, times).value[:, Channel.FORWARD])[0]
        assert sign * way_m == pytest.approx(stride.stride_length_m, abs=0.02)  # surge differs


def test_treadmill_keeps_the_hip_in_place_and_the_stride_length() -> None:
    scenario = (Walk(60.0, is_treadmill=True),)
    knots = joined([s.knots for s in segments(Person(), scenario, 0)])
    assert np.ptp(knots.value[:, Channel.FORWARD]) < 0.05
    lengths_m = [s.stride_length_m for s in inner(truth_of(*scenario))]
    assert np.mean(lengths_m) == pytest.approx(1.33, abs=0.03)


@pytest.mark.parametrize(
    ("walk", "speed_mps", "cadence_spm"),
    [
        (Walk(30.0, speed_mps=1.0, cadence_spm=100.0), 1.0, 100.0),
        (Walk(30.0, speed_mps=1.1, stride_length_m=1.2), 1.1, 110.0),
        (Walk(30.0, cadence_spm=120.0, stride_length_m=1.4), 1.4, 120.0),
        (Walk(30.0, speed_mps=1.0, cadence_spm=100.0, length_factor=1.2), 1.2, 100.0),
    ],
    ids=["speed and cadence", "speed and length", "cadence and length", "long"],
)
def test_walk_has_the_pace_that_was_asked(walk: Walk, speed_mps: float, cadence_spm: float) -> None:
    for stride in inner(truth_of(walk, person=STEADY))[1:-1]:
        period_s = stride.end_s - stride.start_s
        assert 120 / period_s == pytest.approx(cadence_spm, rel=1e-6)
        assert stride.stride_length_m / period_s == pytest.approx(speed_mps, rel=1e-6)


def test_range_and_length_belong_together() -> None:
    walk = Walk(20.0, speed_mps=1.25)
    stride = inner(truth_of(walk, person=STEADY))[3]
    range_rad = radians(stride.peak_thigh_extension_deg + stride.peak_thigh_flexion_deg)
    expected_m = 0.95 * 4 * 0.88 * sin(range_rad / 2)
    assert stride.stride_length_m == pytest.approx(expected_m, rel=1e-6)


def test_commanded_extension_is_made() -> None:
    strides = inner(truth_of(Walk(20.0, extension_deg=22.0), person=STEADY))
    assert [s.peak_thigh_extension_deg for s in strides] == pytest.approx([22.0] * len(strides))


@pytest.fixture(scope="module")
def natural() -> Truth:
    return truth_of(Walk(1200.0))


def test_extension_varies_by_the_natural_spread(natural: Truth) -> None:
    peaks = [s.peak_thigh_extension_deg for s in inner(natural)]
    assert np.std(peaks) == pytest.approx(1.7, abs=0.15)  # 1,100 strides: 2.5 SE
    assert np.mean(peaks) == pytest.approx(16.0, abs=0.2)


def test_stride_lengths_spread_as_people_do(natural: Truth) -> None:
    lengths = [s.stride_length_m for s in inner(natural)]
    assert 0.02 < np.std(lengths) / np.mean(lengths) < 0.045


def test_speed_remembers_the_stride_before(natural: Truth) -> None:
    periods = np.array([s.end_s - s.start_s for s in inner(natural)])
    assert np.corrcoef(periods[1:], periods[:-1])[0, 1] > 0.25


def test_limp_shortens_stance_and_extension_of_the_worn_leg() -> None:
    straight = inner(truth_of(Walk(20.0), person=STEADY))[3]
    limping = inner(truth_of(Walk(20.0, limp=1.0), person=STEADY))[3]
    share = (limping.peak_thigh_extension_s - limping.start_s) / (limping.end_s - limping.start_s)
    whole = (straight.peak_thigh_extension_s - straight.start_s) / (
        straight.end_s - straight.start_s
    )
    assert limping.peak_thigh_extension_deg < 0.7 * straight.peak_thigh_extension_deg
    assert share < whole - 0.03


def range_deg(truth: Truth) -> FloatArray:
    return np.array([s.peak_thigh_extension_deg + s.peak_thigh_flexion_deg for s in inner(truth)])


def test_cane_walk_is_slow_with_a_small_range() -> None:
    truth = truth_of(walk_with_cane(40.0))
    assert np.all((range_deg(truth) > 12) & (range_deg(truth) < 30))
    assert 12 < np.mean(range_deg(truth)) < 24


def test_shuffle_has_a_range_below_ten_degrees_and_is_not_scored() -> None:
    truth = truth_of(shuffle(30.0), person=replace(STEADY, extension_sd_deg=0.5))
    assert np.mean(range_deg(truth)) < 10
    assert not any(s.is_scored_expected for s in truth.strides)


@pytest.mark.parametrize(
    "activity",
    [
        Run(20.0),
        stairs(20.0, is_up=True),
        stairs(20.0, is_up=False),
        Walk(20.0, is_backward=True, speed_mps=0.6),
        Walk(20.0, slope=0.1),
        march(20.0),
    ],
    ids=["run", "up", "down", "backward", "slope", "march"],
)
def test_what_is_not_plain_walking_is_not_to_be_scored(activity: Activity) -> None:
    truth = truth_of(Stand(2.0), activity, Stand(2.0))
    assert len(truth.strides) > 5
    assert not any(s.is_scored_expected for s in truth.strides)


def test_backward_steps_extend_faster_than_they_flex() -> None:
    for s in inner(truth_of(Walk(20.0, is_backward=True))):
        assert s.peak_thigh_extension_s - s.start_s < 0.45 * (s.end_s - s.start_s)


def test_uphill_flexes_more_and_downhill_extends_less() -> None:
    level, up, down = (
        inner(truth_of(Walk(20.0, slope=slope), person=STEADY))[3] for slope in (0.0, 0.1, -0.1)
    )
    assert up.peak_thigh_flexion_deg > level.peak_thigh_flexion_deg + 4
    assert down.peak_thigh_extension_deg < level.peak_thigh_extension_deg - 2


def test_turn_is_marked_and_straight_strides_are_not() -> None:
    truth = truth_of(Walk(15.0), Turn(180.0), Walk(15.0))
    turned = [s for s in truth.strides if s.is_turn]
    assert 1 <= len(turned) <= 4
    assert all(14.0 < s.peak_thigh_extension_s < 18.5 for s in turned)
    assert not any(s.is_scored_expected for s in turned)


def test_first_and_last_stride_of_a_bout_are_edges() -> None:
    truth = truth_of(Walk(12.0), Stand(5.0), Walk(12.0))
    n_strides = [sum(s.end_s < 12.5 for s in truth.strides), len(truth.strides)]
    edges = [i for i, s in enumerate(truth.strides) if s.is_edge]
    assert edges == [0, n_strides[0] - 1, n_strides[0], n_strides[1] - 1]


@pytest.mark.parametrize(
    ("activity", "low_deg", "high_deg"),
    [
        (Sit(30.0), 75.0, 92.0),
        (Sit(30.0, thigh_deg=38.0, restlessness=0.0), 33.0, 40.0),
        (Lie(30.0), 80.0, 95.0),
        (Lie(30.0, "prone"), -95.0, -85.0),
        (Ride(60.0), 70.0, 82.0),
        (Stand(30.0, flexed_deg=12.0), 10.0, 14.0),
        (Stand(30.0), -1.5, 1.5),
    ],
    ids=["sit", "stool", "supine", "prone", "ride", "flexed stand", "stand"],
)
def test_posture_has_its_thigh_angle(activity: Activity, low_deg: float, high_deg: float) -> None:
    truth = truth_of(Stand(3.0), activity)
    held = truth.thigh_flexion_deg[(truth.t_s > 7.0) & (truth.t_s < 25.0)]
    assert low_deg < held.min()
    assert held.max() < high_deg
    assert truth.strides == ()


def test_knee_lifts_raise_the_worn_thigh_three_times() -> None:
    flexion = truth_of(Stand(2.0), KneeLifts(), Stand(2.0)).thigh_flexion_deg
    rises = np.count_nonzero((flexion[1:] >= 45) & (flexion[:-1] < 45))
    assert rises == 3


def test_lifts_of_the_other_knee_hardly_move_the_worn_thigh() -> None:
    flexion = truth_of(Stand(2.0), KneeLifts(is_worn_leg=False), Stand(2.0)).thigh_flexion_deg
    assert np.ptp(flexion) < 5


def test_strap_goes_on_with_tumbling_and_ends_in_stillness() -> None:
    walk = SimulatedWalk(Person(sway_deg=0.0), (StrapOn(12.0), Stand(3.0)))
    gyr = np.concatenate([b.gyr_radps for b in walk.blocks()])
    rate = np.linalg.norm(gyr, axis=1)
    assert rate[:700].max() > 2.0
    assert rate[1050:].max() < 0.02


def test_car_shakes_brakes_and_turns_without_a_stride() -> None:
    walk = SimulatedWalk(Person(), (Ride(300.0),), SensorModel())
    acc = np.concatenate([b.acc_mps2 for b in walk.blocks()])[500:-500]
    shake = acc[:, 1] - np.convolve(acc[:, 1], np.ones(101) / 101, "same")
    assert 0.2 < shake[200:-200].std() < 2.0
    slow = np.convolve(acc[:, 0], np.ones(101) / 101, "valid")
    assert np.ptp(slow) > 1.0  # speeding up and braking, along the thigh of a seated person


def test_written_truth_has_the_fields_of_a_walk_truth() -> None:
    truth = truth_of(Stand(3.0), Walk(20.0), Turn(), Walk(20.0), Stand(4.0), Walk(10.0)).as_dict()
    assert truth["walking_s"] == [[3.0, 45.4], [49.4, 59.4]]
    assert truth["standing_s"] == [[0.0, 3.0], [45.4, 49.4]]
    assert set(truth["strides"][0]) == {
        "initial_contact_s",
        "next_initial_contact_s",
        "stride_length_m",
        "peak_thigh_extension_deg",
        "peak_thigh_extension_s",
        "is_turn",
        "block",
    }
    assert not truth["strides"][0]["is_turn"]  # a start may be scored or not


def test_truth_is_told_on_the_clock_of_the_sensor() -> None:
    scenario = (Stand(2.0), Walk(100.0))
    right, fast = (
        SimulatedWalk(Person(), scenario, SensorModel(skew_ppm=ppm)).truth for ppm in (0.0, 2000.0)
    )
    late_s = fast.strides[-2].peak_thigh_extension_s - right.strides[-2].peak_thigh_extension_s
    assert late_s == pytest.approx(0.002 * right.strides[-2].peak_thigh_extension_s, rel=1e-6)
    for stride in inner(fast):
        lowest = np.interp(stride.peak_thigh_extension_s, fast.t_s, fast.thigh_flexion_deg)
        assert -lowest == pytest.approx(stride.peak_thigh_extension_deg, abs=0.15)
