"""The patient's whole walk, from the question where it goes to the sentence that ends it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from coach.care.pain import Verdict
from coach.keeping import Keeping
from coach.records.errors import RecordError
from coach.records.folders import walks_folder
from coach.remembered import remembered_sensor
from coach.summary import WalkSummary
from coach.walking.walk_end import Answers, Walked, ended, entries_of, learn_from, unrated_note
from coach.walking.walk_start import WalkStart, Wish, sensor_source, walk_start
from sensors.samples import StreamKind
from ui import texts
from ui.look import has_motion
from ui.patient import walk_texts
from ui.patient.after_pages import AfterPage, WalkSummaryPage
from ui.patient.before_pages import GroundPage, WearPage
from ui.patient.details_window import DETAILS_SETTING, DetailsWish
from ui.patient.guided_window import GuidedWindow
from ui.patient.walk_window import WalkPlan
from ui.sound_texts import trouble
from ui.sounds import Sound
from ui.texts import translate
from ui.walk_session import WalkSession, badge_of
from ui.widgets.notice import NoticePanel

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.live import LiveWalk
    from coach.records.places import Place
    from coach.today import Today
    from sensors.source import Source
    from ui.home.home import Home
    from ui.home.window import HomeWindow
    from ui.patient.connect_sheet import ChosenSensor

GROUND_SETTING = "walk_ground"
"""The setting that holds where the last walk went, as a `Wish`."""

MakeSource = Callable[[], "Source"]


class FlowWindow(QMainWindow):
    """Holds one page at a time; `left` comes when it closes, if `may_close` lets it."""

    left = Signal()

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self.setWindowTitle(texts.app_name())
        self.notice, self.stack = NoticePanel(), QStackedWidget()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(content)

    def tell_error(self, error: Exception) -> None:
        """Say what could not be read or kept, where it is seen."""
        said = texts.error_words(error)
        about = f"{said.means} {said.do}"
        self.notice.tell(said.happened, about, translate("guided", "Understood"), lambda: None)

    def show_page(self, page: QWidget) -> None:
        """Show a page, and let go of the one before."""
        old = self.stack.currentWidget()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; where somebody asks for it in mid-walk, the walk ends first, with questions."""
        if not event.spontaneous() or self._may_close():
            super().closeEvent(event)
            self.left.emit()
        else:
            event.ignore()


class WalkFlow(QObject):
    """One walk at a time, each begun by `begin`, which follows `home.walk_requested`.

    Parameters
    ----------
    home : Home
        Whose walk it is; what is told is kept there.
    window : HomeWindow
        Hidden while the walk has the screen.
    speed : float or None
        How fast a simulated walk goes; None is as fast as possible.
    """

    def __init__(self, home: "Home", window: "HomeWindow", *, speed: float | None = 1.0) -> None:
        super().__init__(window)
        self._speed = speed
        self._home, self._home_window = home, window
        self.window: FlowWindow | None = None
        self.session: WalkSession | None = None
        self._day: Today | None = None
        self._start: WalkStart | None = None
        self._wish = Wish()
        self._told_wish: Wish | None = None
        self._details_wish = DetailsWish()
        self._kind = StreamKind.RADIO
        self._unrated: Walked | None = None

    @property
    def page(self) -> QWidget | None:
        """What is shown; None while no walk is on."""
        return None if self.window is None else self.window.stack.currentWidget()

    def begin(self) -> None:
        """Ask where the walk goes."""
        if self.window is not None:
            return
        try:
            day = self._home.today()
            if day.plan.walk.dose is None:
                return
            start = walk_start(self._home.library, self._home.person, day)
            self._told_wish = self._home.library.setting(GROUND_SETTING, Wish)
            details = self._home.library.setting(DETAILS_SETTING, DetailsWish)
            self._details_wish = details or DetailsWish()
        except RecordError as error:
            self._home.failed.emit(error)
            return
        self._day, self._start = day, start
        self.window = window = FlowWindow(self._may_close)
        window.left.connect(self._come_home)
        self._home.failed.connect(window.tell_error)
        window.setGeometry(self._home_window.geometry())
        window.setWindowState(self._home_window.windowState())
        self._show_ground()
        window.show()
        self._home_window.is_walking = True
        self._home_window.hide()

    def walk_with(self, make_source: MakeSource, kind: StreamKind) -> None:
        """Begin the walk with samples from somewhere; made on the walk's thread."""
        window, start = self._flow()
        self._kind = kind
        try:
            keeping = Keeping(None, kind)
        except RecordError as error:
            self._home.failed.emit(error)
            self._leave()
            return
        keeping.notice = None  # Today offers a passphrase; nobody reads it from three metres
        self.session = session = WalkSession(
            partial(self._make_walk, make_source, keeping),
            WalkPlan(badge=badge_of(kind), limit=start.limit, starts_itself=False),
            has_motion=has_motion(),
            sounds=self._home.sounds,
            make_window=self._make_window,
        )
        session.ask_first(keeping, None)
        guided = self._guided()
        guided.say_wanted.connect(self._home.sounds.say)
        guided.finished.connect(self._show_after, Qt.ConnectionType.QueuedConnection)
        window.show_page(guided)
        guided.start()
        guided.details.restore(self._details_wish)

    def finish(self) -> None:
        """End whatever goes on and come home; safe to call when nothing does."""
        self._end_session()
        self._leave()

    def _show_ground(self) -> None:
        window, start = self._flow()
        page = GroundPage(start, self._told_wish)
        page.next_requested.connect(lambda: self._take_before(page))
        page.back_requested.connect(self._leave)
        window.show_page(page)
        page.focus_first()

    def _take_before(self, page: GroundPage) -> None:
        """Go on to the sensor with what was chosen and told before the walk."""
        _, start = self._flow()
        self._start = replace(start, taken_before=page.taken_before)
        self._take_wish(page.wish)

    def _take_wish(self, wish: Wish) -> None:
        self._wish = self._told_wish = wish
        self._home.set_up(GROUND_SETTING, replace(wish, share=None))
        window, start = self._flow()
        page = WearPage(start)
        page.anew.changed.connect(lambda: self._make_ready_anew(start, page))
        sounds = self._home.sounds
        sounds.open()
        page.tone_requested.connect(lambda: sounds.play(Sound.SHORTER))
        page.voice_requested.connect(lambda: sounds.say(walk_texts.sound_test_sentence()))
        page.connect_requested.connect(self._find_sensor)
        page.simulation_requested.connect(self._simulate)
        page.back_requested.connect(self._show_ground)
        tell = partial(_tell_troubles, page)
        sounds.troubles_changed.connect(tell)
        page.destroyed.connect(lambda: sounds.troubles_changed.disconnect(tell))
        if sounds.troubles:
            tell(sounds.troubles)
        window.show_page(page)
        page.connect_button.setFocus()

    def _make_ready_anew(self, start: WalkStart, page: WearPage) -> None:
        self._start = start.anew() if page.anew.chosen else start

    def _find_sensor(self) -> None:
        from ui.patient.connect_sheet import ConnectSheet
        from ui.sensor_finder import SensorFinder

        window, start = self._flow()

        def take(chosen: "ChosenSensor") -> None:
            found, remembered = chosen.sensor, chosen.remembered
            make = partial(sensor_source, found, remembered, start.side, start.profile)
            self.walk_with(make, StreamKind.RADIO)

        sheet = ConnectSheet(SensorFinder(), remembered_sensor(), window)
        sheet.chosen.connect(take)
        sheet.open()

    def _simulate(self) -> None:
        from sensors.simulation.walks import guided_walk

        _, start = self._flow()
        make = partial(guided_walk, start.side, is_worn_before=start.is_worn_before)
        self.walk_with(make, StreamKind.SIMULATION)

    def _make_walk(
        self, make_source: MakeSource, keeping: Keeping, limit: "Limit | None"
    ) -> "LiveWalk":
        """Make the walk; on its own thread."""
        from coach.live import LiveWalk

        _, start = self._flow()
        source = make_source()
        settings = replace(start.settings(self._wish, source.info), limit=limit)
        place: Place = keeping.settle()
        guidance = start.guidance(self._wish)
        return LiveWalk(source, settings, speed=self._speed, out=place, guidance=guidance)

    def _make_window(self, link: object, plan: WalkPlan, *, has_motion: bool) -> GuidedWindow:
        _, start = self._flow()
        own = self._home.about.own_symptoms
        return GuidedWindow(link, plan, start, self._wish, own, has_motion=has_motion)  # type: ignore[arg-type]

    def _show_after(self, summary: WalkSummary | None) -> None:
        """Ask how it was, once the walk is kept; one that was none is not asked about."""
        if self.session is None:
            return  # closed meanwhile
        window, _ = self._flow()
        told, walked = self._guided().told, self._walked(summary)
        self._end_session()
        if walked is None:
            self._leave()
            if summary is not None and summary.duration_s > 0:
                self._home_window.tell(*walk_texts.too_short())
        elif self._kind is StreamKind.SIMULATION:
            self._show_summary(walked, None)
        else:
            self._unrated = walked
            about = self._home.about
            page = AfterPage(walked, told, about.own_symptoms, about.country)
            page.told.connect(partial(self._keep, walked))
            window.show_page(page)
            page.worst.buttons[0].setFocus()

    def _walked(self, summary: WalkSummary | None) -> Walked | None:
        """The walk of this session, once it has ended; None where there was none to speak of."""
        _, start = self._flow()
        learnt = self.session.link.learnt if self.session is not None else None
        if summary is None or learnt is None:
            return None
        told = self._guided().told
        walked = Walked(
            start, self._wish, summary, learnt, told.silent_share, told.is_hollow, told.distance
        )
        return walked if walked.is_walk else None

    def _keep(self, walked: Walked, answers: Answers) -> None:
        if self._keep_entries(walked, entries_of(walked, answers, self._home.now())):
            self._show_summary(walked, answers.verdict(walked.start.pain_before))

    def _keep_entries(self, walked: Walked, entries: tuple[object, ...]) -> bool:
        home, side = self._home, walked.start.side
        ended_at = ended(entries)
        if not home.keep(*entries, side=side, at=ended_at):
            return False
        self._unrated = None
        try:
            learn_from(home.library, home.person, walked, ended_at, walks_folder())
        except RecordError as error:
            home.failed.emit(error)
        home.changed.emit()
        return True

    def _show_summary(self, walked: Walked, verdict: Verdict | None) -> None:
        window, _ = self._flow()
        page = WalkSummaryPage(walked, verdict)
        page.done.connect(self._leave)
        page.exercises_requested.connect(self._leave_for_exercises)
        kept_in = walked.summary.kept_in
        page.review.setVisible(kept_in is not None)
        if kept_in is not None:
            page.review_requested.connect(partial(self._show_review, kept_in))
        window.show_page(page)
        page.home.setFocus()

    def _show_review(self, kept_in: Path) -> None:
        from ui.replay.window import show_replay

        window, _ = self._flow()
        show_replay(kept_in, window)

    def _leave_for_exercises(self) -> None:
        self._leave()
        self._home.open_page("exercises")

    def _leave(self) -> None:
        """Go home, from wherever it is."""
        if self.window is not None:
            self.window.close()

    def _may_close(self) -> bool:
        """End a walk that goes on instead of closing; a second wish, once it is kept, closes."""
        session = self.session
        if session is not None and session.link.is_running:
            session.link.end()
            return False
        return True

    def _come_home(self) -> None:
        """Show the home again; a walk nobody rated is in the list all the same."""
        session, walked = self.session, self._unrated
        if session is not None:  # the program is asked to end in mid-walk
            session.link.close()
            is_own = self._kind is not StreamKind.SIMULATION
            walked = self._walked(session.link.summary) if is_own else None
            self._end_session()
        if walked is not None:
            self._keep_entries(walked, (unrated_note(walked, self._home.now()),))
        window, self.window, self._start = self.window, None, None
        if window is not None:
            self._home.failed.disconnect(window.tell_error)
        self._home_window.is_walking = False
        self._home_window.show()
        if window is not None:
            window.deleteLater()

    def _end_session(self) -> None:
        """Let go of sensor and sounds."""
        session, self.session = self.session, None
        if session is not None:
            wish = session.window.details.wish
            session.close()
            if wish != self._details_wish:
                self._home.set_up(DETAILS_SETTING, wish)

    def _flow(self) -> tuple[FlowWindow, WalkStart]:
        if self.window is None or self._start is None:
            raise RuntimeError("no walk is on")
        return self.window, self._start

    def _guided(self) -> GuidedWindow:
        if self.session is None or not isinstance(self.session.window, GuidedWindow):
            raise RuntimeError("no walk is on")
        return self.session.window


def _tell_troubles(page: WearPage, troubles: "frozenset[str]") -> None:
    page.show_troubles([trouble(code) for code in sorted(troubles)])  # type: ignore[arg-type]
