"""A library to look up what a walk begins with, and to keep what came of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.records.library import Library


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with Library.open() as library:
        yield library
