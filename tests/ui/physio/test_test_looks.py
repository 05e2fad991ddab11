"""Every state of the long-stride test: named, large enough and whole, in every look."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.care.long_stride_result import result_of
from coach.gait.events import Calibrated
from tests.coach.care.patients import USUAL_DEG, stride
from tests.ui.audit import complaints
from tests.ui.physio.leading import answer_entry
from tests.ui.physio.test_test_wizard import StillLink
from tests.ui.updates import update
from ui.app import speak
from ui.look import Look, dress
from ui.physio.test_start import StartPage
from ui.physio.test_wizard import LongStrideTestWizard
from ui.physio.threshold_view import ThresholdView

_ROOM = (1060, 620)
"""What the home leaves of a window of 1280 x 720."""


@pytest.fixture(
    params=[("en", 100), ("fi", 100), ("fi", 200)],
    ids=["english", "finnish", "finnish, letters twice as large"],
)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    language, text_percent = request.param
    speak(qapp, language)
    dress(qapp, Look("light", text_percent))
    yield
    dress(qapp, Look("dark"))
    speak(qapp, "en")


@pytest.fixture
def wizard(look: None, qtbot: QtBot) -> Iterator[LongStrideTestWizard]:
    made = LongStrideTestWizard(StillLink(), now_s=lambda: 1000.0)
    qtbot.addWidget(made)
    made.resize(*_ROOM)
    made.show()
    yield made
    made.close_walk()


def _entry(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry, 5)
    wizard.entry.needs_clearance.say(True)


def _before(wizard: LongStrideTestWizard) -> None:
    answer_entry(wizard.entry, 0)
    wizard.entry.begin.click()
    wizard.take([update(events=(Calibrated(2.0, True, 0.3, None),))])


def _walking(wizard: LongStrideTestWizard) -> None:
    _before(wizard)
    wizard.before.scale.pick(0)
    wizard.before.start.click()
    strides = tuple(stride(1.1 * i, USUAL_DEG + (-1) ** i, 1.3) for i in range(10))
    wizard.take([update(events=strides)])


def _after(wizard: LongStrideTestWizard) -> None:
    _walking(wizard)
    wizard.walk.stand.click()
    wizard.after.scale.pick(2)


def _waiting(wizard: LongStrideTestWizard) -> None:
    _walking(wizard)
    wizard.walk.stand.click()
    wizard.after.scale.pick(0)
    wizard.after.keep.click()
    wizard.before.scale.pick(3)
    wizard.before.start.click()


def _paused(wizard: LongStrideTestWizard) -> None:
    _before(wizard)
    wizard.bar.pause.click()


def _stopped(wizard: LongStrideTestWizard) -> None:
    _walking(wizard)
    wizard.bar.stop.click()


def _result(wizard: LongStrideTestWizard) -> None:
    _after(wizard)
    wizard.after.familiar.say(True)
    wizard.after.keep.click()
    wizard.bar.stop.click()
    wizard.stopped.no.click()


def _audit(widget: QWidget) -> list[str]:
    for _ in range(3):
        QCoreApplication.processEvents()
    return complaints(widget)


@pytest.mark.parametrize(
    "come_to", [_entry, _before, _walking, _after, _waiting, _paused, _stopped, _result]
)
def test_a_state_is_named_large_enough_and_whole(
    wizard: LongStrideTestWizard, come_to: Callable[[LongStrideTestWizard], None]
) -> None:
    come_to(wizard)
    assert _audit(wizard) == []


def test_the_threshold_is_named_large_enough_and_whole(
    wizard: LongStrideTestWizard, qtbot: QtBot
) -> None:
    _result(wizard)
    assert wizard.test is not None
    view = ThresholdView()
    qtbot.addWidget(view)
    view.resize(*_ROOM)
    view.show()
    view.show_threshold(result_of(wizard.test.state), date(2026, 3, 2), "Maija")
    assert _audit(view) == []


@pytest.mark.usefixtures("look")
def test_the_start_is_named_large_enough_and_whole(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(*_ROOM)
    page.show()
    page.show_last_test("2.3.2026")
    assert _audit(page) == []
