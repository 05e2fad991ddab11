"""Protected walks open for whom they should, and for nobody else."""

import stat
from collections.abc import Callable
from pathlib import Path

import keyring
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.records import keys, seals
from coach.records.errors import KeepingError, ProtectionError, RecordError, RecordFault
from coach.records.keys import FileKey, Vault, sidecar_of
from coach.records.places import keep_vault, new_key, new_walk_path, plain_mark, vault_path
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind
from tests.coach.records.conftest import LIMIT, STARTED_AT, STRIDES, header
from tests.coach.records.keyrings import LockedKeyring, OpenKeyring
from tests.coach.walks import still

PASSPHRASE = "correct horse battery"
SECRET = "deep ache, Maija Meikäläinen"


@pytest.fixture
def vault() -> Vault:
    """A vault behind the passphrase, locked as after a restart."""
    made = keys.new_vault(PASSPHRASE)
    assert made is not None
    keep_vault(made)
    keys.forget()
    return made


def _keep(path: Path, key: FileKey | None) -> Path:
    recorder = WalkRecorder(path, header(LIMIT), key=key, commit_every_s=0.01)
    recorder.keep(still(0.0, 150), STRIDES, ())
    recorder.note(1.0, SECRET)
    return recorder.close(STARTED_AT)


@pytest.fixture
def protected(path: Path, vault: Vault) -> Path:
    return _keep(path, vault.new_file_key())


def _fault(what: Callable[[], object]) -> RecordFault:
    with pytest.raises(RecordError) as caught:
        what()
    return caught.value.fault


def _reading(path: Path) -> RecordFault:
    return _fault(lambda: WalkFile.open(path))


def test_a_walk_is_protected_while_the_vault_is_locked(protected: Path) -> None:
    assert not protected.read_bytes().startswith(b"SQLite")
    assert _reading(protected) is RecordFault.KEYRING_MISSING


def test_the_passphrase_opens_it(protected: Path, vault: Vault) -> None:
    keys.unlock(vault, PASSPHRASE)
    with WalkFile.open(protected) as walk:
        assert walk.is_encrypted
        assert walk.strides() == STRIDES
        assert walk.notes()[0].text == SECRET
        assert sum(len(block.t_s) for block in walk.blocks()) == 150


def test_the_passphrase_opens_it_without_the_vault_s_file(protected: Path) -> None:
    vault_path().unlink()
    keys.unlock(keys.read_sidecar(sidecar_of(protected)), PASSPHRASE)
    with WalkFile.open(protected) as walk:
        assert walk.strides() == STRIDES


def test_another_passphrase_does_not(protected: Path, vault: Vault) -> None:
    assert _fault(lambda: keys.unlock(vault, "wrong horse battery")) is RecordFault.WRONG_PASSPHRASE
    assert _reading(protected) is RecordFault.KEYRING_MISSING


def test_whoever_can_be_asked_is_asked(protected: Path) -> None:
    keys.ask_with(lambda: PASSPHRASE)
    with WalkFile.open(protected) as walk:
        assert walk.strides() == STRIDES


def test_where_nobody_can_be_asked_a_file_tells_the_passphrase(
    protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "told").write_text(f"{PASSPHRASE}\n", "utf-8")
    monkeypatch.setenv(keys.PASSPHRASE_FILE_VARIABLE, str(tmp_path / "told"))
    with WalkFile.open(protected) as walk:
        assert walk.strides() == STRIDES


def test_a_passphrase_file_that_is_not_there_is_told(
    protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(keys.PASSPHRASE_FILE_VARIABLE, str(tmp_path / "no"))
    assert _reading(protected) is RecordFault.PASSPHRASE_FILE_UNREADABLE


def test_a_keyring_opens_it_without_a_word(path: Path) -> None:
    keyring.set_keyring(OpenKeyring())
    key, notice = new_key(StreamKind.RADIO)
    assert notice is RecordFault.PASSPHRASE_WANTED
    _keep(path, key)
    keys.forget()
    WalkFile.open(path).close()


def test_a_locked_keyring_is_told(path: Path) -> None:
    keyring.set_keyring(OpenKeyring())
    _keep(path, new_key(StreamKind.RADIO)[0])
    keys.forget()
    keyring.set_keyring(LockedKeyring())
    assert _reading(path) is RecordFault.KEYRING_LOCKED


def test_a_key_that_only_a_lost_keyring_held_is_told_lost(path: Path) -> None:
    keyring.set_keyring(OpenKeyring())
    _keep(path, new_key(StreamKind.RADIO)[0])
    keys.forget()
    keyring.set_keyring(OpenKeyring())
    assert _reading(path) is RecordFault.KEY_LOST


def test_a_passphrase_chosen_later_opens_earlier_walks(path: Path) -> None:
    keyring.set_keyring(OpenKeyring())
    _keep(path, new_key(StreamKind.RADIO)[0])
    vault = keys.read_vault(vault_path())
    assert vault is not None
    vault = keys.with_passphrase(vault, PASSPHRASE)
    assert keys.take_passphrase(sidecar_of(path), vault)
    keys.forget()
    keyring.set_keyring(LockedKeyring())
    keys.unlock(vault, PASSPHRASE)
    WalkFile.open(path).close()


def test_a_changed_passphrase_replaces_the_old_one(protected: Path, vault: Vault) -> None:
    keys.unlock(vault, PASSPHRASE)
    changed = keys.with_passphrase(vault, "another long one")
    keys.take_passphrase(sidecar_of(protected), changed)
    keys.forget()
    sidecar = keys.read_sidecar(sidecar_of(protected))
    assert _fault(lambda: keys.unlock(sidecar, PASSPHRASE)) is RecordFault.WRONG_PASSPHRASE
    keys.unlock(sidecar, "another long one")
    WalkFile.open(protected).close()


def test_a_key_file_of_somebody_else_keeps_its_passphrase(path: Path, vault: Vault) -> None:
    _keep(path, keys.shared_file_key("spoken on the phone"))
    keys.unlock(vault, PASSPHRASE)
    assert not keys.take_passphrase(sidecar_of(path), keys.with_passphrase(vault, "x" * 12))
    keys.unlock(keys.read_sidecar(sidecar_of(path)), "spoken on the phone")
    WalkFile.open(path).close()


def test_a_key_file_that_is_not_there_is_told(protected: Path) -> None:
    sidecar_of(protected).unlink()
    assert _reading(protected) is RecordFault.KEY_FILE_MISSING


def test_without_its_key_file_the_passphrase_opens_nothing(protected: Path, vault: Vault) -> None:
    keys.unlock(vault, PASSPHRASE)
    sidecar_of(protected).unlink()
    assert _reading(protected) is RecordFault.KEY_FILE_MISSING


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_other_bytes_are_no_key_file(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "walk.key")
        path.write_bytes(content)
        assert _fault(lambda: keys.read_sidecar(path)) is RecordFault.KEY_FILE_DAMAGED


@pytest.mark.parametrize(
    ("field", "value"),
    [("memory_kib", 2**40), ("iterations", 10**6), ("lanes", 1000), ("memory_kib", 1)],
)
def test_a_key_file_that_asks_for_endless_work_is_refused(
    protected: Path, field: str, value: int
) -> None:
    sidecar = sidecar_of(protected)
    fields = msgspec.json.decode(sidecar.read_bytes())
    fields["recovery"][field] = value
    sidecar.write_bytes(msgspec.json.encode(fields))
    assert _reading(protected) is RecordFault.KEY_FILE_DAMAGED


def test_the_key_file_of_another_walk_is_told(protected: Path, vault: Vault) -> None:
    other = _keep(protected.with_name("other.hipwalk"), vault.new_file_key())
    sidecar_of(other).replace(sidecar_of(protected))
    keys.unlock(vault, PASSPHRASE)
    assert _reading(protected) is RecordFault.WRONG_KEY


def test_a_seal_that_was_changed_is_told(protected: Path, vault: Vault) -> None:
    keys.unlock(vault, PASSPHRASE)
    sidecar = keys.read_sidecar(sidecar_of(protected))
    sealed = bytes([*sidecar.sealed[:-1], sidecar.sealed[-1] ^ 1])
    changed = msgspec.structs.replace(sidecar, sealed=sealed)
    sidecar_of(protected).write_bytes(msgspec.json.encode(changed))
    assert _reading(protected) is RecordFault.KEY_FILE_DAMAGED


@pytest.mark.parametrize("at", [50, 5000], ids=["first page", "second page"])
def test_a_page_that_was_changed_is_refused(protected: Path, vault: Vault, at: int) -> None:
    keys.unlock(vault, PASSPHRASE)
    content = bytearray(protected.read_bytes())
    content[at] ^= 1
    protected.write_bytes(content)

    def read_all() -> None:
        with WalkFile.open(protected) as walk:
            list(walk.blocks())
            walk.strides()
            walk.notes()
            walk.gaps()
            walk.clock_readings()

    assert _fault(read_all) in {RecordFault.DAMAGED, RecordFault.WRONG_KEY}


def test_nothing_of_a_protected_walk_can_be_read_in_the_folder(
    path: Path, vault: Vault, tmp_path: Path
) -> None:
    recorder = WalkRecorder(path, header(LIMIT), key=vault.new_file_key(), commit_every_s=0.01)
    recorder.keep(still(0.0, 150), STRIDES, ())
    recorder.note(1.0, SECRET)
    while recorder.state.waiting_s:
        pass
    while_recording = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    recorder.close(STARTED_AT)
    after = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert any(file.name.endswith("-wal") for file in while_recording)
    secrets = (SECRET.encode(), b"extension", b"CREATE TABLE", STARTED_AT.isoformat().encode())
    for content in (*while_recording.values(), *after.values()):
        assert not [secret for secret in secrets if secret in content]


def test_files_are_of_their_owner_only(protected: Path, data: Path) -> None:
    files = [protected, sidecar_of(protected), vault_path()]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


def test_a_simulated_walk_is_kept_plain(vault: Vault) -> None:
    assert new_key(StreamKind.SIMULATION) == (None, None)


def test_a_real_walk_is_protected_once_there_is_a_vault(vault: Vault) -> None:
    for kind in (StreamKind.RADIO, StreamKind.RECORDING):
        key, notice = new_key(kind)
        assert key is not None
        assert notice is None


def test_a_walk_before_there_is_any_place_for_keys_is_kept_plain_and_that_is_told() -> None:
    assert new_key(StreamKind.RADIO) == (None, RecordFault.NO_PASSPHRASE)


def test_a_passphrase_that_is_chosen_at_the_first_walk_protects_it(path: Path) -> None:
    key, notice = new_key(StreamKind.RADIO, choose_passphrase=lambda: PASSPHRASE)
    assert notice is None
    _keep(path, key)
    keys.forget()
    keys.ask_with(lambda: PASSPHRASE)
    WalkFile.open(path).close()


def test_where_plain_was_chosen_walks_are_plain(vault: Vault) -> None:
    plain_mark().touch()
    assert new_key(StreamKind.RADIO) == (None, None)


def test_a_short_passphrase_is_refused() -> None:
    assert _fault(lambda: keys.new_vault("short")) is RecordFault.PASSPHRASE_TOO_SHORT


def test_a_locked_process_asks_not_even_the_keyring(path: Path) -> None:
    keyring.set_keyring(OpenKeyring())
    made = keys.new_vault(PASSPHRASE)
    assert made is not None
    _keep(path, made.new_file_key())
    assert keys.lock(made)
    assert _reading(path) is RecordFault.LOCKED
    keys.unlock(made, PASSPHRASE)
    WalkFile.open(path).close()


def test_what_has_no_passphrase_is_not_locked() -> None:
    keyring.set_keyring(OpenKeyring())
    assert not keys.lock(keys.new_vault(None))


def test_a_key_file_that_is_there_already_is_left_as_it_is(path: Path, vault: Vault) -> None:
    sidecar_of(path).write_bytes(b"mine")
    with pytest.raises(KeepingError) as caught:
        _keep(path, vault.new_file_key())
    assert caught.value.fault is RecordFault.EXISTS
    assert sidecar_of(path).read_bytes() == b"mine"


def test_a_passphrase_may_be_typed_on_any_keyboard() -> None:
    hidden = seals.hide(b"secret", "kävelypäivä")
    assert seals.reveal(hidden, "ka\u0308velypa\u0308iva\u0308") == b"secret"


def test_a_seal_opens_for_its_key_only() -> None:
    mine, other = seals.new_private_key(), seals.new_private_key()
    sealed = seals.seal(bytes(32), seals.public_key(mine))
    assert seals.unseal(sealed, mine) == bytes(32)
    with pytest.raises(ProtectionError):
        seals.unseal(sealed, other)


def test_every_file_has_a_key_of_its_own(vault: Vault) -> None:
    assert vault.new_file_key().key != vault.new_file_key().key


def test_a_data_folder_that_others_could_look_into_is_closed(data: Path) -> None:
    data.mkdir(parents=True, mode=0o755)
    data.chmod(0o755)
    new_walk_path(STARTED_AT)
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "walks").stat().st_mode) == 0o700


def test_a_key_file_that_cannot_be_written_stays_as_it_was(
    protected: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    keys.unlock(vault, PASSPHRASE)
    changed = keys.with_passphrase(vault, "another long one")
    before = sidecar_of(protected).read_bytes()
    monkeypatch.setattr("os.fsync", refuse)
    take = keys.take_passphrase
    assert _fault(lambda: take(sidecar_of(protected), changed)) is RecordFault.DISK_FULL
    assert sidecar_of(protected).read_bytes() == before
