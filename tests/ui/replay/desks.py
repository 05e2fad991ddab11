"""A replay whose long work is done by a thread here instead of a process."""

import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.replay.worker import serve
from tests.coach.replay.walks import kept_walk
from ui.replay.desk import ReplayDesk
from ui.replay.session import ReplaySession
from ui.sounds import Sounds


class Thread(threading.Thread):
    """Stands for a process: it ends when the pipe is closed."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(target=serve, args=(connection,), daemon=True)
        self._theirs = connection
        self.start()

    def terminate(self) -> None:
        """Nothing to end by force."""


class Silence(Sounds):
    """Hears what is to be heard, without a sound."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def deliver(self, delivery: object) -> None:
        self.heard.append(delivery)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and data of nobody."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[ReplayDesk]:
    made = ReplayDesk(sounds=Silence(), run=Thread)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.close_all()


@pytest.fixture
def walk_path(tmp_path: Path) -> Path:
    return kept_walk(tmp_path / "walk.hipwalk")


@pytest.fixture
def session(desk: ReplayDesk, walk_path: Path, qtbot: QtBot) -> ReplaySession:
    """The kept walk, shown and gone through."""
    return opened(desk, walk_path, qtbot)


def opened(desk: ReplayDesk, path: Path, qtbot: QtBot) -> ReplaySession:
    desk.open(path)
    qtbot.waitUntil(lambda: desk.session is not None)
    session = desk.session
    assert session is not None
    qtbot.waitUntil(lambda: session.is_whole, timeout=20_000)
    return session
