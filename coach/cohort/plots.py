"""Plots of a cohort as SVG text (extra `lab`)."""

from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.figure import Figure

from coach.cohort.result import MEASURES, Measure, WalkResult
from coach.cohort.summary import histogram, range_text, unit_of
from coach.html_page import Plot
from coach.svg_plots import COLOURS, STYLE, svg


def plots(walks: Sequence[WalkResult]) -> list[Plot]:
    """Every plot that there are figures for."""
    with mpl.rc_context(STYLE):
        made = (*(_histogram(walks, measure) for measure in MEASURES), _walks(walks))
    return [plot for plot in made if plot is not None]


def _histogram(walks: Sequence[WalkResult], measure: Measure) -> Plot | None:
    counts = histogram(walks, measure)
    if not counts:
        return None
    figure = Figure(figsize=(7.2, 2.8), layout="constrained")
    axes = figure.subplots()
    edges = [idx * measure.bin_width for idx in counts]
    axes.bar(edges, list(counts.values()), measure.bin_width, align="edge", color=COLOURS[0])
    axes.set_xlabel(f"{measure.label} ({unit_of(measure)})")
    axes.set_ylabel("scored strides")
    most = max(counts, key=lambda idx: counts[idx])
    words = (
        f"{sum(counts.values()):,} scored strides of all walks, most often "
        f"{range_text(most, measure)}."
    )
    return Plot(f"{measure.label}, all strides", words, svg(figure))


def _walks(walks: Sequence[WalkResult]) -> Plot | None:
    """Median extension of each walk over its median speed."""
    across, up = "walking_speed_mps", "peak_thigh_extension_deg"
    points = [
        (speed, extension)
        for walk in walks
        if (speed := walk.averages[f"median_{across}"]) is not None
        and (extension := walk.averages[f"median_{up}"]) is not None
    ]
    if not points:
        return None
    figure = Figure(figsize=(7.2, 3.8), layout="constrained")
    axes = figure.subplots()
    xs, ys = zip(*points, strict=True)
    axes.plot(xs, ys, "o", ms=4, alpha=0.6, mew=0, color=COLOURS[0])
    axes.set_xlabel("Walking speed, median of a walk (m/s)")
    axes.set_ylabel("Peak thigh extension, median (°)")
    words = (
        f"{len(points):,} walks with a known speed, one point each: from {min(ys):.1f}° at "
        f"{xs[ys.index(min(ys))]:.2f} m/s to {max(ys):.1f}° at {xs[ys.index(max(ys))]:.2f} m/s."
    )
    return Plot("Thigh extension and speed, walk by walk", words, svg(figure))
