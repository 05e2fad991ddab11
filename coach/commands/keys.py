"""The commands about protection and about the program itself: passphrase, diagnostics."""

import json
import sys
from pathlib import Path

import click

from coach.commands.asking import ask_new_passphrase, can_ask, say_error
from coach.commands.records import json_option, shown, told_errors
from coach.records.errors import ProtectionError, RecordFault


@click.command()
@click.option(
    "--passphrase-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Where the new passphrase stands, for programs.",
)
@click.option(
    "--plain", "is_plain", is_flag=True, help="Keep new walks unprotected instead, for a lab."
)
@json_option
def passphrase(passphrase_file: Path | None, is_plain: bool, is_json: bool) -> None:
    """Choose the passphrase that protects your walks, or change it.

    Walks that were kept before it was chosen are protected now. The passphrase opens them on any
    computer; without it and without this computer nobody can read them.
    """
    from coach.records.protection import choose_passphrase, keep_plain

    with told_errors("passphrase"):
        if is_plain:
            keep_plain()
            failed = {}
        else:
            chosen = new_passphrase(passphrase_file)
            with shown("Protecting your walks") as show:
                failed = choose_passphrase(chosen, lambda done, of: show(done / max(of, 1)))
    for path, error in failed.items():
        say_error(path.name, error)
    if is_json:
        unchanged = {str(path): str(error.fault) for path, error in failed.items()}
        click.echo(json.dumps({"plain": is_plain, "unchanged": unchanged}))
    elif is_plain:
        click.echo("New walks are kept unprotected. What was protected stays so.")
    else:
        click.echo("Your walks are protected by this passphrase.")
    if failed:
        sys.exit(1)


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("hipcoach-diagnostics.zip"),
    show_default=True,
    metavar="FILE.zip",
)
@json_option
def diagnostics(out: Path, is_json: bool) -> None:
    """Write a zip for whoever helps you: versions, counts and sizes, nothing of your health."""
    from coach.records.diagnostics import facts, write

    if is_json:
        click.echo(json.dumps(facts()))
        return
    with told_errors(str(out)):
        write(out)
    click.echo(f"Written: {out}. It holds no walk, no name and no date.")


def new_passphrase(file: Path | None) -> str:
    """A new passphrase, from a file or asked for.

    Raises
    ------
    ProtectionError
        When the file cannot be read.
    click.ClickException
        When nobody can be asked, or nothing was entered.
    """
    if file is not None:
        try:
            return file.read_text("utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError):
            raise ProtectionError(
                RecordFault.PASSPHRASE_FILE_UNREADABLE, passphrase_file=str(file)
            ) from None
    if not can_ask():
        raise click.UsageError(
            "Nobody can be asked for a passphrase here: tell --passphrase-file FILE."
        )
    told = ask_new_passphrase()
    if told is None:
        raise click.ClickException("No passphrase was entered; nothing was changed.")
    return told
