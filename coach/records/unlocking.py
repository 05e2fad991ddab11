"""Whether a passphrase has to be asked for before a file can be read."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from coach.records.errors import ProtectionError, RecordFault
from coach.records.keys import Sidecar, key_of, read_sidecar, sidecar_of
from coach.records.recovery import CONTINUED_WITHIN
from coach.records.schema import is_plain

_OPENED_BY_PASSPHRASE = frozenset(
    {RecordFault.LOCKED, RecordFault.KEYRING_LOCKED, RecordFault.KEYRING_MISSING}
)


def waits_for_passphrase(path: Path) -> Sidecar | None:
    """The key file that a passphrase opens, where nothing else here does; else None.

    None too where a passphrase would not help: a plain file, one that is not there, a key file
    that is missing, damaged or lost for good. Who opens the file tells that.
    """
    with suppress(OSError, ProtectionError), path.open("rb") as file:
        if is_plain(file.read(16)):
            return None
        sidecar = read_sidecar(sidecar_of(path))
        try:
            key_of(path)
        except ProtectionError as error:
            if sidecar.recovery is not None and error.fault in _OPENED_BY_PASSPHRASE:
                return sidecar
    return None


def cut_off_lately(folder: Path, now: datetime) -> Path | None:
    """The newest walk that may have been cut off a short time ago, whether locked or not."""
    found = []
    for wal in folder.glob("*.hipwalk-wal"):
        with suppress(OSError):
            cut_off_at = datetime.fromtimestamp(wal.stat().st_mtime, now.tzinfo)
            if abs(now - cut_off_at) <= CONTINUED_WITHIN:
                found.append((cut_off_at, wal.with_name(wal.name.removesuffix("-wal"))))
    return max(found)[1] if found else None
