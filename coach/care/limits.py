"""The person's own limit, and the decision for every stride whether it is over."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf
from statistics import NormalDist

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

    def is_passed_by(self, stride: Stride | ExtensionPeak) -> bool:
        """Whether the measured stride went over the limit, whatever was foreseen of it."""
        is_far = (
            self.extension_deg is not None and stride.peak_thigh_extension_deg > self.extension_deg
        )
        length_m = (
            stride.stride_length_m
            if isinstance(stride, Stride)
            else stride.expected_stride_length_m
        )
        is_long = (
            self.stride_length_m is not None
            and length_m is not None
            and length_m > self.stride_length_m
        )
        return is_far or is_long


P_PREDICTED, P_MEASURED = 0.7, 0.5
"""The chance of passing the limit from which on a stride is called over it."""


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
    """Decides for every stride, in the stream's own time, whether it is over the limit.

    Notes
    -----
    1. At each prediction the chance that this stride passes the limit decides; once it is over,
       it stays so, and nothing more is decided for that stride. There are several looks at every
       stride, so a look must be surer (0.7) than an even chance: on the dev walks this took the
       false cues from 1 to 0 of 45 and cost 8 ms of lead.
    2. At the measured peak an even chance decides, for degrees and for metres. The length is
       the one expected at the peak: the stride itself has not ended yet.
    3. After a stride over the limit the next one must be under it by the dead band to count as
       under, so that strides on the limit do not flicker. Another limit begins without that.
    """

    def __init__(self, limit: Limit | None, p_predicted: float = P_PREDICTED) -> None:
        self._limit = limit
        self._p_predicted = p_predicted
        self._stride_s = -inf
        self._was_over = False
        self._is_over = False
        self._is_decided = False

    @property
    def limit(self) -> Limit | None:
        """The limit strides are judged by from now on; a stride judged over stays so."""
        return self._limit

    @limit.setter
    def limit(self, limit: Limit | None) -> None:
        if limit != self._limit:
            self._was_over = self._is_decided = False
        self._limit = limit

    def decisions(self, events: tuple[GaitEvent, ...]) -> tuple[Decision, ...]:
        """The decisions that these events allow, in order."""
        if not events:
            return ()
        made: list[Decision] = []
        for event in events:
            if isinstance(event, Prediction | ExtensionPeak) and self.limit is not None:
                self._follow(event.stride_start_s)
                decision = None if self._is_over else self._decision(event, self.limit)
                if decision is not None:
                    self._is_over = decision.is_over
                    self._is_decided = True
                    made.append(decision)
        return tuple(made)

    def _follow(self, stride_start_s: float) -> None:
        if stride_start_s > self._stride_s:
            if self._is_decided:
                self._was_over = self._is_over
            self._stride_s, self._is_over, self._is_decided = stride_start_s, False, False

    def _decision(self, event: Prediction | ExtensionPeak, limit: Limit) -> Decision | None:
        is_measured = isinstance(event, ExtensionPeak)
        by_angle = self._by_angle(event, limit)
        by_length = self._by_length(event, limit) if isinstance(event, ExtensionPeak) else None
        chances = [chance for _, chance in filter(None, (by_angle, by_length))]
        if not chances:
            return None
        is_over = max(chances) >= (P_MEASURED if is_measured else self._p_predicted)
        if not is_over and not is_measured:
            return None
        return Decision(
            t_s=event.reported_s if isinstance(event, ExtensionPeak) else event.t_s,
            stride_start_s=event.stride_start_s,
            kind=CueKind.MEASURED if is_measured else CueKind.PREDICTED,
            is_over=is_over,
            probability=max(chances),
            excess_deg=by_angle[0] if by_angle else None,
            excess_m=by_length[0] if by_length else None,
            limit=limit,
        )

    def _by_angle(
        self, event: Prediction | ExtensionPeak, limit: Limit
    ) -> tuple[float, float] | None:
        if limit.extension_deg is None:
            return None
        if isinstance(event, ExtensionPeak):
            sd_deg = event.peak_thigh_extension_sd_deg
        else:
            sd_deg = event.sd_deg
        excess_deg = event.peak_thigh_extension_deg - limit.extension_deg
        slack_deg = limit.dead_band_deg if self._was_over else 0.0
        return excess_deg, NormalDist(0.0, sd_deg).cdf(excess_deg + slack_deg)

    def _by_length(self, event: ExtensionPeak, limit: Limit) -> tuple[float, float] | None:
        length_m, sd_m = event.expected_stride_length_m, event.expected_stride_length_sd_m
        if limit.stride_length_m is None or length_m is None or sd_m is None:
            return None
        excess_m = length_m - limit.stride_length_m
        slack_m = limit.dead_band_m if self._was_over else 0.0
        return excess_m, NormalDist(0.0, sd_m).cdf(excess_m + slack_m)
