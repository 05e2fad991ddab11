"""A walk that was kept, and one that is being kept by another process."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coach.care.limits import CueKind, Decision, Limit
from coach.gait.events import Calibrated, Stride, WhyNot
from coach.gait.pipeline import GaitSettings
from coach.records.errors import KeepingError
from coach.records.heard import Continued, LinkLost
from coach.records.library import Library
from coach.records.store import GapReason, WalkHeader, WalkRecorder
from sensors.source import RawNotification
from tests.coach.walks import INFO, still

ROOT = Path(__file__).parents[3]
STARTED_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LIMIT = Limit(extension_deg=12.0, extension_interval_deg=(10.0, 14.0))
STRIDES = (
    Stride(
        1.0, 2.0, 2.1, 1.5, 14.25, 0.8, 20.0, 1.54, 1.2, 0.1, 110.0, 1.1,
        is_scored=True, why_not=None,
    ),
    Stride(
        2.0, None, 3.0, 2.5, 9.0, 0.8, 20.0, 2.54, None, None, None, None,
        is_scored=False, why_not=WhyNot.STOP,
    ),
)  # fmt: skip
DECISION = Decision(1.54, 1.0, CueKind.MEASURED, True, 1.0, 2.25, None, LIMIT)

CALIBRATED = Calibrated(0.5, True, 0.4, None)
HEARD = (
    RawNotification(1000.0, "2a19", b"\x50"),
    LinkLost(1000.5),
    Continued(12.5),
    RawNotification(1001.0, "ffe4", bytes(20)),
)

NewRecorder = Callable[..., WalkRecorder]


def header(limit: Limit | None = None) -> WalkHeader:
    return WalkHeader(INFO, GaitSettings.of(INFO), limit, STARTED_AT, "hipcoach test")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "walk.hipwalk"


@pytest.fixture
def new_recorder(path: Path) -> Iterator[NewRecorder]:
    """Makes recorders that commit a hundred times a second; ends what a test leaves open."""
    made: list[WalkRecorder] = []

    def make(limit: Limit | None = None, **options: Any) -> WalkRecorder:
        made.append(WalkRecorder(path, header(limit), commit_every_s=0.01, **options))
        return made[-1]

    yield make
    for recorder in made:
        if recorder.is_open:
            with suppress(KeepingError):
                recorder.close(STARTED_AT)


@pytest.fixture
def kept(path: Path) -> Path:
    """Three seconds with everything a walk file holds."""
    recorder = WalkRecorder(path, header(LIMIT), commit_every_s=0.01)
    recorder.keep(still(0.0, 150), STRIDES[:1], (DECISION,))
    recorder.mark_pain(1.25)
    recorder.mark_gap(1.49, 2.0, GapReason.LINK)
    recorder.keep(still(2.0, 150), STRIDES[1:], ())
    recorder.set_limit(2.5, None)
    recorder.note(None, "a \N{LATIN SMALL LETTER A WITH DIAERESIS}")
    recorder.keep(None, (CALIBRATED,), ())
    recorder.mark_clock(2.0, 1000.0, STARTED_AT)
    for each in HEARD:
        recorder.keep_heard(each)
    return recorder.close(STARTED_AT)


class Child:
    """Another process that records; tells what it has handed in and what it was told is kept."""

    def __init__(self, path: Path, passphrase: str | None = None) -> None:
        module = [sys.executable, "-m", "tests.coach.records.recording_child", str(path)]
        if passphrase is not None:
            module.append(passphrase)
        self._process = subprocess.Popen(module, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        self.handed_in_s, self.kept_until_s = -1.0, -1.0

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait_until(self, handed_in_s: float) -> None:
        assert self._process.stdout is not None
        while self.handed_in_s < handed_in_s:
            self._hear(self._process.stdout.readline())

    def kill(self) -> None:
        """End it as a power cut would, as far as the process goes; safe to call twice."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        if self._process.stdout.closed:
            return
        for line in self._process.stdout.read().splitlines(keepends=True):
            if line.endswith("\n"):
                self._hear(line)
        self._process.stdout.close()

    def _hear(self, line: str) -> None:
        handed_in, kept_until = line.split()
        self.handed_in_s, self.kept_until_s = float(handed_in), float(kept_until)


@pytest.fixture
def child(path: Path) -> Iterator[Child]:
    process = Child(path)
    process.wait_until(0.0)
    yield process
    process.kill()


@pytest.fixture
def library() -> Iterator[Library]:
    """An empty, plain library."""
    with Library.open() as opened:
        yield opened
