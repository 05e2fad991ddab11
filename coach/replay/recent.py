"""The walks replayed last, remembered in the folder of all that is kept on this computer."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.records.folders import data_folder

_MOST = 10
_MAX_BYTES = 50_000


def recent_path() -> Path:
    """The file they stand in."""
    return data_folder() / "replayed.json"


def recent_walks() -> tuple[Path, ...]:
    """The walks replayed last that are still there, the newest first."""
    return tuple(path for path in _remembered() if path.exists())


def remember_replayed(path: Path) -> None:
    """Put a walk first; where the folder cannot be written, nothing is remembered."""
    path = path.absolute()
    paths = [path, *(each for each in _remembered() if each != path)][:_MOST]
    with suppress(OSError):
        file = recent_path()
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = file.with_suffix(".new")
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with os.fdopen(os.open(beside, flags, 0o600), "wb") as new:
            new.write(msgspec.json.encode([os.fsdecode(each) for each in paths]))
        beside.replace(file)


def forget_replayed() -> None:
    """Forget which walks were replayed."""
    with suppress(OSError):
        recent_path().unlink()


def _remembered() -> tuple[Path, ...]:
    try:
        data = recent_path().read_bytes()
        if len(data) > _MAX_BYTES:
            return ()
        names = msgspec.json.decode(data, type=list[str])
    except (OSError, msgspec.MsgspecError, UnicodeEncodeError):
        return ()
    return tuple(Path(name) for name in names[:_MOST] if name and "\0" not in name)
