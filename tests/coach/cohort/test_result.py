from collections import Counter

import pytest

from coach.care.limits import Limit
from coach.cohort.result import WalkResult, result_of
from coach.gait.pipeline import GaitSettings
from coach.records.exchange.outgoing import recorded_walk
from tests.coach.lab.walks import lab_walk
from tests.coach.walks import INFO, still

_WALK = lab_walk(20.0)
_GAIT = GaitSettings.of(_WALK.info)


@pytest.fixture(scope="module")
def result() -> WalkResult:
    return result_of(_WALK.info, _GAIT, _WALK.blocks, Limit(extension_deg=14.0))


def test_a_line_a_stride(result: WalkResult) -> None:
    walk = recorded_walk(_WALK.info, _GAIT, _WALK.blocks)
    assert len(result.strides) == result.n_strides == len(walk.strides)


def test_the_median_is_that_of_the_scored_strides(result: WalkResult) -> None:
    walk = recorded_walk(_WALK.info, _GAIT, _WALK.blocks)
    peaks = sorted(r.stride.peak_thigh_extension_deg for r in walk.strides if r.stride.is_scored)
    middle = (peaks[(len(peaks) - 1) // 2] + peaks[len(peaks) // 2]) / 2
    assert result.averages["median_peak_thigh_extension_deg"] == pytest.approx(middle)


def test_histograms_hold_every_scored_stride(result: WalkResult) -> None:
    assert {sum(bins.values()) for bins in result.bins.values()} == {result.n_scored}


def test_reasons_and_scored_strides_are_all_strides(result: WalkResult) -> None:
    assert Counter(result.why_not).total() + result.n_scored == result.n_strides


def test_strides_over_the_limit_are_those_decided_so(result: WalkResult) -> None:
    walk = recorded_walk(_WALK.info, _GAIT, _WALK.blocks, Limit(extension_deg=14.0))
    assert result.n_over == sum(r.decision.is_over for r in walk.strides if r.decision) > 0


def test_without_a_limit_nothing_is_said_of_it() -> None:
    assert result_of(_WALK.info, _GAIT, _WALK.blocks, None).n_over is None


def test_a_walk_without_strides_has_no_averages() -> None:
    averages = result_of(INFO, GaitSettings.of(INFO), lambda: [still(0.0, 300)], None).averages
    assert set(averages.values()) == {None}
