"""Ways to walk, one after the other: what is scored, and what is rightly left alone."""

from collections.abc import Iterator, Mapping

from coach.lab.comparison import Comparison
from coach.lab.simulated import BLOCK_SAMPLES, Tell, comparison_of
from sensors.simulation.person import some_person
from sensors.simulation.scenario import (
    Activity,
    Run,
    Stand,
    Turn,
    Walk,
    march,
    shuffle,
    stairs,
    walk_with_cane,
)
from sensors.simulation.sensor import worn_sensor
from sensors.simulation.source import SimulatedWalk

_AROUND = Walk(16.0)


def _between(*middle: Activity) -> tuple[Activity, ...]:
    return (Stand(5.0), _AROUND, *middle, _AROUND, Stand(4.0))


def _turns() -> tuple[Activity, ...]:
    degrees = (180.0, -180.0, 90.0, -90.0, 180.0)
    return _between(*(part for turn in degrees for part in (Turn(turn), Walk(12.0))))


WAYS: Mapping[str, tuple[Activity, ...]] = {
    "usual": _between(),
    "slow, 0.7 m/s": _between(Walk(30.0, speed_mps=0.7)),
    "brisk, 1.7 m/s": _between(Walk(30.0, speed_mps=1.7)),
    "with a cane": (Stand(5.0), walk_with_cane(60.0), Stand(4.0)),
    "limp, worn leg spared": _between(Walk(30.0, limp=0.5)),
    "limp, other leg spared": _between(Walk(30.0, limp=-0.5)),
    "treadmill": (Stand(5.0), Walk(60.0, is_treadmill=True), Stand(4.0)),
    "turns": _turns(),
    "pauses at doors": _between(*(part for _ in range(5) for part in (Stand(2.0), Walk(10.0)))),
    "stairs": _between(stairs(15.0, is_up=True), Walk(10.0), stairs(15.0, is_up=False)),
    "steep ramp": _between(Walk(15.0, slope=0.15), Walk(10.0), Walk(15.0, slope=-0.15)),
    "running": _between(Run(20.0)),
    "backward": _between(Stand(3.0), Walk(15.0, speed_mps=0.7, is_backward=True), Stand(3.0)),
    "shuffling": _between(shuffle(20.0)),
    "marching on the spot": _between(march(15.0)),
}
"""What people do, each between two stretches of usual walking or all through."""


def ways_to_walk(
    n_people: int, tell: Tell, ways: Mapping[str, tuple[Activity, ...]] = WAYS
) -> Iterator[Comparison]:
    """Each way walked by some people with sensors as worn; the way is the group."""
    for way, scenario in ways.items():
        tell(f"ways to walk: {way}")
        for seed in range(n_people):
            walk = SimulatedWalk(
                some_person(seed), scenario, worn_sensor(seed), seed=seed,
                block_samples=BLOCK_SAMPLES, name=f"{way} {seed}",
            )  # fmt: skip
            yield comparison_of(walk, way)
