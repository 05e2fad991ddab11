import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coach.cli import commands
from coach.commands.lab import Progress
from coach.lab import folder, robustness, simulated, trial, ways
from coach.lab.comparison import Comparison
from coach.lab.simulated import Breadth, comparison_of
from tests.coach.lab.walks import lab_walk, write_lab_walk


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("walks")
    write_lab_walk(place, "good", lab_walk(12.0))
    return place


@pytest.fixture
def mixed(walks: Path, tmp_path: Path) -> Path:
    """A good walk between bad ones."""
    for path in walks.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "a_bad.csv").write_text("nothing\n")
    (tmp_path / "a_bad.truth.json").write_text('{"strides": []}')
    (tmp_path / "z_bad.csv").write_bytes((walks / "good.csv").read_bytes())
    (tmp_path / "z_bad.truth.json").write_text("{")
    (tmp_path / "gone.truth.json").write_text('{"strides": []}')
    return tmp_path


def _run(*arguments: str | Path) -> Result:
    return CliRunner(catch_exceptions=False).invoke(commands, ["evaluate", *map(str, arguments)])


def test_figures_are_shown_with_what_they_must_be(walks: Path) -> None:
    result = _run(walks)
    assert result.exit_code == 0
    assert "Strides found, F1" in result.stdout
    assert "must ≥ 0.995" in result.stdout


def test_json_is_one_object(walks: Path) -> None:
    told = json.loads(_run(walks, "--json").stdout)
    assert told["groups"]["walks"]["f1"] == 1.0
    assert set(told["versions"]) == {"Python", "hipcoach", "numpy", "vqf", "matplotlib"}


def test_bad_walks_are_told_and_never_stop_the_rest(mixed: Path) -> None:
    result = _run(mixed, "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [broken["name"] for broken in told["broken"]] == ["a_bad", "gone", "z_bad"]
    assert told["groups"]["walks"]["n_walks"] == 1
    assert "Traceback" not in result.stderr


def test_progress_counts_the_walks(mixed: Path) -> None:
    lines = _run(mixed).stderr.splitlines()
    assert [line.split()[0] for line in lines if "/" in line[:3]] == ["1/4", "2/4", "3/4", "4/4"]


def test_in_a_terminal_what_is_being_done_stays_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress()
    progress.doing("grid: 1 of 2")
    progress.doing("grid: 2 of 2")
    progress.done("")
    assert capsys.readouterr().err.split("\r\x1b[K") == ["", "grid: 1 of 2", "grid: 2 of 2", ""]


def test_where_nobody_watches_each_kind_of_work_is_told_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress = Progress()
    for what in ("grid: 1 of 2", "grid: 2 of 2", "drift: 1 of 1"):
        progress.doing(what)
    progress.done("")
    assert capsys.readouterr().err.splitlines() == ["grid", "drift"]


def test_a_slip_of_the_program_is_told_with_its_walk(
    walks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(one: object) -> Comparison:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(folder, "tried", slip)
    (broken,) = json.loads(_run(walks, "--json").stdout)["broken"]
    assert "ZeroDivisionError" in broken["why"]


def test_ctrl_c_shows_the_figures_so_far(mixed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, n = trial.tried, 0

    def interrupted(one: Any) -> Comparison:
        nonlocal n
        n += 1
        if n == 2:
            raise KeyboardInterrupt
        return real(one)

    (mixed / "z_bad.truth.json").write_bytes((mixed / "good.truth.json").read_bytes())
    monkeypatch.setattr(folder, "tried", interrupted)
    page = mixed / "page.html"
    result = _run(mixed, "--json", "--out", page)
    told = json.loads(result.stdout)
    assert result.exit_code == 130
    assert told["is_stopped"]
    assert told["groups"]["walks"]["n_walks"] == 1
    assert "stopped before its end" in page.read_text(encoding="utf-8")


def test_the_page_holds_tables_and_plots(walks: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert _run(walks, "--out", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "Strides found, F1" in text
    assert text.count("data:image/svg+xml") >= 3


def test_without_matplotlib_the_figures_stay_and_a_sentence_says_what_to_do(
    walks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "coach.lab.plots", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    page = tmp_path / "page.html"
    result = _run(walks, "--out", page)
    assert result.exit_code == 0
    assert "Strides found, F1" in result.stdout
    assert 'pip install "hipcoach[lab]"' in result.stderr
    assert "pip install &quot;hipcoach[lab]&quot;" in page.read_text(encoding="utf-8")


def test_a_folder_without_references_is_told(tmp_path: Path) -> None:
    result = _run(tmp_path)
    assert result.exit_code == 1
    assert "no walk with a reference" in result.stderr


def test_a_page_nowhere_is_refused_before_any_work(walks: Path, tmp_path: Path) -> None:
    result = _run(walks, "--out", tmp_path / "none" / "page.html")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_neither_folder_nor_simulation_is_refused() -> None:
    assert _run().exit_code == 2


def test_the_simulation_needs_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small = Breadth(1, 10, 1, 0.02, 1, 65.0, 1)
    grid = robustness.Grid((100.0,), (0.0,), (0.0,), ((0.0, 0.0),), 1, 12.0)

    def one_way(n_people: int, tell: simulated.Tell) -> Iterator[Comparison]:
        yield comparison_of(lab_walk(8.0), "usual")

    monkeypatch.setattr(simulated, "Breadth", lambda: small)
    monkeypatch.setattr(robustness, "Grid", lambda: grid)
    monkeypatch.setattr(ways, "ways_to_walk", one_way)
    page = tmp_path / "page.html"
    result = _run("--robustness", "--json", "--out", page)
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {row["verdict"] for row in told["simulated"]} <= {
        "",
        "not met",
        "must met",
        "aim reached",
    }
    assert told["robustness"][0]["rate_hz"] == 100.0
    assert "robustness" in result.stderr
    assert "simulated, n_people" in page.read_text(encoding="utf-8")
