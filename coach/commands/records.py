"""The commands for what is kept: list, share, salvage and delete walks."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from coach.analysis import clock
from coach.commands.asking import say_error
from coach.commands.options import WalkPath
from coach.records.entries import IndexedWalk
from coach.records.errors import RecordError
from coach.records.library import Library

json_option = click.option("--json", "is_json", is_flag=True, help="One JSON object, for programs.")


@contextmanager
def told_errors(about: str) -> Iterator[None]:
    """End with exit code 1 and one line where something kept cannot be read or written."""
    try:
        yield
    except RecordError as error:
        say_error(about, error)
        sys.exit(1)


@contextmanager
def shown(what: str) -> Iterator[Callable[[float], None]]:
    """A progress bar on standard error, where somebody watches."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=100, label=what, file=sys.stderr, hidden=hidden) as bar:
        yield lambda share: bar.update(max(0, round(100 * share) - bar.pos))


@click.command()
@json_option
def library(is_json: bool) -> None:
    """List your walks, and the people who walk here; new walks are found by themselves."""
    from coach.records.folders import walks_folder

    with told_errors("library"), Library.open() as opened:
        with shown("Looking for walks") as show:
            failed = opened.index_folder(walks_folder(), lambda done, of: show(done / max(of, 1)))
        walks, people = opened.walks(), opened.people()
    if is_json:
        click.echo(
            json.dumps(
                {
                    "people": [person._asdict() for person in people],
                    "walks": [_fields(walk) for walk in walks],
                    "unreadable": {str(path): str(error.fault) for path, error in failed.items()},
                }
            )
        )
        return
    if people:
        click.echo("Here walk: " + ", ".join(person.name for person in people))
    click.echo("\n".join(_lines(walks)) if walks else "There are no walks yet.")
    for path, error in failed.items():
        say_error(path.name, error)


def _fields(walk: IndexedWalk) -> dict[str, Any]:
    import msgspec

    return {
        "path": str(walk.path),
        "person_id": walk.person_id,
        **msgspec.to_builtins(walk.entry),
    }


def _lines(walks: tuple[IndexedWalk, ...]) -> list[str]:
    rows = [("Walk", "Time", "Leg", "Strides", "Over limit", "Pain marks")]
    for walk in walks:
        entry = walk.entry
        strides = f"{entry.n_strides} ({entry.n_scored} scored)"
        over, pain = str(entry.n_over), str(entry.n_pain_marks)
        time = clock(entry.duration_s)
        rows.append((walk.path.stem, time, entry.side or "–", strides, over, pain))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=WalkPath(),
    metavar="FILE.hipwalk",
    help="Where the copy goes; with --spoken its key file goes beside it.",
)
@click.option("--spoken", is_flag=True, help="Protect it by a passphrase you tell the other.")
@click.option(
    "--passphrase-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Where that passphrase stands, for programs.",
)
@click.option("--with-names", is_flag=True, help="Keep names, remarks and dates in it.")
@json_option
def share(
    file: Path,
    out: Path,
    spoken: bool,
    passphrase_file: Path | None,
    with_names: bool,
    is_json: bool,
) -> None:
    """Make a copy of a walk to give away: without names, remarks and dates unless you say so."""
    from coach.commands.keys import new_passphrase
    from coach.records.copies import share as shared
    from coach.records.keys import shared_file_key, sidecar_of

    with told_errors(str(file)):
        is_protected = spoken or passphrase_file is not None
        key = shared_file_key(new_passphrase(passphrase_file)) if is_protected else None
        shared(file, out, key=key, is_pseudonymous=not with_names)
    files = [out, sidecar_of(out)] if is_protected else [out]
    if is_json:
        click.echo(json.dumps({"files": [str(each) for each in files]}))
    else:
        click.echo("Written: " + " and ".join(str(each) for each in files))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=WalkPath(),
    metavar="FILE.hipwalk",
    help="Where the sound walk goes; otherwise beside the damaged one.",
)
@json_option
def salvage(file: Path, out: Path | None, is_json: bool) -> None:
    """Save what can still be read of a damaged walk into a new file; the old one stays."""
    from coach.records.keys import read_vault, sidecar_of
    from coach.records.places import vault_path
    from coach.records.salvage import salvage as salvaged

    out = out or file.with_name(f"{file.stem}-salvaged.hipwalk")
    with told_errors(str(file)), shown("Salvaging") as show:
        vault = read_vault(vault_path()) if sidecar_of(file).exists() else None
        key = None if vault is None else vault.new_file_key()
        n_read, n_lost = salvaged(file, out, show, key)
    if is_json:
        click.echo(json.dumps({"file": str(out), "seconds": n_read, "seconds_lost": n_lost}))
    else:
        lost = f"; {n_lost} could not be read" if n_lost else ""
        click.echo(f"{n_read} stored seconds are safe in {out}{lost}.")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE...]")
@click.option("--person", metavar="NAME", help="Delete all there is of a person instead.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def delete(files: tuple[Path, ...], person: str | None, yes: bool, is_json: bool) -> None:
    """Delete walks, or all there is of a person, for good; what goes is listed first.

    Copies you made yourself, shared walks and backups of the computer are not reached.
    """
    if bool(files) == bool(person):
        raise click.UsageError("Tell either files or --person NAME.")
    if person is None:
        deleted = _delete_walks(_all_files(files), is_json=is_json, yes=yes)
    else:
        deleted = _delete_person(person, is_json=is_json, yes=yes)
    if is_json:
        click.echo(json.dumps({"deleted": [str(file) for file in deleted]}))


def _delete_walks(doomed: tuple[Path, ...], *, is_json: bool, yes: bool) -> tuple[Path, ...]:
    """Delete walks; who forgot the passphrase may, too, and the list is then told later."""
    from coach.records.deletion import delete_files
    from coach.records.errors import ProtectionError

    _ask_to_delete(doomed, "", is_json=is_json, yes=yes)
    with told_errors(str(doomed[0])):
        delete_files(doomed)
        with suppress(ProtectionError), Library.open() as opened:
            for file in doomed:
                opened.forget_walk(file)
    return doomed


def _delete_person(name: str, *, is_json: bool, yes: bool) -> tuple[Path, ...]:
    from coach.records.deletion import delete_files, files_of_person

    with told_errors(name), Library.open() as opened:
        who = next((each for each in opened.people() if each.name == name), None)
        if who is None:
            click.echo(f"Nobody here is called {name!r}.", err=True)
            sys.exit(1)
        doomed = files_of_person(opened, who)
        kept = "and profiles, limits, photos, diary, exercises and plans in the library"
        _ask_to_delete(doomed, kept, is_json=is_json, yes=yes)
        delete_files(doomed)
        for file in doomed:
            opened.forget_walk(file)
        opened.forget_person(who)
    return doomed


def _ask_to_delete(doomed: tuple[Path, ...], besides: str, *, is_json: bool, yes: bool) -> None:
    """List what goes, and end here where it is not to go."""
    for line in (*map(str, doomed), besides):
        if line:
            click.echo(line, err=is_json)
    if not yes and not click.confirm("Delete these for good?", err=True):
        sys.exit(1)


def _all_files(walks: tuple[Path, ...]) -> tuple[Path, ...]:
    from coach.records.deletion import files_of
    from coach.records.errors import RecordFault, WalkFileError

    found: list[Path] = []
    with told_errors(str(walks[0])):
        for walk in walks:
            if not walk.exists():
                raise WalkFileError(RecordFault.FILE_MISSING, file=str(walk))
            if walk.suffix != ".hipwalk":
                raise WalkFileError(RecordFault.NOT_A_WALK_FILE, file=str(walk))
            found += files_of(walk.absolute())
    return tuple(found)
