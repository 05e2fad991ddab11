"""The simulation study of docs/pain-threshold.md: python -m tests.bench.pain_threshold [RUNS]."""

import sys
from time import process_time

import numpy as np

from coach.care.pain_threshold import Dose, Posterior, RatedBout
from coach.care.threshold_prior import ThresholdPrior
from tests.coach.care.patients import ANYWHERE, KINDS, USUAL_DEG
from tests.coach.care.threshold_study import (
    RISK,
    Run,
    free_run,
    rows,
    run,
    unsafe_share,
    unsafe_share_of_all,
)

_FREE_KINDS = ("steep", "shallow", "false pain")
_FIRST_SEED = 20_000
"""Beyond those that were looked at while the method was tuned."""
_FIRST_SEED_ANYWHERE = 5_000


def main(n_runs: int) -> None:
    """Print the tables: fit alone, protocol, safety, tests that hurt, traits anywhere, time."""
    _head()
    for kind in _FREE_KINDS:
        _show(kind, [free_run(kind, seed) for seed in _seeds(n_runs // 2)])
    print()
    _head()
    safety, hurt = [], []
    for kind in KINDS:
        runs = [run(kind, seed) for seed in _seeds(n_runs)]
        _show(kind, runs)
        safety.append(_safety(kind, runs))
        hurt.append(_hurt(kind, runs))
    _table("kind, sent away, unsafe long, unsafe all, pain 5 met, painful, bouts, long", safety)
    _table(
        "kind, something hurt, RMSE °, of median °, bias of median °, no level, "
        "chance at level, above 20 %, level − usual °",
        hurt,
    )
    print()
    _head()
    for kind in ANYWHERE:
        seeds = range(_FIRST_SEED_ANYWHERE, _FIRST_SEED_ANYWHERE + 3 * n_runs // 4)
        _show(f"{kind}, anywhere", [run(kind, seed, draws=ANYWHERE) for seed in seeds])
    print(_time())


def _table(head: str, lines: list[str]) -> None:
    names = head.split(", ")
    print("\n| " + " | ".join(names) + " |\n|" + "---|" * len(names))
    print("\n".join(lines))


def _seeds(n_runs: int) -> range:
    return range(_FIRST_SEED, _FIRST_SEED + n_runs)


def _head() -> None:
    print("| kind | bouts | two-sided | RMSE ° | of median ° | bias ° | width ° | coverage |")
    print("|---|---|---|---|---|---|---|---|")


def _show(kind: str, runs: list[Run]) -> None:
    for row in rows(kind, runs):
        print(
            f"| {row.kind} | {row.n_bouts} | {row.two_sided:.0%} | {row.rmse_deg:.2f} "
            f"| {row.median_rmse_deg:.2f} | {row.bias_deg:+.2f} | {row.median_width_deg:.1f} "
            f"| {row.coverage:.1%} |",
            flush=True,
        )


def _safety(kind: str, runs: list[Run]) -> str:
    bouts, painful, long, severe = np.mean(
        [(r.n_bouts, r.n_painful, r.n_long_strides, r.n_severe > 0) for r in runs], axis=0
    )
    away = sum(r.n_sent_away for r in runs)
    return (
        f"| {kind} | {away / (away + len(runs)):.0%} | {unsafe_share(runs):.1%} "
        f"| {unsafe_share_of_all(runs):.1%} | {severe:.1%} "
        f"| {painful:.2f} | {bouts:.1f} | {long:.0f} |"
    )


def _hurt(kind: str, runs: list[Run]) -> str:
    """Over every test in which something hurt, and at the proposed level."""
    last = [run.estimates[12] for run in runs if run.n_painful]
    mean = np.array([estimate.error_deg for estimate in last])
    median = np.array([estimate.median_error_deg for estimate in last])
    level = [run.warning_deg for run in runs if run.warning_deg is not None]
    chance = np.array([run.warning_chance for run in runs if run.warning_chance is not None])
    return (
        f"| {kind} | {len(last) / len(runs):.0%} | {np.sqrt((mean**2).mean()):.2f} "
        f"| {np.sqrt((median**2).mean()):.2f} | {median.mean():+.2f} "
        f"| {1 - len(level) / len(runs):.0%} | {np.median(chance):.0%} "
        f"| {(chance > RISK).mean():.0%} | {np.median(level) - USUAL_DEG:+.1f} |"
    )


def _time() -> str:
    """CPU time of one more bout, of a whole test fitted anew, of the choice among 20 targets."""
    prior = ThresholdPrior(USUAL_DEG)
    bouts = [RatedBout(Dose(USUAL_DEG + i / 2, 1.0), i % 3) for i in range(12)]
    belief = Posterior.after(prior, bouts)
    doses = [Dose(USUAL_DEG - 5 + i / 2, 1.0) for i in range(20)]
    works = (
        lambda: belief.updated(bouts[0]),
        lambda: Posterior.after(prior, bouts),
        lambda: belief.outlook(doses),
    )
    times_ms = []
    for work in works:
        times = []
        for _ in range(20):
            from_s = process_time()
            work()
            times.append(1000 * (process_time() - from_s))
        times_ms.append(float(np.median(times)))
    update, refit, choice = times_ms
    return f"\nCPU ms: update {update:.1f}, refit of 12 bouts {refit:.1f}, choice {choice:.1f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
