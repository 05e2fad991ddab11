"""`hipcoach screens OUT`: goes through a first day and a fourth week, and pictures every screen.

Everything is lived in a folder of its own that is gone afterwards; nobody's data are touched.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from coach.records.folders import DATA_VARIABLE

_LANGUAGES, _THEMES = ("en", "fi"), ("dark", "light")


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--size",
    default="1280x720",
    show_default=True,
    metavar="WIDTHxHEIGHT",
    help="Of the window that is pictured, in pixels.",
)
@click.option(
    "--text-percent",
    type=click.IntRange(100, 200),
    default=100,
    show_default=True,
    help="Size of the letters.",
)
@click.option("--language", type=click.Choice(_LANGUAGES), help="Only this one.")
@click.option("--theme", type=click.Choice((*_THEMES, "contrast")), help="Only this one.")
def screens(
    out: Path, size: str, text_percent: int, language: str | None, theme: str | None
) -> None:
    """Picture every screen of a first day and a fourth week, as PNG files.

    In both languages, light and dark, of somebody who never was.
    """
    width, _, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 320 <= int(width) <= 8000):
        raise click.BadParameter(f"{size!r} is not a size such as 1280x720.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written ({error.strerror}).") from error
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    n_files = 0
    languages = [language] if language else list(_LANGUAGES)
    themes = [theme] if theme else list(_THEMES)
    pairs = [(one, other) for one in languages for other in themes]
    with click.progressbar(pairs, label="Picturing", file=sys.stderr) as bar:
        for one, other in bar:
            with _own_data():
                n_files += _pictured(out, one, other, (int(width), int(height)), text_percent)
    click.echo(f"{n_files} pictures in {out}")


@contextmanager
def _own_data() -> Iterator[None]:
    """A data folder of one's own for a while."""
    before = os.environ.get(DATA_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="hipcoach-tour-") as folder:
        os.environ[DATA_VARIABLE] = folder
        try:
            yield
        finally:
            if before is None:
                del os.environ[DATA_VARIABLE]
            else:
                os.environ[DATA_VARIABLE] = before


def _pictured(
    out: Path, language: str, theme: str, size: tuple[int, int], text_percent: int
) -> int:
    from ui.app import make_application
    from ui.look import Look, dress
    from ui.tour.days import first_day, fourth_week
    from ui.tour.tour import Tour

    app = make_application(language)
    tour = Tour(app, out, language, size, Look(theme, text_percent))
    dress(app, tour.look)
    for days in (first_day, fourth_week):
        days(tour)
    return tour.n_pictures
