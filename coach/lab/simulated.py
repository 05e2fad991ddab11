"""Questions that recorded walks are too few for, put to simulated people with a known truth."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from statistics import fmean

import msgspec
import numpy as np

from coach.analysis import JudgedStride, analyze
from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.lab.comparison import Comparison, Pair, compared, cues, matched
from coach.lab.reference import Reference, usable
from coach.lab.rows import Range, Row
from coach.lab.trial import Trial, tried
from sensors.simulation.person import some_person
from sensors.simulation.scenario import (
    Activity,
    KneeLifts,
    Lie,
    Ride,
    Sit,
    Stand,
    StrapOn,
    Walk,
)
from sensors.simulation.sensor import SensorModel, good_sensor, worn_sensor
from sensors.simulation.source import SimulatedWalk

Tell = Callable[[str], None]
"""Takes a few words on what is being done, for whoever waits."""

BLOCK_SAMPLES = 2000
_LIMIT_ABOVE_USUAL_DEG = 4.0
_LONG_ABOVE_USUAL_DEG = 8.0
_LONG_FACTOR = 1.25
_TURNED_DEG = (-45.0, -30.0, -15.0, 15.0, 30.0, 45.0)
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class Breadth:
    """How much is simulated; the figures of docs/method.md are those of the defaults."""

    n_people: int = 34
    n_strides_each: int = 60
    n_days: int = 8
    hours: float = 1.0
    n_drifting: int = 6
    drift_s: float = 600.0
    n_turned: int = 6


def reference_of(walk: SimulatedWalk) -> Reference:
    """The exact truth of a simulated walk, in the shape of a lab's reference."""
    text = json.dumps(walk.truth.as_dict())
    return usable(msgspec.json.decode(text, type=Reference))


def judged(walk: SimulatedWalk, limit_deg: float | None = None) -> tuple[JudgedStride, ...]:
    """What the live code makes of a simulated walk."""
    limit = None if limit_deg is None else Limit(extension_deg=limit_deg)
    return analyze(walk.blocks(), CoachSettings(GaitSettings.of(walk.info), limit)).strides


def comparison_of(walk: SimulatedWalk, group: str) -> Comparison:
    """A simulated walk against its truth."""
    duration_s = walk.info.duration_s or 0.0
    return compared(walk.name, group, duration_s, reference_of(walk), judged(walk))


def people(breadth: Breadth, tell: Tell) -> Iterator[Comparison]:
    """People who differ in body, gait and strap walk slowly, as usual and briskly, as tried walks.

    Their lengths are calibrated on the first third, like those of recorded walks.
    """
    for seed in range(breadth.n_people):
        tell(f"simulated people: {seed + 1} of {breadth.n_people}")
        person = some_person(seed)
        scenario = (
            Stand(5.0),
            Walk(20.0),
            Walk(16.0, speed_mps=0.8 * person.usual_speed_mps),
            Walk(16.0, speed_mps=1.2 * person.usual_speed_mps),
            Stand(4.0),
            Walk(16.0),
            Stand(3.0),
        )
        yield tried(_trial(_walk(seed, scenario, worn_sensor(seed)), "simulated people"))


def cued_people(breadth: Breadth, tell: Tell) -> Iterator[Comparison]:
    """Usual and long strides with their natural variation, around a limit between the two."""
    sensors: dict[str, Callable[[int], SensorModel]] = {
        "well strapped": lambda _: good_sensor(),
        "as worn": worn_sensor,
    }
    for worn, sensor in sensors.items():
        for seed in range(breadth.n_people):
            tell(f"cues, {worn}: person {seed + 1} of {breadth.n_people}")
            walk = _walk(seed, _usual_and_long(seed, breadth.n_strides_each), sensor(seed))
            limit_deg = walk.person.usual_extension_deg + _LIMIT_ABOVE_USUAL_DEG
            reference, found = reference_of(walk), judged(walk, limit_deg)
            straight = [stride for stride in reference.strides if not stride.is_turn]
            plain = compared(walk.name, worn, walk.info.duration_s or 0.0, reference, found)
            yield replace(plain, cues=cues(straight, found, limit_deg))


def single_rows(breadth: Breadth, tell: Tell) -> Iterator[tuple[Row, ...]]:
    """Hours without walking, drift, turned sensors; the same for the same breadth anywhere."""
    yield (_day_row(breadth, tell),)
    yield _drift_rows(breadth, tell)
    yield _turned_rows(breadth, tell)


def _walk(
    seed: int, scenario: tuple[Activity, ...], sensor: SensorModel, name: str = "simulated"
) -> SimulatedWalk:
    return SimulatedWalk(
        some_person(seed),
        scenario,
        sensor,
        seed=seed,
        block_samples=BLOCK_SAMPLES,
        name=f"{name} {seed}",
    )


def _trial(walk: SimulatedWalk, group: str) -> Trial:
    settings = GaitSettings.of(walk.info)
    return Trial(walk.name, group, settings, walk.blocks, reference_of(walk))


def _usual_and_long(seed: int, n_strides: int) -> tuple[Activity, ...]:
    """Usual strides, and now and then a few that are long on purpose."""
    draw = np.random.default_rng([seed, 31])
    person = some_person(seed)
    stride_s = 120 / person.usual_cadence_spm(person.usual_speed_mps)
    scenario: list[Activity] = [Stand(5.0)]
    long_deg = person.usual_extension_deg + _LONG_ABOVE_USUAL_DEG
    while n_strides > 0:
        usual, long = int(draw.integers(6, 15)), int(draw.integers(2, 6))
        scenario.append(Walk(usual * stride_s))
        scenario.append(
            Walk(long * stride_s, extension_deg=long_deg, length_factor=_LONG_FACTOR, label="long")
        )
        n_strides -= usual + long
    return (*scenario, Walk(3 * stride_s), Stand(4.0))


def _day_row(breadth: Breadth, tell: Tell) -> Row:
    """Scored strides in hours without one."""
    n_false, hours = 0, 0.0
    for seed in range(breadth.n_days):
        tell(f"a day without walking: {seed + 1} of {breadth.n_days}")
        walk = _walk(seed, _idle_day(seed, breadth.hours), worn_sensor(seed))
        n_false += sum(one.stride.is_scored for one in judged(walk))
        hours += (walk.info.duration_s or 0.0) / 3600
    basis = (
        f"{hours:.1f} h of {breadth.n_days} people: sitting, high stool, standing about, lying, "
        "car, getting up and down, knee lifts of either leg, strapping on"
    )
    zero = Range(high=0.0)
    return Row("False strides per hour without walking", n_false / hours, "", 2, Range(high=0.5),
               zero, basis)  # fmt: skip


def _idle_day(seed: int, hours: float) -> tuple[Activity, ...]:
    draw = np.random.default_rng([seed, 32])
    scenario: list[Activity] = [StrapOn(), Stand(5.0)]
    while sum(activity.duration_s for activity in scenario) < 3600 * hours:
        restless, is_worn = float(draw.uniform(0.0, 1.5)), bool(draw.random() < 0.5)
        short_s, long_s = float(draw.uniform(15.0, 120.0)), float(draw.uniform(60.0, 480.0))
        choices: tuple[Activity, ...] = (
            Sit(long_s, float(draw.uniform(70, 95)), restless),
            Sit(short_s, float(draw.uniform(30, 45)), restless, "high_stool"),
            Stand(short_s, restless),
            Lie(long_s, ("supine", "prone", "side")[int(draw.integers(3))]),
            Ride(long_s, float(draw.uniform(0.5, 2.0))),
            KneeLifts(int(draw.integers(2, 12)), is_worn, float(draw.uniform(30, 80))),
            StrapOn(float(draw.uniform(8.0, 25.0))),
        )
        scenario.append(choices[int(draw.choice(7, p=[0.25, 0.1, 0.25, 0.05, 0.1, 0.15, 0.1]))])
    return tuple(scenario)


def _drift_rows(breadth: Breadth, tell: Tell) -> tuple[Row, ...]:
    """How far the angle moves off over one unbroken walk with a bad gyroscope and a bad link."""
    sensor = replace(
        good_sensor(), gyr_bias_dps=(1.0, -1.0, 1.0), packet_samples=5, lost_share=0.02
    )
    drifts_deg, worst_deg = [], []
    for seed in range(breadth.n_drifting):
        tell(f"drift: person {seed + 1} of {breadth.n_drifting}")
        walk = _walk(seed, (Stand(5.0), Walk(breadth.drift_s), Stand(3.0)), sensor)
        errors = _errors_deg(matched(reference_of(walk).strides, judged(walk)))
        first, last = errors[0][0], errors[-1][0]
        minutes = [
            fmean(error for t_s, error in errors if start_s <= t_s < start_s + _MINUTE_S)
            for start_s in np.arange(first, last - _MINUTE_S / 2, _MINUTE_S).tolist()
        ]
        drifts_deg.append(abs(minutes[-1] - minutes[0]))
        worst_deg.append(max(minutes) - min(minutes))
    basis = (
        f"{breadth.n_drifting} people, one walk of {breadth.drift_s / 60:g} min, bias 1 °/s on "
        "each axis, 2 % of 50 ms packets lost"
    )
    must, aim = Range(high=1.0), Range(high=0.5)
    return (
        Row("Drift, last minute against first, worst", max(drifts_deg), "°", 2, must, aim, basis),
        Row("… any minute against any other, worst", max(worst_deg), "°", 2, must, aim, basis),
    )


def _turned_rows(breadth: Breadth, tell: Tell) -> tuple[Row, ...]:
    """The same walk with the sensor turned round the thigh from where the wearer says it sits."""
    n_first = n_later = 0
    changes_deg: list[float] = []
    for seed in range(breadth.n_turned):
        tell(f"sensor turned: person {seed + 1} of {breadth.n_turned}")
        straight = _scored(seed, 0.0)
        for turned_deg in _TURNED_DEG:
            turned = _scored(seed, turned_deg)
            lost = [i for i, t_s in enumerate(straight) if t_s not in turned]
            n_first += 0 in lost
            n_later += sum(i > 0 for i in lost)
            changes_deg += [turned[t] - straight[t] for t in list(straight)[1:] if t in turned]
    basis = f"{breadth.n_turned} people, turned by {', '.join(f'{d:+g}°' for d in _TURNED_DEG)}"
    none = Range(high=0.0)
    change_deg = float(np.sqrt(np.mean(np.square(changes_deg))))
    return (
        Row("First strides lost when turned", n_first, "", 0, None, none, basis),
        Row("Later strides lost when turned", n_later, "", 0, none, none, basis),
        Row("Change of extension when turned, RMS", change_deg, "°", 2, None, None, basis),
    )


def _scored(seed: int, turned_deg: float) -> dict[float, float]:
    """Extension of each scored stride by the time of its true peak."""
    sensor = good_sensor()
    sensor = replace(sensor, mounting=replace(sensor.mounting, round_thigh_deg=turned_deg))
    walk = _walk(seed, (Stand(5.0), Walk(30.0), Stand(3.0)), sensor)
    pairs = matched(reference_of(walk).strides, judged(walk))
    return {
        pair.reference.peak_thigh_extension_s or 0.0: pair.found.stride.peak_thigh_extension_deg
        for pair in sorted(pairs, key=lambda pair: pair.found.stride.start_s)
        if pair.found.stride.is_scored
    }


def _errors_deg(pairs: list[Pair]) -> list[tuple[float, float]]:
    """When, and how far off, each scored extension is."""
    return sorted(
        (
            found.stride.peak_thigh_extension_s,
            found.stride.peak_thigh_extension_deg - (reference.peak_thigh_extension_deg or 0.0),
        )
        for reference, found in pairs
        if found.stride.is_scored
    )
