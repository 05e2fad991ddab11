"""A limit without a physiotherapist, and the ladder by which a physio's limit leads back.

The law is care.md, "Plan" (without a physio) and "The cue" (floor, Return ladder).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import isfinite
from statistics import fmean, stdev

from coach.care.limits import Grade, Limit, LimitSource
from coach.care.pain import Colour, Judged
from coach.care.pain_record import Relief
from coach.gait.events import Stride

GREEN_WALKS = 3
FEWEST_STRIDES = 20
"""Scored strides that a walk must have to count."""
VALID_DAYS = 28

_SDS_ABOVE_MEAN = 2.0


@dataclass(frozen=True, slots=True)
class OwnWalk:
    """An ordinary walk of the sore leg and its strides. Tests never come in here."""

    judged: Judged
    strides: tuple[Stride, ...]

    @property
    def scored(self) -> tuple[Stride, ...]:
        """The strides that count."""
        return tuple(stride for stride in self.strides if stride.is_scored)

    @property
    def may_count(self) -> bool:
        """Green by morning, long enough, and no painkiller that may have hidden the pain."""
        return (
            self.judged.colour is Colour.GREEN
            and Relief.PAINKILLER not in self.judged.record.taken_before
            and len(self.scored) >= FEWEST_STRIDES
        )


def own_provisional_limit(walks: Sequence[OwnWalk], today: date) -> Limit | None:
    """Mean + 2 SD of the strides of the newest three green walks; None before there are three.

    Nothing was provoked, so its grade is N and its interval unknown. Metres come along when every
    counted stride has a length.
    """
    counted = [walk for walk in walks if walk.may_count]
    counted = sorted(counted, key=lambda walk: walk.judged.record.ended_at)[-GREEN_WALKS:]
    if len(counted) < GREEN_WALKS:
        return None
    strides = [stride for walk in counted for stride in walk.scored]
    lengths_m = [s.stride_length_m for s in strides if s.stride_length_m is not None]
    return Limit(
        extension_deg=_mean_and_2_sd([s.peak_thigh_extension_deg for s in strides]),
        stride_length_m=_mean_and_2_sd(lengths_m) if len(lengths_m) == len(strides) else None,
        source=LimitSource.OWN_PROVISIONAL,
        grade=Grade.N,
        expires_on=today + timedelta(days=VALID_DAYS),
        set_by="own walks",
    )


def _mean_and_2_sd(values: list[float]) -> float:
    return fmean(values) + _SDS_ABOVE_MEAN * stdev(values)


@dataclass(frozen=True, slots=True)
class ReturnLadder:
    """The physio's way back to full strides: so many degrees a week while green, up to the top.

    Raises
    ------
    ValueError
        If a step is not 1 to 2 degrees, the top not above the start, or nobody set it.
    """

    step_deg: float
    start_deg: float
    top_deg: float
    set_by: str

    def __post_init__(self) -> None:
        if not 1 <= self.step_deg <= 2:
            raise ValueError(f"a ladder of {self.step_deg} degrees a week; 1 to 2 are allowed")
        if not (isfinite(self.start_deg) and self.top_deg > self.start_deg):
            raise ValueError("the ladder's top lies above its start")
        if not self.set_by.strip():
            raise ValueError("a ladder is set by a physiotherapist")

    def step_from(self, limit: Limit) -> float | None:
        """The next step up from this limit, or None where it does not lead any further."""
        if limit.extension_deg is None or limit.extension_deg >= self.top_deg:
            return None
        return min(self.step_deg, self.top_deg - limit.extension_deg)

    def step_back_from(self, limit: Limit) -> float:
        """How far a red takes this limit back; 0 at or below the ladder's start."""
        if limit.extension_deg is None:
            return 0.0
        return min(self.step_deg, max(limit.extension_deg - self.start_deg, 0.0))

    def moved(self, limit: Limit, change_deg: float) -> Limit:
        """The limit moved by a step, never beyond the ladder's ends; it stays its own otherwise.

        Raises
        ------
        ValueError
            If the limit is not in degrees.
        """
        if limit.extension_deg is None:
            raise ValueError("a ladder moves a limit in degrees")
        low_deg = min(self.start_deg, limit.extension_deg)
        moved_deg = min(max(limit.extension_deg + change_deg, low_deg), self.top_deg)
        return replace(limit, extension_deg=moved_deg, set_by=self.set_by)
