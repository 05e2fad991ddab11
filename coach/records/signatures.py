"""Signatures of a physiotherapist (Ed25519), and their public key as six words read aloud.

References
----------
S. Josefsson, I. Liusvaara: Edwards-curve digital signature algorithm, RFC 8032 (2017).
"""

from functools import cache, lru_cache
from pathlib import Path

import assets

N_WORDS = 6
SPOKEN_WORDS_PATH = Path(assets.__file__).parent / "spoken_words.txt"
N_LIST = 256
"""One word stands for one byte, so six words are 48 bits."""

_SALT = b"hipcoach words 1"
# As for a passphrase (RFC 9106): whoever seeks another key with the same words pays for each try.
_ITERATIONS, _LANES, _MEMORY_KIB = 3, 4, 65_536


def new_signing_key() -> bytes:
    """A new private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def verifying_key(private: bytes) -> bytes:
    """The public key of a private one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def signature(private: bytes, content: bytes) -> bytes:
    """The signature under `content`."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign(content)


def is_signed(public: bytes, content: bytes, signed: bytes) -> bool:
    """Whether `signed` was made for exactly this content by the owner of this key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def six_words(public: bytes, language: str = "en") -> tuple[str, ...]:
    """The words of a key, in Finnish for ``fi…`` and in English for any other language.

    The same places of the list in either, so that two people compare them in one language.
    """
    column = 1 if language.lower().startswith("fi") else 0
    return tuple(_spoken_words()[byte][column] for byte in _fingerprint(public))


@cache
def _spoken_words() -> tuple[tuple[str, str], ...]:
    lines = SPOKEN_WORDS_PATH.read_text("utf-8").split("\n")
    pairs = tuple((line.split()[0], line.split()[1]) for line in lines if line.strip())
    if len(pairs) != N_LIST:
        raise ValueError(f"{len(pairs)} words to be spoken, {N_LIST} are needed")
    return pairs


@lru_cache(maxsize=16)
def _fingerprint(public: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=_SALT, length=N_WORDS, iterations=_ITERATIONS, lanes=_LANES, memory_cost=_MEMORY_KIB
    ).derive(public)
