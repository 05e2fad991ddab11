"""Two short simulated walks that were kept, for tests of what is made of walk files."""

from datetime import UTC, datetime
from pathlib import Path

from coach.care.limits import Limit
from sensors.simulation.person import Person
from ui.tour.kept_walks import Course, keep_walk

LIMIT = Limit(extension_deg=18.5)
STARTED_AT = datetime(2026, 3, 1, 10, tzinfo=UTC)


def plain_walk(path: Path) -> Path:
    """About fifty usual strides."""
    keep_walk(path, Course(60.0, 0.0, 16.0), Person(), LIMIT, STARTED_AT, seed=1)
    return path


def troubled_walk(path: Path) -> Path:
    """Long strides, pain, and three seconds without the sensor."""
    course = Course(60.0, 8.0, 15.0, lost_s=40.0, pain=(44.0, 5))
    keep_walk(path, course, Person(), LIMIT, STARTED_AT, seed=2)
    return path
