"""When a passphrase has to be asked for before a file is opened."""

import os
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest

from coach.records import keys
from coach.records.unlocking import cut_off_lately, waits_for_passphrase
from tests.coach.records.keyrings import LockedKeyring, OpenKeyring

PASSPHRASE = "seven green sensors on a walk"
NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)


def _protected(path: Path, passphrase: str | None) -> Path:
    vault = keys.new_vault(passphrase)
    assert vault is not None
    path.write_bytes(b"looks like random bytes")
    sidecar = vault.new_file_key().sidecar
    assert sidecar is not None
    keys.write_sidecar(path, sidecar)
    keys.forget()
    return path


def _wal(path: Path, age_s: float) -> Path:
    wal = path.with_name(path.name + "-wal")
    wal.touch()
    os.utime(wal, (NOW.timestamp() - age_s,) * 2)
    return path


def test_without_keyring_it_waits_for_the_passphrase(tmp_path: Path) -> None:
    sidecar = waits_for_passphrase(_protected(tmp_path / "a.hipwalk", PASSPHRASE))
    assert sidecar is not None
    keys.unlock(sidecar, PASSPHRASE)
    assert waits_for_passphrase(tmp_path / "a.hipwalk") is None


def test_a_keyring_that_is_locked_leaves_the_passphrase(tmp_path: Path) -> None:
    path = _protected(tmp_path / "a.hipwalk", PASSPHRASE)
    keyring.set_keyring(LockedKeyring())
    assert waits_for_passphrase(path) is not None


def test_a_keyring_that_has_the_key_asks_nobody(tmp_path: Path) -> None:
    keyring.set_keyring(OpenKeyring())
    assert waits_for_passphrase(_protected(tmp_path / "a.hipwalk", PASSPHRASE)) is None


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + bytes(100)])
def test_what_no_passphrase_opens_waits_for_none(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.hipwalk"
    if content is not None:
        path.write_bytes(content)
    assert waits_for_passphrase(path) is None


def test_a_key_only_the_lost_keyring_had_waits_for_nothing(tmp_path: Path) -> None:
    keyring.set_keyring(OpenKeyring())
    path = _protected(tmp_path / "a.hipwalk", None)
    keyring.set_keyring(OpenKeyring())
    assert waits_for_passphrase(path) is None


def test_the_newest_walk_that_was_cut_off_lately_may_go_on(tmp_path: Path) -> None:
    _wal(tmp_path / "old.hipwalk", 600)
    new = _wal(tmp_path / "new.hipwalk", 60)
    assert cut_off_lately(tmp_path, NOW) == new


def test_a_walk_cut_off_long_ago_does_not_go_on(tmp_path: Path) -> None:
    _wal(tmp_path / "old.hipwalk", 3600)
    assert cut_off_lately(tmp_path, NOW) is None
