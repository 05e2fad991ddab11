from dataclasses import replace

import numpy as np
import pytest

from coach.analysis import analyze
from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitPipeline, GaitSettings
from coach.records.errors import RecordError, RecordFault
from coach.records.exchange.outgoing import recorded_walk, thigh_angles
from tests.coach.records.exchange.walks import full
from tests.coach.walks import walked

LIMIT = Limit(extension_deg=16.0)


def test_strides_and_decisions_are_those_of_the_live_loop() -> None:
    source = walked(15.0)
    gait = GaitSettings.of(source.info)
    walk = recorded_walk(source.info, gait, source.blocks, LIMIT)
    live = analyze(source.blocks(), CoachSettings(gait, LIMIT)).strides
    assert [row.stride for row in walk.strides] == [judged.stride for judged in live]
    over = [row.decision for row in walk.strides if row.decision and row.decision.is_over]
    assert over == [judged.cue for judged in live if judged.cue]
    assert 0 < len(over) < len(live)


def test_a_stride_under_the_limit_keeps_its_decision() -> None:
    source = walked(15.0)
    walk = recorded_walk(source.info, GaitSettings.of(source.info), source.blocks, LIMIT)
    under = [row for row in walk.strides if row.decision and not row.decision.is_over]
    assert under


def test_duration_and_start_are_of_the_samples() -> None:
    source = walked(6.0)
    walk = recorded_walk(source.info, GaitSettings.of(source.info), source.blocks)
    t_s = np.concatenate([block.t_s for block in source.blocks()])
    assert (walk.start_s, walk.start_s + walk.duration_s) == (t_s[0], t_s[-1])


def test_an_empty_recording_has_no_duration() -> None:
    source = walked(6.0)
    walk = recorded_walk(source.info, GaitSettings.of(source.info), list)
    assert (walk.start_s, walk.duration_s, walk.strides) == (0.0, 0.0, ())


def test_angles_are_the_live_ones_and_count_from_the_first_sample() -> None:
    source = walked(10.0)
    gait = GaitSettings.of(source.info)
    walk = replace(recorded_walk(source.info, gait, source.blocks), start_s=1.0)
    t_s, flexion_deg = thigh_angles(walk)
    pipeline = GaitPipeline(gait)
    live = np.concatenate([pipeline.push(b).trace.thigh_flexion_deg for b in source.blocks()])
    np.testing.assert_array_equal(flexion_deg, live[np.isfinite(live)])
    assert t_s[-1] == pytest.approx(source.blocks()[-1].t_s[-1] - 1.0)


def test_a_walk_without_a_neutral_has_no_angles() -> None:
    walk = replace(full(), blocks=list)
    with pytest.raises(RecordError) as caught:
        thigh_angles(walk)
    assert caught.value.fault is RecordFault.NO_ANGLES
