"""Every format that is read is replayed; what was spoilt is told in words."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.records.schema import WalkState
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from coach.replay import worker
from coach.replay.what_if import Outcome
from tests.coach.records.conftest import STARTED_AT, header
from tests.coach.walks import still
from tests.sensors.imports import files
from tests.ui.replay.desks import opened
from ui.replay.desk import ReplayDesk
from ui.replay.session import ReplaySession

_FILES: dict[str, Callable[[], str]] = {
    "dot.csv": files.dot,
    "mt.txt": files.mt,
    "movesense.json": files.movesense_json,
    "wit.txt": files.witmotion_new,
    "wit_old.txt": files.witmotion_old,
    "movesense.csv": files.movesense_csv,
}
_FOLDERS: dict[str, Callable[[], Mapping[str, str]]] = {
    "metabase": files.metabase,
    "movesense pair": files.movesense_pair,
    "phyphox": files.phyphox,
    "Sensor Logger": files.sensor_logger,
}


def _answered(desk: ReplayDesk, qtbot: QtBot) -> ReplaySession:
    """Answer what is asked until the walk is shown."""
    for _ in range(4):
        qtbot.waitUntil(lambda: desk.session is not None or desk.stack.currentWidget() is desk.ask)
        if desk.session is not None:
            break
        desk.ask.up.setCurrentText("+x")
        desk.ask.front.setCurrentText("+z")
        desk.ask.rate.setValue(100.0)
        desk.ask.gyr.setCurrentText("deg/s")
        desk.ask.time.setCurrentText("ms")
        QTest.mouseClick(desk.ask.go_button, Qt.MouseButton.LeftButton)
    session = desk.session
    assert session is not None
    qtbot.waitUntil(lambda: session.is_whole)
    return session


@pytest.mark.parametrize("name", _FILES)
def test_a_file_of_each_format_is_replayed(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    path = tmp_path / name
    path.write_text(_FILES[name](), encoding="utf-8")
    desk.open(path)
    session = _answered(desk, qtbot)
    assert len(session.trace) == pytest.approx(files.N, abs=2)
    assert "leg length is not known" in desk.view.told.text()


@pytest.mark.parametrize("name", _FOLDERS)
def test_a_zip_of_each_format_is_replayed(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    desk.open(files.zipped(tmp_path / "export.zip", _FOLDERS[name]()))
    session = _answered(desk, qtbot)
    assert len(session.trace) == pytest.approx(files.N, abs=2)


def test_going_back_from_a_question_leaves_nothing_behind(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dot.csv"
    path.write_text(files.dot(), encoding="utf-8")
    desk.open(path)
    qtbot.waitUntil(lambda: desk.stack.currentWidget() is desk.ask)
    QTest.mouseClick(desk.ask.cancel_button, Qt.MouseButton.LeftButton)
    assert desk.stack.currentWidget() is desk.start


@pytest.mark.parametrize("seed", range(12))
def test_a_spoilt_walk_file_is_shown_or_told_never_silent(
    desk: ReplayDesk, walk_path: Path, qtbot: QtBot, seed: int
) -> None:
    draw = random.Random(seed)
    content = bytearray(walk_path.read_bytes())
    for _ in range(draw.choice((1, 20, 2000))):
        content[draw.randrange(len(content))] = draw.randrange(256)
    walk_path.write_bytes(content[: draw.choice((len(content), len(content) // 2, 3000))])
    desk.open(walk_path)

    def is_told() -> bool:
        session = desk.session
        is_whole = session is not None and session.is_whole
        return bool(desk.notice.said or desk.view.notice.said) or is_whole

    qtbot.waitUntil(is_told, timeout=20_000)


def test_samples_that_are_spoilt_leave_what_was_stored(
    desk: ReplayDesk, walk_path: Path, qtbot: QtBot
) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(walk_path, isolation_level=None)) as connection:
        connection.execute("UPDATE chunk SET crc32=1 WHERE id=60")
    desk.open(walk_path)
    qtbot.waitUntil(lambda: bool(desk.view.notice.said), timeout=20_000)
    assert desk.session is not None
    assert len(desk.session.lanes[0].peaks_s) > 100
    assert "What was stored with the walk is shown" in desk.view.notice.said


def test_what_nobody_foresaw_is_told_in_words(
    desk: ReplayDesk, walk_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Outcome:
        raise KeyError("nobody foresaw this")

    monkeypatch.setattr(worker, "as_recorded", broken)
    desk.open(walk_path)
    qtbot.waitUntil(lambda: bool(desk.view.notice.said), timeout=20_000)
    assert "nobody foresaw" not in desk.view.notice.said
    assert "went wrong with this walk" in desk.view.notice.said


def test_a_walk_that_was_cut_off_takes_notes(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    import sqlite3
    from contextlib import closing

    path = tmp_path / "walk.hipwalk"
    recorder = WalkRecorder(path, header(), commit_every_s=0.01)
    recorder.keep(still(0.0, 1000), (), ())
    recorder.close(STARTED_AT)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET value='recording' WHERE key='state'")
    session = opened(desk, path, qtbot)
    desk.view.tabs.setCurrentWidget(desk.view.marks)
    QTest.keyClicks(desk.view.marks.text, "the strap slid")
    QTest.keyClick(desk.view.marks.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(session.walk.notes) == 1)
    with WalkFile.open(path) as walk:
        assert walk.state is WalkState.RECOVERED
        assert walk.notes()[0].text == "the strap slid"


def test_what_is_left_of_a_damaged_walk_is_saved_and_shown(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _long_walk(tmp_path / "walk.hipwalk")
    data = bytearray(path.read_bytes())
    data[10_000:12_048] = bytes(2048)
    path.write_bytes(data)
    desk.open(path)
    qtbot.waitUntil(lambda: "damaged" in desk.notice.said)
    QTest.mouseClick(desk.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session is not None)
    assert desk.notice.said.startswith("Saved as walk-salvaged.hipwalk Seconds of the walk")
    assert desk.session is not None
    assert desk.session.walk.path == tmp_path / "walk-salvaged.hipwalk"


def test_where_nothing_is_left_of_a_damaged_walk_it_is_told(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _long_walk(tmp_path / "walk.hipwalk")
    path.write_bytes(path.read_bytes()[:2048])
    desk.open(path)
    qtbot.waitUntil(lambda: "damaged" in desk.notice.said)
    QTest.mouseClick(desk.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Nothing could be saved of walk.hipwalk." in desk.notice.said)
    assert [each.name for each in tmp_path.glob("*.hipwalk")] == ["walk.hipwalk"]


def _long_walk(path: Path) -> Path:
    recorder = WalkRecorder(path, header(), commit_every_s=0.01)
    recorder.keep(still(0.0, 6200), (), ())
    recorder.close(STARTED_AT)
    return path


def test_without_the_answer_that_is_needed_a_file_is_not_opened(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dot.csv"
    path.write_text(files.dot())
    desk.open(path)
    qtbot.waitUntil(lambda: desk.stack.currentWidget() is desk.ask)
    QTest.mouseClick(desk.ask.go_button, Qt.MouseButton.LeftButton)
    assert "the file cannot be opened without it" in desk.ask.why.text()


def test_the_axis_that_is_likely_to_point_up_is_chosen_and_said(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dot.csv"
    path.write_text(files.dot())
    desk.open(path)
    qtbot.waitUntil(lambda: desk.stack.currentWidget() is desk.ask)
    assert desk.ask.up.currentText() == "+x"
    assert "Most of the time +x points up in this file" in desk.ask.why.text()
    assert desk.ask.front.currentIndex() == 0
