"""From the fitted threshold to a limit: interval, grade, warning level, and the same in metres."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import hypot, inf, sqrt
from statistics import fmean

from coach.care.length_line import LengthLine, WhyNoLength
from coach.care.limits import Grade, Limit, LimitSource
from coach.care.long_stride_state import Step, TestState
from coach.care.pain_threshold import Dose, Level, Posterior, RatedBout

BETWEEN_WEARING_SD_DEG = 2.0
_BETWEEN_WALKS_SD_DEG = 1.5
"""How much a person's usual extension truly differs from day to day."""
_SENSOR_SD_DEG = 0.7
_WARNING_CHANCE = 0.2
_CAUTION_SD = 0.84
"""Standard deviations of caution: four times in five the chance at the warning level is less."""
_BELIEF_OF_95 = 0.93
"""Share of the belief inside what is told as the 95 % interval: simulated tests of people drawn as
the prior has them hold the truth in 96 to 97 % at 0.95, and no kind in less than 92 % at 0.93
(docs/pain-threshold.md)."""
_GRADE_A_DEG, _GRADE_B_DEG, _PROVISIONAL_DEG = 6.0, 9.0, 10.0
_WORST_TO_BEST = (Grade.N, Grade.C, Grade.B, Grade.A)


class Bound(StrEnum):
    """What the bouts enclose."""

    BOTH = "both"
    LOWER_ONLY = "lower_only"
    """Hardly or never provoked: the threshold lies somewhere beyond what was walked."""
    UPPER_ONLY = "upper_only"
    """It always hurt: the threshold lies somewhere below what was walked."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where pain begins, in degrees of thigh extension, and how well that is known.

    `interval_deg` is the 95 % interval; an end that no bout bounds is None, and then mean and
    median are None too and the other end is the one-sided 95 % bound. Where the belief leans to
    one side the median is the better single number. `warning_deg` is None where it always hurt,
    or nowhere not.
    """

    bound: Bound
    mean_deg: float | None
    median_deg: float | None
    interval_deg: tuple[float | None, float | None]
    grade: Grade
    is_provisional: bool
    warning_deg: float | None
    caution_deg: float | None
    n_bouts: int
    n_painful: int


@dataclass(frozen=True, slots=True)
class InMetres:
    """A threshold as stride length; None with the reason where the person's line does not hold."""

    warning_m: float | None
    interval_m: tuple[float, float] | None
    why_not: WhyNoLength | None


@dataclass(frozen=True, slots=True)
class TestFindings:
    """What the test showed beside the threshold; None: it was not walked."""

    __test__ = False  # not a test of pytest's

    is_sensitised: bool | None
    hurts_at_speed: bool | None
    hurts_at_short: bool | None
    hurts_as_usual: bool | None
    has_other_pain: bool
    worst_grade: Grade | None
    """The grade can be no better than this; None: nothing holds it down."""


def findings_of(state: TestState) -> TestFindings:
    """What each special bout showed, and what that means for the grade."""
    is_sensitised = _hurts(state, Step.EARLY_AGAIN)
    is_capped = bool(is_sensitised) or state.entry.has_pain_relief
    return TestFindings(
        is_sensitised=is_sensitised,
        hurts_at_speed=_hurts(state, Step.QUICK),
        hurts_at_short=_hurts(state, Step.SHORT),
        hurts_as_usual=_hurts(state, Step.USUAL),
        has_other_pain=any(bout.is_painful and not bout.is_familiar for bout in state.bouts),
        worst_grade=Grade.C if is_capped else None,
    )


def threshold_of(
    belief: Posterior,
    worst_grade: Grade | None = None,
    wearing_sd_deg: float = BETWEEN_WEARING_SD_DEG,
) -> Threshold:
    """Interval, grade and warning level of what is believed after at least one bout.

    Notes
    -----
    1. Where no bout hurt, the upper end would be the prior's and not the person's: only the lower
       one is told, the grade is N and the limit the longest comfortable bout. Where one hurt and
       the threshold is still likelier beyond the longest bout than before it, only the lower end
       is told too, with grade C. Where all hurt, or the threshold is likelier below the shortest
       bout than above it, only the upper end is. An interval with one end is one-sided: 95 % of
       the belief lie on its side of that end; but it never claims more than was walked: a lower end
       is no longer than the longest comfortable bout, an upper one no shorter than the shortest
       painful one.
    2. Warning level: the extension where the event has a chance of 0.2, less 0.84 SD of what is
       not known of it: the belief, the sensor's error and how it sits next time.

    Raises
    ------
    ValueError
        If there was no bout.
    """
    if not belief.bouts:
        raise ValueError("no bout was rated")
    outside = (1 - _BELIEF_OF_95) / 2
    low_deg, high_deg = belief.quantile_deg(outside), belief.quantile_deg(1 - outside)
    level_deg, level_sd_deg = belief.at_chance_deg(_WARNING_CHANCE)
    caution_deg = _CAUTION_SD * hypot(level_sd_deg, _SENSOR_SD_DEG, wearing_sd_deg)
    width_deg = high_deg - low_deg
    enclosed = Threshold(
        bound=Bound.BOTH,
        mean_deg=belief.mean_deg,
        median_deg=belief.quantile_deg(0.5),
        interval_deg=(low_deg, high_deg),
        grade=_worse(_grade(width_deg), worst_grade),
        is_provisional=width_deg > _PROVISIONAL_DEG,
        warning_deg=level_deg - caution_deg,
        caution_deg=caution_deg,
        n_bouts=len(belief.bouts),
        n_painful=sum(bout.level > Level.NONE for bout in belief.bouts),
    )
    return _as_enclosed(enclosed, belief, _bound(belief))


def _as_enclosed(found: Threshold, belief: Posterior, bound: Bound) -> Threshold:
    """What may be told of a threshold that the bouts enclose like this."""
    open_ended = replace(
        found, bound=bound, mean_deg=None, median_deg=None, grade=Grade.C, is_provisional=True
    )
    if bound is Bound.UPPER_ONLY:
        return replace(
            open_ended,
            interval_deg=(None, max(belief.quantile_deg(_BELIEF_OF_95), _shortest_painful(belief))),
            warning_deg=None,
            caution_deg=None,
        )
    if bound is Bound.LOWER_ONLY:
        longest_deg = _longest_comfortable_deg(belief)
        low_deg = min(belief.quantile_deg(1 - _BELIEF_OF_95), longest_deg)
        beyond = replace(open_ended, interval_deg=(low_deg, None))
        if not found.n_painful:
            return replace(beyond, grade=Grade.N, warning_deg=longest_deg, caution_deg=0.0)
        return replace(beyond, warning_deg=min(found.warning_deg or longest_deg, longest_deg))
    return found


def in_metres(threshold: Threshold, line: LengthLine | None) -> InMetres:
    """The warning level and the interval as stride lengths, by the person's own line.

    The interval only where the line holds at both of its ends.
    """
    low_deg, high_deg = threshold.interval_deg
    if line is None or threshold.warning_deg is None:
        return InMetres(None, None, WhyNoLength.TOO_FEW_STRIDES if line is None else None)
    why_not = line.why_not(threshold.warning_deg)
    if why_not is not None:
        return InMetres(None, None, why_not)
    warning_m, _ = line.length_m(threshold.warning_deg)
    if low_deg is None or high_deg is None:
        return InMetres(warning_m, None, None)
    if line.why_not(low_deg) is not None or line.why_not(high_deg) is not None:
        return InMetres(warning_m, None, None)
    (low_m, low_sd_m), (high_m, high_sd_m) = line.length_m(low_deg), line.length_m(high_deg)
    return InMetres(warning_m, (low_m - 1.96 * low_sd_m, high_m + 1.96 * high_sd_m), None)


def limit_of(threshold: Threshold, metres: InMetres, set_by: str, expires_on: date) -> Limit | None:
    """The limit to propose to the physiotherapist; None where the test gives none."""
    if threshold.warning_deg is None:
        return None
    low_deg, high_deg = threshold.interval_deg
    interval_deg = None if low_deg is None or high_deg is None else (low_deg, high_deg)
    return Limit(
        extension_deg=threshold.warning_deg,
        extension_interval_deg=interval_deg,
        stride_length_m=metres.warning_m,
        stride_length_interval_m=metres.interval_m,
        source=LimitSource.LONG_STRIDE_TEST,
        grade=threshold.grade,
        expires_on=expires_on,
        set_by=set_by,
    )


def grade_on(limit: Limit, day: date) -> Grade | None:
    """The grade of a limit on a day: one lower once it has expired; the limit itself stays."""
    if limit.grade is None or limit.expires_on is None or day <= limit.expires_on:
        return limit.grade
    return _WORST_TO_BEST[max(_WORST_TO_BEST.index(limit.grade) - 1, 0)]


def after_rated_walks(
    belief: Posterior, walks: Sequence[RatedBout], wearing_sd_deg: float = BETWEEN_WEARING_SD_DEG
) -> Posterior:
    """What later rated walks make of the belief: a proposal, for the physiotherapist to accept.

    Each walk is one bout whose dose is the mean peak extension of its strides. It was worn anew,
    so the dose is uncertain by the between-wearing SD as well, and a walk that reads longer than
    the others was more often strapped otherwise than walked otherwise: its dose is drawn towards
    their mean. Walks of one wearing must come as one.
    """
    mean_deg = fmean(walk.dose.extension_deg for walk in walks) if walks else 0.0
    for walk in walks:
        dose = walk.dose
        seen_sd_deg = hypot(dose.extension_sd_deg, wearing_sd_deg)
        share = _BETWEEN_WALKS_SD_DEG**2 / (_BETWEEN_WALKS_SD_DEG**2 + seen_sd_deg**2)
        mean_sd_deg = hypot(seen_sd_deg, _BETWEEN_WALKS_SD_DEG) / sqrt(len(walks))
        sd_deg = hypot(sqrt(share) * seen_sd_deg, (1 - share) * mean_sd_deg)
        worn_anew = Dose(
            mean_deg + share * (dose.extension_deg - mean_deg),
            sd_deg,
            dose.pain_before,
            dose.quicker,
            dose.toe_out_deg,
        )
        belief = belief.updated(RatedBout(worn_anew, walk.rise))
    return belief


def _bound(belief: Posterior) -> Bound:
    doses_deg = [bout.dose.extension_deg for bout in belief.bouts]
    events = [bout.level > Level.NONE for bout in belief.bouts]
    middle_deg = belief.quantile_deg(0.5)
    if not any(events) or (middle_deg > max(doses_deg) and not all(events)):
        return Bound.LOWER_ONLY
    if all(events) or middle_deg < min(doses_deg):
        return Bound.UPPER_ONLY
    return Bound.BOTH


def _longest_comfortable_deg(belief: Posterior) -> float:
    return max(bout.dose.extension_deg for bout in belief.bouts if bout.level is Level.NONE)


def _shortest_painful(belief: Posterior) -> float:
    painful = (bout.dose.extension_deg for bout in belief.bouts if bout.level > Level.NONE)
    return min(painful, default=-inf)


def _grade(width_deg: float) -> Grade:
    if width_deg <= _GRADE_A_DEG:
        return Grade.A
    return Grade.B if width_deg <= _GRADE_B_DEG else Grade.C


def _worse(grade: Grade, other: Grade | None) -> Grade:
    return grade if other is None else min(grade, other, key=_WORST_TO_BEST.index)


def _hurts(state: TestState, step: Step) -> bool | None:
    bout = state.last(step)
    return None if bout is None else bout.is_painful
