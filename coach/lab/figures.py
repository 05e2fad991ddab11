"""The figures of one walk or of many, from their comparisons."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from coach.lab.comparison import Comparison, Residual


@dataclass(frozen=True, slots=True)
class Figures:
    """How well the estimate did; None where nothing could be measured.

    Errors are averaged within each measured gait cycle first, then over cycles (`n_cycles`).
    `extension_spread_deg` is the RMS about each walk's own mean error: what remains where a limit
    is measured with the same sensor. Shares and covers lie between 0 and 1.
    """

    n_walks: int
    n_strides: int
    n_cycles: int
    f1: float
    n_missed: int
    n_false: int
    n_turns: int
    n_turns_scored: int
    extension_rmse_deg: float | None
    extension_bias_deg: float | None
    extension_spread_deg: float | None
    extension_cover90: float | None
    late_p95_ms: float | None
    length_given: float | None
    length_plain_mape: float | None
    length_plain_cover90: float | None
    length_calibrated_mape: float | None
    length_calibrated_mae_cm: float | None
    length_calibrated_cover90: float | None
    n_calibrated_cycles: int
    n_cue_over: int
    n_cue_caught: int
    n_cue_under: int
    n_cue_false: int
    cue_lead_median_ms: float | None


def figures(walks: Sequence[Comparison]) -> Figures:
    """The figures of these walks together; `walks` is not empty."""
    extension = [residual for walk in walks for residual in walk.extension]
    length = [residual for walk in walks for residual in walk.length]
    calibrated = [residual for walk in walks for residual in walk.calibrated]
    n_hit = sum(walk.n_hit for walk in walks)
    n_missed = sum(walk.n_missed for walk in walks)
    n_false = sum(walk.n_false for walk in walks)
    late_s = sorted(late for walk in walks for late in walk.late_s)
    judged = [walk.cues for walk in walks if walk.cues is not None]
    lead_s = [lead for cues in judged for lead in cues.lead_s]
    return Figures(
        n_walks=len(walks),
        n_strides=n_hit + n_missed,
        n_cycles=len({residual.cycle for residual in extension}),
        f1=2 * n_hit / max(1, 2 * n_hit + n_missed + n_false),
        n_missed=n_missed,
        n_false=n_false,
        n_turns=sum(walk.n_turns for walk in walks),
        n_turns_scored=sum(walk.n_turns_scored for walk in walks),
        extension_rmse_deg=_root(_mean(cycle_means((r.cycle, r.error**2) for r in extension))),
        extension_bias_deg=_mean(cycle_means((r.cycle, r.error) for r in extension)),
        extension_spread_deg=_root(_mean(_about_walk_mean(walks))),
        extension_cover90=_cover(extension),
        late_p95_ms=1000 * late_s[int(0.95 * (len(late_s) - 1))] if late_s else None,
        length_given=sum(walk.n_with_length for walk in walks) / max(1, n_hit),
        length_plain_mape=_percent_off(length),
        length_plain_cover90=_cover(length),
        length_calibrated_mape=_percent_off(calibrated),
        length_calibrated_mae_cm=_scaled(
            100, _mean(cycle_means((r.cycle, abs(r.error)) for r in calibrated))
        ),
        length_calibrated_cover90=_cover(calibrated),
        n_calibrated_cycles=len({residual.cycle for residual in calibrated}),
        n_cue_over=sum(cues.n_over for cues in judged),
        n_cue_caught=len(lead_s),
        n_cue_under=sum(cues.n_under for cues in judged),
        n_cue_false=sum(cues.n_alarmed for cues in judged),
        cue_lead_median_ms=1000 * median(lead_s) if lead_s else None,
    )


def cycle_means(rows: Iterable[tuple[object, float]]) -> list[float]:
    """Mean of the values that share a cycle, one for each cycle."""
    by_cycle: dict[object, list[float]] = defaultdict(list)
    for cycle, value in rows:
        by_cycle[cycle].append(value)
    return [fmean(values) for values in by_cycle.values()]


def _about_walk_mean(walks: Sequence[Comparison]) -> list[float]:
    squares: list[float] = []
    for walk in walks:
        errors = [residual.error for residual in walk.extension]
        mean = fmean(errors) if errors else 0.0
        squares += [(error - mean) ** 2 for error in errors]
    return squares


def _percent_off(residuals: Sequence[Residual]) -> float | None:
    return _scaled(
        100, _mean(cycle_means((r.cycle, abs(r.error) / r.reference) for r in residuals))
    )


def _cover(residuals: Sequence[Residual]) -> float | None:
    return _mean([float(r.is_inside) for r in residuals if r.is_inside is not None])


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None


def _root(value: float | None) -> float | None:
    return None if value is None else value**0.5


def _scaled(factor: float, value: float | None) -> float | None:
    return None if value is None else factor * value
