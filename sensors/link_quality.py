"""How well samples come in: the measured rate and the share that was lost."""

from collections import deque
from typing import NamedTuple

from sensors.samples import ImuBlock, SampleFlag

_WINDOW_S = 10.0
_SETTLED_S = 1.0
_BREAK_S = 0.5
"""A longer step is a broken link, not a slow sensor, and nothing it lost on the way."""
_AFTER_GAP = int(SampleFlag.AFTER_GAP)
_MADE_UP = int(SampleFlag.INTERPOLATED)


class LinkQuality(NamedTuple):
    """Over the last ten seconds of samples, breaks of the link left out: they are told as gaps.

    Attributes
    ----------
    rate_hz : float or None
        Samples that came a second; None in the first second.
    lost_share : float
        Samples that did not come, of all that were measured, 0 to 1.
    """

    rate_hz: float | None
    lost_share: float


class QualityMeter:
    """Blocks in, rate and loss out; a step of more than one and a half periods is a loss."""

    def __init__(self, rate_hz: float) -> None:
        self._period_s = 1 / rate_hz
        self._steps: deque[tuple[float, float]] = deque()
        self._last_s: float | None = None

    def push(self, block: ImuBlock) -> None:
        """Count the samples of a block."""
        for t_s, flags in zip(block.t_s.tolist(), block.flags.tolist(), strict=True):
            if flags & _MADE_UP:
                continue
            if self._last_s is not None and not flags & _AFTER_GAP:
                self._count(t_s, t_s - self._last_s)
            self._last_s = t_s

    def quality(self) -> LinkQuality:
        """How it stands now."""
        steps_s = [step_s for _, step_s in self._steps]
        n_lost = sum(max(0, round(step_s / self._period_s) - 1) for step_s in steps_s)
        is_settled = sum(steps_s) >= _SETTLED_S
        return LinkQuality(
            len(steps_s) / sum(steps_s) if is_settled else None,
            n_lost / (len(steps_s) + n_lost) if steps_s else 0.0,
        )

    def _count(self, t_s: float, step_s: float) -> None:
        if step_s < _BREAK_S:
            self._steps.append((t_s, step_s))
        while self._steps and self._steps[0][0] < t_s - _WINDOW_S:
            self._steps.popleft()
