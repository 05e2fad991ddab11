"""Opens the home: unlocks what is kept, finds out whose home it is, and shows it or a first run."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from coach.records.entries import AboutPerson, Consent, Person
from coach.records.errors import ProtectionError, RecordError
from coach.records.folders import data_folder
from coach.records.journal import PATIENT, PROGRAM
from coach.records.library import Library
from sensors.samples import Side
from ui import texts
from ui.app import AfterFirstPaint, speak
from ui.home.first_run import FirstAnswers, FirstRun
from ui.home.home import (
    LANGUAGE_SETTING,
    PERSON_SETTING,
    VOLUME_SETTING,
    Home,
    now_here,
)
from ui.home.window import HomeWindow
from ui.interrupt import Interrupts
from ui.locking import LockGuard, UnlockDialog
from ui.look import LOOK_SETTING, Look, dress, look_of
from ui.sounds import Sounds

translate = QCoreApplication.translate
_PHYSIO_PAGE = "physio"


class Opening(QObject):
    """One start of the home; it holds the library, the sounds and the window that is shown."""

    def __init__(self, app: QApplication, now: Callable[[], datetime] = now_here) -> None:
        super().__init__()
        self._app, self._now = app, now
        self.library: Library | None = None
        self.sounds = Sounds()
        self.window: QMainWindow | None = None
        self._guard: LockGuard | None = None

    def begin(self, page: str | None = None) -> bool:
        """Show the home or the first run; False where the library stays closed."""
        self.library = self._opened_library()
        if self.library is None:
            return False
        dress(self._app, self.library.setting(LOOK_SETTING, Look) or Look())
        language = self.library.setting(LANGUAGE_SETTING, str)
        if language is not None:
            self._speak(language)
        if not self._show_someone(page):
            self.show_first_run()
        return True

    def close(self) -> None:
        """Let go of everything; safe to call twice."""
        self._stop_guard()
        if self.window is not None:
            self.window.close()
        self.sounds.close()
        if self.library is not None:
            self.library.close()
            self.library = None

    def show_home(self, person: Person, page: str | None = None) -> None:
        """Show somebody's home, in the place of what was shown."""
        library = self._library()
        library.save_setting(PERSON_SETTING, person.id)
        home = Home(library, person, self._now, self.sounds)
        window = HomeWindow(home)
        window.person_requested.connect(partial(self._ask_person, window))
        home.language_requested.connect(lambda name: self._change_language(name, home))
        home.look_chosen.connect(lambda look: self._change_look(look, home))
        home.walk_requested.connect(partial(_walk, home, window))
        home.gone.connect(self._leave_nothing)
        home.setParent(window)
        self._show(window)
        if page is not None:
            window.show_page(page)
        else:
            window.focus_page()
        self._guard = LockGuard(window, self._lock)

    def show_first_run(self, name: str = "") -> None:
        """Show the first run of somebody new, beginning with the name."""
        window = QMainWindow()
        window.setWindowTitle(texts.app_name())
        may_leave = bool(self._library().people())
        first = FirstRun(str(data_folder()), _country(), may_leave=may_leave, now=self._now)
        first.language.name.setText(name)
        first.done.connect(self._take_first_run)
        first.left.connect(self._leave_first_run)
        first.language_chosen.connect(
            lambda code: self._restart_first_run(code, first.language.name.text())
        )
        first.letters_chosen.connect(
            lambda percent: self._enlarge_first_run(percent, first.language.name.text())
        )
        first.read_aloud.connect(self.sounds.say)
        first.physio_requested.connect(self.show_physio_start)
        window.setCentralWidget(first)
        self._show(window)
        first.language.name.setFocus()

    def show_physio_start(self) -> None:
        """Ask a physiotherapist for their first patient, and for nothing of themselves."""
        from ui.home.physio_start import PhysioStart

        window = QMainWindow()
        window.setWindowTitle(texts.app_name())
        start = PhysioStart()
        start.begun.connect(self._take_first_patient)
        start.left.connect(self.show_first_run)
        window.setCentralWidget(start)
        self._show(window)
        start.patient.name.setFocus()

    def _take_first_patient(self, name: str, sides: tuple[Side, ...]) -> None:
        library = self._library()
        try:
            person = library.add_person(name)
            about = AboutPerson(sore_sides=sides, country=_country())
            library.keep(person, about, by=PROGRAM, at=self._now())
        except RecordError as error:
            self._tell(error)
            return
        self.show_home(person, _PHYSIO_PAGE)

    def _show_someone(self, page: str | None = None) -> bool:
        """Show who lives here, else a physiotherapist's area; False where there is neither."""
        person = self._last_person()
        if person is None:
            person, page = self._last_patient(), page or _PHYSIO_PAGE
        if person is None:
            return False
        self.show_home(person, page)
        return True

    def _last_patient(self) -> Person | None:
        """Whom a physiotherapist worked with last; None where there is none of either."""
        from coach.records.roles import physios  # and its ciphers, which a patient's start spares

        library = self._library()
        people = library.people()
        if not people or not physios(library):
            return None
        last = library.setting(PERSON_SETTING, int)
        return next((each for each in people if each.id == last), next(iter(people), None))

    def _tell(self, error: RecordError) -> None:
        said = "\n\n".join(texts.error_words(error))
        QMessageBox.warning(self.window, texts.app_name(), said)

    def _show(self, window: QMainWindow) -> None:
        self._stop_guard()
        old, self.window = self.window, window
        self.sounds.set_language(QLocale())
        volume = self._library().setting(VOLUME_SETTING, int)
        self.sounds.set_volume(1.0 if volume is None else min(100, max(0, volume)) / 100)
        if old is None:
            AfterFirstPaint(window, self.sounds.open)
            screen = self._app.primaryScreen()
            if screen is not None:
                window.setGeometry(screen.availableGeometry())
            window.showMaximized()
        else:
            window.setGeometry(old.geometry())
            window.setWindowState(old.windowState())
            window.show()
            old.close()
            old.deleteLater()

    def _opened_library(self) -> Library | None:
        while True:
            try:
                return Library.open()
            except ProtectionError as error:
                said = texts.error_words(error)
                dialog = UnlockDialog(None, about=f"{said.happened} {said.means}")
                is_unlocked = dialog.exec()
                dialog.deleteLater()
                if not is_unlocked:
                    return None
            except RecordError as error:
                box = "\n\n".join(texts.error_words(error))
                QMessageBox.critical(None, texts.app_name(), box)
                return None

    def _library(self) -> Library:
        if self.library is None:
            raise RuntimeError("the library is not open")
        return self.library

    def _last_person(self) -> Person | None:
        library = self._library()
        at_home = [p for p in library.people() if library.newest(p, Consent) is not None]
        last = library.setting(PERSON_SETTING, int)
        chosen = next((person for person in at_home if person.id == last), None)
        return chosen or next(iter(at_home), None)

    def _take_first_run(self, told: FirstAnswers) -> None:
        library = self._library()
        try:
            person = library.add_person(told.name)
            for side in told.sides:
                library.save_profile(person, side, told.leg)
            for entry in (told.about, told.check, told.consent):
                library.keep(person, entry, by=PATIENT, at=self._now())
        except RecordError as error:
            self._tell(error)
            return
        self.show_home(person)

    def _leave_first_run(self) -> None:
        self._show_someone()

    def _restart_first_run(self, code: str, name: str) -> None:
        self._library().save_setting(LANGUAGE_SETTING, code)
        self._speak(code)
        self.show_first_run(name)

    def _enlarge_first_run(self, percent: int, name: str) -> None:
        look = replace(look_of(self._app), text_percent=percent)
        self._library().save_setting(LOOK_SETTING, look)
        dress(self._app, look)
        self.show_first_run(name)
        first = self.window.centralWidget() if self.window is not None else None
        if isinstance(first, FirstRun):  # the arrow keys may go on
            first.language.letters.buttons[percent].setFocus()

    def _change_language(self, code: str, home: Home) -> None:
        self._library().save_setting(LANGUAGE_SETTING, code)
        self._speak(code)
        self._show_settings(home)

    def _change_look(self, look: Look, home: Home) -> None:
        """Dress anew; letters of another size need another layout, so every page is made anew."""
        has_other_letters = look.text_percent != look_of(self._app).text_percent
        dress(self._app, look)
        if has_other_letters:
            self._show_settings(home)

    def _show_settings(self, home: Home) -> None:
        """Show the home anew where somebody just changed how it looks."""
        from ui.home.settings_page import SettingsPage

        self.show_home(home.person, "settings")
        page = self.window.page if isinstance(self.window, HomeWindow) else None
        if isinstance(page, SettingsPage):
            page.focus_look()

    def _speak(self, code: str) -> None:
        speak(self._app, _with_country(code))

    def _ask_person(self, window: HomeWindow) -> None:
        from ui.home.people_menu import ask_person

        ask_person(
            window,
            self._library().people(),
            lambda person: self.show_first_run() if person is None else self.show_home(person),
        )

    def _leave_nothing(self) -> None:
        """Show who is still at home, or the first run, once somebody was deleted."""
        if not self._show_someone():
            self.show_first_run()

    def _lock(self) -> None:
        """Show nothing any more, let go of the library, and ask for the passphrase."""
        self._stop_guard()
        if self.window is not None:
            self.window.hide()
        if self.library is not None:
            self.library.close()
        old, self.window = self.window, None
        if not self.begin():
            QCoreApplication.exit(0)
        if old is not None:
            old.close()
            old.deleteLater()

    def _stop_guard(self) -> None:
        if self._guard is not None:
            self._guard.stop()
            self._guard = None


def _walk(home: Home, window: HomeWindow) -> None:
    """Begin a walk; what a walk needs is imported with the first one."""
    from ui.patient.walk_flow import WalkFlow

    flow = window.findChild(WalkFlow) or WalkFlow(home, window)
    flow.begin()


def _country() -> str:
    """Two letters of where the computer says it is; empty where it does not."""
    _, _, territory = QLocale.system().name().partition("_")
    return territory if len(territory) == 2 else ""


def _with_country(code: str) -> str:
    """The language with the way the computer's country writes numbers, where that speaks it."""
    system = QLocale.system()
    return system.name() if system.name().startswith(f"{code}_") else code


def run_home(app: QApplication, page: str | None = None) -> int:
    """Show the home until it is closed; return the exit code."""
    opening = Opening(app)
    if not opening.begin(page):
        return 1
    interrupts = Interrupts(app.closeAllWindows, opening)
    code = app.exec()
    opening.close()
    interrupts.close()
    return code
