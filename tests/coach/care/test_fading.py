"""Less feedback over the weeks: care.md, "The cue"."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.care.fading import (
    SHARES,
    FadedWalk,
    FadingWhy,
    SilentCheck,
    feedback_share,
    has_feedback,
    silent_from_s,
)
from tests.coach.care.walks import LIMIT, stride

DAY = date(2026, 3, 1)


def _walks(
    n: int,
    share: float = 1.0,
    kept: float | None = 0.9,
    silent: float | None = None,
    *,
    every: int = 3,
    is_red: bool = False,
) -> list[FadedWalk]:
    return [
        FadedWalk(DAY + timedelta(days=every * i), share, kept, silent, is_red) for i in range(n)
    ]


@pytest.mark.parametrize(
    ("walks", "days_later", "share", "why"),
    [
        ([], 0, 1.0, FadingWhy.START),
        (_walks(1), 30, 1.0, FadingWhy.STAYS),
        (_walks(3), 13, 1.0, FadingWhy.STAYS),
        (_walks(3), 14, 0.5, FadingWhy.LESS),
        (_walks(3, 0.5), 14, 0.25, FadingWhy.LESS),
        (_walks(3, 0.25), 60, 0.25, FadingWhy.STAYS),
        (_walks(3, kept=0.84), 30, 1.0, FadingWhy.STAYS),
        (_walks(3, silent=0.80), 30, 1.0, FadingWhy.STAYS),
        (_walks(3, silent=0.90), 30, 0.5, FadingWhy.LESS),
        (_walks(3, kept=None), 30, 1.0, FadingWhy.STAYS),
        (_walks(3, is_red=True), 30, 1.0, FadingWhy.STAYS),
        (_walks(2, 0.25, kept=0.5), 5, 0.5, FadingWhy.MORE),
        (_walks(2, 0.25, silent=0.5), 5, 0.5, FadingWhy.MORE),
        (_walks(2, 0.5, is_red=True), 5, 1.0, FadingWhy.MORE),
        (_walks(2, 1.0, kept=0.5), 5, 1.0, FadingWhy.STAYS),
        (_walks(1, 0.25, kept=0.5), 5, 0.25, FadingWhy.STAYS),
    ],
    ids=[
        "no walk yet",
        "one walk",
        "two weeks not over",
        "three kept and two weeks",
        "to a quarter",
        "never less than a quarter",
        "not kept",
        "not kept while silent",
        "kept while silent",
        "nothing judged",
        "too painful",
        "two lost",
        "two lost while silent",
        "two reds",
        "never more than all",
        "one lost",
    ],
)
def test_the_share_follows_the_walks(
    walks: list[FadedWalk], days_later: int, share: float, why: FadingWhy
) -> None:
    assert feedback_share(walks, DAY + timedelta(days=days_later)) == (share, why)


def test_smaller_strides_with_a_limp_are_no_success() -> None:
    walks = [replace(walk, may_have_limped=True) for walk in _walks(3)]
    assert feedback_share(walks, DAY + timedelta(days=30)) == (1.0, FadingWhy.STAYS)


def test_a_share_that_is_new_is_kept_for_two_weeks() -> None:
    walks = _walks(4) + [FadedWalk(DAY + timedelta(days=20 + i), 0.5, 0.95) for i in range(3)]
    assert feedback_share(walks, DAY + timedelta(days=33)) == (0.5, FadingWhy.STAYS)
    assert feedback_share(walks, DAY + timedelta(days=34)) == (0.25, FadingWhy.LESS)


@pytest.mark.parametrize("share", SHARES)
def test_so_many_strides_get_feedback(share: float) -> None:
    fed = sum(has_feedback(n, share) for n in range(20 * 100))
    assert fed / (20 * 100) == pytest.approx(share, abs=0.011)


@pytest.mark.parametrize("share", SHARES)
def test_the_first_strides_get_feedback(share: float) -> None:
    assert all(has_feedback(n, share) for n in range(20))


@pytest.mark.parametrize(
    ("planned_s", "from_s"), [(None, None), (300.0, None), (360.0, 240.0), (1200.0, 1080.0)]
)
def test_the_last_two_minutes_are_silent(planned_s: float | None, from_s: float | None) -> None:
    assert silent_from_s(planned_s) == from_s


def test_the_silent_check_is_the_share_within_the_limit() -> None:
    check = SilentCheck()
    for n in range(40):
        check.add(stride(n, 16.0 if n % 4 == 0 else 9.0), LIMIT)
    assert check.share == 0.75


def test_a_few_strides_are_no_silent_check() -> None:
    check = SilentCheck()
    for n in range(19):
        check.add(stride(n), LIMIT)
    assert check.share is None
