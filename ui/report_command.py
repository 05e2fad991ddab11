"""`hipcoach report`: one page for the patient and two for the record, without a window."""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.records import shown, told_errors
from coach.records.library import Library

if TYPE_CHECKING:
    from coach.follow_up.report import Report
    from coach.records.entries import Person

_KINDS = ("pdf", "html", "csv")


@click.command()
@click.option("--person", "name", required=True, metavar="NAME", help="Whose report.")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.pdf|.html|.csv",
    help="Where it is written. It is not encrypted.",
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The first day; else the last visit of a physiotherapist, or four weeks ago.",
)
@click.option("--language", type=click.Choice(["en", "fi"]), help="Else that of the system.")
@click.option("--pseudonymous", is_flag=True, help="Without names; days stay as they are.")
def report(
    name: str, out: Path, since: datetime | None, language: str | None, pseudonymous: bool
) -> None:
    """Write a report on a person: what happened since the last visit, limits, how they walked."""
    kind = out.suffix.removeprefix(".").lower()
    if kind not in _KINDS:
        raise click.BadParameter(f"{out.name} ends in none of {', '.join(_KINDS)}.")
    now = datetime.now().astimezone()
    if since is not None and since.date() >= now.date():
        raise click.BadParameter("the first day is not over yet.", param_hint="--since")
    with told_errors(str(out)), Library.open() as library:
        who = next((each for each in library.people() if each.name == name), None)
        if who is None:
            click.echo(f"Nobody here is called {name!r}.", err=True)
            sys.exit(1)
        first = None if since is None else since.astimezone()
        told = _told(library, who, first, now, is_pseudonymous=pseudonymous)
        _write(told, out, kind, language)
    click.echo(f"Written: {out}. It is not encrypted; keep it where only you can read it.")


def _told(
    library: Library,
    who: "Person",
    since: datetime | None,
    now: datetime,
    *,
    is_pseudonymous: bool,
) -> "Report":
    from coach.commands.asking import say_error
    from coach.follow_up.gathered import gathered, start_of_review
    from coach.follow_up.looks import Looks
    from coach.follow_up.report import report as report_on
    from coach.follow_up.review import review
    from coach.program import this_program

    found = gathered(library, who)
    first = since or start_of_review(found, now)
    seen = review(found, min(first, now - timedelta(seconds=1)), now)
    paths = [line.path for line in reversed(seen.walks) if line.path is not None]
    with shown("Looking through the walks") as show:
        looks, failed = Looks().at_all(paths, n_curves=1, progress=show)
    for path, error in failed.items():
        say_error(path.name, error)
    program = this_program()
    return report_on(
        seen, looks, made_at=now, made_by="", program=program, is_pseudonymous=is_pseudonymous
    )


def _write(told: "Report", out: Path, kind: str, language: str | None) -> None:
    """Write it; letters need Qt, and Qt no display."""
    from coach.commands.asking import has_display

    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import make_application
    from ui.report_files import Copy, write

    make_application(language)
    write(out, told, Copy(kind))
