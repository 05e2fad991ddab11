"""A sensor worn wrongly, turned in mid-walk, worn as the last time: what is told."""

from dataclasses import replace

import numpy as np
import pytest

from coach.gait.events import Calibrated, WearFault
from coach.gait.pipeline import GaitPipeline, GaitSettings
from sensors.samples import FloatArray, ImuBlock, Placement, Side
from sensors.simulation.person import Person
from sensors.simulation.scenario import Activity, Stand, Walk
from sensors.simulation.sensor import Mounting, Slip, good_sensor
from sensors.simulation.source import SimulatedWalk
from tests.coach.gait.walks import (
    Walked,
    extension_errors_deg,
    joined,
    part,
    rms,
    score,
    simulated,
    true_peaks,
    walked,
)

MINUTE: tuple[Activity, ...] = (Stand(5.0), Walk(60.0))


def mounted(mounting: Mounting, *activities: Activity, side: Side = Side.RIGHT) -> SimulatedWalk:
    sensor = replace(good_sensor(), mounting=mounting)
    return SimulatedWalk(Person(side=side), activities or MINUTE, sensor, seed=3)


def faults(walk: Walked) -> list[WearFault]:
    return [e.reason for e in walk.events if isinstance(e, Calibrated) and e.reason is not None]


def late_error_deg(walk: SimulatedWalk, whole: Walked, after_s: float = 30.0) -> float:
    """Error of the extensions once there was time to see what is wrong."""
    pairs = [p for p in score(true_peaks(walk), whole.strides).pairs if p[0].t_s > after_s]
    assert len(pairs) > 10
    return rms(extension_errors_deg(pairs))


@pytest.mark.parametrize(
    ("really", "fault"),
    [
        (Placement("-x", "+y"), WearFault.ARROW_DOWN),
        (Placement("+x", "-y"), WearFault.BACK_OF_THIGH),
        (Placement("+x", "+z"), WearFault.TURNED_ROUND),
        (Placement("+x", "-z"), WearFault.TURNED_ROUND),
    ],
    ids=["arrow down", "on the back", "on the inner side", "on the outer side"],
)
def test_a_sensor_strapped_otherwise_than_told_is_named_and_measured_right(
    really: Placement, fault: WearFault
) -> None:
    walk = mounted(Mounting(placement=really))
    told = replace(GaitSettings.of(walk.info), placement=Placement("+x", "+y"))
    whole = walked(told, walk.blocks())
    assert faults(whole) == [fault]
    assert late_error_deg(walk, whole) < 1.5


@pytest.mark.parametrize("round_deg", [-30.0, 30.0])
def test_a_sensor_a_little_askew_is_measured_without_a_word(round_deg: float) -> None:
    walk = mounted(Mounting(round_thigh_deg=round_deg, tilt_deg=8.0, lean_deg=-6.0))
    whole = simulated(walk)
    assert faults(whole) == []
    assert late_error_deg(walk, whole, after_s=8.0) < 1.2


def test_a_strap_that_slips_far_round_is_told() -> None:
    walk = mounted(Mounting(slips=(Slip(30.0, 45.0),)))
    assert WearFault.STRAP_OR_FOOT_TURNED in faults(simulated(walk))


def test_a_sensor_that_moved_is_told_at_a_later_stand_and_neutral_taken_anew() -> None:
    stands = (Stand(5.0), Walk(15.0)) * 3 + (Stand(5.0), Walk(20.0))
    walk = mounted(Mounting(slips=(Slip(12.0, 0.0, 8.0),)), *stands)
    whole = simulated(walk)
    assert WearFault.MOVED in faults(whole)
    assert late_error_deg(walk, whole, after_s=66.0) < 1.5


def profile_of(walk: SimulatedWalk) -> tuple[GaitSettings, GaitPipeline]:
    gait = GaitSettings.of(walk.info)
    pipeline = GaitPipeline(gait)
    for block in walk.blocks():
        pipeline.push(block)
    return gait, pipeline


def test_nobody_knows_how_it_is_worn_before_the_walk() -> None:
    assert GaitPipeline(GaitSettings(100.0)).worn_profile() is None


def test_worn_as_the_last_time_there_is_an_angle_from_the_first_steps() -> None:
    first = mounted(Mounting(tilt_deg=6.0))
    gait, pipeline = profile_of(first)
    worn = pipeline.worn_profile()
    assert worn is not None
    block = joined(SimulatedWalk(Person(), MINUTE, first.sensor, seed=7).blocks())
    from_mid_walk = part(block, 1500)
    assert np.isnan(walked(gait, [from_mid_walk]).trace.thigh_flexion_deg).all()
    whole = walked(replace(gait, worn=worn), [from_mid_walk])
    n_levelling = 25  # a quarter of a second, until it is known where up is
    assert np.isfinite(whole.trace.thigh_flexion_deg[n_levelling:]).all()
    peaks_deg = [peak.peak_thigh_extension_deg for peak in whole.peaks]
    assert len(peaks_deg) > 20
    assert np.median(peaks_deg) == pytest.approx(worn.usual_extension_deg, abs=3.0)
    # nobody stood: every angle says that its neutral is borrowed
    assert min(peak.peak_thigh_extension_sd_deg for peak in whole.peaks) > 2.0


def test_another_fault_does_not_make_a_borrowed_neutral_surer() -> None:
    first = mounted(Mounting())
    gait, pipeline = profile_of(first)
    block = joined(SimulatedWalk(Person(), MINUTE, first.sensor, seed=7).blocks())
    on_the_back = np.array([1.0, -1.0, -1.0])
    turned = block._replace(
        acc_mps2=block.acc_mps2 * on_the_back, gyr_radps=block.gyr_radps * on_the_back
    )
    whole = walked(replace(gait, worn=pipeline.worn_profile()), [part(turned, 1500)])
    assert WearFault.BACK_OF_THIGH in faults(whole)
    assert whole.peaks[-1].peak_thigh_extension_sd_deg > 2.0


def test_a_stand_takes_the_place_of_the_last_time() -> None:
    gait, pipeline = profile_of(mounted(Mounting(tilt_deg=6.0)))
    walk = mounted(Mounting(tilt_deg=-6.0))
    whole = walked(replace(gait, worn=pipeline.worn_profile()), walk.blocks())
    assert late_error_deg(walk, whole, after_s=8.0) < 1.2


def knee_inward(block: ImuBlock, from_s: float, degrees: float) -> ImuBlock:
    """The same walk with the right knee turned towards the midline, within half a second."""
    share = np.clip((block.t_s - from_s) / 0.5, 0.0, 1.0)
    angle = np.radians(degrees) * share**2 * (3 - 2 * share)
    rate = np.gradient(angle, block.t_s)
    # a turn about the anterior axis, the sensor's y, takes the knee from down to the left
    cos, sin = np.cos(angle), np.sin(angle)

    def turned(vectors: FloatArray) -> FloatArray:
        x, y, z = vectors.T  # up, anterior, left
        return np.column_stack([cos * x - sin * z, y, cos * z + sin * x])

    gyr = turned(block.gyr_radps) + np.outer(rate, [0.0, 1.0, 0.0])
    return block._replace(acc_mps2=turned(block.acc_mps2), gyr_radps=gyr)


def adduction_deg(gait: GaitSettings, block: ImuBlock) -> float:
    values = [stride.thigh_adduction_deg for stride in walked(gait, [block]).scored]
    return float(np.median([value for value in values if value is not None]))


def test_a_knee_towards_the_midline_is_adduction_on_the_right() -> None:
    walk = mounted(Mounting())
    gait, block = GaitSettings.of(walk.info), joined(walk.blocks())
    change_deg = adduction_deg(gait, knee_inward(block, 5.2, 8.0)) - adduction_deg(gait, block)
    assert change_deg == pytest.approx(8.0, abs=2.0)


def test_the_mirror_image_is_adducted_on_the_left_as_on_the_right() -> None:
    walk = mounted(Mounting())
    gait, block = GaitSettings.of(walk.info), joined(walk.blocks())
    mirrored = block._replace(
        acc_mps2=block.acc_mps2 * (1, 1, -1), gyr_radps=block.gyr_radps * (-1, -1, 1)
    )
    left = adduction_deg(replace(gait, side=Side.LEFT), mirrored)
    assert left == pytest.approx(adduction_deg(gait, block), abs=1e-6)


def test_without_a_side_there_is_no_adduction() -> None:
    walk = mounted(Mounting())
    whole = walked(replace(GaitSettings.of(walk.info), side=None), walk.blocks())
    assert {stride.thigh_adduction_deg for stride in whole.strides} == {None}
    assert {stride.toe_out_change_deg for stride in whole.strides} == {None}


@pytest.mark.parametrize(
    ("offset_deg", "is_told"), [(0.0, False), (2.0, False), (7.0, True), (-7.0, True)]
)
def test_first_strides_far_from_the_last_time_are_told(offset_deg: float, is_told: bool) -> None:
    walk = mounted(Mounting())
    gait, pipeline = profile_of(walk)
    worn = pipeline.worn_profile()
    assert worn is not None
    other = replace(worn, usual_extension_deg=worn.usual_extension_deg + offset_deg)
    second = walked(replace(gait, worn=other), walk.blocks())
    assert (WearFault.NOT_AS_USUAL in faults(second)) is is_told
