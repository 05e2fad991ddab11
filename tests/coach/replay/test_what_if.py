"""Judged otherwise: nothing changes where no setting does, and what changes is counted."""

from dataclasses import replace

import pytest

from coach.care.delivery import ScreenState
from coach.care.limits import Limit
from coach.gait.events import WhyNot
from coach.gait.pipeline import GaitSettings
from coach.records.marks import Gap, LimitChange
from coach.records.store import GapReason
from coach.replay.opened import OpenedWalk, samples_of
from coach.replay.passing import EventBlock, passed
from coach.replay.what_if import (
    Course,
    Outcome,
    WhatIf,
    as_recorded,
    difference,
    figures,
    painful_strides,
    under,
)
from tests.coach.replay.conftest import blocks, opened
from tests.coach.replay.walks import LIMIT, delivered_live
from tests.ui.updates import decision, peak, stride

__all__ = ["blocks", "opened"]

_ALL_OVER = Outcome(
    strides=tuple(stride(float(2 * i), 14.0) for i in range(5)),
    decisions=tuple(decision(float(2 * i), is_over=True) for i in range(5)),
)
_BY_LIMIT = (LimitChange(0.0, LIMIT),)
_NONE_OVER = replace(_ALL_OVER, decisions=())


def _recorded(opened: OpenedWalk, blocks: list[EventBlock]) -> Outcome:
    course = Course(opened.limits, opened.gaps)
    return as_recorded(blocks, opened.strides, opened.decisions, course)


def test_what_was_delivered_live_is_delivered_again(
    opened: OpenedWalk, blocks: list[EventBlock]
) -> None:
    live = [each for each in delivered_live() if each.t_s > 0]  # type: ignore[attr-defined]
    assert [each for each in _recorded(opened, blocks).deliveries if each.t_s > 0] == live


def test_the_same_settings_give_the_same_decisions(opened: OpenedWalk) -> None:
    with samples_of(opened.path) as (samples, _):
        made = [piece.events for piece in passed(samples, opened.gait)]
    outcome = under(WhatIf(opened.gait, LIMIT), made)
    until_s = opened.limits[1].t_s
    then = [each for each in opened.decisions if each.t_s < until_s]
    assert [each for each in outcome.decisions if each.t_s < until_s] == then
    assert outcome.strides == opened.strides


def test_a_higher_limit_gives_fewer_cues(opened: OpenedWalk, blocks: list[EventBlock]) -> None:
    n_cues = [
        len(under(WhatIf(opened.gait, Limit(extension_deg=limit_deg)), blocks).cues)
        for limit_deg in (14.0, 20.0, 30.0)
    ]
    assert n_cues[0] > n_cues[1] > n_cues[2] == 0


def test_without_a_limit_there_is_no_cue_and_the_view_says_so(
    opened: OpenedWalk, blocks: list[EventBlock]
) -> None:
    outcome = under(WhatIf(opened.gait), blocks)
    assert outcome.decisions == ()
    assert ScreenState.NO_LIMIT in {each.code for each in outcome.deliveries}


def test_a_standing_line_further_in_front_adds_to_every_extension(
    opened: OpenedWalk, blocks: list[EventBlock]
) -> None:
    outcome = under(WhatIf(opened.gait, LIMIT, neutral_shift_deg=2.0), blocks)
    pairs = zip(opened.strides, outcome.strides, strict=True)
    for before, after in pairs:
        assert after.peak_thigh_extension_deg == before.peak_thigh_extension_deg + 2.0
        assert after.peak_thigh_flexion_deg == before.peak_thigh_flexion_deg - 2.0


def test_shifting_the_line_and_the_limit_alike_changes_no_decision(
    opened: OpenedWalk, blocks: list[EventBlock]
) -> None:
    plain = under(WhatIf(opened.gait, LIMIT), blocks)
    moved = Limit(extension_deg=22.0)
    shifted = under(WhatIf(opened.gait, moved, neutral_shift_deg=2.0), blocks)
    assert [cue.t_s for cue in shifted.cues] == [cue.t_s for cue in plain.cues]


def test_strides_left_out_as_turns_are_scored_when_asked(
    opened: OpenedWalk, blocks: list[EventBlock]
) -> None:
    turns = [each for each in opened.strides if each.why_not is WhyNot.TURN]
    outcome = under(WhatIf(opened.gait, LIMIT, judged_too=(WhyNot.TURN,)), blocks)
    n_scored = sum(each.is_scored for each in opened.strides)
    assert turns
    assert sum(each.is_scored for each in outcome.strides) == n_scored + len(turns)


def test_nothing_is_decided_while_the_walk_was_paused(
    opened: OpenedWalk, blocks: list[EventBlock]
) -> None:
    course = Course(gaps=(Gap(20.0, 60.0, GapReason.PAUSE),))
    outcome = under(WhatIf(opened.gait, LIMIT), blocks, course)
    assert not [each for each in outcome.decisions if 20.0 < each.t_s <= 60.0]
    assert ScreenState.PAUSED in {each.code for each in outcome.deliveries}


def test_a_lost_link_is_shown(opened: OpenedWalk, blocks: list[EventBlock]) -> None:
    course = Course(gaps=(Gap(30.0, 34.0, GapReason.LINK),))
    outcome = under(WhatIf(opened.gait, LIMIT), blocks, course)
    assert ScreenState.NO_LINK in {each.code for each in outcome.deliveries}


def test_a_wider_dead_band_gives_no_more_tones(
    opened: OpenedWalk, blocks: list[EventBlock]
) -> None:
    narrow = under(WhatIf(opened.gait, replace(LIMIT, dead_band_deg=0.0)), blocks)
    wide = under(WhatIf(opened.gait, replace(LIMIT, dead_band_deg=4.0)), blocks)
    narrow_tones = figures(narrow, (), _BY_LIMIT).n_tones
    assert figures(wide, (), _BY_LIMIT).n_tones <= narrow_tones
    assert narrow_tones > 0


def test_a_pain_mark_is_about_the_longest_stride_of_the_seconds_before() -> None:
    strides = [stride(0.0, 9.0), stride(1.2, 15.0), stride(2.4, 11.0), stride(3.6, 30.0)]
    assert painful_strides(strides, [3.5]) == (strides[1],)


def test_a_pain_mark_while_standing_is_about_no_stride() -> None:
    assert painful_strides([stride(0.0)], [60.0]) == ()


def test_two_marks_on_one_stride_are_one_painful_stride() -> None:
    assert len(painful_strides([stride(0.0)], [1.0, 1.5])) == 1


def test_cues_that_go_are_counted_as_fewer() -> None:
    changed = difference(_ALL_OVER, _NONE_OVER, ())
    assert changed.n_more_cues == -5
    assert changed.new_s == ()


def test_painful_strides_that_lose_their_cue_are_missed() -> None:
    changed = difference(_ALL_OVER, _NONE_OVER, (1.0, 5.0))
    assert [each.start_s for each in changed.missed] == [0.0, 4.0]
    assert changed.caught == ()


def test_painful_strides_that_get_a_cue_are_caught() -> None:
    changed = difference(_NONE_OVER, _ALL_OVER, (1.0,))
    assert [each.start_s for each in changed.caught] == [0.0]
    assert changed.n_more_cues == 5


def test_one_cue_is_the_same_if_its_stride_begins_a_little_elsewhere() -> None:
    moved = replace(
        _ALL_OVER, decisions=tuple(decision(2 * i + 0.2, is_over=True) for i in range(5))
    )
    changed = difference(_ALL_OVER, moved, ())
    assert (changed.lost_s, changed.new_s) == ((), ())


def test_figures_count_what_is_scored() -> None:
    outcome = Outcome(strides=(stride(0.0, 14.0), stride(2.0, 8.0), stride(4.0, is_scored=False)))
    told = figures(outcome, (), (LimitChange(0.0, Limit(extension_deg=12.0)),))
    assert (told.n_strides, told.n_scored, told.n_over) == (3, 2, 1)
    assert told.median_extension_deg == 11.0
    assert told.median_stride_length_m == pytest.approx(1.32)


def test_figures_of_nothing_are_not_measured() -> None:
    told = figures(Outcome(), (), ())
    assert (told.n_cues, told.median_extension_deg, told.median_stride_length_m) == (0, None, None)


def test_peaks_are_kept_to_explain_cues() -> None:
    outcome = under(WhatIf(GaitSettings(100.0), LIMIT), [(peak(0.0), stride(0.0))])
    assert outcome.looks == (peak(0.0),)


def test_strides_count_against_the_limit_of_their_time() -> None:
    outcome = Outcome(strides=(stride(0.0, 14.0), stride(10.0, 14.0), stride(20.0, 14.0)))
    limits = (
        LimitChange(5.0, Limit(extension_deg=12.0)),
        LimitChange(15.0, Limit(extension_deg=16.0)),
    )
    assert figures(outcome, (), limits).n_over == 1
