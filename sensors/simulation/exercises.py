"""The exercises that a thigh sensor can count, as a simulated person does them."""

from types import MappingProxyType

from sensors.simulation.person import Person
from sensors.simulation.scenario import Pose, Repeat
from sensors.simulation.sensor import good_sensor
from sensors.simulation.source import SimulatedWalk

_STAND: Pose = (0.0, 0.0, 0.0)
POSES: "MappingProxyType[str, tuple[Pose, Pose]]" = MappingProxyType(
    {
        "M2": ((135.0, 0.0, 0.0), (205.0, 5.0, 0.0)),
        "M3": (_STAND, (38.0, 0.0, 0.0)),
        "M4": ((60.0, 0.0, 0.0), (46.0, 0.0, 0.0)),
        "M6": (_STAND, (75.0, 5.0, 0.0)),
        "A3": ((15.0, 85.0, 0.0), (15.0, 108.0, 0.0)),
        "A4": ((50.0, 80.0, 0.0), (50.0, 92.0, 12.0)),
        "B1": ((140.0, 0.0, 0.0), (112.0, 0.0, 0.0)),
        "B2": ((112.0, 0.0, 0.0), (135.0, 0.0, 0.0)),
        "B3": ((140.0, 0.0, 0.0), (114.0, 0.0, 0.0)),
        "Q1": (_STAND, (-70.0, 0.0, 0.0)),
        "C1": ((178.0, 0.0, 0.0), (138.0, 0.0, 0.0)),
        "K1": ((25.0, 5.0, 0.0), (25.0, 17.0, 0.0)),
        "K3": ((85.0, 6.0, 0.0), (5.0, 0.0, 0.0)),
        "K4": ((55.0, 0.0, 0.0), (5.0, 0.0, 0.0)),
    }
)
"""First pose and turning point of each: flexion, abduction, outward turn."""


def exercise_walk(
    exercise_id: str, n_times: int, period_s: float, *, hold_s: float = 0.0, n_sets: int = 1
) -> SimulatedWalk:
    """Somebody who does an exercise of the library, with a still moment before each set.

    Raises
    ------
    KeyError
        For an exercise that a thigh sensor does not count.
    """
    start, top = POSES[exercise_id]
    one = Repeat(n_times, start, top, max(period_s, 1.5), hold_s, still_s=4.0, label=exercise_id)
    scenario = (one,) * n_sets
    return SimulatedWalk(Person(), scenario, good_sensor(), name=exercise_id, block_samples=12)
