"""What a reader has to know of a walk before its numbers."""

from typing import Any

import pytest

from coach.follow_up.walk_quality import Flag, Quality, quality
from coach.gait.events import Calibrated, Stride, WearFault
from coach.records.marks import Gap
from coach.records.store import GapReason

GOOD_STAND = Calibrated(3.0, True, 0.4, None)


def stride(*, is_scored: bool = True) -> Stride:
    return Stride(
        1.0, 2.0, 2.1, 1.5, 14.0, 0.8, 20.0, 1.5, 1.2, 0.1, 110.0, 1.1,
        is_scored=is_scored, why_not=None,
    )  # fmt: skip


def of(**other: Any) -> Quality:
    """A walk of ten minutes without reserve, but for what is told."""
    known: dict[str, Any] = {
        "duration_s": 600.0,
        "paused_s": 0.0,
        "rate_hz": 100.0,
        "n_samples": 60_000,
        "gaps": (),
        "strides": (stride(),) * 100,
        "calibrations": (GOOD_STAND,),
        "is_cut_off": False,
        "is_simulated": False,
    }
    return quality(**(known | other))


def test_a_good_walk_has_no_flag() -> None:
    assert of().flags == ()


@pytest.mark.parametrize(
    ("other", "flag"),
    [
        ({"is_simulated": True}, Flag.SIMULATED),
        ({"is_cut_off": True}, Flag.CUT_OFF),
        ({"calibrations": ()}, Flag.NOT_CALIBRATED),
        (
            {"calibrations": (GOOD_STAND, Calibrated(9.0, False, 1.0, WearFault.NOT_AS_USUAL))},
            Flag.WORN_DIFFERENTLY,
        ),
        ({"gaps": (Gap(10.0, 13.0, GapReason.LINK),)}, Flag.GAPS),
        ({"n_samples": 58_000}, Flag.LOST_SAMPLES),
        ({"strides": (stride(),) * 19}, Flag.FEW_SCORED),
        ({"strides": (stride(),) * 30 + (stride(is_scored=False),) * 40}, Flag.FEW_SCORED),
        ({"duration_s": 100.0, "n_samples": 10_000}, Flag.SHORT),
    ],
    ids=lambda value: value.value if isinstance(value, Flag) else "",
)
def test_each_reserve_has_its_flag(other: dict[str, Any], flag: Flag) -> None:
    assert of(**other).flags == (flag,)


def test_a_wobble_in_the_stand_is_not_worn_differently() -> None:
    wobble = Calibrated(2.0, False, 3.0, WearFault.WOBBLE)
    assert of(calibrations=(wobble, GOOD_STAND)).flags == ()


def test_a_pause_is_no_gap_and_loses_nothing() -> None:
    paused = of(n_samples=50_000, paused_s=100.0, gaps=(Gap(10.0, 110.0, GapReason.PAUSE),))
    assert (paused.flags, paused.lost_share) == ((), 0.0)


def test_a_gap_is_told_as_a_gap_and_not_as_lost_samples() -> None:
    broken = of(n_samples=57_000, gaps=(Gap(10.0, 40.0, GapReason.LINK),))
    assert (broken.flags, broken.lost_share) == ((Flag.GAPS,), 0.0)


def test_what_was_lost_is_summed_up() -> None:
    gaps = (Gap(10.0, 13.0, GapReason.LINK), Gap(20.0, 21.5, GapReason.NOT_KEPT))
    lost = of(gaps=gaps)
    assert (lost.n_gaps, lost.lost_s) == (2, 4.5)
