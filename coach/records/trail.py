"""The trail of limits and of what a physio set: a chain that shows what was changed behind it.

Every such row has a link in the journal, in the same transaction. A link holds a digest of its row
and of the link before it; one made in the physio's area is signed as well. Who changes, removes or
slips in a row without this program breaks the chain, and who makes the chain anew cannot make the
signatures. What the chain does not show: that its newest links, rows and all, were taken away.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

import msgspec

from coach.records.signatures import is_signed

KIND = "trail"
"""The journal's kind of a link."""
LIMITS, JOURNAL = "limit_set", "journal"
GUARDED_KINDS = frozenset(
    {"permissions", "intake", "goals", "given", "taken", "pinned", "long_stride"}
)
"""Kinds of the journal that are on the trail, as limits are."""

_ROW = {
    LIMITS: (
        "SELECT limit_set.id, person_id, side, set_at, set_by, reason, limit_set.json FROM "
        "limit_set JOIN profile ON profile.id=profile_id WHERE person_id=?"
    ),
    JOURNAL: (
        "SELECT id, person_id, kind, at, side, noted_by, json FROM journal WHERE person_id=? "
        "AND kind<>'trail'"
    ),
}
_BY = {LIMITS: 4, JOURNAL: 5}
"""Which column says whose row it is."""
_LINKS = f"SELECT id, noted_by, json FROM journal WHERE person_id=? AND kind='{KIND}' ORDER BY id"

_MARK_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs links: a physio in their own area."""

    public: bytes
    sign: Callable[[bytes], bytes]


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One link: which row of which table, and the digest of that row and of all before it."""

    table: str
    row: int
    digest: str
    public: bytes | None = None
    signature: bytes | None = None


class Broken(StrEnum):
    """What is wrong with a link or a row."""

    CHANGED = "changed"
    """The row, or the link before it, is not as it was when it was kept."""
    GONE = "gone"
    """The row of a link is not there."""
    SLIPPED_IN = "slipped_in"
    """A row that no link speaks of, younger than the trail."""
    SIGNATURE = "signature"
    """The signature is none, or that of a key this computer does not know."""
    UNSIGNED = "unsigned"
    """In the name of a physio of this computer, and not signed by them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the trail is broken."""

    kind: Broken
    table: str
    row: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at the trail found.

    Attributes
    ----------
    n_links, n_signed : int
        Links that hold, and how many of them are signed by a physio of this computer.
    n_older : int
        Rows from before there was a trail.
    head : str
        The newest digest; the same trail has the same one.
    """

    n_links: int = 0
    n_signed: int = 0
    n_older: int = 0
    head: str = ""
    faults: tuple[Fault, ...] = ()

    @property
    def mark(self) -> str:
        """As much of the newest digest as people compare."""
        return self.head[:_MARK_LETTERS]


def append(
    connection: sqlite3.Connection,
    person_id: int,
    table: str,
    row_id: int,
    at: str,
    by: str,
    signer: Signer | None,
) -> None:
    """Add the link of a row that was just inserted, in the same transaction."""
    row = connection.execute(f"{_ROW[table]} AND {table}.id=?", (person_id, row_id)).fetchone()
    links = connection.execute(f"{_LINKS} DESC LIMIT 1", (person_id,)).fetchall()
    before = _link(links[0][2]).digest if links else ""
    digest = _digest(before, table, tuple(row))
    signed = None if signer is None else signer.sign(_signed_bytes(digest))
    link = Link(table, row_id, digest, signer.public if signer else None, signed)
    connection.execute(
        "INSERT INTO journal(person_id, kind, at, side, noted_by, json) VALUES(?, ?, ?, ?, ?, ?)",
        (person_id, KIND, at, None, by, msgspec.json.encode(link).decode()),
    )


def check(
    connection: sqlite3.Connection, person_id: int, keys_by_name: dict[str, frozenset[bytes]]
) -> Checked:
    """Follow the trail of a person from its beginning.

    Parameters
    ----------
    keys_by_name
        The public keys each physio of this computer has or had.
    """
    links = [_link(text) for _, _, text in connection.execute(_LINKS, (person_id,))]
    rows = {
        (table, int(row[0])): tuple(row)
        for table, sql in _ROW.items()
        for row in connection.execute(sql, (person_id,))
        if table == LIMITS or row[2] in GUARDED_KINDS
    }
    faults = [*_faults(links, rows, keys_by_name)]
    linked = {(link.table, link.row) for link in links}
    first = {table: min((row for of, row in linked if of == table), default=None) for table in _ROW}
    n_older = 0
    for table, row_id in sorted(rows.keys() - linked):
        begun = first[table]
        if begun is None or row_id < begun:
            n_older += 1
        else:
            faults.append(Fault(Broken.SLIPPED_IN, table, row_id))
    wrong = {(fault.table, fault.row) for fault in faults}
    good = [link for link in links if (link.table, link.row) not in wrong]
    n_signed = sum(link.signature is not None for link in good)
    return Checked(len(good), n_signed, n_older, links[-1].digest if links else "", tuple(faults))


def _faults(
    links: list[Link],
    rows: dict[tuple[str, int], tuple[object, ...]],
    keys_by_name: dict[str, frozenset[bytes]],
) -> Iterator[Fault]:
    before = ""
    for link in links:
        kind = _fault(link, before, rows.get((link.table, link.row)), keys_by_name)
        if kind is not None:
            yield Fault(kind, link.table, link.row)
        before = link.digest


def _fault(
    link: Link,
    before: str,
    row: tuple[object, ...] | None,
    keys_by_name: dict[str, frozenset[bytes]],
) -> Broken | None:
    if row is None:
        return Broken.GONE
    if _digest(before, link.table, row) != link.digest:
        return Broken.CHANGED
    keys = keys_by_name.get(str(row[_BY[link.table]]))
    if link.signature is None:
        return None if keys is None else Broken.UNSIGNED
    is_good = is_signed(link.public or b"", _signed_bytes(link.digest), link.signature)
    return None if is_good and link.public in (keys or ()) else Broken.SIGNATURE


def _digest(before: str, table: str, row: tuple[object, ...]) -> str:
    return sha256(msgspec.json.encode([before, table, *row])).hexdigest()


def _signed_bytes(digest: str) -> bytes:
    return b"hipcoach trail 1 " + digest.encode()


def _link(text: object) -> Link:
    try:
        return msgspec.json.decode(str(text), type=Link)
    except msgspec.DecodeError:
        return Link("", 0, "")  # speaks of no row, and nothing follows from it
