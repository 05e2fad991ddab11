"""Short simulated walks, kept as walk files like those of a real sensor."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from coach.care.limits import Limit
from coach.coach import Coach, CoachOutput, CoachSettings
from coach.gait.events import Stride
from coach.gait.pipeline import GaitSettings
from coach.program import this_program
from coach.records.store import GapReason, WalkHeader, WalkRecorder
from sensors.devices.xsens_dot import XSENS_DOT
from sensors.samples import StreamKind
from sensors.simulation.person import Person as Body
from sensors.simulation.scenario import Activity, Stand, Turn, Walk
from sensors.simulation.sensor import Dropout, good_sensor
from sensors.simulation.source import SimulatedWalk

_LONG_FACTOR = 1.25
_BLOCK_SAMPLES = 200


@dataclass(frozen=True, slots=True)
class KeptWalk:
    """What a walk that was kept came to."""

    n_scored: int
    comfortable_share: float | None


@dataclass(frozen=True, slots=True)
class Course:
    """What happens on a short walk: its length, its stride, and what goes wrong.

    `lost_s` is when the sensor is out of reach for three seconds; `pain` is when and how much it
    hurts.
    """

    seconds: float
    long_seconds: float
    usual_extension_deg: float
    lost_s: float | None = None
    pain: tuple[float, int] | None = None


def keep_walk(
    path: Path, course: Course, body: Body, limit: Limit | None, started_at: datetime, seed: int
) -> KeptWalk:
    """Walk a course as fast as it can be drawn, and keep it at `path`.

    Raises
    ------
    KeepingError
        When the file is there already, or the disk does not take it.
    """
    source = _source(course, body, seed)
    info = replace(source.info, kind=StreamKind.RADIO, name="thigh sensor")
    gait = GaitSettings.of(info)
    program = this_program()
    recorder = WalkRecorder(
        path, WalkHeader(info, gait, limit, started_at, program, XSENS_DOT.model)
    )
    coach, strides = Coach(CoachSettings(gait, limit)), list[Stride]()

    def keep(output: CoachOutput) -> None:
        recorder.keep(None, output.events, output.decisions)
        strides.extend(event for event in output.events if isinstance(event, Stride))

    end_s = 0.0
    for block in source.blocks():
        recorder.keep(block, (), ())
        keep(coach.push(block))
        end_s = float(block.t_s[-1])
    keep(coach.finish())
    if course.pain is not None:
        recorder.mark_pain(course.pain[0], course.pain[1], "deep_buttock")
    if course.lost_s is not None:
        recorder.mark_gap(course.lost_s, course.lost_s + 3.0, GapReason.LINK)
    recorder.close(started_at + timedelta(seconds=end_s))
    scored = [stride for stride in strides if stride.is_scored]
    n_over = 0 if limit is None else sum(map(limit.is_passed_by, scored))
    share = None if limit is None or not scored else 1 - n_over / len(scored)
    return KeptWalk(len(scored), share)


def _source(course: Course, body: Body, seed: int) -> SimulatedWalk:
    half_s = course.seconds / 2
    scenario: list[Activity] = [Stand(5.0), Walk(half_s)]
    if course.long_seconds:
        scenario.append(Walk(course.long_seconds, length_factor=_LONG_FACTOR))
    scenario += [Walk(4.0), Turn(180.0), Walk(half_s), Stand(4.0)]
    sensor = good_sensor()
    if course.lost_s is not None:
        sensor = replace(sensor, dropouts=(Dropout(course.lost_s, 3.0),))
    walker = replace(body, usual_extension_deg=course.usual_extension_deg)
    return SimulatedWalk(
        walker, tuple(scenario), sensor, seed=seed, block_samples=_BLOCK_SAMPLES, name="weeks"
    )
