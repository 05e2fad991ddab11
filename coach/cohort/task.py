"""What a worker is given: one walk, what it is analysed by, and which program may do it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import machine, python_version, system
from typing import NamedTuple

_PACKAGES = ("hipcoach", "numpy", "vqf")
_CODE = ("coach", "sensors")


@dataclass(frozen=True, slots=True)
class CohortSettings:
    """What all walks of a cohort are analysed by; what is None is as each walk tells it."""

    leg_length_m: float | None = None
    limit_deg: float | None = None
    limit_m: float | None = None


class Task(NamedTuple):
    """One walk to analyse.

    Attributes
    ----------
    name : str
        What the tables call the walk.
    key : str
        Of its result: the same file, settings and program give the same; empty where the file
        cannot be read.
    program : str
        Fingerprint of the program that may analyse it.
    """

    name: str
    path: Path
    settings: CohortSettings
    key: str
    program: str


def task_of(name: str, path: Path, settings: CohortSettings, digests: Mapping[str, str]) -> Task:
    """The task of a walk whose files have these digests; their names do not matter."""
    program = fingerprint()
    text = json.dumps([list(digests.values()), asdict(settings), program])
    key = "" if not digests else hashlib.sha256(text.encode()).hexdigest()
    return Task(name, path, settings, key, program)


def versions() -> dict[str, str]:
    """Everything that results depend on besides walks and settings."""
    told = {"Python": python_version(), "system": f"{system()} {machine()}"}
    for package in _PACKAGES:
        try:
            told[package] = version(package)
        except PackageNotFoundError:
            told[package] = "not installed"
    return {**told, "code": code_sha256()}


def fingerprint() -> str:
    """Name of this program and of what it stands on; another one may give other results."""
    return hashlib.sha256(json.dumps(versions()).encode()).hexdigest()


@cache
def code_sha256() -> str:
    """Digest of the code: while it is worked on, it changes and the version does not."""
    root = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for package in _CODE:
        for path in sorted((root / package).rglob("*.py")):
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
