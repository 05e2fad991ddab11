"""The long-stride test in its window: what is asked, what is shown, what stops, what is saved."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.care.long_stride_state import Dropped, End, Phase, Step
from coach.care.long_stride_test import LongStrideTest
from coach.gait.events import Calibrated
from coach.live import LiveWalk, WalkUpdate
from sensors.errors import LinkError, SensorFault
from tests.coach.care.patients import USUAL_DEG, stride
from tests.ui.physio.leading import answer_entry
from tests.ui.updates import update
from ui.link import WalkLink
from ui.physio.test_wizard import LongStrideTestWizard
from ui.sounds import Sound

Key = Qt.Key


class StillLink(WalkLink):
    """A walk of which the test itself tells the updates."""

    def __init__(self) -> None:
        def no_walk(_: Limit | None) -> LiveWalk:
            raise AssertionError("no walk is made")

        super().__init__(no_walk)
        self.n_starts = 0

    def start(self, limit: Limit | None) -> None:
        assert limit is None
        self.n_starts += 1

    def take(self) -> list[WalkUpdate]:
        return []


class Clock:
    """Seconds as the test says."""

    now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def wizard(qtbot: QtBot, clock: Clock) -> Iterator[LongStrideTestWizard]:
    made = LongStrideTestWizard(StillLink(), now_s=clock)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_walk()


@pytest.fixture
def begun(wizard: LongStrideTestWizard) -> LongStrideTestWizard:
    """After the entry check, with the sensor ready."""
    answer_entry(wizard.entry, 0)
    wizard.entry.begin.click()
    wizard.take([update(events=(Calibrated(2.0, True, 0.3, None),))])
    return wizard


def _walk(wizard: LongStrideTestWizard, n: int = 10, extension_deg: float = USUAL_DEG) -> None:
    events = tuple(stride(1.1 * i, extension_deg + (-1) ** i, 1.3) for i in range(n))
    wizard.take([update(events=events)])


def _start(wizard: LongStrideTestWizard, pain: int = 0) -> None:
    wizard.before.scale.pick(pain)
    wizard.before.start.click()


def _bout(wizard: LongStrideTestWizard, pain_after: int = 0) -> None:
    _start(wizard)
    _walk(wizard)
    wizard.walk.stand.click()
    wizard.after.scale.pick(pain_after)
    if pain_after:
        wizard.after.familiar.say(True)
    wizard.after.keep.click()


def _state(wizard: LongStrideTestWizard) -> LongStrideTest:
    assert wizard.test is not None
    return wizard.test


def test_no_test_begins_with_a_question_open(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry)
    wizard.entry.may_fall.clear()
    wizard.entry.resting_pain.pick(1)
    assert not wizard.entry.begin.isEnabled()


def test_no_test_begins_before_the_flare_was_asked(wizard: LongStrideTestWizard) -> None:
    assert wizard.entry.flare_h.text() == "not told"
    answer_entry(wizard.entry, 0)
    wizard.entry.flare_h.setValue(wizard.entry.flare_h.minimum())
    assert not wizard.entry.begin.isEnabled()


def test_a_reason_against_it_is_told_and_nothing_begins(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry)
    wizard.entry.may_fall.say(True)
    assert "No test today" in wizard.entry.verdict.text()
    assert "may fall" in wizard.entry.verdict.text()
    assert not wizard.entry.begin.isEnabled()


def test_clearance_is_asked_only_where_it_is_needed(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry)
    assert wizard.entry.is_cleared.isHidden()
    wizard.entry.needs_clearance.say(True)
    assert not wizard.entry.is_cleared.isHidden()
    assert wizard.entry.entry is None
    wizard.entry.is_cleared.say(True)
    assert wizard.entry.begin.isEnabled()


def test_a_test_begins_a_walk_without_a_limit(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry)
    wizard.entry.begin.click()
    assert isinstance(wizard._link, StillLink)
    assert wizard._link.n_starts == 1


def test_a_sore_walker_begins_with_short_steps(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry, usual_pain=3)
    wizard.entry.begin.click()
    assert "Short steps" in wizard.before.title.text()


def test_no_bout_starts_before_the_sensor_is_ready(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry)
    wizard.entry.begin.click()
    wizard.before.scale.pick(0)
    assert not wizard.before.start.isEnabled()
    assert "no samples" in wizard.before.ready.text()


def test_no_bout_starts_without_a_rating(begun: LongStrideTestWizard) -> None:
    assert not begun.before.start.isEnabled()
    begun.before.scale.pick(0)
    assert begun.before.start.isEnabled()


def test_the_bout_starts_from_a_small_window_without_scrolling(
    begun: LongStrideTestWizard,
) -> None:
    begun.resize(1060, 560)
    begun.show()
    start = begun.before.start
    assert start.visibleRegion().boundingRect() == start.rect()


def test_strides_are_counted_for_the_physiotherapist(begun: LongStrideTestWizard) -> None:
    _start(begun)
    _walk(begun, 7)
    assert begun.walk.count.text() == "7 of 10 strides"
    _walk(begun, 3)
    assert "enough" in begun.walk.count.text()


def test_the_patient_sees_neither_angle_nor_limit(begun: LongStrideTestWizard) -> None:
    seen = [begun.far.face]
    for pain in (0, 0, 0):
        _start(begun)
        _walk(begun)
        seen.append(begun.far.face)
        begun.walk.stand.click()
        seen.append(begun.far.face)
        begun.after.scale.pick(pain)
        begun.after.keep.click()
    words = " ".join(f"{face.word} {face.second}" for face in seen)
    assert not any(character.isdigit() or character == "°" for character in words)


def test_the_far_view_alone_keeps_stop_on_the_screen(begun: LongStrideTestWizard) -> None:
    QTest.keyClick(begun, Key.Key_F11)
    assert begun.pages.isHidden()
    assert begun.bar.stop.isVisible()


def test_escape_never_ends_a_test(begun: LongStrideTestWizard) -> None:
    _start(begun)
    QTest.keyClick(begun, Key.Key_Escape)
    assert _state(begun).state.phase is Phase.WALK


def test_the_key_s_stops_a_bout_and_still_takes_its_rating(begun: LongStrideTestWizard) -> None:
    _start(begun)
    _walk(begun, 5)
    QTest.keyClick(begun, Key.Key_S)
    assert _state(begun).state.phase is Phase.RATE_AFTER
    begun.stopped.no.click()
    begun.after.scale.pick(0)
    begun.after.keep.click()
    assert _state(begun).state.end is End.WISH
    assert begun.pages.currentWidget() is begun.result


def test_a_stop_for_a_warning_sign_says_so(begun: LongStrideTestWizard) -> None:
    begun.bar.stop.click()
    begun.stopped.yes.click()
    assert _state(begun).state.end is End.WARNING_SIGN
    assert "warning sign" in begun.result.end.text()


def test_after_a_stop_the_rating_may_be_left_out(begun: LongStrideTestWizard) -> None:
    _start(begun)
    assert begun.after.skip.isHidden()
    begun.bar.stop.click()
    assert not begun.after.skip.isHidden()
    begun.after.skip.click()
    assert _state(begun).state.phase is Phase.ENDED


def test_more_pain_asks_whether_it_is_familiar(begun: LongStrideTestWizard) -> None:
    _start(begun)
    _walk(begun)
    begun.walk.stand.click()
    begun.after.scale.pick(2)
    assert not begun.after.familiar.isHidden()
    assert not begun.after.keep.isEnabled()
    begun.after.familiar.say(False)
    begun.after.keep.click()
    assert _state(begun).state.bouts[0].is_familiar is False


def test_toe_out_is_kept_only_where_it_was_noted(begun: LongStrideTestWizard) -> None:
    _bout(begun)
    assert _state(begun).state.bouts[0].toe_out_deg is None
    _start(begun)
    _walk(begun)
    begun.walk.stand.click()
    begun.after.scale.pick(0)
    begun.after.toe_out.setValue(10.0)
    begun.after.keep.click()
    assert _state(begun).state.bouts[1].toe_out_deg == 10.0


def test_pain_too_high_waits_with_the_time_left(begun: LongStrideTestWizard, clock: Clock) -> None:
    _bout(begun)
    _start(begun, pain=3)
    assert "5:00" in begun.before.wait.text()
    assert begun.far.face.word == "Rest"
    assert not begun.before.start.isEnabled()
    clock.now_s += 240
    _start(begun, pain=1)
    assert _state(begun).state.phase is Phase.WALK


def test_pain_that_does_not_settle_ends_the_test(
    begun: LongStrideTestWizard, clock: Clock, qtbot: QtBot
) -> None:
    _bout(begun)
    _start(begun, pain=3)
    clock.now_s += 301
    qtbot.waitUntil(lambda: begun.pages.currentWidget() is begun.result, timeout=5000)
    assert _state(begun).state.end is End.PAIN_DID_NOT_SETTLE


def test_a_pause_has_the_bout_walked_again(begun: LongStrideTestWizard) -> None:
    _start(begun)
    _walk(begun, 4)
    QTest.keyClick(begun, Key.Key_P)
    assert begun.pages.currentWidget() is begun.paused
    begun.paused.go_on.click()
    assert _state(begun).state.bouts[0].dropped is Dropped.PAUSED
    assert begun.pages.currentWidget() is begun.before


def test_a_bout_is_repeated_for_a_reason(begun: LongStrideTestWizard) -> None:
    assert begun.before.repeat.isHidden()
    _bout(begun)
    assert not begun.before.repeat.isEnabled()
    begun.before.note.setText("stumbled")
    begun.before.repeat.click()
    assert _state(begun).state.bouts[0].dropped is Dropped.REPEATED
    assert _state(begun).proposal is not None
    assert "Usual steps" in begun.before.title.text()


def test_stop_is_not_typed_into_the_reason(begun: LongStrideTestWizard) -> None:
    _bout(begun)
    QTest.keyClicks(begun.before.note, "slipped")
    assert begun.before.note.text() == "slipped"
    assert _state(begun).state.end is None


def test_stop_works_from_the_foot_angle_too(begun: LongStrideTestWizard) -> None:
    _start(begun)
    _walk(begun)
    begun.walk.stand.click()
    begun.after.toe_out.setFocus()
    QTest.keyClick(begun.after.toe_out, Key.Key_S)
    assert _state(begun).state.end is End.WISH


def test_every_step_is_saved_and_goes_on_from_there(
    begun: LongStrideTestWizard, qtbot: QtBot
) -> None:
    saved: list[bytes] = []
    begun.saved.connect(saved.append)
    _start(begun)
    _walk(begun, 6)
    assert len(saved) == 7
    other = LongStrideTestWizard(StillLink())
    qtbot.addWidget(other)
    other.resume(bytes(saved[-1]))
    assert _state(other).state.bouts[0].dropped is Dropped.CRASHED
    assert len(_state(other).state.bouts[0].strides) == 6
    assert other.pages.currentWidget() is other.before
    other.close_walk()


def test_what_is_not_a_test_is_not_resumed(wizard: LongStrideTestWizard) -> None:
    with pytest.raises(ValueError, match="not a saved test"):
        wizard.resume(b"{}")


def test_a_finished_test_is_handed_over_when_kept(
    begun: LongStrideTestWizard, qtbot: QtBot
) -> None:
    _bout(begun)
    begun.bar.stop.click()
    begun.stopped.no.click()
    with qtbot.waitSignal(begun.finished) as told:
        begun.result.keep.click()
    assert told.args is not None
    assert told.args[0].state.end is End.WISH
    assert told.args[0].threshold is not None


def test_the_beat_sounds_while_walking_only(begun: LongStrideTestWizard) -> None:
    begun.before.has_beat.setChecked(True)
    _bout(begun)
    sounds: list[Sound] = []
    begun.sound_wanted.connect(sounds.append)
    _start(begun)
    proposal = _state(begun).proposal
    assert proposal is not None
    assert proposal.step is Step.SHORT
    assert begun.metronome.is_running
    assert sounds == [Sound.START, Sound.GOOD]
    _walk(begun)
    begun.walk.stand.click()
    assert not begun.metronome.is_running


def test_the_marks_follow_the_pain_before_the_bout(begun: LongStrideTestWizard) -> None:
    for _ in range(3):
        _bout(begun)
    _state(begun).state.first_pain = 2
    begun.before.scale.pick(0)
    fresh = begun.before.target.text()
    begun.before.scale.pick(3)
    assert begun.before.target.text() != fresh


def test_a_sensor_that_fails_pauses_the_bout_and_is_tried_again(
    begun: LongStrideTestWizard,
) -> None:
    _start(begun)
    begun._link.failed.emit(LinkError(SensorFault.LINK_LOST), None)
    assert begun.pages.currentWidget() is begun.paused
    assert begun.notice.said
    begun.notice.button.click()
    assert isinstance(begun._link, StillLink)
    assert begun._link.n_starts == 2


@pytest.mark.usefixtures("finnish")
def test_it_speaks_finnish(begun: LongStrideTestWizard) -> None:
    _start(begun)
    assert begun.far.face.word == "Tavalliset askeleet"
    assert begun.bar.stop.text() == "SEIS (S)"


def test_a_rating_typed_by_mistake_is_corrected_and_the_test_goes_on(
    begun: LongStrideTestWizard,
) -> None:
    _bout(begun, 8)
    assert begun.pages.currentWidget() is begun.result
    assert "Red" in begun.result.said.text()
    begun.result.rate_again.click()
    assert begun.pages.currentWidget() is begun.after
    begun.after.scale.pick(0)
    begun.after.keep.click()
    assert begun.pages.currentWidget() is begun.before
    begun.before.scale.pick(0)
    assert not begun.before.start.isEnabled()  # the sensor was let go of: the person stands again
    begun.take([update(events=(Calibrated(2.0, True, 0.3, None),))])
    assert begun.before.start.isEnabled()


def test_a_rating_can_be_corrected_before_the_next_bout(begun: LongStrideTestWizard) -> None:
    _bout(begun, 0)
    begun.before.rate_again.click()
    begun.after.scale.pick(1)
    begun.after.familiar.say(True)
    begun.after.keep.click()
    assert [bout.pain_after for bout in _state(begun).state.bouts] == [1]


def test_before_the_first_bout_there_is_nothing_to_correct(begun: LongStrideTestWizard) -> None:
    assert begun.before.rate_again.isHidden()


def test_a_stopped_test_offers_no_correction(begun: LongStrideTestWizard) -> None:
    _bout(begun)
    begun.bar.stop.click()
    begun.stopped.no.click()
    assert begun.result.rate_again.isHidden()
