"""Where the command line keeps a walk and under which key, after asking what has to be asked."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.asking import ask_new_passphrase, can_ask

if TYPE_CHECKING:
    from coach.keeping import Keeping
    from coach.records.places import Place
    from sensors.samples import StreamKind


def own_place(
    out: Path | None, kind: "StreamKind", *, goes_on: bool = False, is_plain: bool = False
) -> "Place":
    """Where a walk of this kind is kept and under which key; tells of walks that were cut off.

    Raises
    ------
    RecordError
        When the folder cannot be made, or there is nothing to go on with.
    """
    from coach.records.folders import walks_folder as own_folder
    from coach.records.places import Place, new_key, new_walk_path, place_to_continue, tidy
    from coach.words import fault_words
    from sensors.samples import StreamKind

    now = datetime.now().astimezone()
    if goes_on or (out is None and _wants_to_continue(now, kind)):
        return place_to_continue(now, kind)
    if out is None:
        for path in tidy(own_folder()):
            click.echo(f"A walk was cut off; all that was kept of it is safe in {path}", err=True)
        out = new_walk_path(now, is_simulated=kind is StreamKind.SIMULATION)
    if is_plain:
        return Place(out)
    key, notice = new_key(kind, choose_passphrase=ask_new_passphrase if can_ask() else None)
    if notice is not None:
        click.echo(str(fault_words(notice)), err=True)
    return Place(out, key)


def keeping(out: Path | None, kind: "StreamKind", *, goes_on: bool, is_plain: bool) -> "Keeping":
    """Where a walk in the window is kept; the window asks and tells what is to be asked and told.

    Raises
    ------
    RecordError
        When there is no key to be had, or nothing to go on with.
    """
    from coach.keeping import Keeping

    ask = ask_new_passphrase if can_ask() else None
    return Keeping(out, kind, goes_on=goes_on, is_plain=is_plain, choose_passphrase=ask)


def _wants_to_continue(now: datetime, kind: "StreamKind") -> bool:
    """Ask about a walk with a sensor that was cut off a short time ago, where somebody answers."""
    from coach.records.folders import walks_folder
    from coach.records.recovery import newest_cut_off
    from sensors.samples import StreamKind

    if kind is not StreamKind.RADIO or not can_ask():
        return False
    cut_off = newest_cut_off(walks_folder(), now, kind)
    if cut_off is None:
        return False
    minutes = (now - cut_off.cut_off_at).total_seconds() / 60
    return click.confirm(
        f"A walk was cut off {minutes:.0f} minutes ago. Continue this walk?", default=True, err=True
    )
