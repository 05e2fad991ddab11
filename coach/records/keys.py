"""Who may read protected walks: the vault of this computer's user, and every file's key file.

The vault is a pair of keys. Its public one seals the random key of every new file, also while
the vault is locked. Its private one is held by the keyring of the operating system, and stands
behind the recovery passphrase in the vault's file and beside every protected file (`NAME.key`).
"""

import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

import msgspec

from coach.records.engine import KEY_BYTES
from coach.records.errors import KeepingError, ProtectionError, RecordFault, not_written
from coach.records.seals import (
    BehindPassphrase,
    hide,
    new_private_key,
    public_key,
    reveal,
    seal,
    unseal,
)

LEAST_PASSPHRASE = 10
"""Characters; Argon2id makes each guess cost 64 MiB and about 0.1 s."""
PASSPHRASE_FILE_VARIABLE = "HIPCOACH_PASSPHRASE_FILE"
"""Names a file with the passphrase, for machines where nobody can be asked."""

BESIDE = ("-wal", "-shm", "-journal", "-held")
"""What the names of files end in that stand beside a database while it is used."""

_SERVICE = "hipcoach"
_MAX_KEY_FILE_BYTES = 10_000
_Kind = TypeVar("_Kind")

_unlocked: dict[str, bytes] = {}
_is_locked = False
_ask: Callable[[], str | None] | None = None


class FileKey(NamedTuple):
    """The key of one file, and its key file where that has still to be written."""

    key: bytes
    sidecar: bytes | None = None


class Sidecar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a key file (`NAME.key`) holds."""

    vault: str
    sealed: bytes
    recovery: BehindPassphrase | None = None
    format: Literal["hipcoach key"] = "hipcoach key"
    version: Literal[1] = 1


class Vault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the vault's file holds: the public key, and the private one behind the passphrase.

    `recovery` is None as long as no passphrase was chosen: then the keyring alone holds it.
    """

    id: str
    public: bytes
    recovery: BehindPassphrase | None = None
    format: Literal["hipcoach vault"] = "hipcoach vault"
    version: Literal[1] = 1

    def new_file_key(self) -> FileKey:
        """A new random key, with the key file that goes beside its file."""
        key = secrets.token_bytes(KEY_BYTES)
        sidecar = Sidecar(self.id, seal(key, self.public), self.recovery)
        return FileKey(key, msgspec.json.encode(sidecar))


def sidecar_of(path: Path) -> Path:
    """Where the key file of a protected file is."""
    return path.with_suffix(".key")


def remove_all_of(path: Path) -> None:
    """Leave nothing of a protected copy that was not finished, its journals least of all."""
    for file in (sidecar_of(path), path, *(path.with_name(path.name + end) for end in BESIDE)):
        with suppress(OSError):
            file.unlink()


def write_private(path: Path, content: bytes) -> None:
    """Write a file of its owner only, at once or not at all, and bring it to the disk.

    Raises
    ------
    OSError
        When the disk does not take it; what was there before is then untouched.
    """
    new = path.with_name(f"{path.name}.new")
    with suppress(FileNotFoundError):
        new.unlink()
    file = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(file, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def keep_private(path: Path, content: bytes) -> None:
    """`write_private`, with the fault of a record where the disk does not take it.

    Raises
    ------
    KeepingError
        When the folder cannot be written.
    """
    try:
        write_private(path, content)
    except OSError as error:
        raise KeepingError(
            not_written(error), folder=str(path.parent), cause=error.strerror
        ) from error


def new_vault(passphrase: str | None) -> Vault | None:
    """A new vault, unlocked: in the keyring, behind the passphrase, or both; None for neither.

    Raises
    ------
    ProtectionError
        When the passphrase is too short.
    """
    if passphrase is not None:
        refuse_short(passphrase)
    private, vault_id = new_private_key(), secrets.token_hex(8)
    is_in_keyring = _put_in_keyring(vault_id, private)
    if not is_in_keyring and passphrase is None:
        return None
    recovery = None if passphrase is None else hide(private, passphrase)
    _unlocked[vault_id] = private
    return Vault(vault_id, public_key(private), recovery)


def with_passphrase(vault: Vault, passphrase: str) -> Vault:
    """The vault with another passphrase; it must be unlocked.

    Raises
    ------
    ProtectionError
        When the passphrase is too short or the vault cannot be unlocked.
    """
    refuse_short(passphrase)
    private = _private_key(vault.id, vault.recovery)
    return msgspec.structs.replace(vault, recovery=hide(private, passphrase))


def take_passphrase(sidecar_path: Path, vault: Vault) -> bool:
    """Put the vault's present passphrase before a key file; False where it is another's.

    Raises
    ------
    ProtectionError, KeepingError
        When it is no key file, or the disk does not take it; it is then as it was.
    """
    sidecar = read_sidecar(sidecar_path)
    if sidecar.vault != vault.id:
        return False
    changed = msgspec.structs.replace(sidecar, recovery=vault.recovery)
    keep_private(sidecar_path, msgspec.json.encode(changed))
    return True


def shared_file_key(passphrase: str) -> FileKey:
    """A key behind a passphrase that is told to somebody else, and no vault's.

    Raises
    ------
    ProtectionError
        When the passphrase is too short.
    """
    refuse_short(passphrase)
    private = new_private_key()
    vault = Vault(secrets.token_hex(8), public_key(private), hide(private, passphrase))
    return vault.new_file_key()


def read_vault(path: Path) -> Vault | None:
    """The vault in this file; None when there is none yet.

    Raises
    ------
    ProtectionError
        When the file is damaged.
    """
    return _read(path, Vault) if path.exists() else None


def read_sidecar(path: Path) -> Sidecar:
    """What a key file holds.

    Raises
    ------
    ProtectionError
        When it is missing or damaged.
    """
    return _read(path, Sidecar)


def key_of(path: Path) -> bytes:
    """The key of a protected file.

    Raises
    ------
    ProtectionError
        When its key file is missing or damaged, or nothing here unlocks it.
    """
    sidecar = read_sidecar(sidecar_of(path))
    return unseal(sidecar.sealed, _private_key(sidecar.vault, sidecar.recovery))


def unlock(vault: Vault | Sidecar, passphrase: str) -> None:
    """Unlock, for this process, everything that is protected by the same vault.

    Raises
    ------
    ProtectionError
        When it is another passphrase, or none was ever chosen.
    """
    global _is_locked  # noqa: PLW0603 - a process is locked or not
    if vault.recovery is None:
        raise ProtectionError(RecordFault.KEY_LOST)
    private = reveal(vault.recovery, passphrase)
    _unlocked[vault.id if isinstance(vault, Vault) else vault.vault] = private
    _is_locked = False


def lock(vault: Vault | None) -> bool:
    """Forget every key until a passphrase is entered; False where none was ever chosen."""
    global _is_locked  # noqa: PLW0603 - a process is locked or not
    if vault is None or vault.recovery is None:
        return False
    forget()
    _is_locked = True
    return True


def is_locked() -> bool:
    """Whether this process was locked, and no passphrase was entered since."""
    return _is_locked


def forget() -> None:
    """Forget every key this process holds; the keyring or a passphrase brings them back."""
    global _is_locked  # noqa: PLW0603 - a process is locked or not
    _unlocked.clear()
    _is_locked = False


def ask_with(ask: Callable[[], str | None] | None) -> None:
    """Ask by this function where a passphrase is needed; None asks nobody."""
    global _ask  # noqa: PLW0603 - a process has one terminal
    _ask = ask


def refuse_short(passphrase: str) -> None:
    """Refuse a passphrase that protects nothing.

    Raises
    ------
    ProtectionError
        When it is too short.
    """
    if len(passphrase.strip()) < LEAST_PASSPHRASE:
        raise ProtectionError(RecordFault.PASSPHRASE_TOO_SHORT)


def write_sidecar(path: Path, sidecar: bytes) -> None:
    """Write the key file of a file that is about to be made.

    Raises
    ------
    KeepingError
        When there is one already, or the folder cannot be written.
    """
    target = sidecar_of(path)
    if target.exists():
        raise KeepingError(RecordFault.EXISTS, file=target.name)
    keep_private(target, sidecar)


def _private_key(vault_id: str, recovery: BehindPassphrase | None) -> bytes:
    if vault_id in _unlocked:
        return _unlocked[vault_id]
    if _is_locked:
        raise ProtectionError(RecordFault.LOCKED)
    private, fault = _from_keyring(vault_id)
    if private is None:
        if recovery is None:
            lost = fault is RecordFault.KEYRING_MISSING
            raise ProtectionError(RecordFault.KEY_LOST if lost else fault)
        passphrase = _told_passphrase()
        if passphrase is None:
            raise ProtectionError(fault)
        private = reveal(recovery, passphrase)
    _unlocked[vault_id] = private
    return private


def _told_passphrase() -> str | None:
    file = os.environ.get(PASSPHRASE_FILE_VARIABLE)
    if file:
        try:
            return Path(file).read_text("utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError):
            raise ProtectionError(
                RecordFault.PASSPHRASE_FILE_UNREADABLE, passphrase_file=file
            ) from None
    return _ask() if _ask is not None else None


def _from_keyring(vault_id: str) -> tuple[bytes | None, RecordFault]:
    """The private key the keyring holds, or None and why."""
    import keyring
    from keyring.errors import KeyringError, KeyringLocked

    try:
        held = keyring.get_password(_SERVICE, vault_id)
        return (None if held is None else bytes.fromhex(held)), RecordFault.KEYRING_MISSING
    except KeyringLocked:
        return None, RecordFault.KEYRING_LOCKED
    except (KeyringError, RuntimeError, OSError, ValueError):
        return None, RecordFault.KEYRING_MISSING


def _put_in_keyring(vault_id: str, private: bytes) -> bool:
    """Whether the keyring took the key and gives it back."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, vault_id, private.hex())
    except (KeyringError, RuntimeError, OSError):
        return False
    return _from_keyring(vault_id)[0] == private


def _read(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise ProtectionError(RecordFault.KEY_FILE_MISSING, file=path.name) from None
    except OSError as error:
        raise ProtectionError(RecordFault.KEY_FILE_DAMAGED, cause=error.strerror) from error
    try:
        if len(content) > _MAX_KEY_FILE_BYTES:
            raise msgspec.DecodeError("too large")
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ProtectionError(RecordFault.KEY_FILE_DAMAGED, file=path.name) from error
