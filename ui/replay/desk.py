"""The replay as a whole: it begins, opens and asks, and shows one walk at a time."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from coach.care.delivery import Delivery
from coach.records.errors import RecordError, RecordFault
from coach.records.unlocking import waits_for_passphrase
from coach.replay.opened import WALK_ENDING, OpenedWalk, open_walk
from coach.replay.recent import forget_replayed, recent_walks, remember_replayed
from sensors.errors import SensorError
from sensors.imports.told import NOTHING, Told
from ui import texts
from ui.background import Background
from ui.locking import UnlockDialog
from ui.replay import replay_texts
from ui.replay.analyst import Analyst, Runner, in_process
from ui.replay.ask_panel import ASKED, AskPanel
from ui.replay.keeper import Keeper
from ui.replay.keys_dialog import KeysDialog
from ui.replay.session import ReplaySession
from ui.replay.start import StartPage
from ui.replay.transport import Heard
from ui.replay.view import ReplayView
from ui.sound_texts import trouble
from ui.sounds import Sounds
from ui.widgets.notice import NoticePanel

_AFTER_PAINT_MS = 30
"""A worker that starts takes a processor: first what was stored is on the screen."""


class ReplayDesk(QWidget):
    """Opens files and keeps what is added to them; the view shows, the session knows."""

    shown = Signal(object)
    """With the `OpenedWalk` that is shown now."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        sounds: Sounds | None = None,
        run: Runner = in_process,
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.analyst, self.background = Analyst(self, run), Background(self)
        self.start, self.ask, self.view = StartPage(), AskPanel(), ReplayView()
        self.keeper = Keeper(self.view, self.analyst, self.background)
        self.notice, self.opening = NoticePanel(), QLabel()
        self.opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for page in (self.start, self.opening, self.ask, self.view):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self._sounds, self._owns_sounds = sounds, sounds is None
        self._n_openings = 0
        self._at_s: float | None = None
        self._asked: tuple[Path, Told] | None = None
        self._connect()
        self.start.show_recent(recent_walks())

    @property
    def session(self) -> ReplaySession | None:
        """The walk that is shown."""
        return self.view.session if self.stack.currentWidget() is self.view else None

    def refresh(self) -> None:
        """Bring the list of recent walks up to date."""
        self.start.show_recent(recent_walks())

    def open(
        self,
        path: Path,
        told: Told = NOTHING,
        leg_length_m: float = 0.0,
        *,
        at_s: float | None = None,
    ) -> None:
        """Open a file; it is read aside, and shown or asked about when that is done.

        It is shown from its start, or at the moment `at_s`.
        """
        self._n_openings += 1
        number, self._at_s = self._n_openings, at_s
        self.view.stop()
        self.notice.hide()
        self.opening.setText(self.tr("Opening {0} …").format(path.name))
        self.stack.setCurrentWidget(self.opening)
        self.background.run(
            partial(open_walk, path, told),
            lambda walk: self._show(number, walk, leg_length_m),
            lambda error: self._tell_failure(number, path, told, error),
        )

    def choose(self) -> None:
        """Ask for a file by the system's dialog."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a walk"),
            "",
            self.tr("Walks (*.hipwalk *.csv *.gz *.json *.txt *.zip)") + ";;*",
        )
        if name:
            self.open(Path(name))

    def show_keys(self) -> None:
        """List what the keyboard does."""
        KeysDialog(self).show()

    def close_all(self) -> None:
        """Let go of the worker, the sound and what is being written; safe to call twice."""
        self.view.stop()
        self._n_openings += 1
        self.analyst.close()
        self.background.close()
        if self._sounds is not None and self._owns_sounds:
            self._sounds.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        event.acceptProposedAction()
        self.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def _connect(self) -> None:
        self.start.open_requested.connect(self.choose)
        self.start.chosen.connect(self.open)
        self.start.forget_requested.connect(self._forget)
        self.ask.told.connect(self._open_told)
        self.ask.cancelled.connect(self._leave_ask)
        view = self.view
        view.open_requested.connect(self._go_to_start)
        view.tell_requested.connect(self._ask_unknown)
        view.help_requested.connect(self.show_keys)
        view.heard_requested.connect(self._hear)
        self.keeper.walk_kept.connect(self.open)

    def _show(self, number: int, walk: OpenedWalk, leg_length_m: float) -> None:
        if number != self._n_openings:
            return
        if leg_length_m > 0:
            walk = replace(walk, gait=replace(walk.gait, leg_length_m=leg_length_m))
        if self.view.session is not None:
            self.view.session.close()
        session = ReplaySession(walk, self.analyst, self)
        session.failed.connect(self._tell_broken)
        self.view.show_session(session)
        if self._at_s is not None:
            session.go_to(self._at_s)
        self.stack.setCurrentWidget(self.view)
        self.view.overview.setFocus()
        QTimer.singleShot(_AFTER_PAINT_MS, session, session.start)
        if self._sounds is not None:
            session.heard.connect(self._sound)
        remember_replayed(walk.path)
        self.shown.emit(walk)

    def _tell_failure(self, number: int, path: Path, told: Told, error: Exception) -> None:
        if number != self._n_openings:
            return
        said = replay_texts.error_words(error)
        if isinstance(error, SensorError) and error.fault in ASKED:
            self._asked = (path, told)
            why, likely_up = f"{said.happened} {said.means}", error.details.get("likely_up", "")
            self.ask.ask_after(path.name, why, error.fault, told, str(likely_up))
            self.stack.setCurrentWidget(self.ask)
            return
        self._go_back()
        sidecar = waits_for_passphrase(path) if isinstance(error, RecordError) else None
        if sidecar is not None:
            dialog = UnlockDialog(self, sidecar, self.tr("{0} is protected.").format(path.name))
            at_s = self._at_s
            dialog.accepted.connect(lambda: self.open(path, at_s=at_s))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return
        title, body = f"{path.name}: {said.happened}", said.body
        is_damaged = isinstance(error, RecordError) and error.fault is RecordFault.DAMAGED
        if is_damaged and path.suffix == WALK_ENDING:
            save = (self.tr("Save what can be read …"), partial(self._save, path))
            self.notice.ask(title, body, save, (self.tr("Close"), _nothing))
        else:
            self.notice.tell(title, body, self.tr("Close"), _nothing)

    def _save(self, path: Path) -> None:
        """Write what is left of a damaged walk beside it, and show that."""
        from coach.replay.keeping import Salvaged, save_what_is_left

        self._n_openings += 1
        number = self._n_openings

        def saved(made: Salvaged) -> None:
            if number == self._n_openings:
                self.open(made.path)
            told = self.tr(
                "Seconds of the walk that are in it: {0}. What could not be read is left out."
            ).format(texts.number(made.n_seconds, 0))
            title = self.tr("Saved as {0}").format(made.path.name)
            self.notice.tell(title, told, self.tr("Close"), _nothing)

        def failed(error: Exception) -> None:
            said = replay_texts.error_words(error)
            title = self.tr("Nothing could be saved of {0}.").format(path.name)
            if number == self._n_openings:
                self._go_back()
            self.notice.tell(title, str(said), self.tr("Close"), _nothing)

        self.opening.setText(self.tr("Saving what can be read of {0} …").format(path.name))
        self.stack.setCurrentWidget(self.opening)
        self.background.run(partial(save_what_is_left, path), saved, failed)

    def _tell_broken(self, error: Exception) -> None:
        """Samples that cannot be read to the end: what was stored stays on the screen."""
        said = replay_texts.error_words(error)
        self.view.progress.hide()
        self.view.cancel_button.hide()
        kept = self.tr("What was stored with the walk is shown; the rest of its samples is not.")
        self.view.notice.tell(said.happened, f"{kept} {said.do}", self.tr("Close"), _nothing)

    def _go_back(self) -> None:
        """Where one was before: the walk that is shown, or the start."""
        self.refresh()
        has_walk = self.view.session is not None
        self.stack.setCurrentWidget(self.view if has_walk else self.start)

    def _go_to_start(self) -> None:
        self.view.stop()
        self.refresh()
        self.stack.setCurrentWidget(self.start)
        self.start.open_button.setFocus()

    def _forget(self) -> None:
        forget_replayed()
        self.refresh()

    def _open_told(self, told: Told, leg_length_m: float) -> None:
        if self._asked is None:
            return
        path, _ = self._asked
        session = self.view.session
        if session is not None and session.walk.path == path and session.walk.is_kept:
            gait = session.walk.gait
            gait = replace(
                gait, side=told.side or gait.side, placement=told.placement or gait.placement
            )
            self._n_openings += 1
            self._show(self._n_openings, replace(session.walk, gait=gait), leg_length_m)
        else:
            self.open(path, told, leg_length_m)

    def _leave_ask(self) -> None:
        self._asked = None
        self._go_back()

    def _ask_unknown(self) -> None:
        session = self.view.session
        if session is None:
            return
        walk = session.walk
        self._asked = (walk.path, walk.told)
        lines = [replay_texts.unknown(what) for what in walk.unknown]
        if walk.is_kept:
            lines.append(
                self.tr("What you tell here counts for this look; the file stays as it is.")
            )
        self.ask.ask_for(walk.info.name, " ".join(lines), walk.unknown, walk.told)
        self.stack.setCurrentWidget(self.ask)

    def _hear(self, heard: Heard) -> None:
        session = self.view.session
        if heard is Heard.NOTHING:
            if self._sounds is not None:
                self._sounds.set_muted(True)
            return
        if self._sounds is None:
            self._sounds = Sounds()
            self._sounds.set_language(QLocale())
            self._sounds.troubles_changed.connect(self._tell_troubles)
            self._sounds.open()
            if session is not None:
                session.heard.connect(self._sound)
        self._sounds.set_muted(False)

    def _sound(self, delivery: Delivery) -> None:
        if self._sounds is not None:
            self._sounds.deliver(delivery)

    def _tell_troubles(self, troubles: frozenset[object]) -> None:
        codes = sorted(troubles, key=str)
        self.view.transport.show_sound_note([trouble(code) for code in codes])  # type: ignore[arg-type]


def _nothing() -> None:
    """Close a notice."""
