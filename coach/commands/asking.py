"""What the command line asks a person and tells them; where nobody is there, nobody is asked."""

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.records.errors import RecordError
    from sensors.errors import SensorError


def say_error(file: str, error: "SensorError | RecordError") -> None:
    """One sentence set on standard error, with the file it is about."""
    from coach.words import error_line

    click.echo(error_line(error, about=file), err=True)


def has_display() -> bool:
    """Whether a window can be shown: Linux says so in the environment."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def can_ask() -> bool:
    """Whether a person can be asked here."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_passphrase() -> str | None:
    """Ask for the passphrase; None where nothing was entered."""
    answer: str = click.prompt("Passphrase", hide_input=True, default="", err=True)
    return answer or None


def ask_new_passphrase() -> str | None:
    """Ask for a new passphrase, twice; None where nothing was entered."""
    click.echo(
        "Choose a passphrase that protects your walks (at least ten characters; without it and "
        "without this computer nobody can read them). Empty: keep them unprotected.",
        err=True,
    )
    answer: str = click.prompt(
        "New passphrase",
        hide_input=True,
        default="",
        err=True,
        confirmation_prompt="The same again",
        show_default=False,
    )
    return answer or None
