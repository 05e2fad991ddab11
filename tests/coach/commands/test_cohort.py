import csv
import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.cli import commands
from coach.cohort.pool import Work
from coach.cohort.result import Outcome
from coach.cohort.task import Task
from coach.commands import cohort as cli_cohort
from coach.records import keys
from coach.records.store import WalkRecorder
from tests.coach.lab.walks import lab_walk, write_lab_walk
from tests.coach.records.conftest import STARTED_AT, header
from tests.coach.walks import still

_ROOT = Path(__file__).parents[3]
_TABLES = ("strides.csv", "walks.csv", "summary.html")


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three walks in two folders, one of them compressed, and nothing else."""
    place = tmp_path_factory.mktemp("walks")
    (place / "b").mkdir()
    write_lab_walk(place, "one", lab_walk(12.0, 1))
    write_lab_walk(place / "b", "two", lab_walk(12.0, 2))
    path = write_lab_walk(place, "three", lab_walk(12.0, 3))
    (place / "three.csv.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    path.unlink()
    return place


@pytest.fixture
def mixed(walks: Path, tmp_path: Path) -> Path:
    """The same walks with a kept one, and with files that nobody can read."""
    place = tmp_path / "mixed"
    for path in walks.rglob("*"):
        if path.is_file():
            target = place / path.relative_to(walks)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    (place / "bad.csv").write_text("nothing\n")
    (place / "cut.csv.gz").write_bytes((place / "three.csv.gz").read_bytes()[:20_000])
    (place / "cut.json").write_bytes((place / "three.json").read_bytes())
    for name, key in (
        ("kept", None),
        ("locked", keys.shared_file_key("spoken on the phone")),
    ):
        recorder = WalkRecorder(place / f"{name}.hipwalk", header(), key=key, commit_every_s=0.01)
        recorder.keep(still(0.0, 300), (), ())
        recorder.close(STARTED_AT)
    keys.forget()
    return place


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the walks that are analysed, here instead of in processes."""
    names: list[str] = []

    def one_by_one(
        tasks: Iterator[Task], work: Work, n_workers: int
    ) -> Generator[tuple[Task, Outcome]]:
        for task in tasks:
            names.append(task.name)
            yield task, work(task)

    monkeypatch.setattr(cli_cohort, "in_processes", one_by_one)
    return names


@pytest.fixture
def calls(here: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The same without plots, which take longest."""
    monkeypatch.setattr("coach.cohort.plots.plots", lambda _: [])
    return here


def _run(*arguments: str | Path) -> Result:
    return CliRunner(catch_exceptions=False).invoke(commands, ["analyze", *map(str, arguments)])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _names(results: Path) -> set[str]:
    return {path.name for path in results.iterdir()}


def _bytes(results: Path) -> dict[str, bytes]:
    return {name: (results / name).read_bytes() for name in _TABLES}


def test_a_row_a_walk_and_a_row_a_stride(walks: Path, tmp_path: Path, calls: list[str]) -> None:
    assert _run(walks, "--out", tmp_path / "r").exit_code == 0
    rows = _rows(tmp_path / "r/walks.csv")
    assert [row["walk"] for row in rows] == ["b/two.csv", "one.csv", "three.csv.gz"]
    n_strides = sum(int(row["n_strides"]) for row in rows)
    assert len(_rows(tmp_path / "r/strides.csv")) == n_strides > 20


def test_strides_are_those_that_analyze_shows(
    walks: Path, tmp_path: Path, calls: list[str]
) -> None:
    _run(walks, "--out", tmp_path / "r", "--limit-deg", "15")
    told = json.loads(_run(walks / "one.csv", "--json", "--limit-deg", "15").stdout)["strides"]
    rows = [row for row in _rows(tmp_path / "r/strides.csv") if row["walk"] == "one.csv"]
    assert [float(row["peak_thigh_extension_deg"]) for row in rows] == pytest.approx(
        [stride["peak_thigh_extension_deg"] for stride in told], rel=1e-5
    )
    assert [row["decision_is_over"] == "true" for row in rows] == [
        stride["cue_s"] is not None for stride in told
    ]


def test_any_number_of_processes_gives_the_same_bytes(mixed: Path, tmp_path: Path) -> None:
    _run(mixed, "--out", tmp_path / "1", "--workers", "1")
    _run(mixed, "--out", tmp_path / "2", "--workers", "2")
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2")
    one, two = (json.loads((tmp_path / n / "manifest.json").read_text()) for n in ("1", "2"))
    assert {**one, "times": None} == {**two, "times": None}


def test_bad_files_are_listed_with_their_reason_and_the_rest_is_analysed(
    mixed: Path, tmp_path: Path, calls: list[str]
) -> None:
    result = _run(mixed, "--out", tmp_path / "r", "--json")
    told = json.loads(result.stdout)
    why = {each["walk"]: each["why"] for each in told["failed"]}
    assert result.exit_code == 1
    assert list(why) == ["bad.csv", "cut.csv.gz", "locked.hipwalk"]
    assert why["bad.csv"].startswith("This is not a recorded walk.")
    assert "passphrase" in why["locked.hipwalk"]
    assert (told["n_walks"], told["n_analysed"]) == (7, 4)
    rows = {row["walk"]: row["why_not_analysed"] for row in _rows(tmp_path / "r/walks.csv")}
    assert {name: text for name, text in rows.items() if text} == why


def test_a_passphrase_in_a_file_opens_protected_walks(
    mixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "passphrase"
    told.write_text("spoken on the phone")
    monkeypatch.setenv(keys.PASSPHRASE_FILE_VARIABLE, str(told))
    result = _run(mixed / "locked.hipwalk", "--out", tmp_path / "r", "--workers", "1", "--json")
    assert json.loads(result.stdout)["n_analysed"] == 1


def test_a_slip_of_the_program_is_told_with_its_walk(
    walks: Path, tmp_path: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(cli_cohort, "result_of", slip)
    told = json.loads(_run(walks, "--out", tmp_path / "r", "--json").stdout)
    assert {"ZeroDivisionError" in each["why"] for each in told["failed"]} == {True}
    assert len(told["failed"]) == 3


def test_a_second_run_analyses_nothing_again(walks: Path, tmp_path: Path, calls: list[str]) -> None:
    _run(walks, "--out", tmp_path / "r")
    before = _bytes(tmp_path / "r")
    calls.clear()
    assert _run(walks, "--out", tmp_path / "r").exit_code == 0
    assert calls == []
    assert _bytes(tmp_path / "r") == before


def test_other_settings_are_analysed_anew(walks: Path, tmp_path: Path, calls: list[str]) -> None:
    _run(walks, "--out", tmp_path / "r")
    calls.clear()
    _run(walks, "--out", tmp_path / "r", "--limit-deg", "12")
    assert len(calls) == 3
    assert {row["n_over"] for row in _rows(tmp_path / "r/walks.csv")} != {""}


def test_half_a_part_is_analysed_anew(walks: Path, tmp_path: Path, calls: list[str]) -> None:
    _run(walks, "--out", tmp_path / "r")
    before = _bytes(tmp_path / "r")
    part = next((tmp_path / "r/.hipcoach-parts").iterdir())
    part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    calls.clear()
    _run(walks, "--out", tmp_path / "r")
    assert len(calls) == 1
    assert _bytes(tmp_path / "r") == before


def test_bad_files_are_tried_again(mixed: Path, tmp_path: Path, calls: list[str]) -> None:
    _run(mixed, "--out", tmp_path / "r")
    calls.clear()
    (mixed / "bad.csv").write_bytes((mixed / "one.csv").read_bytes())
    told = json.loads(_run(mixed, "--out", tmp_path / "r", "--json").stdout)
    assert calls == ["bad.csv", "cut.csv.gz", "locked.hipwalk"]
    assert told["n_analysed"] == 5


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(
    walks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(
        tasks: Iterator[Task], work: Work, n_workers: int
    ) -> Generator[tuple[Task, Outcome]]:
        task = next(tasks)
        yield task, work(task)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(cli_cohort, "in_processes", stopped)
        result = _run(walks, "--out", tmp_path / "r", "--workers", "1")
    assert result.exit_code == 130
    assert "1 of 3 walks are done and kept; the same command goes on" in result.stderr
    assert _names(tmp_path / "r") == {".hipcoach-parts"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent the POSIX way")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "killed"])
def test_a_run_that_is_ended_goes_on_to_the_same_bytes(
    walks: Path,
    tmp_path: Path,
    calls: list[str],
    monkeypatch: pytest.MonkeyPatch,
    kind: signal.Signals,
) -> None:
    """The whole group gets the signal, as in a terminal; nobody works on the code meanwhile."""
    monkeypatch.setattr("coach.cohort.task.code_sha256", str)
    code = "import coach.cohort.task as t; t.code_sha256 = str; from ui.main import main; main()"
    _run(walks, "--out", tmp_path / "whole")
    calls.clear()
    results = tmp_path / "r"
    command = [sys.executable, "-c", code, "analyze", str(walks)]
    process = subprocess.Popen(
        [*command, "--out", str(results), "--workers", "1"],
        stderr=subprocess.PIPE, text=True, cwd=_ROOT, start_new_session=True,
    )  # fmt: skip
    parts = results / ".hipcoach-parts"
    until_s = time.monotonic() + 30
    while not list(parts.glob("*.json")) and time.monotonic() < until_s:
        time.sleep(0.005)
    os.killpg(process.pid, kind)
    _, errors = process.communicate(timeout=30)
    n_kept = len(list(parts.glob("*.json")))
    assert n_kept >= 1
    assert "Traceback" not in errors
    _run(walks, "--out", results)
    assert len(calls) == 3 - n_kept
    assert _bytes(results) == _bytes(tmp_path / "whole")


def test_the_manifest_tells_versions_settings_and_digests(
    walks: Path, tmp_path: Path, calls: list[str]
) -> None:
    _run(walks, "--out", tmp_path / "r", "--leg-length", "0.9")
    told = json.loads((tmp_path / "r/manifest.json").read_text())
    assert {"Python", "hipcoach", "numpy", "vqf", "code"} <= set(told["versions"])
    assert told["settings"]["leg_length_m"] == 0.9
    of_one = next(each for each in told["walks"] if each["walk"] == "one.csv")
    assert of_one["sha256"] == {
        name: hashlib.sha256((walks / name).read_bytes()).hexdigest()
        for name in ("one.csv", "one.json")
    }
    assert set(told["outputs"]) == _names(tmp_path / "r") - {
        "manifest.json",
        ".hipcoach-parts",
    }


def test_every_column_has_a_meaning(walks: Path, tmp_path: Path, calls: list[str]) -> None:
    _run(walks, "--out", tmp_path / "r")
    for table in ("strides", "walks"):
        told = json.loads((tmp_path / f"r/{table}.columns.json").read_text())
        assert list(told) == list(_rows(tmp_path / f"r/{table}.csv")[0])


def test_the_summary_shows_figures_plots_and_reasons(
    mixed: Path, tmp_path: Path, here: list[str]
) -> None:
    _run(mixed, "--out", tmp_path / "r")
    page = (tmp_path / "r/summary.html").read_text(encoding="utf-8")
    assert "<strong>bad.csv</strong>: This is not a recorded walk." in page
    assert page.count("data:image/svg+xml") == 5
    assert "Peak thigh extension of scored strides" in page


def test_without_matplotlib_the_tables_stay_open_and_a_sentence_says_what_to_do(
    walks: Path, tmp_path: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "coach.cohort.plots", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = _run(walks, "--out", tmp_path / "r")
    page = (tmp_path / "r/summary.html").read_text(encoding="utf-8")
    assert "hipcoach[lab]" in result.stderr
    assert "<img" not in page
    assert "<details open>" in page


def test_a_folder_with_other_things_is_left_alone(
    walks: Path, tmp_path: Path, calls: list[str]
) -> None:
    (tmp_path / "walks.csv").write_text("mine")
    result = _run(walks, "--out", tmp_path)
    assert result.exit_code == 1
    assert "Name an empty or a new folder" in result.stderr
    assert calls == []
    assert (tmp_path / "walks.csv").read_text() == "mine"


def test_a_folder_without_walks_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = _run(tmp_path / "empty", "--out", tmp_path / "r")
    assert result.exit_code == 1
    assert "no walks" in result.stderr
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--workers", "2"),
        ("--scheduler", "tcp://localhost:1"),
        ("--out", "r", "--known-distance", "1:2:3"),
        ("--out", "r", "--workers", "2", "--scheduler", "tcp://localhost:1"),
        ("--out", "r", "--workers", "0"),
    ],
    ids=" ".join,
)
def test_options_that_do_not_fit_together_are_refused(
    walks: Path, options: tuple[str, ...]
) -> None:
    assert _run(walks, *options).exit_code == 2


def test_parquet_holds_what_the_csv_holds(walks: Path, tmp_path: Path, calls: list[str]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason='needs the extra "lab"')
    _run(walks, "--out", tmp_path / "r", "--limit-deg", "15")
    for table in ("strides", "walks"):
        read = parquet.read_table(tmp_path / f"r/{table}.parquet").to_pylist()
        told = _rows(tmp_path / f"r/{table}.csv")
        assert [row["walk"] for row in read] == [row["walk"] for row in told]
        assert [{name: value is None for name, value in row.items()} for row in read] == [
            {name: value == "" for name, value in row.items()} for row in told
        ]
        name = "walking_speed_mps" if table == "strides" else "median_walking_speed_mps"
        assert [row[name] for row in read] == [float(row[name]) for row in told]


@pytest.mark.filterwarnings("default")
def test_a_cluster_gives_the_same_bytes(mixed: Path, tmp_path: Path, here: list[str]) -> None:
    distributed = pytest.importorskip("distributed", reason='needs the extra "cluster"')
    _run(mixed, "--out", tmp_path / "1")
    with distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster:
        _run(mixed, "--out", tmp_path / "2", "--scheduler", cluster.scheduler_address)
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2")


def test_without_dask_a_sentence_says_what_to_install(
    walks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "coach.cohort.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = _run(walks, "--out", tmp_path / "r", "--scheduler", "tcp://localhost:1")
    assert result.exit_code == 1
    assert "hipcoach[cluster]" in result.stderr
