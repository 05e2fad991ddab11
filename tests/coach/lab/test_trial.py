from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from coach.analysis import JudgedStride, analyze
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.lab.reference import Reference, ReferenceStride
from coach.lab.simulated import reference_of
from coach.lab.trial import (
    ContradictionError,
    Trial,
    calibration,
    check_order,
    limit_between,
    tried,
)
from sensors.samples import ImuBlock
from tests.coach.lab.walks import lab_walk


def _reference(n: int, **fields: Any) -> Reference:
    strides = [
        ReferenceStride(
            peak_thigh_extension_s=float(t),
            peak_thigh_extension_deg=20.0 + t,
            initial_contact_s=t - 0.6,
            next_initial_contact_s=t + 0.4,
            stride_length_m=1.25,
            block=t,
        )
        for t in range(1, n + 1)
    ]
    return Reference(tuple(replace_struct(stride, fields) for stride in strides))


def replace_struct(stride: ReferenceStride, fields: dict[str, Any]) -> ReferenceStride:
    known = {name: getattr(stride, name) for name in stride.__struct_fields__}
    return ReferenceStride(**{**known, **fields})


def test_the_limit_lies_half_way_from_the_usual_to_the_longest() -> None:
    assert limit_between(_reference(13)) == pytest.approx((27.0 + 33.0) / 2)


def test_strides_that_are_all_alike_have_no_limit_between() -> None:
    assert limit_between(_reference(13, peak_thigh_extension_deg=20.0)) is None


def test_the_first_third_is_walked_over_a_known_distance() -> None:
    known = calibration(_reference(15))
    assert known is not None
    assert tuple(known[0]) == pytest.approx((0.4, 5.4, 5 * 1.25))


def test_copies_of_a_calibrating_cycle_test_nothing() -> None:
    assert calibration(_reference(15, block="the only cycle")) is None


def test_a_walk_with_turns_is_not_calibrated_on() -> None:
    assert calibration(_reference(15, is_turn=True)) is None


def test_a_peak_known_before_it_happened_is_a_contradiction() -> None:
    walk = lab_walk(8.0)
    strides = analyze(walk.blocks(), CoachSettings(GaitSettings.of(walk.info))).strides
    check_order(strides)
    early = replace(strides[2].stride, reported_s=strides[2].stride.start_s)
    with pytest.raises(ContradictionError, match="before it happened"):
        check_order([JudgedStride(early, None)])


def test_strides_that_overlap_are_a_contradiction() -> None:
    walk = lab_walk(8.0)
    strides = analyze(walk.blocks(), CoachSettings(GaitSettings.of(walk.info))).strides
    with pytest.raises(ContradictionError, match="overlap"):
        check_order([strides[2], strides[2]])


def test_a_past_that_depends_on_the_future_is_a_contradiction() -> None:
    walk = lab_walk(12.0)
    calls = SimpleNamespace(n=0)

    def other_samples_each_time() -> Iterator[ImuBlock]:
        calls.n += 1
        yield from lab_walk(12.0, seed=calls.n).blocks()

    trial = Trial(
        "walk", "group", GaitSettings.of(walk.info), other_samples_each_time, reference_of(walk)
    )
    with pytest.raises(ContradictionError, match=r"later|told before"):
        tried(trial)


def test_a_simulated_walk_is_found_whole() -> None:
    walk = lab_walk()
    blocks = cast("tuple[ImuBlock, ...]", tuple(walk.blocks()))
    told = tried(Trial("walk", "g", GaitSettings.of(walk.info), lambda: blocks, reference_of(walk)))
    assert (told.n_missed, told.n_false) == (0, 0)
    assert told.n_hit > 14
