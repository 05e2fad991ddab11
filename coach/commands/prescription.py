"""`hipcoach prescription`: takes what a physiotherapist set, from a signed file."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.asking import can_ask
from coach.commands.records import json_option, told_errors
from coach.records.errors import PrescriptionError, RecordFault
from coach.records.library import Library

if TYPE_CHECKING:
    from coach.records.entries import Person
    from coach.records.prescription import Opened


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.prescription")
@click.option("--person", "name", metavar="NAME", help="Whom it is for, where several live here.")
@click.option(
    "--words-match",
    is_flag=True,
    help="The six words were compared with the physiotherapist, by voice: take the file.",
)
@json_option
def prescription(file: Path, name: str | None, words_match: bool, is_json: bool) -> None:
    """Take what a physiotherapist set: limit, walk and exercises, from the file they gave you.

    The first time, six words stand for the physiotherapist's signature: have them read to you, by
    voice, and compare. A file that was changed, is for somebody else, is older than one that was
    taken, or has expired is refused.
    """
    from coach.care.exercises import load_library
    from coach.care.permissions import with_own
    from coach.prescription_words import english, lines
    from coach.records import prescription as rx
    from coach.records.signatures import six_words

    now = datetime.now().astimezone()
    with told_errors(str(file)), Library.open() as library:
        told = rx.opened(_content(file))
        person = _person(library, name)
        words = " ".join(six_words(told.public))
        try:
            rx.refuse(library, person, told, now)
        except PrescriptionError as error:
            if error.fault is not RecordFault.PRESCRIPTION_UNPINNED:
                raise
            if not words_match and not _is_compared(told, words):
                raise
            rx.pin(library, person, told, now)
        rx.take(library, person, told, now)
    set_for = told.prescription
    exercises = with_own(load_library(), set_for.permissions.own)
    said = [english(line, exercises) for line in lines(set_for)]
    if is_json:
        taken = {"person": person.name, "physio": set_for.physio, "serial": set_for.serial}
        click.echo(json.dumps(taken | {"words": words, "set": said}))
        return
    click.echo(f"{set_for.physio} set for {person.name}:")
    for sentence in (*said, set_for.message):
        if sentence:
            click.echo(f"- {sentence}")


def _content(file: Path) -> bytes:
    from coach.records.prescription import MOST_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise PrescriptionError(RecordFault.FILE_MISSING, file=str(file)) from error
    except OSError as error:
        raise PrescriptionError(RecordFault.FILE_UNREADABLE, cause=error.strerror) from error


def _person(library: Library, name: str | None) -> "Person":
    people = [each for each in library.people() if name in {None, each.name}]
    if len(people) == 1:
        return people[0]
    if not people:
        click.echo(f"Nobody here is called {name!r}." if name else "Nobody lives here.", err=True)
    else:
        names = ", ".join(repr(each.name) for each in people)
        click.echo(f"Tell whom it is for, with --person: {names}.", err=True)
    sys.exit(1)


def _is_compared(told: "Opened", words: str) -> bool:
    from coach.records.signatures import six_words

    click.echo(f"Signed as {told.prescription.physio!r}, for {told.prescription.code}.", err=True)
    click.echo(f"Its six words: {words}", err=True)
    click.echo(f"In Finnish: {' '.join(six_words(told.public, 'fi'))}", err=True)
    if not can_ask():
        return False
    return click.confirm("Does your physiotherapist read you the same words, by voice?", err=True)
