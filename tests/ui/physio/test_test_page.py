"""The tab of the long-stride test: what is kept when, gone on with, and set as a limit."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.care.long_stride_state import End, Phase, TestState
from coach.care.pain_record import Activity
from coach.care.warning_signs import Event, HipHistory
from coach.gait.events import Calibrated
from coach.records import roles
from coach.records.entries import AboutPerson
from coach.records.folders import walks_folder
from coach.records.walk_file import WalkFile
from coach.today import pain_records
from sensors.samples import Side
from tests.coach.care.patients import USUAL_DEG, stride
from tests.ui.home.conftest import Clock
from tests.ui.physio.leading import answer_entry
from tests.ui.updates import OpenEnded, update
from ui.home.home import Home
from ui.physio.desk import Desk
from ui.physio.test_page import TestPage
from ui.physio.test_wizard import LongStrideTestWizard


@pytest.fixture
def desk(home: Home, clock: Clock) -> Desk:
    return Desk(home, roles.add_physio(home.library, "Anna", "482913", clock()))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[TestPage]:
    page = TestPage(desk)
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show()
    page.refresh()
    yield page
    page.close_walk()


def _begin(page: TestPage) -> LongStrideTestWizard:
    page.begin(OpenEnded())
    wizard = page.wizard
    assert wizard is not None
    if wizard.test is None:
        answer_entry(wizard.entry, 0)
        wizard.entry.begin.click()
    wizard.take([update(events=(Calibrated(2.0, True, 0.3, None),))])
    return wizard


def _walk(wizard: LongStrideTestWizard) -> None:
    wizard.before.scale.pick(0)
    wizard.before.start.click()
    strides = tuple(stride(1.1 * i, USUAL_DEG + (-1) ** i, 1.3) for i in range(10))
    wizard.take([update(events=strides)])


def _bout(wizard: LongStrideTestWizard) -> None:
    _walk(wizard)
    wizard.walk.stand.click()
    wizard.after.scale.pick(0)
    wizard.after.keep.click()


def _ended(page: TestPage) -> None:
    wizard = _begin(page)
    _bout(wizard)
    wizard.bar.stop.click()
    wizard.stopped.no.click()
    wizard.result.keep.click()


def _practise(page: TestPage, look: Callable[[], object] = lambda: None) -> None:
    """Practise, and stop after the entry check; `look` is called once it has begun."""
    page.start.practice.click()
    look()
    wizard = page.wizard
    assert wizard is not None
    answer_entry(wizard.entry, 0)
    wizard.entry.begin.click()
    wizard.bar.stop.click()
    wizard.stopped.no.click()
    wizard.result.keep.click()


def test_a_leg_that_was_never_tested_offers_only_a_new_test(page: TestPage) -> None:
    assert page.start.side is Side.RIGHT
    assert page.start.draft.isHidden()
    assert page.start.last.isHidden()


def test_a_test_that_was_left_in_a_bout_is_gone_on_with(page: TestPage) -> None:
    wizard = _begin(page)
    _bout(wizard)
    _walk(wizard)
    page.close_walk()
    page.refresh()
    page.start.side_changed.emit()
    assert not page.start.draft.isHidden()
    assert page.start.new.isHidden()
    again = _begin(page)
    assert again.test is not None
    assert [len(bout.strides) for bout in again.test.state.bouts] == [10, 10]
    assert again.test.state.phase is Phase.RATE_BEFORE


def test_the_other_leg_has_a_test_of_its_own(page: TestPage) -> None:
    _bout(_begin(page))
    page.close_walk()
    page.start.leg.buttons[Side.LEFT].click()
    assert page.start.draft.isHidden()


def test_a_test_that_ended_is_an_entry_of_the_journal(page: TestPage, home: Home) -> None:
    _ended(page)
    noted = home.library.newest(home.person, TestState, Side.RIGHT)
    assert noted is not None
    assert (noted.entry.end, noted.by) == (End.WISH, "Anna")
    assert page.stack.currentWidget() is page.threshold


def test_after_its_end_nothing_is_left_to_go_on_with(page: TestPage) -> None:
    _ended(page)
    page.threshold.back.click()
    assert page.start.draft.isHidden()
    assert "Tested on" in page.start.last_said.text()


def test_a_limit_is_set_in_the_physios_name_with_its_reason(page: TestPage, home: Home) -> None:
    _ended(page)
    page.threshold.limit.setValue(9.0)
    page.threshold.reason.setText("sore after the test")
    page.threshold.lock.click()
    (entry,) = home.library.limits(home.person, Side.RIGHT)
    assert entry.limit is not None
    assert (entry.set_by, entry.reason, entry.limit.extension_deg) == (
        "Anna",
        "sore after the test",
        9.0,
    )
    assert "Locked by Anna" in page.threshold.in_force.text()


def test_what_was_set_is_signed(page: TestPage, desk: Desk) -> None:
    _ended(page)
    page.threshold.lock.click()
    assert not desk.checked().faults


def test_an_interrupted_test_may_be_left_as_it_is(page: TestPage, home: Home) -> None:
    _bout(_begin(page))
    page.close_walk()
    page.start.drop.click()
    noted = home.library.newest(home.person, TestState, Side.RIGHT)
    assert noted is not None
    assert (noted.entry.phase, noted.entry.end) == (Phase.ENDED, End.WISH)
    assert page.start.draft.isHidden()


def test_practice_is_not_kept(page: TestPage, home: Home) -> None:
    _practise(page)
    assert home.library.newest(home.person, TestState, Side.RIGHT) is None
    page.threshold.back.click()
    assert page.start.draft.isHidden()


def test_practice_says_so_from_its_beginning_to_its_threshold(page: TestPage) -> None:
    said = [page.practice.isVisible()]
    _practise(page, lambda: said.append(page.practice.isVisible()))
    said.append(page.practice.isVisible())
    page.threshold.back.click()
    said.append(page.practice.isVisible())
    assert said == [False, True, True, False]


def test_a_test_that_goes_on_is_not_left_by_mistake(page: TestPage, qtbot: QtBot) -> None:
    _begin(page)
    with qtbot.waitSignal(page._desk.question):
        assert not page.may_leave()
    page._pause()
    assert page.may_leave()


def test_an_operation_that_was_not_entered_closes_the_test(page: TestPage, home: Home) -> None:
    assert page.start.sensor.isEnabled()
    about = AboutPerson(
        sore_sides=(Side.RIGHT,), hips={Side.RIGHT: (HipHistory(Event.OTHER_OPERATION),)}
    )
    home.library.keep(home.person, about, at=home.now())
    page.refresh()
    assert not page.start.sensor.isEnabled()
    assert not page.start.closed.isHidden()
    assert page.start.practice.isEnabled()


def test_a_draft_goes_with_the_person(page: TestPage, home: Home) -> None:
    _bout(_begin(page))
    page.close_walk()
    key = page._key()
    home.library.forget_person(home.person)
    assert home.library.setting(key, TestState) is None


def test_the_ratings_of_a_test_ask_for_its_morning(page: TestPage, home: Home) -> None:
    _ended(page)
    (record,) = pain_records(home.library, home.person)
    assert record.activity is Activity.TEST
    page.threshold.back.click()
    assert "not known yet" in page.start.morning.text()


def _kept_bout(page: TestPage, qtbot: QtBot) -> LongStrideTestWizard:
    """A bout whose samples go into a file, rated as one that hurt."""
    wizard = _begin(page)
    qtbot.waitUntil(lambda: wizard._link.kept_in is not None)
    _walk(wizard)
    wizard.walk.stand.click()
    wizard.after.scale.pick(2)
    wizard.after.familiar.say(True)
    wizard.after.keep.click()
    return wizard


def test_what_the_sensor_told_in_a_test_is_a_walk_of_the_person(
    page: TestPage, home: Home, qtbot: QtBot
) -> None:
    wizard = _kept_bout(page, qtbot)
    assert wizard.test is not None
    (bout,) = wizard.test.state.bouts
    page.close_walk()
    (walk,) = home.library.walks()
    assert (walk.path, walk.person_id) == (walks_folder() / bout.walk, home.person.id)
    with WalkFile.open(walk.path) as file:
        assert sum(len(block.t_s) for block in file.blocks()) == 100


def test_its_bouts_and_what_hurt_stand_in_the_file(page: TestPage, qtbot: QtBot) -> None:
    wizard = _kept_bout(page, qtbot)
    path = wizard._link.kept_in
    page.close_walk()
    assert path is not None
    with WalkFile.open(path) as file:
        begun, rated = (note.text for note in file.notes())
        assert begun.startswith("Bout 1 of")
        assert rated.startswith("1. Usual steps")
        assert [mark.level for mark in file.pain_marks()] == [2]


def test_a_test_that_goes_on_later_names_every_file_it_has(
    page: TestPage, home: Home, qtbot: QtBot
) -> None:
    _kept_bout(page, qtbot)
    page.close_walk()
    wizard = _kept_bout(page, qtbot)
    wizard.bar.stop.click()
    wizard.stopped.no.click()
    wizard.result.keep.click()
    noted = home.library.newest(home.person, TestState, Side.RIGHT)
    assert noted is not None
    names = {bout.walk for bout in noted.entry.bouts}
    assert len(names) == 2
    assert {walk.path.name for walk in home.library.walks()} == names


def test_practice_writes_no_file(page: TestPage, home: Home) -> None:
    page.start.practice.click()
    wizard = page.wizard
    assert wizard is not None
    answer_entry(wizard.entry, 0)
    wizard.entry.begin.click()
    page.close_walk()
    assert not list(walks_folder().glob("*"))


def test_the_replay_of_a_bout_opens_just_before_it(
    page: TestPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, float | None]] = []
    monkeypatch.setattr(
        "ui.replay.window.show_replay", lambda path, _, at_s: asked.append((path, at_s))
    )
    wizard = _kept_bout(page, qtbot)
    path = wizard._link.kept_in
    wizard.bar.stop.click()
    wizard.stopped.no.click()
    wizard.result.keep.click()
    page.threshold.replay.replay.click()
    assert asked == [(path, -1.0)]


def test_the_keyboard_stays_with_the_test_once_it_is_kept(page: TestPage) -> None:
    page.activateWindow()
    _ended(page)
    assert page.threshold.isAncestorOf(page.focusWidget())
    page.threshold.back.click()
    assert page.focusWidget() is page.start.sensor


def test_no_limit_can_be_set_from_practice_and_that_is_told(page: TestPage) -> None:
    page.start.practice.click()
    wizard = page.wizard
    assert wizard is not None
    answer_entry(wizard.entry, 0)
    wizard.entry.begin.click()
    wizard.bar.stop.click()
    wizard.stopped.no.click()
    wizard.result.keep.click()
    threshold = page.threshold
    assert "practice" in threshold.practice.text()
    hidden = (threshold.lock, threshold.limit, threshold.weeks, threshold.reason)
    assert threshold.practice.isVisible()
    assert not any(each.isVisible() for each in hidden)


def test_after_practice_a_real_test_can_be_locked(page: TestPage) -> None:
    page.start.practice.click()
    page.close_walk()
    page._walker = None
    _ended(page)
    assert page.threshold.lock.isVisible()
    assert not page.threshold.practice.isVisible()


def test_a_test_that_has_not_begun_can_be_left(page: TestPage) -> None:
    page.begin(OpenEnded())
    wizard = page.wizard
    assert wizard is not None
    wizard.entry.back.click()
    assert page.wizard is None
    assert page.stack.currentWidget() is page.start


def test_a_test_that_is_left_lets_go_of_its_sensor(page: TestPage, qtbot: QtBot) -> None:
    wizard = _kept_bout(page, qtbot)
    link = wizard._link
    with qtbot.waitSignal(link.ended):
        page.close_walk()
    assert not link.is_running


def test_after_a_correction_that_undoes_the_end_the_sensor_comes_back(
    page: TestPage, qtbot: QtBot
) -> None:
    wizard = _begin(page)
    qtbot.waitUntil(lambda: wizard._link.kept_in is not None)
    first = wizard._link.kept_in
    _walk(wizard)
    wizard.walk.stand.click()
    wizard.after.scale.pick(8)
    wizard.after.familiar.say(True)
    wizard.after.keep.click()
    wizard.result.rate_again.click()
    qtbot.waitUntil(lambda: wizard._link.kept_in not in {None, first})
