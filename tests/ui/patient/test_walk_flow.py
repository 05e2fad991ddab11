"""The whole walk as the patient walks it: pages, sensor made ready, pain, questions, sentence."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.calibration import Step
from coach.care.pain_record import PainRecord, Relief, Trigger
from coach.care.symptoms import Region
from coach.care.usual import Usual
from coach.care.warning_signs import Check, Condition, Event, HipHistory, WarningSign
from coach.gait.alignment import WornProfile
from coach.keeping import Keeping
from coach.records.entries import AboutPerson, LegProfile, PainEntry, WalkNote
from coach.records.errors import RecordError, RecordFault
from coach.records.recovery import CutOff
from coach.records.walk_file import WalkFile
from coach.today import PAIN_NOW
from coach.walking.walk_end import AFTER_WALK
from coach.walking.walk_start import Ground, Wish
from sensors.ble_scan import FoundSensor
from sensors.samples import Side, StreamKind
from sensors.simulation.scenario import KneeLifts, Stand, Walk
from tests.ui.patient.conftest import NOW, Begin, Worn, readiness_step
from ui.home.home import Home
from ui.home.opening import _walk
from ui.home.window import HomeWindow
from ui.patient.after_pages import AfterPage, WalkSummaryPage
from ui.patient.before_pages import GroundPage, WearPage
from ui.patient.connect_sheet import ChosenSensor, ConnectSheet
from ui.patient.guided_window import GuidedWindow
from ui.patient.pain_panel import NEW_TINGLING, NUMB_OR_WEAK
from ui.patient.walk_flow import GROUND_SETTING, WalkFlow

NO_DEVICE: Any = None
FIRST = (Stand(2.0), KneeLifts(3), Stand(6.5), Walk(25.0), Stand(4.0))
AGAIN = (Stand(6.0), Walk(40.0), Stand(5.0))


def _ground(flow: WalkFlow) -> GroundPage:
    flow.begin()
    assert isinstance(flow.page, GroundPage)
    return flow.page


def _to_sensor(flow: WalkFlow) -> None:
    page = _ground(flow)
    page.ground.buttons[Ground.OVERGROUND].click()
    page.next.click()


def _after(flow: WalkFlow, qtbot: QtBot) -> AfterPage:
    qtbot.waitUntil(lambda: isinstance(flow.page, AfterPage), timeout=60_000)
    assert isinstance(flow.page, AfterPage)
    return flow.page


def _walked(flow: WalkFlow, begin: Begin, qtbot: QtBot, worn: Worn | None = None) -> AfterPage:
    """A first walk to its end, begun as soon as it may."""
    guided = begin(worn or Worn())
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    return _after(flow, qtbot)


def _rated(after: AfterPage, worst: int, now: int) -> AfterPage:
    after.worst.buttons[worst].click()
    after.now.buttons[now].click()
    return after


def test_the_ground_is_asked_first_and_the_home_gives_way(flow: WalkFlow) -> None:
    _ground(flow)
    assert flow.window is not None
    assert flow.window.isVisible()
    assert not flow._home_window.isVisible()


def test_today_s_button_begins_it(home: Home, qtbot: QtBot) -> None:
    window = HomeWindow(home)
    home.walk_requested.connect(partial(_walk, home, window))
    window.show()
    home.walk_requested.emit()
    flow = window.findChild(WalkFlow)
    assert isinstance(flow, WalkFlow)
    assert isinstance(flow.page, GroundPage)
    flow.finish()
    home.walk_requested.emit()
    assert window.findChildren(WalkFlow) == [flow]
    flow.finish()
    window.close()
    window.deleteLater()


def test_today_s_walk_and_the_limit_are_said(flow: WalkFlow) -> None:
    page = _ground(flow)
    assert page.plan.text() == "Up to 30 minutes, until pain rises by one"
    assert page.limit.text() == "Cues come beyond your limit of 18.5°."


def test_enter_leads_to_the_sensor(flow: WalkFlow) -> None:
    page = _ground(flow)
    page.ground.buttons[Ground.OVERGROUND].click()
    page.next.setFocus()
    QTest.keyClick(page.next, Qt.Key.Key_Return)
    assert isinstance(flow.page, WearPage)


def test_what_was_taken_is_asked_and_goes_with_the_walk(flow: WalkFlow) -> None:
    page = _ground(flow)
    before = page.taken.chosen
    page.taken.buttons[Relief.PAINKILLER].click()
    page.ground.buttons[Ground.OVERGROUND].click()
    page.next.click()
    assert flow._start is not None
    assert not before
    assert flow._start.taken_before == {Relief.PAINKILLER}


def test_what_the_diary_tells_of_the_last_hours_is_chosen_already(
    flow: WalkFlow, home: Home
) -> None:
    home.keep(PainEntry(at=NOW, level=1, moment="why", side=Side.RIGHT, reliefs=("cold",)))
    assert _ground(flow).taken.chosen == {Relief.COLD}


def test_the_first_time_the_ground_is_asked_and_not_assumed(flow: WalkFlow) -> None:
    page = _ground(flow)
    assert page.ground.only is None
    assert not page.next.isEnabled()


def test_a_second_enter_says_nothing_of_the_ground(flow: WalkFlow) -> None:
    page = _ground(flow)
    focused = page.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert page.ground.only is None


def test_a_treadmill_known_from_last_time_asks_for_the_cord_anew(flow: WalkFlow) -> None:
    flow._home.set_up(GROUND_SETTING, Wish(Ground.TREADMILL))
    page = _ground(flow)
    assert page.ground.only is Ground.TREADMILL
    assert not page.next.isEnabled()


def test_a_treadmill_wants_the_cord_clipped(flow: WalkFlow) -> None:
    page = _ground(flow)
    page.ground.buttons[Ground.TREADMILL].click()
    before = page.next.isEnabled()
    page.cord.buttons[True].click()
    assert (before, page.next.isEnabled()) == (False, True)
    assert "slow the belt, then step off" in page.hint.text()


def test_a_belt_of_known_speed_may_have_a_metronome(flow: WalkFlow) -> None:
    page = _ground(flow)
    page.ground.buttons[Ground.TREADMILL].click()
    before = page.belt_beat.isVisible()
    page.belt.buttons[True].click()
    page.belt_beat.buttons[True].click()
    assert not before
    assert page.wish.has_metronome
    assert page.wish.belt_mps == pytest.approx(3.0 / 3.6)


@pytest.mark.parametrize(
    "condition", [Condition.BALANCE_TROUBLE, Condition.DIZZINESS, Condition.DROWSY_MEDICINE]
)
def test_no_treadmill_with_what_makes_one_fall(
    flow: WalkFlow, home: Home, condition: Condition
) -> None:
    home.keep(AboutPerson(sore_sides=(Side.RIGHT,), conditions=frozenset({condition})))
    page = _ground(flow)
    assert Ground.TREADMILL not in page.ground.buttons
    assert page.no_treadmill.isVisible()


def test_locked_cues_are_said_and_no_limit_is_used(flow: WalkFlow, home: Home) -> None:
    hips: dict[Side, tuple[HipHistory, ...]] = {Side.RIGHT: (HipHistory(Event.FRACTURE),)}
    home.keep(AboutPerson(sore_sides=(Side.RIGHT,), hips=hips))
    page = _ground(flow)
    assert "no cues until your physiotherapist opens them" in page.limit.text()
    assert flow._start is not None
    assert flow._start.limit is None


def test_a_plan_without_a_walk_begins_none(flow: WalkFlow, home: Home) -> None:
    home.keep(PainEntry(at=NOW, level=6, moment=PAIN_NOW, side=Side.RIGHT))
    flow.begin()
    assert flow.window is None
    assert flow._home_window.isVisible()


def test_not_now_leads_home(flow: WalkFlow) -> None:
    _ground(flow).back.click()
    assert flow.window is None
    assert flow._home_window.isVisible()


def test_the_ground_is_remembered(flow: WalkFlow) -> None:
    page = _ground(flow)
    page.ground.buttons[Ground.CORRIDOR].click()
    page.next.click()
    flow.finish()
    assert _ground(flow).ground.only is Ground.CORRIDOR


def test_the_sensor_s_place_is_shown_and_said(flow: WalkFlow) -> None:
    _to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    assert page.words.text().startswith("Strap the sensor to your right thigh")
    assert page.site.text() == "20 cm above the kneecap"
    assert page.picture.renderer().isValid()


def test_whoever_wore_it_before_may_make_it_ready_anew(flow: WalkFlow, home: Home) -> None:
    worn = WornProfile((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), 12.0)
    home.library.save_profile(home.person, Side.RIGHT, LegProfile(worn=worn))
    _to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    assert page.again.isVisible()
    page.anew.buttons[True].click()
    assert flow._start is not None
    assert not flow._start.is_worn_before


def test_the_sound_can_be_tried(
    flow: WalkFlow, monkeypatch: pytest.MonkeyPatch, home: Home
) -> None:
    heard: list[object] = []
    monkeypatch.setattr(home.sounds, "play", heard.append)
    monkeypatch.setattr(home.sounds, "say", heard.append)
    _to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    page.tone.click()
    page.voice.click()
    assert heard == ["shorter", "This is how loud I speak."]


def test_every_step_is_shown_and_spoken(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Home
) -> None:
    said: list[str] = []
    monkeypatch.setattr(home.sounds, "say", said.append)
    flow._speed = 40.0  # slow enough for the window to see every step
    guided = begin(Worn())
    qtbot.waitUntil(guided.bar.begin.isVisible, timeout=60_000)
    assert said == [
        "Stand, and lift the knee of your sore side, the right one, three times.",
        "Stand upright and still for five seconds.",
        "Walk twenty steps, as you usually do.",
        "All is ready. Press Begin.",
    ]
    assert guided.view.state_view.face[:2] == ("Ready", "press Begin")
    assert guided.bar.told.text().startswith("Your usual stride: 1.3")


def test_no_swing_is_told_with_what_to_do(begin: Begin, qtbot: QtBot) -> None:
    wrong = (Stand(2.0), KneeLifts(3, is_worn_leg=False), Stand(60.0))
    guided = begin(Worn(wrong))
    qtbot.waitUntil(lambda: "The sensor does not swing." in guided.view.notice.said, timeout=60_000)
    assert "It may sit on the other leg." in guided.view.notice.said
    assert guided.view.notice.button.text() == "Do this step again"


def test_a_rating_moves_nothing_under_the_pointer(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    after = _walked(flow, begin, qtbot)
    before = after.now.mapTo(after, QPoint())
    after.worst.buttons[1].click()
    QApplication.processEvents()
    assert after.now.mapTo(after, QPoint()) == before
    assert not after.missing.isHidden()


def test_a_walk_is_kept_with_its_pain_and_what_it_taught(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    after = _rated(_walked(flow, begin, qtbot), 3, 2)
    after.where.buttons[Region.GROIN].click()
    after.triggers.buttons[Trigger.LONG_STRIDE].click()
    after.keep.click()
    library, person = home.library, home.person
    (note,) = [noted.entry for noted in library.entries(person, WalkNote)]
    (record,) = [noted.entry for noted in library.entries(person, PainRecord)]
    diary = library.entries(person, PainEntry)[-1].entry
    (walk,) = library.walks()
    profile = library.profile(person, Side.RIGHT)
    assert (note.ended_at, record.ended_at) == (NOW, NOW)
    assert (note.walk, walk.person_id) == (walk.path.name, person.id)
    assert 2.9 < note.minutes < 3.6
    assert (record.before, record.worst) == (1, 3)
    assert record.triggers == {Trigger.LONG_STRIDE}
    assert (diary.moment, diary.level, diary.site) == (AFTER_WALK, 2, "groin")
    assert library.newest(person, Usual, Side.RIGHT) is not None
    assert profile is not None
    assert profile.worn is not None


def test_a_rating_that_cannot_be_kept_is_told_and_can_be_kept_again(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_: object, **__: object) -> None:
        raise RecordError(RecordFault.DISK_FULL)

    after = _rated(_walked(flow, begin, qtbot), 2, 1)
    with monkeypatch.context() as full:
        full.setattr(flow._home.library, "keep", is_full)
        after.keep.click()
    assert flow.window is not None
    assert "disk is full" in flow.window.notice.said
    assert flow.page is after
    after.keep.click()
    assert isinstance(flow.page, WalkSummaryPage)


def test_the_summary_is_one_plain_sentence_and_leads_on(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    _rated(_walked(flow, begin, qtbot), 2, 1).keep.click()
    page = flow.page
    assert isinstance(page, WalkSummaryPage)
    assert page.sentence.text().endswith("strides were in your comfortable range.")
    assert page.colour.text() == "It stayed comfortable."
    assert page.tomorrow.text().startswith("Tomorrow morning")
    page.home.click()
    assert flow.window is None
    assert flow._home_window.isVisible()


def test_worn_before_five_seconds_of_standing_begin_the_walk(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    _rated(_walked(flow, begin, qtbot), 2, 1).keep.click()
    flow.finish()
    after = _after_again(flow, begin, qtbot)
    assert after is not None


def _after_again(flow: WalkFlow, begin: Begin, qtbot: QtBot) -> AfterPage:
    begin(Worn(AGAIN, is_worn_before=True))
    return _after(flow, qtbot)


def test_pain_is_marked_with_one_beep_and_asked_once_still(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    flow._speed = 20.0
    guided = begin(Worn((*FIRST, Stand(5.0), Walk(30.0), Stand(60.0))))
    qtbot.waitUntil(guided.bar.begin.isVisible, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: _minutes(guided) > 0.4, timeout=60_000)
    with qtbot.waitSignal(guided.sound_wanted) as sound:
        guided.bar.pain.click()
    assert sound.args == ["pain_mark"]
    qtbot.waitUntil(guided.panel.isVisible, timeout=60_000)
    guided.panel.scale.buttons[2].click()
    guided.panel.where.buttons[Region.DEEP_BUTTOCK].click()
    guided.panel.keep.click()
    assert guided.is_walking
    guided.bar.end.click()
    after = _after(flow, qtbot)
    assert (after.worst.level, after.where.only) == (2, Region.DEEP_BUTTOCK)
    after.now.buttons[1].click()
    after.keep.click()
    (walk,) = flow._home.library.walks()
    with WalkFile.open(walk.path) as kept:
        (mark,) = kept.pain_marks()
    assert (mark.level, mark.site) == (2, "deep_buttock")


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_B],
    ids=["space", "page down", "page up", "b"],
)
def test_keys_and_presenter_mark_pain(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, key: Qt.Key
) -> None:
    guided = begin(Worn((Stand(6.0), Walk(20.0), Stand(600.0))))
    guided._show_walk()
    window = flow.window
    assert window is not None
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    with qtbot.waitSignal(guided.sound_wanted, timeout=2_000) as sound:
        QTest.keyClick(QApplication.focusWidget() or window, key)
    assert sound.args == ["pain_mark"]


def test_too_much_pain_says_so_calmly(flow: WalkFlow, begin: Begin, qtbot: QtBot) -> None:
    guided = begin(Worn((Stand(600.0),)))
    guided._show_walk()
    with qtbot.waitSignal(guided.say_wanted) as said:
        guided._take_rating(5, Region.DEEP_BUTTOCK, frozenset())
    assert said.args == ["That is enough for today. Stop here and rest."]
    assert guided.view.state_view.face.word == "Enough"


def test_on_a_treadmill_nothing_says_stop(flow: WalkFlow, begin: Begin, qtbot: QtBot) -> None:
    page = _ground(flow)
    page.ground.buttons[Ground.TREADMILL].click()
    page.cord.buttons[True].click()
    page.next.click()
    flow.walk_with(lambda: Worn((Stand(600.0),)), StreamKind.RECORDING)
    guided = flow.page
    assert isinstance(guided, GuidedWindow)
    guided._show_walk()
    with qtbot.waitSignal(guided.say_wanted) as said:
        guided._take_rating(2, None, frozenset({NEW_TINGLING}))
    assert said.args == ["Slow the belt, then step off."]
    assert guided.view.state_view.face[:2] == ("Slow the belt", "then step off")


def test_a_tolerance_walk_ends_when_pain_has_risen_by_one(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    guided = begin(Worn((Stand(600.0),)))
    guided._show_walk()
    with qtbot.waitSignal(guided.say_wanted) as said:
        guided._take_rating(2, None, frozenset())
    assert said.args == ["Pain has risen by one: your range is found. End the walk here."]


def test_pain_below_the_knee_that_is_not_usual_shows_help(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    after = _rated(_walked(flow, begin, qtbot), 2, 1)
    before = after.help.isVisible()
    after.where.buttons[Region.BELOW_KNEE].click()
    assert (before, after.help.isVisible()) == (False, True)


def test_a_warning_sign_after_the_walk_shows_help_and_makes_it_red(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    after = _rated(_walked(flow, begin, qtbot), 1, 1)
    after.feelings.buttons[NUMB_OR_WEAK].click()
    is_shown = after.help.isVisible()
    after.keep.click()
    (record,) = [noted.entry for noted in home.library.entries(home.person, PainRecord)]
    assert is_shown
    assert record.signs == {WarningSign.NUMBNESS_OR_WEAKNESS}


def test_why_is_asked_only_when_it_hurt(flow: WalkFlow, begin: Begin, qtbot: QtBot) -> None:
    after = _walked(flow, begin, qtbot)
    _rated(after, 1, 0)
    before = after.triggers.isVisible()
    after.worst.buttons[3].click()
    assert (before, after.triggers.isVisible()) == (False, True)


def _in_mid_walk(begin: Begin, qtbot: QtBot) -> GuidedWindow:
    guided = begin(Worn((*FIRST, Stand(5.0), Walk(60.0), Stand(600.0))))
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: _minutes(guided) > 0.6, timeout=60_000)
    return guided


def test_closing_the_window_ends_the_walk_and_asks_first(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    _in_mid_walk(begin, qtbot)
    assert not flow._may_close()
    _after(flow, qtbot)
    assert flow._may_close()


def test_a_walk_nobody_rated_is_in_the_list(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    _walked(flow, begin, qtbot)
    assert flow.window is not None
    flow.window.close()
    (note,) = [noted.entry for noted in home.library.entries(home.person, WalkNote)]
    assert note.n_scored > 20
    assert home.library.entries(home.person, PainRecord) == ()
    assert flow._home_window.isVisible()


def test_a_program_that_is_asked_to_end_keeps_the_walk(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    _in_mid_walk(begin, qtbot)
    assert flow.window is not None
    flow.window.close()
    (note,) = [noted.entry for noted in home.library.entries(home.person, WalkNote)]
    assert note.n_scored > 20
    assert flow.page is None


def test_a_walk_that_was_cut_off_is_asked_about_first(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Home
) -> None:
    def cut_off(keeping: Keeping) -> CutOff:
        return CutOff(Path("walk.hipwalk"), datetime.now(UTC), 600.0)

    monkeypatch.setattr(Keeping, "cut_off", property(cut_off, lambda *_: None), raising=False)
    guided = begin(Worn((Stand(600.0),)))
    assert guided.view.notice.said.startswith("Continue this walk?")
    assert not guided.is_walking
    guided.view.notice.other_button.click()
    assert guided.is_walking


def test_leaving_before_anything_came_leads_home(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    guided = begin(Worn((Stand(600.0),)))
    guided._frames.stop()
    guided.bar.end.click()
    qtbot.waitUntil(lambda: flow.window is None, timeout=60_000)


def test_the_sensor_that_was_found_is_walked_with(
    flow: WalkFlow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.sensor_finder.SensorFinder.listen", lambda _: None)
    walked: list[StreamKind] = []
    monkeypatch.setattr(flow, "walk_with", lambda _, kind: walked.append(kind))
    _to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    page.connect_button.click()
    assert flow.window is not None
    (sheet,) = flow.window.findChildren(ConnectSheet)
    sheet.chosen.emit(ChosenSensor(FoundSensor("DOT", "aa:bb", -60, None, NO_DEVICE), None))
    sheet.reject()
    assert walked == [StreamKind.RADIO]


def _minutes(guided: GuidedWindow) -> float:
    latest = guided.view.latest
    return 0.0 if latest is None else latest.elapsed_s / 60


def test_a_simulated_walk_leaves_nothing_in_the_diary(
    flow: WalkFlow, qtbot: QtBot, home: Home
) -> None:
    _to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    page.simulation.click()
    guided = flow.page
    assert isinstance(guided, GuidedWindow)
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: isinstance(flow.page, WalkSummaryPage), timeout=60_000)
    assert isinstance(flow.page, WalkSummaryPage)
    assert flow.page.not_kept.isVisible()
    assert home.library.entries(home.person, WalkNote) == ()


def test_a_walk_that_never_began_is_not_asked_about(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    guided = begin(Worn((Stand(600.0),)))
    qtbot.waitUntil(lambda: guided.view.latest is not None, timeout=60_000)
    guided.bar.end.click()
    qtbot.waitUntil(lambda: flow.window is None, timeout=60_000)
    assert home.library.entries(home.person, WalkNote) == ()
    assert flow._home_window.notice.isHidden()


def test_a_walk_too_short_to_count_is_said_to_be_one(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.walking.walk_end._SHORTEST_S", 1e6)
    guided = begin(Worn())
    qtbot.waitUntil(lambda: readiness_step(guided) is Step.DONE, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: flow.window is None, timeout=60_000)
    assert flow._home_window.notice.said.startswith("That was too short to count as a walk.")


def test_checks_are_not_touched(flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home) -> None:
    _rated(_walked(flow, begin, qtbot), 1, 1).keep.click()
    assert len(home.library.entries(home.person, Check)) == 1
