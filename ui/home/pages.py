"""The pages of the home, in their order; each is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.home.home import Home

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its key, what its button says, and how it is made.

    A page with a method ``refresh()`` has it called whenever it is shown and when something was
    kept while it is; one with ``may_leave() -> bool`` is asked before another page is shown.
    """

    key: str
    title: Callable[[], str]
    make: "Callable[[Home], QWidget]"


def _today(home: "Home") -> QWidget:
    from ui.home.today_page import TodayPage

    return TodayPage(home)


def _trends(home: "Home") -> QWidget:
    from ui.patient.trends_page import TrendsPage

    return TrendsPage(home)


def _settings(home: "Home") -> QWidget:
    from ui.home.settings_page import SettingsPage

    return SettingsPage(home)


def _exercises(home: "Home") -> QWidget:
    from ui.exercises.page import ExercisesPage

    return ExercisesPage(home)


def _replay(home: "Home") -> QWidget:
    from ui.replay.page import ReplayPage

    return ReplayPage(home)


def _physio(home: "Home") -> QWidget:
    from ui.physio.area import PhysioArea

    return PhysioArea(home)


PAGES: tuple[Page, ...] = (
    Page("today", lambda: translate("home", "Today"), _today),
    Page("exercises", lambda: translate("home", "Exercises"), _exercises),
    Page("trends", lambda: translate("home", "Trends"), _trends),
    Page("replay", lambda: translate("home", "Recorded walks"), _replay),
    Page("physio", lambda: translate("home", "Physiotherapist"), _physio),
    Page("settings", lambda: translate("home", "Settings"), _settings),
)
