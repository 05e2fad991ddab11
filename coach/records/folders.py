"""Where all that is kept on this computer stands; imports nothing that takes time."""

import os
from pathlib import Path

from platformdirs import user_data_path

DATA_VARIABLE = "HIPCOACH_DATA"
"""Names another folder for all that is kept: on a stick, or for a tour."""


def data_folder() -> Path:
    """The folder of all that is kept on this computer."""
    other = os.environ.get(DATA_VARIABLE)
    return Path(other) if other else user_data_path("hipcoach", appauthor=False)


def library_path() -> Path:
    """Where the library is."""
    return data_folder() / "library.db"
