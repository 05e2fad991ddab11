"""The simulation study of docs/pain-threshold.md: python -m tests.bench.pain_threshold [RUNS]."""

import sys
from collections import Counter

import numpy as np

from tests.coach.care.patients import KINDS
from tests.coach.care.threshold_study import rows, run, unsafe_share, unsafe_share_of_all


def main(n_runs: int) -> None:
    print("| kind | bouts | two-sided | RMSE ° | bias ° | width ° | coverage | of two-sided |")
    print("|---|---|---|---|---|---|---|---|")
    safety = []
    for kind in KINDS:
        runs = [run(kind, seed) for seed in range(n_runs)]
        for row in rows(kind, runs):
            print(
                f"| {row.kind} | {row.n_bouts} | {row.two_sided:.0%} | {row.rmse_deg:.2f} "
                f"| {row.bias_deg:+.2f} | {row.median_width_deg:.1f} | {row.coverage:.1%} "
                f"| {row.coverage_two_sided:.1%} |",
                flush=True,
            )
        bouts, painful, long, severe = np.mean(
            [(r.n_bouts, r.n_painful, r.n_long_strides, r.n_severe > 0) for r in runs], axis=0
        )
        ends = ", ".join(f"{end} {n}" for end, n in Counter(r.end for r in runs).most_common())
        safety.append(
            f"| {kind} | {unsafe_share(runs):.1%} | {unsafe_share_of_all(runs):.1%} "
            f"| {severe:.1%} | {painful:.2f} | {bouts:.1f} | {long:.0f} | {ends} |"
        )
    print()
    print(
        "| kind | unsafe, long | unsafe, all | pain 5 met | painful | bouts | long strides | ends |"
    )
    print("|---|---|---|---|---|---|---|---|")
    print("\n".join(safety))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
