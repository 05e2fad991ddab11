"""The long-stride test as the physiotherapist leads it, from the entry check to its result.

The state machine is `coach.care.long_stride_test`; here it is shown and asked. The strides come
from a live walk without a limit, so that no cue is ever delivered during a test.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.care.long_stride_result import result_of
from coach.care.long_stride_state import End, EntryCheck, Phase, Step
from coach.care.long_stride_test import LongStrideTest
from coach.gait.events import Calibrated, ExtensionPeak, Stride
from ui import texts
from ui.link import WalkLink
from ui.physio import test_texts
from ui.physio.metronome import Metronome
from ui.physio.test_bar import StopBar
from ui.physio.test_pages import TestPages
from ui.physio.test_sensor import TestSensor
from ui.sounds import Sound
from ui.widgets.live_strip import StrideMark
from ui.widgets.notice import NoticePanel
from ui.widgets.state_view import StateView

if TYPE_CHECKING:
    from coach.live import WalkUpdate

_FRAME_MS = 33
_FAR_AT_THE_END_PX = 170


class LongStrideTestWizard(QWidget):
    """One test of one leg.

    Parameters
    ----------
    link
        The walk whose strides are scored; it is begun with the test and belongs to it.
    now_s
        A clock that runs on through pauses and restarts.
    """

    saved = Signal(bytes)
    """With the whole test as JSON, after every step and every stride that counts."""
    finished = Signal(object)
    """With the `LongStrideResult`, once the physiotherapist keeps it."""
    bout_begun = Signal(object)
    """With the `Proposal` that is walked from now on."""
    sound_wanted = Signal(object)
    """With a `Sound`: the beat, and the start and end of bouts."""

    def __init__(
        self,
        link: WalkLink,
        *,
        now_s: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._sensor, self._now_s = link, TestSensor(link), now_s
        self._test: LongStrideTest | None = None
        self._shown: Phase | None = None
        self._goes_on = False
        self.far = StateView()
        self.notice = NoticePanel()
        self.pages = pages = TestPages()
        self.entry, self.before, self.walk = pages.entry, pages.before, pages.walk
        self.after, self.paused, self.result = pages.after, pages.paused, pages.result
        self.stopped = pages.stopped
        self.bar = StopBar()
        self.metronome = Metronome(self)
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._lay_out()
        self._connect()
        self._show()
        self.setFocusProxy(self.entry)

    @property
    def test(self) -> LongStrideTest | None:
        """The test in progress; None before it has begun."""
        return self._test

    def begin(self, entry: EntryCheck) -> None:
        """Begin a test that nothing speaks against."""
        self._go_on_with(LongStrideTest(entry))
        self._save()

    def resume(self, saved: bytes) -> None:
        """Go on with a test as it was saved; the bout that was being walked is walked again.

        Raises
        ------
        ValueError
            If this is not a saved test.
        """
        self._go_on_with(LongStrideTest.from_json(saved))
        self._save()

    def stop_test(self) -> None:
        """Stop at once, by key or button; why is asked after."""
        test = self._going()
        if test is None:
            return
        test.stop(End.WISH)
        self.sound_wanted.emit(Sound.STOP)
        self._step()
        self.pages.ask_why_stopped()

    def toggle_pause(self) -> None:
        """Interrupt the test, or go on with the question that is due."""
        test = self._going()
        if test is None:
            return
        if test.state.phase is Phase.PAUSED:
            test.resume()
        else:
            test.pause()
        self._step()

    def _going(self) -> LongStrideTest | None:
        """The test, as long as it neither ended nor was stopped."""
        test = self._test
        is_over = test is None or test.state.phase is Phase.ENDED or test.state.end is not None
        return None if is_over else test

    def toggle_far(self) -> None:
        """Show the patient's words alone, with STOP, or also what the physiotherapist reads."""
        is_far = not self.pages.isHidden() and self._test is not None
        self.pages.setHidden(is_far)

    def leave_far(self) -> None:
        """Come back to the numbers; never ends a test."""
        self.pages.show()

    def take(self, updates: "list[WalkUpdate]") -> None:
        """Show and score what the walk brought, oldest first."""
        for update in updates:
            self._sensor.see(update)
            if update.trace is not None:
                self.walk.strip.add(*update.trace)
            for event in update.events:
                self._take_event(event)

    def close_walk(self) -> None:
        """End the walk and its thread; what was saved is whole."""
        self._goes_on = False
        self._frames.stop()
        self.metronome.stop()
        self._link.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the walk with the widget."""
        self.close_walk()
        super().closeEvent(event)

    def _go_on_with(self, test: LongStrideTest) -> None:
        self._test, self._shown = test, None
        self.before.has_marks.setChecked(self.entry.has_marks.isChecked())
        self.before.has_beat.setChecked(self.entry.has_beat.isChecked())
        if test.state.phase is not Phase.ENDED:
            self._begin_walk()
        self._show()

    def _take_event(self, event: object) -> None:
        test = self._test
        if isinstance(event, Calibrated):
            self._sensor.is_calibrated = self._sensor.is_calibrated or event.is_accepted
            self._show_ready()
        elif isinstance(event, ExtensionPeak):
            self.walk.strip.mark(StrideMark(event.t_s, event.peak_thigh_extension_deg, None))
        elif isinstance(event, Stride) and test is not None and test.state.phase is Phase.WALK:
            self._score(test, event)

    def _score(self, test: LongStrideTest, stride: Stride) -> None:
        n_before = test.progress.n_scored
        progress = test.push(stride)
        if progress.n_scored > n_before:
            self.walk.show_progress(progress, test.state.bouts[-1])
            self._step()

    def _frame(self) -> None:
        self.take(self._link.take())
        test = self._test
        if test is None or test.state.phase is not Phase.RATE_BEFORE:
            return
        if test.check_wait(self._now_s()) is Phase.ENDED:
            self._step()
            return
        self._show_wait(test)
        self._show_ready()

    def _start_bout(self, pain: int) -> None:
        test = self._test
        if test is None or test.state.phase is not Phase.RATE_BEFORE:
            return
        phase = test.rate_before(pain, self._now_s(), self._sensor.walk)
        if phase is Phase.RATE_BEFORE:
            self.before.scale.clear()
            self.before.allow_start()
            self.before.scale.setFocus()
        elif phase is Phase.WALK:
            self.sound_wanted.emit(Sound.START)
            self._sensor.begins(self._title(test, len(test.state.bouts)))
            self.bout_begun.emit(test.state.bouts[-1].proposal)
        self._step()

    def _stand(self) -> None:
        test = self._test
        if test is not None and test.state.phase is Phase.WALK:
            test.end_bout()
            self._step()

    def _rate(self, pain: int | None, is_familiar: bool | None, toe_out_deg: float | None) -> None:
        test = self._test
        if test is not None and test.state.phase is Phase.RATE_AFTER:
            test.rate_after(pain, is_familiar, toe_out_deg)
            self._sensor.is_rated(len(test.state.bouts), test.state.bouts[-1])
            self._step()

    def _rate_again(self) -> None:
        """Take the last rating back, and ask for it once more."""
        test = self._test
        if test is None or not test.can_rate_again:
            return
        had_ended = test.state.phase is Phase.ENDED
        test.rate_again()
        self._step()
        if had_ended:
            self._goes_on = self._link.is_running  # until its walk has ended, which was asked for
            if not self._goes_on:
                self._begin_walk()

    def _repeat(self, note: str) -> None:
        if self._test is not None and note:
            self._test.repeat_bout(note)
            self._shown = None
            self._step()

    def _name_end(self, is_sign: bool) -> None:
        """Note why it was stopped, then go on to the rating or the result."""
        if self._test is not None:
            self._test.name_end(End.WARNING_SIGN if is_sign else End.WISH)
            self._shown = None
            self._step()

    def _finish(self) -> None:
        if self._test is not None:
            self.finished.emit(result_of(self._test.state))

    def _step(self) -> None:
        """Keep the test, and show what it waits for now."""
        self._save()
        self._show()

    def _save(self) -> None:
        if self._test is not None:
            self.saved.emit(self._test.to_json())

    def _show(self) -> None:
        """Show the page of the test's phase; a page once shown keeps what was typed into it."""
        test = self._test
        phase = None if test is None else test.state.phase
        self.far.setVisible(test is not None)
        self.bar.setVisible(phase not in {None, Phase.ENDED})
        if test is None or phase is None:
            self.pages.setCurrentWidget(self.entry)
            return
        is_new, self._shown = phase is not self._shown, phase
        self.bar.show_phase(phase, is_stopped=test.state.end is not None)
        if phase is Phase.RATE_BEFORE:
            self._show_before(test, is_new=is_new)
        elif phase is Phase.WALK and is_new:
            self._show_walk(test)
        elif phase is Phase.RATE_AFTER and is_new:
            self.pages.ask_after(test, self._title(test, len(test.state.bouts)))
        elif phase is Phase.PAUSED:
            self.pages.setCurrentWidget(self.paused)
        elif phase is Phase.ENDED and is_new:
            self._show_result(test)
        if phase is not Phase.WALK:
            self.metronome.stop()
        self._show_face(test)

    def _show_before(self, test: LongStrideTest, *, is_new: bool) -> None:
        if is_new:
            self.pages.ask_before(test)
        self._show_proposal()
        self._show_wait(test)
        self._show_ready()

    def _show_proposal(self) -> None:
        test = self._test
        if test is None or test.state.phase is not Phase.RATE_BEFORE:
            return
        pain = self.before.scale.pain
        proposal = test.proposal if pain is None else test.preview(pain)
        if proposal is not None:
            title = test_texts.bout_title(len(test.state.bouts) + 1, test.settings.bouts, proposal)
            self.before.show_proposal(title, proposal)

    def _show_walk(self, test: LongStrideTest) -> None:
        bout = test.state.bouts[-1]
        proposal = bout.proposal
        self.walk.show_bout(self._title(test, len(test.state.bouts)), proposal.extension_deg)
        self.walk.show_progress(test.progress, bout)
        self.pages.setCurrentWidget(self.walk)
        self.walk.stand.setFocus()
        has_beat = self.before.has_beat.isChecked() or proposal.step is Step.QUICK
        if has_beat and proposal.cadence_spm is not None:
            self.metronome.start(proposal.cadence_spm)

    def _show_result(self, test: LongStrideTest) -> None:
        self._frames.stop()
        self._link.end()
        self.leave_far()
        self.far.setMaximumHeight(_FAR_AT_THE_END_PX)
        self.pages.show_result(test)

    def _show_wait(self, test: LongStrideTest) -> None:
        left_s = test.wait_left_s(self._now_s())
        said = ""
        if left_s is not None:
            said = self.tr(
                "Pain is too high to start. Wait and rate again; {0} left, then the test ends."
            ).format(texts.walked_time(left_s))
        self.before.show_wait(said)
        self._show_face(test)

    def _show_ready(self) -> None:
        """Say whether a bout can begin as far as the sensor goes."""
        self.before.show_ready(self._sensor.words, is_ready=self._sensor.is_ready)
        if self._test is not None:
            self._show_face(self._test)

    def _show_face(self, test: LongStrideTest) -> None:
        aids = test_texts.Aids(self.before.has_marks.isChecked(), self.before.has_beat.isChecked())
        face = test_texts.patient_face(test.state, aids, is_ready=self._sensor.is_calibrated)
        self.far.show_face(face)

    def _show_failed(self, error: Exception, summary: object) -> None:
        said = texts.error_words(error)
        self._sensor.is_calibrated = False
        test = self._test
        if test is not None and test.state.phase is Phase.WALK and test.state.end is None:
            test.pause()
            self._step()
        self.notice.tell(said.happened, said.body, self.tr("Try again"), self._begin_walk)

    def _begin_walk(self) -> None:
        self._sensor.start()
        self._frames.start()

    def _go_on_walking(self) -> None:
        """Let the sensor go on where a test does that had ended: its last rating was mistaken."""
        if self._goes_on:
            self._goes_on = False
            self._begin_walk()

    def _title(self, test: LongStrideTest, n_bout: int) -> str:
        proposal = test.state.bouts[n_bout - 1].proposal
        return test_texts.bout_title(n_bout, test.settings.bouts, proposal)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.far, 3)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 7)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.entry.begin_requested.connect(self.begin)
        self.before.pain_picked.connect(self._show_proposal)
        self.before.pain_picked.connect(self.before.allow_start)
        self.before.start_requested.connect(self._start_bout)
        self.before.repeat_requested.connect(self._repeat)
        for aid in (self.before.has_marks, self.before.has_beat):
            aid.toggled.connect(self._show_proposal)
        self.walk.stand_requested.connect(self._stand)
        for page in (self.before, self.result):
            page.rate_again.clicked.connect(self._rate_again)
        self.after.rated.connect(self._rate)
        self.paused.go_on.clicked.connect(self.toggle_pause)
        self.stopped.answered.connect(self._name_end)
        self.result.keep.clicked.connect(self._finish)
        self.bar.stop.clicked.connect(self.stop_test)
        self.bar.pause.clicked.connect(self.toggle_pause)
        self.bar.far_only.clicked.connect(self.toggle_far)
        self.metronome.beat.connect(lambda: self.sound_wanted.emit(Sound.GOOD))
        self._frames.timeout.connect(self._frame)
        self._link.failed.connect(self._show_failed)
        self._link.ended.connect(self._go_on_walking)
        self.bar.answer_keys_of(self)
