"""`hipcoach evaluate`: the program measured against references, for a lab."""

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.html_page import Plot
    from coach.lab.evaluation import Evaluation

_N_PEOPLE_A_WAY = 6
_STOPPED = 130
_NO_PLOTS = (
    "There are no plots, because matplotlib is not installed; the figures are all here. "
    'Install the extra "lab" for plots: pip install "hipcoach[lab]".'
)


class Progress:
    """Says on standard error what is being done: on one line in a terminal, else line by line."""

    def __init__(self) -> None:
        self._is_live = sys.stderr.isatty()
        self._told = ""

    def doing(self, what: str) -> None:
        """Show what takes time now; where nobody watches, only when the kind of work changes."""
        if self._is_live:
            click.echo(f"\r\x1b[K{what}", err=True, nl=False)
        elif (kind := what.partition(":")[0]) != self._told:
            self._told = kind
            click.echo(kind, err=True)

    def done(self, what: str) -> None:
        """Leave a line behind, if there is something to say, and nothing of what was being done."""
        if self._is_live:
            click.echo("\r\x1b[K", err=True, nl=False)
        if what:
            click.echo(what, err=True)


@click.command()
@click.argument(
    "walks_dir",
    required=False,
    metavar="[WALKS_DIR]",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="REPORT.html",
    help="Write tables and plots as one page.",
)
@click.option("--json", "is_json", is_flag=True, help="One JSON object, for programs.")
@click.option(
    "--robustness",
    "is_simulated",
    is_flag=True,
    help="Measure on simulated people too: cues, hours without walking, drift, turned sensors, "
    "ways to walk, and every combination of rate, loss, bias and mounting. Takes some minutes.",
)
def evaluate(walks_dir: Path | None, out: Path | None, is_json: bool, is_simulated: bool) -> None:
    """Measure the program against walks with a reference.

    Every NAME.truth.json in WALKS_DIR is held against what the live loop makes of NAME.csv or
    NAME.csv.gz; docs/evaluation.md tells the formats. Ctrl-C stops, and shows what there is.
    """
    if walks_dir is None and not is_simulated:
        raise click.UsageError("Name a folder of walks, or ask for --robustness.")
    if out is not None and not out.absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {out.parent}.", param_hint="--out")
    from coach.lab.evaluation import Evaluation, as_dict, as_text

    evaluation, progress = Evaluation(), Progress()
    try:
        if walks_dir is not None:
            _recorded(walks_dir, evaluation, progress)
        if is_simulated:
            _simulated(evaluation, progress)
    except KeyboardInterrupt:
        evaluation.is_stopped = True
    except OSError as error:
        raise click.ClickException(f"{walks_dir} cannot be read: {error.strerror}.") from error
    text = json.dumps(as_dict(evaluation)) if is_json else "\n".join(as_text(evaluation))
    progress.done("Stopped; these are the figures so far." if evaluation.is_stopped else "")
    click.echo(text)
    if out is not None:
        _write_page(out, evaluation, walks_dir, is_simulated=is_simulated)
    if evaluation.is_stopped:
        sys.exit(_STOPPED)
    if evaluation.broken or (walks_dir is not None and not evaluation.walks):
        sys.exit(1)


def _recorded(folder: Path, evaluation: "Evaluation", progress: Progress) -> None:
    from coach.lab.figures import figures
    from coach.lab.folder import Broken, n_walks_in, tried_folder

    n_walks = n_walks_in(folder)
    if n_walks == 0:
        progress.done(
            f"{folder} holds no walk with a reference beside it (NAME.csv.gz, NAME.truth.json): "
            "there is nothing to measure. docs/evaluation.md tells the formats."
        )
    for i, outcome in enumerate(tried_folder(folder), start=1):
        if isinstance(outcome, Broken):
            evaluation.broken.append(outcome)
            progress.done(f"{i}/{n_walks} {outcome.name}: not measured. {outcome.why}")
            continue
        evaluation.walks.append(outcome)
        told = figures([outcome])
        rmse = told.extension_rmse_deg
        angle = "" if rmse is None else f", extension RMSE {rmse:.2f}°"
        progress.done(
            f"{i}/{n_walks} {outcome.name}: {told.n_strides} strides, {told.n_missed} missed, "
            f"{told.n_false} false{angle}"
        )


def _simulated(evaluation: "Evaluation", progress: Progress) -> None:
    from coach.lab.robustness import Grid, robustness
    from coach.lab.simulated import Breadth, cued_people, people, single_rows
    from coach.lab.ways import ways_to_walk

    breadth = Breadth()
    for comparison in people(breadth, progress.doing):
        evaluation.people.append(comparison)
    for comparison in cued_people(breadth, progress.doing):
        evaluation.cued.append(comparison)
    for rows in single_rows(breadth, progress.doing):
        evaluation.simulated.extend(rows)
    for comparison in ways_to_walk(_N_PEOPLE_A_WAY, progress.doing):
        evaluation.ways.append(comparison)
    for cell in robustness(Grid(), progress.doing):
        evaluation.cells.append(cell)


def _write_page(
    out: Path, evaluation: "Evaluation", walks_dir: Path | None, *, is_simulated: bool
) -> None:
    from coach.lab.page import Told, page

    plots, without_plots = _plots(evaluation)
    told = Told(
        folder=walks_dir.name if walks_dir else "",
        made_at=datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z"),
        settings=_settings(is_simulated=is_simulated),
    )
    try:
        out.write_text(page(evaluation, plots, told, without_plots), encoding="utf-8")
    except OSError as error:
        raise click.ClickException(
            f"{out} cannot be written: {error.strerror}. Name another place with --out."
        ) from error
    click.echo(f"The page is in {out}. {without_plots or ''}".rstrip(), err=True)


def _settings(*, is_simulated: bool) -> dict[str, str]:
    """What the figures depend on besides the versions."""
    settings = {
        "recorded walks": "as analyze takes them: no limit, no calibration but what is told"
    }
    if is_simulated:
        from coach.lab.robustness import Grid
        from coach.lab.simulated import Breadth

        for told in (Breadth(), Grid()):
            settings |= {f"simulated, {name}": str(value) for name, value in asdict(told).items()}
    return settings


def _plots(evaluation: "Evaluation") -> "tuple[list[Plot], str | None]":
    """Plots, or the sentence that says how to get them."""
    try:
        from coach.lab.plots import plots
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "matplotlib":
            raise
        return [], _NO_PLOTS
    return plots(evaluation), None
