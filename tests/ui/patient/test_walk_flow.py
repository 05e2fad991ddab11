"""The whole walk as the patient walks it: sensor made ready, pain, questions, sentence."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.pain_record import PainRecord, Trigger
from coach.care.symptoms import Region
from coach.care.usual import Usual
from coach.care.warning_signs import WarningSign
from coach.records.entries import PainEntry, WalkNote
from coach.records.errors import RecordError, RecordFault
from coach.records.walk_file import WalkFile
from coach.walking.walk_end import AFTER_WALK
from coach.walking.walk_start import Ground
from sensors.samples import Side, StreamKind
from sensors.simulation.scenario import KneeLifts, Stand, Walk
from tests.ui.patient.conftest import NOW, Begin, Worn
from tests.ui.patient.flows import (
    AGAIN,
    FIRST,
    after_page,
    ground_page,
    minutes_walked,
    rated,
    walked,
)
from ui.home.home import Home
from ui.patient.after_pages import AfterPage, WalkSummaryPage
from ui.patient.guided_window import GuidedWindow
from ui.patient.pain_panel import NEW_TINGLING, NUMB_OR_WEAK
from ui.patient.walk_flow import WalkFlow


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
    after = walked(flow, begin, qtbot)
    before = after.now.mapTo(after, QPoint())
    after.worst.buttons[1].click()
    QApplication.processEvents()
    assert after.now.mapTo(after, QPoint()) == before
    assert not after.missing.isHidden()


def test_a_walk_is_kept_with_its_pain_and_what_it_taught(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    after = rated(walked(flow, begin, qtbot), 3, 2)
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

    after = rated(walked(flow, begin, qtbot), 2, 1)
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
    rated(walked(flow, begin, qtbot), 2, 1).keep.click()
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
    rated(walked(flow, begin, qtbot), 2, 1).keep.click()
    flow.finish()
    after = _after_again(flow, begin, qtbot)
    assert after is not None


def _after_again(flow: WalkFlow, begin: Begin, qtbot: QtBot) -> AfterPage:
    begin(Worn(AGAIN, is_worn_before=True))
    return after_page(flow, qtbot)


def test_pain_is_marked_with_one_beep_and_asked_once_still(
    flow: WalkFlow, begin: Begin, qtbot: QtBot
) -> None:
    flow._speed = 20.0
    guided = begin(Worn((*FIRST, Stand(5.0), Walk(30.0), Stand(60.0))))
    qtbot.waitUntil(guided.bar.begin.isVisible, timeout=60_000)
    guided.bar.begin.click()
    qtbot.waitUntil(lambda: minutes_walked(guided) > 0.4, timeout=60_000)
    with qtbot.waitSignal(guided.sound_wanted) as sound:
        guided.bar.pain.click()
    assert sound.args == ["pain_mark"]
    qtbot.waitUntil(guided.panel.isVisible, timeout=60_000)
    guided.panel.scale.buttons[2].click()
    guided.panel.where.buttons[Region.DEEP_BUTTOCK].click()
    guided.panel.keep.click()
    assert guided.is_walking
    guided.bar.end.click()
    after = after_page(flow, qtbot)
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
    page = ground_page(flow)
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
    after = rated(walked(flow, begin, qtbot), 2, 1)
    before = after.help.isVisible()
    after.where.buttons[Region.BELOW_KNEE].click()
    assert (before, after.help.isVisible()) == (False, True)


def test_a_warning_sign_after_the_walk_shows_help_and_makes_it_red(
    flow: WalkFlow, begin: Begin, qtbot: QtBot, home: Home
) -> None:
    after = rated(walked(flow, begin, qtbot), 1, 1)
    after.feelings.buttons[NUMB_OR_WEAK].click()
    is_shown = after.help.isVisible()
    after.keep.click()
    (record,) = [noted.entry for noted in home.library.entries(home.person, PainRecord)]
    assert is_shown
    assert record.signs == {WarningSign.NUMBNESS_OR_WEAKNESS}


def test_why_is_asked_only_when_it_hurt(flow: WalkFlow, begin: Begin, qtbot: QtBot) -> None:
    after = walked(flow, begin, qtbot)
    rated(after, 1, 0)
    before = after.triggers.isVisible()
    after.worst.buttons[3].click()
    assert (before, after.triggers.isVisible()) == (False, True)
