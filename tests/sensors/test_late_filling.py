"""What was lost unnoticed is put in where its loss shows."""

import numpy as np
import pytest

from sensors.late_filling import LateFilling
from sensors.late_run import FoundLoss
from sensors.samples import FloatArray

RATE_HZ = 100.0
N = 700
LOST = 600


def movement() -> tuple[FloatArray, FloatArray]:
    t_s = np.arange(N) / RATE_HZ
    swing = 4 * np.sin(2 * np.pi * t_s / 1.07)
    acc = np.stack([np.full(N, 9.8), swing, 0 * swing], axis=1)
    return acc, np.stack([0.1 * swing, 0 * swing, swing], axis=1)


def filled(
    n_lost: int, n_since: int, *, is_exact: bool, lost: int = LOST, first: int = 0
) -> FloatArray | None:
    """What is put in when the loss of those samples shows so many later."""
    acc, gyr = movement()
    filling = LateFilling(RATE_HZ)
    here = [i for i in range(first, N) if not lost <= i < lost + n_lost]
    for i in here:
        is_now = i == lost + n_lost + n_since
        found = FoundLoss(n_lost, n_since, is_exact) if is_now else None
        made = filling.push(acc[[i]], gyr[[i]], found)
        if is_now:
            return made
    raise AssertionError("the samples end before the loss shows")


@pytest.mark.parametrize("n_lost", [1, 3])
@pytest.mark.parametrize("n_since", [0, 1, 8])
@pytest.mark.parametrize("first", [0, 550], ids=["strides before", "none before"])
def test_what_is_put_in_is_what_was_lost(n_lost: int, n_since: int, first: int) -> None:
    acc, gyr = movement()
    made = filled(n_lost, n_since, is_exact=True, first=first)
    assert made is not None
    lost = np.hstack([acc, gyr])[LOST : LOST + n_lost]
    tolerance = 0.15 if n_since == 0 and first else 0.05  # a line where only one came since
    np.testing.assert_allclose(made, lost, atol=tolerance)


@pytest.mark.parametrize("lost", [605, 621, 640], ids=["slowing", "turning", "speeding up"])
def test_a_place_left_open_is_found_by_the_leap_in_the_rates(lost: int) -> None:
    _, gyr = movement()
    made = filled(2, 6, is_exact=False, lost=lost)
    assert made is not None
    turned_deg = np.degrees(made[:, 5].sum() - gyr[lost : lost + 2, 2].sum()) / RATE_HZ
    assert abs(turned_deg) < 0.3


def test_a_long_loss_is_left_to_be_a_gap() -> None:
    assert filled(19, 1, is_exact=True) is None


def test_after_a_reset_nothing_is_put_in() -> None:
    acc, gyr = movement()
    filling = LateFilling(RATE_HZ)
    for i in range(LOST):
        filling.push(acc[[i]], gyr[[i]], None)
    filling.reset()
    assert filling.push(acc[[LOST + 1]], gyr[[LOST + 1]], FoundLoss(1, 1, is_exact=True)) is None


def test_a_torn_frame_shows_the_place() -> None:
    _, gyr = movement()
    filling = LateFilling(RATE_HZ)
    acc = movement()[0]
    for i in [*range(LOST), *range(LOST + 2, LOST + 8)]:
        filling.push(acc[[i]], gyr[[i]], None, is_torn=i == LOST + 2)
    made = filling.push(acc[[LOST + 8]], gyr[[LOST + 8]], FoundLoss(2, 8, is_exact=False))
    assert made is not None
    np.testing.assert_allclose(made[:, 3:], gyr[LOST : LOST + 2], atol=0.05)
