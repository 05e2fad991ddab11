"""A replay is moved by keys and mouse; nothing starts over and no stride is left out."""

from math import inf
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from coach.care.delivery import ScreenState, Tone
from coach.gait.events import Posture
from tests.ui.replay.desks import Silence
from ui import texts
from ui.replay.desk import ReplayDesk
from ui.replay.session import ReplaySession
from ui.replay.transport import Heard
from ui.replay.view import ReplayView


@pytest.fixture
def view(desk: ReplayDesk, session: ReplaySession, qtbot: QtBot) -> ReplayView:
    desk.activateWindow()
    desk.view.overview.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.view.overview)
    return desk.view


def _press(view: ReplayView, *keys: Qt.Key | str) -> None:
    for key in keys:
        target = QApplication.focusWidget() or view
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def test_arrows_go_five_seconds(view: ReplayView, session: ReplaySession) -> None:
    _press(view, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert session.cursor_s == pytest.approx(session.walk.start_s + 5.0)


def test_home_and_end_go_to_the_ends(view: ReplayView, session: ReplaySession) -> None:
    _press(view, Qt.Key.Key_End)
    assert session.cursor_s == session.playhead.extent[1]
    _press(view, Qt.Key.Key_Home)
    assert session.cursor_s == session.playhead.extent[0]


def test_comma_and_full_stop_go_from_stride_to_stride(
    view: ReplayView, session: ReplaySession
) -> None:
    peaks_s = [stride.peak_thigh_extension_s for stride in session.before.strides]
    _press(view, ".", ".", ".", ",")
    assert session.cursor_s == peaks_s[1]


def test_c_goes_to_the_next_cue_and_says_why(view: ReplayView, session: ReplaySession) -> None:
    _press(view, "c")
    assert session.cursor_s == session.before.cues[0].t_s
    assert "Limit: 20.0°" in view.at_cursor.why.text()
    assert "chance" in view.at_cursor.why.text()


def test_digits_set_the_speed(view: ReplayView, session: ReplaySession) -> None:
    _press(view, "8")
    assert session.playhead.speed == 8.0
    _press(view, "0")
    assert session.playhead.speed == inf


def test_s_goes_down_to_a_quarter(view: ReplayView, session: ReplaySession) -> None:
    _press(view, "s", "s", "s", "s")
    assert session.playhead.speed == 0.25


def test_brackets_loop_a_stretch_and_l_lifts_it(view: ReplayView, session: ReplaySession) -> None:
    session.go_to(20.0)
    _press(view, "[")
    session.go_to(30.0)
    _press(view, "]")
    assert session.playhead.loop == (20.0, 30.0)
    _press(view, "l")
    assert session.playhead.loop is None


def test_plus_and_minus_zoom(view: ReplayView, session: ReplaySession) -> None:
    _press(view, "+")
    assert session.window_s == 4.0
    _press(view, "-", "-")
    assert session.window_s == 16.0


def test_space_plays_and_stops(view: ReplayView, session: ReplaySession, qtbot: QtBot) -> None:
    _press(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.cursor_s > session.walk.start_s + 0.05)
    assert view.transport.play.text() == "Stop"
    _press(view, Qt.Key.Key_Space)
    assert not session.playhead.is_playing


def test_space_presses_the_button_the_keyboard_is_on(
    view: ReplayView, session: ReplaySession
) -> None:
    view.what_if.has_m.setChecked(False)
    view.tabs.setCurrentWidget(view.what_if)
    view.what_if.has_m.setFocus(Qt.FocusReason.TabFocusReason)
    _press(view, Qt.Key.Key_Space)
    assert view.what_if.has_m.isChecked()
    assert not session.playhead.is_playing


def test_a_click_on_a_button_leaves_the_keyboard_where_it_was(view: ReplayView) -> None:
    QTest.mouseClick(view.transport.play, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is view.overview
    view.stop()


def test_digits_typed_into_a_note_do_not_change_the_speed(
    view: ReplayView, session: ReplaySession
) -> None:
    _press(view, "n")
    _press(view, "8 c.")
    assert view.marks.text.text() == "8 c."
    assert session.playhead.speed == 1.0


def test_going_somewhere_while_playing_goes_on_from_there(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    _press(view, Qt.Key.Key_Space)
    _scrub(view, 0.5)
    qtbot.waitUntil(lambda: session.playhead.is_playing)
    half_s = sum(session.playhead.extent) / 2
    assert session.cursor_s == pytest.approx(half_s, abs=3.0)
    view.stop()


def _scrub(view: ReplayView, share: float) -> None:
    scale = view.overview.scale
    x = scale.left_px + share * (scale.right_px - scale.left_px)
    place = QPoint(round(x), 60)
    QTest.mousePress(view.overview, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(view.overview, Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_the_timeline_goes_there(view: ReplayView, session: ReplaySession) -> None:
    _scrub(view, 0.25)
    first_s, last_s = session.playhead.extent
    assert session.cursor_s == pytest.approx(first_s + (last_s - first_s) / 4, abs=0.5)


def test_a_drag_with_shift_makes_a_loop(view: ReplayView, session: ReplaySession) -> None:
    overview, shift = view.overview, Qt.KeyboardModifier.ShiftModifier
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(overview, left, shift, QPoint(200, 60))
    QTest.mouseMove(overview, QPoint(300, 60))
    overview.region_chosen.emit(overview.scale.t_s(200), overview.scale.t_s(300))
    QTest.mouseRelease(overview, left, shift, QPoint(300, 60))
    assert session.playhead.loop is not None
    assert session.playhead.loop[1] > session.playhead.loop[0]


@pytest.mark.parametrize("speed", [1.0, 8.0, inf])
def test_no_stride_is_left_out_while_playing(
    view: ReplayView, session: ReplaySession, speed: float
) -> None:
    view.set_speed(speed)
    session.playhead.is_playing = True
    seen, frame_s = [], 1 / 60
    while session.playhead.is_playing:
        for from_s, to_s in session.advance(frame_s):
            seen += [
                stride
                for stride in session.before.strides
                if from_s < stride.peak_thigh_extension_s <= to_s
            ]
    assert seen == list(session.before.strides)


def test_every_frame_shows_where_it_stands(view: ReplayView, session: ReplaySession) -> None:
    session.go_to(40.0)
    QApplication.processEvents()
    n_painted = view.detail.n_painted
    session.playhead.is_playing = True
    for _ in range(10):
        session.advance(1 / 60)
        view.repaint()
    assert view.detail.n_painted == n_painted + 10


def test_the_cues_are_heard_as_they_were(
    desk: ReplayDesk, view: ReplayView, session: ReplaySession
) -> None:
    silence = desk.findChild(Silence) or desk._sounds
    view.heard_requested.emit(Heard.AS_IT_WAS)
    view.set_speed(8.0)
    session.playhead.is_playing = True
    while session.playhead.is_playing:
        session.advance(1 / 60)
    tones = [each for each in session.before.deliveries if isinstance(each.code, Tone)]
    assert isinstance(silence, Silence)
    assert [each for each in silence.heard if isinstance(each.code, Tone)] == tones  # type: ignore[attr-defined]
    assert tones


def test_the_far_view_is_as_the_patient_saw_it(view: ReplayView, session: ReplaySession) -> None:
    good = next(each for each in session.before.deliveries if each.code is ScreenState.GOOD)
    session.go_to(good.t_s + 0.01)
    assert view.at_cursor.far.face == texts.face(ScreenState.GOOD)


def test_the_far_view_may_be_as_it_would_be(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    view.what_if.has_deg.setChecked(False)
    qtbot.waitUntil(lambda: session.after is not None)
    view.transport.heard_requested.emit(Heard.AS_IT_WOULD_BE)
    session.go_to(40.0)
    assert view.at_cursor.far.face == texts.face(ScreenState.NO_LIMIT)
    view.transport.heard_requested.emit(Heard.AS_IT_WAS)
    assert view.at_cursor.far.face != texts.face(ScreenState.NO_LIMIT)


def test_the_leg_stands_as_the_thigh_did(view: ReplayView, session: ReplaySession) -> None:
    stride = next(each for each in session.before.strides if each.is_scored)
    session.go_to(stride.peak_thigh_extension_s)
    angle = texts.degrees(round(session.extension_deg() or 0.0, 1))
    assert view.at_cursor.leg.text == f"{angle} behind"
    assert session.posture() is Posture.WALKING


def test_the_physio_asks_for_a_limit_with_one_click_and_three_keys(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    bar = view.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    qtbot.waitUntil(view.what_if.limit_deg.hasFocus)
    _press(view, "18")
    qtbot.waitUntil(lambda: session.after is not None)
    n_cues = len(session.after.cues) if session.after else -1
    assert view.what_if.answer.text() == (
        f"With a limit of 18.0° there would have been {n_cues} cues."
    )


def test_the_difference_is_told_in_words_and_numbers(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    view.what_if.limit_deg.setValue(40.0)
    qtbot.waitUntil(lambda: session.after is not None)
    n_before = len(session.before.cues)
    assert f"Fewer cues: {n_before} (there were {n_before}" in view.what_if.words.text()
    assert "Painful strides now missed: 2." in view.what_if.words.text()
    assert view.what_if.table.cells[1, 2].text() == "0"


def test_changes_are_gone_through_one_by_one(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    view.what_if.limit_deg.setValue(40.0)
    qtbot.waitUntil(lambda: session.after is not None)
    view.tabs.setCurrentWidget(view.what_if)
    QTest.mouseClick(view.what_if.on_button, Qt.MouseButton.LeftButton)
    assert session.cursor_s == session.before.cues[0].t_s


def test_the_standing_line_is_taken_from_the_loop(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    stood_deg = session.trace.mean_deg(3.0, 4.5)
    assert stood_deg is not None
    session.set_loop((3.0, 4.5))
    view.tabs.setCurrentWidget(view.what_if)
    QTest.mouseClick(view.what_if.stand_button, Qt.MouseButton.LeftButton)
    assert view.what_if.shift.value() == pytest.approx(-stood_deg, abs=0.06)


def test_a_known_distance_makes_other_lengths(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    session.set_loop((6.0, 40.0))
    view.tabs.setCurrentWidget(view.what_if)
    view.what_if.distance.setValue(30.0)
    QTest.mouseClick(view.what_if.distance_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.after is not None, timeout=20_000)
    before, after = session.figures()
    assert after is not None
    assert after.median_stride_length_m != before.median_stride_length_m


def test_a_limit_in_metres_judges_by_length(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    view.what_if.limit_m.setValue(1.0)
    view.what_if.has_deg.setChecked(False)
    view.what_if.has_m.setChecked(True)
    qtbot.waitUntil(lambda: session.after is not None and bool(session.after.cues))
    assert session.after is not None
    session.set_hears_after(hears_after=True)
    session.go_to(session.after.cues[-1].t_s)
    assert "Limit: 1.00 m of stride" in view.at_cursor.why.text()


def test_reading_can_be_stopped_and_what_was_stored_stays(
    desk: ReplayDesk, walk_path: Path, qtbot: QtBot
) -> None:
    desk.open(walk_path)
    qtbot.waitUntil(lambda: desk.session is not None and len(desk.session.trace) > 0)
    QTest.mouseClick(desk.view.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.analyst.is_busy)
    session = desk.session
    assert session is not None
    assert (session.is_whole, desk.view.progress.isHidden()) == (False, True)
    assert len(session.lanes[0].peaks_s) > 100


def test_everything_has_a_name(view: ReplayView) -> None:
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox)
        for widget in view.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not _is_part_of_another(widget)
        and not view.notice.isAncestorOf(widget)  # says something only while it is shown
    ]
    assert nameless == []


def _is_part_of_another(widget: QWidget) -> bool:
    return widget.objectName().startswith(("qt_", "Scroll")) or widget.parent() is None


def test_the_timeline_has_its_text_equivalent(view: ReplayView, session: ReplaySession) -> None:
    told = view.overview.accessibleDescription()
    assert f"Strides: {len(session.before.strides)}." in told
    assert f"Cues: {len(session.before.cues)}." in told


def test_numbers_are_finnish_in_finnish(
    desk: ReplayDesk, session: ReplaySession, finnish: None
) -> None:
    desk.view.at_cursor.follow(session)
    session.step_cue(1)
    assert "20,0°" in desk.view.at_cursor.why.text()


def test_b_shows_the_cursor_as_it_would_be(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    view.what_if.limit_deg.setValue(10.0)
    qtbot.waitUntil(lambda: session.after is not None)
    view.overview.setFocus()
    _press(view, "b")
    assert view.at_cursor.other.isChecked()
    _press(view, "c")
    assert "Limit: 10.0°" in view.at_cursor.why.text()
    _press(view, "b")
    assert session.outcome is session.before


def test_the_same_settings_by_this_version_change_nothing_here(
    view: ReplayView, session: ReplaySession, qtbot: QtBot
) -> None:
    view.tabs.setCurrentWidget(view.what_if)
    QTest.mouseClick(view.what_if.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.after is not None)
    assert session.after is not None
    assert session.after.strides == session.before.strides
    assert "hipcoach" in view.what_if.programs.text()
