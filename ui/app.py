"""The application: language, theme, and the window of a walk from its first paint to its end."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

import assets
from sensors.samples import StreamKind
from ui import texts
from ui.collecting import CollectsHere
from ui.interrupt import Interrupts
from ui.locking import LockGuard, tell_locked
from ui.look import dress, follow_system, has_motion
from ui.patient.walk_window import WalkPlan
from ui.sensor_choice import SensorChoice
from ui.walk_session import WalkSession, badge_of

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.coach import CoachSettings
    from coach.keeping import Keeping
    from coach.live import LiveWalk
    from coach.records.places import Place
    from sensors.source import Source

LANGUAGE_VARIABLE = "HIPCOACH_LANGUAGE"


def make_application(language: str | None = None) -> QApplication:
    """Return the one application, in its language and colours.

    Parameters
    ----------
    language
        Such as ``fi`` or ``en_GB``; else `LANGUAGE_VARIABLE`, else what the system speaks.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        CollectsHere(app)
    app.setApplicationName("hipcoach")
    app.setApplicationDisplayName(texts.app_name())
    speak(app, language or os.environ.get(LANGUAGE_VARIABLE))
    dress(app)
    follow_system(app)
    return app


def speak(app: QApplication, language: str | None) -> None:
    """Set the language of words and numbers; without a name, the system's."""
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    _translate(
        app, locale, "qtbase", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    )
    folder = Path(assets.__file__).parent / "translations"
    _translate(app, locale, "hipcoach", folder)


def _translate(app: QApplication, locale: QLocale, name: str, folder: Path) -> None:
    translator = QTranslator(app)
    if translator.load(locale, name, "_", str(folder)):
        app.installTranslator(translator)


class AfterFirstPaint(QObject):
    """Calls a function once, right after a widget was painted for the first time."""

    def __init__(self, widget: QWidget, function: Callable[[], None]) -> None:
        super().__init__(widget)
        self._function = function
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event, and let it pass."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._function)
        return False


def run_window(
    prepare: "Callable[..., tuple[Source, CoachSettings, Place | None]]",
    *,
    kind: StreamKind,
    limit: "Limit | None" = None,
    speed: float | None = 1.0,
    finds_sensor: bool = False,
    keeping: "Keeping | None" = None,
) -> int:
    """Show a walk in the window until it is closed, and return the exit code.

    It is `coach.cli.OPENS_HOME` when the person wants a home of their own instead.

    Parameters
    ----------
    prepare : callable
        Gives source, settings and the place where the walk is kept (None keeps nothing). It is
        called on the walk's thread, after the first paint.
    kind : StreamKind
        A recording or simulation starts by itself, and is labelled as what it is.
    limit : Limit or None
        What the walk is judged by at first.
    speed : float or None
        How fast a recording or simulation is played; None is as fast as possible.
    finds_sensor : bool
        The walk begins once a sensor was found; `prepare` gets it, and what it must be.
    keeping : Keeping or None
        What is to be asked and told of where the walk is kept, before it begins.
    """
    app = make_application()
    choice = SensorChoice() if finds_sensor else None

    def make_walk(limit: "Limit | None") -> "LiveWalk":
        from coach.live import LiveWalk

        source, settings, place = prepare() if choice is None else prepare(*choice.chosen)
        return LiveWalk(source, replace(settings, limit=limit), speed=speed, out=place)

    plan = WalkPlan(
        badge=badge_of(kind),
        limit=limit,
        starts_itself=kind is not StreamKind.RADIO,
        offers_home=kind is StreamKind.SIMULATION,
    )
    session = WalkSession(make_walk, plan, has_motion=has_motion())
    session.ask_first(keeping, choice)
    return _exit_code(app, session, starts=plan.starts_itself or finds_sensor)


def _exit_code(app: QApplication, session: WalkSession, *, starts: bool) -> int:
    """Show the window of a walk until it is closed; with `starts` the walk begins by itself."""
    window = session.window
    guard = LockGuard(window, partial(tell_locked, window))

    def after_first_paint() -> None:
        session.open_sounds()
        if starts:
            window.start()

    AfterFirstPaint(window.view.state_view, after_first_paint)
    window.setGeometry(app.primaryScreen().availableGeometry())  # where no window manager does it
    interrupts = Interrupts(app.closeAllWindows, window)
    window.showMaximized()
    app.exec()
    guard.stop()
    session.close()
    interrupts.close()
    return window.exit_code
