"""What the journal keeps of prescriptions: given here, keys that were compared, and taken."""

from datetime import date

import msgspec


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A prescription that a physio of this computer gave."""

    serial: int
    expires_on: date


class Pinned(msgspec.Struct, frozen=True):
    """A physio's key whose six words the person compared, and the code the physio has for them."""

    public: bytes
    physio: str
    code: str


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A prescription that was taken: the whole file, so that its signature can be checked again."""

    serial: int
    public: bytes
    file: bytes
