"""The rules of the house that no linter holds."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import click

import coach.cli
import ui.main

_ROOT = Path(__file__).parent.parent


def _modules_loaded_by(module: str) -> set[str]:
    """Names in `sys.modules` of a fresh Python that imported `module`."""
    code = f"import sys, {module}; print(*sys.modules)"
    python = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    return set(python.stdout.split())


def _typed(command: click.Command, words: str = "") -> list[str]:
    """What a person types after the program's name for `command` or for each command below it."""
    if not isinstance(command, click.Group):
        return [words]
    context = click.Context(command)
    return [
        typed
        for name in command.list_commands(context)
        if (child := command.get_command(context, name)) is not None
        for typed in _typed(child, f"{words} {name}")
    ]


def test_numpy_users_load_no_window_radio_or_database() -> None:
    heavy = {
        "PySide6",
        "shiboken6",
        "pyqtgraph",
        "bleak",
        "sqlite3",
        "sqlcipher3",
        "scipy",
        "pandas",
    }
    assert not heavy & _modules_loaded_by("coach.gait.pipeline")


def test_the_command_line_loads_no_window_before_it_is_asked_for() -> None:
    assert not {"PySide6", "pyqtgraph", "bleak", "vqf"} & _modules_loaded_by("ui.main")


def test_every_command_is_in_the_readme() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    groups = {
        thing
        for module in (coach.cli, ui.main)
        for thing in vars(module).values()
        if isinstance(thing, click.Group)
    }
    typed = {words for group in groups for words in _typed(group)}
    told = {words for words in typed if re.search(rf"(\./run|hipcoach){words}\b", readme)}
    assert typed - told == set()


def test_package_files_hold_a_docstring_at_most() -> None:
    packages = ("assets", "coach", "sensors", "ui")
    inits = [init for package in packages for init in (_ROOT / package).rglob("__init__.py")]
    statements = {str(init.relative_to(_ROOT)): ast.parse(init.read_bytes()).body for init in inits}
    assert {name: len(body) for name, body in statements.items() if len(body) > 1} == {}


def _texts(path: Path) -> set[str]:
    """Every string in a module that is not a docstring."""
    tree = ast.parse(path.read_bytes())
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    }


def test_only_the_lab_knows_references() -> None:
    modules = [p for package in ("coach", "sensors", "ui") for p in (_ROOT / package).rglob("*.py")]
    knowing = {
        str(path.relative_to(_ROOT))
        for path in modules
        if any(".truth" in text and " " not in text for text in _texts(path))
    }
    assert knowing == {"coach/lab/reference.py"}


def test_whether_somebody_has_a_home_is_known_without_opening_anything() -> None:
    assert not {"cryptography", "sqlite3", "msgspec", "numpy"} & _modules_loaded_by(
        "coach.records.folders"
    )
