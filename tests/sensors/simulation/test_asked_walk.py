"""A simulated walker who does what is asked, one thing after the other, with time running on."""

from itertools import islice, pairwise

import numpy as np
import pytest

from coach.gait.events import Stride, WhyNot
from coach.gait.pipeline import GaitPipeline, GaitSettings
from sensors.simulation.asked_walk import AskedWalk, passes
from sensors.simulation.scenario import Stand, Walk


def _strides(walker: AskedWalk, until_s: float) -> list[Stride]:
    pipeline = GaitPipeline(GaitSettings.of(walker.info))
    made: list[Stride] = []
    for block in walker.blocks():
        made += [event for event in pipeline.push(block).events if isinstance(event, Stride)]
        if block.t_s[-1] > until_s:
            return made
    raise AssertionError("the walker stopped by themselves")


def test_nobody_asked_stands_for_ever() -> None:
    assert _strides(AskedWalk(), 20.0) == []


def test_time_runs_on_from_piece_to_piece() -> None:
    walker = AskedWalk()
    walker.ask(Walk(5.0))
    blocks = list(islice(walker.blocks(), 200))
    steps_s = [b.t_s[0] - a.t_s[-1] for a, b in pairwise(blocks)]
    assert np.allclose(steps_s, 0.01, atol=1e-6)


def test_the_asked_extension_is_walked() -> None:
    walker = AskedWalk()
    walker.ask(Walk(15.0, extension_deg=21.0))
    scored = [s.peak_thigh_extension_deg for s in _strides(walker, 24.0) if s.is_scored]
    assert len(scored) >= 10
    assert np.mean(scored) == pytest.approx(21.0, abs=2.0)  # 1.7 deg from stride to stride


def test_a_corridor_has_a_turn_between_its_passes() -> None:
    walker = AskedWalk()
    walker.ask(*passes(Walk(8.0)))
    assert WhyNot.TURN in {stride.why_not for stride in _strides(walker, 28.0)}


def test_somebody_who_was_asked_is_not_idle() -> None:
    walker = AskedWalk()
    next(walker.blocks())
    walker.ask(Stand(1.0))
    assert not walker.is_idle


def test_idle_again_when_done() -> None:
    walker = AskedWalk()
    walker.ask(Stand(1.0))
    for block in walker.blocks():
        if block.t_s[-1] > 12.0:
            break
    assert walker.is_idle


async def test_a_closed_walker_is_at_the_end() -> None:
    walker = AskedWalk()
    await walker.aclose()
    assert [block async for block in walker] == []
