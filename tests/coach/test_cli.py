import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.care.limits import Limit
from coach.cli import OPENS_HOME, commands
from coach.coach import CoachSettings
from coach.commands.sources import SIMULATION
from coach.keeping import Keeping
from coach.records.folders import walks_folder
from coach.records.library import Library
from coach.records.places import Place, new_walk_path, tidy
from coach.records.recovery import CutOff
from coach.records.schema import WalkState
from coach.records.store import GapReason
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind
from sensors.source import Source
from tests.coach.walks import walked, write_csv

_ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def walk_csv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five seconds of standing and fifteen of walking, as a recorded walk."""
    return write_csv(tmp_path_factory.mktemp("walks") / "walk.csv.gz", walked(15.0))


def _run(*arguments: str | Path, obj: object = None) -> Result:
    return CliRunner(catch_exceptions=False).invoke(
        commands, [str(argument) for argument in arguments], obj=obj
    )


def _process(*arguments: str | Path) -> subprocess.Popen[str]:
    python = [sys.executable, "-c", "from ui.main import main; main()", *map(str, arguments)]
    return subprocess.Popen(
        python, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=_ROOT
    )


def test_analyze_json_is_one_line_a_file(walk_csv: Path) -> None:
    result = _run("analyze", walk_csv, walk_csv, "--json")
    lines = result.stdout.splitlines()
    assert [json.loads(line)["recording"] for line in lines] == [str(walk_csv)] * 2
    assert len(json.loads(lines[0])["strides"]) > 8


def test_analyze_shows_a_table(walk_csv: Path) -> None:
    result = _run("analyze", walk_csv)
    assert result.exit_code == 0
    assert "strides in 0:20.0" in result.stdout


def test_a_bad_file_is_told_and_the_others_are_analysed(walk_csv: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("nothing\n")
    result = _run("analyze", bad, tmp_path / "none.hipwalk", walk_csv, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        str(bad),
        str(tmp_path / "none.hipwalk"),
    ]


def test_the_leg_length_told_wins(walk_csv: Path) -> None:
    line = _run("analyze", walk_csv, "--json", "--leg-length", "0.5").stdout
    assert json.loads(line)["leg_length_m"] == 0.5


def test_a_known_distance_changes_later_lengths_only(walk_csv: Path) -> None:
    def strides(*options: str) -> list[dict[str, float]]:
        found: list[dict[str, float]] = json.loads(
            _run("analyze", walk_csv, "--json", *options).stdout
        )["strides"]
        return found

    plain, told = strides(), strides("--known-distance", "8.0:13.0:8.0")
    changed = [
        a["end_s"] for a, b in zip(plain, told, strict=True)
        if a["stride_length_m"] != b["stride_length_m"]
    ]  # fmt: skip
    assert changed
    assert min(changed) > 13.0


@pytest.mark.parametrize(
    "options",
    [
        ("--leg-length", "nan"),
        ("--leg-length", "88"),
        ("--limit-deg", "inf"),
        ("--limit-m", "-1"),
        ("--known-distance", "1:2"),
        ("--known-distance", "5:2:10"),
        ("--known-distance", "1:2:nan"),
    ],
    ids=" ".join,
)
def test_numbers_that_cannot_be_are_refused_before_any_work(
    walk_csv: Path, options: tuple[str, str]
) -> None:
    result = _run("analyze", walk_csv, *options)
    assert result.exit_code == 2
    assert options[1] in result.stderr


def test_analyze_needs_no_window_database_or_radio() -> None:
    code = (
        "import sys; from coach.cli import commands; import coach.analysis, sensors.recording;"
        "print({'PySide6', 'sqlite3', 'bleak', 'scipy', 'pandas'} & set(sys.modules))"
    )
    python = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    assert python.stdout.strip() == "set()"


def test_a_terminal_walk_tells_each_stride_and_sums_up(walk_csv: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept.hipwalk"
    result = _run("walk", "--source", walk_csv, "--speed", "0", "--out", out)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    with WalkFile.open(out) as kept:
        n_strides = len(kept.strides())
    assert sum("±" in line for line in lines) == n_strides > 8
    assert "\r" not in result.stdout
    assert lines[-1] == f"Kept in {out}"


def test_a_kept_walk_is_analysed_as_its_recording(walk_csv: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept.hipwalk"
    _run("walk", "--source", walk_csv, "--speed", "0", "--out", out)
    recorded, kept = (
        json.loads(_run("analyze", file, "--json").stdout)["strides"] for file in (walk_csv, out)
    )
    assert recorded == kept != []


def test_a_walk_is_kept_in_the_person_s_own_folder(walk_csv: Path) -> None:
    _run("walk", "--source", walk_csv, "--speed", "0")
    (kept,) = walks_folder().iterdir()
    assert kept.suffix == ".hipwalk"
    assert walks_folder().stat().st_mode & 0o777 == 0o700


def test_a_walk_that_was_cut_off_needs_its_sensor_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(folder: Path, now: datetime, kind: StreamKind) -> CutOff:
        return CutOff(folder / "a.hipwalk", now, 60.0)

    monkeypatch.setattr("coach.records.recovery.newest_cut_off", cut_off)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    result = _run("walk", "--continue", "--terminal")
    assert "Say which sensor" in result.stderr


def test_no_file_is_written_over(walk_csv: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.hipwalk"
    out.write_bytes(b"mine")
    result = _run("walk", "--source", walk_csv, "--speed", "0", "--out", out)
    assert (result.exit_code, out.read_bytes()) == (1, b"mine")
    assert "There is a file with this name already." in result.stderr


def test_a_source_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = _run("walk", "--source", tmp_path / "none.csv")
    assert result.exit_code == 1
    assert "This file is not there." in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_walk_with_a_summary_and_all_kept(
    walk_csv: Path, tmp_path: Path, ending: signal.Signals
) -> None:
    out = tmp_path / "kept.hipwalk"
    with _process("walk", "--source", walk_csv, "--out", out) as walking:
        assert walking.stdout is not None
        assert "standing" in walking.stdout.readline()
        walking.send_signal(ending)
        said, errors = walking.communicate()
    assert (walking.returncode, errors) == (0, "")
    assert said.splitlines()[-1] == f"Kept in {out}"
    with WalkFile.open(out) as kept:
        assert not kept.is_unfinished


class _Window:
    """Remembers what was to be shown."""

    def __call__(
        self,
        prepare: Callable[[], tuple[Source, CoachSettings, Place | None]],
        *,
        kind: StreamKind,
        limit: Limit | None,
        speed: float,
        keeping: Keeping | None = None,
    ) -> int:
        source, _, place = prepare()
        self.shown = source.info.name, limit, speed, kind
        self.is_kept = place is not None
        return 7

    def ask_to_read(self, path: Path) -> None:
        self.asked_for = path.name


def test_with_a_display_a_walk_goes_to_the_window(
    walk_csv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    window = _Window()
    result = _run("walk", "--source", walk_csv, "--limit-deg", "12", obj=window)
    name, limit, speed, kind = window.shown
    assert (result.exit_code, name, speed, kind) == (7, "walk", 1.0, StreamKind.RECORDING)
    assert limit is not None
    assert limit.extension_deg == 12.0


def test_a_window_may_ask_for_the_passphrase_before_the_file_is_opened(
    walk_csv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    window = _Window()
    _run("walk", "--source", walk_csv, obj=window)
    assert window.asked_for == walk_csv.name


def test_without_a_command_the_simulated_walker_comes_with_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    window = _Window()
    assert _run(obj=window).exit_code == 7
    name, limit, _, kind = window.shown
    assert (name, kind) == ("simulated walker", StreamKind.SIMULATION)
    assert limit is not None
    assert window.is_kept


@pytest.mark.skipif(sys.platform != "linux", reason="a display is in the environment on Linux only")
@pytest.mark.parametrize(("display", "options"), [("", ()), (":1", ("--terminal",))])
def test_the_terminal_serves_without_a_display_or_when_asked_for(
    walk_csv: Path,
    monkeypatch: pytest.MonkeyPatch,
    display: str,
    options: tuple[str, ...],
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    result = _run("walk", "--source", walk_csv, "--speed", "0", *options, obj=_Window())
    assert "Walk ended after 0:20.0" in result.stdout


def test_two_walks_in_one_second_have_two_names() -> None:
    now = datetime(2026, 1, 2, 3, 4, 5).astimezone()
    new_walk_path(now).touch()
    assert new_walk_path(now).name == "2026-01-02_03-04-05_2.hipwalk"


def test_of_simulated_walks_only_the_newest_stay() -> None:
    for _ in range(7):
        result = _run("walk", "--source", SIMULATION, "--speed", "0")
        assert result.exit_code == 0
    assert len(list(walks_folder().iterdir())) == 5


def test_a_real_walk_is_never_tidied_away(walk_csv: Path) -> None:
    folder = walks_folder()
    folder.mkdir(parents=True)
    for n in range(7):
        name = folder / f"2026-01-0{n + 1}-simulated.hipwalk"  # by its name only
        _run("walk", "--source", walk_csv, "--speed", "0", "--out", name)
    tidy(folder)
    assert len(list(folder.iterdir())) == 7


def test_walks_that_were_cut_off_are_recovered_before_the_next(walk_csv: Path) -> None:
    with _process("walk", "--source", walk_csv) as walking:
        assert walking.stdout is not None
        walking.stdout.readline()
        (kept,) = walks_folder().glob("*.hipwalk")
        walking.kill()
    result = _run("walk", "--source", walk_csv, "--speed", "0")
    assert f"is safe in {kept}" in result.stderr
    assert not list(walks_folder().glob("*-wal"))
    assert len(list(walks_folder().iterdir())) == 2
    assert os.environ["XDG_DATA_HOME"] in str(kept)


def test_a_walk_that_was_cut_off_goes_on_in_the_same_file(walk_csv: Path) -> None:
    with _process("walk", "--source", walk_csv) as walking:
        assert walking.stdout is not None
        walking.stdout.readline()
        (kept,) = walks_folder().glob("*.hipwalk")
        walking.kill()
    result = _run("walk", "--source", walk_csv, "--speed", "0", "--continue")
    assert result.exit_code == 0, result.output
    assert f"Kept in {kept}" in result.stdout
    with WalkFile.open(kept) as walk:
        assert walk.state is WalkState.ENDED
        assert [gap.reason for gap in walk.gaps()] == [GapReason.CUT_OFF]


def test_where_no_walk_was_cut_off_there_is_none_to_go_on_with(walk_csv: Path) -> None:
    result = _run("walk", "--source", walk_csv, "--continue")
    assert result.exit_code == 1
    assert "no walk that was cut off" in result.stderr


class _Windows:
    """Windows that somebody leaves for a home of their own."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def __call__(self, _prepare: object, **options: object) -> int:
        self.shown.append(str(options["kind"]))
        return OPENS_HOME

    def home(self) -> int:
        self.shown.append("home")
        return 0


def test_from_the_simulated_walk_one_button_leads_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    windows = _Windows()
    assert _run("walk", obj=windows).exit_code == 0
    assert windows.shown == ["simulation", "home"]


def test_once_somebody_has_a_home_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    windows = _Windows()
    Library.open().close()
    assert _run(obj=windows).exit_code == 0
    assert windows.shown == ["home"]
