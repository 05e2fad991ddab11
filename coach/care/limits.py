"""The person's own limit, and the decision for every stride whether it is over."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coach.gait.events import ExtensionPeak, GaitEvent, Prediction, Stride


class LimitSource(StrEnum):
    """Where a limit comes from."""

    LONG_STRIDE_TEST = "long_stride_test"
    OWN_PROVISIONAL = "own_provisional"
    SET_BY_HAND = "set_by_hand"


class Grade(StrEnum):
    """How well a limit is known: by the width of its 95 % interval; N is 'not provoked'."""

    A = "A"
    B = "B"
    C = "C"
    N = "N"


@dataclass(frozen=True, slots=True)
class Limit:
    """A pain limit in degrees of thigh extension, metres of stride, or both.

    Intervals are 95 %, (low, high), None where nobody measured them.
    """

    extension_deg: float | None = None
    extension_interval_deg: tuple[float, float] | None = None
    stride_length_m: float | None = None
    stride_length_interval_m: tuple[float, float] | None = None
    source: LimitSource = LimitSource.SET_BY_HAND
    grade: Grade | None = None
    expires_on: date | None = None
    set_by: str = ""
    dead_band_deg: float = 1.0
    dead_band_m: float = 0.03


class CueKind(StrEnum):
    """Whether a decision came before the peak or from the measured peak."""

    PREDICTED = "predicted"
    MEASURED = "measured"


@dataclass(frozen=True, slots=True)
class Decision:
    """One stride judged: over the limit or not, at most one per stride.

    `probability` is P(extension > limit); `excess_deg` the expected (or measured) extension less
    the limit, or None for a limit in metres (then `excess_m`).
    """

    t_s: float
    stride_start_s: float
    kind: CueKind
    is_over: bool
    probability: float
    excess_deg: float | None
    excess_m: float | None
    limit: Limit


class StrideJudge:
    """Decides for every stride, in the stream's own time, whether it is over the limit."""

    def __init__(self, limit: Limit | None) -> None:
        self.limit = limit

    def decisions(self, events: tuple[GaitEvent, ...]) -> tuple[Decision, ...]:
        """Return the decisions that these events allow, in order."""
        del events
        return ()


__all__ = [
    "CueKind",
    "Decision",
    "ExtensionPeak",
    "Grade",
    "Limit",
    "LimitSource",
    "Prediction",
    "Stride",
    "StrideJudge",
]
