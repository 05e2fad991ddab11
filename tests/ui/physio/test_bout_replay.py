"""The choice of a bout to be replayed."""

import pytest
from pytestqt.qtbot import QtBot

from coach.care.long_stride_state import Bout, Proposal, Reason, Step, TestState
from tests.coach.care.patients import ENTRY, USUAL_DEG, stride
from ui.physio.bout_replay import BoutReplay


def _bout(pain: int, walk: str = "w.hipwalk", n_strides: int = 10) -> Bout:
    strides = [stride(1.1 * i, USUAL_DEG) for i in range(n_strides)]
    return Bout(
        Proposal(Step.USUAL, Reason.FINDS_USUAL), 0, 0, strides, pain, is_familiar=True, walk=walk
    )


@pytest.fixture
def chooser(qtbot: QtBot) -> BoutReplay:
    made = BoutReplay()
    qtbot.addWidget(made)
    return made


def test_the_first_bout_that_hurt_is_asked_for(chooser: BoutReplay, qtbot: QtBot) -> None:
    bouts = [_bout(0), _bout(3), _bout(0)]
    chooser.show_bouts(TestState(ENTRY, bouts=bouts))
    with qtbot.waitSignal(chooser.requested) as asked:
        chooser.replay.click()
    assert asked.args is not None
    assert asked.args[0] is bouts[1]


def test_a_bout_without_samples_or_strides_is_not_offered(chooser: BoutReplay) -> None:
    bouts = [_bout(0, walk=""), _bout(0, n_strides=0), _bout(0)]
    chooser.show_bouts(TestState(ENTRY, bouts=bouts))
    assert [chooser.bouts.itemText(i)[:2] for i in range(chooser.bouts.count())] == ["3."]
    assert chooser.missing.isHidden()


def test_a_test_whose_samples_were_not_kept_says_so(chooser: BoutReplay) -> None:
    chooser.show_bouts(TestState(ENTRY, bouts=[_bout(0, walk="")]))
    assert not chooser.missing.isHidden()
    chooser.replay.click()
    assert chooser.bouts.count() == 0
