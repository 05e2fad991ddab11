"""What this program is called where something says by what it was made."""

from importlib.metadata import version


def this_program() -> str:
    """Name and version, as walk files and reports tell them."""
    return f"hipcoach {version('hipcoach')}"
