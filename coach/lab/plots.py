"""Plots of an evaluation as SVG text (extra `lab`)."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from coach.html_page import Plot
from coach.lab.comparison import Comparison, Residual
from coach.lab.evaluation import ALL, Evaluation, by_group
from coach.lab.figures import cycle_means, figures
from coach.lab.robustness import Cell
from coach.lab.rows import COVER
from coach.svg_plots import COLOURS, STYLE, svg
from sensors.samples import FloatArray

_MARKERS = ("o", "s", "^", "D", "v", "P")
_PEOPLE = "simulated people"
_Z95 = 1.96
_WORST_DEG = 2.0

Groups = Mapping[str, Sequence[Comparison]]
T = TypeVar("T")


def plots(evaluation: Evaluation) -> list[Plot]:
    """Every plot that there are figures for."""
    groups: Groups = {name: walks for name, walks in evaluation.groups.items() if name != ALL}
    recorded = groups
    if evaluation.people:
        groups = {**groups, _PEOPLE: evaluation.people}
    cued = {f"simulated people, {worn}": w for worn, w in by_group(evaluation.cued).items()}
    with mpl.rc_context(STYLE):
        made = (
            _bland_altman(
                "Thigh extension against the reference", "°",
                _of(groups, lambda walk: walk.extension),
            ),
            _bland_altman(
                "Stride length, calibrated, against the reference", "m",
                _of(recorded, lambda walk: walk.calibrated),
            ),
            _bland_altman(
                "Stride length, by leg alone, against the reference", "m",
                _of(recorded, lambda walk: walk.length),
            ),
            _histogram(
                "How long before the peak a cue is decided", "lead before the peak (ms)",
                _of({**recorded, **cued}, lambda walk: walk.cues.lead_s if walk.cues else ()),
            ),
            _histogram(
                "How long after it a peak is known", "after the peak (ms)",
                _of(groups, lambda walk: walk.late_s),
            ),
            _covers(groups),
            _grid(evaluation.cells),
        )  # fmt: skip
    return [plot for plot in made if plot is not None]


def _of(groups: Groups, values: Callable[[Comparison], Sequence[T]]) -> dict[str, list[T]]:
    """These values of all walks of each group."""
    return {name: [one for walk in walks for one in values(walk)] for name, walks in groups.items()}


def _bland_altman(
    heading: str, unit: str, residuals: Mapping[str, Sequence[Residual]]
) -> Plot | None:
    """Difference over mean of both, one point a gait cycle, with the limits of agreement."""
    figure = Figure(figsize=(7.2, 3.8), layout="constrained")
    axes = figure.subplots()
    words = []
    for i, (name, rows) in enumerate(residuals.items()):
        if not rows:
            continue
        error = np.array(cycle_means((r.cycle, r.error) for r in rows))
        middle = np.array(cycle_means((r.cycle, r.reference + r.error / 2) for r in rows))
        colour = COLOURS[i % len(COLOURS)]
        axes.plot(
            middle, error, _MARKERS[i % len(_MARKERS)], ms=4, alpha=0.6, color=colour, label=name,
            mew=0,
        )  # fmt: skip
        mean, wide = float(error.mean()), _Z95 * float(error.std())
        axes.axhline(mean, color=colour, lw=1)
        for limit in (mean - wide, mean + wide):
            axes.axhline(limit, color=colour, lw=0.8, ls="--")
        words.append(
            f"{name}: mean difference {mean:+.2f} {unit}, 95 % of {len(error)} gait cycles within "
            f"{mean - wide:+.2f} and {mean + wide:+.2f} {unit}"
        )
    if not words:
        return None
    axes.axhline(0, color="0.75", lw=0.8, zorder=0)
    axes.set_xlabel(f"mean of estimate and reference ({unit})")
    axes.set_ylabel(f"estimate − reference ({unit})")
    axes.legend(frameon=False)
    return Plot(heading, ". ".join(words) + ".", svg(figure))


def _histogram(heading: str, label: str, times_s: Mapping[str, Sequence[float]]) -> Plot | None:
    told = {name: 1000 * np.array(values) for name, values in times_s.items() if values}
    colours = dict(zip(times_s, COLOURS, strict=False))
    if not told:
        return None
    figure = Figure(figsize=(7.2, 1.2 + 1.3 * len(told)), layout="constrained")
    rows = figure.subplots(len(told), 1, sharex=True, squeeze=False)[:, 0]
    every = np.concatenate(list(told.values()))
    low, high = np.floor(every.min() / 10) * 10, np.floor(every.max() / 10) * 10 + 10
    bins = np.linspace(low, high, 41)
    words = []
    for axes, (name, values) in zip(rows, told.items(), strict=True):
        axes.hist(values, bins=bins, color=colours.get(name, "0.4"))
        axes.set_title(name, loc="left", fontsize=10)
        axes.set_ylabel("strides")
        p5, median, p95 = np.percentile(values, [5, 50, 95])
        words.append(f"{name}: median {median:.0f} ms, P5 {p5:.0f}, P95 {p95:.0f}, {len(values)}")
    rows[-1].set_xlabel(label)
    return Plot(heading, " strides. ".join(words) + " strides.", svg(figure))


def _covers(groups: Groups) -> Plot | None:
    """How often the 90 % intervals hold the reference."""
    told = {name: figures(walks) for name, walks in groups.items()}
    kinds = ("extension", "length by leg alone", "length calibrated")
    values = {
        name: (f.extension_cover90, f.length_plain_cover90, f.length_calibrated_cover90)
        for name, f in told.items()
    }
    values |= {n: (v[0], None, None) for n, v in values.items() if n == _PEOPLE}
    if not any(value is not None for row in values.values() for value in row):
        return None
    figure = Figure(figsize=(7.2, 3.2), layout="constrained")
    axes = figure.subplots()
    axes.axhspan(COVER.low, COVER.high, color="0.92", zorder=0)
    axes.axhline(0.9, color="0.6", lw=0.8, zorder=0)
    width, words = 0.8 / max(1, len(values)), []
    for i, (name, row) in enumerate(values.items()):
        places = [k + (i - (len(values) - 1) / 2) * width for k in range(len(kinds))]
        shown = [(x, v) for x, v in zip(places, row, strict=True) if v is not None]
        axes.plot(
            [x for x, _ in shown], [v for _, v in shown], _MARKERS[i % len(_MARKERS)],
            color=COLOURS[i % len(COLOURS)], label=name,
        )  # fmt: skip
        words += [
            f"{name}, {kind}: {v:.2f}" for kind, v in zip(kinds, row, strict=True) if v is not None
        ]
    axes.set_xticks(range(len(kinds)), kinds)
    axes.set_xlim(-0.5, len(kinds) - 0.5)
    axes.set_ylim(top=1.02)
    axes.set_ylabel("share inside the interval")
    axes.legend(frameon=False, loc="lower right")
    heading = "How often the 90 % interval holds the reference (0.85 to 0.95 in grey)"
    return Plot(heading, "; ".join(words) + ".", svg(figure))


def _grid(cells: Sequence[Cell]) -> Plot | None:
    """RMSE of extension over rate and loss, a panel for each bias and mounting."""
    if not cells:
        return None
    conditions = [cell.condition for cell in cells]
    rates = sorted({c.rate_hz for c in conditions})
    losses = sorted({c.lost_share for c in conditions})
    biases = sorted({c.bias_dps for c in conditions})
    mountings = list(dict.fromkeys(c.mounting_deg for c in conditions))
    names = {c.mounting_deg: c.mounting_text() for c in conditions}
    errors_deg = {tuple(c.condition): c.figures.extension_rmse_deg for c in cells}
    figure = Figure(
        figsize=(1.2 + 2.6 * len(biases), 0.9 + 2.0 * len(mountings)), layout="constrained"
    )
    panels = figure.subplots(len(mountings), len(biases), squeeze=False, sharex=True, sharey=True)
    for row, mounting in zip(panels, mountings, strict=True):
        for axes, bias in zip(row, biases, strict=True):
            values = [
                [errors_deg.get((rate, lost, bias, mounting)) for rate in rates] for lost in losses
            ]
            _heat(axes, np.array(values, float))
            axes.set_title(f"{names[mounting]}\nbias {bias:g} °/s", fontsize=9)
            axes.set_xticks(range(len(rates)), [f"{rate:g}" for rate in rates])
            axes.set_yticks(range(len(losses)), [f"{lost:.0%}" for lost in losses])
    figure.supxlabel("samples per second (Hz)", fontsize=10)
    figure.supylabel("packets lost", fontsize=10)
    known = [error for error in errors_deg.values() if error is not None]
    words = (
        f"RMSE of thigh extension between {min(known):.2f}° and {max(known):.2f}° over "
        f"{len(cells)} combinations; every value stands in the table below."
    )
    return Plot("Robustness: RMSE of thigh extension (°)", words, svg(figure))


def _heat(axes: Axes, values_deg: FloatArray) -> None:
    axes.imshow(values_deg, cmap="cividis_r", vmin=0, vmax=_WORST_DEG, aspect="auto")
    for (i, k), value in np.ndenumerate(values_deg):
        if np.isfinite(value):
            colour = "white" if value > 0.55 * _WORST_DEG else "black"
            axes.text(k, i, f"{value:.2f}", ha="center", va="center", fontsize=8, color=colour)
