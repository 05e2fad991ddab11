"""Follows the time of a stream: its newest sample, what it skipped, how well it comes in."""

from typing import NamedTuple

from sensors.clock import MAX_BRIDGED_S
from sensors.link_quality import LinkQuality, QualityMeter
from sensors.samples import ImuBlock

_QUALITY_EVERY_S = 1.0


class Step(NamedTuple):
    """From the newest sample before to the newest one now; `lost_to_s` where samples are lost."""

    before_s: float
    now_s: float
    lost_to_s: float | None

    @property
    def duration_s(self) -> float:
        """Time that passed."""
        return self.now_s - self.before_s


class StreamTime:
    """Blocks in, steps of time out."""

    def __init__(self, rate_hz: float) -> None:
        self.rate_hz = rate_hz
        self.t_s: float | None = None
        """Of the newest sample; None before the first."""
        self._meter = QualityMeter(rate_hz)
        self.quality: LinkQuality = self._meter.quality()
        """Measured anew every second."""
        self._measured_s = 0.0

    def set_rate(self, rate_hz: float) -> None:
        """Measure against another rate."""
        self.rate_hz, self._meter = rate_hz, QualityMeter(rate_hz)

    def link_lost(self) -> None:
        """Forget how well it came in: nothing comes until the link is back."""
        self._meter = QualityMeter(self.rate_hz)
        self.quality = self._meter.quality()

    def advance(self, block: ImuBlock) -> Step:
        """Take a block in."""
        first_s, last_s = float(block.t_s[0]), float(block.t_s[-1])
        before_s = first_s if self.t_s is None else self.t_s
        is_lost = first_s - before_s > MAX_BRIDGED_S + 1.5 / self.rate_hz
        self.t_s = last_s
        self._meter.push(block)
        if last_s - self._measured_s >= _QUALITY_EVERY_S or last_s < self._measured_s:
            self.quality, self._measured_s = self._meter.quality(), last_s
        return Step(before_s, last_s, first_s if is_lost else None)
