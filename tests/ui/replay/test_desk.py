"""A walk is opened, asked about, marked and kept as a person does it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.records import keys
from coach.records.marks import NoteTag
from coach.records.schema import WalkState
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from coach.replay.recent import recent_walks, remember_replayed
from tests.coach.records.conftest import STARTED_AT, header
from tests.coach.replay.walks import empty_walk, kept_walk
from tests.coach.walks import still, walked, write_csv
from tests.ui.replay.desks import opened
from ui.locking import UnlockDialog
from ui.replay.desk import ReplayDesk
from ui.replay.session import ReplaySession
from ui.replay.window import ReplayWindow

_PASSPHRASE = "correct horse battery"


def _phone_export(folder: Path) -> Path:
    rows = [f"{i / 100},9.81,0,0,0,0,0" for i in range(900)]
    head = "Time (s),Acceleration x (m/s^2),Acceleration y (m/s^2),Acceleration z (m/s^2),"
    head += "Gyroscope x (rad/s),Gyroscope y (rad/s),Gyroscope z (rad/s)"
    path = folder / "phone.csv"
    path.write_text("\n".join([head, *rows]) + "\n")
    return path


def test_what_was_stored_is_shown_before_the_samples_are_gone_through(
    desk: ReplayDesk, walk_path: Path, qtbot: QtBot
) -> None:
    lanes = []
    desk.shown.connect(lambda _: lanes.append(desk.view.session and desk.view.session.lanes[0]))
    desk.open(walk_path)
    qtbot.waitUntil(lambda: bool(lanes))
    assert lanes[0]
    assert len(lanes[0].peaks_s) > 100
    assert len(lanes[0].cues_s) > 5


def test_the_trace_follows(session: ReplaySession) -> None:
    assert len(session.trace) == pytest.approx(100 * (session.walk.info.duration_s or 0), abs=3)


def test_a_file_that_is_dropped_opens(desk: ReplayDesk, walk_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(walk_path))])
    desk.dropEvent(
        QDropEvent(
            QPoint(10, 10), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    qtbot.waitUntil(lambda: desk.session is not None)


def test_the_open_button_asks_for_a_file(
    desk: ReplayDesk, walk_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(walk_path), ""))
    QTest.mouseClick(desk.start.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session is not None)


def test_a_recent_walk_opens_with_one_press(
    walk_path: Path, desk: ReplayDesk, qtbot: QtBot
) -> None:
    remember_replayed(walk_path)
    desk.refresh()
    desk.start.list.setCurrentRow(0)
    QTest.keyClick(desk.start.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session is not None)


def test_a_walk_that_was_shown_is_remembered(session: ReplaySession, walk_path: Path) -> None:
    assert recent_walks() == (walk_path,)


def test_the_list_is_forgotten_when_asked(desk: ReplayDesk, walk_path: Path, qtbot: QtBot) -> None:
    remember_replayed(walk_path)
    desk.refresh()
    QTest.mouseClick(desk.start.forget_button, Qt.MouseButton.LeftButton)
    assert recent_walks() == ()
    assert not desk.start.list.isVisible()


def test_a_file_that_is_no_walk_is_told_in_words(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "letter.hipwalk"
    path.write_text("dear diary")
    desk.open(path)
    qtbot.waitUntil(lambda: bool(desk.notice.said))
    assert "letter.hipwalk" in desk.notice.said
    assert desk.stack.currentWidget() is desk.start


def test_a_bad_file_leaves_the_walk_before_it_on_the_screen(
    desk: ReplayDesk, session: ReplaySession, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(tmp_path / "nothing.hipwalk")
    qtbot.waitUntil(lambda: bool(desk.notice.said))
    assert desk.session is session


def test_a_cut_off_walk_says_that_all_is_here(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "walk.hipwalk"
    recorder = WalkRecorder(path, header(), commit_every_s=0.01)
    recorder.keep(still(0.0, 6200), (), ())
    recorder.close(STARTED_AT)
    _set_state(path, WalkState.RECORDING)
    opened(desk, path, qtbot)
    assert desk.view.told.text().startswith(
        "This walk ended without closing. All 1 min 2 s are here."
    )


def _set_state(path: Path, state: WalkState) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET value=? WHERE key='state'", (state,))


def test_a_walk_without_samples_is_shown(desk: ReplayDesk, tmp_path: Path, qtbot: QtBot) -> None:
    session = opened(desk, empty_walk(tmp_path / "walk.hipwalk"), qtbot)
    session.step_stride(1)
    assert session.cursor_s == 0.0


def test_a_locked_walk_asks_for_its_passphrase_and_opens(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    from coach.records.copies import share

    path = tmp_path / "locked.hipwalk"
    share(kept_walk(tmp_path / "walk.hipwalk"), path, key=keys.shared_file_key(_PASSPHRASE))
    keys.forget()
    desk.open(path)
    qtbot.waitUntil(lambda: bool(desk.findChildren(UnlockDialog)))
    (dialog,) = desk.findChildren(UnlockDialog)
    QTest.keyClicks(dialog.passphrase, _PASSPHRASE)
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session is not None, timeout=10_000)
    keys.forget()


def test_an_export_that_lacks_its_placement_is_asked_about_and_opens(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(_phone_export(tmp_path))
    qtbot.waitUntil(lambda: desk.stack.currentWidget() is desk.ask)
    assert desk.ask.up.isVisible()
    assert not desk.ask.acc.isVisible()
    desk.ask.up.setCurrentText("+x")
    desk.ask.front.setCurrentText("+z")
    desk.ask.leg_length.setValue(0.85)
    QTest.mouseClick(desk.ask.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session is not None)
    assert desk.session is not None
    assert desk.session.walk.gait.leg_length_m == 0.85
    assert desk.session.walk.maker


def test_axes_that_are_the_same_are_asked_again(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(_phone_export(tmp_path))
    qtbot.waitUntil(lambda: desk.stack.currentWidget() is desk.ask)
    desk.ask.up.setCurrentText("+x")
    desk.ask.front.setCurrentText("-x")
    QTest.mouseClick(desk.ask.go_button, Qt.MouseButton.LeftButton)
    assert desk.stack.currentWidget() is desk.ask
    assert "different axes" in desk.ask.why.text()


def test_what_a_recording_could_not_know_is_said_and_asked(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_csv(tmp_path / "walk.csv.gz", walked(20.0))
    (tmp_path / "walk.json").unlink()
    before = opened(desk, path, qtbot)
    assert "leg length is not known" in desk.view.told.text()
    assert {stride.stride_length_m for stride in before.before.strides} == {None}
    QTest.mouseClick(desk.view.tell_button, Qt.MouseButton.LeftButton)
    desk.ask.leg_length.setValue(0.9)
    desk.ask.side.setCurrentIndex(2)
    QTest.mouseClick(desk.ask.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session not in {None, before})
    session = desk.session
    assert session is not None
    qtbot.waitUntil(lambda: session.is_whole)
    assert any(stride.stride_length_m for stride in session.before.strides)


def test_a_note_is_kept_in_the_walks_own_file(
    desk: ReplayDesk, session: ReplaySession, walk_path: Path, qtbot: QtBot
) -> None:
    session.go_to(30.0)
    marks = desk.view.marks
    desk.view.tabs.setCurrentWidget(marks)
    marks.tag.setCurrentIndex(2)
    QTest.keyClicks(marks.text, "limps here")
    QTest.keyClick(marks.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(session.walk.notes) == 1)
    with WalkFile.open(walk_path) as walk:
        assert walk.notes() == ((30.0, "limps here", None, NoteTag.GAIT),)
    assert "limps here" in marks.list.item(0).text()


def test_a_note_may_be_about_the_loop(
    desk: ReplayDesk, session: ReplaySession, walk_path: Path, qtbot: QtBot
) -> None:
    session.set_loop((20.0, 25.0))
    marks = desk.view.marks
    desk.view.tabs.setCurrentWidget(marks)
    marks.scope.setCurrentIndex(1)
    QTest.keyClicks(marks.text, "uneven")
    QTest.mouseClick(marks.keep_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(session.walk.notes) == 1)
    with WalkFile.open(walk_path) as walk:
        assert walk.notes() == ((20.0, "uneven", 25.0, None),)


def test_a_mark_in_the_list_leads_there(
    desk: ReplayDesk, session: ReplaySession, qtbot: QtBot
) -> None:
    desk.view.tabs.setCurrentWidget(desk.view.marks)
    desk.view.marks.list.setCurrentRow(0)
    QTest.keyClick(desk.view.marks.list, Qt.Key.Key_Return)
    assert session.cursor_s == session.pain_s[0]


def test_an_analysis_is_kept_beside_the_recorded_one(
    desk: ReplayDesk, session: ReplaySession, walk_path: Path, qtbot: QtBot
) -> None:
    panel = desk.view.what_if
    panel.limit_deg.setValue(14.0)
    qtbot.waitUntil(lambda: session.after is not None)
    desk.view.tabs.setCurrentWidget(panel)
    QTest.mouseClick(panel.keep_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(session.walk.analyses) == 2)
    assert session.after is not None
    with WalkFile.open(walk_path) as walk:
        assert walk.strides() == session.before.strides
        assert walk.decisions() == session.before.decisions
        assert walk.decisions(2) == session.after.decisions
        limit = walk.analyses()[1].settings.limit
    assert limit is not None
    assert limit.extension_deg == 14.0
    assert panel.kept.count() == 2


def test_an_analysis_that_was_kept_is_shown_again(
    desk: ReplayDesk, session: ReplaySession, qtbot: QtBot
) -> None:
    panel = desk.view.what_if
    panel.limit_deg.setValue(14.0)
    qtbot.waitUntil(lambda: session.after is not None)
    first = session.after
    desk.view.tabs.setCurrentWidget(panel)
    QTest.mouseClick(panel.keep_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.kept.count() == 2)
    QTest.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert len(session.lanes) == 1
    panel.kept.setCurrentIndex(1)
    panel.kept.activated.emit(1)
    qtbot.waitUntil(lambda: session.after is not None)
    assert first is not None
    assert session.after is not None
    assert session.after.decisions == first.decisions
    assert panel.limit_deg.value() == 14.0


def _saved(desk: ReplayDesk, button: QPushButton, target: Path, qtbot: QtBot) -> list[str]:
    """The lines of a file that a button of the remarks' tab writes."""
    desk.view.tabs.setCurrentWidget(desk.view.marks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: target.name in desk.view.marks.said.text())
    return target.read_text().splitlines()


def test_a_stretch_leaves_as_samples(
    desk: ReplayDesk, session: ReplaySession, tmp_path: Path, qtbot: QtBot
) -> None:
    session.set_loop((20.0, 25.0))
    lines = _saved(desk, desk.view.marks.samples_button, tmp_path / "part.csv", qtbot)
    times_s = [float(line.split(",")[0]) for line in lines[1:]]
    assert (times_s[0], times_s[-1]) == pytest.approx((20.0, 25.0), abs=0.02)


def test_a_stretch_leaves_as_strides(
    desk: ReplayDesk, session: ReplaySession, tmp_path: Path, qtbot: QtBot
) -> None:
    session.set_loop((20.0, 25.0))
    lines = _saved(desk, desk.view.marks.strides_button, tmp_path / "part.csv", qtbot)
    n_within = sum(20.0 <= s.peak_thigh_extension_s <= 25.0 for s in session.before.strides)
    assert len(lines) == 1 + n_within


def test_a_file_that_is_there_is_not_written_over(
    desk: ReplayDesk,
    session: ReplaySession,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "mine.csv"
    target.write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    desk.view.tabs.setCurrentWidget(desk.view.marks)
    QTest.mouseClick(desk.view.marks.strides_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Choose another name" in desk.view.marks.said.text())
    assert target.read_text() == "mine"


def test_a_recording_is_kept_as_a_walk_and_then_takes_notes(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(desk, write_csv(tmp_path / "walk.csv.gz", walked(12.0)), qtbot)
    target = tmp_path / "mine.hipwalk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    desk.view.tabs.setCurrentWidget(desk.view.marks)
    assert not desk.view.marks.text.isEnabled()
    QTest.mouseClick(desk.view.marks.keep_walk_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session not in {None, first}, timeout=20_000)
    assert desk.session is not None
    assert desk.session.walk.path == target
    assert desk.view.marks.text.isEnabled()


def test_a_limit_of_a_recording_of_others_has_its_answer(
    desk: ReplayDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(desk, write_csv(tmp_path / "walk.csv.gz", walked(30.0)), qtbot)
    panel = desk.view.what_if
    panel.has_deg.setChecked(True)
    panel.limit_deg.setValue(12.0)
    qtbot.waitUntil(lambda: session.after is not None)
    assert session.what is not None
    assert session.what.limit == Limit(extension_deg=12.0)
    assert panel.answer.text().startswith("With a limit of 12.0° there would have been ")


def test_the_window_is_named_after_the_walk(walk_path: Path, qtbot: QtBot) -> None:
    window = ReplayWindow()
    qtbot.addWidget(window)
    window.desk.open(walk_path)
    qtbot.waitUntil(lambda: "walk" in window.windowTitle(), timeout=10_000)
    session = window.desk.session
    assert session is not None
    qtbot.waitUntil(lambda: session.is_whole, timeout=30_000)
    window.close()


def test_a_window_of_its_own_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = ReplayWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert (window.width() <= room.width(), window.height() <= room.height()) == (True, True)


def test_a_walk_opens_at_the_moment_that_was_asked_for(
    desk: ReplayDesk, walk_path: Path, qtbot: QtBot
) -> None:
    desk.open(walk_path, at_s=20.0)
    qtbot.waitUntil(lambda: desk.session is not None)
    assert desk.session is not None
    assert desk.session.cursor_s == 20.0


def test_the_next_walk_opens_at_its_start(desk: ReplayDesk, walk_path: Path, qtbot: QtBot) -> None:
    desk.open(walk_path, at_s=20.0)
    qtbot.waitUntil(lambda: desk.session is not None)
    with qtbot.waitSignal(desk.shown):
        desk.open(walk_path)
    assert desk.session is not None
    assert desk.session.cursor_s == desk.session.walk.start_s
