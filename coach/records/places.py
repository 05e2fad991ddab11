"""Where walks are kept, and under which key."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from coach.records.amend import bring_up_to_date
from coach.records.errors import KeepingError, RecordError, RecordFault, not_written
from coach.records.folders import data_folder, walks_folder
from coach.records.keys import (
    FileKey,
    Vault,
    keep_private,
    key_of,
    new_vault,
    read_vault,
    sidecar_of,
)
from coach.records.recovery import continuation, newest_cut_off, recover
from coach.records.store import Continuation
from coach.records.walk_file import WalkFile
from coach.records.walk_names import SIMULATED, walk_stem
from sensors.samples import StreamKind

_SIMULATED_KEPT = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk is to be kept: the file, its key if it is protected, and what it continues."""

    path: Path
    key: FileKey | None = None
    continues: Continuation | None = None


def vault_path() -> Path:
    """The file of the vault."""
    return data_folder() / "vault.json"


def plain_mark() -> Path:
    """The file whose presence says that this computer keeps walks unprotected, by choice."""
    return data_folder() / "keep-plain"


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into; our own ones are made so again.

    Raises
    ------
    KeepingError
        When it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder in {data_folder(), walks_folder()} and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise KeepingError(not_written(error), folder=str(folder), cause=error.strerror) from error


def new_walk_path(now: datetime, *, is_simulated: bool = False, is_test: bool = False) -> Path:
    """Free name in the walks folder for a walk that begins now; the folder is there after it.

    Raises
    ------
    KeepingError
        When the folder cannot be made.
    """
    folder = walks_folder()
    make_folder(data_folder())
    make_folder(folder)
    stem = walk_stem(now, is_simulated=is_simulated, is_test=is_test)
    path, n = folder / f"{stem}.hipwalk", 1
    while path.exists() or sidecar_of(path).exists():
        n += 1
        path = folder / f"{stem}_{n}.hipwalk"
    return path


def new_key(
    kind: StreamKind, *, choose_passphrase: Callable[[], str | None] | None = None
) -> tuple[FileKey | None, RecordFault | None]:
    """The key for a walk that begins, None where it is kept plain; and what to tell about it.

    A simulated walk holds nobody's health and stays plain, as does every walk where plain was
    chosen. A walk with a sensor is the first occasion to protect: without a vault one is made, in
    the keyring of this computer or behind a passphrase that `choose_passphrase` asks for. Where
    there is neither, the walk is kept plain, and that is told: a walk is never refused for it.

    Raises
    ------
    ProtectionError, KeepingError
        When the vault is damaged, cannot be written, or the passphrase is too short.
    """
    if kind is StreamKind.SIMULATION or plain_mark().exists():
        return None, None
    vault = read_vault(vault_path())
    if vault is None:
        if kind is not StreamKind.RADIO:
            return None, None
        vault = new_vault(None)
        if vault is None and choose_passphrase is not None:
            passphrase = choose_passphrase()
            vault = None if passphrase is None else new_vault(passphrase)
        if vault is None:
            return None, RecordFault.NO_PASSPHRASE
        keep_vault(vault)
    notice = RecordFault.PASSPHRASE_WANTED if vault.recovery is None else None
    return vault.new_file_key(), notice


def keep_vault(vault: Vault) -> None:
    """Write the vault's file.

    Raises
    ------
    KeepingError
        When the folder cannot be written.
    """
    make_folder(data_folder())
    keep_private(vault_path(), msgspec.json.encode(vault))


def place_to_continue(now: datetime, kind: StreamKind) -> Place:
    """The walk of this kind that was cut off a short time ago, as the place to go on with it.

    Raises
    ------
    RecordError
        When there is none, or it cannot be read.
    """
    cut_off = newest_cut_off(walks_folder(), now, kind)
    if cut_off is None:
        raise KeepingError(RecordFault.NOTHING_TO_CONTINUE)
    with WalkFile.open(cut_off.path) as walk:
        goes_on = continuation(walk, cut_off.cut_off_at, now)
        key = FileKey(key_of(cut_off.path)) if walk.is_encrypted else None
    bring_up_to_date(cut_off.path, key and key.key)
    return Place(cut_off.path, key, goes_on)


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
        with suppress(RecordError):  # being recorded, locked, or not ours: left as it is
            if _is_unfinished(path):
                recover(path, key_of(path) if sidecar_of(path).exists() else None)
                recovered.append(path)
    simulated = sorted(folder.glob(f"*{SIMULATED}*.hipwalk"))
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
