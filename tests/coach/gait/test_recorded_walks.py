"""Floors and ceilings on recorded walks with a reference; each is well short of what is reached.

The walks loop a few real gait cycles: errors are averaged within each cycle first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from statistics import fmean, median

import numpy as np
import pytest

from coach.care.limits import Limit, StrideJudge
from coach.gait.events import Stride
from coach.gait.pipeline import GaitPipeline, GaitSettings, KnownDistance
from sensors.samples import FloatArray
from tests.coach.gait.walks import (
    RecordedWalk,
    Score,
    TruePeak,
    Walked,
    cut,
    needed,
    part,
    recorded,
    recorded_names,
    score,
    walked,
)

OPTICAL = recorded_names("_clean", "_worn")
REAL = recorded_names("opensense", "gaittech")
VARIANTS = ["_clean", "_worn"]
_EXCESS_DEG = 2.6
"""A stride this far from the limit must be told right."""


def analysed(name: str, settings: GaitSettings | None = None) -> Walked:
    walk = recorded(name)
    return walked(settings or walk.settings, [walk.block])


def scores(variant: str) -> list[Score]:
    names = needed([name for name in OPTICAL if variant in name])
    return [score(recorded(name).truth, analysed(name).strides) for name in names]


def by_cycle(
    pairs: Iterable[tuple[TruePeak, Stride]], error: Callable[[TruePeak, Stride], float | None]
) -> FloatArray:
    """Mean error of each cycle, of those strides that have one."""
    cycles: dict[str, list[float]] = defaultdict(list)
    for true, stride in pairs:
        value = error(true, stride)
        if value is not None:
            cycles[true.cycle].append(value)
    return np.array([fmean(values) for values in cycles.values()])


def squared_deg2(true: TruePeak, stride: Stride) -> float:
    return (stride.peak_thigh_extension_deg - true.extension_deg) ** 2


def share_of_length(true: TruePeak, stride: Stride) -> float | None:
    if true.length_m is None or stride.stride_length_m is None:
        return None
    return abs(stride.stride_length_m / true.length_m - 1)


def straight(walk: RecordedWalk) -> list[TruePeak]:
    return [true for true in walk.truth if not true.is_turn]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_stride_is_found_and_none_made_up(variant: str) -> None:
    found = scores(variant)
    n_pairs = sum(len(one.pairs) for one in found)
    n_wrong = sum(one.n_missed + one.n_false for one in found)
    assert n_pairs > 100
    assert 2 * n_pairs / (2 * n_pairs + n_wrong) >= 0.98  # F1


@pytest.mark.parametrize(("variant", "worst_deg"), [("_clean", 0.8), ("_worn", 1.5)])
def test_extension_is_right(variant: str, worst_deg: float) -> None:
    pairs = [pair for one in scores(variant) for pair in one.pairs]
    assert by_cycle(pairs, squared_deg2).mean() ** 0.5 < worst_deg


@pytest.mark.parametrize("variant", VARIANTS)
def test_ninety_percent_intervals_hold_nine_of_ten(variant: str) -> None:
    pairs = [pair for one in scores(variant) for pair in one.pairs]
    inside = [
        abs(stride.peak_thigh_extension_deg - true.extension_deg)
        < 1.645 * stride.peak_thigh_extension_sd_deg
        for true, stride in pairs
    ]
    assert np.mean(inside) > 0.85


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_peak_is_known_soon(variant: str) -> None:
    late_s = [stride.reported_s - true.t_s for one in scores(variant) for true, stride in one.pairs]
    assert np.percentile(late_s, 95) < 0.045


def test_lengths_without_calibration_are_a_fair_guess() -> None:
    pairs = [pair for one in scores("_worn") for pair in one.pairs]
    assert by_cycle(pairs, share_of_length).mean() < 0.06


def known_distance(walk: RecordedWalk) -> tuple[KnownDistance, list[TruePeak]] | None:
    """The first third as a measured distance, and the strides that are no copy of it."""
    strides = straight(walk)
    if len(strides) < 8 or len(strides) < len(walk.truth):
        return None
    n = max(4, len(strides) // 3)
    lengths_m = [true.length_m for true in strides[:n] if true.length_m is not None]
    rest = [true for true in strides[n:] if true.cycle not in {t.cycle for t in strides[:n]}]
    if len(lengths_m) < n or not rest:
        return None
    contacts_s = walk.contacts_s
    return KnownDistance(contacts_s[0][0], contacts_s[n - 1][1], sum(lengths_m)), rest


def calibrated_pairs() -> list[tuple[TruePeak, Stride]]:
    pairs = []
    for name in needed(OPTICAL):
        walk = recorded(name)
        known = known_distance(walk)
        if known is not None:
            distance, rest = known
            again = analysed(name, replace(walk.settings, known_distances=(distance,)))
            pairs += score(rest, again.strides).pairs
    return pairs


def test_lengths_after_a_known_distance_are_good() -> None:
    pairs = calibrated_pairs()
    assert len(pairs) > 20
    assert by_cycle(pairs, share_of_length).mean() < 0.05


def test_a_known_distance_halves_the_error_of_a_leg_told_wrongly() -> None:
    before, after = [], []
    for name in needed(OPTICAL):
        walk = recorded(name)
        known = known_distance(walk)
        leg_m = walk.settings.leg_length_m
        if known is None or leg_m is None:
            continue
        distance, rest = known
        wrong = replace(walk.settings, leg_length_m=1.1 * leg_m)
        taught = replace(wrong, known_distances=(distance,))
        before += score(rest, analysed(name, wrong).strides).pairs
        after += score(rest, analysed(name, taught).strides).pairs
    told, learnt = (by_cycle(pairs, share_of_length).mean() for pairs in (before, after))
    assert learnt < told / 2


def cue_walks() -> list[tuple[RecordedWalk, float]]:
    """Walks with strides clearly longer than the usual one, and a limit half-way."""
    found = []
    for name in needed(OPTICAL):
        walk = recorded(name)
        peaks_deg = [true.extension_deg for true in straight(walk)]
        n_cycles = len({true.cycle for true in straight(walk)})
        if n_cycles > 2 and max(peaks_deg) - median(peaks_deg) > 5:
            found.append((walk, (median(peaks_deg) + max(peaks_deg)) / 2))
    return found


def cued(walk: RecordedWalk, limit_deg: float) -> list[tuple[TruePeak, float | None]]:
    """Each straight stride with the time of its cue."""
    judge = StrideJudge(Limit(extension_deg=limit_deg))
    whole = analysed(walk.name)
    cue_s = {d.stride_start_s: d.t_s for d in judge.decisions(whole.events) if d.is_over}
    strides = [replace(stride, is_scored=True) for stride in whole.strides]
    pairs = score(straight(walk), strides).pairs
    return [(true, cue_s.get(stride.start_s)) for true, stride in pairs]


def test_long_strides_are_cued_and_usual_ones_are_not() -> None:
    over, under = [], []
    for walk, limit_deg in cue_walks():
        for true, cue_s in cued(walk, limit_deg):
            if true.extension_deg > limit_deg + _EXCESS_DEG:
                over.append(cue_s is not None)
            elif true.extension_deg < limit_deg - _EXCESS_DEG:
                under.append(cue_s is not None)
    assert len(over) >= 4
    assert len(under) >= 20
    assert np.mean(over) >= 0.85
    assert np.mean(under) <= 0.1


def test_a_cue_comes_before_the_peak() -> None:
    lead_s = [
        true.t_s - cue_s
        for walk, limit_deg in cue_walks()
        for true, cue_s in cued(walk, limit_deg)
        if cue_s is not None and true.extension_deg > limit_deg + _EXCESS_DEG
    ]
    assert np.median(lead_s) > 0.05


@pytest.mark.parametrize("name", OPTICAL[::3] or ["none"])
def test_what_comes_later_changes_nothing_told_before(name: str) -> None:
    needed(OPTICAL)
    walk = recorded(name)
    n = len(walk.block.t_s) * 55 // 100
    pipeline = GaitPipeline(walk.settings)
    told = [e for piece in cut(part(walk.block, 0, n), 10) for e in pipeline.push(piece).events]
    assert len(told) > 5
    assert tuple(told) == analysed(name).events[: len(told)]


@pytest.mark.parametrize("name", REAL or ["none"])
def test_a_real_sensor_gives_plausible_strides(name: str) -> None:
    needed(REAL)
    scored = analysed(name).scored
    assert len(scored) >= 2
    for stride in scored:
        assert stride.end_s is not None
        assert 0.8 < stride.end_s - stride.start_s < 2.0
        assert -12 < stride.peak_thigh_extension_deg < 30
        assert 5 < stride.peak_thigh_flexion_deg < 60
        assert 0 < stride.reported_s - stride.peak_thigh_extension_s < 0.25


@pytest.mark.parametrize("name", REAL or ["none"])
def test_a_real_sensor_whose_placement_nobody_told_finds_its_sign(name: str) -> None:
    needed(REAL)
    assert recorded(name).settings.placement is None
    strides = analysed(name).strides
    # the wrong sign would swap them: extension of 30 to 45, flexion of 5 to 15 deg
    assert np.median([s.peak_thigh_flexion_deg for s in strides]) > np.median(
        [s.peak_thigh_extension_deg for s in strides]
    )
