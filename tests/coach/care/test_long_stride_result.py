"""What a test came to, whole: told at the entry, walked, and turned into a limit."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from coach.care.limits import Grade
from coach.care.long_stride_belief import belief_of
from coach.care.long_stride_result import VALID_DAYS, result_of
from coach.care.long_stride_state import TestState
from coach.care.long_stride_test import LongStrideTest
from tests.coach.care.patients import ENTRY, KINDS, Walker

TODAY = date(2026, 3, 2)


def _ended(kind: str, seed: int = 3) -> LongStrideTest:
    rng = np.random.default_rng(seed)
    walker = Walker(KINDS[kind](rng), rng)
    walker.walk_to_end()
    return walker.test


def test_nothing_walked_gives_nothing() -> None:
    result = result_of(TestState(ENTRY))
    assert result.threshold is None
    assert result.limit("me", TODAY) is None


def test_a_painless_test_gives_the_longest_comfortable_bout() -> None:
    result = result_of(_ended("never hurts").state)
    limit = result.limit("physio", TODAY)
    assert limit is not None
    longest_deg = max(b.extension_deg or 0.0 for b in result.state.bouts if b.is_comfortable)
    assert limit.grade is Grade.N
    assert limit.extension_deg == pytest.approx(longest_deg)


def test_a_limit_says_who_set_it_and_for_how_long() -> None:
    limit = result_of(_ended("never hurts").state).limit("physio", TODAY)
    assert limit is not None
    assert limit.set_by == "physio"
    assert limit.expires_on is not None
    assert (limit.expires_on - TODAY).days == VALID_DAYS


def test_pain_of_usual_walking_lowers_what_is_believed() -> None:
    state = _ended("steep").state
    means = []
    for pain in (0, 3, 6):
        state.entry = replace(state.entry, resting_pain=0, usual_pain=pain)
        belief = belief_of(state)
        assert belief is not None
        means.append(belief.mean_deg)
    assert means == sorted(means, reverse=True)


def test_what_was_told_is_no_bout() -> None:
    state = _ended("steep").state
    belief = belief_of(state)
    assert belief is not None
    assert len(belief.bouts) == len(state.rated)


def test_pain_relief_holds_the_grade_down() -> None:
    state = _ended("hardly hurts").state
    state.entry = replace(state.entry, has_pain_relief=True)
    threshold = result_of(state).threshold
    assert threshold is not None
    assert threshold.grade in {Grade.C, Grade.N}
