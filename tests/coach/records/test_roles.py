"""PINs guard roles: who is let in, what guessing costs, and the way back after forgetting."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest

from coach.records import keys, roles
from coach.records.errors import ProtectionError, RecordFault
from coach.records.library import Library
from coach.records.places import keep_vault
from coach.records.signatures import is_signed, new_signing_key, verifying_key

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PIN, OTHER_PIN = "482913", "771204"
PASSPHRASE = "correct horse battery"


def _fault(error: pytest.ExceptionInfo[ProtectionError]) -> RecordFault:
    return error.value.fault


def _wrong(library: Library, now: datetime) -> ProtectionError:
    with pytest.raises(ProtectionError) as error:
        roles.enter(library, "Anna", OTHER_PIN, now)
    return error.value


def _choose_passphrase() -> None:
    vault = keys.new_vault(PASSPHRASE)
    assert vault is not None
    keep_vault(vault)


@pytest.fixture
def anna(library: Library) -> roles.Session:
    return roles.add_physio(library, " Anna ", PIN, NOON)


def test_the_pin_opens_the_same_key_again(library: Library, anna: roles.Session) -> None:
    assert roles.enter(library, "Anna", PIN, NOON) == anna


def test_what_a_session_signs_bears_its_public_key(anna: roles.Session) -> None:
    assert is_signed(anna.public, b"a limit", anna.signer.sign(b"a limit"))


def test_another_pin_is_refused(library: Library, anna: roles.Session) -> None:
    assert _wrong(library, NOON).fault is RecordFault.WRONG_PIN


def test_a_name_is_given_once(library: Library, anna: roles.Session) -> None:
    with pytest.raises(ProtectionError) as error:
        roles.add_physio(library, "anna", PIN, NOON)
    assert _fault(error) is RecordFault.NAME_TAKEN


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("48291", RecordFault.PIN_TOO_SHORT),
        ("111111", RecordFault.PIN_TOO_SIMPLE),
        ("121212", RecordFault.PIN_TOO_SIMPLE),
        ("123456", RecordFault.PIN_TOO_SIMPLE),
        ("987654", RecordFault.PIN_TOO_SIMPLE),
        ("abcdef", RecordFault.PIN_TOO_SIMPLE),
    ],
)
def test_a_pin_that_is_guessed_first_is_refused(
    library: Library, pin: str, fault: RecordFault
) -> None:
    with pytest.raises(ProtectionError) as error:
        roles.add_physio(library, "Anna", pin, NOON)
    assert _fault(error) is fault


def test_the_sixth_wrong_pin_costs_a_wait(library: Library, anna: roles.Session) -> None:
    for _ in range(roles.FREE_TRIES):
        _wrong(library, NOON)
    assert _wrong(library, NOON).fault is RecordFault.PIN_WAITS


def test_the_right_pin_waits_as_well(library: Library, anna: roles.Session) -> None:
    for _ in range(roles.FREE_TRIES):
        _wrong(library, NOON)
    with pytest.raises(ProtectionError) as error:
        roles.enter(library, "Anna", PIN, NOON)
    assert _fault(error) is RecordFault.PIN_WAITS


def test_a_wait_outlasts_the_program(library: Library, anna: roles.Session) -> None:
    for _ in range(roles.FREE_TRIES):
        _wrong(library, NOON)
    library.close()
    with Library.open() as again:
        assert roles.wait(again, NOON) == roles.FIRST_WAIT


def test_after_the_wait_the_pin_opens_and_all_is_forgotten(
    library: Library, anna: roles.Session
) -> None:
    for _ in range(roles.FREE_TRIES):
        _wrong(library, NOON)
    later = NOON + roles.FIRST_WAIT
    assert roles.enter(library, "Anna", PIN, later) == anna
    assert roles.wait(library, later) == timedelta()


def test_guessing_at_every_chance_gets_a_few_hundred_tries_a_week(library: Library) -> None:
    tries, now, n = roles.Tries(), NOON, 0
    while now < NOON + timedelta(days=7):
        now += tries.wait(now)
        tries, n = roles.Tries(tries.n_wrong + 1, now), n + 1
    assert n < 200


def test_a_clock_set_back_waits_the_whole_time_once(library: Library, anna: roles.Session) -> None:
    for _ in range(roles.FREE_TRIES):
        _wrong(library, NOON)
    year_before = NOON - timedelta(days=365)
    assert _wrong(library, year_before).details["wait_s"] == 30
    assert roles.enter(library, "Anna", PIN, year_before + roles.FIRST_WAIT) == anna


def test_a_try_is_counted_before_the_pin_is_looked_at(
    library: Library, anna: roles.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(roles, "reveal", killed)
    for _ in range(roles.FREE_TRIES):
        with pytest.raises(KeyboardInterrupt):
            roles.enter(library, "Anna", PIN, NOON)
    assert roles.wait(library, NOON) == roles.FIRST_WAIT


def test_a_changed_pin_keeps_the_key(library: Library, anna: roles.Session) -> None:
    roles.change_pin(library, anna, OTHER_PIN)
    assert roles.enter(library, "Anna", OTHER_PIN, NOON).public == anna.public


def test_the_passphrase_gives_a_new_pin_and_a_new_key(
    library: Library, anna: roles.Session
) -> None:
    _choose_passphrase()
    roles.recover(library, "Anna", PASSPHRASE, OTHER_PIN, NOON)
    assert roles.enter(library, "Anna", OTHER_PIN, NOON).public != anna.public


def test_what_was_signed_before_a_recovery_stays_anna_s(
    library: Library, anna: roles.Session
) -> None:
    _choose_passphrase()
    roles.recover(library, "Anna", PASSPHRASE, OTHER_PIN, NOON)
    assert anna.public in roles.keys_by_name(library)["Anna"]


def test_another_passphrase_recovers_nothing(library: Library, anna: roles.Session) -> None:
    _choose_passphrase()
    with pytest.raises(ProtectionError):
        roles.recover(library, "Anna", "another one of these", OTHER_PIN, NOON)
    assert roles.enter(library, "Anna", PIN, NOON) == anna


def test_without_a_passphrase_nothing_brings_a_pin_back(
    library: Library, anna: roles.Session
) -> None:
    with pytest.raises(ProtectionError) as error:
        roles.recover(library, "Anna", PASSPHRASE, OTHER_PIN, NOON)
    assert _fault(error) is RecordFault.PIN_UNRECOVERABLE


def test_the_owner_of_the_data_removes_every_pin(library: Library, anna: roles.Session) -> None:
    assert roles.forget_pins(library) == ("Anna",)
    assert roles.physios(library) == ()


def test_a_removed_physio_s_signatures_stay_known(library: Library, anna: roles.Session) -> None:
    roles.remove_physio(library, "Anna")
    assert roles.keys_by_name(library) == {"Anna": frozenset({anna.public})}


def test_a_physio_who_comes_back_keeps_their_older_signatures(
    library: Library, anna: roles.Session
) -> None:
    roles.remove_physio(library, "Anna")
    again = roles.add_physio(library, "Anna", OTHER_PIN, NOON)
    assert roles.keys_by_name(library)["Anna"] == {anna.public, again.public}


def test_a_key_slipped_among_the_former_ones_signs_nothing(
    library: Library, anna: roles.Session
) -> None:
    """The attacker writes into the database, and does not know the PIN."""
    mallory = verifying_key(new_signing_key())
    known = library.setting("physios", dict)
    assert known is not None
    known["now"][0]["former"] = [b64encode(mallory).decode()]
    library.save_setting("physios", known)
    assert roles.keys_by_name(library)["Anna"] == {anna.public}


def test_no_private_key_stands_in_the_library(library: Library, anna: roles.Session) -> None:
    library.close()
    assert anna.private not in library.path.read_bytes()


def test_a_session_does_not_print_its_key(anna: roles.Session) -> None:
    assert repr(anna) == "Session('Anna')"
