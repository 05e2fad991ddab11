"""A kept walk of three minutes with long strides, pain marks, a pause and two limits."""

import asyncio
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk, WalkUpdate
from coach.records.store import WalkHeader, WalkRecorder
from sensors.simulation.walks import default_walk
from tests.coach.records.conftest import STARTED_AT

LIMIT = Limit(extension_deg=20.0)
LOWER = Limit(extension_deg=17.0)
LOWER_FROM_S = 100.0
PAIN_S = (48.0, 150.0)


@cache
def _made() -> tuple[bytes, tuple[object, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "walk.hipwalk")
        source = default_walk()
        walk = LiveWalk(
            source, CoachSettings(GaitSettings.of(source.info), LIMIT), speed=0, out=path
        )
        marks_s = list(PAIN_S)
        deliveries: list[object] = []

        def follow(update: WalkUpdate) -> None:
            deliveries.extend(update.deliveries)
            if update.t_s is None or not update.events:
                return
            if marks_s and update.t_s >= marks_s[0]:
                marks_s.pop(0)
                walk.mark_pain()
            if update.t_s >= LOWER_FROM_S and update.limit == LIMIT:
                walk.set_limit(LOWER)

        asyncio.run(walk.run(follow))
        return path.read_bytes(), tuple(deliveries)


def kept_walk(path: Path) -> Path:
    """Write it there, as the live loop kept it."""
    path.write_bytes(_made()[0])
    return path


def delivered_live() -> tuple[object, ...]:
    """What the live loop delivered while it was walked."""
    return _made()[1]


def empty_walk(path: Path) -> Path:
    """A walk file that was begun and holds no sample."""
    from tests.coach.walks import INFO

    header = WalkHeader(INFO, GaitSettings.of(INFO), None, STARTED_AT, "hipcoach test")
    return WalkRecorder(path, header).close(STARTED_AT)
