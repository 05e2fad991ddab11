"""Leads a walk of the window through its pages."""

from typing import Any

from pytestqt.qtbot import QtBot

from coach.care.calibration import Step
from coach.walking.walk_start import Ground
from sensors.simulation.scenario import KneeLifts, Stand, Walk
from tests.ui.patient.conftest import Begin, Worn, readiness_step
from ui.patient.after_pages import AfterPage
from ui.patient.before_pages import GroundPage
from ui.patient.guided_window import GuidedWindow
from ui.patient.walk_flow import WalkFlow

NO_DEVICE: Any = None
FIRST = (Stand(2.0), KneeLifts(3), Stand(6.5), Walk(25.0), Stand(4.0))
AGAIN = (Stand(6.0), Walk(40.0), Stand(5.0))


def ground_page(flow: WalkFlow) -> GroundPage:
    flow.begin()
    assert isinstance(flow.page, GroundPage)
    return flow.page


def to_sensor(flow: WalkFlow) -> None:
    page = ground_page(flow)
    page.ground.buttons[Ground.OVERGROUND].click()
    page.next.click()


def after_page(flow: WalkFlow, qtbot: QtBot) -> AfterPage:
    qtbot.waitUntil(lambda: isinstance(flow.page, AfterPage), timeout=60_000)
    assert isinstance(flow.page, AfterPage)
    return flow.page


def walked(flow: WalkFlow, begin: Begin, qtbot: QtBot, worn: Worn | None = None) -> AfterPage:
    """A first walk to its end, begun as soon as it may."""
    guided = begin(worn or Worn())
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    return after_page(flow, qtbot)


def rated(after: AfterPage, worst: int, now: int) -> AfterPage:
    after.worst.buttons[worst].click()
    after.now.buttons[now].click()
    return after


def minutes_walked(guided: GuidedWindow) -> float:
    latest = guided.view.latest
    return 0.0 if latest is None else latest.elapsed_s / 60
