"""What the window remembers of a walk."""

from dataclasses import replace

import pytest

from coach.care.limits import Limit
from tests.ui.updates import decision, peak, stride
from ui.history import WalkHistory


def test_a_stride_knows_how_it_was_judged() -> None:
    history = WalkHistory()
    history.add_decision(decision(1.0, is_over=True))
    history.add_decision(decision(2.1, is_over=False))
    assert history.is_over(stride(1.0, 14.0)) is True
    assert history.is_over(peak(2.1)) is False


def test_a_stride_nobody_judged_is_not_judged() -> None:
    history = WalkHistory()
    history.add_decision(decision(1.0, is_over=True))
    assert history.is_over(stride(2.1)) is None


def test_a_start_that_moved_a_little_is_the_same_stride() -> None:
    history = WalkHistory()
    history.add_decision(decision(1.0, is_over=True))
    assert history.is_over(stride(1.05, 14.0)) is True


def test_the_limit_of_the_later_decision_stands() -> None:
    history = WalkHistory()
    history.add_decision(decision(1.0, is_over=False))
    history.add_decision(replace(decision(1.0, is_over=True), limit=Limit(extension_deg=8.0)))
    assert history.is_over(stride(1.0)) is True


def test_a_stride_foreseen_over_the_limit_that_kept_within_it_is_not_over() -> None:
    history = WalkHistory()
    history.add_decision(decision(1.0, is_over=True))
    assert history.is_over(stride(1.0, 9.0)) is False


def test_recent_counts_the_last_ten_judged() -> None:
    history = WalkHistory()
    for i in range(14):
        history.add_decision(decision(float(2 * i), is_over=i % 2 == 0))
        history.strides.append(stride(float(2 * i), 14.0 if i % 2 == 0 else 9.0))
    assert history.recent() == (5, 10)


def test_means_take_scored_strides_only() -> None:
    history = WalkHistory()
    history.strides = [stride(0.0, 8.0), stride(2.0, 10.0), stride(4.0, 40.0, is_scored=False)]
    assert history.median_extension_deg() == pytest.approx(9.0)
    assert history.mean_stride_length_m() == pytest.approx(1.32)


def test_without_strides_there_are_no_means() -> None:
    history = WalkHistory()
    assert history.median_extension_deg() is None
    assert history.mean_stride_length_m() is None
