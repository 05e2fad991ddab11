"""A cohort as one HTML page: how many walks, what they are like, what is wrong with the rest."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

import numpy as np

from coach.cohort.result import MEASURES, Measure, WalkResult
from coach.cohort.tables import Done, analysed, failed
from coach.cohort.task import CohortSettings, versions
from coach.gait.events import WhyNot
from coach.html_page import Plot, document, plots_section, table
from coach.words import WHY_NOT

_SHOWN_WALKS = 500
_UNIT = {"deg": "°", "1/min": "steps/min"}
_HOW_TO_READ = (
    "Thigh extension is the angle behind the person's own standing line: hip extension, measured "
    "at the thigh. Only strides good enough to be judged count in medians and histograms. A "
    "difference between two walks is one of persons, sensors and straps too: compare a person "
    "with themselves, and never with laboratory norms."
)


def histogram(walks: Iterable[WalkResult], measure: Measure) -> dict[int, int]:
    """Scored strides of all walks by lower edge in bin widths; empty bins are left out."""
    counts: Counter[int] = Counter()
    for walk in walks:
        counts.update(walk.bins.get(measure.name, {}))
    return dict(sorted(counts.items()))


def unit_of(measure: Measure) -> str:
    """The unit of a measure as people read it."""
    return _UNIT.get(measure.unit, measure.unit)


def range_text(idx: int, measure: Measure) -> str:
    """From where to where a bin goes, with the unit."""
    digits = 2 if measure.bin_width < 1 else 0
    low, high = (f"{edge * measure.bin_width:.{digits}f}" for edge in (idx, idx + 1))
    return f"{low} to {high}{_space_and_unit(measure)}"


def summary(
    done: Sequence[Done],
    settings: CohortSettings,
    plots: Sequence[Plot],
    without_plots: str | None = None,
) -> str:
    """The page as text; the same walks, settings and program give the same bytes."""
    named = analysed(done)
    walks = [walk for _, walk in named]
    return document(
        "Hip Coach: a cohort of walks",
        [
            f"<p>{escape(_HOW_TO_READ)}</p>",
            *_overview(done, walks),
            *_failed(failed(done)),
            *_distributions(walks),
            *plots_section(plots, without_plots),
            *_histograms(walks, is_open=not plots),
            *_each_walk(named),
            *_made_with(settings),
        ],
    )


def _overview(done: Sequence[Done], walks: Sequence[WalkResult]) -> Iterable[str]:
    n_strides = sum(walk.n_strides for walk in walks)
    n_scored = sum(walk.n_scored for walk in walks)
    rows = [
        ("Walks", f"{len(done):,}"),
        ("… that could not be analysed", f"{len(done) - len(walks):,}"),
        ("Recorded", f"{sum(walk.duration_s for walk in walks) / 3600:.2f} h"),
        ("… in scored strides", f"{sum(walk.scored_s for walk in walks) / 3600:.2f} h"),
        ("Strides", f"{n_strides:,}"),
        ("… scored", _share(n_scored, n_strides)),
    ]
    over = [walk.n_over for walk in walks if walk.n_over is not None]
    if over:
        rows.append(("… over the limit", _share(sum(over), n_strides)))
    yield table("Overview", ("what", "value"), rows)
    reasons: Counter[str] = Counter()
    for walk in walks:
        reasons.update(walk.why_not)
    if reasons:
        cells = [(WHY_NOT[WhyNot(why)], _share(n, n_strides)) for why, n in reasons.most_common()]
        yield table("Why strides are not scored", ("reason", "strides"), cells)


def _failed(walks: Sequence[tuple[str, str]]) -> Iterable[str]:
    if not walks:
        return
    yield "<h2>Walks that could not be analysed</h2><ul>"
    for name, why in walks:
        yield f"<li><strong>{escape(name)}</strong>: {escape(why)}</li>"
    yield "</ul>"


def _distributions(walks: Sequence[WalkResult]) -> Iterable[str]:
    rows = []
    for measure in MEASURES:
        medians = [walk.averages[f"median_{measure.name}"] for walk in walks]
        known = [median for median in medians if median is not None]
        if known:
            cuts = np.percentile(known, [0, 5, 50, 95, 100])
            rows.append((measure.label, str(len(known)), *(_text(cut, measure) for cut in cuts)))
    if rows:
        columns = ("median of a walk", "walks", "least", "P5", "median", "P95", "most")
        yield table("What the walks are like", columns, rows)


def _histograms(walks: Sequence[WalkResult], *, is_open: bool) -> Iterable[str]:
    for measure in MEASURES:
        counts = histogram(walks, measure)
        n = sum(counts.values())
        rows = [(range_text(idx, measure), _share(count, n)) for idx, count in counts.items()]
        if rows:
            yield f"<details{' open' if is_open else ''}><summary>{measure.label}: table</summary>"
            yield table(f"{measure.label} of scored strides", ("from, below", "strides"), rows)
            yield "</details>"


def _each_walk(named: Sequence[tuple[str, WalkResult]]) -> Iterable[str]:
    if not named:
        return
    yield "<h2>Each walk</h2>"
    if len(named) > _SHOWN_WALKS:
        yield f"<p>The first {_SHOWN_WALKS} of {len(named):,}; all stand in walks.csv.</p>"
    columns = ("walk", "minutes", "strides", "scored", "over the limit",
               *(f"{measure.label}, median" for measure in MEASURES))  # fmt: skip
    yield "<details><summary>Table of walks</summary>"
    yield table("Walks", columns, [_walk_cells(*each) for each in named[:_SHOWN_WALKS]])
    yield "</details>"


def _walk_cells(name: str, walk: WalkResult) -> list[str]:
    medians = ((walk.averages[f"median_{measure.name}"], measure) for measure in MEASURES)
    return [
        name,
        f"{walk.duration_s / 60:.1f}",
        str(walk.n_strides),
        str(walk.n_scored),
        "–" if walk.n_over is None else str(walk.n_over),
        *("–" if median is None else _text(median, measure) for median, measure in medians),
    ]


def _made_with(settings: CohortSettings) -> Iterable[str]:
    yield "<h2>Versions and settings</h2>"
    told = {name: "none" if value is None else str(value) for name, value in _told(settings)}
    yield table("Made with", ("what", "value"), [*versions().items(), *told.items()])


def _told(settings: CohortSettings) -> Iterable[tuple[str, float | str | None]]:
    yield "leg length (m)", settings.leg_length_m or "as each walk tells"
    yield "limit (°)", settings.limit_deg
    yield "limit (m)", settings.limit_m


def _text(value: float, measure: Measure) -> str:
    return f"{value:.{measure.digits}f}{_space_and_unit(measure)}"


def _space_and_unit(measure: Measure) -> str:
    unit = unit_of(measure)
    return unit if unit == "°" else f" {unit}"


def _share(n: int, of: int) -> str:
    return f"{n:,} ({n / of:.1%})" if of else f"{n:,}"
