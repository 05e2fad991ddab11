"""Small simulated walks written as a lab would bring them."""

import json
from pathlib import Path

from sensors.recording import write_walk_csv
from sensors.simulation.person import Person
from sensors.simulation.scenario import Stand, Walk
from sensors.simulation.sensor import good_sensor
from sensors.simulation.source import SimulatedWalk


def lab_walk(duration_s: float = 20.0, seed: int = 1) -> SimulatedWalk:
    scenario = (Stand(5.0), Walk(duration_s), Stand(3.0))
    return SimulatedWalk(Person(), scenario, good_sensor(), seed=seed)


def write_lab_walk(folder: Path, name: str, walk: SimulatedWalk) -> Path:
    """NAME.csv, NAME.json and NAME.truth.json."""
    path = folder / f"{name}.csv"
    write_walk_csv(path, walk.info, walk.blocks())
    (folder / f"{name}.truth.json").write_text(json.dumps(walk.truth.as_dict()))
    return path
