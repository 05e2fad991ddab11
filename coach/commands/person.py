"""`hipcoach person`: whose walks these are, and everything about a person as one zip."""

import json
import os
import sys
from pathlib import Path

import click

from coach.commands.records import json_option, shown, told_errors
from coach.records.library import Library


@click.command()
@click.argument("name", metavar="NAME")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE.hipwalk...]")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.zip",
    help="Write everything about this person there: profiles, limits, photos, what was told and "
    "chosen, walks. It is not encrypted.",
)
@click.option("--pseudonymous", is_flag=True, help="Without names, remarks and true days in it.")
@json_option
def person(
    name: str, files: tuple[Path, ...], out: Path | None, pseudonymous: bool, is_json: bool
) -> None:
    """Say whose walks these are, and write everything about a person as one zip.

    Walks that belong to a person go with them: into the zip, and by `delete --person`.
    """
    from coach.records.exchange.person_zip import write_person

    if not files and out is None:
        raise click.UsageError("Tell the walks of this person, --out FILE.zip, or both.")
    if not name.strip():
        raise click.UsageError("Tell a name.")
    with told_errors(name), Library.open() as library:
        who = next((each for each in library.people() if each.name == name), None)
        if who is None and not files:
            click.echo(f"Nobody here is called {name!r}.", err=True)
            sys.exit(1)
    linked = _linked(name, files)
    told: dict[str, object] = {"person": name, "linked": [str(path) for path in linked]}
    if out is not None:
        with told_errors(str(out)), Library.open() as library, shown("Writing") as show:
            who = library.add_person(name)
            n_walks = write_person(out, library, who, show, is_pseudonymous=pseudonymous)
        told |= {"file": str(out), "walks": n_walks}
    if is_json:
        click.echo(json.dumps(told))
        return
    for path in linked:
        click.echo(f"A walk of {name}: {path}")
    if out is not None:
        click.echo(f"Written: {out}. It is not encrypted; keep it where only you can read it.")


def _linked(name: str, files: tuple[Path, ...]) -> list[Path]:
    """Put walks into the list as those of a person; all of them, or none of an unreadable set."""
    from coach.records.walk_entry import entry_of

    paths = [Path(os.path.abspath(file)) for file in files]  # noqa: PTH100 - as the list has them
    for path in paths:
        with told_errors(str(path)):
            entry_of(path)
    if not paths:
        return []
    with told_errors(name), Library.open() as library:
        who = library.add_person(name)
        for path in paths:
            library.index_walk(path, who)
    return paths
