"""An evaluation as one HTML page that needs nothing beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from coach.html_page import Plot, document, framed, plots_section, table
from coach.lab.comparison import Comparison
from coach.lab.evaluation import (
    WAY_COLUMNS,
    Evaluation,
    by_group,
    simulated_rows,
    versions,
    way_fields,
)
from coach.lab.figures import figures
from coach.lab.robustness import Cell
from coach.lab.rows import Row, found_rows, length_rows, rows_of

_HOW_TO_READ = (
    "Thigh extension is the angle behind the person's own standing line, in degrees. Errors are "
    "averaged within each gait cycle of the reference first, then over cycles, because some walks "
    "repeat a few cycles. The first and the last stride of a bout may be scored or not. A stride "
    "is clearly over or under the limit from 2.6° on. “Must” is what the program has to show, "
    "“aim” what it strives for; “not met” marks a must that is missed."
)
_SIMULATED = (
    "Simulated people differ in body, gait, sensor and strap; their truth is exact. Soft tissue "
    "lets the sensor follow the thigh by 95 to 97 % only, as on people, which reads as a mean "
    "error below zero. Lengths are left out: a simulated stride follows the simulation's own law."
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of itself: where the walks are, when it was made, with what settings."""

    folder: str
    made_at: str
    settings: Mapping[str, str]


def page(
    evaluation: Evaluation, plots: Sequence[Plot], told: Told, without_plots: str | None = None
) -> str:
    """The page as text; `without_plots` says why there are none."""
    body = [
        _about(evaluation, told),
        f"<p>{escape(_HOW_TO_READ)}</p>",
        *_recorded(evaluation),
        *plots_section(plots, without_plots),
        *_each_walk(evaluation.walks),
        *_simulation(evaluation),
        *_versions(told),
    ]
    return document("Hip Coach against references", body)


def _about(evaluation: Evaluation, told: Told) -> str:
    n = len(evaluation.walks)
    stopped = " It was stopped before its end." if evaluation.is_stopped else ""
    walks = f"{n} recorded walks in {told.folder}. " if told.folder else ""
    return f"<p>{escape(walks)}Made {escape(told.made_at)}.{stopped}</p>"


def _recorded(evaluation: Evaluation) -> Iterable[str]:
    if evaluation.walks:
        yield "<h2>Figures</h2>"
    for group, walks in evaluation.groups.items():
        yield _rows_table(group, rows_of(figures(walks)))
    if evaluation.broken:
        yield "<h2>Walks that could not be measured</h2><ul>"
        for broken in evaluation.broken:
            yield f"<li><strong>{escape(broken.name)}</strong>: {escape(broken.why)}</li>"
        yield "</ul>"


def _each_walk(walks: Sequence[Comparison]) -> Iterable[str]:
    if not walks:
        return
    yield "<h2>Each walk</h2>"
    rows = [(walk, (*found_rows(figures([walk])), *length_rows(figures([walk])))) for walk in walks]
    labels = ("Straight strides", "Missed", "False", "Thigh extension, RMSE", "… mean error",
              "Peak known after, P95", "Length by leg alone, error",
              "Length calibrated, error")  # fmt: skip
    chosen = [
        (walk.name, walk.group, *(next(r.text() for r in told if r.label == w) for w in labels))
        for walk, told in rows
    ]
    yield table("Every walk by itself", ("walk", "group", *labels), chosen)


def _simulation(evaluation: Evaluation) -> Iterable[str]:
    rows = simulated_rows(evaluation)
    if not (rows or evaluation.ways or evaluation.cells):
        return
    yield f"<h2>Simulation</h2><p>{escape(_SIMULATED)}</p>"
    if rows:
        yield _rows_table("Simulated people", rows)
    if evaluation.ways:
        ways = by_group(evaluation.ways).items()
        cells = [(way, *way_fields(figures(walks))) for way, walks in ways]
        yield table("Ways to walk", ("way", *WAY_COLUMNS), cells)
    if evaluation.cells:
        yield "<details><summary>Robustness, every combination</summary>"
        columns = ("rate", "lost", "bias", "mounting", "F1", "extension RMSE", "90 % covers",
                   "known after, P95")  # fmt: skip
        yield table("Robustness", columns, [_cell_fields(cell) for cell in evaluation.cells])
        yield "</details>"


def _cell_fields(cell: Cell) -> tuple[str, ...]:
    condition, told = cell.condition, found_rows(cell.figures)
    text = {row.label: row.text() for row in told}
    return (
        f"{condition.rate_hz:g} Hz",
        f"{condition.lost_share:.0%}",
        f"{condition.bias_dps:g} °/s",
        condition.mounting_text(),
        text["Strides found, F1"],
        text["Thigh extension, RMSE"],
        text["… 90 % interval covers"],
        text["Peak known after, P95"],
    )


def _versions(told: Told) -> Iterable[str]:
    yield "<h2>Versions and settings</h2>"
    yield table("Made with", ("what", "value"), [*versions().items(), *told.settings.items()])


def _rows_table(caption: str, rows: Sequence[Row]) -> str:
    has_basis = any(row.basis for row in rows)
    columns = ["figure", "value", "must", "aim", "verdict", *(["measured on"] if has_basis else [])]
    head = "".join(f'<th scope="col">{name}</th>' for name in columns)
    lines = []
    for row in rows:
        verdict = row.verdict()
        kind = ' class="missed"' if verdict == "not met" else ' class="words"'
        basis = f'<td class="words">{escape(row.basis)}</td>' if has_basis else ""
        lines.append(
            f'<tr><th scope="row">{escape(row.label)}</th><td>{escape(row.text())}</td>'
            f"<td>{row.must.text() if row.must else ''}</td>"
            f"<td>{row.aim.text() if row.aim else ''}</td><td{kind}>{verdict}</td>{basis}</tr>"
        )
    return framed(caption, head, lines)
