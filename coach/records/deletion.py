"""Deletes walks and people for good: what will go is listed first, keys go before files."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from coach.care.long_stride_state import TestState
from coach.records.entries import Person, WalkNote
from coach.records.errors import KeepingError, RecordFault, not_written
from coach.records.folders import walks_folder
from coach.records.holder import holder_of
from coach.records.keys import BESIDE, sidecar_of
from coach.records.library import Library
from coach.records.schema import is_held_elsewhere, is_held_here


def files_of(path: Path) -> tuple[Path, ...]:
    """Every file there is of a walk, its key file first; also copies made before a migration."""
    beside = [sidecar_of(path), path, *(path.with_name(f"{path.name}{end}") for end in BESIDE)]
    backups = sorted((path.parent / "backups").glob(f"{path.stem}-version-*"))
    keys_first = sorted(backups, key=lambda file: file.suffix != ".key")
    return tuple(file for file in (*beside, *keys_first) if file.exists())


def files_of_person(library: Library, person: Person) -> tuple[Path, ...]:
    """Every file there is of a person: of their walks, and copies of the library."""
    listed = {walk.path: walk.person_id for walk in library.walks()}
    walks = [path for path, owner in listed.items() if owner == person.id]
    named = {noted.entry.walk for noted in library.entries(person, WalkNote)}
    for test in library.entries(person, TestState):
        named |= {bout.walk for bout in test.entry.bouts}
    for name in sorted(named - {""}):  # of walks that did not get into the list
        path = walks_folder() / Path(name).name
        if listed.get(path) is None and path not in walks:
            walks.append(path)
    copies = sorted((library.path.parent / "backups").glob(f"{library.path.stem}-version-*"))
    return (*(file for walk in walks for file in files_of(walk)), *copies)


def delete_files(files: Iterable[Path]) -> None:
    """Delete files in this order; what shreds the others is overwritten first.

    Raises
    ------
    KeepingError
        When one of them is a walk that is being recorded (then none is deleted), or when one
        cannot be deleted.
    """
    files = tuple(files)
    for file in files:
        if file.suffix == ".hipwalk":
            _refuse_recording(file)
    for file in files:
        try:
            if file.suffix == ".key":
                _overwrite(file)
            file.unlink(missing_ok=True)
        except OSError as error:
            raise KeepingError(not_written(error), file=str(file), cause=error.strerror) from error


def _refuse_recording(path: Path) -> None:
    with suppress(FileNotFoundError):
        is_held = is_held_here(path)
        if not is_held:
            with path.open("rb") as file:
                is_held = is_held_elsewhere(file.fileno())
        if is_held:
            raise KeepingError(RecordFault.IN_USE, file=path.name, held_by=holder_of(path))


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
