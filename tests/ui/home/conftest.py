"""A home of somebody who lives alone with a sore right hip, on a fixed day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from coach.care.warning_signs import Check
from coach.records.entries import AboutPerson, Consent, LegProfile
from coach.records.library import Library
from sensors.samples import Side
from ui.home.home import Home

HERE = timezone(timedelta(hours=2))


@dataclass
class Clock:
    """A clock that goes when it is told to."""

    now: datetime = datetime(2026, 3, 2, 10, tzinfo=HERE)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(_own_folders: None) -> Iterator[Library]:
    with Library.open() as library:
        yield library


@pytest.fixture
def home(library: Library, clock: Clock) -> Home:
    person = library.add_person("Maija")
    library.save_profile(person, Side.RIGHT, LegProfile(leg_length_m=0.88, height_m=1.66))
    for entry in (AboutPerson(sore_sides=(Side.RIGHT,)), Check(clock()), Consent(1, "en")):
        library.keep(person, entry, at=clock())
    return Home(library, person, clock)
