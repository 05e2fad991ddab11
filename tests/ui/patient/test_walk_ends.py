"""Walks that end otherwise: closed, cut off, never begun, too short, or simulated."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.care.calibration import Step
from coach.care.pain_record import PainRecord
from coach.care.warning_signs import Check
from coach.keeping import Keeping
from coach.records.entries import WalkNote
from coach.records.recovery import CutOff
from sensors.ble_scan import FoundSensor
from sensors.samples import StreamKind
from sensors.simulation.scenario import Stand, Walk
from tests.ui.patient.conftest import Begin, Worn, readiness_step
from tests.ui.patient.flows import (
    FIRST,
    NO_DEVICE,
    after_page,
    minutes_walked,
    rated,
    to_sensor,
    walked,
)
from ui.home.home import Home
from ui.patient.after_pages import WalkSummaryPage
from ui.patient.before_pages import WearPage
from ui.patient.connect_sheet import ChosenSensor, ConnectSheet
from ui.patient.guided_window import GuidedWindow
from ui.patient.walk_flow import WalkFlow


def _in_mid_walk(begin: Begin, qtbot: QtBot) -> GuidedWindow:
    guided = begin(Worn((*FIRST, Stand(5.0), Walk(60.0), Stand(600.0))))
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: minutes_walked(guided) > 0.6, timeout=60_000)
    return guided


def test_closing_the_window_ends_the_walk_and_asks_first(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    _in_mid_walk(begin, qtbot)
    assert not flow._may_close()
    after_page(flow, qtbot)
    assert flow._may_close()


def test_a_walk_nobody_rated_is_in_the_list(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    walked(flow, begin, qtbot)
    assert flow.window is not None
    flow.window.close()
    (note,) = [noted.entry for noted in home.library.entries(home.person, WalkNote)]
    assert note.n_scored > 20
    assert home.library.entries(home.person, PainRecord) == ()
    assert flow._home_window.isVisible()


def test_a_program_that_is_asked_to_end_keeps_the_walk(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    _in_mid_walk(begin, qtbot)
    assert flow.window is not None
    flow.window.close()
    (note,) = [noted.entry for noted in home.library.entries(home.person, WalkNote)]
    assert note.n_scored > 20
    assert flow.page is None


def test_a_walk_that_was_cut_off_is_asked_about_first(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Home
) -> None:
    def cut_off(keeping: Keeping) -> CutOff:
        return CutOff(Path("walk.hipwalk"), datetime.now(UTC), 600.0)

    monkeypatch.setattr(Keeping, "cut_off", property(cut_off, lambda *_: None), raising=False)
    guided = begin(Worn((Stand(600.0),)))
    assert guided.view.notice.said.startswith("Continue this walk?")
    assert not guided.is_walking
    guided.view.notice.other_button.click()
    assert guided.is_walking


def test_leaving_before_anything_came_leads_home(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    guided = begin(Worn((Stand(600.0),)))
    guided._frames.stop()
    guided.bar.end.click()
    qtbot.waitUntil(lambda: flow.window is None, timeout=60_000)


def test_the_sensor_that_was_found_is_walked_with(
    flow: WalkFlow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.sensor_finder.SensorFinder.listen", lambda _: None)
    walked: list[StreamKind] = []
    monkeypatch.setattr(flow, "walk_with", lambda _, kind: walked.append(kind))
    to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    page.connect_button.click()
    assert flow.window is not None
    (sheet,) = flow.window.findChildren(ConnectSheet)
    sheet.chosen.emit(ChosenSensor(FoundSensor("DOT", "aa:bb", -60, None, NO_DEVICE), None))
    sheet.reject()
    assert walked == [StreamKind.RADIO]


def test_a_simulated_walk_leaves_nothing_in_the_diary(
    flow: WalkFlow, qtbot: QtBot, home: Home
) -> None:
    to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    page.simulation.click()
    guided = flow.page
    assert isinstance(guided, GuidedWindow)
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: isinstance(flow.page, WalkSummaryPage), timeout=60_000)
    assert isinstance(flow.page, WalkSummaryPage)
    assert flow.page.not_kept.isVisible()
    assert home.library.entries(home.person, WalkNote) == ()


def test_a_walk_that_never_began_is_not_asked_about(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    guided = begin(Worn((Stand(600.0),)))
    qtbot.waitUntil(lambda: guided.view.latest is not None, timeout=60_000)
    guided.bar.end.click()
    qtbot.waitUntil(lambda: flow.window is None, timeout=60_000)
    assert home.library.entries(home.person, WalkNote) == ()
    assert flow._home_window.notice.isHidden()


def test_a_walk_too_short_to_count_is_said_to_be_one(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.walking.walk_end._SHORTEST_S", 1e6)
    guided = begin(Worn())
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: flow.window is None, timeout=60_000)
    assert flow._home_window.notice.said.startswith("That was too short to count as a walk.")


def test_checks_are_not_touched(flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home) -> None:
    rated(walked(flow, begin, qtbot), 1, 1).keep.click()
    assert len(home.library.entries(home.person, Check)) == 1
