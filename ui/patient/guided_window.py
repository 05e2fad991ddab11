"""The walk of the program: getting ready, walking and rating pain, with the far view throughout."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QInputDialog, QVBoxLayout, QWidget

from coach.care.calibration import Readiness, Step, Trouble, trouble_of
from coach.care.delivery import Notice, ScreenState
from coach.care.pain import Colour, while_active
from coach.care.symptoms import OwnSymptoms, Region
from coach.care.walking_dose import TOLERANCE_RISE
from coach.gait.events import Calibrated, Posture
from coach.gait.pipeline import KnownDistance
from coach.summary import WalkSummary
from coach.walking.walk_end import Felt, signs_of
from coach.walking.walk_start import Ground, WalkStart, Wish
from coach.walking.walk_update import WalkUpdate
from sensors.errors import SensorFault
from sensors.source import LinkState
from ui import texts
from ui.awake import KeepAwake
from ui.link import WalkLink
from ui.patient import walk_texts
from ui.patient.pain_panel import PainPanel
from ui.patient.walk_bar import WalkBar
from ui.patient.walk_window import WalkPlan, WalkWindow
from ui.sounds import Sound
from ui.texts import translate

_STILL = (Posture.STANDING, Posture.RESTING)
_LEAST_VIEW_PX = 200
_LEAST_M, _MOST_M = 4.0, 100.0


@dataclass
class Told:
    """What the person told while walking, and what the walk itself told."""

    worst: int | None = None
    site: str | None = None
    felt: set[Felt] = field(default_factory=set)
    is_hollow: bool = False
    distance: KnownDistance | None = None
    silent_share: float | None = None


class GuidedWindow(WalkWindow):
    """Sits inside the window of the flow; `finished` comes once the walk is kept.

    Parameters
    ----------
    own
        The person's own usual symptoms: what is felt beyond them is a warning sign.
    """

    say_wanted = Signal(str)
    finished = Signal(object)
    """With the `WalkSummary`, or None where there is none."""
    awake_told = Signal(bool)

    def __init__(
        self,
        link: WalkLink,
        plan: WalkPlan,
        start: WalkStart,
        wish: Wish,
        own: OwnSymptoms,
        *,
        has_motion: bool = True,
    ) -> None:
        super().__init__(link, plan, has_motion=has_motion)
        self._start, self._wish, self._own = start, wish, own
        self.told = Told()
        self.bar, self.panel = WalkBar(), PainPanel()
        self._said: tuple[Step, Trouble | None, bool] | None = None
        self._is_put_off = self._is_walk_shown = self._is_rating_on_its_way = False
        self._answer = ""  # to the last rating
        self._trouble_said = ""
        self._has_enough = self._is_link_missing = False
        self._awake = KeepAwake(self.awake_told.emit)
        self._lay_out()
        self.bar.pain_requested.connect(self.mark_pain)
        self.bar.pause_requested.connect(self.toggle_pause)
        self.bar.mute_requested.connect(self.view.controls.mute.setChecked)
        self.view.controls.mute.toggled.connect(self.bar.mute.setChecked)
        self.bar.details_requested.connect(self.details.toggle)
        self.details.opened.connect(self.bar.details.setChecked)
        self.bar.end_requested.connect(self._end)
        self.bar.begin_requested.connect(self._link.begin)
        self.bar.again_requested.connect(self._link.repeat_step)
        self.bar.distance_requested.connect(self._ask_distance)
        self.panel.told.connect(self._take_rating)
        self.panel.put_off.connect(self._put_off)
        self.awake_told.connect(self._tell_awake)

    def start(self) -> None:
        """Listen to the sensor, and get ready."""
        was_walking = self.is_walking
        super().start()
        if self.is_walking and not was_walking:
            self._set_pain_keys(is_enabled=False)
            self.bar.show_preparing(is_ready=False)
            self.bar.again.setFocus()
            self._awake.start()

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        super().toggle_pause()
        self.bar.show_paused(is_paused=self._is_paused)

    def toggle_far(self) -> None:
        """Let the window fill the screen, or no more; the details give way."""
        top = self.window()
        self.details.close_below()
        if top.isFullScreen():
            top.showNormal()
        else:
            top.showFullScreen()

    def leave_far(self) -> None:
        """Come back from the full screen; never ends a walk."""
        if self.window().isFullScreen():
            self.toggle_far()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the computer sleep again, and end the walk."""
        self._awake.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        view = self.view
        view.controls.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 1)
        column.addWidget(view.notice)
        column.addWidget(self.panel)
        column.addWidget(self.bar)
        self.setCentralWidget(content)
        view.details.limit.hide()  # a limit is lowered in the settings, with its reason
        self.details.end()

    def _show_below(self, is_shown: bool) -> None:
        self.view.show_far(is_far=not is_shown)

    def _frame(self) -> None:
        super()._frame()
        latest = self.view.latest
        if latest is None or latest.guide is None:
            return
        if latest.guide.is_preparing:
            self._show_readiness(latest.guide.readiness)
            self._show_missing_link(latest.link)
        else:
            self._show_walk()
            if latest.guide.is_time_up:
                self.view.show_when_calm(walk_texts.time_is_up_face())
            self._ask_when_still(latest)
            self._tell(self._how_it_stands(latest))

    def _tell(self, words: str) -> None:
        """Say it beside the far view; what is asked meanwhile keeps clear of it."""
        if words != self.bar.told.text():
            self.bar.tell(words)
            if self.panel.isVisible():
                self._fit_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is asked inside the window."""
        super().resizeEvent(event)
        if self.panel.isVisible():
            self._fit_panel()

    def take(self, updates: list[WalkUpdate]) -> None:
        """See in the updates what the view does not show."""
        for update in updates:
            for event in update.events:
                if isinstance(event, Calibrated):
                    self._see_calibrated(event)
            if any(each.code is Notice.ASK_PAIN_AND_LIMP for each in update.deliveries):
                self.told.is_hollow = True
            if update.guide is not None:
                self.told.silent_share = update.guide.silent_share

    def _show_readiness(self, readiness: Readiness) -> None:
        begins_itself, side = self._start.is_worn_before, self._start.side
        face = walk_texts.ready_face(readiness, side, begins_itself=begins_itself)
        self.view.show_instead(face)
        now = (readiness.step, readiness.trouble, readiness.is_done)
        if now == self._said:
            return
        is_new_step = self._said is None or self._said[0] is not readiness.step
        self._said = now
        self.bar.show_preparing(is_ready=readiness.is_done and not begins_itself)
        words = walk_texts.step_said(readiness.step, side, is_worn_before=begins_itself)
        if readiness.trouble is not None:
            title, body = walk_texts.trouble(readiness.trouble)
            words_of_button, action = self._mend(readiness.trouble)
            self.view.notice.tell(title, body, words_of_button, action)
            self._trouble_said = self.view.notice.said
            self.say_wanted.emit(f"{title} {body}")
        else:
            self._hide_trouble()
            if is_new_step:
                self.say_wanted.emit(words)
        self.bar.tell(self._ready_words(words) if readiness.is_done else words)
        if readiness.is_done and not begins_itself:
            self.bar.begin.setFocus()

    def _show_missing_link(self, link: LinkState) -> None:
        """Say large and aloud that what is done now counts for nothing."""
        is_missing = link in (LinkState.LOST, LinkState.RECONNECTING)
        if is_missing:
            self.view.show_instead(texts.face(ScreenState.NO_LINK))
        elif link is LinkState.CONNECTING:
            self.view.show_instead(texts.face(texts.WindowState.STARTING))
        if is_missing and not self._is_link_missing:
            self.say_wanted.emit(texts.fault_words(SensorFault.LINK_LOST).happened)
        self._is_link_missing = is_missing

    def _mend(self, trouble: Trouble) -> tuple[str, Callable[[], None]]:
        """What can be pressed about a trouble; done right, the step goes on by itself."""
        if trouble is Trouble.ON_THE_SPOT:
            return translate("guided", "This is how I walk"), self._link.trust_steps
        return translate("guided", "Do this step again"), self._link.repeat_step

    def _ready_words(self, words: str) -> str:
        scored = [s for s in self.view.history.strides if s.is_scored]
        known = [s for s in scored if s.stride_length_m and s.stride_length_sd_m]
        if not known:
            return words
        length_m = sum(s.stride_length_m or 0.0 for s in known) / len(known)
        half_m = 1.96 * max(s.stride_length_sd_m or 0.0 for s in known)
        return f"{walk_texts.usual_stride(length_m, half_m)}\n{words}"

    def _show_walk(self) -> None:
        if self._is_walk_shown:
            return
        self._is_walk_shown = True
        self.view.show_instead(None)
        self._hide_trouble()
        self.bar.show_walking()
        self.bar.tell("")
        self._set_pain_keys(is_enabled=True)
        self.sound_wanted.emit(Sound.START)
        self.setFocus()  # a second Enter must change nothing

    def _hide_trouble(self) -> None:
        """Take back what was wrong with the sensor; whatever else is told stays."""
        if self._trouble_said and self.view.notice.said == self._trouble_said:
            self.view.notice.hide()
        self._trouble_said = ""

    def _ask_when_still(self, latest: WalkUpdate) -> None:
        is_still = latest.posture in _STILL or latest.is_paused
        if not is_still:
            self._is_put_off = False
            if self.panel.isVisible():
                self._end_asking()  # the far view is needed; asked again at the next stop
        elif not latest.n_unrated:
            self._is_rating_on_its_way = False
        elif self.panel.isHidden() and not (self._is_put_off or self._is_rating_on_its_way):
            self._ask_pain()

    def _ask_pain(self) -> None:
        self._fit_panel()
        self.panel.ask()

    def _fit_panel(self) -> None:
        """Give the questions room beside the far view, or in its place where letters are large."""
        room_px = self.height() - self.bar.heightForWidth(self.width())
        needed_px = self.panel.needed_height(self.width())
        self.view.setVisible(room_px - needed_px >= _LEAST_VIEW_PX)
        self.panel.setFixedHeight(min(needed_px, room_px))

    def _end_asking(self) -> None:
        self.panel.hide()
        self.view.show()

    def _put_off(self) -> None:
        self._is_put_off = True
        self._end_asking()

    def _take_rating(self, level: int, where: Region | None, felt: frozenset[Felt]) -> None:
        self._end_asking()
        self._link.rate_pain(level, where)
        self._is_rating_on_its_way = True
        told = self.told
        if told.worst is None or level >= told.worst:
            told.worst, told.site = level, where
        told.felt |= felt
        signs = signs_of(felt, self._start.side, self._own, where if level > 0 else None)
        if signs:
            self._link.note(" ".join(sorted(signs)))
        before = self._start.pain_before
        is_treadmill = self._wish.ground is Ground.TREADMILL
        is_range_found = self._start.choice.is_tolerance and level - before >= TOLERANCE_RISE
        verdict = while_active(before, level, signs)
        self._answer = words = walk_texts.too_much(
            verdict, is_treadmill=is_treadmill, is_tolerance_met=is_range_found
        )
        if words:
            self.say_wanted.emit(words)
        if verdict.colour is Colour.RED or is_range_found:
            self._has_enough = True
            is_red = verdict.colour is Colour.RED
            self.view.show_instead(walk_texts.end_face(is_red=is_red, is_treadmill=is_treadmill))
            self.bar.end.setFocus()

    def _how_it_stands(self, latest: WalkUpdate) -> str:
        """What is to be said beside the far view; the most urgent first."""
        guide, record = latest.guide, latest.record
        if self._has_enough or guide is None:
            return self._answer
        if latest.link is LinkState.RECONNECTING:
            kept_s = record.kept_until_s if record is not None else None
            return "" if kept_s is None else walk_texts.link_lost(texts.walked_time(kept_s))
        if self._answer:
            return self._answer
        if guide.is_resting:
            return translate("guided", "Resting: the time stands still until you walk on.")
        if guide.is_time_up:
            return translate("guided", "Time is up. End the walk when you like.")
        return walk_texts.metronome(guide.silence) if self._wish.has_metronome else ""

    def _see_calibrated(self, event: Calibrated) -> None:
        """In mid-walk: the sensor or the foot turned, or the strides are not as last time."""
        if not self._is_walk_shown:
            return
        trouble = trouble_of(event)
        if event.is_accepted:
            self.view.set_unsure("")
        elif trouble is not None:
            title, body = walk_texts.trouble(trouble)
            self.view.set_unsure(translate("far", "not sure: strap?"))
            self.view.notice.tell(title, body, translate("guided", "Understood"), lambda: None)
            self.say_wanted.emit(f"{title} {body}")

    def _ask_distance(self) -> None:
        latest = self.view.latest
        if latest is None or latest.guide is None or latest.t_s is None:
            return
        from_s = latest.guide.readiness.steps_from_s
        if from_s is None:
            return
        metres, is_told = QInputDialog.getDouble(
            self,
            translate("guided", "A measured way"),
            translate("guided", "How many metres did you walk, from standing to standing?"),
            10.0,
            _LEAST_M,
            _MOST_M,
            1,
        )
        if is_told:
            self.told.distance = KnownDistance(from_s, latest.t_s, metres)
            self.bar.tell(translate("guided", "Thank you. The next walk knows your stride better."))
        self.bar.begin.setFocus()

    def _tell_awake(self, is_awake: bool) -> None:
        if not is_awake:
            self.view.show_system_note(walk_texts.not_awake())

    def _end(self) -> None:
        """End the walk; before it has begun there is nothing to end."""
        if self.is_walking:
            self._link.end()
        else:
            self.finished.emit(None)

    def _stop_showing(self) -> None:
        super()._stop_showing()
        self.details.end()
        self._awake.stop()
        self._end_asking()

    def _show_ended(self, summary: WalkSummary) -> None:
        self._stop_showing()
        self.finished.emit(summary)

    def _show_failed(self, error: Exception, summary: WalkSummary | None) -> None:
        super()._show_failed(error, summary)
        self.details.end()
        self.view.show_instead(None)
        self.bar.hide()
        said = self.view.notice
        said.button.setText(translate("guided", "Go on"))
        said.redirect(lambda: self.finished.emit(summary))
