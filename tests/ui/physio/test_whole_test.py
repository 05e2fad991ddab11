"""The whole long-stride test, led through its window by a simulated patient; once killed midway."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from coach.care.long_stride_result import LongStrideResult
from coach.care.long_stride_state import Dropped, End, Phase, Step
from coach.care.long_stride_test import LongStrideTest
from coach.records.walk_file import WalkFile
from sensors.simulation.person import Person
from tests.ui.physio.leading import Leader, make_wizard, patient_of
from ui.physio.practice import PracticeWalker

_ROOT = Path(__file__).parents[3]
_PATIENCE_S = 120.0
pytestmark = pytest.mark.long


@pytest.fixture
def led(qtbot: QtBot) -> Callable[[float, int], LongStrideResult]:
    """Leads a whole test of a person whose pain begins so far above their usual extension."""

    def lead(above_usual_deg: float, usual_pain: int) -> LongStrideResult:
        person = Person()
        walker = PracticeWalker(person, seed=5)
        wizard = make_wizard(walker, time.time)
        qtbot.addWidget(wizard)
        wizard.show()
        leader = Leader(
            wizard,
            walker,
            patient_of(person, above_usual_deg),
            np.random.default_rng(5),
            lambda is_so: qtbot.waitUntil(is_so, timeout=60_000),
        )
        leader.enter(usual_pain)
        leader.to_end()
        with qtbot.waitSignal(wizard.finished) as told:
            wizard.result.keep.click()
        wizard.close_walk()
        assert told.args is not None
        result = told.args[0]
        assert isinstance(result, LongStrideResult)
        return result

    return lead


def test_somebody_who_never_hurts_walks_the_whole_protocol(
    led: Callable[[float, int], LongStrideResult],
) -> None:
    result = led(40.0, 0)
    steps = [bout.proposal.step for bout in result.state.bouts]
    assert steps[:4] == [Step.USUAL, Step.SHORT, Step.QUICK, Step.ASCENDING]
    assert steps[-1] is Step.SHORT_AGAIN
    assert result.state.end is End.COMPLETE
    assert result.metres is not None
    assert result.metres.warning_m is not None


def test_the_threshold_of_the_simulated_walker_lies_in_the_interval(
    led: Callable[[float, int], LongStrideResult],
) -> None:
    result = led(4.0, 0)
    assert result.threshold is not None
    low_deg, high_deg = result.threshold.interval_deg
    truth_deg = Person().usual_extension_deg + 4.0
    assert low_deg is None or low_deg <= truth_deg
    assert high_deg is None or truth_deg <= high_deg


def test_a_sore_walker_begins_short(led: Callable[[float, int], LongStrideResult]) -> None:
    assert led(-1.0, 4).state.bouts[0].proposal.step is Step.SHORT


def _begin(file: Path) -> "subprocess.Popen[bytes]":
    walks = file.parent / "walks"
    walks.mkdir(exist_ok=True)
    program = [sys.executable, "-m", "tests.ui.physio.lead_a_test", str(file)]
    program += ["--walks", str(walks)]
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    return subprocess.Popen(program, cwd=_ROOT, env=environment)


def _kept(file: Path) -> LongStrideTest | None:
    return LongStrideTest.from_json(file.read_bytes()) if file.exists() else None


def _is_in_a_long_bout(file: Path) -> bool:
    """Whether the test that is kept was left in a long bout, some strides into it."""
    test = _kept(file)
    if test is None or not test.state.bouts:
        return False
    bout = test.state.bouts[-1]
    return bout.dropped is Dropped.CRASHED and bout.proposal.is_long and len(bout.strides) >= 3


def _killed(file: Path) -> LongStrideTest:
    """A test that was killed some strides into a long bout."""
    first = _begin(file)
    end_s = time.monotonic() + _PATIENCE_S
    while not _is_in_a_long_bout(file):
        assert first.poll() is None
        assert time.monotonic() < end_s
        time.sleep(0.02)
    first.kill()
    first.wait()
    killed = _kept(file)
    assert killed is not None
    return killed


def test_a_test_that_was_killed_in_a_long_bout_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "test.json"
    killed = _killed(file)
    n_bouts, n_long = len(killed.state.bouts), killed.state.n_long_strides
    second = _begin(file)
    assert second.wait(_PATIENCE_S) == 0
    ended = _kept(file)
    assert ended is not None
    assert ended.state.phase is Phase.ENDED
    assert ended.state.bouts[:n_bouts] == killed.state.bouts
    assert ended.state.bouts[n_bouts].proposal.step is killed.state.bouts[-1].proposal.step
    assert ended.state.n_long_strides >= n_long + 3
    assert {bout.walk for bout in ended.state.bouts[n_bouts:]} == {"1.hipwalk"}


def test_what_the_sensor_told_until_a_kill_is_in_the_file_that_the_bouts_name(
    tmp_path: Path,
) -> None:
    bouts = _killed(tmp_path / "test.json").state.bouts
    assert {bout.walk for bout in bouts} == {"0.hipwalk"}
    with WalkFile.open(tmp_path / "walks" / "0.hipwalk") as walk:
        assert walk.is_unfinished
        kept, until_s = set(walk.strides()), walk.kept_until_s
    sure = {stride for bout in bouts for stride in bout.strides if stride.known_s < until_s}
    assert len(sure) >= 30
    assert sure <= kept
