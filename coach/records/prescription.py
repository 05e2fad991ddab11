"""A prescription: what a physio set, as a signed file for the patient's own computer.

The file holds the payload as it was signed, byte for byte, the physio's public key, and the
signature. Nothing of the payload is read before the signature holds.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Annotated, Literal, NamedTuple

import msgspec

from coach.care.limits import Limit
from coach.care.permissions import Permissions
from coach.care.warning_signs import Condition, HipHistory
from coach.records.entries import AboutPerson, LimitEntry, Person
from coach.records.errors import PrescriptionError, RecordFault
from coach.records.journal import BY_FILE, Noted
from coach.records.library import Library
from coach.records.prescription_entries import Given, Pinned, Taken
from coach.records.roles import Session
from coach.records.signatures import is_signed
from sensors.samples import Side

ENDING = ".prescription"
MOST_BYTES = 100_000
VALID_FOR = timedelta(days=30)
"""How long after its day a file is taken."""
_PURPOSE = b"hipcoach prescription 1\n"
_LOWEST_DEG, _HIGHEST_DEG = -20.0, 40.0
_SHORTEST_M, _LONGEST_M = 0.2, 3.0

_Text = Annotated[str, msgspec.Meta(max_length=1000)]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
_Key = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class Prescription(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is set for one person.

    Attributes
    ----------
    code : str
        Whom it is for: the pseudonym on the physio's computer.
    serial : int
        Grows with every one the physio gives this person.
    limits : dict of Side to Limit
        Of the legs whose limit is set by it.
    conditions, hips
        What the physio entered; conditions add to those the person told.
    """

    code: _Name
    physio: _Name
    serial: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    issued_at: datetime
    expires_on: date
    permissions: Permissions
    limits: dict[Side, Limit] = {}
    sore_sides: tuple[Side, ...] = ()
    conditions: frozenset[Condition] = frozenset()
    hips: dict[Side, tuple[HipHistory, ...]] = {}
    message: _Text = ""

    def __post_init__(self) -> None:
        for limit in self.limits.values():
            _refuse_odd(limit)
        if self.issued_at.tzinfo is None:
            raise ValueError("a prescription is of a moment")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    public: _Key
    payload: bytes
    signature: Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]
    format: Literal["hipcoach prescription"] = "hipcoach prescription"
    version: Literal[1] = 1


class _Head(msgspec.Struct, frozen=True):
    format: str = ""
    version: int = 0


class Opened(NamedTuple):
    """A prescription whose signature holds, and whose key signed it."""

    prescription: Prescription
    public: bytes
    content: bytes


def signed(prescription: Prescription, session: Session) -> bytes:
    """The file."""
    payload = msgspec.json.encode(prescription)
    sign = session.signer.sign(_PURPOSE + payload)
    return msgspec.json.encode(_File(session.public, payload, sign))


def give(
    library: Library, person: Person, session: Session, set_for: Prescription, now: datetime
) -> bytes:
    """The file of the next prescription for a person, noted as given.

    Its serial is past every one before, also where the library was put back from a copy.

    Raises
    ------
    RecordError
        When the library cannot be read or written.
    """
    given = library.newest(person, Given)
    last = given.entry.serial if given else 0
    prescription = msgspec.structs.replace(
        set_for,
        code=person.pseudonym,
        physio=session.name,
        serial=max(last + 1, int(now.timestamp())),
        issued_at=now,
        expires_on=(now + VALID_FOR).date(),
    )
    content = signed(prescription, session)
    entry = Given(serial=prescription.serial, expires_on=prescription.expires_on)
    library.keep(person, entry, by=session.name, at=now, signer=session.signer)
    return content


def opened(content: bytes) -> Opened:
    """The prescription in a file, its signature checked and nothing else.

    Raises
    ------
    PrescriptionError
        When it is none, of a newer version, or not as it was signed.
    """
    if len(content) > MOST_BYTES:
        raise PrescriptionError(RecordFault.NOT_A_PRESCRIPTION, cause="too large")
    try:
        file = msgspec.json.decode(content, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_one(content) from error
    if not is_signed(file.public, _PURPOSE + file.payload, file.signature):
        raise PrescriptionError(RecordFault.PRESCRIPTION_CHANGED)
    try:
        prescription = msgspec.json.decode(file.payload, type=Prescription)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PrescriptionError(RecordFault.PRESCRIPTION_NEWER, cause=str(error)) from error
    return Opened(prescription, file.public, content)


def refuse(library: Library, person: Person, told: Opened, now: datetime) -> None:
    """Refuse a prescription that is not for this person now; an unknown key is refused last.

    Raises
    ------
    PrescriptionError
        When it has expired, is for somebody else, was taken before or is older than one that was,
        or its key was never compared (`PRESCRIPTION_UNPINNED`).
    RecordError
        When the library cannot be read.
    """
    prescription = told.prescription
    if now.date() > prescription.expires_on:
        raise PrescriptionError(
            RecordFault.PRESCRIPTION_EXPIRED, expired_on=prescription.expires_on.isoformat()
        )
    pinned = _pinned(library, person, told.public)
    if _is_foreign(library, person, told, pinned):
        raise PrescriptionError(RecordFault.PRESCRIPTION_FOREIGN, code=prescription.code)
    newest = _newest_taken(library, person, told.public)
    if newest is not None and prescription.serial <= newest.entry.serial:
        raise PrescriptionError(
            RecordFault.PRESCRIPTION_OLDER, taken_on=newest.at.date().isoformat()
        )
    if pinned is None:
        raise PrescriptionError(RecordFault.PRESCRIPTION_UNPINNED, physio=prescription.physio)


def pin(library: Library, person: Person, told: Opened, now: datetime) -> None:
    """Take the key for the physio's from now on: the person compared its six words, by voice.

    Raises
    ------
    RecordError
        When the library cannot be written.
    """
    entry = Pinned(told.public, told.prescription.physio, told.prescription.code)
    library.keep(person, entry, at=now)


def take(library: Library, person: Person, told: Opened, now: datetime) -> None:
    """Put into force what a prescription sets; the physio is named, and the file kept.

    Cut off in between, it is taken once more: that it was taken is noted last.

    Raises
    ------
    PrescriptionError
        See `refuse`.
    RecordError
        When the library cannot be read or written.
    """
    refuse(library, person, told, now)
    prescription = told.prescription
    by = by_prescription(prescription.physio)
    library.keep(person, _from(prescription.permissions, now), by=by, at=now)
    told_before = library.newest(person, AboutPerson)
    about = merged(told_before.entry if told_before else AboutPerson(), prescription)
    library.keep(person, about, by=by, at=now)
    for side, limit in prescription.limits.items():
        entry = LimitEntry(now, by, prescription.message, replace(limit, set_by=by))
        library.set_limit(person, side, entry)
    taken = Taken(serial=prescription.serial, public=told.public, file=told.content)
    library.keep(person, taken, by=by, at=now)


def by_prescription(physio: str) -> str:
    """Whom an entry is by that a prescription made: not signed here, but in the file."""
    return f"{physio}{BY_FILE}"


def merged(about: AboutPerson, prescription: Prescription) -> AboutPerson:
    """What the person told, with what the physio entered."""
    sides = (*about.sore_sides, *prescription.sore_sides)
    return msgspec.structs.replace(
        about,
        sore_sides=tuple(dict.fromkeys(sides)),
        conditions=about.conditions | prescription.conditions,
        hips={**about.hips, **prescription.hips},
    )


def newest_taken(library: Library, person: Person) -> tuple[Prescription, datetime] | None:
    """The prescription that was taken last, and when; None before any, or if it is not whole.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    newest = library.newest(person, Taken)
    if newest is None:
        return None
    try:
        return opened(newest.entry.file).prescription, newest.at
    except PrescriptionError:
        return None


def _from(permissions: Permissions, now: datetime) -> Permissions:
    """A prescribed walk is the next one from when it was taken, not from when it was written."""
    if permissions.prescribed is None:
        return permissions
    return replace(permissions, prescribed=replace(permissions.prescribed, set_at=now))


def _is_foreign(
    library: Library, person: Person, told: Opened, pinned: Noted[Pinned] | None
) -> bool:
    code = told.prescription.code
    if pinned is not None:
        return pinned.entry.code != code
    for other in library.people():
        if other.id != person.id:
            of_other = _pinned(library, other, told.public)
            if code == other.pseudonym or (of_other is not None and of_other.entry.code == code):
                return True
    return False


def _pinned(library: Library, person: Person, public: bytes) -> Noted[Pinned] | None:
    found = library.entries(person, Pinned)
    return next((each for each in reversed(found) if each.entry.public == public), None)


def _newest_taken(library: Library, person: Person, public: bytes) -> Noted[Taken] | None:
    of_key = [each for each in library.entries(person, Taken) if each.entry.public == public]
    return max(of_key, key=lambda each: each.entry.serial, default=None)


def _not_one(content: bytes) -> PrescriptionError:
    try:
        head = msgspec.json.decode(content, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError):
        head = _Head()
    is_newer = head.format == "hipcoach prescription" and head.version > 1
    fault = RecordFault.PRESCRIPTION_NEWER if is_newer else RecordFault.NOT_A_PRESCRIPTION
    return PrescriptionError(fault)


def _refuse_odd(limit: Limit) -> None:
    deg, metres = limit.extension_deg, limit.stride_length_m
    if deg is None and metres is None:
        raise ValueError("a limit of nothing")
    if deg is not None and not (isfinite(deg) and _LOWEST_DEG <= deg <= _HIGHEST_DEG):
        raise ValueError(f"a limit of {deg} degrees")
    if metres is not None and not (isfinite(metres) and _SHORTEST_M <= metres <= _LONGEST_M):
        raise ValueError(f"a limit of {metres} m")
