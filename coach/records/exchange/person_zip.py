"""Everything about a person as one zip: profiles, limits, journal, photos and every walk."""

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
    IndexedWalk,
    LegProfile,
    LimitEntry,
    Person,
)
from coach.records.errors import RecordError
from coach.records.exchange.new_files import new_outputs
from coach.records.exchange.nobody import anonymous, anonymous_by, moved
from coach.records.exchange.outgoing import kept_walk
from coach.records.exchange.strides_csv import csv_line, write_strides_csv
from coach.records.journal import KINDS
from coach.records.library import Library
from coach.records.walk_file import WalkFile
from sensors.samples import Side

_UNSAFE = re.compile(r"[^\w.-]")
_FIRST_DAY = date(2000, 1, 1)
_README = """Everything Hip Coach keeps about {who}.

person.json              all that is not a walk, for programs
limits.csv               every limit there ever was, each leg's in force last
journal/KIND.csv         what was told, chosen and set, one table a kind, oldest first
photos/SIDE.jpg          where the sensor sits
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
No name, remark, photo or true day is in here. All days were moved by the same number, so that the
first of a walk, limit or entry is 2000-01-01; times of day are true. What a sensor said is as it
came, with some models with its serial number."""


class _Collected(msgspec.Struct, frozen=True):
    """What the library holds of a person."""

    person: Person
    profiles: dict[Side, LegProfile]
    limits: dict[Side, tuple[LimitEntry, ...]]
    journal: dict[str, list[dict[str, Any]]]
    """Names of kinds, and their entries as plain values."""


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
    days = _until_first_day(library, person, walks) if is_pseudonymous else None
    collected = _collected(library, person, days)
    _name_walks(collected.journal, names, is_pseudonymous)
    with new_outputs(path) as (place,), zipfile.ZipFile(place, "x") as target:
        _write_tables(target, collected)
        if not is_pseudonymous:
            _write_photos(target, library, person)
        rows = [_walk_row(walk, names[walk.path], days) for walk in walks]
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


def _collected(library: Library, person: Person, days: timedelta | None) -> _Collected:
    """All of it; with `days` by which to move them, without names, remarks and true days."""
    profiles = {side: library.profile(person, side) for side in Side}
    found = _Collected(
        person,
        {side: profile for side, profile in profiles.items() if profile is not None},
        {side: library.limits(person, side) for side in Side},
        _journal(library, person, days),
    )
    return found if days is None else _nobody(found, days)


def _journal(
    library: Library, person: Person, days: timedelta | None
) -> dict[str, list[dict[str, Any]]]:
    """Every entry of every kind there is, as plain values."""
    journal: dict[str, list[dict[str, Any]]] = {}
    for name, kind in KINDS.items():
        for noted in library.entries(person, kind):
            if days is None:
                head = {"noted_at": noted.at.isoformat(), "leg": noted.side, "noted_by": noted.by}
                told = msgspec.to_builtins(noted.entry)
            else:
                head = {
                    "noted_at": moved(noted.at, days).isoformat(),
                    "leg": noted.side,
                    "noted_by": anonymous_by(noted.by),
                }
                told = anonymous(noted.entry, days)
            journal.setdefault(name, []).append(head | told)
    return journal


def _name(n: int, path: Path, is_pseudonymous: bool) -> str:
    """What a walk is called in the zip: any computer can make a file of that name."""
    return f"{n:03}" if is_pseudonymous else f"{n:03}_{_UNSAFE.sub('_', path.stem)}"


def _name_walks(
    journal: dict[str, list[dict[str, Any]]], names: dict[Path, str], is_pseudonymous: bool
) -> None:
    """Call walks in entries as in the zip; one that is not in it keeps its name, or loses it."""
    by_stem = {path.stem: name for path, name in names.items()}
    for entries in journal.values():
        for entry in entries:
            for named in (entry, *entry.get("bouts", ())):
                walk = named.get("walk")
                if isinstance(walk, str):
                    other = "" if is_pseudonymous else walk
                    named["walk"] = by_stem.get(Path(walk).name.removesuffix(".hipwalk"), other)


def _until_first_day(library: Library, person: Person, walks: Iterable[IndexedWalk]) -> timedelta:
    """By how much all days are moved: the first walk, limit or entry is then the first day."""
    moments = [entry.set_at for side in Side for entry in library.limits(person, side)]
    for kind in KINDS.values():
        moments += [noted.at for noted in library.entries(person, kind)]
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
        return LimitEntry(moved(entry.set_at, days), "", "", known)

    changed = msgspec.structs.replace
    return _Collected(
        Person(0, "", found.person.pseudonym),
        {
            side: changed(leg, sensor_name=None, sensor_address=None)
            for side, leg in found.profiles.items()
        },
        {side: tuple(map(limit, entries)) for side, entries in found.limits.items()},
        found.journal,
    )


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
    for kind, entries in found.journal.items():
        _put(target, f"journal/{kind}.csv", _table(entries).encode())


def _write_photos(target: zipfile.ZipFile, library: Library, person: Person) -> None:
    for side in Side:
        photo = library.photo(person, side)
        if photo is not None:
            _put(target, f"photos/{side}.jpg", photo.jpeg)


def _shown(found: _Collected) -> dict[str, Any]:
    """For programs: tuples with their names, and nothing of how the library counts people."""
    shown: dict[str, Any] = msgspec.structs.asdict(found)
    shown["person"] = {"name": found.person.name, "pseudonym": found.person.pseudonym}
    shown["limits"] = {
        side: [entry._asdict() for entry in entries] for side, entries in found.limits.items()
    }
    return shown


def _walk_row(walk: IndexedWalk, name: str, days: timedelta | None) -> dict[str, Any]:
    row = {"name": name, **msgspec.to_builtins(walk.entry)}
    moment = _moment(walk.entry.started_at)
    if days is not None:
        row["started_at"] = "" if moment is None else moved(moment, days).isoformat()
    return row


def _table(rows: Iterable[dict[str, Any]]) -> str:
    """Rows as CSV, with every column that any of them has; empty where there are none."""
    rows = list(rows)
    columns = list(dict.fromkeys(name for row in rows for name in row))
    lines = [csv_line(columns)] if columns else []
    lines += [csv_line(_flat(row.get(name)) for name in columns) for row in rows]
    return "".join(lines)


def _flat(value: Any) -> Any:
    """A value as one cell: plain ones in a row, nested ones as JSON."""
    if isinstance(value, dict) or (
        isinstance(value, list | tuple) and any(isinstance(each, list | dict) for each in value)
    ):
        return msgspec.json.encode(value).decode()
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value


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
