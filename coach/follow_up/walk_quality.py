"""How far a kept walk can be trusted: what was lost, how it was worn, how much could be scored."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coach.gait.events import Calibrated, Stride, WearFault
from coach.records.marks import Gap
from coach.records.schema import WalkState
from coach.records.store import GapReason
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind

SHORT_S = 120.0
"""A shorter walk says little of a person's usual stride."""
FEW_SCORED = 20
FEW_SCORED_SHARE = 0.5
MUCH_LOST_SHARE = 0.02
"""From two per cent on, lost packets cost more than two degrees (signal chain: 5 % cost 2.9)."""

_DIFFERENTLY = frozenset(
    {
        WearFault.ARROW_DOWN,
        WearFault.BACK_OF_THIGH,
        WearFault.TURNED_ROUND,
        WearFault.STRAP_OR_FOOT_TURNED,
        WearFault.MOVED,
        WearFault.NOT_AS_USUAL,
    }
)


class Flag(StrEnum):
    """What a reader has to know of a walk before its numbers, the gravest first."""

    SIMULATED = "simulated"
    CUT_OFF = "cut_off"
    NOT_CALIBRATED = "not_calibrated"
    WORN_DIFFERENTLY = "worn_differently"
    GAPS = "gaps"
    LOST_SAMPLES = "lost_samples"
    FEW_SCORED = "few_scored"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Quality:
    """The quality of one walk.

    Attributes
    ----------
    flags : tuple of Flag
        Empty for a walk without reserve.
    duration_s : float
        From the first sample to the last.
    n_gaps, lost_s : int and float
        Losses of the link or of the keeping, and how long they were together; pauses are none.
    lost_share : float or None
        Samples that never came, of those that should have, gaps and pauses left out; None where
        that is not known.
    n_strides, n_scored : int
    neutral_sd_deg : float or None
        Wobble of the standing line of the last stand that was taken; None before there was one.
    """

    flags: tuple[Flag, ...]
    duration_s: float
    n_gaps: int
    lost_s: float
    lost_share: float | None
    n_strides: int
    n_scored: int
    neutral_sd_deg: float | None


def quality_of(walk: WalkFile, strides: tuple[Stride, ...]) -> Quality:
    """The quality of an open walk with the strides that were made live.

    Raises
    ------
    WalkFileError
        When the file cannot be read.
    """
    gaps, calibrations = walk.gaps(), walk.calibrations()
    duration_s = walk.info.duration_s or 0.0
    (counted,) = walk.rows("SELECT sum(n) AS n FROM chunk")
    paused_s = sum(_length_s(gap) for gap in gaps if gap.reason is GapReason.PAUSE)
    return quality(
        duration_s=duration_s,
        paused_s=paused_s,
        rate_hz=walk.info.rate_hz,
        n_samples=int(counted["n"] or 0),
        gaps=gaps,
        strides=strides,
        calibrations=calibrations,
        is_cut_off=walk.state is not WalkState.ENDED,
        is_simulated=walk.info.kind is StreamKind.SIMULATION,
    )


def quality(
    *,
    duration_s: float,
    paused_s: float,
    rate_hz: float,
    n_samples: int,
    gaps: Iterable[Gap],
    strides: tuple[Stride, ...],
    calibrations: Iterable[Calibrated],
    is_cut_off: bool,
    is_simulated: bool,
) -> Quality:
    """The quality that follows from what is known of a walk."""
    lost = [gap for gap in gaps if gap.reason is not GapReason.PAUSE]
    calibrations = tuple(calibrations)
    lost_s = sum(map(_length_s, lost))
    n_expected = (duration_s - paused_s - lost_s) * rate_hz
    lost_share = max(0.0, 1 - n_samples / n_expected) if n_expected > rate_hz else None
    n_scored = sum(stride.is_scored for stride in strides)
    is_worn_differently = any(c.reason in _DIFFERENTLY for c in calibrations)
    accepted = [c.neutral_sd_deg for c in calibrations if c.is_accepted]
    found = {
        Flag.SIMULATED: is_simulated,
        Flag.CUT_OFF: is_cut_off,
        Flag.NOT_CALIBRATED: not accepted,
        Flag.WORN_DIFFERENTLY: is_worn_differently,
        Flag.GAPS: bool(lost),
        Flag.LOST_SAMPLES: lost_share is not None and lost_share >= MUCH_LOST_SHARE,
        Flag.FEW_SCORED: n_scored < FEW_SCORED or n_scored < FEW_SCORED_SHARE * len(strides),
        Flag.SHORT: duration_s - paused_s < SHORT_S,
    }
    return Quality(
        flags=tuple(flag for flag, is_there in found.items() if is_there),
        duration_s=duration_s,
        n_gaps=len(lost),
        lost_s=lost_s,
        lost_share=lost_share,
        n_strides=len(strides),
        n_scored=n_scored,
        neutral_sd_deg=accepted[-1] if accepted else None,
    )


def _length_s(gap: Gap) -> float:
    return 0.0 if gap.end_s is None else max(0.0, gap.end_s - gap.start_s)
