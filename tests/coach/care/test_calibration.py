"""Getting ready: knee lifts, stand, steps; each may fail with its reason, and be repeated."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from coach.care.calibration import Calibration, Readiness, Step, Trouble, trouble_of
from coach.gait.events import Calibrated, WearFault
from coach.gait.pipeline import GaitPipeline, GaitSettings
from sensors.samples import Placement
from sensors.simulation import scenario
from sensors.simulation.person import Person
from sensors.simulation.sensor import SensorModel, good_sensor
from sensors.simulation.source import SimulatedWalk

LIFTS = scenario.KneeLifts(3)
GOOD = (scenario.Stand(2.0, 0.5), LIFTS, scenario.Stand(6.5), scenario.Walk(25.0))


class _Wearer:
    """A simulated person who gets ready; remembers every step and trouble in their order."""

    def __init__(self, *, is_worn_before: bool = False, is_told: bool = True) -> None:
        self.calibration = Calibration(is_worn_before=is_worn_before)
        self.seen: list[tuple[Step, Trouble | None]] = []
        self._is_told = is_told

    def does(self, *activities: scenario.Activity, sensor: SensorModel | None = None) -> Readiness:
        walk = SimulatedWalk(Person(), activities, sensor or good_sensor())
        settings = GaitSettings.of(walk.info)
        if not self._is_told:
            settings = replace(settings, placement=None)
        pipeline = GaitPipeline(settings)
        for block in walk.blocks():
            readiness = self.calibration.push(block, pipeline.push(block).events)
            now = (readiness.step, readiness.trouble)
            if now not in self.seen[-1:]:
                self.seen.append(now)
        return self.calibration.readiness


def _steps(seen: Iterable[tuple[Step, Trouble | None]]) -> list[Step]:
    return list(dict.fromkeys(step for step, _ in seen))


@pytest.mark.parametrize("is_told", [True, False], ids=["placement told", "placement not told"])
def test_who_does_it_right_is_ready(is_told: bool) -> None:
    wearer = _Wearer(is_told=is_told)
    assert wearer.does(*GOOD).is_done
    assert _steps(wearer.seen) == [Step.KNEE_LIFTS, Step.STAND, Step.STEPS, Step.DONE]
    assert {trouble for _, trouble in wearer.seen} == {None}


def test_the_usual_stride_comes_with_the_steps() -> None:
    usual = _Wearer().does(*GOOD).usual
    assert usual is not None
    assert usual.stride_length_m == pytest.approx(1.3, abs=0.15)


def test_worn_before_the_stand_alone_is_enough() -> None:
    wearer = _Wearer(is_worn_before=True)
    assert wearer.does(scenario.Stand(6.0)).is_done
    assert _steps(wearer.seen) == [Step.STAND, Step.DONE]


def test_no_swing_is_the_other_leg() -> None:
    wrong = scenario.KneeLifts(3, is_worn_leg=False)
    readiness = _Wearer().does(scenario.Stand(2.0), wrong, scenario.Stand(8.0))
    assert (readiness.step, readiness.trouble) == (Step.KNEE_LIFTS, Trouble.NO_SWING)


def test_too_few_lifts_are_told() -> None:
    one = scenario.KneeLifts(1)
    readiness = _Wearer().does(scenario.Stand(2.0), one, scenario.Stand(13.0))
    assert (readiness.n_lifts, readiness.trouble) == (1, Trouble.FEW_LIFTS)


def test_whoever_stands_at_the_laptop_s_other_end_mends_it_by_doing_it_right() -> None:
    wearer = _Wearer()
    wearer.does(scenario.Stand(17.0), LIFTS, scenario.Stand(1.0))
    assert wearer.seen[-2:] == [(Step.KNEE_LIFTS, Trouble.FEW_LIFTS), (Step.STAND, None)]


def test_walking_is_no_lifting() -> None:
    readiness = _Wearer().does(scenario.Stand(4.0), scenario.Walk(30.0))
    assert readiness.step is Step.KNEE_LIFTS


def test_a_sensor_that_walks_about_is_not_said_to_hang_still() -> None:
    readiness = _Wearer().does(scenario.Stand(4.0), scenario.Walk(30.0))
    assert readiness.trouble is Trouble.FEW_LIFTS


def test_who_does_not_stand_still_is_told() -> None:
    fidgets = scenario.Walk(20.0)
    readiness = _Wearer(is_worn_before=True).does(fidgets)
    assert (readiness.step, readiness.trouble) == (Step.STAND, Trouble.NOT_STILL)


def test_too_few_steps_are_told() -> None:
    short = (*GOOD[:3], scenario.Walk(5.0), scenario.Stand(45.0))
    readiness = _Wearer().does(*short)
    assert (readiness.step, readiness.trouble) == (Step.STEPS, Trouble.FEW_STEPS)


def test_steps_that_cannot_be_used_are_told() -> None:
    shuffling = (*GOOD[:3], scenario.shuffle(60.0))
    readiness = _Wearer().does(*shuffling)
    assert readiness.trouble in {Trouble.UNEVEN_STEPS, Trouble.FEW_STEPS}


def test_steps_on_the_spot_are_told_and_do_not_count() -> None:
    wearer = _Wearer()
    readiness = wearer.does(*GOOD[:3], scenario.march(40.0))
    assert (Step.STEPS, Trouble.ON_THE_SPOT) in wearer.seen
    assert readiness.step is Step.STEPS


def test_a_high_knee_on_the_spot_is_told_too() -> None:
    stairs = scenario.stairs(40.0, is_up=True)
    assert _Wearer().does(*GOOD[:3], stairs).trouble is Trouble.ON_THE_SPOT


def test_who_then_walks_ahead_is_ready() -> None:
    wearer = _Wearer()
    assert wearer.does(*GOOD[:3], scenario.march(15.0), scenario.Walk(30.0)).is_done
    assert [trouble for _, trouble in wearer.seen][-2:] == [Trouble.ON_THE_SPOT, None]


def test_the_steps_on_the_spot_before_are_no_part_of_the_usual_stride() -> None:
    clean = _Wearer().does(*GOOD).usual
    after = _Wearer().does(*GOOD[:3], scenario.march(16.0), scenario.Walk(30.0)).usual
    assert clean is not None
    assert after is not None
    assert after.extension_deg == pytest.approx(clean.extension_deg, abs=1.0)


def test_who_walks_bent_says_so_and_the_same_steps_count() -> None:
    wearer = _Wearer()
    wearer.does(*GOOD[:3], scenario.Walk(30.0, extension_deg=2.0))
    wearer.calibration.trust_steps()
    assert wearer.calibration.readiness.trouble is None
    assert wearer.does(scenario.Stand(1.0)).is_done


@pytest.mark.parametrize(
    "walk",
    [scenario.Walk(25.0), scenario.Walk(40.0, limp=0.5), scenario.Walk(25.0, is_treadmill=True)],
    ids=["usual", "limp", "treadmill"],
)
def test_walking_is_not_taken_for_steps_on_the_spot(walk: scenario.Walk) -> None:
    wearer = _Wearer()
    wearer.does(*GOOD[:3], walk)
    assert Trouble.ON_THE_SPOT not in {trouble for _, trouble in wearer.seen}


def test_an_arrow_that_points_down_is_told() -> None:
    walk = SimulatedWalk(Person(), GOOD, good_sensor())
    assert walk.info.placement is not None
    up = walk.info.placement.up
    upside_down = Placement(up.translate(str.maketrans("+-", "-+")), walk.info.placement.anterior)
    pipeline = GaitPipeline(replace(GaitSettings.of(walk.info), placement=upside_down))
    calibration, told = Calibration(is_worn_before=False), set()
    for block in walk.blocks():
        told.add(calibration.push(block, pipeline.push(block).events).trouble)
    assert Trouble.ARROW_DOWN in told


def test_the_steps_can_be_repeated() -> None:
    wearer = _Wearer()
    wearer.does(*GOOD)
    wearer.calibration.repeat()
    readiness = wearer.calibration.readiness
    assert (readiness.step, readiness.n_steps, readiness.usual) == (Step.STEPS, 0, None)


@pytest.mark.parametrize(
    ("fault", "is_accepted", "trouble"),
    [
        (None, True, None),
        (WearFault.MOVED, True, None),
        (WearFault.WOBBLE, False, Trouble.NOT_STILL),
        (WearFault.NOT_AS_USUAL, False, Trouble.NOT_AS_USUAL),
        (WearFault.STRAP_OR_FOOT_TURNED, False, Trouble.STRAP_OR_FOOT_TURNED),
    ],
    ids=str,
)
def test_what_a_calibration_says(
    fault: WearFault | None, is_accepted: bool, trouble: Trouble | None
) -> None:
    assert trouble_of(Calibrated(1.0, is_accepted, 0.4, fault)) is trouble
