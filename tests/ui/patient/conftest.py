"""Somebody with a sore right hip and a limit of their own, who is about to walk."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.care.calibration import Step
from coach.care.limits import Grade, Limit, LimitSource
from coach.care.warning_signs import Check
from coach.records.entries import AboutPerson, Consent, LegProfile, LimitEntry, PainEntry
from coach.records.library import Library
from coach.today import PAIN_NOW
from sensors.samples import ImuBlock, Side, StreamKind
from sensors.simulation.scenario import Activity
from sensors.simulation.walks import guided_walk
from ui.home.home import Home
from ui.home.window import HomeWindow
from ui.patient.guided_window import GuidedWindow
from ui.patient.walk_flow import WalkFlow
from ui.sounds import Sounds

HERE = timezone(timedelta(hours=2))
NOW = datetime(2026, 3, 2, 10, tzinfo=HERE)
LIMIT = Limit(extension_deg=18.5, source=LimitSource.LONG_STRIDE_TEST, grade=Grade.B)
Begin = Callable[..., GuidedWindow]


class Worn:
    """A sensor worn by the simulated walker, told as if by radio unless it says so."""

    def __init__(
        self,
        activities: tuple[Activity, ...] | None = None,
        *,
        is_worn_before: bool = False,
    ) -> None:
        walk = guided_walk(Side.RIGHT, is_worn_before=is_worn_before)
        self._walk = walk if activities is None else replace(walk, scenario=activities)
        self.info = replace(self._walk.info, kind=StreamKind.RECORDING)

    async def __aiter__(self) -> AsyncIterator[ImuBlock]:
        async for block in self._walk:
            yield block

    async def aclose(self) -> None:
        pass


@pytest.fixture
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def library(own_folders: None) -> Iterator[Library]:
    with Library.open() as library:
        yield library


@pytest.fixture
def home(library: Library) -> Home:
    person = library.add_person("Maija")
    profile = LegProfile(leg_length_m=0.88, height_m=1.66, height_above_kneecap_cm=20)
    library.save_profile(person, Side.RIGHT, profile)
    pain = PainEntry(at=NOW, level=1, moment=PAIN_NOW, side=Side.RIGHT)
    about = AboutPerson(sore_sides=(Side.RIGHT,), country="FI")
    for entry in (about, Check(NOW), Consent(1, "en"), pain):
        library.keep(person, entry, at=NOW)
    library.set_limit(person, Side.RIGHT, LimitEntry(NOW, "Tiina", "test", LIMIT))
    return Home(library, person, lambda: NOW)


@pytest.fixture(autouse=True)
def no_sound_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sounds, "open", lambda _: None)


@pytest.fixture
def flow(home: Home, qtbot: QtBot) -> Iterator[WalkFlow]:
    window = HomeWindow(home)
    window.show()
    flow = WalkFlow(home, window, speed=None)
    yield flow
    flow.finish()
    window.close()
    window.deleteLater()
    home.sounds.close()


@pytest.fixture
def begin(flow: WalkFlow, qtbot: QtBot) -> Begin:
    """Walk with what is worn, past the pages before."""

    def begun(worn: Worn) -> GuidedWindow:
        flow.begin()
        flow.walk_with(lambda: worn, StreamKind.RECORDING)
        guided = flow.page
        assert isinstance(guided, GuidedWindow)
        return guided

    return begun


def readiness_step(guided: GuidedWindow) -> Step | None:
    latest = guided.view.latest
    return None if latest is None or latest.guide is None else latest.guide.readiness.step
