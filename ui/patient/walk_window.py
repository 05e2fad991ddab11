"""The window of one walk: wires the view to the walk's thread, and owns the keys."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from coach.care.limit_change import patient_may_set
from coach.care.limits import Limit, LimitSource
from coach.summary import WalkSummary
from ui import texts
from ui.link import WalkLink
from ui.patient.details_window import DetailsPlace
from ui.patient.help import HelpDialog
from ui.patient.walk_view import WalkView
from ui.sounds import Sound

if TYPE_CHECKING:
    from coach.walking.walk_update import WalkUpdate

_FRAME_MS = 16
_FRAME_REDUCED_MS = 250
_WORDS_EVERY_N_FRAMES = 2
_PAIN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_B)
"""Space, and the keys that wireless presenters send."""


class WalkPlan(NamedTuple):
    """What the window has to know of a walk before it begins."""

    badge: str = ""
    limit: Limit | None = None
    starts_itself: bool = True
    offers_home: bool = False
    can_repeat: bool = False


class WalkWindow(QMainWindow):
    """Start, pause, end, pain, limit, mute, far view and help, by mouse and by key."""

    began = Signal()
    muted = Signal(bool)
    sound_wanted = Signal(object)
    """With a `Sound` that answers a key."""

    def __init__(self, link: WalkLink, plan: WalkPlan, *, has_motion: bool = True) -> None:
        super().__init__()
        self._link, self._plan, self._limit = link, plan, plan.limit
        self._is_paused = False
        self._n_frames = 0
        self._kept_in: Path | None = None
        self.exit_code = 0
        self.ask_first: Callable[[], bool] | None = None
        """Asked before a walk begins; true when something else has to come first."""
        self.view = WalkView()
        self.view.status.show_badge(plan.badge)
        self.view.show_limit(plan.limit)
        self.view.controls.home.setVisible(plan.offers_home)
        self.setCentralWidget(self.view)
        self.setWindowTitle(texts.app_name())
        self.resize(1280, 900)
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(_FRAME_MS if has_motion else _FRAME_REDUCED_MS)
        self._frames.timeout.connect(self._frame)
        self.details = DetailsPlace(self.view.details, self)
        self.details.below_wanted.connect(self._show_below)
        self.details.given_back.connect(self.view.take_details_back)
        self.details.open(is_apart=False)
        self._keys = self._shortcuts()
        self._connect()
        self.view.controls.start.setFocus()

    @property
    def is_walking(self) -> bool:
        """Whether a walk runs, paused or not."""
        return self._frames.isActive()

    def start(self) -> None:
        """Begin the walk."""
        if self.is_walking or (self.ask_first is not None and self.ask_first()):
            return
        self.view.clear()
        self.view.show_state(texts.WindowState.STARTING)
        self.view.controls.show_walking()
        self._set_pain_keys(is_enabled=True)
        self._link.start(self._limit)
        self._frames.start()
        self.view.controls.pause.setFocus()
        self.began.emit()

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if not self.is_walking:
            return
        self._is_paused = not self._is_paused
        self.view.controls.show_paused(is_paused=self._is_paused)
        self.sound_wanted.emit(Sound.PAUSE if self._is_paused else Sound.START)
        if self._is_paused:
            self._link.pause()
        else:
            self._link.resume()

    def mark_pain(self) -> None:
        """Mark pain now, and say so once."""
        if self.is_walking:
            self._link.mark_pain()
            self.sound_wanted.emit(Sound.PAIN_MARK)
            self.view.confirm_pain()

    def set_limit(self, extension_deg: float | None) -> None:
        """Judge by another limit from now on; a limit set by hand has no interval and no grade.

        One that somebody set, by a test or from walks, can only be lowered here.
        """
        limit = replace(
            self._limit or Limit(),
            extension_deg=extension_deg,
            extension_interval_deg=None,
            source=LimitSource.SET_BY_HAND,
            grade=None,
        )
        set_before = self._plan.limit
        if set_before is not None and set_before.set_by and not patient_may_set(set_before, limit):
            self.view.show_limit(self._limit)
            return
        self._limit = limit
        self.view.show_limit(self._limit)
        self._link.set_limit(self._limit)

    def toggle_far(self) -> None:
        """Show only the large words on the whole screen, or come back to the desk."""
        is_far = not self.isFullScreen()
        self.view.show_far(is_far=is_far)
        if is_far:
            self.showFullScreen()
        else:
            self.showNormal()

    def leave_far(self) -> None:
        """Come back to the desk; never ends a walk."""
        if self.isFullScreen():
            self.toggle_far()

    def show_help(self) -> None:
        """Open the help beside the walk."""
        HelpDialog(self).show()

    def show_review(self) -> None:
        """Look at the whole walk again, as it was kept."""
        from ui.replay.window import show_replay

        if self._kept_in is not None:
            show_replay(self._kept_in, self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the walk, wait until it is kept, then close."""
        self._frames.stop()
        self.details.end()
        self._link.close()
        super().closeEvent(event)

    def _shortcuts(self) -> dict[Qt.Key, QShortcut]:
        actions: dict[Qt.Key, Callable[[], None]] = {
            **dict.fromkeys(_PAIN_KEYS, self.mark_pain),
            Qt.Key.Key_P: self.toggle_pause,
            Qt.Key.Key_M: self.view.controls.mute.toggle,
            Qt.Key.Key_D: self.details.toggle,
            Qt.Key.Key_F1: self.show_help,
            Qt.Key.Key_F11: self.toggle_far,
            Qt.Key.Key_Escape: self.leave_far,
        }
        keys = {}
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)
            keys[key] = shortcut
        for key in (*_PAIN_KEYS, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_D):
            keys[key].setContext(Qt.ShortcutContext.ApplicationShortcut)
        for key in _PAIN_KEYS:
            keys[key].setEnabled(False)  # before and after a walk space presses buttons
        return keys

    def _set_pain_keys(self, *, is_enabled: bool) -> None:
        for key in _PAIN_KEYS:
            self._keys[key].setEnabled(is_enabled)

    def _connect(self) -> None:
        controls = self.view.controls
        controls.start_requested.connect(self.start)
        controls.pause_requested.connect(self.toggle_pause)
        controls.end_requested.connect(self._link.end)
        controls.pain_requested.connect(self.mark_pain)
        controls.mute_requested.connect(self.muted)
        controls.far_requested.connect(self.toggle_far)
        controls.help_requested.connect(self.show_help)
        self.view.details.limit.limit_requested.connect(self.set_limit)
        self.view.details.explanation_requested.connect(self.show_help)
        self.view.summary.review_requested.connect(self.show_review)
        self.view.summary.close_requested.connect(self.close)
        self._link.ended.connect(self._show_ended)
        self._link.failed.connect(self._show_failed)

    def _frame(self) -> None:
        updates = self._link.take()
        self.view.take(updates)
        self.take(updates)
        if any(update.worn_marks_s for update in updates):
            self.sound_wanted.emit(Sound.PAIN_MARK)
            self.view.confirm_pain()
        self._n_frames += 1
        if self._n_frames % _WORDS_EVERY_N_FRAMES == 0:
            self.view.refresh_words()

    def take(self, updates: "list[WalkUpdate]") -> None:
        """See what the view does not show; a walk by itself has nothing more."""

    def _show_below(self, is_shown: bool) -> None:
        self.view.show_details(is_shown=is_shown)

    def _stop_showing(self) -> None:
        self._frames.stop()
        self._frame()
        self._is_paused = False
        self._set_pain_keys(is_enabled=False)
        self.view.controls.show_idle(can_start=self._plan.can_repeat)

    def _show_ended(self, summary: WalkSummary) -> None:
        self._stop_showing()
        self._offer_review(summary)
        self.view.show_ended(texts.WindowState.ENDED, summary)
        self.view.summary.review.setFocus()

    def _offer_review(self, summary: WalkSummary | None) -> None:
        self._kept_in = None if summary is None else summary.kept_in
        self.view.summary.review.setVisible(self._kept_in is not None)

    def _show_failed(self, error: Exception, summary: WalkSummary | None) -> None:
        self._stop_showing()
        self.exit_code = 1
        has_walked = summary is not None and summary.duration_s > 0
        state = texts.WindowState.CUT_SHORT if has_walked else texts.WindowState.FAILED
        self._offer_review(summary)
        is_worth_it = has_walked or self._kept_in is not None
        self.view.show_ended(state, summary if is_worth_it else None)
        said = texts.error_words(error)
        about = said.body
        self.view.notice.tell(said.happened, about, self.tr("Close"), self.close)
        self.view.notice.button.setFocus()
