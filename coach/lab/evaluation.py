"""Everything that one evaluation brought, as text for a terminal and as JSON for programs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from platform import python_version
from typing import Any

from coach.lab.comparison import Comparison
from coach.lab.figures import Figures, figures
from coach.lab.folder import Broken
from coach.lab.robustness import Cell
from coach.lab.rows import Row, as_lines, cue_rows, found_rows, rows_of

ALL = "all"
_PACKAGES = ("hipcoach", "numpy", "vqf", "matplotlib")


@dataclass(slots=True)
class Evaluation:
    """What is known so far; `is_stopped` when somebody stopped it before its end."""

    walks: list[Comparison] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    people: list[Comparison] = field(default_factory=list)
    cued: list[Comparison] = field(default_factory=list)
    simulated: list[Row] = field(default_factory=list)
    ways: list[Comparison] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    is_stopped: bool = False

    @property
    def groups(self) -> dict[str, list[Comparison]]:
        """Recorded walks by group, and all of them where there is more than one."""
        groups = by_group(self.walks)
        return {**groups, ALL: self.walks} if len(groups) > 1 else groups


def by_group(walks: Sequence[Comparison]) -> dict[str, list[Comparison]]:
    """Walks by their group, in the order of their coming."""
    groups: dict[str, list[Comparison]] = defaultdict(list)
    for walk in walks:
        groups[walk.group].append(walk)
    return dict(groups)


def simulated_rows(evaluation: Evaluation) -> list[Row]:
    """Rows of the simulation: people first, without lengths.

    A simulated stride is as long as the simulation's own law says: it tells nothing of people.
    """
    rows: list[Row] = []
    if evaluation.people:
        n = len(evaluation.people)
        basis = f"{n} people with sensors as worn, at three paces"
        rows += found_rows(figures(evaluation.people), basis)
    for worn, walks in by_group(evaluation.cued).items():
        told = figures(walks)
        basis = f"{told.n_strides} strides of {told.n_walks} people, sensor {worn}"
        rows += [replace(row, basis=basis) for row in cue_rows(told)]
    return rows + evaluation.simulated


def versions() -> dict[str, str]:
    """Versions of everything that the figures depend on."""
    told = {"Python": python_version()}
    for package in _PACKAGES:
        try:
            told[package] = version(package)
        except PackageNotFoundError:
            told[package] = "not installed"
    return told


def as_text(evaluation: Evaluation) -> list[str]:
    """Lines for a terminal."""
    lines: list[str] = []
    for group, walks in evaluation.groups.items():
        lines += [
            f"{group}: {_counted(len(walks), 'walk')}",
            *as_lines(rows_of(figures(walks))),
            "",
        ]
    rows = simulated_rows(evaluation)
    if rows:
        lines += ["Simulation", *as_lines(rows), ""]
    if evaluation.ways:
        lines += ["Ways to walk (simulation)", *_way_lines(evaluation.ways), ""]
    if evaluation.cells:
        lines += ["Robustness (simulation), RMSE of thigh extension", *_grid_lines(evaluation), ""]
    lines += [f"Not measured: {broken.name}: {broken.why}" for broken in evaluation.broken]
    return lines


def way_fields(f: Figures) -> tuple[str, ...]:
    """Cells of one way to walk: strides, F1, scored of those that must not be, RMSE, cover."""
    rmse_deg, cover = f.extension_rmse_deg, f.extension_cover90
    return (
        str(f.n_strides),
        f"{f.f1:.3f}",
        f"{f.n_turns_scored} of {f.n_turns}",
        "–" if rmse_deg is None else f"{rmse_deg:.2f}°",
        "–" if cover is None else f"{cover:.2f}",
    )


WAY_COLUMNS = ("strides", "F1", "scored, must not be", "extension RMSE", "90 % covers")


def _way_lines(ways: Sequence[Comparison]) -> list[str]:
    lines = [f"  {'':<24}" + "".join(f"{name:>20}" for name in WAY_COLUMNS)]
    for way, walks in by_group(ways).items():
        cells = "".join(f"{cell:>20}" for cell in way_fields(figures(walks)))
        lines.append(f"  {way:<24}{cells}")
    return lines


def _grid_lines(evaluation: Evaluation) -> list[str]:
    lines = []
    for (rate_hz, lost_share), cells in _by_link(evaluation.cells).items():
        errors_deg = [c.figures.extension_rmse_deg for c in cells]
        known_deg = [error for error in errors_deg if error is not None]
        worst = f"{min(known_deg):.2f}–{max(known_deg):.2f}°" if known_deg else "–"
        f1 = min(cell.figures.f1 for cell in cells)
        lines.append(f"  {rate_hz:>5g} Hz, {lost_share:>4.0%} lost  {worst:>12}  F1 ≥ {f1:.3f}")
    return lines


def _by_link(cells: Sequence[Cell]) -> Mapping[tuple[float, float], list[Cell]]:
    links: dict[tuple[float, float], list[Cell]] = defaultdict(list)
    for cell in cells:
        links[cell.condition.rate_hz, cell.condition.lost_share].append(cell)
    return links


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """The same for programs; shares lie between 0 and 1, angles in degrees."""
    return {
        "versions": versions(),
        "is_stopped": evaluation.is_stopped,
        "groups": {name: asdict(figures(walks)) for name, walks in evaluation.groups.items()},
        "broken": [broken._asdict() for broken in evaluation.broken],
        "simulated": [row.as_fields() for row in simulated_rows(evaluation)],
        "ways": {way: asdict(figures(w)) for way, w in by_group(evaluation.ways).items()},
        "robustness": [
            cell.condition._asdict() | asdict(cell.figures) for cell in evaluation.cells
        ],
    }


def _counted(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
