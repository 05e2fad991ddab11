"""`hipcoach analyze … --out RESULTS`: many walks by many workers, resumed where it was stopped."""

import json
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import click

from coach.cohort.inputs import Input, digests_of, found
from coach.cohort.parts import Parts
from coach.cohort.pool import in_processes, n_processors
from coach.cohort.result import Failed, Outcome, WalkResult, result_of
from coach.cohort.tables import (
    Done,
    analysed,
    column_texts,
    failed,
    manifest,
    write_strides,
    write_walks,
)
from coach.cohort.task import CohortSettings, Task, task_of
from coach.commands.options import limit
from coach.commands.sources import gait_settings, open_walk
from coach.html_page import Plot
from coach.records.errors import RecordError, RecordFault
from coach.records.exchange.new_files import new_outputs
from coach.words import error_line
from sensors.errors import SensorError

_BLOCK_SAMPLES = 2000
_STOPPED = 130
_ABOUT = "walk"
_PLAIN_EVERY_S = 30.0
_LIVE_EVERY_S = 0.2
_BAR = 20  # characters
_NO_PLOTS = (
    "There are no plots, because matplotlib is not installed; their figures stand in the tables. "
    'Install the extra "lab" for plots: pip install "hipcoach[lab]".'
)
_NO_DASK = 'A cluster needs the extra "cluster": pip install "hipcoach[cluster]".'


class CohortProgress:
    """Says on standard error how far a cohort is: on one line in a terminal, else now and then."""

    def __init__(self, n_walks: int) -> None:
        self.n_walks, self.n_done, self.n_failed = n_walks, 0, 0
        self._is_live = sys.stderr.isatty()
        self._start_s, self._n_analysed = monotonic(), 0
        self._shown_s = self._start_s

    def kept(self) -> None:
        """Count a walk that was analysed by an earlier run."""
        self.n_done += 1
        self._show()

    def came(self, name: str, outcome: Outcome) -> None:
        """Count a walk that was tried now; say why where it could not be analysed."""
        self.n_done += 1
        self._n_analysed += 1
        if isinstance(outcome, Failed):
            self.n_failed += 1
            self.say(f"{name}: {outcome.why}")
        self._show()

    def say(self, line: str) -> None:
        """Leave a line behind."""
        click.echo(f"\r\x1b[K{line}" if self._is_live else line, err=True)

    def end(self) -> None:
        """Take the line of progress away."""
        if self._is_live:
            click.echo("\r\x1b[K", err=True, nl=False)

    def text(self) -> str:
        """How far it is, how fast, and how long it will take."""
        told = [f"{self.n_done} of {self.n_walks} walks"]
        spent_s = monotonic() - self._start_s
        if self._n_analysed and spent_s > 0:
            rate = self._n_analysed / spent_s
            left_s = round((self.n_walks - self.n_done) / rate)
            told += [f"{rate:.2g} walks/s", f"{left_s // 60}:{left_s % 60:02} left"]
        if self.n_failed:
            told.append(f"{self.n_failed} not analysed")
        return ", ".join(told)

    def _show(self) -> None:
        now_s = monotonic()
        if now_s - self._shown_s < (_LIVE_EVERY_S if self._is_live else _PLAIN_EVERY_S):
            return
        self._shown_s = now_s
        if self._is_live:
            bar = "#" * (_BAR * self.n_done // self.n_walks)
            line = f"[{bar:<{_BAR}}] {self.text()} (Ctrl+C stops)"
            click.echo(f"\r\x1b[K{line}", err=True, nl=False)
        else:
            click.echo(self.text(), err=True)


def analyze_cohort(
    paths: Sequence[Path],
    out: Path,
    settings: CohortSettings,
    n_workers: int | None,
    scheduler: str | None,
    *,
    is_json: bool,
) -> int:
    """Analyse all walks of these files and folders into a folder; return the exit code."""
    begun_s, started_at = monotonic(), datetime.now(UTC)
    inputs = found(paths, out)
    if not inputs:
        click.echo(
            "There are no walks (.csv, .csv.gz, .hipwalk) in this folder. Name the folder they are "
            "in; import what another app exported first.",
            err=True,
        )
        return 1
    progress = CohortProgress(len(inputs))
    try:
        parts = Parts(out)
        waiting = _Waiting(inputs, settings, parts, progress)
        with closing(_outcomes(iter(waiting), n_workers, scheduler)) as outcomes:
            done = waiting.done(outcomes)
        times: dict[str, str | float] = {
            "started_at": started_at.isoformat(timespec="seconds"),
            "took_s": round(monotonic() - begun_s, 1),
        }
        notice = _write(out, done, settings, parts, times)
    except KeyboardInterrupt:
        progress.say(
            f"Stopped. {progress.n_done - progress.n_failed} of {len(inputs)} walks are done and "
            "kept; the same command goes on with the others."
        )
        return _STOPPED
    except RecordError as error:
        progress.say(_could_not_write(error, out))
        return 1
    finally:
        progress.end()
    _tell(out, done, notice, is_json=is_json)
    return 1 if failed(done) else 0


def walk_outcome(task: Task) -> Outcome:
    """What became of one walk; the top of a worker, so nothing that fails here stops the rest."""
    told = task.settings
    try:
        with open_walk(task.path, _BLOCK_SAMPLES) as source:
            gait = gait_settings(source, told.leg_length_m)
            return result_of(source.info, gait, source.blocks, limit(told.limit_deg, told.limit_m))
    except (SensorError, RecordError) as error:
        return Failed(error_line(error, about=_ABOUT).removeprefix(f"{_ABOUT}: "))
    except Exception as error:  # noqa: BLE001 - a slip of the program is a finding of its own
        return Failed(f"The program failed here ({type(error).__name__}: {error}).")


class _Waiting:
    """The walks of a cohort, each from its part where that is there, else as a task."""

    def __init__(
        self,
        inputs: Sequence[Input],
        settings: CohortSettings,
        parts: Parts,
        progress: CohortProgress,
    ) -> None:
        self._inputs, self._settings = inputs, settings
        self._parts, self._progress = parts, progress
        self._digests: dict[str, dict[str, str]] = {}
        self._done: list[Done] = []

    def __iter__(self) -> Iterator[Task]:
        """Iterate over the tasks that are left, reading each file when it is its turn."""
        for name, path in self._inputs:
            self._digests[name] = digests_of(path)
            task = task_of(name, path, self._settings, self._digests[name])
            kept = self._parts.get(task.key) if task.key else None
            if kept is None:
                yield task
            else:
                self._keep(task, kept)
                self._progress.kept()

    def done(self, outcomes: Iterable[tuple[Task, Outcome]]) -> list[Done]:
        """Every walk by name, once all outcomes are there."""
        for task, outcome in outcomes:
            if isinstance(outcome, WalkResult):
                self._parts.put(task.key, outcome)
            self._keep(task, outcome)
            self._progress.came(task.name, outcome)
        return sorted(self._done, key=lambda each: each.name)

    def _keep(self, task: Task, outcome: Outcome) -> None:
        done = Done(task.name, self._digests[task.name], task.key, outcome)
        self._done.append(done.without_strides())


def _outcomes(
    tasks: Iterator[Task], n_workers: int | None, scheduler: str | None
) -> Generator[tuple[Task, Outcome]]:
    if scheduler is None:
        return in_processes(tasks, walk_outcome, n_workers or n_processors())
    return _in_cluster(tasks, scheduler)


def _in_cluster(tasks: Iterator[Task], address: str) -> Generator[tuple[Task, Outcome]]:
    try:
        from coach.cohort.cluster import ClusterError, in_cluster
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"dask", "distributed"}:
            raise
        raise click.ClickException(_NO_DASK) from error
    try:
        yield from in_cluster(tasks, walk_outcome, address)
    except ClusterError as error:
        raise click.ClickException(str(error)) from error


def _write(
    out: Path,
    done: Sequence[Done],
    settings: CohortSettings,
    parts: Parts,
    times: dict[str, str | float],
) -> str | None:
    """Write tables, page and manifest, all or none; return what there is to say about plots."""
    from coach.cohort.summary import summary

    drawn, without_plots = _plots([walk for _, walk in analysed(done)])
    tables = ["strides.csv", "walks.csv"]
    parquets = ["strides.parquet", "walks.parquet"] if _has_pyarrow() else []
    texts = column_texts()
    names = [*tables, *parquets, *texts, "summary.html", "manifest.json"]
    with new_outputs(*(out / name for name in names), replacing=True) as written:
        at = {place.name: place for place in written}
        write_strides(at["strides.csv"], done, parts)
        write_walks(at["walks.csv"], done)
        for table, parquet in zip(tables, parquets, strict=False):
            from coach.cohort.parquet import write_parquet

            write_parquet(at[table], at[parquet])
        texts["summary.html"] = summary(done, settings, drawn, without_plots)
        for name, text in texts.items():
            at[name].write_text(text, encoding="utf-8", newline="\n")
        outputs = [place for place in written if place.name != "manifest.json"]
        told = manifest(done, settings, outputs, times)
        at["manifest.json"].write_text(told, encoding="utf-8", newline="\n")
    return without_plots


def _plots(walks: Sequence[WalkResult]) -> tuple[list[Plot], str | None]:
    """Plots, or the sentence that says how to get them."""
    try:
        from coach.cohort.plots import plots
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        return [], _NO_PLOTS
    return plots(walks), None


def _has_pyarrow() -> bool:
    from importlib.util import find_spec

    return find_spec("pyarrow") is not None


def _could_not_write(error: RecordError, out: Path) -> str:
    if error.fault is RecordFault.EXISTS:
        return (
            f"{out} holds other files than results of a cohort. Nothing was written, so that none "
            "of them is lost. Name an empty or a new folder with --out."
        )
    return f"{error_line(error, about=str(out))} What is done is kept."


def _tell(out: Path, done: Sequence[Done], notice: str | None, *, is_json: bool) -> None:
    walks = [walk for _, walk in analysed(done)]
    n_strides = sum(walk.n_strides for walk in walks)
    if is_json:
        told = {
            "results": str(out),
            "n_walks": len(done),
            "n_analysed": len(walks),
            "n_strides": n_strides,
            "failed": [{"walk": name, "why": why} for name, why in failed(done)],
        }
        click.echo(json.dumps(told))
        return
    click.echo(f"{len(walks)} of {len(done)} walks analysed, {n_strides} strides.")
    click.echo(f"Tables and manifest are in {out}; begin with {out / 'summary.html'}.")
    if notice is not None:
        click.echo(notice, err=True)
