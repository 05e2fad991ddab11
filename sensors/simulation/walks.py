"""Ready-made simulated walks: the program's default, and those that its figures are measured on."""

from dataclasses import replace

import numpy as np

from sensors.samples import Side
from sensors.simulation.person import Person
from sensors.simulation.scenario import (
    Activity,
    KneeLifts,
    Lie,
    Ride,
    Sit,
    Stand,
    StrapOn,
    Turn,
    Walk,
)
from sensors.simulation.sensor import SensorModel, good_sensor, worn_sensor
from sensors.simulation.source import SimulatedWalk

_LONG_FACTOR = 1.25
_LONG_EXTENSION_DEG = 23.0


def default_walk(seed: int = 1) -> SimulatedWalk:
    """Three minutes: a stand, usual strides, some long ones, a turn, a pause.

    The person's usual extension is 16 degrees, that of the long strides 23, so that a limit of 20
    is passed by several strides and kept by nearly all others.
    """

    def long_strides(duration_s: float) -> Walk:
        return Walk(duration_s, extension_deg=_LONG_EXTENSION_DEG, length_factor=_LONG_FACTOR)

    scenario: tuple[Activity, ...] = (
        Stand(5.0),
        Walk(40.0),
        long_strides(6.0),
        Walk(24.0),
        Turn(180.0),
        Walk(15.6),
        long_strides(8.0),
        Walk(12.0),
        Stand(8.0),
        Walk(26.0),
        long_strides(7.0),
        Walk(20.0),
        Stand(6.0),
    )
    return SimulatedWalk(Person(), scenario, good_sensor(), seed=seed, name="simulated walker")


def guided_walk(side: Side, *, is_worn_before: bool, seed: int = 1) -> SimulatedWalk:
    """Somebody who does what a guided walk asks for, then walks with some long strides."""
    walk = default_walk(seed)
    ready: tuple[Activity, ...] = (Stand(2.0), KneeLifts(3), Stand(6.5), Walk(25.0), Stand(4.0))
    return replace(
        walk,
        person=replace(walk.person, side=side),
        scenario=(*(() if is_worn_before else ready), *walk.scenario),
    )


def mixed_strides(n_strides: int, seed: int, person: Person | None = None) -> SimulatedWalk:
    """About as many strides with natural variation: usual, and now and then a few long ones."""
    draw = np.random.default_rng([seed, 21])
    who = Person() if person is None else person
    stride_s = 120 / who.usual_cadence_spm(who.usual_speed_mps)
    scenario: list[Activity] = [Stand(5.0)]
    n_left = n_strides
    while n_left > 0:
        usual, long = int(draw.integers(8, 25)), int(draw.integers(2, 7))
        scenario.append(Walk(min(usual, n_left) * stride_s))
        if n_left > usual:
            factor = float(draw.uniform(1.12, 1.4))
            scenario.append(Walk(min(long, n_left - usual) * stride_s, length_factor=factor))
        n_left -= usual + long
    scenario += [Walk(3 * stride_s), Stand(4.0)]
    return SimulatedWalk(who, tuple(scenario), good_sensor(), seed=seed, name="mixed strides")


def day_without_walking(
    hours: float, seed: int, sensor: SensorModel | None = None
) -> SimulatedWalk:
    """Sitting, standing about, lying, riding in a car, strapping on: not one stride."""
    draw = np.random.default_rng([seed, 22])
    scenario: list[Activity] = [StrapOn(), Stand(5.0)]
    end_s = 3600.0 * hours
    at_s = sum(activity.duration_s for activity in scenario)
    while at_s < end_s:
        activity = _idle(draw)
        scenario.append(activity)
        at_s += activity.duration_s
    return SimulatedWalk(
        Person(),
        tuple(scenario),
        worn_sensor(seed) if sensor is None else sensor,
        seed=seed,
        name="a day without walking",
    )


def _idle(draw: np.random.Generator) -> Activity:
    """Something that people do for a while without walking."""
    restless = float(draw.uniform(0.0, 1.5))
    long_s = float(draw.uniform(120.0, 900.0))
    short_s = float(draw.uniform(20.0, 180.0))
    choices: tuple[Activity, ...] = (
        Sit(long_s, float(draw.uniform(70, 95)), restless),
        Sit(short_s, float(draw.uniform(30, 45)), restless, "high_stool"),
        Stand(short_s, restless),
        Lie(long_s, ("supine", "prone", "side")[int(draw.integers(3))]),
        Ride(long_s, float(draw.uniform(0.5, 2.0))),
        StrapOn(float(draw.uniform(8.0, 25.0))),
    )
    return choices[int(draw.choice(len(choices), p=[0.35, 0.1, 0.25, 0.1, 0.15, 0.05]))]
