"""The window as a person uses it: keys and clicks in, words and state out."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.care.limits import Grade, Limit, LimitSource
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk
from sensors.errors import LinkError, RecordingError, SensorFault
from sensors.source import LinkChange, LinkState, Source, WearerMark
from tests.coach.walks import still, walked
from tests.ui.updates import OpenEnded
from ui.link import WalkLink
from ui.patient.help import HelpDialog
from ui.patient.walk_window import WalkPlan, WalkWindow
from ui.replay.window import ReplayWindow
from ui.sounds import Sound

Key = Qt.Key
Open = Callable[[Source], WalkWindow]
LIMIT = Limit(extension_deg=14.0, extension_interval_deg=(12.0, 16.0), grade=Grade.A)


@pytest.fixture
def walks() -> list[LiveWalk]:
    return []


@pytest.fixture
def open_window(qtbot: QtBot, walks: list[LiveWalk]) -> Iterator[Open]:
    windows = []

    def opened(source: Source) -> WalkWindow:
        def make_walk(limit: Limit | None) -> LiveWalk:
            settings = CoachSettings(GaitSettings.of(source.info), limit)
            walks.append(LiveWalk(source, settings, speed=0))
            return walks[-1]

        window = WalkWindow(WalkLink(make_walk), WalkPlan("SIMULATED WALK", LIMIT))
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def walking(open_window: Open, qtbot: QtBot) -> WalkWindow:
    window = open_window(OpenEnded())
    _press(window, Key.Key_Return)
    qtbot.waitUntil(
        lambda: window.view.latest is not None and (window.view.latest.t_s or 0) > 0.5,
        timeout=20_000,
    )
    return window


def _seconds(window: WalkWindow) -> float:
    latest = window.view.latest
    return 0.0 if latest is None or latest.t_s is None else latest.t_s


def _press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def _faces(window: WalkWindow) -> str:
    return window.view.state_view.face.word


def test_enter_on_the_first_button_starts_the_walk(walking: WalkWindow) -> None:
    assert walking.is_walking


def test_the_badge_says_that_nobody_walks(open_window: Open) -> None:
    window = open_window(OpenEnded())
    assert window.view.status.statements[0] == "SIMULATED WALK"


def test_a_standing_walker_is_seen(walking: WalkWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _faces(walking) in {"Stand still", "Standing"}, timeout=5_000)


def test_space_marks_pain_once_and_says_so(
    walking: WalkWindow, walks: list[LiveWalk], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(walking.sound_wanted, timeout=1000) as sound:
        _press(walking, Key.Key_Space)
    qtbot.waitUntil(lambda: walks[0].summary.n_pain_marks == 1, timeout=5_000)
    assert sound.args == [Sound.PAIN_MARK]
    assert walking.view.state_view.face.second == "pain marked"


def test_a_mark_made_at_the_sensor_is_heard_and_said(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(OpenEnded((still(0.0, 100), WearerMark(0.5))))
    with qtbot.waitSignal(window.sound_wanted, timeout=20_000) as sound:
        _press(window, Key.Key_Return)
    assert sound.args == [Sound.PAIN_MARK]
    assert window.view.state_view.face.second == "pain marked"


def test_a_held_space_bar_marks_once(
    walking: WalkWindow, walks: list[LiveWalk], qtbot: QtBot
) -> None:
    _press(walking, Key.Key_Space)
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Key.Key_Space.value,
        Qt.KeyboardModifier.NoModifier,
        " ",
        autorep=True,
    )
    QApplication.sendEvent(walking, held)
    qtbot.waitUntil(lambda: walks[0].summary.n_pain_marks == 1, timeout=5_000)
    qtbot.wait(30)
    assert walks[0].summary.n_pain_marks == 1


@pytest.mark.parametrize("name", ["pause", "end", "mute", "has_limit", "limit", "help"])
def test_space_means_pain_wherever_the_focus_is(
    walking: WalkWindow, walks: list[LiveWalk], qtbot: QtBot, name: str
) -> None:
    controls, limit = walking.view.controls, walking.view.details.limit
    getattr(limit if "limit" in name else controls, name).setFocus()
    _press(walking, Key.Key_Space)
    qtbot.waitUntil(lambda: walks[0].summary.n_pain_marks == 1, timeout=5_000)
    assert walking.is_walking
    assert limit.has_limit.isChecked()
    assert not controls.mute.isChecked()


def test_space_means_pain_with_the_help_open(
    walking: WalkWindow, walks: list[LiveWalk], qtbot: QtBot
) -> None:
    _press(walking, Key.Key_F1)
    (page,) = walking.findChildren(HelpDialog)
    qtbot.waitExposed(page)
    page.activateWindow()
    QTest.keyClick(page.page, Key.Key_Space)
    qtbot.waitUntil(lambda: walks[0].summary.n_pain_marks == 1, timeout=5_000)
    page.close()


def test_p_pauses_and_goes_on(walking: WalkWindow, qtbot: QtBot) -> None:
    _press(walking, Key.Key_P)
    qtbot.waitUntil(lambda: _faces(walking) == "Paused", timeout=5_000)
    assert walking.view.controls.pause.text() == "Go on (P)"
    _press(walking, Key.Key_P)
    qtbot.waitUntil(lambda: _faces(walking) != "Paused", timeout=5_000)


def test_p_pauses_from_inside_the_limit(walking: WalkWindow, qtbot: QtBot) -> None:
    walking.view.details.limit.limit.setFocus()
    _press(walking, Key.Key_P)
    qtbot.waitUntil(lambda: _faces(walking) == "Paused", timeout=5_000)


def test_m_mutes_and_lets_hear_again(walking: WalkWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(walking.muted, timeout=1000) as muted:
        _press(walking, Key.Key_M)
    assert muted.args == [True]
    with qtbot.waitSignal(walking.muted, timeout=1000) as muted:
        _press(walking, Key.Key_M)
    assert muted.args == [False]


def test_esc_never_ends_a_walk(walking: WalkWindow, qtbot: QtBot) -> None:
    _press(walking, Key.Key_Escape)
    qtbot.wait(30)
    assert walking.is_walking
    assert walking.isVisible()


def test_f11_shows_only_the_large_words_and_esc_comes_back(walking: WalkWindow) -> None:
    _press(walking, Key.Key_F11)
    assert not walking.view.controls.isVisible()
    assert walking.view.state_view.isVisible()
    assert walking.view.status.isVisible()
    QTest.keyClick(walking, Key.Key_Escape)
    assert walking.view.controls.isVisible()


def test_space_marks_pain_in_the_far_view(
    walking: WalkWindow, walks: list[LiveWalk], qtbot: QtBot
) -> None:
    _press(walking, Key.Key_F11)
    QTest.keyClick(walking, Key.Key_Space)
    qtbot.waitUntil(lambda: walks[0].summary.n_pain_marks == 1, timeout=5_000)


def test_f1_explains_what_is_measured(walking: WalkWindow) -> None:
    _press(walking, Key.Key_F1)
    (page,) = walking.findChildren(HelpDialog)
    told = page.page.toPlainText()
    page.close()
    assert "Hip extension, measured at the thigh" in told
    assert "The sensor does not see your pelvis" in told
    assert walking.is_walking


def test_the_limit_of_the_plan_is_used(walking: WalkWindow, walks: list[LiveWalk]) -> None:
    assert walks[0]._coach.limit == LIMIT


def test_a_limit_changed_by_hand_has_no_interval_and_no_grade(
    walking: WalkWindow, walks: list[LiveWalk], qtbot: QtBot
) -> None:
    QTest.mouseClick(walking.view.details.limit.step_up, Qt.MouseButton.LeftButton)
    by_hand = Limit(extension_deg=14.5, source=LimitSource.SET_BY_HAND)
    qtbot.waitUntil(lambda: walks[0]._coach.limit == by_hand, timeout=5_000)


def test_a_limit_that_somebody_set_can_only_be_lowered(qtbot: QtBot) -> None:
    def never(_limit: Limit | None) -> LiveWalk:
        raise AssertionError("the walk does not begin")

    window = WalkWindow(WalkLink(never), WalkPlan(limit=replace(LIMIT, set_by="Anna")))
    control = window.view.details.limit
    control.step_up.click()
    raised = control.limit.value()
    control.has_limit.click()
    control.step_down.click()
    assert (raised, control.has_limit.isChecked(), control.limit.value()) == (14.0, True, 13.5)
    window.close()
    window.deleteLater()


def test_end_walk_shows_the_summary(walking: WalkWindow, qtbot: QtBot) -> None:
    walking.view.controls.end.setFocus()
    _press(walking, Key.Key_Return)
    qtbot.waitUntil(walking.view.summary.isVisible, timeout=20_000)
    assert _faces(walking) == "Done"
    assert not walking.is_walking
    assert walking.exit_code == 0


def test_a_source_that_ends_ends_the_walk(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(walked(8.0))
    window.start()
    qtbot.waitUntil(window.view.summary.isVisible, timeout=20_000)
    assert window.view.summary.lines[0].endswith("of your strides were within your limit.")


def test_after_the_walk_space_presses_buttons_again(walking: WalkWindow, qtbot: QtBot) -> None:
    walking.view.controls.end.click()
    qtbot.waitUntil(walking.view.summary.isVisible, timeout=20_000)
    walking.view.controls.mute.setFocus()
    _press(walking, Key.Key_Space)
    assert walking.view.controls.mute.isChecked()


def test_an_error_is_told_in_three_parts_with_one_button(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(OpenEnded(error=RecordingError(SensorFault.TRUNCATED)))
    window.start()
    qtbot.waitUntil(lambda: bool(window.view.notice.said), timeout=20_000)
    for part in ("This file ends in the middle.", "It was not copied", "Copy the file again"):
        assert part in window.view.notice.said
    assert window.exit_code == 1
    window.view.notice.button.click()
    assert not window.isVisible()


def test_a_walk_that_never_began_is_not_summed_up(open_window: Open, qtbot: QtBot) -> None:
    connecting = LinkChange(LinkState.CONNECTING, None)
    error = LinkError(SensorFault.SENSOR_NOT_FOUND)
    window = open_window(OpenEnded((connecting,), error))
    window.start()
    qtbot.waitUntil(lambda: bool(window.view.notice.said), timeout=20_000)
    assert window.view.state_view.face.word == "No walk"
    assert not window.view.summary.isVisible()


def test_a_walk_that_broke_off_is_summed_up(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(OpenEnded(error=LinkError(SensorFault.LINK_LOST)))
    window.start()
    qtbot.waitUntil(lambda: bool(window.view.notice.said), timeout=20_000)
    assert window.view.state_view.face.word == "Ended"
    assert window.view.summary.isVisible()
    assert not window.view.summary.review.isVisible()  # nothing is kept here


def test_an_error_nobody_foresaw_shows_no_internals(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(OpenEnded(error=ZeroDivisionError("division by zero")))
    window.start()
    qtbot.waitUntil(lambda: bool(window.view.notice.said), timeout=20_000)
    assert "division" not in window.view.notice.said


def test_closing_the_window_ends_the_walk(walking: WalkWindow, walks: list[LiveWalk]) -> None:
    walking.close()
    assert walks[0]._stopping.is_set()


def test_the_whole_walk_can_be_looked_at(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(limit: Limit | None) -> LiveWalk:
        source = walked(8.0)
        settings = CoachSettings(GaitSettings.of(source.info), limit)
        return LiveWalk(source, settings, speed=None, out=tmp_path / "kept.hipwalk")

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    window = WalkWindow(WalkLink(kept), WalkPlan())
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(window.view.summary.isVisible, timeout=20_000)
    QTest.mouseClick(window.view.summary.review, Qt.MouseButton.LeftButton)
    (replay,) = window.findChildren(ReplayWindow)
    qtbot.waitUntil(lambda: replay.desk.session is not None, timeout=20_000)
    replay.close()
    window.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "link"]


def test_a_walk_that_was_not_kept_cannot_be_looked_at_again(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(walked(8.0))
    window.start()
    qtbot.waitUntil(window.view.summary.isVisible, timeout=20_000)
    assert not window.view.summary.review.isVisible()


def test_the_simulated_walk_offers_to_connect_a_sensor(qtbot: QtBot) -> None:
    def never(_limit: Limit | None) -> LiveWalk:
        raise AssertionError

    offered = WalkWindow(WalkLink(never), WalkPlan(offers_home=True))
    plain = WalkWindow(WalkLink(never), WalkPlan())
    for window in (offered, plain):
        qtbot.addWidget(window)
        window.show()
    assert offered.view.controls.home.isVisible()
    assert not plain.view.controls.home.isVisible()
    with qtbot.waitSignal(offered.view.controls.home_requested):
        offered.view.controls.home.click()


def test_a_walk_that_asks_for_something_first_waits_for_it(open_window: Open) -> None:
    window = open_window(OpenEnded())
    window.ask_first = lambda: True
    window.start()
    assert not window.is_walking
    window.ask_first = lambda: False
    window.start()
    assert window.is_walking
