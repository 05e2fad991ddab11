"""What the names of our own walk files say: when, and whether it was simulated or a test."""

from datetime import datetime
from pathlib import Path

SIMULATED = "-simulated"
_TEST = "-test"


def walk_stem(now: datetime, *, is_simulated: bool = False, is_test: bool = False) -> str:
    """What the file of a walk that begins now is called, without its ending."""
    kind = SIMULATED if is_simulated else _TEST if is_test else ""
    return f"{now:%Y-%m-%d_%H-%M-%S}{kind}"


def is_of_test(path: Path) -> bool:
    """Whether a walk file holds bouts of a long-stride test: nobody walked for the walk's sake."""
    return _TEST in path.stem
