"""The physiotherapists of this computer: each with a name, a PIN, and a key that the PIN opens.

The PIN guards roles, not data: whoever may use this account can remove all PINs (`forget_pins`),
and whoever may change its files can do more. What they cannot do is sign in a physio's name.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from coach.records.errors import ProtectionError, RecordFault
from coach.records.keys import read_vault
from coach.records.library import Library
from coach.records.places import vault_path
from coach.records.seals import BehindPassphrase, hide, reveal
from coach.records.signatures import is_signed, new_signing_key, signature, verifying_key
from coach.records.trail import Signer

LEAST_PIN = 6
"""Characters; digits or letters."""
FREE_TRIES = 5
"""So many wrong PINs in a row cost nothing; then each costs a wait, twice as long each time."""
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)

_FORMER = b"hipcoach former keys 1 "
_PHYSIOS, _TRIES = "physios", "pin_tries"
_STRAIGHT = "0123456789abcdefghijklmnopqrstuvwxyz"


class Physio(msgspec.Struct, frozen=True, kw_only=True):
    """A physio of this computer.

    `former` are public keys from before a PIN was forgotten. They count with `former_signed` by the
    present key only: a key that somebody puts among them signs nothing in this physio's name.
    """

    name: str
    public: bytes
    behind_pin: BehindPassphrase
    added_at: datetime
    former: tuple[bytes, ...] = ()
    former_signed: bytes = b""

    @property
    def keys(self) -> frozenset[bytes]:
        """The keys whose signatures are this physio's."""
        holds = is_signed(self.public, _FORMER + b"".join(self.former), self.former_signed)
        return frozenset({self.public, *(self.former if holds else ())})


class _Physios(msgspec.Struct, frozen=True):
    now: tuple[Physio, ...] = ()
    gone: dict[str, tuple[bytes, ...]] = {}
    """Keys of who was removed, so that what they signed stays theirs."""


class Tries(msgspec.Struct, frozen=True):
    """Wrong PINs in a row, whoever's, and when the last one was entered."""

    n_wrong: int = 0
    last_at: datetime | None = None

    def wait(self, now: datetime) -> timedelta:
        """How long nobody may try; a clock that was set back waits the whole time."""
        over = self.n_wrong - FREE_TRIES
        if over < 0 or self.last_at is None:
            return timedelta()
        whole: timedelta = min(FIRST_WAIT * 2 ** min(over, 16), LONGEST_WAIT)
        return min(max(whole - (now - self.last_at), timedelta()), whole)


class Session(msgspec.Struct, frozen=True):
    """A physio who entered their PIN; it ends when it is forgotten."""

    name: str
    public: bytes
    private: bytes

    @property
    def signer(self) -> Signer:
        """Signs what this physio sets."""
        return Signer(self.public, lambda content: signature(self.private, content))

    def __repr__(self) -> str:
        return f"Session({self.name!r})"


def physios(library: Library) -> tuple[Physio, ...]:
    """Who has a PIN here."""
    return _known(library).now


def keys_by_name(library: Library) -> dict[str, frozenset[bytes]]:
    """Every public key a physio of this computer has or had."""
    known = _known(library)
    gone = {name: frozenset(keys) for name, keys in known.gone.items()}
    return gone | {physio.name: physio.keys for physio in known.now}


def add_physio(library: Library, name: str, pin: str, now: datetime) -> Session:
    """Somebody new, with a new key; they are in.

    Raises
    ------
    ProtectionError
        When the PIN is too short or too simple, or the name is empty or taken.
    """
    refuse_weak_pin(pin)
    name = name.strip()
    private = new_signing_key()
    public, hidden = verifying_key(private), hide(private, pin)

    def added(known: _Physios | None) -> _Physios:
        known = known or _Physios()
        if not name or any(each.name.casefold() == name.casefold() for each in known.now):
            raise ProtectionError(RecordFault.NAME_TAKEN)
        former = known.gone.get(name, ())
        new = Physio(
            name=name,
            public=public,
            behind_pin=hidden,
            added_at=now,
            former=former,
            former_signed=_signed_former(private, former),
        )
        return msgspec.structs.replace(known, now=(*known.now, new))

    library.change_setting(_PHYSIOS, _Physios, added)
    return Session(name, public, private)


def enter(library: Library, name: str, pin: str, now: datetime) -> Session:
    """The session of who knows the PIN.

    The try is counted on the disk before the PIN is looked at, so that ending the program in
    between gains nothing.

    Raises
    ------
    ProtectionError
        When it is another PIN, or nobody may try yet (``wait_s`` in its details).
    """
    physio = _named(library, name)
    before = _count_try(library, now)
    try:
        private = reveal(physio.behind_pin, pin)
    except ProtectionError as error:
        wait_s = round(before.wait(now).total_seconds())
        raise ProtectionError(RecordFault.WRONG_PIN, wait_s=wait_s or None) from error
    library.save_setting(_TRIES, Tries())
    return Session(physio.name, physio.public, private)


def wait(library: Library, now: datetime) -> timedelta:
    """How long nobody may try a PIN."""
    return (library.setting(_TRIES, Tries) or Tries()).wait(now)


def change_pin(library: Library, session: Session, pin: str) -> None:
    """Put another PIN before the same key.

    Raises
    ------
    ProtectionError
        When the PIN is too short or too simple.
    """
    refuse_weak_pin(pin)
    hidden = hide(session.private, pin)
    _change(library, session.name, lambda it: msgspec.structs.replace(it, behind_pin=hidden))


def recover(library: Library, name: str, passphrase: str, pin: str, now: datetime) -> Session:
    """A new PIN, and a new key behind it, for who forgot theirs and knows the passphrase.

    The old key is lost with the old PIN, so patients compare the six words again. A passphrase
    counts as a try.

    Raises
    ------
    ProtectionError
        When the passphrase is another or none was chosen, the PIN is weak, or nobody may try yet.
    """
    refuse_weak_pin(pin)
    vault = read_vault(vault_path())
    if vault is None or vault.recovery is None:
        raise ProtectionError(RecordFault.PIN_UNRECOVERABLE)
    _named(library, name)
    _count_try(library, now)
    reveal(vault.recovery, passphrase)
    private = new_signing_key()
    public, hidden = verifying_key(private), hide(private, pin)

    def renewed(physio: Physio) -> Physio:
        former = tuple(sorted(physio.keys))
        return msgspec.structs.replace(
            physio,
            public=public,
            behind_pin=hidden,
            former=former,
            former_signed=_signed_former(private, former),
        )

    _change(library, name, renewed)
    library.save_setting(_TRIES, Tries())
    return Session(name, public, private)


def remove_physio(library: Library, name: str) -> None:
    """Take a physio's PIN and key away; what they set and signed stays theirs."""
    library.change_setting(_PHYSIOS, _Physios, lambda known: _without(known, {name}))


def forget_pins(library: Library) -> tuple[str, ...]:
    """Take every PIN away, for the owner of this computer's data; return whose they were."""
    names = tuple(physio.name for physio in physios(library))
    library.change_setting(_PHYSIOS, _Physios, lambda known: _without(known, set(names)))
    library.save_setting(_TRIES, Tries())
    return names


def refuse_weak_pin(pin: str) -> None:
    """Refuse a PIN that is guessed first.

    Raises
    ------
    ProtectionError
        When it is too short, one character over and over, or a straight row.
    """
    if len(pin) < LEAST_PIN:
        raise ProtectionError(RecordFault.PIN_TOO_SHORT)
    low = pin.casefold()
    if len(set(low)) < 3 or low in _STRAIGHT + "0" or low in ("0" + _STRAIGHT)[::-1]:
        raise ProtectionError(RecordFault.PIN_TOO_SIMPLE)


def _count_try(library: Library, now: datetime) -> Tries:
    library.change_setting(_TRIES, Tries, lambda tries: _not_from_later(tries or Tries(), now))
    return library.change_setting(_TRIES, Tries, lambda tries: _one_more(tries or Tries(), now))


def _not_from_later(tries: Tries, now: datetime) -> Tries:
    """With a clock that was set back, the wait begins anew, once."""
    is_later = tries.last_at is not None and tries.last_at > now
    return Tries(tries.n_wrong, now) if is_later else tries


def _one_more(tries: Tries, now: datetime) -> Tries:
    waits = tries.wait(now)
    if waits:
        raise ProtectionError(RecordFault.PIN_WAITS, wait_s=round(waits.total_seconds()) or 1)
    return Tries(tries.n_wrong + 1, now)


def _signed_former(private: bytes, former: tuple[bytes, ...]) -> bytes:
    return signature(private, _FORMER + b"".join(former))


def _known(library: Library) -> _Physios:
    return library.setting(_PHYSIOS, _Physios) or _Physios()


def _named(library: Library, name: str) -> Physio:
    for physio in physios(library):
        if physio.name == name:
            return physio
    raise ProtectionError(RecordFault.WRONG_PIN)


def _change(library: Library, name: str, change: Callable[[Physio], Physio]) -> None:
    def changed(known: _Physios | None) -> _Physios:
        known = known or _Physios()
        now = tuple(change(each) if each.name == name else each for each in known.now)
        return msgspec.structs.replace(known, now=now)

    library.change_setting(_PHYSIOS, _Physios, changed)


def _without(known: _Physios | None, names: set[str]) -> _Physios:
    known = known or _Physios()
    gone = dict(known.gone)
    for physio in known.now:
        if physio.name in names:
            gone[physio.name] = tuple(sorted(physio.keys))
    return _Physios(tuple(each for each in known.now if each.name not in names), gone)
