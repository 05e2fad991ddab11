"""The start script, in a folder with a blank in its name and with stand-ins for slow tools."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_NOTE = 'echo "${0##*/} $*" >>"$NOTES"\n'
_UV = f"""{_NOTE}sleep 0.2
mkdir -p .venv/bin
ln -sf '{sys.executable}' .venv/bin/python
printf '#!/bin/sh\\nprintf "<%%s>" "$@"\\n' >.venv/bin/hipcoach
chmod +x .venv/bin/hipcoach
"""
_DPKG_QUERY = """for name in $(sed -n '/^packages=/,/^"/p' scripts/setup.sh | grep -v '"'); do
    [ "$name" = "$LACKING" ] || printf 'installed:%s ' "$name"
done
"""


class Computer:
    """A computer with a copy of the project, whose slow tools only note that they were called."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "hip coach"
        self.tools = folder / "tools"
        self.environment = {
            "PATH": f"{self.tools}:{os.environ['PATH']}",
            "NOTES": str(folder / "notes"),
            "LACKING": "",
        }
        for name in ("run", "scripts/setup.sh", "scripts/uv.txt", "pyproject.toml", "uv.lock"):
            (self.project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(_ROOT / name, self.project / name)
        for package in ("assets", "coach", "sensors", "ui"):
            (self.project / package).mkdir()
        self.put("tools/python3", f"exec '{sys.executable}' \"$@\"\n")
        self.put("tools/dpkg-query", _DPKG_QUERY)
        self.put("tools/apt-get", _NOTE)
        self.put("tools/id", "echo 0\n")
        self.put("hip coach/.tools/uv/bin/uv", _UV)
        shutil.copy(self.project / "scripts/uv.txt", self.project / ".tools/uv/pin")

    def put(self, name: str, script: str) -> None:
        """Make an executable of that name."""
        path = self.project.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}")
        path.chmod(0o755)

    def start(self, *arguments: str, program: Path | None = None) -> "subprocess.Popen[str]":
        """A started ./run, in another folder than the project's."""
        return subprocess.Popen(
            [program or self.project / "run", *arguments],
            cwd=self.tools,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, program: Path | None = None) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of ./run."""
        started = self.start(*arguments, program=program)
        output, errors = started.communicate(timeout=60)
        return started.returncode, output, errors

    def tools_called(self) -> list[str]:
        """The slow tools called so far, each with its first argument."""
        notes = Path(self.environment["NOTES"])
        lines = notes.read_text().splitlines() if notes.exists() else []
        return [" ".join(line.split()[:2]) for line in lines]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer with every Debian package and no environment."""
    return Computer(tmp_path)


def test_only_the_program_writes_to_standard_output(computer: Computer) -> None:
    assert computer.run("analyze", "my walk.csv")[:2] == (0, "<analyze><my walk.csv>")


def test_a_second_start_says_and_does_nothing(computer: Computer) -> None:
    computer.run()
    assert (computer.run("--help"), computer.tools_called()) == ((0, "<--help>", ""), ["uv sync"])


def test_a_link_to_the_script_starts_the_same_program(computer: Computer) -> None:
    link = computer.tools / "hip"
    link.symlink_to(computer.project / "run")
    assert computer.run("walk", program=link)[:2] == (0, "<walk>")


def test_two_first_starts_at_once_build_one_environment(computer: Computer) -> None:
    both = [computer.start(), computer.start()]
    codes = [started.wait(timeout=60) for started in both]
    for started in both:
        started.communicate()
    assert (codes, computer.tools_called()) == ([0, 0], ["uv sync"])


def test_a_changed_lock_brings_the_environment_up_to_date(computer: Computer) -> None:
    computer.run()
    with (computer.project / "uv.lock").open("a") as lock:
        lock.write("\n")
    computer.run()
    assert computer.tools_called() == ["uv sync", "uv sync"]


def test_an_environment_left_half_made_is_made_anew(computer: Computer) -> None:
    computer.put("hip coach/.tools/uv/bin/uv", f"{_UV}touch .venv/half\nkill -9 $PPID\n")
    assert computer.run()[0] != 0
    computer.put("hip coach/.tools/uv/bin/uv", _UV)
    assert computer.run()[0] == 0
    assert not (computer.project / ".venv/half").exists()


def test_a_moved_folder_gets_an_environment_of_its_own(computer: Computer) -> None:
    computer.run()
    (computer.project / ".venv/old").touch()
    computer.project = computer.project.rename(computer.project.with_name("moved here"))
    assert computer.run("walk")[:2] == (0, "<walk>")
    assert not (computer.project / ".venv/old").exists()


def test_root_gets_the_missing_package_installed(computer: Computer) -> None:
    computer.environment["LACKING"] = "libgl1"
    computer.run()
    assert computer.tools_called() == ["apt-get update", "apt-get install", "uv sync"]


def test_without_permission_it_names_the_one_line_to_run(computer: Computer) -> None:
    computer.environment["LACKING"] = "libgl1"
    computer.put("tools/id", "echo 1000\n")
    computer.put("tools/sudo", "exit 1\n")
    code, output, errors = computer.run()
    line = "apt-get update && apt-get install -y --no-install-recommends libgl1"
    assert (code, output, computer.tools_called()) == (1, "", [])
    assert line in [said.strip() for said in errors.splitlines()]


def test_without_a_fit_python_it_says_which_ones_would_do(computer: Computer) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        computer.put(f"tools/{name}", "exit 127\n")
    code, output, errors = computer.run()
    assert (code, output) == (1, "")
    assert "Python 3.11, 3.12 or 3.13" in errors
