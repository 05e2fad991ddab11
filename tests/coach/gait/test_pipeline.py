"""The whole chain: partition, save and restore, placement, mirror image, gravity, hostile input."""

import pickle
from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.alignment import placement_axes
from coach.gait.events import (
    Calibrated,
    ExtensionPeak,
    Posture,
    PostureChange,
    Prediction,
    Stride,
    WhyNot,
)
from coach.gait.pipeline import GaitPipeline, GaitSettings, KnownDistance
from sensors.samples import FloatArray, ImuBlock, Placement, SampleFlag, Side
from sensors.simulation.person import Person
from sensors.simulation.scenario import Activity, Sit, Stand, Turn, Walk
from sensors.simulation.sensor import Dropout, SensorModel, good_sensor, worn_sensor
from sensors.simulation.source import SimulatedWalk
from tests.coach.gait.walks import Walked, assert_same, cut, joined, part, resumed, walked

STRAPPED = Placement("+x", "+y")
PLACEMENTS = [
    Placement(up, anterior)
    for up in ("+x", "-x", "+y", "-y", "+z", "-z")
    for anterior in ("+x", "-x", "+y", "-y", "+z", "-z")
    if up[1] != anterior[1]
]
STROLL: tuple[Activity, ...] = (
    Stand(4.0), Walk(12.0), Turn(), Walk(6.0), Stand(3.0), Sit(4.0), Walk(8.0),
)  # fmt: skip


@cache
def stroll() -> tuple[GaitSettings, ImuBlock]:
    """A walk with a turn, a rest, lost packets and a lost link, as its samples came."""
    sensor = replace(worn_sensor(4), lost_share=0.03, dropouts=(Dropout(10.0, 1.3),))
    walk = SimulatedWalk(Person(), STROLL, sensor, seed=3)
    return GaitSettings.of(walk.info), joined(walk.blocks())


@cache
def straight() -> tuple[GaitSettings, ImuBlock]:
    """Half a minute straight ahead, by a good sensor."""
    walk = SimulatedWalk(Person(), (Stand(4.0), Walk(26.0)), good_sensor(), seed=8)
    return GaitSettings.of(walk.info), joined(walk.blocks())


@cache
def as_walked() -> Walked:
    return walked(straight()[0], [straight()[1]])


@cache
def as_strolled() -> Walked:
    return walked(stroll()[0], [stroll()[1]])


def restrapped(block: ImuBlock, placement: Placement) -> ImuBlock:
    """The same walk from a sensor strapped another way."""
    frames = []
    for way in (STRAPPED, placement):
        up, right = placement_axes(way)
        frames.append(np.stack([np.cross(up, right), up, right]))
    turn = frames[1].T @ frames[0]
    return block._replace(acc_mps2=block.acc_mps2 @ turn.T, gyr_radps=block.gyr_radps @ turn.T)


def extensions_deg(walk: Walked) -> FloatArray:
    return np.array([stride.peak_thigh_extension_deg for stride in walk.strides])


def assert_alike(one: Walked, other: Walked, tolerance_deg: float) -> None:
    """The same strides, within this much of angle."""
    assert len(one.scored) > 15
    assert [s.why_not for s in one.strides] == [s.why_not for s in other.strides]
    np.testing.assert_allclose(extensions_deg(one), extensions_deg(other), atol=tolerance_deg)


def test_the_stroll_holds_everything_the_tests_below_lean_on() -> None:
    whole = as_strolled()
    kinds = {type(event) for event in whole.events}
    assert kinds == {PostureChange, Calibrated, Prediction, ExtensionPeak, Stride}
    assert np.count_nonzero(whole.trace.flags & SampleFlag.AFTER_GAP) == 1
    assert np.count_nonzero(whole.trace.flags & SampleFlag.INTERPOLATED) > 20
    assert len(whole.scored) >= 5


@pytest.mark.parametrize("n", [1, 2, 3, 5, 10, 24, 25, 26, 64, 999])
def test_blocks_of_any_size_give_the_same_bits(n: int) -> None:
    gait, block = stroll()
    assert_same(walked(gait, cut(block, n)), as_strolled())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 90), min_size=1, max_size=8).filter(any))
def test_any_partition_gives_the_same_bits(sizes: list[int]) -> None:
    gait, block = stroll()
    assert_same(walked(gait, cut(block, sizes)), as_strolled())


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3600), st.integers(1, 40)), max_size=8),
    st.lists(st.integers(0, 60), min_size=1, max_size=5).filter(any),
)
def test_any_loss_and_any_partition_give_the_same_bits(
    losses: list[tuple[int, int]], sizes: list[int]
) -> None:
    gait, block = stroll()
    has_come = np.ones(len(block.t_s), np.bool_)
    for start, n in losses:
        has_come[start : start + n] = False
    came = ImuBlock(
        block.t_s[has_come],
        block.acc_mps2[has_come],
        block.gyr_radps[has_come],
        block.flags[has_come],
    )
    assert_same(walked(gait, cut(came, sizes)), walked(gait, [came]))


def test_a_loss_while_the_thigh_extends_does_not_end_the_walk() -> None:
    gait, block = straight()
    for peak in as_walked().peaks[5:12]:
        lost = int(np.searchsorted(block.t_s, peak.t_s))
        holed = walked(gait, [part(block, 0, lost - 15), part(block, lost - 2)])
        assert len(holed.scored) >= len(as_walked().scored) - 4


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 3600))
def test_saved_and_restored_in_mid_walk_it_goes_on_the_same(at: int) -> None:
    gait, block = stroll()
    pipeline = GaitPipeline(gait)
    for piece in cut(part(block, 0, at), 10):
        pipeline.push(piece)
    restored: GaitPipeline = pickle.loads(pickle.dumps(pipeline))
    rest = cut(part(block, at), 10)
    assert_same(resumed(pipeline, rest), resumed(restored, rest))


def test_an_empty_block_brings_nothing() -> None:
    gait, block = stroll()
    output = GaitPipeline(gait).push(part(block, 0, 0))
    assert output.events == ()
    assert len(output.trace.t_s) == 0


def test_the_trace_has_every_sample_on_its_time() -> None:
    trace = as_walked().trace
    np.testing.assert_array_equal(trace.t_s, straight()[1].t_s)
    assert len(trace.thigh_flexion_deg) == len(trace.flags) == len(trace.t_s)


def test_nobody_walks_nothing_is_told() -> None:
    gait, _ = straight()
    pipeline = GaitPipeline(gait)
    assert pipeline.finish().events == ()


@pytest.mark.parametrize("placement", PLACEMENTS, ids="".join)
def test_strapped_any_other_way_the_strides_are_the_same(placement: Placement) -> None:
    gait, block = straight()
    other = walked(replace(gait, placement=placement), [restrapped(block, placement)])
    assert_alike(other, as_walked(), tolerance_deg=1e-6)


def test_the_mirror_image_on_the_left_leg_walks_the_same() -> None:
    gait, block = straight()
    # through the sagittal plane: forces turn over across it, turning turns over along it
    mirrored = block._replace(
        acc_mps2=block.acc_mps2 * (1, 1, -1), gyr_radps=block.gyr_radps * (-1, -1, 1)
    )
    left = walked(replace(gait, side=Side.LEFT), [mirrored])
    assert_alike(left, as_walked(), tolerance_deg=1e-6)


@pytest.mark.parametrize("factor", [0.99, 1.01])
def test_an_accelerometer_one_percent_off_changes_no_angle(factor: float) -> None:
    gait, block = straight()
    scaled = block._replace(acc_mps2=block.acc_mps2 * factor)
    assert_alike(walked(gait, [scaled]), as_walked(), tolerance_deg=0.1)


def test_a_stream_that_began_long_ago_gives_the_same_strides() -> None:
    gait, block = straight()
    late = walked(gait, [block._replace(t_s=block.t_s + 86_400.0)])
    # a double of a day keeps 15 ps: the grid rounds otherwise, the angles do not
    assert_alike(late, as_walked(), tolerance_deg=1e-6)


def test_events_come_in_the_order_in_which_they_are_known() -> None:
    known_s = []
    for event in as_strolled().events:
        match event:
            case ExtensionPeak():
                known_s.append(event.reported_s)
            case Stride() | PostureChange():
                known_s.append(event.known_s)
            case _:
                known_s.append(event.t_s)
    # a neutral is told with the block that settles it, a quarter of a second later
    assert all(b >= a - 0.26 for a, b in pairwise(known_s))


def test_strides_follow_each_other_and_never_overlap() -> None:
    strides = as_strolled().strides
    for stride in strides:
        assert stride.start_s < stride.peak_thigh_extension_s <= stride.reported_s
        assert stride.reported_s <= stride.known_s
        assert stride.end_s is None or stride.peak_thigh_extension_s < stride.end_s
        assert stride.is_scored is (stride.why_not is None)
    for one, other in pairwise(strides):
        assert (one.end_s or one.peak_thigh_extension_s) <= other.start_s + 1e-9


def test_every_stride_tells_the_peak_that_was_told_in_time() -> None:
    whole = as_strolled()
    told = {peak.stride_start_s: peak for peak in whole.peaks}
    for stride in whole.strides:
        peak = told[stride.start_s]
        assert stride.peak_thigh_extension_deg == peak.peak_thigh_extension_deg
        assert stride.peak_thigh_extension_s == peak.t_s
        assert stride.reported_s == peak.reported_s


def test_every_prediction_comes_before_the_peak_it_foretells() -> None:
    whole = as_walked()
    told = {peak.stride_start_s: peak for peak in whole.peaks}
    predictions = [e for e in whole.events if isinstance(e, Prediction)]
    assert len(predictions) > len(whole.scored)
    for prediction in predictions:
        peak = told.get(prediction.stride_start_s)
        assert peak is None or prediction.t_s <= peak.reported_s


def test_the_peak_lies_between_samples_on_the_parabola_through_three() -> None:
    trace = as_walked().trace
    for stride in as_walked().scored:
        i = int(np.argmin(np.abs(trace.t_s - stride.peak_thigh_extension_s)))
        around = trace.thigh_flexion_deg[i - 1 : i + 2]
        bend, slope = around[0] - 2 * around[1] + around[2], (around[2] - around[0]) / 2
        vertex_deg = around[1] - slope**2 / (2 * bend)
        assert stride.peak_thigh_extension_deg == pytest.approx(-vertex_deg, abs=1e-9)
        vertex_s = trace.t_s[i] - slope / bend / 100
        assert stride.peak_thigh_extension_s == pytest.approx(vertex_s, abs=1e-6)


def test_speed_is_length_over_time_and_cadence_two_steps() -> None:
    for stride in as_walked().scored:
        assert stride.end_s is not None
        assert stride.stride_length_m is not None
        duration_s = stride.end_s - stride.start_s
        assert stride.cadence_spm == pytest.approx(120 / duration_s)
        assert stride.walking_speed_mps == pytest.approx(stride.stride_length_m / duration_s)


def test_without_leg_height_or_distance_there_is_no_length() -> None:
    gait, block = straight()
    unknown = walked(replace(gait, leg_length_m=None, height_m=None), [block])
    assert {s.stride_length_m for s in unknown.strides} == {None}
    assert {s.walking_speed_mps for s in unknown.strides} == {None}
    assert {p.expected_stride_length_m for p in unknown.peaks} == {None}
    assert_alike(unknown, as_walked(), tolerance_deg=0.0)


def test_a_known_distance_changes_only_strides_that_end_after_it() -> None:
    gait, block = straight()
    before = as_walked().strides
    known = KnownDistance(before[3].start_s, before[10].start_s, 11.0)
    after = walked(replace(gait, known_distances=(known,)), [block]).strides
    for one, other in zip(before, after, strict=True):
        is_early = one.end_s is None or one.end_s <= known.end_s
        is_same = one.stride_length_m == other.stride_length_m
        assert is_same is is_early or one.stride_length_m is None
        assert one.peak_thigh_extension_deg == other.peak_thigh_extension_deg


def test_the_end_of_the_walk_cuts_the_stride_in_progress_off() -> None:
    gait, block = straight()
    peak = as_walked().peaks[6]
    until = int(np.searchsorted(block.t_s, peak.reported_s)) + 2
    ended = walked(gait, [part(block, 0, until)])
    assert ended.strides[-1].end_s is None
    assert ended.strides[-1].why_not is WhyNot.STOP
    assert ended.strides[-1].peak_thigh_extension_deg == peak.peak_thigh_extension_deg


def test_whatever_comes_later_changes_nothing_told_before() -> None:
    gait, block = stroll()
    n = len(block.t_s) * 55 // 100
    early = GaitPipeline(gait)
    told = [event for piece in cut(part(block, 0, n), 10) for event in early.push(piece).events]
    assert tuple(told) == as_strolled().events[: len(told)]
    assert len(told) > 20


def test_samples_that_are_no_numbers_do_no_harm() -> None:
    gait, block = straight()
    acc, t_s = block.acc_mps2.copy(), block.t_s.copy()
    acc[700] = np.nan
    acc[900, 1] = np.inf
    t_s[1100] = np.nan
    holed = walked(gait, [block._replace(acc_mps2=acc, t_s=t_s)])
    assert len(holed.scored) >= len(as_walked().scored) - 2
    assert np.isfinite(extensions_deg(holed)).all()


def test_a_stride_across_a_lost_second_is_not_scored() -> None:
    gait, block = straight()
    lost = [part(block, 0, 1500), part(block, 1600)]
    holed = walked(gait, lost)
    for stride in holed.scored:
        assert stride.end_s is not None
        assert not (stride.start_s < 15.5 < stride.end_s)


HOSTILE = st.lists(
    st.tuples(
        st.floats(allow_nan=True, allow_infinity=True),
        st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=6, max_size=6),
        st.integers(0, 7),
    ),
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
def test_no_samples_whatever_break_it(rows: list[tuple[float, list[float], int]]) -> None:
    gait, block = straight()
    pipeline = GaitPipeline(gait)
    pipeline.push(part(block, 0, 900))
    values = np.array([row[1] for row in rows]).reshape(len(rows), 6)
    hostile = ImuBlock(
        np.array([row[0] for row in rows], np.float64),
        values[:, :3],
        values[:, 3:],
        np.array([row[2] for row in rows], np.uint8),
    )
    for event in (*pipeline.push(hostile).events, *pipeline.finish().events):
        if isinstance(event, Stride):
            assert np.isfinite(event.peak_thigh_extension_deg)


def test_it_says_what_the_person_does() -> None:
    walk = SimulatedWalk(
        Person(), (Stand(5.0), Walk(10.0), Stand(4.0), Sit(8.0)), good_sensor(), seed=2
    )
    whole = walked(GaitSettings.of(walk.info), walk.blocks())
    postures = [e.posture for e in whole.events if isinstance(e, PostureChange)]
    seen = [p for p in postures if p is not Posture.UNKNOWN and p is not Posture.TRANSFER]
    assert seen == [Posture.STANDING, Posture.WALKING, Posture.STANDING, Posture.RESTING]


def test_a_perfect_sensor_that_was_declared_wrongly_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="axis"):
        GaitPipeline(GaitSettings(100.0, placement=Placement("+x", "-x")))


@pytest.mark.parametrize("leg_length_m", [0.0, -0.9, float("nan"), float("inf")])
def test_a_leg_of_no_length_is_refused(leg_length_m: float) -> None:
    with pytest.raises(ValueError, match="expected more than 0"):
        GaitSettings(100.0, leg_length_m=leg_length_m)


@pytest.mark.parametrize("rate_hz", [0.0, -100.0, float("nan"), 1e6])
def test_a_rate_no_sensor_has_is_refused(rate_hz: float) -> None:
    with pytest.raises(ValueError, match="rate_hz"):
        GaitPipeline(GaitSettings(rate_hz))


@pytest.mark.parametrize("rate_hz", [50.0, 60.0, 120.0, 200.0])
def test_other_rates_give_the_same_walk(rate_hz: float) -> None:
    walk = SimulatedWalk(Person(), (Stand(4.0), Walk(26.0)), SensorModel(), rate_hz=rate_hz, seed=8)
    whole = walked(GaitSettings.of(walk.info), walk.blocks())
    truth = [s.peak_thigh_extension_deg for s in walk.truth.strides if not s.is_edge]
    found = extensions_deg(whole)
    assert len(whole.scored) >= len(truth) - 1
    assert np.median(found) == pytest.approx(np.median(truth), abs=0.7)
