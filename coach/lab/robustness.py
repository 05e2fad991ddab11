"""How the estimate bears a slow sensor, a bad link, a biased gyroscope and a strap that sits wrong.

Every combination of the four is walked by a few simulated people.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from coach.lab.figures import Figures, figures
from coach.lab.simulated import BLOCK_SAMPLES, Tell, comparison_of
from sensors.simulation.person import some_person
from sensors.simulation.scenario import Stand, Walk
from sensors.simulation.sensor import Mounting, good_sensor
from sensors.simulation.source import SimulatedWalk

_PACKET_S = 0.05


@dataclass(frozen=True, slots=True)
class Grid:
    """What is combined; a mounting is (turned round the thigh, tilted) in degrees."""

    rates_hz: tuple[float, ...] = (25.0, 50.0, 100.0, 200.0)
    lost_shares: tuple[float, ...] = (0.0, 0.01, 0.02, 0.05, 0.1)
    biases_dps: tuple[float, ...] = (0.0, 2.0, 5.0)
    mountings_deg: tuple[tuple[float, float], ...] = ((0.0, 0.0), (-45.0, -12.0))
    n_people: int = 4
    walk_s: float = 40.0


class Condition(NamedTuple):
    """One combination; the bias is that of each axis of the gyroscope."""

    rate_hz: float
    lost_share: float
    bias_dps: float
    mounting_deg: tuple[float, float]

    def mounting_text(self) -> str:
        """Return how the sensor sits, in words."""
        turned_deg, tilted_deg = self.mounting_deg
        if not (turned_deg or tilted_deg):
            return "as told"
        return f"turned {turned_deg:+g}°, tilted {tilted_deg:+g}°"


class Cell(NamedTuple):
    """A combination and the figures of all who walked under it."""

    condition: Condition
    figures: Figures


def robustness(grid: Grid, tell: Tell) -> Iterator[Cell]:
    """Every combination in turn; the same figures each time."""
    conditions = [
        Condition(*values)
        for values in product(grid.rates_hz, grid.lost_shares, grid.biases_dps, grid.mountings_deg)
    ]
    for i, condition in enumerate(conditions, start=1):
        tell(f"robustness: {i} of {len(conditions)}")
        walks = [_walk(condition, seed, grid.walk_s) for seed in range(grid.n_people)]
        yield Cell(condition, figures([comparison_of(walk, "robustness") for walk in walks]))


def _walk(condition: Condition, seed: int, walk_s: float) -> SimulatedWalk:
    """Usual walking with a stop in between, so that gaps and stands are both there."""
    turned_deg, tilted_deg = condition.mounting_deg
    bias_dps = condition.bias_dps
    sensor = replace(
        good_sensor(),
        mounting=Mounting(round_thigh_deg=turned_deg, tilt_deg=tilted_deg),
        gyr_bias_dps=(bias_dps, -bias_dps, bias_dps),
        packet_samples=max(1, round(_PACKET_S * condition.rate_hz)),
        lost_share=condition.lost_share,
    )
    scenario = (Stand(5.0), Walk(walk_s / 2), Stand(3.0), Walk(walk_s / 2), Stand(3.0))
    return SimulatedWalk(
        some_person(seed), scenario, sensor, condition.rate_hz, seed, BLOCK_SAMPLES, f"grid {seed}"
    )
