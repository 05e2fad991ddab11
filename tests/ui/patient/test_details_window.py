"""Plots and numbers below the far view, in a window of their own, and on a second display."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.records.library import Library
from tests.ui.patient.conftest import Begin, Worn
from ui.patient.details_window import DETAILS_SETTING, DetailsWish
from ui.patient.guided_window import GuidedWindow
from ui.patient.walk_flow import WalkFlow

_ON_TWO_DISPLAYS = """
import json
from PySide6.QtWidgets import QVBoxLayout, QWidget
from ui.app import make_application
from ui.patient.details_window import DetailsPlace, DetailsWish
from ui.patient.walk_view import WalkView

app = make_application("en")
far = QWidget()
view = WalkView()
QVBoxLayout(far).addWidget(view)
far.setScreen(app.screens()[0])
far.setGeometry(0, 0, 1000, 700)
far.show()


def place():
    made = DetailsPlace(view.details, far)
    made.below_wanted.connect(lambda on: view.show_far(is_far=not on))
    made.given_back.connect(view.take_details_back)
    return made


def see(place):
    app.processEvents()
    return {
        "on": place.apart.screen().name() if place.apart else None,
        "fills": place.apart is not None and place.apart.isMaximized(),
        "is_below": view.isAncestorOf(view.details) and view.details.isVisible(),
        "wish": [place.wish.is_open, place.wish.is_apart, place.wish.screen],
    }


facts = {}
first = place()
first.end()
first.toggle()
facts["opened"] = see(first)
first.toggle()
facts["closed"] = see(first)
first.toggle()
first.move()
facts["moved below"] = see(first)
first.end()
second = place()
second.restore(DetailsWish(is_open=True, screen="second"))
facts["restored"] = see(second)
second.end()
third = place()
third.restore(DetailsWish(is_open=False, screen="second"))
facts["not restored"] = see(third)
print(json.dumps(facts))
"""


def _screen(name: str, x: int) -> dict[str, Any]:
    size = {"width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, **size}


@pytest.fixture(scope="module")
def two_displays(tmp_path_factory: pytest.TempPathFactory) -> Any:
    config = tmp_path_factory.mktemp("displays") / "two.json"
    screens = [_screen("first", 0), _screen("second", 1280)]
    config.write_text(json.dumps({"screens": screens}), encoding="ascii")
    environ = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", _ON_TWO_DISPLAYS],
        env=environ,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def test_details_open_on_the_second_display_and_fill_it(two_displays: Any) -> None:
    assert two_displays["opened"]["on"] == "second"
    assert two_displays["opened"]["fills"]


def test_the_far_view_stays_clean_meanwhile(two_displays: Any) -> None:
    assert not two_displays["opened"]["is_below"]


def test_closed_details_are_nowhere(two_displays: Any) -> None:
    assert (two_displays["closed"]["on"], two_displays["closed"]["is_below"]) == (None, False)


def test_details_can_be_taken_below_all_the_same_and_that_is_remembered(two_displays: Any) -> None:
    below = two_displays["moved below"]
    assert (below["on"], below["is_below"], below["wish"][1]) == (None, True, False)


def test_the_next_walk_opens_them_on_the_display_they_were_on(two_displays: Any) -> None:
    assert two_displays["restored"]["on"] == "second"


def test_what_was_closed_stays_closed(two_displays: Any) -> None:
    assert two_displays["not restored"]["on"] is None


@pytest.fixture
def guided(begin: Begin) -> GuidedWindow:
    return begin(Worn())


def test_d_opens_and_closes_the_details(guided: GuidedWindow) -> None:
    seen = []
    for _ in range(2):
        QTest.keyClick(guided.window(), Qt.Key.Key_D)
        seen.append(guided.view.details.isVisible())
    assert seen == [True, False]


def test_the_button_shows_what_d_did(guided: GuidedWindow) -> None:
    QTest.keyClick(guided.window(), Qt.Key.Key_D)
    assert guided.bar.details.isChecked()


def test_a_window_of_their_own_leaves_the_far_view_its_room(
    guided: GuidedWindow, qtbot: QtBot
) -> None:
    whole = guided.view.state_view.height()
    guided.bar.details.click()
    guided.view.details.move_button.click()
    assert guided.details.apart is not None
    assert guided.details.apart.isVisible()
    qtbot.waitUntil(lambda: guided.view.state_view.height() == whole, timeout=5_000)


def test_closing_that_window_closes_the_details_and_not_the_walk(
    guided: GuidedWindow, qtbot: QtBot
) -> None:
    guided.details.open(is_apart=True)
    assert guided.details.apart is not None
    guided.details.apart.close()
    assert not guided.details.is_open
    assert guided.is_walking


def test_esc_there_closes_it(guided: GuidedWindow, qtbot: QtBot) -> None:
    guided.details.open(is_apart=True)
    window = guided.details.apart
    assert window is not None
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=5_000)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not guided.details.is_open


def test_the_full_far_view_closes_them_only_where_they_take_its_room(
    guided: GuidedWindow,
) -> None:
    guided.details.open(is_apart=True)
    guided.toggle_far()
    apart = guided.details.is_open
    guided.details.open(is_apart=False)
    guided.toggle_far()
    assert (apart, guided.details.is_open) == (True, False)


def test_details_never_come_over_the_only_display_by_themselves(guided: GuidedWindow) -> None:
    guided.details.restore(DetailsWish(is_open=True, is_apart=True))
    assert not guided.details.is_open


def test_a_guided_walk_s_limit_is_not_changed_there(guided: GuidedWindow) -> None:
    guided.bar.details.click()
    assert not guided.view.details.limit.isVisible()


def test_where_they_were_is_kept_with_the_walk_s_end(
    flow: WalkFlow, guided: GuidedWindow, library: Library
) -> None:
    guided.details.open(is_apart=False)
    guided.view.details.move_button.click()
    flow.finish()
    wish = library.setting(DETAILS_SETTING, DetailsWish)
    assert wish is not None
    assert (wish.is_open, wish.is_apart) == (True, True)
