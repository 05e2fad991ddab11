"""Samples that were lost, as the strides before tell them: a walk repeats itself."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from sensors.samples import FloatArray, ImuBlock, SampleFlag

RECALLED_S = 4.0
"""How far back a stride may lie that tells what was lost: three usual ones, one of the slowest."""
_LIKE_S = 0.15
_SOONEST_S = 0.55
_N_STRIDES = 2
_MOST_UNLIKE = 0.15
_LEAST_MOVEMENT_RADPS = 0.3
_WEIGHTS = np.array(3 * (1.0,) + 3 * (0.1,))  # of rates in rad/s and accelerations in m/s2
_SHIFT_STEP = 0.1
_SHIFTS = _SHIFT_STEP * np.arange(-7, 8)
_BROKEN = int(SampleFlag.INTERPOLATED | SampleFlag.AFTER_GAP)


def recalled(
    past: ImuBlock, acc_mps2: FloatArray, gyr_radps: FloatArray, n_lost: int, rate_hz: float
) -> tuple[FloatArray, FloatArray] | None:
    """The lost samples' (n, 3) accelerations and angular rates; None where nothing is like them.

    Parameters
    ----------
    past : ImuBlock
        Evenly spaced samples up to the last one before the loss.
    acc_mps2, gyr_radps : (3,) arrays
        The first sample after it.
    n_lost : int
        How many samples are missing between.

    Notes
    -----
    1. Look through the last strides for the moments that are most like this one: the 0.15 s before
       the loss, the later the heavier, and the sample after it. Angular rates count, and
       accelerations with a tenth of their figure. Where samples were lost then, too, is left out.
    2. Take the two best that are a stride apart, each to a fraction of a sample, and what was
       measured in them, weighted by likeness.
    3. Add the straight line that makes it meet the two samples beside the loss.

    Where the person hardly moves, or nothing before was like this, nothing is recalled.
    """
    n_like = max(4, round(_LIKE_S * rate_hz))
    soonest, after = round(_SOONEST_S * rate_hz), n_lost + 1
    both = np.hstack([past.gyr_radps, past.acc_mps2])
    beside = np.hstack([gyr_radps, acc_mps2])
    # step 1; `at` is where the last sample before the loss lies in the moment compared with
    at = np.arange(n_like, len(both) - max(soonest, after))
    if len(at) == 0:
        return None
    weighted = both * _WEIGHTS
    aimed = np.vstack([weighted[-n_like:], beside * _WEIGHTS])
    shares = np.append(np.linspace(0.2, 1.8, n_like) / n_like, 1.0)
    sizes = (aimed**2).sum(axis=1)
    turning = float((aimed[:-1, :3] ** 2).sum(axis=1) @ shares[:-1])
    movement = float(sizes @ shares)
    unlike = _unlikeness(weighted, aimed, shares, at, after)
    n_broken = np.concatenate([[0], np.cumsum((past.flags & _BROKEN) != 0)])
    unlike[n_broken[at + after + 1] > n_broken[at - 1]] = np.inf
    best = _best(unlike, soonest)
    if turning < _LEAST_MOVEMENT_RADPS**2 or not best or unlike[best[0]] > _MOST_UNLIKE * movement:
        return None
    # step 2
    moment = np.append(np.arange(1 - n_like, 1), after)
    total, sum_of_weights = np.zeros((after + 1, 6)), 0.0
    for k in best:
        shift = _best_shift(weighted, aimed, shares, at[k] + moment)
        weight = 1 / (float(unlike[k]) + 1e-3 * movement)
        total += weight * _at(both, at[k] + shift + np.arange(after + 1))
        sum_of_weights += weight
    made = total / sum_of_weights
    # step 3
    line = np.linspace(0, 1, after + 1)[1:-1, None]
    lost = made[1:-1] + (both[-1] - made[0]) * (1 - line) + (beside - made[-1]) * line
    return lost[:, 3:], lost[:, :3]


def _unlikeness(
    weighted: FloatArray,
    aimed: FloatArray,
    shares: FloatArray,
    at: NDArray[np.intp],
    after: int,
) -> FloatArray:
    """How unlike what is aimed at each moment is: (n,) for the n last samples before, `at`."""
    n_like = len(aimed) - 1
    before = sliding_window_view(weighted, n_like, axis=0)[at - n_like + 1]
    unlike: FloatArray = (((before - aimed[:-1].T) ** 2) @ shares[:-1]).sum(axis=1)
    unlike += ((weighted[at + after] - aimed[-1]) ** 2).sum(axis=1) * shares[-1]
    return unlike


def _best(unlike: FloatArray, soonest: int) -> list[int]:
    """Indices of the most alike moments, a stride or more apart."""
    left = unlike.copy()
    best: list[int] = []
    while len(best) < _N_STRIDES:
        k = int(left.argmin())
        if not left[k] < np.inf or (best and left[k] > 4 * unlike[best[0]]):
            break
        best.append(k)
        left[max(0, k - soonest + 1) : k + soonest] = np.inf
    return best


def _best_shift(
    weighted: FloatArray, aimed: FloatArray, shares: FloatArray, at: FloatArray
) -> float:
    """How far the moment compared with lies from a sample, in samples: where likeness is best.

    `at` are the places of the moment's samples.
    """
    there = _at(weighted, (_SHIFTS[:, None] + at).ravel()).reshape(len(_SHIFTS), len(at), -1)
    unlike = (((there - aimed) ** 2).sum(axis=2)) @ shares
    k = min(max(int(unlike.argmin()), 1), len(_SHIFTS) - 2)
    one, two, three = unlike[k - 1 : k + 2].tolist()
    bend = one - 2 * two + three
    aside = (one - three) / (2 * bend) if bend > 0 else 0.0
    return float(_SHIFTS[k]) + min(max(aside, -1.0), 1.0) * _SHIFT_STEP


def _at(values: FloatArray, x: FloatArray) -> FloatArray:
    """Values between samples, by the cubic through their neighbours (Catmull and Rom)."""
    i = np.floor(x).astype(np.intp)
    u = (x - i)[:, None]
    last = len(values) - 1
    a, b, c, d = (values[np.minimum(i + k, last)] for k in (-1, 0, 1, 2))
    at: FloatArray = b + 0.5 * u * (
        c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a))
    )
    return at
