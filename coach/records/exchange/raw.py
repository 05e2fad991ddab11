"""What the radio said in a walk, as text: a test vector for whoever writes a codec.

Without the answers in which a sensor tells its serial number; times begin at nought.
"""

from collections.abc import Iterator
from pathlib import Path

from coach.records.exchange.names import harmless
from coach.records.exchange.new_files import new_outputs
from coach.records.heard import Continued, Heard, LinkLost
from coach.records.walk_file import WalkFile
from sensors.devices.codec import Read
from sensors.devices.registry import DRIVERS
from sensors.source import RawNotification


def write_raw(path: Path, walk: WalkFile) -> int:
    """Write a file that is not there yet; returns how many notifications it holds.

    Raises
    ------
    KeepingError
        When it is there already or the disk does not take it.
    WalkFileError
        When a stored second is not what was written.
    """
    n = 0
    with new_outputs(path) as (place,), place.open("w", encoding="ascii", newline="\n") as file:
        model = harmless(walk.driver or "unknown model")
        file.write(f"# hipcoach raw 1, {model}, {walk.info.rate_hz:g} Hz\n")
        file.write("arrival_s,characteristic,hex\n")
        for line in _lines(walk.heard(), _telling(walk.driver)):
            n += not line.startswith("#")
            file.write(f"{line}\n")
    return n


def _telling(model: str | None) -> frozenset[str]:
    """Characteristics that tell which single sensor it is; of an unknown model, those of all."""
    drivers = [each for each in DRIVERS if each.model == model] or DRIVERS
    steps = (step for driver in drivers for step in driver.identity)
    return frozenset(step.char for step in steps if isinstance(step, Read))


def _lines(heard: Iterator[Heard], telling: frozenset[str]) -> Iterator[str]:
    first_s: float | None = None
    for each in heard:
        match each:
            case Continued():
                first_s = None
                yield "# went on after it had been cut off"
            case LinkLost():
                yield "# link lost"
            case RawNotification(arrival_s, char, payload):
                first_s = arrival_s if first_s is None else first_s
                if char not in telling:
                    yield f"{arrival_s - first_s:.6f},{char},{payload.hex()}"
