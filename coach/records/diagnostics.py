"""What whoever mends the program needs to know of this computer: nothing of anybody's health."""

import json
import platform
import shutil
import sqlite3
import stat
import sys
import zipfile
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from coach.records.errors import ProtectionError
from coach.records.exchange.new_files import new_outputs
from coach.records.folders import data_folder, walks_folder
from coach.records.keys import read_vault
from coach.records.places import plain_mark, vault_path
from coach.records.schema import is_plain

_PACKAGES = (
    "hipcoach",
    "bleak",
    "click",
    "cryptography",
    "keyring",
    "msgspec",
    "numpy",
    "platformdirs",
    "pyqtgraph",
    "PySide6-Essentials",
    "sqlcipher3",
    "vqf",
)


def facts() -> dict[str, Any]:
    """Versions, counts and sizes; no name, no date of a walk, no path."""
    return {
        "python": sys.version.split()[0],
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "sqlite": sqlite3.sqlite_version,
        "packages": {name: _version(name) for name in _PACKAGES},
        "keyring": _keyring(),
        "vault": _vault(),
        "keeps_plain": plain_mark().exists(),
        "data_folder": _folder(data_folder()),
        "walks_folder": _folder(walks_folder()),
    }


def write(path: Path) -> None:
    """Write the facts as a zip, and in it a page that says what it holds.

    Raises
    ------
    KeepingError
        When there is a file of that name, or it cannot be written.
    """
    page = (
        "Versions of Hip Coach and of what it stands on, and how many files of which size it "
        "keeps. No walk, no name, no date, no path and no sensor is in here.\n"
    )
    with new_outputs(path) as (place,), zipfile.ZipFile(place, "x", zipfile.ZIP_DEFLATED) as file:
        file.writestr("READ_ME.txt", page)
        file.writestr("facts.json", json.dumps(facts(), indent=1))


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _keyring() -> str:
    import keyring

    return type(keyring.get_keyring()).__module__


def _vault() -> str:
    try:
        vault = read_vault(vault_path())
    except ProtectionError as error:
        return str(error.fault)
    if vault is None:
        return "none"
    return "keyring alone" if vault.recovery is None else "passphrase"


def _folder(folder: Path) -> dict[str, Any] | None:
    """How many files of which kind and size are in a folder, and who may look into it."""
    if not folder.is_dir():
        return None
    files = [file for file in folder.iterdir() if file.is_file()]
    return {
        "mode": oct(stat.S_IMODE(folder.stat().st_mode)),
        "free_bytes": shutil.disk_usage(folder).free,
        "files": dict(Counter(_kind(file) for file in files)),
        "largest_bytes": max((file.stat().st_size for file in files), default=0),
        "open_to_others": sum(bool(file.stat().st_mode & 0o077) for file in files),
    }


def _kind(file: Path) -> str:
    kind = "".join(c for c in file.suffix if c.isalnum() or c in ".-_")[:16]
    if file.suffix != ".hipwalk":
        return kind
    try:
        with file.open("rb") as opened:
            return f"{kind} {'plain' if is_plain(opened.read(16)) else 'protected'}"
    except OSError:
        return f"{kind} unreadable"
