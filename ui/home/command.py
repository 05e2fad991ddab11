"""`hipcoach home`: the person's home in a window."""

import sys

import click

from coach.commands.asking import has_display


@click.command()
@click.option("--page", metavar="NAME", help="The page that is shown first, such as trends.")
def home(page: str | None) -> None:
    """Open your home: today's walk and exercises, how the weeks went, settings."""
    if not has_display():
        raise click.ClickException("The home needs a display. `hipcoach walk` works without one.")
    from ui.app import make_application
    from ui.home.opening import run_home
    from ui.home.pages import PAGES

    if page is not None and page not in {each.key for each in PAGES}:
        names = ", ".join(each.key for each in PAGES)
        raise click.BadParameter(f"there is no page {page!r}; there are {names}.")
    sys.exit(run_home(make_application(), page))
