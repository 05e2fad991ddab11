"""What a walk comes to: counted while it goes on, said when it ends."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from coach.care.delivery import CUE_WORDS, Delivery, Tone
from coach.care.limits import Limit
from coach.gait.events import GaitEvent, Stride, WhyNot


@dataclass(frozen=True, slots=True)
class WalkSummary:
    """A walk in a few numbers.

    Attributes
    ----------
    duration_s : float
        Sample time walked through, pauses left out.
    n_strides, n_scored : int
        Strides seen, and those good enough to judge.
    unscored : dict
        How many strides were not scored, by reason.
    n_over : int
        Scored strides that measured over the limit; some were foreseen over it and were not.
    comfortable_share : float or None
        Scored strides within the limit, of those that had one, 0 to 1; None without any.
    n_cues : int
        Tones and sentences that were to be heard.
    n_pain_marks, n_gaps : int
        How often it hurt; how often samples were lost for too long to bridge.
    kept_in : Path or None
        Where the walk is kept.
    """

    duration_s: float
    n_strides: int
    n_scored: int
    unscored: dict[WhyNot, int]
    n_over: int
    comfortable_share: float | None
    n_cues: int
    n_pain_marks: int
    n_gaps: int
    kept_in: Path | None


@dataclass(slots=True)
class Tally:
    """Counts a walk while it goes on."""

    n_strides: int = 0
    n_scored: int = 0
    n_limited: int = 0
    n_over: int = 0
    n_cues: int = 0
    n_pain_marks: int = 0
    n_gaps: int = 0
    unscored: Counter[WhyNot] = field(default_factory=Counter)

    def add(
        self,
        events: tuple[GaitEvent, ...],
        deliveries: tuple[Delivery, ...],
        limit: Limit | None,
    ) -> None:
        """Count what one block of samples brought, judged by `limit`."""
        for event in events:
            if isinstance(event, Stride):
                self._add_stride(event, limit)
        self.n_cues += sum(
            delivery.code is Tone.SHORTER or delivery.code in CUE_WORDS for delivery in deliveries
        )

    def summary(self, duration_s: float, kept_in: Path | None) -> WalkSummary:
        """Everything counted so far."""
        share = 1 - self.n_over / self.n_limited if self.n_limited else None
        return WalkSummary(
            duration_s=duration_s,
            n_strides=self.n_strides,
            n_scored=self.n_scored,
            unscored=dict(self.unscored),
            n_over=self.n_over,
            comfortable_share=share,
            n_cues=self.n_cues,
            n_pain_marks=self.n_pain_marks,
            n_gaps=self.n_gaps,
            kept_in=kept_in,
        )

    def _add_stride(self, stride: Stride, limit: Limit | None) -> None:
        self.n_strides += 1
        if stride.is_scored:
            self.n_scored += 1
            if limit is not None:
                self.n_limited += 1
                self.n_over += limit.is_passed_by(stride)
        elif stride.why_not is not None:
            self.unscored[stride.why_not] += 1
