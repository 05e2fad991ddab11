"""Before a walk: where it goes, what was taken, the sensor on the thigh, the sound."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.care.pain_record import Relief
from coach.care.warning_signs import Condition, Event, HipHistory
from coach.gait.alignment import WornProfile
from coach.records.entries import AboutPerson, LegProfile, PainEntry
from coach.today import PAIN_NOW
from coach.walking.walk_start import Ground, Wish
from sensors.samples import Side
from tests.ui.patient.conftest import NOW
from tests.ui.patient.flows import ground_page, to_sensor
from ui.home.home import Home
from ui.home.opening import _walk
from ui.home.window import HomeWindow
from ui.patient.before_pages import GroundPage, WearPage
from ui.patient.walk_flow import GROUND_SETTING, WalkFlow


def test_the_ground_is_asked_first_and_the_home_gives_way(flow: WalkFlow) -> None:
    ground_page(flow)
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
    page = ground_page(flow)
    assert page.plan.text() == "Up to 30 minutes, until pain rises by one"
    assert page.limit.text() == "Cues come beyond your limit of 18.5°."


def test_enter_leads_to_the_sensor(flow: WalkFlow) -> None:
    page = ground_page(flow)
    page.ground.buttons[Ground.OVERGROUND].click()
    page.next.setFocus()
    QTest.keyClick(page.next, Qt.Key.Key_Return)
    assert isinstance(flow.page, WearPage)


def test_what_was_taken_is_asked_and_goes_with_the_walk(flow: WalkFlow) -> None:
    page = ground_page(flow)
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
    assert ground_page(flow).taken.chosen == {Relief.COLD}


def test_the_first_time_the_ground_is_asked_and_not_assumed(flow: WalkFlow) -> None:
    page = ground_page(flow)
    assert page.ground.only is None
    assert not page.next.isEnabled()


def test_a_second_enter_says_nothing_of_the_ground(flow: WalkFlow) -> None:
    page = ground_page(flow)
    focused = page.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert page.ground.only is None


def test_a_treadmill_known_from_last_time_asks_for_the_cord_anew(flow: WalkFlow) -> None:
    flow._home.set_up(GROUND_SETTING, Wish(Ground.TREADMILL))
    page = ground_page(flow)
    assert page.ground.only is Ground.TREADMILL
    assert not page.next.isEnabled()


def test_a_treadmill_wants_the_cord_clipped(flow: WalkFlow) -> None:
    page = ground_page(flow)
    page.ground.buttons[Ground.TREADMILL].click()
    before = page.next.isEnabled()
    page.cord.buttons[True].click()
    assert (before, page.next.isEnabled()) == (False, True)
    assert "slow the belt, then step off" in page.hint.text()


def test_a_belt_of_known_speed_may_have_a_metronome(flow: WalkFlow) -> None:
    page = ground_page(flow)
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
    page = ground_page(flow)
    assert Ground.TREADMILL not in page.ground.buttons
    assert page.no_treadmill.isVisible()


def test_locked_cues_are_said_and_no_limit_is_used(flow: WalkFlow, home: Home) -> None:
    hips: dict[Side, tuple[HipHistory, ...]] = {Side.RIGHT: (HipHistory(Event.FRACTURE),)}
    home.keep(AboutPerson(sore_sides=(Side.RIGHT,), hips=hips))
    page = ground_page(flow)
    assert "no cues until your physiotherapist opens them" in page.limit.text()
    assert flow._start is not None
    assert flow._start.limit is None


def test_a_plan_without_a_walk_begins_none(flow: WalkFlow, home: Home) -> None:
    home.keep(PainEntry(at=NOW, level=6, moment=PAIN_NOW, side=Side.RIGHT))
    flow.begin()
    assert flow.window is None
    assert flow._home_window.isVisible()


def test_not_now_leads_home(flow: WalkFlow) -> None:
    ground_page(flow).back.click()
    assert flow.window is None
    assert flow._home_window.isVisible()


def test_the_ground_is_remembered(flow: WalkFlow) -> None:
    page = ground_page(flow)
    page.ground.buttons[Ground.CORRIDOR].click()
    page.next.click()
    flow.finish()
    assert ground_page(flow).ground.only is Ground.CORRIDOR


def test_the_sensor_s_place_is_shown_and_said(flow: WalkFlow) -> None:
    to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    assert page.words.text().startswith("Strap the sensor to your right thigh")
    assert page.site.text() == "20 cm above the kneecap"
    assert page.picture.renderer().isValid()


def test_whoever_wore_it_before_may_make_it_ready_anew(flow: WalkFlow, home: Home) -> None:
    worn = WornProfile((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), 12.0)
    home.library.save_profile(home.person, Side.RIGHT, LegProfile(worn=worn))
    to_sensor(flow)
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
    to_sensor(flow)
    page = flow.page
    assert isinstance(page, WearPage)
    page.tone.click()
    page.voice.click()
    assert heard == ["shorter", "This is how loud I speak."]
