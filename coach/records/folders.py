"""Where all that is kept on this computer stands; imports nothing that takes time."""

import os
from itertools import count
from pathlib import Path

from platformdirs import user_data_path

DATA_VARIABLE = "HIPCOACH_DATA"
"""Names another folder for all that is kept: on a stick, or for a tour."""


def data_folder() -> Path:
    """The folder of all that is kept on this computer."""
    other = os.environ.get(DATA_VARIABLE)
    return Path(other) if other else user_data_path("hipcoach", appauthor=False)


def walks_folder() -> Path:
    """The folder of a person's own walks on this computer."""
    return data_folder() / "walks"


def library_path() -> Path:
    """Where the library is."""
    return data_folder() / "library.db"


def unused(base: Path, ending: str) -> Path:
    """A file name of this beginning and ending that nothing has yet: with a number, if need be."""
    names = (f"{base.name}{'' if n == 1 else f'-{n}'}{ending}" for n in count(1))
    return next(path for path in map(base.with_name, names) if not path.exists())
