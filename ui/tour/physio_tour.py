"""The tour of the physiotherapist's area: the door, and every page behind it."""

from ui.home.window import HomeWindow
from ui.physio.area import PhysioArea
from ui.physio.tabs import TABS
from ui.tour.tour import Tour
from ui.tour.weeks import PHYSIO, PHYSIO_PIN

_READ_MS = 1500


def physio(tour: Tour, window: HomeWindow) -> None:
    """Go through the area as the physiotherapist of the made-up weeks."""
    window.show_page("physio")
    area = window.page
    if not isinstance(area, PhysioArea):
        return
    tour.picture(window, "70_physio_door")
    area.gate.entered.emit(PHYSIO, PHYSIO_PIN)
    tour.wait_for(lambda: area.open is not None)
    if area.open is None:
        return
    for n, tab in enumerate(TABS, 1):
        area.open.show_tab(tab.key)
        tour.pause(_READ_MS)  # walks are read in a thread
        tour.picture(window, f"7{n}_physio_{tab.key}")
    area.open.lock.click()
