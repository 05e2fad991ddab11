"""Where walks are kept when nobody says where."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from coach.records.errors import KeepingError, RecordError, RecordFault
from coach.records.store import recover
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind

_SIMULATED = "-simulated"
_SIMULATED_KEPT = 5


def new_walk_path(now: datetime, *, is_simulated: bool = False) -> Path:
    """Free name in the walks folder for a walk that begins now; the folder is there after it.

    Raises
    ------
    KeepingError
        When the folder cannot be made.
    """
    folder = walks_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise KeepingError(
            RecordFault.FOLDER_NOT_WRITABLE, folder=str(folder), cause=error.strerror
        ) from error
    stem = f"{now:%Y-%m-%d_%H-%M-%S}{_SIMULATED if is_simulated else ''}"
    path, n = folder / f"{stem}.hipwalk", 1
    while path.exists():
        n += 1
        path = folder / f"{stem}_{n}.hipwalk"
    return path


def walks_folder() -> Path:
    """The folder of a person's own walks on this computer."""
    return user_data_path("hipcoach", appauthor=False) / "walks"


def tidy(folder: Path) -> tuple[Path, ...]:
    """Recover walks that were cut off, and drop all but the newest simulated ones.

    Returns
    -------
    tuple of Path
        The walks that were recovered.
    """
    recovered = []
    for wal in sorted(folder.glob("*.hipwalk-wal")):
        path = wal.with_name(wal.name.removesuffix("-wal"))
        with suppress(RecordError):  # being recorded, or not ours: left as it is
            if _is_unfinished(path):
                recover(path)
                recovered.append(path)
    simulated = sorted(folder.glob(f"*{_SIMULATED}*.hipwalk"))
    for path in simulated[: -_SIMULATED_KEPT + 1]:
        with suppress(OSError, RecordError):
            if _is_simulated(path):
                path.unlink()
    return tuple(recovered)


def _is_unfinished(path: Path) -> bool:
    with WalkFile.open(path) as walk:
        return walk.is_unfinished


def _is_simulated(path: Path) -> bool:
    with WalkFile.open(path) as walk:
        return walk.info.kind is StreamKind.SIMULATION
