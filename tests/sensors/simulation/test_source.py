"""The simulated walk as a source: deterministic, lazily drawn, with the faults it is told."""

import time
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.samples import ImuBlock, Placement, SampleFlag, Side, StreamKind
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
    stairs,
)
from sensors.simulation.sensor import (
    Dropout,
    Mounting,
    SensorModel,
    Slip,
    SoftTissue,
    good_sensor,
    worn_sensor,
)
from sensors.simulation.source import SimulatedWalk
from sensors.simulation.walks import day_without_walking, default_walk, mixed_strides
from sensors.source import Source

STROLL: tuple[Activity, ...] = (Stand(3.0), Walk(12.0), Sit(5.0), Walk(12.0), Stand(2.0))


def whole(walk: SimulatedWalk) -> ImuBlock:
    return ImuBlock(*(np.concatenate(column) for column in zip(*walk.blocks(), strict=True)))


def assert_same(one: ImuBlock, other: ImuBlock) -> None:
    for a, b in zip(one, other, strict=True):
        np.testing.assert_array_equal(a, b)


def test_same_seed_gives_the_same_samples() -> None:
    one, other = (SimulatedWalk(Person(), STROLL, worn_sensor(1), seed=5) for _ in range(2))
    assert_same(whole(one), whole(other))


def test_other_seed_gives_another_walk() -> None:
    one, other = (SimulatedWalk(Person(), STROLL, seed=seed).truth for seed in (1, 2))
    assert one.strides[2].peak_thigh_extension_deg != other.strides[2].peak_thigh_extension_deg


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 3000))
def test_block_size_changes_no_sample(block_samples: int) -> None:
    walk = SimulatedWalk(Person(), STROLL, worn_sensor(2), seed=3)
    blocks = SimulatedWalk(Person(), STROLL, worn_sensor(2), seed=3, block_samples=block_samples)
    assert_same(whole(walk), whole(blocks))


def test_iterating_again_gives_the_walk_again() -> None:
    walk = default_walk()
    assert_same(ImuBlock(*next(walk.blocks())), ImuBlock(*next(walk.blocks())))


async def test_async_iteration_gives_the_same_blocks() -> None:
    source: Source = SimulatedWalk(Person(), STROLL, block_samples=100)
    got = [item async for item in source if isinstance(item, ImuBlock)]
    await source.aclose()
    expected = SimulatedWalk(Person(), STROLL, block_samples=100).blocks()
    for block, other in zip(got, expected, strict=True):
        assert_same(block, other)


def test_info_says_what_the_wearer_knows() -> None:
    person = some_person(4)
    info = SimulatedWalk(person, STROLL, worn_sensor(1), rate_hz=60.0).info
    assert info.kind is StreamKind.SIMULATION
    assert (info.rate_hz, info.side, info.duration_s) == (60.0, person.side, 34.0)
    assert info.placement == Placement("+x", "+y")


@pytest.mark.parametrize("rate_hz", [25.0, 59.4, 100.0, 200.0])
def test_every_sample_of_the_scenario_comes_at_its_rate(rate_hz: float) -> None:
    t_s = whole(SimulatedWalk(Person(), STROLL, rate_hz=rate_hz)).t_s
    assert len(t_s) == np.ceil(34.0 * rate_hz)
    np.testing.assert_allclose(np.diff(t_s), 1 / rate_hz, atol=1e-9)


ACTIVITIES = st.one_of(
    st.builds(Walk, st.floats(6, 15), length_factor=st.floats(0.6, 1.35), limp=st.floats(-1, 1)),
    st.builds(Walk, st.floats(6, 15), speed_mps=st.floats(0.3, 1.9), slope=st.floats(-0.15, 0.15)),
    st.builds(Walk, st.floats(8, 15), speed_mps=st.floats(0.4, 0.9), is_backward=st.just(True)),
    st.builds(Run, st.floats(5, 10), st.floats(1.8, 3.5)),
    st.builds(stairs, st.floats(7, 12), is_up=st.booleans()),
    st.builds(Turn, st.floats(-360, 360), st.floats(6, 8), st.booleans()),
    st.builds(Stand, st.floats(0.5, 20), st.floats(0, 1.5)),
    st.builds(Sit, st.floats(0.5, 20), st.floats(30, 100)),
    st.builds(KneeLifts, st.integers(1, 4), st.booleans()),
    st.builds(Lie, st.floats(4, 20), st.sampled_from(["supine", "prone", "side"])),
    st.builds(Ride, st.floats(3, 60)),
    st.builds(StrapOn, st.floats(6, 20)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTIVITIES, min_size=1, max_size=6), st.integers(0, 99))
def test_any_scenario_is_one_smooth_motion(scenario: list[Activity], seed: int) -> None:
    end = None
    for segment in segments(some_person(seed), scenario, seed):
        knots = segment.knots
        assert np.all(np.diff(knots.t_s) > 0)
        assert all(np.isfinite(column).all() for column in knots)
        if end is not None:
            for before, after in zip(end, knots, strict=True):
                np.testing.assert_allclose(before, after[0], atol=1e-6)
        end = tuple(column[-1] for column in knots)
    assert end is not None
    assert end[0] == pytest.approx(sum(activity.duration_s for activity in scenario))


@settings(max_examples=15, deadline=None)
@given(st.lists(ACTIVITIES, min_size=1, max_size=4), st.integers(0, 99))
def test_no_activity_throws_the_sensor_about(scenario: list[Activity], seed: int) -> None:
    samples = whole(SimulatedWalk(some_person(seed), tuple(scenario), seed=seed))
    assert np.abs(samples.acc_mps2).max() < 80.0  # running reaches 40
    assert np.abs(samples.gyr_radps).max() < 35.0


def test_lost_packets_are_missing_and_counted() -> None:
    sensor = SensorModel(packet_samples=5, lost_share=0.02)
    walk = SimulatedWalk(Person(), (Stand(2.0), Walk(298.0)), sensor)
    t_s = whole(walk).t_s
    assert walk.truth.n_lost == 30_000 - len(t_s)
    assert 0.01 < walk.truth.n_lost / 30_000 < 0.03
    np.testing.assert_array_equal(walk.truth.t_s[~walk.truth.is_lost], t_s)
    starts = np.flatnonzero(np.diff(walk.truth.is_lost.astype(int)) == 1) + 1
    assert np.all(starts % 5 == 0)


def test_bursts_lose_several_packets_in_a_row() -> None:
    sensor = SensorModel(packet_samples=5, lost_share=0.05, mean_lost_run=8.0)
    is_lost = SimulatedWalk(Person(), (Stand(1000.0),), sensor).truth.is_lost[::5]
    n_runs = np.count_nonzero(np.diff(is_lost.astype(int)) == 1)
    assert 5.0 < np.count_nonzero(is_lost) / n_runs < 12.0


def test_dropout_leaves_a_gap_of_its_length() -> None:
    sensor = SensorModel(dropouts=(Dropout(4.0, 3.0),))
    t_s = whole(SimulatedWalk(Person(), STROLL, sensor)).t_s
    assert np.max(np.diff(t_s)) == pytest.approx(3.01, abs=1e-6)


def test_losing_packets_changes_no_sample_that_comes() -> None:
    kept = whole(SimulatedWalk(Person(), STROLL, SensorModel(acc_noise_mps2=0.1)))
    lossy_sensor = SensorModel(acc_noise_mps2=0.1, packet_samples=4, lost_share=0.1)
    lossy = whole(SimulatedWalk(Person(), STROLL, lossy_sensor))
    chosen = np.isin(kept.t_s, lossy.t_s)
    np.testing.assert_array_equal(kept.acc_mps2[chosen], lossy.acc_mps2)
    np.testing.assert_array_equal(kept.gyr_radps[chosen], lossy.gyr_radps)


def test_clipped_samples_are_flagged_and_stand_at_the_range() -> None:
    sensor = SensorModel(gyr_range_dps=125.0)
    samples = whole(SimulatedWalk(Person(), STROLL, sensor))
    is_clipped = samples.flags == SampleFlag.CLIPPED
    assert np.degrees(np.abs(samples.gyr_radps)).max() == pytest.approx(125.0)
    assert 20 < np.count_nonzero(is_clipped) < len(is_clipped) / 2
    at_end = (np.degrees(np.abs(samples.gyr_radps)) > 124.999).any(axis=1)
    np.testing.assert_array_equal(at_end, is_clipped)


def test_noise_and_bias_have_their_size() -> None:
    quiet = (Stand(200.0),)
    person = Person(sway_deg=0.0)
    sensor = SensorModel(acc_noise_mps2=0.05, gyr_noise_dps=0.2, gyr_bias_dps=(1.0, -0.5, 0.0))
    gyr_dps = np.degrees(whole(SimulatedWalk(person, quiet, sensor)).gyr_radps)
    clean_dps = np.degrees(whole(SimulatedWalk(person, quiet, SensorModel())).gyr_radps)
    error_dps = gyr_dps - clean_dps
    np.testing.assert_allclose(error_dps.mean(axis=0), [1.0, -0.5, 0.0], atol=0.01)
    np.testing.assert_allclose(error_dps.std(axis=0), 0.2, atol=0.01)


def test_offset_drifts_slowly() -> None:
    sensor = SensorModel(gyr_drift_dps=0.5)
    drifting = whole(SimulatedWalk(Person(), (Stand(600.0),), sensor)).gyr_radps
    clean = whole(SimulatedWalk(Person(), (Stand(600.0),))).gyr_radps
    drift_dps = np.degrees(drifting - clean)
    assert np.abs(np.diff(drift_dps, axis=0)).max() < 0.02
    assert 0.05 < np.abs(drift_dps[-1]).max() < 2.0


def test_values_are_whole_steps_of_the_sensor() -> None:
    sensor = SensorModel(acc_step_mps2=0.01, gyr_step_dps=0.1)
    samples = whole(SimulatedWalk(Person(), STROLL, sensor))
    np.testing.assert_allclose(samples.acc_mps2 * 100, np.round(samples.acc_mps2 * 100), atol=1e-9)
    steps = np.degrees(samples.gyr_radps) * 10
    np.testing.assert_allclose(steps, np.round(steps), atol=1e-9)


@pytest.mark.parametrize(
    ("mounting", "up", "anterior"),
    [
        (Mounting(), [1, 0, 0], [0, 1, 0]),
        (Mounting(Placement("-z", "+x")), [0, 0, -1], [1, 0, 0]),
        (Mounting(lean_deg=180.0), [-1, 0, 0], [0, 1, 0]),
        (Mounting(round_thigh_deg=180.0), [1, 0, 0], [0, -1, 0]),
    ],
    ids=["as told", "other axes", "arrow down", "back of the thigh"],
)
def test_axes_point_as_the_sensor_is_worn(
    mounting: Mounting, up: list[float], anterior: list[float]
) -> None:
    person = Person(neutral_sagittal_deg=0.0, neutral_frontal_deg=0.0, sway_deg=0.0)
    sensor = SensorModel(mounting=mounting)
    still = whole(SimulatedWalk(person, (Stand(1.0),), sensor)).acc_mps2[0] / 9.80665
    np.testing.assert_allclose(still, up, atol=1e-3)
    seated = whole(SimulatedWalk(person, (Sit(20.0, 90.0, restlessness=0.0),), sensor)).acc_mps2
    # seated, the front of the thigh looks up; its 6 degrees to the side stay out of it
    assert seated[1000] @ anterior == pytest.approx(9.80665, abs=0.1)


def test_forward_swing_turns_about_the_axis_to_the_right() -> None:
    person = Person(frontal_swing_deg=0.0, axial_swing_deg=0.0)
    walk = SimulatedWalk(person, (Stand(2.0), KneeLifts(1), Stand(1.0)))
    gyr = whole(walk).gyr_radps
    # up +x and anterior +y: right is -z, and flexion turns positively about right (ISB)
    rising = np.argmax(walk.truth.thigh_flexion_deg > 30)
    assert gyr[rising, 2] < -1.0


def test_strap_that_slips_turns_the_sensor() -> None:
    person = Person(neutral_sagittal_deg=0.0, neutral_frontal_deg=0.0, sway_deg=0.0)
    sensor = SensorModel(mounting=Mounting(slips=(Slip(1.0, 40.0, 20.0),)))
    samples = whole(SimulatedWalk(person, (Stand(3.0),), sensor))
    tilt_deg = np.degrees(
        np.arccos(samples.acc_mps2[:, 0] / np.linalg.norm(samples.acc_mps2, axis=1))
    )
    assert tilt_deg[50] < 0.2
    assert tilt_deg[-1] == pytest.approx(20.0, abs=0.3)
    turned_deg = np.degrees(np.trapezoid(samples.gyr_radps[:, 0], samples.t_s))
    assert turned_deg == pytest.approx(40.0, abs=2.0)  # the tilt takes a little of it


def test_soft_tissue_hides_a_share_of_the_swing() -> None:
    tissue = SoftTissue(shift_share=0.2)
    scenario = (Stand(2.0), KneeLifts(1), Stand(1.0))
    bone, skin = (
        whole(SimulatedWalk(Person(), scenario, SensorModel(soft_tissue=t))).gyr_radps
        for t in (SoftTissue(), tissue)
    )
    np.testing.assert_allclose(skin[200:500, 2], 0.8 * bone[200:500, 2], atol=0.02)


def test_double_tap_stands_out_of_the_walk() -> None:
    taps = SensorModel(taps_s=(8.0, 8.25))
    plain = whole(SimulatedWalk(Person(), STROLL)).acc_mps2
    tapped = whole(SimulatedWalk(Person(), STROLL, taps)).acc_mps2
    hit = np.abs(tapped - plain)[:, 1]
    assert hit[798:804].max() > 15
    assert hit[823:829].max() > 15
    assert hit[:800].max() == hit[850:].max() == 0


def test_default_walk_passes_a_limit_a_few_degrees_above_usual_several_times() -> None:
    walk = default_walk()
    peaks = np.array([s.peak_thigh_extension_deg for s in walk.truth.strides])
    assert walk.info.duration_s == pytest.approx(180.0)
    assert np.median(peaks) == pytest.approx(16.0, abs=1.0)
    assert 12 <= np.count_nonzero(peaks > 20.0) <= 24
    assert any(s.is_turn for s in walk.truth.strides)
    pauses = [s for s in walk.truth.spans if s.activity == "stand"]
    assert len(pauses) == 3


def test_default_walk_starts_at_once() -> None:
    start = time.perf_counter()
    first = list(islice(default_walk().blocks(), 1))
    assert len(first[0].t_s) == 10
    assert time.perf_counter() - start < 0.1


def test_an_hour_of_walking_is_drawn_whole() -> None:
    walk = SimulatedWalk(Person(), (Stand(5.0), Walk(3595.0)), good_sensor(), block_samples=1000)
    assert sum(len(block.t_s) for block in walk.blocks()) == 360_000


def test_mixed_strides_are_about_as_many_as_asked() -> None:
    truth = mixed_strides(300, seed=2).truth
    peaks = np.array([s.peak_thigh_extension_deg for s in truth.strides])
    assert len(peaks) == pytest.approx(300, abs=10)
    assert 10 < np.count_nonzero(peaks > np.median(peaks) + 4) < 120


def test_day_without_walking_has_no_stride_and_many_postures() -> None:
    walk = day_without_walking(3.0, seed=1)
    assert walk.truth.strides == ()
    assert {span.activity for span in walk.truth.spans} >= {"sit", "stand", "strap_on"}
    assert walk.truth.t_s[-1] >= 3 * 3600 - 1


@pytest.mark.parametrize(
    ("scenario", "reason"),
    [
        ((), "at least one"),
        ((Stand(0.0),), "lasts some time"),
        ((Turn(90.0, 1.0),), "too short"),
        ((Sit(5.0), Walk(2.0), Walk(9.0)), "too short to stand up"),
        ((Walk(9.0, stride_length_m=2.9),), "out of reach"),
        ((Walk(9.0, speed_mps=-1.0),), "positive"),
        ((Walk(9.0, 1.0, 100.0, 1.2),), "third follows"),
    ],
)
def test_impossible_scenario_is_refused_at_once(
    scenario: tuple[Activity, ...], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        SimulatedWalk(Person(), scenario)


@pytest.mark.parametrize(("up", "anterior"), [("+x", "-x"), ("x", "+y"), ("+w", "+y"), ("", "+y")])
def test_placement_that_is_none_is_refused(up: str, anterior: str) -> None:
    with pytest.raises(ValueError, match="axis"):
        SensorModel(mounting=Mounting(Placement(up, anterior)))


def test_left_leg_mirrors_the_right_one() -> None:
    right, left = (
        whole(SimulatedWalk(Person(side=side), STROLL)) for side in (Side.RIGHT, Side.LEFT)
    )
    # a mirror turns the sideways force round, and every turn but the sagittal one
    np.testing.assert_allclose(left.acc_mps2 * [1, 1, -1], right.acc_mps2, atol=1e-9)
    np.testing.assert_allclose(left.gyr_radps * [-1, -1, 1], right.gyr_radps, atol=1e-9)
