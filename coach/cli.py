"""The commands that need no window."""

import click


@click.group()
def commands() -> None:
    """Hip Coach: walk within your own comfortable hip extension, measured at the thigh."""
