"""Many simulated long-stride tests: how near, how wide, how often right, how safe."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from coach.care.long_stride_plan import TestSettings
from coach.care.long_stride_state import End, Phase
from coach.care.pain_threshold import Dose, Posterior, RatedBout
from coach.care.threshold_prior import ThresholdPrior
from coach.care.threshold_result import Bound, after_rated_walks, threshold_of
from tests.coach.care.patients import KINDS, USUAL_DEG, Draw, Patient, Walker, admitted

RISK = 0.2


@dataclass(slots=True)
class Estimate:
    """What a run said after a number of bouts."""

    error_deg: float
    median_error_deg: float
    width_deg: float
    is_covered: bool
    bound: Bound


@dataclass(slots=True)
class Run:
    """One simulated test; `estimates` by number of bouts, 18: with six rated walks after it."""

    patient: Patient
    n_sent_away: int = 0
    """Patients of this kind before this one whom the entry check did not let in."""
    estimates: dict[int, Estimate] = field(default_factory=dict)
    n_bouts: int = 0
    n_painful: int = 0
    n_severe: int = 0
    n_long_strides: int = 0
    worst_proposed: float = 0.0
    """The largest true chance of pain 5 among the bouts beyond usual."""
    worst_of_all: float = 0.0
    end: End | None = None
    warning_deg: float | None = None
    """The level the test proposes; None: none."""

    @property
    def warning_chance(self) -> float | None:
        """True chance of the event at the proposed level, fresh and at usual pace."""
        level_deg = self.warning_deg
        return None if level_deg is None else self.patient.chance(level_deg, 2, 0, 0.0)


def estimate(belief: Posterior, truth_deg: float) -> Estimate:
    threshold = threshold_of(belief)
    low_deg, high_deg = threshold.interval_deg
    is_above = low_deg is None or low_deg <= truth_deg
    is_below = high_deg is None or truth_deg <= high_deg
    width_deg = belief.quantile_deg(0.975) - belief.quantile_deg(0.025)
    return Estimate(
        belief.mean_deg - truth_deg,
        belief.quantile_deg(0.5) - truth_deg,
        width_deg,
        is_above and is_below,
        threshold.bound,
    )


def run(
    kind: str,
    seed: int,
    settings: TestSettings | None = None,
    draws: Mapping[str, Draw] = KINDS,
) -> Run:
    """One patient of a kind, tested once."""
    rng = np.random.default_rng([seed, sorted(KINDS).index(kind)])
    patient, entry, n_sent_away = admitted(draws[kind], rng)
    walker, found = Walker(patient, rng, settings, entry), Run(patient, n_sent_away)
    state = walker.test.state
    while walker.bout() is not None:
        if len(state.bouts) in (6, 12) and walker.test.belief is not None:
            found.estimates[len(state.bouts)] = estimate(walker.test.belief, patient.threshold_deg)
    belief = walker.test.belief
    if belief is None or state.phase is not Phase.ENDED:
        raise AssertionError("the test did not come to its end")
    last = estimate(belief, patient.threshold_deg)
    for n_bouts in (6, 12):
        found.estimates.setdefault(n_bouts, last)
    found.estimates[18] = estimate(_with_walks(belief, patient, rng), patient.threshold_deg)
    found.n_bouts, found.n_painful = len(state.bouts), state.n_painful
    found.n_severe = sum((bout.pain_after or 0) >= 5 for bout in state.bouts)
    found.warning_deg = threshold_of(belief).warning_deg
    found.n_long_strides, found.end = state.n_long_strides, state.end
    proposed = walker.proposed_severe_chances
    found.worst_proposed = max((chance for made, chance in proposed if made.is_long), default=0.0)
    found.worst_of_all = max(chance for _, chance in proposed)
    return found


def _with_walks(belief: Posterior, patient: Patient, rng: np.random.Generator) -> Posterior:
    """Six walks at home, each worn anew, at what the person may walk with the new limit."""
    limit_deg = threshold_of(belief).warning_deg
    aim_deg = USUAL_DEG if limit_deg is None else min(USUAL_DEG, max(limit_deg, USUAL_DEG - 5))
    walks = []
    for _ in range(6):
        true_deg = aim_deg + rng.normal(0.0, 1.0)
        seen_deg = true_deg + rng.normal(0.0, 2.0)
        rise = patient.rise(rng, true_deg, 0, 0.0)
        walks.append(RatedBout(Dose(seen_deg, 0.8, patient.resting_pain), rise))
    return after_rated_walks(belief, walks)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; RMSE and width over the runs with a two-sided interval."""

    kind: str
    n_bouts: int
    n_runs: int
    two_sided: float
    rmse_deg: float
    median_rmse_deg: float
    bias_deg: float
    median_width_deg: float
    coverage: float
    coverage_two_sided: float


def free_run(kind: str, seed: int) -> Run:
    """The fit alone: 18 bouts wherever they tell most, with neither safety nor stop rules.

    The patient is fresh for each, as over several days without wearing error; what the signal
    chain's figures were made for.
    """
    rng = np.random.default_rng([seed, 1000 + sorted(KINDS).index(kind)])
    patient = KINDS[kind](rng)
    found, belief = Run(patient), Posterior.before_any(ThresholdPrior(USUAL_DEG))
    pain = patient.resting_pain
    for n_bouts in range(1, 19):
        doses = [Dose(x, 1.2, pain) for x in np.arange(USUAL_DEG - 6, USUAL_DEG + 15).tolist()]
        best = max(belief.outlook(doses), key=lambda outlook: outlook.information_bits)
        aim_deg = USUAL_DEG if n_bouts == 1 else best.dose.extension_deg
        true_deg = aim_deg + rng.normal(0.0, patient.landing_sd_deg)
        rise = min(patient.rise(rng, true_deg, 0, 0.0), 10 - pain)
        dose = Dose(true_deg + rng.normal(0.0, patient.sensor_sd_deg), 0.9, pain)
        belief = belief.updated(RatedBout(dose, rise))
        found.n_painful += rise >= 2
        if n_bouts in (6, 12, 18):
            found.estimates[n_bouts] = estimate(belief, patient.threshold_deg)
    return found


def rows(kind: str, runs: list[Run]) -> list[Row]:
    """After 6, 12 and 18 bouts."""
    made = []
    for n_bouts in (6, 12, 18):
        every = [run.estimates[n_bouts] for run in runs]
        both = [e for e in every if e.bound is Bound.BOTH]
        errors = np.array([e.error_deg for e in both])
        made.append(
            Row(
                kind,
                n_bouts,
                len(runs),
                len(both) / len(every),
                float(np.sqrt((errors**2).mean())) if both else float("nan"),
                float(np.sqrt(np.mean([e.median_error_deg**2 for e in both] or [float("nan")]))),
                float(errors.mean()) if both else float("nan"),
                float(np.median([e.width_deg for e in both])) if both else float("nan"),
                float(np.mean([e.is_covered for e in every])),
                float(np.mean([e.is_covered for e in both])) if both else float("nan"),
            )
        )
    return made


def unsafe_share(runs: list[Run]) -> float:
    """Share of runs with a proposed long bout whose true chance of pain 5 was above 20 %."""
    return float(np.mean([run.worst_proposed > RISK for run in runs]))


def unsafe_share_of_all(runs: list[Run]) -> float:
    """The same, with the bouts at and below usual, which nobody proposes as long."""
    return float(np.mean([run.worst_of_all > RISK for run in runs]))
