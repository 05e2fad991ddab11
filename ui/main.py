"""The entry point `hipcoach`: the commands of `coach.cli`, and the window when asked for."""

from coach.cli import commands


def main() -> None:
    """Run the command line."""
    commands()
