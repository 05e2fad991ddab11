"""Less feedback over the weeks: the share of strides with feedback, and the silent check.

"Harder" is less feedback; the limit never moves by itself. The law is care.md, "The cue"; the
shares, the blocks and the two minutes are those of product.md, 2.2, for a physio to confirm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil

from coach.care.limits import Limit
from coach.gait.events import Stride

SHARES = (1.0, 0.5, 0.25)
"""Of strides with feedback, from the first weeks on."""
SILENT_CHECK_S = 120.0
"""The last part of a planned walk goes without feedback."""

_BLOCK_STRIDES = 20
"""Feedback comes and goes in blocks: a trend needs strides in a row."""
_SHORTEST_WITH_CHECK_S = 3 * SILENT_CHECK_S
_FEWEST_IN_CHECK = 20
_EXACT = 1e-9
_DAYS_AT_A_SHARE = 14
_WALKS_LOOKED_AT = 3
_KEPT_SHARE = 0.85  # this much within the limit, silent or not: the range has been learned
_LOST_SHARE = 0.60


class FadingWhy(StrEnum):
    """Why the share is as it is."""

    START = "start"
    LESS = "less"
    """Three walks in a row kept the range, also while silent, and two weeks have passed."""
    MORE = "more"
    """Two walks in a row lost the range."""
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class FadedWalk:
    """A walk as far as fading looks at it; shares are 0 to 1, None where nothing was judged.

    `may_have_limped`: smaller strides that came with a limp are no success.
    """

    day: date
    share: float
    comfortable_share: float | None
    silent_check_share: float | None = None
    is_red: bool = False
    may_have_limped: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether the strides stayed within the limit, also while silent, as far as known."""
        shares = (self.comfortable_share, self.silent_check_share)
        known = [share for share in shares if share is not None]
        is_kept = bool(known) and min(known) >= _KEPT_SHARE
        return is_kept and not self.is_red and not self.may_have_limped

    @property
    def is_lost(self) -> bool:
        """Whether many strides went over the limit, or the walk hurt too much."""
        shares = (self.comfortable_share, self.silent_check_share)
        known = [share for share in shares if share is not None]
        return self.is_red or (bool(known) and min(known) < _LOST_SHARE)


def feedback_share(walks: Sequence[FadedWalk], today: date) -> tuple[float, FadingWhy]:
    """The share of strides that get feedback today, and why.

    1. Without walks: all of them.
    2. The last two walks lost the range: one level more feedback.
    3. The last three walks kept it, and the share is two weeks old: one level less.
    4. Else as on the last walk.

    Parameters
    ----------
    walks : sequence of FadedWalk
        Oldest first.
    """
    if not walks:
        return SHARES[0], FadingWhy.START
    share = walks[-1].share
    level = min(range(len(SHARES)), key=lambda i: abs(SHARES[i] - share))
    if len(walks) >= 2 and all(walk.is_lost for walk in walks[-2:]) and level > 0:
        return SHARES[level - 1], FadingWhy.MORE
    at_share = _since_the_share_changed(walks)
    is_old = (today - at_share[0].day).days >= _DAYS_AT_A_SHARE
    recent = at_share[-_WALKS_LOOKED_AT:]
    is_kept = len(recent) == _WALKS_LOOKED_AT and all(walk.is_kept for walk in recent)
    if is_old and is_kept and level < len(SHARES) - 1:
        return SHARES[level + 1], FadingWhy.LESS
    return SHARES[level], FadingWhy.STAYS


def has_feedback(stride_number: int, share: float) -> bool:
    """Whether the stride of this number, counted from 0, is one with feedback.

    The first block always is, and of every so many blocks as many as the share says.
    """
    block = stride_number // _BLOCK_STRIDES
    return ceil(block * share - _EXACT) < ceil((block + 1) * share - _EXACT)


def silent_from_s(planned_s: float | None) -> float | None:
    """When the silent check of a walk begins; None for one too short, or without an end."""
    if planned_s is None or planned_s < _SHORTEST_WITH_CHECK_S:
        return None
    return planned_s - SILENT_CHECK_S


class SilentCheck:
    """Counts scored strides within the limit while nothing is said."""

    def __init__(self) -> None:
        self._n = self._n_within = 0

    @property
    def share(self) -> float | None:
        """Strides within the limit, 0 to 1; None while there are too few."""
        return self._n_within / self._n if self._n >= _FEWEST_IN_CHECK else None

    def add(self, stride: Stride, limit: Limit | None) -> None:
        """Count a stride."""
        if stride.is_scored and limit is not None:
            self._n += 1
            self._n_within += not limit.is_passed_by(stride)


def _since_the_share_changed(walks: Sequence[FadedWalk]) -> list[FadedWalk]:
    last = walks[-1].share
    first = len(walks) - 1
    while first > 0 and walks[first - 1].share == last:
        first -= 1
    return list(walks[first:])
