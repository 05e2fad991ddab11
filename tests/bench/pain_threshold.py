"""The simulation study of docs/pain-threshold.md: python -m tests.bench.pain_threshold [RUNS]."""

import sys
from collections import Counter

import numpy as np

from tests.coach.care.patients import KINDS
from tests.coach.care.threshold_study import (
    Run,
    free_run,
    rows,
    run,
    unsafe_share,
    unsafe_share_of_all,
)

_FREE_KINDS = ("steep", "shallow", "false pain")
_FIRST_SEED = 10_000
"""Beyond those that were looked at while the method was tuned."""


def main(n_runs: int) -> None:
    """Print the three tables: the fit alone, the protocol, its safety."""
    _head()
    for kind in _FREE_KINDS:
        _show(kind, [free_run(kind, seed) for seed in _seeds(n_runs // 2)])
    print()
    _head()
    safety = []
    for kind in KINDS:
        runs = [run(kind, seed) for seed in _seeds(n_runs)]
        _show(kind, runs)
        safety.append(_safety(kind, runs))
    print("\n| kind | unsafe, long | unsafe, all | pain 5 met | painful | bouts | long | ends |")
    print("|---|---|---|---|---|---|---|---|")
    print("\n".join(safety))


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
    ends = ", ".join(f"{end} {n}" for end, n in Counter(r.end for r in runs).most_common())
    return (
        f"| {kind} | {unsafe_share(runs):.1%} | {unsafe_share_of_all(runs):.1%} | {severe:.1%} "
        f"| {painful:.2f} | {bouts:.1f} | {long:.0f} | {ends} |"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
