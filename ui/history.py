"""What the window remembers of a walk: for the plots, the summary and the review."""

from bisect import bisect_left
from operator import itemgetter
from statistics import fmean, median

from coach.care.limits import Decision, Limit
from coach.gait.events import ExtensionPeak, Stride

_RECENT = 10
_SAME_STRIDE_S = 0.3  # half the shortest stride that is scored


class WalkHistory:
    """The strides of a walk so far, each with the limit it was judged by."""

    def __init__(self) -> None:
        self._judged: list[tuple[float, Limit]] = []
        self.strides: list[Stride] = []

    def add_decision(self, decision: Decision) -> None:
        """Keep by which limit a stride was judged; a later decision on the same stride stands."""
        if self._judged and abs(self._judged[-1][0] - decision.stride_start_s) < _SAME_STRIDE_S:
            self._judged.pop()
        self._judged.append((decision.stride_start_s, decision.limit))

    def is_over(self, stride: Stride | ExtensionPeak) -> bool | None:
        """Whether a stride measured over its limit; None where nobody judged it."""
        start_s = stride.start_s if isinstance(stride, Stride) else stride.stride_start_s
        i = bisect_left(self._judged, start_s - _SAME_STRIDE_S, key=itemgetter(0))
        if i < len(self._judged) and self._judged[i][0] < start_s + _SAME_STRIDE_S:
            return self._judged[i][1].is_passed_by(stride)
        return None

    def recent(self) -> tuple[int, int]:
        """Return how many of the last judged strides were within the limit, and their number."""
        judged = [
            over for s in self.strides[-3 * _RECENT :] if (over := self.is_over(s)) is not None
        ]
        judged = judged[-_RECENT:]
        return judged.count(False), len(judged)

    def median_extension_deg(self) -> float | None:
        """Return the median peak extension of the scored strides."""
        scored = [s.peak_thigh_extension_deg for s in self.strides if s.is_scored]
        return median(scored) if scored else None

    def mean_stride_length_m(self) -> float | None:
        """Return the mean length of the scored strides."""
        scored = [s.stride_length_m for s in self.strides if s.is_scored]
        lengths = [length_m for length_m in scored if length_m is not None]
        return fmean(lengths) if lengths else None
