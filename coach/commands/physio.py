"""`hipcoach physio`: who has a PIN here, and the way back for the owner of the data."""

import json

import click

from coach.commands.records import json_option, told_errors
from coach.records.library import Library


@click.command()
@click.option(
    "--forget-pins",
    is_flag=True,
    help="Take every PIN and key of a physiotherapist away. What they set stays, and stays signed.",
)
@click.option("--yes", is_flag=True, help="Do not ask first.")
@json_option
def physio(forget_pins: bool, yes: bool, is_json: bool) -> None:
    """Say which physiotherapists have a PIN on this computer, and the six words of their keys.

    A PIN keeps roles apart; it does not keep the owner of this account out.
    """
    from coach.records import roles
    from coach.records.signatures import six_words

    if forget_pins and not yes:
        click.confirm("Take every physiotherapist's PIN away?", abort=True, err=True)
    with told_errors("physio"), Library.open() as library:
        forgotten = roles.forget_pins(library) if forget_pins else ()
        known = {each.name: " ".join(six_words(each.public)) for each in roles.physios(library)}
    if is_json:
        click.echo(json.dumps({"physios": known, "forgotten": forgotten}))
        return
    for name in forgotten:
        click.echo(f"The PIN of {name} was taken away.")
    for name, words in known.items():
        click.echo(f"{name}: {words}")
    if not known and not forgotten:
        click.echo("No physiotherapist has a PIN here.")
