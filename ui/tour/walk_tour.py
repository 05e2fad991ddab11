"""The tour's walk: asked where, strapped on, made ready, walked with pain, rated, summed up."""

from functools import partial

from coach.care.calibration import Step
from coach.walking.walk_start import Ground
from sensors.samples import StreamKind
from sensors.simulation.walks import guided_walk
from ui.home.window import HomeWindow
from ui.patient.after_pages import AfterPage, WalkSummaryPage
from ui.patient.before_pages import GroundPage, WearPage
from ui.patient.guided_window import GuidedWindow
from ui.patient.walk_flow import WalkFlow
from ui.tour.tour import Tour

_SPEED = 12.0
_MARK_PAIN_AT_S = 55.0


def walk(tour: Tour, home_window: HomeWindow) -> None:
    """Go through one walk of today."""
    home = home_window.home
    flow = WalkFlow(home, home_window, speed=_SPEED)
    flow.begin()
    if flow.window is None:
        return
    page = flow.page
    if isinstance(page, GroundPage):
        tour.picture(flow.window, "40_walk_where")
        if Ground.TREADMILL in page.ground.buttons:
            page.ground.buttons[Ground.TREADMILL].click()
            tour.picture(flow.window, "41_walk_treadmill")
            page.ground.buttons[Ground.OVERGROUND].click()
        page.next.click()
    if isinstance(flow.page, WearPage):
        tour.picture(flow.window, "42_walk_wear")
    flow.walk_with(partial(guided_walk, home.side, is_worn_before=False), StreamKind.RADIO)
    if isinstance(flow.page, GuidedWindow):
        _get_ready(tour, flow, flow.page)
        _walk(tour, flow, flow.page)
    tour.wait_for(lambda: isinstance(flow.page, AfterPage))
    if isinstance(flow.page, AfterPage):
        _rate(tour, flow, flow.page)
    flow.finish()


def _step(guided: GuidedWindow) -> Step | None:
    latest = guided.view.latest
    return None if latest is None or latest.guide is None else latest.guide.readiness.step


def _get_ready(tour: Tour, flow: WalkFlow, guided: GuidedWindow) -> None:
    seen: list[Step] = []

    def is_new_or_done() -> bool:
        step = _step(guided)
        return step is not None and step not in seen

    while Step.DONE not in seen and tour.wait_for(is_new_or_done):
        step = _step(guided)
        if step is not None and flow.window is not None:
            seen.append(step)
            tour.picture(flow.window, f"43_ready_{len(seen)}_{step.value}")
    guided.bar.begin.click()


def _walk(tour: Tour, flow: WalkFlow, guided: GuidedWindow) -> None:
    """One picture of every word the far view shows, of the pain panel and of the details."""
    seen: set[str] = set()
    is_marked = is_paused = False
    while isinstance(flow.page, GuidedWindow) and flow.window is not None:
        word = guided.view.state_view.accessibleName()
        if word not in seen:
            seen.add(word)
            tour.picture(flow.window, f"44_walk_{len(seen)}")
        latest = guided.view.latest
        elapsed_s = latest.elapsed_s if latest is not None else 0.0
        if not is_marked and elapsed_s > _MARK_PAIN_AT_S:
            is_marked = True
            guided.mark_pain()
        if guided.panel.isVisible():
            tour.picture(flow.window, "45_walk_pain")
            guided.panel.scale.buttons[3].click()
            guided.panel.keep.click()
        if is_marked and not is_paused and elapsed_s > _MARK_PAIN_AT_S + 10:
            is_paused = True
            guided.bar.details.click()
            tour.picture(flow.window, "46_walk_details")
            guided.bar.details.click()
        if not tour.wait_for(lambda: True):
            return
        tour.pause(20)


def _rate(tour: Tour, flow: WalkFlow, page: AfterPage) -> None:
    if flow.window is None:
        return
    tour.picture(flow.window, "47_walk_after")
    page.worst.buttons[4].click()
    page.now.buttons[3].click()
    tour.picture(flow.window, "48_walk_after_told")
    page.keep.click()
    if isinstance(flow.page, WalkSummaryPage):
        tour.picture(flow.window, "49_walk_summary")
