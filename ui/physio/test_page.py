"""The tab of the long-stride test: whose leg, which sensor, the test itself, and its threshold.

A test that goes on is a setting of the person, written anew after every step; once it has ended it
becomes an entry of their journal, signed.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coach import intake_words
from coach.care.intake import LegIntake
from coach.care.intake_rules import chosen
from coach.care.limits import Limit
from coach.care.long_stride_after import before_retest, pain_record_of
from coach.care.long_stride_result import LongStrideResult, result_of
from coach.care.long_stride_state import Bout, End, Phase, TestState
from coach.care.long_stride_test import LongStrideTest
from coach.care.pain_record import MorningAnswer
from coach.care.threshold_result import Threshold
from coach.care.warning_signs import Lock
from coach.follow_up.later_walks import as_bouts, rated_since, threshold_with
from coach.records.entries import LegProfile
from coach.records.errors import RecordError
from coach.records.folders import walks_folder
from coach.records.library import own_setting
from coach.today import locks_of, pain_records
from ui import care_texts
from ui.background import Background
from ui.link import WalkLink
from ui.physio.desk import Desk
from ui.physio.practice import PracticeWalker
from ui.physio.test_start import StartPage
from ui.physio.test_wizard import LongStrideTestWizard
from ui.physio.threshold_view import ThresholdView
from ui.texts import from_words
from ui.widgets.sheet import text_label

if TYPE_CHECKING:
    from coach.live import LiveWalk
    from sensors.source import Source
    from ui.patient.connect_sheet import ChosenSensor

translate = QCoreApplication.translate
_BEFORE_BOUT_S = 1.0


class TestPage(QWidget):
    """Joins start, wizard and threshold to what is kept of the person.

    Parameters
    ----------
    speed : float or None
        How fast a simulated walker walks; None is as fast as possible.
    """

    __test__ = False  # not a test of pytest's

    def __init__(self, desk: Desk, *, speed: float | None = 1.0) -> None:
        super().__init__()
        self._desk, self._speed = desk, speed
        self._side = desk.home.side
        self._walker: PracticeWalker | None = None
        self._background = Background(self)
        self.wizard: LongStrideTestWizard | None = None
        self.start, self.threshold = StartPage(), ThresholdView()
        self.start.leg.choose([self._side])
        self.threshold.set.hide()  # whoever is in here has entered the PIN: what is set is locked
        self.practice = text_label(
            translate("test", "Practice with a simulated walker: nothing of it is kept."),
            is_bold=True,
        )
        self.practice.setContentsMargins(12, 4, 12, 0)
        self.practice.hide()
        self.stack = QStackedWidget()
        for page in (self.start, self.threshold):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.practice)
        column.addWidget(self.stack, 1)
        self.start.side_changed.connect(self._change_side)
        self.start.sensor_requested.connect(self._choose_sensor)
        self.start.practice_requested.connect(self._practise)
        self.start.resume_requested.connect(self._choose_sensor)
        self.start.drop_requested.connect(self._drop_draft)
        self.start.threshold_requested.connect(self._show_last_threshold)
        self.threshold.lock_requested.connect(self._set_limit)
        self.threshold.replay.requested.connect(self._replay)
        self.threshold.closed.connect(self._go_back_to_start)

    @property
    def is_busy(self) -> bool:
        """Whether a test goes on."""
        test = None if self.wizard is None else self.wizard.test
        return test is not None and test.state.phase not in {Phase.ENDED, Phase.PAUSED}

    def may_leave(self) -> bool:
        """Whether no test goes on; else it says so."""
        if self.is_busy:
            self._desk.question.emit(
                translate("test", "A test goes on."),
                translate("test", "Pause it or stop it first; then everything is kept."),
                (translate("test", "Stay here"), _nothing),
                (translate("test", "Pause the test"), self._pause),
            )
        return not self.is_busy

    def refresh(self) -> None:
        """Show what is kept of this leg now."""
        if self.stack.currentWidget() is self.start:
            self._show_start()

    def begin(self, source: "Source") -> None:
        """Show the test with this source of samples, from where the draft stands."""
        draft = None if self._walker is not None else self._draft()
        wizard = self._open_wizard(source)
        if draft is not None:
            wizard.resume(msgspec.json.encode(draft))

    def close_walk(self) -> None:
        """End the walk of a test; what was begun is kept."""
        if self.wizard is None:
            return
        wizard, self.wizard = self.wizard, None
        wizard.close_walk()
        if wizard.test is not None:
            self._list_walks(wizard.test.state)
        self.stack.removeWidget(wizard)
        wizard.deleteLater()

    def close(self) -> bool:
        """Let go of the walk."""
        self.close_walk()
        self._background.close()
        return super().close()

    def _open_wizard(self, source: "Source") -> LongStrideTestWizard:
        self.close_walk()
        profile = self._desk.home.library.profile(self._desk.home.person, self._side)
        make_walk = partial(
            _walk_of, source, profile or LegProfile(), self._speed, is_kept=self._walker is None
        )
        wizard = LongStrideTestWizard(WalkLink(make_walk))
        wizard.sound_wanted.connect(self._desk.home.sounds.play)
        if self._walker is None:
            wizard.saved.connect(self._save_draft)
        else:
            wizard.bout_begun.connect(self._walker.take)
            wizard.result.keep.setText(translate("test", "Show the threshold"))
        wizard.finished.connect(self._finish)
        wizard.entry.left.connect(self._leave_test)
        self.wizard = wizard
        self.practice.setVisible(self._walker is not None)
        self.stack.addWidget(wizard)
        self.stack.setCurrentWidget(wizard)
        wizard.setFocus()
        return wizard

    def _choose_sensor(self) -> None:
        from coach.remembered import remembered_sensor
        from ui.patient.connect_sheet import ConnectSheet
        from ui.sensor_finder import SensorFinder

        sheet = ConnectSheet(SensorFinder(), remembered_sensor(), self)
        sheet.chosen.connect(self._take_sensor)
        sheet.open()

    def _take_sensor(self, chosen: "ChosenSensor") -> None:
        from coach.commands.radio import source_of

        self._walker = None
        self.begin(source_of(chosen.sensor, chosen.remembered, self._side, None))

    def _practise(self) -> None:
        self._walker = PracticeWalker()
        self.begin(self._walker.walk)

    def _pause(self) -> None:
        if self.wizard is not None and self.is_busy:
            self.wizard.toggle_pause()

    def _finish(self, result: LongStrideResult) -> None:
        is_practice, self._walker = self._walker is not None, None
        if not is_practice:
            if not self._desk.keep(result.state, side=self._side):
                return
            self._keep_ratings(result.state)
            self._forget_draft()
        self.close_walk()
        self._show_threshold(result, can_lock=not is_practice)

    def _list_walks(self, state: TestState) -> None:
        """Put what the sensor told during a test into the person's list of walks."""
        library, person = self._desk.home.library, self._desk.home.person
        for name in {bout.walk for bout in state.bouts} - {""}:
            with suppress(RecordError):  # locked meanwhile, or gone: it is listed with its folder
                library.index_walk(walks_folder() / name, person)

    def _replay(self, bout: Bout) -> None:
        """Show the samples of a bout, from just before its first stride."""
        from ui.replay.window import show_replay

        at_s = None if bout.start_s is None else bout.start_s - _BEFORE_BOUT_S
        show_replay(walks_folder() / bout.walk, self, at_s=at_s)

    def _keep_ratings(self, state: TestState) -> None:
        """Let the pain light know, so that the morning after the test is asked."""
        home = self._desk.home
        record = pain_record_of(state, home.now(), self._side)
        if record is not None:
            home.keep(record, side=self._side, by=self._desk.name)

    def _show_threshold(self, result: LongStrideResult, *, can_lock: bool) -> None:
        today = self._desk.home.now().date()
        self.threshold.show_practice(is_practice=not can_lock)
        self.threshold.show_threshold(result, today, self._desk.name)
        self._show_limit()
        self.stack.setCurrentWidget(self.threshold)
        self.threshold.focus_first()

    def _show_last_threshold(self) -> None:
        noted = self._desk.home.library.newest(self._desk.home.person, TestState, self._side)
        if noted is not None:
            result = result_of(noted.entry)
            self._show_threshold(result, can_lock=True)
            self._look_at_walks(result, noted.at)

    def _look_at_walks(self, result: LongStrideResult, tested_at: datetime) -> None:
        """Ask, elsewhere, what the walks since the test say; it is a proposal and no more."""
        library, person = self._desk.home.library, self._desk.home.person
        rated = rated_since(library, person, self._side, tested_at)
        if not rated:
            return

        def work() -> tuple[Threshold | None, int]:
            walks = as_bouts(rated)
            return threshold_with(result, walks), len(walks)

        def show(found: tuple[Threshold | None, int]) -> None:
            if self.stack.currentWidget() is self.threshold:
                self.threshold.show_news(*found)

        self._background.run(work, show, self._desk.home.failed.emit)

    def _show_limit(self) -> None:
        limits = self._desk.home.library.limits(self._desk.home.person, self._side)
        if limits:
            newest = limits[-1]
            self.threshold.show_limit(newest.limit, newest.set_by, newest.set_at.date())

    def _set_limit(self, limit: Limit, reason: str) -> None:
        if self._desk.set_limit(self._side, limit, reason):
            self._show_limit()

    def _show_start(self) -> None:
        home = self._desk.home
        self.start.show_draft(self._draft())
        locks = locks_of(home.about, home.now().date())
        self.start.show_found(self._against())
        mornings = [noted.entry for noted in home.library.entries(home.person, MorningAnswer)]
        records = pain_records(home.library, home.person)
        self.start.show_morning(before_retest(records, mornings, self._side))
        self.start.show_open(is_open=locks.is_open(Lock.LONG_STRIDE_TEST))
        noted = home.library.newest(home.person, TestState, self._side)
        self.start.show_last_test("" if noted is None else care_texts.day(noted.at.date()))
        self.practice.hide()
        self.stack.setCurrentWidget(self.start)

    def _leave_test(self) -> None:
        """Leave a test that has not begun."""
        self.close_walk()
        self._walker = None
        self._go_back_to_start()

    def _go_back_to_start(self) -> None:
        """Show the start, and let the keyboard go on there instead of outside of the page."""
        self._show_start()
        self.start.focus_first()

    def _against(self) -> list[str]:
        """What of the intake of this leg speaks against a test."""
        home = self._desk.home
        intake = home.library.newest(home.person, LegIntake, self._side)
        if intake is None:
            return []
        why = chosen([intake.entry]).closes.get(Lock.LONG_STRIDE_TEST, ())
        return [from_words(intake_words.FINDING[finding]) for finding in why]

    def _change_side(self) -> None:
        self._side = self.start.side
        self._show_start()

    def _key(self) -> str:
        return own_setting(self._desk.home.person, f"long_stride.{self._side}")

    def _draft(self) -> TestState | None:
        saved = self._desk.home.library.setting(self._key(), msgspec.Raw)
        if saved is None or bytes(saved) == b"null":
            return None
        try:
            return LongStrideTest.from_json(bytes(saved)).state
        except ValueError:
            return None

    def _save_draft(self, test: bytes) -> None:
        try:
            self._desk.home.library.save_setting(self._key(), msgspec.Raw(test))
        except RecordError as error:
            self._desk.home.failed.emit(error)

    def _forget_draft(self) -> None:
        self._save_draft(b"null")

    def _drop_draft(self) -> None:
        """Keep an interrupted test as it is, as one that was stopped by wish."""
        draft = self._draft()
        if draft is not None:
            draft.phase, draft.end, draft.proposal = Phase.ENDED, draft.end or End.WISH, None
            self._list_walks(draft)
            if not self._desk.keep(draft, side=self._side):
                return
            self._keep_ratings(draft)
        self._forget_draft()
        self._go_back_to_start()


def _walk_of(
    source: "Source", profile: LegProfile, speed: float | None, _: Limit | None, *, is_kept: bool
) -> "LiveWalk":
    """A walk without a limit, so without a cue, measured with what is known of the leg.

    Each has a file of its own: also one that begins after the sensor was lost, or after a crash.
    """
    from coach.coach import CoachSettings
    from coach.gait.pipeline import GaitSettings
    from coach.keeping import Keeping
    from coach.live import LiveWalk

    gait = GaitSettings.of(source.info)
    gait = replace(
        gait,
        leg_length_m=profile.leg_length_m or gait.leg_length_m,
        height_m=profile.height_m or gait.height_m,
        placement=profile.placement or gait.placement,
    )
    place = Keeping(None, source.info.kind, is_test=True).settle() if is_kept else None
    return LiveWalk(source, CoachSettings(gait), speed=speed, out=place)


def _nothing() -> None:
    """Stay."""
