"""The two days of the tour: the first one, and one after four weeks."""

from datetime import datetime, timedelta, timezone

from PySide6.QtWidgets import QMainWindow

from coach.care.symptoms import Region
from coach.care.warning_signs import Condition, Event, WarningSign
from coach.records.library import Library
from sensors.samples import Side
from ui.home.first_run import FirstRun
from ui.home.home import LANGUAGE_SETTING
from ui.home.opening import Opening
from ui.home.pages import PAGES
from ui.home.today_page import TodayPage
from ui.home.window import HomeWindow
from ui.look import LOOK_SETTING
from ui.replay.page import ReplayPage
from ui.tour.exercise_tour import exercises
from ui.tour.physio_tour import physio
from ui.tour.tour import Tour
from ui.tour.walk_tour import walk
from ui.tour.weeks import fill_weeks

_ZONE = timezone(timedelta(hours=2))
_FIRST_DAY = datetime(2026, 3, 2, 10, tzinfo=_ZONE)
_FOURTH_WEEK = _FIRST_DAY + timedelta(days=28)
_WHO = "Maija"


def first_day(tour: Tour) -> None:
    """Everything somebody new meets: the first run, then an empty home."""
    with Library.open() as library:
        library.save_setting(LANGUAGE_SETTING, tour.language)
        library.save_setting(LOOK_SETTING, tour.look)
    opening = Opening(tour.app, lambda: _FIRST_DAY)
    opening.begin()
    window = _window(opening)
    first = window.centralWidget()
    if isinstance(first, FirstRun):
        _first_run(tour, window, first)
    window = _window(opening)
    tour.picture(window, "11_today_first")
    opening.close()


def fourth_week(tour: Tour) -> None:
    """Every page of a home that has been lived in for four weeks."""
    with Library.open() as library:
        (person,) = library.people()
        fill_weeks(library, person, _FOURTH_WEEK)
    opening = Opening(tour.app, lambda: _FOURTH_WEEK)
    opening.begin()
    window = _window(opening)
    if isinstance(window, HomeWindow):
        _today(tour, window)
        walk(tour, window)
        for n, page in enumerate(PAGES[1:]):
            window.show_page(page.key)
            tour.picture(window, f"{30 + n}_{page.key}")
        exercises(tour, window)
        _replay(tour, window)
        physio(tour, window)
    opening.close()


def _window(opening: Opening) -> QMainWindow:
    if opening.window is None:
        raise RuntimeError("no window is open")
    return opening.window


def _first_run(tour: Tour, window: QMainWindow, first: FirstRun) -> None:
    tour.picture(window, "01_language")
    first.language.name.setText(_WHO)
    first.next.click()
    tour.picture(window, "02_what_it_is")
    first.next.click()
    hip = first.conditions.hips[Side.LEFT]
    hip.buttons[Event.FRACTURE].click()
    first.conditions.conditions.buttons[Condition.DIZZINESS].click()
    tour.picture(window, "03_conditions")
    for each in first.conditions.hips.values():
        each.buttons[None].click()
    first.conditions.conditions.buttons[Condition.DIZZINESS].click()
    first.next.click()
    tour.picture(window, "04_signs")
    calf = first.signs.form.answers[WarningSign.HOT_SWOLLEN_CALF]
    calf.buttons[True].click()
    tour.picture(window, "05_signs_help")
    calf.buttons[False].click()
    first.signs.form.no_to_all.click()
    first.next.click()
    first.symptoms.picture.pressed.emit((Region.DEEP_BUTTOCK, Side.RIGHT))
    tour.picture(window, "06_symptoms")
    first.next.click()
    first.leg.stature.setValue(168)
    tour.picture(window, "07_leg")
    first.next.click()
    tour.picture(window, "08_consent")
    first.consent.agree.buttons[True].click()
    first.next.click()


def _today(tour: Tour, window: HomeWindow) -> None:
    page = window.page
    tour.picture(window, "20_today_asks")
    if isinstance(page, TodayPage):
        page.pain.scale.buttons[2].click()
        tour.picture(window, "21_today_plan")
        page.pain.again.click()
        page.pain.scale.buttons[6].click()
        tour.picture(window, "22_today_sore")
        page.pain.again.click()
        page.pain.scale.buttons[2].click()


def _replay(tour: Tour, window: HomeWindow) -> None:
    window.show_page("replay")
    page = window.page
    walks = window.home.library.walks()
    if not isinstance(page, ReplayPage) or not walks:
        return
    page.desk.open(max(walks, key=lambda walk: walk.entry.n_over).path)
    view = page.desk.view
    tour.wait_for(lambda: page.desk.session is not None and page.desk.session.is_whole)
    session = page.desk.session
    if session is None:
        return
    for _ in range(5):
        session.step_cue(1)
    tour.picture(window, "60_replay_cue")
    view.tabs.setCurrentWidget(view.what_if)
    view.what_if.has_deg.setChecked(True)
    view.what_if.limit_deg.setValue(12.0)
    tour.wait_for(lambda: session.after is not None)
    tour.picture(window, "61_replay_what_if")
    view.tabs.setCurrentWidget(view.marks)
    session.set_loop((session.cursor_s - 2.0, session.cursor_s + 6.0))
    tour.picture(window, "62_replay_notes")
    page.desk.close_all()
