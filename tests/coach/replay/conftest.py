"""The kept walk, opened and gone through."""

from pathlib import Path

import pytest

from coach.replay.opened import OpenedWalk, open_walk, samples_of
from coach.replay.passing import EventBlock, passed
from tests.coach.replay.walks import kept_walk


@pytest.fixture
def opened(tmp_path: Path) -> OpenedWalk:
    return open_walk(kept_walk(tmp_path / "walk.hipwalk"))


@pytest.fixture
def blocks(opened: OpenedWalk) -> list[EventBlock]:
    with samples_of(opened.path) as (samples, _):
        return [piece.events for piece in passed(samples, opened.gait)]
