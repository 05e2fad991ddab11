"""Chooses or changes the passphrase of everything kept on this computer."""

from collections.abc import Callable
from pathlib import Path

from coach.records.amend import drop_plain_backups
from coach.records.copies import protect
from coach.records.errors import ProtectionError, RecordError, RecordFault
from coach.records.folders import data_folder, library_path, walks_folder
from coach.records.keys import (
    keep_private,
    new_vault,
    read_vault,
    sidecar_of,
    take_passphrase,
    with_passphrase,
)
from coach.records.library import Library
from coach.records.places import keep_vault, make_folder, plain_mark, vault_path
from coach.records.schema import is_plain
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind

Progress = Callable[[int, int], None]


def choose_passphrase(passphrase: str, progress: Progress) -> dict[Path, RecordError]:
    """Make this the passphrase of every walk here and of the library, and protect plain ones.

    The walks of the simulation stay plain. Breaking off is harmless: begin again.

    Parameters
    ----------
    progress : callable
        Told how many files are done, of how many.

    Returns
    -------
    dict
        The files that could not be brought under it, and why.

    Raises
    ------
    RecordError
        When the passphrase is too short, or the vault cannot be unlocked or written.
    """
    vault = read_vault(vault_path())
    if vault is None:
        vault = new_vault(passphrase)
        if vault is None:
            raise ProtectionError(RecordFault.NO_PASSPHRASE)
    else:
        vault = with_passphrase(vault, passphrase)
    keep_vault(vault)  # first: what is new from here on has the new passphrase
    plain_mark().unlink(missing_ok=True)
    files = sorted(walks_folder().glob("*.hipwalk"))
    failed: dict[Path, RecordError] = {}
    for n_done, path in enumerate(files):
        progress(n_done, len(files))
        try:
            if _is_plain(path):
                if _is_real(path):
                    protect(path, vault.new_file_key())
            else:
                take_passphrase(sidecar_of(path), vault)
            drop_plain_backups(path)
        except RecordError as error:
            failed[path] = error
    if library_path().exists():
        Library.open().close()  # protects it where it is plain
        take_passphrase(sidecar_of(library_path()), vault)
        drop_plain_backups(library_path())
    progress(len(files), len(files))
    return failed


def keep_plain() -> None:
    """Keep everything from now on unprotected, by choice; what is protected stays so.

    Raises
    ------
    KeepingError
        When the folder cannot be written.
    """
    make_folder(data_folder())
    keep_private(plain_mark(), b"")


def _is_plain(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_plain(file.read(16))
    except OSError as error:
        raise ProtectionError(RecordFault.FILE_UNREADABLE, cause=error.strerror) from error


def _is_real(path: Path) -> bool:
    with WalkFile.open(path) as walk:
        return walk.info.kind is not StreamKind.SIMULATION
