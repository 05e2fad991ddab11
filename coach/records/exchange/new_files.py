"""Files and folders that appear whole or not at all; over another only when asked to."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from coach.records.errors import KeepingError, RecordFault, not_written


@contextmanager
def new_outputs(*paths: Path, replacing: bool = False) -> Iterator[tuple[Path, ...]]:
    """Places to write to, in a hidden folder beside; on success they get their names.

    Only this user may read what is written. With `replacing`, files take the place of others of
    their names.

    Raises
    ------
    KeepingError
        EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL, DISK_FAILS.
    """
    for path in paths:
        if path.exists() and not replacing:
            raise KeepingError(RecordFault.EXISTS, file=path.name)
    folder = paths[0].parent
    try:
        hidden = Path(mkdtemp(prefix=".hipcoach-", dir=folder))
    except OSError as error:
        raise KeepingError(not_written(error), folder=str(folder), cause=error.strerror) from error
    try:
        places = tuple(hidden / path.name for path in paths)
        yield places
        for place, path in zip(places, paths, strict=True):
            if path.exists() and not replacing:
                raise KeepingError(RecordFault.EXISTS, file=path.name)
            _for_its_owner(place)
            place.replace(path)
    except OSError as error:
        is_full = not_written(error) is RecordFault.DISK_FULL
        fault = RecordFault.DISK_FULL if is_full else RecordFault.DISK_FAILS
        raise KeepingError(fault, file=paths[0].name, cause=error.strerror) from error
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def _for_its_owner(place: Path) -> None:
    """Let nobody else read a file, or what is in a folder."""
    for each in (place, *place.rglob("*")):
        each.chmod(0o700 if each.is_dir() else 0o600)
