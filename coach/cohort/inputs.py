"""The walks of a cohort: found in folders, named, and known by what is in their files."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from coach.cohort.parts import is_results_folder
from sensors.errors import RecordingError
from sensors.imports.recognise import other_half
from sensors.recording import sidecar_path

_WALK_ENDINGS = (".csv", ".csv.gz", ".hipwalk")
_TEXT_ENDINGS = (".csv", ".txt")
_WITH_ALL_BESIDE = "metadata.csv"  # Sensor Logger: one walk over all texts of a folder


class Input(NamedTuple):
    """A walk's file, by the name that the tables call it; a folder is one that cannot be read."""

    name: str
    path: Path


def found(paths: Iterable[Path], results: Path) -> list[Input]:
    """Walks at these paths and in the folders among them at any depth, by name.

    A name is the path below what all have in common. In folders walks are told by their ending;
    hidden ones, links to folders and what a cohort wrote are passed over.
    """
    absolute = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - links stay links
    results = Path(os.path.abspath(results))  # noqa: PTH100
    roots = [path if path.is_dir() else path.parent for path in absolute]
    common = _common(roots)
    files: set[Path] = set()
    for path in absolute:
        files.update(_walks_below(path, results) if path.is_dir() else [path])
    return sorted(Input(_name(path, common), path) for path in files)


def digests_of(path: Path) -> dict[str, str]:
    """SHA-256 of a walk's file and of each that belongs to it beside it, by name, its own first.

    Empty where one cannot be read.
    """
    try:
        parts = (path, *_beside(path)) if path.is_file() else ()
        return {part.name: _sha256(part) for part in parts}
    except (OSError, RecordingError):
        return {}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _walks_below(folder: Path, results: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    tree = os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename)))
    for place, folders, names in tree:
        here = Path(place)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and here / name != results
            and not is_results_folder(here / name)
        ]
        yield from (here / name for name in names if _is_walk(here / name))
    yield from unreadable


def _is_walk(path: Path) -> bool:
    """Whether a file is called like a walk; pipes and devices are none, broken links are told."""
    is_named = path.name.lower().endswith(_WALK_ENDINGS) and not path.name.startswith(".")
    return is_named and (path.is_file() or path.is_symlink())


def _beside(path: Path) -> list[Path]:
    """Files that an analysis reads together with this one."""
    parts = [sidecar_path(path)]
    if path.suffix == ".hipwalk":
        parts = [path.with_name(f"{path.name}{end}") for end in ("-wal", "-journal")]
    elif path.suffix.lower() in _TEXT_ENDINGS:
        parts += _texts_beside(path)
    return [part for part in parts if part.is_file() and part != path]


def _texts_beside(path: Path) -> list[Path]:
    if any((path.parent / name).exists() for name in (_WITH_ALL_BESIDE, "Metadata.csv")):
        return sorted(each for each in path.parent.iterdir() if each.suffix in _TEXT_ENDINGS)
    other = other_half(path)
    return [] if other is None else [other]


def _common(roots: list[Path]) -> Path | None:
    try:
        return Path(os.path.commonpath(roots))
    except ValueError:  # on several drives
        return None


def _name(path: Path, common: Path | None) -> str:
    name = (path if common is None else path.relative_to(common)).as_posix()
    return name.encode("utf-8", "backslashreplace").decode()  # names need not be text
