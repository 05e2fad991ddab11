"""Everything about a person as one zip: profiles, limits, diary, exercises and every walk."""

import re
import shutil
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from coach.records.copies import share
from coach.records.entries import (
    ExerciseEntry,
    IndexedWalk,
    LegProfile,
    LimitEntry,
    PainEntry,
    Person,
)
from coach.records.errors import RecordError
from coach.records.exchange.new_files import new_outputs
from coach.records.exchange.outgoing import kept_walk
from coach.records.exchange.strides_csv import csv_line, write_strides_csv
from coach.records.library import Library
from coach.records.walk_file import WalkFile
from sensors.samples import Side

_UNSAFE = re.compile(r"[^\w.-]")
_FIRST_DAY = date(2000, 1, 1)
_README = """Everything Hip Coach keeps about {who}.

person.json              all that is not a walk, for programs
limits.csv               every limit there ever was, each leg's in force last
pain.csv                 the pain diary, 0 to 10
exercises.csv            exercises that were done
walks.csv                the list of the walks below
walks/NAME.hipwalk       a walk with its samples; read by: hipcoach import, analyze, walk --source
walks/NAME_strides.csv   its strides, one a row
walks/columns.json       unit and meaning of each column of the tables of strides

Walks: {n_walks}. Units stand at the end of names: _deg, _m, _s, _cm. Empty: not measured.
{about_names}
Nothing in here is encrypted: keep it where only you can read it.
"""
_AS_IT_IS = "Names, dates and remarks are in here as they were kept."
_PSEUDONYMOUS = """\
No name, remark or true day is in here. All days were moved by the same number, so that the first
is 2000-01-01; times of day are true. What a sensor said is as it came, with some models with its
serial number."""


class _Collected(msgspec.Struct, frozen=True):
    """What the library holds of a person."""

    person: Person
    profiles: dict[Side, LegProfile]
    limits: dict[Side, tuple[LimitEntry, ...]]
    pain: tuple[PainEntry, ...]
    exercises: tuple[ExerciseEntry, ...]


def write_person(
    path: Path,
    library: Library,
    person: Person,
    progress: Callable[[float], None],
    *,
    is_pseudonymous: bool = False,
) -> int:
    """Write all there is of a person, whole or not at all; return how many walks are in it.

    Parameters
    ----------
    path : path
        A file that is not there yet.
    progress : callable
        Told now and then which share is done, 0 to 1.
    is_pseudonymous : bool
        Without names, remarks and true days.

    Raises
    ------
    RecordError
        When a walk cannot be read (``walk`` in its details), there is a file of that name, or the
        disk does not take it.
    """
    walks = [walk for walk in library.walks() if walk.person_id == person.id]
    walks.sort(key=lambda walk: (walk.entry.started_at, walk.path))
    names = {walk.path: _name(n, walk.path, is_pseudonymous) for n, walk in enumerate(walks, 1)}
    collected = _of_walks(_collected(library, person), names, is_pseudonymous)
    days = timedelta()
    if is_pseudonymous:
        days = _until_first_day(collected, walks)
        collected = _nobody(collected, days)
    with new_outputs(path) as (place,), zipfile.ZipFile(place, "x") as target:
        _write_tables(target, collected)
        rows = [_walk_row(walk, names[walk.path], days, is_pseudonymous) for walk in walks]
        _put(target, "walks.csv", _table(rows).encode())
        for n_done, walk in enumerate(walks):
            progress(n_done / len(walks))
            try:
                _write_walk(target, walk.path, names[walk.path], place.parent, is_pseudonymous)
            except RecordError as error:
                error.details["walk"] = walk.path.name
                raise
        readme = _README.format(
            who=collected.person.pseudonym if is_pseudonymous else person.name,
            n_walks=len(walks),
            about_names=_PSEUDONYMOUS if is_pseudonymous else _AS_IT_IS,
        )
        _put(target, "README.txt", readme.encode())
    progress(1.0)
    return len(walks)


def _collected(library: Library, person: Person) -> _Collected:
    profiles = {side: library.profile(person, side) for side in Side}
    return _Collected(
        person,
        {side: profile for side, profile in profiles.items() if profile is not None},
        {side: library.limits(person, side) for side in Side},
        tuple(noted.entry for noted in library.entries(person, PainEntry)),
        tuple(noted.entry for noted in library.entries(person, ExerciseEntry)),
    )


def _name(n: int, path: Path, is_pseudonymous: bool) -> str:
    """What a walk is called in the zip: any computer can make a file of that name."""
    return f"{n:03}" if is_pseudonymous else f"{n:03}_{_UNSAFE.sub('_', path.stem)}"


def _of_walks(found: _Collected, names: dict[Path, str], is_pseudonymous: bool) -> _Collected:
    """With the names the walks have in the zip."""
    by_stem = {path.stem: name for path, name in names.items()}

    def named(entry: PainEntry) -> PainEntry:
        if entry.walk is None:
            return entry
        other = None if is_pseudonymous else entry.walk
        walk = by_stem.get(Path(entry.walk).name.removesuffix(".hipwalk"), other)
        return msgspec.structs.replace(entry, walk=walk)

    return msgspec.structs.replace(found, pain=tuple(map(named, found.pain)))


def _until_first_day(found: _Collected, walks: Iterable[IndexedWalk]) -> timedelta:
    """By how much all days are moved."""
    moments = [entry.set_at for entries in found.limits.values() for entry in entries]
    moments += [entry.at for entry in found.pain]
    moments += [entry.at for entry in found.exercises]
    moments += [moment for walk in walks if (moment := _moment(walk.entry.started_at))]
    first = min((moment.date() for moment in moments), default=_FIRST_DAY)
    return _FIRST_DAY - first


def _nobody(found: _Collected, days: timedelta) -> _Collected:
    """The same without names, remarks, what tells a sensor apart, and true days."""

    def limit(entry: LimitEntry) -> LimitEntry:
        known = entry.limit
        if known is not None:
            expires_on = known.expires_on and known.expires_on + days
            known = replace(known, set_by="", expires_on=expires_on)
        return LimitEntry(_moved(entry.set_at, days), "", "", known)

    changed = msgspec.structs.replace
    return _Collected(
        Person(0, "", found.person.pseudonym),
        {
            side: changed(leg, sensor_name=None, sensor_address=None, placement_photo=None)
            for side, leg in found.profiles.items()
        },
        {side: tuple(map(limit, entries)) for side, entries in found.limits.items()},
        tuple(
            changed(entry, at=_moved(entry.at, days), triggers=(), reliefs=(), note="")
            for entry in found.pain
        ),
        tuple(changed(entry, at=_moved(entry.at, days), note="") for entry in found.exercises),
    )


def _moved(moment: datetime, days: timedelta) -> datetime:
    """On another day, and without the time zone, which tells where."""
    return (moment + days).replace(tzinfo=None)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _write_tables(target: zipfile.ZipFile, found: _Collected) -> None:
    limits = [
        {"side": side, **msgspec.to_builtins(entry._asdict())}
        for side, entries in found.limits.items()
        for entry in entries
    ]
    for row in limits:
        row |= {name: value for name, value in (row.pop("limit") or {}).items() if name not in row}
    _put(target, "person.json", msgspec.json.format(msgspec.json.encode(_shown(found))))
    _put(target, "limits.csv", _table(limits).encode())
    _put(target, "pain.csv", _table(map(msgspec.to_builtins, found.pain)).encode())
    _put(target, "exercises.csv", _table(map(msgspec.to_builtins, found.exercises)).encode())


def _shown(found: _Collected) -> dict[str, Any]:
    """For programs: tuples with their names, and nothing of how the library counts people."""
    shown: dict[str, Any] = msgspec.structs.asdict(found)
    shown["person"] = {"name": found.person.name, "pseudonym": found.person.pseudonym}
    shown["limits"] = {
        side: [entry._asdict() for entry in entries] for side, entries in found.limits.items()
    }
    return shown


def _walk_row(
    walk: IndexedWalk, name: str, days: timedelta, is_pseudonymous: bool
) -> dict[str, Any]:
    row = {"name": name, **msgspec.to_builtins(walk.entry)}
    moment = _moment(walk.entry.started_at)
    if is_pseudonymous:
        row["started_at"] = "" if moment is None else _moved(moment, days).isoformat()
    return row


def _table(rows: Iterable[dict[str, Any]]) -> str:
    """Rows as CSV, with every column that any of them has; empty where there are none."""
    rows = list(rows)
    columns = list(dict.fromkeys(name for row in rows for name in row))
    lines = [csv_line(columns)] if columns else []
    lines += [csv_line(_flat(row.get(name)) for name in columns) for row in rows]
    return "".join(lines)


def _flat(value: Any) -> Any:
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else value


def _write_walk(
    target: zipfile.ZipFile, path: Path, name: str, folder: Path, is_pseudonymous: bool
) -> None:
    """A plain copy of a walk and its strides; the copies on the disk go at once."""
    copy, table = folder / f"{name}.hipwalk", folder / f"{name}_strides.csv"
    share(path, copy, key=None, is_pseudonymous=is_pseudonymous)
    with WalkFile.open(copy) as walk:
        _, columns = write_strides_csv(table, kept_walk(walk), name)
    for file in (copy, table):
        _put(target, f"walks/{file.name}", file)
    if "walks/columns.json" not in target.namelist():
        _put(target, "walks/columns.json", columns)
    for file in (copy, table, columns):
        file.unlink()


def _put(target: zipfile.ZipFile, name: str, content: bytes | Path) -> None:
    """Add a file that tells no time of its own."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    with target.open(info, "w") as file:
        if isinstance(content, bytes):
            file.write(content)
        else:
            with content.open("rb") as source:
                shutil.copyfileobj(source, file)
