"""Keys sealed for somebody, and secrets behind a passphrase; pure but for randomness.

A file's key is sealed to the vault's public key, so that a walk can be protected while the vault
is locked; only its private key opens the seal. That stands behind the recovery passphrase in every
key file, so that a file, its key file and the passphrase are enough anywhere.

References
----------
A. Biryukov, D. Dinu, D. Khovratovich, S. Josefsson: Argon2 memory-hard function, RFC 9106 (2021).
A. Langley, M. Hamburg, S. Turner: Elliptic curves for security (X25519), RFC 7748 (2016).
"""

import os
from typing import TYPE_CHECKING, Annotated
from unicodedata import normalize

import msgspec

from coach.records.errors import ProtectionError, RecordFault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SECRET_BYTES = 32

_NONCE_BYTES = 12
_SALT_BYTES = 16
_TAG_BYTES = 16
_SEALED_BYTES = SECRET_BYTES + _NONCE_BYTES + SECRET_BYTES + _TAG_BYTES
_PURPOSE = b"hipcoach file key 1"

# RFC 9106, section 4, second recommended option: 64 MiB, three passes, four lanes.
_ITERATIONS, _LANES, _MEMORY_KIB = 3, 4, 65_536


class BehindPassphrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A secret behind a passphrase: how the passphrase is stretched, and the secret's box."""

    salt: bytes
    nonce: bytes
    box: bytes
    iterations: Annotated[int, msgspec.Meta(ge=1, le=10)] = _ITERATIONS
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)] = _LANES
    memory_kib: Annotated[int, msgspec.Meta(ge=8192, le=1_048_576)] = _MEMORY_KIB


def hide(secret: bytes, passphrase: str) -> BehindPassphrase:
    """`secret` behind a passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    hidden = BehindPassphrase(salt, nonce, b"")
    box = AESGCM(_stretched(hidden, passphrase)).encrypt(nonce, secret, salt)
    return BehindPassphrase(salt, nonce, box)


def reveal(hidden: BehindPassphrase, passphrase: str) -> bytes:
    """The secret behind a passphrase.

    Raises
    ------
    ProtectionError
        When it is another passphrase, or the box was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_stretched(hidden, passphrase)).decrypt(hidden.nonce, hidden.box, hidden.salt)
    except (InvalidTag, ValueError) as error:
        raise ProtectionError(RecordFault.WRONG_PASSPHRASE) from error


def new_private_key() -> bytes:
    """A new private key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> bytes:
    """The public key of a private one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal(secret: bytes, public: bytes) -> bytes:
    """`secret`, readable only with the private key of `public`; new bytes each time."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    once_public = once.public_key().public_bytes_raw()
    nonce = os.urandom(_NONCE_BYTES)
    box = _cipher(shared, once_public, public).encrypt(nonce, secret, None)
    return once_public + nonce + box


def unseal(sealed: bytes, private: bytes) -> bytes:
    """The sealed secret.

    Raises
    ------
    ProtectionError
        When it was sealed for another key, or was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    if len(sealed) != _SEALED_BYTES:
        raise ProtectionError(RecordFault.KEY_FILE_DAMAGED)
    once_public, rest = sealed[:SECRET_BYTES], sealed[SECRET_BYTES:]
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(once_public)
        )
        cipher = _cipher(shared, once_public, public_key(private))
        return cipher.decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], None)
    except (InvalidTag, ValueError) as error:
        raise ProtectionError(RecordFault.KEY_FILE_DAMAGED) from error


def _cipher(shared: bytes, once_public: bytes, public: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derivation = HKDF(SHA256(), SECRET_BYTES, salt=None, info=_PURPOSE + once_public + public)
    return AESGCM(derivation.derive(shared))


def _stretched(hidden: BehindPassphrase, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=hidden.salt,
        length=SECRET_BYTES,
        iterations=hidden.iterations,
        lanes=hidden.lanes,
        memory_cost=hidden.memory_kib,
    ).derive(_normal(passphrase))


def _normal(passphrase: str) -> bytes:
    """The same bytes however a keyboard composes its letters."""
    return normalize("NFKC", passphrase).encode()
